//! `merge.apply`

use schemars::JsonSchema;

use super::{
    Added, FIELDS, Merge, MergeFacts, Moved, MovedAccount, PlannedField, PlannedMail, ProfileField, Records, Side, cards_to_begin, changed,
    move_records, person, plan, planned, planned_mail, unite,
};
use crate::account::Account;
use crate::customer::{Customer, Former, Profile, email_holder, release_email, take_email};
use crate::entry::Texts;
use crate::error::{Error, Reason};
use crate::id::{CustomerId, Line, Text};
use crate::json::{Json, read_tree, tree};
use crate::ledger::Ledger;
use crate::limits::FORMER_MAX;
use crate::membership::{Capability, Change};
use crate::membership_change::change;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::status::{self, PlannedStatus};
use crate::time::Timestamp;
use crate::unit::Unit;

/// Merges one account into another: `source` becomes part of `survivor`, and its id leads there from then on.
///
/// Show a preview first: its receipt has every field of both profiles side by side with the winner and why, decisions about mail and statuses, the entries
/// that move the value, and the balances afterwards; apply with its `plan`, and exactly that is done or refused. The survivor's filled fields win and its blanks are filled,
/// unless `from_survivor` or `from_source` choose otherwise; group, locale and link stay the survivor's. Points move with their ends and holds;
/// what the source had recorded moves too. An opt-out from mail wins on each list, and so does a blacklisting. `merge.undo` takes it back.
///
/// Errors: `not_found`; `invalid_request` for a merge with oneself, or a field chosen twice; `invalid_transition` when the source is merged, deleted or on
/// hold; `not_eligible` when the survivor is not enrolled, and when neither is in a state for it: then it says so of both; `already_exists` when somebody else has the email that was chosen; `forbidden` to change
/// the group without the right `customer.assign_group`; `limit_exceeded` beyond 100 accounts in one.
///
/// Rules G1, G2, G3, G4, G5, G6, G7, G8, G10.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Apply {
    /// The customer who remains; enrolled.
    pub survivor: CustomerId,
    /// The customer who becomes part of the survivor.
    pub source: CustomerId,
    /// Fields of the profile that are the survivor's, also where it has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from_survivor: Vec<ProfileField>,
    /// Fields of the profile that are the source's, also where it has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from_source: Vec<ProfileField>,
    /// Whether a status that the survivor reaches by it grants its rewards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trigger_rewards: bool,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

/// The receipt of `merge.apply`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Merged {
    /// The customer who remains.
    pub survivor: CustomerId,
    /// The customer who was merged.
    pub source: CustomerId,
    /// The fields of the profiles side by side.
    pub fields: Vec<PlannedField>,
    /// The decisions about mail side by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mail: Vec<PlannedMail>,
    /// Where both stand in the status systems, and the survivor afterwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<PlannedStatus>,
    /// When the survivor is said to have been created: the earlier date.
    pub created_at: Timestamp,
    /// The later of the last sign-ins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_login_at: Option<Timestamp>,
    /// What was added to the survivor's records.
    pub added: Added,
    /// The records that moved.
    pub records: Records,
}

impl Apply {
    /// A merge without choices.
    pub fn new(survivor: CustomerId, source: CustomerId) -> Self {
        Apply { survivor, source, from_survivor: Vec::new(), from_source: Vec::new(), trigger_rewards: false, reason: None, comment: None }
    }

    fn check(&self) -> Result<(), Error> {
        if self.survivor == self.source {
            return Err(Error::invalid("args.source", "is the survivor; name two customers"));
        }
        let (own, other) = (&self.from_survivor, &self.from_source);
        if own.len() + other.len() > FIELDS.len() || other.iter().any(|field| own.contains(field)) {
            return Err(Error::invalid("args.from_source", "chooses a field twice; choose each once, on one side"));
        }
        Ok(())
    }

    fn chosen(&self, field: ProfileField) -> Option<Side> {
        let own = self.from_survivor.contains(&field).then_some(Side::Survivor);
        own.or(self.from_source.contains(&field).then_some(Side::Source))
    }
}

impl Operation for Apply {
    const NAME: &'static str = "merge.apply";
    const KIND: Kind = Kind::Command;
    type Output = Merged;

