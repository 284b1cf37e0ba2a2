//! What mail a customer wants, and who said so when (rules E1, E3). Messages that belong to a transaction do not ask here.

mod set_preferences;
mod unsubscribe_all;

pub use set_preferences::SetPreferences;
pub use unsubscribe_all::UnsubscribeAll;

use schemars::JsonSchema;

use crate::context::{Context, IMPERSONATION};
use crate::gather::Gather;
use crate::id::{CustomerId, Line, Slug};
use crate::json::Json;
use crate::pairs::Pairs;
use crate::program::Program;
use crate::time::Timestamp;

/// What mail a customer wants (rule E1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
pub struct Preferences {
    /// The version of the preferences, for `if_version`.
    #[serde(default)]
    pub version: u64,
    /// Whether the shop's newsletter is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newsletter: Option<OptIn>,
    /// The mailing lists of the program that the customer decided about.
    #[serde(default)]
    pub lists: Pairs<Slug, OptIn>,
}

/// A decision about a mailing list: what, when, by whom and through what.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct OptIn {
    /// Wanted or not.
    pub opted_in: bool,
    /// When it was decided.
    pub changed_at: Timestamp,
    /// The actor who recorded it. Customers see themselves alone, and what they decided through: never the shop's people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The page, device or channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Line>,
}

/// The receipt of `email.set_preferences` and `email.unsubscribe_all`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct PreferencesSet {
    /// The customer.
    pub customer: CustomerId,
    /// The preferences now.
    pub preferences: Preferences,
}

/// Who decides about mail now, and through what.
#[derive(Debug, Clone)]
pub struct Decider {
    /// When.
    pub at: Timestamp,
    /// The actor.
    pub by: String,
    /// The page, device or channel.
    pub through: Option<Line>,
}

impl Decider {
    /// The actor of a request, and the channel: the one of the context, which trusted code wrote. The one that the request names counts only
    /// where the context has none, and not from a customer, whose browser may have written it (rule W1).
    pub fn new(context: &Context, at: Timestamp, through: Option<Line>) -> Self {
        let through = context.actor.through.clone().or_else(|| through.filter(|_| !context.is_customer()));
        Decider { at, by: context.actor.id.to_string(), through }
    }

    fn decide(&self, opted_in: bool) -> OptIn {
        OptIn { opted_in, changed_at: self.at, by: Some(self.by.clone()), through: self.through.clone() }
    }
}

impl OptIn {
    /// Takes out who decided for a customer, and through what.
    fn hide_others(&mut self, customer: &str) {
        self.by = self.by.take().filter(|by| by == customer);
        let is_own = self.by.is_some();
        self.through = self.through.take().filter(|through| is_own && !through.as_str().starts_with(IMPERSONATION));
    }
}

impl Preferences {
    /// What this context may see of them.
    #[must_use]
    pub fn shown(mut self, context: &Context) -> Self {
        if context.is_customer() {
            let customer = context.actor.id.as_str();
            self.newsletter.iter_mut().for_each(|decision| decision.hide_others(customer));
            self.lists.retain(|_, decision| {
                decision.hide_others(customer);
                true
            });
        }
        self
    }

    /// Records decisions and says whether any is new. Who repeats a decision leaves its record as it is: the proof is the first.
    pub fn decide(&mut self, newsletter: Option<bool>, lists: &Pairs<Slug, bool>, decider: &Decider) -> bool {
        let differs = |now: Option<&OptIn>, wanted: bool| now.is_none_or(|now| now.opted_in != wanted);
        let mut changed = false;
        if let Some(wanted) = newsletter.filter(|wanted| differs(self.newsletter.as_ref(), *wanted)) {
            self.newsletter = Some(decider.decide(wanted));
            changed = true;
        }
        for (list, wanted) in lists.iter() {
            if differs(self.lists.get(list), *wanted) {
                self.lists.insert(list.clone(), decider.decide(*wanted));
                changed = true;
            }
        }
        self.version += u64::from(changed);
        changed
    }

    /// Ends all marketing: the newsletter, every list of the program, and every list that was ever decided about. Says whether that was new.
    pub fn unsubscribe_all(&mut self, program: &Program, decider: &Decider) -> bool {
        let of_program = program.mailing_lists.iter().map(|list| &list.id);
        let lists = of_program.chain(self.lists.keys()).map(|list| (list.clone(), false)).gather();
        self.decide(Some(false), &lists, decider)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::ActorKind;
    use crate::id::Id;

    fn decider(by: &str) -> Decider {
        Decider { at: Timestamp::default(), by: by.into(), through: None }
    }

    // rules E1, W1
    #[test]
    fn the_channel_is_the_one_that_trusted_code_names() {
        let line = |text: &str| Line::new(text).unwrap();
        let mut context = Context::agent(Id::new("maria").unwrap(), Vec::new(), Timestamp::default(), "");
        let channel = |context: &Context| Decider::new(context, context.at, Some(line("request"))).through.map(String::from);
        assert_eq!(channel(&context).as_deref(), Some("request"));
        context.actor.kind = ActorKind::Customer;
        assert_eq!(channel(&context), None);
        context.actor.through = Some(line("app"));
        assert_eq!(channel(&context).as_deref(), Some("app"));
        context.actor.kind = ActorKind::Agent;
        assert_eq!(channel(&context).as_deref(), Some("app"));
    }

    // rule E1
    #[test]
    fn a_decision_is_recorded_once() {
        let list = Slug::new("offers").unwrap();
        let mut preferences = Preferences::default();
        assert!(preferences.decide(Some(true), &Pairs::from_iter([(list.clone(), true)]), &decider("ada")));
        assert!(!preferences.decide(Some(true), &Pairs::from_iter([(list.clone(), true)]), &decider("bob")));
        assert_eq!((preferences.version, preferences.lists.get(&list).unwrap().by.as_deref().unwrap()), (1, "ada"));
    }

    // rule E1
    #[test]
    fn unsubscribing_decides_about_every_list() {
        let gone = Slug::new("gone").unwrap();
        let mut preferences = Preferences::default();
        preferences.decide(None, &Pairs::from_iter([(gone, true)]), &decider("ada"));
        assert!(preferences.unsubscribe_all(&Program::starter(), &decider("ada")));
        assert_eq!(preferences.lists.keys().map(Slug::as_str).collect::<Vec<_>>(), ["gone", "newsletter"]);
        assert!(preferences.lists.values().chain(&preferences.newsletter).all(|decided| !decided.opted_in));
        assert!(!preferences.unsubscribe_all(&Program::starter(), &decider("ada")));
    }
}
