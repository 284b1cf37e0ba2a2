//! What the engine asks of storage: rows, keys, indexes, pages, and one atomic commit.
//!
//! A repository knows nothing of loyalty. It keeps [`Row`]s in [`Table`]s, gives them back by key or by
//! index, and applies [`Changes`] all or not at all. Correctness rests on one thing: a change set names every
//! root it rested on together with the version it read, and is refused when another commit came first.
//!
//! Implementations: [`Memory`](crate::memory::Memory) here, the SQL drivers in `loyalty-sql`, and whatever a host
//! brings. [`conformance`] is the suite that any implementation must pass.

pub mod conformance;
mod search;
mod table;
pub mod wire;

pub use search::{Compare, Filter, Search};
pub use table::{Column, ColumnType, Erasure, Index, Key, Row, Table, Value};

use std::cmp::Ordering;

pub use crate::error::{Outcome, StorageError};

/// Every root (customer, gift card, program) with its version: column 0 is the key, column 1 the version.
///
/// Rows of this table are written only through [`Changes::roots`].
pub static ROOT: Table = Table {
    name: "root",
    columns: &[
        Column::bytes("root", 260),
        Column::int("version"),
        Column::int("recorded_at"),
        Column::int("log_seq"),
        Column::bytes("log_head", 32),
    ],
    key: 1,
    indexes: &[],
    search: None,
    erasure: Erasure::Kept,
};

/// Claims: one row per value that must be unique across roots, such as an email or an order number.
pub static CLAIM: Table = Table {
    name: "claim",
    columns: &[Column::bytes("scope", 32), Column::bytes("value", 320), Column::bytes("owner", 260)],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::Kept,
};

/// Shared counters, such as reward stock used or the value an agent gave today.
pub static COUNTER: Table = Table {
    name: "counter",
    columns: &[Column::bytes("name", 320), Column::int("value")],
    key: 1,
    indexes: &[],
    search: None,
    erasure: Erasure::Kept,
};

/// Storage as the engine sees it. Synchronous, object-safe, usable from many threads.
pub trait Repository: Send + Sync {
    /// Answers every read, in order, in one round trip where the engine allows it.
    ///
    /// Each answer is a list of rows: none or one for [`Read::Get`], at most `limit` for [`Read::Scan`].
    ///
    /// # Errors
    /// [`StorageError`] when the storage could not answer; nothing was changed.
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError>;

    /// Rows of a table across roots that match a filter and a text, sorted, one page. Their bodies are whole; in columns that the search does not name
    /// they may have null ([`Search::named`]), so that nothing is read for nothing.
    ///
    /// # Errors
    /// [`StorageError`] when the storage could not answer.
    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError>;

    /// Applies each change set atomically and makes all accepted ones durable together.
    ///
    /// The answers stand in the order of `changes`; a refused change set leaves no trace, and does not touch the
    /// others. Later change sets see what earlier ones of the same call wrote.
    ///
    /// # Errors
    /// [`StorageError`] when the call as a whole failed: `Failed` and `Busy` mean that nothing was applied, `Unknown`
    /// that the reply was lost and each change set may or may not stand.
    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError>;
}

/// One question to a [`Repository`].
#[derive(Debug, Clone)]
pub enum Read {
    /// The row with this key.
    Get(&'static Table, Key),
    /// A range of an index.
    Scan(Scan),
}

/// A range of a table in the order of its key or of one of its indexes.
///
/// The columns of an index are followed by the key's columns (those not in it already), so that every order is total.
/// Rows whose first index column is null are not part of the index.
#[derive(Debug, Clone)]
pub struct Scan {
    /// The table.
    pub table: &'static Table,
    /// The index by which to go; the key when `None`.
    pub index: Option<&'static Index>,
    /// The first columns equal these values.
    pub prefix: Vec<Value>,
    /// Start behind this position: values of the columns after the prefix, compared in lexicographic order. In reverse, "behind" means smaller.
    pub after: Option<Vec<Value>>,
    /// End at this position, inclusive: values of the columns after the prefix; a shorter list compares as far as it reaches.
    /// In reverse, the smallest position still included.
    pub until: Option<Vec<Value>>,
    /// Largest first.
    pub reverse: bool,
    /// At most this many rows.
    pub limit: usize,
}

impl Scan {
    /// All rows below a key prefix, in key order.
    pub fn prefix(table: &'static Table, prefix: Vec<Value>) -> Self {
        Scan { table, index: None, prefix, after: None, until: None, reverse: false, limit: usize::MAX }
    }

    /// The same range, at most `limit` rows.
    #[must_use]
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// The same range, ending at `until`, inclusive.
    #[must_use]
    pub fn until(mut self, until: Vec<Value>) -> Self {
        self.until = Some(until);
        self
    }

