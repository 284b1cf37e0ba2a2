//! The wishlist: what a customer would like, as the host records it (rule O7). The library shows it and merges it.

mod set;

pub use set::{Set, Wished};

use schemars::JsonSchema;

use crate::error::Error;
use crate::id::{CustomerId, Id, Line};
use crate::json::{self, Json, Tree};
use crate::pairs::Pairs;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Table, Value};
use crate::time::Timestamp;

/// The wishlists, one row per customer who has one.
pub static WISHLIST: Table = Table {
    name: "wishlist",
    columns: &[Column::bytes("root", 260), Column::int("items")],
    key: 1,
    indexes: &[],
    search: None,
    erasure: Erasure::Dropped,
};

/// What a customer would like.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Wishlist {
    /// The customer.
    pub customer: CustomerId,
    /// The version, for `if_version`.
    pub version: u64,
    /// What they would like, in the host's order.
    pub items: Vec<Wish>,
    /// What a newer release keeps here: carried along.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: Pairs<String, Tree>,
}

/// Something that a customer would like.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// The article.
    pub sku: Id,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// Since when they would like it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added_at: Option<Timestamp>,
}

impl Wishlist {
    /// The key of a customer's wishlist.
    pub fn key(root: &Root) -> Vec<Value> {
        vec![Value::from(root)]
    }
}

impl Record for Wishlist {
    const TABLE: &'static Table = &WISHLIST;

    fn to_row(&self) -> Row {
        let count = u64::try_from(self.items.len()).unwrap_or(u64::MAX);
        let values = vec![Value::from(&Root::customer(&self.customer)), Value::from(count)];
        Row { table: &WISHLIST, values, body: json::text(self) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = columns.body();
        columns.end(record)
    }
}
