//! The journal as evidence: balances, lots, holds and the hash chain recomputed from the entries (rule L14). Pure.

mod books;
mod chain;
#[cfg(test)]
mod tests;
mod verify;

pub use verify::{Verified, Verify};

use schemars::JsonSchema;

use crate::error::Error;
use crate::hex::hex;
use crate::json::Json;
use crate::record::Record;
use crate::repository::{Row, Table};

/// The first place where the books are not what they should be.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Difference {
    /// Where: a row of the operation log, an entry, an account, a lot or a hold.
    pub place: String,
    /// What must stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

/// What is compared: a thing in the books, and which of its values; the thing itself where there is none to name.
///
/// The words are put together only when something differs, which is once in a verification and never in most.
struct Place<'p>(&'p str, &'p str);

impl Place<'_> {
    fn texts(&self, expected: &str, found: &str) -> Result<(), Difference> {
        if expected == found { Ok(()) } else { Err(self.difference(expected, found)) }
    }

    /// Numbers, wide enough for sums of whatever tampering left.
    fn numbers(&self, expected: i128, found: impl Into<i128>) -> Result<(), Difference> {
        let found = found.into();
        if expected == found { Ok(()) } else { Err(self.difference(expected.to_string(), found.to_string())) }
    }

    fn holds(&self, holds: bool) -> Result<(), Difference> {
        if holds { Ok(()) } else { Err(self.difference("true", "false")) }
    }

    fn digests(&self, expected: &[u8; 32], found: &[u8; 32]) -> Result<(), Difference> {
        if expected == found { Ok(()) } else { Err(self.difference(hex(expected), hex(found))) }
    }

    #[cold]
    #[inline(never)]
    fn difference(&self, expected: impl Into<String>, found: impl Into<String>) -> Difference {
        let Place(thing, value) = self;
        let joint = if value.is_empty() { "" } else { ", " };
        Difference { place: format!("{thing}{joint}{value}"), expected: expected.into(), found: found.into() }
    }
}

/// A row as it is stored, whether or not it can be read: tampering may leave anything.
struct Stored<R>(Row, Result<R, Error>);

impl<R: Record> Record for Stored<R> {
    const TABLE: &'static Table = R::TABLE;

    fn to_row(&self) -> Row {
        self.0.clone()
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let record = R::from_row(row.clone());
        Ok(Stored(row, record))
    }
}

impl<R: Record> Stored<R> {
    /// The record, when its row can be read and is the one in which the record would be written: an order that lies in the key must fit it.
    fn record(self) -> Result<R, Difference> {
        let place = || format!("a row of the table {}", R::TABLE.name);
        let record =
            self.1.map_err(|error| Difference { place: place(), expected: "a row that can be read".into(), found: error.to_string() })?;
        let fits = record.to_row().values == self.0.values;
        if fits { Ok(record) } else { Err(Place(&place(), "").difference("columns that agree with each other", "others")) }
    }
}
