//! Passwords through the door, which alone writes logs, keeps receipts and plans.

use std::cell::Cell;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::id::Slug;
use crate::loyalty::Loyalty;
use crate::memory::Memory;
use crate::repository::{Read, Repository, Row, Scan};
use crate::schema::TABLES;
use crate::secret::Secret;

fn engine(memory: &Arc<Memory>) -> Loyalty<Arc<Memory>> {
    let secret = Secret::new(Slug::new("stage").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
    Loyalty::new(Arc::clone(memory)).with_secrets(vec![secret]).unwrap()
}

/// A shop that is asked in JSON, with an event after every operation.
struct Shop {
    memory: Arc<Memory>,
    loyalty: Loyalty<Arc<Memory>>,
    at: Cell<&'static str>,
    asked: Cell<u32>,
}

impl Shop {
    fn new(password: Value) -> Self {
        let memory = Arc::new(Memory::new());
        let shop = Shop { loyalty: engine(&memory), memory, at: Cell::new("2026-03-01T10:00:00Z"), asked: Cell::new(0) };
        let program = json!({ "name": "Stars & Co", "point_types": [{ "id": "points" }], "password": password, "events": ["password.*"] });
        shop.ok("program.set", json!({ "program": program }));
        shop.ok("customer.create", json!({ "id": "ann", "first_name": "Ann", "email": "ann@example.com" }));
        shop
    }

    fn linked() -> Self {
        Shop::new(json!({ "style": "link", "minutes": 30, "link": "https://shop.example/reset?token=" }))
    }

    fn context(&self) -> String {
        self.asked.set(self.asked.get() + 1);
        let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
        json!({ "actor": actor, "at": self.at.get(), "entropy": format!("sixteen bytes of {}", self.asked.get()) }).to_string()
    }

    fn text(&self, request: &Value) -> String {
        self.loyalty.execute(&request.to_string(), &self.context())
    }

    fn ask(&self, op: &str, args: Value) -> Value {
        serde_json::from_str(&self.text(&json!({ "op": op, "args": args }))).unwrap()
    }

    fn ok(&self, op: &str, args: Value) -> Value {
        let answer = self.ask(op, args);
        assert!(answer["ok"].is_object(), "{op}: {answer}");
        answer["ok"].clone()
    }

    fn code(&self, op: &str, args: Value) -> String {
        self.ask(op, args)["error"]["code"].as_str().unwrap_or("done").to_owned()
    }

    /// Takes the messages that wait and acknowledges them, until there are none.
    fn post(&self) -> Vec<Value> {
        let mut all = Vec::new();
        loop {
            let taken = self.ok("outbox.take", json!({ "lease_seconds": 60 }))["messages"].as_array().unwrap().clone();
            if taken.is_empty() {
                return all;
            }
            let ids: Vec<&Value> = taken.iter().map(|message| &message["id"]).collect();
            self.ok("outbox.ack", json!({ "messages": ids }));
            all.extend(taken);
        }
    }

    fn mails(&self) -> Vec<Value> {
        self.post().into_iter().filter(|message| message["email"].is_object()).map(|message| message["email"].clone()).collect()
    }

    /// The last words of the only mail that waits: the token, or the password.
    fn sent(&self) -> String {
        let mails = self.mails();
        assert_eq!(mails.len(), 1, "{mails:?}");
        let text = mails[0]["text"].as_str().unwrap();
        let line = text.lines().find(|line| line.contains("token=") || line.matches('-').count() == 6).unwrap();
        line.rsplit('=').next().unwrap().to_owned()
    }

    fn rows(&self) -> Vec<Row> {
        let all = |table| self.memory.read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap().concat();
        TABLES.iter().flat_map(|table| all(table)).collect()
    }

    /// The tables in which a text stands anywhere, with hyphens or without.
    fn tables_with(&self, secret: &str) -> Vec<&'static str> {
        let bare = secret.replace('-', "");
        let mut found: Vec<&str> = Vec::new();
        for row in self.rows() {
            let text = format!("{:?} {}", row.values, row.body).replace('-', "");
            if text.contains(&bare) && !found.contains(&row.table.name) {
                found.push(row.table.name);
            }
        }
        found
    }
}

