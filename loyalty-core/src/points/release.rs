//! `points.release`

use schemars::JsonSchema;

use super::{Held, holder, require_live, wanted};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::hold::HoldView;
use crate::id::{CustomerId, Ref};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Gives back what a hold has set aside, all of it or a part. A lot whose end has passed meanwhile lapses at this instant. Of a mixed payment
/// several holds are released at once.
///
/// Works in every live state, on an account on hold and on a blocked gift card too: what was begun is settled.
///
/// Errors: `already_used` when less is left in the hold; `not_found`.
///
/// Rules L8, M2, R7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Release {
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
}

impl Release {
    /// All that is left of one hold.
    pub fn new(customer: CustomerId, hold: Ref) -> Self {
        Release { customer, hold: Some(hold), holds: Vec::new(), amount: None }
    }

    fn release(&self, unit: &mut Unit<'_>, customer: &Customer, hold: &Ref) -> Result<HoldView, Error> {
        let (mut ledger, number) = holder(unit, customer, hold, Self::NAME)?;
        let amount = self.amount.map(|amount| amount.positive(ledger.point_type.places)).transpose()?;
        let hold = ledger.release(number, amount)?;
        let account = ledger.close();
        hold.view(account.places)
    }
}

impl Operation for Release {
    const NAME: &'static str = "points.release";
    const KIND: Kind = Kind::Command;
    type Output = Held;

    fn roots(&self) -> Vec<Root> {
        super::roots_of(&self.customer, self.hold.iter().chain(&self.holds))
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Held, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        require_live(&customer)?;
        let wanted = wanted(self.hold.as_ref(), &self.holds, self.amount)?;
        Held::of(wanted.iter().map(|hold| self.release(unit, &customer, hold)).gather::<Result<_, _>>()?)
    }
}
