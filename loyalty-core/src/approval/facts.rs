//! What is known of a request for approval, and where it stands.

use schemars::JsonSchema;

use crate::context::Actor;
use crate::id::{CustomerId, Id, Line, Text};
use crate::json::{Json, Tree};
use crate::time::Timestamp;
use crate::unit::Above;

/// What of a request is not in columns.
#[derive(Debug, Clone, PartialEq, Json)]
pub struct ApprovalFacts {
    /// The operation.
    pub operation: String,
    /// Its arguments, naming whom a merged id led to; never a code.
    pub arguments: Tree,
    /// The version of the edited record that the asker saw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_version: Option<u64>,
    /// The idempotency key, which replays the receipt once it is granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Id>,
    /// The root in which the key counts.
    pub scope: String,
    /// Who asked.
    pub asker: Actor,
    /// The limit, and what is above it.
    pub above: Above,
    /// Who has decided, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// The customer whose it was before a merge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<CustomerId>,
}

/// Who has decided about a request.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct Decision {
    /// Who.
    pub by: Id,
    /// When.
    pub at: Timestamp,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What was said about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What was decided about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Nothing yet; whether it still can be is a matter of time.
    Open,
    /// It was granted, and done.
    Granted,
    /// It was rejected, or withdrawn by whoever had asked.
    Rejected,
}

impl Decided {
    pub(super) const ALL: [Decided; 3] = [Decided::Open, Decided::Granted, Decided::Rejected];

    /// The word in storage.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Decided::Open => "open",
            Decided::Granted => "granted",
            Decided::Rejected => "rejected",
        }
    }
}

/// Where a request for approval stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalState {
    /// It waits for somebody to decide.
    Open,
    /// It was granted, and done.
    Granted,
    /// It was rejected, or withdrawn by whoever had asked.
    Rejected,
    /// Nobody decided in time.
    Expired,
}

impl ApprovalState {
    /// The word on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            ApprovalState::Open => "open",
            ApprovalState::Granted => "granted",
            ApprovalState::Rejected => "rejected",
            ApprovalState::Expired => "expired",
        }
    }
}
