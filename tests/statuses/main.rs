//! Counters of statuses, which are kept without reading history, against the sum over all that ever happened, recomputed at every step and for every
//! kind of window; and a shop that sweeps all the time against one that never does (rules Y1, Y3, Y5, L6). `LOYALTY_CASES` sets the number of
//! sequences in memory (a tenth of it on SQLite), `LOYALTY_SEED` the seed.

#[expect(dead_code, reason = "the model of the ledger uses the rest of it")]
#[path = "../property/calendar.rs"]
mod calendar;
mod happened;
mod shop;
mod step;
mod systems;

use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use happened::Fault;

/// Steps of a sequence at most.
const STEPS_MAX: usize = 24;

/// A number from the environment.
fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Runs sequences, each in two shops of its own, and gives the shortest that fails.
fn sequences<R: Repository>(cases: u64, seed: u64, fault: Fault, shrinks: u32, repository: impl Fn() -> R) -> Result<(), String> {
    let config = Config { cases: u32::try_from(cases).unwrap(), failure_persistence: None, max_shrink_iters: shrinks, ..Config::default() };
    let mut bytes = [9; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let outcome = runner
        .run(&step::scenario(STEPS_MAX), |scenario| shop::run([repository(), repository()], &scenario, fault).map_err(TestCaseError::fail));
    outcome.map_err(|failure| format!("seed {seed}: {failure:#}"))
}

// rules L6, M2, Y1, Y3, Y5
#[test]
fn memory_counts_what_happened() {
    let (cases, seed) = (number("LOYALTY_CASES", 1_500), number("LOYALTY_SEED", 1));
    println!("{cases} sequences with seed {seed}");
    sequences(cases, seed, Fault::None, 2_000, Memory::new).unwrap_or_else(|failure| panic!("{failure}"));
}

// rules L6, M2, Y1, Y3, Y5
#[test]
fn sqlite_counts_what_happened() {
    let (cases, seed) = (number("LOYALTY_CASES", 1_500) / 10, number("LOYALTY_SEED", 1) + 1_000);
    println!("{cases} sequences with seed {seed}");
    sequences(cases, seed, Fault::None, 500, || Sqlite::in_memory(TABLES).unwrap()).unwrap_or_else(|failure| panic!("{failure}"));
}

/// Three runs with seeds of their own: each must find the mistake.
fn each_finds(fault: Fault) {
    for seed in 1..=3 {
        assert!(sequences(500, seed, fault, 0, Memory::new).is_err(), "seed {seed} does not find it: {fault:?}");
    }
}

#[test]
fn a_sum_that_keeps_the_first_instant_of_its_window_is_found() {
    each_finds(Fault::FirstInstantCounts);
}

#[test]
fn a_sum_that_takes_back_what_was_given_back_on_the_day_of_the_refund_is_found() {
    each_finds(Fault::RefundsCountNow);
}

#[test]
fn a_sweep_that_is_ahead_of_time_is_found() {
    each_finds(Fault::SweepsAhead);
}
