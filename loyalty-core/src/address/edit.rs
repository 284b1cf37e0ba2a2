//! `address.edit`

use schemars::JsonSchema;

use super::{Address, Country, Saved, check_lines, save};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Id, Line, Phone};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::patch::Patch;
use crate::record::Root;
use crate::unit::Unit;

/// Edits one address. A field that is absent stays, null empties it, a value sets it. Addresses have versions of their own: `if_version` is
/// that of this one (rule K2).
///
/// Errors: `not_found` for the customer or the address; `not_eligible` when the customer is merged or deleted; `version_conflict`.
///
/// Rules K1, K2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The customer.
    pub customer: CustomerId,
    /// The address.
    pub address: Id,
    /// What the customer calls it, such as "Home".
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub label: Patch<Line>,
    /// Who receives mail there.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub name: Patch<Line>,
    /// The company.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub company: Patch<Line>,
    /// Street, house, floor: as written on an envelope, at most 10 lines. All lines at once.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub lines: Patch<Vec<Line>>,
    /// The city.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub city: Patch<Line>,
    /// The state, province or county.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub region: Patch<Line>,
    /// The postal code.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub postal_code: Patch<Line>,
    /// The country: two letters, such as `AT`.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub country: Patch<Country>,
    /// A phone number there.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub phone: Patch<Phone>,
    /// Whether invoices go there unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_billing: Option<bool>,
    /// Whether parcels go there unless said otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_shipping: Option<bool>,
}

impl Edit {
    fn patch(&self, address: &mut Address) {
        self.label.clone().apply(&mut address.label);
        self.name.clone().apply(&mut address.name);
        self.company.clone().apply(&mut address.company);
        self.city.clone().apply(&mut address.city);
        self.region.clone().apply(&mut address.region);
        self.postal_code.clone().apply(&mut address.postal_code);
        self.country.clone().apply(&mut address.country);
        self.phone.clone().apply(&mut address.phone);
        match &self.lines {
            Patch::Keep => {}
            Patch::Clear => address.lines.clear(),
            Patch::Set(lines) => address.lines.clone_from(lines),
        }
        address.default_billing = self.default_billing.unwrap_or(address.default_billing);
        address.default_shipping = self.default_shipping.unwrap_or(address.default_shipping);
    }
}

impl Operation for Edit {
    const NAME: &'static str = "address.edit";
    const KIND: Kind = Kind::Command;
    type Output = Saved;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Saved, Error> {
        if let Patch::Set(lines) = &self.lines {
            check_lines(lines)?;
        }
        let customer = Customer::load_live(unit, &self.customer)?;
        let mut addresses = Address::all(unit, &self.customer)?;
        let Some(address) = addresses.iter_mut().find(|address| address.id == self.address) else {
            return Err(Error::not_found("address", &self.address));
        };
        unit.check_version("address", address.version)?;
        let before = address.clone();
        self.patch(address);
        address.version += u64::from(*address != before);
        Ok(save(unit, customer, addresses, &self.address))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::address::Add;
    use crate::customer::Create;
    use crate::error::Reason;
    use crate::unit::tests::Stage;

    // rules K1, K2, W11
    #[test]
    fn an_address_is_patched_under_its_own_version() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage.run::<Add>(json!({ "customer": "c-1", "label": "Home", "city": "Wien", "default_shipping": true })).unwrap();
        let patch = json!({ "customer": "c-1", "address": "a1", "label": null, "lines": ["Ring 1"], "default_shipping": false });
        assert_eq!(stage.run_at_version::<Edit>(Some(1), patch.clone()).unwrap().version, 2);
        assert_eq!(stage.run::<Edit>(patch.clone()).unwrap().version, 2);
        assert!(matches!(
            stage.run_at_version::<Edit>(Some(1), patch).map_err(Error::into_reason),
            Err(Reason::VersionConflict { record: "address", .. })
        ));
        let address = stage.with(|unit| Address::all(unit, &CustomerId::new("c-1").unwrap())).unwrap().remove(0);
        assert_eq!((address.label, address.city, address.default_shipping), (None, Some(Line::new("Wien").unwrap()), false));
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "address": "a9" })), "not_found");
    }
}
