//! `customer.delete`

use schemars::JsonSchema;

use super::{Customer, release_email};
use crate::erasure::PendingErasure;
use crate::error::Error;
use crate::id::{CustomerId, Line};
use crate::json::Json;
use crate::membership::{Change, State};
use crate::membership_change::{change, delete_merged, reactivate};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Erases a customer for good: everything personal disappears from every record, index, message, comment and log, also of the accounts that were merged into
/// theirs. Amounts stay under the same opaque id, so that the books still balance and `journal.verify` finds them sound. It cannot be undone.
///
/// Erased are profile, addresses, payment methods, mail preferences, wishlist, subscriptions, statuses, messages that wait, what was written about entries,
/// orders, rewards and merges, the receipts and idempotency keys of all commands, and the texts of gift cards, also of those that others sent to the
/// person's email. The cards go on paying for whoever holds them, and rewards that waited are removed. What was begun is settled: captures,
/// releases, reversals and refunds that come later touch the ledger alone. An email that was blacklisted stays blocked, as a hash under the host's
/// secret. Merges can no longer be undone. The id is never given again; choose ids that are not personal themselves, for they stay.
///
/// A customer with much history does not fit into one commit: then `complete` is false, and the rest goes with further calls, without the same idempotency key, or
/// with `maintenance.run`. The person's profile is gone with the first; only the emails are known until the last, to find what
/// others sent to them.
///
/// An account on hold is refused; with `erasure`, because the person demands it, it is reactivated and deleted in one.
///
/// Errors: `not_found`; `invalid_transition` when on hold, merged or deleted; `version_conflict` for another version of the membership; `invalid_request`
/// when an email must stay blocked and the host has configured no secret.
///
/// Rules K11, M1, M3, G9.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delete {
    /// The customer.
    pub customer: CustomerId,
    /// Why; staff only. It is kept: do not name the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// The person demands it, also of an account on hold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erasure: bool,
}

/// The receipt of `customer.delete`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Deleted {
    /// The customer.
    pub customer: CustomerId,
    /// The state before; `deleted` when the call went on with an erasure.
    pub from: State,
    /// The state now.
    pub state: State,
    /// The version of the membership, for `if_version`.
    pub version: u64,
    /// Whether everything is erased; if not, call again, or `maintenance.run`.
    pub complete: bool,
}

impl Delete {
    /// The erasure of a customer, without a reason.
    pub fn new(customer: CustomerId) -> Self {
        Delete { customer, reason: None, erasure: false }
    }
}

impl Operation for Delete {
    const NAME: &'static str = "customer.delete";
    const KIND: Kind = Kind::Command;
    type Output = Deleted;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Deleted, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let from = customer.membership.state;
        if let Some(pending) = PendingErasure::load(unit, &customer.root())? {
            unit.check_version("membership", customer.membership.version)?;
            let complete = pending.proceed(unit)?;
            return Ok(Deleted { customer: customer.id, from, state: from, version: customer.membership.version, complete });
        }
        let is_demanded = from == State::OnHold && self.erasure;
        if !is_demanded {
            customer.membership.after(Change::Delete, unit.now())?;
        }
        unit.check_version("membership", customer.membership.version)?;
        release_email(unit, &customer);
        // Before anything is posted: it makes the command rest on all roots that it touches.
        let complete = PendingErasure::begin(unit, &customer)?.proceed(unit)?;
        self.delete_former(unit, &customer)?;
        // Whatever there was no room for, the person is gone with the first commit.
        let mut customer = Customer::load(unit, &self.customer)?;
        customer.forget();
        if is_demanded {
            reactivate(unit, &mut customer, None, None)?;
        }
        let changed = change(unit, &mut customer, Change::Delete, self.reason.as_ref(), None)?;
        unit.put(&customer);
        Ok(Deleted { customer: changed.customer, from, state: changed.state, version: changed.version, complete })
    }
}

