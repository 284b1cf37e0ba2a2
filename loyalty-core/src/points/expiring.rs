//! `points.expiring`

use schemars::JsonSchema;

use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Slug};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::lot::{Lot, Place};
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// The full schedule of what lapses when, if nothing is earned or spent until then; not only the next date.
///
/// Held points stand apart: they do not lapse while held.
///
/// Rules L8, L12.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expiring {
    /// The customer.
    pub customer: CustomerId,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
}

/// What lapses when.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Schedule {
    /// The customer.
    pub customer: CustomerId,
    /// The dates, the first to come first.
    pub due: Vec<Due>,
    /// What never lapses.
    pub never: Quantity,
    /// What is held.
    pub held: Quantity,
}

/// What lapses at one instant.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Due {
    /// The instant from which on it no longer counts.
    pub expires_at: Timestamp,
    /// How much.
    pub amount: Quantity,
    /// Whether this is the account's date, which moves with the member's activity.
    pub account_date: bool,
}

impl Operation for Expiring {
    const NAME: &'static str = "points.expiring";
    const KIND: Kind = Kind::Query;
    type Output = Schedule;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Schedule, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let account = Ledger::open(unit, &customer, self.point_type.as_str())?.close();
        let mut due: Pairs<(Timestamp, bool), Amount> = Pairs::new();
        let mut never = Amount::ZERO;
        for place in [Place::Pending, Place::Active, Place::Following] {
            for lot in unit.scan::<Lot>(&Lot::scan(&account.root, &account.point_type, place))? {
                match lot.ends_at(account.account_date) {
                    None => never = never.plus(lot.amount)?,
                    Some(at) => {
                        let key = (at, lot.lapse == crate::expiry::Lapse::AccountDate);
                        let sum = due.get(&key).copied().unwrap_or_default().plus(lot.amount)?;
                        due.insert(key, sum);
                    }
                }
            }
        }
        let places = account.places;
        let due =
            due.into_iter().map(|((expires_at, account_date), amount)| Due { expires_at, amount: amount.decimal(places), account_date });
        Ok(Schedule { customer: customer.id, due: due.gather(), never: never.decimal(places), held: account.held.decimal(places) })
    }
}
