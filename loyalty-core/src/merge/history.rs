//! `merge.history`

use schemars::JsonSchema;

use super::{Merge, MergeView};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// The merges into a customer, newest first, at most 500: who was merged, when, by whom and why, what was added, and whether it was undone.
///
/// Errors: `not_found`.
///
/// Rules G6, G9.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// The customer.
    pub customer: CustomerId,
}

/// The merges into a customer.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct MergeHistory {
    /// The customer.
    pub customer: CustomerId,
    /// The merges, newest first.
    pub merges: Vec<MergeView>,
}

impl Operation for History {
    const NAME: &'static str = "merge.history";
    const KIND: Kind = Kind::Query;
    type Output = MergeHistory;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<MergeHistory, Error> {
        let customer = Customer::load(unit, &self.customer)?.id;
        Ok(MergeHistory { merges: Merge::views(unit, &customer)?, customer })
    }
}
