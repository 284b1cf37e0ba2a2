//! Bulk: adjustments of many customers from one file (rules B1, B2).
//!
//! A batch is known by the id that the caller gives it. It has a root and a record of its own, which say whose it is, of which file, and how far it
//! has come; what a row of the file has done stands in a record beside the entry that it wrote, in the customer's root and the same commit: that is
//! how a row is done once, and how a batch is found again to be reversed. What is counted of a batch is counted in those commits too.

mod adjust;
mod file;
mod format;
mod get;
mod noting;
mod reverse;
mod row;
#[cfg(test)]
mod tests;

pub use adjust::{Adjust, Adjusted, Next};
pub use format::Format;
pub use get::{BatchView, Get};
pub use reverse::{Reverse, Undone};
pub use row::{Mode, RowDone};

use schemars::JsonSchema;

use crate::amount::{Amount, Quantity};
use crate::context::Actor;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::{Id, Slug};
use crate::json::{self, Json};
use crate::record::{Columns, Record, Root};
use crate::repository::{COUNTER, Column, Erasure, Index, Key, Row as StoredRow, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The batches.
pub static BULK: Table = Table {
    name: "bulk",
    columns: &[Column::bytes("root", 260), Column::bytes("state", 16)],
    key: 1,
    indexes: &[],
    search: None,
    erasure: Erasure::Kept,
};

/// What the rows of batches have done: each in the root of its customer.
pub static BULK_ROW: Table = Table {
    name: "bulk_row",
    columns: &[
        Column::bytes("root", 260),
        Column::bytes("batch", 256),
        Column::int("number"),
        Column::bytes("point_type", 32),
        Column::int("amount"),
        Column::int("entry").or_null(),
        Column::int("reversed"),
    ],
    key: 3,
    indexes: &[BY_BATCH],
    search: None,
    erasure: Erasure::Kept,
};

/// The rows of a batch in their order: each row of a file is done once, whoever it leads to.
const BY_BATCH: Index = Index { name: "batch", columns: &[1, 2], unique: true };

/// The right to take back what a batch has done.
const REVERSE: &str = "bulk.reverse";

/// What becomes of the rows that are done when another is refused.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// They stay done.
    #[default]
    BestEffort,
    /// They are reversed.
    AllOrNothing,
}

/// How far a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Its file has not come to its end.
    Running,
    /// Its file was done to its end.
    Done,
    /// All or nothing was asked for, and a row was refused: what was done is being reversed.
    Failed,
    /// It is being reversed; rows are left that were not, or could not be.
    Reversing,
    /// All that it did is reversed.
    Reversed,
}

impl State {
    /// The word on the wire and in storage.
    pub const fn name(self) -> &'static str {
        match self {
            State::Running => "running",
            State::Done => "done",
            State::Failed => "failed",
            State::Reversing => "reversing",
            State::Reversed => "reversed",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [State::Running, State::Done, State::Failed, State::Reversing, State::Reversed].into_iter().find(|state| state.name() == name)
    }
}

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bulk {
    /// Its root.
    pub root: Root,
    /// How far it has come.
    pub state: State,
    /// What else is known.
    pub facts: BulkFacts,
}

/// What is known of a batch besides its state. Holds no personal data of customers.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct BulkFacts {
    /// The plan: the digest of the file and of how it is read.
    pub plan: String,
    /// What becomes of the others when a row is refused.
    pub policy: Policy,
    /// Who has begun it.
    pub started_by: Actor,
    /// When.
    pub started_at: Timestamp,
    /// When the last piece of its file, or of its reversal, was done.
    pub changed_at: Timestamp,
    /// The row that was looked at last.
    #[serde(default)]
    pub row: u64,
    /// Rows that were refused, up to that row.
    #[serde(default)]
    pub refused: u64,
}

impl Bulk {
    /// The batch with this id.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn find(unit: &mut Unit<'_>, id: &Id) -> Result<Option<Self>, Error> {
        unit.get(vec![Value::from(&Root::batch(id))])
    }

    /// Refuses another file.
    fn require_plan(&self, id: &Id, plan: &dyn AsRef<str>) -> Result<(), Error> {
        if self.facts.plan == plan.as_ref() { Ok(()) } else { Err(Reason::IdempotencyConflict { key: id.to_string() }.into()) }
    }

    /// Refuses rows once it is being reversed.
    fn require_open(&self, id: &Id) -> Result<(), Error> {
        let what = match self.state {
            State::Running | State::Done => return Ok(()),
            State::Reversed => "give the file another batch id",
            // Under another id, what still stands of it would be done twice.
            State::Failed | State::Reversing => "take back the rest with 'bulk.reverse', then give the file another batch id",
        };
        Err(Error::invalid("args.batch", format_args!("is '{id}', which is {}; {what}", self.state.name())))
    }

    /// Refuses another policy, and where a refused row takes all back whoever has neither begun the batch nor may reverse it: to adjust is no right to
    /// take back what others have done.
    fn require_policy(&self, unit: &Unit<'_>, id: &Id, policy: Policy) -> Result<(), Error> {
        if self.facts.policy != policy {
            return Err(Error::invalid("args.policy", format_args!("is another than that of batch '{id}'; state the one of its dry run")));
        }
        let (started_by, actor) = (&self.facts.started_by, &unit.context().actor);
        let is_own = started_by.id == actor.id && started_by.kind == actor.kind;
        if policy == Policy::BestEffort || is_own || unit.program().allows(actor, REVERSE, false) {
            return Ok(());
        }
        Err(Reason::Forbidden { right: REVERSE.to_owned() }.into())
    }

    /// The refusal of a file that cannot be the one with which the batch is done.
    fn other_file(id: &Id) -> Error {
        Error::invalid("args.csv", format_args!("is of another file than that with which batch '{id}' is done; begin with a dry run"))
    }

    /// The batch with this id.
    ///
    /// # Errors
    /// `not_found`.
    pub fn load(unit: &mut Unit<'_>, id: &Id) -> Result<Self, Error> {
        Self::find(unit, id)?.ok_or_else(|| Error::not_found("batch", id))
    }
}

