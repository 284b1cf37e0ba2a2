//! The SQLite driver: one file, many readers, one writer that makes concurrent commits durable together.

mod apply;
mod error;
mod joined;
mod migrate;
mod open;
mod query;
mod readers;
mod search;
#[cfg(test)]
mod tests;
mod writer;

pub use error::SqliteError;
pub use joined::JoinedSqlite;

use std::path::PathBuf;
use std::sync::Arc;

use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError, Table};

use crate::dialect::Dialect;
use crate::statement::{Statements, with_own};
use readers::Readers;
use writer::Writer;

/// How a database file is opened.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file; made when it does not exist. Its directory must exist, and be on a local disk: WAL needs shared memory.
    pub path: PathBuf,
    /// What the names of all tables and views begin with: at most 20 of `a-z`, `0-9` and `_`. `loyalty_` by default.
    pub prefix: String,
    /// How long a call waits for another process's commit, in milliseconds; 5000 by default.
    pub timeout_ms: u32,
    /// How many reads run at once, at least 1; 4 by default. Each has a connection of its own.
    pub readers_max: usize,
    /// The size that the file may reach, in bytes; unbounded by default. A commit that needs more fails and changes
    /// nothing.
    pub bytes_max: Option<u64>,
}

impl Config {
    /// This file, and the defaults.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Config { path: path.into(), prefix: "loyalty_".to_owned(), timeout_ms: 5_000, readers_max: 4, bytes_max: None }
    }
}

/// What a [`Sqlite`] has done since it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stats {
    /// Durable transactions, each with one wait for the disk.
    pub transactions: u64,
    /// Change sets accepted in them.
    pub change_sets: u64,
    /// Groups of commits that were taken apart and run one by one, because one of them failed.
    pub groups_apart: u64,
}

/// A [`Repository`] in an SQLite database.
///
/// An acknowledged commit is on the disk (`synchronous=FULL`). Several `Sqlite`, in one process or in many, may use one
/// file at once.
#[derive(Debug)]
pub struct Sqlite {
    statements: Arc<Statements>,
    writer: Writer,
    /// None in memory, where the writer's connection is the only one.
    readers: Option<Readers>,
}

impl Sqlite {
    /// Opens a file, and makes or completes its schema for these tables (the engine's own need not be named).
    ///
    /// # Errors
    /// [`StorageError`] whose source is a [`SqliteError`] that says what to do: no directory, no right to write, not a
    /// database, a schema newer than [`SCHEMA_VERSION`](crate::SCHEMA_VERSION), a prefix that is none.
    pub fn open(config: Config, tables: &[&'static Table]) -> Result<Self, StorageError> {
        let tables = with_own(tables);
        let mut connection = open::writer(&config).map_err(SqliteError::failed)?;
        migrate::migrate(&mut connection, &config.prefix, &tables).map_err(SqliteError::failed)?;
        let statements = Arc::new(Statements::new(Dialect::Sqlite, &config.prefix, &tables));
        Ok(Sqlite { writer: Writer::new(connection, Arc::clone(&statements)), statements, readers: Some(Readers::new(config)) })
    }

    /// Opens a file with everything the loyalty engine keeps, and the defaults for the rest: what most programs want.
    ///
    /// ```
    /// use loyalty_core::loyalty::Loyalty;
    /// use loyalty_sql::Sqlite;
    /// # let folder = std::env::temp_dir().join(format!("loyalty-doc-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    ///
    /// let loyalty = Loyalty::new(Sqlite::for_loyalty(folder.join("shop.db"))?);
    /// # drop(loyalty);
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Sqlite::open`].
    pub fn for_loyalty(path: impl Into<PathBuf>) -> Result<Self, StorageError> {
        Self::open(Config::new(path), loyalty_core::schema::TABLES)
    }

    /// An empty database in memory, gone with this value: for tests and demos.
    ///
    /// # Errors
    /// [`StorageError`] when the schema cannot be made.
    pub fn in_memory(tables: &[&'static Table]) -> Result<Self, StorageError> {
        let tables = with_own(tables);
        let config = Config::new("");
        let mut connection = open::memory().map_err(SqliteError::failed)?;
        migrate::migrate(&mut connection, &config.prefix, &tables).map_err(SqliteError::failed)?;
        let statements = Arc::new(Statements::new(Dialect::Sqlite, &config.prefix, &tables));
        Ok(Sqlite { writer: Writer::new(connection, Arc::clone(&statements)), statements, readers: None })
    }

    /// The same repository inside a transaction of the host's own connection to the same file: an order and its points commit
    /// together, or not at all. Begin with `BEGIN IMMEDIATE`: SQLite cannot wait for the right to write once a transaction has read.
    ///
    /// ```
    /// use loyalty_core::loyalty::Loyalty;
    /// use loyalty_sql::Sqlite;
    /// # let folder = std::env::temp_dir().join(format!("loyalty-joined-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # let path = folder.join("shop.db");
    ///
    /// let storage = Sqlite::for_loyalty(&path)?;
    /// let mut connection = rusqlite::Connection::open(&path)?;
    /// connection.execute_batch("CREATE TABLE shop_customer (name TEXT); BEGIN IMMEDIATE; INSERT INTO shop_customer VALUES ('anna')")?;
    /// let loyalty = Loyalty::new(storage.joined(&mut connection)?);
    /// let context = r#"{ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": "2026-01-01T00:00:00Z",
    ///     "entropy": "sixteen random bytes" }"#;
    /// let answer = loyalty.execute(r#"{ "op": "customer.create", "args": { "id": "anna" } }"#, context);
    /// drop(loyalty);
    /// connection.execute_batch(if answer.starts_with(r#"{"ok""#) { "COMMIT" } else { "ROLLBACK" })?;
    ///
    /// let count = "SELECT count(*) FROM shop_customer JOIN loyalty_customers ON name = customer";
    /// assert_eq!(connection.query_row(count, (), |row| row.get::<_, i64>(0))?, 1);
    /// # drop((connection, storage));
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`StorageError`] when the connection is in no transaction.
    pub fn joined<'t>(&self, connection: &'t mut rusqlite::Connection) -> Result<JoinedSqlite<'t>, StorageError> {
        JoinedSqlite::new(Arc::clone(&self.statements), connection)
    }

    /// What was done since opening.
    pub fn stats(&self) -> Stats {
        self.writer.stats()
    }

    /// Runs questions on a connection of their own, or the writer's in memory.
    fn ask<T>(&self, ask: impl FnOnce(&rusqlite::Connection) -> Result<T, SqliteError>) -> Result<T, StorageError> {
        match &self.readers {
            Some(readers) => readers.with(ask),
            None => self.writer.with(ask),
        }
        .map_err(SqliteError::failed)
    }
}

impl Repository for Sqlite {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.ask(|connection| query::read(connection, &self.statements, reads))
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.ask(|connection| search::search(connection, &self.statements, search))
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        self.writer.commit(changes)
    }
}
