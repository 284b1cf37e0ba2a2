//! `order.refund`

use schemars::JsonSchema;

use super::{Order, Refunded, RefundedLine, Wanted};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::earning::{Taken, give_back, take_back};
use crate::entry::ref_root;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Line};
use crate::json::Json;
use crate::ledger::Owner;
use crate::limits::ORDER_REFUNDS_MAX;
use crate::membership::State;
use crate::merge::Merge;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::{Counted, Happened, Unit};

/// Gives back lines, items or an amount of an order, or all that is left of it, and takes back what it earned: in proportion, from the shares that
/// were stored when it earned, never from today's rules.
///
/// Name lines, shipping and tax, or an amount on the whole order; nothing for all that is left. In whatever steps an order is given back, at the end
/// exactly what it earned has been taken. A refund with an id that the order knows already does nothing and answers what stands. Points and gift cards
/// that paid for the order return as the program's `spent_points` says, each in proportion; onto a card that is deactivated nothing returns. What it earned
/// and was spent already is owed as debt, or forgiven, as the point type's `reversal_shortfall` says; with `refuse` it is owed, for the goods are back. It
/// follows the order's owner, whichever customer is named, and works in every live membership state.
///
/// Errors: `exceeds_order` beyond what is left of the order; `not_found` for an order or line that is not there; `already_exists` when the
/// refund's id stands for another refund; `invalid_request` for another currency than the order's, for what is zero or negative, and for a line that stands twice.
///
/// Rules O4, O5, L9, M2, R7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refund {
    /// The customer.
    pub customer: CustomerId,
    /// The order's number.
    pub number: Id,
    /// The host's id of the refund, unique in the order.
    pub refund: Id,
    /// The lines that are given back, each once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<RefundLine>>,
    /// How much of shipping is given back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<Quantity>,
    /// How much of tax is given back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Quantity>,
    /// An amount on the order as a whole; it is shared among what is left of its parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// The currency, to be sure: another than the order's is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
}

/// A line that is given back.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefundLine {
    /// The line's id.
    pub line: Id,
    /// How many items; with no amount either, all that is left of the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// How much of what the line cost, instead of items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
}

/// The result of `order.refund` and `order.cancel`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Returns {
    /// The order's number.
    pub number: Id,
    /// The order's owner.
    pub customer: CustomerId,
    /// What this refund comes to; nothing when it was known already.
    pub amount: Quantity,
    /// What it took back of what the order earned.
    pub taken: Vec<Taken>,
    /// What it gave back of the points and gift cards that paid for the order.
    pub given_back: Vec<Taken>,
    /// What was given back of the order in all.
    pub refunded: Quantity,
    /// Whether everything was given back.
    pub all: bool,
}

impl Operation for Refund {
    const NAME: &'static str = "order.refund";
    const KIND: Kind = Kind::Command;
    type Output = Returns;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Returns, Error> {
        let (owner, mut order) = open(unit, &self.customer, &self.number)?;
        let wanted = self.wanted(&order)?;
        match order.facts.refunds.iter().find(|refund| refund.id == self.refund) {
            Some(known) if known.wanted == wanted => return Returns::new(&owner, &order, Quantity::default()),
            Some(_) => return Err(Error::already_exists("refund", &self.refund)),
            None => {}
        }
        refund(unit, &owner, &mut order, &self.refund, wanted, self.reason.as_ref())
    }
}

