//! Tickets: what a customer and the shop write to each other about one matter (rule P5).
//!
//! A ticket is its customer's; its messages stand below it, with the shop's internal notes among them, which no customer is shown.

mod close;
mod create;
mod get;
mod list;
mod message;
mod receive;
mod reopen;
mod reply;
#[cfg(test)]
mod tests;
mod view;

pub use close::Close;
pub use create::Create;
pub use get::{Get, Thread};
pub use list::{List, TicketPage};
pub use message::{Author, TicketMessage, TicketMessageView};
pub use receive::Receive;
pub use reopen::Reopen;
pub use reply::Reply;
pub use view::{TicketSaved, TicketView};

pub use self::message::TICKET_MESSAGE;

use schemars::JsonSchema;

use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Line, LongText, Ref};
use crate::json::{self, Json, Tree};
use crate::limits::TICKET_MESSAGES_MAX;
use crate::mail::{self, Occasion};
use crate::operation::Operation;
use crate::program::TemplateId;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The scope of the claims that keep ids of tickets unique in the shop, and lead from one to its customer.
const TICKET_ID: &str = "ticket";

/// The tickets.
pub static TICKET: Table = Table {
    name: "ticket",
    columns: &[Column::bytes("root", 260), Column::bytes("ticket_id", 320), Column::bytes("state", 16), Column::int("opened_at")],
    key: 2,
    indexes: &[BY_TIME, BY_STATE, OF_SHOP],
    search: None,
    erasure: Erasure::Cleared(Ticket::erase),
};

/// The order of a customer's tickets by time.
const BY_TIME: Index = Index { name: "opened", columns: &[0, 3], unique: false };

/// The order of a customer's tickets by state, then time.
const BY_STATE: Index = Index { name: "state", columns: &[0, 2, 3], unique: false };

/// The order of all tickets by state, then time: the desk's list.
const OF_SHOP: Index = Index { name: "shop", columns: &[2, 3], unique: false };

/// A ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// The customer's root.
    pub root: Root,
    /// Its id, unique in the shop and the same for ever.
    pub id: Ref,
    /// Where it stands.
    pub state: TicketState,
    /// When it was created.
    pub opened_at: Timestamp,
    /// Everything else.
    pub facts: TicketFacts,
}

/// What of a ticket is not in columns.
#[derive(Debug, Clone, PartialEq, Json)]
pub struct TicketFacts {
    /// What it is about.
    pub subject: Line,
    /// A link into the host's own page; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Line>,
    /// How often it was changed or written in.
    pub version: u64,
    /// How many messages the customer and the shop have written to each other.
    pub messages: u64,
    /// How many internal notes stand among them.
    #[serde(default)]
    pub notes: u64,
    /// When something last happened that the customer sees.
    pub updated_at: Timestamp,
    /// Who has written last.
    pub last_from: Author,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Timestamp>,
    /// The customer whose it was before a merge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<CustomerId>,
}

/// Where a ticket stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// Somebody still has to do something.
    Open,
    /// It is done.
    Closed,
}

impl TicketState {
    /// The word on the wire and in storage.
    pub const fn name(self) -> &'static str {
        match self {
            TicketState::Open => "open",
            TicketState::Closed => "closed",
        }
    }
}

impl Ticket {
    /// The key of a ticket.
    pub fn key(root: &Root, id: &Ref) -> Vec<Value> {
        vec![Value::from(root), Value::from(id.as_str())]
    }

    /// The tickets of a customer, oldest first: all, or those in a state.
    pub fn scan(root: &Root, state: Option<TicketState>) -> Scan {
        match state {
            None => Scan::prefix(&TICKET, vec![Value::from(root)]).by(&BY_TIME),
            Some(state) => Scan::prefix(&TICKET, vec![Value::from(root), Value::from(state.name())]).by(&BY_STATE),
        }
    }

    /// The tickets of all customers in a state, oldest first.
    pub fn scan_shop(state: TicketState) -> Scan {
        Scan::prefix(&TICKET, vec![Value::from(state.name())]).by(&OF_SHOP)
    }

    /// Takes a ticket away, with its id, when the customer is erased (rule K11).
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn erase(unit: &mut Unit<'_>, row: Row) -> Result<(), Error> {
        let ticket = Ticket::from_row(row)?;
        unit.release(TICKET_ID, ticket.id.as_str(), &ticket.root);
        unit.delete(&ticket);
        Ok(())
    }

