//! `subscription.list`

use schemars::JsonSchema;

use super::{SUBSCRIPTION_CHANGE, StatusChange, StoredChange, Subscription};
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::repository::{Scan, Value};
use crate::unit::Unit;

/// How many changes of a subscription are shown.
const CHANGES_SHOWN: usize = 20;

/// The subscriptions of a customer, newest first, each with the last 20 changes of its status.
///
/// Rules O7, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The customer.
    pub customer: CustomerId,
    /// Subscriptions on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Id>,
}

/// A page of subscriptions.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct SubscriptionPage {
    /// The subscriptions, newest first.
    pub subscriptions: Vec<SubscriptionView>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Id>,
}

/// A subscription as answers show it.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct SubscriptionView {
    /// The changes of its status, newest first.
    pub history: Vec<StatusChange>,
    /// Everything else.
    #[serde(flatten)]
    pub subscription: Subscription,
}

impl SubscriptionView {
    /// Subscriptions of a customer, newest first, behind a position, at most `limit`.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn newest(unit: &mut Unit<'_>, root: &Root, after: Option<Vec<Value>>, limit: usize) -> Result<Vec<Self>, Error> {
        let found = unit.scan::<Subscription>(&Subscription::scan(root).reversed().after(after).limit(limit))?;
        let for_customer = unit.context().is_customer();
        let mut views = Vec::with_capacity(found.len());
        for mut subscription in found {
            let changes = Scan::prefix(&SUBSCRIPTION_CHANGE, Subscription::key(root, &subscription.id)).reversed().limit(CHANGES_SHOWN);
            let history = unit.scan::<StoredChange>(&changes)?.into_iter().map(|stored| stored.change).gather();
            subscription.link = subscription.link.filter(|_| !for_customer);
            views.push(SubscriptionView { history, subscription });
        }
        Ok(views)
    }
}

impl Operation for List {
    const NAME: &'static str = "subscription.list";
    const KIND: Kind = Kind::Query;
    type Output = SubscriptionPage;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<SubscriptionPage, Error> {
        let limit = page::size(self.limit)?;
        let root = Customer::load(unit, &self.customer)?.root();
        let after = match &self.cursor {
            None => None,
            Some(id) => {
                let last = unit.get::<Subscription>(Subscription::key(&root, id))?;
                let last = last.ok_or_else(page::unknown_cursor)?;
                Some(vec![Value::from(last.started_at), Value::from(id.as_str())])
            }
        };
        let mut subscriptions = SubscriptionView::newest(unit, &root, after, limit + 1)?;
        let next = page::cut(&mut subscriptions, limit).map(|last| last.subscription.id.clone());
        Ok(SubscriptionPage { subscriptions, next })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::subscription;
    use crate::unit::tests::Stage;

    // rules O7, W3
    #[test]
    fn pages_go_from_the_newest_to_the_oldest() {
        let mut stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        for day in 1..=3 {
            let args = json!({ "customer": "c-1", "id": format!("s-{day}"), "status": "active", "link": "/s",
                "started_at": format!("2026-11-0{day}T00:00:00Z") });
            stage.run::<subscription::Record>(args).unwrap();
        }
        let page = stage.run::<List>(json!({ "customer": "c-1", "limit": 2 })).unwrap();
        let ids = |page: &SubscriptionPage| page.subscriptions.iter().map(|view| view.subscription.id.to_string()).collect::<Vec<_>>();
        assert_eq!((ids(&page), page.next.as_ref().map(Id::as_str)), (vec!["s-3".to_owned(), "s-2".to_owned()], Some("s-2")));
        assert!(page.subscriptions[0].subscription.link.is_some());
        stage.customer_asks("c-1");
        let last = stage.run::<List>(json!({ "customer": "c-1", "limit": 2, "cursor": "s-2" })).unwrap();
        assert_eq!((ids(&last), last.next), (vec!["s-1".to_owned()], None));
        assert!(last.subscriptions[0].subscription.link.is_none(), "the link leads into the host's own pages");
        assert_eq!(stage.refusal::<List>(json!({ "customer": "c-1", "cursor": "s-9" })), "invalid_request args.cursor");
    }
}
