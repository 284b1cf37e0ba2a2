//! `points.hold`

use schemars::JsonSchema;

use super::{open, positive};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::hold::HoldView;
use crate::id::{CustomerId, Id, Slug};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Sets points aside for a checkout in progress.
///
/// The lots are earmarked: nobody else can spend them and they do not lapse while held. Capture the hold when the checkout succeeds, release it
/// when it fails; what is neither captured nor released comes back by itself when the time is over.
///
/// Errors: `insufficient_balance`; `not_eligible` where the membership state does not allow spending.
///
/// Rule L8.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// The customer.
    pub customer: CustomerId,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much, more than zero.
    pub amount: Quantity,
    /// How long, in seconds, 1 to 31,536,000; the program's `hold_seconds` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// The order for which it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
}

impl Operation for Hold {
    const NAME: &'static str = "points.hold";
    const KIND: Kind = Kind::Command;
    type Output = HoldView;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<HoldView, Error> {
        let seconds = self.seconds.unwrap_or(unit.program().hold_seconds);
        if !(1..=31_536_000).contains(&seconds) {
            return Err(Error::invalid("args.seconds", "must be 1 to 31536000"));
        }
        let until = unit.now().plus_seconds(i64::from(seconds));
        let customer = Customer::load(unit, &self.customer)?;
        let mut ledger = open(unit, &customer, self.point_type.as_str())?;
        customer.require_for(&ledger.point_type)?;
        let amount = positive(self.amount, ledger.point_type.places)?;
        let hold = ledger.hold(amount, until, self.order.clone())?;
        let account = ledger.close();
        hold.view(account.places)
    }
}
