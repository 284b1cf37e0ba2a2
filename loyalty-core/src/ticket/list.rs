//! `ticket.list`

use schemars::JsonSchema;

use super::{Ticket, TicketState, TicketView};
use crate::customer::Customer;
use crate::error::{Error, Reason};
use crate::id::{CustomerId, Ref};
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::repository::Value;
use crate::unit::Unit;

/// Tickets, newest first: those of a customer, or the desk's list over all customers, which shows the open ones unless asked for the closed.
///
/// Newest is what was created last. A ticket keeps its place however much is written in it, so pages neither skip nor repeat one that stays as it was.
///
/// Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.
///
/// Rules P5, W3.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The customer; all customers when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Those in this state. When absent all of a customer's, or the open ones of all customers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<TicketState>,
    /// Tickets on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Ref>,
}

/// A page of tickets.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct TicketPage {
    /// The tickets, newest first.
    pub tickets: Vec<TicketView>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Ref>,
}

impl Operation for List {
    const NAME: &'static str = "ticket.list";
    const KIND: Kind = Kind::Query;
    type Output = TicketPage;

    fn roots(&self) -> Vec<Root> {
        Ticket::roots(self.customer.as_ref())
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<TicketPage, Error> {
        let limit = page::size(self.limit)?;
        let scan = match &self.customer {
            Some(id) => Ticket::scan(&Customer::load(unit, id)?.root(), self.state),
            None => Ticket::scan_shop(self.state.unwrap_or(TicketState::Open)),
        };
        let after = match &self.cursor {
            None => None,
            Some(id) => {
                let last = Ticket::read(unit, self.customer.as_ref(), id).map_err(|error| match error.reason() {
                    Reason::NotFound { .. } => page::unknown_cursor(),
                    _ => error,
                })?;
                let key = Value::from(last.id.as_str());
                let opened_at = Value::from(last.opened_at);
                Some(if self.customer.is_some() { vec![opened_at, key] } else { vec![opened_at, Value::from(&last.root), key] })
            }
        };
        let mut tickets = Ticket::views(unit, &scan.reversed().after(after).limit(limit + 1))?;
        let next = page::cut(&mut tickets, limit).map(|last| last.ticket.clone());
        Ok(TicketPage { tickets, next })
    }
}
