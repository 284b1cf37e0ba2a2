//! Messages: what waits in the outbox until the host acknowledges it (rule P6).
//!
//! Only the first message of each root bears a time from which it may be given out, so that no later one of the same customer is given before
//! it is acknowledged: at least once, in order per customer.

use schemars::JsonSchema;

use crate::error::Error;
use crate::id::{CustomerId, Email, Id, Ref};
use crate::json::{self, Json, Raw, Tree};
use crate::limits::MESSAGES_PER_COMMAND_MAX;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The outbox.
pub static OUTBOX: Table = Table {
    name: "outbox",
    columns: &[Column::bytes("root", 260), Column::int("number"), Column::int("ready_at").or_null()],
    key: 2,
    indexes: &[READY],
    search: None,
    erasure: Erasure::Cleared(Message::withdraw),
};

/// The order of first messages by the time from which they may be given out.
pub const READY: Index = Index { name: "ready", columns: &[2], unique: false };

/// A message or event that waits for the host.
#[derive(Debug, Clone)]
pub struct Message {
    /// The root in whose order it stands.
    pub root: Root,
    /// Its number: grows in the root, never used twice.
    pub number: u64,
    /// From when on it may be given out; none while another of the root is before it.
    pub ready_at: Option<Timestamp>,
    /// What it says.
    pub content: Content,
}

/// What a message says.
#[derive(Debug, Clone, Json)]
pub struct Content {
    /// What happened: the name of the operation.
    pub event: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who asked for it.
    pub actor: String,
    /// The result of the operation; of a mail, what it is about.
    pub data: Raw,
    /// The mail that shall be sent. It may hold a secret, so nothing else keeps it: the log of whoever takes it does not either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Mail>,
}

/// A mail to a customer, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Mail {
    /// To whom.
    pub to: Email,
    /// The subject, one line.
    pub subject: String,
    /// The mail as plain text.
    pub text: String,
    /// The mail as HTML, escaped; absent where the template has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
}

/// A message as the host gets it.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct MessageView {
    /// The id, for `outbox.ack`.
    pub id: Ref,
    /// What happened: the name of the operation.
    pub event: String,
    /// The customer it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The gift card it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who asked for it.
    pub actor: String,
    /// The result of the operation; of a mail, what it is about: customer, ticket, template.
    pub data: Tree,
    /// Given out again after this time if it is not acknowledged.
    pub leased_until: Timestamp,
    /// Send this mail to the customer, whatever marketing they have opted out of: it belongs to a transaction. It may hold a password, so do not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Mail>,
}

impl Message {
    /// The key of a message.
    pub fn key(root: &Root, number: u64) -> Vec<Value> {
        vec![Value::from(root), Value::from(number)]
    }

    /// Queues a message behind those of its root that wait.
    ///
    /// # Errors
    /// `limit_exceeded` for more than 100 of one command; when the storage fails.
    pub fn queue(unit: &mut Unit<'_>, root: &Root, content: Content) -> Result<(), Error> {
        let is_first = unit.scan::<Message>(&Message::scan(root).limit(1))?.is_empty();
        let queued = u64::try_from(unit.notes.messages.len()).map_err(Error::internal)?;
        if queued >= MESSAGES_PER_COMMAND_MAX {
            return Err(Error::limit_exceeded("messages of one command", MESSAGES_PER_COMMAND_MAX, queued + 1));
        }
        let number = (unit.rest_on(root)?.log_seq + 1) * MESSAGES_PER_COMMAND_MAX + queued + 1;
        let message = Message { root: root.clone(), number, ready_at: is_first.then_some(unit.now()), content };
        unit.notes.messages.push(message.id()?);
        unit.insert(&message);
        Ok(())
    }

    /// The messages of a root, in order.
    pub fn scan(root: &Root) -> Scan {
        Scan::prefix(&OUTBOX, vec![Value::from(root)])
    }

    /// The first messages of all roots that may be given out by a time.
    pub fn scan_ready(at: Timestamp) -> Scan {
        Scan::prefix(&OUTBOX, Vec::new()).by(&READY).until(vec![Value::from(at)])
    }

