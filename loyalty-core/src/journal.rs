//! The journal as evidence: balances, lots, holds and the hash chain recomputed from the entries (rule L14). Pure.

mod books;
mod chain;
#[cfg(test)]
mod tests;
mod verify;

pub use verify::{Verified, Verify};

use schemars::JsonSchema;

use crate::json::Json;
use crate::error::Error;
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

fn differ(place: impl ToString, expected: impl ToString, found: impl ToString) -> Result<(), Difference> {
    let (expected, found) = (expected.to_string(), found.to_string());
    if expected == found { Ok(()) } else { Err(Difference { place: place.to_string(), expected, found }) }
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
        differ(place(), "columns that agree with each other", if fits { "columns that agree with each other" } else { "others" })?;
        Ok(record)
    }
}
