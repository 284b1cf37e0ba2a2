//! A database of a test's own, gone when the test ends.

use std::sync::atomic::{AtomicU32, Ordering};

use loyalty_sql::StorageConfig;
use postgres::{Client, NoTls, SimpleQueryMessage};

/// A new database on the server of the tests.
pub(crate) struct Database {
    server: String,
    pub(crate) name: String,
}

impl Database {
    /// Names the variable with the file of the authority that vouches for the server.
    pub(crate) const AUTHORITY: &str = "LOYALTY_TEST_POSTGRES_AUTHORITY";

    /// `None`, and a word about it, where no server is named.
    pub(crate) fn new() -> Option<Database> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var("LOYALTY_TEST_POSTGRES") else {
            assert!(std::env::var_os("LOYALTY_TEST_REQUIRED").is_none(), "LOYALTY_TEST_REQUIRED is set, and LOYALTY_TEST_POSTGRES is not");
            eprintln!("SKIPPED: set LOYALTY_TEST_POSTGRES to the URL of a PostgreSQL server to run this test");
            return None;
        };
        let name = format!("loyalty_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        Client::connect(&server, NoTls).unwrap().batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        Some(Database { server, name })
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
        self.run(&format!("CREATE ROLE {own} LOGIN PASSWORD '{password}'; REVOKE CREATE ON SCHEMA public FROM PUBLIC"));
    }

    pub(crate) fn grant(&self, user: &str, rights: &str, table: &str) {
        self.run(&format!("GRANT {rights} ON {table} TO {}", self.own(user)));
    }

    pub(crate) fn run(&self, statements: &str) {
        self.client().batch_execute(statements).unwrap();
    }

    /// The rows of a query as text, nulls as a dash.
    pub(crate) fn rows(&self, query: &str) -> Vec<String> {
        let found = self.client().simple_query(query).unwrap();
        let rows = found.iter().filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(row),
            _ => None,
        });
        rows.map(|row| (0..row.len()).map(|column| row.get(column).unwrap_or("-")).collect::<Vec<_>>().join("|")).collect()
    }

    pub(crate) fn drop_index(&self, index: &str, _table: &str) {
        self.run(&format!("DROP INDEX {index}"));
    }

    /// Runs a test while the server takes no writes to this database.
    pub(crate) fn while_read_only(&self, test: impl FnOnce()) {
        let tell = |what: &str| {
            let statement = format!("ALTER DATABASE {} {what}", self.name);
            Client::connect(&self.server, NoTls).unwrap().batch_execute(&statement).unwrap();
        };
        tell("SET default_transaction_read_only = on");
        test();
        tell("RESET default_transaction_read_only");
    }

    /// Ends every connection to this database.
    pub(crate) fn hang_up(&self) {
        self.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    /// A connection beside the driver.
    pub(crate) fn client(&self) -> Client {
        Client::connect(&self.url(), NoTls).unwrap()
    }
}
impl Drop for Database {
    fn drop(&mut self) {
        let own = self.own("teller");
        let dropped = Client::connect(&self.server, NoTls).and_then(|mut client| {
            client.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name))?;
            client.batch_execute(&format!("DROP ROLE IF EXISTS {own}"))
        });
        if let Err(error) = dropped {
            eprintln!("the database {} stays: {error}", self.name);
        }
    }
}
