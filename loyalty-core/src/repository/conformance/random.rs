//! Many scans and searches that no one thought of, against what they mean.

use crate::gather::Gather;
use std::sync::Arc;

use super::super::{Compare, Filter, Read, Repository, Row, Scan, Search, Table, Value};
use super::probe::{Ask, CODE, Checked, DUE, ENTRY, KIND, NAME, NOTE, PERSON, SEEN, TIER, WORDS, With, entry, person, same, text};

const ROUNDS: usize = 600;
const ROWS: i64 = 90;

/// A small generator (constants of Knuth's MMIX), so that every run asks the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap_or(0);
        high.checked_rem(bound).unwrap_or(0)
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    fn int(&mut self) -> i64 {
        let ints = [i64::MIN, -2, -1, 0, 1, 2, 3, i64::MAX];
        self.pick(&ints).unwrap_or(0)
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        let number = self.below(from.len());
        from.get(number).cloned()
    }

    fn word(&mut self, longest: usize) -> String {
        let letters = ["a", "b", "c", "%", "_", "\"", "'", "*", "é", "漢", " ", "-", "👩"];
        let length = self.below(longest + 1);
        (0..length).filter_map(|_| self.pick(&letters)).gather()
    }

    fn bytes(&mut self, longest: usize) -> Vec<u8> {
        let length = self.below(longest + 1);
        (0..length).filter_map(|_| self.pick(&[0u8, 1, 97, 98, 254, 255])).gather()
    }

    fn root(&mut self) -> String {
        self.pick(&["a", "aa", "b"]).unwrap_or_default().to_owned()
    }

    fn due(&mut self) -> Option<i64> {
        Some(self.int()).filter(|due| *due != 3)
    }

    fn entries(&mut self) -> Vec<Row> {
        (0..ROWS)
            .map(|seq| {
                let row = entry(&self.root(), seq).with(DUE, self.due()).with(KIND, self.int());
                // Unique by its last byte, so that no row is refused.
                let code = self.coin().then(|| [self.bytes(3), vec![u8::try_from(seq).unwrap_or(0)]].concat());
                let note = if self.coin() { Value::Null } else { text(&self.word(3)) };
                row.with(CODE, code).with(NOTE, note)
            })
            .gather()
    }

    fn people(&mut self) -> Vec<Row> {
        (0..ROWS)
            .map(|number| {
                let row = person(&format!("{}{number}", self.root())).with(NAME, self.bytes(3)).with(TIER, self.int());
                let words = if self.below(8) == 0 { Value::Null } else { text(&self.word(12)) };
                row.with(SEEN, self.due()).with(WORDS, words)
            })
            .gather()
    }

    fn scan(&mut self, rows: &[Row]) -> Scan {
        let indexes: Vec<_> = ENTRY.indexes.iter().gather();
        let index = if self.below(3) == 0 { None } else { self.pick(&indexes) };
        let mut scan = Scan { index, reverse: self.coin(), ..Scan::prefix(&ENTRY, vec![]) };
        let columns = scan.order().len();
        let length = self.below(columns);
        scan.prefix = self.position(&scan, rows, 0, length);
        if self.coin() {
            let end = length + 1 + self.below(columns - length);
            scan.after = Some(self.position(&scan, rows, length, end));
        }
        if self.coin() {
            let end = length + 1 + self.below(columns - length);
            scan.until = Some(self.position(&scan, rows, length, end));
        }
        if self.coin() {
            scan.limit = self.below(9);
        }
        scan
    }

    /// Part of the position of some row.
    fn position(&mut self, scan: &Scan, rows: &[Row], begin: usize, end: usize) -> Vec<Value> {
        let position = self.pick(rows).map(|row| scan.position(&row)).unwrap_or_default();
        position.get(begin..end).unwrap_or_default().to_vec()
    }

    fn filter(&mut self, table: &'static Table, rows: &[Row], depth: usize) -> Filter {
        let kind = if depth == 0 { 9 } else { self.below(6) };
        let count = self.below(3);
        match kind {
            0 => Filter::All((0..count).map(|_| self.filter(table, rows, depth - 1)).gather()),
            1 => Filter::Any((0..count + 1).map(|_| self.filter(table, rows, depth - 1)).gather()),
            2 => Filter::Not(Box::new(self.filter(table, rows, depth - 1))),
            _ => {
                let compares = [
                    Compare::Equal,
                    Compare::Less,
                    Compare::AtMost,
                    Compare::Greater,
                    Compare::AtLeast,
                    Compare::StartsWith,
                    Compare::Contains,
                ];
                let column = self.below(table.columns.len());
                let compare = self.pick(&compares).unwrap_or(Compare::Equal);
                let stored = self.pick(rows).map(|row| row.value(column).clone()).unwrap_or(Value::Null);
                Filter::Column(column, compare, self.shortened(stored))
            }
        }
    }

    /// A value, or its beginning.
    fn shortened(&mut self, value: Value) -> Value {
        if self.coin() {
            return value;
        }
        match value {
            Value::Bytes(bytes) => bytes.get(..self.below(3)).unwrap_or(&bytes).to_vec().into(),
            Value::Text(text) => Value::Text(text.chars().take(self.below(3)).gather()),
            other => other,
        }
    }

    fn search(&mut self, table: &'static Table, rows: &[Row]) -> Search {
        let columns: Vec<usize> = (0..table.columns.len()).gather();
        let sort = if self.coin() { self.pick(&columns) } else { None };
        let count = if table.search.is_some() { self.below(3) } else { 0 };
        let words = (0..count).map(|_| self.word(3)).gather();
        let filter = self.filter(table, rows, 2);
        let mut search = Search { table, filter, words, sort, descending: self.coin(), after: None, limit: usize::MAX };
        if self.coin() {
            search.after = self.pick(rows).map(|row| search.position(&row));
        }
        if self.coin() {
            search.limit = self.below(9);
        }
        search
    }
}

