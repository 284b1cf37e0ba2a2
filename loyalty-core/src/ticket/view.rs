//! Tickets as answers show them.

use schemars::JsonSchema;

use super::{Author, Ticket, TicketState};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Line, Ref};
use crate::json::Json;
use crate::repository::Scan;
use crate::time::Timestamp;
use crate::unit::Unit;

/// A ticket as answers show it.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct TicketView {
    /// The customer.
    pub customer: CustomerId,
    /// The ticket's id, the same for ever.
    pub ticket: Ref,
    /// Where it stands.
    pub state: TicketState,
    /// What it is about.
    pub subject: Line,
    /// A link into the host's own page; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Line>,
    /// When it was created.
    pub opened_at: Timestamp,
    /// When a message was last written, or it was closed or reopened.
    pub updated_at: Timestamp,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Timestamp>,
    /// Who has written last: where it is the customer, the shop's turn has come.
    pub last_from: Author,
    /// How many messages there are, notes apart.
    pub messages: u64,
    /// How many internal notes there are; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<u64>,
    /// The version of the ticket, for `if_version`.
    pub version: u64,
    /// The customer whose it was before a merge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_from: Option<CustomerId>,
}

/// The receipt of what changes a ticket. It repeats no text, so that none stands in the log.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct TicketSaved {
    /// The customer.
    pub customer: CustomerId,
    /// The ticket's id.
    pub ticket: Ref,
    /// Where it stands.
    pub state: TicketState,
    /// Its version now.
    pub version: u64,
    /// Whether a mail to the customer was queued; not where they have no email.
    pub emailed: bool,
}

impl Ticket {
    /// The ticket as answers show it.
    ///
    /// # Errors
    /// `internal` when it is nobody's.
    pub fn view(self, for_customer: bool) -> Result<TicketView, Error> {
        Ok(TicketView {
            customer: self.root.customer_id().ok_or_else(|| Error::internal("a ticket without a customer"))?,
            ticket: self.id,
            state: self.state,
            subject: self.facts.subject,
            link: self.facts.link.filter(|_| !for_customer),
            opened_at: self.opened_at,
            updated_at: self.facts.updated_at,
            closed_at: self.facts.closed_at,
            last_from: self.facts.last_from,
            messages: self.facts.messages,
            notes: (!for_customer).then_some(self.facts.notes),
            version: self.facts.version,
            came_from: self.facts.came_from,
        })
    }

    /// Tickets as answers show them, in the order of a scan.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn views(unit: &mut Unit<'_>, scan: &Scan) -> Result<Vec<TicketView>, Error> {
        let for_customer = unit.context().is_customer();
        unit.scan::<Ticket>(scan)?.into_iter().map(|ticket| ticket.view(for_customer)).gather()
    }

    /// Stages the ticket as it is now, and answers with it.
    pub(super) fn save(self, unit: &mut Unit<'_>, customer: CustomerId, emailed: bool) -> TicketSaved {
        unit.put(&self);
        TicketSaved { customer, ticket: self.id, state: self.state, version: self.facts.version, emailed }
    }
}
