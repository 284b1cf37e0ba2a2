//! `customer.record_login`

use schemars::JsonSchema;

use super::Customer;
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::Json;
use crate::membership::Capability;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::{Counted, Happened, Unit};

/// Records that a customer signed in to the shop. The last sign-in never moves back: one reported late leaves a later one standing.
///
/// Errors: `not_found`; `not_eligible` in a state that cannot sign in (rule M2); `invalid_request` for a time in the future.
///
/// Rule K10.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordLogin {
    /// The customer.
    pub customer: CustomerId,
    /// When; the time of the call when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logged_in_at: Option<Timestamp>,
}

/// The receipt of `customer.record_login`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct LoginRecorded {
    /// The customer.
    pub customer: CustomerId,
    /// The last sign-in known now.
    pub last_login_at: Timestamp,
}

impl Operation for RecordLogin {
    const NAME: &'static str = "customer.record_login";
    const KIND: Kind = Kind::Command;
    type Output = LoginRecorded;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<LoginRecorded, Error> {
        let mut customer = Customer::load(unit, &self.customer)?;
        customer.require(Capability::SignIn)?;
        let at = self.logged_in_at.unwrap_or(unit.now());
        if at > unit.now() {
            return Err(Error::invalid("args.logged_in_at", "lies in the future"));
        }
        let is_known = self.logged_in_at.is_some() && customer.last_login_at == self.logged_in_at;
        let last_login_at = customer.last_login_at.map_or(at, |last| last.max(at));
        customer.last_login_at = Some(last_login_at);
        unit.put(&customer);
        // One that is told twice is one visit.
        if !is_known {
            unit.notes.counted.push(Counted { owners: vec![customer.root()], what: Happened::Visit, at });
        }
        Ok(LoginRecorded { customer: customer.id, last_login_at })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::unit::tests::Stage;

    // rule K10
    #[test]
    fn the_last_login_never_moves_back() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        for (at, last) in [
            (json!("2026-11-20T08:00:00Z"), "2026-11-20T08:00:00Z"),
            (json!("2026-11-19T08:00:00Z"), "2026-11-20T08:00:00Z"),
            (json!(null), "2026-11-22T10:00:00Z"),
        ] {
            let recorded = stage.run::<RecordLogin>(json!({ "customer": "c-1", "logged_in_at": at })).unwrap();
            assert_eq!(recorded.last_login_at.to_string(), last);
        }
        let future = json!({ "customer": "c-1", "logged_in_at": "2026-11-23T00:00:00Z" });
        assert_eq!(stage.refusal::<RecordLogin>(future), "invalid_request args.logged_in_at");
    }

    // rules K10, M2
    #[test]
    fn a_guest_cannot_sign_in() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "g-1", "state": "guest" })).unwrap();
        assert_eq!(stage.refusal::<RecordLogin>(json!({ "customer": "g-1" })), "not_eligible");
    }
}
