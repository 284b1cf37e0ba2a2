//! The operation log: one row for every command and root it touched. It serves audit, idempotent replay and tamper evidence at once
//! (rules L10, L14, P7).
//!
//! Each row links to the one before it in its root. A link covers a plain digest of the journal entries, which hold no personal data, and a
//! salted digest of everything else: erasure takes away the texts and the salt, and the chain still verifies (rule K11).

use crate::context::{Actor, ActorKind};
use crate::digest::Digest;
use crate::erasure::clear_command;
use crate::error::Error;
use crate::hex::hex;
use crate::json::{self, Json, Raw};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;

/// The operation log.
pub static LOG: Table = Table {
    name: "log",
    columns: &[
        Column::bytes("root", 260),
        Column::int("number"),
        Column::int("recorded_at"),
        Column::bytes("operation", 64),
        Column::bytes("actor", 260),
        Column::bytes("entries_digest", 32),
        Column::bytes("rest_digest", 32),
        Column::bytes("link", 32),
        Column::bytes("salt", 32).or_null(),
    ],
    key: 2,
    indexes: &[BY_TIME, BY_ACTOR],
    search: None,
    erasure: Erasure::Cleared(clear_command),
};

/// The order of the log by time.
pub const BY_TIME: Index = Index { name: "time", columns: &[2], unique: false };

/// The order of the log by actor, then time.
pub const BY_ACTOR: Index = Index { name: "actor", columns: &[4, 2], unique: false };

/// The idempotency keys that were used, with the log row that holds the receipt.
pub static IDEMPOTENCY: Table = Table {
    name: "idempotency",
    columns: &[Column::bytes("root", 260), Column::bytes("idempotency_key", 260), Column::bytes("request", 32), Column::int("log_number")],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::WithCommand,
};

/// One command, as one of its roots saw it.
#[derive(Debug, Clone)]
pub struct LogRow {
    /// The root.
    pub root: Root,
    /// Its number in the root's log, from 1.
    pub number: u64,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The operation.
    pub operation: String,
    /// The actor's id.
    pub actor: String,
    /// The digest of the entries it wrote in this root.
    pub entries_digest: [u8; 32],
    /// The salted digest of this row's body and of the entries' texts.
    pub rest_digest: [u8; 32],
    /// The link to the row before it.
    pub link: [u8; 32],
    /// The salt; gone when the texts were erased.
    pub salt: Option<[u8; 32]>,
    /// The body as it is stored, a [`LogBody`] in JSON; empty when erased.
    pub body: String,
}

/// What people may want to read about a command. It is written with the receipt as it is, and read with the receipt's text.
#[derive(Debug, Clone, Json)]
pub struct LogBody<R = Raw> {
    /// Who asked.
    pub actor: Actor,
    /// The idempotency key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<String>,
    /// The receipt, as it was given.
    pub receipt: R,
    /// Where else it stands and where people's words went, for whoever has to erase them: not there for a command of one root without texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrote: Vec<Wrote>,
}

/// What a command wrote in the log and the journals of one root.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct Wrote {
    /// The root's key.
    pub root: String,
    /// The number of the row in its log.
    pub number: u64,
    /// The entries that bear texts, each as `<point type>/<number>`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<String>,
}

/// The digest of the entries that one command wrote in one root, each as [`Entry::plain`](crate::entry::Entry::plain).
pub fn entries_digest(plain: impl Iterator<Item = impl AsRef<str>>) -> [u8; 32] {
    let mut digest = Digest::new();
    plain.for_each(|entry| digest.take(entry.as_ref().as_bytes()));
    digest.end()
}

/// The salted digest of a log row's body and of what people wrote about its entries, each as
/// [`Entry::written`](crate::entry::Entry::written).
pub fn rest_digest(salt: &[u8; 32], body: &str, written: impl Iterator<Item = impl AsRef<str>>) -> [u8; 32] {
    let mut digest = Digest::new();
    digest.take(salt);
    digest.take(body.as_bytes());
    for entry in written {
        digest.take(b"\x1e");
        digest.take(entry.as_ref().as_bytes());
    }
    digest.end()
}

