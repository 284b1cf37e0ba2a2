//! A repository inside a transaction of the host.

use std::sync::{Arc, Mutex, PoisonError};

use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError};

use super::{Driver, ServerError, Session, commit, query};
use crate::statement::Statements;

/// A [`Repository`] that reads and writes inside a transaction of the host, and leaves it to the host to commit.
///
/// An accepted change set stands when the host commits, together with what the host wrote; a refused one leaves no trace, by
/// a savepoint. After a [`StorageError`] it does nothing more, and says so: roll the transaction back, begin a new one and join
/// that, if you like. What the host has committed cannot be retried by the library: it never sees that happen.
pub struct Joined<'t> {
    statements: Arc<Statements>,
    lent: Mutex<Lent<'t>>,
    each: Each,
    read: ReadAll,
}

/// The transaction of the host.
struct Lent<'t> {
    session: Box<dyn Session + 't>,
    /// Whether something failed in it. The server may have taken it back then, and would commit by itself whatever it is sent now.
    is_broken: bool,
}

/// How a driver reads inside a transaction.
type ReadAll = fn(&mut dyn Session, &[&'static str], &Statements, &[Read]) -> Result<Vec<Vec<Row>>, ServerError>;

/// How a driver commits inside a transaction.
type Each = fn(&mut dyn Session, &Statements, &[Changes]) -> Result<Option<commit::Answers>, ServerError>;

impl std::fmt::Debug for Joined<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Joined").finish_non_exhaustive()
    }
}

impl<'t> Joined<'t> {
    pub(crate) fn new<D: Driver>(statements: Arc<Statements>, session: impl Session + 't) -> Self {
        let lent = Mutex::new(Lent { session: Box::new(session), is_broken: false });
        Joined { statements, lent, each: commit::each::<D>, read: query::read::<D> }
    }

    fn with<T>(&self, ask: impl FnOnce(&mut dyn Session) -> Result<T, ServerError>) -> Result<T, StorageError> {
        let mut lent = self.lent.lock().unwrap_or_else(PoisonError::into_inner);
        if lent.is_broken {
            return Err(ServerError::NoTransaction.failed());
        }
        // Until all has gone well, so that a panic leaves it so.
        lent.is_broken = true;
        let answer = ask(&mut *lent.session).map_err(ServerError::failed)?;
        lent.is_broken = false;
        Ok(answer)
    }
}

impl Repository for Joined<'_> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.with(|session| (self.read)(session, &[], &self.statements, reads))
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.with(|session| query::search(session, &[], &self.statements, search))
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let taken_back = "others were in the way, and the server took the transaction back; roll it back, begin a new one and join that";
        self.with(|session| {
            let answers = (self.each)(session, &self.statements, &changes)?;
            answers.ok_or_else(|| ServerError::Busy { message: taken_back.to_owned() })
        })
    }
}
