//! `customer.edit`

use schemars::JsonSchema;

use super::{Customer, Profile, assign_group, release_email, take_email};
use crate::birthday::Birthday;
use crate::blacklist::BlockedEmail;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::{CustomerId, Email, Line, Phone, Slug};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::patch::Patch;
use crate::record::Root;
use crate::time::{Date, Zone};
use crate::unit::Unit;

/// Edits the profile of a customer. A field that is absent stays, null empties it, a value sets it (rule K1).
///
/// Pass the profile's `version` that you showed as `if_version`: when someone else saved meanwhile, the edit is refused and nothing is lost
/// (rule K2). A new email must be free (rule K3); while the customer is blacklisted, it is blocked as well, and the customer does not change
/// it (rule E2). The group also needs the right `customer.assign_group`, and customers do not set the link.
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`; `already_exists` for the email;
/// `forbidden` for the group; `blocked` when a blacklisted customer changes their email; `limit_exceeded` when the blacklisting of a customer
/// would block more than 100 emails; `invalid_request` for values that do not fit.
///
/// Rules K1, K2, K3, E2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The customer.
    pub customer: CustomerId,
    /// A title or other prefix.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub prefix: Patch<Line>,
    /// The given name.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub first_name: Patch<Line>,
    /// Further given names.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub middle_name: Patch<Line>,
    /// The family name.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub last_name: Patch<Line>,
    /// A suffix such as "Jr."
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub suffix: Patch<Line>,
    /// The email address.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub email: Patch<Email>,
    /// The phone number.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub phone: Patch<Phone>,
    /// The gender, in the customer's words.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub gender: Patch<Line>,
    /// The date of birth, not in the future.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub birth_date: Patch<Date>,
    /// A group of the program.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub group: Patch<Slug>,
    /// The locale, such as `de-AT`.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub locale: Patch<Line>,
    /// The customer's own time zone.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub time_zone: Patch<Zone>,
    /// A link into the host's own page of this customer: `https://…`, `http://…` or `/…`.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub link: Patch<Line>,
}

/// The receipt of `customer.edit`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Edited {
    /// The customer.
    pub customer: CustomerId,
    /// The version of the profile now; an edit that changes nothing leaves it.
    pub version: u64,
    /// The fields that are different now.
    pub changed: Vec<String>,
}

impl Edit {
    /// An edit of nothing yet.
    pub fn new(customer: CustomerId) -> Self {
        Edit {
            customer,
            prefix: Patch::Keep,
            first_name: Patch::Keep,
            middle_name: Patch::Keep,
            last_name: Patch::Keep,
            suffix: Patch::Keep,
            email: Patch::Keep,
            phone: Patch::Keep,
            gender: Patch::Keep,
            birth_date: Patch::Keep,
            group: Patch::Keep,
            locale: Patch::Keep,
            time_zone: Patch::Keep,
            link: Patch::Keep,
        }
    }

    /// Edits a customer, and all that hangs on a field, and names the fields that changed. The caller stages the customer.
    ///
    /// # Errors
    /// Those of `customer.edit`.
    pub(super) fn apply(&self, unit: &mut Unit<'_>, before: &Customer, customer: &mut Customer) -> Result<Vec<&'static str>, Error> {
        let changed = self.patch(&mut customer.profile);
        self.check_fields(unit, &changed)?;
        let program = unit.program();
        customer.profile.check(&before.profile, &program, program.time_zone.date(unit.now()))?;
        if changed.contains(&"email") {
            // Each email taken now is blocked: a customer could block strangers by taking theirs.
            if before.blacklisting.is_some() && unit.context().is_customer() {
                return Err(Reason::Blocked { what: "email change".into() }.into());
            }
            release_email(unit, before);
            take_email(unit, customer)?;
            block_new_email(unit, customer)?;
        }
        if changed.contains(&"birth_date") && customer.membership.enrolled_at.is_some() {
            Birthday::schedule(unit, customer);
        }
        customer.profile.version += u64::from(!changed.is_empty());
        Ok(changed)
    }

    /// Patches a profile and names the fields that changed.
    pub(super) fn patch(&self, profile: &mut Profile) -> Vec<&'static str> {
        let fields = [
            ("prefix", self.prefix.changes(&mut profile.prefix)),
            ("first_name", self.first_name.changes(&mut profile.first_name)),
            ("middle_name", self.middle_name.changes(&mut profile.middle_name)),
            ("last_name", self.last_name.changes(&mut profile.last_name)),
            ("suffix", self.suffix.changes(&mut profile.suffix)),
            ("email", self.email.changes(&mut profile.email)),
            ("phone", self.phone.changes(&mut profile.phone)),
            ("gender", self.gender.changes(&mut profile.gender)),
            ("birth_date", self.birth_date.changes(&mut profile.birth_date)),
            ("group", self.group.changes(&mut profile.group)),
            ("locale", self.locale.changes(&mut profile.locale)),
            ("time_zone", self.time_zone.changes(&mut profile.time_zone)),
            ("link", self.link.changes(&mut profile.link)),
        ];
        fields.into_iter().filter(|(_, changed)| *changed).map(|(field, _)| field).gather()
    }

