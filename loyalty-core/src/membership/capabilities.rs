//! `membership.capabilities`

use schemars::JsonSchema;

use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::CustomerId;
use crate::json::Json;
use crate::membership::{CAPABILITY_LIST, State};
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::record::Root;
use crate::unit::Unit;

/// What a customer may do now, by the state of their membership: sign in, earn and spend, receive offers, and so on.
///
/// The engine obeys the same table in every command; hosts ask here before they show a page. Whether a person may buy at all is another question:
/// `blacklist.check`.
///
/// Rule M2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Capabilities {
    /// The customer.
    pub customer: CustomerId,
}

/// The capabilities of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct CapabilityList {
    /// The customer.
    pub customer: CustomerId,
    /// Where the customer stands.
    pub state: State,
    /// Each capability, and whether the state has it.
    pub capabilities: Pairs<String, bool>,
}

impl Operation for Capabilities {
    const NAME: &'static str = "membership.capabilities";
    const KIND: Kind = Kind::Query;
    type Output = CapabilityList;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<CapabilityList, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let state = customer.membership.state;
        let capabilities = CAPABILITY_LIST.iter().map(|capability| (capability.name().to_owned(), state.can(*capability))).gather();
        Ok(CapabilityList { customer: customer.id, state, capabilities })
    }
}
