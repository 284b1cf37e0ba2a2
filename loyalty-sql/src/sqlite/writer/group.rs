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
    ///
    /// Refusals are rare and savepoints copy every page that changes. So it is tried without them first, and from the start again with them
    /// where one is needed.
    fn transaction(&self, connection: &Connection, calls: &[&[Changes]]) -> Result<Vec<Answers>, Trouble> {
        let is_one = calls.iter().map(|call| call.len()).sum::<usize>() <= 1;
        let mut answers = self.begin_and_write(connection, calls, false)?;
        if !is_one && answers.iter().flatten().any(Result::is_err) {
            roll_back(connection);
            answers = self.begin_and_write(connection, calls, true)?;
        }
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

    fn begin_and_write(&self, connection: &Connection, calls: &[&[Changes]], savepoints: bool) -> Result<Vec<Answers>, Trouble> {
        run(connection, "BEGIN IMMEDIATE").map_err(Trouble::NotBegun)?;
        self.write(connection, calls, savepoints).map_err(|error| {
            roll_back(connection);
            Trouble::RolledBack(error)
        })
    }

    /// Writes change sets, each in a savepoint of its own or, without them, up to the first that is refused.
    fn write(&self, connection: &Connection, calls: &[&[Changes]], savepoints: bool) -> Result<Vec<Answers>, SqliteError> {
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
        let mut answers = Vec::with_capacity(calls.len());
        for call in calls {
            let mut own = Vec::with_capacity(call.len());
            for changes in *call {
                let answer = one(changes)?;
                let stops = answer.is_err() && !savepoints;
                own.push(answer);
                if stops {
                    answers.push(own);
                    return Ok(answers);
                }
            }
            answers.push(own);
        }
        Ok(answers)
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
