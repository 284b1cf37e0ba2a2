//! Everything that can be refused, as facts with stable codes. A refused command has changed nothing.

mod reason;

pub use reason::Reason;

use std::fmt::{self, Display};

use crate::gather::Gather;
use crate::json::{Json, Tree, tree};

/// A refusal: one pointer to its [`Reason`], since it travels through every function that can fail.
///
/// The code is stable and what programs look at; the message is for people and says what to do next; the details are the facts.
#[derive(thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<Reason>);

/// One mistake in a document.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
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
    (
        "approval_required",
        "Above a limit of the actor's role: it is not done, and the request `details.approval` waits for somebody else (`approval.grant`).",
    ),
    ("out_of_stock", "Fewer are left than are asked for; `details.left` says how many."),
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

/// One copy of each stands off the way of what succeeds; the generic rim around it is only there to take whatever can be shown.
impl Error {
    /// An `invalid_request` at a path.
    pub fn invalid(path: impl Display, problem: impl Display) -> Self {
        #[cold]
        #[inline(never)]
        fn make(path: &dyn Display, problem: &dyn Display) -> Error {
            Reason::InvalidRequest { path: path.to_string(), problem: problem.to_string() }.into()
        }
        make(&path, &problem)
    }

    /// An `internal` error: the books, or what is stored, are not as they must be.
    pub fn internal(text: impl Display) -> Self {
        #[cold]
        #[inline(never)]
        fn make(text: &dyn Display) -> Error {
            Reason::Internal(text.to_string()).into()
        }
        make(&text)
    }

    /// A `not_found` for an id.
    pub fn not_found(what: &'static str, id: impl Display) -> Self {
        #[cold]
        #[inline(never)]
        fn make(what: &'static str, id: &dyn Display) -> Error {
            Reason::NotFound { what, id: id.to_string() }.into()
        }
        make(what, &id)
    }

    /// An `already_exists` for an id, or another value that must be unique.
    pub fn already_exists(what: &'static str, id: impl Display) -> Self {
        #[cold]
        #[inline(never)]
        fn make(what: &'static str, id: &dyn Display) -> Error {
            Reason::AlreadyExists { what, id: id.to_string() }.into()
        }
        make(what, &id)
    }

    /// A `not_eligible`, with the capability or condition that is missing.
    pub fn not_eligible(reason: impl Display) -> Self {
        #[cold]
        #[inline(never)]
        fn make(reason: &dyn Display) -> Error {
            Reason::NotEligible { reason: reason.to_string() }.into()
        }
        make(&reason)
    }

    /// An `already_used`, with what can still be used.
    pub fn already_used(what: impl Display, left: impl Display) -> Self {
        #[cold]
        #[inline(never)]
        fn make(what: &dyn Display, left: &dyn Display) -> Error {
            Reason::AlreadyUsed { what: what.to_string(), left: left.to_string() }.into()
        }
        make(&what, &left)
    }

    /// A `limit_exceeded`, with the bound and what was asked for.
    pub fn limit_exceeded(limit: impl Display, allowed: impl Display, requested: impl Display) -> Self {
        #[cold]
        #[inline(never)]
        fn make(limit: &dyn Display, allowed: &dyn Display, requested: &dyn Display) -> Error {
            Reason::LimitExceeded { limit: limit.to_string(), allowed: allowed.to_string(), requested: requested.to_string() }.into()
        }
        make(&limit, &allowed, &requested)
    }

    /// A `limit_exceeded` for a value that no decimal of 28 digits holds.
    pub fn too_large(what: &str) -> Self {
        Self::limit_exceeded(what, "28 digits", "more")
    }
}

impl Error {
    /// Why, to be matched.
    pub fn reason(&self) -> &Reason {
        &self.0
    }

    /// Why, to be taken apart.
    pub fn into_reason(self) -> Reason {
        *self.0
    }