pub(super) fn scans(repository: &Arc<dyn Repository>) -> Checked {
    let mut dice = Dice(11);
    let rows = dice.entries();
    repository.store(&rows)?;
    for _ in 0..ROUNDS {
        let scan = dice.scan(&rows);
        let mut meant: Vec<&Row> = rows.iter().filter(|row| scan.contains(&scan.position(row))).gather();
        meant.sort_by_key(|row| scan.position(row));
        if scan.reverse {
            meant.reverse();
        }
        let meant: Vec<Row> = meant.into_iter().take(scan.limit).cloned().gather();
        let found = repository.read(&[Read::Scan(scan.clone())])?;
        same(&format!("{scan:?}"), &found, &vec![meant])?;
    }
    Ok(())
}

pub(super) fn searches(repository: &Arc<dyn Repository>) -> Checked {
    let mut dice = Dice(12);
    let (entries, people) = (dice.entries(), dice.people());
    repository.store(&entries)?;
    repository.store(&people)?;
    for _ in 0..ROUNDS {
        let (table, rows) = if dice.below(3) == 0 { (&ENTRY, &entries) } else { (&PERSON, &people) };
        let search = dice.search(table, rows);
        let behind = |row: &Row| match &search.after {
            None => true,
            Some(after) if search.descending => search.position(row) < *after,
            Some(after) => search.position(row) > *after,
        };
        let mut meant: Vec<&Row> = rows.iter().filter(|row| search.matches(row) && behind(row)).gather();
        meant.sort_by_key(|row| search.position(row));
        if search.descending {
            meant.reverse();
        }
        let narrowed = |row: &Row| search.narrowed(row.clone());
        let meant: Vec<Row> = meant.into_iter().take(search.limit).map(narrowed).gather();
        let found: Vec<Row> = repository.search(&search)?.iter().map(narrowed).gather();
        same(&format!("{search:?}"), &found, &meant)?;
    }
    Ok(())
}
