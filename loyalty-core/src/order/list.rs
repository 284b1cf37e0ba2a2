//! `order.list`

use schemars::JsonSchema;

use super::{Order, OrderView};
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::repository::Value;
use crate::unit::Unit;

/// The orders of a customer, newest first, each with its payments and how far it is paid; all of them, or those that belong to one master order.
///
/// Rule O7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The customer.
    pub customer: CustomerId,
    /// Orders on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Id>,
    /// Only the orders with this master number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub master_number: Option<Id>,
}

/// A page of orders.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct OrderPage {
    /// The orders, newest first.
    pub orders: Vec<OrderView>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Id>,
}

impl Operation for List {
    const NAME: &'static str = "order.list";
    const KIND: Kind = Kind::Query;
    type Output = OrderPage;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<OrderPage, Error> {
        let limit = page::size(self.limit)?;
        let root = Customer::load(unit, &self.customer)?.root();
        // The cursor is the number of the last order shown: its place in time is looked up, so that it stays right.
        let after = match &self.cursor {
            None => None,
            Some(number) => {
                let last = unit.get::<Order>(Order::key(&root, number))?;
                let last = last.ok_or_else(page::unknown_cursor)?;
                Some(vec![Value::from(last.placed_at), Value::from(number.as_str())])
            }
        };
        let scan = self.master_number.as_ref().map_or_else(|| Order::scan(&root), |master| Order::scan_master(&root, master));
        let mut orders = unit.scan::<Order>(&scan.reversed().after(after).limit(limit + 1))?;
        let next = page::cut(&mut orders, limit).map(|order| order.number.clone());
        let for_customer = unit.context().is_customer();
        Ok(OrderPage { orders: orders.into_iter().map(|order| order.view(for_customer)).gather::<Result<_, _>>()?, next })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::customer::Create;
    use crate::order::Record;
    use crate::unit::tests::Stage;

    // rule O7
    #[test]
    fn the_orders_of_a_master_order_are_listed_together() {
        let stage = Stage::new();
        for id in ["c-1", "c-2"] {
            stage.run::<Create>(json!({ "id": id })).unwrap();
        }
        let record = |customer: &str, number: &str, master: Value, paid: &str| {
            let order = json!({ "customer": customer, "number": number, "placed_at": "2026-11-22T10:00:00Z", "currency": "USD",
                "master_number": master, "lines": [{ "unit_price": "10" }], "payments": [{ "id": "p", "amount": paid, "status": "paid" }] });
            stage.run::<Record>(order).unwrap();
        };
        record("c-1", "o-1", json!("m-1"), "10");
        record("c-1", "o-2", json!("m-2"), "10");
        record("c-1", "o-3", json!("m-1"), "4");
        record("c-1", "o-4", Value::Null, "10");
        record("c-1", "o-5", json!("m-1"), "0");
        record("c-2", "o-6", json!("m-1"), "10");
        let list = |more: Value| {
            let mut args = json!({ "customer": "c-1" });
            more.as_object().unwrap().iter().for_each(|(field, value)| args[field] = value.clone());
            let page = stage.run::<List>(args).unwrap();
            let said = |order: &OrderView| format!("{} {:?}", order.number.as_str(), order.payment_status);
            (page.orders.iter().map(said).collect::<Vec<_>>().join(", "), page.next.map(|next| next.to_string()))
        };
        assert_eq!(list(json!({ "master_number": "m-1" })), ("o-5 Unpaid, o-3 PartlyPaid, o-1 Paid".into(), None));
        assert_eq!(list(json!({ "master_number": "m-1", "limit": 2 })), ("o-5 Unpaid, o-3 PartlyPaid".into(), Some("o-3".into())));
        assert_eq!(list(json!({ "master_number": "m-1", "limit": 2, "cursor": "o-3" })), ("o-1 Paid".into(), None));
        assert_eq!(list(json!({ "master_number": "m-3" })), (String::new(), None));
        assert_eq!(list(json!({})).0.matches(',').count(), 4, "all of them");
    }
}
