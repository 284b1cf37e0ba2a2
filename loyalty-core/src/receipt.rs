//! Receipts: what a command returns.

use schemars::JsonSchema;

use crate::account::Balance;
use crate::entry::EntryView;
use crate::id::{CustomerId, Ref};
use crate::json::Json;
use crate::reward::RewardView;
use crate::time::Timestamp;

/// What a command returns: its own result, and what it did to the books.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Receipt<T> {
    /// The operation's own answer.
    pub result: T,
    /// When the command was recorded.
    pub recorded_at: Timestamp,
    /// The entries written, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryView>,
    /// The balances of the accounts that were touched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub balances: Vec<Balance>,
    /// The rewards that followed by themselves: of stamp cards and statuses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewards: Vec<RewardView>,
    /// The messages queued for the host.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Ref>,
    /// This is the receipt of an earlier request with the same idempotency key; nothing was written now (rule L10).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replayed: bool,
    /// Of a preview: the token that confirms exactly this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// The customer whom the request named was merged into this one, for whom it was run (rule G8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirected_to: Option<CustomerId>,
}

impl<T> Receipt<T> {
    /// The same receipt with another result.
    pub fn map<U>(self, result: U) -> Receipt<U> {
        let Receipt { recorded_at, entries, balances, rewards, messages, replayed, plan, redirected_to, .. } = self;
        Receipt { result, recorded_at, entries, balances, rewards, messages, replayed, plan, redirected_to }
    }
}
