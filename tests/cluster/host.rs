//! A shop's host on the nodes of a cluster.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::StorageConfig;
use serde_json::{Value, json};

/// The role whose sum in a day is limited, and how far.
pub const TELLER: &str = "teller";
pub const TELLER_LIMIT: i64 = 300;

/// An engine of its own, with connections of its own.
pub struct Host {
    pub loyalty: Loyalty<Arc<dyn Repository>>,
}

/// What a host was told.
pub enum Told {
    /// Done; whether for the first time.
    Done { replayed: bool },
    /// No, and it will be no.
    Refused(String),
    /// Nothing that lasts: ask again with the same key. The code says whether it may have been applied.
    Trouble(String),
}

impl Host {
    /// Opens a store that begins its tables with a word of its own, at one address or several.
    pub fn open(url: &str, store: &str) -> Host {
        let config = StorageConfig { prefix: format!("{store}_"), timeout_ms: 5_000, ..StorageConfig::new(url) };
        Host { loyalty: Loyalty::new(loyalty_sql::open(&config, TABLES).unwrap()) }
    }

    /// Asks as an administrator, without a key.
    pub fn ask(&self, op: &str, args: &Value) -> Value {
        self.request(&json!({ "op": op, "args": args }), "admin")
    }

    /// Commands with a key, as an actor of this role.
    pub fn command(&self, op: &str, args: &Value, key: &str, role: &str) -> Told {
        let answer = self.request(&json!({ "op": op, "args": args, "idempotency_key": key }), role);
        let code = || answer["error"]["code"].as_str().unwrap_or_default().to_owned();
        match answer["error"]["retry"].as_str() {
            None => Told::Done { replayed: answer["ok"]["replayed"] == true },
            Some("never") => Told::Refused(code()),
            Some(_) => Told::Trouble(code()),
        }
    }

    fn request(&self, request: &Value, role: &str) -> Value {
        static CALLS: AtomicU64 = AtomicU64::new(0);
        let entropy = format!("sixteen bytes and {}", CALLS.fetch_add(1, Ordering::Relaxed));
        let actor = json!({ "id": role, "kind": "agent", "roles": [role] });
        let context = json!({ "actor": actor, "at": "2026-03-01T10:00:00Z", "entropy": entropy });
        serde_json::from_str(&self.loyalty.execute(&request.to_string(), &context.to_string())).unwrap()
    }

    /// Creates a member.
    pub fn enroll(&self, customer: &str) {
        for (op, field) in [("customer.create", "id"), ("membership.enroll", "customer")] {
            let answer = self.ask(op, &json!({ field: customer }));
            assert!(answer["error"].is_null(), "{answer}");
        }
    }

    /// Sets a program in which one role is limited.
    pub fn limit(&self) {
        let nouns = ["customer", "membership", "points", "journal", "program"];
        let rights: Vec<String> = nouns.iter().map(|noun| format!("{noun}.*")).collect();
        let limits = json!([{ "type": "points", "per_day": TELLER_LIMIT.to_string() }]);
        let teller = json!({ "id": TELLER, "rights": ["points.adjust"], "limits": limits });
        let roles = json!([{ "id": "admin", "rights": rights }, teller]);
        let answer = self.ask("program.set", &json!({ "program": { "point_types": [{ "id": "points" }], "roles": roles } }));
        assert!(answer["error"].is_null(), "{answer}");
    }

    /// All that a customer has.
    pub fn balance(&self, customer: &str) -> i64 {
        let answer = self.ask("points.balance", &json!({ "customer": customer }));
        number(&answer["ok"]["balances"][0]["total"])
    }

    /// The whole journal: reason and amount of each entry.
    pub fn journal(&self, customer: &str) -> Vec<(String, i64)> {
        let (mut entries, mut cursor) = (Vec::new(), Value::Null);
        loop {
            let mut args = json!({ "customer": customer, "limit": 500 });
            if !cursor.is_null() {
                args["cursor"] = cursor;
            }
            let answer = self.ask("points.history", &args);
            let page = answer["ok"].clone();
            for entry in page["entries"].as_array().unwrap_or_else(|| panic!("{customer}: {answer}")) {
                entries.push((entry["reason"].as_str().unwrap_or_default().to_owned(), number(&entry["amount"])));
            }
            cursor = page["next"].clone();
            if cursor.is_null() {
                return entries;
            }
        }
    }
}

fn number(value: &Value) -> i64 {
    value.as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("no amount: {value}"))
}
