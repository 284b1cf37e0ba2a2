//! `subscription.record`

use schemars::JsonSchema;

use super::{StatusChange, StoredChange, Subscription, SubscriptionStatus};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Id, Line};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// Records a subscription, or what is new of it: send it whole each time something changes. A change of status is kept in its history.
///
/// Errors: `not_found`; `not_eligible` when the customer is merged or deleted; `version_conflict`; `invalid_request` for times in the future and a link
/// that is none.
///
/// Rules O7, K2, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The customer.
    pub customer: CustomerId,
    /// Your id of the subscription, unique with this customer.
    pub id: Id,
    /// Where it stands.
    pub status: SubscriptionStatus,
    /// When it began; when absent, what was recorded before, or now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Timestamp>,
    /// When the status changed; when absent, now, or for a new subscription when it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Timestamp>,
    /// What is subscribed to, as people call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
    /// When the next payment is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_payment_at: Option<Timestamp>,
    /// A link into your own page of this subscription: `https://…`, `http://…` or `/…`; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Line>,
}

/// The receipt of `subscription.record`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Recorded {
    /// The customer.
    pub customer: CustomerId,
    /// The subscription.
    pub subscription: Id,
    /// The status before, if it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<SubscriptionStatus>,
    /// Where it stands.
    pub status: SubscriptionStatus,
    /// Its version now.
    pub version: u64,
}

impl Record {
    fn check(&self, now: Timestamp) -> Result<(), Error> {
        for (name, at) in [("started_at", self.started_at), ("changed_at", self.changed_at)] {
            if at.is_some_and(|at| at > now) {
                return Err(Error::invalid(format_args!("args.{name}"), "lies in the future"));
            }
        }
        match &self.link {
            Some(link) if !link.is_link() => Err(Error::invalid("args.link", "is not a link; begin with https://, http:// or /")),
            _ => Ok(()),
        }
    }
}

impl Operation for Record {
    const NAME: &'static str = "subscription.record";
    const KIND: Kind = Kind::Command;
    type Output = Recorded;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Recorded, Error> {
        let now = unit.now();
        self.check(now)?;
        let root = Customer::load_live(unit, &self.customer)?.root();
        let before = unit.get::<Subscription>(Subscription::key(&root, &self.id))?;
        unit.check_version("subscription", before.as_ref().map_or(0, |before| before.version))?;
        let began = self.started_at.filter(|_| before.is_none());
        let changed_at = self.changed_at.or(began).unwrap_or(now);
        let first = self.started_at.or_else(|| before.as_ref().map(|before| before.started_at));
        let subscription = Subscription {
            customer: self.customer.clone(),
            id: self.id.clone(),
            version: before.as_ref().map_or(0, |before| before.version) + 1,
            status: self.status,
            started_at: first.unwrap_or(changed_at),
            name: self.name.clone(),
            next_payment_at: self.next_payment_at,
            link: self.link.clone(),
            came_from: before.as_ref().and_then(|before| before.came_from.clone()),
            unknown: before.as_ref().map_or_else(Pairs::new, |before| before.unknown.clone()),
        };
        unit.put(&subscription);
        let from = before.map(|before| before.status);
        if from != Some(self.status) {
            let change = StatusChange { from, to: self.status, at: changed_at };
            unit.insert(&StoredChange { root, subscription: self.id.clone(), number: subscription.version, change });
        }
        Ok(Recorded {
            customer: subscription.customer,
            subscription: subscription.id,
            from: from.filter(|from| *from != self.status),
            status: self.status,
            version: subscription.version,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::subscription::List;
    use crate::unit::tests::Stage;

    fn shop() -> Stage {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage
    }

    // rule O7
    #[test]
    fn each_change_of_status_stays_in_the_history() {
        let stage = shop();
        let started = "2026-11-01T00:00:00Z";
        for (status, at) in [("active", started), ("active", "2026-11-02T00:00:00Z"), ("payment_failed", "2026-11-03T00:00:00Z")] {
            stage.run::<Record>(json!({ "customer": "c-1", "id": "s-1", "status": status, "changed_at": at })).unwrap();
        }
        let listed = stage.run::<List>(json!({ "customer": "c-1" })).unwrap().subscriptions.remove(0);
        assert_eq!((listed.subscription.version, listed.subscription.started_at.to_string().as_str()), (3, started));
        let changes: Vec<_> = listed.history.iter().map(|change| (change.from, change.to)).collect();
        let (active, failed) = (SubscriptionStatus::Active, SubscriptionStatus::PaymentFailed);
        assert_eq!(changes, [(Some(active), failed), (None, active)]);
    }

    // rules O7, K2, W3
    #[test]
    fn what_does_not_fit_is_refused() {
        let stage = shop();
        let refusal = |more: serde_json::Value| {
            let mut args = json!({ "customer": "c-1", "id": "s-1", "status": "active" });
            args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            stage.refusal::<Record>(args)
        };
        assert_eq!(refusal(json!({ "changed_at": "2030-01-01T00:00:00Z" })), "invalid_request args.changed_at");
        assert_eq!(refusal(json!({ "link": "javascript:alert(1)" })), "invalid_request args.link");
        assert_eq!(refusal(json!({ "status": "sleeping" })), "invalid_request args.status");
        assert_eq!(refusal(json!({ "link": "/desk/s-1" })), "done");
        let stale = stage.run_at_version::<Record>(Some(7), json!({ "customer": "c-1", "id": "s-1", "status": "paused" }));
        assert_eq!(stale.unwrap_err().code(), "version_conflict");
    }
}
