//! The in-memory repository: the reference implementation of [`Repository`], for tests, demos and browsers.

mod position;

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::gather::Gather;
use crate::pairs::Pairs;
use crate::repository::{
    CLAIM, COUNTER, Changes, Claim, Index, Read, Refusal, Repository, RootWrite, Row, Scan, Search, Step, StorageError, Table, Value, Write,
};
use crate::sorting::sort;

use position::{Position, behind, bounds, position};

/// Rows in ordered maps behind a lock. Cloning is not offered: share it with `Arc`.
#[derive(Debug, Default)]
pub struct Memory {
    tables: RwLock<Tables>,
}

#[derive(Debug, Default)]
struct Tables(Pairs<&'static str, Rows>);

/// The rows of one table by their keys and, per index, by their positions in it.
#[derive(Debug, Default)]
struct Rows {
    rows: Ordered,
    indexes: Vec<Ordered>,
}

type Ordered = BTreeMap<Position, Arc<Row>>;

/// What a write replaced, so that a refused change set can be taken back.
struct Undo(&'static Table, Position, Option<Arc<Row>>);

impl Memory {
    /// An empty repository.
    pub fn new() -> Self {
        Self::default()
    }

    fn tables(&self) -> RwLockReadGuard<'_, Tables> {
        self.tables.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn tables_mut(&self) -> RwLockWriteGuard<'_, Tables> {
        self.tables.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Repository for Memory {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        let tables = self.tables();
        Ok(reads
            .iter()
            .map(|read| match read {
                Read::Get(table, key) => tables.get(table, key).cloned().into_iter().gather(),
                Read::Scan(scan) => tables.scan(scan),
            })
            .gather())
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        let tables = self.tables();
        let Some(rows) = tables.0.get(search.table.name) else { return Ok(Vec::new()) };
        let mut found: Vec<_> = rows
            .rows
            .values()
            .filter(|row| search.matches(row))
            .map(|row| (search.position(row), row))
            .filter(|(position, _)| match &search.after {
                None => true,
                Some(after) if search.descending => position < after,
                Some(after) => position > after,
            })
            .gather();
        sort(&mut found, |(a, _), (b, _)| a.cmp(b));
        if search.descending {
            found.reverse();
        }
        Ok(found.into_iter().take(search.limit).map(|(_, row)| Row::clone(row)).gather())
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let mut tables = self.tables_mut();
        Ok(changes.into_iter().map(|changes| tables.apply(changes)).gather())
    }
}

impl Tables {
    fn get(&self, table: &'static Table, key: &[Value]) -> Option<&Row> {
        self.0.get(table.name)?.rows.get(position(key).as_slice()).map(Arc::as_ref)
    }

    fn scan(&self, scan: &Scan) -> Vec<Row> {
        let Some(rows) = self.0.get(scan.table.name) else { return Vec::new() };
        let ordered = match scan.index {
            None => Some(&rows.rows),
            Some(index) => scan.table.indexes.iter().position(|other| other == index).and_then(|number| rows.indexes.get(number)),
        };
        ordered.map(|ordered| page(ordered, scan)).unwrap_or_default()
    }

    /// Applies one change set, or takes back what it had begun.
    fn apply(&mut self, changes: Changes) -> Result<(), Refusal> {
        let mut undo = Vec::new();
        let applied = self.try_apply(changes, &mut undo);
        if applied.is_err() {
            for Undo(table, key, row) in undo.into_iter().rev() {
                self.set(table, key, row);
            }
        }
        applied
    }

    fn try_apply(&mut self, changes: Changes, undo: &mut Vec<Undo>) -> Result<(), Refusal> {
        for root in changes.roots {
            self.write_root(root, undo)?;
        }
        for claim in changes.claims.iter().filter(|claim| matches!(claim, Claim::Release { .. })) {
            self.claim(claim, undo)?;
        }
        for claim in changes.claims.iter().filter(|claim| matches!(claim, Claim::Take { .. })) {
            self.claim(claim, undo)?;
        }
        for step in &changes.steps {
            self.step(step, undo)?;
        }
        for write in changes.writes {
            self.write(write, undo)?;
        }
        Ok(())
    }

    fn write_root(&mut self, root: RootWrite, undo: &mut Vec<Undo>) -> Result<(), Refusal> {
        let stored = match self.get(root.row.table, root.row.key()).map(|row| row.value(1)) {
            Some(Value::Int(version)) => u64::try_from(*version).unwrap_or(0),
            _ => 0,
        };
        if stored != root.expected {
            return Err(Refusal::Conflict);
        }
        undo.push(self.put(root.row));
        Ok(())
    }

    fn claim(&mut self, claim: &Claim, undo: &mut Vec<Undo>) -> Result<(), Refusal> {
        let (Claim::Take { scope, value, owner } | Claim::Release { scope, value, owner }) = claim;
        let key = vec![Value::from(*scope), Value::from(value.clone())];
        let holder = self.get(&CLAIM, &key).map(|row| row.value(2).clone());
        match (claim, holder) {
            (Claim::Take { .. }, None) => {
                let values = [key, vec![Value::from(owner.clone())]].concat();
                undo.push(self.put(Row { table: &CLAIM, values, body: String::new() }));
                Ok(())
            }
            (Claim::Take { .. }, Some(Value::Bytes(holder))) if holder != *owner => {
                Err(Refusal::Taken { scope, value: value.clone(), owner: holder })
            }
            (Claim::Release { .. }, Some(Value::Bytes(holder))) if holder == *owner => {
                undo.push(self.set(&CLAIM, position(&key).into(), None));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn step(&mut self, step: &Step, undo: &mut Vec<Undo>) -> Result<(), Refusal> {
        let key = vec![Value::from(step.name.clone())];
        let value = match self.get(&COUNTER, &key).map(|row| row.value(1)) {
            Some(Value::Int(value)) => *value,
            _ => 0,
        };
        let stepped = value.checked_add(step.by).filter(|stepped| (step.min..=step.max).contains(stepped));
        let Some(stepped) = stepped else { return Err(Refusal::Exhausted { name: step.name.clone(), value }) };
        let values = vec![Value::from(step.name.clone()), Value::Int(stepped)];
        undo.push(self.put(Row { table: &COUNTER, values, body: String::new() }));
        Ok(())
    }

    fn write(&mut self, write: Write, undo: &mut Vec<Undo>) -> Result<(), Refusal> {
        match write {
            Write::Insert(ref row) if self.get(row.table, row.key()).is_some() => Err(Refusal::Conflict),
            Write::Insert(ref row) | Write::Put(ref row) if self.breaks_unique(row) => Err(Refusal::Conflict),
            Write::Insert(row) | Write::Put(row) => {
                undo.push(self.put(row));
                Ok(())
            }
            Write::Delete(table, key) => {
                undo.push(self.set(table, position(&key).into(), None));
                Ok(())
            }
        }
    }

    /// Whether another row has the same values in a unique index.
    fn breaks_unique(&self, row: &Row) -> bool {
        let Some(rows) = self.0.get(row.table.name) else { return false };
        row.table.indexes.iter().zip(&rows.indexes).filter(|(index, _)| index.unique).any(|(index, entries)| {
            let taken = row.pick(index.columns);
            let (from, to) = (position(&taken), behind(position(&taken)));
            let range = bounds(&from, to.as_deref()).filter(|_| !taken.iter().any(Value::is_null));
            range.is_some_and(|range| entries.range::<[u8], _>(range).any(|(_, other)| other.key() != row.key()))
        })
    }

    fn put(&mut self, row: Row) -> Undo {
        self.set(row.table, position(row.key()).into(), Some(Arc::new(row)))
    }

    /// Sets or removes a row, keeps the indexes in step, and returns how to take that back.
    fn set(&mut self, table: &'static Table, key: Position, row: Option<Arc<Row>>) -> Undo {
        let old = self.0.change(table.name, |rows| rows.set(table, &key, row)).flatten();
        Undo(table, key, old)
    }
}

impl Rows {
    /// Sets or removes a row, and returns the one before.
    fn set(&mut self, table: &Table, key: &Position, row: Option<Arc<Row>>) -> Option<Arc<Row>> {
        self.indexes.resize_with(table.indexes.len(), BTreeMap::new);
        let old = put(&mut self.rows, key.clone(), row.clone());
        for (index, ordered) in table.indexes.iter().zip(&mut self.indexes) {
            let place = |row: &Option<Arc<Row>>| row.as_ref().and_then(|row| place(table, index, row));
            let (before, after) = (place(&old), place(&row));
            if let Some(before) = before.filter(|before| after.as_ref() != Some(before)) {
                put(ordered, before, None);
            }
            if let Some(after) = after {
                put(ordered, after, row.clone());
            }
        }
        old
    }
}

/// Puts a row into an ordered map, or takes out the one that is there.
fn put(ordered: &mut Ordered, place: Position, row: Option<Arc<Row>>) -> Option<Arc<Row>> {
    match row {
        Some(row) => ordered.insert(place, row),
        None => ordered.remove(&place),
    }
}

/// Where a row stands in an index: nowhere when the index's first column is null.
fn place(table: &Table, index: &Index, row: &Row) -> Option<Position> {
    let first = index.columns.first().map(|column| row.value(*column));
    let is_in = first.is_none_or(|first| !first.is_null());
    is_in.then(|| position(table.order(Some(index)).into_iter().map(|column| row.value(column))).into())
}

/// What a scan asks for in an ordered map, in its direction, at most its limit.
fn page(ordered: &Ordered, scan: &Scan) -> Vec<Row> {
    let join = |rest: &Vec<Value>| position(scan.prefix.iter().chain(rest));
    let (first, last) = if scan.reverse { (&scan.until, &scan.after) } else { (&scan.after, &scan.until) };
    // Forward, the scan begins behind `after` and ends behind `until`; in reverse it goes down from before `after` to `until` itself.
    let from = match first.as_ref().map(join) {
        Some(first) if scan.reverse => Some(first),
        Some(first) => behind(first),
        None => Some(position(&scan.prefix)),
    };
    let to = match last.as_ref().map(join) {
        Some(last) if scan.reverse => Some(last),
        Some(last) => behind(last),
        None => behind(position(&scan.prefix)),
    };
    let bounds = from.as_deref().and_then(|from| bounds(from, to.as_deref()));
    let Some(range) = bounds.map(|bounds| ordered.range::<[u8], _>(bounds).map(|(_, row)| Row::clone(row))) else { return Vec::new() };
    if scan.reverse { range.rev().take(scan.limit).gather() } else { range.take(scan.limit).gather() }
}
