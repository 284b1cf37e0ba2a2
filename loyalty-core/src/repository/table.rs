//! How tables are described and what a row is: the one description from which every engine's schema is made.

use crate::error::Error;
use crate::gather::Gather;
use crate::unit::Unit;

/// A table. Described once; drivers make their schema from it.
///
/// The first `key` columns are the primary key and, in all tables that belong to roots, the first of them is the root.
/// Behind the typed columns every row has one text, its body.
#[derive(Debug)]
pub struct Table {
    /// The name without the prefix that a database gives to all tables.
    pub name: &'static str,
    /// The typed columns, key columns first.
    pub columns: &'static [Column],
    /// How many of the columns are the primary key.
    pub key: usize,
    /// Further orders in which the rows are read.
    pub indexes: &'static [Index],
    /// The text column that is searched for inner parts of words, if any.
    pub search: Option<usize>,
    /// What becomes of a customer's rows when the customer is erased (rule K11).
    pub erasure: Erasure,
}

/// What becomes of the rows below a root when the person is erased. A table says it once, beside its columns, and none can leave it out.
#[derive(Debug, Clone, Copy)]
pub enum Erasure {
    /// They stay as they are: amounts, dates and opaque ids, nothing that people wrote.
    Kept,
    /// They go.
    Dropped,
    /// Each is changed by a function, which stages what is left of it and gives back what it had claimed.
    Cleared(fn(&mut Unit<'_>, Row) -> Result<(), Error>),
    /// What is personal in them goes with the row of the operation log to which they belong, in the same commit: so the chain verifies at any time.
    WithCommand,
}

impl Table {
    /// The position of a column, or `None` when the table has no column of that name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The columns that give the total order of an index (of the key when `None`).
    pub fn order(&self, index: Option<&Index>) -> Vec<usize> {
        let mut order: Vec<usize> = index.map(|index| index.columns.to_vec()).unwrap_or_default();
        for key in 0..self.key {
            if !order.contains(&key) {
                order.push(key);
            }
        }
        order
    }
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Table {}

/// A further order of a table's rows. Rows whose first column is null are left out of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Index {
    /// The name, unique in the table.
    pub name: &'static str,
    /// Positions of its columns; the key's columns follow by themselves.
    pub columns: &'static [usize],
    /// No two rows share the values of `columns`.
    pub unique: bool,
}

/// A typed column.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// The name.
    pub name: &'static str,
    /// What it holds.
    pub of: ColumnType,
    /// Whether it may be null.
    pub nullable: bool,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// A signed 64-bit integer.
    Int,
    /// A text without a bound, not for keys or indexes.
    Text,
    /// Bytes up to this length, compared byte by byte: ids, folded sort keys, digests.
    Bytes(u16),
}

impl Column {
    /// A column of integers.
    pub const fn int(name: &'static str) -> Self {
        Column { name, of: ColumnType::Int, nullable: false }
    }

    /// A column of texts.
    pub const fn text(name: &'static str) -> Self {
        Column { name, of: ColumnType::Text, nullable: false }
    }

    /// A column of bytes up to `max` long.
    pub const fn bytes(name: &'static str, max: u16) -> Self {
        Column { name, of: ColumnType::Bytes(max), nullable: false }
    }

    /// The same column, with null allowed.
    #[must_use]
    pub const fn or_null(mut self) -> Self {
        self.nullable = true;
        self
    }
}

/// One value of a column. The order is that of storage: null first, then by value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// No value.
    Null,
    /// An integer: amounts in smallest units, times in microseconds, sequences, flags.
    Int(i64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Value {
    /// Whether this is no value.
    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}

impl From<i32> for Value {
    fn from(value: i32) -> Self {
        Value::Int(i64::from(value))
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Int(i64::from(value))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Value::Bytes(value.as_bytes().to_vec())
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Value::Bytes(value)
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Value::Bytes(value.to_vec())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

/// The values of a table's key columns.
pub type Key = Vec<Value>;

/// One row: the typed values in the order of the table's columns, and the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The table it belongs to.
    pub table: &'static Table,
    /// One value per column.
    pub values: Vec<Value>,
    /// Everything else, as one text.
    pub body: String,
}

impl Row {
    /// The values of the key columns.
    pub fn key(&self) -> &[Value] {
        self.values.get(..self.table.key).unwrap_or(&self.values)
    }

    /// The value of a column; null for a column the row does not have.
    pub fn value(&self, column: usize) -> &Value {
        self.values.get(column).unwrap_or(&Value::Null)
    }

    /// The values of some columns.
    pub fn pick(&self, columns: &[usize]) -> Vec<Value> {
        columns.iter().map(|column| self.value(*column).clone()).gather()
    }
}
