//! Staged rows laid over stored ones: reads see both as one.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::gather::Gather;
use crate::pairs::Pairs;
use crate::repository::{Key, Read, Repository, Row, Scan, Search, StorageError, Table, Value, Write};
use crate::sorting::sort;

/// Rows staged but not stored yet, by table and key.
#[derive(Debug, Default)]
pub struct Overlay {
    tables: Pairs<&'static str, BTreeMap<Key, Staged>>,
    /// Rows that were read for all commands of a batch in one round trip, as they are stored. Only what a command reads first is
    /// looked for here: whatever looks again must see what stands then.
    ahead: Pairs<Slot, Option<Row>>,
}

/// Where a row stands: the name of its table, and its key.
pub type Slot = (&'static str, Key);

/// What is staged for a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Staged {
    /// A row that must not exist in storage.
    New(Rc<Row>),
    /// A row that replaces what storage has.
    Row(Rc<Row>),
    /// The row of this table goes away.
    Gone(&'static Table),
}

impl Staged {
    fn row(&self) -> Option<&Row> {
        match self {
            Staged::New(row) | Staged::Row(row) => Some(row),
            Staged::Gone(_) => None,
        }
    }

    fn table(&self) -> &'static Table {
        match self {
            Staged::New(row) | Staged::Row(row) => row.table,
            Staged::Gone(table) => table,
        }
    }
}

impl Overlay {
    /// What is staged for a key: `None` nothing, `Some(None)` its removal.
    pub fn get(&self, table: &'static Table, key: &[Value]) -> Option<Option<&Row>> {
        self.tables.get(table.name)?.get(key).map(Staged::row)
    }

    /// What was read ahead: `None` nothing, `Some(None)` that no such row is stored.
    pub fn ahead(&self, slot: &Slot) -> Option<Option<&Row>> {
        self.ahead.get(slot).map(Option::as_ref)
    }

    /// Reads rows ahead in one round trip, instead of those before.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn read_ahead(&mut self, repository: &dyn Repository, keys: Vec<(&'static Table, Key)>) -> Result<(), StorageError> {
        let wanted: Vec<(Slot, &'static Table)> = keys.into_iter().map(|(table, key)| ((table.name, key), table)).gather();
        let wanted = Pairs::from(wanted);
        let reads: Vec<Read> = wanted.into_iter().map(|((_, key), table)| Read::Get(table, key)).gather();
        let found = repository.read(&reads)?;
        self.ahead = Pairs::with_capacity(reads.len());
        for (read, rows) in reads.into_iter().zip(found) {
            if let Read::Get(table, key) = read {
                self.ahead.insert((table.name, key), rows.into_iter().next());
            }
        }
        Ok(())
    }

    /// Stages a row, new or changed.
    pub fn put(&mut self, row: Row) {
        let row = Rc::new(row);
        self.stage(row.table, row.key().to_vec(), |staged| match staged {
            Some(Staged::New(_)) => Some(Staged::New(row)),
            _ => Some(Staged::Row(row)),
        });
    }

    /// Stages a row that must not exist in storage.
    pub fn insert(&mut self, row: Row) {
        let row = Rc::new(row);
        self.stage(row.table, row.key().to_vec(), |staged| match staged {
            Some(Staged::Gone(_) | Staged::Row(_)) => Some(Staged::Row(row)),
            _ => Some(Staged::New(row)),
        });
    }

    /// Stages the removal of a row.
    pub fn delete(&mut self, table: &'static Table, key: Key) {
        self.stage(table, key, |staged| match staged {
            Some(Staged::New(_)) => None,
            _ => Some(Staged::Gone(table)),
        });
    }

    /// Stages what becomes of what is staged for a key.
    fn stage(&mut self, table: &'static Table, key: Key, becomes: impl FnOnce(Option<&Staged>) -> Option<Staged>) {
        self.tables.change(table.name, |rows| match becomes(rows.get(&key)) {
            Some(staged) => rows.insert(key, staged),
            None => rows.remove(&key),
        });
    }

    /// Takes over everything staged in another overlay, which came later.
    pub fn absorb(&mut self, later: &Overlay) {
        for (table, rows) in later.tables.iter() {
            let later = rows.iter().map(|(key, staged)| (key.clone(), staged.clone()));
            self.tables.change(table, |rows| rows.extend(later));
        }
    }