/// The link of a row to the one before it.
pub fn link(before: &[u8; 32], row: &LogRow) -> [u8; 32] {
    let mut digest = Digest::new();
    digest.take(b"loyalty log 1");
    digest.take(before);
    digest.take(&row.number.to_be_bytes());
    digest.take(&row.recorded_at.micros().to_be_bytes());
    for text in [row.root.bytes(), row.operation.as_bytes(), row.actor.as_bytes()] {
        digest.take_counted(text);
    }
    digest.take(&row.entries_digest);
    digest.take(&row.rest_digest);
    digest.end()
}

impl LogRow {
    /// The key of a row.
    pub fn key(root: &Root, number: u64) -> Vec<Value> {
        vec![Value::from(root), Value::from(number)]
    }

    /// The log of a root, oldest first.
    pub fn scan(root: &Root) -> Scan {
        Scan::prefix(&LOG, vec![Value::from(root)])
    }

    /// The row, without a copy of the body.
    pub fn into_row(self) -> Row {
        let values = vec![
            Value::from(&self.root),
            Value::from(self.number),
            Value::from(self.recorded_at),
            Value::Bytes(self.operation.into_bytes()),
            Value::Bytes(self.actor.into_bytes()),
            Value::from(self.entries_digest.as_slice()),
            Value::from(self.rest_digest.as_slice()),
            Value::from(self.link.as_slice()),
            Value::from(self.salt.as_ref().map(<[u8; 32]>::as_slice)),
        ];
        Row { table: &LOG, values, body: self.body }
    }

    /// The body, or nothing when it was erased.
    ///
    /// # Errors
    /// `internal` when it cannot be read.
    pub fn read_body(&self) -> Result<Option<LogBody>, Error> {
        if self.body.is_empty() {
            return Ok(None);
        }
        let read = json::stored(&self.body);
        read.map(Some).map_err(|error| Error::internal(format_args!("row {} of the operation log cannot be read: {error}", self.number)))
    }
}

impl Record for LogRow {
    const TABLE: &'static Table = &LOG;

    fn to_row(&self) -> Row {
        self.clone().into_row()
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = LogRow {
            root: columns.root(),
            number: columns.count(),
            recorded_at: columns.time(),
            operation: columns.word(),
            actor: columns.word(),
            entries_digest: columns.digest(),
            rest_digest: columns.digest(),
            link: columns.digest(),
            salt: columns.bytes_or_null().and_then(|salt| salt.try_into().ok()),
            body: columns.text(),
        };
        columns.end(record)
    }
}

/// An idempotency key that was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedKey {
    /// The root in which it counts.
    pub root: Root,
    /// The key; of a customer who was erased, its digest.
    pub key: String,
    /// The digest of the operation and its canonical arguments; zeros once they were erased.
    pub request: [u8; 32],
    /// The log row with the receipt.
    pub log_number: u64,
    /// The receipt itself, of an operation whose log row must not be found from here.
    pub receipt: Option<String>,
}

impl UsedKey {
    /// The key of the row.
    pub fn key(root: &Root, key: &str) -> Vec<Value> {
        vec![Value::from(root), Value::from(key)]
    }

    /// A key as it is kept. Customers have a space of their own: they cannot occupy the keys that the shop will use.
    pub fn own(actor: &Actor, key: &str) -> String {
        format!("{}:{key}", if actor.kind == ActorKind::Customer { 'c' } else { 's' })
    }

    /// The key of the row once its customer was erased: what the host wrote as a key may have been a name.
    pub fn erased_key(root: &Root, key: &str) -> Vec<Value> {
        UsedKey::key(root, &UsedKey::digest(root, key))
    }

