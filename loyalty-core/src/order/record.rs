//! `order.record`

use schemars::JsonSchema;

use super::{Earned, NUMBER, Order, OrderFacts, OrderLine, Payment};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::earning;
use crate::entry::{EntryKind, entry_ref};
use crate::error::Error;
use crate::expiry::Given;
use crate::id::{CustomerId, Id, Line as LineOfText};
use crate::json::Json;
use crate::ledger::{Ledger, Origin, find_type};
use crate::limits::ORDER_LINES_MAX;
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::program::{EarningRule, EarnsWhen, Program};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::{Counted, Happened, Unit};

/// Records an order, or what is new of it. It earns once, when the program says: placed, paid or fulfilled.
///
/// Send the whole order each time something changes; as often as you like and from as many places as you like: an order number belongs to one customer
/// of the program and earns once. What has not earned yet is updated; once it has, payments, links and states still change, time, lines and amounts no more. An
/// order that does not earn (a currency that the program does not list, a customer who is not a member) is recorded all the same, and the answer
/// says why.
///
/// Errors: `already_exists` when the number is another customer's; `not_eligible` when lines or amounts of an order that has earned would change;
/// `invalid_request` for negative prices or quantities, line ids that stand twice, too many decimal places, a link that is none.
///
/// Rules O1, O2, O5, R8.
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
    #[serde(default = "nothing")]
    pub discount: Quantity,
    /// Shipping.
    #[serde(default = "nothing")]
    pub shipping: Quantity,
    /// Tax.
    #[serde(default = "nothing")]
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

/// A line of an order as it comes in.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The host's id of the line, unique in the order; its position from 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<Id>,
    /// The category of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<LineOfText>,
    /// How many, more than zero; 1 when absent.
    #[serde(default = "one")]
    pub quantity: Quantity,
    /// The price of one, not negative.
    pub unit_price: Quantity,
    /// Discount on the line, not negative.
    #[serde(default = "nothing")]
    pub discount: Quantity,
}

/// The result of `order.record`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Recorded {
    /// The order's number.
    pub number: Id,
    /// What it comes to.
    pub total: Quantity,
    /// When it earned; absent while it has not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earned_at: Option<Timestamp>,
    /// What it earned in all.
    pub earned: Vec<Earned>,
    /// Why it has not earned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_earned: Option<String>,
}

fn nothing() -> Quantity {
    Quantity::from(0)
}

fn one() -> Quantity {
    Quantity::from(1)
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
        let mut order = self.order(unit, &customer)?;
        let stored = unit.get::<Order>(Order::key(&order.root, &order.number))?;
        if stored.is_none() {
            self.take_number(unit, &order.root)?;
        }
        if let Some(stored) = stored.filter(Order::has_earned) {
            keep_what_earned(&mut order, stored)?;
        }
        let not_earned = if order.earned_at.is_some() { None } else { earn(unit, &customer, &mut order)? };
        unit.put(&order);
        let view = order.view(unit.context().is_customer())?;
        Ok(Recorded { number: view.number, total: view.total, earned_at: view.earned_at, earned: view.facts.earned, not_earned })
    }
}

impl Record {
    /// The order of the request, checked.
    fn order(&self, unit: &Unit<'_>, customer: &Customer) -> Result<Order, Error> {
        if self.placed_at > unit.now() {
            return Err(Error::invalid("args.placed_at", "lies in the future; record an order when it is placed"));
        }
        let code = self.currency.len() == 3 && self.currency.bytes().all(|byte| byte.is_ascii_uppercase());
        if !code {
            return Err(Error::invalid("args.currency", "is not a currency code of three capital letters"));
        }
        for (path, list) in [("args.lines", self.lines.len()), ("args.payments", self.payments.len() + 1)] {
            if !(1..=ORDER_LINES_MAX).contains(&list) {
                return Err(Error::invalid(path, format_args!("must have 1 to {ORDER_LINES_MAX} items")));
            }
        }
        if !self.link.as_ref().is_none_or(LineOfText::is_link) {
            return Err(Error::invalid("args.link", "is not a link; begin with https://, http:// or /"));
        }
        let places = unit.program().currencies.get(&self.currency).copied();
        let money = |quantity: Quantity, path: String| check_money(quantity, places, &path);
        for (path, quantity) in [("discount", self.discount), ("shipping", self.shipping), ("tax", self.tax)] {
            money(quantity, format!("args.{path}"))?;
        }
        for (index, payment) in self.payments.iter().enumerate() {
            money(payment.amount, format!("args.payments[{index}].amount"))?;
        }
        unique("args.payments", self.payments.iter().map(|payment| payment.id.as_str()))?;
        let mut lines = Vec::with_capacity(self.lines.len());
        for (index, line) in self.lines.iter().enumerate() {
            let path = format!("args.lines[{index}]");
            money(line.unit_price, format!("{path}.unit_price"))?;
            money(line.discount, format!("{path}.discount"))?;
            if !line.quantity.is_positive() {
                return Err(Error::invalid(format_args!("{path}.quantity"), "must be more than zero"));
            }
            lines.push(line.clone().with_id(index)?);
        }
        unique("args.lines", lines.iter().map(|line| line.id.as_str()))?;
        let order = Order {
            root: customer.root(),
            number: self.number.clone(),
            placed_at: self.placed_at,
            earned_at: None,
            facts: self.facts(lines),
        };
        if order.goods()?.is_negative() {
            return Err(Error::invalid("args.discount", "discounts are more than the lines; an order is not worth less than nothing"));
        }
        Ok(order)
    }

