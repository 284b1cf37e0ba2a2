//! Changes of the blacklist: who put a customer on it or took them off, when and why (rule E2).

use crate::error::Error;
use crate::id::Text;
use crate::json;
use crate::json::Json;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The history of blacklistings: one row per change, numbered from 1.
pub static BLACKLIST_CHANGE: Table = Table {
    name: "blacklist_change",
    columns: &[Column::bytes("root", 260), Column::int("number"), Column::int("at")],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::Cleared(|unit, row| unit.clear(row, |change: &mut BlacklistChange| change.facts.reason = None)),
};

/// One change of a customer's blacklisting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlacklistChange {
    /// The customer's root.
    pub root: Root,
    /// The number of the change, from 1.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// What changed, by whom and why.
    pub facts: BlacklistFacts,
}

/// What changed, by whom and why; staff only.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct BlacklistFacts {
    /// On the blacklist or off it.
    pub on: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// The actor.
    pub actor: String,
}

impl BlacklistChange {
    /// The changes of a customer, oldest first.
    pub fn scan(root: &Root) -> Scan {
        Scan::prefix(&BLACKLIST_CHANGE, vec![Value::from(root)])
    }

    /// Records a change that the actor makes now.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn record(unit: &mut Unit<'_>, root: &Root, on: bool, reason: Option<Text>) -> Result<(), Error> {
        let last = unit.scan::<BlacklistChange>(&Self::scan(root).reversed().limit(1))?;
        let number = last.first().map_or(0, |last| last.number) + 1;
        let facts = BlacklistFacts { on, reason, actor: unit.context().actor.id.to_string() };
        unit.insert(&BlacklistChange { root: root.clone(), number, at: unit.now(), facts });
        Ok(())
    }
}

impl Record for BlacklistChange {
    const TABLE: &'static Table = &BLACKLIST_CHANGE;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.number), Value::from(self.at)];
        Row { table: &BLACKLIST_CHANGE, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = BlacklistChange { root: columns.root(), number: columns.count(), at: columns.time(), facts: columns.body() };
        columns.end(record)
    }
}
