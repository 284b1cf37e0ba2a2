//! Transfers through the door, which alone knows where merged ids lead and what a customer may see.

use serde_json::{Value, json};

use crate::loyalty::Loyalty;
use crate::memory::Memory;

/// A shop that is asked in JSON.
struct Shop {
    loyalty: Loyalty<Memory>,
    at: &'static str,
}

impl Shop {
    /// Two members and a third, in a shop where points and miles can be given away.
    fn new() -> Self {
        let shop = Shop { loyalty: Loyalty::new(Memory::new()), at: "2026-03-01T10:00:00Z" };
        let inactivity = json!({ "policy": "inactivity", "period": "months", "count": 6 });
        let program = json!({ "customer_rights": ["points.transfer", "points.history", "points.explain", "points.balance"], "point_types": [
            { "id": "points", "transferable": true, "reversal_shortfall": "debt", "debt_floor": "-100" },
            { "id": "miles", "transferable": true, "expiry": inactivity },
            { "id": "own" },
        ] });
        shop.ok("program.set", json!({ "program": program }));
        for id in ["ada", "bob", "cyd"] {
            shop.ok("customer.create", json!({ "id": id }));
            shop.ok("membership.enroll", json!({ "customer": id }));
        }
        shop
    }

    fn ask_as(&self, actor: &Value, op: &str, args: &Value) -> Value {
        let context = json!({ "actor": actor, "at": self.at, "entropy": "sixteen bytes or more" });
        let request = json!({ "op": op, "args": args });
        serde_json::from_str(&self.loyalty.execute(&request.to_string(), &context.to_string())).unwrap()
    }

    fn ask(&self, op: &str, args: &Value) -> Value {
        self.ask_as(&json!({ "id": "maria", "kind": "agent", "roles": ["admin"] }), op, args)
    }

    fn ok(&self, op: &str, args: Value) -> Value {
        let answer = self.ask(op, &args);
        assert!(answer["ok"].is_object(), "{op} {args}: {answer}");
        answer["ok"].clone()
    }

    fn customer_asks(&self, id: &str, op: &str, args: &Value) -> Value {
        self.ask_as(&json!({ "id": id, "kind": "customer" }), op, args)
    }

    fn refusal(&self, op: &str, args: &Value) -> String {
        code(&self.ask(op, args))
    }

    fn adjust(&self, customer: &str, amount: &str, days: Option<u32>) {
        let mut args = json!({ "customer": customer, "type": "points", "amount": amount, "reason": "test" });
        if let Some(days) = days {
            args["expires_after_days"] = json!(days);
        }
        self.ok("points.adjust", args);
    }

    fn give(&self, giver: &str, recipient: &str, amount: &str) -> Value {
        self.ok("points.transfer", gift(giver, recipient, amount))
    }

    fn reverse(&self, customer: &str, entry: &str, amount: Option<&str>) -> Value {
        let mut args = json!({ "customer": customer, "entry": entry });
        if let Some(amount) = amount {
            args["amount"] = json!(amount);
        }
        self.ok("points.reverse", args)
    }

    /// What can be spent, less what is owed.
    fn has(&self, customer: &str) -> i64 {
        let balance = self.ok("points.balance", json!({ "customer": customer, "type": "points" }));
        balance["balances"][0]["total"].as_str().unwrap().parse().unwrap()
    }

    /// What ends when: dates with amounts, and what never does.
    fn ends(&self, customer: &str, point_type: &str) -> Vec<String> {
        let schedule = self.ok("points.expiring", json!({ "customer": customer, "type": point_type }));
        let due = |due: &Value| format!("{} {}", &due["expires_at"].as_str().unwrap()[..10], due["amount"].as_str().unwrap());
        let mut ends: Vec<String> = schedule["due"].as_array().unwrap().iter().map(due).collect();
        ends.push(format!("never {}", schedule["never"].as_str().unwrap()));
        ends
    }

    fn sound(&self) {
        for id in ["ada", "bob", "cyd"] {
            let verdict = self.ok("journal.verify", json!({ "customer": id }));
            assert_eq!(verdict["sound"], json!(true), "{id}: {verdict}");
        }
    }
}

fn gift(giver: &str, recipient: &str, amount: &str) -> Value {
    json!({ "customer": giver, "recipient": recipient, "type": "points", "amount": amount, "reason": "asked for" })
}

