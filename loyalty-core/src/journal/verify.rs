//! `journal.verify`

use schemars::JsonSchema;

use super::books::{Books, check_books};
use super::chain::check_chain;
use super::{Difference, Stored};
use crate::customer::Customer;
use crate::entry::Entry;
use crate::error::Error;
use crate::hex::hex;
use crate::id::CustomerId;
use crate::json::Json;
use crate::log::LogRow;
use crate::membership::State;
use crate::operation::{self, Kind, Operation};
use crate::record::{Record, Root};
use crate::repository::{Row, Scan, Value};
use crate::unit::Unit;

/// Recomputes a customer's balances, lots, holds and hash chain from the entries, and reports the first difference.
///
/// Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail shows too. Reads the whole journal.
///
/// Rule L14.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The customer.
    pub customer: CustomerId,
    /// A head that an earlier call returned: it must still be part of the chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_head: Option<String>,
}

/// The verdict.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
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
        let customer = Customer::load(unit, &self.customer)?;
        let root = customer.root();
        let state = unit.rest_on(&root)?.clone();
        let rows = unit.scan::<LogRow>(&LogRow::scan(&root))?;
        let entries = of_root::<Entry>(unit, &root)?;
        let written: Vec<Row> = entries.iter().map(Record::to_row).collect();
        let chain = check_chain(&rows, &written, &state).and_then(|()| self.check_expected(&rows));
        let (accounts, lots, holds) = (of_root(unit, &root)?, of_root(unit, &root)?, of_root(unit, &root)?);
        let on_hold = customer.membership.state == State::OnHold;
        let books = Books::new(entries, accounts, lots, holds, on_hold).and_then(|books| check_books(&books));
        let difference = chain.and(books).err();
        Ok(Verified { sound: difference.is_none(), head: hex(&state.log_head), commands: rows.len(), entries: written.len(), difference })
    }
}

/// All rows of a table that belong to a root, whatever the program says of them now.
fn of_root<R: Record>(unit: &mut Unit<'_>, root: &Root) -> Result<Vec<Stored<R>>, Error> {
    unit.scan(&Scan::prefix(R::TABLE, vec![Value::from(root)]))
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
