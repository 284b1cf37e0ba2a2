//! What pays for an order out of a ledger: an entry that spent, or a hold that was captured, of the customer or of a gift card (rules O4, R7).

use super::{NUMBER, Order, Payment, PaymentStatus};
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind, entry_ref, parse_ref, ref_root};
use crate::error::Error;
use crate::gather::Gather;
use crate::hold::{Hold, hold_ref};
use crate::id::{Id, Ref};
use crate::record::Root;
use crate::repository::Key;
use crate::unit::Unit;

/// The scope of the claims that give what pays to one order.
const SOURCE: &str = "payment";

/// An entry or hold that a payment names.
#[derive(Debug)]
pub struct Source {
    /// The root in whose ledger it lies.
    pub root: Root,
    /// The point type.
    pub point_type: String,
    /// The entries that spent, first to last.
    pub entries: Vec<Entry>,
    /// The hold that is named, or from which the entry was captured; then those that took it over when its account was merged into another.
    holds: Vec<Hold>,
}

impl Source {
    /// What an id names; nothing where it names nothing that pays.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn find(unit: &mut Unit<'_>, customer: &Customer, id: &Ref) -> Result<Option<Self>, Error> {
        let (mut entries, mut holds) = (Vec::new(), Vec::<Hold>::new());
        let mut next = Some(id.clone());
        let root = ref_root(&customer.id, id);
        let (point_type, captured) = match place(customer, id, "") {
            Some((root, name, number)) => {
                add_entry(unit, Entry::key(&root, name, number), &mut entries)?;
                let hold = entries.iter().find_map(|entry| entry.facts.hold);
                next = hold.map(|hold| hold_ref(&root.name(), name, hold)).transpose()?;
                (name.to_owned(), false)
            }
            None => match place(customer, id, "h") {
                Some((_, name, _)) => (name.to_owned(), true),
                None => return Ok(None),
            },
        };
        while let Some((root, name, number)) = next.as_ref().and_then(|id| place(customer, id, "h")) {
            let Some(hold) = unit.get::<Hold>(Hold::key(&root, name, number))? else { break };
            for number in hold.rest.captures.iter().filter(|_| captured) {
                add_entry(unit, Entry::key(&root, name, *number), &mut entries)?;
            }
            next = hold.rest.moved_to.clone().filter(|_| hold.due_at.is_none());
            holds.push(hold);
        }
        Ok(if holds.is_empty() && entries.is_empty() { None } else { Some(Source { root, point_type, entries, holds }) })
    }

    /// Whether it may pay for a customer's order: it is theirs, or of a gift card that paid for them or for this order.
    fn pays(&self, unit: &mut Unit<'_>, customer: &Customer, number: &Id) -> Result<bool, Error> {
        let for_order = || self.entries.iter().all(|entry| entry.facts.order.as_ref().is_none_or(|order| order == number));
        match self.holds.first().map(|hold| &hold.rest.customer) {
            _ if self.root == customer.root() => Ok(true),
            None => Ok(for_order()),
            Some(payer) => payer.as_ref().map_or(Ok(false), |payer| customer.has_taken_in(unit, payer)),
        }
    }

    /// The other names under which the same value could pay: a hold's entries, an entry's hold.
    fn other_names(&self, id: &Ref) -> Result<Vec<Ref>, Error> {
        let holds = self.holds.iter().map(|hold| hold_ref(&hold.root.name(), &self.point_type, hold.number));
        let names = holds.chain(self.entries.iter().map(|entry| entry_ref(&entry.root.name(), &self.point_type, entry.number)));
        Ok(names.gather::<Result<Vec<_>, _>>()?.into_iter().filter(|name| name != id).gather())
    }
}

/// Where an entry or hold is that an id names: of the customer, of an account that was merged into theirs, or of a gift card.
fn place<'i>(customer: &Customer, id: &'i Ref, prefix: &str) -> Option<(Root, &'i str, u64)> {
    let root = ref_root(&customer.id, id);
    let of_card = |root: Root| parse_ref(id, &root.name(), prefix).map(|(name, number)| (root, name, number));
    customer.own_ref(id, prefix).or_else(|| of_card(root))
}

/// Adds an entry, if it spent.
fn add_entry(unit: &mut Unit<'_>, key: Key, entries: &mut Vec<Entry>) -> Result<(), Error> {
    let found = unit.get::<Entry>(key)?;
    entries.extend(found.filter(|entry| matches!(entry.kind, EntryKind::Spend | EntryKind::Capture)));
    Ok(())
}

