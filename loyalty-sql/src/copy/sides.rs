//! The two sides, and how they are read beside each other.

use loyalty_core::repository::{Changes, ROOT, Read, Repository, Row, Scan, Table, Value};

use super::CopyError;

/// The most rows of a table that are held at once.
pub(super) const ROWS_MAX: usize = 2_000;

/// Where rows come from and where they go.
#[derive(Clone, Copy)]
pub(super) struct Sides<'s> {
    pub(super) from: &'s dyn Repository,
    pub(super) to: &'s dyn Repository,
}

/// The same range of keys on both sides.
pub(super) struct Pair {
    pub(super) source: Vec<Row>,
    pub(super) target: Vec<Row>,
    /// Behind what the next page begins; nothing when this was the last.
    pub(super) after: Option<Vec<Value>>,
}

impl Sides<'_> {
    pub(super) fn source(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, CopyError> {
        self.from.read(reads).map_err(CopyError::Source)
    }

    pub(super) fn target(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, CopyError> {
        self.to.read(reads).map_err(CopyError::Target)
    }

    /// A page of a scan by key: as far as the one that reaches less far.
    pub(super) fn pair(&self, scan: &Scan) -> Result<Pair, CopyError> {
        let scan = scan.clone().limit(ROWS_MAX);
        let read = [Read::Scan(scan.clone())];
        let mut source = self.source(&read)?.concat();
        let mut target = self.target(&read)?.concat();
        let ends = [&source, &target].into_iter().filter(|rows| rows.len() >= ROWS_MAX).filter_map(|rows| rows.last());
        let end = ends.map(|row| row.key().to_vec()).min();
        if let Some(end) = &end {
            source.retain(|row| row.key() <= end.as_slice());
            target.retain(|row| row.key() <= end.as_slice());
        }
        let after = end.map(|end| end.into_iter().skip(scan.prefix.len()).collect());
        Ok(Pair { source, target, after })
    }

    /// Goes through all of a table below a prefix, page by page.
    pub(super) fn pairs(
        &self,
        table: &'static Table,
        prefix: &[Value],
        mut page: impl FnMut(Pair) -> Result<(), CopyError>,
    ) -> Result<(), CopyError> {
        let mut scan = Scan::prefix(table, prefix.to_vec());
        loop {
            let mut pair = self.pair(&scan)?;
            let after = pair.after.take();
            page(pair)?;
            if after.is_none() {
                return Ok(());
            }
            scan.after = after;
        }
    }

    /// The rows of roots in the target, each with the root in the source.
    pub(super) fn roots_of_target(&self, after: Option<&Row>) -> Result<Vec<(Row, Option<Row>)>, CopyError> {
        let targets = self.target(&[Read::Scan(roots_behind(after))])?.concat();
        let reads: Vec<Read> = targets.iter().map(|row| Read::Get(&ROOT, row.key().to_vec())).collect();
        let sources = self.source(&reads)?.into_iter().map(|rows| rows.into_iter().next());
        Ok(targets.into_iter().zip(sources).collect())
    }

    /// Writes, or says that somebody was in the way.
    pub(super) fn write(&self, changes: Changes) -> Result<(), CopyError> {
        let answers = self.to.commit(vec![changes]).map_err(CopyError::Target)?;
        answers.into_iter().try_for_each(|answer| answer.map_err(|refusal| CopyError::Disturbed { refusal }))
    }
}

/// How many roots are read at a time.
pub(super) const ROOTS_MAX: usize = 500;

/// The roots behind one.
pub(super) fn roots_behind(after: Option<&Row>) -> Scan {
    Scan::prefix(&ROOT, Vec::new()).after(after.map(|row| row.key().to_vec())).limit(ROOTS_MAX)
}

/// The number in a column of a root's row: its version, or the length of its log.
pub(super) fn number(row: &Row, column: usize) -> i64 {
    if let Value::Int(number) = row.value(column) { *number } else { 0 }
}

/// Where the version stands in a root's row.
pub(super) const VERSION: usize = 1;
