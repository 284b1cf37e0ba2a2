//! The engine over MariaDB and PostgreSQL beside hand-written SQL, in turns, on the servers that `cargo xtask bench servers` starts.
//!
//! Both sides have their own tables in the same database, and as many connections as there are callers. The time is the wall's: most of it is
//! the server's.

mod check;
mod deadlocks;

use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::schema::TABLES;
use loyalty_sql::StorageConfig;

use crate::baseline::{BaselineMysql, BaselinePostgres, ByHand, Credit};
use crate::measure::{Line, Prepared, Ratio, compare, wall};
use crate::work::{commands, credits, enroll, run};

const CUSTOMERS: usize = 1_000;
const BATCH: usize = 1_000;

/// The engine over a server.
pub(crate) type Engine = Loyalty<std::sync::Arc<dyn loyalty_core::repository::Repository>>;

/// The engine over tables that begin with a word.
pub(crate) fn engine(url: &str, prefix: &str, connections: usize) -> Engine {
    let config = StorageConfig { prefix: prefix.to_owned(), connections_max: connections, ..StorageConfig::new(url) };
    Loyalty::new(loyalty_sql::open(&config, TABLES).expect("a server"))
}

/// Callers, what each does in a round, and the goal of the row.
const ROWS: [(usize, usize, &str, &str); 3] =
    [(1, 100, "1 caller", "speed ≥ 0.80"), (8, 50, "8 callers", ""), (32, 25, "32 callers", "speed ≥ 1.00")];

fn hands<H: ByHand>(url: &str, count: usize) -> Vec<H> {
    (0..count).map(|_| H::connect(url).expect("a server")).collect()
}

fn callers<H: ByHand>(url: &str, name: &'static str, (callers, each, _, goal): (usize, usize, &str, &'static str), first: usize) -> Line {
    let loyalty = engine(url, "ours_", callers);
    let mut hands = hands::<H>(url, callers);
    let of_round = |round: usize| credits(CUSTOMERS, first + round * callers * each, callers * each);
    let ours = |round: usize| {
        let commands = commands(&of_round(round));
        let loyalty = &loyalty;
        let work = move || thread::scope(|scope| commands.chunks(each).for_each(|mine| drop(scope.spawn(move || run(loyalty, mine)))));
        Prepared { commands: callers * each, work: Box::new(work) }
    };
    let mut round_of_hands = 0;
    let theirs = || {
        let credits = of_round(round_of_hands);
        round_of_hands += 1;
        let work = || {
            thread::scope(|scope| {
                for (hand, mine) in hands.iter_mut().zip(credits.chunks(each)) {
                    scope.spawn(move || one_by_one(hand, mine));
                }
            });
        };
        Prepared { commands: callers * each, work: Box::new(work) }.each(wall)
    };
    let mut theirs = theirs;
    crate::measure::in_turns(name, goal, Ratio::Speed, |round| ours(round).each(wall), |_| theirs())
}

fn one_by_one<H: ByHand>(hand: &mut H, credits: &[Credit]) {
    for credit in credits {
        hand.adjust(credit).expect("a credit");
    }
}

fn batches<H: ByHand>(url: &str, name: &'static str, first: usize) -> Line {
    let loyalty = engine(url, "ours_", 1);
    let hand = std::cell::RefCell::new(H::connect(url).expect("a server"));
    let ours = |round: usize| {
        let commands = commands(&credits(CUSTOMERS, first + round * BATCH, BATCH));
        let loyalty = &loyalty;
        Prepared { commands: BATCH, work: Box::new(move || assert!(loyalty.run_all(&commands).iter().all(Result::is_ok))) }
    };
    let theirs = |round: usize| {
        let credits = credits(CUSTOMERS, first + round * BATCH, BATCH);
        let hand = &hand;
        let work = move || assert_eq!(hand.borrow_mut().batch(&credits).expect("a batch").len(), BATCH);
        Prepared { commands: BATCH, work: Box::new(work) }
    };
    compare(name, "speed ≥ 0.50", Ratio::Speed, wall, ours, theirs)
}

/// Everything over one server.
fn of<H: ByHand>(server: &'static str, url: &str, word: &str) {
    for prefix in ["ours_", "hand_"] {
        enroll(&engine(url, prefix, 1), CUSTOMERS);
    }
    check::check::<H>(url).unwrap_or_else(|why| panic!("{server}: {why}"));
    // A word picks rows by their names.
    let named = |what: &str| -> Option<&'static str> {
        let name = format!("{server}, {what}");
        name.contains(word).then(|| &*name.leak())
    };
    for (number, row) in ROWS.into_iter().enumerate() {
        if let Some(name) = named(row.2) {
            print!("{}", callers::<H>(url, name, row, (number + 1) * 100_000).text());
        }
    }
    if let Some(name) = named("batches of 1,000") {
        print!("{}", batches::<H>(url, name, (ROWS.len() + 1) * 100_000).text());
    }
    if named("deadlocks").is_some() {
        print!("{}", deadlocks::count::<H>(server, url).unwrap_or_else(|why| panic!("{server}: {why}")));
    }
}

/// The table, or the rows whose names hold a word.
pub fn table(word: &str) {
    print!("{}", Line::header());
    let url = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run `cargo xtask bench servers`"));
    of::<BaselineMysql>("MariaDB", &url("LOYALTY_TEST_MYSQL"), word);
    of::<BaselinePostgres>("PostgreSQL", &url("LOYALTY_TEST_POSTGRES"), word);
}
