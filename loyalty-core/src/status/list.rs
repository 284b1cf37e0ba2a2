//! `status.list`

use schemars::JsonSchema;

use super::StatusView;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::unit::Unit;

/// Answers, for each status system, where a customer stands: the status or none, the counter, the next status and what is missing for it, until when
/// the status is kept, the lock, the statuses to choose from, and the latest changes with who and why.
///
/// Customers do not see notes, nor the shop's people.
///
/// Errors: `not_found`; `invalid_request` for the limit.
///
/// Rules Y1, Y2, Y4, Y7, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The customer.
    pub customer: CustomerId,
    /// Changes of each system, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
}

/// Where a customer stands.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct StatusList {
    /// The customer.
    pub customer: CustomerId,
    /// Every status system of the program.
    pub statuses: Vec<StatusView>,
}

impl Operation for List {
    const NAME: &'static str = "status.list";
    const KIND: Kind = Kind::Query;
    type Output = StatusList;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<StatusList, Error> {
        let limit = page::size(self.limit)?;
        let customer = Customer::load(unit, &self.customer)?;
        let statuses = StatusView::all(unit, &customer, limit)?;
        Ok(StatusList { customer: customer.id, statuses })
    }
}
