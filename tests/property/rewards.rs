//! Many threads at the last pieces of a stock and at one code: as many are taken as there are, and a code is used once (rule R5).

use std::sync::Barrier;
use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::store::{Kind, Store};
use serde_json::{Value, json};

use crate::faulty::{Faulty, Mistake};
use crate::number;

/// Threads that run at once, each for a customer of its own.
const THREADS: usize = 4;
/// Pieces that come into stock for each round.
const PIECES: usize = 2;

/// Asks as an administrator; `who` makes the entropy that nobody else has.
fn ask<R: Repository>(loyalty: &Loyalty<R>, op: &str, args: &Value, who: &str) -> Value {
    let context = json!({
        "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": "2026-11-22T10:00:00Z", "entropy": format!("not random at all {who}")
    });
    let answer = loyalty.execute(&json!({ "op": op, "args": args }).to_string(), &context.to_string());
    serde_json::from_str(&answer).unwrap()
}

fn done<R: Repository>(loyalty: &Loyalty<R>, op: &str, args: &Value, who: &str) -> Result<Value, String> {
    let answer = ask(loyalty, op, args, who);
    answer.get("ok").cloned().ok_or_else(|| format!("{op}: {answer}"))
}

/// Sets the program; the stock grows with every round, and what was taken still counts.
fn restock<R: Repository>(loyalty: &Loyalty<R>, round: usize) -> Result<Value, String> {
    let program = json!({
        "point_types": [{ "id": "points" }],
        "rewards": [
            { "id": "last", "gives": { "kind": "custom" }, "stock": PIECES * (round + 1) },
            { "id": "code", "gives": { "kind": "custom" } }
        ]
    });
    done(loyalty, "program.set", &json!({ "program": program }), &format!("stock {round}"))
}

/// What all threads get at the same request at the same time: `done`, or the code of the refusal; the hosts are asked in turn.
fn at_once<R: Repository>(hosts: &[Loyalty<R>], op: &str, who: &str, args: impl Fn(usize) -> Value + Sync) -> Vec<String> {
    let barrier = Barrier::new(THREADS);
    let one = |number: usize| {
        let (args, who) = (args(number), format!("{who} {number}"));
        barrier.wait();
        let answer = ask(&hosts[number % hosts.len()], op, &args, &who);
        answer["error"]["code"].as_str().map_or_else(|| "done".to_owned(), str::to_owned)
    };
    thread::scope(|scope| {
        let one = &one;
        let threads: Vec<_> = (0..THREADS).map(|number| scope.spawn(move || one(number))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// Refuses answers of which not so many are `done` and all others refused with this code.
fn require(what: &str, answers: &[String], wanted: usize, refused: &str) -> Result<(), String> {
    let done = answers.iter().filter(|answer| *answer == "done").count();
    let others = answers.iter().filter(|answer| *answer == refused).count();
    if done == wanted && done + others == answers.len() { Ok(()) } else { Err(format!("{what}: {answers:?}")) }
}

fn rounds<R: Repository>(hosts: &[Loyalty<R>], rounds: usize) -> Result<(), String> {
    let shop = &hosts[0];
    for number in 0..THREADS {
        done(shop, "customer.create", &json!({ "id": format!("c-{number}") }), &format!("create {number}"))?;
        done(shop, "membership.enroll", &json!({ "customer": format!("c-{number}") }), &format!("enroll {number}"))?;
    }
    for round in 0..rounds {
        restock(shop, round)?;
        let grant = |reward: &str, number: usize| json!({ "customer": format!("c-{number}"), "reward": reward, "reason": "test" });
        let taken = at_once(hosts, "reward.grant", &format!("grant {round}"), |number| grant("last", number));
        require(&format!("round {round}, the last {PIECES}"), &taken, PIECES, "out_of_stock")?;
        let given = done(shop, "reward.grant", &grant("code", 0), &format!("code {round}"))?;
        let code = given["result"]["reward"]["code"].clone();
        let used = at_once(hosts, "reward.consume", &format!("use {round}"), |_| json!({ "code": code }));
        require(&format!("round {round}, one code"), &used, 1, "already_used")?;
    }
    Ok(())
}

// rules R5, L10
#[test]
fn threads_on_sqlite_take_what_is_there_and_use_a_code_once() {
    rounds(&[Loyalty::new(Sqlite::in_memory(TABLES).unwrap())], usize::try_from(number("LOYALTY_ROUNDS", 2_000)).unwrap()).unwrap();
}

// rule R5
#[test]
fn threads_on_memory_take_what_is_there_and_use_a_code_once() {
    rounds(&[Loyalty::new(Memory::new())], 500).unwrap();
}

/// Two hosts, each with connections of its own, on one database.
fn hosts_on(kind: Kind) {
    let Some(store) = Store::open(kind) else { return };
    rounds(&[Loyalty::new(store.another_host()), Loyalty::new(store.another_host())], 50).unwrap();
}

// rule R5
#[test]
fn two_hosts_on_a_mysql_server_take_what_is_there_and_use_a_code_once() {
    hosts_on(Kind::Mysql);
}

// rule R5
#[test]
fn two_hosts_on_a_postgres_server_take_what_is_there_and_use_a_code_once() {
    hosts_on(Kind::Postgres);
}

#[test]
fn a_stock_that_is_not_guarded_is_found() {
    let found = rounds(&[Loyalty::new(Faulty::new(Mistake::StepsUnbounded))], 2_000).unwrap_err();
    assert!(found.contains("the last 2"), "{found}");
}

#[test]
fn a_code_that_works_twice_is_found() {
    let found = rounds(&[Loyalty::new(Faulty::new(Mistake::VersionsIgnored))], 2_000).unwrap_err();
    assert!(found.contains("one code"), "{found}");
}
