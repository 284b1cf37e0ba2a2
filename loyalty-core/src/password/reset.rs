//! `password.reset`

use schemars::JsonSchema;

use crate::blacklist::BlockedEmail;
use crate::customer::{CUSTOMER, Customer, email_root};
use crate::error::{Error, Reason, Retry};
use crate::id::{CustomerId, Email, Id};
use crate::json::{Json, Tree};
use crate::log::RefusedCommand;
use crate::mail::{self, Occasion};
use crate::membership::Capability;
use crate::operation::{self, Kind, Operation};
use crate::pass::{Drawn, Pass, PassFacts, PassKind};
use crate::program::{ResetStyle, TemplateId};
use crate::record::Root;
use crate::repository::{ROOT, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// Lets a customer who has forgotten the password choose a new one: queues a mail with a generated password, or with a link, as the program says
/// (`password`). Either works once and for as long as the program says; a new one ends the one before.
///
/// The password or token is in the queued mail and nowhere else: not in the receipt, the log, the event or the plan. What is kept is a keyed hash, so the
/// host must have configured a secret. `password.verify` redeems it.
///
/// Ask by `email` from a form that everybody can reach. The answer is then the same for an email that nobody has, and for a customer who is
/// blacklisted or may not sign in: for them nothing is queued, and `audit.list` says why. Do not let a form ask without a bound of its own.
///
/// Errors: `invalid_request` when not exactly one of `customer` and `email` is given, and where the host has configured no secret. By customer alone: `not_found`;
/// `not_eligible` for one who may not sign in, or has no email; `blocked` for one who is blacklisted.
///
/// Rules P3, E3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reset {
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The email of whoever asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
}

/// The receipt of `password.reset`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct ResetDone {
    /// For how many minutes what was sent works, if something was.
    pub minutes: u32,
    /// The customer, if asked for by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// From when on it no longer works, if asked for by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Timestamp>,
}

impl Operation for Reset {
    const NAME: &'static str = "password.reset";
    const KIND: Kind = Kind::Command;
    type Output = ResetDone;

    fn roots(&self) -> Vec<Root> {
        self.customer.as_ref().map(operation::customer).unwrap_or_default()
    }

    fn is_discreet(&self) -> bool {
        self.email.is_some()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<ResetDone, Error> {
        let subject = match (&self.customer, &self.email) {
            (Some(id), None) => id.as_str().to_owned(),
            (None, Some(email)) => email.folded(),
            _ => return Err(Error::invalid("args", "give either an email or a customer")),
        };
        // Before anybody is looked for: what this may refuse, it refuses for everybody.
        let drawn = PassKind::Password.draw(unit, subject.as_bytes())?;
        let minutes = unit.program().password.minutes;
        let nothing = ResetDone { minutes, customer: None, valid_until: None };
        if let Some(email) = &self.email {
            return by_email(unit, email, &drawn).map(|()| nothing);
        }
        let Some(id) = &self.customer else { return Ok(nothing) };
        let customer = Customer::load(unit, id)?;
        require(unit, &customer)?;
        let valid_until = send(unit, &customer, &drawn)?;
        Ok(ResetDone { minutes, customer: Some(customer.id), valid_until: Some(valid_until) })
    }
}

/// Sends what was drawn to whoever has the email, if they may have it. Otherwise it is noted for the shop's people why not, and nobody else learns of it.
fn by_email(unit: &mut Unit<'_>, email: &Email, drawn: &Drawn) -> Result<(), Error> {
    let (root, refusal) = match holder(unit, email)? {
        None => (Root::program(), Error::not_found("customer", email)),
        Some(customer) => match require(unit, &customer) {
            Ok(()) => {
                unit.rest_on(&customer.root())?;
                return send(unit, &customer, drawn).map(drop);
            }
            Err(error) if error.retry() != Retry::Never => return Err(error),
            Err(error) => (customer.root(), error),
        },
    };
    let context = unit.context();
    let row = RefusedCommand {
        at: context.at,
        digest: context.random("refusal", b"password.reset")?,
        operation: Reset::NAME.to_owned(),
        actor: context.actor.id.as_str().to_owned(),
        code: refusal.code().to_owned(),
        who: Some(RefusedCommand::who(&context.actor, &root)),
        root,
    };
    unit.put(&row);
    Ok(())
}

/// Whoever has an email. Their root is read together with them, so that it can be rested on once it is known that they may have the mail.
fn holder(unit: &mut Unit<'_>, email: &Email) -> Result<Option<Customer>, Error> {
    let Some(root) = email_root(unit, email)? else { return Ok(None) };
    unit.prefetch([&ROOT, &CUSTOMER].map(|table| (table, vec![Value::from(&root)])).to_vec())?;
    let found = unit.get::<Customer>(vec![Value::from(&root)])?;
    let has_it = |customer: &Customer| customer.profile.email.as_ref().is_some_and(|own| own.folded() == email.folded());
    Ok(found.filter(|customer| customer.holds_email() && has_it(customer)))
}

/// Refuses a customer who may not sign in, is blacklisted, or has no email.
fn require(unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
    customer.require(Capability::SignIn)?;
    let Some(email) = &customer.profile.email else {
        return Err(Error::not_eligible("the customer has no email; give them one (customer.edit)"));
    };
    if customer.blacklisting.is_some() || BlockedEmail::is_any(unit, email)? {
        return Err(Reason::Blocked { what: format!("customer {}", customer.id) }.into());
    }
    Ok(())
}

/// Gives the customer the pass and queues the mail; answers until when it works.
fn send(unit: &mut Unit<'_>, customer: &Customer, drawn: &Drawn) -> Result<Timestamp, Error> {
    let password = unit.program().password.clone();
    let valid_until = unit.now().plus_seconds(60 * i64::from(password.minutes));
    let facts = PassFacts {
        hash: drawn.hash.clone(),
        valid_until,
        used_at: None,
        email: customer.profile.email.clone(),
        style: Some(password.style),
        reason: None,
    };
    let holder = Id::new("customer").map_err(Error::internal)?;
    Pass { root: customer.root(), kind: PassKind::Password, holder, facts }.issue(unit)?;
    let minutes = password.minutes.to_string();
    let about = vec![("valid_until", Tree::from(valid_until.to_string()))];
    let token = drawn.code.symbols();
    let occasion = |template, fillings| Occasion { event: Reset::NAME, template, fillings, about };
    match password.style {
        ResetStyle::Generated => {
            let fillings = [("password", &*drawn.code.to_string()), ("minutes", &minutes)];
            mail::queue(unit, customer, occasion(TemplateId::PasswordGenerated, &fillings))?;
        }
        ResetStyle::Link => {
            let link = format!("{}{token}", password.link.as_ref().map_or("", |link| link.as_str()));
            let fillings = [("link", &*link), ("token", token), ("minutes", &minutes)];
            mail::queue(unit, customer, occasion(TemplateId::PasswordLink, &fillings))?;
        }
    }
    Ok(valid_until)
}
