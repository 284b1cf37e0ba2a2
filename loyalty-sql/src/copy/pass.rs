//! One walk along both sides that makes the target equal wherever it differs.

use loyalty_core::repository::{Changes, ROOT, Read, RootWrite, Row, Scan, Table, Value};

use super::difference::Difference;
use super::progress::Teller;
use super::sides::{Pair, ROOTS_MAX, ROWS_MAX, Sides, VERSION, number, roots_behind};
use super::{CopyError, LOOSE, rooted};

/// About how many rows of all tables a stretch should have.
const ROWS_GOAL: usize = 2_000;

/// What a pass found to do.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Moved {
    /// Rows, claims and counters written or removed.
    pub(super) rows: u64,
    /// Roots that differed.
    pub(super) roots: u64,
}

/// A pass on its way.
struct Pass<'p, 't, 'w> {
    sides: &'p Sides<'p>,
    teller: &'p mut Teller<'t, 'w>,
    moved: Moved,
    /// How many roots the next stretch has.
    width: usize,
}

/// Makes the target equal wherever it differs.
pub(super) fn run(sides: &Sides<'_>, teller: &mut Teller<'_, '_>) -> Result<Moved, CopyError> {
    let mut pass = Pass { sides, teller, moved: Moved::default(), width: 32 };
    pass.roots()?;
    LOOSE.iter().try_for_each(|table| pass.table(table, &[]))?;
    Ok(pass.moved)
}

impl Pass<'_, '_, '_> {
    /// All roots with what belongs to them.
    fn roots(&mut self) -> Result<(), CopyError> {
        let mut last: Option<Row> = None;
        loop {
            let sources = self.sides.source(&[Read::Scan(roots_behind(last.as_ref()))])?.concat();
            let Some(end) = sources.last().cloned() else { return Ok(()) };
            let scan = Scan { limit: usize::MAX, ..roots_behind(last.as_ref()).until(end.key().to_vec()) };
            let targets = self.sides.target(&[Read::Scan(scan)])?.concat();
            let is_last = sources.len() < ROOTS_MAX;
            let mut targets = targets.into_iter().peekable();
            // Roots that differ and stand side by side are a stretch.
            let mut begin = 0;
            for (at, source) in sources.iter().enumerate() {
                while targets.next_if(|target| target.key() < source.key()).is_some() {}
                if targets.next_if(|target| target.key() == source.key()).is_some_and(|target| target == *source) {
                    self.run_of(last.as_ref(), sources.get(begin..at).unwrap_or_default())?;
                    self.teller.step(1, 0)?;
                    last = Some(source.clone());
                    begin = at + 1;
                }
            }
            self.run_of(last.as_ref(), sources.get(begin..).unwrap_or_default())?;
            last = Some(end);
            if is_last {
                return Ok(());
            }
        }
    }

    /// Roots that stand side by side, in stretches that are neither large nor small.
    fn run_of<'r>(&mut self, mut before: Option<&'r Row>, mut roots: &'r [Row]) -> Result<(), CopyError> {
        while !roots.is_empty() {
            let (stretch, rest) = roots.split_at(self.width.min(roots.len()));
            self.stretch(before, stretch)?;
            before = stretch.last();
            roots = rest;
        }
        Ok(())
    }

    /// A few roots with what belongs to them, each side from one snapshot.
    fn stretch(&mut self, before: Option<&Row>, roots: &[Row]) -> Result<(), CopyError> {
        let Some(last) = roots.last() else { return Ok(()) };
        let scan = |table: &'static Table| {
            let after = before.map(|row| row.key().to_vec());
            Read::Scan(Scan::prefix(table, Vec::new()).after(after).until(last.key().to_vec()).limit(ROWS_MAX))
        };
        let reads: Vec<Read> = [&ROOT].into_iter().chain(rooted()).map(scan).collect();
        let (source, target) = (self.sides.source(&reads)?, self.sides.target(&reads)?);
        let count: usize = source.iter().map(Vec::len).sum();
        if source.iter().chain(&target).any(|rows| rows.len() >= ROWS_MAX) {
            self.width = self.width.div_ceil(2);
            return match roots.split_at(roots.len() / 2) {
                ([], second) => second.iter().try_for_each(|root| self.long(root)),
                (first, second) => {
                    self.stretch(before, first)?;
                    self.stretch(first.last(), second)
                }
            };
        }
        let mut difference = Difference::default();
        for (source, target) in source.into_iter().zip(target) {
            difference.add(source, target)?;
        }
        self.write(difference)?;
        self.teller.step(roots.len() as u64, 0)?;
        match count {
            0..ROWS_GOAL if self.width < ROOTS_MAX => self.width *= 2,
            count if count > 2 * ROWS_GOAL => self.width = self.width.div_ceil(2),
            _ => {}
        }
        Ok(())
    }

    /// One root that has more rows than are held at once: page by page, and the root as it was before the first. Should it go on meanwhile,
    /// the next pass finds it changed.
    fn long(&mut self, root: &Row) -> Result<(), CopyError> {
        for table in rooted() {
            self.table(table, root.key())?;
        }
        let found = self.sides.target(&[Read::Get(&ROOT, root.key().to_vec())])?.concat();
        let expected = found.first().map_or(0, |row| number(row, VERSION));
        let write = RootWrite { expected: u64::try_from(expected).unwrap_or(0), row: root.clone() };
        self.sides.write(Changes { roots: vec![write], ..Changes::default() })?;
        self.moved.roots += 1;
        self.moved.rows += 1;
        self.teller.step(1, 1)
    }

    /// All of a table below a prefix, page by page.
    fn table(&mut self, table: &'static Table, prefix: &[Value]) -> Result<(), CopyError> {
        let sides = self.sides;
        sides.pairs(table, prefix, |Pair { source, target, .. }| {
            let mut difference = Difference::default();
            difference.add(source, target)?;
            self.write(difference)
        })
    }

    fn write(&mut self, difference: Difference) -> Result<(), CopyError> {
        let rows = difference.rows();
        self.moved.rows += rows;
        self.moved.roots += difference.roots();
        for changes in difference.into_changes() {
            self.sides.write(changes)?;
        }
        self.teller.step(0, rows)
    }
}
