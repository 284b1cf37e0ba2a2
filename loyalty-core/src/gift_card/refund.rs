//! `gift_card.refund`

use schemars::JsonSchema;

use super::{GiftCard, Moved};
use crate::access::check_limits;
use crate::amount::Quantity;
use crate::entry::{Entry, EntryKind, Texts, parse_ref};
use crate::error::Error;
use crate::id::{Id, Line, Ref, Text};
use crate::json::Json;
use crate::ledger::Origin;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Puts what a charge took back onto the same card, all of it or in parts, with the ends it had. A blocked card takes refunds too.
///
/// What has ended meanwhile gets the point type's days of grace or lapses at once.
///
/// Errors: `already_used` when less is left to refund; `not_eligible` for an entry that paid nothing; `invalid_transition` for a card that is
/// deactivated; `limit_exceeded` beyond what the actor's roles may give; `not_found`; `version_conflict`.
///
/// Rules R7, L9, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refund {
    /// The card's number.
    pub gift_card: Id,
    /// The entry of the charge.
    pub entry: Ref,
    /// How much of it; all that is left when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Operation for Refund {
    const NAME: &'static str = "gift_card.refund";
    const KIND: Kind = Kind::Command;
    type Output = Moved;

    fn roots(&self) -> Vec<Root> {
        vec![Root::gift_card(&self.gift_card)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Moved, Error> {
        let root = Root::gift_card(&self.gift_card);
        let card = GiftCard::load(unit, &root)?;
        let number = parse_ref(&self.entry, &root.name(), "").filter(|(point_type, _)| *point_type == card.point_type).map(|found| found.1);
        let number = number.ok_or_else(|| Error::not_found("entry", &self.entry))?;
        let charge = unit.get::<Entry>(Entry::key(&root, &card.point_type, number))?;
        if charge.is_some_and(|entry| !matches!(entry.kind, EntryKind::Spend | EntryKind::Capture)) {
            return Err(Error::not_eligible("the entry is no charge of the card; refund the entry that paid"));
        }
        let (mut card, mut ledger) = GiftCard::open(unit, &root, Self::NAME)?;
        let point_type = ledger.point_type.clone();
        let amount = self.amount.map(|amount| amount.positive(point_type.places)).transpose()?;
        let texts = Texts::new(self.reason.as_ref(), self.comment.as_ref(), self.note.as_ref());
        let reversal = ledger.reverse(number, amount, Origin { texts, ..Origin::default() })?;
        let account = ledger.close();
        check_limits(unit, Self::NAME, &point_type, reversal.entry.amount)?;
        card.prolong(&reversal.entry);
        unit.put(&card);
        card.moved(&reversal.entry, &account)
    }
}
