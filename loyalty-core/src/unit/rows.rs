//! Rows as they are, for what handles every table alike: erasure, bundles.

use super::Unit;
use crate::error::Error;
use crate::record::Record;
use crate::repository::{Key, Row, Scan, Table};

impl Unit<'_> {
    /// Rows of a table, as they are.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn rows_of(&mut self, scan: &Scan) -> Result<Vec<Row>, Error> {
        self.rows(scan)
    }

    /// The row with this key, as it is.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn row_of(&mut self, table: &'static Table, key: Key) -> Result<Option<Row>, Error> {
        self.row(table, key)
    }

    /// Stages the removal of a row.
    pub fn delete_row(&mut self, row: &Row) {
        self.staged.delete(row.table, row.key().to_vec());
    }

    /// Stages what is left of a record without what is personal in it (rule K11).
    ///
    /// # Errors
    /// `internal` when the row cannot be read.
    pub fn clear<R: Record>(&mut self, row: Row, forget: impl FnOnce(&mut R)) -> Result<(), Error> {
        let mut record = R::from_row(row)?;
        forget(&mut record);
        self.put(&record);
        Ok(())
    }
}
