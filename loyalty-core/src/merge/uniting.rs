//! What two accounts have besides value, united without duplicates, and taken out again (rules G3, G7, G9). The source's own rows stay where they are,
//! out of sight: an undo finds them there.

use schemars::JsonSchema;

use crate::address::{self, Address};
use crate::blacklist::BlockedEmail;
use crate::blacklist_change::BlacklistChange;
use crate::customer::Customer;
use crate::email::{OptIn, Preferences};
use crate::error::Error;
use crate::id::Id;
use crate::json::Json;
use crate::limits::BLOCKED_EMAILS_MAX;
use crate::payment_method::PaymentMethod;
use crate::record::Root;
use crate::unit::Unit;
use crate::wishlist::Wishlist;

/// What a merge added to the survivor's records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
pub struct Added {
    /// Addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Id>,
    /// Payment methods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payment_methods: Vec<Id>,
    /// Articles on the wishlist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<Id>,
    /// Whether the survivor is blacklisted because the source was.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub blacklisted: bool,
}

/// Adds to the survivor what the source has and the survivor does not. The caller stages the survivor.
///
/// # Errors
/// `limit_exceeded` when more emails would be blocked than one customer may block; whatever the storage says.
pub fn unite(unit: &mut Unit<'_>, survivor: &mut Customer, source: &Customer) -> Result<Added, Error> {
    survivor.preferences = united(&survivor.preferences, &source.preferences);
    survivor.created_at = survivor.created_at.min(source.created_at);
    survivor.last_login_at = survivor.last_login_at.max(source.last_login_at);
    Ok(Added {
        addresses: unite_addresses(unit, survivor, source)?,
        payment_methods: unite_payment_methods(unit, survivor, source)?,
        wishes: unite_wishes(unit, survivor, source)?,
        blacklisted: blacklist(unit, survivor, source)?,
    })
}

/// Takes out of the survivor's records what a merge added, and names what stays: it was edited since. The caller stages the survivor.
///
/// # Errors
/// Whatever the storage says.
pub fn take_out(unit: &mut Unit<'_>, survivor: &mut Customer, source: &Customer, added: &Added) -> Result<Vec<String>, Error> {
    let mut kept = Vec::new();
    let addresses = Address::all(unit, &survivor.id)?;
    let (gone, left): (Vec<Address>, Vec<Address>) =
        addresses.into_iter().partition(|address| added.addresses.contains(&address.id) && address.version == 1);
    kept.extend(left.iter().filter(|address| added.addresses.contains(&address.id)).map(|address| format!("addresses.{}", address.id)));
    gone.iter().for_each(|address| unit.delete(address));
    survivor.address_words = address::words(&left);
    for method in PaymentMethod::all(unit, &survivor.id)?.into_iter().filter(|method| added.payment_methods.contains(&method.id)) {
        if method.version == 1 {
            unit.delete(&method);
        } else {
            kept.push(format!("payment_methods.{}", method.id));
        }
    }
    if let Some(mut list) = unit.get::<Wishlist>(Wishlist::key(&survivor.root()))?.filter(|_| !added.wishes.is_empty()) {
        list.items.retain(|item| !added.wishes.contains(&item.sku));
        list.version += 1;
        unit.put(&list);
    }
    if let Some(blacklisting) = &source.blacklisting {
        // A blacklisting stays on both.
        blacklisting.block(unit, &source.root());
        kept.extend(survivor.blacklisting.iter().filter(|_| added.blacklisted).map(|_| "blacklisting".to_owned()));
    }
    Ok(kept)
}

/// On each list an opt-out wins, of two the survivor's; else what the survivor decided, else the source.
fn united(own: &Preferences, other: &Preferences) -> Preferences {
    let decided = |own: Option<&OptIn>, other: Option<&OptIn>| {
        let out = [own, other].into_iter().flatten().find(|decided| !decided.opted_in);
        out.or(own).or(other).cloned()
    };
    let mut united = Preferences { newsletter: decided(own.newsletter.as_ref(), other.newsletter.as_ref()), ..own.clone() };
    for (list, theirs) in other.lists.iter() {
        if let Some(decided) = decided(own.lists.get(list), Some(theirs)) {
            united.lists.insert(list.clone(), decided);
        }
    }
    united
}

