//! `gift_card.block`

use schemars::JsonSchema;

use super::{CardState, GiftCard, GiftCardView};
use crate::error::Error;
use crate::id::{Id, Line, Text};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Keeps a card from paying until it is unblocked: it was lost, or something is wrong with it. Refunds still reach it, and time goes on.
///
/// Errors: `invalid_transition` for a card that is blocked or deactivated; `not_found`; `version_conflict`.
///
/// Rule R7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// The card's number.
    pub gift_card: Id,
    /// Why; staff only.
    pub reason: Line,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Operation for Block {
    const NAME: &'static str = "gift_card.block";
    const KIND: Kind = Kind::Command;
    type Output = GiftCardView;

    fn roots(&self) -> Vec<Root> {
        vec![Root::gift_card(&self.gift_card)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<GiftCardView, Error> {
        GiftCard::change(unit, &Root::gift_card(&self.gift_card), Self::NAME, &|card| {
            card.facts.before = Some(card.state);
            card.state = CardState::Blocked;
            card.remark(Some(&self.reason), self.note.as_ref());
        })
    }
}
