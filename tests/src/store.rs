//! The stores that tests run over: memory, SQLite, and a database of a test's own on every server that is there.

mod database;

use std::sync::Arc;

use loyalty_core::memory::Memory;
use loyalty_core::repository::{Read, Repository, Row, Scan};
use loyalty_core::schema::TABLES;
use loyalty_servers::{MYSQL, POSTGRES, REQUIRED};
use loyalty_sql::{Sqlite, StorageConfig};

use database::Database;

/// What a store stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Memory,
    Sqlite,
    Mysql,
    Postgres,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 4] = [Kind::Memory, Kind::Sqlite, Kind::Mysql, Kind::Postgres];

    /// Those that another process serves.
    pub const SERVERS: [Kind; 2] = [Kind::Mysql, Kind::Postgres];

    /// Which variable has the address of the server.
    fn variable(self) -> Option<&'static str> {
        match self {
            Kind::Memory | Kind::Sqlite => None,
            Kind::Mysql => Some(MYSQL),
            Kind::Postgres => Some(POSTGRES),
        }
    }
}

/// A store of a test's own. It goes with it.
pub struct Store {
    pub kind: Kind,
    database: Option<(Database, Arc<dyn Repository>)>,
}

impl Store {
    /// Opens one; nothing, and a word about it, where no such server is there and none has to be.
    ///
    /// # Panics
    /// When the server must be there and is not, or does not do what it is told.
    pub fn open(kind: Kind) -> Option<Store> {
        let Some(variable) = kind.variable() else { return Some(Store { kind, database: None }) };
        let Ok(server) = std::env::var(variable) else {
            assert!(std::env::var_os(REQUIRED).is_none(), "{variable} must name a server here; see CONTRIBUTING.md");
            eprintln!("SKIPPED: set {variable} to the URL of a server to run this test");
            return None;
        };
        Some(Store::on(kind, &server))
    }

    /// Opens one on this server.
    ///
    /// # Panics
    /// When the server does not do what it is told.
    pub fn on(kind: Kind, server: &str) -> Store {
        let database = Database::new(server);
        let repository = open(&database.url);
        Store { kind, database: Some((database, repository)) }
    }

    /// The store without any row: a new one, or the same, which is quicker where tables must be made.
    ///
    /// # Panics
    /// When the store cannot be emptied.
    pub fn emptied(&self) -> Arc<dyn Repository> {
        match (&self.database, self.kind) {
            (Some((database, repository)), _) => {
                database.empty();
                Arc::clone(repository)
            }
            (None, Kind::Memory) => Arc::new(Memory::new()),
            (None, _) => Arc::new(Sqlite::in_memory(TABLES).unwrap()),
        }
    }

    /// What another host opens, with connections of its own.
    ///
    /// # Panics
    /// When the store is none that hosts share, or cannot be opened.
    pub fn another_host(&self) -> Arc<dyn Repository> {
        open(self.url())
    }

    /// Where hosts find it.
    ///
    /// # Panics
    /// When the store is none that hosts share.
    pub fn url(&self) -> &str {
        &self.database.as_ref().unwrap().0.url
    }
}

/// Opens a database as a host does.
///
/// # Panics
/// When it cannot be opened.
pub fn open(url: &str) -> Arc<dyn Repository> {
    loyalty_sql::open(&StorageConfig::new(url), TABLES).unwrap_or_else(|error| panic!("{error}"))
}

/// Every row of every table.
///
/// # Panics
/// When a table cannot be read.
pub fn rows(repository: &dyn Repository) -> Vec<Vec<Row>> {
    let scans: Vec<Read> = TABLES.iter().map(|table| Read::Scan(Scan::prefix(table, Vec::new()))).collect();
    repository.read(&scans).unwrap()
}