    /// The root of the customer who has the ticket with this id.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn find_root(unit: &mut Unit<'_>, id: &Ref) -> Result<Option<Root>, Error> {
        unit.holder(TICKET_ID, id.as_str())
    }

    /// A ticket and its customer, to be written in: of the customer who is named, or else of whoever has it.
    ///
    /// # Errors
    /// `not_found`; `not_eligible` when the customer was deleted.
    pub fn load(unit: &mut Unit<'_>, customer: Option<&CustomerId>, id: &Ref) -> Result<(Customer, Self), Error> {
        let ticket = Self::read(unit, customer, id)?;
        let owner = ticket.root.customer_id().ok_or_else(|| Error::internal("a ticket without a customer"))?;
        let customer = Customer::load_live(unit, &owner)?;
        unit.check_version("ticket", ticket.facts.version)?;
        Ok((customer, ticket))
    }

    /// A ticket: of the customer who is named, or else of whoever has it.
    ///
    /// # Errors
    /// `not_found`.
    pub fn read(unit: &mut Unit<'_>, customer: Option<&CustomerId>, id: &Ref) -> Result<Self, Error> {
        let missing = || Error::not_found("ticket", id);
        // Somebody else's is not there: nobody learns which ids exist.
        let root = match customer {
            Some(named) => Root::customer(named),
            None => Self::find_root(unit, id)?.ok_or_else(missing)?,
        };
        unit.get::<Ticket>(Self::key(&root, id))?.ok_or_else(missing)
    }

    /// Gives a new ticket its id: the host's if it is free, else the customer's id and the next number that is free.
    ///
    /// # Errors
    /// `already_exists` when the host's id is taken; when the storage fails.
    pub fn name(unit: &mut Unit<'_>, customer: &mut Customer, given: Option<&str>) -> Result<Ref, Error> {
        let root = customer.root();
        let id = loop {
            let id = match given {
                Some(given) => given.to_owned(),
                None => {
                    customer.ticket_seq += 1;
                    format!("{}/t{}", customer.id, customer.ticket_seq)
                }
            };
            let id = Ref::new(id).map_err(Error::internal)?;
            match (unit.holder(TICKET_ID, id.as_str())?, given) {
                (None, _) => break id,
                (Some(_), Some(given)) => return Err(Error::already_exists("ticket", given)),
                (Some(_), None) => {}
            }
        };
        unit.claim(TICKET_ID, id.as_str(), &root);
        Ok(id)
    }

    /// Writes in the ticket, without storing the ticket itself.
    ///
    /// # Errors
    /// `limit_exceeded` for more than 1,000 messages and notes.
    pub fn write(&mut self, unit: &mut Unit<'_>, from: Author, text: &LongText, internal: bool) -> Result<(), Error> {
        let number = self.facts.messages + self.facts.notes + 1;
        if number > TICKET_MESSAGES_MAX {
            return Err(Error::limit_exceeded("messages of one ticket; create another", TICKET_MESSAGES_MAX, number));
        }
        if internal {
            self.facts.notes += 1;
        } else {
            self.facts.messages += 1;
            self.facts.last_from = from;
            self.facts.updated_at = unit.now();
        }
        self.facts.version += 1;
        unit.insert(&TicketMessage::new(unit, self, number, from, text, internal));
        Ok(())
    }

    /// Closes or reopens the ticket, without storing it.
    pub fn turn(&mut self, state: TicketState, now: Timestamp) {
        self.state = state;
        self.facts.closed_at = (state == TicketState::Closed).then_some(now);
        self.facts.updated_at = now;
    }

    /// The ticket closed or reopened by hand, without storing it.
    ///
    /// # Errors
    /// `not_eligible` when it stands there already.
    fn turned(mut self, state: TicketState, now: Timestamp) -> Result<Self, Error> {
        if self.state == state {
            return Err(Error::not_eligible(format_args!("ticket {} is {} already", self.id, state.name())));
        }
        self.turn(state, now);
        self.facts.version += 1;
        Ok(self)
    }

    /// Refuses a ticket that is closed.
    ///
    /// # Errors
    /// `not_eligible`, with what to do.
    fn require_open(&self) -> Result<(), Error> {
        match self.state {
            TicketState::Open => Ok(()),
            TicketState::Closed => Err(Error::not_eligible(format_args!("ticket {} is closed; reopen it first (ticket.reopen)", self.id))),
        }
    }

    /// Queues the mail that tells the customer what was written; says whether they have an email.
    ///
    /// # Errors
    /// When the storage fails.
    fn announce(&self, unit: &mut Unit<'_>, customer: &Customer, template: TemplateId, text: &LongText) -> Result<bool, Error> {
        let event = if template == TemplateId::TicketCreated { Create::NAME } else { Reply::NAME };
        let fillings = [("ticket", self.id.as_str()), ("subject", self.facts.subject.as_str()), ("text", text.as_str())];
        let about = vec![("ticket", Tree::from(self.id.as_str()))];
        mail::queue(unit, customer, Occasion { event, template, fillings: &fillings, about })
    }

    /// Gives it to another customer, with all that was written in it.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn move_to(mut self, unit: &mut Unit<'_>, to: &Root, came: &dyn Fn(Option<CustomerId>) -> Option<CustomerId>) -> Result<(), Error> {
        for mut message in unit.scan::<TicketMessage>(&TicketMessage::scan(&self))? {
            unit.delete(&message);
            message.root = to.clone();
            unit.put(&message);
        }
        unit.delete(&self);
        unit.release(TICKET_ID, self.id.as_str(), &self.root);
        self.root = to.clone();
        self.facts.came_from = came(self.facts.came_from);
        unit.claim(TICKET_ID, self.id.as_str(), to);
        unit.put(&self);
        Ok(())
    }

    /// The roots of an operation on a ticket.
    pub fn roots(customer: Option<&CustomerId>) -> Vec<Root> {
        customer.map(Root::customer).into_iter().gather()
    }

    /// The root of an operation that names a ticket alone.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn root_of(unit: &mut Unit<'_>, customer: Option<&CustomerId>, id: &Ref) -> Result<Option<Root>, Error> {
        if customer.is_some() { Ok(None) } else { Self::find_root(unit, id) }
    }
}

impl Record for Ticket {
    const TABLE: &'static Table = &TICKET;

    fn to_row(&self) -> Row {
        let mut values = Ticket::key(&self.root, &self.id);
        values.extend([Value::from(self.state.name()), Value::from(self.opened_at)]);
        Row { table: &TICKET, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, id, state, opened_at) = (columns.root(), columns.word(), columns.word(), columns.time());
        let state = if state == TicketState::Open.name() { TicketState::Open } else { TicketState::Closed };
        let record = Ticket { root, id: Ref::new(id).map_err(Error::internal)?, state, opened_at, facts: columns.body() };
        columns.end(record)
    }
}