// rule P3
#[test]
fn what_is_sent_stands_in_the_queued_message_and_nowhere_else() {
    for shop in [Shop::linked(), Shop::new(json!({}))] {
        let request = json!({ "op": "password.reset", "args": { "customer": "ann" } });
        let with = |field: &str, value: Value| {
            let mut request = request.clone();
            request[field] = value;
            shop.text(&request)
        };
        let preview = with("preview", json!(true));
        let plan = serde_json::from_str::<Value>(&preview).unwrap()["ok"]["plan"].clone();
        assert!(plan.is_string(), "{preview}");
        let planned = with("plan", plan);
        assert!(planned.starts_with(r#"{"ok""#), "{planned}");
        shop.post();
        let done = with("idempotency_key", json!("k"));
        let replayed = with("idempotency_key", json!("k"));
        assert!(replayed.contains(r#""replayed":true"#), "{replayed}");
        // Taken, but not acknowledged yet: then it stands in the outbox, and not in the log of who has taken it.
        let taken = shop.ok("outbox.take", json!({ "lease_seconds": 60 }));
        let mail = &taken["messages"][0]["email"];
        assert_eq!(mail["to"], "ann@example.com");
        let words = mail["text"].as_str().unwrap().to_owned();
        let secret = words.lines().find(|line| line.contains("token=") || line.matches('-').count() == 6).unwrap();
        let secret = secret.rsplit('=').next().unwrap();
        assert_eq!(secret.replace('-', "").len(), 28, "{words}");
        assert!(mail["html"].as_str().unwrap().contains(secret) && !mail["subject"].as_str().unwrap().contains(secret));
        assert_eq!(mail["html"].as_str().unwrap().matches("Stars &amp; Co").count(), 1, "{mail}");
        assert_eq!(shop.tables_with(secret), ["outbox"]);
        for answer in [&preview, &planned, &done, &replayed] {
            assert!(!answer.contains(secret), "{answer}");
        }
        shop.ok("outbox.ack", json!({ "messages": [taken["messages"][0]["id"]] }));
        // The event comes behind the mail, without the secret.
        let event = shop.post();
        assert_eq!((event.len(), event[0]["event"].as_str(), event[0]["email"].is_null()), (1, Some("password.reset"), true));
        assert_eq!(shop.tables_with(secret), [""; 0]);
        shop.ok("password.verify", json!({ "token": secret, "email": "Ann@Example.com" }));
        assert_eq!(shop.tables_with(secret), [""; 0]);
    }
}

// rule P3
#[test]
fn a_form_learns_nothing_about_who_has_an_email() {
    let shop = Shop::linked();
    for (id, state) in [("bob", "registered"), ("cal", "registered"), ("dan", "guest")] {
        shop.ok("customer.create", json!({ "id": id, "email": format!("{id}@example.com"), "state": state }));
    }
    shop.ok("blacklist.set", json!({ "customer": "bob", "on": true, "reason": "fraud" }));
    shop.ok("membership.deactivate", json!({ "customer": "cal" }));
    // The customer who may have the mail has done something later than the clock of the form says.
    shop.at.set("2026-03-01T10:00:05Z");
    shop.ok("customer.edit", json!({ "customer": "ann", "first_name": "Anna" }));
    shop.at.set("2026-03-01T10:00:00Z");
    shop.post();
    let everybody = ["ann", "bob", "cal", "dan", "nobody"];
    let answers = |more: &dyn Fn(&str) -> Value| {
        everybody.map(|who| {
            let mut request = json!({ "op": "password.reset", "args": { "email": format!("{who}@example.com") } });
            request.as_object_mut().unwrap().extend(more(who).as_object().unwrap().clone());
            shop.text(&request)
        })
    };
    let plain = answers(&|_| json!({}));
    assert_eq!(plain[0], r#"{"ok":{"result":{"minutes":30},"recorded_at":"2026-03-01T10:00:00Z"}}"#);
    let keyed = answers(&|who| json!({ "idempotency_key": who }));
    let replayed = answers(&|who| json!({ "idempotency_key": who }));
    assert!(replayed[0].contains(r#""replayed":true"#), "{}", replayed[0]);
    let versions = answers(&|_| json!({ "if_version": 3 }));
    for answers in [&plain, &keyed, &replayed, &versions] {
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    }
    let previews = answers(&|_| json!({ "preview": true }));
    assert!(previews.iter().all(|answer| answer.starts_with(r#"{"ok":{"result":{"minutes":30}"#) && answer.contains("plan")));
    let mut conflict = json!({ "op": "password.reset", "args": { "email": "other@example.com" } });
    conflict["idempotency_key"] = json!("nobody");
    assert!(shop.text(&conflict).contains("idempotency_conflict"));
    // Two mails, for the one who may have them; no event, which would say whose they are only where somebody is.
    shop.at.set("2026-03-01T10:00:06Z");
    let post = shop.post();
    assert_eq!(post.len(), 2, "{post:?}");
    assert!(post.iter().all(|message| message["email"]["to"] == "ann@example.com"));
    let audit = shop.ok("audit.list", json!({ "outcome": "refused", "limit": 100 }));
    let reasons = |customer: Value| {
        let rows = audit["commands"].as_array().unwrap().iter();
        let codes =
            rows.filter(|row| row["customer"] == customer && row["operation"] == "password.reset" && row["code"] != "invalid_request");
        codes.map(|row| row["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(reasons(json!("bob")), ["blocked", "blocked"]);
    assert_eq!(reasons(json!("cal")), ["not_eligible", "not_eligible"]);
    let unknown = reasons(Value::Null).iter().filter(|code| *code == "not_found").count();
    assert_eq!(unknown, 4, "a guest has no email for themselves, and is as unknown as nobody");
    assert_eq!(reasons(json!("ann")), Vec::<String>::new());
    assert_eq!(shop.tables_with("nobody@example.com"), [""; 0], "the email of somebody unknown is not kept");
}

// rule P3
#[test]
fn who_asks_for_a_customer_is_told_why_not() {
    let shop = Shop::linked();
    shop.ok("customer.create", json!({ "id": "bob" }));
    shop.ok("customer.create", json!({ "id": "cal", "email": "cal@example.com" }));
    for (args, wanted) in [
        (json!({ "customer": "bob" }), "not_eligible"),
        (json!({ "customer": "nobody" }), "not_found"),
        (json!({}), "invalid_request"),
        (json!({ "customer": "ann", "email": "ann@example.com" }), "invalid_request"),
    ] {
        assert_eq!(shop.code("password.reset", args.clone()), wanted, "{args}");
    }
    shop.ok("blacklist.set", json!({ "customer": "cal", "on": true, "reason": "fraud" }));
    assert_eq!(shop.code("password.reset", json!({ "customer": "cal" })), "blocked");
    shop.ok("membership.deactivate", json!({ "customer": "ann" }));
    assert_eq!(shop.code("password.reset", json!({ "customer": "ann" })), "not_eligible");
    assert_eq!(shop.mails(), Vec::<Value>::new());
    let without = Loyalty::new(Arc::clone(&shop.memory));
    let request = json!({ "op": "password.reset", "args": { "email": "nobody@example.com" } });
    assert!(without.execute(&request.to_string(), &shop.context()).contains("config.secrets"));
}

// rule P3
#[test]
fn a_link_works_once_for_a_while_and_only_the_last_one() {
    let shop = Shop::linked();
    let reset = || {
        shop.ok("password.reset", json!({ "email": "ANN@example.com" }));
        shop.sent()
    };
    let verify = |token: &str| shop.code("password.verify", json!({ "token": token }));
    let (first, second) = (reset(), reset());
    assert_eq!(verify(&first), "not_found", "a later one ended it");
    assert_eq!(shop.code("password.verify", json!({ "token": second, "email": "bob@example.com" })), "not_found");
    let done = shop.ok("password.verify", json!({ "token": second.to_lowercase() }));
    assert_eq!(done["result"], json!({ "customer": "ann", "style": "link" }));
    assert_eq!(verify(&second), "already_used");
    assert_eq!(verify("hello"), "invalid_request");
    let third = reset();
    shop.at.set("2026-03-01T10:30:00Z");
    assert_eq!(verify(&third), "expired", "half an hour later");
    let fourth = reset();
    shop.ok("customer.edit", json!({ "customer": "ann", "email": "ann.new@example.com" }));
    assert_eq!(verify(&fourth), "not_eligible", "it was sent to a mailbox that may no longer be hers");
    shop.ok("customer.edit", json!({ "customer": "ann", "email": "ann@example.com" }));
    shop.ok("membership.deactivate", json!({ "customer": "ann" }));
    assert_eq!(verify(&fourth), "not_eligible");
    shop.ok("membership.reactivate", json!({ "customer": "ann" }));
    shop.ok("blacklist.set", json!({ "customer": "ann", "on": true, "reason": "fraud" }));
    assert_eq!(verify(&fourth), "blocked");
    shop.ok("blacklist.set", json!({ "customer": "ann", "on": false, "reason": "not her" }));
    assert_eq!(verify(&fourth), "done", "what was refused has not used it up");
}

// rule P3
#[test]
fn of_many_who_redeem_one_password_at_once_one_gets_in() {
    let shop = Shop::new(json!({}));
    shop.ok("password.reset", json!({ "customer": "ann" }));
    let password = shop.sent();
    let doors = [engine(&shop.memory), engine(&shop.memory)];
    let request = json!({ "op": "password.verify", "args": { "token": password } }).to_string();
    let contexts: Vec<String> = (0..16).map(|_| shop.context()).collect();
    let answers: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            contexts.iter().zip(doors.iter().cycle()).map(|(context, door)| scope.spawn(|| door.execute(&request, context))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().filter(|answer| answer.starts_with(r#"{"ok""#)).count(), 1, "{answers:?}");
    assert_eq!(answers.iter().filter(|answer| answer.contains("already_used")).count(), 15, "{answers:?}");
}

// rules P3, E3
#[test]
fn who_wants_no_mail_still_gets_a_password() {
    let shop = Shop::new(json!({}));
    shop.ok("email.unsubscribe_all", json!({ "customer": "ann" }));
    shop.ok("password.reset", json!({ "email": "ann@example.com" }));
    let password = shop.sent();
    assert_eq!(shop.ok("password.verify", json!({ "token": password }))["result"]["style"], "generated");
}

// rules P3, W3
#[test]
fn customers_reset_nobodys_password() {
    let right = |right: &str| {
        let program = json!({ "point_types": [{ "id": "points" }], "customer_rights": [right] });
        crate::program::Program::from_tree(program.into()).is_err()
    };
    assert!(["password.reset", "password.*", "impersonation.start", "ticket.receive", "ticket.*"].iter().all(|name| right(name)));
    assert!(!right("ticket.reply"));
}
