//! `gift_card.charge`

use schemars::JsonSchema;

use super::{GiftCard, Moved};
use crate::amount::Quantity;
use crate::entry::{EntryKind, Texts};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{Id, Line, Text};
use crate::json::Json;
use crate::ledger::Origin;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Pays with a card at once, all that is on it or a part. For a checkout that may still fail, set it aside first (`points.hold` with `parts`). The card
/// is named by its number or found by its code.
///
/// Errors: `insufficient_balance`, with what is available; `blocked`, `expired`; `invalid_transition` for a card that is blank or deactivated;
/// `not_found`; `invalid_request` for a code with a typing error.
///
/// Rules R7, L3, L7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Charge {
    /// The card's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// Its code, instead of the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Line>,
    /// How much, more than zero.
    pub amount: Quantity,
    /// The order that is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

impl Operation for Charge {
    const NAME: &'static str = "gift_card.charge";
    const KIND: Kind = Kind::Command;
    type Output = Moved;

    fn roots(&self) -> Vec<Root> {
        self.gift_card.iter().map(Root::gift_card).gather()
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        GiftCard::find_root(unit, self.gift_card.as_ref(), self.code.as_ref())
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Moved, Error> {
        let root = GiftCard::find(unit, self.gift_card.as_ref(), self.code.as_ref())?;
        let (card, mut ledger) = GiftCard::open(unit, &root, Self::NAME)?;
        let amount = self.amount.positive(ledger.point_type.places)?;
        let texts = Texts::new(None, self.comment.as_ref(), None);
        let entry = ledger.debit(EntryKind::Spend, amount, Origin { order: self.order.clone(), texts, ..Origin::default() })?;
        card.moved(&entry, &ledger.close())
    }
}