    fn digest(root: &Root, key: &str) -> String {
        let mut digest = Digest::new();
        [b"erased key".as_slice(), root.bytes(), key.as_bytes()].into_iter().for_each(|part| digest.take_counted(part));
        hex(&digest.end())
    }

    /// Whether what it stood for was erased.
    pub fn is_erased(&self) -> bool {
        self.request == [0; 32]
    }

    /// What is left of it: that the key was used. The digest of a request could be compared with that of a guess.
    pub fn erased(&self, with_key: bool) -> Self {
        let key = if with_key { UsedKey::digest(&self.root, &self.key) } else { self.key.clone() };
        UsedKey { root: self.root.clone(), key, request: [0; 32], log_number: self.log_number, receipt: None }
    }
}

impl Record for UsedKey {
    const TABLE: &'static Table = &IDEMPOTENCY;

    fn to_row(&self) -> Row {
        let mut values = UsedKey::key(&self.root, &self.key);
        values.extend([Value::from(self.request.as_slice()), Value::from(self.log_number)]);
        Row { table: &IDEMPOTENCY, values, body: self.receipt.clone().unwrap_or_default() }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = UsedKey {
            root: columns.root(),
            key: columns.word(),
            request: columns.digest(),
            log_number: columns.count(),
            receipt: Some(columns.text()).filter(|text| !text.is_empty()),
        };
        columns.end(record)
    }
}

/// The refused commands: apart from the log, not chained, written after the refusal (rule P7).
pub static REFUSAL: Table = Table {
    name: "refusal",
    columns: &[
        Column::bytes("root", 260),
        Column::int("at"),
        Column::bytes("digest", 32),
        Column::bytes("operation", 64),
        Column::bytes("actor", 260),
        Column::bytes("code", 32),
    ],
    key: 3,
    indexes: &[REFUSED_BY_TIME, REFUSED_BY_ACTOR],
    search: None,
    erasure: Erasure::Cleared(|unit, row| unit.clear(row, RefusedCommand::forget)),
};

/// The order of the refusals by time.
pub const REFUSED_BY_TIME: Index = Index { name: "time", columns: &[1], unique: false };

/// The refusals of an actor by time.
pub const REFUSED_BY_ACTOR: Index = Index { name: "actor", columns: &[4, 1], unique: false };

/// A command that was refused. Holds codes, never the texts of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedCommand {
    /// The root it aimed at.
    pub root: Root,
    /// When.
    pub at: Timestamp,
    /// Tells refusals of one instant apart.
    pub digest: [u8; 32],
    /// The operation.
    pub operation: String,
    /// The actor's id.
    pub actor: String,
    /// The error code.
    pub code: String,
    /// Kind and roles of the actor.
    pub who: Option<Actor>,
}

impl RefusedCommand {
    /// An actor as a refusal notes them. Through what page or device somebody came, or which agent acted as them, may tell who it was: it is noted below a
    /// customer, whose erasure finds it.
    pub fn who(actor: &Actor, root: &Root) -> Actor {
        Actor { through: actor.through.clone().filter(|_| root.customer_id().is_some()), ..actor.clone() }
    }

    /// Forgets through what it came.
    fn forget(&mut self) {
        if let Some(who) = &mut self.who {
            who.through = None;
        }
    }
}

impl Record for RefusedCommand {
    const TABLE: &'static Table = &REFUSAL;

    fn to_row(&self) -> Row {
        let values = vec![
            Value::from(&self.root),
            Value::from(self.at),
            Value::from(self.digest.as_slice()),
            Value::from(self.operation.as_str()),
            Value::from(self.actor.as_str()),
            Value::from(self.code.as_str()),
        ];
        Row { table: &REFUSAL, values, body: json::text(&self.who) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = RefusedCommand {
            root: columns.root(),
            at: columns.time(),
            digest: columns.digest(),
            operation: columns.word(),
            actor: columns.word(),
            code: columns.word(),
            who: columns.body(),
        };
        columns.end(record)
    }
}
