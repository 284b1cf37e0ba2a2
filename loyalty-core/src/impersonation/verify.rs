//! `impersonation.verify`

use schemars::JsonSchema;

use crate::context::IMPERSONATION;
use crate::error::Error;
use crate::id::{CustomerId, Id, Line};
use crate::json::Json;
use crate::membership::Capability;
use crate::operation::{Kind, Operation};
use crate::pass::{Pass, PassKind};
use crate::record::Root;
use crate::unit::Unit;

/// Redeems the token of `impersonation.start`, once: says as which customer the agent is signed in, and who the agent is.
///
/// Put `through` into the actor of every context of that session, beside the customer's id and kind: then whatever the agent does as the customer says so in
/// the log and in `audit.list`.
///
/// Errors: `invalid_request` for what is no token; `not_found` for one that nobody has, or that a later one has ended; `already_used`; `expired`;
/// `not_eligible` when the customer may not sign in any more.
///
/// Rules P4, P7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The token.
    pub token: Line,
}

/// The receipt of `impersonation.verify`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Redeemed {
    /// The customer as whom to sign in.
    pub customer: CustomerId,
    /// The agent who acts as them.
    pub agent: Id,
    /// What to put into `actor.through` of every context of the session.
    pub through: Line,
    /// Why the agent does it; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
}

impl Operation for Verify {
    const NAME: &'static str = "impersonation.verify";
    const KIND: Kind = Kind::Command;
    type Output = Redeemed;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        PassKind::Impersonation.find_root(unit, &self.token)
    }

    fn redeems(&self) -> bool {
        true
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Redeemed, Error> {
        let (pass, customer) = Pass::open(unit, PassKind::Impersonation, &self.token)?;
        customer.require(Capability::SignIn)?;
        let (agent, reason) = (pass.holder.clone(), pass.facts.reason.clone());
        let through = Line::new(format!("{IMPERSONATION}{agent}")).map_err(Error::internal)?;
        pass.spend(unit);
        Ok(Redeemed { customer: customer.id, agent, through, reason })
    }
}
