//! The history of a standing: every change with who and why (rule Y3).

use schemars::JsonSchema;

use super::Lock;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{Ref, Slug, Text};
use crate::json::{self, Json};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The history: one row per change, numbered by the version of the standing to which it led.
pub static STATUS_CHANGE: Table = Table {
    name: "status_change",
    columns: &[Column::bytes("root", 260), Column::bytes("system", 32), Column::int("number"), Column::int("at")],
    key: 3,
    indexes: &[],
    search: None,
    erasure: Erasure::Dropped,
};

/// One change of a standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    /// The customer's root.
    pub root: Root,
    /// The system.
    pub system: String,
    /// The version to which it led.
    pub number: u64,
    /// When it took effect.
    pub at: Timestamp,
    /// What changed, by whom and why.
    pub facts: StatusChangeFacts,
}

/// What happened to a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusChangeKind {
    /// Set by hand.
    Assigned,
    /// The lock was taken off by hand.
    Unlocked,
    /// The counter reached it.
    Raised,
    /// It was no longer kept.
    Lowered,
    /// The program has another status in the place of the one before.
    Mapped,
    /// Another account was merged in, or parted again.
    Merged,
}

/// What changed, by whom and why.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct StatusChangeFacts {
    /// What happened.
    pub change: StatusChangeKind,
    /// The status before, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Slug>,
    /// The status after, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Slug>,
    /// The lock that was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<Lock>,
    /// The rewards that were granted with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewards: Vec<Ref>,
    /// Who asked for it, `system` for evaluation; a customer sees only themselves, not the shop's people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A change that was made.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct PastStatusChange {
    /// When it took effect.
    pub at: Timestamp,
    /// What changed, by whom and why.
    #[serde(flatten)]
    pub facts: StatusChangeFacts,
}

impl StatusChangeFacts {
    /// A change that an actor asked for.
    pub(super) fn by_hand(unit: &Unit<'_>, change: StatusChangeKind, comment: Option<&Text>, note: Option<&Text>) -> Self {
        let actor = unit.context().actor.id.to_string();
        StatusChangeFacts { comment: comment.cloned(), note: note.cloned(), ..StatusChangeFacts::new(change, actor) }
    }

    /// A change that nobody asked for: who happened to look first is no actor.
    pub(super) fn by_time(change: StatusChangeKind) -> Self {
        StatusChangeFacts::new(change, "system".to_owned())
    }

    const fn new(change: StatusChangeKind, actor: String) -> Self {
        let actor = Some(actor);
        StatusChangeFacts { change, from: None, to: None, lock: None, rewards: Vec::new(), actor, comment: None, note: None }
    }
}

impl StatusChange {
    /// The key of a change.
    pub(super) fn key(root: &Root, system: &str, number: u64) -> Vec<Value> {
        vec![Value::from(root), Value::from(system), Value::from(number)]
    }

    /// The changes of a standing, newest first, at most so many, as whoever asks may see them.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub(super) fn latest(unit: &mut Unit<'_>, root: &Root, system: &Slug, limit: usize) -> Result<Vec<PastStatusChange>, Error> {
        let (for_customer, asks) = (unit.context().is_customer(), unit.context().actor.id.clone());
        let scan = Scan::prefix(&STATUS_CHANGE, vec![Value::from(root), Value::from(system.as_str())]).reversed().limit(limit);
        let shown = |change: StatusChange| {
            let actor = change.facts.actor.filter(|actor| !for_customer || *actor == asks.as_str());
            let note = change.facts.note.filter(|_| !for_customer);
            PastStatusChange { at: change.at, facts: StatusChangeFacts { actor, note, ..change.facts } }
        };
        Ok(unit.scan::<StatusChange>(&scan)?.into_iter().map(shown).gather())
    }
}

impl Record for StatusChange {
    const TABLE: &'static Table = &STATUS_CHANGE;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.system.as_str()), Value::from(self.number), Value::from(self.at)];
        Row { table: &STATUS_CHANGE, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, system, number) = (columns.root(), columns.word(), columns.count());
        let record = StatusChange { root, system, number, at: columns.time(), facts: columns.body() };
        columns.end(record)
    }
}
