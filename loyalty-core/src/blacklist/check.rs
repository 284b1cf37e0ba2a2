//! `blacklist.check`

use schemars::JsonSchema;

use crate::blacklist::BlockedEmail;
use crate::customer::{Customer, email_holder};
use crate::error::Error;
use crate::id::{CustomerId, Email};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Answers whether someone may buy: by email, as at a guest checkout, or by customer.
///
/// No for an email that a blacklisted customer has or had while blacklisted, for a blacklisted customer, and for one who is on hold, merged or
/// deleted. An email that nobody has may buy.
///
/// Errors: `invalid_request` when not exactly one of `email` and `customer` is given; `not_found` for the customer.
///
/// Rules E2, M2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The email with which someone wants to buy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// The customer who wants to buy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
}

/// The answer of `blacklist.check`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Checked {
    /// Whether they may buy.
    pub can_purchase: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Obstacle>,
}

/// Why someone may not buy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// The email or the customer is blacklisted.
    Blacklisted,
    /// The customer is on hold, merged or deleted.
    State,
}

impl Check {
    /// The email and the customer that count, whichever was given.
    fn subject(&self, unit: &mut Unit<'_>) -> Result<(Option<Email>, Option<Customer>), Error> {
        match (&self.email, &self.customer) {
            (Some(email), None) => Ok((Some(email.clone()), email_holder(unit, email)?)),
            (None, Some(id)) => {
                let customer = Customer::load(unit, id)?;
                Ok((customer.profile.email.clone(), Some(customer)))
            }
            _ => Err(Error::invalid("args", "give either an email or a customer")),
        }
    }
}

impl Operation for Check {
    const NAME: &'static str = "blacklist.check";
    const KIND: Kind = Kind::Query;
    type Output = Checked;

    fn roots(&self) -> Vec<Root> {
        self.customer.as_ref().map(operation::customer).unwrap_or_default()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Checked, Error> {
        let (email, customer) = self.subject(unit)?;
        let is_blocked = match &email {
            Some(email) => BlockedEmail::is_any(unit, email)?,
            None => false,
        };
        let reason = if is_blocked || customer.as_ref().is_some_and(|customer| customer.blacklisting.is_some()) {
            Some(Obstacle::Blacklisted)
        } else if customer.is_some_and(|customer| !customer.membership.state.may_buy()) {
            Some(Obstacle::State)
        } else {
            None
        };
        Ok(Checked { can_purchase: reason.is_none(), reason })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::membership::{Change, State};
    use crate::time::Timestamp;
    use crate::unit::tests::Stage;

    // rules E2, M2
    #[test]
    fn who_is_on_hold_may_not_buy_by_id_nor_by_email() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1", "email": "ada@example.com" })).unwrap();
        stage.with(|unit| {
            let mut customer = Customer::load(unit, &CustomerId::new("c-1").unwrap()).unwrap();
            customer.membership = customer.membership.after(Change::Deactivate, Timestamp::default()).unwrap();
            assert_eq!(customer.membership.state, State::OnHold);
            unit.put(&customer);
        });
        for who in [json!({ "customer": "c-1" }), json!({ "email": "Ada@example.com" })] {
            let checked = stage.run::<Check>(who).unwrap();
            assert_eq!((checked.can_purchase, checked.reason), (false, Some(Obstacle::State)));
        }
        assert!(stage.run::<Check>(json!({ "email": "new@example.com" })).unwrap().can_purchase);
        for neither_nor_both in [json!({}), json!({ "customer": "c-1", "email": "ada@example.com" })] {
            assert_eq!(stage.refusal::<Check>(neither_nor_both), "invalid_request args");
        }
    }
}
