//! `password.verify`

use schemars::JsonSchema;

use crate::customer::Customer;
use crate::error::{Error, Reason};
use crate::id::{CustomerId, Email, Line};
use crate::json::Json;
use crate::membership::Capability;
use crate::operation::{Kind, Operation};
use crate::pass::{Pass, PassKind};
use crate::program::ResetStyle;
use crate::record::Root;
use crate::unit::Unit;

/// Redeems what `password.reset` has sent, once, and says whose it is: let that customer choose a new password then, and keep it yourself. The library
/// keeps no passwords that people choose.
///
/// A generated password is typed where people sign in: ask here when your own check has refused, with the email that was typed.
///
/// Errors: `invalid_request` for a typing error; `not_found` for what nobody was sent, what a later reset has ended, and what was sent to somebody else than
/// `email`; `already_used`; `expired`; `not_eligible` when the customer may not sign in any more, or has another email since; `blocked` when they were
/// blacklisted since.
///
/// Rule P3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The token of the link, or the generated password; small letters and hyphens do not matter.
    pub token: Line,
    /// The email with which somebody signs in: only if it was sent there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
}

/// The receipt of `password.verify`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Verified {
    /// The customer, who may choose a new password now.
    pub customer: CustomerId,
    /// What they were sent.
    pub style: ResetStyle,
}

impl Operation for Verify {
    const NAME: &'static str = "password.verify";
    const KIND: Kind = Kind::Command;
    type Output = Verified;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        PassKind::Password.find_root(unit, &self.token)
    }

    fn redeems(&self) -> bool {
        true
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Verified, Error> {
        let (pass, customer) = Pass::open(unit, PassKind::Password, &self.token)?;
        let sent_to = pass.facts.email.as_ref().map(Email::folded);
        if self.email.as_ref().is_some_and(|typed| Some(typed.folded()) != sent_to) {
            return Err(Pass::unknown());
        }
        require(&customer, sent_to.as_deref())?;
        let style = pass.facts.style.unwrap_or_default();
        pass.spend(unit);
        Ok(Verified { customer: customer.id, style })
    }
}

/// Refuses a customer who could not be sent it now: whoever reads a mailbox that is no longer theirs must not get in.
fn require(customer: &Customer, sent_to: Option<&str>) -> Result<(), Error> {
    customer.require(Capability::SignIn)?;
    if customer.blacklisting.is_some() {
        return Err(Reason::Blocked { what: format!("customer {}", customer.id) }.into());
    }
    if customer.profile.email.as_ref().map(Email::folded).as_deref() != sent_to {
        return Err(Error::not_eligible("the customer has another email by now; reset the password again"));
    }
    Ok(())
}
