//! A pool of connections to one server.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::{Ask, Driver, Failed, Meaning, Reply, ServerError, Session};
use crate::config::StorageConfig;

/// A connection that has rested for longer is asked whether it still stands before it is used, so that a commit does not
/// find out: its outcome would not be known then.
const TRUSTED: Duration = Duration::from_secs(1);

/// Connections that nobody uses just now, and the right to have more.
pub(super) struct Pool<D: Driver> {
    driver: D,
    state: Mutex<State<D::Session>>,
    freed: Condvar,
    connections_max: usize,
    timeout: Duration,
    /// For how long a server may be silent.
    silence: Duration,
}

struct State<S> {
    /// The one used last at the end.
    idle: Vec<(S, Instant)>,
    lent: usize,
    /// How often connections were let go of. One that was lent before that does not come to rest again.
    epoch: usize,
}

impl<D: Driver> std::fmt::Debug for Pool<D> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Pool").field("driver", &self.driver).field("connections_max", &self.connections_max).finish_non_exhaustive()
    }
}

impl<D: Driver> Pool<D> {
    pub(super) fn new(driver: D, first: D::Session, config: &StorageConfig) -> Self {
        let state = Mutex::new(State { idle: vec![(first, Instant::now())], lent: 0, epoch: 0 });
        let connections_max = config.connections_max.max(1);
        Pool { driver, state, freed: Condvar::new(), connections_max, timeout: config.timeout(), silence: config.silence() }
    }

    /// Runs questions on a connection; waits for one when all are lent. A connection whose questions failed is used again
    /// only when a transaction they left open could be taken back.
    pub(super) fn with<T>(&self, ask: impl FnOnce(&mut dyn Session) -> Result<T, ServerError>) -> Result<T, ServerError> {
        let mut lease = self.borrow()?;
        let session = match lease.session.take() {
            Some(session) => session,
            None => self.driver.connect(Some(self.silence))?,
        };
        let mut watched = Watched { session, is_lost: false };
        let answer = ask(&mut watched);
        let is_clean = !watched.is_lost && (answer.is_ok() || watched.send(&[Ask::plain("ROLLBACK")]).is_ok());
        if is_clean {
            lease.session = Some(watched.session);
        } else if watched.is_lost {
            self.forget();
        }
        answer
    }

    /// Lets go of the connections that rest, and of those lent once they come back: they lead to the same server, most likely, as one that was
    /// lost. Answers the epoch that begins.
    fn forget(&self) -> usize {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.epoch += 1;
        let (epoch, idle) = (state.epoch, std::mem::take(&mut state.idle));
        // Closing them takes a while.
        drop(state);
        drop(idle);
        epoch
    }

    /// Counts one as lent: an idle one that still stands, or none, for one to be opened.
    fn borrow(&self) -> Result<Lease<'_, D>, ServerError> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |state: &mut State<D::Session>| state.lent >= self.connections_max;
        let (mut state, waited) = self.freed.wait_timeout_while(state, self.timeout, full).unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() && state.lent >= self.connections_max {
            return Err(ServerError::Busy { message: format!("all {} connections were in use", self.connections_max) });
        }
        state.lent += 1;
        let (found, epoch) = (state.idle.pop(), state.epoch);
        drop(state);
        // What was counted is given back from here on, even by a panic.
        let mut lease = Lease { pool: self, session: None, epoch };
        if let Some((mut session, since)) = found {
            if since.elapsed() < TRUSTED || session.send(&[Ask::plain("SELECT 1")]).is_ok() {
                lease.session = Some(session);
            } else {
                lease.epoch = self.forget();
            }
        }
        Ok(lease)
    }
}

/// Notes when the line is lost or leads nowhere, whoever sent what.
struct Watched<S> {
    session: S,
    is_lost: bool,
}

impl<S: Session> Session for Watched<S> {
    fn send(&mut self, asks: &[Ask<'_>]) -> Result<Vec<Reply>, Failed> {
        let sent = self.session.send(asks);
        self.is_lost |= matches!(&sent, Err(failed) if matches!(failed.meaning, Meaning::Lost | Meaning::Apart));
        sent
    }
}

/// Gives a connection back, or the right to open another.
struct Lease<'a, D: Driver> {
    pool: &'a Pool<D>,
    session: Option<D::Session>,
    /// The epoch in which it was lent.
    epoch: usize,
}

impl<D: Driver> Drop for Lease<'_, D> {
    fn drop(&mut self) {
        let mut state = self.pool.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.lent -= 1;
        let mut session = self.session.take();
        if state.epoch == self.epoch {
            state.idle.extend(session.take().map(|session| (session, Instant::now())));
        }
        drop(state);
        self.pool.freed.notify_one();
    }
}
