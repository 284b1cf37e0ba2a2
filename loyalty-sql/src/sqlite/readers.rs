//! A small pool of connections that read, so that readers run beside each other and beside the writer.

use std::sync::{Condvar, Mutex, PoisonError};

use rusqlite::Connection;

use super::{Config, SqliteError, open};

/// Connections that read. Opened when first needed, kept afterwards.
#[derive(Debug)]
pub(super) struct Readers {
    config: Config,
    pool: Mutex<Pool>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct Pool {
    idle: Vec<Connection>,
    lent: usize,
}

impl Readers {
    pub(super) fn new(config: Config) -> Self {
        Readers { config, pool: Mutex::default(), freed: Condvar::new() }
    }

    /// Runs questions on a connection; waits for one when all are lent.
    pub(super) fn with<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, SqliteError>) -> Result<T, SqliteError> {
        let mut lease = Lease { readers: self, connection: self.borrow() };
        let connection = match lease.connection.take() {
            Some(connection) => connection,
            None => open::reader(&self.config)?,
        };
        ask(lease.connection.insert(connection))
    }

    /// Counts one as lent: an idle one, or `None` for one to be opened.
    fn borrow(&self) -> Option<Connection> {
        let pool = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        let max = self.config.readers_max.max(1);
        let mut pool = self.freed.wait_while(pool, |pool| pool.lent >= max).unwrap_or_else(PoisonError::into_inner);
        pool.lent += 1;
        pool.idle.pop()
    }
}

/// Gives a connection back, also when the questions failed.
struct Lease<'a> {
    readers: &'a Readers,
    connection: Option<Connection>,
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let mut pool = self.readers.pool.lock().unwrap_or_else(PoisonError::into_inner);
        pool.lent -= 1;
        // A connection left inside a transaction would go on seeing its old snapshot.
        pool.idle.extend(self.connection.take().filter(Connection::is_autocommit));
        drop(pool);
        self.readers.freed.notify_one();
    }
}
