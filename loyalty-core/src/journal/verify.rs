//! `journal.verify`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Difference, check_account, check_chain};
use crate::account::Account;
use crate::customer::Customer;
use crate::entry::Entry;
use crate::error::Error;
use crate::id::CustomerId;
use crate::log::{LogRow, hex};
use crate::lot::Lot;
use crate::operation::{self, Kind, Operation};
use crate::record::{Record, Root};
use crate::repository::{Row, Scan, Value};
use crate::unit::Unit;

/// Recomputes a customer's balances, lots and hash chain from the entries, and reports the first difference.
///
/// Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail shows too. Reads the whole journal.
///
/// Rule L14.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The customer.
    pub customer: CustomerId,
    /// A head that an earlier call returned: it must still be part of the chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_head: Option<String>,
}

/// The verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verified {
    /// Whether everything is as it should be.
    pub sound: bool,
    /// The head of the chain, 64 hexadecimal digits.
    pub head: String,
    /// Commands in the chain.
    pub commands: usize,
    /// Entries in all journals.
    pub entries: usize,
    /// The first difference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<Difference>,
}

impl Operation for Verify {
    const NAME: &'static str = "journal.verify";
    const KIND: Kind = Kind::Query;
    type Output = Verified;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Verified, Error> {
        let root = Customer::load(unit, &self.customer)?.root();
        let state = unit.rest_on(&root)?.clone();
        let rows = unit.scan::<LogRow>(&LogRow::scan(&root))?;
        let entries = unit.scan::<Entry>(&Scan::prefix(&crate::entry::ENTRY, vec![Value::from(&root)]))?;
        let entries: Vec<Row> = entries.iter().map(Record::to_row).collect();
        let mut found = check_chain(&rows, &entries, &state).and_then(|()| self.check_expected(&rows)).err();
        for account in Account::all(unit, &root)? {
            let lots = unit.scan::<Lot>(&Lot::scan_all(&root, &account.point_type))?;
            let name = Value::from(account.point_type.as_str());
            let mine: Vec<Row> = entries.iter().filter(|row| *row.value(1) == name).cloned().collect();
            found = found.or(check_account(&account, &mine, &lots)?.err());
        }
        Ok(Verified { sound: found.is_none(), head: hex(&state.log_head), commands: rows.len(), entries: entries.len(), difference: found })
    }
}

impl Verify {
    fn check_expected(&self, rows: &[LogRow]) -> Result<(), Difference> {
        match &self.expected_head {
            Some(head) if !rows.iter().any(|row| hex(&row.link) == *head) => {
                Err(Difference { place: "the chain".into(), expected: format!("a command with the link {head}"), found: "none".into() })
            }
            _ => Ok(()),
        }
    }
}
