//! The blacklist: which emails may not buy, and which customer each of them is blocked for (rule E2).

mod check;
mod set;

pub use check::{Check, Checked, Obstacle};
pub use set::{BlacklistSet, Set};

use schemars::JsonSchema;

use crate::error::Error;
use crate::gather::Gather;
use crate::id::{Email, Text};
use crate::json::Json;
use crate::limits::BLOCKED_EMAILS_MAX;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::secret::Secret;
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
    erasure: Erasure::Cleared(BlockedEmail::hash),
};

const BY_EMAIL: Index = Index { name: "email", columns: &[1], unique: false };

/// A blacklisting (rule E2).
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Blacklisting {
    /// Why, as it was said last.
    pub reason: Text,
    /// Since when the customer is blacklisted.
    pub since: Timestamp,
    /// The actor who gave the reason.
    pub by: String,
    /// Since when it has this reason, when it had another before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_since: Option<Timestamp>,
    /// The folded emails it blocks: those the customer had while blacklisted, at most 100.
    pub emails: Vec<String>,
}

impl Blacklisting {
    /// Blocks its emails for a customer.
    pub fn block(&self, unit: &mut Unit<'_>, root: &Root) {
        for email in &self.emails {
            unit.put(&BlockedEmail { root: root.clone(), email: email.clone() });
        }
    }

    /// Adds an email that the customer has now. Says whether it is new.
    ///
    /// # Errors
    /// `limit_exceeded` beyond [`BLOCKED_EMAILS_MAX`] emails.
    pub fn add(&mut self, email: &Email) -> Result<bool, Error> {
        let email = email.folded();
        if self.emails.contains(&email) {
            return Ok(false);
        }
        if self.emails.len() >= BLOCKED_EMAILS_MAX {
            return Err(Error::limit_exceeded("blocked emails of a customer", BLOCKED_EMAILS_MAX, self.emails.len() + 1));
        }
        self.emails.push(email);
        Ok(true)
    }
}

/// An email blocked by the blacklisting of one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockedEmail {
    /// The customer.
    pub root: Root,
    /// The folded email; of somebody who was erased, its hash.
    pub email: String,
}

impl BlockedEmail {
    /// The emails that a customer blocks.
    pub fn scan(root: &Root) -> Scan {
        Scan::prefix(&BLOCKED_EMAIL, vec![Value::from(root)])
    }

    /// Whether any blacklisting blocks this email, also one of somebody who was erased since.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn is_any(unit: &mut Unit<'_>, email: &Email) -> Result<bool, Error> {
        let folded = email.folded();
        let secrets = unit.secrets().map(|(_, all)| all).unwrap_or_default();
        let hashed: Vec<String> = secrets.iter().map(|secret| hashed(secret, &folded)).gather();
        for stored in std::iter::once(folded).chain(hashed) {
            let scan = Scan { index: BLOCKED_EMAIL.indexes.first(), ..Scan::prefix(&BLOCKED_EMAIL, vec![Value::from(stored.as_str())]) };
            if !unit.scan::<BlockedEmail>(&scan.limit(1))?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Goes on blocking the email of somebody who is erased, as a hash under the host's secret in its place (rule K11).
    ///
    /// # Errors
    /// `invalid_request` where the host has configured no secret.
    pub fn hash(unit: &mut Unit<'_>, row: Row) -> Result<(), Error> {
        let blocked = BlockedEmail::from_row(row)?;
        // A hash has none.
        if !blocked.email.contains('@') {
            return Ok(());
        }
        let Ok((secret, _)) = unit.secrets() else {
            let problem = "is missing; a blacklisted email stays blocked by a hash under a secret of the host: configure one, or take the customer off the blacklist first";
            return Err(Error::invalid("config.secrets", problem));
        };
        unit.delete(&blocked);
        unit.put(&BlockedEmail { email: hashed(secret, &blocked.email), root: blocked.root });
        Ok(())
    }
}

/// What is stored in the place of an email that must not be read any more; it is no hash of anything else under the same secret.
fn hashed(secret: &Secret, folded: &str) -> String {
    secret.hash(&format!("blocked email {folded}"))
}

impl Record for BlockedEmail {
    const TABLE: &'static Table = &BLOCKED_EMAIL;

    fn to_row(&self) -> Row {
        Row { table: &BLOCKED_EMAIL, values: vec![Value::from(&self.root), Value::from(self.email.as_str())], body: String::new() }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = BlockedEmail { root: columns.root(), email: columns.word() };
        columns.end(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule E2
    #[test]
    fn one_blacklisting_blocks_a_bounded_number_of_emails() {
        let reason = Text::new("chargebacks").unwrap();
        let mut blacklisting =
            Blacklisting { reason, since: Timestamp::default(), by: "maria".into(), reason_since: None, emails: Vec::new() };
        let email = |number: usize| Email::new(format!("a{number}@example.com")).unwrap();
        for number in 0..BLOCKED_EMAILS_MAX {
            assert!(blacklisting.add(&email(number)).unwrap());
        }
        assert!(!blacklisting.add(&email(0)).unwrap());
        assert_eq!(blacklisting.add(&email(BLOCKED_EMAILS_MAX)).unwrap_err().code(), "limit_exceeded");
    }
}
