//! Concurrent histories of the real engine on each store: is there an order that explains what everybody saw (rules L1, L8, L10)?
//!
//! `LOYALTY_SERIAL` sets the number of transactions on each store. Servers are found by the variables that `cargo xtask servers` sets.

mod drive;
mod graph;
#[cfg(test)]
mod graph_tests;
mod history;
mod recorder;
mod stores;
mod unguarded;

use stores::Store;
use unguarded::Gone;

/// How many transactions; a store that writes to a disk gets as many as it does in a few seconds.
fn transactions(otherwise: u64) -> u64 {
    std::env::var("LOYALTY_SERIAL").ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// No cycle, in an order that keeps to time as well; though others did come between.
fn explained(store: &Store, count: u64, pause_us: u64) {
    let verdict = drive::drive(store.name, &store.hosts, Gone::Nothing, transactions(count), pause_us);
    assert_eq!(verdict.cycles, Vec::<String>::new(), "{}", store.name);
    assert_eq!(verdict.cycles_in_time, Vec::<String>::new(), "{}", store.name);
    assert_eq!(verdict.unexplained, 0, "{}: something was seen that nobody has committed", store.name);
    assert!(verdict.committed > 100 && verdict.conflicts > 10, "{}: too little came between for the check to mean anything", store.name);
}

/// Each guard taken away must show.
fn found_without(open: impl Fn() -> Option<Store>, count: u64, pause_us: u64) {
    for gone in [Gone::Versions, Gone::SecondRoot, Gone::LookAgain] {
        let Some(store) = open() else { return };
        let verdict = drive::drive(store.name, &store.hosts, gone, count, pause_us);
        assert!(!verdict.cycles.is_empty(), "{}: nobody notices that {gone:?} is gone", store.name);
    }
}

#[test]
fn memory_is_strictly_serializable() {
    explained(&Store::memory(), 16_000, 100);
}

#[test]
fn sqlite_is_strictly_serializable() {
    explained(&Store::sqlite(), 3_000, 100);
}

#[test]
fn mysql_is_strictly_serializable() {
    if let Some(store) = Store::mysql() {
        explained(&store, 3_000, 100);
    }
}

#[test]
fn postgres_is_strictly_serializable() {
    if let Some(store) = Store::postgres() {
        explained(&store, 3_000, 100);
    }
}

// On each node; a read waits for what other nodes have acknowledged, since the driver sets wsrep_sync_wait.
#[test]
fn a_cluster_is_strictly_serializable() {
    if let Some(store) = Store::cluster() {
        explained(&store, 1_500, 0);
    }
}

#[test]
fn guards_taken_away_are_found_in_memory() {
    found_without(|| Some(Store::memory()), 4_000, 100);
}

#[test]
fn guards_taken_away_are_found_on_mysql() {
    found_without(Store::mysql, 1_000, 100);
}

#[test]
fn guards_taken_away_are_found_on_postgres() {
    found_without(Store::postgres, 1_000, 100);
}

#[test]
fn guards_taken_away_are_found_on_a_cluster() {
    found_without(Store::cluster, 600, 0);
}
