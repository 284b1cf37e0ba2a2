//! Many threads on one gift card: it never pays more than was on it, what was acknowledged is what is in its books, and what one redeems whole no other
//! redeems too (rules L8, R7, T3).

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
use crate::gift_cards::{ask, begin, books};

/// Threads that run at once.
const THREADS: usize = 4;

/// Asks every request from a thread of its own, all at once; the answers in the order of the requests.
fn at_once<R: Repository>(shop: &Loyalty<R>, requests: &[Value], name: &str) -> Vec<Value> {
    let start = Barrier::new(requests.len());
    thread::scope(|scope| {
        let one = |(number, request)| {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                ask(shop, request, &format!("{name}/{number}"))
            })
        };
        let threads: Vec<_> = requests.iter().enumerate().map(one).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn done(answers: &[Value], allowed: &[&str]) -> Result<usize, String> {
    let refused: Vec<&str> = answers.iter().filter_map(|answer| answer["error"]["code"].as_str()).collect();
    match refused.iter().find(|code| !allowed.contains(code)) {
        None => Ok(answers.len() - refused.len()),
        Some(code) => Err(format!("refused with {code}: {answers:?}")),
    }
}

/// Rounds with a card of their own each: half of them charge it by number and by code, half of them redeem it whole.
fn rounds<R: Repository>(shop: &Loyalty<R>, rounds: usize) -> Result<(), String> {
    begin(shop);
    let mut redeemed = 0;
    for round in 0..rounds {
        let (card, name) = (format!("GC-{round}"), format!("round {round}"));
        let issue = json!({ "op": "gift_card.issue", "args": { "gift_card": card, "type": "credit", "amount": "20" } });
        let code = ask(shop, &issue, &name)["ok"]["result"]["code"].as_str().ok_or("no code")?.to_owned();
        let left = if round % 2 == 0 {
            let charge = |number: usize| {
                let mut args = json!({ "amount": "7" });
                if number.is_multiple_of(2) {
                    args["gift_card"] = json!(card)
                } else {
                    args["code"] = json!(code)
                }
                json!({ "op": "gift_card.charge", "args": args })
            };
            let answers = at_once(shop, &(0..THREADS).map(charge).collect::<Vec<_>>(), &name);
            let paid = done(&answers, &["insufficient_balance", "busy"])?;
            2_000 - 700 * i64::try_from(paid).unwrap()
        } else {
            let redeem = json!({ "op": "gift_card.redeem", "args": { "customer": "ann", "code": code } });
            let answers = at_once(shop, &vec![redeem; THREADS], &name);
            let times = done(&answers, &["already_used", "busy"])?;
            if times != 1 {
                return Err(format!("{name}: redeemed {times} times: {answers:?}"));
            }
            redeemed += 2_000;
            0
        };
        let found = books(shop, &card)?;
        if found != left || left < 0 {
            return Err(format!("{name}: {found} are on the card instead of {left}"));
        }
    }
    let balance = ask(shop, &json!({ "op": "points.balance", "args": { "customer": "ann", "type": "credit" } }), "");
    let wanted = format!("{}.00", redeemed / 100);
    let sound = ask(shop, &json!({ "op": "journal.verify", "args": { "customer": "ann" } }), "");
    if balance["ok"]["balances"][0]["active"] == wanted.as_str() && sound["ok"]["sound"] == true {
        Ok(())
    } else {
        Err(format!("{wanted} were redeemed: {balance}, {sound}"))
    }
}

/// Rounds in which two baskets at once set aside a card and points that are there once.
fn mixed_rounds<R: Repository>(shop: &Loyalty<R>, rounds: usize) -> Result<(), String> {
    begin(shop);
    for round in 0..rounds {
        let (card, name) = (format!("GC-{round}"), format!("round {round}"));
        for request in [
            json!({ "op": "gift_card.issue", "args": { "gift_card": card, "type": "credit", "amount": "20" } }),
            json!({ "op": "points.adjust", "args": { "customer": "ann", "type": "points", "amount": "10", "reason": "a round" } }),
        ] {
            ask(shop, &request, &name);
        }
        let parts = json!([{ "type": "points", "amount": "10" }, { "gift_card": card, "amount": "20" }]);
        let hold = json!({ "op": "points.hold", "args": { "customer": "ann", "parts": parts } });
        let answers = at_once(shop, &vec![hold; THREADS], &name);
        if done(&answers, &["insufficient_balance", "busy"])? != 1 {
            return Err(format!("{name}: one basket has it all, the others nothing: {answers:?}"));
        }
        let held = answers.iter().find(|answer| answer["ok"].is_object()).unwrap();
        let holds: Vec<&Value> = held["ok"]["result"]["parts"].as_array().unwrap().iter().map(|part| &part["id"]).collect();
        let capture = json!({ "op": "points.capture", "args": { "customer": "ann", "holds": holds } });
        let release = json!({ "op": "points.release", "args": { "customer": "ann", "holds": holds } });
        let answers = at_once(shop, &[capture.clone(), release, capture], &name);
        if done(&answers, &["already_used", "busy"])? != 1 {
            return Err(format!("{name}: what was set aside is settled once: {answers:?}"));
        }
        let left = books(shop, &card)?;
        let captured = answers[0]["ok"].is_object() || answers[2]["ok"].is_object();
        let points = ask(shop, &json!({ "op": "points.balance", "args": { "customer": "ann", "type": "points" } }), "");
        let active = points["ok"]["balances"][0]["active"].as_str().unwrap_or_default().to_owned();
        if (captured && (left != 0 || active != "0")) || (!captured && (left != 2_000 || active != "10")) {
            return Err(format!("{name}: captured {captured}, on the card {left}, points {active}"));
        }
        if !captured {
            ask(
                shop,
                &json!({ "op": "points.spend", "args": { "customer": "ann", "type": "points", "amount": "10" } }),
                &format!("{name} spent"),
            );
        }
    }
    Ok(())
}

// rules R7, T3
#[test]
fn threads_on_sqlite_never_take_more_than_is_on_a_card() {
    rounds(&engine(Sqlite::in_memory(TABLES).unwrap()), 2_000).unwrap();
}

// rules R7, T3
#[test]
fn threads_on_memory_never_take_more_than_is_on_a_card() {
    rounds(&engine(Memory::new()), 4_000).unwrap();
}

// rules L8, R7, T3
#[test]
fn threads_on_sqlite_set_a_mixed_payment_aside_whole_or_not_at_all() {
    mixed_rounds(&engine(Sqlite::in_memory(TABLES).unwrap()), 1_000).unwrap();
}

#[test]
fn a_repository_that_ignores_versions_takes_more_and_is_found() {
    assert!(rounds(&engine(Faulty::new(Mistake::VersionsIgnored)), 2_000).is_err());
    assert!(mixed_rounds(&engine(Faulty::new(Mistake::VersionsIgnored)), 2_000).is_err());
}
