//! The engine beside the baseline, in turns.

use std::path::Path;
use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::schema::TABLES;
use loyalty_sql::{Config, Sqlite};

use crate::baseline::{BaselineMemory, BaselineSqlite, Root, root_key};
use crate::measure::{Line, Prepared, Ratio, compare, cpu, wall};
use crate::work::{commands, credits, enroll, run};

const CUSTOMERS: usize = 1_000;
const CALLERS: usize = 32;
const EACH: usize = 25;

/// A baseline in memory that has the engine's customers.
pub fn baseline_memory(customers: usize) -> BaselineMemory {
    let loyalty = Loyalty::new(Memory::new());
    enroll(&loyalty, customers);
    let roots = crate::check::roots(loyalty.repository());
    let baseline = BaselineMemory::default();
    {
        let mut maps = baseline.0.lock().expect("a lock");
        maps.members = roots.iter().map(|(root, _)| (root.clone(), "enrolled")).collect();
        maps.roots = roots.into_iter().collect::<std::collections::BTreeMap<String, Root>>();
        maps.members.entry(root_key("nobody")).or_insert("guest");
    }
    baseline
}

/// A file with customers.
pub fn file(folder: &Path, name: &str, customers: usize) -> std::path::PathBuf {
    let path = folder.join(name);
    enroll(&open(&path), customers);
    path
}

/// The engine over a file.
pub fn open(path: &Path) -> Loyalty<Sqlite> {
    Loyalty::new(Sqlite::open(Config::new(path), TABLES).expect("a file"))
}

fn in_memory() -> Line {
    const COUNT: usize = 4_000;
    let loyalty = Loyalty::new(Memory::new());
    enroll(&loyalty, CUSTOMERS);
    let baseline = baseline_memory(CUSTOMERS);
    let ours = |round: usize| {
        let commands = commands(&credits(CUSTOMERS, round * COUNT, COUNT));
        let loyalty = &loyalty;
        Prepared { commands: COUNT, work: Box::new(move || run(loyalty, &commands)) }
    };
    let theirs = |round: usize| {
        let credits = credits(CUSTOMERS, round * COUNT, COUNT);
        let baseline = &baseline;
        Prepared { commands: COUNT, work: Box::new(move || credits.iter().for_each(|credit| assert!(baseline.adjust(credit).is_some()))) }
    };
    compare("memory, one caller, cpu", "speed ≥ 0.50", Ratio::Speed, cpu, ours, theirs)
}

fn one_caller(folder: &Path) -> Line {
    const COUNT: usize = 500;
    let loyalty = open(&file(folder, "one.db", CUSTOMERS));
    let baseline = BaselineSqlite::open(&file(folder, "one-by-hand.db", CUSTOMERS)).expect("a file");
    let ours = |round: usize| {
        let commands = commands(&credits(CUSTOMERS, round * COUNT, COUNT));
        let loyalty = &loyalty;
        Prepared { commands: COUNT, work: Box::new(move || run(loyalty, &commands)) }
    };
    let theirs = |round: usize| {
        let credits = credits(CUSTOMERS, round * COUNT, COUNT);
        let baseline = &baseline;
        Prepared {
            commands: COUNT,
            work: Box::new(move || credits.chunks(1).for_each(|one| assert!(baseline.adjust(one).is_ok_and(|answers| answers.len() == 1)))),
        }
    };
    compare("SQLite, one caller, cpu", "time ≤ 1.50", Ratio::Time, cpu, ours, theirs)
}

fn many_callers(folder: &Path) -> Line {
    let loyalty = open(&file(folder, "many.db", CUSTOMERS));
    let baseline = BaselineSqlite::open(&file(folder, "many-by-hand.db", CUSTOMERS)).expect("a file");
    let ours = |round: usize| {
        let commands = commands(&credits(CUSTOMERS, round * CALLERS * EACH, CALLERS * EACH));
        let loyalty = &loyalty;
        let work = move || thread::scope(|scope| commands.chunks(EACH).for_each(|mine| drop(scope.spawn(move || run(loyalty, mine)))));
        Prepared { commands: CALLERS * EACH, work: Box::new(work) }
    };
    let theirs = |round: usize| {
        let credits = credits(CUSTOMERS, round * CALLERS * EACH, CALLERS * EACH);
        let baseline = &baseline;
        Prepared {
            commands: CALLERS * EACH,
            work: Box::new(move || credits.chunks(1).for_each(|one| assert!(baseline.adjust(one).is_ok()))),
        }
    };
    compare("SQLite, 32 callers, wall", "speed ≥ 2.30", Ratio::Speed, wall, ours, theirs)
}

fn batches(folder: &Path) -> Line {
    const COUNT: usize = 1_000;
    let loyalty = open(&file(folder, "batch.db", CUSTOMERS));
    let baseline = BaselineSqlite::open(&file(folder, "batch-by-hand.db", CUSTOMERS)).expect("a file");
    let ours = |round: usize| {
        let commands = commands(&credits(CUSTOMERS, round * COUNT, COUNT));
        let loyalty = &loyalty;
        Prepared { commands: COUNT, work: Box::new(move || assert!(loyalty.run_all(&commands).iter().all(Result::is_ok))) }
    };
    let theirs = |round: usize| {
        let credits = credits(CUSTOMERS, round * COUNT, COUNT);
        let baseline = &baseline;
        Prepared { commands: COUNT, work: Box::new(move || assert!(baseline.adjust(&credits).is_ok())) }
    };
    compare("SQLite, batches of 1,000, cpu", "time ≤ 2.00", Ratio::Time, cpu, ours, theirs)
}

/// Measures every row, or those whose name holds a word, and prints the table.
pub fn table(folder: &Path, word: &str) {
    print!("{}", Line::header());
    let rows: [(&str, &dyn Fn() -> Line); 4] =
        [("memory", &in_memory), ("one", &|| one_caller(folder)), ("many", &|| many_callers(folder)), ("batch", &|| batches(folder))];
    for (name, row) in rows {
        if name.contains(word) {
            print!("{}", row().text());
        }
    }
}
