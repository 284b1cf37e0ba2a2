//! `ticket.reply`

use schemars::JsonSchema;

use super::{Author, Ticket, TicketSaved, TicketState};
use crate::error::Error;
use crate::id::{CustomerId, LongText, Ref};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::program::TemplateId;
use crate::record::Root;
use crate::unit::Unit;

/// Writes in a ticket. What an agent writes is queued as a mail to the customer, in the words of the program's template `ticket_reply`; with `internal`
/// it is a note that only the shop's people see, and no mail.
///
/// A customer answers here too; that reopens a closed ticket. Customers name themselves; agents need not.
///
/// Errors: `not_found`; `not_eligible` for an agent's reply in a closed ticket (reopen it first; notes may be written), and when the customer was deleted;
/// `version_conflict` when somebody else was faster; `limit_exceeded` beyond 1,000 messages; `invalid_request` for a customer's note.
///
/// Rules P5, E3, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// The ticket.
    pub ticket: Ref,
    /// Only if it is this customer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The text.
    pub text: LongText,
    /// A note for the shop's people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub internal: bool,
}

impl Operation for Reply {
    const NAME: &'static str = "ticket.reply";
    const KIND: Kind = Kind::Command;
    type Output = TicketSaved;

    fn roots(&self) -> Vec<Root> {
        Ticket::roots(self.customer.as_ref())
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Ticket::root_of(unit, self.customer.as_ref(), &self.ticket)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<TicketSaved, Error> {
        let is_customer = unit.context().is_customer();
        if is_customer && self.internal {
            return Err(Error::invalid("args.internal", "is for notes of the shop's people; leave it out"));
        }
        let (customer, mut ticket) = Ticket::load(unit, self.customer.as_ref(), &self.ticket)?;
        match ticket.state {
            TicketState::Closed if is_customer => ticket.turn(TicketState::Open, unit.now()),
            _ if self.internal => {}
            _ => ticket.require_open()?,
        }
        let from = if is_customer { Author::Customer } else { Author::Shop };
        ticket.write(unit, from, &self.text, self.internal)?;
        let tells = !is_customer && !self.internal;
        let emailed = tells && ticket.announce(unit, &customer, TemplateId::TicketReply, &self.text)?;
        Ok(ticket.save(unit, customer.id, emailed))
    }
}
