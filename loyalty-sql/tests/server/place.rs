//! Where a database of a test's own is: on the server that a variable names, under a name that no other test has.

use std::sync::atomic::{AtomicU32, Ordering};

use loyalty_sql::StorageConfig;

pub(crate) struct Place {
    pub(crate) server: String,
    pub(crate) name: String,
}

impl Place {
    /// `None`, and a word about it, where no server is named and none has to be.
    pub(crate) fn on_server(variable: &str) -> Option<Place> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var(variable) else {
            assert!(std::env::var_os("LOYALTY_TEST_REQUIRED").is_none(), "LOYALTY_TEST_REQUIRED is set, and {variable} is not");
            eprintln!("SKIPPED: set {variable} to the URL of a server to run this test");
            return None;
        };
        Some(Place { server, name: format!("loyalty_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed)) })
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

    /// The URL of this database for another user, whom the test makes.
    pub(crate) fn url_of(&self, user: &str, password: &str) -> String {
        let scheme = self.server.split(':').next().unwrap();
        format!("{scheme}://{}:{password}@{}/{}", self.own(user), self.address(), self.name)
    }

    /// Users belong to the server: those of tests that run at once must differ.
    pub(crate) fn own(&self, user: &str) -> String {
        format!("{user}_{}", self.name.trim_start_matches("loyalty_test_"))
    }
}
