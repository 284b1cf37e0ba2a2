//! A change set as parts: few statements each, in the order in which the in-memory repository looks for reasons to refuse.

use std::collections::HashSet;

use loyalty_core::repository::{Changes, Claim, Key, ROOT, Refusal, RootWrite, Row, Step, Table, Value, Write};

use super::{Datum, ServerError};

/// The most rows of one statement, and the most bytes after which no more join.
pub(super) const ROWS_MAX: usize = 480;
pub(super) const BYTES_MAX: usize = 256 << 10;

/// A claim: scope, value, owner.
pub(crate) type Owned<'a> = [&'a [u8]; 3];

/// Changes that go in one statement or few.
#[derive(Debug)]
pub(crate) enum Part<'a> {
    /// Roots that are to be written, locked in the order of their keys, so that no two commits wait for each other.
    Lock(Vec<Datum<'a>>),
    /// Roots that must not exist yet.
    Found(Vec<&'a RootWrite>),
    /// Roots that must still have the version read.
    Renew(Vec<&'a RootWrite>),
    /// Claims given back.
    Release(Vec<Owned<'a>>),
    /// Claims taken, each of which must afterwards be its owner's.
    Take(Vec<Owned<'a>>),
    /// A step of a counter.
    Count(&'a Step),
    /// New rows.
    Insert(&'static Table, Vec<&'a Row>),
    /// Rows over whatever stands, no key twice.
    Put(&'static Table, Vec<&'a Row>),
    /// No rows with these keys.
    Delete(&'static Table, Vec<&'a Key>),
}

/// Why a change set has no parts.
pub(super) enum Stop {
    Refused(Refusal),
    Error(ServerError),
}

/// The parts of a change set.
pub(super) fn parts(changes: &Changes) -> Result<Vec<Part<'_>>, Stop> {
    let mut parts = Vec::new();
    roots(changes, &mut parts)?;
    let owned = |wanted: fn(&Claim) -> bool| -> Vec<Owned<'_>> {
        let mut owned: Vec<_> = changes.claims.iter().filter(|claim| wanted(claim)).map(owned).collect();
        owned.sort_unstable();
        owned.dedup();
        owned
    };
    let released = owned(|claim| matches!(claim, Claim::Release { .. }));
    let taken = owned(|claim| matches!(claim, Claim::Take { .. }));
    parts.extend(released.chunks(ROWS_MAX).map(|claims| Part::Release(claims.to_vec())));
    parts.extend(taken.chunks(ROWS_MAX).map(|claims| Part::Take(claims.to_vec())));
    parts.extend(changes.steps.iter().map(Part::Count));
    writes(&changes.writes, &mut parts);
    Ok(parts)
}

pub(super) fn owned(claim: &Claim) -> Owned<'_> {
    let (Claim::Take { scope, value, owner } | Claim::Release { scope, value, owner }) = claim;
    [scope.as_bytes(), value, owner]
}

/// The roots that stand already and that change sets rest on, if they are several.
pub(super) fn lock(changes: &[Changes]) -> Option<Part<'_>> {
    let standing = changes.iter().flat_map(|changes| &changes.roots).filter(|root| root.expected > 0);
    let mut keys: Vec<&Value> = standing.map(|root| root.row.value(0)).collect();
    keys.sort_unstable();
    keys.dedup();
    (keys.len() > 1).then(|| Part::Lock(keys.into_iter().map(Datum::from).collect()))
}

/// In the order of their keys, so that two commits over the same roots do not wait for each other. One that stands twice is
/// written twice, as it was asked.
fn roots<'a>(changes: &'a Changes, parts: &mut Vec<Part<'a>>) -> Result<(), Stop> {
    let mut roots: Vec<&RootWrite> = changes.roots.iter().collect();
    for root in &roots {
        if root.row.table != &ROOT {
            return Err(Stop::Error(ServerError::UnknownTable { table: root.row.table.name }));
        }
        // No stored version is larger than an i64.
        if i64::try_from(root.expected).is_err() {
            return Err(Stop::Refused(Refusal::Conflict));
        }
    }
    let keys: HashSet<_> = roots.iter().map(|root| root.row.key()).collect();
    if keys.len() < roots.len() {
        parts.extend(roots.into_iter().map(|root| if root.expected == 0 { Part::Found(vec![root]) } else { Part::Renew(vec![root]) }));
        return Ok(());
    }
    roots.sort_unstable_by(|a, b| a.row.key().cmp(b.row.key()));
    let (found, renewed): (Vec<&RootWrite>, Vec<_>) = roots.into_iter().partition(|root| root.expected == 0);
    parts.extend(renewed.chunks(ROWS_MAX).map(|roots| Part::Renew(roots.to_vec())));
    parts.extend(found.chunks(ROWS_MAX).map(|roots| Part::Found(roots.to_vec())));
    Ok(())
}

/// Writes that stand side by side go together, as long as their order among themselves does not matter.
fn writes<'a>(writes: &'a [Write], parts: &mut Vec<Part<'a>>) {
    let mut keys = HashSet::new();
    let mut bytes = 0;
    let mut rows = 0;
    for write in writes {
        let (key, size) = match write {
            Write::Insert(row) | Write::Put(row) => (row.key(), size(row)),
            Write::Delete(_, key) => (key.as_slice(), 0),
        };
        let joins = rows < ROWS_MAX && bytes + size <= BYTES_MAX && !keys.contains(key);
        let joined = joins
            && match (parts.last_mut(), write) {
                (Some(Part::Insert(table, rows)), Write::Insert(row)) if *table == row.table => push(rows, row),
                (Some(Part::Put(table, rows)), Write::Put(row)) if *table == row.table && !has_unique(table) => push(rows, row),
                (Some(Part::Delete(table, keys)), Write::Delete(other, key)) if table == other => push(keys, key),
                _ => false,
            };
        if !joined {
            parts.push(match write {
                Write::Insert(row) => Part::Insert(row.table, vec![row]),
                Write::Put(row) => Part::Put(row.table, vec![row]),
                Write::Delete(table, key) => Part::Delete(table, vec![key]),
            });
            (rows, bytes) = (0, 0);
            keys.clear();
        }
        rows += 1;
        bytes += size;
        keys.insert(key);
    }
}

fn push<'a, T: ?Sized>(list: &mut Vec<&'a T>, more: &'a T) -> bool {
    list.push(more);
    true
}

/// Whether something besides the key may refuse a row.
pub(crate) fn has_unique(table: &Table) -> bool {
    table.indexes.iter().any(|index| index.unique)
}

/// About how many bytes a row has.
pub(super) fn size(row: &Row) -> usize {
    let values = row.values.iter().map(|value| match Datum::from(value) {
        Datum::Null | Datum::Int(_) => 8,
        Datum::Text(text) => text.len(),
        Datum::Bytes(bytes) => bytes.len(),
    });
    row.body.len() + values.sum::<usize>()
}
