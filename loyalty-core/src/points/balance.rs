//! `points.balance`

use schemars::JsonSchema;

use crate::account::{self, Account};
use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::entry::Entry;
use crate::error::Error;
use crate::gather::Gather;
use crate::hold::{Hold, HoldView};
use crate::id::{CustomerId, Slug};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// How many open holds of a point type are shown.
const HOLDS_MAX: usize = 100;

/// The balances of a customer: what can be spent, what is pending, held and owed, and the lifetime totals.
///
/// What is past its end never counts, whether or not the sweep has run. With `as_of` the answer also has the totals as they were at that moment,
/// by the times at which entries took effect.
///
/// Rules L4, L6, L7, L12.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// The customer.
    pub customer: CustomerId,
    /// One point type; all when absent.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub point_type: Option<Slug>,
    /// A moment that has passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Timestamp>,
}

/// The balances of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Balances {
    /// The customer.
    pub customer: CustomerId,
    /// When this was so.
    pub at: Timestamp,
    /// One per point type.
    pub balances: Vec<account::Balance>,
    /// The open holds, those that end first first, at most 100 per point type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<HoldView>,
    /// The totals at the moment `as_of`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_of: Vec<PastBalance>,
}

/// A total as it was.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct PastBalance {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// The sum of all entries that had taken effect.
    pub total: Quantity,
}

impl Operation for Balance {
    const NAME: &'static str = "points.balance";
    const KIND: Kind = Kind::Query;
    type Output = Balances;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Balances, Error> {
        if self.as_of.is_some_and(|at| at > unit.now()) {
            return Err(Error::invalid("args.as_of", "lies in the future; give a moment that has passed"));
        }
        let customer = Customer::load(unit, &self.customer)?;
        let mut answer =
            Balances { customer: customer.id.clone(), at: unit.now(), balances: Vec::new(), holds: Vec::new(), as_of: Vec::new() };
        for point_type in types(unit, self.point_type.as_ref())? {
            let account = Ledger::open(unit, &customer, point_type.as_str())?.close();
            answer.balances.push(account.view()?);
            for hold in unit.scan::<Hold>(&Hold::scan_open(&account.root, &account.point_type).limit(HOLDS_MAX))? {
                answer.holds.push(hold.view(account.places)?);
            }
            if let Some(at) = self.as_of {
                let total = total_as_of(unit, &account, at)?.decimal(account.places);
                answer.as_of.push(PastBalance { point_type, total });
            }
        }
        Ok(answer)
    }
}

/// The point types that a query is about: the one named, or all of the program.
///
/// # Errors
/// `invalid_request` for a type that the program does not have.
pub(super) fn types(unit: &Unit<'_>, named: Option<&Slug>) -> Result<Vec<Slug>, Error> {
    let program = unit.program();
    match named {
        Some(id) => crate::ledger::find_type(&program, id.as_str()).map(|point_type| vec![point_type.id.clone()]),
        None => Ok(program.point_types.iter().map(|point_type| point_type.id.clone()).gather()),
    }
}

/// The sum of all entries that had taken effect at a moment (rule L12), without reading the journal.
///
/// Entries recorded in the order of their effect form, up to the moment, a beginning of the journal, whose sum the last of them bears. Late ones
/// (dated back) recorded behind it are added one by one; there are few.
fn total_as_of(unit: &mut Unit<'_>, account: &Account, at: Timestamp) -> Result<Amount, Error> {
    let in_order = Entry::scan_effective(&account.root, &account.point_type, false, at).limit(1);
    let last = unit.scan::<Entry>(&in_order)?.into_iter().next();
    let (number, sum) = last.map_or((0, Amount::ZERO), |entry| (entry.number, entry.balance));
    let late = unit.scan::<Entry>(&Entry::scan_effective(&account.root, &account.point_type, true, at))?;
    late.iter().filter(|entry| entry.number > number).try_fold(sum, |sum, entry| sum.plus(entry.amount))
}
