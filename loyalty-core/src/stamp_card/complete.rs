//! `stamp_card.complete`

use schemars::JsonSchema;

use super::{StampCardView, complete, find};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Slug};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Turns a full stamp card into its reward: for cards that do not turn by themselves, and for those whose reward could not be had when they became
/// full. The receipt's `rewards` has the reward with its code.
///
/// Errors: `insufficient_balance` when the card is not full; `out_of_stock`; `limit_exceeded` when the customer has had the reward as often as one
/// can; `not_eligible` where the membership state does not allow it; `not_found`.
///
/// Rules R5, R6.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Complete {
    /// The customer.
    pub customer: CustomerId,
    /// The card.
    pub card: Slug,
}

/// The result of `stamp_card.complete`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Completed {
    /// The customer.
    pub customer: CustomerId,
    /// The card now.
    pub card: StampCardView,
}

impl Operation for Complete {
    const NAME: &'static str = "stamp_card.complete";
    const KIND: Kind = Kind::Command;
    type Output = Completed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Completed, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let program = unit.program();
        let card = find(&program, &self.card)?;
        complete(unit, &customer, card)?;
        Ok(Completed { card: StampCardView::of(unit, &customer, card)?, customer: customer.id })
    }
}
