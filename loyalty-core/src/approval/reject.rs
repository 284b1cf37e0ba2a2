//! `approval.reject`

use schemars::JsonSchema;

use super::{Approval, Decided};
use crate::error::Error;
use crate::id::{CustomerId, Id, Line, Text};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Rejects what somebody has asked for above their limits; who rejects their own withdraws it. Nothing is done, and the request is listed as `rejected`.
///
/// Whoever asked may ask anew. A repetition with the same idempotency key is no new request and is told that it was rejected.
///
/// Errors: `already_used` when it was decided; `expired` after 30 days; `not_found`.
///
/// Rule P2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reject {
    /// The request's id.
    pub approval: Id,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What is to be said about it; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The result of `approval.reject`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Rejected {
    /// The request's id.
    pub approval: Id,
    /// The operation that was asked for.
    pub operation: String,
    /// Who asked for it.
    pub asked_by: Id,
    /// The customer it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The number of the gift card it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
}

impl Operation for Reject {
    const NAME: &'static str = "approval.reject";
    const KIND: Kind = Kind::Command;
    type Output = Rejected;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Approval::find_root(unit, &self.approval)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Rejected, Error> {
        let mut approval = Approval::load(unit, &self.approval)?;
        approval.require_open(unit.now())?;
        approval.decide(unit, Decided::Rejected, self.reason.as_ref(), self.note.as_ref());
        Ok(Rejected {
            approval: approval.id,
            operation: approval.facts.operation,
            asked_by: approval.facts.asker.id,
            customer: approval.root.customer_id(),
            gift_card: approval.root.gift_card_number(),
        })
    }
}