fn code(answer: &Value) -> String {
    let path = answer["error"]["details"]["path"].as_str().unwrap_or_default();
    format!("{} {path}", answer["error"]["code"].as_str().unwrap_or("done")).trim().to_owned()
}

// rules L13, L3, L9
#[test]
fn lots_go_in_the_order_of_spending_with_their_dates_and_come_back_into_the_very_same() {
    let shop = Shop::new();
    shop.adjust("ada", "50", None);
    shop.adjust("ada", "30", Some(10));
    shop.adjust("ada", "30", Some(20));
    shop.adjust("bob", "5", None);
    let before = shop.ends("ada", "points");
    let given = shop.give("ada", "bob", "40");
    assert_eq!((&given["result"]["entry"], &given["result"]["recipient_entry"]), (&json!("ada/points/4"), &json!("bob/points/2")));
    let kinds: Vec<_> =
        given["entries"].as_array().unwrap().iter().map(|entry| (&entry["kind"], &entry["amount"], &entry["counterpart"])).collect();
    assert_eq!(
        kinds,
        [(&json!("transfer_out"), &json!("-40"), &json!("bob/points/2")), (&json!("transfer_in"), &json!("40"), &json!("ada/points/4")),]
    );
    assert_eq!(shop.ends("ada", "points"), ["2026-03-21 20", "never 50"]);
    assert_eq!(shop.ends("bob", "points"), ["2026-03-11 30", "2026-03-21 10", "never 5"]);
    shop.sound();
    let back = shop.reverse("ada", "ada/points/4", Some("15"));
    assert_eq!((&back["result"]["entry"], &back["result"]["recipient_entry"]), (&json!("ada/points/5"), &json!("bob/points/3")));
    assert_eq!(shop.ends("ada", "points"), ["2026-03-11 5", "2026-03-21 30", "never 50"], "what was given last comes back first");
    assert_eq!(shop.has("bob"), 30);
    assert_eq!(shop.refusal("points.reverse", &json!({ "customer": "ada", "entry": "ada/points/4", "amount": "26" })), "already_used");
    shop.reverse("ada", "ada/points/4", None);
    assert_eq!(shop.ends("ada", "points"), before);
    assert_eq!(shop.ends("bob", "points"), ["never 5"]);
    assert_eq!(shop.refusal("points.reverse", &json!({ "customer": "ada", "entry": "ada/points/4" })), "already_used");
    assert_eq!(shop.refusal("points.reverse", &json!({ "customer": "bob", "entry": "bob/points/2" })), "not_eligible", "by who gave");
    shop.sound();
}

// rules L13, M2, P1
#[test]
fn only_what_is_there_goes_and_only_between_two_who_may() {
    let shop = Shop::new();
    shop.adjust("ada", "50", None);
    let refusal = |args: &Value| shop.refusal("points.transfer", args);
    assert_eq!(refusal(&gift("ada", "bob", "51")), "insufficient_balance", "never on debt, whatever the floor");
    assert_eq!(refusal(&gift("ada", "ada", "5")), "invalid_request args.recipient");
    assert_eq!(refusal(&gift("ada", "nobody", "5")), "not_found");
    assert_eq!(refusal(&gift("ada", "bob", "0")), "invalid_request args.amount");
    let mut args = gift("ada", "bob", "5");
    args["type"] = json!("own");
    assert_eq!(refusal(&args), "not_eligible", "the program does not let it be given away");
    args = gift("ada", "bob", "5");
    args.as_object_mut().unwrap().remove("reason");
    assert_eq!(refusal(&args), "invalid_request args.reason");
    for state in ["membership.unenroll", "membership.enroll", "membership.deactivate"] {
        shop.ok(state, json!({ "customer": "bob" }));
        let able = state == "membership.enroll";
        assert_eq!(refusal(&gift("ada", "bob", "1")), if able { "done" } else { "not_eligible" }, "{state}");
    }
    assert_eq!(refusal(&gift("bob", "ada", "1")), "not_eligible", "nothing of an account on hold is spent");
    shop.sound();
}

