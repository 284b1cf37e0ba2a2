//! `gift_card.deactivate`

use schemars::JsonSchema;

use super::{CardState, GiftCard, GiftCardView};
use crate::error::Error;
use crate::id::{Id, Line, Text};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Ends a card for good. What is on it is taken, as an entry in its journal says: issue another card, or credit the account, if it is owed.
///
/// What a hold has set aside stays so and comes back to the card, where nobody can spend it.
///
/// Errors: `invalid_transition` for a card that is deactivated already; `not_found`; `version_conflict`.
///
/// Rule R7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deactivate {
    /// The card's number.
    pub gift_card: Id,
    /// Why; staff only.
    pub reason: Line,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Operation for Deactivate {
    const NAME: &'static str = "gift_card.deactivate";
    const KIND: Kind = Kind::Command;
    type Output = GiftCardView;

    fn roots(&self) -> Vec<Root> {
        vec![Root::gift_card(&self.gift_card)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<GiftCardView, Error> {
        let root = Root::gift_card(&self.gift_card);
        let (_, mut ledger) = GiftCard::open(unit, &root, Self::NAME)?;
        ledger.forfeit()?;
        ledger.close();
        GiftCard::change(unit, &root, Self::NAME, &|card| {
            (card.state, card.facts.before) = (CardState::Deactivated, None);
            card.remark(Some(&self.reason), self.note.as_ref());
        })
    }
}
