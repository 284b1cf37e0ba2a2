//! Orders: what the host records of them, and what they are worth (rules O1, O5).

mod basket;
mod cancel;
mod claim;
mod facts;
mod get;
mod list;
mod part;
mod quote;
mod record;
mod refund;
mod returned;
mod source;

pub use basket::{Basket, Line};
pub use cancel::Cancel;
pub use claim::Claim;
pub use facts::{Earned, OrderFacts, OrderLine, Payment, PaymentStatus, Share};
pub use get::Get;
pub use list::{List, OrderPage};
pub use part::{Charge, Part, PartName};
pub use quote::{Quote, Quoted, Said, Sum};
pub use record::Record;
pub use refund::{Refund, RefundLine, Returns};
pub use returned::{GivenBack, Refunded, RefundedLine, Returned, Returning, Wanted};
pub use source::Source;

use schemars::JsonSchema;

use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Id};
use crate::json;
use crate::json::Json;
use crate::record::{Columns, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The scope of the claims that give an order number to one customer of the program (rule O5).
pub const NUMBER: &str = "order";

/// The orders.
pub static ORDER: Table = Table {
    name: "order",
    columns: &[
        Column::bytes("root", 260),
        Column::bytes("number", 260),
        Column::int("placed_at"),
        Column::int("earned_at").or_null(),
        Column::bytes("currency", 3),
        Column::bytes("total", 32),
        Column::bytes("master_number", 260).or_null(),
    ],
    key: 2,
    indexes: &[BY_TIME, BY_MASTER],
    search: None,
    erasure: Erasure::Cleared(|unit, row| unit.clear(row, Order::forget)),
};

/// The order of a customer's orders by time.
const BY_TIME: Index = Index { name: "placed", columns: &[0, 2], unique: false };

/// The order of a customer's orders by time, those of one master order apart; orders of none are left out.
const BY_MASTER: Index = Index { name: "master", columns: &[6, 0, 2], unique: false };

/// An order of a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// The customer's root.
    pub root: Root,
    /// The host's number.
    pub number: Id,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// When it earned; none while it has not.
    pub earned_at: Option<Timestamp>,
    /// Everything else.
    pub facts: OrderFacts,
}

/// What an order has earned by now: the result of the commands that can make it earn.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Recorded {
    /// The order's number.
    pub number: Id,
    /// The order's owner, where that is another customer than the one named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<CustomerId>,
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

/// An order as answers show it.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct OrderView {
    /// The host's number.
    pub number: Id,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// When it earned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earned_at: Option<Timestamp>,
    /// What it comes to: lines less discounts, plus shipping and tax.
    pub total: Quantity,
    /// How far it is paid.
    pub payment_status: OrderPaid,
    /// Everything else.
    #[serde(flatten)]
    pub facts: OrderFacts,
}

/// How far an order is paid (rule O7); `payments` has where each payment stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderPaid {
    /// Nothing is.
    #[default]
    Unpaid,
    /// Something is, but not all that is owed.
    PartlyPaid,
    /// All that is owed.
    Paid,
    /// Everything was given back.
    Refunded,
}

impl Order {
    /// The key of an order.
    pub fn key(root: &Root, number: &Id) -> Vec<Value> {
        vec![Value::from(root), Value::from(number.as_str())]
    }

    /// The orders of a customer, oldest first.
    pub fn scan(root: &Root) -> Scan {
        Scan::prefix(&ORDER, vec![Value::from(root)]).by(&BY_TIME)
    }

    /// The orders of a customer that belong to a master order, oldest first.
    pub fn scan_master(root: &Root, master: &Id) -> Scan {
        Scan::prefix(&ORDER, vec![Value::from(master.as_str()), Value::from(root)]).by(&BY_MASTER)
    }

    /// The order with this number and the customer who owns it, whichever customer a late event names (rule O5). The command rests on the owner.
    ///
    /// # Errors
    /// `not_found` when there is no such customer or order.
    pub fn owned(unit: &mut Unit<'_>, named: &CustomerId, number: &Id) -> Result<(Customer, Order), Error> {
        let named = Customer::load(unit, named)?;
        let lost = || Error::not_found("order", number);
        let root = unit.holder(NUMBER, number.as_str())?.ok_or_else(lost)?;
        unit.rest_on(&root)?;
        let owner = match root.customer_id().filter(|id| *id != named.id) {
            Some(id) => Customer::load(unit, &id)?,
            None => named,
        };
        let order = unit.get::<Order>(Order::key(&root, number))?.ok_or_else(lost)?;
        Ok((owner, order))
    }

