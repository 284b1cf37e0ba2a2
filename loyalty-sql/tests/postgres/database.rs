//! A database of a test's own, gone when the test ends.

use std::sync::atomic::{AtomicU32, Ordering};

use loyalty_sql::ServerConfig;
use postgres::{Client, NoTls};

/// A new database on the server of the tests.
pub(crate) struct Database {
    server: String,
    pub(crate) name: String,
}

impl Database {
    /// `None`, and a word about it, where no server is named.
    pub(crate) fn new() -> Option<Database> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var("LOYALTY_TEST_POSTGRES") else {
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

    pub(crate) fn config(&self) -> ServerConfig {
        ServerConfig::new(self.url())
    }

    pub(crate) fn prefixed(&self, prefix: &str) -> ServerConfig {
        ServerConfig { prefix: prefix.to_owned(), ..self.config() }
    }

    /// A connection beside the driver.
    pub(crate) fn client(&self) -> Client {
        Client::connect(&self.url(), NoTls).unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let dropped = Client::connect(&self.server, NoTls)
            .and_then(|mut client| client.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name)));
        if let Err(error) = dropped {
            eprintln!("the database {} stays: {error}", self.name);
        }
    }
}
