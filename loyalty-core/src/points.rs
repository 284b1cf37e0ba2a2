//! Points: what hosts do with a customer's ledgers. The rules are in `crate::ledger`; here are the operations and what they share.

mod adjust;
mod balance;
mod capture;
mod earn;
mod expiring;
mod explain;
mod history;
mod hold;
mod release;
mod reverse;
mod spend;

pub use adjust::Adjust;
pub use balance::{Balance, Balances, PastBalance};
pub use capture::{Capture, Captured};
pub use earn::Earn;
pub use expiring::{Due, Expiring, Schedule};
pub use explain::{Explain, Explained, Origins};
pub use history::{History, HistoryPage};
pub use hold::Hold;
pub use release::Release;
pub use reverse::{Reverse, Reversed};
pub use spend::Spend;

use schemars::JsonSchema;

use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::entry::{Entry, entry_ref, parse_ref};
use crate::error::Error;
use crate::id::{CustomerId, Ref};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::membership::State;
use crate::unit::Unit;

/// The result of an operation that writes one entry.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Posted {
    /// The customer.
    pub customer: CustomerId,
    /// The entry; the receipt's `entries` have it whole.
    pub entry: Ref,
}

impl Posted {
    fn new(customer: &Customer, entry: &Entry) -> Result<Self, Error> {
        Ok(Posted { customer: customer.id.clone(), entry: entry_ref(&customer.id, &entry.point_type, entry.number)? })
    }
}

/// Opens a ledger for a command and checks the version of the account that the caller saw.
fn open<'u, 'r>(unit: &'u mut Unit<'r>, customer: &Customer, point_type: &str) -> Result<Ledger<'u, 'r>, Error> {
    let ledger = Ledger::open(unit, customer, point_type)?;
    let entries = ledger.account.entries;
    ledger.check_version(entries)
}

/// An amount that must be more than zero.
fn positive(quantity: Quantity, places: u32) -> Result<Amount, Error> {
    let amount = quantity.amount(places, "args.amount")?;
    if amount.is_positive() { Ok(amount) } else { Err(Error::invalid("args.amount", "must be more than zero")) }
}

/// The point type and number that an id of this customer names.
fn resolve<'i>(unit: &Unit<'_>, id: &'i Ref, customer: &CustomerId, prefix: &str, what: &'static str) -> Result<(&'i str, u64), Error> {
    let found = parse_ref(id, customer, prefix).filter(|(point_type, _)| unit.program().point_type(point_type).is_some());
    found.ok_or_else(|| Error::not_found(what, id))
}

/// What was begun is settled in every live state, on a hold of the account too (rule M2).
fn require_live(customer: &Customer) -> Result<(), Error> {
    match customer.membership.state {
        State::Merged | State::Deleted => Err(Error::not_eligible(format_args!("the account is {}", customer.membership.state.name()))),
        _ => Ok(()),
    }
}
