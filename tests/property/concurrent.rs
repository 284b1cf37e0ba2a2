//! Many threads on the same two customers: afterwards the books are sound, each key had one effect, and what was acknowledged is what is
//! there (rules L8, L10).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Barrier, Mutex};
use std::thread;

use loyalty_core::context::Context;
use loyalty_core::error::Reason;
use loyalty_core::id::{CustomerId, Id, Ref, Slug};
use loyalty_core::loyalty::{Loyalty, Options};
use loyalty_core::memory::Memory;
use loyalty_core::operation::Operation;
use loyalty_core::receipt::Receipt;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_core::{customer, journal, membership, points};
use loyalty_sql::Sqlite;
use loyalty_tests::dice::Dice;
use loyalty_tests::store::{Kind, Store};

use crate::faulty::{Faulty, Mistake};
use crate::number;

/// Threads that run at once.
const THREADS: u64 = 4;
/// Operations of each thread in one round.
const OPERATIONS: u64 = 6;

/// What was acknowledged: entries by their id, with amounts, and per key the entries of its receipts.
#[derive(Default)]
struct Acknowledged {
    entries: BTreeMap<String, i64>,
    first: BTreeSet<String>,
    keys: BTreeMap<String, Vec<String>>,
    captured: i64,
}

type Checked = Result<(), String>;

fn context(entropy: &str) -> Context {
    let at = "2026-11-22T10:00:00Z".parse().unwrap();
    Context::agent(Id::new("maria").unwrap(), vec![Slug::new("admin").unwrap()], at, format!("not random at all {entropy}"))
}

/// A shop shared by the threads of one round, which ask the hosts in turn.
struct Round<'l, R> {
    hosts: &'l [Loyalty<R>],
    ids: [CustomerId; 2],
    name: String,
    acknowledged: Mutex<Acknowledged>,
}

impl<R: Repository> Round<'_, R> {
    fn note<O: Operation>(
        &self,
        host: u64,
        operation: &O,
        key: Option<String>,
        entropy: &str,
    ) -> Result<Option<Receipt<O::Output>>, String> {
        let options = key.clone().map_or_else(Options::default, |key| Options::key(Id::new(key).unwrap()));
        match self.hosts[host as usize % self.hosts.len()].submit(operation, &options, &context(entropy)) {
            Ok(receipt) => {
                let mut acknowledged = self.acknowledged.lock().unwrap();
                let names: Vec<String> = receipt.entries.iter().map(|entry| entry.id.to_string()).collect();
                for entry in &receipt.entries {
                    let amount = entry.amount.amount(0, "").unwrap().units();
                    acknowledged.entries.insert(entry.id.to_string(), amount);
                    // A replay may come before the first receipt.
                    if !receipt.replayed && !acknowledged.first.insert(entry.id.to_string()) {
                        return Err(format!("{} was acknowledged twice", entry.id));
                    }
                }
                if let Some(key) = key {
                    acknowledged.keys.entry(key).or_default().push(names.join(" "));
                }
                drop(acknowledged);
                Ok(Some(receipt))
            }
            // What others did first may refuse it, and nothing else may.
            Err(error) => match error.reason() {
                Reason::InsufficientBalance { .. }
                | Reason::AlreadyUsed { .. }
                | Reason::InvalidTransition { .. }
                | Reason::NotEligible { .. }
                | Reason::Busy => Ok(None),
                other => Err(format!("{}: {other}", O::NAME)),
            },
        }
    }

    fn one(&self, thread: u64, number: u64, dice: u64) -> Checked {
        let customer = self.ids[dice.is_multiple_of(4) as usize].clone();
        let (first, entropy) = (self.ids[0].clone(), format!("{}/{thread}/{number}", self.name));
        let point_type = || Slug::new("points").unwrap();
        let quantity = |amount: u64| amount.to_string().parse().unwrap();
        let key = Some(format!("{}-{number}", self.name));
        match dice / 4 % 8 {
            // The same key from every thread, and the same content.
            0 | 1 => {
                let operation =
                    points::Spend { customer: first, point_type: point_type(), amount: quantity(7 + number), order: None, comment: None };
                self.note(thread, &operation, key, &entropy).map(|_| ())
            }
            2 | 3 => {
                let operation = points::Spend { customer, point_type: point_type(), amount: quantity(40), order: None, comment: None };
                self.note(thread, &operation, None, &entropy).map(|_| ())
            }
            4 => self.note(thread, &points::Adjust::new(customer, "points", "15", "because").unwrap(), None, &entropy).map(|_| ()),
            5 => {
                let hold = Ref::new(format!("{first}/points/h1")).unwrap();
                let operation = points::Capture { amount: Some(quantity(11)), ..points::Capture::new(first, hold) };
                if self.note(thread, &operation, None, &entropy)?.is_some() {
                    self.acknowledged.lock().unwrap().captured += 11;
                }
                Ok(())
            }
            6 => self.note(thread, &membership::Enroll::new(self.ids[1].clone()), None, &entropy).map(|_| ()),
            _ if (dice / 32).is_multiple_of(2) => {
                self.note(thread, &membership::Deactivate::new(self.ids[1].clone()), None, &entropy).map(|_| ())
            }
            _ => self.note(thread, &membership::Reactivate::new(self.ids[1].clone()), None, &entropy).map(|_| ()),
        }
    }

    fn begin(&self) -> Checked {
        for id in &self.ids {
            let entropy = format!("begin {id}");
            self.note(0, &customer::Create::new(id.clone()), None, &entropy)?;
            self.note(0, &membership::Enroll::new(id.clone()), None, &entropy)?;
            self.note(0, &points::Adjust::new(id.clone(), "points", "100", "because").unwrap(), None, &entropy)?;
        }
        let amount = "30".parse().unwrap();
        let hold = points::Hold::new(self.ids[0].clone(), Slug::new("points").unwrap(), amount);
        self.note(0, &hold, None, "hold").map(|_| ())
    }

    /// What must hold when all is quiet again.
    fn end(&self) -> Checked {
        let acknowledged = self.acknowledged.lock().unwrap();
        for (key, receipts) in &acknowledged.keys {
            if receipts.iter().any(|entries| *entries != receipts[0]) {
                return Err(format!("key {key} had more than one effect: {receipts:?}"));
            }
        }
        if acknowledged.captured > 30 {
            return Err(format!("{} were captured of 30", acknowledged.captured));
        }
        for id in &self.ids {
            let query = journal::Verify { customer: Some(id.clone()), ..journal::Verify::default() };
            let verdict = self.hosts[0].run(&query, &context("")).map_err(|error| error.to_string())?.result;
            if let Some(difference) = verdict.difference {
                return Err(format!("{id}: {difference:?}"));
            }
            let query = points::Balance { customer: id.clone(), point_type: None, as_of: None, as_recorded_at: None };
            let balance = self.hosts[0].run(&query, &context("")).map_err(|error| error.to_string())?.result.balances.remove(0);
            let parts = [balance.active, balance.pending, balance.held, balance.debt].map(|part| part.amount(0, "").unwrap().units());
            let total = balance.total.amount(0, "").unwrap().units();
            let prefix = format!("{id}/");
            let sum: i64 = acknowledged.entries.iter().filter(|(name, _)| name.starts_with(&prefix)).map(|(_, amount)| amount).sum();
            if parts.iter().any(|part| *part < 0) || total != sum {
                return Err(format!("{id}: {parts:?}, total {total}, acknowledged {sum}"));
            }
        }
        Ok(())
    }
}

