//! A database of a test's own, gone when the test ends.

use std::ops::Deref;

use postgres::{Client, NoTls, SimpleQueryMessage};

use crate::place::Place;

/// A new database on the server of the tests.
pub(crate) struct Database {
    place: Place,
}

impl Database {
    /// Names the variable with the file of the authority that vouches for the server.
    pub(crate) const AUTHORITY: &str = "LOYALTY_TEST_POSTGRES_AUTHORITY";

    /// `None` where no server is named.
    pub(crate) fn new() -> Option<Database> {
        let place = Place::on_server("LOYALTY_TEST_POSTGRES")?;
        Client::connect(&place.server, NoTls).unwrap().batch_execute(&format!("CREATE DATABASE {}", place.name)).unwrap();
        Some(Database { place })
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
    #[cfg_attr(not(feature = "sqlite"), expect(dead_code, reason = "views are compared with those of SQLite"))]
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

impl Deref for Database {
    type Target = Place;

    fn deref(&self) -> &Place {
        &self.place
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
