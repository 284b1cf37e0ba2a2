//! `customer.actions`

use schemars::JsonSchema;

use super::Customer;
use crate::action::{Availability, available};
use crate::error::Error;
use crate::id::CustomerId;
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Answers what can be done with a customer: every action, whether you may take it now and, where not, why not. The right is looked at first,
/// then the customer's state; what depends on the arguments, such as the balance for a debit, is not looked at.
///
/// Errors: `not_found`.
///
/// Rules K5, P1, M1, M2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Actions {
    /// The customer.
    pub customer: CustomerId,
}

/// The answer of `customer.actions`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct ActionList {
    /// The customer.
    pub customer: CustomerId,
    /// Every action.
    pub actions: Vec<Availability>,
}

impl Operation for Actions {
    const NAME: &'static str = "customer.actions";
    const KIND: Kind = Kind::Query;
    type Output = ActionList;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<ActionList, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let actions = available(&customer, &unit.program(), &unit.context().actor);
        Ok(ActionList { customer: customer.id, actions })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::unit::tests::Stage;

    fn codes(stage: &Stage, operations: [&str; 3]) -> [String; 3] {
        let listed = stage.run::<Actions>(json!({ "customer": "c-1" })).unwrap();
        operations.map(|operation| {
            let action = listed.actions.iter().find(|action| action.operation == operation).unwrap();
            assert_eq!(action.available, action.reason.is_none());
            action.code.clone().unwrap_or_else(|| "available".into())
        })
    }

    // rules K5, P1
    #[test]
    fn what_is_not_available_says_why() {
        let mut stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        let operations = ["blacklist.set", "points.adjust", "membership.register"];
        assert_eq!(codes(&stage, operations), ["available", "not_eligible", "invalid_transition"]);
        stage.agent_asks("support");
        assert_eq!(codes(&stage, operations), ["forbidden", "not_eligible", "invalid_transition"]);
        stage.customer_asks("c-1");
        assert_eq!(codes(&stage, ["customer.edit", "points.adjust", "address.add"]), ["available", "forbidden", "available"]);
    }
}
