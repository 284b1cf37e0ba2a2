//! `address.remove`

use schemars::JsonSchema;

use super::{Address, words};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Removes an address of a customer. Was it a default, there is none until another becomes it.
///
/// Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted; `version_conflict`.
///
/// Rules K1, K2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// The customer.
    pub customer: CustomerId,
    /// The address.
    pub address: Id,
}

/// The receipt of `address.remove`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Removed {
    /// The customer.
    pub customer: CustomerId,
    /// The address that is gone; a generated id is not used again.
    pub address: Id,
}

impl Operation for Remove {
    const NAME: &'static str = "address.remove";
    const KIND: Kind = Kind::Command;
    type Output = Removed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Removed, Error> {
        let mut customer = Customer::load_live(unit, &self.customer)?;
        let (gone, left): (Vec<_>, Vec<_>) =
            Address::all(unit, &self.customer)?.into_iter().partition(|address| address.id == self.address);
        let Some(address) = gone.first() else {
            return Err(Error::not_found("address", &self.address));
        };
        unit.check_version("address", address.version)?;
        unit.delete(address);
        customer.address_words = words(&left);
        unit.put(&customer);
        Ok(Removed { customer: customer.id, address: self.address.clone() })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::address::Add;
    use crate::customer::Create;
    use crate::unit::tests::Stage;

    // rule K1
    #[test]
    fn an_address_is_removed_once() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage.run::<Add>(json!({ "customer": "c-1" })).unwrap();
        let args = json!({ "customer": "c-1", "address": "a1" });
        assert!(stage.run_at_version::<Remove>(Some(2), args.clone()).is_err());
        assert_eq!(stage.refusal::<Remove>(args.clone()), "done");
        assert_eq!(stage.refusal::<Remove>(args), "not_found");
    }
}
