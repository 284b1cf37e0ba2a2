//! `impersonation.start`

use schemars::JsonSchema;

use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Line};
use crate::json::{Json, Raw};
use crate::membership::Capability;
use crate::operation::{self, Kind, Operation};
use crate::pass::{Pass, PassFacts, PassKind};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// Gives an agent a token with which the host signs them in as a customer. It works once and briefly (`impersonation_seconds` of the program), and a new
/// one of the same agent ends the one before.
///
/// The answer has the token, this once: it is kept as a keyed hash. A replay with the same idempotency key does not have it, and neither do previews and
/// events. Hand it to your own sign-in, which redeems it with `impersonation.verify`.
///
/// Errors: `not_found`; `not_eligible` for a customer who may not sign in; `invalid_request` where the host has configured no secret.
///
/// Rules P4, M2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// The customer.
    pub customer: CustomerId,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
}

/// The result of `impersonation.start`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Started {
    /// The customer.
    pub customer: CustomerId,
    /// From when on the token no longer works.
    pub valid_until: Timestamp,
    /// The token, in the first answer alone: hand it to your sign-in and do not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

impl Operation for Start {
    const NAME: &'static str = "impersonation.start";
    const KIND: Kind = Kind::Command;
    type Output = Started;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Started, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        customer.require(Capability::SignIn)?;
        let drawn = PassKind::Impersonation.draw(unit, customer.id.as_str().as_bytes())?;
        let valid_until = unit.now().plus_seconds(i64::from(unit.program().impersonation_seconds));
        let facts = PassFacts { hash: drawn.hash, valid_until, used_at: None, email: None, style: None, reason: self.reason.clone() };
        let holder = unit.context().actor.id.clone();
        Pass { root: customer.root(), kind: PassKind::Impersonation, holder, facts }.issue(unit)?;
        unit.notes.revealed = Some(("token", Raw::of(drawn.code.symbols())));
        Ok(Started { customer: customer.id, valid_until, token: None })
    }
}
