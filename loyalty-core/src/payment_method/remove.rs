//! `payment_method.remove`

use schemars::JsonSchema;

use super::PaymentMethod;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::repository::Value;
use crate::unit::Unit;

/// Removes a saved payment method of a customer. At the payment provider it stays: tell them too.
///
/// Errors: `not_found` for the customer or the payment method; `not_eligible` when the customer is merged or deleted; `version_conflict`.
///
/// Rules K4, K2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// The customer.
    pub customer: CustomerId,
    /// The payment method.
    pub payment_method: Id,
}

/// The receipt of `payment_method.remove`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Removed {
    /// The customer.
    pub customer: CustomerId,
    /// The payment method that is gone; a generated id is not used again.
    pub payment_method: Id,
}

impl Operation for Remove {
    const NAME: &'static str = "payment_method.remove";
    const KIND: Kind = Kind::Command;
    type Output = Removed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Removed, Error> {
        Customer::load_live(unit, &self.customer)?;
        let key = vec![Value::from(&Root::customer(&self.customer)), Value::from(self.payment_method.as_str())];
        let Some(method) = unit.get::<PaymentMethod>(key)? else {
            return Err(Error::not_found("payment_method", &self.payment_method));
        };
        unit.check_version("payment_method", method.version)?;
        unit.delete(&method);
        Ok(Removed { customer: self.customer.clone(), payment_method: method.id })
    }
}