impl Order {
    /// What its payments name, each once; what has failed pays nothing.
    pub fn sources(&self) -> Vec<Ref> {
        let mut sources = Vec::new();
        let paid = self.facts.payments.iter().filter(|payment| payment.status != PaymentStatus::Failed);
        for source in paid.filter_map(|payment| payment.points.as_ref()) {
            if !sources.contains(source) {
                sources.push(source.clone());
            }
        }
        sources
    }

    /// Checks what its payments name, and takes it for this order alone: else a refund of each of two orders would give back all of it.
    ///
    /// # Errors
    /// `invalid_request` for what is neither the customer's nor of a gift card that paid for them; `already_used` for what pays for another order.
    pub fn take_sources(&self, unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
        let own = claimant(&self.number);
        for (index, payment) in self.facts.payments.iter().enumerate() {
            let Some(id) = &payment.points else { continue };
            let holder = unit.holder(SOURCE, id.as_str())?;
            // What was taken before need not be looked at again: the order may have been claimed for another customer meanwhile.
            if holder.as_ref() != Some(&own) {
                let mut found = Source::find(unit, customer, id)?;
                if let Some(source) = &found
                    && !source.pays(unit, customer, &self.number)?
                {
                    found = None;
                }
                let source = found.ok_or_else(|| {
                    let problem = "names no hold or entry that spent, neither of this customer nor of a gift card that paid for them";
                    Error::invalid(format_args!("args.payments[{index}].points"), problem)
                })?;
                if payment.status == PaymentStatus::Failed {
                    continue;
                }
                for name in source.other_names(id)? {
                    let elsewhere = unit.holder(SOURCE, name.as_str())?.filter(|holder| *holder != own);
                    if self.sources().contains(&name) || still_pays(unit, elsewhere.as_ref(), &name)? {
                        return Err(Error::already_used(name, 0));
                    }
                }
                if let Some(other) = holder {
                    if still_pays(unit, Some(&other), id)? {
                        return Err(Error::already_used(id, 0));
                    }
                    unit.release(SOURCE, id.as_str(), &other);
                }
            }
            unit.claim(SOURCE, id.as_str(), &own);
        }
        Ok(())
    }

    /// Whether a payment with points is one with the customer's own, and not with a gift card.
    pub(super) fn is_by_points(&self, payment: &Payment) -> bool {
        let own = |id: &Ref| self.root.customer_id().is_some_and(|customer| ref_root(&customer, id) == self.root);
        payment.status != PaymentStatus::Failed && payment.points.as_ref().is_some_and(own)
    }
}

/// Who holds what pays: an order, which is no root of its own.
fn claimant(number: &Id) -> Root {
    Root::from_bytes(&[b"o:", number.as_str().as_bytes()].concat())
}

