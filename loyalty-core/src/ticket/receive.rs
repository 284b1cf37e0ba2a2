//! `ticket.receive`

use schemars::JsonSchema;

use super::{Author, Ticket, TicketSaved, TicketState};
use crate::error::Error;
use crate::id::{CustomerId, LongText, Ref};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Records a mail that the customer has sent about a ticket. It reopens a closed one: whoever writes again has not been helped yet.
///
/// The ticket's id, which stands in the subject of every mail, is enough to find it. Mailboxes deliver a mail more than once: give the mail's own id as
/// idempotency key. Nothing is queued: a mail that answers a mail would be answered in turn.
///
/// Errors: `not_found`; `not_eligible` when the customer was deleted; `limit_exceeded` beyond 1,000 messages; `invalid_request` for a text that is too long,
/// or has characters that texts may not have.
///
/// Rule P5.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receive {
    /// The ticket.
    pub ticket: Ref,
    /// Only if it is this customer's, such as whoever has the sender's email.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The text.
    pub text: LongText,
}

impl Operation for Receive {
    const NAME: &'static str = "ticket.receive";
    const KIND: Kind = Kind::Command;
    type Output = TicketSaved;

    fn roots(&self) -> Vec<Root> {
        Ticket::roots(self.customer.as_ref())
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Ticket::root_of(unit, self.customer.as_ref(), &self.ticket)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<TicketSaved, Error> {
        let (customer, mut ticket) = Ticket::load(unit, self.customer.as_ref(), &self.ticket)?;
        if ticket.state == TicketState::Closed {
            ticket.turn(TicketState::Open, unit.now());
        }
        ticket.write(unit, Author::Customer, &self.text, false)?;
        Ok(ticket.save(unit, customer.id, false))
    }
}
