//! A repository that fails on its Nth call, loses the reply to its Nth commit, or reports a conflict, for every operation and every N until it
//! completes, then asks again with the same key: never a lost or doubled effect.

use std::sync::Arc;

use loyalty_core::catalogue::CATALOGUE;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError};
use loyalty_tests::store::{Kind, Store};

use crate::faulty::{Fault, Faulty};
use crate::scenario::{SCENARIOS, chosen};
use crate::story::{ask, check, context, request};

#[test]
fn every_operation_has_its_scenario() {
    let known: Vec<&str> = SCENARIOS.iter().map(|scenario| scenario.op).collect();
    for operation in CATALOGUE {
        let rows = known.iter().filter(|name| **name == operation.name).count();
        assert_eq!(rows, 1, "'{}' has {rows} rows in tests/fault/scenario.rs and needs one", operation.name);
    }
}

// rule L10
#[test]
fn no_fault_loses_or_doubles_an_effect_in_memory() {
    let troubles: Vec<String> =
        SCENARIOS.iter().filter_map(|scenario| check(scenario, &|| Faulty::new(Arc::new(Memory::new())), &Fault::ALL).err()).collect();
    assert!(troubles.is_empty(), "{}", troubles.join("\n\n"));
    let came: u64 =
        SCENARIOS.iter().filter_map(|scenario| check(scenario, &|| Faulty::new(Arc::new(Memory::new())), &Fault::ALL).ok()).sum();
    assert!(came > 300, "only {came} faults came");
}

// rule L10
#[test]
fn no_fault_loses_or_doubles_an_effect_in_sqlite() {
    no_fault_loses_or_doubles_an_effect_in(Kind::Sqlite);
}

// rule L10
#[test]
fn no_fault_loses_or_doubles_an_effect_on_a_mysql_server() {
    no_fault_loses_or_doubles_an_effect_in(Kind::Mysql);
}

// rule L10
#[test]
fn no_fault_loses_or_doubles_an_effect_on_a_postgres_server() {
    no_fault_loses_or_doubles_an_effect_in(Kind::Postgres);
}

fn no_fault_loses_or_doubles_an_effect_in(kind: Kind) {
    let Some(store) = Store::open(kind) else { return };
    for scenario in chosen() {
        let came = check(scenario, &|| Faulty::new(store.emptied()), &Fault::ALL).unwrap_or_else(|why| panic!("{why}"));
        assert!(came >= 6, "{}: only {came} faults came", scenario.op);
    }
}

/// A repository whose commits always come second.
struct AlwaysSecond(Memory);

impl Repository for AlwaysSecond {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.0.read(reads)
    }
    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.0.search(search)
    }
    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        Ok(vec![Err(Refusal::Conflict); changes.len()])
    }
}

#[test]
fn endless_conflicts_end_as_busy() {
    let loyalty = Loyalty::new(AlwaysSecond(Memory::new()));
    let answer = ask(&loyalty, &request(("customer.create", r#"{"id":"anna"}"#), Some("key")), &context("2026-01-01T00:00:00Z", "now"));
    assert_eq!((answer["error"]["code"].as_str(), answer["error"]["retry"].as_str()), (Some("busy"), Some("same_key")));
}