/// Whether an order that has taken something is still paid with it: it may have been recorded again without, or the payment have failed.
fn still_pays(unit: &mut Unit<'_>, claimant: Option<&Root>, id: &Ref) -> Result<bool, Error> {
    let number = claimant
        .and_then(|claimant| std::str::from_utf8(claimant.bytes()).ok()?.strip_prefix("o:").and_then(|number| Id::new(number).ok()));
    let Some(number) = number else { return Ok(false) };
    let Some(root) = unit.holder(NUMBER, number.as_str())? else { return Ok(false) };
    let order = unit.get::<Order>(Order::key(&root, &number))?;
    Ok(order.is_some_and(|order| order.sources().contains(id)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::customer::Create;
    use crate::membership::Enroll;
    use crate::order::{Claim, Record};
    use crate::unit::tests::Stage;
    use crate::{gift_card, payment, points};

    fn shop() -> Stage {
        let stage = Stage::with_money();
        for id in ["c-1", "c-2"] {
            stage.run::<Create>(json!({ "id": id })).unwrap();
            stage.run::<Enroll>(json!({ "customer": id })).unwrap();
            stage.run::<points::Adjust>(json!({ "customer": id, "type": "points", "amount": "100", "reason": "goodwill" })).unwrap();
        }
        stage.run::<gift_card::Issue>(json!({ "gift_card": "GC/1", "type": "gift_credit", "amount": "50" })).unwrap();
        stage
    }

    fn order(customer: &str, number: &str, payments: Value) -> Value {
        json!({ "customer": customer, "number": number, "placed_at": "2026-11-22T10:00:00Z", "currency": "USD",
            "lines": [{ "unit_price": "10" }], "payments": payments })
    }

    fn by(points: &str) -> Value {
        json!([{ "id": "p", "amount": "10", "status": "paid", "points": points }])
    }

    // rule O4
    #[test]
    fn what_pays_for_an_order_pays_for_no_other() {
        let stage = shop();
        stage.run::<points::Hold>(json!({ "customer": "c-1", "type": "points", "amount": "50" })).unwrap();
        stage.run::<points::Capture>(json!({ "customer": "c-1", "hold": "c-1/points/h1", "amount": "30" })).unwrap();
        let record = |number: &str, payments: Value| stage.refusal::<Record>(order("c-1", number, payments));
        assert_eq!(record("o-1", by("c-1/points/h1")), "done");
        assert_eq!(record("o-1", by("c-1/points/h1")), "done", "delivered again");
        assert_eq!(record("o-2", by("c-1/points/h1")), "already_used");
        assert_eq!(record("o-2", by("c-1/points/2")), "already_used", "what was captured of the hold is no other value");
        let both = json!([by("c-1/points/h1")[0], { "id": "q", "amount": "1", "status": "paid", "points": "c-1/points/2" }]);
        assert_eq!(record("o-1", both), "already_used", "nor for one order twice");
        assert_eq!(record("o-1", json!([])), "done");
        assert_eq!(record("o-2", by("c-1/points/h1")), "done", "the first is no longer paid with it");
        assert_eq!(record("o-1", by("c-1/points/h1")), "already_used");
    }

    // rule O4
    #[test]
    fn a_failed_payment_takes_nothing() {
        let stage = shop();
        stage.run::<points::Spend>(json!({ "customer": "c-1", "type": "points", "amount": "10" })).unwrap();
        let failed = json!([{ "id": "p", "amount": "10", "status": "failed", "points": "c-1/points/2" }]);
        stage.run::<Record>(order("c-1", "o-1", failed)).unwrap();
        stage.run::<Record>(order("c-1", "o-2", by("c-1/points/2"))).unwrap();
        let status = |number: &str, status: &str| {
            stage.refusal::<payment::Update>(json!({ "customer": "c-1", "order": number, "payment": "p", "status": status }))
        };
        assert_eq!(status("o-1", "paid"), "already_used");
        assert_eq!(status("o-2", "failed"), "done");
        assert_eq!(status("o-1", "paid"), "done");
    }

    // rules O4, R7
    #[test]
    fn a_card_pays_for_whom_it_was_set_aside() {
        let stage = shop();
        let parts = json!([{ "gift_card": "GC/1", "amount": "10" }]);
        stage.run::<points::Hold>(json!({ "customer": "c-1", "parts": parts })).unwrap();
        stage.run::<gift_card::Charge>(json!({ "gift_card": "GC/1", "amount": "10", "order": "o-3" })).unwrap();
        let record = |customer: &str, number: &str, points: &str| stage.refusal::<Record>(order(customer, number, by(points)));
        let unknown = "invalid_request args.payments[0].points";
        assert_eq!(record("c-2", "o-1", "g:GC/1/gift_credit/h1"), unknown);
        assert_eq!(record("c-1", "o-1", "g:GC/1/gift_credit/h1"), "done");
        assert_eq!(record("c-1", "o-2", "g:GC/1/gift_credit/2"), unknown, "it was charged for another order");
        assert_eq!(record("c-2", "o-3", "g:GC/1/gift_credit/2"), "done");
        assert_eq!(record("c-2", "o-4", "g:GC/1/gift_credit/1"), unknown, "the card's issue paid nothing");
        assert_eq!(record("c-2", "o-4", "g:GC/2/gift_credit/1"), unknown);
    }

    // rules O6, R7
    #[test]
    fn what_a_guest_paid_with_stays_paid_when_the_order_is_claimed() {
        let stage = shop();
        stage.run::<Create>(json!({ "id": "g-1", "state": "guest" })).unwrap();
        stage.run::<points::Hold>(json!({ "customer": "g-1", "parts": [{ "gift_card": "GC/1", "amount": "10" }] })).unwrap();
        stage.run::<Record>(order("g-1", "o-1", by("g:GC/1/gift_credit/h1"))).unwrap();
        stage.run::<Claim>(json!({ "customer": "c-1", "number": "o-1" })).unwrap();
        let paid = json!({ "customer": "c-1", "order": "o-1", "payment": "p", "status": "paid" });
        assert_eq!(stage.refusal::<payment::Update>(paid), "done");
    }
}
