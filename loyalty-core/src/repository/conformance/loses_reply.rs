//! A repository whose reply to one commit is lost on the way.

use std::sync::atomic::{AtomicU64, Ordering};

use super::super::{Changes, Read, Refusal, Repository, Row, Search, StorageError};

/// Forwards everything to another repository, but answers one commit with
/// [`Outcome::Unknown`](crate::repository::Outcome::Unknown) although it went through.
///
/// Tests put it between the engine and a repository to show that asking again with the same key applies nothing twice.
#[derive(Debug)]
pub struct LosesReply<R> {
    inner: R,
    left: AtomicU64,
}

impl<R: Repository> LosesReply<R> {
    /// Loses the reply to the `nth` commit that `inner` answers, counted from 1; none for 0.
    pub fn new(inner: R, nth: u64) -> Self {
        LosesReply { inner, left: AtomicU64::new(nth) }
    }

    /// The repository behind.
    pub fn inner(&self) -> &R {
        &self.inner
    }
}

impl<R: Repository> Repository for LosesReply<R> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.inner.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.inner.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let answer = self.inner.commit(changes)?;
        match self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)) {
            Ok(1) => Err(StorageError::unknown("the reply was lost on purpose")),
            _ => Ok(answer),
        }
    }
}
