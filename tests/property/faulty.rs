//! Repositories with a mistake put in on purpose: the tests of the tests.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use loyalty_core::log::IDEMPOTENCY;
use loyalty_core::lot::LOT;
use loyalty_core::memory::Memory;
use loyalty_core::order::ORDER;
use loyalty_core::repository::{Changes, ROOT, Read, Refusal, Repository, Row, Search, StorageError, Value, Write};

/// A mistake of storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Idempotency keys are never written.
    KeysForgotten,
    /// Idempotency keys are written after the commit, not with it.
    KeysLate,
    /// Every seventh write of a lot is lost.
    LotsLost,
    /// The versions of roots are not compared.
    VersionsIgnored,
    /// What was given back of an order is never written.
    RefundsForgotten,
    /// Counters step beyond their bounds.
    StepsUnbounded,
}

/// Memory with a mistake.
pub struct Faulty {
    memory: Memory,
    mistake: Mistake,
    lots: AtomicU64,
    turn: Mutex<()>,
}

impl Faulty {
    pub fn new(mistake: Mistake) -> Self {
        Faulty { memory: Memory::new(), mistake, lots: AtomicU64::new(0), turn: Mutex::new(()) }
    }

    fn without(mut changes: Changes, wanted: impl Fn(&Write) -> bool) -> (Changes, Vec<Write>) {
        let (kept, dropped) = changes.writes.into_iter().partition(wanted);
        changes.writes = kept;
        (changes, dropped)
    }

    /// The change set as if every root had just been read.
    fn rebased(&self, mut changes: Changes) -> Changes {
        for root in &mut changes.roots {
            let stored = self.memory.read(&[Read::Get(&ROOT, vec![root.row.value(0).clone()])]).unwrap().concat();
            if let Some(Value::Int(version)) = stored.first().map(|row| row.value(1)) {
                root.expected = u64::try_from(*version).unwrap();
                root.row.values[1] = Value::Int(version + 1);
            }
        }
        for write in &mut changes.writes {
            if let Write::Insert(row) = write {
                *write = Write::Put(row.clone());
            }
        }
        changes
    }

    fn commit_one(&self, changes: Changes) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let is_key = |write: &Write| matches!(write, Write::Insert(row) | Write::Put(row) if *row.table == IDEMPOTENCY);
        let is_lot = |write: &Write| matches!(write, Write::Insert(row) | Write::Put(row) if *row.table == LOT);
        match self.mistake {
            Mistake::KeysForgotten => self.memory.commit(vec![Self::without(changes, |write| !is_key(write)).0]),
            Mistake::KeysLate => {
                let (changes, keys) = Self::without(changes, |write| !is_key(write));
                let answers = self.memory.commit(vec![changes])?;
                if !keys.is_empty() && answers.iter().all(Result::is_ok) {
                    std::thread::sleep(Duration::from_micros(200));
                    let writes = keys.into_iter().map(|key| if let Write::Insert(row) = key { Write::Put(row) } else { key }).collect();
                    self.memory.commit(vec![Changes { writes, ..Changes::default() }])?;
                }
                Ok(answers)
            }
            Mistake::LotsLost => {
                let kept = |write: &Write| !is_lot(write) || self.lots.fetch_add(1, Ordering::Relaxed) % 7 != 6;
                self.memory.commit(vec![Self::without(changes, kept).0])
            }
            Mistake::RefundsForgotten => {
                let is_refund = |write: &Write| matches!(write, Write::Put(row) if *row.table == ORDER && row.body.contains("\"refunds\""));
                self.memory.commit(vec![Self::without(changes, |write| !is_refund(write)).0])
            }
            Mistake::StepsUnbounded => {
                let mut changes = changes;
                changes.steps.iter_mut().for_each(|step| step.max = i64::MAX);
                self.memory.commit(vec![changes])
            }
            Mistake::VersionsIgnored => {
                let _turn = self.turn.lock().unwrap();
                self.memory.commit(vec![self.rebased(changes)])
            }
        }
    }
}

impl Repository for Faulty {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.memory.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.memory.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let mut answers = Vec::new();
        for changes in changes {
            answers.extend(self.commit_one(changes.clone())?);
        }
        Ok(answers)
    }
}
