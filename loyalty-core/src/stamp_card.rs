//! Stamp cards of customers: what was begun, under which size, and how often it was filled (rule R6). The stamps themselves are in the ledger.

mod complete;
mod filling;
mod progress;
mod view;

pub use complete::{Complete, Completed};
pub use filling::{complete, fill, uncount};
pub use progress::{Cards, Progress};
pub use view::{NextReward, StampCardView};

use crate::error::Error;
use crate::id::Slug;
use crate::json::{self, Json};
use crate::program::{Program, StampCard};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value};
use crate::unit::Unit;

/// The cards of customers, one for each point type of stamps.
pub static STAMP_CARD: Table = Table {
    name: "stamp_card",
    columns: &[Column::bytes("root", 260), Column::bytes("point_type", 32), Column::int("size").or_null(), Column::int("completed")],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::Kept,
};

/// What a customer's card is besides its stamps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The customer's root.
    pub root: Root,
    /// The point type of its stamps.
    pub point_type: String,
    /// The size under which the card in hand was begun; none before its first stamp.
    pub size: Option<u64>,
    /// How many cards were completed.
    pub completed: u64,
    /// What became of the card in hand.
    pub rest: CardRest,
}

/// What became of a card.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json)]
pub struct CardRest {
    /// The slots whose rewards were given: none is given twice on one card.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewarded: Vec<u32>,
}

impl Card {
    /// The key of a card.
    pub fn key(root: &Root, point_type: &str) -> Vec<Value> {
        vec![Value::from(root), Value::from(point_type)]
    }
}

/// The stamp card of a request.
///
/// # Errors
/// `not_found`.
pub fn find<'p>(program: &'p Program, id: &Slug) -> Result<&'p StampCard, Error> {
    program.stamp_cards.iter().find(|card| card.id == *id).ok_or_else(|| Error::not_found("stamp card", id))
}

/// Puts the cards of a customer away, who begins as a fresh member: what was on them went with the merge.
///
/// # Errors
/// When the storage fails.
pub fn forget(unit: &mut Unit<'_>, root: &Root) -> Result<(), Error> {
    for card in unit.scan::<Card>(&Scan::prefix(&STAMP_CARD, vec![Value::from(root)]))? {
        unit.delete(&card);
    }
    Ok(())
}

impl Record for Card {
    const TABLE: &'static Table = &STAMP_CARD;

    fn to_row(&self) -> Row {
        let mut values = Card::key(&self.root, &self.point_type);
        values.extend([Value::from(self.size), Value::from(self.completed)]);
        Row { table: &STAMP_CARD, values, body: json::text(&self.rest) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, point_type) = (columns.root(), columns.word());
        let size = columns.int_or_null().and_then(|size| u64::try_from(size).ok());
        let record = Card { root, point_type, size, completed: columns.count(), rest: columns.body() };
        columns.end(record)
    }
}

#[cfg(test)]
mod tests;
