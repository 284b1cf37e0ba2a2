//! `membership.remove`

use schemars::JsonSchema;

use super::leaving::forfeit;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Line, Text};
use crate::json::Json;
use crate::membership::Change;
use crate::membership_change::{Changed, change};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// A member is taken out of the program, but stays a customer of the shop: may sign in, mail preferences stay. Points as for leaving.
///
/// Errors: `invalid_transition` from any state but `enrolled`.
///
/// Rules M1, M3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// The customer.
    pub customer: CustomerId,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

impl Remove {
    /// The change without reason and comment.
    pub fn new(customer: CustomerId) -> Self {
        Remove { customer, reason: None, comment: None }
    }
}

impl Operation for Remove {
    const NAME: &'static str = "membership.remove";
    const KIND: Kind = Kind::Command;
    type Output = Changed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Changed, Error> {
        let mut customer = Customer::load(unit, &self.customer)?;
        let changed = change(unit, &mut customer, Change::Remove, self.reason.as_ref(), self.comment.as_ref())?;
        forfeit(unit, &customer)?;
        unit.put(&customer);
        Ok(changed)
    }
}
