//! The program as it is stored: the document under its version.

use crate::error::Error;
use crate::json;
use crate::json::Json;
use crate::program::Program;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Table, Value};
use crate::time::Timestamp;

/// The one program.
pub static PROGRAM: Table = Table {
    name: "program",
    columns: &[Column::bytes("root", 260), Column::int("version"), Column::int("set_at")],
    key: 1,
    indexes: &[],
    search: None,
    erasure: Erasure::Kept,
};

/// The program, its version and when it was set.
#[derive(Debug, Clone, PartialEq, Json)]
pub struct StoredProgram {
    /// Grows by one with every change; 0 is the starter program.
    pub version: u64,
    /// When it was set.
    pub set_at: Timestamp,
    /// The document.
    pub program: Program,
}

impl StoredProgram {
    /// The key of the one program.
    pub fn key() -> Vec<Value> {
        vec![Value::from(&Root::program())]
    }
}

impl Record for StoredProgram {
    const TABLE: &'static Table = &PROGRAM;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&Root::program()), Value::from(self.version), Value::from(self.set_at)];
        Row { table: &PROGRAM, values, body: json::text(&self.program) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let _root = columns.root();
        let record = StoredProgram { version: columns.count(), set_at: columns.time(), program: columns.body() };
        columns.end(record)
    }
}
