//! `merge.undo`

use schemars::JsonSchema;

use super::{Merge, MovedAccount, move_records_back, person, put_cards_down, restored, set_person, take_out};
use crate::action::Needs;
use crate::amount::{Amount, Quantity};
use crate::customer::{Customer, Former, email_holder, release_email, take_email};
use crate::entry::{Entry, Texts, entry_ref};
use crate::error::Error;
use crate::gather::Gather;
use crate::hold::{Hold, hold_ref};
use crate::id::{CustomerId, Line, Slug, Text};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::membership::{Change, State};
use crate::membership_change::change;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::repository::Value;
use crate::sorting::sort;
use crate::status;
use crate::unit::Unit;

/// How many entries are read at a time.
const ENTRIES_AT_A_TIME: usize = 32;

/// Takes the newest merge into a survivor back: the source is its own account again, in the state in which it was.
///
/// It gets back what it brought and the survivor has not spent, and what was added to the survivor's records goes from them. Fields that the merge
/// changed are as before, unless they were edited since. The receipt names what stayed and why. After a merge the older ones can be undone, one by one.
///
/// Errors: `not_found` without such a merge; `not_eligible` when a newer merge must be undone first, when it was undone already or the source was
/// enrolled afresh, and while the survivor is merged, deleted or on hold.
///
/// Rules G9, M0.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The customer into whom was merged.
    pub survivor: CustomerId,
    /// The customer who was merged.
    pub source: CustomerId,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

/// The receipt of `merge.undo`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Undone {
    /// The customer into whom was merged.
    pub survivor: CustomerId,
    /// The customer who is their own again.
    pub source: CustomerId,
    /// The state of the source.
    pub state: State,
    /// The value that went back, by point type.
    pub returned: Vec<Returned>,
    /// What stayed with the survivor as the merge left it, and why.
    pub stayed: Vec<Stayed>,
}

/// The value of a point type that went back.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Returned {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// What the source had brought.
    pub brought: Quantity,
    /// What it gets back; the rest was spent, has lapsed, or is held.
    pub returned: Quantity,
}

/// Something that is not as it was before the merge.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Stayed {
    /// What.
    pub what: String,
    /// Why.
    pub why: WhyStayed,
}

/// Why something stayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhyStayed {
    /// It was edited since.
    Edited,
    /// Somebody else has the email by now; it is empty.
    Taken,
    /// A blacklisting stays on both.
    Blacklisted,
    /// It has earned for the survivor.
    Earned,
    /// What a hold had set aside was captured of the survivor meanwhile: a refund of the source's order does not bring it back.
    Captured,
    /// What an entry of the source had spent came back meanwhile, to the survivor.
    CameBack,
}

impl Operation for Undo {
    const NAME: &'static str = "merge.undo";
    const KIND: Kind = Kind::Command;
    type Output = Undone;

