//! `order.get`

use schemars::JsonSchema;

use super::{Order, OrderView};
use crate::error::Error;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// An order of a customer, with its payments and what it earned.
///
/// Errors: `not_found` when the customer has no such order.
///
/// Rules O1, O7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// The customer.
    pub customer: CustomerId,
    /// The order's number.
    pub number: Id,
}

impl Operation for Get {
    const NAME: &'static str = "order.get";
    const KIND: Kind = Kind::Query;
    type Output = OrderView;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<OrderView, Error> {
        let found = unit.get::<Order>(Order::key(&Root::customer(&self.customer), &self.number))?;
        found.ok_or_else(|| Error::not_found("order", &self.number))?.view(unit.context().is_customer())
    }
}
