//! Everything that can be refused, as facts with stable codes. A refused command has changed nothing.

use std::fmt;

use rust_decimal::Decimal;

use crate::json::{Tree, tree};

/// Why a request was refused.
///
/// The code is stable and what programs look at; the message is for people and says what to do next; the details are the facts.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
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
    #[error("'{command}' is not possible from state '{state}'; possible are: {}", allowed.join(", "))]
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
    /// None are left.
    #[error("'{what}' is out of stock")]
    OutOfStock {
        /// What.
        what: String,
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

/// One mistake in a document.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// Where, such as `point_types[1].expiry.days`.
    pub path: String,
    /// What is wrong there and what fits.
    pub problem: String,
}

/// Whether asking again makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// The answer will be the same.
    Never,
    /// Ask again with the same idempotency key.
    SameKey,
    /// Ask again later.
    Later,
}

impl Retry {
    /// The word on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Retry::Never => "never",
            Retry::SameKey => "same_key",
            Retry::Later => "later",
        }
    }
}

/// Every code, with what it means: the closed list of the reference page.
pub const CODES: &[(&str, &str)] = &[
    ("invalid_request", "The request is not well-formed or a value does not fit; `details.path` says where."),
    ("unknown_operation", "No operation has this name."),
    ("forbidden", "The actor's roles do not give the right named in `details.right`."),
    ("not_found", "Nothing has this id."),
    ("already_exists", "Something else has this id or unique value already."),
    ("invalid_transition", "The membership state does not allow this change; `details.allowed` lists those it allows."),
    ("version_conflict", "The record was edited since it was read; `details.current` is its version now."),
    ("plan_outdated", "What the preview showed is no longer what would happen; `details.receipt` is the new outcome."),
    ("idempotency_conflict", "The idempotency key was used for other content."),
    ("insufficient_balance", "The balance does not cover the debit; the details say what is available, pending and held."),
    ("limit_exceeded", "A bound of the library, the program or the actor's role is exceeded."),
    ("out_of_stock", "None are left."),
    ("not_eligible", "The customer may not, in the state they are in or by the program's rules."),
    ("expired", "It was valid once and is no longer."),
    ("already_used", "It can be used once and was, or in parts and was used up."),
    ("blocked", "It is blocked."),
    ("exceeds_order", "More than the order has."),
    ("invalid_program", "The program document has mistakes; `details.problems` lists them."),
    ("storage_failed", "The storage failed; nothing was changed."),
    ("outcome_unknown", "The reply to a commit was lost: ask again with the same idempotency key."),
    ("busy", "The storage is occupied, or too many others change the same records; nothing was changed."),
    ("internal", "The engine found its own books wrong and refused to go on; nothing was changed."),
];

impl Error {
    /// An `invalid_request` at a path.
    pub fn invalid(path: impl Into<String>, problem: impl Into<String>) -> Self {
        Error::InvalidRequest { path: path.into(), problem: problem.into() }
    }

    /// A `limit_exceeded` for a value that no decimal of 28 digits holds.
    pub fn too_large(what: &str) -> Self {
        Error::LimitExceeded { limit: what.to_owned(), allowed: "28 digits".into(), requested: "more".into() }
    }