// rules L13, L7, L9
#[test]
fn what_the_recipient_owes_is_repaid_first_and_owed_again_when_it_is_taken_back() {
    let shop = Shop::new();
    shop.adjust("ada", "30", Some(10));
    shop.adjust("ada", "30", None);
    shop.adjust("bob", "-40", None);
    shop.give("ada", "bob", "60");
    assert_eq!(shop.ends("bob", "points"), ["never 20"], "by what ends first");
    assert_eq!(shop.has("bob"), 20);
    shop.sound();
    shop.reverse("ada", "ada/points/3", None);
    assert_eq!((shop.has("ada"), shop.has("bob")), (60, -40));
    shop.sound();
}

// rules L13, L5
#[test]
fn what_followed_an_account_keeps_its_date_and_moves_no_other() {
    let mut shop = Shop::new();
    let earn = |shop: &Shop, id: &str| shop.ok("points.earn", json!({ "customer": id, "type": "miles", "amount": "100" }));
    earn(&shop, "ada");
    shop.at = "2026-05-01T10:00:00Z";
    earn(&shop, "bob");
    let mut args = gift("ada", "bob", "40");
    args["type"] = json!("miles");
    shop.ok("points.transfer", args);
    assert_eq!(shop.ends("ada", "miles"), ["2026-09-01 60", "never 0"], "to give away is not to earn");
    assert_eq!(shop.ends("bob", "miles"), ["2026-09-01 40", "2026-11-01 100", "never 0"]);
    shop.at = "2026-10-01T10:00:00Z";
    shop.sound();
    let back = shop.reverse("ada", "ada/miles/2", None);
    assert_eq!(back["result"]["lapsed"], json!("40"), "it has lapsed on both sides");
    assert_eq!(shop.ends("ada", "miles"), ["never 0"]);
    assert_eq!(shop.ends("bob", "miles"), ["2026-11-01 100", "never 0"]);
    shop.sound();
}

// rules L9, L13
#[test]
fn what_was_spent_of_it_is_owed_and_what_has_lapsed_counts_as_taken() {
    let mut shop = Shop::new();
    shop.adjust("ada", "30", Some(10));
    shop.adjust("ada", "30", None);
    shop.give("ada", "bob", "60");
    shop.at = "2026-03-20T10:00:00Z";
    shop.ok("points.spend", json!({ "customer": "bob", "type": "points", "amount": "25" }));
    let back = shop.reverse("ada", "ada/points/3", None);
    assert_eq!(back["result"]["lapsed"], json!("30"));
    assert_eq!((shop.has("ada"), shop.has("bob")), (30, -25), "what lapsed with one lapses with the other");
    shop.sound();
}

// rules L9, G8, M0
#[test]
fn it_is_taken_from_whoever_has_the_account_by_now() {
    let mut shop = Shop::new();
    shop.adjust("ada", "30", Some(10));
    shop.adjust("ada", "30", None);
    shop.adjust("cyd", "7", None);
    for _ in 0..3 {
        shop.give("ada", "bob", "20");
    }
    shop.reverse("ada", "ada/points/3", None);
    let merge = json!({ "survivor": "cyd", "source": "bob" });
    shop.ok("merge.apply", merge.clone());
    assert_eq!(shop.has("cyd"), 47);
    shop.at = "2026-03-20T10:00:00Z";
    // Of the second, ten had the date that has passed.
    let back = shop.reverse("ada", "ada/points/4", None);
    assert_eq!((&back["result"]["recipient_entry"], &back["result"]["lapsed"]), (&json!("cyd/points/4"), &json!("10")));
    assert_eq!((shop.has("ada"), shop.has("cyd")), (10, 27));
    shop.sound();
    shop.ok("membership.enroll", json!({ "customer": "bob" }));
    shop.give("ada", "bob", "1");
    let back = shop.reverse("ada", "ada/points/5", None);
    assert_eq!(back["result"]["recipient_entry"], json!("cyd/points/5"), "what was bob's before is not what is bob's now");
    assert_eq!((shop.has("bob"), shop.has("cyd")), (1, 7));
    shop.sound();
}

