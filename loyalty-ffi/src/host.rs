//! A repository that the host implements itself: two functions from JSON to JSON, and the rest is here.
//!
//! `read` answers keys and ranges, `commit` applies change sets; both are described in `include/loyalty.h`, for hosts of every language. Values
//! are `null`, whole numbers, texts as `"t…"` and bytes as `"x…"` in hexadecimal, so that they sort on the wire as they do in storage.

mod wire;

use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Scan, Search, StorageError, Table, Value};

/// What a host implements. Called from whatever thread calls the engine.
pub trait HostStorage: Send + Sync {
    /// Answers reads, from one state of the storage.
    ///
    /// # Errors
    /// When the host could not.
    fn read(&self, reads: &str) -> Result<String, StorageError>;

    /// Applies change sets, each whole or not at all, and makes them durable.
    ///
    /// # Errors
    /// When the host could not; `unknown` when it cannot tell whether it did.
    fn commit(&self, changes: &str) -> Result<String, StorageError>;
}

/// How many rows of a table a search reads at a time.
const PAGE: usize = 500;

/// A repository over a host's storage.
pub struct HostRepository<H>(pub H);

impl<H: HostStorage> Repository for HostRepository<H> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        if reads.is_empty() {
            return Ok(Vec::new());
        }
        let answer = self.0.read(&wire::reads(reads))?;
        wire::rows(&answer, reads).map_err(StorageError::failed)
    }

    /// Walks through the whole table and keeps what matches: the host need not know filters. Its cost grows with the table.
    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        let mut found: Vec<((Value, Vec<Value>), Row)> = Vec::new();
        let mut after = None;
        loop {
            let page = self.page(search.table, after)?;
            after = page.last().map(|row| row.key().to_vec());
            let is_last = page.len() < PAGE;
            found.extend(page.into_iter().filter(|row| search.matches(row)).map(|row| (search.position(&row), row)));
            if is_last {
                break;
            }
        }
        found.sort_by(|(a, _), (b, _)| if search.descending { b.cmp(a) } else { a.cmp(b) });
        let behind = |position: &(Value, Vec<Value>)| match &search.after {
            None => true,
            Some(after) if search.descending => position < after,
            Some(after) => position > after,
        };
        Ok(found.into_iter().filter(|(position, _)| behind(position)).map(|(_, row)| row).take(search.limit).collect())
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        if changes.is_empty() {
            return Ok(Vec::new());
        }
        let answer = self.0.commit(&wire::changes(&changes))?;
        // It was applied, but nobody can tell how.
        wire::answers(&answer, &changes).map_err(StorageError::unknown)
    }
}

impl<H: HostStorage> HostRepository<H> {
    fn page(&self, table: &'static Table, after: Option<Vec<Value>>) -> Result<Vec<Row>, StorageError> {
        let scan = Scan::prefix(table, Vec::new()).after(after).limit(PAGE);
        Ok(self.read(&[Read::Scan(scan)])?.into_iter().flatten().collect())
    }
}

/// Tables in JSON: what a host needs to make its own.
pub fn tables(tables: &[&Table]) -> String {
    wire::tables(tables)
}
