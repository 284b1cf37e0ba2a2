//! Impersonation through the door, which alone writes logs and keeps receipts.

use serde_json::{Value, json};

use crate::id::Slug;
use crate::loyalty::Loyalty;
use crate::memory::Memory;
use crate::repository::{Read, Repository, Scan};
use crate::schema::TABLES;
use crate::secret::Secret;

struct Shop {
    loyalty: Loyalty<Memory>,
    at: &'static str,
    asked: std::cell::Cell<u32>,
}

impl Shop {
    fn new() -> Self {
        let secret = Secret::new(Slug::new("stage").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
        let loyalty = Loyalty::new(Memory::new()).with_secrets(vec![secret]).unwrap();
        let shop = Shop { loyalty, at: "2026-03-01T10:00:00Z", asked: std::cell::Cell::default() };
        shop.ok("maria", "customer.create", json!({ "args": { "id": "ann" } }));
        shop
    }

    fn ask(&self, actor: &Value, op: &str, mut request: Value) -> Value {
        self.asked.set(self.asked.get() + 1);
        request["op"] = json!(op);
        let context = json!({ "actor": actor, "at": self.at, "entropy": format!("sixteen bytes of {}", self.asked.get()) });
        serde_json::from_str(&self.loyalty.execute(&request.to_string(), &context.to_string())).unwrap()
    }

    fn agent(&self, id: &str, op: &str, request: Value) -> Value {
        self.ask(&json!({ "id": id, "kind": "agent", "roles": ["admin"] }), op, request)
    }

    fn ok(&self, agent: &str, op: &str, request: Value) -> Value {
        let answer = self.agent(agent, op, request);
        assert!(answer["ok"].is_object(), "{op}: {answer}");
        answer["ok"].clone()
    }

    fn start(&self, agent: &str) -> String {
        let started = self.ok(agent, "impersonation.start", json!({ "args": { "customer": "ann", "reason": "she sees no points" } }));
        started["result"]["token"].as_str().unwrap().to_owned()
    }

    fn verify(&self, token: &str) -> Value {
        self.agent("door", "impersonation.verify", json!({ "args": { "token": token } }))
    }

    fn code(&self, token: &str) -> String {
        self.verify(token)["error"]["code"].as_str().unwrap_or("done").to_owned()
    }
}

// rule P4
#[test]
fn a_token_works_once_and_briefly_and_each_agent_has_one() {
    let mut shop = Shop::new();
    let (first, other, second) = (shop.start("maria"), shop.start("otto"), shop.start("maria"));
    assert_eq!(shop.code(&first), "not_found", "a later one of the same agent has ended it");
    let redeemed = shop.verify(&second)["ok"]["result"].clone();
    let wanted = json!({ "customer": "ann", "agent": "maria", "through": "impersonation by maria", "reason": "she sees no points" });
    assert_eq!(redeemed, wanted);
    assert_eq!(shop.code(&second), "already_used");
    shop.at = "2026-03-01T10:01:00Z";
    assert_eq!(shop.code(&other), "expired");
}

// rule P4
#[test]
fn the_token_is_in_the_first_answer_alone() {
    let shop = Shop::new();
    let request = || json!({ "args": { "customer": "ann" }, "idempotency_key": "k" });
    let first = shop.ok("maria", "impersonation.start", request())["result"].clone();
    let token = first["token"].as_str().unwrap();
    let replayed = shop.ok("maria", "impersonation.start", request());
    assert_eq!((replayed["replayed"].as_bool(), replayed["result"]["token"].is_null()), (Some(true), true));
    let preview = shop.ok("maria", "impersonation.start", json!({ "args": { "customer": "ann" }, "preview": true }));
    assert!(preview["result"]["token"].is_null() && preview["plan"].is_string());
    shop.verify(token);
    for table in TABLES {
        let rows = shop.loyalty.repository().read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap().concat();
        assert!(rows.iter().all(|row| !format!("{row:?}").contains(token)), "{}", table.name);
    }
}

// rules P4, M2
#[test]
fn nobody_signs_in_as_a_customer_who_cannot() {
    let shop = Shop::new();
    let token = shop.start("maria");
    shop.ok("maria", "membership.deactivate", json!({ "args": { "customer": "ann" } }));
    let refused = shop.agent("maria", "impersonation.start", json!({ "args": { "customer": "ann" } }));
    assert_eq!(refused["error"]["code"], "not_eligible");
    assert_eq!(shop.code(&token), "not_eligible");
    shop.ok("maria", "customer.create", json!({ "args": { "id": "gus", "state": "guest" } }));
    let guest = shop.agent("maria", "impersonation.start", json!({ "args": { "customer": "gus" } }));
    assert_eq!(guest["error"]["code"], "not_eligible");
}

// rules P4, P7
#[test]
fn what_an_agent_does_as_the_customer_says_so_in_the_log() {
    let shop = Shop::new();
    let redeemed = shop.verify(&shop.start("maria"))["ok"]["result"].clone();
    let ann = json!({ "id": redeemed["customer"], "kind": "customer", "through": redeemed["through"] });
    let done = shop.ask(&ann, "customer.edit", json!({ "args": { "customer": "ann", "first_name": "Ann" } }));
    assert!(done["ok"].is_object(), "{done}");
    shop.ask(&ann, "points.adjust", json!({ "args": { "customer": "ann", "type": "points", "amount": "5", "reason": "x" } }));
    let rows = |outcome: &str| {
        let audit = shop.ok("maria", "audit.list", json!({ "args": { "customer": "ann", "outcome": outcome } }));
        let lines = audit["commands"].as_array().unwrap().iter();
        lines.map(|row| format!("{} {} {}", row["operation"], row["actor"], row["through"]).replace('"', "")).collect::<Vec<_>>()
    };
    assert_eq!(
        rows("done"),
        [
            "customer.edit ann impersonation by maria",
            "impersonation.verify door null",
            "impersonation.start maria null",
            "customer.create maria null"
        ]
    );
    assert_eq!(rows("refused"), ["points.adjust ann impersonation by maria"]);
}
