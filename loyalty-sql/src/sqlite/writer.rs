//! Group commit: callers that come while a transaction is being made durable share the next one.
//!
//! The first caller leads: it runs its own change sets and those that wait, each in a savepoint, in one transaction,
//! and hands out the answers. Then the first that waits leads. A caller alone changes no thread and waits for no one.

mod group;

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use loyalty_core::repository::{Changes, Refusal, StorageError};
use rusqlite::Connection;

use super::{SqliteError, Stats};
use crate::statement::Statements;

/// The most calls that share a transaction, so that no one waits for an endless line.
const GROUP_MAX: usize = 256;

/// What a call to `commit` is answered.
type Answer = Result<Vec<Result<(), Refusal>>, StorageError>;

/// The connection that writes, and the line in front of it.
#[derive(Debug)]
pub(super) struct Writer {
    statements: Arc<Statements>,
    connection: Mutex<Connection>,
    line: Mutex<Line>,
    transactions: AtomicU64,
    change_sets: AtomicU64,
    groups_apart: AtomicU64,
}

#[derive(Debug, Default)]
struct Line {
    /// Whether some caller leads now.
    led: bool,
    jobs: VecDeque<Job>,
}

/// Change sets that wait for their turn, and where their caller waits.
#[derive(Debug)]
struct Job {
    changes: Vec<Changes>,
    seat: Arc<Seat>,
}

/// Where a caller waits.
#[derive(Debug)]
struct Seat {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug)]
enum State {
    Waiting,
    /// The caller is to lead, and gets its change sets back.
    Leads(Vec<Changes>),
    Answered(Answer),
}

impl Seat {
    fn set(&self, state: State) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
        self.changed.notify_one();
    }

    /// The answer, or the change sets of the one who is to lead now.
    fn wait(&self) -> Result<Answer, Vec<Changes>> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = |state: &mut State| matches!(state, State::Waiting);
        let mut state = self.changed.wait_while(state, waiting).unwrap_or_else(PoisonError::into_inner);
        match std::mem::replace(&mut *state, State::Leads(Vec::new())) {
            State::Answered(answer) => Ok(answer),
            State::Leads(own) => Err(own),
            State::Waiting => Err(Vec::new()),
        }
    }
}

impl Drop for Job {
    /// A job that is dropped unanswered belonged to a leader that died: its caller must not wait for ever.
    fn drop(&mut self) {
        let waiting = matches!(*self.seat.state.lock().unwrap_or_else(PoisonError::into_inner), State::Waiting);
        if waiting {
            self.seat.set(State::Answered(Err(StorageError::unknown(SqliteError::LeaderLost))));
        }
    }
}

/// Ends a lead, however it ends, by calling the next to lead.
struct Lead<'a>(&'a Writer);

impl Drop for Lead<'_> {
    fn drop(&mut self) {
        let mut line = self.0.line.lock().unwrap_or_else(PoisonError::into_inner);
        match line.jobs.pop_front() {
            Some(mut job) => {
                let own = std::mem::take(&mut job.changes);
                job.seat.set(State::Leads(own));
            }
            None => line.led = false,
        }
    }
}

impl Writer {
    pub(super) fn new(connection: Connection, statements: Arc<Statements>) -> Self {
        Writer {
            statements,
            connection: Mutex::new(connection),
            line: Mutex::default(),
            transactions: AtomicU64::new(0),
            change_sets: AtomicU64::new(0),
            groups_apart: AtomicU64::new(0),
        }
    }

    /// Asks on the connection that writes, between transactions.
    pub(super) fn with<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, SqliteError>) -> Result<T, SqliteError> {
        ask(&self.connection.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn stats(&self) -> Stats {
        Stats {
            transactions: self.transactions.load(Ordering::Relaxed),
            change_sets: self.change_sets.load(Ordering::Relaxed),
            groups_apart: self.groups_apart.load(Ordering::Relaxed),
        }
    }

    pub(super) fn commit(&self, changes: Vec<Changes>) -> Answer {
        if changes.is_empty() {
            return Ok(Vec::new());
        }
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        let own = if line.led {
            let seat = Arc::new(Seat { state: Mutex::new(State::Waiting), changed: Condvar::new() });
            line.jobs.push_back(Job { changes, seat: Arc::clone(&seat) });
            drop(line);
            match seat.wait() {
                Ok(answer) => return answer,
                Err(own) => own,
            }
        } else {
            line.led = true;
            drop(line);
            changes
        };
        self.lead(&own)
    }

    /// Commits one's own change sets together with those that wait.
    fn lead(&self, own: &[Changes]) -> Answer {
        let _lead = Lead(self);
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let jobs: Vec<Job> = {
            let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
            let count = line.jobs.len().min(GROUP_MAX);
            line.jobs.drain(..count).collect()
        };
        let all: Vec<&[Changes]> = std::iter::once(own).chain(jobs.iter().map(|job| job.changes.as_slice())).collect();
        let mut answers = self.answer(&connection, &all).into_iter();
        drop(connection);
        let lost = || Err(StorageError::unknown(SqliteError::LeaderLost));
        let own = answers.next().unwrap_or_else(lost);
        for (job, answer) in jobs.iter().zip(answers) {
            job.seat.set(State::Answered(answer));
        }
        own
    }
}
