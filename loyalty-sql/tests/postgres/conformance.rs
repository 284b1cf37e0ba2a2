//! The PostgreSQL driver passes the suite.

use loyalty_core::repository::conformance::{CHECKS, TABLES};
use loyalty_sql::Postgres;

use crate::database::Database;

#[test]
fn a_server_passes() {
    let Some(database) = Database::new() else { return };
    for (number, check) in CHECKS.iter().enumerate() {
        // One prefix a check: each begins with empty tables.
        let config = database.prefixed(&format!("c{number}_"));
        let repository = std::sync::Arc::new(Postgres::open(&config, TABLES).unwrap());
        check.run(&(repository as _)).unwrap_or_else(|failure| panic!("{failure}"));
    }
}
