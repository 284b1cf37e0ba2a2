//! `payment.update`

use schemars::JsonSchema;

use crate::action::Needs;
use crate::earning::settle;
use crate::error::Error;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::order::{Order, PaymentStatus, Recorded};
use crate::record::Root;
use crate::unit::Unit;

/// Says where a payment of a recorded order stands. An order that is paid by it earns, where the program says so.
///
/// It takes nothing back: what was paid and is paid back or fails later is a refund or a cancellation of the order, said once and for what it is. It
/// follows the order's owner, whichever customer is named.
///
/// Errors: `not_found` when there is no such order, or the order has no such payment; `already_used` when a payment that had failed names what
/// pays for another order by now.
///
/// Rules O1, O5, O7, T1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// The customer.
    pub customer: CustomerId,
    /// The order's number.
    pub order: Id,
    /// The payment's id.
    pub payment: Id,
    /// Where it stands.
    pub status: PaymentStatus,
}

impl Operation for Update {
    const NAME: &'static str = "payment.update";
    const KIND: Kind = Kind::Command;
    type Output = Recorded;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Recorded, Error> {
        let (owner, mut order) = Order::owned(unit, &self.customer, &self.order)?;
        Needs::Live.check(&owner, &unit.program())?;
        let payment = order.facts.payments.iter_mut().find(|payment| payment.id == self.payment);
        payment.ok_or_else(|| Error::not_found("payment", &self.payment))?.status = self.status;
        // What failed may pay for another order meanwhile.
        order.take_sources(unit, &owner)?;
        let not_earned = settle(unit, &owner, &mut order)?;
        unit.put(&order);
        order.recorded(&self.customer, not_earned)
    }
}
