//! A database of a test's own, gone when the test ends.

use std::cell::Cell;
use std::ops::Deref;
use std::sync::{RwLock, RwLockReadGuard};

use mysql::prelude::Queryable;
use mysql::{Conn, from_value_opt};

use crate::place::Place;

/// Held by every test that writes: the server can be told to take no writes only as a whole.
static WRITABLE: RwLock<()> = RwLock::new(());

/// A new database on the server of the tests.
pub(crate) struct Database {
    place: Place,
    writable: Cell<Option<RwLockReadGuard<'static, ()>>>,
}

impl Database {
    /// Names the variable with the file of the authority that vouches for the server.
    pub(crate) const AUTHORITY: &str = "LOYALTY_TEST_MYSQL_AUTHORITY";

    /// `None` where no server is named.
    pub(crate) fn new() -> Option<Database> {
        let place = Place::on_server("LOYALTY_TEST_MYSQL")?;
        let writable = Cell::new(WRITABLE.read().ok());
        let mut connection = Conn::new(place.server.as_str()).unwrap();
        // Not the letters that the tables are to have.
        connection.query_drop(format!("CREATE DATABASE {} CHARACTER SET latin1", place.name)).unwrap();
        Some(Database { place, writable })
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
    #[cfg_attr(not(feature = "sqlite"), expect(dead_code, reason = "views are compared with those of SQLite"))]
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
            // One that has ended by itself meanwhile is no trouble.
            let _gone = own.query_drop(format!("KILL {id}"));
        }
    }

    /// A connection beside the driver.
    pub(crate) fn client(&self) -> Conn {
        Conn::new(self.url().as_str()).unwrap()
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
        let dropped = Conn::new(self.server.as_str()).and_then(|mut connection| {
            connection.query_drop(format!("DROP DATABASE {}", self.name))?;
            connection.query_drop(format!("DROP USER IF EXISTS '{}'@'%'", self.own("teller")))
        });
        if let Err(error) = dropped {
            eprintln!("the database {} stays: {error}", self.name);
        }
    }
}
