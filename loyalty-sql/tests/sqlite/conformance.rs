//! The SQLite driver passes the suite, on a file and in memory.

use crate::folder::Folder;
use loyalty_core::repository::conformance::{TABLES, run};
use loyalty_sql::{Config, Sqlite};

#[test]
fn a_file_passes() {
    let folder = Folder::new();
    run(&|| Box::new(Sqlite::open(Config::new(folder.fresh()), TABLES).unwrap())).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn memory_passes() {
    run(&|| Box::new(Sqlite::in_memory(TABLES).unwrap())).unwrap_or_else(|failure| panic!("{failure}"));
}