impl Delete {
    /// Deletes the accounts that are merged into the customer's; those that were enrolled afresh are no longer.
    fn delete_former(&self, unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
        for former in &customer.former {
            let mut account = Customer::load(unit, &former.customer)?;
            if account.membership.state == State::Merged && account.membership.merged_into.as_ref() == Some(&customer.id) {
                account.forget();
                delete_merged(unit, &mut account, self.reason.as_ref());
                unit.put(&account);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::blacklist;
    use crate::customer::{Create, Details, Edit, Get};
    use crate::id::Slug;
    use crate::limits::ERASED_ROWS_MAX;
    use crate::loyalty::Loyalty;
    use crate::maintenance::Run;
    use crate::membership;
    use crate::memory::Memory;
    use crate::message::Message;
    use crate::operation::Batch;
    use crate::points;
    use crate::repository::{Read, Repository};
    use crate::secret::Secret;
    use crate::unit::tests::Stage;

    fn shop() -> Stage {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1", "email": "ada@example.com" })).unwrap();
        stage.run::<membership::Enroll>(json!({ "customer": "c-1", "reason": "asked" })).unwrap();
        stage
    }

    // rules K11, E2
    #[test]
    fn a_blocked_email_needs_a_secret_and_can_be_freed_later() {
        let mut stage = shop();
        stage.run::<blacklist::Set>(json!({ "customer": "c-1", "on": true, "reason": "fraud" })).unwrap();
        stage.run::<Edit>(json!({ "customer": "c-1", "email": "two@example.com" })).unwrap();
        let secrets = stage.secrets(Vec::new());
        assert_eq!(stage.refusal::<Delete>(json!({ "customer": "c-1" })), "invalid_request config.secrets");
        assert!(stage.run::<Get>(json!({ "customer": "c-1" })).unwrap().profile.email.is_some(), "nothing was erased");
        stage.secrets(secrets);
        stage.run::<Delete>(json!({ "customer": "c-1" })).unwrap();
        let may_buy = |stage: &Stage| {
            ["ada@example.com", "two@example.com", "eve@example.com"]
                .map(|email| stage.run::<blacklist::Check>(json!({ "email": email })).unwrap().can_purchase)
        };
        assert_eq!(may_buy(&stage), [false, false, true]);
        assert_eq!(stage.refusal::<blacklist::Set>(json!({ "customer": "c-1", "on": true, "reason": "again" })), "not_eligible");
        stage.run::<blacklist::Set>(json!({ "customer": "c-1", "on": false })).unwrap();
        assert_eq!(may_buy(&stage), [true; 3]);
    }

    // rules K11, L6
    #[test]
    fn what_does_not_fit_into_one_commit_is_not_said_to_be_done() {
        let stage = shop();
        for _ in 0..ERASED_ROWS_MAX {
            stage.run::<blacklist::Set>(json!({ "customer": "c-1", "on": true, "reason": "again" })).unwrap();
        }
        let first = stage.run::<Delete>(json!({ "customer": "c-1" })).unwrap();
        assert_eq!((first.from, first.state, first.complete), (State::Enrolled, State::Deleted, false));
        assert!(stage.run::<Get>(json!({ "customer": "c-1" })).unwrap().erasing);
        assert_eq!(stage.with(|unit| Run::default().nominate(unit)).unwrap().0.len(), 1, "the sweep goes on with it");
        let second = stage.run::<Delete>(json!({ "customer": "c-1" })).unwrap();
        assert_eq!((second.from, second.complete), (State::Deleted, true));
        assert!(!stage.run::<Get>(json!({ "customer": "c-1" })).unwrap().erasing);
        assert!(stage.with(|unit| Run::default().nominate(unit)).unwrap().0.is_empty());
        assert_eq!(stage.refusal::<Delete>(json!({ "customer": "c-1" })), "invalid_transition");
    }

    // rule K11
    #[test]
    fn no_mail_is_left_by_an_erasure_in_pieces_not_of_the_same_instant_either() {
        let secret = Secret::new(Slug::new("s").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
        let loyalty = Loyalty::new(Memory::new()).with_secrets(vec![secret]).unwrap();
        let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
        let context = json!({ "actor": actor, "at": "2026-03-01T10:00:00Z", "entropy": "sixteen bytes or more" }).to_string();
        let ask = |op: &str, args: Value| -> Value {
            let answer = loyalty.execute(&json!({ "op": op, "args": args }).to_string(), &context);
            serde_json::from_str::<Value>(&answer).unwrap()["ok"]["result"].clone()
        };
        ask("customer.create", json!({ "id": "c-1", "email": "ada@example.com" }));
        for _ in 0..ERASED_ROWS_MAX {
            ask("blacklist.set", json!({ "customer": "c-1", "on": true, "reason": "again" }));
        }
        assert_eq!(ask("ticket.create", json!({ "customer": "c-1", "subject": "A mug", "text": "Dear Ada" }))["emailed"], true);
        assert_eq!(ask("customer.delete", json!({ "customer": "c-1" }))["complete"], false);
        while ask("customer.delete", json!({ "customer": "c-1" }))["complete"] == false {}
        let left = loyalty.repository().read(&[Read::Scan(Message::scan(&Root::customer(&CustomerId::new("c-1").unwrap())))]).unwrap();
        let told = format!("{left:?}");
        assert!(!told.contains("Ada") && !told.contains("ada@"), "{told}");
    }

    // rules M1, M2
    #[test]
    fn an_erased_customer_can_do_nothing_more() {
        let stage = shop();
        stage.run::<points::Adjust>(json!({ "customer": "c-1", "type": "points", "amount": "9", "reason": "sorry" })).unwrap();
        stage.run::<Delete>(json!({ "customer": "c-1" })).unwrap();
        let details = stage.run::<Details>(json!({ "customer": "c-1" })).unwrap();
        let open = details.actions.unwrap().into_iter().filter(|action| action.available).map(|action| action.operation);
        let settles = ["points.capture", "points.release", "points.reverse", "order.refund", "order.cancel"];
        assert_eq!(open.collect::<Vec<_>>(), settles, "what was begun");
        assert_eq!(details.membership.map(|membership| membership.state), Some(State::Deleted));
        let reversed = json!({ "customer": "c-1", "entry": "c-1/points/1", "reason": "Ada wrote", "comment": "bye, Ada" });
        stage.run::<points::Reverse>(reversed).unwrap();
        let history = stage.run::<points::History>(json!({ "customer": "c-1" })).unwrap().entries;
        assert_eq!(history.len(), 2);
        assert!(history[0].reason.is_none() && history[0].comment.is_none(), "late words are not kept: {:?}", history[0]);
    }
}