    /// The stable code, one of [`CODES`].
    pub const fn code(&self) -> &'static str {
        match self {
            Error::InvalidRequest { .. } => "invalid_request",
            Error::UnknownOperation { .. } => "unknown_operation",
            Error::Forbidden { .. } | Error::NotOwnAccount { .. } => "forbidden",
            Error::NotFound { .. } => "not_found",
            Error::AlreadyExists { .. } => "already_exists",
            Error::InvalidTransition { .. } => "invalid_transition",
            Error::VersionConflict { .. } => "version_conflict",
            Error::PlanOutdated { .. } => "plan_outdated",
            Error::IdempotencyConflict { .. } => "idempotency_conflict",
            Error::InsufficientBalance { .. } => "insufficient_balance",
            Error::LimitExceeded { .. } => "limit_exceeded",
            Error::OutOfStock { .. } => "out_of_stock",
            Error::NotEligible { .. } => "not_eligible",
            Error::Expired { .. } => "expired",
            Error::AlreadyUsed { .. } => "already_used",
            Error::Blocked { .. } => "blocked",
            Error::ExceedsOrder { .. } => "exceeds_order",
            Error::InvalidProgram { .. } => "invalid_program",
            Error::Storage(StorageError { outcome: Outcome::Failed, .. }) => "storage_failed",
            Error::Storage(StorageError { outcome: Outcome::Unknown, .. }) => "outcome_unknown",
            Error::Storage(StorageError { outcome: Outcome::Busy, .. }) | Error::Busy => "busy",
            Error::Internal(_) => "internal",
        }
    }

    /// Whether asking again makes sense.
    pub const fn retry(&self) -> Retry {
        match self {
            Error::Storage(StorageError { outcome: Outcome::Unknown | Outcome::Busy, .. }) | Error::Busy => Retry::SameKey,
            Error::Storage(_) => Retry::Later,
            _ => Retry::Never,
        }
    }

    /// The facts, as the wire shows them: an object.
    pub fn details(&self) -> Tree {
        Tree::sorted(match self {
            Error::InvalidRequest { path, problem } => vec![("path", path.into()), ("problem", problem.into())],
            Error::UnknownOperation { name } => vec![("name", name.into())],
            Error::Forbidden { right } | Error::NotOwnAccount { right } => vec![("right", right.into())],
            Error::NotFound { what, id } | Error::AlreadyExists { what, id } => vec![("what", (*what).into()), ("id", id.into())],
            Error::InvalidTransition { state, command, allowed } => {
                vec![("state", state.into()), ("command", (*command).into()), ("allowed", tree(allowed))]
            }
            Error::VersionConflict { record, seen, current } => {
                vec![("record", (*record).into()), ("seen", (*seen).into()), ("current", (*current).into())]
            }
            Error::PlanOutdated { plan, receipt } => vec![("plan", plan.into()), ("receipt", receipt.clone())],
            Error::IdempotencyConflict { key } => vec![("key", key.into())],
            Error::InsufficientBalance { point_type, requested, available, pending, held } => {
                let amounts = [("requested", requested), ("available", available), ("pending", pending), ("held", held)];
                let amounts = amounts.map(|(name, amount)| (name, Tree::from(amount.to_string())));
                amounts.into_iter().chain([("type", point_type.into())]).collect()
            }
            Error::LimitExceeded { limit, allowed, requested } => {
                vec![("limit", limit.into()), ("allowed", allowed.into()), ("requested", requested.into())]
            }
            Error::OutOfStock { what } | Error::Blocked { what } => vec![("what", what.into())],
            Error::NotEligible { reason } => vec![("reason", reason.into())],
            Error::Expired { what, at } => vec![("what", what.into()), ("at", at.into())],
            Error::AlreadyUsed { what, left } | Error::ExceedsOrder { what, left } => vec![("what", what.into()), ("left", left.into())],
            Error::InvalidProgram { problems } => vec![("problems", tree(problems))],
            Error::Storage(_) | Error::Busy | Error::Internal(_) => Vec::new(),
        })
    }

    /// The wire form: `{ "error": { "code", "details", "message", "retry" } }`.
    pub fn to_json(&self) -> Tree {
        let error = [
            ("code", Tree::from(self.code())),
            ("message", Tree::from(self.to_string())),
            ("retry", Tree::from(self.retry().name())),
            ("details", self.details()),
        ];
        Tree::sorted([("error", Tree::sorted(error))])
    }
}

/// Whether a failed call may have had an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was applied.
    Failed,
    /// Nothing was applied because the storage is occupied; later it may go.
    Busy,
    /// The reply was lost: it may have been applied. The only recovery is to ask again with the same idempotency key.
    Unknown,
}

/// The storage could not do its work.
#[derive(Debug)]
pub struct StorageError {
    /// Whether the call may have had an effect.
    pub outcome: Outcome,
    /// What the driver said.
    pub source: Box<dyn std::error::Error + Send + Sync>,
}

impl StorageError {
    /// The call failed and changed nothing.
    pub fn failed(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        StorageError { outcome: Outcome::Failed, source: source.into() }
    }

    /// The reply to a commit was lost.
    pub fn unknown(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        StorageError { outcome: Outcome::Unknown, source: source.into() }
    }

    /// The storage is occupied.
    pub fn busy(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        StorageError { outcome: Outcome::Busy, source: source.into() }
    }
}

impl fmt::Display for StorageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.outcome {
            Outcome::Failed => write!(out, "the storage failed and changed nothing: {}", self.source),
            Outcome::Busy => write!(out, "the storage is occupied and changed nothing: {}", self.source),
            Outcome::Unknown => write!(out, "the storage lost the reply to a commit: {}", self.source),
        }
    }
}

impl std::error::Error for StorageError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}
