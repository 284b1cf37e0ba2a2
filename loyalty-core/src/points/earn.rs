//! `points.earn`

use schemars::JsonSchema;

use super::{Posted, open};
use crate::access::check_limits;
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::{EntryKind, Texts};
use crate::error::Error;
use crate::expiry::Given;
use crate::id::{CustomerId, Id, Slug, Text};
use crate::json::Json;
use crate::ledger::Origin;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::{Date, Timestamp};
use crate::unit::Unit;

/// Credits points that the host itself computed. Where the program's rules decide, record the order instead (`order.record`).
///
/// The credit becomes active after the point type's activation delay and ends as its policy says, or as said here.
///
/// Errors: `not_eligible` where the membership state does not allow earning; `invalid_request` for an amount of zero or less;
/// `limit_exceeded` beyond what the actor's roles may give.
///
/// Rules L4, L5, L7, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Earn {
    /// The customer.
    pub customer: CustomerId,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much, more than zero.
    pub amount: Quantity,
    /// The order for which it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// When it takes effect; now when absent, never in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_at: Option<Timestamp>,
    /// It ends so many days after its local date, 1 to 36,500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_after_days: Option<u32>,
    /// The last local day on which it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Date>,
    /// The instant at which it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
}

impl Operation for Earn {
    const NAME: &'static str = "points.earn";
    const KIND: Kind = Kind::Command;
    type Output = Posted;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Posted, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let point_type = crate::ledger::find_type(&unit.program(), self.point_type.as_str())?.clone();
        customer.require_for(&point_type)?;
        let amount = self.amount.positive(point_type.places)?;
        check_limits(unit, Self::NAME, &point_type, amount)?;
        let mut ledger = open(unit, &customer, self.point_type.as_str())?;
        let given = Given { after_days: self.expires_after_days, valid_through: self.valid_through, at: self.expires_at, never: false };
        let texts = Texts::new(None, self.comment.as_ref(), None);
        let origin = Origin { effective_at: self.effective_at, order: self.order.clone(), texts, ..Origin::default() };
        let entry = ledger.credit(EntryKind::Earn, amount, given, origin)?;
        ledger.close();
        Posted::new(&customer, &entry)
    }
}
