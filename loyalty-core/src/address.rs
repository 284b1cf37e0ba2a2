//! Addresses: any number per customer, each with a label, and at most one default for billing and one for shipping (rule K1).

mod add;
mod edit;
mod remove;

pub use add::Add;
pub use edit::Edit;
pub use remove::{Remove, Removed};

use schemars::JsonSchema;

use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Line, Malformed, Phone, fold};
use crate::json::{self, Json, Tree};
use crate::limits::ADDRESS_LINES_MAX;
use crate::pairs::Pairs;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value};
use crate::sorting::sort;
use crate::time::Timestamp;
use crate::unit::Unit;

/// The addresses of customers.
pub static ADDRESS: Table = Table {
    name: "address",
    columns: &[Column::bytes("root", 260), Column::bytes("address_id", 256), Column::int("version")],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::Dropped,
};

/// An address of a customer.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Address {
    /// The customer.
    pub customer: CustomerId,
    /// The id: the host's, or `a1`, `a2` and so on.
    pub id: Id,
    /// The version, for `if_version`.
    pub version: u64,
    /// When it was added.
    pub added_at: Timestamp,
    /// What the customer calls it, such as "Home".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Line>,
    /// Who receives mail there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// The company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<Line>,
    /// Street, house, floor: as written on an envelope.
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
    /// The country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// A phone number there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// Whether invoices go there unless said otherwise.
    pub default_billing: bool,
    /// Whether parcels go there unless said otherwise.
    pub default_shipping: bool,
    /// What a newer release keeps here: carried along.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: Pairs<String, Tree>,
}

/// A country: two letters of ISO 3166, such as `AT`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Country(String);

impl Country {
    /// The two letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Country {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            Ok(Country(text.to_ascii_uppercase()))
        } else {
            Err(Malformed("is not a country; give two letters, such as AT".into()))
        }
    }
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.0
    }
}

/// The receipt of `address.add` and `address.edit`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Saved {
    /// The customer.
    pub customer: CustomerId,
    /// The address.
    pub address: Id,
    /// Its version now.
    pub version: u64,
    /// Other addresses that were a default and no longer are; their versions went up.
    pub no_longer_default: Vec<Id>,
}

impl Address {
    /// An address of which nothing is known yet.
    pub fn new(customer: CustomerId, id: Id, at: Timestamp) -> Self {
        Address {
            customer,
            id,
            version: 1,
            added_at: at,
            label: None,
            name: None,
            company: None,
            lines: Vec::new(),
            city: None,
            region: None,
            postal_code: None,
            country: None,
            phone: None,
            default_billing: false,
            default_shipping: false,
            unknown: Pairs::new(),
        }
    }

    /// The addresses of a customer, oldest first.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn all(unit: &mut Unit<'_>, customer: &CustomerId) -> Result<Vec<Address>, Error> {
        let mut all: Vec<Address> = unit.scan(&Scan::prefix(&ADDRESS, vec![Value::from(&Root::customer(customer))]))?;
        sort(&mut all, |a, b| (a.added_at, &a.id).cmp(&(b.added_at, &b.id)));
        Ok(all)
    }

    /// Everything in it that the search box looks at (rule K6).
    fn texts(&self) -> impl Iterator<Item = String> {
        let fields = [&self.name, &self.company, &self.city, &self.region, &self.postal_code];
        let lines = fields.into_iter().flatten().chain(&self.lines).map(|line| fold(line.as_str()));
        let country = self.country.as_ref().map(|country| fold(country.as_str()));
        lines.chain(country).chain(self.phone.as_ref().map(Phone::digits))
    }
}

/// The folded words of some addresses, each once, for the search box (rule K6).
pub fn words(addresses: &[Address]) -> String {
    let texts: Vec<String> = addresses.iter().flat_map(Address::texts).gather();
    let mut words: Vec<&str> = texts.iter().flat_map(|text| text.split(' ')).gather();
    sort(&mut words, Ord::cmp);
    words.dedup();
    words.into_iter().joined(" ")
}

