//! `membership.history`

use schemars::JsonSchema;

use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::CustomerId;
use crate::json::Json;
use crate::limits::PAGE_MAX;
use crate::membership::Membership;
use crate::membership_change::{ChangeFacts, MembershipChange};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// Every change of a customer's membership, newest first, at most 500: who, when, from what to what, and why. A customer does not see reasons.
///
/// Rule M3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// The customer.
    pub customer: CustomerId,
}

/// The membership and how it came to be.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct MembershipHistory {
    /// The customer.
    pub customer: CustomerId,
    /// The membership now.
    pub membership: Membership,
    /// The changes, newest first.
    pub changes: Vec<PastChange>,
}

/// A change that was made.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct PastChange {
    /// When.
    pub at: Timestamp,
    /// What changed, by whom and why.
    #[serde(flatten)]
    pub facts: ChangeFacts,
}

impl Operation for History {
    const NAME: &'static str = "membership.history";
    const KIND: Kind = Kind::Query;
    type Output = MembershipHistory;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<MembershipHistory, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let for_customer = unit.context().is_customer();
        let changes = unit.scan::<MembershipChange>(&MembershipChange::scan(&customer.root()).reversed().limit(PAGE_MAX))?;
        let id = customer.id.clone();
        let changes = changes.into_iter().map(|change| {
            let reason = change.facts.reason.filter(|_| !for_customer);
            let actor = change.facts.actor.filter(|actor| !for_customer || actor == id.as_str());
            PastChange { at: change.at, facts: ChangeFacts { reason, actor, ..change.facts } }
        });
        Ok(MembershipHistory { customer: customer.id, membership: customer.membership, changes: changes.gather() })
    }
}
