//! What is written in a ticket: messages between customer and shop, and the shop's internal notes.

use schemars::JsonSchema;

use super::Ticket;
use crate::error::Error;
use crate::id::{LongText, Ref};
use crate::json::{self, Json};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// What is written in tickets, below the customer, so that all of a customer's is found together.
pub static TICKET_MESSAGE: Table = Table {
    name: "ticket_message",
    columns: &[Column::bytes("root", 260), Column::bytes("ticket_id", 320), Column::int("number"), Column::int("internal")],
    key: 3,
    indexes: &[OPENLY],
    search: None,
    erasure: Erasure::Dropped,
};

/// The messages of a ticket apart from its notes: what the customer sees.
const OPENLY: Index = Index { name: "openly", columns: &[0, 1, 3], unique: false };

/// Something that was written in a ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct TicketMessage {
    /// The customer's root.
    pub root: Root,
    /// The ticket.
    pub ticket: Ref,
    /// Its number in the ticket, from 1.
    pub number: u64,
    /// Whether it is an internal note.
    pub internal: bool,
    /// Everything else.
    pub said: Said,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Json)]
pub struct Said {
    /// Who has written it.
    pub from: Author,
    /// The actor who recorded it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// The text.
    pub text: LongText,
}

/// Who writes in a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// The customer.
    Customer,
    /// Somebody of the shop.
    Shop,
}

/// Something that was written in a ticket, as answers show it.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct TicketMessageView {
    /// Its number in the ticket, from 1.
    pub number: u64,
    /// Who has written it.
    pub from: Author,
    /// The actor who recorded it; customers see none but themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When.
    pub at: Timestamp,
    /// The text, as it was written: escape it before you show it as HTML.
    pub text: LongText,
    /// An internal note, which no customer sees.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub internal: bool,
}

impl TicketMessage {
    /// Something that whoever asks writes now.
    pub fn new(unit: &Unit<'_>, ticket: &Ticket, number: u64, from: Author, text: &LongText, internal: bool) -> Self {
        let said = Said { from, by: unit.context().actor.id.to_string(), at: unit.now(), text: text.clone() };
        TicketMessage { root: ticket.root.clone(), ticket: ticket.id.clone(), number, internal, said }
    }

    /// All that is written in a ticket, oldest first.
    pub fn scan(ticket: &Ticket) -> Scan {
        Scan::prefix(&TICKET_MESSAGE, Ticket::key(&ticket.root, &ticket.id))
    }

    /// All that is written in the tickets of a customer.
    pub fn scan_all(root: &Root) -> Scan {
        Scan::prefix(&TICKET_MESSAGE, vec![Value::from(root)])
    }

    /// The messages of a ticket without its notes, oldest first.
    pub fn scan_openly(ticket: &Ticket) -> Scan {
        let mut prefix = Ticket::key(&ticket.root, &ticket.id);
        prefix.push(Value::from(false));
        Scan::prefix(&TICKET_MESSAGE, prefix).by(&OPENLY)
    }

    /// As answers show it, to a customer without the shop's people.
    pub fn view(self, for_customer: Option<&str>) -> TicketMessageView {
        TicketMessageView {
            number: self.number,
            from: self.said.from,
            author: Some(self.said.by).filter(|by| for_customer.is_none_or(|own| own == by)),
            at: self.said.at,
            text: self.said.text,
            internal: self.internal,
        }
    }
}

impl Record for TicketMessage {
    const TABLE: &'static Table = &TICKET_MESSAGE;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.ticket.as_str()), Value::from(self.number), Value::from(self.internal)];
        Row { table: &TICKET_MESSAGE, values, body: json::text(&self.said) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, ticket, number, internal) = (columns.root(), columns.word(), columns.count(), columns.int() != 0);
        let ticket = Ref::new(ticket).map_err(Error::internal)?;
        let record = TicketMessage { root, ticket, number, internal, said: columns.body() };
        columns.end(record)
    }
}
