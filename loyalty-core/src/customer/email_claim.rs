//! Emails are unique among the customers who must have one for themselves: a claim each (rule K3).

use super::Customer;
use crate::error::Error;
use crate::id::Email;
use crate::record::Root;
use crate::unit::Unit;

/// The scope of the claims that keep emails unique (rule K3).
const EMAIL: &str = "email";

/// The claim of an email: its scope and value.
pub fn email_key(email: &Email) -> (&'static str, String) {
    (EMAIL, email.folded())
}

/// Takes the email of a customer, where the state wants it unique (rule K3): after the state or the email has changed.
///
/// # Errors
/// `already_exists` when another customer has it; when the storage fails.
pub fn take_email(unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
    let Some(email) = customer.profile.email.as_ref().filter(|_| customer.holds_email()) else { return Ok(()) };
    let (value, root) = (email.folded(), customer.root());
    match unit.holder(EMAIL, &value)? {
        Some(holder) if holder != root => Err(Error::already_exists("email", email)),
        _ => {
            unit.claim(EMAIL, &value, &root);
            Ok(())
        }
    }
}

/// Gives the email of a customer back, where the state holds it: before the state or the email changes.
pub fn release_email(unit: &mut Unit<'_>, customer: &Customer) {
    if let Some(email) = customer.profile.email.as_ref().filter(|_| customer.holds_email()) {
        unit.release(EMAIL, &email.folded(), &customer.root());
    }
}

/// The root of the customer who has an email for themselves.
///
/// # Errors
/// When the storage fails.
pub fn email_root(unit: &mut Unit<'_>, email: &Email) -> Result<Option<Root>, Error> {
    unit.holder(EMAIL, &email.folded())
}

/// The customer who has an email for themselves; guests have none (rule K3).
///
/// # Errors
/// When the storage fails.
pub fn email_holder(unit: &mut Unit<'_>, email: &Email) -> Result<Option<Customer>, Error> {
    match email_root(unit, email)?.and_then(|root| root.customer_id()) {
        Some(id) => unit.get(Customer::key(&id)),
        None => Ok(None),
    }
}
