//! Many threads on one request for approval: it is made once, however often whoever asks clicks at once, and has one effect, however many grant and reject it
//! at once (rules P2, L10).

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::golden::engine;
use serde_json::json;

use crate::at_once::{THREADS, ask, at_once, code};
use crate::faulty::{Faulty, Mistake};

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