fn unite_addresses(unit: &mut Unit<'_>, survivor: &mut Customer, source: &Customer) -> Result<Vec<Id>, Error> {
    let mut all = Address::all(unit, &survivor.id)?;
    let mut added = Vec::new();
    for other in Address::all(unit, &source.id)? {
        if all.iter().any(|own| is_same_place(own, &other)) {
            continue;
        }
        let taken = |id: &Id| all.iter().any(|own| own.id == *id);
        let given = Some(&other.id).filter(|id| !taken(id));
        let id = survivor.address_seq.name("a", given, taken, "address")?;
        let default_billing = other.default_billing && !all.iter().any(|own| own.default_billing);
        let default_shipping = other.default_shipping && !all.iter().any(|own| own.default_shipping);
        let address = Address { customer: survivor.id.clone(), id: id.clone(), version: 1, default_billing, default_shipping, ..other };
        unit.put(&address);
        all.push(address);
        added.push(id);
    }
    survivor.address_words = address::words(&all);
    Ok(added)
}

/// Whether two addresses are the same place, whatever they are called and used for.
fn is_same_place(own: &Address, other: &Address) -> bool {
    let Address { customer, id, version, added_at, label, default_billing, default_shipping, .. } = own.clone();
    Address { customer, id, version, added_at, label, default_billing, default_shipping, ..other.clone() } == *own
}

fn unite_payment_methods(unit: &mut Unit<'_>, survivor: &mut Customer, source: &Customer) -> Result<Vec<Id>, Error> {
    let mut all = PaymentMethod::all(unit, &survivor.id)?;
    let mut added = Vec::new();
    for other in PaymentMethod::all(unit, &source.id)? {
        if all.iter().any(|own| own.token == other.token) {
            continue;
        }
        let taken = |id: &Id| all.iter().any(|own| own.id == *id);
        let given = Some(&other.id).filter(|id| !taken(id));
        let id = survivor.payment_method_seq.name("m", given, taken, "payment_method")?;
        let method = PaymentMethod { customer: survivor.id.clone(), id: id.clone(), version: 1, ..other };
        unit.put(&method);
        all.push(method);
        added.push(id);
    }
    Ok(added)
}

fn unite_wishes(unit: &mut Unit<'_>, survivor: &Customer, source: &Customer) -> Result<Vec<Id>, Error> {
    let Some(other) = unit.get::<Wishlist>(Wishlist::key(&source.root()))? else { return Ok(Vec::new()) };
    let own = unit.get::<Wishlist>(Wishlist::key(&survivor.root()))?;
    let mut own = own.unwrap_or_else(|| Wishlist { customer: survivor.id.clone(), version: 0, items: Vec::new(), unknown: other.unknown });
    let mut added = Vec::new();
    for item in other.items {
        if !own.items.iter().any(|wish| wish.sku == item.sku) {
            added.push(item.sku.clone());
            own.items.push(item);
        }
    }
    if !added.is_empty() {
        own.version += 1;
        unit.put(&own);
    }
    Ok(added)
}

/// Blacklists the survivor if the source is: its emails are blocked by the survivor from now on, so that clearing that clears them. Says whether the
/// survivor is so because of the source.
fn blacklist(unit: &mut Unit<'_>, survivor: &mut Customer, source: &Customer) -> Result<bool, Error> {
    let Some(theirs) = &source.blacklisting else { return Ok(false) };
    for email in &theirs.emails {
        unit.delete(&BlockedEmail { root: source.root(), email: email.clone() });
    }
    let is_new = survivor.blacklisting.is_none();
    let own = survivor.blacklisting.get_or_insert_with(|| theirs.clone());
    for email in &theirs.emails {
        if !own.emails.contains(email) {
            own.emails.push(email.clone());
        }
    }
    if let Some(email) = &survivor.profile.email {
        own.add(email)?;
    }
    if own.emails.len() > BLOCKED_EMAILS_MAX {
        return Err(Error::limit_exceeded("blocked emails of a customer", BLOCKED_EMAILS_MAX, own.emails.len()));
    }
    let (root, own) = (Root::customer(&survivor.id), own.clone());
    own.block(unit, &root);
    if is_new {
        BlacklistChange::record(unit, &root, true, Some(own.reason))?;
    }
    Ok(is_new)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::json::{read_tree, tree};

    // rule G7
    #[test]
    fn an_opt_out_wins_list_by_list() {
        let decided = |opted_in: bool, by: &str| json!({ "opted_in": opted_in, "changed_at": "2026-01-01T00:00:00Z", "by": by });
        let preferences =
            |lists: serde_json::Value| -> Preferences { read_tree(&json!({ "version": 3, "lists": lists }).into(), "").unwrap() };
        let own = preferences(json!({ "a": decided(true, "own"), "b": decided(false, "own"), "c": decided(true, "own") }));
        let other = preferences(
            json!({ "a": decided(false, "other"), "b": decided(true, "other"), "c": decided(true, "other"), "d": decided(true, "other") }),
        );
        let wanted =
            json!({ "a": decided(false, "other"), "b": decided(false, "own"), "c": decided(true, "own"), "d": decided(true, "other") });
        assert_eq!(json!(tree(&united(&own, &other)))["lists"], wanted);
    }
}
