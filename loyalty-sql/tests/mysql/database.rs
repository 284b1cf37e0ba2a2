//! A database of a test's own, gone when the test ends.

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{RwLock, RwLockReadGuard};

use loyalty_sql::StorageConfig;
use mysql::prelude::Queryable;
use mysql::{Conn, from_value_opt};

/// Held by every test that writes: the server can be told to take no writes only as a whole.
static WRITABLE: RwLock<()> = RwLock::new(());

/// A new database on the server of the tests.
pub(crate) struct Database {
    server: String,
    pub(crate) name: String,
    writable: Cell<Option<RwLockReadGuard<'static, ()>>>,
}

impl Database {
    /// Names the variable with the file of the authority that vouches for the server.
    pub(crate) const AUTHORITY: &str = "LOYALTY_TEST_MYSQL_AUTHORITY";

    /// `None`, and a word about it, where no server is named.
    pub(crate) fn new() -> Option<Database> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var("LOYALTY_TEST_MYSQL") else {
            assert!(std::env::var_os("LOYALTY_TEST_REQUIRED").is_none(), "LOYALTY_TEST_REQUIRED is set, and LOYALTY_TEST_MYSQL is not");
            eprintln!("SKIPPED: set LOYALTY_TEST_MYSQL to the URL of a MySQL or MariaDB server to run this test");
            return None;
        };
        let writable = Cell::new(WRITABLE.read().ok());
        let name = format!("loyalty_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let mut connection = Conn::new(server.as_str()).unwrap();
        // Not the letters that the tables are to have.
        connection.query_drop(format!("CREATE DATABASE {name} CHARACTER SET latin1")).unwrap();
        Some(Database { server, name, writable })
    }

    /// The URL of this database, for the user of the tests.
    pub(crate) fn url(&self) -> String {
        let (authority, query) = self.server.split_once('?').map_or((self.server.as_str(), ""), |(front, query)| (front, query));
        let authority: Vec<&str> = authority.splitn(4, '/').take(3).collect();
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        format!("{}/{}{query}", authority.join("/"), self.name)
    }

    pub(crate) fn config(&self) -> StorageConfig {
        StorageConfig::new(self.url())
    }

    pub(crate) fn prefixed(&self, prefix: &str) -> StorageConfig {
        StorageConfig { prefix: prefix.to_owned(), ..self.config() }
    }

    /// The URL of this database at another address, such as a proxy's.
    pub(crate) fn url_at(&self, address: &str) -> String {
        self.url().replace(&self.address(), address)
    }

    /// Host and port of the server.
    pub(crate) fn address(&self) -> String {
        let authority = self.server.split('/').nth(2).unwrap();
        authority.rsplit('@').next().unwrap().to_owned()
    }

    /// The URL of this database for another user, made by [`Database::user`].
    pub(crate) fn url_of(&self, user: &str, password: &str) -> String {
        let scheme = self.server.split(':').next().unwrap();
        format!("{scheme}://{}:{password}@{}/{}", self.own(user), self.address(), self.name)
    }

    /// Users belong to the server: those of tests that run at once must differ.
    fn own(&self, user: &str) -> String {
        format!("{user}_{}", self.name.trim_start_matches("loyalty_test_"))
    }

    /// A user who may connect to this database, and nothing else.
    pub(crate) fn user(&self, user: &str, password: &str) {
        let own = self.own(user);
        self.run(&format!("CREATE USER '{own}'@'%' IDENTIFIED BY '{password}'"));
        self.run(&format!("GRANT CREATE TEMPORARY TABLES ON {}.* TO '{own}'@'%'", self.name));
    }

    pub(crate) fn grant(&self, user: &str, rights: &str, table: &str) {
        self.run(&format!("GRANT {rights} ON {table} TO '{}'@'%'", self.own(user)));
    }

    pub(crate) fn run(&self, statement: &str) {
        self.client().query_drop(statement).unwrap();
    }

    /// The rows of a query as text, nulls as a dash.
    pub(crate) fn rows(&self, query: &str) -> Vec<String> {
        let rows: Vec<mysql::Row> = self.client().query(query).unwrap();
        let text = |value| from_value_opt::<Option<String>>(value).unwrap().unwrap_or("-".to_owned());
        rows.into_iter().map(|row| row.unwrap().into_iter().map(text).collect::<Vec<_>>().join("|")).collect()
    }

    pub(crate) fn drop_index(&self, index: &str, table: &str) {
        self.run(&format!("DROP INDEX {index} ON {table}"));
    }

    /// Runs a test while the server takes no writes; no other test may run meanwhile.
    pub(crate) fn while_read_only(&self, test: impl FnOnce()) {
        self.writable.take();
        let alone = WRITABLE.write();
        self.run("SET GLOBAL read_only = 1");
        test();
        self.run("SET GLOBAL read_only = 0");
        drop(alone);
        self.writable.set(WRITABLE.read().ok());
    }

    /// Ends every connection to this database.
    pub(crate) fn hang_up(&self) {
        let mut own = self.client();
        let select = "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()";
        for id in own.query::<u64, _>(select).unwrap() {
            own.query_drop(format!("KILL {id}")).unwrap();
        }
    }

    /// A connection beside the driver.
    pub(crate) fn client(&self) -> Conn {
        Conn::new(self.url().as_str()).unwrap()
    }
}
impl Drop for Database {
    fn drop(&mut self) {
        let dropped = Conn::new(self.server.as_str()).and_then(|mut connection| {
            connection.query_drop(format!("DROP DATABASE {}", self.name))?;
            connection.query_drop(format!("DROP USER IF EXISTS '{}'@'%'", self.own("teller")))
        });
        if let Err(error) = dropped {
            eprintln!("the database {} stays: {error}", self.name);
        }
    }
}
