//! A repository that counts what is asked of it and what a commit touches.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use cpu_time::ThreadTime;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError};

/// What was asked since the last look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Calls of `read`.
    pub round_trips: usize,
    /// Rows and ranges asked for in them.
    pub reads: usize,
    /// Change sets committed.
    pub commits: usize,
    /// Roots in them.
    pub roots: usize,
    /// Rows written or deleted, the roots aside.
    pub rows: usize,
    /// Claims taken or given back.
    pub claims: usize,
    /// Steps of shared counters.
    pub steps: usize,
    /// Processor time inside of `read` and `search`.
    pub reading: Duration,
    /// Processor time inside of `commit`.
    pub committing: Duration,
}

/// Another repository, watched.
pub struct Watched<R> {
    inner: R,
    asked: Mutex<Asked>,
}

impl<R: Repository> Watched<R> {
    /// Watches a repository.
    pub fn new(inner: R) -> Self {
        Watched { inner, asked: Mutex::default() }
    }

    /// What was asked since the last look.
    pub fn look(&self) -> Asked {
        std::mem::take(&mut *self.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn note(&self, note: impl FnOnce(&mut Asked)) {
        note(&mut self.asked.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl<R: Repository> Repository for Watched<R> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        let begin = ThreadTime::now();
        let answer = self.inner.read(reads);
        self.note(|asked| {
            asked.round_trips += 1;
            asked.reads += reads.len();
            asked.reading += begin.elapsed();
        });
        answer
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        let begin = ThreadTime::now();
        let answer = self.inner.search(search);
        self.note(|asked| {
            asked.round_trips += 1;
            asked.reading += begin.elapsed();
        });
        answer
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        self.note(|asked| {
            asked.commits += changes.len();
            for change in &changes {
                asked.roots += change.roots.len();
                asked.rows += change.writes.len();
                asked.claims += change.claims.len();
                asked.steps += change.steps.len();
            }
        });
        let begin = ThreadTime::now();
        let answer = self.inner.commit(changes);
        self.note(|asked| asked.committing += begin.elapsed());
        answer
    }
}
