//! The ids of entries: whose they are, in which point type, and the number.

use std::fmt::Display;

use crate::error::Error;
use crate::id::{CustomerId, Id, Ref};
use crate::record::Root;

/// The id of an entry in answers: `<customer>/<point type>/<number>`, or `g:<gift card>/…`: in front is the [name](Root::name) of its root. A lot
/// bears the id of the entry that made it.
///
/// # Errors
/// `internal` when it does not fit.
pub fn entry_ref(owner: &dyn Display, point_type: &str, number: u64) -> Result<Ref, Error> {
    Ref::new(format!("{owner}/{point_type}/{number}")).map_err(Error::internal)
}

/// The point type and number in the id of an entry (`prefix` empty) or hold (`prefix` "h") of this customer or root.
pub fn parse_ref<'i>(id: &'i Ref, owner: &dyn AsRef<str>, prefix: &str) -> Option<(&'i str, u64)> {
    let rest = id.as_str().strip_prefix(owner.as_ref())?.strip_prefix('/')?;
    let (point_type, number) = rest.split_once('/')?;
    let number = number.strip_prefix(prefix)?;
    let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| plain).map(|number| (point_type, number))
}

/// The root in whose ledger the entry or hold lies that an id names: a gift card's, else this customer's.
pub fn ref_root(customer: &CustomerId, id: &Ref) -> Root {
    let own = parse_ref(id, customer, "").or_else(|| parse_ref(id, customer, "h")).is_some();
    // From behind: a number may have slashes.
    let card = || id.as_str().strip_prefix("g:")?.rsplitn(3, '/').nth(2).and_then(|number| Id::new(number).ok());
    if own { None } else { card() }.map_or_else(|| Root::customer(customer), |number| Root::gift_card(&number))
}

/// The root of the customer in the id of an entry.
pub fn ref_owner(id: &Ref) -> Option<Root> {
    // From behind: an id may have slashes.
    let owner = id.as_str().rsplitn(3, '/').nth(2)?;
    CustomerId::new(owner).ok().map(|id| Root::customer(&id))
}

/// The number in the id of an entry.
pub fn ref_number(id: &Ref) -> Option<u64> {
    id.as_str().rsplit('/').next()?.parse().ok()
}
