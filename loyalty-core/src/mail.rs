//! Mails to customers: filled in from the program's template, and queued in the outbox (rules E3, P6).
//!
//! They belong to a transaction, such as the answer to a ticket: what mail the customer wants is not asked here.

use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{Email, Line};
use crate::json::{Raw, Tree};
use crate::message::{Content, Mail, Message};
use crate::program::{Filling, Program, TemplateId, fill};
use crate::unit::Unit;

/// What a mail is about.
pub struct Occasion<'o> {
    /// The operation that queues it.
    pub event: &'static str,
    /// Which mail it is.
    pub template: TemplateId,
    /// What it shows besides the customer's names.
    pub fillings: &'o [Filling<'o>],
    /// What the host reads about it: no secrets.
    pub about: Vec<(&'static str, Tree)>,
}

/// Queues a mail to a customer and says whether there is one: not for a customer without an email.
///
/// # Errors
/// When the storage fails.
pub fn queue(unit: &mut Unit<'_>, customer: &Customer, occasion: Occasion<'_>) -> Result<bool, Error> {
    let Some(email) = &customer.profile.email else { return Ok(false) };
    let mail = compose(&unit.program(), customer, email, occasion.template, occasion.fillings);
    let own = [("customer", Tree::from(customer.id.as_str())), ("template", Tree::from(occasion.template.name()))];
    let content = Content {
        event: occasion.event.to_owned(),
        recorded_at: unit.now(),
        actor: unit.context().actor.id.as_str().to_owned(),
        data: Raw::of(&Tree::sorted(own.into_iter().chain(occasion.about))),
        email: Some(mail),
    };
    Message::queue(unit, &customer.root(), content)?;
    Ok(true)
}

/// A mail in the words of the program.
fn compose(program: &Program, customer: &Customer, email: &Email, template: TemplateId, fillings: &[Filling<'_>]) -> Mail {
    let profile = &customer.profile;
    let words = program.words(template, profile.locale.as_ref().map(Line::as_str));
    let name = profile.full_name();
    let text = |line: &Option<Line>| line.as_ref().map_or_else(String::new, |line| line.as_str().to_owned());
    let (first_name, last_name) = (text(&profile.first_name), text(&profile.last_name));
    let of_all = [
        ("program", program.name.as_str()),
        ("name", name.as_deref().unwrap_or(email.as_str())),
        ("first_name", &first_name),
        ("last_name", &last_name),
        ("email", email.as_str()),
    ];
    let all: Vec<Filling<'_>> = of_all.into_iter().chain(fillings.iter().copied()).gather();
    Mail {
        to: email.clone(),
        subject: fill(words.subject, &all, false),
        text: fill(words.text, &all, false),
        html: words.html.map(|html| fill(html, &all, true)),
    }
}