impl Refund {
    fn wanted(&self, order: &Order) -> Result<Wanted, Error> {
        if self.currency.as_ref().is_some_and(|currency| *currency != order.facts.currency) {
            let wanted = format!("is not the currency of the order; give the refund in {}", order.facts.currency);
            return Err(Error::invalid("args.currency", wanted));
        }
        let parts = self.lines.is_some() || self.shipping.is_some() || self.tax.is_some();
        if parts && self.amount.is_some() {
            return Err(Error::invalid("args.amount", "is for the order as a whole; give it alone, or amounts with the lines"));
        }
        if self.lines.as_ref().is_some_and(Vec::is_empty) {
            return Err(Error::invalid("args.lines", "names no line; leave it out to give back all that is left"));
        }
        let lines = self.lines.iter().flatten();
        let line = |line: &RefundLine| RefundedLine { line: line.line.clone(), quantity: line.quantity, amount: line.amount };
        Ok(Wanted { lines: lines.map(line).gather(), shipping: self.shipping, tax: self.tax, whole: self.amount })
    }
}

impl Returns {
    pub(super) fn new(owner: &Customer, order: &Order, amount: Quantity) -> Result<Self, Error> {
        Ok(Returns {
            number: order.number.clone(),
            customer: owner.id.clone(),
            amount,
            taken: Vec::new(),
            given_back: Vec::new(),
            refunded: order.returned_in_all()?.normal(),
            all: order.facts.returned_all,
        })
    }
}

/// The order and its owner. What was begun is settled in every live state, on a hold of the account too; of an erased customer it touches the ledger
/// alone (rule M2).
pub(super) fn open(unit: &mut Unit<'_>, customer: &CustomerId, number: &Id) -> Result<(Customer, Order), Error> {
    let (owner, order) = Order::owned(unit, customer, number)?;
    // What comes first is known: nothing is posted before all roots are rested on.
    let paid = order.sources().into_iter().map(|source| ref_root(&owner.id, &source));
    for root in paid {
        unit.rest_on(&root)?;
    }
    for before in owners_before(unit, &owner, &order)? {
        unit.rest_on(&before)?;
    }
    for referrer in order.facts.earned.iter().filter_map(|earned| earned.customer.as_ref()) {
        Customer::load_referrer(unit, referrer)?;
    }
    match owner.membership.state {
        State::Merged => Err(Error::not_eligible("the account is merged")),
        _ => Ok((owner, order)),
    }
}

/// Whose the order was when it counted, before merges brought it where it is.
fn owners_before(unit: &mut Unit<'_>, owner: &Customer, order: &Order) -> Result<Vec<Root>, Error> {
    if owner.former.is_empty() { Ok(Vec::new()) } else { Merge::order_owners_before(unit, &order.root, &order.number) }
}

