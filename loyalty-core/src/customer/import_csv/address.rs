//! The address of a row, and what becomes of it.

use schemars::JsonSchema;

use crate::address::{Address, Country, main, words};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{Line, Phone};
use crate::json::Json;
use crate::patch::Patch;
use crate::unit::Unit;

/// What a row says of an address.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
pub struct AddressCells {
    /// What the customer calls it.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub label: Patch<Line>,
    /// Who receives mail there.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub name: Patch<Line>,
    /// The company.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub company: Patch<Line>,
    /// Street, house, floor.
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
    /// The country.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub country: Patch<Country>,
    /// A phone number there.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub phone: Patch<Phone>,
}

impl AddressCells {
    /// Puts it into the address that stands for the customer, or adds one. Says whether anything is other than before.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn settle(&self, unit: &mut Unit<'_>, customer: &mut Customer) -> Result<bool, Error> {
        if *self == AddressCells::default() {
            return Ok(false);
        }
        let mut addresses = Address::all(unit, &customer.id)?;
        if let Some(address) = main(&addresses).and_then(|place| addresses.get_mut(place)) {
            if !self.patch(address) {
                return Ok(false);
            }
            address.version += 1;
            unit.put(address);
        } else {
            let mut numbering = customer.address_seq;
            let id = numbering.name("a", None, |_| false, "address")?;
            let mut address = Address::new(customer.id.clone(), id, unit.now());
            if !self.patch(&mut address) {
                return Ok(false);
            }
            (address.default_billing, address.default_shipping) = (true, true);
            customer.address_seq = numbering;
            unit.put(&address);
            addresses.push(address);
        }
        customer.address_words = words(&addresses);
        Ok(true)
    }

    fn patch(&self, address: &mut Address) -> bool {
        let before = address.lines.clone();
        match &self.lines {
            Patch::Keep => {}
            Patch::Clear => address.lines.clear(),
            Patch::Set(lines) => address.lines.clone_from(lines),
        }
        [
            address.lines != before,
            self.label.changes(&mut address.label),
            self.name.changes(&mut address.name),
            self.company.changes(&mut address.company),
            self.city.changes(&mut address.city),
            self.region.changes(&mut address.region),
            self.postal_code.changes(&mut address.postal_code),
            self.country.changes(&mut address.country),
            self.phone.changes(&mut address.phone),
        ]
        .contains(&true)
    }
}
