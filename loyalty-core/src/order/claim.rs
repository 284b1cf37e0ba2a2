//! `order.claim`

use schemars::JsonSchema;

use super::{NUMBER, Order, Recorded};
use crate::customer::Customer;
use crate::earning::settle;
use crate::error::Error;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::membership::State;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::{Counted, Happened, Unit};

/// Gives a guest's order to a customer. It earns, once, as if the customer had been signed in when ordering; if it is not paid yet, it earns for
/// them when it is.
///
/// Claiming what is the customer's already does nothing and answers what stands.
///
/// Errors: `not_found` when there is no such order; `not_eligible` when it is not a guest's, or the customer is merged, deleted or on hold.
///
/// Rules O5, O6.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The customer who gets it.
    pub customer: CustomerId,
    /// The order's number.
    pub number: Id,
}

impl Operation for Claim {
    const NAME: &'static str = "order.claim";
    const KIND: Kind = Kind::Command;
    type Output = Recorded;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Recorded, Error> {
        let customer = Customer::load_live(unit, &self.customer)?;
        let (guest, order) = Order::owned(unit, &self.customer, &self.number)?;
        if guest.id == customer.id {
            return order.recorded(&self.customer, None);
        }
        if guest.membership.state != State::Guest {
            return Err(Error::not_eligible("the order is not a guest's; who has an account keeps their orders"));
        }
        if customer.membership.state == State::OnHold {
            return Err(Error::not_eligible("the account is on hold; reactivate it first"));
        }
        // What counted for the guest counts for them no more.
        if order.earned_at.is_some() && !order.goods_are_back()? {
            let spend = order.returned_goods()?.minus(order.goods()?)?;
            let counted = [Happened::Orders(-1), Happened::Spend(spend)];
            unit.notes.counted.extend(counted.map(|what| Counted { owners: vec![guest.root()], what, at: order.placed_at }));
        }
        unit.delete(&order);
        unit.release(NUMBER, order.number.as_str(), &guest.root());
        unit.claim(NUMBER, order.number.as_str(), &customer.root());
        // A guest's order for which no rule asked anything of the guest is done with; it begins anew.
        let mut order = Order { root: customer.root(), earned_at: order.earned_at.filter(|_| !order.facts.earned.is_empty()), ..order };
        let not_earned = settle(unit, &customer, &mut order)?;
        unit.put(&order);
        order.recorded(&self.customer, not_earned)
    }
}