/// Where the address stands that a customer has where there is room for one: the default for parcels, else that for invoices, else the oldest.
pub fn main(addresses: &[Address]) -> Option<usize> {
    let first = |of: fn(&Address) -> bool| addresses.iter().position(of);
    first(|address| address.default_shipping).or_else(|| first(|address| address.default_billing)).or_else(|| first(|_| true))
}

/// Makes the address with this id the only one with the defaults that it has. Answers which others had to give one up.
pub fn settle_defaults(addresses: &mut [Address], id: &Id) -> Vec<Id> {
    let chosen = addresses.iter().find(|address| address.id == *id);
    let (billing, shipping) = chosen.map_or((false, false), |address| (address.default_billing, address.default_shipping));
    let mut cleared = Vec::new();
    for address in addresses.iter_mut().filter(|address| address.id != *id) {
        let gives_up = (billing && address.default_billing) || (shipping && address.default_shipping);
        if gives_up {
            address.default_billing &= !billing;
            address.default_shipping &= !shipping;
            address.version += 1;
            cleared.push(address.id.clone());
        }
    }
    cleared
}

/// Stages the address with this id, those that gave up a default to it, and the customer with the words of all.
fn save(unit: &mut Unit<'_>, mut customer: Customer, mut addresses: Vec<Address>, id: &Id) -> Saved {
    let no_longer_default = settle_defaults(&mut addresses, id);
    let mut version = 0;
    for address in &addresses {
        if address.id == *id {
            version = address.version;
            unit.put(address);
        } else if no_longer_default.contains(&address.id) {
            unit.put(address);
        }
    }
    customer.address_words = words(&addresses);
    unit.put(&customer);
    Saved { customer: customer.id, address: id.clone(), version, no_longer_default }
}

fn check_lines(lines: &[Line]) -> Result<(), Error> {
    if lines.len() <= ADDRESS_LINES_MAX {
        return Ok(());
    }
    Err(Error::invalid("args.lines", format_args!("has {} lines; give at most {ADDRESS_LINES_MAX}", lines.len())))
}

impl Record for Address {
    const TABLE: &'static Table = &ADDRESS;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&Root::customer(&self.customer)), Value::from(self.id.as_str()), Value::from(self.version)];
        Row { table: &ADDRESS, values, body: json::text(self) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = columns.body();
        columns.end(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(id: &str, billing: bool, shipping: bool) -> Address {
        let made = serde_json::json!({
            "customer": "c-1", "id": id, "version": 1, "added_at": "2026-01-01T00:00:00Z", "city": "Sankt Pölten", "country": "at",
            "lines": ["Haus 3", "Pölten 3"], "default_billing": billing, "default_shipping": shipping, "of_tomorrow": 7
        });
        json::read_tree(&made.into(), "").unwrap()
    }

    // rule K1
    #[test]
    fn only_one_address_is_a_default() {
        let mut addresses = [address("a1", true, true), address("a2", true, false), address("a3", false, true)];
        let cleared = settle_defaults(&mut addresses, &Id::new("a2").unwrap());
        assert_eq!(cleared, [Id::new("a1").unwrap()]);
        assert_eq!(
            addresses.each_ref().map(|a| (a.default_billing, a.default_shipping, a.version)),
            [(false, true, 2), (true, false, 1), (false, true, 1)]
        );
    }

    // rule K6
    #[test]
    fn words_are_folded_and_stand_once() {
        assert_eq!(words(&[address("a1", false, false), address("a2", false, false)]), "3 at haus polten sankt");
    }

    #[test]
    fn a_row_carries_what_a_newer_release_keeps() {
        let before = address("a1", true, false);
        let after = Address::from_row(before.to_row()).unwrap();
        assert_eq!(after, before);
        assert_eq!(after.unknown.get("of_tomorrow"), Some(&Tree::Count(7)));
        assert!(Country::try_from("A1".to_owned()).is_err());
    }
}
