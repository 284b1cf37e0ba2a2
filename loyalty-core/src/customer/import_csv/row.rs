//! One row of a file of customers as a command: the customer with address, preferences and membership in one commit, or nothing (rule K8).

use schemars::JsonSchema;

use super::address::AddressCells;
use crate::birthday::Birthday;
use crate::blacklist::{Blacklisting, BlockedEmail};
use crate::blacklist_change::BlacklistChange;
use crate::customer::{Customer, Edit, Profile, email_holder, email_key, take_email};
use crate::digest::Digest;
use crate::earning::{grant_enrolled, pass_over_enrolled};
use crate::email::Decider;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Line, Slug, Text};
use crate::json::{self, Json};
use crate::log::{IDEMPOTENCY, UsedKey};
use crate::membership::{Change, State, TRANSITIONS};
use crate::membership_change::change;
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::patch::Patch;
use crate::record::Root;
use crate::repository::{CLAIM, Key, Table, Value};
use crate::status::{Assignment, Ladder, Standing};
use crate::time::Timestamp;
use crate::unit::Unit;

/// What happens with a row whose customer is there already, by id or by email.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Existing {
    /// It is an error of the row.
    #[default]
    Refuse,
    /// The customer stays as they are.
    Skip,
    /// The customer takes on what the row says.
    Update,
}

/// One row of a file of customers; a piece of `customer.import_csv`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct ImportRow {
    /// The batch.
    pub batch: Id,
    /// The row in the file.
    pub row: u64,
    /// What happens when the customer is there already.
    pub existing: Existing,
    /// Whether the id was made from the email.
    pub id_of_email: bool,
    /// Who the customer is, with the id that the row gives.
    pub profile: Edit,
    /// The address.
    pub address: AddressCells,
    /// Whether the account is a guest's.
    pub guest: bool,
    /// What leads from there to the state of the row.
    pub changes: Vec<Change>,
    /// When the account was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// The last sign-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_login_at: Option<Timestamp>,
    /// Whether the newsletter is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newsletter: Option<bool>,
    /// Which mailing lists are wanted.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub lists: Pairs<Slug, bool>,
    /// Whether the customer is blacklisted.
    #[serde(default)]
    pub blacklisted: bool,
    /// Whether who joins gets what the program gives for that.
    #[serde(default)]
    pub grant: bool,
    /// The status to set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Slug>,
    /// Its system; the only one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_system: Option<Slug>,
    /// Until when it is locked, this instant excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_until: Option<Timestamp>,
    /// Whether the rewards of the status that is set are granted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trigger_rewards: bool,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// The customer was created.
    Created,
    /// The customer took on what the row says.
    Updated,
    /// The customer was as the row says.
    Unchanged,
    /// The customer was there already and stays as they are.
    Skipped,
    /// An earlier call of the batch has done the row.
    Repeated,
}

/// The receipt of one row. It holds no personal data: it outlives an erasure of the row's customer (rule K11).
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct RowImported {
    /// The row in the file.
    pub row: u64,
    /// The customer.
    pub customer: CustomerId,
    /// What became of them.
    pub outcome: RowOutcome,
    /// What of an existing customer is different now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
}

impl ImportRow {
    /// The customer whom the row is about, where it is not the one with its id: the survivor of a merge, or who has the email.
    fn other(&self, unit: &mut Unit<'_>) -> Result<Option<CustomerId>, Error> {
        if let Some(found) = unit.get::<Customer>(Customer::key(&self.profile.customer))? {
            return Ok(found.membership.merged_into);
        }
        match &self.profile.email {
            Patch::Set(email) if !self.guest => Ok(email_holder(unit, email)?.map(|holder| holder.id)),
            _ => Ok(None),
        }
    }

    fn key(&self) -> String {
        format!("i:{}/{}", self.batch, self.row)
    }

