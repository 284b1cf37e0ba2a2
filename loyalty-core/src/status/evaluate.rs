//! `status.evaluate`

use schemars::JsonSchema;

use super::{StatusList, StatusView};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::Json;
use crate::membership::Capability;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Evaluates a customer in every status system as of now, and answers where they stand.
///
/// Each counted event does that by itself, and so does every other command on the customer; ask for it where the program has changed, and nothing else
/// happens.
///
/// Errors: `not_found`; `not_eligible` for who is no member.
///
/// Rules Y5, M2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evaluate {
    /// The customer.
    pub customer: CustomerId,
}

impl Operation for Evaluate {
    const NAME: &'static str = "status.evaluate";
    const KIND: Kind = Kind::Command;
    type Output = StatusList;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<StatusList, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        customer.require(Capability::Evaluated)?;
        let statuses = StatusView::all(unit, &customer, 0)?;
        Ok(StatusList { customer: customer.id, statuses })
    }
}