    /// The staged rows of some tables as writes.
    pub fn into_writes(self, wanted: impl Fn(&Table) -> bool) -> Vec<Write> {
        let staged = self.tables.into_iter().flat_map(|(_, rows)| rows).filter(|(_, staged)| wanted(staged.table()));
        let mut writes: Vec<Write> = staged
            .map(|(key, staged)| match staged {
                Staged::New(row) => Write::Insert(Rc::unwrap_or_clone(row)),
                Staged::Row(row) => Write::Put(Rc::unwrap_or_clone(row)),
                Staged::Gone(table) => Write::Delete(table, key),
            })
            .gather();
        // The same order for the same changes, whatever the map's own: deletions first, so that a moved row can take a unique place.
        sort(&mut writes, |a, b| order(a).cmp(&order(b)));
        writes
    }

    /// A range, seen through this overlay.
    ///
    /// # Errors
    /// Those of `below`.
    pub fn scan(&self, scan: &Scan, below: impl FnOnce(&Scan) -> Result<Vec<Row>, StorageError>) -> Result<Vec<Row>, StorageError> {
        let order = scan.order();
        let direction = if scan.reverse { Ordering::reverse } else { |order| order };
        let contained = |row: &Row| scan.contains(&row.pick(&order));
        let compare = |a: &Row, b: &Row| direction(a.pick(&order).cmp(&b.pick(&order)));
        let Some(table) = self.tables.get(scan.table.name) else { return below(scan) };
        // In key order only the staged rows of the prefix matter, and they stand together: a large batch stays cheap.
        let near: Vec<(&Key, &Staged)> = if scan.index.is_none() {
            table.range(scan.prefix.clone()..).take_while(|(key, _)| key.starts_with(&scan.prefix)).gather()
        } else {
            table.iter().gather()
        };
        if near.is_empty() {
            return below(scan);
        }
        let rows = below(&Scan { limit: scan.limit.saturating_add(near.len()), ..scan.clone() })?;
        Ok(merge(rows, table, &near, scan.limit, &contained, &compare))
    }

    /// A search, seen through this overlay.
    ///
    /// # Errors
    /// Those of `below`.
    pub fn search(&self, search: &Search, below: impl FnOnce(&Search) -> Result<Vec<Row>, StorageError>) -> Result<Vec<Row>, StorageError> {
        let direction = if search.descending { Ordering::reverse } else { |order| order };
        let behind = |row: &Row| search.after.as_ref().is_none_or(|after| direction(search.position(row).cmp(after)) == Ordering::Greater);
        let compare = |a: &Row, b: &Row| direction(search.position(a).cmp(&search.position(b)));
        let contained = |row: &Row| search.matches(row) && behind(row);
        let Some(table) = self.tables.get(search.table.name) else { return below(search) };
        let near: Vec<(&Key, &Staged)> = table.iter().gather();
        if near.is_empty() {
            return below(search);
        }
        let rows = below(&Search { limit: search.limit.saturating_add(near.len()), ..search.clone() })?;
        Ok(merge(rows, table, &near, search.limit, &contained, &compare))
    }
}

/// Lays the staged rows over those below, of which there are as many more than asked for as the staged ones near them can hide.
fn merge(
    mut rows: Vec<Row>,
    table: &BTreeMap<Key, Staged>,
    near: &[(&Key, &Staged)],
    limit: usize,
    contained: &dyn Fn(&Row) -> bool,
    compare: &dyn Fn(&Row, &Row) -> Ordering,
) -> Vec<Row> {
    rows.retain(|row| !table.contains_key(row.key()));
    rows.extend(near.iter().filter_map(|(_, staged)| staged.row()).filter(|row| contained(row)).cloned());
    sort(&mut rows, compare);
    rows.truncate(limit);
    rows
}

fn order(write: &Write) -> (bool, &'static str, &[Value]) {
    match write {
        Write::Delete(table, key) => (false, table.name, key),
        Write::Insert(row) | Write::Put(row) => (true, row.table.name, row.key()),
    }
}
