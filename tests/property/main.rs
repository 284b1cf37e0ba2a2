//! Random operations against a naive model in which every point is an object: same answers, all invariants after every step, over memory,
//! SQLite and the servers that are there (rules L1 to L14). `LOYALTY_CASES` sets the number of sequences in memory (a tenth of it on SQLite),
//! `LOYALTY_SERVER_CASES` on each server, `LOYALTY_SEED` the seed.

mod approval_races;
mod at_once;
mod book;
mod bulk;
mod calendar;
mod check;
mod command;
mod concurrent;
mod delivered;
mod drive;
mod dying;
mod faulty;
mod gift_card_races;
mod gift_cards;
mod imports;
mod limit_races;
mod merge_races;
mod merges;
mod model;
mod program;
mod redating;
mod reinstating;
mod returns;
mod reversal;
mod rewards;
mod same_bytes;
mod stamps;
mod step;
mod told;
mod transfers;
mod whole_merges;

use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::store::{Kind, Store};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use book::Fault;
use faulty::{Faulty, Mistake};

/// Steps of a sequence at most; half of it on average.
const STEPS_MAX: usize = 30;

/// A number from the environment.
fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Runs sequences, each on a repository of its own, and gives the shortest that fails, as far as so many tries to shorten it find one.
fn sequences<R: Repository>(cases: u64, seed: u64, fault: Fault, shrinks: u32, repository: impl Fn() -> R) -> Result<(), String> {
    let config = Config { cases: u32::try_from(cases).unwrap(), failure_persistence: None, max_shrink_iters: shrinks, ..Config::default() };
    let mut bytes = [7; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let outcome = runner
        .run(&step::scenario(STEPS_MAX), |scenario| drive::run(&Loyalty::new(repository()), &scenario, fault).map_err(TestCaseError::fail));
    outcome.map_err(|failure| format!("seed {seed}: {failure:#}"))
}

// rules L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11, L12, L13, L14, M1, M2, W4, W5, W11, W12
#[test]
fn memory_says_what_the_model_says() {
    let (cases, seed) = (number("LOYALTY_CASES", 20_000), number("LOYALTY_SEED", 1));
    println!("{cases} sequences with seed {seed}");
    if let Err(failure) = sequences(cases, seed, Fault::None, 20_000, Memory::new) {
        panic!("{failure}");
    }
}

// rules L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11, L12, L13, L14, M1, M2, W4, W5, W11, W12
#[test]
fn sqlite_says_what_the_model_says() {
    let (cases, seed) = (number("LOYALTY_CASES", 20_000) / 10, number("LOYALTY_SEED", 1) + 1_000);
    println!("{cases} sequences with seed {seed}");
    if let Err(failure) = sequences(cases, seed, Fault::None, 20_000, || Sqlite::in_memory(TABLES).unwrap()) {
        panic!("{failure}");
    }
}

/// How many databases a server works on at once: while one waits for the disk, another goes on.
const LANES: u64 = 4;

/// Sequences on a server, its tables emptied between two.
fn server_says_what_the_model_says(kind: Kind, seed: u64) {
    let stores: Vec<Store> = (0..LANES).filter_map(|_| Store::open(kind)).collect();
    let (cases, seed) = (number("LOYALTY_SERVER_CASES", 500), number("LOYALTY_SEED", 1) + seed);
    println!("{cases} sequences on {kind:?} with seeds from {seed}");
    let lane = |(number, store): (u64, &Store)| sequences(cases.div_ceil(LANES), seed + number, Fault::None, 200, || store.emptied());
    let outcomes: Vec<Result<(), String>> = thread::scope(|scope| {
        let lanes: Vec<_> = (0..).zip(&stores).map(|numbered| scope.spawn(move || lane(numbered))).collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).collect()
    });
    outcomes.into_iter().collect::<Result<(), String>>().unwrap_or_else(|failure| panic!("{failure}"));
}

// rules L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11, L12, L13, L14, M1, M2, W4, W5, W11, W12
#[test]
fn a_mysql_server_says_what_the_model_says() {
    server_says_what_the_model_says(Kind::Mysql, 2_000);
}

// rules L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11, L12, L13, L14, M1, M2, W4, W5, W11, W12
#[test]
fn a_postgres_server_says_what_the_model_says() {
    server_says_what_the_model_says(Kind::Postgres, 3_000);
}

/// Five runs with seeds of their own: each must find the mistake.
fn each_finds(what: &str, run: impl Fn(u64) -> Result<(), String>) {
    for seed in 1..=5 {
        assert!(run(seed).is_err(), "seed {seed} does not find it: {what}");
    }
}

#[test]
fn a_model_that_takes_the_newest_lots_first_is_found() {
    each_finds("newest first", |seed| sequences(1_000, seed, Fault::NewestFirst, 0, Memory::new));
}

#[test]
fn a_model_in_which_points_end_a_day_late_is_found() {
    each_finds("a day late", |seed| sequences(1_000, seed, Fault::DayLate, 0, Memory::new));
}

#[test]
fn a_repository_that_forgets_idempotency_keys_is_found() {
    each_finds("keys forgotten", |seed| sequences(1_000, seed, Fault::None, 0, || Faulty::new(Mistake::KeysForgotten)));
}

#[test]
fn a_repository_that_loses_writes_of_lots_is_found() {
    each_finds("lots lost", |seed| sequences(1_000, seed, Fault::None, 0, || Faulty::new(Mistake::LotsLost)));
}