/// Rounds of random conflicting operations through one host or several, each with two customers of its own.
fn rounds<R: Repository>(hosts: &[Loyalty<R>], rounds: u64, seed: u64) -> Checked {
    for number in 0..rounds {
        let ids = ["a", "b"].map(|name| CustomerId::new(format!("{name}{number}")).unwrap());
        let round = Round { hosts, ids, name: format!("r{number}"), acknowledged: Mutex::default() };
        round.begin()?;
        let start = Barrier::new(THREADS as usize);
        let outcomes: Vec<Checked> = thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS)
                .map(|thread| {
                    let (round, start) = (&round, &start);
                    scope.spawn(move || {
                        let mut dice = Dice((seed << 32) ^ (number << 8) ^ (thread + 1));
                        start.wait();
                        (0..OPERATIONS).try_for_each(|operation| round.one(thread, operation, dice.roll()))
                    })
                })
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        outcomes.into_iter().collect::<Checked>().and_then(|()| round.end()).map_err(|text| format!("round {number}: {text}"))?;
    }
    Ok(())
}

// rules L8, L10, L14
#[test]
fn threads_on_memory_keep_the_books_sound() {
    rounds(&[Loyalty::new(Memory::new())], 2_000, 1).unwrap();
}

// rules L8, L10, L14
#[test]
fn threads_on_sqlite_keep_the_books_sound() {
    rounds(&[Loyalty::new(Sqlite::in_memory(TABLES).unwrap())], 500, 2).unwrap();
}

/// Two hosts, each with connections of its own, on one database.
fn hosts_on(kind: Kind, seed: u64) {
    let Some(store) = Store::open(kind) else { return };
    let hosts = [Loyalty::new(store.another_host()), Loyalty::new(store.another_host())];
    rounds(&hosts, number("LOYALTY_SERVER_CASES", 500) / 5, seed).unwrap();
}

// rules L8, L10, L14
#[test]
fn two_hosts_on_a_mysql_server_keep_the_books_sound() {
    hosts_on(Kind::Mysql, 3);
}

// rules L8, L10, L14
#[test]
fn two_hosts_on_a_postgres_server_keep_the_books_sound() {
    hosts_on(Kind::Postgres, 4);
}

#[test]
fn a_repository_that_ignores_versions_is_found() {
    for seed in 1..=3 {
        assert!(rounds(&[Loyalty::new(Faulty::new(Mistake::VersionsIgnored))], 1_000, seed).is_err(), "seed {seed}");
    }
}

#[test]
fn a_repository_that_writes_keys_after_the_commit_is_found() {
    for seed in 1..=3 {
        assert!(rounds(&[Loyalty::new(Faulty::new(Mistake::KeysLate))], 1_000, seed).is_err(), "seed {seed}");
    }
}
