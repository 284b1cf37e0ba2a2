//! `points.capture`

use schemars::JsonSchema;

use super::{open, positive, require_live, resolve};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::{Texts, entry_ref};
use crate::error::Error;
use crate::hold::HoldView;
use crate::id::{CustomerId, Id, Ref, Text};
use crate::json::Json;
use crate::ledger::Origin;
use crate::membership::State;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Spends what a hold has set aside, all of it or a part. What is not captured stays held until it is released or the time is over.
///
/// Errors: `already_used` when less is left in the hold; `not_found`; `not_eligible` while the account is on hold.
///
/// Rules L8, M2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Capture {
    /// The customer.
    pub customer: CustomerId,
    /// The hold's id.
    pub hold: Ref,
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
    /// The hold as it is now.
    pub hold: HoldView,
    /// The entry.
    pub entry: Ref,
}

impl Operation for Capture {
    const NAME: &'static str = "points.capture";
    const KIND: Kind = Kind::Command;
    type Output = Captured;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Captured, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        require_live(&customer)?;
        if customer.membership.state == State::OnHold {
            return Err(Error::not_eligible("the account is on hold; reactivate it or release the hold"));
        }
        let (point_type, number) = resolve(unit, &self.hold, &customer.id, "h", "hold")?;
        let mut ledger = open(unit, &customer, point_type)?;
        let amount = self.amount.map(|amount| positive(amount, ledger.point_type.places)).transpose()?;
        let texts = Texts::new(None, self.comment.as_ref(), None);
        let (hold, entry) = ledger.capture(number, amount, Origin { order: self.order.clone(), texts, ..Origin::default() })?;
        let account = ledger.close();
        Ok(Captured { hold: hold.view(account.places)?, entry: entry_ref(&customer.id, &entry.point_type, entry.number)? })
    }
}
