//! `reward.grant`

use schemars::JsonSchema;

use super::offer::find;
use super::{Cause, RewardView, issue, worth};
use crate::access::check_limits;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Line, Slug, Text};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Gives a customer a reward of the catalogue without cost.
///
/// Stock and the limit of each customer hold as for everybody. For whom the reward is offered, and when, is for those who redeem it: an agent gives
/// it to whom they like.
///
/// Errors: `out_of_stock`; `limit_exceeded` when the customer has had as many as one can have, or when gift credit is more than the actor's roles may
/// give; `not_eligible` where the membership state does not allow it; `not_found`.
///
/// Rules R3, R5, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The customer.
    pub customer: CustomerId,
    /// The reward of the catalogue.
    pub reward: Slug,
    /// Why; staff only.
    pub reason: Line,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The result of an operation on one reward of a customer.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct OneReward {
    /// The customer.
    pub customer: CustomerId,
    /// The reward.
    pub reward: RewardView,
}

impl Operation for Grant {
    const NAME: &'static str = "reward.grant";
    const KIND: Kind = Kind::Command;
    type Output = OneReward;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<OneReward, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let program = unit.program();
        let reward = find(&program, &self.reward)?;
        let mut issued = issue(unit, &customer, reward, Cause::Granted)?;
        if let Some((point_type, amount)) = worth(&program, reward)? {
            check_limits(unit, Self::NAME, point_type, amount)?;
        }
        issued.facts.reason = Some(self.reason.clone());
        issued.facts.comment = self.comment.clone();
        issued.facts.note = self.note.clone();
        unit.put(&issued);
        Ok(OneReward { customer: customer.id, reward: issued.view(unit.now(), false)? })
    }
}
