//! The context of a request: who asks, when, and a source of randomness. Only the host's trusted code writes it.

use schemars::JsonSchema;

use crate::digest::Digest;
use crate::error::Error;
use crate::id::{Id, Line, Slug};
use crate::json::Json;
use crate::limits::ENTROPY_BYTES_MIN;
use crate::time::Timestamp;

/// Who asks, when, and with which randomness. Never taken from a browser.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// Who asks.
    pub actor: Actor,
    /// The time of the call. Within a root, recorded time never runs backwards.
    pub at: Timestamp,
    /// At least 16 bytes that nobody can guess, fresh with every command; salts and codes come from it. Queries do without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entropy: Option<String>,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The host's id of the agent or system; for a customer, the customer's id.
    pub id: Id,
    /// What kind of actor.
    pub kind: ActorKind,
    /// The roles of the program that the actor carries. A customer has none.
    #[serde(default)]
    pub roles: Vec<Slug>,
    /// The page, device or channel through which the request came, for the record; of an agent who acts as a customer, what `impersonation.verify` has
    /// answered. It is kept in the log of every command.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Line>,
}

/// How the `through` of a customer begins as whom an agent acts; the agent's id follows.
pub const IMPERSONATION: &str = "impersonation by ";

impl Actor {
    /// Whether it is an agent who acts as a customer.
    pub fn is_impersonating(&self) -> bool {
        self.through.as_ref().is_some_and(|through| through.as_str().starts_with(IMPERSONATION))
    }

    /// Whether two actors are one person, as far as can be told: the same id, or one of them comes through the other.
    pub fn is_same_person(&self, other: &Actor) -> bool {
        let through = |actor: &Actor, id: &Id| {
            let through = actor.through.as_ref().map(Line::as_str);
            through.is_some_and(|through| through.strip_prefix(IMPERSONATION).unwrap_or(through) == id.as_str())
        };
        let impersonate = self.is_impersonating() && other.is_impersonating();
        self.id == other.id || through(self, &other.id) || through(other, &self.id) || (impersonate && self.through == other.through)
    }
}

/// What kind of actor asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A person who works for the shop.
    Agent,
    /// The customer, who may only touch their own account.
    Customer,
    /// The shop's own software.
    System,
}

impl Context {
    /// An agent's context.
    pub fn agent(id: Id, roles: Vec<Slug>, at: Timestamp, entropy: impl Into<String>) -> Self {
        Context { actor: Actor { id, kind: ActorKind::Agent, roles, through: None }, at, entropy: Some(entropy.into()) }
    }

    /// Whether the actor is the customer.
    pub fn is_customer(&self) -> bool {
        self.actor.kind == ActorKind::Customer
    }

    /// 32 random bytes for one purpose, made from the host's entropy: the same for the same entropy, purpose and subject.
    ///
    /// # Errors
    /// `invalid_request` when the context has too little entropy.
    pub fn random(&self, purpose: &str, subject: &[u8]) -> Result<[u8; 32], Error> {
        let mut digest = Digest::new();
        for part in [b"loyalty entropy".as_slice(), self.check_entropy()?.as_bytes(), purpose.as_bytes(), subject] {
            digest.take_counted(part);
        }
        Ok(digest.end())
    }

    /// The host's entropy, if it is enough for a command.
    ///
    /// # Errors
    /// `invalid_request` when the context has none, or too little.
    pub fn check_entropy(&self) -> Result<&str, Error> {
        self.entropy.as_deref().filter(|entropy| entropy.len() >= ENTROPY_BYTES_MIN).ok_or_else(|| {
            Error::invalid(
                "context.entropy",
                format_args!("a command or batch needs at least {ENTROPY_BYTES_MIN} fresh random bytes as text"),
            )
        })
    }
}