    /// Two fields decide about more than the profile: the group about what is earned, the link about what an agent opens. Whoever may edit
    /// a profile, such as the customer, may not thereby change them.
    pub(super) fn check_fields(&self, unit: &Unit<'_>, changed: &[&str]) -> Result<(), Error> {
        if changed.contains(&"group") {
            assign_group::check_right(unit)?;
        }
        if changed.contains(&"link") && unit.context().is_customer() {
            return Err(Error::invalid("args.link", "is set by the shop; leave it out"));
        }
        Ok(())
    }
}

impl Operation for Edit {
    const NAME: &'static str = "customer.edit";
    const KIND: Kind = Kind::Command;
    type Output = Edited;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Edited, Error> {
        let before = Customer::load_live(unit, &self.customer)?;
        unit.check_version("profile", before.profile.version)?;
        let mut customer = before.clone();
        let changed = self.apply(unit, &before, &mut customer)?;
        if !changed.is_empty() {
            unit.put(&customer);
        }
        let changed = changed.into_iter().map(str::to_owned).gather();
        Ok(Edited { customer: customer.id, version: customer.profile.version, changed })
    }
}

/// Blocks the email that a blacklisted customer has now; the former ones stay blocked (rule E2).
fn block_new_email(unit: &mut Unit<'_>, customer: &mut Customer) -> Result<(), Error> {
    let root = customer.root();
    let email = customer.profile.email.clone();
    if let Some((blacklisting, email)) = customer.blacklisting.as_mut().zip(email)
        && blacklisting.add(&email)?
    {
        unit.put(&BlockedEmail { root, email: email.folded() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::blacklist;
    use crate::customer::Create;
    use crate::unit::tests::Stage;

    fn shop() -> Stage {
        let stage = Stage::new();
        for args in [
            json!({ "id": "c-1", "first_name": "Ada", "phone": "555 01", "email": "ada@example.com" }),
            json!({ "id": "c-2", "email": "bob@example.com" }),
        ] {
            stage.run::<Create>(args).unwrap();
        }
        stage
    }

    // rule K1
    #[test]
    fn absent_keeps_and_null_clears() {
        let stage = shop();
        let edited = stage.run::<Edit>(json!({ "customer": "c-1", "phone": null, "last_name": "King", "first_name": "Ada" })).unwrap();
        assert_eq!(edited.changed, ["last_name", "phone"]);
        assert_eq!(edited.version, 2);
        let customer = stage.with(|unit| Customer::load(unit, &CustomerId::new("c-1").unwrap())).unwrap();
        assert_eq!(customer.profile.full_name().as_deref(), Some("Ada King"));
        assert_eq!(customer.profile.phone, None);
        assert_eq!(stage.run::<Edit>(json!({ "customer": "c-1", "phone": null })).unwrap().version, 2);
    }

    // rule K2
    #[test]
    fn a_stale_edit_is_refused_with_the_current_version() {
        let stage = shop();
        stage.run_at_version::<Edit>(Some(1), json!({ "customer": "c-1", "last_name": "King" })).unwrap();
        match stage.run_at_version::<Edit>(Some(1), json!({ "customer": "c-1", "last_name": "Byron" })).map_err(Error::into_reason) {
            Err(Reason::VersionConflict { record: "profile", seen: 1, current: 2 }) => {}
            other => panic!("{other:?}"),
        }
    }

    // rule K3
    #[test]
    fn a_new_email_is_taken_and_the_old_one_is_free() {
        let stage = shop();
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "email": "BOB@example.com" })), "already_exists");
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "email": "Ada@Example.com" })), "done");
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "email": "new@example.com" })), "done");
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-2", "email": "ada@example.com" })), "done");
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "email": "ada@example.com" })), "already_exists");
    }

    // rule E2
    #[test]
    fn a_blacklisted_customer_blocks_no_further_emails() {
        let mut stage = shop();
        stage.run::<blacklist::Set>(json!({ "customer": "c-1", "on": true, "reason": "chargebacks" })).unwrap();
        stage.customer_asks("c-1");
        let may_buy = |stage: &Stage, email: &str| stage.run::<blacklist::Check>(json!({ "email": email })).unwrap().can_purchase;
        for email in [json!("victim@example.com"), json!(null)] {
            assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "email": email })), "blocked");
        }
        assert!(may_buy(&stage, "victim@example.com"));
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "email": "ada@example.com", "phone": "555 02" })), "done");
        stage.agent_asks("admin");
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "email": "ada.two@example.com" })), "done");
        assert!(!may_buy(&stage, "ada.two@example.com") && !may_buy(&stage, "ada@example.com"));
    }

    // rules K9, W3
    #[test]
    fn customers_do_not_choose_their_group_or_link() {
        let mut stage = shop();
        stage.customer_asks("c-1");
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "group": "vip" })), "forbidden");
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "link": "https://x.example" })), "invalid_request args.link");
        assert_eq!(stage.refusal::<Edit>(json!({ "customer": "c-1", "group": null, "first_name": "Augusta" })), "done");
    }
}
