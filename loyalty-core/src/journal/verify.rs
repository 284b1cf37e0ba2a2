//! `journal.verify`

use schemars::JsonSchema;

use super::books::{Books, check_books};
use super::chain::check_chain;
use super::{Difference, Stored};
use crate::customer::Customer;
use crate::entry::Entry;
use crate::error::Error;
use crate::gather::Gather;
use crate::gift_card::GiftCard;
use crate::hex::hex;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::ledger::Owner;
use crate::log::LogRow;
use crate::membership::State;
use crate::operation::{Kind, Operation};
use crate::record::{Record, Root};
use crate::repository::{Row, Scan, Value};
use crate::unit::Unit;

/// Recomputes the balances, lots, holds and hash chain of a customer, or of a gift card, from the entries, and reports the first difference.
///
/// Keep the `head` it returns outside of the database and give it as `expected_head` later: then a cut-off tail shows too. Reads the whole journal.
///
/// Errors: `invalid_request` unless exactly one of `customer` and `gift_card` is given; `not_found`.
///
/// Rule L14.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The number of a gift card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
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
        self.customer.as_ref().map(Root::customer).or_else(|| self.gift_card.as_ref().map(Root::gift_card)).into_iter().gather()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Verified, Error> {
        let (root, on_hold) = match (&self.customer, &self.gift_card) {
            (Some(id), None) => {
                let customer = Customer::load(unit, id)?;
                (customer.root(), customer.membership.state == State::OnHold)
            }
            (None, Some(number)) => (GiftCard::load(unit, &Root::gift_card(number))?.root(), false),
            _ => return Err(Error::invalid("args", "names both or neither of `customer` and `gift_card`; name one")),
        };
        let state = unit.rest_on(&root)?.clone();
        let rows = unit.scan::<LogRow>(&LogRow::scan(&root))?;
        let entries = of_root::<Entry>(unit, &root)?;
        let written: Vec<Row> = entries.iter().map(Record::to_row).gather();
        let chain = check_chain(&rows, &written, &state).and_then(|()| self.check_expected(&rows));
        let (accounts, lots, holds) = (of_root(unit, &root)?, of_root(unit, &root)?, of_root(unit, &root)?);
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
    /// Of a root, whatever it is of; nothing for the program, which has no books.
    pub fn of(root: &Root) -> Option<Self> {
        let verify = Verify { customer: root.customer_id(), gift_card: root.gift_card_number(), expected_head: None };
        (verify.customer.is_some() || verify.gift_card.is_some()).then_some(verify)
    }

    fn check_expected(&self, rows: &[LogRow]) -> Result<(), Difference> {
        match &self.expected_head {
            Some(head) if !rows.iter().any(|row| hex(&row.link) == *head) => {
                Err(Difference { place: "the chain".into(), expected: format!("a command with the link {head}"), found: "none".into() })
            }
            _ => Ok(()),
        }
    }
}
