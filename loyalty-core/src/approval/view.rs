//! A request for approval as answers show it, to the shop's people alone.

use schemars::JsonSchema;

use super::{Approval, ApprovalState};
use crate::context::ActorKind;
use crate::id::{CustomerId, Id, Line, Slug, Text};
use crate::json::{Json, Tree};
use crate::time::Timestamp;

/// A request for approval: everything that whoever decides needs.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct ApprovalView {
    /// The request's id.
    pub approval: Id,
    /// The customer it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The number of the gift card it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// Where it stands.
    pub state: ApprovalState,
    /// The operation that was asked for.
    pub operation: String,
    /// Its arguments, with reasons and notes. A card that was named by its code is named by its number.
    pub arguments: Tree,
    /// What is limited.
    pub limit: String,
    /// The bound of whoever asked.
    pub allowed: String,
    /// What they asked for.
    pub requested: String,
    /// Who asked.
    pub actor: Id,
    /// Agent or system.
    pub kind: ActorKind,
    /// The roles under which they asked.
    pub roles: Vec<Slug>,
    /// The page, device or channel through which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Line>,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// From when on it is too late to decide.
    pub valid_until: Timestamp,
    /// Who has decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<Id>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Timestamp>,
    /// Why it was rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What was said about it when it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The customer whose it was before a merge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<CustomerId>,
}

impl Approval {
    /// The request as answers show it at a time.
    pub fn view(self, now: Timestamp) -> ApprovalView {
        let (state, valid_until, facts) = (self.state(now), self.valid_until(), self.facts);
        let (mut decided_by, mut decided_at, mut reason, mut note) = (None, None, None, None);
        if let Some(decision) = facts.decision {
            (decided_by, decided_at) = (Some(decision.by), Some(decision.at));
            (reason, note) = (decision.reason, decision.note);
        }
        ApprovalView {
            approval: self.id,
            customer: self.root.customer_id(),
            gift_card: self.root.gift_card_number(),
            state,
            operation: facts.operation,
            arguments: facts.arguments,
            limit: facts.above.limit,
            allowed: facts.above.allowed,
            requested: facts.above.requested,
            actor: facts.asker.id,
            kind: facts.asker.kind,
            roles: facts.asker.roles,
            through: facts.asker.through,
            asked_at: self.asked_at,
            valid_until,
            decided_by,
            decided_at,
            reason,
            note,
            came_from: facts.came_from,
        }
    }
}
