//! Subscriptions: what the host records of them (rule O7). The library shows them and merges them; it does not bill.

mod list;
mod record;

pub use list::{List, SubscriptionPage, SubscriptionView};
pub use record::{Record, Recorded};

use schemars::JsonSchema;

use crate::error::Error;
use crate::id::{CustomerId, Id, Line};
use crate::json::{self, Json, Tree};
use crate::pairs::Pairs;
use crate::record::{Columns, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The subscriptions.
pub static SUBSCRIPTION: Table = Table {
    name: "subscription",
    columns: &[Column::bytes("root", 260), Column::bytes("subscription_id", 256), Column::int("started_at"), Column::bytes("status", 16)],
    key: 2,
    indexes: &[BY_TIME],
    search: None,
    erasure: Erasure::Dropped,
};

/// The order of a customer's subscriptions by time.
const BY_TIME: Index = Index { name: "started", columns: &[0, 2], unique: false };

/// How subscriptions came to stand where they stand: one row for each change of status, numbered by the version it led to.
pub static SUBSCRIPTION_CHANGE: Table = Table {
    name: "subscription_change",
    columns: &[Column::bytes("root", 260), Column::bytes("subscription_id", 256), Column::int("number")],
    key: 3,
    indexes: &[],
    search: None,
    erasure: Erasure::Dropped,
};

/// A subscription of a customer.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Subscription {
    /// The customer.
    pub customer: CustomerId,
    /// The host's id.
    pub id: Id,
    /// The version, for `if_version`.
    pub version: u64,
    /// Where it stands.
    pub status: SubscriptionStatus,
    /// When it began.
    pub started_at: Timestamp,
    /// What is subscribed to, as people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// When the next payment is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_payment_at: Option<Timestamp>,
    /// A link into the host's own page; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Line>,
    /// The customer whose it was before a merge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<CustomerId>,
    /// What a newer release keeps here: carried along.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: Pairs<String, Tree>,
}

/// Where a subscription stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SubscriptionStatus {
    /// It runs.
    Active,
    /// It rests.
    Paused,
    /// Its last payment failed.
    PaymentFailed,
    /// It has ended.
    Canceled,
}

impl SubscriptionStatus {
    const fn name(self) -> &'static str {
        match self {
            SubscriptionStatus::Active => "active",
            SubscriptionStatus::Paused => "paused",
            SubscriptionStatus::PaymentFailed => "payment_failed",
            SubscriptionStatus::Canceled => "canceled",
        }
    }
}

/// One change of a subscription's status.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct StatusChange {
    /// The status before; absent where it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<SubscriptionStatus>,
    /// The status after.
    pub to: SubscriptionStatus,
    /// When it changed.
    pub at: Timestamp,
}

/// A change as it is stored.
struct StoredChange {
    root: Root,
    subscription: Id,
    number: u64,
    change: StatusChange,
}

impl Subscription {
    /// The key of a subscription.
    pub fn key(root: &Root, id: &Id) -> Vec<Value> {
        vec![Value::from(root), Value::from(id.as_str())]
    }

    /// Gives it to another customer, with its history.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn move_to(
        mut self,
        unit: &mut Unit<'_>,
        to: &CustomerId,
        came: &dyn Fn(Option<CustomerId>) -> Option<CustomerId>,
    ) -> Result<(), Error> {
        let (from, root) = (Root::customer(&self.customer), Root::customer(to));
        for mut change in unit.scan::<StoredChange>(&Scan::prefix(&SUBSCRIPTION_CHANGE, Subscription::key(&from, &self.id)))? {
            unit.delete(&change);
            change.root = root.clone();
            unit.put(&change);
        }
        unit.delete(&self);
        self.customer = to.clone();
        self.came_from = came(self.came_from);
        unit.put(&self);
        Ok(())
    }

    /// The subscriptions of a customer, oldest first.
    pub fn scan(root: &Root) -> Scan {
        Scan::prefix(&SUBSCRIPTION, vec![Value::from(root)]).by(&BY_TIME)
    }
}

impl crate::record::Record for Subscription {
    const TABLE: &'static Table = &SUBSCRIPTION;

    fn to_row(&self) -> Row {
        let mut values = Subscription::key(&Root::customer(&self.customer), &self.id);
        values.extend([Value::from(self.started_at), Value::from(self.status.name())]);
        Row { table: &SUBSCRIPTION, values, body: json::text(self) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = columns.body();
        columns.end(record)
    }
}

impl crate::record::Record for StoredChange {
    const TABLE: &'static Table = &SUBSCRIPTION_CHANGE;

    fn to_row(&self) -> Row {
        let mut values = Subscription::key(&self.root, &self.subscription);
        values.push(Value::from(self.number));
        Row { table: &SUBSCRIPTION_CHANGE, values, body: json::text(&self.change) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, id, number) = (columns.root(), columns.word(), columns.count());
        let subscription = Id::new(id).map_err(Error::internal)?;
        let record = StoredChange { root, subscription, number, change: columns.body() };
        columns.end(record)
    }
}
