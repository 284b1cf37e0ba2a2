//! Why a request was refused.

use rust_decimal::Decimal;

use super::{Problem, StorageError};
use crate::gather::Gather;
use crate::json::Tree;

/// Why a request was refused.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The request is not well-formed, or a value does not fit.
    #[error("{path}: {problem}")]
    InvalidRequest {
        /// Where, such as `args.lines[2].quantity`.
        path: String,
        /// What is wrong there and what fits.
        problem: String,
    },
    /// No operation has this name.
    #[error("there is no operation '{name}'; see the reference for the list")]
    UnknownOperation {
        /// The name in the request.
        name: String,
    },
    /// The actor's roles do not give the right (rule P1).
    #[error("this needs the right '{right}'; give the actor a role that has it")]
    Forbidden {
        /// The right that is missing.
        right: String,
    },
    /// A customer aimed at anything but their own account (rule P1).
    #[error("customers reach only their own account; '{right}' was asked for another, or for the shop as a whole")]
    NotOwnAccount {
        /// The operation.
        right: String,
    },
    /// Nothing has this id.
    #[error("there is no {what} '{id}'")]
    NotFound {
        /// What was looked for.
        what: &'static str,
        /// The id given.
        id: String,
    },
    /// Something else has this id or unique value already.
    #[error("{what} '{id}' is in use already; choose another or edit the one that has it")]
    AlreadyExists {
        /// What must be unique.
        what: &'static str,
        /// The value.
        id: String,
    },
    /// The membership state does not allow this change (rule M1).
    #[error("'{command}' is not possible from state '{state}'; possible are: {}", if allowed.is_empty() { "none".to_owned() } else { allowed.iter().joined(", ") })]
    InvalidTransition {
        /// The state now.
        state: String,
        /// What was asked for.
        command: &'static str,
        /// The changes possible now.
        allowed: Vec<&'static str>,
    },
    /// The record was edited since it was read (rule K2).
    #[error("the {record} was changed meanwhile: it is at version {current}, you saw {seen}; read it again and repeat the edit")]
    VersionConflict {
        /// The record that is edited.
        record: &'static str,
        /// The version given as `if_version`.
        seen: u64,
        /// The version now.
        current: u64,
    },
    /// What the preview showed is no longer what would happen.
    #[error("the outcome is no longer what the preview showed; look at the new receipt and confirm again")]
    PlanOutdated {
        /// The token of the new outcome.
        plan: String,
        /// The new outcome.
        receipt: Tree,
    },
    /// The idempotency key was used for other content (rule L10).
    #[error("the idempotency key '{key}' was used for another request; use a new key for new content")]
    IdempotencyConflict {
        /// The key.
        key: String,
    },
    /// The balance does not cover the debit (rule L7).
    #[error("{requested} of '{point_type}' are asked for, {available} are available")]
    InsufficientBalance {
        /// The point type.
        point_type: String,
        /// What was asked for.
        requested: Decimal,
        /// What can be spent now.
        available: Decimal,
        /// What is not active yet.
        pending: Decimal,
        /// What is set aside by holds.
        held: Decimal,
    },
    /// A bound is exceeded.
    #[error("{requested} exceeds the limit of {allowed} for {limit}")]
    LimitExceeded {
        /// What is limited.
        limit: String,
        /// The bound.
        allowed: String,
        /// What was asked for.
        requested: String,
    },
    /// Above a limit of the actor's roles, and somebody else may approve it (rule P2).
    #[error("{requested} exceeds the limit of {allowed} for {limit}; {}", waits(approval.as_deref(), state))]
    ApprovalRequired {
        /// What is limited.
        limit: String,
        /// The bound.
        allowed: String,
        /// What was asked for.
        requested: String,
        /// The request for approval; none of a preview, which makes none.
        approval: Option<String>,
        /// Where the request stands.
        state: &'static str,
    },
    /// Who grants is who has asked (rule P2).
    #[error("nobody grants what they have asked for themselves; another person with the right '{right}' decides")]
    OwnRequest {
        /// The right.
        right: &'static str,
    },
    /// Fewer are left than are asked for.
    #[error("'{what}' is out of stock: {left} left; choose another")]
    OutOfStock {
        /// What.
        what: String,
        /// How many are left.
        left: u64,
    },
    /// The customer may not, in the state they are in or by the program's rules (rule M2).
    #[error("not possible for this customer: {reason}")]
    NotEligible {
        /// The capability or condition that is missing.
        reason: String,
    },
    /// It was valid once and is no longer.
    #[error("{what} expired at {at}")]
    Expired {
        /// What.
        what: String,
        /// When.
        at: String,
    },
    /// It can be used once and was, or in parts and was used up.
    #[error("{what} is used up already; {left} is left")]
    AlreadyUsed {
        /// What.
        what: String,
        /// What can still be used.
        left: String,
    },
    /// It is blocked.
    #[error("{what} is blocked")]
    Blocked {
        /// What.
        what: String,
    },
    /// More than the order has.
    #[error("{what} exceeds the order: {left} is left")]
    ExceedsOrder {
        /// What was asked for.
        what: String,
        /// What the order still has.
        left: String,
    },
    /// The program document has mistakes; all that were found are listed.
    #[error("the program has {} mistake(s), the first at {}", problems.len(), problems.first().map_or("", |problem| problem.path.as_str()))]
    InvalidProgram {
        /// Every mistake found.
        problems: Vec<Problem>,
    },
    /// The storage failed, or lost a reply.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Too many others change the same records; nothing was changed.
    #[error("too many others change the same records now; ask again with the same idempotency key")]
    Busy,
    /// The engine found its own books wrong and refused to go on. Nothing was changed.
    #[error("internal error: {0}; nothing was changed, please report this")]
    Internal(String),
}

/// What becomes of a command that needs approval.
fn waits(approval: Option<&str>, state: &str) -> String {
    match approval {
        None => "without a preview it becomes a request that somebody else approves".to_owned(),
        Some(approval) if state == "open" => format!("request '{approval}' waits for somebody else to approve it"),
        Some(approval) => format!("request '{approval}' is {state}; to ask anew, take another idempotency key"),
    }
}
