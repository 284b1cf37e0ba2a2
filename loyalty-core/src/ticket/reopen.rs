//! `ticket.reopen`

use schemars::JsonSchema;

use super::{Ticket, TicketSaved, TicketState};
use crate::error::Error;
use crate::id::{CustomerId, Ref};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Reopens a ticket that was closed. No mail is queued.
///
/// Errors: `not_found`; `not_eligible` when it is open already, and when the customer was deleted; `version_conflict`.
///
/// Rule P5.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopen {
    /// The ticket.
    pub ticket: Ref,
    /// Only if it is this customer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
}

impl Operation for Reopen {
    const NAME: &'static str = "ticket.reopen";
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
        let ticket = ticket.turned(TicketState::Open, unit.now())?;
        Ok(ticket.save(unit, customer.id, false))
    }
}