    /// The stable code, one of [`CODES`].
    pub fn code(&self) -> &'static str {
        match self.reason() {
            Reason::InvalidRequest { .. } => "invalid_request",
            Reason::UnknownOperation { .. } => "unknown_operation",
            Reason::Forbidden { .. } | Reason::NotOwnAccount { .. } | Reason::OwnRequest { .. } => "forbidden",
            Reason::NotFound { .. } => "not_found",
            Reason::AlreadyExists { .. } => "already_exists",
            Reason::InvalidTransition { .. } => "invalid_transition",
            Reason::VersionConflict { .. } => "version_conflict",
            Reason::PlanOutdated { .. } => "plan_outdated",
            Reason::IdempotencyConflict { .. } => "idempotency_conflict",
            Reason::InsufficientBalance { .. } => "insufficient_balance",
            Reason::LimitExceeded { .. } => "limit_exceeded",
            Reason::ApprovalRequired { .. } => "approval_required",
            Reason::OutOfStock { .. } => "out_of_stock",
            Reason::NotEligible { .. } => "not_eligible",
            Reason::Expired { .. } => "expired",
            Reason::AlreadyUsed { .. } => "already_used",
            Reason::Blocked { .. } => "blocked",
            Reason::ExceedsOrder { .. } => "exceeds_order",
            Reason::InvalidProgram { .. } => "invalid_program",
            Reason::Storage(StorageError { outcome: Outcome::Failed, .. }) => "storage_failed",
            Reason::Storage(StorageError { outcome: Outcome::Unknown, .. }) => "outcome_unknown",
            Reason::Storage(StorageError { outcome: Outcome::Busy, .. }) | Reason::Busy => "busy",
            Reason::Internal(_) => "internal",
        }
    }

    /// Whether asking again makes sense.
    pub fn retry(&self) -> Retry {
        match self.reason() {
            Reason::Storage(StorageError { outcome: Outcome::Unknown | Outcome::Busy, .. }) | Reason::Busy => Retry::SameKey,
            Reason::Storage(_) => Retry::Later,
            _ => Retry::Never,
        }
    }

    /// The facts, as the wire shows them: an object.
    pub fn details(&self) -> Tree {
        Tree::sorted(match self.reason() {
            Reason::InvalidRequest { path, problem } => vec![("path", path.into()), ("problem", problem.into())],
            Reason::UnknownOperation { name } => vec![("name", name.into())],
            Reason::Forbidden { right } | Reason::NotOwnAccount { right } => vec![("right", right.into())],
            Reason::NotFound { what, id } | Reason::AlreadyExists { what, id } => vec![("what", (*what).into()), ("id", id.into())],
            Reason::InvalidTransition { state, command, allowed } => {
                vec![("state", state.into()), ("command", (*command).into()), ("allowed", tree(allowed))]
            }
            Reason::VersionConflict { record, seen, current } => {
                vec![("record", (*record).into()), ("seen", (*seen).into()), ("current", (*current).into())]
            }
            Reason::PlanOutdated { plan, receipt } => vec![("plan", plan.into()), ("receipt", receipt.clone())],
            Reason::IdempotencyConflict { key } => vec![("key", key.into())],
            Reason::InsufficientBalance { point_type, requested, available, pending, held } => {
                let amounts = [("requested", requested), ("available", available), ("pending", pending), ("held", held)];
                let amounts = amounts.map(|(name, amount)| (name, Tree::from(amount.to_string())));
                amounts.into_iter().chain([("type", point_type.into())]).gather()
            }
            Reason::LimitExceeded { limit, allowed, requested } => {
                vec![("limit", limit.into()), ("allowed", allowed.into()), ("requested", requested.into())]
            }
            Reason::ApprovalRequired { limit, allowed, requested, approval, state } => {
                let request = approval.iter().flat_map(|approval| [("approval", Tree::from(approval)), ("state", Tree::from(*state))]);
                [("limit", limit.into()), ("allowed", allowed.into()), ("requested", requested.into())].into_iter().chain(request).gather()
            }
            Reason::OwnRequest { right } => vec![("right", (*right).into())],
            Reason::OutOfStock { what, left } => vec![("what", what.into()), ("left", (*left).into())],
            Reason::Blocked { what } => vec![("what", what.into())],
            Reason::NotEligible { reason } => vec![("reason", reason.into())],
            Reason::Expired { what, at } => vec![("what", what.into()), ("at", at.into())],
            Reason::AlreadyUsed { what, left } | Reason::ExceedsOrder { what, left } => vec![("what", what.into()), ("left", left.into())],
            Reason::InvalidProgram { problems } => vec![("problems", tree(problems))],
            Reason::Storage(_) | Reason::Busy | Reason::Internal(_) => Vec::new(),
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

impl From<Reason> for Error {
    #[cold]
    #[inline(never)]
    fn from(reason: Reason) -> Self {
        Error(Box::new(reason))
    }
}

impl From<StorageError> for Error {
    #[cold]
    fn from(error: StorageError) -> Self {
        Reason::Storage(error).into()
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, out)
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

impl Display for StorageError {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Every function that can fail hands its refusals on: a fat one is copied at every `?`.
    #[test]
    fn an_error_is_one_pointer() {
        assert_eq!(size_of::<Error>(), size_of::<usize>());
        assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
        assert!(size_of::<Reason>() > size_of::<usize>(), "a bare reason is what must not travel");
    }

    #[test]
    fn an_error_speaks_like_its_reason() {
        use std::error::Error as _;
        let reason = || Reason::Blocked { what: "card".into() };
        let error = Error::from(reason());
        assert_eq!((error.to_string(), format!("{error:?}")), (reason().to_string(), format!("{:?}", reason())));
        assert!(matches!(error.into_reason(), Reason::Blocked { what } if what == "card"));
        let lost = Error::from(StorageError::unknown("the line was cut"));
        assert_eq!(lost.code(), "outcome_unknown");
        assert_eq!(lost.source().map(ToString::to_string).as_deref(), Some("the line was cut"));
    }
}
