//! Storage without its guard: a history over it must have cycles, or the check finds nothing.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use loyalty_core::record::Root;
use loyalty_core::repository::{Changes, Key, ROOT, Read, Refusal, Repository, Row, Search, StorageError, Value, Write};

/// What is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// Nothing.
    Nothing,
    /// A commit goes through whatever version its roots have.
    Versions,
    /// Whoever rested on two roots writes one of them.
    SecondRoot,
    /// Who looks does not find out that others came between two looks.
    LookAgain,
}

/// A storage with something taken away; each thread has its own.
pub struct Unguarded {
    store: Arc<dyn Repository>,
    gone: Gone,
    /// The roots as they were when the operation began.
    first: Mutex<HashMap<Key, Vec<Row>>>,
}

impl Unguarded {
    pub fn new(store: Arc<dyn Repository>, gone: Gone) -> Self {
        Unguarded { store, gone, first: Mutex::default() }
    }

    /// The change set as if every root had just been read.
    fn over_the_newest(&self, mut changes: Changes) -> Result<Changes, StorageError> {
        for root in &mut changes.roots {
            let stored = self.store.read(&[Read::Get(&ROOT, root.row.key().to_vec())])?.concat();
            let version = stored.first().map_or(0, |row| if let Value::Int(version) = row.value(1) { *version } else { 0 });
            root.expected = u64::try_from(version).unwrap();
            root.row.values[1] = Value::Int(version + 1);
        }
        for write in &mut changes.writes {
            if let Write::Insert(row) = write {
                *write = Write::Put(row.clone());
            }
        }
        Ok(changes)
    }
}

impl Repository for Unguarded {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        let root = |read: &Read| matches!(read, Read::Get(table, _) if **table == ROOT);
        let program = vec![Value::from(&Root::program())];
        let begins = matches!(reads.first(), Some(Read::Get(table, key)) if **table == ROOT && *key == program);
        let mut first = self.first.lock().unwrap();
        if self.gone == Gone::LookAgain && !begins && reads.iter().all(root) {
            let known = reads.iter().map(|read| if let Read::Get(_, key) = read { first.get(key).cloned() } else { None });
            if let Some(known) = known.collect() {
                return Ok(known);
            }
        }
        let answers = self.store.read(reads)?;
        if begins {
            first.clear();
            for (read, rows) in reads.iter().zip(&answers).filter(|(read, _)| root(read)) {
                if let Read::Get(_, key) = read {
                    first.insert(key.clone(), rows.clone());
                }
            }
        }
        Ok(answers)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.store.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        if self.gone != Gone::Versions {
            return self.store.commit(changes);
        }
        let mut answers = Vec::new();
        for changes in changes {
            let mut answer = Err(Refusal::Conflict);
            // Others may still come between this look and the commit.
            for _ in 0..100 {
                answer = self.store.commit(vec![self.over_the_newest(changes.clone())?])?.remove(0);
                if answer != Err(Refusal::Conflict) {
                    break;
                }
            }
            answers.push(answer);
        }
        Ok(answers)
    }
}