    /// The key under which the row of this batch is done once. It is kept with the id that the row gives, to whomever the row led, and apart from
    /// the keys of requests.
    fn used_key(&self, unit: &mut Unit<'_>) -> Result<UsedKey, Error> {
        let root = Root::customer(&self.profile.customer);
        let log_number = unit.rest_on(&root)?.log_seq + 1;
        Ok(UsedKey { root, key: self.key(), request: self.digest(), log_number, receipt: None })
    }

    fn digest(&self) -> [u8; 32] {
        let mut digest = Digest::new();
        digest.take(json::text(self).as_bytes());
        digest.end()
    }

    /// Where it stands that the row was done.
    pub(super) fn place(&self) -> (&'static Table, Key) {
        (&IDEMPOTENCY, UsedKey::key(&Root::customer(&self.profile.customer), &self.key()))
    }

    /// Whether an earlier call of the batch has done the row: then there is nothing left of it to do, or to log.
    pub(super) fn is_done(&self, unit: &mut Unit<'_>) -> Result<bool, Error> {
        let used = unit.get::<UsedKey>(self.place().1)?;
        Ok(used.is_some_and(|used| used.is_erased() || used.request == self.digest()))
    }

    fn imported(&self, customer: CustomerId, outcome: RowOutcome, changed: &[&str]) -> RowImported {
        let changed = changed.iter().map(|field| (*field).to_owned()).gather();
        RowImported { row: self.row, customer, outcome, changed }
    }

    fn refusal(&self, found: &Customer) -> Error {
        match found.profile.email.as_ref().filter(|_| self.id_of_email || found.id != self.profile.customer) {
            Some(email) => Error::already_exists("email", email),
            None => Error::already_exists("customer", &self.profile.customer),
        }
    }

    fn create(&self, unit: &mut Unit<'_>) -> Result<RowImported, Error> {
        let now = unit.now();
        let created_at = self.created_at.unwrap_or(now);
        if created_at > now {
            return Err(Error::invalid("args.created_at", "lies in the future; give a moment that has passed"));
        }
        let (program, mut profile) = (unit.program(), Profile::default());
        let filled = self.profile.patch(&mut profile);
        self.profile.check_fields(unit, &filled)?;
        profile.check(&Profile::default(), &program, program.time_zone.date(now))?;
        let state = if self.guest { State::Guest } else { State::Registered };
        let mut customer = Customer::new(self.profile.customer.clone(), state, profile, created_at);
        take_email(unit, &customer)?;
        self.log_in(unit, &mut customer)?;
        self.decide(unit, &mut customer)?;
        self.blacklist(unit, &mut customer)?;
        self.address.settle(unit, &mut customer)?;
        // Only members have a status: it is set behind joining, and before leaving again or being put on hold.
        let joins = |step: &Change| *step == Change::Enroll;
        for step in self.changes.iter().filter(|step| joins(step)) {
            make(unit, &mut customer, *step)?;
        }
        self.assign(unit, &customer)?;
        for step in self.changes.iter().filter(|step| !joins(step)) {
            make(unit, &mut customer, *step)?;
        }
        unit.insert(&customer);
        self.welcome(unit, &customer)?;
        Ok(self.imported(customer.id, RowOutcome::Created, &[]))
    }

    fn update(&self, unit: &mut Unit<'_>, id: &CustomerId) -> Result<RowImported, Error> {
        let before = Customer::load_live(unit, id)?;
        let mut customer = before.clone();
        let mut changed = self.profile.apply(unit, &before, &mut customer)?;
        let others = [
            ("last_login_at", self.log_in(unit, &mut customer)?),
            ("preferences", self.decide(unit, &mut customer)?),
            ("blacklisted", self.blacklist(unit, &mut customer)?),
            ("address", self.address.settle(unit, &mut customer)?),
            ("membership", self.join(unit, &mut customer)?),
            ("status", self.assign(unit, &customer)?),
        ];
        changed.extend(others.into_iter().filter(|(_, is_other)| *is_other).map(|(field, _)| field));
        if changed.is_empty() {
            return Ok(self.imported(customer.id, RowOutcome::Unchanged, &[]));
        }
        unit.put(&customer);
        if customer.membership.enrolled_at != before.membership.enrolled_at {
            self.welcome(unit, &customer)?;
        }
        Ok(self.imported(customer.id, RowOutcome::Updated, &changed))
    }

