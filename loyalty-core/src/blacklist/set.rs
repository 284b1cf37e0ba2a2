//! `blacklist.set`

use schemars::JsonSchema;

use crate::blacklist::{Blacklisting, BlockedEmail};
use crate::blacklist_change::BlacklistChange;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Text};
use crate::json::Json;
use crate::membership::State;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// Puts a customer on the blacklist, with a reason, or takes them off it.
///
/// From then on `blacklist.check` answers no for the customer and for their email, and for every email they take while it lasts, also after
/// they have given it up. Taking them off frees exactly what this customer blocked: an email that another blacklisted customer has too stays
/// blocked, and of somebody who was erased since it frees what they still block. On again renews the reason, with who gave it and when, and nothing else. Every change is kept with who, when and why.
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `invalid_request` without a reason.
///
/// Rule E2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// The customer.
    pub customer: CustomerId,
    /// On the blacklist or off it.
    pub on: bool,
    /// Why, for staff only; needed when `on`, and kept also when off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// The receipt of `blacklist.set`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct BlacklistSet {
    /// The customer.
    pub customer: CustomerId,
    /// Whether the customer is blacklisted now.
    pub blacklisted: bool,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
}

impl Set {
    fn turn_on(&self, unit: &mut Unit<'_>, customer: &mut Customer) -> Result<(), Error> {
        let Some(reason) = self.reason.clone() else {
            return Err(Error::invalid("args.reason", "say why the customer is blacklisted"));
        };
        let root = customer.root();
        let (since, by) = (unit.now(), unit.context().actor.id.to_string());
        let blacklisting = customer.blacklisting.get_or_insert_with(|| Blacklisting {
            reason: reason.clone(),
            since,
            by: by.clone(),
            reason_since: None,
            emails: Vec::new(),
        });
        if blacklisting.reason != reason {
            (blacklisting.reason, blacklisting.by, blacklisting.reason_since) = (reason, by, Some(since));
        }
        if let Some(email) = &customer.profile.email
            && blacklisting.add(email)?
        {
            unit.put(&BlockedEmail { root, email: email.folded() });
        }
        Ok(())
    }
}

impl Operation for Set {
    const NAME: &'static str = "blacklist.set";
    const KIND: Kind = Kind::Command;
    type Output = BlacklistSet;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<BlacklistSet, Error> {
        let found = Customer::load(unit, &self.customer)?;
        if found.membership.state == State::Deleted && !self.on {
            return lift(unit, found);
        }
        let mut customer = Customer::load_live(unit, &self.customer)?;
        if self.on || customer.blacklisting.is_some() {
            BlacklistChange::record(unit, &customer.root(), self.on, self.reason.clone())?;
        }
        if self.on {
            self.turn_on(unit, &mut customer)?;
        } else {
            let root = customer.root();
            for email in customer.blacklisting.take().into_iter().flat_map(|blacklisting| blacklisting.emails) {
                unit.delete(&BlockedEmail { root: root.clone(), email });
            }
        }
        unit.put(&customer);
        let since = customer.blacklisting.as_ref().map(|blacklisting| blacklisting.since);
        Ok(BlacklistSet { customer: customer.id, blacklisted: since.is_some(), since })
    }
}

