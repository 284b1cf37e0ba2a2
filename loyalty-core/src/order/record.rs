//! `order.record`

use schemars::JsonSchema;

use super::basket::{check_count, check_money, check_unique};
use super::{Basket, Line, NUMBER, Order, OrderFacts, Payment, Recorded};
use crate::action::Needs;
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::earning::settle;
use crate::error::Error;
use crate::id::{CustomerId, Id, Line as LineOfText};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// Records an order, or what is new of it. It earns once, when the program says: placed, paid or fulfilled.
///
/// Send the whole order each time something changes; as often as you like and from as many places as you like: an order number belongs to one customer
/// of the program and earns once. What has not earned yet is updated; once it has, payments, links and states still change, time, lines and amounts no more. An
/// order that does not earn (a currency that the program does not list, a customer who is not a member) is recorded all the same, and the answer
/// says why.
///
/// Errors: `already_exists` when the number is another customer's; `already_used` when a payment names what pays for another order;
/// `not_eligible` when lines or amounts of an order that has earned would change; `invalid_request` for negative prices or quantities, line ids that
/// stand twice, too many decimal places, a link that is none, a payment with what is not the customer's.
///
/// Rules O1, O2, O3, O5, R8.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The customer.
    pub customer: CustomerId,
    /// The host's number of the order.
    pub number: Id,
    /// When it was placed; not in the future.
    pub placed_at: Timestamp,
    /// The currency, three capital letters.
    pub currency: String,
    /// The lines, 1 to 500.
    pub lines: Vec<Line>,
    /// Discount on the whole.
    #[serde(default)]
    pub discount: Quantity,
    /// Shipping.
    #[serde(default)]
    pub shipping: Quantity,
    /// Tax.
    #[serde(default)]
    pub tax: Quantity,
    /// The payments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Whether it is fulfilled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fulfilled: bool,
    /// The number of the order to which several belong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub master_number: Option<Id>,
    /// Where it was placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<LineOfText>,
    /// A link into the host's own page of this order: `https://…`, `http://…` or `/…`; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<LineOfText>,
}

impl Operation for Record {
    const NAME: &'static str = "order.record";
    const KIND: Kind = Kind::Command;
    type Output = Recorded;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Recorded, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        Needs::Live.check(&customer, &unit.program())?;
        let mut order = self.order(unit, &customer)?;
        let stored = unit.get::<Order>(Order::key(&order.root, &order.number))?;
        if stored.is_none() {
            self.take_number(unit, &order.root)?;
        }
        order.facts.came_from = stored.as_ref().and_then(|stored| stored.facts.came_from.clone());
        if let Some(stored) = stored.filter(Order::is_settled) {
            keep_what_is_settled(&mut order, stored)?;
        }
        let not_earned = settle(unit, &customer, &mut order)?;
        unit.put(&order);
        order.recorded(&self.customer, not_earned)
    }
}

impl Record {
    /// The order of the request, checked.
    fn order(&self, unit: &mut Unit<'_>, customer: &Customer) -> Result<Order, Error> {
        if self.placed_at > unit.now() {
            return Err(Error::invalid("args.placed_at", "lies in the future; record an order when it is placed"));
        }
        if !self.link.as_ref().is_none_or(LineOfText::is_link) {
            return Err(Error::invalid("args.link", "is not a link; begin with https://, http:// or /"));
        }
        let program = unit.program();
        check_count("args.payments", self.payments.len(), 0)?;
        for (index, payment) in self.payments.iter().enumerate() {
            check_money(&program, &self.currency, payment.amount, &format!("args.payments[{index}].amount"))?;
        }
        check_unique("args.payments", self.payments.iter().map(|payment| payment.id.as_str()))?;
        let basket =
            Basket { currency: &self.currency, lines: &self.lines, discount: self.discount, shipping: self.shipping, tax: self.tax };
        let facts = OrderFacts {
            master_number: self.master_number.clone(),
            payments: self.payments.clone(),
            fulfilled: self.fulfilled,
            channel: self.channel.clone(),
            link: self.link.clone(),
            ..basket.facts(&program)?
        };
        let order = Order { root: customer.root(), number: self.number.clone(), placed_at: self.placed_at, earned_at: None, facts };
        order.take_sources(unit, customer)?;
        Ok(order)
    }

    /// Takes the order number for this customer, for ever (rule O5).
    fn take_number(&self, unit: &mut Unit<'_>, root: &Root) -> Result<(), Error> {
        match unit.holder(NUMBER, self.number.as_str())? {
            Some(holder) if holder != *root => Err(Error::already_exists("order number", &self.number)),
            _ => {
                unit.claim(NUMBER, self.number.as_str(), root);
                Ok(())
            }
        }
    }
}

/// Once an order has earned or something of it was given back, lines and amounts change only through refunds (rule O1).
fn keep_what_is_settled(order: &mut Order, stored: Order) -> Result<(), Error> {
    let (new, old) = (&mut order.facts, stored.facts);
    let same = new.currency == old.currency
        && new.lines == old.lines
        && (new.discount, new.shipping, new.tax) == (old.discount, old.shipping, old.tax)
        && order.placed_at == stored.placed_at;
    if !same {
        return Err(Error::not_eligible("the order has earned; its time, lines and amounts change only through refunds"));
    }
    order.earned_at = stored.earned_at;
    let OrderFacts { earned, refunds, returned, returned_all, given_back, places, .. } = old;
    *new = OrderFacts { earned, refunds, returned, returned_all, given_back, places, ..std::mem::take(new) };
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::{Create, Details};
    use crate::order::{Get, List};
    use crate::unit::tests::Stage;

    // rules O1, W3
    #[test]
    fn a_link_is_checked_and_for_staff_only() {
        let mut stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        let order = |link: &str| {
            json!({ "customer": "c-1", "number": "o-1", "placed_at": "2026-11-22T10:00:00Z", "currency": "USD",
                "lines": [{ "unit_price": "10" }], "link": link })
        };
        assert_eq!(stage.refusal::<Record>(order("javascript:alert(1)")), "invalid_request args.link");
        assert_eq!(stage.refusal::<Record>(order("/desk/orders/o-1")), "done");
        let links = |stage: &Stage| {
            let got = stage.run::<Get>(json!({ "customer": "c-1", "number": "o-1" })).unwrap();
            let listed = stage.run::<List>(json!({ "customer": "c-1" })).unwrap().orders.remove(0);
            let detailed = stage.run::<Details>(json!({ "customer": "c-1" })).unwrap().orders.unwrap().remove(0);
            [got, listed, detailed].map(|order| order.facts.link.is_some())
        };
        assert_eq!(links(&stage), [true; 3]);
        stage.customer_asks("c-1");
        assert_eq!(links(&stage), [false; 3]);
    }
}
