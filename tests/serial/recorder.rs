//! A repository that notes what each transaction read and wrote. Each thread has its own, in front of a host that several share.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use loyalty_core::record::Root;
use loyalty_core::repository::{
    CLAIM, COUNTER, Changes, Claim, Key, ROOT, Read, Refusal, Repository, Row, Search, StorageError, Table, Value, Write,
};
use loyalty_tests::dice::Dice;

/// A row by its table and key.
pub type Object = (&'static str, Key);

/// What tells one state of a row from another; nothing where there is no row.
pub type Stamp = Option<u64>;

/// A transaction that came to its end: a command that was committed, or whoever only looked.
#[derive(Debug)]
pub struct Done {
    pub name: &'static str,
    pub began: u64,
    pub ended: u64,
    pub seen: Vec<(Object, Stamp)>,
    pub wrote: Vec<(Object, Stamp)>,
}

/// How a transaction ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was committed, or refused for what it saw.
    Done,
    /// Others were in the way again and again, and nothing was applied.
    GaveUp,
}

/// Notes what passes.
pub struct Recorder {
    store: Arc<dyn Repository>,
    clock: Instant,
    /// What a call waits at most, so that others come between.
    pause_us: u64,
    notes: Mutex<Notes>,
}

/// What one thread has noted.
#[derive(Default)]
pub struct Notes {
    seen: Vec<(Object, Stamp)>,
    wrote: Vec<(Object, Stamp)>,
    dice: Dice,
    pub done: Vec<Done>,
    /// Commits that were refused because others came first.
    pub conflicts: usize,
    /// Operations that gave up, with nothing applied.
    pub busy: usize,
}

impl Recorder {
    pub fn new(store: Arc<dyn Repository>, clock: Instant, pause_us: u64, seed: u64) -> Self {
        Recorder { store, clock, pause_us, notes: Mutex::new(Notes { dice: Dice(seed), ..Notes::default() }) }
    }

    /// Runs a transaction and notes it, unless it gave up.
    pub fn run(&self, name: &'static str, act: impl FnOnce() -> End) {
        let began = self.now();
        self.forget();
        let end = act();
        let ended = self.now();
        let mut notes = self.notes();
        let (seen, wrote) = (std::mem::take(&mut notes.seen), std::mem::take(&mut notes.wrote));
        match end {
            End::Done => notes.done.push(Done { name, began, ended, seen, wrote }),
            End::GaveUp => notes.busy += 1,
        }
    }

    /// Begins a transaction anew, as the engine does after a conflict.
    pub fn forget(&self) {
        let mut notes = self.notes();
        (notes.seen, notes.wrote) = (Vec::new(), Vec::new());
    }

    pub fn take(&self) -> Notes {
        std::mem::take(&mut self.notes())
    }

    fn now(&self) -> u64 {
        u64::try_from(self.clock.elapsed().as_nanos()).unwrap()
    }

    fn notes(&self) -> std::sync::MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pause(&self) {
        if self.pause_us > 0 {
            let pause = self.notes().dice.below(self.pause_us);
            std::thread::sleep(Duration::from_micros(pause));
        }
    }

    fn see(&self, table: &'static Table, key: &[Value], row: Option<&Row>) {
        if is_watched(table, key) {
            self.notes().seen.push(((table.name, key.to_vec()), row.map(stamp)));
        }
    }
}

/// The program is read and never rested on (a command runs under the one that was current when it began); counters change by steps, whose
/// result nobody is told; an email can be had, given back and had again, so that who sees it free does not say which time.
fn is_watched(table: &Table, key: &[Value]) -> bool {
    let is_order = || key.first() == Some(&"order".into());
    *table != COUNTER && table.name != "program" && (*table != CLAIM || is_order()) && key.first() != Some(&(&Root::program()).into())
}

/// A root is told by the head of its chain, which no two commands share; so it does not matter here what becomes of its version.
fn stamp(row: &Row) -> u64 {
    let mut hasher = DefaultHasher::new();
    match row.table.name {
        "root" => row.value(4).hash(&mut hasher),
        "claim" => row.value(2).hash(&mut hasher),
        _ => (&row.values, &row.body).hash(&mut hasher),
    }
    hasher.finish()
}

/// The rows of a change set as they stand when it is committed.
fn written(changes: &Changes) -> Vec<(Object, Stamp)> {
    let object = |row: &Row| (row.table.name, row.key().to_vec());
    let mut written: Vec<(Object, Stamp)> = changes.roots.iter().map(|root| (object(&root.row), Some(stamp(&root.row)))).collect();
    for write in &changes.writes {
        match write {
            Write::Insert(row) | Write::Put(row) => written.push((object(row), Some(stamp(row)))),
            Write::Delete(table, key) => written.push(((table.name, key.clone()), None)),
        }
    }
    for claim in &changes.claims {
        if let Claim::Take { scope, value, owner } = claim {
            let values = vec![(*scope).into(), value.clone().into(), owner.clone().into()];
            let row = Row { table: &CLAIM, values, body: String::new() };
            if is_watched(&CLAIM, row.key()) {
                written.push((object(&row), Some(stamp(&row))));
            }
        }
    }
    written
}

impl Repository for Recorder {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        // So the engine begins, and begins anew.
        if matches!(reads.first(), Some(Read::Get(table, key)) if **table == ROOT && key.first() == Some(&(&Root::program()).into())) {
            self.forget();
        }
        let answers = self.store.read(reads)?;
        for (read, rows) in reads.iter().zip(&answers) {
            match read {
                Read::Get(table, key) => self.see(table, key, rows.first()),
                Read::Scan(scan) => rows.iter().for_each(|row| self.see(scan.table, row.key(), Some(row))),
            }
        }
        self.pause();
        Ok(answers)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.store.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        // Without roots it is a note of a refusal, which nothing rests on.
        if changes.iter().all(|changes| changes.roots.is_empty()) {
            return self.store.commit(changes);
        }
        let wrote = changes.iter().flat_map(written).collect();
        let answers = self.store.commit(changes)?;
        if answers.iter().all(Result::is_ok) {
            self.notes().wrote = wrote;
        } else {
            self.notes().conflicts += 1;
        }
        Ok(answers)
    }
}
