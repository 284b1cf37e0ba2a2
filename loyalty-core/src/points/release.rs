//! `points.release`

use schemars::JsonSchema;

use super::{open, positive, require_live, resolve};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::hold::HoldView;
use crate::id::{CustomerId, Ref};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Gives back what a hold has set aside, all of it or a part. A lot whose end has passed meanwhile lapses at this instant.
///
/// Works in every live state, on an account on hold too: what was begun is settled.
///
/// Errors: `already_used` when less is left in the hold; `not_found`.
///
/// Rules L8, M2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// The customer.
    pub customer: CustomerId,
    /// The hold's id.
    pub hold: Ref,
    /// How much; all that is left when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
}

impl Operation for Release {
    const NAME: &'static str = "points.release";
    const KIND: Kind = Kind::Command;
    type Output = HoldView;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<HoldView, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        require_live(&customer)?;
        let (point_type, number) = resolve(unit, &self.hold, &customer.id, "h", "hold")?;
        let mut ledger = open(unit, &customer, point_type)?;
        let amount = self.amount.map(|amount| positive(amount, ledger.point_type.places)).transpose()?;
        let hold = ledger.release(number, amount)?;
        let account = ledger.close();
        hold.view(account.places)
    }
}
