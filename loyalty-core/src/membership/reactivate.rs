//! `membership.reactivate`

use schemars::JsonSchema;

use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Line, Text};
use crate::json::Json;
use crate::membership_change::{Changed, reactivate};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// The suspension ends: the state before comes back. Lots and holds that fell due meanwhile regain the time they had left when it began.
///
/// Errors: `invalid_transition` unless on hold.
///
/// Rules M1, M3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reactivate {
    /// The customer.
    pub customer: CustomerId,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

impl Reactivate {
    /// The change without reason and comment.
    pub fn new(customer: CustomerId) -> Self {
        Reactivate { customer, reason: None, comment: None }
    }
}

impl Operation for Reactivate {
    const NAME: &'static str = "membership.reactivate";
    const KIND: Kind = Kind::Command;
    type Output = Changed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Changed, Error> {
        let mut customer = Customer::load(unit, &self.customer)?;
        let changed = reactivate(unit, &mut customer, self.reason.as_ref(), self.comment.as_ref())?;
        unit.put(&customer);
        Ok(changed)
    }
}