    /// The same range, behind `after`.
    #[must_use]
    pub fn after(mut self, after: Option<Vec<Value>>) -> Self {
        self.after = after;
        self
    }

    /// The same range, largest first.
    #[must_use]
    pub fn reversed(mut self) -> Self {
        self.reverse = true;
        self
    }

    /// The same range by an index.
    #[must_use]
    pub fn by(mut self, index: &'static Index) -> Self {
        self.index = Some(index);
        self
    }

    /// The columns that give the order of this scan, as positions in the table.
    pub fn order(&self) -> Vec<usize> {
        self.table.order(self.index)
    }

    /// Where a row stands in the order of this scan.
    pub fn position(&self, row: &Row) -> Vec<Value> {
        row.pick(&self.order())
    }

    /// Whether a position (all columns of [`Scan::order`]) lies in this range. `limit` is not looked at.
    pub fn contains(&self, position: &[Value]) -> bool {
        let indexed = self.index.is_none() || !matches!(position.first(), Some(Value::Null));
        indexed && position.starts_with(&self.prefix) && self.has_begun(position) && self.reaches(position)
    }

    /// Whether a position that has the prefix lies behind `after`.
    pub fn has_begun(&self, position: &[Value]) -> bool {
        let behind = if self.reverse { Ordering::Less } else { Ordering::Greater };
        self.after.as_ref().is_none_or(|after| self.rest(position, after.len()).cmp(after) == behind)
    }

    /// Whether a position that has the prefix lies not beyond `until`.
    pub fn reaches(&self, position: &[Value]) -> bool {
        let beyond = if self.reverse { Ordering::Less } else { Ordering::Greater };
        self.until.as_ref().is_none_or(|until| self.rest(position, until.len()).cmp(until) != beyond)
    }

    /// The values behind the prefix, at most `len` of them.
    fn rest<'a>(&self, position: &'a [Value], len: usize) -> &'a [Value] {
        let rest = position.get(self.prefix.len()..).unwrap_or_default();
        rest.get(..len).unwrap_or(rest)
    }
}

/// What one command changes. Applied whole or not at all.
#[derive(Debug, Clone, Default)]
pub struct Changes {
    /// Every root the command rested on, with the version it read.
    pub roots: Vec<RootWrite>,
    /// Rows to write and delete, each in a root named above (tables without a root of their own aside).
    pub writes: Vec<Write>,
    /// Unique values to take and give back; given back first.
    pub claims: Vec<Claim>,
    /// Guarded relative steps of shared counters.
    pub steps: Vec<Step>,
}

/// The new row of a root; applied only if the stored version is still `expected` (0: the root must not exist yet).
#[derive(Debug, Clone)]
pub struct RootWrite {
    /// The version the command read.
    pub expected: u64,
    /// The new row of [`ROOT`]; its version column is `expected + 1`, or a larger one where a root is moved in from another storage.
    pub row: Row,
}

/// One row to write.
#[derive(Debug, Clone)]
pub enum Write {
    /// A new row; a row with the same key, or the same values in a unique index, is a [`Refusal::Conflict`].
    Insert(Row),
    /// A row that may or may not exist: it is replaced whole. Values of a unique index that another row has are a
    /// [`Refusal::Conflict`].
    Put(Row),
    /// Removes the row with this key, if it exists.
    Delete(&'static Table, Key),
}

/// A change to the unique values that a root holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// Take a value; taking what one holds already is fine, taking what another holds is [`Refusal::Taken`].
    Take {
        /// What kind of value, such as `email`.
        scope: &'static str,
        /// The value.
        value: Vec<u8>,
        /// The root that takes it.
        owner: Vec<u8>,
    },
    /// Give a value back; what one does not hold stays as it is.
    Release {
        /// What kind of value, such as `email`.
        scope: &'static str,
        /// The value.
        value: Vec<u8>,
        /// The root that gives it back.
        owner: Vec<u8>,
    },
}

/// A relative step of a counter, which starts at 0; refused when the result would leave `min..=max`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The counter.
    pub name: Vec<u8>,
    /// How far.
    pub by: i64,
    /// The smallest value allowed afterwards.
    pub min: i64,
    /// The largest value allowed afterwards.
    pub max: i64,
}

/// Why a change set was not applied. Nothing of it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Another commit came first (a root's version, or a row that should be new): read again and try again.
    Conflict,
    /// A claim is held by another root.
    Taken {
        /// What kind of value.
        scope: &'static str,
        /// The value.
        value: Vec<u8>,
        /// The root that holds it.
        owner: Vec<u8>,
    },
    /// A counter would leave its bounds.
    Exhausted {
        /// The counter.
        name: Vec<u8>,
        /// Its value now.
        value: i64,
    },
}

impl<R: Repository + ?Sized> Repository for std::sync::Arc<R> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        (**self).read(reads)
    }
    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        (**self).search(search)
    }
    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        (**self).commit(changes)
    }
}
