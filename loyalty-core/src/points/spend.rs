//! `points.spend`

use schemars::JsonSchema;

use super::{Posted, open};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::{EntryKind, Texts};
use crate::error::Error;
use crate::id::{CustomerId, Id, Slug, Text};
use crate::json::Json;
use crate::ledger::Origin;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Spends points at once. For a checkout that may still fail, set them aside first (`points.hold`) and capture them later.
///
/// The lots that end first are spent first, those that never end last, then the oldest; the entry names them.
///
/// Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the membership state does not allow spending.
///
/// Rules L3, L7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spend {
    /// The customer.
    pub customer: CustomerId,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much, more than zero.
    pub amount: Quantity,
    /// The order on which it is spent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

impl Operation for Spend {
    const NAME: &'static str = "points.spend";
    const KIND: Kind = Kind::Command;
    type Output = Posted;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Posted, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let mut ledger = open(unit, &customer, self.point_type.as_str())?;
        customer.require_for(&ledger.point_type)?;
        let amount = self.amount.positive(ledger.point_type.places)?;
        let texts = Texts::new(None, self.comment.as_ref(), None);
        let origin = Origin { order: self.order.clone(), texts, ..Origin::default() };
        let entry = ledger.debit(EntryKind::Spend, amount, origin)?;
        ledger.close();
        Posted::new(&customer, &entry)
    }
}
