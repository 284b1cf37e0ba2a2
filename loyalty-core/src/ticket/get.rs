//! `ticket.get`

use schemars::JsonSchema;

use super::{Ticket, TicketMessage, TicketMessageView, TicketView};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Ref};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::repository::Value;
use crate::unit::Unit;

/// A ticket with its thread, oldest message first. Customers name themselves, and see no internal notes.
///
/// Errors: `not_found`.
///
/// Rules P5, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// The ticket.
    pub ticket: Ref,
    /// Only if it is this customer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Messages on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<u64>,
}

/// A ticket with a page of its thread.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Thread {
    /// The ticket.
    pub ticket: TicketView,
    /// What is written in it, oldest first.
    pub messages: Vec<TicketMessageView>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

impl Operation for Get {
    const NAME: &'static str = "ticket.get";
    const KIND: Kind = Kind::Query;
    type Output = Thread;

    fn roots(&self) -> Vec<Root> {
        Ticket::roots(self.customer.as_ref())
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Ticket::root_of(unit, self.customer.as_ref(), &self.ticket)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Thread, Error> {
        let limit = page::size(self.limit)?;
        let ticket = Ticket::read(unit, self.customer.as_ref(), &self.ticket)?;
        let actor = &unit.context().actor;
        let for_customer = unit.context().is_customer().then_some(actor.id.as_str());
        let scan = if for_customer.is_some() { TicketMessage::scan_openly(&ticket) } else { TicketMessage::scan(&ticket) };
        let after = self.cursor.map(|number| vec![Value::from(number)]);
        let mut found = unit.scan::<TicketMessage>(&scan.after(after).limit(limit + 1))?;
        let next = page::cut(&mut found, limit).map(|last| last.number);
        let messages = found.into_iter().map(|message| message.view(for_customer)).gather();
        Ok(Thread { ticket: ticket.view(for_customer.is_some())?, messages, next })
    }
}
