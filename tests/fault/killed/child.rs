//! The process that is killed: several threads of commands on a few customers, each told before it is asked for and when it is answered.

use std::io::Write as _;
use std::thread;
use std::time::Duration;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::Repository;
use serde_json::{Value, json};

use super::{Seeded, open};
use crate::story::{ask, context};

pub const FILE: &str = "LOYALTY_TEST_KILLED_FILE";
pub const ROUND: &str = "LOYALTY_TEST_KILLED_ROUND";
pub const SEEDED: &str = "LOYALTY_TEST_KILLED_SEEDED";

/// Few, so that threads meet on them.
pub const CUSTOMERS: [&str; 3] = ["anna", "ben", "cleo"];
pub const THREADS: u64 = 4;
const AT: &str = "2026-03-01T10:00:00Z";

/// Makes the customers.
pub fn prepare<R: Repository>(loyalty: &Loyalty<R>) {
    for customer in CUSTOMERS {
        for (op, args) in [("customer.create", json!({ "id": customer })), ("membership.enroll", json!({ "customer": customer }))] {
            let answer = again(loyalty, &json!({ "op": op, "args": args }));
            assert!(answer.get("ok").is_some(), "{answer}");
        }
    }
}

/// Asks for a request, or asks again.
pub fn again<R: Repository>(loyalty: &Loyalty<R>, request: &Value) -> Value {
    ask(loyalty, &request.to_string(), &context(AT, &request["idempotency_key"].to_string()))
}

/// Whether journal, lots and chain of a customer agree.
pub fn verify<R: Repository>(loyalty: &Loyalty<R>, customer: &str) -> Result<(), String> {
    let answer = again(loyalty, &json!({ "op": "journal.verify", "args": { "customer": customer } }));
    if answer["ok"]["sound"] == Value::Bool(true) { Ok(()) } else { Err(format!("the journal of {customer}: {answer}")) }
}

pub fn say(word: &str, request: &Value, answer: &Value) {
    let line = format!("\n{word}\t{request}\t{answer}\n");
    let mut out = std::io::stdout().lock();
    out.write_all(line.as_bytes()).and_then(|()| out.flush()).expect("a parent that listens");
}

/// To whom a word is told about a request, and its answer.
pub type Say<'s> = &'s (dyn Fn(&str, &Value, &Value) + Sync);

/// Asks, and tells so: `asks` before, `has` when it is answered. The key stands in every effect, to be counted there.
pub fn tell<R: Repository>(loyalty: &Loyalty<R>, say: Say<'_>, seeded: Seeded, op: &str, key: &str, mut args: Value) -> Value {
    let field = if op == "points.hold" { "order" } else { "comment" };
    args[field] = key.into();
    let request = json!({ "op": op, "args": args, "idempotency_key": key });
    say("asks", &request, &Value::Null);
    if seeded == Seeded::AcknowledgesFirst {
        say("has", &request, &json!({ "ok": {} }));
        thread::sleep(Duration::from_micros(300));
    }
    let answer = again(loyalty, &request);
    if seeded == Seeded::NewKey {
        thread::sleep(Duration::from_micros(300));
    }
    say("has", &request, &answer);
    answer
}

/// Adjusts, spends, holds and captures on one customer after the other, until it is to end.
pub fn work<R: Repository>(
    loyalty: &Loyalty<R>,
    say: Say<'_>,
    seeded: Seeded,
    (round, thread): (&str, u64),
    is_over: &(dyn Fn() -> bool + Sync),
) {
    for turn in (0..).take_while(|_| !is_over()) {
        let customer = CUSTOMERS[((turn + thread) % 3) as usize];
        let key = |what: &str| format!("{round}-{thread}-{turn}-{what}");
        let amount = |amount: u64| json!({ "customer": customer, "type": "points", "amount": amount.to_string(), });
        let mut give = amount(50);
        give["reason"] = "load".into();
        tell(loyalty, say, seeded, "points.adjust", &key("a"), give);
        tell(loyalty, say, seeded, "points.spend", &key("s"), amount(7 + turn % 5));
        let held = tell(loyalty, say, seeded, "points.hold", &key("h"), amount(20));
        if let Some(hold) = held["ok"]["result"]["id"].as_str() {
            tell(loyalty, say, seeded, "points.capture", &key("c"), json!({ "customer": customer, "hold": hold, "amount": "15" }));
        }
    }
}

/// Not a test of its own: what the killed process does.
#[test]
#[ignore = "run by the tests beside it"]
fn child() {
    let Ok(path) = std::env::var(FILE) else { return };
    let round = std::env::var(ROUND).unwrap_or_default();
    let seeded = std::env::var(SEEDED).unwrap_or_default();
    let seeded = *[Seeded::AcknowledgesFirst, Seeded::NewKey].iter().find(|one| format!("{one:?}") == seeded).unwrap_or(&Seeded::Nothing);
    let loyalty = open(path.as_ref());
    thread::scope(|scope| {
        for number in 0..THREADS {
            let (loyalty, round) = (&loyalty, &round);
            scope.spawn(move || work(loyalty, &say, seeded, (round, number), &|| false));
        }
    });
}
