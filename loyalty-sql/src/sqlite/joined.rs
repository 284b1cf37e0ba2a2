//! A repository inside a transaction of the host.

use std::sync::{Arc, Mutex, PoisonError};

use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError};
use rusqlite::Connection;

use super::apply::{Stop, apply};
use super::{SqliteError, query, search};
use crate::statement::Statements;

/// A [`Repository`] that reads and writes inside a transaction of the host, and leaves it to the host to commit.
///
/// A refused change set leaves no trace, by a savepoint. After a [`StorageError`] it does nothing more, and says so: roll the transaction
/// back, begin a new one and join that, if you like.
#[derive(Debug)]
pub struct JoinedSqlite<'t> {
    statements: Arc<Statements>,
    lent: Mutex<Lent<'t>>,
}

/// The transaction of the host.
#[derive(Debug)]
struct Lent<'t> {
    connection: &'t mut Connection,
    /// Whether something failed in it. Half of a change set may be there then, or the engine took it back: what is written now would stand at once.
    is_broken: bool,
}

impl<'t> JoinedSqlite<'t> {
    pub(super) fn new(statements: Arc<Statements>, connection: &'t mut Connection) -> Result<Self, StorageError> {
        if connection.is_autocommit() {
            return Err(SqliteError::NoTransaction.failed());
        }
        Ok(JoinedSqlite { statements, lent: Mutex::new(Lent { connection, is_broken: false }) })
    }

    fn with<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, SqliteError>) -> Result<T, StorageError> {
        let mut lent = self.lent.lock().unwrap_or_else(PoisonError::into_inner);
        if lent.is_broken {
            return Err(SqliteError::NoTransaction.failed());
        }
        // Until all has gone well, so that a panic leaves it so.
        lent.is_broken = true;
        let answer = ask(lent.connection).map_err(SqliteError::failed)?;
        lent.is_broken = false;
        Ok(answer)
    }

    fn one(&self, connection: &Connection, changes: &Changes) -> Result<Result<(), Refusal>, SqliteError> {
        let run = |statement| connection.prepare_cached(statement)?.raw_execute();
        run("SAVEPOINT loyalty_set")?;
        let answer = match apply(connection, &self.statements, changes) {
            Ok(()) => Ok(()),
            Err(Stop::Refused(refusal)) => {
                run("ROLLBACK TO loyalty_set")?;
                Err(refusal)
            }
            Err(Stop::Error(error)) => return Err(error),
        };
        run("RELEASE loyalty_set")?;
        Ok(answer)
    }
}

impl Repository for JoinedSqlite<'_> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.with(|connection| query::read(connection, &self.statements, reads))
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.with(|connection| search::search(connection, &self.statements, search))
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        self.with(|connection| changes.iter().map(|changes| self.one(connection, changes)).collect())
    }
}
