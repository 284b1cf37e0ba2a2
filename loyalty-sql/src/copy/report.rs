//! What came of a copy.

/// How many differences are told in words.
const TOLD_MAX: usize = 20;

/// What came of a copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Roots of the source as the copy began: customers, gift cards, and the program.
    pub roots: u64,
    /// Passes made.
    pub passes: u32,
    /// Rows, claims and counters written or removed in the target.
    pub rows_written: u64,
    /// Roots that the last pass found changed.
    pub changed_last: u64,
    /// Roots that were seen to go on in the source while the two were compared.
    pub moving: u64,
    /// Whether the last pass found nothing to do.
    pub(super) settled: bool,
    /// The tables with their rows on both sides; empty when nothing was verified.
    pub tables: Vec<TableReport>,
    /// The books; empty when none were verified.
    pub books: Books,
    /// How many differences were found.
    pub differences: u64,
    /// The first of them, in words.
    pub told: Vec<String>,
}

/// A table on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableReport {
    /// Its name, without a prefix.
    pub name: &'static str,
    /// Rows in the source.
    pub source: u64,
    /// Rows in the target.
    pub target: u64,
}

/// What `journal.verify` said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Books {
    /// Customers and gift cards asked about, on both sides.
    pub asked: u64,
    /// Those whose books are sound on both sides, with the same head.
    pub sound: u64,
}

impl Report {
    /// Whether the source stood still: the last pass found nothing to do, and nothing was seen to go on afterwards.
    pub fn is_settled(&self) -> bool {
        self.settled && self.moving == 0
    }

    /// Whether no difference was found and all books that were looked at are sound. Nothing was found where nothing was verified.
    pub fn is_equal(&self) -> bool {
        self.differences == 0
    }

    pub(super) fn tell(&mut self, difference: impl FnOnce() -> String) {
        self.differences += 1;
        if self.told.len() < TOLD_MAX {
            self.told.push(difference());
        }
    }
}
