//! Instructions for each adjust at a given number of entries, for `valgrind --tool=callgrind`.
//!
//! `prepare` fills a file at full speed. `count` opens it, or fills a memory with valgrind's counting off, and then runs adjusts inside
//! [`measured`], to which callgrind is told to listen: `--instr-atstart=no --toggle-collect=*measured*`.

use std::path::Path;

use loyalty_core::entry::ENTRY;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Scan, Search, StorageError};

use crate::rounds::open;
use crate::work::{Command, commands, credits, enroll, run};

/// How many adjusts are counted.
pub const COUNTED: usize = 200;
const WARM_UP: usize = 20;
/// Entries of each customer where they are spread.
const SPREAD: usize = 100;

fn customers(shape: &str, entries: usize) -> usize {
    if shape == "one" { 1 } else { (entries / SPREAD).max(1) }
}

/// Writes entries through the door for many.
fn fill<R: Repository>(loyalty: &Loyalty<R>, shape: &str, entries: usize) {
    let customers = customers(shape, entries);
    enroll(loyalty, customers);
    for first in (0..entries).step_by(1_000) {
        let commands = commands(&credits(customers, first, (entries - first).min(1_000)));
        assert!(loyalty.run_all(&commands).iter().all(Result::is_ok));
    }
}

/// `prepare <shape> <entries> <file>`
pub fn prepare(words: &[&str]) {
    let [shape, entries, path] = words else { panic!("prepare <shape> <entries> <file>") };
    fill(&open(Path::new(path)), shape, entries.parse().expect("a number"));
}

/// `count <store> <shape> <entries> [file] [--scan]`
pub fn count(words: &[&str]) {
    let scans = words.contains(&"--scan");
    let words: Vec<&str> = words.iter().copied().filter(|word| !word.starts_with("--")).collect();
    let (store, shape, entries) = match words.as_slice() {
        [store, shape, entries, ..] => (*store, *shape, entries.parse().expect("a number")),
        _ => panic!("count <store> <shape> <entries> [file]"),
    };
    match (store, words.get(3)) {
        ("sqlite", Some(path)) => counted(&open(Path::new(path)), shape, entries, scans),
        ("memory", _) => {
            let loyalty = Loyalty::new(Memory::new());
            fill(&loyalty, shape, entries);
            counted(&loyalty, shape, entries, scans);
        }
        _ => panic!("a store is memory, or sqlite with a file"),
    }
}

fn counted<R: Repository>(loyalty: &Loyalty<R>, shape: &str, entries: usize, scans: bool) {
    let commands = commands(&credits(customers(shape, entries), entries, WARM_UP + COUNTED));
    let (warm_up, rest) = commands.split_at(WARM_UP);
    if scans {
        let scanning = Loyalty::new(Scanning(loyalty.repository()));
        run(&scanning, warm_up);
        start_counting();
        measured(&scanning, rest);
    } else {
        run(loyalty, warm_up);
        start_counting();
        measured(loyalty, rest);
    }
}

/// What is counted.
#[inline(never)]
fn measured<R: Repository>(loyalty: &Loyalty<R>, commands: &[Command]) {
    run(loyalty, commands);
}

/// The seeded fault: every read also walks through the journal, so that cost grows with history.
struct Scanning<'r, R>(&'r R);

impl<R: Repository> Repository for Scanning<'_, R> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        std::hint::black_box(self.0.read(&[Read::Scan(Scan::prefix(&ENTRY, Vec::new()))])?);
        self.0.read(reads)
    }
    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.0.search(search)
    }
    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        self.0.commit(changes)
    }
}

/// Tells valgrind to begin: callgrind's request START_INSTRUMENTATION. Without valgrind these instructions do nothing.
pub fn start_counting() {
    #[cfg(target_arch = "x86_64")]
    {
        let request: [u64; 6] = [0x4354_0004, 0, 0, 0, 0, 0];
        // SAFETY: four rotations that add up to none and an exchange of a register with itself; only valgrind sees more in them, and then reads
        // the six numbers and writes its answer to rdx.
        unsafe {
            std::arch::asm!(
                "rol rdi, 3", "rol rdi, 13", "rol rdi, 61", "rol rdi, 51", "xchg rbx, rbx",
                in("rax") &raw const request, inout("rdx") 0u64 => _, out("rdi") _,
            );
        }
    }
}
