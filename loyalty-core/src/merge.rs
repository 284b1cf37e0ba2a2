//! Merges: one account becomes part of another (rules of section G). What has value moves by entries, what the host recorded moves as it is, and
//! what describes the person is united; the journal stays where it is, and statements read both.

mod apply;
mod history;
mod moving;
mod person;
mod plan;
#[cfg(test)]
mod tests;
mod undo;
mod uniting;

pub use apply::{Apply, Merged};
pub use history::{History, MergeHistory};
pub use moving::{Moved, Records, cards_to_begin, move_records, move_records_back, put_cards_down};
pub use person::{Kept, changed, person, restored, set_person};
pub use plan::{FIELDS, PlannedField, PlannedMail, ProfileField, Side, Why, plan, planned, planned_mail};
pub use undo::{Returned, Stayed, Undo, Undone, WhyStayed};
pub use uniting::{Added, take_out, unite};

use schemars::JsonSchema;

use crate::amount::Amount;
use crate::customer::Customer;
use crate::entry::Entry;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Line, Slug, Text};
use crate::json::{self, Json, Tree};
use crate::ledger::MovedHold;
use crate::limits::PAGE_MAX;
use crate::membership::Membership;
use crate::pairs::Pairs;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value};
use crate::status::MergedStanding;
use crate::time::{Date, Timestamp};
use crate::unit::Unit;

/// The merges, below the survivor.
pub static MERGE: Table = Table {
    name: "merge",
    columns: &[Column::bytes("root", 260), Column::int("number"), Column::int("at"), Column::bytes("source", 256)],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::Cleared(|unit, row| unit.clear(row, Merge::forget)),
};

/// A merge into a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The survivor's root.
    pub root: Root,
    /// Its number among the merges into this survivor, from 1.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// The customer who was merged.
    pub source: CustomerId,
    /// Everything else.
    pub facts: MergeFacts,
}

/// What a merge did: enough to take it back.
#[derive(Debug, Clone, Default, PartialEq, Json)]
pub struct MergeFacts {
    /// Who asked for it.
    pub actor: String,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// What it changed of the survivor's person: as that was before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Tree>,
    /// And as it was after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Tree>,
    /// The membership of the source before.
    pub membership: Membership,
    /// The accounts whose value moved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<MovedAccount>,
    /// The last command of the source's log that came with it.
    pub upto: u64,
    /// Customers who had been merged into the source, and whose ids lead to the survivor since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub led_on: Vec<CustomerId>,
    /// What was added to the survivor's records.
    #[serde(default)]
    pub added: Added,
    /// The records that moved.
    #[serde(default)]
    pub records: Records,
    /// Orders that moved before they had earned: what they count for statuses is none of the source's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uncounted: Vec<Id>,
    /// The point types of stamps whose card in hand the survivor has only by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub begun: Vec<String>,
    /// The slots of cards in hand whose rewards count as given to the survivor only by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<MergedSlots>,
    /// The days that a rule or bonus, by its id, had noted for both: the survivor's own stay, whatever is left of them.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub shared: Pairs<String, Vec<Date>>,
    /// The standings that it changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standings: Vec<MergedStanding>,
    /// When it was undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone_at: Option<Timestamp>,
}

/// The value of one point type that moved.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct MovedAccount {
    /// The point type.
    pub point_type: Slug,
    /// How much.
    pub amount: Amount,
    /// The number of the entry by which it left the source.
    pub out: u64,
    /// The number of the entry by which it came to the survivor.
    pub into: u64,
    /// The date of the survivor's account before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Timestamp>,
    /// The date of the survivor's account after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_after: Option<Timestamp>,
    /// The holds that moved with their lots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<MovedHold>,
}

/// Slots of a card in hand that count as rewarded by a merge.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct MergedSlots {
    /// The point type of the card's stamps.
    pub point_type: String,
    /// The slots.
    pub slots: Vec<u32>,
    /// How many cards were completed then: while it is no more, the card in hand is the same.
    pub completed: u64,
}

/// A merge, as answers show it.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct MergeView {
    /// The survivor.
    pub survivor: CustomerId,
    /// The customer who was merged.
    pub source: CustomerId,
    /// When.
    pub merged_at: Timestamp,
    /// Who asked for it; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// What was added to the survivor's records.
    pub added: Added,
    /// The records that moved.
    pub records: Records,
    /// When it was undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone_at: Option<Timestamp>,
}

impl Merge {
    /// The merges into a customer, oldest first.
    pub fn scan(root: &Root) -> Scan {
        Scan::prefix(&MERGE, vec![Value::from(root)])
    }

