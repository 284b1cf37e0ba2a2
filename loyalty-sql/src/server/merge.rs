//! Many change sets as one: their roots together, their claims together, the rows of each table together.
//!
//! It is done only where it comes to the same as one after another: no two of them touch the same root, claim or row. Should a part
//! be refused, they are run one after another after all.

use std::collections::{BTreeMap, HashMap};

use loyalty_core::repository::{Changes, Claim, Key, ROOT, RootWrite, Row, Table, Value, Write};

use super::parts::{BYTES_MAX, Owned, Part, ROWS_MAX, has_unique, owned, size};

/// What a change set touches: a root, a claim, or a row of a table.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Touched<'a> {
    Claim(&'a str, &'a [u8]),
    Row(&'static str, &'a [Value]),
}

/// Change sets that stand side by side and touch nothing in common.
pub(super) struct Run<'a> {
    pub(super) sets: &'a [Changes],
    /// Whether one of them touches something twice, so that its own order matters.
    has_order: bool,
}

/// Change sets as runs, each as long as it can be.
pub(super) fn runs(changes: &[Changes]) -> Vec<Run<'_>> {
    if changes.len() < 2 {
        return vec![Run { sets: changes, has_order: true }];
    }
    let mut runs = Vec::new();
    // By which change set something was touched last.
    let mut last = HashMap::new();
    let (mut begin, mut has_order) = (0, false);
    for (at, set) in changes.iter().enumerate() {
        let (mut meets_others, mut meets_itself) = (false, false);
        for touched in touched(set) {
            let before = last.insert(touched, at);
            meets_itself |= before == Some(at);
            meets_others |= before.is_some_and(|before| (begin..at).contains(&before));
        }
        if meets_others {
            runs.extend(changes.get(begin..at).map(|sets| Run { sets, has_order }));
            (begin, has_order) = (at, false);
        }
        has_order |= meets_itself;
    }
    runs.extend(changes.get(begin..).map(|sets| Run { sets, has_order }));
    runs
}

fn touched(set: &Changes) -> Vec<Touched<'_>> {
    let roots = set.roots.iter().map(|root| Touched::Row(ROOT.name, root.row.key()));
    let claims = set.claims.iter().map(|claim| {
        let (Claim::Take { scope, value, .. } | Claim::Release { scope, value, .. }) = claim;
        Touched::Claim(scope, value)
    });
    let rows = set.writes.iter().map(|write| match write {
        Write::Insert(row) | Write::Put(row) => Touched::Row(row.table.name, row.key()),
        Write::Delete(table, key) => Touched::Row(table.name, key),
    });
    roots.chain(claims).chain(rows).collect()
}

/// Rows of one table.
#[derive(Default)]
struct Rows<'a> {
    deleted: Vec<&'a Key>,
    put: Vec<&'a Row>,
    inserted: Vec<&'a Row>,
}

/// The parts of a run as a whole; `None` where the order within a change set matters, and for a single one, which has its own.
pub(super) fn merged<'a>(run: &Run<'a>) -> Option<Vec<Part<'a>>> {
    if run.has_order || run.sets.len() < 2 {
        return None;
    }
    let (mut roots, mut released, mut taken): (Vec<&RootWrite>, Vec<Owned<'_>>, Vec<Owned<'_>>) = Default::default();
    let mut tables: BTreeMap<&'static str, (&'static Table, Rows<'_>)> = BTreeMap::new();
    for set in run.sets {
        roots.extend(&set.roots);
        for claim in &set.claims {
            let list = if matches!(claim, Claim::Take { .. }) { &mut taken } else { &mut released };
            list.push(owned(claim));
        }
        for write in &set.writes {
            let table = match write {
                Write::Insert(row) | Write::Put(row) => row.table,
                Write::Delete(table, _) => table,
            };
            if has_unique(table) {
                return None;
            }
            let (_, rows) = tables.entry(table.name).or_insert_with(|| (table, Rows::default()));
            match write {
                Write::Insert(row) => rows.inserted.push(row),
                Write::Put(row) => rows.put.push(row),
                Write::Delete(_, key) => rows.deleted.push(key),
            }
        }
    }
    if roots.iter().any(|root| root.row.table != &ROOT || i64::try_from(root.expected).is_err()) {
        return None;
    }
    roots.sort_unstable_by(|a, b| a.row.key().cmp(b.row.key()));
    released.sort_unstable();
    taken.sort_unstable();
    let (found, renewed): (Vec<&RootWrite>, Vec<_>) = roots.into_iter().partition(|root| root.expected == 0);
    let mut parts = Vec::new();
    parts.extend(renewed.chunks(ROWS_MAX).map(|roots| Part::Renew(roots.to_vec())));
    parts.extend(found.chunks(ROWS_MAX).map(|roots| Part::Found(roots.to_vec())));
    parts.extend(released.chunks(ROWS_MAX).map(|claims| Part::Release(claims.to_vec())));
    parts.extend(taken.chunks(ROWS_MAX).map(|claims| Part::Take(claims.to_vec())));
    parts.extend(run.sets.iter().flat_map(|set| &set.steps).map(Part::Count));
    for (table, rows) in tables.into_values() {
        parts.extend(rows.deleted.chunks(ROWS_MAX).map(|keys| Part::Delete(table, keys.to_vec())));
        parts.extend(pieces(rows.put).into_iter().map(|rows| Part::Put(table, rows)));
        parts.extend(pieces(rows.inserted).into_iter().map(|rows| Part::Insert(table, rows)));
    }
    Some(parts)
}

/// Rows in pieces of bounded size.
fn pieces(rows: Vec<&Row>) -> Vec<Vec<&Row>> {
    let mut pieces: Vec<Vec<&Row>> = Vec::new();
    let mut bytes = 0;
    for row in rows {
        let more = size(row);
        match pieces.last_mut().filter(|piece| piece.len() < ROWS_MAX && bytes + more <= BYTES_MAX) {
            Some(piece) => piece.push(row),
            None => {
                bytes = 0;
                pieces.push(vec![row]);
            }
        }
        bytes += more;
    }
    pieces
}