    /// A file lets who is there already join, and takes nobody's membership: who has left, or is on hold, knows better than an older file.
    fn join(&self, unit: &mut Unit<'_>, customer: &mut Customer) -> Result<bool, Error> {
        let step = match customer.membership.state {
            State::Guest | State::Registered if self.changes.contains(&Change::Enroll) => Change::Enroll,
            State::Guest if !self.guest => Change::Register,
            _ => return Ok(false),
        };
        make(unit, customer, step)?;
        Ok(true)
    }

    /// The later of two sign-ins is the last.
    fn log_in(&self, unit: &Unit<'_>, customer: &mut Customer) -> Result<bool, Error> {
        let Some(at) = self.last_login_at.filter(|at| customer.last_login_at.is_none_or(|last| last < *at)) else { return Ok(false) };
        if at > unit.now() {
            return Err(Error::invalid("args.last_login_at", "lies in the future; give a moment that has passed"));
        }
        customer.last_login_at = Some(at);
        Ok(true)
    }

    /// An opt-out counts in any case, an opt-in only where nothing was decided yet: no older file brings back a consent that was withdrawn.
    fn decide(&self, unit: &Unit<'_>, customer: &mut Customer) -> Result<bool, Error> {
        let program = unit.program();
        if let Some(list) = self.lists.keys().find(|list| !program.has_mailing_list(list.as_str())) {
            return Err(Error::invalid(format_args!("args.list:{list}"), "is not a mailing list of the program; name one of its own"));
        }
        let through = Line::new(format!("import {}", self.batch)).map_err(Error::internal)?;
        let decider = Decider::new(unit.context(), unit.now(), Some(through));
        let preferences = &mut customer.preferences;
        let newsletter = self.newsletter.filter(|wanted| !wanted || preferences.newsletter.is_none());
        let mut lists = self.lists.clone();
        lists.retain(|list, wanted| !*wanted || !preferences.lists.contains_key(list));
        Ok(preferences.decide(newsletter, &lists, &decider))
    }

    /// Blacklists a customer who is not yet (rule E2); a file takes nobody off.
    fn blacklist(&self, unit: &mut Unit<'_>, customer: &mut Customer) -> Result<bool, Error> {
        if !self.blacklisted || customer.blacklisting.is_some() {
            return Ok(false);
        }
        require(unit, "blacklist.set")?;
        let reason = Text::new(format!("import {}", self.batch)).map_err(Error::internal)?;
        BlacklistChange::record(unit, &customer.root(), true, Some(reason.clone()))?;
        let (since, by) = (unit.now(), unit.context().actor.id.to_string());
        let mut blacklisting = Blacklisting { reason, since, by, reason_since: None, emails: Vec::new() };
        if let Some(email) = &customer.profile.email {
            blacklisting.add(email)?;
            unit.put(&BlockedEmail { root: customer.root(), email: email.folded() });
        }
        customer.blacklisting = Some(blacklisting);
        Ok(true)
    }

