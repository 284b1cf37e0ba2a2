//! The blacklist: which emails may not buy, and which customer each of them is blocked for (rule E2).

mod check;
mod set;

pub use check::{Check, Checked, Obstacle};
pub use set::{BlacklistSet, Set};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::id::{Email, Text};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// One row for each email that a blacklisted customer blocks. Two customers, such as a guest and a registered one, can block the same email,
/// and clearing one of them leaves the other's row.
pub static BLOCKED_EMAIL: Table = Table {
    name: "blocked_email",
    columns: &[Column::bytes("root", 260), Column::bytes("email", 320)],
    key: 2,
    indexes: &[BY_EMAIL],
    search: None,
};

const BY_EMAIL: Index = Index { name: "email", columns: &[1], unique: false };

/// A blacklisting (rule E2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Blacklisting {
    /// Why.
    pub reason: Text,
    /// Since when.
    pub since: Timestamp,
    /// The actor who set it.
    pub by: String,
    /// The folded emails it blocks: those the customer had while blacklisted.
    pub emails: Vec<String>,
}

impl Blacklisting {
    /// Adds an email that the customer has now. Says whether it is new.
    pub fn add(&mut self, email: &Email) -> bool {
        let email = email.folded();
        let is_new = !self.emails.contains(&email);
        if is_new {
            self.emails.push(email);
        }
        is_new
    }
}

/// An email blocked by the blacklisting of one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockedEmail {
    /// The customer.
    pub root: Root,
    /// The folded email.
    pub email: String,
}

impl BlockedEmail {
    /// Whether any blacklisting blocks this email.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn is_any(unit: &mut Unit<'_>, email: &Email) -> Result<bool, Error> {
        let scan = Scan {
            index: BLOCKED_EMAIL.indexes.first(),
            ..Scan::prefix(&BLOCKED_EMAIL, vec![Value::from(email.folded().as_str())]).limit(1)
        };
        Ok(!unit.scan::<BlockedEmail>(&scan)?.is_empty())
    }
}

impl Record for BlockedEmail {
    const TABLE: &'static Table = &BLOCKED_EMAIL;

    fn to_row(&self) -> Row {
        Row { table: &BLOCKED_EMAIL, values: vec![Value::from(&self.root), Value::from(self.email.as_str())], body: String::new() }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        Ok(BlockedEmail { root: columns.root()?, email: columns.word()? })
    }
}
