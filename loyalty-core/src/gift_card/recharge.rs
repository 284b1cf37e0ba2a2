//! `gift_card.recharge`

use schemars::JsonSchema;

use super::{GiftCard, Moved};
use crate::access::check_limits;
use crate::amount::Quantity;
use crate::entry::{EntryKind, Texts};
use crate::error::Error;
use crate::expiry::Given;
use crate::id::{Id, Text};
use crate::json::Json;
use crate::ledger::Origin;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::time::{Date, Timestamp};
use crate::unit::Unit;

/// Puts more on a card. What was on it keeps its end; what is added ends as the point type says, or as said here, and the card with the last of them.
///
/// Errors: `invalid_transition` for a card that is deactivated; `expired`; `limit_exceeded` beyond what the actor's roles may give; `not_found`;
/// `version_conflict`.
///
/// Rules R7, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recharge {
    /// The card's number.
    pub gift_card: Id,
    /// How much, more than zero.
    pub amount: Quantity,
    /// The order on which it was bought.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// It ends so many days after today's local date, 1 to 36,500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_after_days: Option<u32>,
    /// The last local day on which it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Date>,
    /// The instant at which it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// It never ends.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub never_expires: bool,
}

impl Operation for Recharge {
    const NAME: &'static str = "gift_card.recharge";
    const KIND: Kind = Kind::Command;
    type Output = Moved;

    fn roots(&self) -> Vec<Root> {
        vec![Root::gift_card(&self.gift_card)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Moved, Error> {
        let given = Given {
            after_days: self.expires_after_days,
            valid_through: self.valid_through,
            at: self.expires_at,
            never: self.never_expires,
        };
        let (mut card, mut ledger) = GiftCard::open(unit, &Root::gift_card(&self.gift_card), Self::NAME)?;
        let point_type = ledger.point_type.clone();
        let amount = self.amount.positive(point_type.places)?;
        let texts = Texts::new(None, self.comment.as_ref(), self.note.as_ref());
        let entry = ledger.credit(EntryKind::Load, amount, given, Origin { order: self.order.clone(), texts, ..Origin::default() })?;
        let account = ledger.close();
        check_limits(unit, Self::NAME, &point_type, amount)?;
        card.prolong(&entry);
        unit.put(&card);
        card.moved(&entry, &account)
    }
}
