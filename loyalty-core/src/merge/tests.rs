//! Merges through the door, which alone knows where merged ids lead.

mod bounds;

use serde_json::{Value, json};

use crate::id::Slug;
use crate::loyalty::Loyalty;
use crate::memory::Memory;
use crate::secret::Secret;

/// A shop that is asked in JSON.
struct Shop {
    loyalty: Loyalty<Memory>,
    at: &'static str,
}

impl Shop {
    fn new(members: &[&str]) -> Self {
        let secret = Secret::new(Slug::new("stage").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
        let loyalty = Loyalty::new(Memory::new()).with_secrets(vec![secret]).unwrap();
        let shop = Shop { loyalty, at: "2026-03-01T10:00:00Z" };
        for id in members {
            shop.ok("customer.create", json!({ "id": id }));
            shop.ok("membership.enroll", json!({ "customer": id }));
        }
        shop
    }

    fn ask(&self, request: &Value) -> Value {
        let context =
            json!({ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": self.at, "entropy": "sixteen bytes or more" });
        serde_json::from_str(&self.loyalty.execute(&request.to_string(), &context.to_string())).unwrap()
    }

    fn ok(&self, op: &str, args: Value) -> Value {
        let answer = self.ask(&json!({ "op": op, "args": args }));
        assert!(answer["ok"].is_object(), "{op} {args}: {answer}");
        answer["ok"].clone()
    }

    fn refusal(&self, op: &str, args: Value) -> String {
        let answer = self.ask(&json!({ "op": op, "args": args }));
        let path = answer["error"]["details"]["path"].as_str().unwrap_or_default();
        format!("{} {path}", answer["error"]["code"].as_str().unwrap_or("done")).trim().to_owned()
    }

    fn adjust(&self, customer: &str, amount: &str) -> Value {
        self.ok("points.adjust", json!({ "customer": customer, "type": "points", "amount": amount, "reason": "test" }))
    }

    fn merge(&self, survivor: &str, source: &str) -> Value {
        self.ok("merge.apply", json!({ "survivor": survivor, "source": source }))
    }

    fn undo(&self, survivor: &str, source: &str) -> Value {
        self.ok("merge.undo", json!({ "survivor": survivor, "source": source }))
    }

    fn balance(&self, customer: &str) -> Value {
        self.ok("points.balance", json!({ "customer": customer }))
    }

    fn active(&self, customer: &str) -> String {
        self.balance(customer)["balances"][0]["active"].as_str().unwrap().to_owned()
    }

    fn sound(&self, customers: &[&str]) {
        for id in customers {
            let verdict = self.ok("journal.verify", json!({ "customer": id }));
            assert_eq!(verdict["sound"], json!(true), "{id}: {verdict}");
        }
    }
}

// rules G4, G8, G9, T9
#[test]
fn fifty_and_a_hundred_are_a_hundred_and_fifty_and_can_be_parted() {
    let shop = Shop::new(&["ada", "bob"]);
    shop.adjust("ada", "50");
    shop.adjust("bob", "100");
    shop.merge("bob", "ada");
    assert_eq!((shop.active("bob").as_str(), shop.active("ada").as_str()), ("150", "150"));
    let answer = shop.ask(&json!({ "op": "points.balance", "args": { "customer": "ada" } }));
    assert_eq!((&answer["redirected_to"], &answer["ok"]["customer"]), (&json!("bob"), &json!("bob")));
    assert_eq!(shop.adjust("ada", "-120")["redirected_to"], "bob");
    let history = shop.ok("points.history", json!({ "customer": "bob" }));
    let told: Vec<String> = history["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| format!("{} {} {}", entry["id"], entry["kind"], entry["amount"]).replace('"', ""))
        .collect();
    assert_eq!(
        told,
        [
            "bob/points/3 adjust -120",
            "bob/points/2 merge_in 50",
            "bob/points/1 adjust 100",
            "ada/points/2 merge_out -50",
            "ada/points/1 adjust 50",
        ]
    );
    shop.sound(&["ada", "bob"]);
    let undone = shop.undo("bob", "ada");
    assert_eq!(undone["result"]["returned"], json!([{ "type": "points", "brought": "50", "returned": "30" }]));
    assert_eq!((shop.active("bob").as_str(), shop.active("ada").as_str()), ("0", "30"));
    shop.sound(&["ada", "bob"]);
}

/// What an account holds, whatever its log says.
fn holdings(shop: &Shop, customer: &str) -> Value {
    let balance = shop.balance(customer);
    let mut amounts = balance["balances"].clone();
    amounts.as_array_mut().unwrap().iter_mut().for_each(|amounts| amounts["version"] = json!(0));
    let holds: Vec<Value> = balance["holds"].as_array().into_iter().flatten().map(|hold| json!([hold["id"], hold["remaining"]])).collect();
    let expiring = shop.ok("points.expiring", json!({ "customer": customer, "type": "points" }));
    let lots: Vec<Value> = shop.ok("points.explain", json!({ "customer": customer, "type": "points" }))["lots"]
        .as_array()
        .unwrap()
        .iter()
        .map(|lot| json!([lot["lot"], lot["amount"], lot["place"], lot["expires"]]))
        .collect();
    json!({ "amounts": amounts, "holds": holds, "expiring": [expiring["due"], expiring["never"], expiring["held"]], "lots": lots })
}

// rules G4, G9
#[test]
fn holds_and_lots_move_with_their_ends_and_come_home() {
    let mut shop = Shop::new(&["ada", "bob"]);
    for (customer, amount, days) in [("ada", "40", 10), ("ada", "5", 10), ("bob", "10", 5), ("ada", "60", 3)] {
        let args = json!({ "customer": customer, "type": "points", "amount": amount, "reason": "test", "expires_after_days": days });
        shop.ok("points.adjust", args);
    }
    shop.ok("points.hold", json!({ "customer": "ada", "type": "points", "amount": "70", "order": "o-1", "seconds": 8_640_000 }));
    let before = ["ada", "bob"].map(|id| holdings(&shop, id));
    shop.merge("bob", "ada");
    assert_eq!(shop.balance("bob")["balances"][0]["held"], "70");
    shop.sound(&["ada", "bob"]);
    shop.undo("bob", "ada");
    assert_eq!(["ada", "bob"].map(|id| holdings(&shop, id)), before);
    shop.sound(&["ada", "bob"]);
    // Once more, and now the survivor takes of what came.
    shop.merge("bob", "ada");
    let captured = shop.ok("points.capture", json!({ "customer": "ada", "hold": "ada/points/h1", "amount": "30" }));
    assert_eq!(captured["result"]["hold"]["id"], "bob/points/h2", "a late capture finds the hold where it is");
    shop.at = "2026-03-07T10:00:00Z";
    let undone = shop.undo("bob", "ada");
    assert_eq!(undone["result"]["returned"][0]["returned"], "75");
    assert_eq!(shop.balance("ada")["holds"][0]["remaining"], "40");
    shop.ok("points.release", json!({ "customer": "ada", "hold": "ada/points/h1" }));
    assert_eq!(shop.active("ada"), "45", "what was held past its end lapses when it is released");
    shop.sound(&["ada", "bob"]);
}

// rules G4, L7, G9
#[test]
fn debt_is_settled_against_the_sum_and_owed_again() {
    for (debtor, other) in [("ada", "bob"), ("bob", "ada")] {
        let shop = Shop::new(&["ada", "bob"]);
        let mut program = shop.ok("program.get", json!({}))["program"].clone();
        program["point_types"][0]["reversal_shortfall"] = json!("debt");
        shop.ok("program.set", json!({ "program": program }));
        let earned = shop.ok("points.earn", json!({ "customer": debtor, "type": "points", "amount": "30" }))["result"]["entry"].clone();
        shop.ok("points.spend", json!({ "customer": debtor, "type": "points", "amount": "30" }));
        shop.ok("points.reverse", json!({ "customer": debtor, "entry": earned }));
        shop.adjust(other, "100");
        let before = ["ada", "bob"].map(|id| holdings(&shop, id));
        shop.merge("bob", "ada");
        let merged = shop.balance("bob")["balances"][0].clone();
        assert_eq!((&merged["active"], &merged["debt"], &merged["total"]), (&json!("70"), &json!("0"), &json!("70")));
        shop.sound(&["ada", "bob"]);
        shop.undo("bob", "ada");
        assert_eq!(["ada", "bob"].map(|id| holdings(&shop, id)), before, "{debtor}");
        shop.sound(&["ada", "bob"]);
    }
}

// rules G1, G10
#[test]
fn what_cannot_be_merged_is_refused() {
    let shop = Shop::new(&["ada", "bob", "eve"]);
    let apply = |survivor: &str, source: &str| shop.refusal("merge.apply", json!({ "survivor": survivor, "source": source }));
    shop.ok("customer.create", json!({ "id": "gus", "state": "guest" }));
    assert_eq!(apply("ada", "ada"), "invalid_request args.source");
    assert_eq!(apply("gus", "ada"), "not_eligible");
    assert_eq!(apply("ada", "nobody"), "not_found");
    assert_eq!(apply("ada", "gus"), "done");
    assert_eq!(apply("ada", "gus"), "invalid_transition", "it is merged already");
    shop.merge("bob", "ada");
    assert_eq!(apply("ada", "bob"), "not_eligible", "not in a circle");
    shop.ok("membership.deactivate", json!({ "customer": "eve" }));
    assert_eq!(apply("bob", "eve"), "invalid_transition");
    assert_eq!(apply("eve", "bob"), "not_eligible");
    let both = shop.ask(&json!({ "op": "merge.apply", "args": { "survivor": "eve", "source": "gus" } }));
    let told = both["error"]["details"]["reason"].as_str().unwrap();
    assert!(told.contains("the survivor 'eve'") && told.contains("the source 'gus'"), "what is in the way is told at once: {told}");
    // What led to the one that was merged on leads to the survivor.
    assert_eq!(shop.ok("customer.get", json!({ "customer": "gus" }))["customer"], "bob");
    let undo = |survivor: &str, source: &str| shop.refusal("merge.undo", json!({ "survivor": survivor, "source": source }));
    assert_eq!(undo("ada", "gus"), "not_eligible", "the newer one first");
    assert_eq!(undo("bob", "gus"), "not_found");
    assert_eq!(undo("bob", "ada"), "done");
    assert_eq!(shop.ok("customer.get", json!({ "customer": "gus" }))["customer"], "ada");
    assert_eq!(undo("bob", "ada"), "not_eligible", "once");
    assert_eq!(undo("ada", "gus"), "done");
    shop.sound(&["ada", "bob", "gus"]);
}

// rules K12, G4
#[test]
fn an_export_goes_on_where_the_rows_of_one_account_end() {
    let shop = Shop::new(&["ada", "bob", "eve"]);
    shop.merge("bob", "ada");
    let export = |more: Value| {
        let mut args = json!({ "customer": "bob", "section": "membership" });
        args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        args
    };
    let page = |more: Value| shop.ok("customer.export_data", export(more));
    let whole = page(json!({}))["data"]["membership"].as_array().unwrap().clone();
    assert!(whole.len() > 2, "of both accounts");
    for limit in 1..whole.len() {
        let mut answer = page(json!({ "limit": limit }));
        let mut found = answer["data"]["membership"].as_array().unwrap().clone();
        while let Some(cursor) = answer["more"][0].get("cursor").cloned() {
            answer = page(json!({ "limit": limit, "cursor": cursor }));
            found.extend(answer["data"]["membership"].as_array().unwrap().clone());
        }
        assert_eq!(found, whole, "{limit} at a time");
    }
    let cursor = page(json!({ "limit": 1 }))["more"][0]["cursor"].clone();
    shop.merge("eve", "bob");
    shop.undo("eve", "bob");
    assert_eq!(page(json!({ "cursor": cursor }))["data"]["membership"].as_array().unwrap().len(), whole.len() - 1);
    let mut of_eve = export(json!({ "cursor": cursor }));
    of_eve["customer"] = json!("eve");
    assert_eq!(shop.refusal("customer.export_data", of_eve), "invalid_request args.cursor", "it names no account of hers");
}

// rules G2, G10
#[test]
fn a_plan_is_applied_as_it_was_shown_or_not_at_all() {
    let shop = Shop::new(&["ada", "bob"]);
    shop.adjust("ada", "50");
    let mut request = json!({ "op": "merge.apply", "args": { "survivor": "bob", "source": "ada" }, "preview": true });
    let preview = shop.ask(&request)["ok"].clone();
    assert_eq!(preview["balances"][0]["active"], "50");
    assert_eq!(shop.active("bob"), "0", "a preview changes nothing");
    shop.adjust("ada", "1");
    request["preview"] = json!(false);
    request["plan"] = preview["plan"].clone();
    let outdated = shop.ask(&request);
    assert_eq!(outdated["error"]["code"], "plan_outdated");
    // What becomes of mail is part of the plan.
    shop.ok("email.unsubscribe_all", json!({ "customer": "ada" }));
    request["plan"] = outdated["error"]["details"]["plan"].clone();
    let outdated = shop.ask(&request);
    assert_eq!(outdated["error"]["code"], "plan_outdated");
    request["plan"] = outdated["error"]["details"]["plan"].clone();
    let merged = shop.ask(&request)["ok"].clone();
    assert_eq!(merged["balances"][0]["active"], "51");
    let mail = json!([{ "source": false, "opted_in": false }, { "list": "newsletter", "source": false, "opted_in": false }]);
    assert_eq!(merged["result"]["mail"], mail);
    assert_eq!(merged["result"]["created_at"], "2026-03-01T10:00:00Z");
}

// rules G2, G5
#[test]
fn a_plan_shows_where_both_stand() {
    let shop = Shop::new(&["ada", "bob"]);
    with_ladder(&shop, &json!({ "source": "spend" }), &json!({ "over": "lifetime" }));
    order(&shop, "ada", "o-1", "60");
    order(&shop, "bob", "o-2", "45");
    let mut request = json!({ "op": "merge.apply", "args": { "survivor": "bob", "source": "ada" }, "preview": true });
    let preview = shop.ask(&request)["ok"].clone();
    let rung = |status: &str, counter: &str| json!({ "status": status, "counter": counter });
    let wanted =
        json!([{ "system": "tier", "survivor": rung("bronze", "45"), "source": rung("silver", "60"), "after": rung("gold", "105") }]);
    assert_eq!(preview["result"]["statuses"], wanted);
    shop.ok("status.assign", json!({ "customer": "ada", "system": "tier", "status": "gold", "lock": "not_lowered" }));
    (request["preview"], request["plan"]) = (json!(false), preview["plan"].clone());
    assert_eq!(shop.ask(&request)["error"]["code"], "plan_outdated", "the source's status is another");
}

// rules G8, L10
#[test]
fn a_request_told_again_after_the_merge_is_a_replay() {
    let shop = Shop::new(&["ada", "bob"]);
    let told = json!({ "op": "points.earn", "args": { "customer": "ada", "type": "points", "amount": "5" }, "idempotency_key": "k-1" });
    shop.ask(&told);
    shop.merge("bob", "ada");
    assert_eq!(shop.ask(&told)["ok"]["replayed"], true);
    let late = json!({ "op": "points.earn", "args": { "customer": "ada", "type": "points", "amount": "7" }, "idempotency_key": "k-2" });
    assert_eq!(shop.ask(&late)["ok"]["replayed"], Value::Null);
    assert_eq!(shop.ask(&late)["ok"]["replayed"], true);
    assert_eq!(shop.active("bob"), "12");
    shop.undo("bob", "ada");
    assert_eq!(shop.ask(&late)["ok"]["replayed"], true, "also when it has come apart again");
    assert_eq!((shop.active("ada").as_str(), shop.active("bob").as_str()), ("5", "7"));
}

// rules G3, G7, G9, E2
#[test]
fn what_describes_the_person_is_united_and_comes_apart() {
    let shop = Shop::new(&[]);
    for (id, fields) in [("ada", json!({ "email": "ada@example.com", "last_name": "Byron" })), ("bob", json!({ "first_name": "Bob" }))] {
        let mut args = fields;
        args["id"] = json!(id);
        shop.ok("customer.create", args);
        shop.ok("membership.enroll", json!({ "customer": id }));
        shop.ok("address.add", json!({ "customer": id, "city": "Wien", "label": id }));
        shop.ok("payment_method.save", json!({ "customer": id, "token": format!("tok_{id}") }));
        shop.ok("wishlist.set", json!({ "customer": id, "items": [{ "sku": "cd-1" }, { "sku": id }] }));
    }
    shop.ok("address.add", json!({ "customer": "ada", "city": "Linz", "default_billing": true }));
    shop.ok("email.set_preferences", json!({ "customer": "ada", "newsletter": false }));
    shop.ok("email.set_preferences", json!({ "customer": "bob", "newsletter": true }));
    shop.ok("blacklist.set", json!({ "customer": "ada", "on": true, "reason": "chargebacks" }));
    let details = |id: &str| {
        let mut details = shop
            .ok("customer.details", json!({ "customer": id, "tabs": ["profile", "email", "addresses", "payment_methods", "wishlist"] }));
        for part in ["profile", "email"] {
            details[part].as_object_mut().unwrap().remove("version");
        }
        details
    };
    let before = ["ada", "bob"].map(details);
    let merged = shop.merge("bob", "ada");
    assert_eq!(
        merged["result"]["added"],
        json!({ "addresses": ["a2"], "payment_methods": ["m2"], "wishes": ["ada"], "blacklisted": true })
    );
    let after = details("bob");
    assert_eq!((&after["profile"]["email"], &after["profile"]["first_name"]), (&json!("ada@example.com"), &json!("Bob")));
    assert_eq!((after["addresses"].as_array().unwrap().len(), after["wishlist"].as_array().unwrap().len()), (2, 3));
    assert_eq!(after["email"]["newsletter"]["opted_in"], false);
    let may_buy = || shop.ok("blacklist.check", json!({ "email": "ada@example.com" }))["can_purchase"].clone();
    assert_eq!(may_buy(), false);
    shop.ok("blacklist.set", json!({ "customer": "bob", "on": false }));
    assert_eq!(may_buy(), true, "clearing the survivor clears what came with the source");
    shop.undo("bob", "ada");
    assert_eq!(["ada", "bob"].map(details), before);
    assert_eq!(may_buy(), false);
}

// rules G9, M0, K3
#[test]
fn what_was_edited_or_taken_meanwhile_stays_and_is_named() {
    let shop = Shop::new(&[]);
    for (id, fields) in
        [("ada", json!({ "email": "ada@example.com", "last_name": "Byron" })), ("bob", json!({ "email": "bob@example.com" }))]
    {
        let mut args = fields;
        args["id"] = json!(id);
        shop.ok("customer.create", args);
        shop.ok("membership.enroll", json!({ "customer": id }));
    }
    shop.merge("bob", "ada");
    shop.ok("customer.create", json!({ "id": "eve", "email": "ada@example.com" }));
    shop.ok("customer.edit", json!({ "customer": "ada", "last_name": "Lovelace" }));
    let undone = shop.undo("bob", "ada");
    assert_eq!(
        undone["result"]["stayed"],
        json!([{ "what": "profile.last_name", "why": "edited" }, { "what": "ada.profile.email", "why": "taken" }])
    );
    assert_eq!(shop.ok("customer.get", json!({ "customer": "ada" }))["profile"]["email"], Value::Null);
    assert_eq!(shop.ok("customer.get", json!({ "customer": "bob" }))["profile"]["last_name"], "Lovelace");
}

// rules M0, G8
#[test]
fn who_enrolls_afresh_begins_with_empty_ledgers() {
    let shop = Shop::new(&["ada", "bob"]);
    shop.adjust("ada", "50");
    shop.merge("bob", "ada");
    shop.ok("membership.enroll", json!({ "customer": "ada" }));
    assert_eq!((shop.active("ada").as_str(), shop.active("bob").as_str()), ("0", "50"));
    shop.adjust("ada", "7");
    let entries = |id: &str| shop.ok("points.history", json!({ "customer": id }))["entries"].as_array().unwrap().len();
    assert_eq!((entries("ada"), entries("bob")), (1, 3), "the journal from before went with the merge");
    assert_eq!(shop.refusal("merge.undo", json!({ "survivor": "bob", "source": "ada" })), "not_eligible");
    shop.merge("bob", "ada");
    assert_eq!((shop.active("bob").as_str(), entries("bob")), ("57", 6));
    shop.sound(&["ada", "bob"]);
}

/// A program in which orders earn a point a dollar, with rewards, stamps and money.
fn with_rewards(shop: &Shop) {
    let mut program = shop.ok("program.get", json!({}))["program"].clone();
    program["point_types"]
        .as_array_mut()
        .unwrap()
        .extend([json!({ "id": "stamps", "kind": "stamps" }), json!({ "id": "credit", "kind": "money", "places": 2, "currency": "USD" })]);
    program["currencies"] = json!({ "USD": 2 });
    program["earning"]["rules"] = json!([{ "id": "dollar", "type": "points", "points": "1", "per": "1" }]);
    program["earning"]["bonuses"] = json!([{ "id": "first", "type": "points", "points": "9", "on": "first_order" }]);
    program["rewards"] =
        json!([{ "id": "mug", "gives": { "kind": "custom" }, "cost": { "type": "points", "amount": "10" }, "per_customer": 2 }]);
    program["stamp_cards"] = json!([{ "id": "coffee", "type": "stamps", "size": 10, "reward": "mug" }]);
    shop.ok("program.set", json!({ "program": program }));
}

fn order(shop: &Shop, customer: &str, number: &str, price: &str) -> Value {
    let args = json!({ "customer": customer, "number": number, "placed_at": shop.at, "currency": "USD",
        "lines": [{ "unit_price": price, "sku": "cd" }], "payments": [{ "id": "p", "amount": price, "status": "paid" }] });
    shop.ok("order.record", args)
}

// rules G4, G6, G8, G9, O4, O5
#[test]
fn a_late_refund_takes_from_the_survivor_what_the_source_earned() {
    let shop = Shop::new(&["ada", "bob"]);
    with_rewards(&shop);
    order(&shop, "ada", "o-1", "100");
    shop.adjust("bob", "30");
    let before = ["ada", "bob"].map(|id| holdings(&shop, id));
    let merged = shop.merge("bob", "ada");
    assert_eq!(merged["result"]["records"], json!({ "orders": ["o-1"] }));
    let listed = shop.ok("order.list", json!({ "customer": "bob" }));
    assert_eq!((&listed["orders"][0]["number"], &listed["orders"][0]["came_from"]), (&json!("o-1"), &json!("ada")));
    let refunded = shop.ok("order.refund", json!({ "customer": "ada", "number": "o-1", "refund": "r-1", "amount": "40" }));
    assert_eq!(refunded["result"]["taken"][0]["amount"], "40");
    assert_eq!(shop.active("bob"), "95", "100 and 9 and 30, less 40 and the bonus' share");
    shop.sound(&["ada", "bob"]);
    // The first order was bought: no further bonus for the two together.
    order(&shop, "bob", "o-2", "1");
    assert_eq!(shop.active("bob"), "96");
    shop.ok("order.cancel", json!({ "customer": "bob", "number": "o-1" }));
    assert_eq!(shop.active("bob"), "31");
    shop.sound(&["ada", "bob"]);
    let undone = shop.undo("bob", "ada");
    assert_eq!(undone["result"]["returned"][0]["returned"], "0");
    assert_eq!((shop.active("ada").as_str(), shop.active("bob").as_str()), ("0", "31"));
    assert_eq!(shop.ok("order.get", json!({ "customer": "ada", "number": "o-1" }))["came_from"], Value::Null);
    shop.sound(&["ada", "bob"]);
    assert_ne!(["ada", "bob"].map(|id| holdings(&shop, id)), before);
}

// rules G6, G8, L9
#[test]
fn what_was_spent_before_a_merge_comes_back_to_the_survivor() {
    let shop = Shop::new(&["ada", "bob"]);
    shop.adjust("ada", "50");
    let spent = shop.ok("points.spend", json!({ "customer": "ada", "type": "points", "amount": "20" }))["result"]["entry"].clone();
    shop.merge("bob", "ada");
    let reverse = |amount: &str| shop.refusal("points.reverse", json!({ "customer": "ada", "entry": spent, "amount": amount }));
    assert_eq!(reverse("15"), "done");
    assert_eq!(reverse("15"), "already_used");
    assert_eq!(reverse("5"), "done");
    assert_eq!(shop.active("bob"), "50");
    let adjusted = shop.refusal("points.reverse", json!({ "customer": "bob", "entry": "ada/points/1", "amount": "30" }));
    assert_eq!((adjusted.as_str(), shop.active("bob").as_str()), ("done", "20"));
    shop.sound(&["ada", "bob"]);
}

// rules G6, R1, R5, R6
#[test]
fn rewards_stamps_and_limits_are_those_of_both() {
    let shop = Shop::new(&["ada", "bob"]);
    with_rewards(&shop);
    for id in ["ada", "bob"] {
        shop.adjust(id, "50");
        shop.ok("points.adjust", json!({ "customer": id, "type": "stamps", "amount": "7", "reason": "test" }));
        shop.ok("reward.redeem", json!({ "customer": id, "reward": "mug" }));
    }
    shop.ok("gift_card.issue", json!({ "gift_card": "gc-1", "customer": "ada", "type": "credit", "amount": "25" }));
    let seen = |id: &str| {
        let mut seen =
            shop.ok("customer.details", json!({ "customer": id, "tabs": ["balances", "rewards", "stamps", "gift_cards", "orders"] }));
        seen["balances"].as_array_mut().unwrap().iter_mut().for_each(|amounts| amounts["version"] = json!(0));
        seen
    };
    let before = ["ada", "bob"].map(seen);
    let merged = shop.merge("bob", "ada");
    assert_eq!(merged["result"]["records"], json!({ "rewards": ["ada/r1"], "gift_cards": ["gc-1"] }));
    assert_eq!(merged["rewards"], Value::Null, "14 stamps fill a card, but a merge turns it into nothing");
    let united = seen("bob");
    assert_eq!((&united["rewards"][0]["id"], &united["rewards"][0]["came_from"]), (&json!("bob/r2"), &json!(["ada/r1"])));
    assert_eq!((&united["stamps"][0]["stamps"], &united["gift_cards"][0]["came_from"]), (&json!(10), &json!("ada")));
    assert_eq!(shop.refusal("reward.redeem", json!({ "customer": "bob", "reward": "mug" })), "limit_exceeded");
    shop.undo("bob", "ada");
    assert_eq!(["ada", "bob"].map(seen), before);
    assert_eq!(shop.refusal("reward.redeem", json!({ "customer": "bob", "reward": "mug" })), "done");
    shop.merge("bob", "ada");
    let removed = shop.ok("reward.remove", json!({ "customer": "ada", "id": "ada/r1", "reason": "test", "give_back": true }));
    assert_eq!(removed["result"]["reward"]["state"], "canceled");
    shop.sound(&["ada", "bob"]);
}

// rules G5, G9, Y6
#[test]
fn counters_add_up_and_the_higher_status_stands() {
    for window in
        [json!({ "over": "lifetime" }), json!({ "over": "calendar_year" }), json!({ "over": "rolling", "period": "days", "count": 90 })]
    {
        let shop = Shop::new(&["ada", "bob"]);
        with_rewards(&shop);
        let mut program = shop.ok("program.get", json!({}))["program"].clone();
        program["earning"]["bonuses"] = json!([]);
        let statuses = json!([{ "id": "bronze", "threshold": "10" }, { "id": "silver", "threshold": "50" }, { "id": "gold", "threshold": "100", "rewards": ["mug"] }]);
        program["status_systems"] =
            json!([{ "id": "tier", "counts": { "source": "earned", "type": "points" }, "window": window, "statuses": statuses }]);
        shop.ok("program.set", json!({ "program": program }));
        order(&shop, "ada", "o-1", "60");
        order(&shop, "bob", "o-2", "45");
        let stands = |id: &str| {
            let system = shop.ok("status.list", json!({ "customer": id }))["statuses"][0].clone();
            (system["status"]["id"].clone(), system["counter"].clone())
        };
        let before = ["ada", "bob"].map(stands);
        assert_eq!(before[0], (json!("silver"), json!("60")));
        let merged = shop.merge("bob", "ada");
        assert_eq!(stands("bob"), (json!("gold"), json!("105")));
        assert_eq!(merged["rewards"], Value::Null, "no rewards of a status unless asked for");
        shop.undo("bob", "ada");
        assert_eq!(["ada", "bob"].map(stands), before);
        let merged = shop.ok("merge.apply", json!({ "survivor": "bob", "source": "ada", "trigger_rewards": true }));
        assert_eq!(merged["rewards"][0]["reward"], "mug");
        shop.ok("order.refund", json!({ "customer": "ada", "number": "o-1", "refund": "r-1", "amount": "10" }));
        assert_eq!(stands("bob").1, json!("95"), "what is given back of the source's order counts less for the survivor");
        shop.undo("bob", "ada");
        assert_eq!(stands("bob").1.as_str().map(|counter| counter == "35" || counter == "45"), Some(true));
    }
}

/// The point type of a shop, with more or other policies.
fn with_policies(shop: &Shop, policies: &Value) {
    let mut program = shop.ok("program.get", json!({}))["program"].clone();
    program["point_types"][0].as_object_mut().unwrap().extend(policies.as_object().cloned().unwrap());
    shop.ok("program.set", json!({ "program": program }));
}

fn adjust_for(shop: &Shop, customer: &str, amount: &str, days: u32) {
    let args = json!({ "customer": customer, "type": "points", "amount": amount, "reason": "test", "expires_after_days": days });
    shop.ok("points.adjust", args);
}

fn spend(shop: &Shop, customer: &str, amount: &str) -> Value {
    shop.ok("points.spend", json!({ "customer": customer, "type": "points", "amount": amount }))["result"]["entry"].clone()
}

fn reverse(shop: &Shop, customer: &str, entry: &str) -> Value {
    shop.ok("points.reverse", json!({ "customer": customer, "entry": entry }))
}

// rules G4, L1, L9
#[test]
fn of_two_lots_of_one_instant_both_come_back_after_a_merge() {
    let shop = Shop::new(&["ada", "bob"]);
    shop.adjust("ada", "100");
    shop.adjust("ada", "50");
    spend(&shop, "ada", "150");
    shop.merge("bob", "ada");
    reverse(&shop, "ada", "ada/points/3");
    assert_eq!(shop.active("bob"), "150");
    shop.sound(&["ada", "bob"]);
    spend(&shop, "bob", "150");
    shop.undo("bob", "ada");
    shop.sound(&["ada", "bob"]);
}

// rules G8, L9
#[test]
fn what_had_lapsed_before_a_merge_is_not_taken_again() {
    let mut shop = Shop::new(&["ada", "bob", "eve"]);
    adjust_for(&shop, "ada", "100", 3);
    for id in ["bob", "eve"] {
        shop.adjust(id, "500");
    }
    shop.at = "2026-03-07T10:00:00Z";
    shop.merge("bob", "ada");
    let part = shop.ok("points.reverse", json!({ "customer": "ada", "entry": "ada/points/1", "amount": "60" }));
    assert_eq!((&part["result"]["lapsed"], shop.active("bob").as_str()), (&json!("60"), "500"));
    shop.sound(&["ada", "bob"]);
    shop.merge("eve", "bob");
    let rest = reverse(&shop, "eve", "ada/points/1");
    assert_eq!((&rest["result"]["lapsed"], shop.active("eve").as_str()), (&json!("40"), "1000"));
    shop.undo("eve", "bob");
    shop.undo("bob", "ada");
    shop.sound(&["ada", "bob", "eve"]);
}

// rules G8, G9, L9
#[test]
fn what_has_lapsed_after_a_merge_is_not_taken_again() {
    let mut shop = Shop::new(&["ada", "bob", "eve"]);
    adjust_for(&shop, "ada", "100", 3);
    shop.adjust("ada", "40");
    shop.adjust("eve", "500");
    shop.merge("bob", "ada");
    shop.ok("points.hold", json!({ "customer": "bob", "type": "points", "amount": "30", "order": "o-1", "seconds": 8_640_000 }));
    shop.at = "2026-03-07T10:00:00Z";
    // What was held past its end lapses when it is released.
    shop.ok("points.release", json!({ "customer": "bob", "hold": "bob/points/h1" }));
    assert_eq!(shop.active("bob"), "40");
    let part = |customer: &str, amount: &str| {
        let args = json!({ "customer": customer, "entry": "ada/points/1", "amount": amount });
        shop.ok("points.reverse", args)["result"]["lapsed"].clone()
    };
    assert_eq!(part("bob", "10"), "10");
    shop.merge("eve", "bob");
    assert_eq!((part("eve", "15"), shop.active("eve").as_str()), (json!("15"), "540"));
    shop.sound(&["ada", "bob", "eve"]);
    shop.undo("eve", "bob");
    shop.undo("bob", "ada");
    shop.sound(&["ada", "bob", "eve"]);
    assert_eq!((part("ada", "75"), shop.active("ada").as_str()), (json!("75"), "40"));
    shop.sound(&["ada", "bob", "eve"]);
}

// rules G8, L5, L9
#[test]
fn what_lapsed_with_the_date_of_a_survivor_is_not_taken_again() {
    let mut shop = Shop::new(&["ada", "bob"]);
    with_policies(&shop, &json!({ "expiry": { "policy": "inactivity", "period": "days", "count": 30 } }));
    shop.ok("points.earn", json!({ "customer": "ada", "type": "points", "amount": "100" }));
    shop.merge("bob", "ada");
    shop.at = "2026-05-01T10:00:00Z";
    shop.ok("points.earn", json!({ "customer": "bob", "type": "points", "amount": "30" }));
    let reversed = reverse(&shop, "bob", "ada/points/1");
    assert_eq!((&reversed["result"]["lapsed"], shop.active("bob").as_str()), (&json!("100"), "30"));
    shop.undo("bob", "ada");
    shop.sound(&["ada", "bob"]);
}

// rules G4, L5, L9
#[test]
fn what_comes_back_after_a_merge_follows_the_date_of_the_account_it_was_spent_from() {
    for survivor_earned in [false, true] {
        let mut shop = Shop::new(&["ada", "bob"]);
        with_policies(&shop, &json!({ "expiry": { "policy": "inactivity", "period": "days", "count": 30 } }));
        if survivor_earned {
            shop.ok("points.earn", json!({ "customer": "bob", "type": "points", "amount": "7" }));
        }
        shop.at = "2026-03-21T10:00:00Z";
        shop.ok("points.earn", json!({ "customer": "ada", "type": "points", "amount": "50" }));
        spend(&shop, "ada", "50");
        shop.merge("bob", "ada");
        shop.at = "2026-04-10T10:00:00Z";
        reverse(&shop, "bob", "ada/points/2");
        assert_eq!(shop.active("bob"), "50");
        shop.sound(&["ada", "bob"]);
        spend(&shop, "bob", "20");
        shop.at = "2026-04-25T10:00:00Z";
        assert_eq!(shop.active("bob"), "0", "it has an end");
        shop.sound(&["ada", "bob"]);
    }
}

// rules G6, G9, O4, O8
#[test]
fn an_order_that_earned_for_a_referrer_goes_home_too() {
    let shop = Shop::new(&["bob", "eve"]);
    with_rewards(&shop);
    let mut program = shop.ok("program.get", json!({}))["program"].clone();
    program["earning"]["bonuses"] = json!([{ "id": "friend", "type": "points", "points": "40", "on": "first_order", "to": "referrer" }]);
    shop.ok("program.set", json!({ "program": program }));
    shop.ok("customer.create", json!({ "id": "ada" }));
    shop.ok("membership.enroll", json!({ "customer": "ada", "referred_by": "eve" }));
    order(&shop, "ada", "o-1", "100");
    shop.merge("bob", "ada");
    assert_eq!(shop.undo("bob", "ada")["result"]["stayed"], json!([]));
    shop.ok("order.cancel", json!({ "customer": "ada", "number": "o-1" }));
    assert_eq!(["ada", "bob", "eve"].map(|id| shop.active(id)), ["0", "0", "0"]);
    shop.sound(&["ada", "bob", "eve"]);
}

/// A shop with one ladder, and what says where a customer stands on it.
fn with_ladder(shop: &Shop, counts: &Value, window: &Value) {
    with_rewards(shop);
    let mut program = shop.ok("program.get", json!({}))["program"].clone();
    program["earning"]["bonuses"] = json!([]);
    let statuses =
        json!([{ "id": "bronze", "threshold": "10" }, { "id": "silver", "threshold": "50" }, { "id": "gold", "threshold": "100" }]);
    program["status_systems"] = json!([{ "id": "tier", "counts": counts, "window": window, "statuses": statuses }]);
    shop.ok("program.set", json!({ "program": program }));
}

fn stands(shop: &Shop, id: &str) -> String {
    let system = shop.ok("status.list", json!({ "customer": id }))["statuses"][0].clone();
    format!("{} {}", system["status"]["id"], system["counter"]).replace('"', "")
}

const WINDOWS: [&str; 3] =
    [r#"{ "over": "lifetime" }"#, r#"{ "over": "calendar_year" }"#, r#"{ "over": "rolling", "period": "days", "count": 90 }"#];

// rules G5, G9, Y1
#[test]
fn what_was_refunded_while_merged_counts_once_less() {
    for (counts, window) in [json!({ "source": "earned", "type": "points" }), json!({ "source": "spend" })]
        .iter()
        .flat_map(|counts| WINDOWS.map(|window| (counts, serde_json::from_str::<Value>(window).unwrap())))
    {
        let mut shop = Shop::new(&["ada", "bob"]);
        with_ladder(&shop, counts, &window);
        order(&shop, "ada", "o-1", "60");
        shop.at = "2026-03-02T10:00:00Z";
        order(&shop, "bob", "o-2", "45");
        shop.ok("status.assign", json!({ "customer": "ada", "system": "tier", "status": "gold", "lock": "not_lowered" }));
        shop.merge("bob", "ada");
        shop.ok("order.refund", json!({ "customer": "bob", "number": "o-1", "refund": "r-1", "amount": "25" }));
        order(&shop, "bob", "o-3", "1");
        assert_eq!(stands(&shop, "bob"), "gold 81");
        shop.undo("bob", "ada");
        assert_eq!([stands(&shop, "ada"), stands(&shop, "bob")], ["gold 35", "bronze 46"], "{counts} {window}");
        shop.at = "2026-08-01T10:00:00Z";
        if window["over"] == "rolling" {
            assert_eq!([stands(&shop, "ada"), stands(&shop, "bob")].map(|stands| stands.ends_with(" 0")), [true, true]);
        }
    }
}

// rules G6, G9, Y1
#[test]
fn an_order_counts_less_for_each_who_had_it() {
    for window in WINDOWS.map(|window| serde_json::from_str::<Value>(window).unwrap()) {
        let mut shop = Shop::new(&["ada", "bob", "eve"]);
        with_ladder(&shop, &json!({ "source": "orders" }), &window);
        for (id, number) in [("ada", "a-1"), ("ada", "a-2"), ("bob", "b-1"), ("eve", "e-1")] {
            order(&shop, id, number, "10");
        }
        let open = json!({ "customer": "ada", "number": "a-3", "placed_at": shop.at, "currency": "USD", "lines": [{ "unit_price": "10", "sku": "cd" }],
            "payments": [{ "id": "p", "amount": "10", "status": "pending" }] });
        assert_eq!(shop.ok("order.record", open)["result"]["earned"], json!([]), "it is not paid");
        shop.at = "2026-03-02T10:00:00Z";
        shop.merge("bob", "ada");
        shop.merge("eve", "bob");
        order(&shop, "eve", "a-3", "10");
        assert_eq!(stands(&shop, "eve"), "null 5");
        for number in ["a-1", "a-3"] {
            shop.ok("order.cancel", json!({ "customer": "eve", "number": number }));
        }
        assert_eq!(stands(&shop, "eve"), "null 3");
        shop.undo("eve", "bob");
        shop.undo("bob", "ada");
        assert_eq!(["ada", "bob", "eve"].map(|id| stands(&shop, id)), ["null 1", "null 1", "null 1"], "{window}");
        shop.sound(&["ada", "bob", "eve"]);
    }
}

// rules G9, Y1
#[test]
fn what_was_earned_counts_less_for_each_who_had_it() {
    for window in WINDOWS.map(|window| serde_json::from_str::<Value>(window).unwrap()) {
        let mut shop = Shop::new(&["ada", "bob", "eve"]);
        with_ladder(&shop, &json!({ "source": "earned", "type": "points" }), &window);
        let given = json!({ "customer": "ada", "type": "points", "amount": "7" });
        let given = shop.ok("points.earn", given)["result"]["entry"].clone();
        for (id, number, price) in [("ada", "a-1", "60"), ("ada", "a-2", "20"), ("bob", "b-1", "30"), ("eve", "e-1", "5")] {
            order(&shop, id, number, price);
        }
        shop.at = "2026-03-02T10:00:00Z";
        shop.merge("bob", "ada");
        shop.merge("eve", "bob");
        assert_eq!(stands(&shop, "eve"), "gold 122");
        shop.ok("order.refund", json!({ "customer": "eve", "number": "a-1", "refund": "r-1", "amount": "25" }));
        shop.ok("order.cancel", json!({ "customer": "eve", "number": "b-1" }));
        shop.ok("points.reverse", json!({ "customer": "eve", "entry": given }));
        assert_eq!(stands(&shop, "eve"), "silver 60");
        shop.undo("eve", "bob");
        assert_eq!(["bob", "eve"].map(|id| stands(&shop, id)), ["silver 55", "null 5"], "{window}");
        shop.undo("bob", "ada");
        assert_eq!(["ada", "bob", "eve"].map(|id| stands(&shop, id)), ["silver 55", "null 0", "null 5"], "{window}");
        shop.sound(&["ada", "bob", "eve"]);
    }
}

// rules G6, G9, O2
#[test]
fn what_was_taken_back_leaves_room_below_the_cap_of_each_who_had_it() {
    let shop = Shop::new(&["ada", "bob", "eve"]);
    with_rewards(&shop);
    let mut program = shop.ok("program.get", json!({}))["program"].clone();
    program["earning"]["bonuses"] = json!([]);
    program["earning"]["rules"][0]["cap_per_period"] = json!({ "points": "100", "every": "month" });
    shop.ok("program.set", json!({ "program": program }));
    order(&shop, "ada", "a-1", "60");
    order(&shop, "eve", "e-1", "30");
    shop.merge("bob", "ada");
    shop.merge("eve", "bob");
    shop.ok("order.refund", json!({ "customer": "eve", "number": "a-1", "refund": "r-1", "amount": "25" }));
    shop.undo("eve", "bob");
    shop.undo("bob", "ada");
    let earns = |id: &str| order(&shop, id, &format!("{id}-next"), "200")["result"]["earned"][0]["amount"].clone();
    assert_eq!(["ada", "bob", "eve"].map(earns), ["65", "100", "70"]);
}

// rules G9, M0, Y1
#[test]
fn what_was_earned_before_somebody_began_anew_counts_less_for_the_others() {
    let shop = Shop::new(&["ada", "bob", "eve"]);
    with_ladder(&shop, &json!({ "source": "earned", "type": "points" }), &json!({ "over": "lifetime" }));
    order(&shop, "ada", "o-1", "60");
    shop.merge("bob", "ada");
    shop.ok("membership.enroll", json!({ "customer": "ada" }));
    order(&shop, "ada", "o-2", "20");
    shop.merge("eve", "bob");
    shop.merge("eve", "ada");
    shop.ok("order.refund", json!({ "customer": "eve", "number": "o-1", "refund": "r-1", "amount": "25" }));
    assert_eq!(stands(&shop, "eve"), "silver 55");
    shop.undo("eve", "ada");
    shop.undo("eve", "bob");
    assert_eq!(["ada", "bob", "eve"].map(|id| stands(&shop, id)), ["bronze 20", "bronze 35", "null 0"]);
    shop.sound(&["ada", "bob", "eve"]);
}

// rules G9, M0, Y1
#[test]
fn what_returns_to_whom_it_came_from_counts_less_there_once() {
    for counts in [json!({ "source": "spend" }), json!({ "source": "earned", "type": "points" })] {
        let mut shop = Shop::new(&["ada", "bob", "cid"]);
        with_ladder(&shop, &counts, &json!({ "over": "lifetime" }));
        order(&shop, "ada", "o-1", "60");
        shop.merge("bob", "ada");
        shop.ok("membership.enroll", json!({ "customer": "ada" }));
        order(&shop, "ada", "o-2", "10");
        shop.at = "2026-03-02T10:00:00Z";
        shop.merge("ada", "bob");
        shop.merge("cid", "ada");
        shop.undo("cid", "ada");
        assert_eq!(stands(&shop, "ada"), "silver 70");
        shop.ok("order.refund", json!({ "customer": "ada", "number": "o-1", "refund": "r-1", "amount": "25" }));
        assert_eq!(stands(&shop, "ada"), "bronze 45");
        shop.undo("ada", "bob");
        assert_eq!(["ada", "bob"].map(|id| stands(&shop, id)), ["bronze 10", "bronze 35"], "{counts}");
        shop.sound(&["ada", "bob"]);
    }
}

// rules G9, M0, Y1
#[test]
fn who_begins_anew_has_nothing_of_those_who_were_merged_into_them() {
    for counts in [json!({ "source": "spend" }), json!({ "source": "earned", "type": "points" })] {
        let shop = Shop::new(&["xen", "ada", "bob", "eve"]);
        with_ladder(&shop, &counts, &json!({ "over": "lifetime" }));
        order(&shop, "xen", "x-1", "60");
        shop.merge("ada", "xen");
        shop.merge("bob", "ada");
        shop.ok("membership.enroll", json!({ "customer": "ada" }));
        order(&shop, "ada", "a-2", "20");
        order(&shop, "eve", "e-1", "30");
        shop.merge("eve", "bob");
        shop.merge("eve", "ada");
        shop.ok("order.refund", json!({ "customer": "eve", "number": "x-1", "refund": "r-1", "amount": "25" }));
        shop.undo("eve", "ada");
        let late = shop.ok("order.refund", json!({ "customer": "eve", "number": "x-1", "refund": "r-2", "amount": "10" }));
        assert_eq!(late["result"]["taken"][0]["amount"], "10", "xen is still eve's");
        shop.undo("eve", "bob");
        assert_eq!(["ada", "bob", "eve"].map(|id| stands(&shop, id)), ["bronze 20", "bronze 25", "bronze 30"], "{counts}");
        shop.sound(&["xen", "ada", "bob", "eve"]);
    }
}

// rules G9, M0, Y1
#[test]
fn who_was_enrolled_afresh_keeps_what_counted_since() {
    let shop = Shop::new(&["ada", "bob", "eve"]);
    with_ladder(&shop, &json!({ "source": "spend" }), &json!({ "over": "lifetime" }));
    order(&shop, "ada", "o-1", "60");
    shop.merge("bob", "ada");
    shop.ok("membership.enroll", json!({ "customer": "ada" }));
    order(&shop, "ada", "o-2", "10");
    shop.merge("eve", "bob");
    shop.merge("eve", "ada");
    shop.ok("order.refund", json!({ "customer": "eve", "number": "o-1", "refund": "r-1", "amount": "25" }));
    assert_eq!(stands(&shop, "eve"), "bronze 45");
    shop.undo("eve", "ada");
    shop.undo("eve", "bob");
    assert_eq!(["ada", "bob", "eve"].map(|id| stands(&shop, id)), ["bronze 10", "bronze 35", "null 0"]);
    shop.merge("ada", "bob");
    shop.merge("eve", "ada");
    shop.ok("order.cancel", json!({ "customer": "eve", "number": "o-1" }));
    assert_eq!(stands(&shop, "eve"), "bronze 10", "each had it once, however often they were merged");
}

// rules G9, Y1
#[test]
fn what_takes_the_place_of_something_given_back_stays() {
    for (window, counts) in WINDOWS.map(|window| (serde_json::from_str::<Value>(window).unwrap(), json!({ "source": "spend" }))) {
        let shop = Shop::new(&["ada", "bob"]);
        with_ladder(&shop, &counts, &window);
        order(&shop, "ada", "o-1", "60");
        order(&shop, "bob", "o-2", "45");
        shop.merge("bob", "ada");
        shop.ok("order.refund", json!({ "customer": "bob", "number": "o-1", "refund": "r-1", "amount": "25" }));
        order(&shop, "bob", "o-3", "25");
        assert_eq!(stands(&shop, "bob"), "gold 105");
        shop.undo("bob", "ada");
        assert_eq!(["ada", "bob"].map(|id| stands(&shop, id)), ["bronze 35", "silver 70"], "{window}");
    }
}

// rules G6, G9, R1
#[test]
fn a_reward_given_back_while_merged_frees_one_place_and_not_two() {
    let shop = Shop::new(&["ada", "bob"]);
    with_rewards(&shop);
    for id in ["ada", "bob"] {
        shop.adjust(id, "50");
    }
    shop.ok("reward.redeem", json!({ "customer": "ada", "reward": "mug" }));
    shop.ok("reward.redeem", json!({ "customer": "bob", "reward": "mug" }));
    shop.merge("bob", "ada");
    shop.ok("reward.remove", json!({ "customer": "ada", "id": "ada/r1", "reason": "test", "give_back": true }));
    shop.ok("reward.redeem", json!({ "customer": "bob", "reward": "mug" }));
    shop.undo("bob", "ada");
    let redeem = |id: &str| shop.refusal("reward.redeem", json!({ "customer": id, "reward": "mug" }));
    assert_eq!(redeem("bob"), "limit_exceeded", "it had two of its own");
    assert_eq!([redeem("ada"), redeem("ada"), redeem("ada")], ["done", "done", "limit_exceeded"]);
}

// rules G9, M0, R6
#[test]
fn a_card_that_came_with_a_merge_goes_with_its_undo() {
    let mut shop = Shop::new(&["ada", "bob"]);
    with_slots(&shop);
    shop.ok("points.earn", json!({ "customer": "ada", "type": "stamps", "amount": "13" }));
    shop.merge("bob", "ada");
    shop.undo("bob", "ada");
    let mut program = shop.ok("program.get", json!({}))["program"].clone();
    program["stamp_cards"][0]["size"] = json!(5);
    program["stamp_cards"][0]["slots"] = json!([]);
    shop.ok("program.set", json!({ "program": program }));
    shop.at = "2026-03-02T10:00:00Z";
    let card = |id: &str| {
        let card = shop.ok("stamp_card.progress", json!({ "customer": id }))["cards"][0].clone();
        format!("{} of {}, {} completed", card["stamps"], card["size"], card["completed"]).replace('"', "")
    };
    shop.ok("points.earn", json!({ "customer": "bob", "type": "stamps", "amount": "1" }));
    assert_eq!(["ada", "bob"].map(card), ["3 of 10, 1 completed", "1 of 5, 0 completed"]);
    shop.merge("bob", "ada");
    shop.ok("membership.enroll", json!({ "customer": "ada" }));
    assert_eq!(card("ada"), "0 of 5, 0 completed", "a fresh member has no cards of before");
}

/// The program with rewards, whose card of ten gives stickers on the way.
fn with_slots(shop: &Shop) {
    with_rewards(shop);
    let mut program = shop.ok("program.get", json!({}))["program"].clone();
    program["rewards"].as_array_mut().unwrap().push(json!({ "id": "sticker", "gives": { "kind": "custom" } }));
    program["stamp_cards"][0]["slots"] = json!([{ "stamp": 3, "reward": "sticker" }, { "stamp": 5, "reward": "sticker" }]);
    shop.ok("program.set", json!({ "program": program }));
}

/// The rewards that follow from more stamps.
fn stamp(shop: &Shop, id: &str, amount: &str) -> Vec<String> {
    let answer = shop.ok("points.earn", json!({ "customer": id, "type": "stamps", "amount": amount }));
    let rewards = answer["rewards"].as_array().into_iter().flatten();
    rewards.map(|reward| reward["reward"].as_str().unwrap().to_owned()).collect()
}

// rules G9, R6
#[test]
fn no_slot_of_a_card_gives_twice_what_it_gave_to_either_of_two() {
    // The survivor's own card, one that they have by the merge only, and one on which the same slot gave to both.
    for (own, before) in [("1", vec!["sticker", "sticker"]), ("0", vec!["sticker", "sticker"]), ("3", vec!["sticker"])] {
        let shop = Shop::new(&["ada", "bob"]);
        with_slots(&shop);
        assert_eq!(stamp(&shop, "ada", "5"), ["sticker", "sticker"]);
        if own != "0" {
            stamp(&shop, "bob", own);
        }
        shop.merge("bob", "ada");
        assert_eq!(stamp(&shop, "bob", "1"), Vec::<String>::new(), "the slots gave theirs, {own}");
        shop.undo("bob", "ada");
        assert_eq!(stamp(&shop, "bob", "4"), before, "ada's slots are ada's again, {own}");
        assert_eq!(stamp(&shop, "ada", "1"), Vec::<String>::new());
    }
    // The card was filled while they were one: what the next one gave stays given.
    let shop = Shop::new(&["ada", "bob"]);
    with_slots(&shop);
    stamp(&shop, "ada", "6");
    stamp(&shop, "bob", "1");
    shop.merge("bob", "ada");
    assert_eq!(stamp(&shop, "bob", "8"), ["mug", "sticker", "sticker"]);
    shop.undo("bob", "ada");
    assert_eq!(stamp(&shop, "bob", "4"), Vec::<String>::new());
}

// rules G9, L8, L9
#[test]
fn what_stays_of_holds_and_of_what_came_back_is_named() {
    let shop = Shop::new(&["ada", "bob"]);
    shop.adjust("ada", "90");
    spend(&shop, "ada", "20");
    shop.ok("points.hold", json!({ "customer": "ada", "type": "points", "amount": "30", "order": "o-1" }));
    shop.merge("bob", "ada");
    shop.ok("points.capture", json!({ "customer": "ada", "hold": "ada/points/h1", "amount": "30" }));
    reverse(&shop, "ada", "ada/points/2");
    let undone = shop.undo("bob", "ada");
    let stayed = json!([{ "what": "entries.ada/points/2", "why": "came_back" }, { "what": "holds.ada/points/h1", "why": "captured" }]);
    assert_eq!(undone["result"]["stayed"], stayed);
    assert_eq!(["ada", "bob"].map(|id| shop.active(id)), ["40", "20"]);
    shop.sound(&["ada", "bob"]);
}

// rules O8, G6
#[test]
fn bonuses_that_both_had_stay_and_neither_has_them_again() {
    let mut shop = Shop::new(&[]);
    let mut program = shop.ok("program.get", json!({}))["program"].clone();
    program["earning"]["bonuses"] = json!([
        { "id": "welcome", "type": "points", "points": "5", "on": "enrolled" },
        { "id": "cake", "type": "points", "points": "10", "on": "birthday", "from": "2026-01-01" },
    ]);
    shop.ok("program.set", json!({ "program": program }));
    for (id, birth_date) in [("ada", "1990-03-02"), ("bob", "1990-03-05")] {
        shop.ok("customer.create", json!({ "id": id, "birth_date": birth_date }));
        shop.ok("membership.enroll", json!({ "customer": id }));
    }
    let sweep = |shop: &mut Shop, at: &'static str| {
        shop.at = at;
        shop.ok("maintenance.run", json!({}));
        shop.active("bob")
    };
    assert_eq!(sweep(&mut shop, "2026-03-03T10:00:00Z"), "5");
    assert_eq!(shop.active("ada"), "15", "a welcome, and the cake of this year");
    shop.merge("bob", "ada");
    assert_eq!(shop.active("bob"), "20", "both welcomes stay");
    assert_eq!(sweep(&mut shop, "2026-03-06T10:00:00Z"), "20", "the one who they are has had the cake of this year");
    shop.ok("membership.unenroll", json!({ "customer": "bob" }));
    shop.ok("membership.enroll", json!({ "customer": "bob" }));
    assert_eq!(shop.active("bob"), "20");
    assert_eq!(sweep(&mut shop, "2027-03-06T10:00:00Z"), "30", "the next year's");
    shop.sound(&["ada", "bob"]);
}

// rules O8, G9, K8
#[test]
fn who_was_passed_over_before_a_merge_is_so_after_its_undo() {
    for (ada, bob, total) in [("imported", "imported", "0"), ("enrolled", "imported", "0"), ("enrolled", "a member before", "5")] {
        let shop = Shop::new(if bob == "imported" { &[] } else { &["bob"] });
        let mut program = shop.ok("program.get", json!({}))["program"].clone();
        program["earning"]["bonuses"] = json!([{ "id": "welcome", "type": "points", "points": "5", "on": "enrolled" }]);
        shop.ok("program.set", json!({ "program": program }));
        for id in [("ada", ada), ("bob", bob)].iter().filter(|(_, from)| *from == "imported").map(|(id, _)| id) {
            let csv = format!("id\n{id}\n");
            shop.ok("customer.import_csv", json!({ "batch": id, "csv": csv, "last": true, "preset": "loyalty", "enroll": "all" }));
        }
        if ada == "enrolled" {
            shop.ok("customer.create", json!({ "id": "ada" }));
            shop.ok("membership.enroll", json!({ "customer": "ada" }));
        }
        let before = ["ada", "bob"].map(|id| shop.active(id));
        shop.merge("bob", "ada");
        shop.undo("bob", "ada");
        assert_eq!(["ada", "bob"].map(|id| shop.active(id)), before);
        for id in ["ada", "bob"] {
            shop.ok("membership.unenroll", json!({ "customer": id }));
            shop.ok("membership.enroll", json!({ "customer": id }));
        }
        assert_eq!([shop.active("ada"), shop.active("bob")], [before[0].as_str(), total], "{ada}, {bob}");
    }
}

/// A shop with the ladder, whose gold comes with a mug.
fn with_mugs(shop: &Shop) {
    with_ladder(shop, &json!({ "source": "spend" }), &json!({ "over": "lifetime" }));
    let mut program = shop.ok("program.get", json!({}))["program"].clone();
    program["status_systems"][0]["statuses"][2]["rewards"] = json!(["mug"]);
    shop.ok("program.set", json!({ "program": program }));
}

// rules G9, Y6
#[test]
fn rewards_of_a_status_that_the_source_had_are_not_the_survivors_after_an_undo() {
    for since in [None, Some("1")] {
        let shop = Shop::new(&["ada", "bob"]);
        with_mugs(&shop);
        assert_eq!(order(&shop, "ada", "o-1", "100")["rewards"][0]["reward"], "mug");
        order(&shop, "bob", "o-2", "45");
        shop.merge("bob", "ada");
        if let Some(price) = since {
            assert_eq!(order(&shop, "bob", "o-3", price)["rewards"], Value::Null, "one of the two has had them");
        }
        shop.undo("bob", "ada");
        assert_eq!(stands(&shop, "bob"), if since.is_some() { "bronze 46" } else { "bronze 45" });
        assert_eq!(order(&shop, "bob", "o-4", "60")["rewards"][0]["reward"], "mug", "bob has risen by himself");
        assert_eq!(order(&shop, "ada", "o-5", "60")["rewards"], Value::Null);
    }
}

// rules G5, G9, Y6
#[test]
fn a_merge_that_granted_rewards_comes_apart_as_it_was() {
    let mut shop = Shop::new(&["ada", "bob"]);
    with_mugs(&shop);
    order(&shop, "ada", "o-1", "60");
    order(&shop, "bob", "o-2", "45");
    let status = |shop: &Shop| {
        let mut status = shop.ok("status.list", json!({ "customer": "bob" }))["statuses"][0].clone();
        ["version", "changes"].iter().for_each(|name| status[*name] = Value::Null);
        status
    };
    let before = status(&shop);
    shop.at = "2026-03-02T10:00:00Z";
    let merged = shop.ok("merge.apply", json!({ "survivor": "bob", "source": "ada", "trigger_rewards": true }));
    assert_eq!(merged["rewards"][0]["reward"], "mug");
    shop.at = "2026-03-03T10:00:00Z";
    shop.undo("bob", "ada");
    assert_eq!(status(&shop), before, "also since when");
    assert_eq!(order(&shop, "bob", "o-3", "60")["rewards"], Value::Null, "bob has his mug");
    assert_eq!(order(&shop, "ada", "o-4", "60")["rewards"][0]["reward"], "mug");
}
