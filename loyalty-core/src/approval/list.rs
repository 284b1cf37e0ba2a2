//! `approval.list`

use schemars::JsonSchema;

use super::{Approval, ApprovalState, ApprovalView};
use crate::customer::Customer;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::unit::Unit;

/// Requests for approval, newest first: those of a customer, or of the whole shop, gift cards included. Those that wait, unless another state is asked for.
///
/// A request is made when a command is above a limit of a role that says `asks_approval`: the command is answered with `approval_required` and the
/// request's id. It waits for 30 days; what nobody has decided by then is `expired`. Who lists events of `approval.*` in the program hears of each:
/// `approval.request` when it waits, `approval.grant` or `approval.reject` when it is decided.
///
/// Never for customers, whatever rights the program gives them: arguments hold reasons and notes for staff.
///
/// Errors: `not_found` for the customer; `invalid_request` for the limit and the cursor.
///
/// Rules P2, W3.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The customer; the whole shop when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Those in this state; `open` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<ApprovalState>,
    /// Requests on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Id>,
}

/// A page of requests for approval.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct ApprovalPage {
    /// The requests, newest first.
    pub approvals: Vec<ApprovalView>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Id>,
}

impl Operation for List {
    const NAME: &'static str = "approval.list";
    const KIND: Kind = Kind::Query;
    type Output = ApprovalPage;

    fn roots(&self) -> Vec<Root> {
        self.customer.as_ref().map(operation::customer).unwrap_or_default()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<ApprovalPage, Error> {
        if unit.context().is_customer() {
            return Err(Reason::Forbidden { right: Self::NAME.to_owned() }.into());
        }
        let limit = page::size(self.limit)?;
        let root = self.customer.as_ref().map(|id| Customer::load(unit, id)).transpose()?.map(|customer| customer.root());
        let now = unit.now();
        let mut scan = Approval::scan(root.as_ref(), self.state.unwrap_or(ApprovalState::Open), now).limit(limit + 1);
        if let Some(id) = &self.cursor {
            let last = Approval::load(unit, id).map_err(|error| match error.reason() {
                Reason::NotFound { .. } => page::unknown_cursor(),
                _ => error,
            })?;
            // The list begins where it begins, whichever list the cursor is of.
            let position = last.position(root.is_some());
            scan.after = scan.after.map(|first| first.min(position.clone())).or(Some(position));
        }
        let mut approvals = unit.scan::<Approval>(&scan)?.into_iter().map(|approval| approval.view(now)).gather::<Vec<_>>();
        let next = page::cut(&mut approvals, limit).map(|last| last.approval.clone());
        Ok(ApprovalPage { approvals, next })
    }
}
