//! `customer.get`

use schemars::JsonSchema;

use super::{Blacklisting, Customer, Preferences, Profile};
use crate::context::Context;
use crate::erasure::PendingErasure;
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::Json;
use crate::membership::{Membership, State};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// Answers who a customer is and where they stand: profile, membership, email preferences, dates. `customer.details` has the rest.
///
/// Customers see their own, without the blacklisting and the link, which are the shop's.
///
/// Errors: `not_found`.
///
/// Rules K4, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// The customer.
    pub customer: CustomerId,
}

/// A customer, as `customer.get` shows them.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct View {
    /// The customer.
    pub customer: CustomerId,
    /// Stands only on guests.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guest: bool,
    /// When the account was created.
    pub created_at: Timestamp,
    /// The last sign-in that the host told of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_login_at: Option<Timestamp>,
    /// Who the customer is.
    pub profile: Profile,
    /// Where the customer stands.
    pub membership: Membership,
    /// Stands only on who is deleted and not yet erased whole: call `customer.delete` again, or `maintenance.run`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erasing: bool,
    /// What mail the customer wants.
    pub preferences: Preferences,
    /// Who has referred the customer to the program; the shop's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred_by: Option<CustomerId>,
    /// The blacklisting, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blacklisting: Option<Blacklisting>,
}

impl View {
    /// What this context may see of a customer.
    pub(super) fn new(customer: Customer, context: &Context) -> Self {
        let mut view = View {
            guest: customer.membership.state == State::Guest,
            customer: customer.id,
            created_at: customer.created_at,
            last_login_at: customer.last_login_at,
            profile: customer.profile,
            membership: customer.membership,
            erasing: false,
            preferences: customer.preferences.shown(context),
            referred_by: customer.referred_by,
            blacklisting: customer.blacklisting,
        };
        if context.is_customer() {
            view.blacklisting = None;
            view.referred_by = None;
            view.profile.link = None;
        }
        view
    }
}

impl Operation for Get {
    const NAME: &'static str = "customer.get";
    const KIND: Kind = Kind::Query;
    type Output = View;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<View, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let erasing = customer.membership.state == State::Deleted && PendingErasure::load(unit, &customer.root())?.is_some();
        Ok(View { erasing, ..View::new(customer, unit.context()) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::unit::tests::Stage;

    // rules K4, W3
    #[test]
    fn guests_are_marked_and_the_shops_own_fields_are_the_shops() {
        let mut stage = Stage::new();
        stage.run::<Create>(json!({ "id": "g-1", "state": "guest", "first_name": "Gus", "link": "/admin/g-1" })).unwrap();
        let view = stage.run::<Get>(json!({ "customer": "g-1" })).unwrap();
        assert!(view.guest && view.profile.link.is_some());
        stage.customer_asks("g-1");
        assert_eq!(stage.run::<Get>(json!({ "customer": "g-1" })).unwrap().profile.link, None);
        assert_eq!(stage.refusal::<Get>(json!({ "customer": "g-2" })), "not_found");
    }
}
