//! A shop with one member, `ann`, and one point type, `points`.

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use serde_json::{Value, json};
use std::sync::Arc;

/// A shop; time stands where it was set last.
pub(crate) struct Shop {
    pub(crate) memory: Arc<Memory>,
    loyalty: Loyalty<Arc<Memory>>,
    at: String,
    asked: u32,
}

/// A lot as it can be seen: its number, what is left, where it is, when it ends.
pub(crate) type Lot = (u64, i64, String, String);

impl Shop {
    /// A shop on January 1, 2026, 00:00 UTC; the point type has these policies.
    pub(crate) fn new(policies: Value) -> Self {
        Self::with(policies, json!({}))
    }

    /// The same with more in the program.
    pub(crate) fn with(policies: Value, more: Value) -> Self {
        let memory = Arc::new(Memory::new());
        let mut shop = Shop { loyalty: Loyalty::new(Arc::clone(&memory)), memory, at: String::new(), asked: 0 };
        shop.on("2026-01-01");
        let (mut point_type, mut program) = (policies, more);
        point_type["id"] = json!("points");
        program["point_types"] = json!([point_type]);
        shop.done("program.set", json!({ "program": program }));
        shop.done("customer.create", json!({ "id": "ann" }));
        shop.act("membership.enroll");
        shop
    }

    /// Sets the time to the first instant of a day.
    pub(crate) fn on(&mut self, day: &str) {
        self.at(&format!("{day}T00:00:00Z"));
    }

    /// Sets the time.
    pub(crate) fn at(&mut self, at: &str) {
        self.at = at.to_owned();
    }

    /// Asks anything.
    pub(crate) fn ask(&mut self, request: &Value) -> Value {
        self.asked += 1;
        let context = json!({
            "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] },
            "at": self.at,
            "entropy": format!("entropy of question {:05}", self.asked)
        });
        serde_json::from_str(&self.loyalty.execute(&request.to_string(), &context.to_string())).unwrap()
    }

    /// Asks what must be done, and takes the answer.
    pub(crate) fn done(&mut self, operation: &str, args: Value) -> Value {
        let answer = self.ask(&json!({ "op": operation, "args": args }));
        assert!(answer["error"].is_null(), "{operation} {args}: {answer}");
        answer["ok"].clone()
    }

    /// Asks what must be refused, and takes the code.
    pub(crate) fn refused(&mut self, operation: &str, args: Value) -> String {
        let answer = self.ask(&json!({ "op": operation, "args": args }));
        answer["error"]["code"].as_str().unwrap_or_else(|| panic!("{operation} {args}: {answer}")).to_owned()
    }

    /// An operation of ann's that needs nothing else.
    pub(crate) fn act(&mut self, operation: &str) -> Value {
        self.done(operation, json!({ "customer": "ann" }))
    }

    /// Ann earns.
    pub(crate) fn earn(&mut self, amount: i64) {
        self.done("points.earn", json!({ "customer": "ann", "type": "points", "amount": amount.to_string() }));
    }

    /// Ann earns what ends on a day.
    pub(crate) fn earn_until(&mut self, amount: i64, day: &str) {
        let args = json!({ "customer": "ann", "type": "points", "amount": amount.to_string(), "expires_at": format!("{day}T00:00:00Z") });
        self.done("points.earn", args);
    }

    /// Ann spends.
    pub(crate) fn spend(&mut self, amount: i64) {
        self.done("points.spend", json!({ "customer": "ann", "type": "points", "amount": amount.to_string() }));
    }

    /// The arguments of an adjustment.
    pub(crate) fn adjustment(amount: i64) -> Value {
        json!({ "customer": "ann", "type": "points", "amount": amount.to_string(), "reason": "test" })
    }

    /// An agent gives or takes.
    pub(crate) fn adjust(&mut self, amount: i64) {
        self.done("points.adjust", Self::adjustment(amount));
    }

    /// Sets an amount aside for so many days.
    pub(crate) fn hold(&mut self, amount: i64, days: u32) {
        let args = json!({ "customer": "ann", "type": "points", "amount": amount.to_string(), "seconds": days * 86_400 });
        self.done("points.hold", args);
    }

    /// The arguments that capture or release a hold.
    pub(crate) fn of_hold(number: u64, amount: i64) -> Value {
        json!({ "customer": "ann", "hold": format!("ann/points/h{number}"), "amount": amount.to_string() })
    }

    /// The arguments that reverse an entry, in part.
    pub(crate) fn of_entry(number: u64, amount: i64) -> Value {
        json!({ "customer": "ann", "entry": format!("ann/points/{number}"), "amount": amount.to_string() })
    }

    /// Active, pending, held, debt.
    pub(crate) fn balance(&mut self) -> [i64; 4] {
        let balance = self.act("points.balance")["balances"][0].clone();
        ["active", "pending", "held", "debt"].map(|part| number(&balance[part]))
    }

    /// Earned, adjusted, spent, expired.
    pub(crate) fn lifetime(&mut self) -> [i64; 4] {
        let balance = self.act("points.balance")["balances"][0].clone();
        ["earned", "adjusted", "spent", "expired"].map(|part| number(&balance[part]))
    }

    /// The lots, in spending order.
    pub(crate) fn lots(&mut self) -> Vec<Lot> {
        let lots = self.done("points.explain", json!({ "customer": "ann", "type": "points" }))["lots"].clone();
        let lot = |lot: &Value| {
            let place = lot["place"].as_str().unwrap().to_owned();
            let end = lot["expires"]["at"].as_str().or(lot["expires"].as_str()).unwrap();
            (last_number(&lot["lot"]), number(&lot["amount"]), place, end.trim_end_matches("T00:00:00Z").to_owned())
        };
        lots.as_array().unwrap().iter().map(lot).collect()
    }

    /// The journal, oldest first: kind, amount, balance, time of effect.
    pub(crate) fn journal(&mut self) -> Vec<(String, i64, i64, String)> {
        let entries = self.act("points.history")["entries"].clone();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let line =
            |entry: &Value| (text(&entry["kind"]), number(&entry["amount"]), number(&entry["balance"]), text(&entry["effective_at"]));
        entries.as_array().unwrap().iter().rev().map(line).collect()
    }

    /// The verdict on the books.
    pub(crate) fn verdict(&mut self, expected_head: Option<&str>) -> Value {
        self.done("journal.verify", json!({ "customer": "ann", "expected_head": expected_head }))
    }
}

/// The books of every shop are right when its test ends.
impl Drop for Shop {
    fn drop(&mut self) {
        if !std::thread::panicking() && !self.at.is_empty() {
            let verdict = self.verdict(None);
            assert_eq!(verdict["sound"], true, "{verdict}");
        }
    }
}

pub(crate) fn number(value: &Value) -> i64 {
    value.as_str().unwrap().parse().unwrap()
}

fn last_number(id: &Value) -> u64 {
    id.as_str().unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

/// A lot, in short.
pub(crate) fn lot(number: u64, amount: i64, place: &str, end: &str) -> Lot {
    (number, amount, place.to_owned(), end.to_owned())
}
