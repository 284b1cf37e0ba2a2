//! `points.adjust`

use schemars::JsonSchema;

use super::Posted;
use crate::adjustment::{COMMENT, Wanted, adjust, require_reason};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::Texts;
use crate::error::Error;
use crate::expiry::Given;
use crate::id::{CustomerId, Id, Line, Malformed, Slug, Text};
use crate::json::Json;
use crate::ledger::Origin;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::{Date, Timestamp};
use crate::unit::Unit;

/// Gives or takes points by hand.
///
/// A positive amount becomes a lot, with the expiry given here or the point type's own; at most one of the four expiry arguments may stand. A
/// negative amount is taken from the lots that end first and is refused, never clamped, when the balance does not cover it. The program says
/// whether a reason is needed. For two steps (Next → Confirm) ask with `preview: true`, show the receipt, and confirm with its `plan`.
///
/// Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow it; `limit_exceeded` beyond what the actor's roles may
/// give or take; `version_conflict` when `if_version` is not the account's version.
///
/// Rules L2, L3, L4, L7, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adjust {
    /// The customer.
    pub customer: CustomerId,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much: positive gives, negative takes; not zero.
    pub amount: Quantity,
    /// Why; staff only. The program may require it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What the customer reads; "Manual adjustments" when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The order it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// When it takes effect; now when absent, never in the future. A debit not before the account's last debit, lapse, reinstatement, transfer or reversal of a debit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_at: Option<Timestamp>,
    /// A credit ends so many days after its local date, 1 to 36,500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_after_days: Option<u32>,
    /// The last local day on which a credit counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Date>,
    /// The instant at which a credit ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// A credit that never ends.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub never_expires: bool,
}

impl Adjust {
    /// An adjustment with a reason and the point type's own expiry.
    ///
    /// # Errors
    /// When the point type, the amount or the reason is not well-formed.
    pub fn new(customer: CustomerId, point_type: &str, amount: &str, reason: &str) -> Result<Self, Malformed> {
        Ok(Adjust {
            customer,
            point_type: Slug::new(point_type)?,
            amount: amount.parse()?,
            reason: Some(Line::new(reason)?),
            comment: None,
            note: None,
            order: None,
            effective_at: None,
            expires_after_days: None,
            valid_through: None,
            expires_at: None,
            never_expires: false,
        })
    }

    fn given(&self) -> Given {
        Given { after_days: self.expires_after_days, valid_through: self.valid_through, at: self.expires_at, never: self.never_expires }
    }
}

impl Operation for Adjust {
    const NAME: &'static str = "points.adjust";
    const KIND: Kind = Kind::Command;
    type Output = Posted;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Posted, Error> {
        require_reason(unit, self.reason.as_ref())?;
        let customer = Customer::load(unit, &self.customer)?;
        let comment = self.comment.as_ref().map_or(COMMENT, Text::as_str).to_owned();
        let texts = Texts { comment: Some(comment), ..Texts::new(self.reason.as_ref(), None, self.note.as_ref()) };
        let origin = Origin { effective_at: self.effective_at, order: self.order.clone(), texts, ..Origin::default() };
        let wanted = Wanted::Add { amount: self.amount };
        let entry = adjust(unit, &customer, Self::NAME, self.point_type.as_str(), wanted, self.given(), origin)?;
        Posted::new(&customer, &entry.ok_or_else(|| Error::internal("an amount was added without an entry"))?)
    }
}
