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

/// The orders of a customer, newest first.
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
        let mut orders = unit.scan::<Order>(&Order::scan(&root).reversed().after(after).limit(limit + 1))?;
        let next = page::cut(&mut orders, limit).map(|order| order.number.clone());
        let for_customer = unit.context().is_customer();
        Ok(OrderPage { orders: orders.into_iter().map(|order| order.view(for_customer)).gather::<Result<_, _>>()?, next })
    }
}
