//! The states of a gift card and what each of them allows: one table.

use schemars::JsonSchema;

use super::GiftCard;
use crate::account::Account;
use crate::error::{Error, Reason};
use crate::json::Json;
use crate::time::Timestamp;

/// Where a gift card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// Issued blank, and not sold yet.
    Inactive,
    /// It pays.
    Active,
    /// It does not pay until it is unblocked.
    Blocked,
    /// It never pays again.
    Deactivated,
    /// All that was on it has ended by time.
    Expired,
}

/// Commands by which a card pays.
const PAYING: &[&str] = &["gift_card.redeem", "gift_card.charge", "points.hold", "points.capture"];

impl CardState {
    /// The word on the wire and in storage.
    pub const fn name(self) -> &'static str {
        match self {
            CardState::Inactive => "inactive",
            CardState::Active => "active",
            CardState::Blocked => "blocked",
            CardState::Deactivated => "deactivated",
            CardState::Expired => "expired",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        use CardState::{Active, Blocked, Deactivated, Inactive};
        [Inactive, Active, Blocked, Deactivated].into_iter().find(|state| state.name() == name)
    }

    /// The commands that are possible. What a hold has set aside can be captured after the card's end, as with any other lot.
    pub const fn allowed(self) -> &'static [&'static str] {
        match self {
            CardState::Inactive => &["gift_card.activate", "gift_card.recharge", "gift_card.block", "gift_card.deactivate"],
            CardState::Active => &[
                "gift_card.recharge",
                "gift_card.redeem",
                "gift_card.charge",
                "gift_card.refund",
                "gift_card.block",
                "gift_card.deactivate",
                "points.hold",
                "points.capture",
                "points.release",
            ],
            CardState::Blocked => {
                &["gift_card.recharge", "gift_card.refund", "gift_card.unblock", "gift_card.deactivate", "points.release"]
            }
            CardState::Deactivated => &["points.release"],
            CardState::Expired => &["gift_card.refund", "gift_card.block", "gift_card.deactivate", "points.capture", "points.release"],
        }
    }
}

impl GiftCard {
    /// Where the card stands at a time, given its account, settled.
    pub fn state_at(&self, now: Timestamp, account: &Account) -> CardState {
        let is_empty = || account.active().is_ok_and(|active| !active.is_positive());
        let has_ended = || self.ends_at(account).is_some_and(|end| end <= now) && is_empty();
        match self.state {
            CardState::Inactive | CardState::Active if has_ended() => CardState::Expired,
            state => state,
        }
    }

    /// Refuses what the card's state does not allow (rule R7).
    ///
    /// # Errors
    /// `blocked` and `expired` for commands that need a card that pays; `invalid_transition`, naming the state and what is possible.
    pub fn require(&self, command: &'static str, now: Timestamp, account: &Account) -> Result<(), Error> {
        let state = self.state_at(now, account);
        if state.allowed().contains(&command) {
            return Ok(());
        }
        let what = format!("gift card {}", self.number);
        Err(match (state, self.ends_at(account)) {
            (CardState::Blocked, _) if PAYING.contains(&command) => Reason::Blocked { what }.into(),
            (CardState::Expired, Some(end)) => Reason::Expired { what, at: end.to_string() }.into(),
            _ => Reason::InvalidTransition { state: state.name().to_owned(), command, allowed: state.allowed().to_vec() }.into(),
        })
    }
}