    /// Sets the status of the row as `status.assign` does; who has it already, until then, is left alone. A lock that holds it stays as it is, but for an end
    /// that the row names.
    fn assign(&self, unit: &mut Unit<'_>, customer: &Customer) -> Result<bool, Error> {
        let Some(status) = &self.status else { return Ok(false) };
        let program = unit.program();
        let ladder = match (&self.status_system, program.status_systems.as_slice()) {
            (Some(system), _) => Ladder::find(&program, system)?,
            (None, [only]) => Ladder::new(&program, only),
            (None, []) => return Err(Error::invalid("args.status", "is a status, of which the program has none; leave the column out")),
            (None, several) => {
                let ids = several.iter().map(|system| system.id.as_str()).joined("', '");
                return Err(Error::invalid("args.status_system", format_args!("is missing; name one of the status systems '{ids}'")));
            }
        };
        let mut standing = Standing::open(unit, customer, &ladder)?;
        let note = Text::new(format!("import {}", self.batch)).map_err(Error::internal)?;
        let trigger_rewards = self.trigger_rewards;
        let kept = standing.held_by().filter(|lock| lock.status == *status);
        let (lock, until) = (kept.map(|lock| lock.kind), self.status_until.or(kept.and_then(|lock| lock.until)));
        let asked = Assignment { status: Some(status), lock, until, trigger_rewards, note: Some(&note), ..Assignment::default() };
        if standing.is_as_asked(&ladder, &asked, unit.now()) {
            return Ok(false);
        }
        require(unit, "status.assign")?;
        standing.assign(unit, &ladder, customer, &asked)?;
        Ok(true)
    }

    /// What comes with becoming a member: the birthdays to come, and what the program gives for it, if that was asked for (rules O8, Y6).
    fn welcome(&self, unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
        if customer.membership.enrolled_at.is_none() {
            return Ok(());
        }
        if customer.profile.birth_date.is_some() {
            Birthday::schedule(unit, customer);
        }
        unit.notes.withholds_rewards = !self.grant;
        if self.grant { grant_enrolled(unit, customer) } else { pass_over_enrolled(unit, customer) }
    }
}

/// Makes a change of membership, for which a row needs the same right as its operation (rule P1).
fn make(unit: &mut Unit<'_>, customer: &mut Customer, step: Change) -> Result<(), Error> {
    let operation = TRANSITIONS.iter().find(|row| row.change == step).map(|row| row.operation).unwrap_or_default();
    require(unit, operation)?;
    change(unit, customer, step, None, None).map(drop)
}

fn require(unit: &Unit<'_>, right: &str) -> Result<(), Error> {
    if unit.program().allows(&unit.context().actor, right, false) {
        Ok(())
    } else {
        Err(Reason::Forbidden { right: right.to_owned() }.into())
    }
}

impl Operation for ImportRow {
    const NAME: &'static str = "customer.import_csv";
    const KIND: Kind = Kind::Command;
    type Output = RowImported;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.profile.customer)
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Ok(self.other(unit)?.map(|id| Root::customer(&id)))
    }

    fn ahead(&self) -> Vec<(&'static Table, Key)> {
        let mut keys = vec![self.place()];
        if let Patch::Set(email) = &self.profile.email {
            let (scope, value) = email_key(email);
            keys.push((&CLAIM, vec![Value::from(scope), Value::from(value.as_str())]));
        }
        keys
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<RowImported, Error> {
        let id = self.other(unit)?.unwrap_or_else(|| self.profile.customer.clone());
        let mut used = self.used_key(unit)?;
        if let Some(before) = unit.get::<UsedKey>(UsedKey::key(&used.root, &used.key))? {
            return match before.is_erased() || before.request == used.request {
                true => Ok(self.imported(id, RowOutcome::Repeated, &[])),
                false => Err(Reason::IdempotencyConflict { key: format!("{}/{}", self.batch, self.row) }.into()),
            };
        }
        let found = unit.get::<Customer>(Customer::key(&id))?;
        // Of who was erased nothing is kept to which a guess could be compared.
        if found.as_ref().is_some_and(|found| found.membership.state == State::Deleted) {
            used.request = [0; 32];
        }
        let imported = match (found, self.existing) {
            (None, _) => self.create(unit)?,
            (Some(found), Existing::Refuse) => return Err(self.refusal(&found)),
            (Some(_), Existing::Skip) => self.imported(id, RowOutcome::Skipped, &[]),
            (Some(_), Existing::Update) => self.update(unit, &id)?,
        };
        unit.insert(&used);
        Ok(imported)
    }
}