/// Frees what somebody blocked who was erased since: a block that was a mistake would stay for ever.
fn lift(unit: &mut Unit<'_>, customer: Customer) -> Result<BlacklistSet, Error> {
    let root = customer.root();
    let blocked = unit.scan::<BlockedEmail>(&BlockedEmail::scan(&root))?;
    blocked.iter().for_each(|blocked| unit.delete(blocked));
    if !blocked.is_empty() {
        BlacklistChange::record(unit, &root, false, None)?;
    }
    Ok(BlacklistSet { customer: customer.id, blacklisted: false, since: None })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::blacklist::Check;
    use crate::customer::{Create, Edit};
    use crate::id::Id;
    use crate::unit::tests::Stage;

    fn shop() -> Stage {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1", "email": "ada@example.com" })).unwrap();
        stage.run::<Create>(json!({ "id": "g-1", "state": "guest", "email": "ADA@example.com" })).unwrap();
        stage
    }

    fn set(stage: &Stage, customer: &str, on: bool) {
        stage.run::<Set>(json!({ "customer": customer, "on": on, "reason": "chargebacks" })).unwrap();
    }

    fn may_buy(stage: &Stage, who: Value) -> bool {
        stage.run::<Check>(who).unwrap().can_purchase
    }

    // rule E2
    #[test]
    fn every_email_had_while_blacklisted_stays_blocked_until_cleared() {
        let stage = shop();
        let emails = || ["ada@example.com", "two@example.com", "three@example.com"].map(|email| may_buy(&stage, json!({ "email": email })));
        assert_eq!(emails(), [true, true, true]);
        set(&stage, "c-1", true);
        stage.run::<Edit>(json!({ "customer": "c-1", "email": "two@example.com" })).unwrap();
        assert_eq!(emails(), [false, false, true]);
        assert!(!may_buy(&stage, json!({ "customer": "c-1" })));
        assert!(!may_buy(&stage, json!({ "customer": "g-1" })), "shares a blocked email");
        set(&stage, "c-1", false);
        assert_eq!(emails(), [true, true, true]);
        stage.run::<Edit>(json!({ "customer": "c-1", "email": "three@example.com" })).unwrap();
        assert_eq!(emails(), [true, true, true]);
    }

    // rule E2
    #[test]
    fn clearing_one_leaves_what_another_blocks() {
        let stage = shop();
        set(&stage, "c-1", true);
        set(&stage, "g-1", true);
        set(&stage, "c-1", false);
        assert!(!may_buy(&stage, json!({ "email": "ada@example.com" })));
        set(&stage, "g-1", false);
        assert!(may_buy(&stage, json!({ "email": "ada@example.com" })));
    }

    // rule E2
    #[test]
    fn a_reason_is_needed_and_can_be_renewed() {
        let mut stage = shop();
        assert_eq!(stage.refusal::<Set>(json!({ "customer": "c-1", "on": true })), "invalid_request args.reason");
        let first = stage.run::<Set>(json!({ "customer": "c-1", "on": true, "reason": "a" })).unwrap();
        stage.at("2026-11-23T10:00:00Z");
        assert_eq!(stage.run::<Set>(json!({ "customer": "c-1", "on": true, "reason": "b" })).unwrap(), first);
        assert!(!stage.run::<Set>(json!({ "customer": "c-1", "on": false })).unwrap().blacklisted);
    }

    // rule E2
    #[test]
    fn every_change_keeps_who_when_and_why() {
        let mut stage = shop();
        let mut change = |actor: &str, at: &str, on: bool, reason: Value| {
            stage.context.actor.id = Id::new(actor).unwrap();
            stage.at(at);
            stage.run::<Set>(json!({ "customer": "c-1", "on": on, "reason": reason })).unwrap();
            let customer = CustomerId::new("c-1").unwrap();
            let blacklisting = stage.with(|unit| Customer::load(unit, &customer)).unwrap().blacklisting;
            let root = Root::customer(&customer);
            (blacklisting, stage.with(|unit| unit.scan::<BlacklistChange>(&BlacklistChange::scan(&root))).unwrap())
        };
        change("maria", "2026-11-22T10:00:00Z", true, json!("chargebacks"));
        let (renewed, _) = change("olga", "2026-11-23T10:00:00Z", true, json!("fraud"));
        let (renewed, day) = (renewed.unwrap(), |text: &str| text.parse::<Timestamp>().unwrap());
        assert_eq!((renewed.reason.as_str(), renewed.by.as_str(), renewed.since), ("fraud", "olga", day("2026-11-22T10:00:00Z")));
        assert_eq!(renewed.reason_since, Some(day("2026-11-23T10:00:00Z")));
        change("maria", "2026-11-24T10:00:00Z", false, json!("a mistake"));
        let (none, changes) = change("olga", "2026-11-25T10:00:00Z", false, json!(null));
        assert_eq!(none, None);
        let told: Vec<_> = changes
            .iter()
            .map(|change| (change.number, change.facts.on, change.facts.actor.as_str(), change.facts.reason.as_ref().map(Text::as_str)))
            .collect();
        let expected = [(1, true, "maria", Some("chargebacks")), (2, true, "olga", Some("fraud")), (3, false, "maria", Some("a mistake"))];
        assert_eq!(told, expected, "off again changes nothing");
        assert_eq!(changes[2].at, day("2026-11-24T10:00:00Z"));
    }
}
