//! Rewards of customers as answers show them.

use schemars::JsonSchema;

use super::{Cause, IssuedReward, Paid, RewardState};
use crate::code::Code;
use crate::error::Error;
use crate::id::{Id, Line, Ref, Slug, Text};
use crate::json::Json;
use crate::program::RewardKind;
use crate::time::Timestamp;

/// A reward of a customer as answers show it.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct RewardView {
    /// The id.
    pub id: Ref,
    /// The reward of the catalogue.
    pub reward: Slug,
    /// The name that people see.
    pub name: Line,
    /// What it is.
    pub gives: RewardKind,
    /// Where it stands.
    pub state: RewardState,
    /// The code by which it is used, where it waits to be; it means nothing in a preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Why the customer has it.
    pub cause: Cause,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// From when on it can no longer be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Timestamp>,
    /// When it was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_at: Option<Timestamp>,
    /// The ids it had before merges, the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub came_from: Vec<Ref>,
    /// When it was canceled or removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_at: Option<Timestamp>,
    /// What was paid for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<Paid>,
    /// Of gift credit: the entry that credited it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credited: Option<Ref>,
    /// The order on which it was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// Why it was granted or removed; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl RewardView {
    /// Takes out what is for staff only (rule W3).
    pub fn hide_from_customer(&mut self) {
        self.reason = None;
        self.note = None;
    }
}

impl IssuedReward {
    /// The reward as answers show it; a customer does not see why it was granted or removed (rule W3).
    ///
    /// # Errors
    /// `internal` when the id does not fit.
    pub fn view(&self, now: Timestamp, for_customer: bool) -> Result<RewardView, Error> {
        let (state, facts) = (self.state_at(now), self.facts.clone());
        let mut view = RewardView {
            id: self.id()?,
            reward: self.reward.clone(),
            name: facts.name,
            gives: facts.gives,
            state,
            code: self.code.as_deref().filter(|_| state == RewardState::Outstanding).map(Code::grouped),
            cause: facts.cause,
            issued_at: self.issued_at,
            ends_at: self.ends_at,
            used_at: self.used_at,
            came_from: facts.came_from,
            removed_at: facts.removed_at,
            paid: facts.paid,
            credited: facts.credited,
            order: facts.order,
            reason: facts.reason,
            comment: facts.comment,
            note: facts.note,
        };
        if for_customer {
            view.hide_from_customer();
        }
        Ok(view)
    }
}