    fn facts(&self, lines: Vec<OrderLine>) -> OrderFacts {
        OrderFacts {
            master_number: self.master_number.clone(),
            currency: self.currency.clone(),
            lines,
            discount: self.discount,
            shipping: self.shipping,
            tax: self.tax,
            payments: self.payments.clone(),
            fulfilled: self.fulfilled,
            channel: self.channel.clone(),
            link: self.link.clone(),
            earned: Vec::new(),
        }
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

impl Line {
    fn with_id(self, index: usize) -> Result<OrderLine, Error> {
        let id = match self.id {
            Some(id) => id,
            None => Id::new((index + 1).to_string()).map_err(Error::internal)?,
        };
        Ok(OrderLine {
            id,
            sku: self.sku,
            category: self.category,
            quantity: self.quantity,
            unit_price: self.unit_price,
            discount: self.discount,
        })
    }
}

fn check_money(quantity: Quantity, places: Option<u32>, path: &str) -> Result<(), Error> {
    if quantity.is_negative() {
        return Err(Error::invalid(path, "must not be negative"));
    }
    // In a currency that the program does not list the host's places are as good as any.
    quantity.amount(places.unwrap_or(crate::limits::PLACES_MAX), path).map(|_| ())
}

fn unique<'i>(path: &str, ids: impl Iterator<Item = &'i str>) -> Result<(), Error> {
    let mut seen = Pairs::new();
    for (index, id) in ids.enumerate() {
        if seen.insert(id, ()).is_some() {
            return Err(Error::invalid(format_args!("{path}[{index}].id"), format_args!("'{id}' stands there twice; give every id once")));
        }
    }
    Ok(())
}

/// Once an order has earned, lines and amounts change only through refunds (rule O1).
fn keep_what_earned(order: &mut Order, stored: Order) -> Result<(), Error> {
    let (new, old) = (&order.facts, &stored.facts);
    let same = new.currency == old.currency
        && new.lines == old.lines
        && (new.discount, new.shipping, new.tax) == (old.discount, old.shipping, old.tax)
        && order.placed_at == stored.placed_at;
    if !same {
        return Err(Error::not_eligible("the order has earned; its time, lines and amounts change only through refunds"));
    }
    order.earned_at = stored.earned_at;
    order.facts.earned = stored.facts.earned;
    Ok(())
}

/// Lets an order earn, if it is time and the customer may; else says why not.
fn earn(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order) -> Result<Option<String>, Error> {
    let program = unit.program();
    let ready = match program.earning.when {
        EarnsWhen::Placed => true,
        EarnsWhen::Paid => order.is_paid()?,
        EarnsWhen::Fulfilled => order.facts.fulfilled,
    };
    if !ready {
        return Ok(Some(format!("it earns when it is {}", when(&program))));
    }
    if !program.currencies.contains_key(&order.facts.currency) {
        return Ok(Some(format!("the program does not list the currency {}", order.facts.currency)));
    }
    let may_earn = |rule: &EarningRule| {
        program.point_type(rule.point_type.as_str()).is_some_and(|point_type| customer.require_for(point_type).is_ok())
    };
    // A rule that has given its part, before the customer could earn by the others, does not give again.
    let due = program.earning.rules.iter().filter(|rule| !order.facts.earned.iter().any(|earned| earned.rule == rule.id));
    let (may, may_not): (Vec<&EarningRule>, Vec<&EarningRule>) = due.partition(|rule| may_earn(rule));
    for rule in may {
        earn_by(unit, customer, order, rule)?;
    }
    if may_not.is_empty() {
        order.earned_at = Some(unit.now());
        let (root, at) = (order.root.clone(), order.placed_at);
        unit.notes.counted.push(Counted { root: root.clone(), what: Happened::Orders(1), at });
        unit.notes.counted.push(Counted { root, what: Happened::Spend(order.goods()?), at });
        return Ok(None);
    }
    let names: Vec<&str> = may_not.iter().map(|rule| rule.id.as_str()).collect();
    Ok(Some(format!("state '{}' does not earn by {}", customer.membership.state.name(), names.join(", "))))
}

fn earn_by(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order, rule: &EarningRule) -> Result<(), Error> {
    let places = find_type(&unit.program(), rule.point_type.as_str())?.places;
    let amount = earning::earned(rule, order, places)?;
    if amount.is_zero() {
        return Ok(());
    }
    let origin = Origin { order: Some(order.number.clone()), rule: Some(rule.id.clone()), ..Origin::default() };
    let mut ledger = Ledger::open(unit, customer, rule.point_type.as_str())?;
    let entry = ledger.credit(EntryKind::Earn, amount, Given::default(), origin)?;
    ledger.close();
    order.facts.earned.push(Earned {
        point_type: rule.point_type.clone(),
        rule: rule.id.clone(),
        amount: amount.decimal(places),
        entry: entry_ref(&customer.id, &entry.point_type, entry.number)?,
    });
    Ok(())
}

fn when(program: &Program) -> &'static str {
    match program.earning.when {
        EarnsWhen::Placed => "placed",
        EarnsWhen::Paid => "paid",
        EarnsWhen::Fulfilled => "fulfilled",
    }
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