    /// What it has earned by now, for the customer that a request named.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn recorded(self, named: &CustomerId, not_earned: Option<String>) -> Result<Recorded, Error> {
        let owner = self.root.customer_id().filter(|owner| owner != named);
        let total = self.total()?.normal();
        Ok(Recorded { number: self.number, owner, total, earned_at: self.earned_at, earned: self.facts.earned, not_earned })
    }

    /// Forgets what was bought and what was written about it; what a late refund needs stays: numbers, amounts, and what was earned (rule K11).
    fn forget(&mut self) {
        let facts = &mut self.facts;
        (facts.channel, facts.link) = (None, None);
        facts.lines.iter_mut().for_each(|line| (line.sku, line.category) = (None, None));
        facts.payments.iter_mut().for_each(|payment| payment.method = None);
        facts.refunds.iter_mut().for_each(|refund| refund.reason = None);
    }

    /// Whether any rule has given its part, or something was given back: from then on time, lines and amounts change only through
    /// refunds (rule O1).
    pub fn is_settled(&self) -> bool {
        self.earned_at.is_some() || !self.facts.earned.is_empty() || !self.facts.refunds.is_empty()
    }

    /// What is paid with points, or was promised so. A gift card is none: what was paid for it earned nothing.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn paid_with_points(&self) -> Result<Quantity, Error> {
        let mut by_points = self.facts.payments.iter().filter(|payment| self.is_by_points(payment));
        by_points.try_fold(Quantity::default(), |sum, payment| sum.plus(payment.amount))
    }

    /// The value of the goods: lines less their discounts and the order's.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn goods(&self) -> Result<Quantity, Error> {
        let mut goods = Quantity::default();
        for line in &self.facts.lines {
            goods = goods.plus(line.quantity.times(line.unit_price)?)?.minus(line.discount)?;
        }
        goods.minus(self.facts.discount)
    }

    /// What the customer pays.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn total(&self) -> Result<Quantity, Error> {
        self.goods()?.plus(self.facts.shipping.plus(self.facts.tax)?)
    }

    /// Whether its payments cover it.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn is_paid(&self) -> Result<bool, Error> {
        let mut paid = Quantity::default();
        for payment in self.facts.payments.iter().filter(|payment| payment.status == PaymentStatus::Paid) {
            paid = paid.plus(payment.amount)?;
        }
        // What was given back is no longer owed, and nobody pays less than the smallest coin.
        let due = self.total()?.minus(self.returned_in_all()?)?.cut(self.money_places());
        Ok(!paid.minus(due)?.is_negative())
    }

    /// How far it is paid.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn payment_status(&self) -> Result<OrderPaid, Error> {
        let some = || self.facts.payments.iter().any(|payment| payment.status == PaymentStatus::Paid && payment.amount.is_positive());
        Ok(match (self.facts.returned_all, self.is_paid()?) {
            (true, _) => OrderPaid::Refunded,
            (false, true) => OrderPaid::Paid,
            (false, false) if some() => OrderPaid::PartlyPaid,
            (false, false) => OrderPaid::Unpaid,
        })
    }

    /// The order as answers show it; a customer does not see the link, which leads into the host's own pages (rule W3).
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn view(mut self, for_customer: bool) -> Result<OrderView, Error> {
        let (total, payment_status) = (self.total()?.normal(), self.payment_status()?);
        self.facts.places = None;
        if for_customer {
            self.facts.link = None;
            self.facts.earned.retain(|earned| earned.customer.is_none());
            self.facts.refunds.iter_mut().for_each(|refund| refund.reason = None);
        }
        Ok(OrderView {
            number: self.number,
            placed_at: self.placed_at,
            earned_at: self.earned_at,
            total,
            payment_status,
            facts: self.facts,
        })
    }
}

impl crate::record::Record for Order {
    const TABLE: &'static Table = &ORDER;

    fn to_row(&self) -> Row {
        let total = self.total().map(|total| total.normal().to_string()).unwrap_or_default();
        let mut values = Order::key(&self.root, &self.number);
        values.extend([
            Value::from(self.placed_at),
            Value::from(self.earned_at),
            Value::from(self.facts.currency.as_str()),
            Value::from(total.as_str()),
            Value::from(self.facts.master_number.as_ref().map(Id::as_str)),
        ]);
        Row { table: &ORDER, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, number) = (columns.root(), columns.word());
        let number = Id::new(number).map_err(Error::internal)?;
        // The other columns are for searching.
        let record = Order { root, number, placed_at: columns.time(), earned_at: columns.time_or_null(), facts: columns.body() };
        columns.end(record)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// An order of one line worth this much.
    pub(crate) fn order_of(value: &str) -> Order {
        let facts = serde_json::json!({
            "currency": "USD", "discount": "0", "shipping": "5", "tax": "2",
            "lines": [{ "id": "1", "quantity": "1", "unit_price": value, "discount": "0" }]
        });
        let customer = crate::id::CustomerId::new("c-1").unwrap();
        Order {
            root: Root::customer(&customer),
            number: Id::new("o-1").unwrap(),
            placed_at: Timestamp::default(),
            earned_at: None,
            facts: json::read_tree(&facts.into(), "").unwrap(),
        }
    }

    // rule W3
    #[test]
    fn customers_do_not_see_the_link() {
        let mut order = order_of("10");
        order.facts.link = Some(crate::id::Line::new("/desk/orders/1").unwrap());
        assert_eq!(order.clone().view(true).unwrap().facts.link, None);
        assert!(order.view(false).unwrap().facts.link.is_some());
    }

    // rule O1
    #[test]
    fn an_order_is_paid_when_its_payments_cover_all_of_it() {
        let mut order = order_of("10");
        assert!(!order.is_paid().unwrap());
        let payment = |amount: &str, status| Payment {
            id: Id::new("p").unwrap(),
            method: None,
            amount: amount.parse().unwrap(),
            status,
            points: None,
        };
        order.facts.payments = vec![payment("10", PaymentStatus::Paid), payment("7", PaymentStatus::Pending)];
        assert!(!order.is_paid().unwrap());
        order.facts.payments[1].status = PaymentStatus::Paid;
        assert!(order.is_paid().unwrap());
    }
}