/// Gives back, takes back, and counts less.
pub(super) fn refund(
    unit: &mut Unit<'_>,
    owner: &Customer,
    order: &mut Order,
    id: &Id,
    wanted: Wanted,
    reason: Option<&Line>,
) -> Result<Returns, Error> {
    if order.facts.refunds.len() >= ORDER_REFUNDS_MAX {
        return Err(Error::limit_exceeded("refunds of an order", ORDER_REFUNDS_MAX, order.facts.refunds.len() + 1));
    }
    let returning = order.give_back(&wanted)?;
    let reason = reason.filter(|_| owner.keeps_texts());
    let texts = reason.map(Line::as_str);
    // What comes back pays for what is taken back.
    let given_back = give_back(unit, owner, order, texts)?;
    let taken = take_back(unit, owner, order, texts)?;
    order.facts.refunds.push(Refunded { id: id.clone(), at: unit.now(), amount: returning.amount, reason: reason.cloned(), wanted });
    // What was counted when it earned is counted back, dated as it was.
    let mut owners = owners_before(unit, owner, order)?;
    owners.insert(0, order.root.clone());
    let (at, spend) = (order.placed_at, Quantity::default().minus(returning.goods)?);
    let less = [(spend.is_negative(), Happened::Spend(spend)), (returning.last_goods, Happened::Orders(-1))];
    for (_, what) in less.into_iter().filter(|(is_less, _)| *is_less && order.earned_at.is_some()) {
        unit.notes.counted.push(Counted { owners: owners.clone(), what, at });
    }
    unit.put(order);
    Ok(Returns { taken, given_back, ..Returns::new(owner, order, returning.amount)? })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::customer::Create;
    use crate::membership::Enroll;
    use crate::order::{Cancel, Record};
    use crate::unit::tests::Stage;

    /// Runs a command and says what it counts.
    fn counted<O: Operation>(stage: &Stage, args: &Value) -> Vec<String> {
        let operation: O = crate::json::read_text(&args.to_string(), "args").unwrap();
        stage.with(|unit| {
            operation.run(unit).unwrap();
            let said = |counted: &Counted| match counted.what {
                Happened::Orders(orders) => format!("{orders} orders at {}", counted.at),
                Happened::Spend(spend) => format!("spend of {} at {}", spend.normal(), counted.at),
                Happened::Visit => "a visit".into(),
            };
            unit.notes.counted.iter().map(said).collect()
        })
    }

    // rules O4, O5, Y1
    #[test]
    fn what_counts_is_counted_once_and_back_with_refunds() {
        let mut stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage.run::<Enroll>(json!({ "customer": "c-1" })).unwrap();
        stage.at("2026-11-24T10:00:00Z");
        let mut order = json!({ "customer": "c-1", "number": "o-1", "placed_at": "2026-11-23T10:00:00Z", "currency": "CHF", "shipping": "5",
            "lines": [{ "unit_price": "10" }, { "quantity": "2", "unit_price": "10" }], "payments": [{ "id": "p", "amount": "35", "status": "paid" }] });
        assert!(counted::<Record>(&stage, &order).is_empty(), "not in this currency");
        order["currency"] = json!("USD");
        let at = "at 2026-11-23T10:00:00Z";
        assert_eq!(counted::<Record>(&stage, &order), [format!("1 orders {at}"), format!("spend of 30 {at}")]);
        assert!(counted::<Record>(&stage, &order).is_empty(), "delivered again");
        let refund = |id: &str, lines: Value| json!({ "customer": "c-1", "number": "o-1", "refund": id, "lines": lines });
        let one = refund("r-1", json!([{ "line": "2", "quantity": "1" }]));
        assert_eq!(counted::<Refund>(&stage, &one), [format!("spend of -10 {at}")]);
        assert!(counted::<Refund>(&stage, &one).is_empty(), "delivered again");
        let rest = refund("r-2", json!([{ "line": "1" }, { "line": "2" }]));
        assert_eq!(counted::<Refund>(&stage, &rest), [format!("spend of -20 {at}"), format!("-1 orders {at}")]);
        assert!(counted::<Cancel>(&stage, &json!({ "customer": "c-1", "number": "o-1" })).is_empty(), "only shipping is left");
    }

    // rules O4, L11
    #[test]
    fn a_refund_is_checked_against_the_order() {
        let stage = Stage::new();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage
            .run::<Record>(json!({ "customer": "c-1", "number": "o-1", "placed_at": "2026-11-22T10:00:00Z", "currency": "USD",
                "lines": [{ "quantity": "3", "unit_price": "0.01" }, { "unit_price": "10" }] }))
            .unwrap();
        let refusal = |more: Value| {
            let mut args = json!({ "customer": "c-1", "number": "o-1", "refund": "r" });
            more.as_object().unwrap().iter().for_each(|(field, value)| args[field] = value.clone());
            stage.refusal::<Refund>(args)
        };
        for (more, wanted) in [
            (json!({ "lines": [] }), "invalid_request args.lines"),
            (json!({ "lines": [{ "line": "3" }] }), "not_found"),
            (json!({ "lines": [{ "line": "1", "quantity": "4" }] }), "exceeds_order"),
            (json!({ "lines": [{ "line": "1", "quantity": "0" }] }), "invalid_request args.lines[0].quantity"),
            (json!({ "lines": [{ "line": "1", "quantity": "-1" }] }), "invalid_request args.lines[0].quantity"),
            (json!({ "lines": [{ "line": "2", "amount": "10.01" }] }), "exceeds_order"),
            (json!({ "lines": [{ "line": "2", "amount": "1", "quantity": "1" }] }), "invalid_request args.lines[0]"),
            (json!({ "lines": [{ "line": "1" }, { "line": "1" }] }), "invalid_request args.lines[1].line"),
            (json!({ "amount": "0.001" }), "invalid_request args.amount"),
            (json!({ "amount": "10.04" }), "exceeds_order"),
            (json!({ "amount": "1", "tax": "1" }), "invalid_request args.amount"),
            (json!({ "shipping": "1" }), "exceeds_order"),
            (json!({ "currency": "EUR" }), "invalid_request args.currency"),
            (json!({ "number": "o-2" }), "not_found"),
            (json!({ "lines": [{ "line": "1", "quantity": "1" }, { "line": "2", "amount": "4" }] }), "done"),
        ] {
            assert_eq!(refusal(more.clone()), wanted, "{more}");
        }
    }

    fn shop(more: Value) -> Stage {
        let mut stage = Stage::new();
        stage.program(|program| {
            for (name, value) in more.as_object().unwrap() {
                program[name] = value.clone();
            }
        });
        for id in ["c-1", "c-2"] {
            stage.run::<Create>(json!({ "id": id })).unwrap();
            stage.run::<Enroll>(json!({ "customer": id })).unwrap();
        }
        stage
    }

    fn paid(customer: &str, number: &str, amount: &str) -> Value {
        json!({ "customer": customer, "number": number, "placed_at": "2026-11-22T10:00:00Z", "currency": "USD",
            "lines": [{ "unit_price": amount }], "payments": [{ "id": "p", "amount": amount, "status": "paid" }] })
    }

    // rules O4, M2, L9
    #[test]
    fn what_came_back_cannot_be_refused_and_what_is_missing_is_owed() {
        let stage = shop(json!({}));
        stage.run::<Record>(paid("c-1", "o-1", "100")).unwrap();
        stage.run::<crate::points::Spend>(json!({ "customer": "c-1", "type": "points", "amount": "100" })).unwrap();
        stage.run::<Cancel>(json!({ "customer": "c-1", "number": "o-1" })).unwrap();
        let balance = stage.run::<crate::points::Balance>(json!({ "customer": "c-1", "type": "points" })).unwrap().balances.remove(0);
        assert_eq!((balance.total.to_string(), balance.debt.to_string()), ("-100".into(), "100".into()));
    }

    // rule O4
    #[test]
    fn what_a_refund_kept_is_settled_whatever_the_program_says_later() {
        let mut stage = shop(json!({ "earning": { "spent_points": "none" } }));
        stage.run::<crate::points::Adjust>(json!({ "customer": "c-1", "type": "points", "amount": "100", "reason": "goodwill" })).unwrap();
        stage.run::<crate::points::Spend>(json!({ "customer": "c-1", "type": "points", "amount": "100" })).unwrap();
        let mut order = paid("c-1", "o-1", "100");
        order["payments"][0]["points"] = json!("c-1/points/2");
        stage.run::<Record>(order).unwrap();
        let refund = |stage: &Stage, id: &str, amount: &str| {
            let returns = stage.run::<Refund>(json!({ "customer": "c-1", "number": "o-1", "refund": id, "amount": amount })).unwrap();
            returns.given_back.iter().map(|back| back.amount.to_string()).collect::<Vec<_>>()
        };
        assert!(refund(&stage, "r-1", "40").is_empty());
        stage.program(|program| program["earning"]["spent_points"] = json!("own_lots"));
        assert_eq!(refund(&stage, "r-2", "10"), ["10"], "the 40 stay spent");
        stage.program(|program| program["earning"]["spent_points"] = json!("none"));
        assert!(refund(&stage, "r-3", "20").is_empty());
        stage.program(|program| program["earning"]["spent_points"] = json!("new_lot"));
        assert_eq!(refund(&stage, "r-4", "30"), ["30"]);
        let again = stage.run::<Cancel>(json!({ "customer": "c-1", "number": "o-1" })).unwrap();
        assert!(again.all && again.given_back.is_empty());
    }

    // rules O4, R7
    #[test]
    fn what_a_gift_card_paid_returns_to_it_in_its_turn() {
        use crate::gift_card::{Block, Deactivate, Get, Issue};
        use crate::points::{Adjust, Capture, Hold};
        let stage = Stage::with_money();
        stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
        stage.run::<Enroll>(json!({ "customer": "c-1" })).unwrap();
        stage.run::<Adjust>(json!({ "customer": "c-1", "type": "points", "amount": "100", "reason": "goodwill" })).unwrap();
        for (number, order) in [("GC-1", "o-1"), ("GC-2", "o-2")] {
            stage.run::<Issue>(json!({ "gift_card": number, "type": "gift_credit", "amount": "50" })).unwrap();
            let parts = json!([{ "type": "points", "amount": "50" }, { "gift_card": number, "amount": "40" }]);
            let held = stage.run::<Hold>(json!({ "customer": "c-1", "parts": parts })).unwrap();
            let holds: Vec<String> = held.parts.iter().map(|hold| hold.id.to_string()).collect();
            stage.run::<Capture>(json!({ "customer": "c-1", "holds": holds })).unwrap();
            let payment = |id: &str, amount: &str, points: &str| json!({ "id": id, "amount": amount, "status": "paid", "points": points });
            let mut order = paid("c-1", order, "90");
            order["payments"] = json!([payment("p-1", "50", &holds[0]), payment("p-2", "40", &holds[1])]);
            stage.run::<Record>(order).unwrap();
        }
        let refund = |number: &str, more: Value| {
            let mut refund = json!({ "customer": "c-1", "number": number, "refund": more.to_string() });
            more.as_object().unwrap().iter().for_each(|(field, value)| refund[field] = value.clone());
            let returns = stage.run::<Refund>(refund).unwrap();
            let said = |back: &Taken| format!("{} {}", back.amount, back.entry.as_str().split('/').next().unwrap());
            returns.given_back.iter().map(said).collect::<Vec<_>>()
        };
        let on_card = |number: &str| stage.run::<Get>(json!({ "gift_card": number })).unwrap().card.balance.active.to_string();
        assert_eq!(refund("o-1", json!({ "amount": "45" })), ["25 c-1", "20.00 g:GC-1"]);
        assert_eq!(on_card("GC-1"), "30.00");
        stage.run::<Block>(json!({ "gift_card": "GC-1", "reason": "lost" })).unwrap();
        assert_eq!(refund("o-1", json!({})), ["25 c-1", "20.00 g:GC-1"], "a blocked card takes refunds");
        stage.run::<Deactivate>(json!({ "gift_card": "GC-2", "reason": "fraud" })).unwrap();
        assert_eq!(refund("o-2", json!({})).len(), 1, "one that is gone for good does not, and refuses nothing");
        assert_eq!((on_card("GC-1"), on_card("GC-2")), ("50.00".into(), "0.00".into()));
    }

    // rule O1
    #[test]
    fn what_was_given_back_need_not_be_paid() {
        let stage = shop(json!({}));
        let mut order = paid("c-1", "o-1", "100");
        order["payments"] = json!([]);
        stage.run::<Record>(order.clone()).unwrap();
        stage.run::<Refund>(json!({ "customer": "c-1", "number": "o-1", "refund": "r-1", "amount": "40" })).unwrap();
        order["payments"] = json!([{ "id": "p", "amount": "60", "status": "paid" }]);
        let recorded = stage.run::<Record>(order).unwrap();
        assert!(recorded.earned_at.is_some(), "{:?}", recorded.not_earned);
    }
}
