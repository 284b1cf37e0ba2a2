//! `email.set_preferences`

use schemars::JsonSchema;

use super::{Decider, PreferencesSet};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Line, Slug};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::record::Root;
use crate::unit::Unit;

/// Records what mail a customer wants: the newsletter and the program's mailing lists, each opted in to or out of. What is absent stays.
///
/// Every decision keeps who made it, when and through what; repeating one leaves the first record of it. The preferences have a version of
/// their own for `if_version`.
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`; `invalid_request` for a list that the
/// program does not have.
///
/// Rules E1, K2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPreferences {
    /// The customer.
    pub customer: CustomerId,
    /// Whether the newsletter is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newsletter: Option<bool>,
    /// By list of the program: whether it is wanted.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub lists: Pairs<Slug, bool>,
    /// The page, device or channel, as proof. That of the context goes before it, and a customer's own word for it does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Line>,
}

impl Operation for SetPreferences {
    const NAME: &'static str = "email.set_preferences";
    const KIND: Kind = Kind::Command;
    type Output = PreferencesSet;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<PreferencesSet, Error> {
        let mut customer = Customer::load_live(unit, &self.customer)?;
        unit.check_version("preferences", customer.preferences.version)?;
        let program = unit.program();
        if let Some(list) = self.lists.keys().find(|list| !program.has_mailing_list(list.as_str())) {
            return Err(Error::invalid(format_args!("args.lists.{list}"), "is not a mailing list of the program"));
        }
        let decider = Decider::new(unit.context(), unit.now(), self.through.clone());
        if customer.preferences.decide(self.newsletter, &self.lists, &decider) {
            unit.put(&customer);
        }
        Ok(PreferencesSet { customer: customer.id, preferences: customer.preferences.shown(unit.context()) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::{Create, Get};
    use crate::email::{Preferences, UnsubscribeAll};
    use crate::json::tree;
    use crate::unit::tests::Stage;

    // rules E1, K2
    #[test]
    fn decisions_keep_who_when_and_through_what() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        let args = json!({ "customer": "c-1", "newsletter": true, "lists": { "newsletter": false }, "through": "checkout" });
        let preferences = stage.run_at_version::<SetPreferences>(Some(1), args.clone()).unwrap().preferences;
        assert_eq!(preferences.version, 2);
        assert_eq!(
            json!(tree(&preferences.newsletter)),
            json!({ "opted_in": true, "changed_at": "2026-11-22T10:00:00Z", "by": "maria", "through": "checkout" })
        );
        assert!(!preferences.lists.get(&Slug::new("newsletter").unwrap()).unwrap().opted_in);
        assert!(stage.run_at_version::<SetPreferences>(Some(1), args).is_err());
        let unknown = json!({ "customer": "c-1", "lists": { "spam": true } });
        assert_eq!(stage.refusal::<SetPreferences>(unknown), "invalid_request args.lists.spam");
    }

    // rules W3, E1
    #[test]
    fn a_customer_never_sees_who_of_the_shop_decided() {
        let mut stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage.run::<SetPreferences>(json!({ "customer": "c-1", "newsletter": true, "through": "call, desk 4" })).unwrap();
        stage.customer_asks("c-1");
        let seen = |preferences: &Preferences| {
            let decisions = preferences.newsletter.iter().chain(preferences.lists.values());
            decisions.map(|decision| (decision.by.clone(), decision.through.clone().map(String::from))).collect::<Vec<_>>()
        };
        let shown = stage.run::<Get>(json!({ "customer": "c-1" })).unwrap().preferences;
        assert_eq!((seen(&shown), shown.newsletter.unwrap().opted_in), (vec![(None, None)], true));
        stage.context.actor.through = Some(Line::new("impersonation by maria").unwrap());
        let shown = stage.run::<SetPreferences>(json!({ "customer": "c-1", "newsletter": false })).unwrap().preferences;
        assert_eq!(seen(&shown), [(Some("c-1".to_owned()), None)]);
        stage.context.actor.through = Some(Line::new("app").unwrap());
        let shown = stage.run::<UnsubscribeAll>(json!({ "customer": "c-1" })).unwrap().preferences;
        assert_eq!(seen(&shown), [(Some("c-1".to_owned()), None), (Some("c-1".to_owned()), Some("app".to_owned()))]);
        stage.agent_asks("admin");
        let shown = stage.run::<Get>(json!({ "customer": "c-1" })).unwrap().preferences;
        assert_eq!(seen(&shown)[0], (Some("c-1".to_owned()), Some("impersonation by maria".to_owned())));
    }

    // rule E1
    #[test]
    fn one_call_ends_all_marketing() {
        let mut stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage.run::<SetPreferences>(json!({ "customer": "c-1", "newsletter": true })).unwrap();
        stage.customer_asks("c-1");
        let preferences = stage.run::<UnsubscribeAll>(json!({ "customer": "c-1" })).unwrap().preferences;
        assert_eq!(preferences.version, 3);
        let decided: Vec<_> =
            preferences.lists.values().chain(&preferences.newsletter).map(|list| (list.opted_in, list.by.as_deref())).collect();
        assert_eq!(decided, [(false, Some("c-1")), (false, Some("c-1"))]);
    }
}
