//! Records: what the domain keeps, and how each kind becomes a row and comes back.

use crate::amount::Amount;
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::{self, FromJson};
use crate::repository::{Row, Table, Value};
use crate::time::Timestamp;

/// A kind of record: its table, and the way to a row and back.
pub trait Record: Sized {
    /// The table that keeps this kind.
    const TABLE: &'static Table;

    /// The row of this record.
    fn to_row(&self) -> Row;

    /// The record of a row.
    ///
    /// # Errors
    /// `internal` when the row does not hold such a record.
    fn from_row(row: Row) -> Result<Self, Error>;
}

/// What a command locks: a customer, a gift card, the program. Every record belongs to exactly one root.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Root(Vec<u8>);

impl Root {
    /// The root of a customer.
    pub fn customer(id: &CustomerId) -> Self {
        Root([b"c:", id.as_str().as_bytes()].concat())
    }

    /// The root of the program.
    pub fn program() -> Self {
        Root(b"p:".to_vec())
    }

    /// The root whose key is stored in a row.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Root(bytes.to_vec())
    }

    /// The key in storage.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The customer, when this is the root of one.
    pub fn customer_id(&self) -> Option<CustomerId> {
        let text = self.0.strip_prefix(b"c:").and_then(|id| std::str::from_utf8(id).ok())?;
        CustomerId::new(text).ok()
    }

    /// What people call it: the customer's id, or `program`.
    pub fn name(&self) -> String {
        self.customer_id().map_or_else(|| "program".to_owned(), String::from)
    }
}

impl From<&Root> for Value {
    fn from(root: &Root) -> Self {
        Value::Bytes(root.0.clone())
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Value::Int(at.micros())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Reads the columns of a row one after another.
pub struct Columns {
    table: &'static Table,
    values: std::vec::IntoIter<Value>,
    body: String,
}

impl From<Row> for Columns {
    fn from(row: Row) -> Self {
        Columns { table: row.table, values: row.values.into_iter(), body: row.body }
    }
}

impl Columns {
    fn broken(&self, wanted: &str) -> Error {
        Error::internal(format_args!("a row of table '{}' has no {wanted} where one must stand", self.table.name))
    }

    /// The next column, a root.
    ///
    /// # Errors
    /// `internal` when something else stands there; likewise below.
    pub fn root(&mut self) -> Result<Root, Error> {
        self.bytes().map(Root)
    }

    /// The next column, bytes.
    ///
    /// # Errors
    /// `internal`.
    pub fn bytes(&mut self) -> Result<Vec<u8>, Error> {
        self.bytes_or_null()?.ok_or_else(|| self.broken("bytes"))
    }

    /// The next column, bytes or null.
    ///
    /// # Errors
    /// `internal`.
    pub fn bytes_or_null(&mut self) -> Result<Option<Vec<u8>>, Error> {
        match self.values.next() {
            Some(Value::Bytes(bytes)) => Ok(Some(bytes)),
            Some(Value::Null) => Ok(None),
            _ => Err(self.broken("bytes")),
        }
    }

    /// The next column, a digest of 32 bytes.
    ///
    /// # Errors
    /// `internal`.
    pub fn digest(&mut self) -> Result<[u8; 32], Error> {
        self.bytes()?.try_into().map_err(|_| self.broken("digest"))
    }

    /// The next column, text kept as bytes (ids and folded keys).
    ///
    /// # Errors
    /// `internal`.
    pub fn word(&mut self) -> Result<String, Error> {
        String::from_utf8(self.bytes()?).map_err(|_| self.broken("UTF-8"))
    }

    /// The next column, text kept as bytes or null.
    ///
    /// # Errors
    /// `internal`.
    pub fn word_or_null(&mut self) -> Result<Option<String>, Error> {
        self.bytes_or_null()?.map(|bytes| String::from_utf8(bytes).map_err(|_| self.broken("UTF-8"))).transpose()
    }

    /// The next column, a text or null.
    ///
    /// # Errors
    /// `internal`.
    pub fn text_or_null(&mut self) -> Result<Option<String>, Error> {
        match self.values.next() {
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(Value::Null) => Ok(None),
            _ => Err(self.broken("text")),
        }
    }

    /// The next column, an integer.
    ///
    /// # Errors
    /// `internal`.
    pub fn int(&mut self) -> Result<i64, Error> {
        self.int_or_null()?.ok_or_else(|| self.broken("integer"))
    }

    /// The next column, an integer or null.
    ///
    /// # Errors
    /// `internal`.
    pub fn int_or_null(&mut self) -> Result<Option<i64>, Error> {
        match self.values.next() {
            Some(Value::Int(number)) => Ok(Some(number)),
            Some(Value::Null) => Ok(None),
            _ => Err(self.broken("integer")),
        }
    }

    /// The next column, a count or sequence.
    ///
    /// # Errors
    /// `internal`.
    pub fn count(&mut self) -> Result<u64, Error> {
        u64::try_from(self.int()?).map_err(|_| self.broken("count"))
    }

    /// The next column, an amount.
    ///
    /// # Errors
    /// `internal`.
    pub fn amount(&mut self) -> Result<Amount, Error> {
        Amount::new(self.int()?).map_err(|_| self.broken("amount within the bounds"))
    }

    /// The next column, an instant.
    ///
    /// # Errors
    /// `internal`.
    pub fn time(&mut self) -> Result<Timestamp, Error> {
        self.int().map(Timestamp::from_micros)
    }

    /// The next column, an instant or null.
    ///
    /// # Errors
    /// `internal`.
    pub fn time_or_null(&mut self) -> Result<Option<Timestamp>, Error> {
        Ok(self.int_or_null()?.map(Timestamp::from_micros))
    }

    /// The body, read as JSON.
    ///
    /// # Errors
    /// `internal`.
    pub fn body<T: FromJson>(&mut self) -> Result<T, Error> {
        json::stored(&self.body)
            .map_err(|error| Error::internal(format_args!("a body of table '{}' cannot be read: {error}", self.table.name)))
    }

    /// The body as it is.
    pub fn text(self) -> String {
        self.body
    }
}