    fn roots(&self) -> Vec<Root> {
        [&self.survivor, &self.source].map(Root::customer).to_vec()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Undone, Error> {
        let (mut survivor, mut source) = (Customer::load(unit, &self.survivor)?, Customer::load(unit, &self.source)?);
        Needs::Free.check(&survivor, &unit.program())?;
        let mut merge = self.find(unit, &survivor.root())?;
        let texts = Texts::new(self.reason.as_ref(), self.comment.as_ref(), None);
        let mut stayed = came_back(unit, &source, &merge)?;
        for account in &merge.facts.accounts {
            stayed.extend(captured(unit, &survivor, &source, account)?);
        }
        let returned = merge.facts.accounts.iter().map(|account| give_back(unit, &survivor, &source, account, &texts));
        let returned = returned.gather::<Result<_, _>>()?;
        let kept = take_out(unit, &mut survivor, &source, &merge.facts.added)?;
        stayed.extend(kept.into_iter().map(Stayed::new));
        status::unmerge(unit, &survivor, &source, &merge.facts.standings)?;
        put_cards_down(unit, &survivor, &source, &merge.facts.begun)?;
        stayed.extend(move_records_back(unit, &survivor, &source, &merge.facts)?.into_iter().map(Stayed::new));
        restore_person(unit, &mut survivor, &merge, &mut stayed)?;
        lead_back(unit, &mut survivor, &source, &merge)?;
        if merge.facts.membership.state != State::Guest && is_taken(unit, &source)? {
            source.profile.email = None;
            source.profile.version += 1;
            stayed.push(Stayed { what: format!("{}.profile.email", source.id), why: WhyStayed::Taken });
        }
        change(unit, &mut source, Change::Unmerge, self.reason.as_ref(), self.comment.as_ref())?;
        source.membership.since = merge.facts.membership.since;
        merge.facts.undone_at = Some(unit.now());
        unit.put(&merge);
        unit.put(&source);
        unit.put(&survivor);
        Ok(Undone { survivor: survivor.id, source: source.id, state: source.membership.state, returned, stayed })
    }
}

impl Undo {
    /// The merge, which must be the newest of those that can be undone.
    fn find(&self, unit: &mut Unit<'_>, root: &Root) -> Result<Merge, Error> {
        let merges = unit.scan::<Merge>(&Merge::scan(root).reversed())?;
        if merges.iter().all(|merge| merge.source != self.source) {
            return Err(Error::not_found("merge", &self.source));
        }
        for merge in merges {
            match merge.standing(unit, root)? {
                Some(source) if source.id == self.source => return Ok(merge),
                Some(newer) => return Err(Error::not_eligible(format_args!("undo the merge of '{}' first, which is newer", newer.id))),
                None => {}
            }
        }
        Err(Error::not_eligible("the merge was undone already, or the source was enrolled afresh"))
    }
}

impl Stayed {
    fn new(what: String) -> Self {
        let why = match what.as_str() {
            "blacklisting" => WhyStayed::Blacklisted,
            order if order.starts_with("orders.") => WhyStayed::Earned,
            _ => WhyStayed::Edited,
        };
        Stayed { what, why }
    }
}

/// The holds of the source of which something was captured while they were the survivor's.
fn captured(unit: &mut Unit<'_>, survivor: &Customer, source: &Customer, account: &MovedAccount) -> Result<Vec<Stayed>, Error> {
    let name = account.point_type.as_str();
    let mut captured = Vec::new();
    for pair in &account.holds {
        let hold = unit.get::<Hold>(Hold::key(&survivor.root(), name, pair.to))?;
        if hold.is_some_and(|hold| hold.captured.is_positive()) {
            captured.push(Stayed { what: format!("holds.{}", hold_ref(&source.id, name, pair.from)?), why: WhyStayed::Captured });
        }
    }
    Ok(captured)
}

/// The entries of the source whose value came back while it went to the survivor: the notes of that are the last in its journal.
fn came_back(unit: &mut Unit<'_>, source: &Customer, merge: &Merge) -> Result<Vec<Stayed>, Error> {
    let (program, root, mut stayed) = (unit.program(), source.root(), Vec::new());
    for name in program.point_types.iter().map(|point_type| point_type.id.as_str()) {
        let (mut numbers, mut scan) = (Vec::new(), Entry::scan(&root, name).reversed().limit(ENTRIES_AT_A_TIME));
        loop {
            let page = unit.scan::<Entry>(&scan)?;
            let notes = page.iter().filter(|note| note.log_seq > merge.facts.upto);
            numbers.extend(notes.filter_map(|note| note.facts.reverses));
            let next = page.last().filter(|last| page.len() == ENTRIES_AT_A_TIME && last.log_seq > merge.facts.upto);
            let Some(last) = next else { break };
            scan.after = Some(vec![Value::from(last.number)]);
        }
        sort(&mut numbers, Ord::cmp);
        numbers.dedup();
        for number in numbers {
            if unit.get::<Entry>(Entry::key(&root, name, number))?.is_some_and(|entry| entry.amount.is_negative()) {
                stayed.push(Stayed { what: format!("entries.{}", entry_ref(&source.id, name, number)?), why: WhyStayed::CameBack });
            }
        }
    }
    Ok(stayed)
}

/// Gives back what is left of the value of one point type.
fn give_back(
    unit: &mut Unit<'_>,
    survivor: &Customer,
    source: &Customer,
    account: &MovedAccount,
    texts: &Texts,
) -> Result<Returned, Error> {
    let name = account.point_type.as_str();
    let home = Ledger::open(unit, source, name)?.account;
    let mut ledger = Ledger::open(unit, survivor, name)?;
    let places = ledger.point_type.places;
    let moved = ledger.move_back(account.into, &account.holds, &home, texts)?;
    ledger.restore_date(account.date, account.date_after);
    ledger.close();
    let mut returned = Amount::ZERO;
    if let Some(moved) = moved {
        returned = Ledger::open(unit, source, name)?.take_home(&moved, account.out, texts)?.amount;
    }
    let brought = account.amount.decimal(places);
    Ok(Returned { point_type: account.point_type.clone(), brought, returned: returned.decimal(places) })
}

/// Takes out of the survivor's person what the merge changed.
fn restore_person(unit: &mut Unit<'_>, survivor: &mut Customer, merge: &Merge, stayed: &mut Vec<Stayed>) -> Result<(), Error> {
    let (Some(before), Some(after)) = (&merge.facts.before, &merge.facts.after) else { return Ok(()) };
    let (mut kept, now) = (Vec::new(), survivor.clone());
    let person = restored(before, after, &person(survivor), "", &mut kept);
    stayed.extend(kept.into_iter().map(Stayed::new));
    set_person(survivor, &person)?;
    if survivor.profile.email != now.profile.email {
        release_email(unit, &now);
        if is_taken(unit, survivor)? {
            survivor.profile.email = None;
            stayed.push(Stayed { what: "profile.email".to_owned(), why: WhyStayed::Taken });
        }
        take_email(unit, survivor)?;
    }
    Ok(())
}

/// Whether somebody else has the email of a customer.
fn is_taken(unit: &mut Unit<'_>, customer: &Customer) -> Result<bool, Error> {
    let Some(email) = &customer.profile.email else { return Ok(false) };
    Ok(email_holder(unit, email)?.is_some_and(|holder| holder.id != customer.id))
}

/// Lets the ids that led to the source before lead there again.
fn lead_back(unit: &mut Unit<'_>, survivor: &mut Customer, source: &Customer, merge: &Merge) -> Result<(), Error> {
    let own = Former { customer: source.id.clone(), after: source.fresh_after, upto: merge.facts.upto };
    survivor.former.retain(|former| *former != own && !source.former.contains(former));
    for id in &merge.facts.led_on {
        let mut customer = Customer::load(unit, id)?;
        if customer.membership.merged_into.as_ref() == Some(&survivor.id) {
            unit.rest_on(&customer.root())?;
            customer.membership.merged_into = Some(source.id.clone());
            unit.put(&customer);
        }
    }
    Ok(())
}