impl Record for Bulk {
    const TABLE: &'static Table = &BULK;

    fn to_row(&self) -> StoredRow {
        StoredRow { table: &BULK, values: vec![Value::from(&self.root), Value::from(self.state.name())], body: json::text(&self.facts) }
    }

    fn from_row(row: StoredRow) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, state) = (columns.root(), columns.word());
        let state = State::from_name(&state).unwrap_or_else(|| {
            columns.refuse(&format_args!("a batch in the unknown state '{state}'"));
            State::Done
        });
        let record = Bulk { root, state, facts: columns.body() };
        columns.end(record)
    }
}

/// What a row of a batch has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkRow {
    /// The customer's root.
    pub root: Root,
    /// The batch.
    pub batch: String,
    /// The row of the file, as a spreadsheet counts.
    pub number: u64,
    /// The point type.
    pub point_type: String,
    /// The signed amount; zero where the balance was what it should be.
    pub amount: Amount,
    /// The number of the entry, where there is one.
    pub entry: Option<u64>,
    /// Whether the batch's reversal took it back.
    pub is_reversed: bool,
}

impl BulkRow {
    /// The key of a row.
    pub fn key(root: &Root, batch: &Id, number: u64) -> Key {
        vec![Value::from(root), Value::from(batch.as_str()), Value::from(number)]
    }

    /// The rows of a batch behind a row, up to another.
    pub fn scan(batch: &Id, after: u64, until: u64) -> Scan {
        let scan = Scan::prefix(&BULK_ROW, vec![Value::from(batch.as_str())]).by(&BY_BATCH);
        // Behind all keys with this number.
        scan.after(Some(vec![Value::from(after)])).until(vec![Value::from(until)])
    }
}

impl Record for BulkRow {
    const TABLE: &'static Table = &BULK_ROW;

    fn to_row(&self) -> StoredRow {
        let values = vec![
            Value::from(&self.root),
            Value::from(self.batch.as_str()),
            Value::from(self.number),
            Value::from(self.point_type.as_str()),
            Value::Int(self.amount.units()),
            self.entry.map_or(Value::Null, Value::from),
            Value::from(self.is_reversed),
        ];
        StoredRow { table: &BULK_ROW, values, body: String::new() }
    }

    fn from_row(row: StoredRow) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = BulkRow {
            root: columns.root(),
            batch: columns.word(),
            number: columns.count(),
            point_type: columns.word(),
            amount: columns.amount(),
            entry: columns.int_or_null().and_then(|number| u64::try_from(number).ok()),
            is_reversed: columns.int() != 0,
        };
        columns.end(record)
    }
}

/// What rows have given and taken in one point type.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// Given in all.
    pub given: Quantity,
    /// Taken in all.
    pub taken: Quantity,
}

/// What is added to the counter of the rows done once a batch takes no more. No commit of a row lets the counter come that far: so none that was
/// prepared before slips in behind, and the rows of a batch that is open do not wait for its root.
const CLOSED: i64 = 1 << 61;

/// How many rows a batch has done, and whether it takes no more.
fn rows_done(unit: &mut Unit<'_>, batch: &Id) -> Result<(u64, bool), Error> {
    let count = unit.counter(&Count::Done.name(batch))?;
    Ok((u64::try_from(count % CLOSED).unwrap_or_default(), count >= CLOSED))
}

/// Lets a batch take no more rows; its root is held.
fn close(unit: &mut Unit<'_>, batch: &Id) -> Result<(), Error> {
    if rows_done(unit, batch)?.1 { Ok(()) } else { unit.step(&Count::Done.name(batch), CLOSED, i64::MAX) }
}

/// What is counted of a batch by guarded counters, in the same commit as each row: so it is exact after a crash too.
pub(crate) enum Count<'c> {
    /// Rows done.
    Done,
    /// Rows reversed.
    Reversed,
    /// Given in a point type.
    Given(&'c str),
    /// Taken in a point type.
    Taken(&'c str),
}

impl Count<'_> {
    /// The counter's name.
    pub(crate) fn name(&self, batch: &Id) -> String {
        match self {
            Count::Done => format!("bulk/{batch}/done"),
            Count::Reversed => format!("bulk/{batch}/reversed"),
            Count::Given(point_type) => format!("bulk/{batch}/given/{point_type}"),
            Count::Taken(point_type) => format!("bulk/{batch}/taken/{point_type}"),
        }
    }

    /// Where the counter stands.
    pub(crate) fn key(&self, batch: &Id) -> (&'static Table, Key) {
        (&COUNTER, vec![Value::from(self.name(batch).as_str())])
    }

    /// The counters of a batch in a program's point types.
    pub(crate) fn keys(unit: &Unit<'_>, batch: &Id) -> Vec<(&'static Table, Key)> {
        let program = unit.program();
        let of_type = |id: &str| [Count::Given(id).key(batch), Count::Taken(id).key(batch)];
        let types = program.point_types.iter().flat_map(|point_type| of_type(point_type.id.as_str()));
        types.chain([Count::Done.key(batch), Count::Reversed.key(batch)]).gather()
    }
}