    /// The customer who was merged, if the merge still stands: it was not undone, their id leads to a survivor, and they were not enrolled afresh since. Nobody
    /// has two merges that stand.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn standing(&self, unit: &mut Unit<'_>, survivor: &Root) -> Result<Option<Customer>, Error> {
        if self.facts.undone_at.is_some() {
            return Ok(None);
        }
        let source = Customer::load(unit, &self.source)?;
        let stands = source.membership.merged_into == survivor.customer_id() && source.fresh_after < self.facts.upto;
        Ok(Some(source).filter(|_| stands))
    }

    /// Whose an order was when it counted for statuses, before merges that stand brought it to an account, each from the next. What is taken back counts less
    /// for them too, out of sight: an undo takes out of a survivor's counters what the source's own say.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn order_owners_before(unit: &mut Unit<'_>, root: &Root, order: &Id) -> Result<Vec<Root>, Error> {
        owners_before(unit, root, &|unit, merge| {
            let counted = merge.facts.records.orders.contains(order) && !merge.facts.uncounted.contains(order);
            if counted { merge.standing(unit, root) } else { Ok(None) }
        })
    }

    /// The same for an entry.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn entry_owners_before(unit: &mut Unit<'_>, root: &Root, entry: &Entry) -> Result<Vec<Root>, Error> {
        let Some(owner) = root.customer_id() else { return Ok(Vec::new()) };
        // What stands in their own journal nobody had before them, unless it was recorded before they began anew.
        if entry.root == *root && entry.log_seq > Customer::load(unit, &owner)?.fresh_after {
            return Ok(Vec::new());
        }
        let had = |source: &Customer| source.owns(&entry.root, entry.log_seq);
        owners_before(unit, root, &|unit, merge| Ok(merge.standing(unit, root)?.filter(had)))
    }

    /// The merges into a customer as answers show them, newest first. A customer does not see who asked and why.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn views(unit: &mut Unit<'_>, survivor: &CustomerId) -> Result<Vec<MergeView>, Error> {
        let merges = unit.scan::<Merge>(&Merge::scan(&Root::customer(survivor)).reversed().limit(PAGE_MAX))?;
        let is_staff = !unit.context().is_customer();
        Ok(merges.into_iter().map(|merge| merge.view(survivor, is_staff)).gather())
    }

    /// The merge as answers show it. A customer does not see who asked and why.
    pub fn view(self, survivor: &CustomerId, is_staff: bool) -> MergeView {
        MergeView {
            survivor: survivor.clone(),
            source: self.source,
            merged_at: self.at,
            actor: Some(self.facts.actor).filter(|_| is_staff),
            reason: self.facts.reason.filter(|_| is_staff),
            comment: self.facts.comment,
            added: self.facts.added,
            records: self.facts.records,
            undone_at: self.facts.undone_at,
        }
    }
}

type Brought<'b> = dyn Fn(&mut Unit<'_>, &Merge) -> Result<Option<Customer>, Error> + 'b;

fn owners_before(unit: &mut Unit<'_>, root: &Root, brought: &Brought<'_>) -> Result<Vec<Root>, Error> {
    let mut owners: Vec<Root> = Vec::new();
    loop {
        // All who were merged on the way lead to the same account now.
        let merges = unit.scan::<Merge>(&Merge::scan(owners.last().unwrap_or(root)).reversed())?;
        let mut sources = merges.iter().map(|merge| brought(unit, merge)).filter_map(Result::transpose);
        let Some(source) = sources.next().transpose()? else { return Ok(owners) };
        owners.push(source.root());
    }
}

impl Merge {
    /// Forgets what it remembers of persons; then it cannot be undone.
    pub fn forget(&mut self) {
        let facts = &mut self.facts;
        (facts.reason, facts.comment, facts.before, facts.after) = (None, None, None, None);
        facts.added = Added { blacklisted: facts.added.blacklisted, ..Added::default() };
        // Orders, cards and rewards stay with what they are worth; of these nothing does.
        let records = &mut facts.records;
        (records.subscriptions, records.tickets, records.approvals) = (Vec::new(), Vec::new(), Vec::new());
        (facts.standings, facts.shared) = (Vec::new(), Pairs::default());
    }
}

impl Record for Merge {
    const TABLE: &'static Table = &MERGE;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.number), Value::from(self.at), Value::from(self.source.as_str())];
        Row { table: &MERGE, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, number, at, source) = (columns.root(), columns.count(), columns.time(), columns.word());
        let source = CustomerId::new(source).map_err(Error::internal)?;
        let record = Merge { root, number, at, source, facts: columns.body() };
        columns.end(record)
    }
}
