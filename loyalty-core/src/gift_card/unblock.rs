//! `gift_card.unblock`

use schemars::JsonSchema;

use super::{CardState, GiftCard, GiftCardView};
use crate::error::Error;
use crate::id::{Id, Text};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Brings a blocked card back into the state before.
///
/// Errors: `invalid_transition` for a card that is not blocked; `not_found`; `version_conflict`.
///
/// Rule R7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unblock {
    /// The card's number.
    pub gift_card: Id,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Operation for Unblock {
    const NAME: &'static str = "gift_card.unblock";
    const KIND: Kind = Kind::Command;
    type Output = GiftCardView;

    fn roots(&self) -> Vec<Root> {
        vec![Root::gift_card(&self.gift_card)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<GiftCardView, Error> {
        GiftCard::change(unit, &Root::gift_card(&self.gift_card), Self::NAME, &|card| {
            card.state = card.facts.before.take().unwrap_or(CardState::Active);
            card.remark(None, self.note.as_ref());
        })
    }
}
