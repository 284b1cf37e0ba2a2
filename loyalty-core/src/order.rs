//! Orders: what the host records of them, and what they are worth (rules O1, O5).

mod get;
mod list;
mod record;

pub use get::Get;
pub use list::{List, OrderPage};
pub use record::{Line, Record, Recorded};

use schemars::JsonSchema;

use crate::amount::Quantity;
use crate::error::Error;
use crate::id::{Id, Line as LineOfText, Ref, Slug};
use crate::json;
use crate::json::Json;
use crate::record::{Columns, Root};
use crate::repository::{Column, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;

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
    ],
    key: 2,
    indexes: &[BY_TIME],
    search: None,
};

/// The order of a customer's orders by time.
const BY_TIME: Index = Index { name: "placed", columns: &[0, 2], unique: false };

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

/// What the host recorded of an order, and what it earned.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct OrderFacts {
    /// The number of the order to which several belong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub master_number: Option<Id>,
    /// The currency, three capital letters.
    pub currency: String,
    /// The lines.
    pub lines: Vec<OrderLine>,
    /// Discount on the whole.
    pub discount: Quantity,
    /// Shipping.
    pub shipping: Quantity,
    /// Tax.
    pub tax: Quantity,
    /// The payments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Whether it is fulfilled.
    #[serde(default)]
    pub fulfilled: bool,
    /// Where it was placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<LineOfText>,
    /// A link into the host's own page; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<LineOfText>,
    /// What it earned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earned: Vec<Earned>,
}

/// A line of an order.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderLine {
    /// The host's id of the line, unique in the order; its position from 1 when absent.
    pub id: Id,
    /// The article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<Id>,
    /// The category of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<LineOfText>,
    /// How many, more than zero.
    pub quantity: Quantity,
    /// The price of one, not negative.
    pub unit_price: Quantity,
    /// Discount on the line, not negative.
    pub discount: Quantity,
}

/// A payment of an order.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The host's id of the payment, unique in the order.
    pub id: Id,
    /// How it was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<LineOfText>,
    /// How much.
    pub amount: Quantity,
    /// Where it stands.
    pub status: PaymentStatus,
}

/// Where a payment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentStatus {
    /// Not yet paid.
    Pending,
    /// Promised by the payment service.
    Authorized,
    /// Paid.
    Paid,
    /// Failed.
    Failed,
    /// Paid back.
    Refunded,
}

/// What an order earned by one rule.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Earned {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// The rule.
    pub rule: Slug,
    /// How much.
    pub amount: Quantity,
    /// The entry.
    pub entry: Ref,
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
    /// Everything else.
    #[serde(flatten)]
    pub facts: OrderFacts,
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

    /// Whether any rule has given its part: from then on time, lines and amounts change only through refunds (rule O1).
    pub fn has_earned(&self) -> bool {
        self.earned_at.is_some() || !self.facts.earned.is_empty()
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
        Ok(!paid.minus(self.total()?)?.is_negative())
    }

    /// The order as answers show it; a customer does not see the link, which leads into the host's own pages (rule W3).
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn view(mut self, for_customer: bool) -> Result<OrderView, Error> {
        let total = self.total()?.normal();
        self.facts.link = self.facts.link.filter(|_| !for_customer);
        Ok(OrderView { number: self.number, placed_at: self.placed_at, earned_at: self.earned_at, total, facts: self.facts })
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
        ]);
        Row { table: &ORDER, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, number) = (columns.root(), columns.word());
        let number = Id::new(number).map_err(Error::internal)?;
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
        order.facts.link = Some(LineOfText::new("/desk/orders/1").unwrap());
        assert_eq!(order.clone().view(true).unwrap().facts.link, None);
        assert!(order.view(false).unwrap().facts.link.is_some());
    }

    // rule O1
    #[test]
    fn an_order_is_paid_when_its_payments_cover_all_of_it() {
        let mut order = order_of("10");
        assert!(!order.is_paid().unwrap());
        let payment = |amount: &str, status| Payment { id: Id::new("p").unwrap(), method: None, amount: amount.parse().unwrap(), status };
        order.facts.payments = vec![payment("10", PaymentStatus::Paid), payment("7", PaymentStatus::Pending)];
        assert!(!order.is_paid().unwrap());
        order.facts.payments[1].status = PaymentStatus::Paid;
        assert!(order.is_paid().unwrap());
    }
}
