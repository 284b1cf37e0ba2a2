//! `ticket.close`

use schemars::JsonSchema;

use super::{Ticket, TicketSaved, TicketState};
use crate::error::Error;
use crate::id::{CustomerId, Ref};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Closes a ticket: what it was about is done. When the customer writes again it is open again. No mail is queued; reply first where there is something to say.
///
/// Errors: `not_found`; `not_eligible` when it is closed already, and when the customer was deleted; `version_conflict`.
///
/// Rule P5.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// The ticket.
    pub ticket: Ref,
    /// Only if it is this customer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
}

impl Operation for Close {
    const NAME: &'static str = "ticket.close";
    const KIND: Kind = Kind::Command;
    type Output = TicketSaved;

    fn roots(&self) -> Vec<Root> {
        Ticket::roots(self.customer.as_ref())
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Ticket::root_of(unit, self.customer.as_ref(), &self.ticket)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<TicketSaved, Error> {
        let (customer, ticket) = Ticket::load(unit, self.customer.as_ref(), &self.ticket)?;
        let ticket = ticket.turned(TicketState::Closed, unit.now())?;
        Ok(ticket.save(unit, customer.id, false))
    }
}
