//! The driver passes the suite.

use loyalty_core::repository::conformance::{CHECKS, TABLES};

use crate::database::Database;

#[test]
fn a_server_passes() {
    let Some(database) = Database::new() else { return };
    for (number, check) in CHECKS.iter().enumerate() {
        // One prefix a check: each begins with empty tables.
        let repository = loyalty_sql::open(&database.prefixed(&format!("c{number}_")), TABLES).unwrap();
        check.run(&repository).unwrap_or_else(|failure| panic!("{failure}"));
    }
}
