//! The same requests leave the same bytes in every store: the same answers, the same rows in every table, the same heads of chains.

use std::sync::Arc;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{Repository, Row};
use loyalty_tests::store::{Kind, Store, rows};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use proptest::{prop_assert, prop_assert_eq};
use serde_json::{Value, json};

use crate::book::Fault;
use crate::drive::{self, Checked};
use crate::faulty::{Faulty, Mistake};
use crate::step::{Scenario, scenario};
use crate::{STEPS_MAX, number};

/// What is asked about each customer when all is done; the last of them tells the head of the chain.
const QUESTIONS: &[&str] =
    &["customer.details", "membership.history", "points.balance", "points.history", "audit.list", "customer.bundle", "journal.verify"];

/// What a sequence leaves behind.
struct Trace {
    answers: Vec<String>,
    heads: Vec<String>,
    rows: Vec<Vec<Row>>,
}

/// Runs a sequence, whose every answer is held against the model's, and reads what it left.
fn trace(repository: Arc<dyn Repository>, scenario: &Scenario) -> (Checked, Trace) {
    let loyalty = Loyalty::new(Arc::clone(&repository));
    let outcome = drive::run(&loyalty, scenario, Fault::None);
    let context = json!({ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": "2040-01-01T00:00:00Z" });
    let mut trace = Trace { answers: Vec::new(), heads: Vec::new(), rows: rows(&*repository) };
    for customer in ["c0", "c1", "c2"] {
        for (number, op) in QUESTIONS.iter().enumerate() {
            let mut context = context.clone();
            context["entropy"] = format!("not random at all {customer} {number}").into();
            let request = json!({ "op": op, "args": { "customer": customer } });
            let answer = loyalty.execute(&request.to_string(), &context.to_string());
            let told: Value = serde_json::from_str(&answer).unwrap();
            trace.heads.extend(told["ok"]["head"].as_str().map(str::to_owned));
            trace.answers.push(answer);
        }
    }
    (outcome, trace)
}

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[13; 32]))
}

// rule W13
#[test]
fn the_same_requests_leave_the_same_bytes_in_memory_in_sqlite_and_on_every_server() {
    let stores: Vec<Store> = Kind::ALL.into_iter().filter_map(Store::open).collect();
    let cases = u32::try_from(number("LOYALTY_SERVER_CASES", 500) / 20).unwrap();
    let outcome = runner(cases).run(&scenario(STEPS_MAX), |scenario| {
        let (outcome, wanted) = trace(stores[0].emptied(), &scenario);
        outcome.map_err(TestCaseError::fail)?;
        prop_assert_eq!(wanted.heads.len(), 3, "a head is missing: {:?}", wanted.answers);
        prop_assert!(wanted.answers.iter().all(|answer| answer.starts_with("{\"ok\"")), "{:?}", wanted.answers);
        for store in &stores[1..] {
            let (outcome, found) = trace(store.emptied(), &scenario);
            outcome.map_err(TestCaseError::fail)?;
            prop_assert_eq!(&wanted.answers, &found.answers, "the answers of {:?}", store.kind);
            prop_assert_eq!(&wanted.heads, &found.heads, "the heads of {:?}", store.kind);
            prop_assert_eq!(&wanted.rows, &found.rows, "the rows of {:?}", store.kind);
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure:#}"));
    println!("{cases} sequences, {} heads, equal in {:?}", 3 * cases, stores.iter().map(|store| store.kind).collect::<Vec<_>>());
}

#[test]
fn a_store_that_keeps_other_bytes_is_found() {
    let outcome = runner(200).run(&scenario(STEPS_MAX), |scenario| {
        let (_, wanted) = trace(Arc::new(Memory::new()), &scenario);
        // What it did wrong on the way is not looked at here.
        let (_, found) = trace(Arc::new(Faulty::new(Mistake::KeysForgotten)), &scenario);
        prop_assert!(wanted.rows == found.rows);
        Ok(())
    });
    assert!(outcome.is_err(), "keys were forgotten, and the rows are said to be the same");
}
