//! A database of a test's own on a server, gone when the test ends.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use mysql::prelude::Queryable;
use postgres::NoTls;

/// The tables of the library with rows; what was done to the schema stays.
const TABLES: &str = "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_name <> 'loyalty_schema'";

/// A new database.
pub(super) struct Database {
    server: String,
    name: String,
    /// Its address.
    pub(super) url: String,
    emptying: Mutex<Option<(Line, String)>>,
}

/// A connection beside the driver that is tested.
enum Line {
    Mysql(mysql::Conn),
    Postgres(Box<postgres::Client>),
}

impl Line {
    fn to(url: &str) -> Line {
        if url.starts_with("postgres") {
            Line::Postgres(Box::new(postgres::Client::connect(url, NoTls).unwrap()))
        } else {
            Line::Mysql(mysql::Conn::new(url).unwrap())
        }
    }

    fn run(&mut self, statements: &str) -> Result<(), String> {
        match self {
            Line::Mysql(line) => line.query_drop(statements).map_err(|error| error.to_string()),
            Line::Postgres(line) => line.batch_execute(statements).map_err(|error| error.to_string()),
        }
    }

    /// The statements that take every row away.
    fn script(&mut self) -> String {
        let tables: Vec<String> = match self {
            Line::Mysql(line) => line.query(format!("{TABLES} AND table_schema = DATABASE()")).unwrap(),
            Line::Postgres(line) => {
                let found = line.query(&format!("{TABLES} AND table_schema = 'public'"), &[]).unwrap();
                found.iter().map(|row| row.get(0)).collect()
            }
        };
        let deletes: String = tables.iter().map(|table| format!("DELETE FROM {table};")).collect();
        format!("BEGIN;{deletes}COMMIT")
    }
}

impl Database {
    pub(super) fn new(server: &str) -> Database {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("loyalty_suite_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        Line::to(server).run(&format!("CREATE DATABASE {name}")).unwrap();
        let (server, options) = server.split_once('?').map_or((server, String::new()), |(server, rest)| (server, format!("?{rest}")));
        let parts: Vec<&str> = server.splitn(4, '/').take(3).collect();
        let url = format!("{}/{name}{options}", parts.join("/"));
        Database { server: format!("{server}{options}"), name, url, emptying: Mutex::new(None) }
    }

    /// Takes every row away. The connection for that stays open: a server is quicker at deleting few rows than at greeting.
    pub(super) fn empty(&self) {
        let mut emptying = self.emptying.lock().unwrap_or_else(PoisonError::into_inner);
        let (line, script) = emptying.get_or_insert_with(|| {
            let mut line = Line::to(&self.url);
            let script = line.script();
            (line, script)
        });
        line.run(script).unwrap();
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        *self.emptying.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let force = if self.server.starts_with("postgres") { " WITH (FORCE)" } else { "" };
        // A server that a test has broken may not answer any more, and goes with its data.
        let dropped = std::panic::catch_unwind(|| Line::to(&self.server).run(&format!("DROP DATABASE {}{force}", self.name)));
        if !matches!(dropped, Ok(Ok(()))) {
            eprintln!("the database {} stays", self.name);
        }
    }
}
