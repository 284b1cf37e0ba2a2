//! `email.unsubscribe_all`

use schemars::JsonSchema;

use super::{Decider, PreferencesSet};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Line};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Ends all marketing to a customer at once: the newsletter and every mailing list, also those never decided about. Messages that belong to a
/// transaction, such as a password reset, are not marketing and still go out (rule E3).
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`.
///
/// Rules E1, E3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnsubscribeAll {
    /// The customer.
    pub customer: CustomerId,
    /// The page, device or channel, as proof. That of the context goes before it, and a customer's own word for it does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Line>,
}

impl Operation for UnsubscribeAll {
    const NAME: &'static str = "email.unsubscribe_all";
    const KIND: Kind = Kind::Command;
    type Output = PreferencesSet;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<PreferencesSet, Error> {
        let mut customer = Customer::load_live(unit, &self.customer)?;
        unit.check_version("preferences", customer.preferences.version)?;
        let decider = Decider::new(unit.context(), unit.now(), self.through.clone());
        if customer.preferences.unsubscribe_all(&unit.program(), &decider) {
            unit.put(&customer);
        }
        Ok(PreferencesSet { customer: customer.id, preferences: customer.preferences.shown(unit.context()) })
    }
}
