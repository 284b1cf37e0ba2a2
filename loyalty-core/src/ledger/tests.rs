//! Corners of the ledger that random sequences found.

use serde_json::{Value, json};

use crate::loyalty::Loyalty;
use crate::memory::Memory;

/// A shop with one member and one point type.
struct Shop(Loyalty<Memory>);

impl Shop {
    fn new(point_type: &Value, on_leaving: &str) -> Self {
        let shop = Shop(Loyalty::new(Memory::new()));
        let program = json!({ "point_types": [point_type], "on_leaving": on_leaving });
        shop.ask("2026-01-01T10:00:00Z", "program.set", &json!({ "program": program }));
        shop.ask("2026-01-01T10:00:00Z", "customer.create", &json!({ "id": "c" }));
        shop.ask("2026-01-01T10:00:00Z", "membership.enroll", &json!({ "customer": "c" }));
        shop
    }

    fn answer(&self, at: &str, op: &str, args: &Value) -> Value {
        let context =
            json!({ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": at, "entropy": "sixteen bytes or more" });
        let answer = self.0.execute(&json!({ "op": op, "args": args }).to_string(), &context.to_string());
        serde_json::from_str(&answer).unwrap()
    }

    /// The answer to a request that must be done.
    fn ask(&self, at: &str, op: &str, args: &Value) -> Value {
        let answer = self.answer(at, op, args);
        assert!(answer["ok"].is_object(), "{op} {args}: {answer}");
        answer["ok"].clone()
    }

    fn adjust(&self, at: &str, amount: &str, more: &Value) {
        let mut args = json!({ "customer": "c", "type": "p", "amount": amount, "reason": "because" });
        args.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
        self.ask(at, "points.adjust", &args);
    }

    fn reverse(&self, at: &str, entry: u64) -> Value {
        self.ask(at, "points.reverse", &json!({ "customer": "c", "entry": format!("c/p/{entry}") }))
    }

    /// Parts of the balance.
    fn balance<const N: usize>(&self, at: &str, parts: [&str; N]) -> [String; N] {
        let balance = self.ask(at, "points.balance", &json!({ "customer": "c" }))["balances"][0].clone();
        parts.map(|part| balance[part].as_str().unwrap_or_default().to_owned())
    }
}

// rules L7, L12
#[test]
fn a_debit_dated_back_leaves_no_debt_beside_active_points() {
    let shop = Shop::new(&json!({ "id": "p", "activation_days": 1, "debt_floor": "-10" }), "freeze");
    shop.ask("2026-01-01T10:00:00Z", "points.earn", &json!({ "customer": "c", "type": "p", "amount": "5" }));
    shop.adjust("2026-01-02T10:00:00Z", "-5", &json!({ "effective_at": "2026-01-01T11:00:00Z" }));
    assert_eq!(shop.balance("2026-01-02T10:00:00Z", ["active", "debt", "total"]), ["0", "0", "0"]);
}

// rule L9
#[test]
fn what_was_forfeited_of_a_reversed_credit_counts_as_taken() {
    let shop = Shop::new(&json!({ "id": "p", "reversal_shortfall": "debt" }), "forfeit");
    shop.adjust("2026-01-01T10:00:00Z", "5", &json!({}));
    shop.ask("2026-01-02T10:00:00Z", "membership.unenroll", &json!({ "customer": "c" }));
    let reversed = shop.reverse("2026-01-03T10:00:00Z", 1);
    assert_eq!(reversed["result"]["lapsed"], "5");
    assert_eq!(shop.balance("2026-01-03T10:00:00Z", ["debt", "expired", "total"]), ["0", "5", "0"]);
}

// rule L9
#[test]
fn repaid_debt_that_comes_back_can_be_spent() {
    let expiry = json!({ "policy": "inactivity", "period": "days", "count": 30 });
    let shop = Shop::new(&json!({ "id": "p", "expiry": expiry, "debt_floor": "-10" }), "freeze");
    shop.adjust("2026-01-01T10:00:00Z", "-5", &json!({}));
    // Ends on its own: the account has no date.
    shop.adjust("2026-01-02T10:00:00Z", "5", &json!({ "never_expires": true }));
    shop.reverse("2026-01-03T10:00:00Z", 1);
    shop.ask("2026-01-03T10:00:00Z", "points.spend", &json!({ "customer": "c", "type": "p", "amount": "5" }));
}

// rules L8, L12
#[test]
fn what_lapses_on_a_suspended_account_takes_effect_when_it_happens() {
    let shop = Shop::new(&json!({ "id": "p" }), "freeze");
    shop.adjust("2026-01-01T10:00:00Z", "5", &json!({ "expires_at": "2026-01-02T00:00:00Z" }));
    shop.ask("2026-01-01T10:00:00Z", "points.spend", &json!({ "customer": "c", "type": "p", "amount": "5" }));
    shop.ask("2026-01-03T10:00:00Z", "membership.deactivate", &json!({ "customer": "c" }));
    shop.reverse("2026-01-05T10:00:00Z", 2);
    let past = shop.ask("2026-01-06T10:00:00Z", "points.balance", &json!({ "customer": "c", "as_of": "2026-01-04T10:00:00Z" }));
    assert_eq!(past["as_of"][0]["total"], "0");
}

// rule L6
#[test]
fn the_sweep_leaves_a_suspended_account_alone() {
    let shop = Shop::new(&json!({ "id": "p" }), "freeze");
    shop.adjust("2026-01-01T10:00:00Z", "5", &json!({ "expires_at": "2026-01-09T00:00:00Z" }));
    shop.ask("2026-01-01T10:00:00Z", "points.hold", &json!({ "customer": "c", "type": "p", "amount": "5", "seconds": 86_400 }));
    shop.ask("2026-01-01T11:00:00Z", "membership.deactivate", &json!({ "customer": "c" }));
    shop.ask("2026-01-01T12:00:00Z", "points.release", &json!({ "customer": "c", "hold": "c/p/h1", "amount": "2" }));
    let swept = shop.ask("2026-02-01T10:00:00Z", "maintenance.run", &json!({}));
    assert_eq!((&swept["customers"], &swept["more"]), (&json!(0), &json!(false)));
}

// rules L9, L8
#[test]
fn what_is_set_aside_of_a_reversed_credit_is_owed_until_it_is_released() {
    let shop = Shop::new(&json!({ "id": "p", "reversal_shortfall": "refuse" }), "freeze");
    shop.adjust("2026-01-01T10:00:00Z", "5", &json!({}));
    shop.ask("2026-01-01T10:00:00Z", "points.hold", &json!({ "customer": "c", "type": "p", "amount": "3" }));
    shop.reverse("2026-01-01T10:01:00Z", 1);
    assert_eq!(shop.balance("2026-01-01T10:01:00Z", ["active", "held", "debt"]), ["0", "3", "3"]);
    shop.ask("2026-01-01T10:02:00Z", "points.release", &json!({ "customer": "c", "hold": "c/p/h1" }));
    assert_eq!(shop.balance("2026-01-01T10:02:00Z", ["active", "held", "debt"]), ["0", "0", "0"]);
}

// rules L9, L7
#[test]
fn debt_that_a_reversed_credit_had_repaid_is_owed_again() {
    let shop = Shop::new(&json!({ "id": "p", "reversal_shortfall": "forgive", "debt_floor": "-10" }), "freeze");
    shop.adjust("2026-01-01T10:00:00Z", "-4", &json!({}));
    shop.adjust("2026-01-02T10:00:00Z", "10", &json!({}));
    shop.ask("2026-01-02T10:00:00Z", "points.spend", &json!({ "customer": "c", "type": "p", "amount": "6" }));
    let part = |amount: &str| {
        let args = json!({ "customer": "c", "entry": "c/p/2", "amount": amount });
        shop.ask("2026-01-03T10:00:00Z", "points.reverse", &args)["result"]["forgiven"].clone()
    };
    assert_eq!((part("7"), part("3")), (json!("6"), json!("0")));
    assert_eq!(shop.balance("2026-01-03T10:00:00Z", ["debt", "total"]), ["4", "-4"]);
}

// rule L12
#[test]
fn a_credit_dated_back_that_has_ended_repays_nothing() {
    let shop = Shop::new(&json!({ "id": "p", "debt_floor": "-10" }), "freeze");
    shop.adjust("2026-01-05T10:00:00Z", "-4", &json!({}));
    shop.adjust("2026-01-06T10:00:00Z", "5", &json!({ "effective_at": "2026-01-01T10:00:00Z", "expires_at": "2026-01-02T00:00:00Z" }));
    assert_eq!(shop.balance("2026-01-06T10:00:00Z", ["debt", "expired", "total"]), ["4", "5", "-4"]);
}

// rule L5
#[test]
fn a_manual_adjustment_does_not_move_the_date_of_an_account() {
    let expiry = json!({ "policy": "inactivity", "period": "days", "count": 10 });
    let shop = Shop::new(&json!({ "id": "p", "expiry": expiry }), "freeze");
    shop.ask("2026-01-01T10:00:00Z", "points.earn", &json!({ "customer": "c", "type": "p", "amount": "5" }));
    shop.adjust("2026-01-05T10:00:00Z", "2", &json!({}));
    assert_eq!(shop.balance("2026-01-12T10:00:00Z", ["active"]), ["0"]);
    // The date has passed: the next lot sets it anew.
    shop.adjust("2026-01-12T10:00:00Z", "2", &json!({}));
    assert_eq!(shop.balance("2026-01-13T10:00:00Z", ["active"]), ["2"]);
}

// rule L12
#[test]
fn a_debit_dated_back_cannot_use_what_a_later_reversal_put_back() {
    let shop = Shop::new(&json!({ "id": "p" }), "freeze");
    shop.adjust("2026-01-01T10:00:00Z", "5", &json!({}));
    shop.ask("2026-01-02T10:00:00Z", "points.spend", &json!({ "customer": "c", "type": "p", "amount": "5" }));
    shop.reverse("2026-01-04T10:00:00Z", 2);
    let adjust = |at: &str| {
        let args = json!({ "customer": "c", "type": "p", "amount": "-5", "reason": "because", "effective_at": at });
        shop.answer("2026-01-05T10:00:00Z", "points.adjust", &args)
    };
    assert_eq!(adjust("2026-01-03T10:00:00Z")["error"]["code"], "invalid_request");
    assert!(adjust("2026-01-04T10:00:00Z")["ok"].is_object());
}

// rules L7, L9
#[test]
fn a_refused_reversal_says_what_was_there_before_it() {
    let shop = Shop::new(&json!({ "id": "p", "activation_days": 1, "debt_floor": "-10" }), "freeze");
    shop.adjust("2026-01-01T10:00:00Z", "10", &json!({}));
    shop.ask("2026-01-01T10:00:00Z", "points.spend", &json!({ "customer": "c", "type": "p", "amount": "8" }));
    shop.ask("2026-01-01T10:00:00Z", "points.earn", &json!({ "customer": "c", "type": "p", "amount": "5" }));
    let request = json!({ "op": "points.reverse", "args": { "customer": "c", "entry": "c/p/1" } }).to_string();
    let context = json!({ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": "2026-01-01T11:00:00Z",
        "entropy": "sixteen bytes or more" });
    let answer: Value = serde_json::from_str(&shop.0.execute(&request, &context.to_string())).unwrap();
    let details = &answer["error"]["details"];
    assert_eq!((&details["available"], &details["pending"]), (&json!("2"), &json!("5")), "{answer}");
}
