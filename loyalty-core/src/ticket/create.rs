//! `ticket.create`

use schemars::JsonSchema;

use super::{Author, Ticket, TicketFacts, TicketSaved, TicketState};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Id, Line, LongText};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::program::TemplateId;
use crate::record::Root;
use crate::unit::Unit;

/// Creates a ticket with its first message, and queues a mail to the customer with it, in the words of the program's template `ticket_created`.
///
/// A customer who asks writes it themselves; the mail confirms that it has arrived. `from_customer` says so for a mail that came in about
/// nothing that is known, or a call. A customer without an email gets no mail. What the customer has opted out of does not matter: a ticket is no marketing.
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for the id; `invalid_request` for a link that is none,
/// or one that a customer gives.
///
/// Rules P5, E3, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// The customer.
    pub customer: CustomerId,
    /// Your id of the ticket, unique in the shop; when absent, the customer's id and a number: `c-42/t1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// What it is about.
    pub subject: Line,
    /// The first message.
    pub text: LongText,
    /// The customer has written or said it, and you record it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_customer: bool,
    /// A link into your own page of this ticket: `https://…`, `http://…` or `/…`; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Line>,
}

impl Operation for Create {
    const NAME: &'static str = "ticket.create";
    const KIND: Kind = Kind::Command;
    type Output = TicketSaved;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<TicketSaved, Error> {
        let is_customer = unit.context().is_customer();
        match &self.link {
            Some(_) if is_customer => return Err(Error::invalid("args.link", "leads into the shop's own pages; leave it out")),
            Some(link) if !link.is_link() => {
                return Err(Error::invalid("args.link", "is not a link; begin with https://, http:// or /"));
            }
            _ => {}
        }
        if is_customer && self.id.is_some() {
            return Err(Error::invalid("args.id", "is the shop's to give, for ids tell of other customers; leave it out"));
        }
        let mut customer = Customer::load_live(unit, &self.customer)?;
        let id = Ticket::name(unit, &mut customer, self.id.as_ref().map(Id::as_str))?;
        let from = if self.from_customer || is_customer { Author::Customer } else { Author::Shop };
        let facts = TicketFacts {
            subject: self.subject.clone(),
            link: self.link.clone(),
            version: 0,
            messages: 0,
            notes: 0,
            updated_at: unit.now(),
            last_from: from,
            closed_at: None,
            came_from: None,
        };
        let mut ticket = Ticket { root: customer.root(), id, state: TicketState::Open, opened_at: unit.now(), facts };
        ticket.write(unit, from, &self.text, false)?;
        let emailed = ticket.announce(unit, &customer, TemplateId::TicketCreated, &self.text)?;
        unit.put(&customer);
        Ok(ticket.save(unit, customer.id, emailed))
    }
}
