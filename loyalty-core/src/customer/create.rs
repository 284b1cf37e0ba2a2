//! `customer.create`

use schemars::JsonSchema;

use super::{Customer, Profile, assign_group, take_email};
use crate::error::Error;
use crate::id::{CustomerId, Email, Line, Phone, Slug};
use crate::json::Json;
use crate::membership::State;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::{Date, Timestamp, Zone};
use crate::unit::Unit;

/// Creates a customer: a guest, or a registered customer of the shop. To make a member of them, follow with `membership.enroll`.
///
/// The id is yours and is kept for good: not even the id of an erased customer is taken again. The email of a registered customer must be
/// theirs alone, compared without case (rule K3); guests may share one. To bring over an older account, give its `created_at`.
/// The group also needs the right `customer.assign_group`.
///
/// Errors: `already_exists` for the id (`what` is `customer`) or the email (`what` is `email`); `forbidden` for the group; `invalid_request` for a group that the program
/// does not have, a birth date or `created_at` in the future, a locale or link that is none.
///
/// Rules K1, K3, K9, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Create {
    /// Your id for the customer.
    pub id: CustomerId,
    /// What kind of account; `registered` when absent.
    #[serde(default)]
    pub state: Account,
    /// A title or other prefix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<Line>,
    /// The given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<Line>,
    /// Further given names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub middle_name: Option<Line>,
    /// The family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<Line>,
    /// A suffix such as "Jr."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<Line>,
    /// The email address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// The phone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// The gender, in the customer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Line>,
    /// The date of birth, not in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// A group of the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Slug>,
    /// The locale, such as `de-AT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Line>,
    /// The customer's own time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<Zone>,
    /// A link into the host's own page of this customer: `https://…`, `http://…` or `/…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Line>,
    /// When the account was created, for accounts older than this record of them; the time of the call when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
}

/// The account that a new customer has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Account {
    /// None: the customer bought as a guest.
    Guest,
    /// An account with the shop.
    #[default]
    Registered,
}

/// The receipt of `customer.create`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Created {
    /// The customer.
    pub customer: CustomerId,
    /// Where the customer stands.
    pub state: State,
    /// When the account was created.
    pub created_at: Timestamp,
    /// The version of the profile, for `if_version`.
    pub version: u64,
}

impl Create {
    /// A registered customer of whom nothing but the id is known.
    pub fn new(id: CustomerId) -> Self {
        Create {
            id,
            state: Account::Registered,
            prefix: None,
            first_name: None,
            middle_name: None,
            last_name: None,
            suffix: None,
            email: None,
            phone: None,
            gender: None,
            birth_date: None,
            group: None,
            locale: None,
            time_zone: None,
            link: None,
            created_at: None,
        }
    }

    fn profile(&self) -> Profile {
        Profile {
            version: 0,
            prefix: self.prefix.clone(),
            first_name: self.first_name.clone(),
            middle_name: self.middle_name.clone(),
            last_name: self.last_name.clone(),
            suffix: self.suffix.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            gender: self.gender.clone(),
            birth_date: self.birth_date,
            group: self.group.clone(),
            locale: self.locale.clone(),
            time_zone: self.time_zone,
            link: self.link.clone(),
        }
    }
}

impl Operation for Create {
    const NAME: &'static str = "customer.create";
    const KIND: Kind = Kind::Command;
    type Output = Created;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.id)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Created, Error> {
        if unit.get::<Customer>(Customer::key(&self.id))?.is_some() {
            return Err(Error::already_exists("customer", &self.id));
        }
        if self.group.is_some() {
            assign_group::check_right(unit)?;
        }
        let created_at = self.created_at.unwrap_or(unit.now());
        if created_at > unit.now() {
            return Err(Error::invalid("args.created_at", "lies in the future"));
        }
        let (program, profile) = (unit.program(), self.profile());
        profile.check(&Profile::default(), &program, program.time_zone.date(unit.now()))?;
        let state = match self.state {
            Account::Guest => State::Guest,
            Account::Registered => State::Registered,
        };
        let customer = Customer::new(self.id.clone(), state, profile, created_at);
        take_email(unit, &customer)?;
        unit.insert(&customer);
        Ok(Created { customer: customer.id, state, created_at, version: customer.profile.version })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::unit::tests::Stage;

    // rule K1
    #[test]
    fn a_customer_is_created_once() {
        let stage = Stage::new();
        let args =
            json!({ "id": "c-1", "first_name": "Ada", "email": "ada@example.com", "group": "vip", "created_at": "2020-01-01T00:00:00Z" });
        let created = stage.run::<Create>(args.clone()).unwrap();
        assert_eq!((created.state, created.version, created.created_at.to_string()), (State::Registered, 1, "2020-01-01T00:00:00Z".into()));
        assert_eq!(stage.refusal::<Create>(args), "already_exists");
    }

    // rule P1
    #[test]
    fn a_group_needs_the_right_to_assign_it() {
        let mut stage = Stage::new();
        stage.agent_asks("shop");
        assert_eq!(stage.refusal::<Create>(json!({ "id": "c-1", "group": "vip" })), "forbidden");
        assert_eq!(stage.refusal::<Create>(json!({ "id": "c-1" })), "done");
        stage.agent_asks("support");
        assert_eq!(stage.refusal::<Create>(json!({ "id": "c-2", "group": "vip" })), "done");
    }

    // rule K3
    #[test]
    fn an_email_belongs_to_one_registered_customer_and_any_number_of_guests() {
        let stage = Stage::new();
        assert_eq!(stage.refusal::<Create>(json!({ "id": "c-1", "email": "ada@example.com" })), "done");
        assert_eq!(stage.refusal::<Create>(json!({ "id": "c-2", "email": " ADA@example.com" })), "already_exists");
        for guest in ["g-1", "g-2"] {
            assert_eq!(stage.refusal::<Create>(json!({ "id": guest, "state": "guest", "email": "ada@example.com" })), "done");
        }
    }

    // rules K1, K9
    #[test]
    fn what_does_not_fit_is_named_by_its_path() {
        let stage = Stage::new();
        for (field, value) in [
            ("group", json!("nobility")),
            ("created_at", json!("2026-11-22T10:00:01Z")),
            ("birth_date", json!("2026-11-23")),
            ("email", json!("ada")),
            ("state", json!("enrolled")),
            ("nickname", json!("Countess")),
        ] {
            let mut args = json!({ "id": "c-1" });
            args[field] = value;
            assert_eq!(stage.refusal::<Create>(args), format!("invalid_request args.{field}"));
        }
    }
}
