//! `points.capture`

use schemars::JsonSchema;

use super::{holder, require_free, wanted};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::{Texts, entry_ref};
use crate::error::Error;
use crate::gather::Gather;
use crate::hold::HoldView;
use crate::id::{CustomerId, Id, Ref, Text};
use crate::json::Json;
use crate::ledger::Origin;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Spends what a hold has set aside, all of it or a part. What is not captured stays held until it is released or the time is over. Of a mixed
/// payment several holds are captured at once, all or none.
///
/// Errors: `already_used` when less is left in the hold; `not_found`; `not_eligible` while the account is on hold; for a gift card also `blocked`
/// and `invalid_transition`.
///
/// Rules L8, M2, R7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Capture {
    /// The customer.
    pub customer: CustomerId,
    /// The hold's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<Ref>,
    /// Several holds, at most 20, each with all that is left, instead of `hold` and `amount`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<Ref>,
    /// How much; all that is left when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// The order on which it is spent; the hold's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

/// The result of `points.capture`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Captured {
    /// Of several holds: each of them with its entry, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<CapturedPart>,
    /// The hold, or the first, as it is now.
    #[serde(flatten)]
    pub first: CapturedPart,
}

/// A hold that was captured.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct CapturedPart {
    /// The hold as it is now.
    pub hold: HoldView,
    /// The entry.
    pub entry: Ref,
}

impl Capture {
    /// All that is left of one hold.
    pub fn new(customer: CustomerId, hold: Ref) -> Self {
        Capture { customer, hold: Some(hold), holds: Vec::new(), amount: None, order: None, comment: None }
    }

    fn capture(&self, unit: &mut Unit<'_>, customer: &Customer, hold: &Ref) -> Result<CapturedPart, Error> {
        let (mut ledger, number) = holder(unit, customer, hold, Self::NAME)?;
        let amount = self.amount.map(|amount| amount.positive(ledger.point_type.places)).transpose()?;
        let texts = Texts::new(None, self.comment.as_ref(), None);
        let (hold, entry) = ledger.capture(number, amount, Origin { order: self.order.clone(), texts, ..Origin::default() })?;
        let account = ledger.close();
        Ok(CapturedPart { hold: hold.view(account.places)?, entry: entry_ref(&account.root.name(), &entry.point_type, entry.number)? })
    }
}

impl Operation for Capture {
    const NAME: &'static str = "points.capture";
    const KIND: Kind = Kind::Command;
    type Output = Captured;

    fn roots(&self) -> Vec<Root> {
        super::roots_of(&self.customer, self.hold.iter().chain(&self.holds))
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Captured, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        require_free(&customer)?;
        let wanted = wanted(self.hold.as_ref(), &self.holds, self.amount)?;
        let mut parts = wanted.iter().map(|hold| self.capture(unit, &customer, hold)).gather::<Result<Vec<_>, _>>()?;
        let first = parts.first().cloned().ok_or_else(|| Error::internal("nothing was captured"))?;
        if self.holds.is_empty() {
            parts.clear();
        }
        Ok(Captured { parts, first })
    }
}
