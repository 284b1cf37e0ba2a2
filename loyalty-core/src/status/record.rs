//! The record of a standing.

use schemars::JsonSchema;

use crate::amount::Quantity;
use crate::error::Error;
use crate::id::Slug;
use crate::json::{self, Json};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Table, Value};
use crate::time::Timestamp;

/// The standings. `due_at` is the next instant at which time alone may change one.
pub static STATUS: Table = Table {
    name: "status",
    columns: &[
        Column::bytes("root", 260),
        Column::bytes("system", 32),
        Column::bytes("status", 32).or_null(),
        Column::int("due_at").or_null(),
    ],
    key: 2,
    indexes: &[DUE],
    search: None,
    erasure: Erasure::Dropped,
};

/// The order of standings by the next thing due.
pub const DUE: Index = Index { name: "due", columns: &[3], unique: false };

/// Where a customer stands in a status system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The customer's root.
    pub root: Root,
    /// The system.
    pub system: String,
    /// The status, if there is one.
    pub status: Option<Slug>,
    /// The next instant at which time alone may change it; none while the customer is not evaluated.
    pub due_at: Option<Timestamp>,
    /// Everything else.
    pub facts: StandingFacts,
}

/// What a standing rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json)]
pub struct StandingFacts {
    /// How often the status or its lock was changed: the number of the last change, and what `if_version` looks at.
    #[serde(default)]
    pub version: u64,
    /// What evaluation gives: the status, unless a lock holds it elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluated: Option<Slug>,
    /// Since when it is this status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// The end of the qualification period of what evaluation gives; none once it is over, or without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_until: Option<Timestamp>,
    /// The days of grace that are running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapsing: Option<Lapsing>,
    /// What an agent decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<Lock>,
    /// What counts now.
    #[serde(default)]
    pub counter: Quantity,
    /// The calendar year that is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u32>,
    /// The date of the earliest thing that was counted: what is given back of anything earlier never counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Timestamp>,
    /// The date of the earliest row in a rolling window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oldest: Option<Timestamp>,
    /// The number of the last row in a rolling window.
    #[serde(default)]
    pub events: u64,
    /// The statuses whose rewards were granted, each until when not again (rule Y6).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub granted: Vec<Granted>,
    /// The changes whose rewards the command has still to grant; never stored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owed: Vec<u64>,
    /// Since when the account is on hold: what falls due meanwhile gets its time back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_since: Option<Timestamp>,
}

/// The grace of what evaluation gives, when that could fall.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct Lapsing {
    /// When its period ended, or the counter reached it no more.
    pub ended_at: Timestamp,
    /// When it falls, unless it is earned again.
    pub falls_at: Timestamp,
    /// The counter as the period ended.
    #[serde(default)]
    pub counter: Quantity,
}

/// Rewards of a status that were granted.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct Granted {
    /// The status.
    pub status: Slug,
    /// The end of the period in which they are not granted again; never again when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

impl Granted {
    /// Whether the period goes on at an instant.
    pub fn lasts(&self, at: Timestamp) -> bool {
        self.until.is_none_or(|until| until > at)
    }
}

/// What an agent decided about a status: evaluation moves it on one side of this only (rule Y3).
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Lock {
    /// Which side is closed.
    pub kind: LockKind,
    /// The status that was set.
    pub status: Slug,
    /// Until when, this instant excluded; without an end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

/// Which side of a status is closed to evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LockKind {
    /// It may rise, and never falls below what was set.
    NotLowered,
    /// It may fall, and never rises above what was set.
    NotRaised,
}

impl Standing {
    /// A standing of who was never evaluated.
    pub fn new(root: &Root, system: &str) -> Self {
        Standing { root: root.clone(), system: system.to_owned(), status: None, due_at: None, facts: StandingFacts::default() }
    }

    /// The key of a standing.
    pub fn key(root: &Root, system: &str) -> Vec<Value> {
        vec![Value::from(root), Value::from(system)]
    }
}

impl Record for Standing {
    const TABLE: &'static Table = &STATUS;

    fn to_row(&self) -> Row {
        let mut values = Standing::key(&self.root, &self.system);
        values.extend([Value::from(self.status.as_ref().map(Slug::as_str)), Value::from(self.due_at)]);
        Row { table: &STATUS, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, system) = (columns.root(), columns.word());
        let status = columns.bytes_or_null().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let status = status.map(Slug::new).transpose().map_err(Error::internal)?;
        let record = Standing { root, system, status, due_at: columns.time_or_null(), facts: columns.body() };
        columns.end(record)
    }
}
