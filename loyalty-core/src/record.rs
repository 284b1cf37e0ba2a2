//! Records: what the domain keeps, and how each kind becomes a row and comes back.

use std::fmt::Display;

use crate::amount::Amount;
use crate::error::Error;
use crate::id::{CustomerId, Id};
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

    /// The root of a gift card.
    pub fn gift_card(number: &Id) -> Self {
        Root([b"g:", number.as_str().as_bytes()].concat())
    }

    /// The root of a batch of adjustments.
    pub fn batch(id: &Id) -> Self {
        Root([b"b:", id.as_str().as_bytes()].concat())
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

    /// The number of the gift card, when this is the root of one.
    pub fn gift_card_number(&self) -> Option<Id> {
        let text = self.0.strip_prefix(b"g:").and_then(|number| std::str::from_utf8(number).ok())?;
        Id::new(text).ok()
    }

    /// The id of the batch, when this is the root of one.
    pub fn batch_id(&self) -> Option<Id> {
        let text = self.0.strip_prefix(b"b:").and_then(|id| std::str::from_utf8(id).ok())?;
        Id::new(text).ok()
    }

    /// What people call it: the customer's id, `g:` and the number of the gift card, `b:` and the id of the batch, or `program`.
    pub fn name(&self) -> String {
        let card = || self.gift_card_number().map(|number| format!("g:{number}"));
        let batch = || self.batch_id().map(|id| format!("b:{id}"));
        self.customer_id().map(String::from).or_else(card).or_else(batch).unwrap_or_else(|| "program".to_owned())
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
///
/// What is not there as it must be is noted, something takes its place, and [`Columns::end`] refuses the whole: the code of each record then
/// has one way out instead of one for each column.
pub struct Columns {
    table: &'static Table,
    values: std::vec::IntoIter<Value>,
    body: String,
    mistake: Option<Error>,
}

impl From<Row> for Columns {
    fn from(row: Row) -> Self {
        Columns { table: row.table, values: row.values.into_iter(), body: row.body, mistake: None }
    }
}

impl Columns {
    /// What was read, if everything was as it must be.
    ///
    /// # Errors
    /// `internal` for the first that was not.
    pub fn end<T>(self, record: T) -> Result<T, Error> {
        self.mistake.map_or(Ok(record), Err)
    }

    /// Notes that something is not as it must be.
    #[cold]
    #[inline(never)]
    pub fn refuse(&mut self, why: &dyn Display) {
        self.mistake.get_or_insert_with(|| Error::internal(why));
    }

    #[cold]
    #[inline(never)]
    fn lacks(&mut self, wanted: &str) {
        self.refuse(&format_args!("a row of table '{}' has no {wanted} where one must stand", self.table.name));
    }

    /// The next column, a root.
    pub fn root(&mut self) -> Root {
        Root(self.bytes())
    }

    /// The next column, bytes.
    pub fn bytes(&mut self) -> Vec<u8> {
        self.bytes_or_null().unwrap_or_else(|| {
            self.lacks("bytes");
            Vec::new()
        })
    }

    /// The next column, bytes or null.
    pub fn bytes_or_null(&mut self) -> Option<Vec<u8>> {
        match self.values.next() {
            Some(Value::Bytes(bytes)) => return Some(bytes),
            Some(Value::Null) => {}
            _ => self.lacks("bytes"),
        }
        None
    }

    /// The next column, a digest of 32 bytes.
    pub fn digest(&mut self) -> [u8; 32] {
        self.bytes().try_into().unwrap_or_else(|_| {
            self.lacks("digest");
            [0; 32]
        })
    }

    /// The next column, text kept as bytes (ids and folded keys).
    pub fn word(&mut self) -> String {
        let bytes = self.bytes();
        String::from_utf8(bytes).unwrap_or_else(|_| {
            self.lacks("UTF-8");
            String::new()
        })
    }

    /// The next column, a text or null.
    pub fn text_or_null(&mut self) -> Option<String> {
        match self.values.next() {
            Some(Value::Text(text)) => return Some(text),
            Some(Value::Null) => {}
            _ => self.lacks("text"),
        }
        None
    }

    /// The next column, an integer.
    pub fn int(&mut self) -> i64 {
        self.int_or_null().unwrap_or_else(|| {
            self.lacks("integer");
            0
        })
    }

    /// The next column, an integer or null.
    pub fn int_or_null(&mut self) -> Option<i64> {
        match self.values.next() {
            Some(Value::Int(number)) => return Some(number),
            Some(Value::Null) => {}
            _ => self.lacks("integer"),
        }
        None
    }

    /// The next column, a count or sequence.
    pub fn count(&mut self) -> u64 {
        u64::try_from(self.int()).unwrap_or_else(|_| {
            self.lacks("count");
            0
        })
    }

    /// The next column, an amount.
    pub fn amount(&mut self) -> Amount {
        Amount::new(self.int()).unwrap_or_else(|_| {
            self.lacks("amount within the bounds");
            Amount::ZERO
        })
    }

    /// The next column, an instant.
    pub fn time(&mut self) -> Timestamp {
        Timestamp::from_micros(self.int())
    }

    /// The next column, an instant or null.
    pub fn time_or_null(&mut self) -> Option<Timestamp> {
        self.int_or_null().map(Timestamp::from_micros)
    }

    /// The body, read as JSON.
    pub fn body<T: FromJson>(&mut self) -> T {
        let (body, mistake) = json::stored_or_nothing(&self.body);
        if let Some(mistake) = mistake {
            self.refuse(&format_args!("a body of table '{}' cannot be read: {mistake}", self.table.name));
        }
        body
    }

    /// The body as it is; afterwards there is none.
    pub fn text(&mut self) -> String {
        std::mem::take(&mut self.body)
    }
}
