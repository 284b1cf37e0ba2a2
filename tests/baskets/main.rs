//! Real baskets with lines, items and discounts: what each earned is shared over its lines exactly, and giving every tenth back line by line
//! leaves the books as they were before it.
//!
//! The baskets are too large to carry: `cargo xtask test --real-baskets` fetches them, and export.py writes them down.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use serde_json::{Value, json};

/// A point for every dollar, three times as many on soft drinks, five cents of credit for every dollar, a stamp for each bag of snacks.
const PROGRAM: &str = r#"{
  "point_types": [
    { "id": "points" }, { "id": "stamps", "kind": "stamps" },
    { "id": "credit", "kind": "money", "currency": "USD", "places": 2 }
  ],
  "earning": { "rules": [
    { "id": "a-dollar", "type": "points", "points": "1", "per": "1" },
    { "id": "soft-drinks", "type": "points", "gives": "times", "times": "3", "categories": ["SOFT DRINKS"] },
    { "id": "cash-back", "type": "credit", "points": "0.05", "per": "1", "rounding": "half_up" },
    { "id": "snacks", "type": "stamps", "gives": "per_item", "points": "1", "categories": ["BAG SNACKS"] }
  ] },
  "events": []
}"#;

/// A shop over memory, and how many commands it has had.
struct Shop {
    loyalty: Loyalty<Memory>,
    commands: usize,
}

impl Shop {
    fn new() -> Self {
        let mut shop = Shop { loyalty: Loyalty::new(Memory::new()), commands: 0 };
        let program: Value = serde_json::from_str(PROGRAM).unwrap();
        shop.ask("program.set", &json!({ "program": program }), "2016-12-31T00:00:00Z");
        shop
    }

    fn ask(&mut self, operation: &str, arguments: &Value, at: &str) -> Value {
        self.commands += 1;
        let context = json!({
            "actor": { "id": "shop", "kind": "system", "roles": ["admin"] }, "at": at, "entropy": format!("entropy of command {}", self.commands)
        });
        let request = json!({ "op": operation, "args": arguments });
        let mut answer: Value = serde_json::from_str(&self.loyalty.execute(&request.to_string(), &context.to_string())).unwrap();
        assert!(answer["ok"].is_object(), "{request}: {answer}");
        answer["ok"].take()
    }

    /// What a household has, by point type.
    fn totals(&mut self, household: &str, at: &str) -> BTreeMap<String, String> {
        let balances = self.ask("points.balance", &json!({ "customer": household }), at)["balances"].take();
        let total = |balance: &Value| (balance["type"].as_str().unwrap().to_owned(), balance["total"].as_str().unwrap().to_owned());
        balances.as_array().unwrap().iter().map(total).collect()
    }
}

fn money(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// A decimal text in units of so many places.
fn units(text: &Value, places: u32) -> i64 {
    let (whole, part) = text.as_str().unwrap().split_once('.').unwrap_or((text.as_str().unwrap(), ""));
    let part = format!("{part:0<width$}", width = usize::try_from(places).unwrap());
    whole.parse::<i64>().unwrap() * 10_i64.pow(places) + part.parse::<i64>().unwrap_or(0)
}

/// The shares of the lines add up to what each rule gave, and the credit is what a second, simple count makes it.
fn check(order: &Value, cents: i64) {
    for earned in order["earned"].as_array().into_iter().flatten() {
        let places = if earned["type"] == "credit" { 2 } else { 0 };
        let shares: i64 = earned["shares"].as_array().unwrap().iter().map(|share| units(&share["amount"], places)).sum();
        assert_eq!(shares, units(&earned["amount"], places), "{order}");
        if earned["rule"] == "cash-back" {
            assert_eq!(shares, (cents * 5 + 50) / 100, "{order}");
        }
    }
}

/// Gives a basket back, a line at a time.
fn give_back(shop: &mut Shop, basket: &Value) {
    for line in 1..=basket["lines"].as_array().unwrap().len() {
        let refund = json!({
            "customer": basket["household"], "number": basket["number"], "refund": line.to_string(), "lines": [{ "line": line.to_string() }]
        });
        shop.ask("order.refund", &refund, basket["at"].as_str().unwrap());
    }
}

// rules O2, O3, O4
#[test]
#[ignore = "the baskets are fetched: cargo xtask test --real-baskets"]
fn shares_add_up_and_returns_leave_nothing() {
    let path = std::env::var("LOYALTY_TEST_BASKETS").expect("LOYALTY_TEST_BASKETS names the file that export.py wrote");
    let file = BufReader::new(std::fs::File::open(path).unwrap());
    let mut shop = Shop::new();
    let mut known = BTreeMap::new();
    let (mut baskets, mut given_back) = (0_usize, 0_usize);
    for text in file.lines() {
        let basket: Value = serde_json::from_str(&text.unwrap()).unwrap();
        let (household, at) = (basket["household"].as_str().unwrap(), basket["at"].as_str().unwrap());
        if known.insert(household.to_owned(), ()).is_none() {
            shop.ask("customer.create", &json!({ "id": household, "state": "enrolled" }), at);
        }
        baskets += 1;
        let before = if baskets.is_multiple_of(10) { Some(shop.totals(household, at)) } else { None };
        let mut cents = 0;
        let lines: Vec<Value> = basket["lines"].as_array().unwrap().iter().map(|line| {
            let [items, price, discount] = [2, 3, 4].map(|place| line[place].as_i64().unwrap());
            cents += items * price - discount;
            json!({ "sku": line[0], "category": line[1], "quantity": items.to_string(), "unit_price": money(price), "discount": money(discount) })
        }).collect();
        let order = json!({
            "customer": household, "number": basket["number"], "placed_at": at, "currency": "USD", "lines": lines,
            "payments": [{ "id": "1", "amount": money(cents), "status": "paid" }],
        });
        let recorded = shop.ask("order.record", &order, at);
        check(&recorded["result"], cents);
        if let Some(before) = before {
            give_back(&mut shop, &basket);
            assert_eq!(shop.totals(household, at), before, "{}", basket["number"]);
            given_back += 1;
        }
    }
    for household in known.keys() {
        let verified = shop.ask("journal.verify", &json!({ "customer": household }), "2018-01-01T00:00:00Z");
        assert_eq!(verified["sound"], true, "{household}: {verified}");
    }
    assert!(baskets > 100_000, "only {baskets} baskets");
    println!("{baskets} baskets of {} households, {given_back} given back line by line", known.len());
}

/// The checks notice what is wrong.
#[test]
fn a_share_that_is_lost_is_noticed() {
    let order = |share: &str| json!({ "earned": [{ "type": "credit", "rule": "cash-back", "amount": "0.53", "shares": [{ "amount": share }, { "amount": "0.03" }] }] });
    check(&order("0.50"), 1_050);
    assert!(std::panic::catch_unwind(|| check(&order("0.49"), 1_050)).is_err());
    assert!(std::panic::catch_unwind(|| check(&order("0.50"), 1_100)).is_err());
}
