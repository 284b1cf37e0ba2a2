//! Two opposite merges at once, on real threads: one wins, the other is refused, nobody waits for ever, and no unit is lost (rule G10).

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
use crate::gift_cards::{ask, begin};

/// Rounds with two accounts of their own, which two threads merge into each other while a third spends.
fn rounds<R: Repository>(shop: &Loyalty<R>, rounds: usize) -> Result<(), String> {
    begin(shop);
    for round in 0..rounds {
        let ids = [format!("a-{round}"), format!("b-{round}")];
        for id in &ids {
            for (op, args) in [
                ("customer.create", json!({ "id": id })),
                ("membership.enroll", json!({ "customer": id })),
                ("points.adjust", json!({ "customer": id, "type": "points", "amount": "50", "reason": "a round" })),
            ] {
                let answer = ask(shop, &json!({ "op": op, "args": args }), &format!("{id} {op}"));
                if !answer["ok"].is_object() {
                    return Err(format!("{id}: {answer}"));
                }
            }
        }
        let merge = |survivor: &String, source: &String| json!({ "op": "merge.apply", "args": { "survivor": survivor, "source": source } });
        let spend = json!({ "op": "points.spend", "args": { "customer": ids[0], "type": "points", "amount": "20" } });
        let requests = [merge(&ids[0], &ids[1]), merge(&ids[1], &ids[0]), spend];
        let start = Barrier::new(requests.len());
        let answers: Vec<Value> = thread::scope(|scope| {
            let one = |(number, request)| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    ask(shop, request, &format!("round {round}/{number}"))
                })
            };
            let threads: Vec<_> = requests.iter().enumerate().map(one).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let code = |answer: &Value| answer["error"]["code"].as_str().unwrap_or("done").to_owned();
        let mut merged = [code(&answers[0]), code(&answers[1])];
        merged.sort();
        if merged != ["done", "not_eligible"] || code(&answers[2]) != "done" {
            return Err(format!("round {round}: {answers:?}"));
        }
        for id in &ids {
            let balance = ask(shop, &json!({ "op": "points.balance", "args": { "customer": id, "type": "points" } }), "");
            let sound = ask(shop, &json!({ "op": "journal.verify", "args": { "customer": id } }), "");
            if balance["ok"]["balances"][0]["active"] != "80" || sound["ok"]["sound"] != true {
                return Err(format!("round {round}: {balance}, {sound}"));
            }
        }
    }
    Ok(())
}

// rule G10
#[test]
fn of_two_opposite_merges_on_sqlite_one_wins() {
    rounds(&engine(Sqlite::in_memory(TABLES).unwrap()), 500).unwrap();
}

// rule G10
#[test]
fn of_two_opposite_merges_in_memory_one_wins() {
    rounds(&engine(Memory::new()), 1_000).unwrap();
}

#[test]
fn a_repository_that_ignores_versions_merges_both_and_is_found() {
    assert!(rounds(&engine(Faulty::new(Mistake::VersionsIgnored)), 2_000).is_err());
}
