//! Many threads on one request for approval: it is made once, however often whoever asks clicks at once, and has one effect, however many grant and reject it
//! at once (rules P2, L10).

use std::sync::Barrier;
use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::golden::engine;
use serde_json::{Value, json};

use crate::faulty::{Faulty, Mistake};

/// Threads that run at once.
const THREADS: usize = 16;

fn ask<R: Repository>(shop: &Loyalty<R>, (id, role): (&str, &str), request: &Value, entropy: &str) -> Value {
    let context = json!({ "actor": { "id": id, "kind": "agent", "roles": [role] }, "at": "2026-11-22T10:00:00Z", "entropy": format!("not random at all {entropy}") });
    serde_json::from_str(&shop.execute(&request.to_string(), &context.to_string())).unwrap()
}

/// Asks the same of every thread at once, each as somebody; what each was answered.
fn at_once<R: Repository>(shop: &Loyalty<R>, request: &(dyn Fn(usize) -> (String, &'static str, Value) + Sync), name: &str) -> Vec<Value> {
    let start = Barrier::new(THREADS);
    thread::scope(|scope| {
        let one = |number: usize| {
            let start = &start;
            scope.spawn(move || {
                let (id, role, request) = request(number);
                start.wait();
                // Who is told that too many came at once asks again, as the answer says.
                (0..50)
                    .map(|time| ask(shop, (&id, role), &request, &format!("{name}/{number}/{time}")))
                    .find(|answer| answer["error"]["code"] != "busy")
                    .unwrap_or_default()
            })
        };
        let threads: Vec<_> = (0..THREADS).map(one).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn code(answer: &Value) -> &str {
    answer["error"]["code"].as_str().unwrap_or("done")
}

/// Rounds in which one asks sixteen times at once, and sixteen decide at once.
fn rounds<R: Repository>(shop: &Loyalty<R>, rounds: usize) -> Result<(), String> {
    let program = json!({ "point_types": [{ "id": "points" }], "events": [], "roles": [
        { "id": "admin", "rights": ["customer.*", "membership.*", "points.*", "journal.*", "approval.*", "program.*"] },
        { "id": "desk", "rights": ["points.adjust"], "limits": [{ "type": "points", "per_operation": "10", "asks_approval": true }] }] });
    let maria = ("maria", "admin");
    for (op, args) in [
        ("program.set", json!({ "program": program })),
        ("customer.create", json!({ "id": "ann" })),
        ("membership.enroll", json!({ "customer": "ann" })),
    ] {
        assert!(ask(shop, maria, &json!({ "op": op, "args": args }), op)["ok"].is_object(), "{op}");
    }
    let mut given = 0;
    for round in 0..rounds {
        let name = format!("round-{round}");
        let mut wish = json!({ "op": "points.adjust", "args": { "customer": "ann", "type": "points", "amount": "50", "reason": name } });
        if round % 2 == 0 {
            wish["idempotency_key"] = json!(name);
        }
        let answers = at_once(shop, &|_| ("sam".to_owned(), "desk", wish.clone()), &name);
        let id = answers[0]["error"]["details"]["approval"].clone();
        if let Some(other) = answers.iter().find(|answer| answer["error"]["details"]["approval"] != id || !id.is_string()) {
            return Err(format!("{name}: asked once, and twice kept: {id}, {other}"));
        }
        let answers = at_once(
            shop,
            &|number| {
                let op = if number % 4 == 3 { "approval.reject" } else { "approval.grant" };
                (format!("judge-{number}"), "admin", json!({ "op": op, "args": { "approval": id } }))
            },
            &name,
        );
        let done: Vec<usize> = (0..THREADS).filter(|number| code(&answers[*number]) == "done").collect();
        let late = answers.iter().filter(|answer| code(answer) == "already_used").count();
        if done.len() != 1 || late != THREADS - 1 {
            return Err(format!("{name}: decided by {done:?}: {answers:?}"));
        }
        given += if done[0] % 4 == 3 { 0 } else { 50 };
    }
    let balance = ask(shop, maria, &json!({ "op": "points.balance", "args": { "customer": "ann", "type": "points" } }), "");
    let sound = ask(shop, maria, &json!({ "op": "journal.verify", "args": { "customer": "ann" } }), "");
    if balance["ok"]["balances"][0]["active"] == given.to_string().as_str() && sound["ok"]["sound"] == true {
        Ok(())
    } else {
        Err(format!("{given} were granted: {balance}, {sound}"))
    }
}

// rules P2, L10
#[test]
fn of_sixteen_who_decide_in_memory_one_does() {
    rounds(&engine(Memory::new()), 40).unwrap();
}

// rules P2, L10
#[test]
fn of_sixteen_who_decide_on_sqlite_one_does() {
    rounds(&engine(Sqlite::in_memory(TABLES).unwrap()), 20).unwrap();
}

#[test]
fn a_repository_that_ignores_versions_grants_twice_and_is_found() {
    assert!(rounds(&engine(Faulty::new(Mistake::VersionsIgnored)), 200).is_err());
}