    /// The messages that one command queued, by the number of its row in the log.
    pub fn scan_command(root: &Root, log_number: u64) -> Scan {
        let first = log_number.saturating_mul(MESSAGES_PER_COMMAND_MAX);
        Scan::prefix(&OUTBOX, vec![Value::from(root)])
            .after(Some(vec![Value::from(first)]))
            .until(vec![Value::from(first + MESSAGES_PER_COMMAND_MAX)])
    }

    /// Those of a scan that commands up to this one of the root's log have queued.
    pub fn up_to(scan: Scan, log_number: u64) -> Scan {
        scan.until(vec![Value::from(log_number.saturating_add(1).saturating_mul(MESSAGES_PER_COMMAND_MAX))])
    }

    /// Takes away what the message says: that something happened is all that the host still gets.
    pub fn forget(&mut self) {
        self.content.data = Raw::of(&Tree::Null);
        self.content.email = None;
    }

    /// Takes the message back before the host got it, when the customer is erased (rule K11); what a gift card's event says is forgotten, and the event
    /// itself, which is not the customer's alone, is given out.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn withdraw(unit: &mut Unit<'_>, row: Row) -> Result<(), Error> {
        let mut message = Message::from_row(row)?;
        if message.root.customer_id().is_some() {
            unit.delete(&message);
        } else {
            message.forget();
            unit.put(&message);
        }
        Ok(())
    }

    /// Lets the first message of a root be given out, once those before it are gone.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn pass_on(unit: &mut Unit<'_>, root: &Root) -> Result<(), Error> {
        if let Some(mut next) = unit.scan::<Message>(&Message::scan(root).limit(1))?.into_iter().next() {
            next.ready_at = next.ready_at.or(Some(unit.now()));
            unit.put(&next);
        }
        Ok(())
    }

    /// The id in answers: `c:<customer>/m<number>`, `g:<gift card>/m<number>`, `b:<batch>/m<number>`, or `p:/m<number>` for the program.
    ///
    /// # Errors
    /// `internal` when it does not fit.
    pub fn id(&self) -> Result<Ref, Error> {
        let root = String::from_utf8_lossy(self.root.bytes());
        Ref::new(format!("{root}/m{}", self.number)).map_err(Error::internal)
    }

    /// The root and number in an id.
    pub fn parse_id(id: &Ref) -> Option<(Root, u64)> {
        let (root, number) = id.as_str().rsplit_once('/')?;
        let root = Root::from_bytes(root.as_bytes());
        let is_named = root.customer_id().is_some() || root.gift_card_number().is_some() || root.batch_id().is_some();
        let known = is_named || root == Root::program();
        number.strip_prefix('m')?.parse().ok().filter(|_| known).map(|number| (root, number))
    }

    /// The message with an id.
    ///
    /// # Errors
    /// `not_found`.
    pub fn find(unit: &mut Unit<'_>, id: &Ref) -> Result<Self, Error> {
        let missing = || Error::not_found("message", id);
        let (root, number) = Self::parse_id(id).ok_or_else(missing)?;
        unit.get::<Message>(Self::key(&root, number))?.ok_or_else(missing)
    }

    /// The message as the host gets it, but for its mail: that is put in behind everything that is kept.
    ///
    /// # Errors
    /// `internal` when its content cannot be read.
    pub fn view(&self, leased_until: Timestamp) -> Result<MessageView, Error> {
        Ok(MessageView {
            id: self.id()?,
            event: self.content.event.clone(),
            customer: self.root.customer_id(),
            gift_card: self.root.gift_card_number(),
            recorded_at: self.content.recorded_at,
            actor: self.content.actor.clone(),
            data: crate::operation::unraw(&self.content.data)?,
            leased_until,
            email: None,
        })
    }
}

impl Record for Message {
    const TABLE: &'static Table = &OUTBOX;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.number), Value::from(self.ready_at)];
        Row { table: &OUTBOX, values, body: json::text(&self.content) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = Message { root: columns.root(), number: columns.count(), ready_at: columns.time_or_null(), content: columns.body() };
        columns.end(record)
    }
}
