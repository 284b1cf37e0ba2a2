use serde_json::{Value, json};

use super::*;
use crate::context::ActorKind;
use crate::id::Slug;
use crate::limits::ERASED_ROWS_MAX;
use crate::loyalty::Loyalty;
use crate::memory::Memory;
use crate::repository::{Read, Repository};
use crate::schema::TABLES;
use crate::secret::Secret;

/// A shop with a desk that may give 10 and asks for more, and a customer with 100 points.
struct Shop(Loyalty<Memory>, std::cell::Cell<u32>);

const MARIA: (&str, &str) = ("maria", "admin");
const SAM: (&str, &str) = ("sam", "desk");

impl Shop {
    fn new() -> Self {
        let secret = Secret::new(Slug::new("s").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
        let shop = Shop(Loyalty::new(Memory::new()).with_secrets(vec![secret]).unwrap(), std::cell::Cell::new(0));
        let limits = json!([{ "type": "points", "per_operation": "10", "asks_approval": true }, { "type": "credit", "per_operation": "10", "asks_approval": true }]);
        let program = json!({
            "point_types": [{ "id": "points" }, { "id": "credit", "kind": "money", "currency": "USD", "places": 2 }],
            "roles": [
                { "id": "admin", "rights": ["customer.*", "membership.*", "points.*", "approval.*", "gift_card.*", "journal.*", "program.*"] },
                { "id": "desk", "rights": ["points.*", "gift_card.*", "approval.list"], "limits": limits },
                { "id": "judge", "rights": ["approval.*"] },
                { "id": "strict", "rights": ["points.adjust"], "limits": [{ "type": "points", "per_operation": "5" }] },
            ],
        });
        shop.does(MARIA, "program.set", json!({ "program": program }));
        shop.does(MARIA, "customer.create", json!({ "id": "ann" }));
        shop.does(MARIA, "membership.enroll", json!({ "customer": "ann" }));
        shop.does(MARIA, "points.adjust", json!({ "customer": "ann", "type": "points", "amount": "100", "reason": "a gift" }));
        shop
    }

    fn context(&self, (id, role): (&str, &str)) -> String {
        self.1.set(self.1.get() + 1);
        let roles: Vec<&str> = role.split('+').collect();
        let at = format!("2026-11-22T10:00:00.{:06}Z", self.1.get());
        json!({ "actor": { "id": id, "kind": "agent", "roles": roles }, "at": at, "entropy": format!("sixteen bytes and {}", self.1.get()) })
            .to_string()
    }

    fn asks(&self, who: (&str, &str), request: &Value) -> Value {
        serde_json::from_str(&self.0.execute(&request.to_string(), &self.context(who))).unwrap()
    }

    fn does(&self, who: (&str, &str), op: &str, args: Value) -> Value {
        let answer = self.asks(who, &json!({ "op": op, "args": args }));
        assert!(answer["ok"].is_object(), "{op}: {answer}");
        answer["ok"].clone()
    }

    /// The id of the request that a command above a limit has become.
    fn waits(&self, who: (&str, &str), op: &str, args: Value) -> Value {
        let answer = self.asks(who, &json!({ "op": op, "args": args }));
        assert_eq!(answer["error"]["code"], "approval_required", "{op}: {answer}");
        answer["error"]["details"]["approval"].clone()
    }

    /// A status with rewards in money and at a price in points, which the desk may set.
    fn with_statuses(self) -> Self {
        let mut program = self.does(MARIA, "program.get", json!({}))["program"].clone();
        program["rewards"] = json!([
            { "id": "credit", "gives": { "kind": "gift_credit", "type": "credit", "amount": "20" } },
            { "id": "mug", "gives": { "kind": "custom" }, "cost": { "type": "points", "amount": "50" } },
        ]);
        let gold = json!({ "id": "gold", "threshold": "1000", "rewards": ["credit", "mug"] });
        program["status_systems"] = json!([{ "id": "tier", "counts": { "source": "earned", "type": "points" }, "statuses": [gold] }]);
        program["roles"][1]["rights"].as_array_mut().unwrap().push(json!("status.*"));
        self.does(MARIA, "program.set", json!({ "program": program }));
        self
    }

    fn adjust(&self, amount: u32) -> Value {
        json!({ "customer": "ann", "type": "points", "amount": amount.to_string(), "reason": "sorry" })
    }

    /// Everything that is stored.
    fn rows(&self) -> String {
        let rows = |table| self.0.repository().read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap().concat();
        TABLES.iter().map(|table| format!("{:?}", rows(table))).collect()
    }

    fn active(&self) -> String {
        let balance = self.does(MARIA, "points.balance", json!({ "customer": "ann", "type": "points" }));
        balance["balances"][0]["active"].as_str().unwrap().to_owned()
    }
}

// rules P2, Y6
#[test]
fn what_moves_value_of_several_point_types_is_granted_as_a_whole() {
    let shop = Shop::new().with_statuses();
    let assign = json!({ "customer": "ann", "system": "tier", "status": "gold", "trigger_rewards": true });
    let id = shop.waits(SAM, "status.assign", assign);
    shop.does(("jo", "judge"), "approval.grant", json!({ "approval": id }));
    let balance = shop.does(MARIA, "points.balance", json!({ "customer": "ann", "type": "credit" }));
    assert_eq!(balance["balances"][0]["active"], "20.00");
}

// rule P2
#[test]
fn a_code_by_which_a_card_was_named_is_kept_nowhere() {
    let shop = Shop::new();
    let issue = json!({ "gift_card": "GC-1", "customer": "ann", "type": "credit", "amount": "50" });
    let code = shop.does(MARIA, "gift_card.issue", issue)["result"]["code"].as_str().unwrap().to_owned();
    let id = shop.waits(SAM, "gift_card.redeem", json!({ "customer": "ann", "code": code, "amount": "20" }));
    let waiting = shop.does(MARIA, "approval.list", json!({ "customer": "ann" }))["approvals"][0]["arguments"].clone();
    assert_eq!(waiting, json!({ "customer": "ann", "amount": "20", "gift_card": "GC-1" }));
    let bare = code.replace('-', "");
    assert!(!shop.rows().contains(&code) && !shop.rows().contains(&bare));
    let granted = shop.does(MARIA, "approval.grant", json!({ "approval": id }));
    assert_eq!(granted["result"]["result"]["amount"], "20.00");
    assert!(!shop.rows().contains(&code) && !shop.rows().contains(&bare));
}

// rules P2, P1
#[test]
fn the_most_generous_role_decides_and_any_of_them_may_ask() {
    let shop = Shop::new();
    let code = |role: &str, amount| {
        let answer = shop.asks(("ivo", role), &json!({ "op": "points.adjust", "args": shop.adjust(amount) }));
        answer["error"]["code"].as_str().unwrap_or("done").to_owned()
    };
    assert_eq!(["strict", "strict+desk"].map(|role| code(role, 6)), ["limit_exceeded", "done"]);
    assert_eq!(["strict", "strict+desk", "strict+desk+admin"].map(|role| code(role, 11)), ["limit_exceeded", "approval_required", "done"]);
}

// rules P2, P1
#[test]
fn two_agents_with_small_limits_cannot_grant_each_other_everything() {
    let shop = Shop::new();
    let id = shop.waits(SAM, "points.adjust", shop.adjust(50));
    let grant = json!({ "op": "approval.grant", "args": { "approval": id } });
    let code = |role| shop.asks(("tom", role), &grant)["error"]["code"].as_str().unwrap_or("done").to_owned();
    assert_eq!(["desk", "desk+judge", "judge"].map(code), ["forbidden", "limit_exceeded", "done"]);
    assert_eq!(shop.active(), "150");
}

// rule P2
#[test]
fn a_grant_moves_no_more_than_was_asked_for() {
    let shop = Shop::new();
    shop.does(MARIA, "gift_card.issue", json!({ "gift_card": "GC-1", "customer": "ann", "type": "credit", "amount": "20" }));
    let id = shop.waits(SAM, "gift_card.redeem", json!({ "customer": "ann", "gift_card": "GC-1" }));
    let grant = json!({ "op": "approval.grant", "args": { "approval": id } });
    shop.does(MARIA, "gift_card.recharge", json!({ "gift_card": "GC-1", "amount": "1000" }));
    let refused = shop.asks(MARIA, &grant)["error"].clone();
    assert_eq!((&refused["code"], &refused["details"]["allowed"]), (&json!("limit_exceeded"), &json!("20.00")), "{refused}");
    let again = || shop.waits(SAM, "gift_card.redeem", json!({ "customer": "ann", "gift_card": "GC-1" }));
    assert_ne!(again(), id, "more is asked for anew");
    assert_eq!(again(), again());
    shop.does(MARIA, "gift_card.redeem", json!({ "customer": "ann", "gift_card": "GC-1", "amount": "1001" }));
    let granted = shop.does(MARIA, "approval.grant", json!({ "approval": id }));
    assert_eq!(granted["result"]["result"]["amount"], "19.00", "less may be");
}

// rule P2
#[test]
fn a_grant_moves_nothing_of_another_point_type() {
    let shop = Shop::new();
    let set = |point_type: &str, amount: &str| {
        let mut program = shop.does(MARIA, "program.get", json!({}))["program"].clone();
        program["roles"][1]["rights"] = json!(["reward.*"]);
        program["rewards"] = json!([{ "id": "mug", "gives": { "kind": "custom" }, "cost": { "type": point_type, "amount": amount } }]);
        shop.does(MARIA, "program.set", json!({ "program": program }));
    };
    set("points", "20");
    let id = shop.waits(SAM, "reward.grant", json!({ "customer": "ann", "reward": "mug", "reason": "sorry" }));
    let grant = json!({ "op": "approval.grant", "args": { "approval": id } });
    set("credit", "15");
    let refused = shop.asks(MARIA, &grant)["error"].clone();
    assert_eq!((&refused["code"], &refused["details"]["allowed"]), (&json!("limit_exceeded"), &json!("0.00")), "{refused}");
    set("points", "20");
    assert!(shop.asks(MARIA, &grant)["ok"].is_object(), "as it was asked for it may be");
}

// rules P2, K11
#[test]
fn an_erasure_takes_every_request_and_card_that_names_the_persons_email() {
    let shop = Shop::new();
    shop.does(MARIA, "customer.create", json!({ "id": "eve", "email": "Eve@example.com" }));
    let card = |name: &str, number: usize| json!({ "gift_card": format!("{name}-{number}"), "customer": "ann", "type": "credit", "amount": "50", "recipient_email": "eve@Example.com" });
    (0..=ERASED_ROWS_MAX).for_each(|number| drop(shop.waits(SAM, "gift_card.issue", card("ASKED", number))));
    (0..100).for_each(|number| drop(shop.does(MARIA, "gift_card.issue", card("GIVEN", number))));
    assert!(shop.rows().to_lowercase().contains("eve@"));
    let erase = || shop.does(MARIA, "customer.delete", json!({ "customer": "eve" }))["result"]["complete"] == true;
    assert!(!erase(), "it does not fit into one commit");
    // Somebody else has the email by now.
    shop.does(MARIA, "customer.create", json!({ "id": "fay", "email": "eve@EXAMPLE.com" }));
    shop.does(MARIA, "gift_card.issue", card("LATER", 0));
    shop.waits(SAM, "gift_card.issue", card("LATER", 1));
    while !erase() {}
    let sent = |number: usize| {
        shop.does(MARIA, "gift_card.get", json!({ "gift_card": format!("GIVEN-{number}") }))["card"]["recipient_email"].clone()
    };
    assert!((0..100).all(|number| sent(number).is_null()));
    let later = shop.does(MARIA, "gift_card.get", json!({ "gift_card": "LATER-0" }));
    assert_eq!(later["card"]["recipient_email"], "eve@Example.com", "{later}");
    assert_eq!(shop.does(MARIA, "approval.list", json!({ "customer": "ann" }))["approvals"].as_array().unwrap().len(), 1);
    shop.does(MARIA, "customer.delete", json!({ "customer": "fay" }));
    assert!(!shop.rows().to_lowercase().contains("eve@"));
    assert_eq!(shop.does(MARIA, "approval.list", json!({ "customer": "ann" }))["approvals"], json!([]));
    assert_eq!(shop.does(MARIA, "gift_card.list", json!({ "customer": "ann", "limit": 500 }))["gift_cards"].as_array().unwrap().len(), 101);
}

// rule P2
#[test]
fn what_is_asked_for_in_the_middle_of_a_batch_stands_between_its_neighbours() {
    let shop = Shop::new();
    let request = |amount: u32| json!({ "op": "points.adjust", "args": shop.adjust(amount) }).to_string();
    let asked: Vec<(String, String)> = [1, 50, 2, 50].map(|amount| (request(amount), shop.context(SAM))).to_vec();
    let asked: Vec<(&str, &str)> = asked.iter().map(|(request, context)| (request.as_str(), context.as_str())).collect();
    let answers: Vec<Value> = shop.0.execute_batch(&asked).iter().map(|answer| serde_json::from_str(answer).unwrap()).collect();
    let codes: Vec<&str> = answers.iter().map(|answer| answer["error"]["code"].as_str().unwrap_or("done")).collect();
    assert_eq!(codes, ["done", "approval_required", "done", "approval_required"], "{answers:?}");
    assert_eq!(answers[1]["error"]["details"]["approval"], answers[3]["error"]["details"]["approval"], "the same waits");
    assert_eq!(shop.active(), "103");
    assert_eq!(shop.does(MARIA, "approval.list", json!({}))["approvals"].as_array().unwrap().len(), 1);
    assert_eq!(shop.does(MARIA, "journal.verify", json!({ "customer": "ann" }))["sound"], true);
}

// rule P2
#[test]
fn a_list_begins_where_it_begins_whichever_list_the_cursor_is_of() {
    let shop = Shop::new();
    let old = shop.waits(SAM, "points.adjust", shop.adjust(20));
    let later = |at: &str, who: (&str, &str), op: &str, args: Value| {
        let context =
            json!({ "actor": { "id": who.0, "kind": "agent", "roles": [who.1] }, "at": at, "entropy": format!("sixteen bytes and {at}") });
        let request = json!({ "op": op, "args": args }).to_string();
        serde_json::from_str::<Value>(&shop.0.execute(&request, &context.to_string())).unwrap()
    };
    for (at, amount) in [("2027-01-02T10:00:00Z", 21), ("2027-01-02T10:00:01Z", 22)] {
        assert_eq!(later(at, SAM, "points.adjust", shop.adjust(amount))["error"]["code"], "approval_required");
    }
    let list = |args: Value| later("2027-01-02T10:00:02Z", MARIA, "approval.list", args)["ok"].clone();
    let open = list(json!({ "state": "open", "limit": 1 }));
    assert!(open["next"].is_string(), "{open}");
    for args in [json!({ "state": "expired" }), json!({ "state": "expired", "cursor": open["next"] })] {
        let ids: Vec<Value> = list(args)["approvals"].as_array().unwrap().iter().map(|approval| approval["approval"].clone()).collect();
        assert_eq!(ids, std::slice::from_ref(&old));
    }
}

// rules P2, W5
#[test]
fn a_grant_is_confirmed_by_the_plan_of_its_preview() {
    let shop = Shop::new();
    let id = shop.waits(SAM, "points.adjust", shop.adjust(50));
    let mut grant = json!({ "op": "approval.grant", "args": { "approval": id }, "preview": true });
    let plan = shop.asks(MARIA, &grant)["ok"]["plan"].clone();
    shop.does(SAM, "points.adjust", shop.adjust(1));
    grant["preview"] = json!(false);
    grant["plan"] = plan;
    let outdated = shop.asks(MARIA, &grant);
    assert_eq!(outdated["error"]["code"], "plan_outdated", "{outdated}");
    grant["plan"] = outdated["error"]["details"]["plan"].clone();
    assert_eq!(shop.asks(MARIA, &grant)["ok"]["balances"][0]["active"], "151");
}

// rules P2, K2
#[test]
fn a_record_that_was_edited_meanwhile_is_not_edited_over_by_a_grant() {
    let shop = Shop::new();
    let asked = shop.asks(SAM, &json!({ "op": "points.adjust", "args": shop.adjust(50), "if_version": 1 }));
    let id = &asked["error"]["details"]["approval"];
    shop.does(SAM, "points.adjust", shop.adjust(1));
    let late = shop.asks(MARIA, &json!({ "op": "approval.grant", "args": { "approval": id } }));
    assert_eq!(late["error"]["code"], "version_conflict", "{late}");
    assert_eq!(shop.active(), "101");
}

// rules P2, P4
#[test]
fn who_comes_through_another_is_that_person_too() {
    let actor = |id: &str, through: Option<&str>| Actor {
        id: Id::new(id).unwrap(),
        kind: ActorKind::Agent,
        roles: Vec::new(),
        through: through.map(|through| Line::new(through).unwrap()),
    };
    let same = |one: (&str, Option<&str>), other: (&str, Option<&str>)| {
        let (one, other) = (actor(one.0, one.1), actor(other.0, other.1));
        assert_eq!(one.is_same_person(&other), other.is_same_person(&one));
        one.is_same_person(&other)
    };
    let sam = Some("impersonation by sam");
    assert!(same(("sam", None), ("sam", Some("phone"))));
    assert!(same(("sam", None), ("ann", sam)) && same(("sam", None), ("till", Some("sam"))));
    assert!(same(("ann", sam), ("ben", sam)), "both are sam");
    assert!(!same(("sam", Some("phone")), ("tom", Some("phone"))), "a channel is nobody");
    assert!(!same(("sam", None), ("tom", Some("impersonation by ann"))));
}

// rules P2, G8, M0
#[test]
fn what_came_with_a_merge_is_done_for_whoever_has_it_also_once_its_id_is_somebody_elses() {
    let shop = Shop::new();
    shop.does(MARIA, "customer.create", json!({ "id": "eve" }));
    shop.does(MARIA, "membership.enroll", json!({ "customer": "eve" }));
    let args = json!({ "customer": "eve", "type": "points", "amount": "50", "reason": "sorry" });
    let id = shop.waits(SAM, "points.adjust", args);
    let mut program = shop.does(MARIA, "program.get", json!({}))["program"].clone();
    program["roles"][0]["rights"].as_array_mut().unwrap().push(json!("merge.*"));
    shop.does(MARIA, "program.set", json!({ "program": program }));
    shop.does(MARIA, "merge.apply", json!({ "survivor": "ann", "source": "eve" }));
    shop.does(MARIA, "membership.enroll", json!({ "customer": "eve" }));
    let granted = shop.does(MARIA, "approval.grant", json!({ "approval": id }));
    assert_eq!(granted["result"]["customer"], "ann");
    assert_eq!(shop.active(), "150");
}
