//! Four writers on the same few customers, one by one and in batches: the server must meet no deadlock.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError};

use super::{Engine, engine};
use crate::baseline::ByHand;
use crate::work::{Command, commands, credits, enroll, run};

const WRITERS: usize = 4;
const CUSTOMERS: usize = 40;
/// Commands of each writer.
const EACH: usize = 400;
const BATCH: usize = 100;

/// Counts what commits refuse, which the engine runs again.
struct Counting {
    storage: Engine,
    refused: AtomicUsize,
}

impl Repository for Counting {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.storage.repository().read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.storage.repository().search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let answers = self.storage.repository().commit(changes)?;
        self.refused.fetch_add(answers.iter().filter(|answer| answer.is_err()).count(), Ordering::Relaxed);
        Ok(answers)
    }
}

/// The commands of one writer: the same customers as the others', and every other writer goes through them backwards.
fn of_writer(writer: usize, first: usize) -> Vec<Command> {
    let mut mine = credits(CUSTOMERS, first + writer * EACH, EACH);
    if writer % 2 == 1 {
        mine.reverse();
    }
    commands(&mine)
}

/// Lines that say how often the server and the engine met others in the way; an error if one of them was a deadlock.
pub(super) fn count<H: ByHand>(server: &str, url: &str) -> Result<String, String> {
    let told = |error: Box<dyn std::error::Error>| error.to_string();
    let mut hand = H::connect(url).map_err(told)?;
    let loyalty = Loyalty::new(Counting { storage: engine(url, "same_", WRITERS), refused: AtomicUsize::new(0) });
    enroll(&loyalty, CUSTOMERS);
    let mut lines = String::new();
    for (number, name) in ["one by one", "in batches of 100"].into_iter().enumerate() {
        let before = hand.deadlocks().map_err(told)?;
        loyalty.repository().refused.store(0, Ordering::Relaxed);
        thread::scope(|scope| {
            for writer in 0..WRITERS {
                let (loyalty, commands) = (&loyalty, of_writer(writer, number * WRITERS * EACH));
                scope.spawn(move || match number {
                    0 => run(loyalty, &commands),
                    _ => commands.chunks(BATCH).for_each(|some| assert!(loyalty.run_all(some).iter().all(Result::is_ok))),
                });
            }
        });
        let deadlocks = hand.deadlocks().map_err(told)? - before;
        let again = loyalty.repository().refused.load(Ordering::Relaxed);
        lines.push_str(&format!(
            "{server}, {WRITERS} writers on {CUSTOMERS} customers, {name}: {deadlocks} deadlocks, {again} of {} commands run again\n",
            WRITERS * EACH
        ));
        if deadlocks > 0 {
            return Err(format!("writers on the same customers met deadlocks:\n{lines}"));
        }
    }
    seeded::<H>(url, &mut hand).map(|()| lines).map_err(told)
}

/// Two transactions that lock the same customers the other way round: the server's count must tell.
fn seeded<H: ByHand>(url: &str, hand: &mut H) -> Result<(), Box<dyn std::error::Error>> {
    let before = hand.deadlocks()?;
    let customers = [0, 1].map(|number| credits(2, number, 1).remove(0).customer);
    let [a, b] = [&*customers[0], &*customers[1]];
    let mut pair = [H::connect(url)?, H::connect(url)?];
    thread::scope(|scope| {
        for (hand, customers) in pair.iter_mut().zip([[a, b], [b, a]]) {
            scope.spawn(move || hand.lock_both(customers).is_ok());
        }
    });
    if hand.deadlocks()? > before { Ok(()) } else { Err("a deadlock made on purpose was not counted".into()) }
}
