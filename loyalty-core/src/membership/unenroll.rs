//! `membership.unenroll`

use schemars::JsonSchema;

use super::leaving::forfeit;
use crate::customer::Customer;
use crate::email::Decider;
use crate::error::Error;
use crate::id::{CustomerId, Line, Text};
use crate::json::Json;
use crate::membership::Change;
use crate::membership_change::{Changed, change};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// A member leaves the program: every marketing opt-in becomes false, nothing accrues, no sign-in. Points stay frozen or are forfeited, as the
/// program says.
///
/// Errors: `invalid_transition` from any state but `enrolled`.
///
/// Rules M1, M3, E1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unenroll {
    /// The customer.
    pub customer: CustomerId,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

impl Unenroll {
    /// The change without reason and comment.
    pub fn new(customer: CustomerId) -> Self {
        Unenroll { customer, reason: None, comment: None }
    }
}

impl Operation for Unenroll {
    const NAME: &'static str = "membership.unenroll";
    const KIND: Kind = Kind::Command;
    type Output = Changed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Changed, Error> {
        let mut customer = Customer::load(unit, &self.customer)?;
        let changed = change(unit, &mut customer, Change::Unenroll, self.reason.as_ref(), self.comment.as_ref())?;
        let decider = Decider::new(unit.context(), unit.now(), None);
        customer.preferences.unsubscribe_all(&unit.program(), &decider);
        forfeit(unit, &customer)?;
        unit.put(&customer);
        Ok(changed)
    }
}
