//! `stamp_card.progress`

use schemars::JsonSchema;

use super::StampCardView;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// How far a customer's stamp cards are: 3 of 10, the cards completed, and the next reward.
///
/// Errors: `not_found`.
///
/// Rule R6.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The customer.
    pub customer: CustomerId,
}

/// The answer of `stamp_card.progress`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Cards {
    /// The customer.
    pub customer: CustomerId,
    /// The cards, as the program lists them.
    pub cards: Vec<StampCardView>,
}

impl Operation for Progress {
    const NAME: &'static str = "stamp_card.progress";
    const KIND: Kind = Kind::Query;
    type Output = Cards;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Cards, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        Ok(Cards { cards: StampCardView::all(unit, &customer)?, customer: customer.id })
    }
}