// rules L9, L13, G8, G9
#[test]
fn the_giver_may_be_merged_too_and_both_may_be_one() {
    let shop = Shop::new();
    shop.adjust("ada", "30", Some(10));
    shop.give("ada", "bob", "20");
    shop.ok("merge.apply", json!({ "survivor": "cyd", "source": "ada" }));
    shop.reverse("ada", "ada/points/2", Some("5"));
    assert_eq!((shop.has("bob"), shop.has("cyd")), (15, 15));
    assert_eq!(shop.ends("cyd", "points"), ["2026-03-11 15", "never 0"]);
    shop.sound();
    assert_eq!(shop.refusal("points.transfer", &gift("cyd", "ada", "1")), "invalid_request args.recipient", "that is cyd");
    assert_eq!(shop.refusal("points.transfer", &gift("ada", "cyd", "1")), "invalid_request args.recipient");
    assert_eq!(shop.give("bob", "ada", "1")["result"]["recipient"], json!("cyd"));
    shop.ok("merge.apply", json!({ "survivor": "bob", "source": "cyd" }));
    let back = shop.reverse("bob", "ada/points/2", None);
    assert_eq!(back["result"]["recipient_entry"], json!("bob/points/6"));
    assert_eq!(shop.has("bob"), 30);
    shop.sound();
    shop.ok("merge.undo", json!({ "survivor": "bob", "source": "cyd" }));
    shop.ok("merge.undo", json!({ "survivor": "cyd", "source": "ada" }));
    assert_eq!(shop.has("ada") + shop.has("bob") + shop.has("cyd"), 30);
    shop.sound();
}

// rules K11, L9
#[test]
fn it_can_be_taken_back_when_either_was_erased() {
    for erased in ["ada", "bob"] {
        let shop = Shop::new();
        shop.adjust("ada", "30", None);
        shop.give("ada", "bob", "20");
        shop.ok("customer.delete", json!({ "customer": erased }));
        for id in ["ada", "bob"] {
            let journal = shop.ok("points.history", json!({ "customer": id }));
            let entry = &journal["entries"][0];
            assert!(entry["kind"].as_str().unwrap().starts_with("transfer") && entry["reason"].is_null(), "{entry}");
        }
        shop.reverse("ada", "ada/points/2", None);
        assert_eq!((shop.has("ada"), shop.has("bob")), (30, 0));
        shop.sound();
    }
}

// rules L13, W3, P1
#[test]
fn a_customer_gives_to_somebody_of_whom_they_learn_nothing() {
    let shop = Shop::new();
    shop.adjust("ada", "30", None);
    shop.adjust("bob", "7", None);
    shop.ok("membership.deactivate", json!({ "customer": "cyd" }));
    let mut args = gift("ada", "bob", "10");
    assert_eq!(code(&shop.customer_asks("ada", "points.transfer", &args)), "invalid_request args.reason");
    args.as_object_mut().unwrap().remove("reason");
    args["comment"] = json!("happy birthday");
    let told = |recipient: &str| {
        let mut args = args.clone();
        args["recipient"] = json!(recipient);
        shop.customer_asks("ada", "points.transfer", &args)["error"].clone()
    };
    assert_eq!(told("cyd"), told("nobody"));
    assert_eq!(told("cyd")["code"], "not_eligible");
    assert_eq!(code(&shop.customer_asks("bob", "points.transfer", &args)), "forbidden", "of ada's");
    let given = shop.customer_asks("ada", "points.transfer", &args)["ok"].clone();
    assert_eq!((given["entries"].as_array().unwrap().len(), given["balances"].as_array().unwrap().len()), (1, 1), "{given}");
    assert!(!given.to_string().contains("bob/"), "{given}");
    for (op, args) in [("points.history", json!({ "customer": "bob" })), ("points.explain", json!({ "customer": "bob", "type": "points" }))]
    {
        let seen = shop.customer_asks("bob", op, &args);
        assert!(seen.to_string().contains("transfer_in") && !seen.to_string().contains("ada"), "{seen}");
        assert!(!seen.to_string().contains("happy birthday"), "a stranger's words: {seen}");
        assert!(shop.ok(op, args).to_string().contains("ada/points/2"), "staff is led to the other half");
    }
    let own = shop.customer_asks("ada", "points.explain", &json!({ "customer": "ada", "entry": "ada/points/2" }));
    assert!(own.to_string().contains("happy birthday") && !own.to_string().contains("bob"), "{own}");
    let report = shop.ok("report.activity", json!({ "from": "2026-01-01T00:00:00Z" }));
    let given = report["rows"].as_array().unwrap().iter().filter(|row| row["kind"].as_str().unwrap().starts_with("transfer"));
    assert!(given.clone().count() == 2 && given.clone().all(|row| row["actor"].is_null()), "{report}");
    shop.sound();
}
