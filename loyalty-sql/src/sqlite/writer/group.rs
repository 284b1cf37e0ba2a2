//! What a leader does: many calls in one transaction, and each alone where that fails.

use std::sync::atomic::Ordering;

use loyalty_core::repository::{Changes, Refusal, StorageError};
use rusqlite::Connection;

use super::super::SqliteError;
use super::super::apply::{Stop, apply};
use super::{Answer, Writer};

/// Answers of the change sets of one call.
type Answers = Vec<Result<(), Refusal>>;

/// Why a transaction did not come to stand.
#[derive(Clone)]
enum Trouble {
    /// It did not begin, so that another try would fare no better. Nothing was applied.
    NotBegun(SqliteError),
    /// A statement failed, or the commit did for want of room; all was rolled back. Alone, other calls may pass.
    RolledBack(SqliteError),
    /// The commit failed and was rolled back; nothing was applied.
    NotCommitted(SqliteError),
    /// The disk failed during the commit: what is on it may turn out to be complete when the file is opened next.
    Unknown(SqliteError),
}

impl Trouble {
    fn answer(self) -> StorageError {
        match self {
            Trouble::NotBegun(error) | Trouble::RolledBack(error) | Trouble::NotCommitted(error) => error.failed(),
            Trouble::Unknown(error) => StorageError::unknown(error),
        }
    }
}

impl Writer {
    /// An answer for each call, in their order.
    pub(super) fn answer(&self, connection: &Connection, calls: &[&[Changes]]) -> Vec<Answer> {
        match self.transaction(connection, calls) {
            Ok(answers) => answers.into_iter().map(Ok).collect(),
            Err(Trouble::RolledBack(_)) if calls.len() > 1 => {
                self.groups_apart.fetch_add(1, Ordering::Relaxed);
                calls.iter().flat_map(|call| self.answer(connection, &[call])).collect()
            }
            Err(trouble) => calls.iter().map(|_| Err(trouble.clone().answer())).collect(),
        }
    }

    /// Runs all change sets in one transaction. A refused one is taken back alone; an error takes back all.
    fn transaction(&self, connection: &Connection, calls: &[&[Changes]]) -> Result<Vec<Answers>, Trouble> {
        run(connection, "BEGIN IMMEDIATE").map_err(Trouble::NotBegun)?;
        let answers = match self.write(connection, calls) {
            Ok(answers) => answers,
            Err(error) => {
                roll_back(connection);
                return Err(Trouble::RolledBack(error));
            }
        };
        let accepted = answers.iter().flatten().filter(|answer| answer.is_ok()).count();
        if accepted == 0 {
            roll_back(connection);
            return Ok(answers);
        }
        run(connection, "COMMIT").map_err(|error| not_committed(connection, error))?;
        self.transactions.fetch_add(1, Ordering::Relaxed);
        self.change_sets.fetch_add(u64::try_from(accepted).unwrap_or(0), Ordering::Relaxed);
        Ok(answers)
    }

    fn write(&self, connection: &Connection, calls: &[&[Changes]]) -> Result<Vec<Answers>, SqliteError> {
        // With a single change set, rolling back the whole transaction is what a savepoint would do.
        let savepoints = calls.iter().map(|call| call.len()).sum::<usize>() > 1;
        let one = |changes: &Changes| -> Result<Result<(), Refusal>, SqliteError> {
            if savepoints {
                run(connection, "SAVEPOINT change_set")?;
            }
            let answer = match apply(connection, &self.statements, changes) {
                Ok(()) => Ok(()),
                Err(Stop::Refused(refusal)) => Err(refusal),
                Err(Stop::Error(error)) => return Err(error),
            };
            if savepoints {
                if answer.is_err() {
                    run(connection, "ROLLBACK TO change_set")?;
                }
                run(connection, "RELEASE change_set")?;
            }
            Ok(answer)
        };
        calls.iter().map(|call| call.iter().map(one).collect()).collect()
    }
}

fn run(connection: &Connection, statement: &str) -> Result<(), SqliteError> {
    connection.prepare_cached(statement)?.raw_execute()?;
    Ok(())
}

/// Takes all back. SQLite has done so already after some errors, and then there is nothing to do; were it to fail, the
/// next transaction would not begin, and say so.
fn roll_back(connection: &Connection) {
    if !connection.is_autocommit() {
        let _rolled_back = run(connection, "ROLLBACK");
    }
}

/// What a failed commit means. After an I/O error the log on the disk may hold the whole transaction although this
/// process has taken it back: a crash now would bring it to light. Otherwise nothing of it stands once it is rolled back.
fn not_committed(connection: &Connection, error: SqliteError) -> Trouble {
    roll_back(connection);
    match error {
        error if error.is_io() || !connection.is_autocommit() => Trouble::Unknown(error),
        SqliteError::Full => Trouble::RolledBack(SqliteError::Full),
        error => Trouble::NotCommitted(error),
    }
}
