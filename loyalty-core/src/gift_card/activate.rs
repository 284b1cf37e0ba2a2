//! `gift_card.activate`

use schemars::JsonSchema;

use super::{CardState, GiftCard, GiftCardView};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{Id, Line};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Lets a card that was issued blank pay, once it is sold. It is named by its number or found by its code.
///
/// Errors: `invalid_transition` for a card that is not blank; `expired`; `not_found`; `invalid_request` for a code with a typing error.
///
/// Rule R7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activate {
    /// The card's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// Its code, instead of the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Line>,
    /// The order on which it was bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
}

impl Operation for Activate {
    const NAME: &'static str = "gift_card.activate";
    const KIND: Kind = Kind::Command;
    type Output = GiftCardView;

    fn roots(&self) -> Vec<Root> {
        self.gift_card.iter().map(Root::gift_card).gather()
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        GiftCard::find_root(unit, self.gift_card.as_ref(), self.code.as_ref())
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<GiftCardView, Error> {
        let root = GiftCard::find(unit, self.gift_card.as_ref(), self.code.as_ref())?;
        GiftCard::change(unit, &root, Self::NAME, &|card| {
            card.state = CardState::Active;
            card.facts.texts.order = self.order.clone().or_else(|| card.facts.texts.order.take());
        })
    }
}