    fn roots(&self) -> Vec<Root> {
        [&self.survivor, &self.source].map(Root::customer).to_vec()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Merged, Error> {
        self.check()?;
        let (mut survivor, mut source) = (Customer::load(unit, &self.survivor)?, Customer::load(unit, &self.source)?);
        require(&survivor, &source)?;
        let (before, membership) = (person(&survivor), source.membership.clone());
        let (standings, statuses) = status::merge(unit, &survivor, &source, self.trigger_rewards)?;
        let email_is_taken = match &source.profile.email {
            Some(email) => email_holder(unit, email)?.is_some_and(|holder| holder.id != source.id && holder.id != survivor.id),
            None => false,
        };
        let fields = plan(&tree(&survivor.profile), &tree(&source.profile), &|field| self.chosen(field), email_is_taken);
        release_email(unit, &source);
        change(unit, &mut source, Change::Merge, self.reason.as_ref(), self.comment.as_ref())?;
        source.membership.merged_into = Some(survivor.id.clone());
        merge_profile(unit, &mut survivor, &fields)?;
        let preferences = survivor.preferences.clone();
        let added = unite(unit, &mut survivor, &source)?;
        let mail = planned_mail(&preferences, &source.preferences, &survivor.preferences);
        survivor.preferences.version += u64::from(survivor.preferences != preferences);
        let texts = Texts::new(self.reason.as_ref(), self.comment.as_ref(), None);
        let accounts = move_value(unit, &survivor, &source, &texts)?;
        let begun = cards_to_begin(unit, &survivor, &source)?;
        let Moved { records, uncounted, slots, shared } = move_records(unit, &survivor, &source)?;
        let upto = unit.rest_on(&source.root())?.log_seq + 1;
        let led_on = lead_on(unit, &mut survivor, &source, upto)?;
        let (before, after) = changed(&before, &person(&survivor));
        let facts = MergeFacts {
            actor: unit.context().actor.id.to_string(),
            reason: self.reason.clone(),
            comment: self.comment.clone(),
            before: Some(before),
            after: Some(after),
            membership,
            accounts,
            upto,
            led_on,
            added: added.clone(),
            records: records.clone(),
            uncounted,
            begun,
            slots,
            shared,
            standings,
            undone_at: None,
        };
        let root = survivor.root();
        let last = unit.scan::<Merge>(&Merge::scan(&root).reversed().limit(1))?;
        let number = last.first().map_or(0, |last| last.number) + 1;
        unit.insert(&Merge { root, number, at: unit.now(), source: source.id.clone(), facts });
        unit.put(&source);
        unit.put(&survivor);
        let (created_at, last_login_at) = (survivor.created_at, survivor.last_login_at);
        Ok(Merged { survivor: survivor.id, source: source.id, fields, mail, statuses, created_at, last_login_at, added, records })
    }
}

/// Refuses two accounts of which one is not in a state for it, or both: then it says so of both.
fn require(survivor: &Customer, source: &Customer) -> Result<(), Error> {
    let own = survivor.require(Capability::MergeInto).err();
    let other = source.membership.after(Change::Merge, Timestamp::default()).err();
    match (own, other) {
        (Some(own), Some(other)) => {
            Err(Error::not_eligible(format_args!("the survivor '{}': {own}; the source '{}': {other}", survivor.id, source.id)))
        }
        (own, other) => own.or(other).map_or(Ok(()), Err),
    }
}

/// Gives the survivor the profile of the plan. The source's email is free by now.
fn merge_profile(unit: &mut Unit<'_>, survivor: &mut Customer, fields: &[PlannedField]) -> Result<(), Error> {
    let before = survivor.clone();
    let merged: Profile = read_tree(&planned(tree(&before.profile), fields), "profile")?;
    if merged == before.profile {
        return Ok(());
    }
    if merged.group != before.profile.group && !unit.program().allows(&unit.context().actor, "customer.assign_group", false) {
        return Err(Reason::Forbidden { right: "customer.assign_group".to_owned() }.into());
    }
    survivor.profile = Profile { version: before.profile.version + 1, ..merged };
    if survivor.profile.email != before.profile.email {
        release_email(unit, &before);
        take_email(unit, survivor)?;
    }
    Ok(())
}

/// Moves what the source's accounts have, one point type after the other (rule G4).
fn move_value(unit: &mut Unit<'_>, survivor: &Customer, source: &Customer, texts: &Texts) -> Result<Vec<MovedAccount>, Error> {
    let mut accounts = Vec::new();
    for account in Account::all(unit, &source.root())? {
        let to = Ledger::open(unit, survivor, &account.point_type)?.account;
        let Some(moved) = Ledger::open(unit, source, &account.point_type)?.move_out(&to, texts)? else { continue };
        let mut ledger = Ledger::open(unit, survivor, &account.point_type)?;
        let entry = ledger.take_in(&moved, texts)?;
        let point_type = ledger.point_type.id.clone();
        let date_after = ledger.close().account_date;
        accounts.push(MovedAccount {
            point_type,
            amount: entry.amount,
            out: moved.number,
            into: entry.number,
            date: to.account_date,
            date_after,
            holds: moved.holds(),
        });
    }
    Ok(accounts)
}

/// Lets the ids that led to the source lead to the survivor: a redirect never leads to another (rule G8). Answers which.
fn lead_on(unit: &mut Unit<'_>, survivor: &mut Customer, source: &Customer, upto: u64) -> Result<Vec<CustomerId>, Error> {
    let mut led_on = Vec::new();
    for former in &source.former {
        let Some(mut customer) = unit.get::<Customer>(Customer::key(&former.customer))? else { continue };
        if customer.membership.merged_into.as_ref() == Some(&source.id) {
            unit.rest_on(&customer.root())?;
            customer.membership.merged_into = Some(survivor.id.clone());
            unit.put(&customer);
            led_on.push(customer.id);
        }
    }
    survivor.former.extend(source.former.iter().cloned());
    survivor.former.push(Former { customer: source.id.clone(), after: source.fresh_after, upto });
    if survivor.former.len() > FORMER_MAX {
        return Err(Error::limit_exceeded("accounts in one", FORMER_MAX, survivor.former.len()));
    }
    Ok(led_on)
}
