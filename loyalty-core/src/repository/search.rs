//! Searching rows across roots: filters, text, sorting, pages.

use super::{Row, Table, Value};
use crate::gather::Gather;

/// One page of a table's rows that match, sorted by one column and then by key.
#[derive(Debug, Clone)]
pub struct Search {
    /// The table.
    pub table: &'static Table,
    /// What the rows must satisfy.
    pub filter: Filter,
    /// Every one of these texts, folded by the core, must stand somewhere in the table's search column.
    pub words: Vec<String>,
    /// The column to sort by; nulls first. By key when `None`.
    pub sort: Option<usize>,
    /// Largest first (the key too).
    pub descending: bool,
    /// Start behind the row with this sort value and this key (the sort value is null when `sort` is `None`).
    pub after: Option<(Value, Vec<Value>)>,
    /// At most this many rows.
    pub limit: usize,
}

impl Search {
    /// Whether a row belongs to the result, pages aside: the meaning that every engine's own query must have.
    pub fn matches(&self, row: &Row) -> bool {
        self.filter.matches(row) && self.words.iter().all(|word| self.text(row).contains(word.as_str()))
    }

    /// Where a row stands: its sort value and its key. Positions compare in the order of the result when ascending.
    pub fn position(&self, row: &Row) -> (Value, Vec<Value>) {
        (self.sort.map_or(Value::Null, |column| row.value(column).clone()), row.key().to_vec())
    }

    /// The columns that the search is about: by the key, its order, its conditions or its words. An answer may have null in all others.
    pub fn named(&self) -> Vec<usize> {
        (0..self.table.columns.len()).filter(|column| self.names(*column)).gather()
    }

    fn names(&self, column: usize) -> bool {
        let has_words = self.table.search == Some(column) && !self.words.is_empty();
        column < self.table.key || self.sort == Some(column) || has_words || self.filter.names(column)
    }

    /// A row as it may be answered: with null in the columns that the search does not name.
    #[must_use]
    pub fn narrowed(&self, mut row: Row) -> Row {
        let unnamed = row.values.iter_mut().enumerate().filter(|(column, _)| !self.names(*column));
        unnamed.for_each(|(_, value)| *value = Value::Null);
        row
    }

    fn text<'a>(&self, row: &'a Row) -> &'a str {
        match self.table.search.map(|column| row.value(column)) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }
}

/// A condition on a row. Two-valued: a null never compares as smaller or larger, and equals only null.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// All of these hold; true when empty.
    All(Vec<Filter>),
    /// At least one of these holds; false when empty.
    Any(Vec<Filter>),
    /// This does not hold.
    Not(Box<Filter>),
    /// A column compares so with a value.
    Column(usize, Compare, Value),
}

/// How a column compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compare {
    /// Equal; null equals null.
    Equal,
    /// Smaller; false for null on either side.
    Less,
    /// Smaller or equal; false for null on either side.
    AtMost,
    /// Larger; false for null on either side.
    Greater,
    /// Larger or equal; false for null on either side.
    AtLeast,
    /// Bytes that begin with these bytes.
    StartsWith,
    /// Bytes or text in which this stands somewhere.
    Contains,
}

impl Filter {
    /// Every row.
    pub fn everything() -> Self {
        Filter::All(Vec::new())
    }

    /// Whether it has a condition on a column.
    fn names(&self, column: usize) -> bool {
        match self {
            Filter::All(filters) | Filter::Any(filters) => filters.iter().any(|filter| filter.names(column)),
            Filter::Not(filter) => filter.names(column),
            Filter::Column(named, ..) => *named == column,
        }
    }

    /// Whether a row satisfies this filter.
    pub fn matches(&self, row: &Row) -> bool {
        match self {
            Filter::All(filters) => filters.iter().all(|filter| filter.matches(row)),
            Filter::Any(filters) => filters.iter().any(|filter| filter.matches(row)),
            Filter::Not(filter) => !filter.matches(row),
            Filter::Column(column, compare, value) => compare.holds(row.value(*column), value),
        }
    }
}

impl Compare {
    /// Whether `found` compares so with `wanted`.
    pub fn holds(self, found: &Value, wanted: &Value) -> bool {
        let comparable = !found.is_null() && !wanted.is_null();
        match self {
            Compare::Equal => found == wanted,
            Compare::Less => comparable && found < wanted,
            Compare::AtMost => comparable && found <= wanted,
            Compare::Greater => comparable && found > wanted,
            Compare::AtLeast => comparable && found >= wanted,
            Compare::StartsWith => bytes(found).zip(bytes(wanted)).is_some_and(|(found, wanted)| found.starts_with(wanted)),
            Compare::Contains => bytes(found).zip(bytes(wanted)).is_some_and(|(found, wanted)| contains(found, wanted)),
        }
    }
}

fn bytes(value: &Value) -> Option<&[u8]> {
    match value {
        Value::Text(text) => Some(text.as_bytes()),
        Value::Bytes(bytes) => Some(bytes),
        Value::Null | Value::Int(_) => None,
    }
}

fn contains(found: &[u8], wanted: &[u8]) -> bool {
    wanted.is_empty() || found.windows(wanted.len()).any(|window| window == wanted)
}
