//! One order, and one refund of it, delivered by many threads at once: it earns once and is taken back once (rules O4, O5, T1).

use std::sync::Barrier;
use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use serde_json::{Value, json};

use crate::faulty::{Faulty, Mistake};
use crate::number;

/// Threads that deliver the same.
const THREADS: usize = 6;

fn ask<R: Repository>(loyalty: &Loyalty<R>, op: &str, args: &Value, entropy: &str) -> Value {
    let request = json!({ "op": op, "args": args }).to_string();
    let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
    let context = json!({ "actor": actor, "at": "2026-11-23T10:00:00Z", "entropy": format!("not random at all {entropy}") });
    serde_json::from_str(&loyalty.execute(&request, &context.to_string())).unwrap()
}

/// Delivers the same from every thread; says how many of them wrote an entry.
fn deliver<R: Repository>(loyalty: &Loyalty<R>, op: &str, args: &Value, entropy: &str) -> Result<usize, String> {
    let start = Barrier::new(THREADS);
    let answers: Vec<Value> = thread::scope(|scope| {
        let deliver = |thread: usize| {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                ask(loyalty, op, args, &format!("{entropy} {thread}"))
            })
        };
        let threads: Vec<_> = (0..THREADS).map(deliver).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    match answers.iter().find(|answer| answer["ok"].is_null() && answer["error"]["code"] != "busy") {
        Some(refused) => Err(format!("{op}: {refused}")),
        None => Ok(answers.iter().filter(|answer| !answer["ok"]["entries"].is_null()).count()),
    }
}

fn rounds<R: Repository>(loyalty: &Loyalty<R>, rounds: u64) -> Result<(), String> {
    let program = json!({ "point_types": [{ "id": "points" }], "earning": { "when": "placed", "rules": [
        { "id": "rate", "type": "points", "points": "1", "per": "1" }
    ] } });
    ask(loyalty, "program.set", &json!({ "program": program }), "program");
    ask(loyalty, "customer.create", &json!({ "id": "ann" }), "ann is created");
    ask(loyalty, "membership.enroll", &json!({ "customer": "ann" }), "ann is enrolled");
    for round in 0..rounds {
        let order = json!({ "customer": "ann", "number": format!("o-{round}"), "placed_at": "2026-11-23T09:00:00Z", "currency": "USD",
            "lines": [{ "quantity": "3", "unit_price": "10.00" }] });
        let refund =
            json!({ "customer": "ann", "number": format!("o-{round}"), "refund": "r-1", "lines": [{ "line": "1", "quantity": "1" }] });
        for (op, args) in [("order.record", &order), ("order.refund", &refund)] {
            let wrote = deliver(loyalty, op, args, &format!("{op} {round}"))?;
            if wrote != 1 {
                return Err(format!("round {round}: {op} had {wrote} effects"));
            }
        }
        let wanted = (20 * (round + 1)).to_string();
        let balance = ask(loyalty, "points.balance", &json!({ "customer": "ann", "type": "points" }), "the balance of ann");
        if balance["ok"]["balances"][0]["total"] != json!(wanted) {
            return Err(format!("round {round}: {balance} instead of {wanted}"));
        }
    }
    let verdict = ask(loyalty, "journal.verify", &json!({ "customer": "ann" }), "the books of ann");
    if verdict["ok"]["difference"].is_null() { Ok(()) } else { Err(verdict.to_string()) }
}

// rules O4, O5, T1
#[test]
fn an_order_delivered_by_many_threads_earns_once_and_is_taken_back_once() {
    rounds(&Loyalty::new(Sqlite::in_memory(TABLES).unwrap()), number("LOYALTY_CASES", 20_000) / 20).unwrap();
}

#[test]
fn a_repository_that_lets_two_deliveries_through_is_found() {
    assert!(rounds(&Loyalty::new(Faulty::new(Mistake::VersionsIgnored)), 500).is_err());
}
