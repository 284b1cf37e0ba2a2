//! `order.cancel`

use schemars::JsonSchema;

use super::Wanted;
use super::refund::{Returns, open, refund};
use crate::amount::Quantity;
use crate::earning::give_back;
use crate::error::Error;
use crate::id::{CustomerId, Id, Line};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Cancels an order: everything that is left of it is given back, once. An order that has not earned yet never will.
///
/// Canceling what was given back already does nothing and answers what stands: a payment that runs out and is canceled afterwards takes nothing
/// twice. What the order earned and was spent already is owed as debt, or forgiven, as the point type's `reversal_shortfall` says; with `refuse` it is
/// owed.
///
/// Errors: `not_found` when there is no such order.
///
/// Rules O4, O5, M2, T1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// The customer.
    pub customer: CustomerId,
    /// The order's number.
    pub number: Id,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
}

impl Operation for Cancel {
    const NAME: &'static str = "order.cancel";
    const KIND: Kind = Kind::Command;
    type Output = Returns;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Returns, Error> {
        let (owner, mut order) = open(unit, &self.customer, &self.number)?;
        if order.facts.returned_all {
            // What a hold spent only after the order came back returns too.
            let given_back = give_back(unit, &owner, &mut order, self.reason.as_ref().map(Line::as_str))?;
            unit.put(&order);
            return Ok(Returns { given_back, ..Returns::new(&owner, &order, Quantity::default())? });
        }
        let id = Id::new("cancel").map_err(Error::internal)?;
        refund(unit, &owner, &mut order, &id, Wanted::default(), self.reason.as_ref())
    }
}
