//! `address.add`

use schemars::JsonSchema;

use super::{Address, Country, Saved, check_lines, save};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Id, Line, Phone};
use crate::json::Json;
use crate::limits::ADDRESSES_MAX;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Adds an address to a customer. With `default_billing` or `default_shipping` it takes that place from the address that had it.
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `already_exists` for an id that is in use; `limit_exceeded`
/// beyond 50 addresses.
///
/// Rule K1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Add {
    /// The customer.
    pub customer: CustomerId,
    /// Your id for the address, unique for the customer; `a1`, `a2` and so on when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// What the customer calls it, such as "Home".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Line>,
    /// Who receives mail there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// The company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<Line>,
    /// Street, house, floor: as written on an envelope, at most 10 lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
    /// The city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<Line>,
    /// The state, province or county.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Line>,
    /// The postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<Line>,
    /// The country: two letters, such as `AT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// A phone number there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Whether invoices go there unless said otherwise.
    #[serde(default)]
    pub default_billing: bool,
    /// Whether parcels go there unless said otherwise.
    #[serde(default)]
    pub default_shipping: bool,
}

impl Add {
    fn address(&self, id: Id, unit: &Unit<'_>) -> Address {
        Address {
            label: self.label.clone(),
            name: self.name.clone(),
            company: self.company.clone(),
            lines: self.lines.clone(),
            city: self.city.clone(),
            region: self.region.clone(),
            postal_code: self.postal_code.clone(),
            country: self.country.clone(),
            phone: self.phone.clone(),
            default_billing: self.default_billing,
            default_shipping: self.default_shipping,
            ..Address::new(self.customer.clone(), id, unit.now())
        }
    }
}

impl Operation for Add {
    const NAME: &'static str = "address.add";
    const KIND: Kind = Kind::Command;
    type Output = Saved;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Saved, Error> {
        check_lines(&self.lines)?;
        let mut customer = Customer::load_live(unit, &self.customer)?;
        let mut addresses = Address::all(unit, &self.customer)?;
        if addresses.len() >= ADDRESSES_MAX {
            return Err(Error::limit_exceeded("addresses", ADDRESSES_MAX, addresses.len() + 1));
        }
        let taken = |id: &Id| addresses.iter().any(|address| address.id == *id);
        let id = customer.address_seq.name("a", self.id.as_ref(), taken, "address")?;
        addresses.push(self.address(id.clone(), unit));
        Ok(save(unit, customer, addresses, &id))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::address::{Edit, Remove};
    use crate::customer::Create;
    use crate::error::Reason;
    use crate::unit::tests::Stage;

    fn shop() -> Stage {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage
    }

    fn add(stage: &Stage, mut args: Value) -> Saved {
        args["customer"] = json!("c-1");
        stage.run::<Add>(args).unwrap()
    }

    fn words(stage: &Stage) -> String {
        stage.with(|unit| Customer::load(unit, &CustomerId::new("c-1").unwrap())).unwrap().address_words
    }

    // rule K1
    #[test]
    fn a_new_default_takes_the_place_of_the_old_one() {
        let stage = shop();
        assert_eq!(add(&stage, json!({ "default_billing": true, "default_shipping": true })).address.as_str(), "a1");
        let second = add(&stage, json!({ "default_billing": true }));
        assert_eq!(second.no_longer_default, [Id::new("a1").unwrap()]);
        let stale = stage.run_at_version::<Edit>(Some(1), json!({ "customer": "c-1", "address": "a1", "city": "Wien" }));
        assert!(matches!(stale.map_err(Error::into_reason), Err(Reason::VersionConflict { current: 2, .. })));
    }

    // rule K1
    #[test]
    fn numbers_are_not_used_again() {
        let stage = shop();
        add(&stage, json!({}));
        add(&stage, json!({ "id": "a5" }));
        stage.run::<Remove>(json!({ "customer": "c-1", "address": "a5" })).unwrap();
        assert_eq!(add(&stage, json!({})).address.as_str(), "a6");
        assert_eq!(stage.refusal::<Add>(json!({ "customer": "c-1", "id": "a1" })), "already_exists");
    }

    // rules K1, K6
    #[test]
    fn the_words_of_all_addresses_are_kept_for_the_search() {
        let stage = shop();
        add(&stage, json!({ "city": "Wien" }));
        add(&stage, json!({ "city": "Linz", "lines": ["Hauptplatz 1"] }));
        assert_eq!(words(&stage), "1 hauptplatz linz wien");
        stage.run::<Edit>(json!({ "customer": "c-1", "address": "a2", "lines": [], "city": null })).unwrap();
        assert_eq!(words(&stage), "wien");
        stage.run::<Remove>(json!({ "customer": "c-1", "address": "a1" })).unwrap();
        assert_eq!(words(&stage), "");
    }

    #[test]
    fn addresses_are_bounded_and_checked() {
        let stage = shop();
        assert_eq!(stage.refusal::<Add>(json!({ "customer": "c-1", "country": "AUT" })), "invalid_request args.country");
        assert_eq!(stage.refusal::<Add>(json!({ "customer": "c-1", "lines": vec!["x"; 11] })), "invalid_request args.lines");
        assert_eq!(stage.refusal::<Add>(json!({ "customer": "c-9" })), "not_found");
        for _ in 0..ADDRESSES_MAX {
            add(&stage, json!({}));
        }
        assert_eq!(stage.refusal::<Add>(json!({ "customer": "c-1" })), "limit_exceeded");
    }
}
