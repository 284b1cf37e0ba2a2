//! What has to be written so that the target holds the rows of the source.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use loyalty_core::repository::{CLAIM, COUNTER, Changes, Claim, ROOT, RootWrite, Row, Step, Value, Write};

use super::CopyError;
use super::past::root;
use super::sides::{VERSION, number};

/// A change set whose rows have more bytes takes no further ones.
const BYTES_MAX: usize = 1 << 20;

/// What has to be written.
#[derive(Debug, Default)]
pub(super) struct Difference {
    changes: Changes,
}

/// Goes along rows of both sides that are sorted by key: each key once, with the row of either side that has one.
pub(super) fn merge(
    source: Vec<Row>,
    target: Vec<Row>,
    mut each: impl FnMut(Option<Row>, Option<Row>) -> Result<(), CopyError>,
) -> Result<(), CopyError> {
    let (mut source, mut target) = (source.into_iter().peekable(), target.into_iter().peekable());
    loop {
        let (is_source, is_target) = match (source.peek(), target.peek()) {
            (None, None) => return Ok(()),
            (Some(_), None) => (true, false),
            (None, Some(_)) => (false, true),
            (Some(source), Some(target)) => (source.key() <= target.key(), target.key() <= source.key()),
        };
        each(source.next_if(|_| is_source), target.next_if(|_| is_target))?;
    }
}

impl Difference {
    /// Adds what differs between rows of one table, sorted by key.
    pub(super) fn add(&mut self, source: Vec<Row>, target: Vec<Row>) -> Result<(), CopyError> {
        merge(source, target, |source, target| if source == target { Ok(()) } else { self.differs(source, target) })
    }

    fn differs(&mut self, source: Option<Row>, target: Option<Row>) -> Result<(), CopyError> {
        match (source, target) {
            (Some(source), target) if source.table == &ROOT => {
                let expected = target.map_or(0, |target| number(&target, VERSION));
                self.changes.roots.push(RootWrite { expected: u64::try_from(expected).unwrap_or(0), row: source });
            }
            (None, Some(target)) if target.table == &ROOT => return Err(CopyError::Foreign { what: root(&target).name() }),
            (Some(source), target) if source.table == &COUNTER => self.count(&source, target.as_ref()),
            (None, Some(target)) if target.table == &COUNTER => {
                return Err(CopyError::Foreign { what: format!("the counter {}", text(&target)) });
            }
            (source, target) if source.as_ref().or(target.as_ref()).is_some_and(|row| row.table == &CLAIM) => {
                let released = target.map(|row| owned(row, |scope, value, owner| Claim::Release { scope, value, owner }));
                let taken = source.map(|row| owned(row, |scope, value, owner| Claim::Take { scope, value, owner }));
                self.changes.claims.extend(released.into_iter().chain(taken));
            }
            (Some(source), None) => self.changes.writes.push(Write::Insert(source)),
            (Some(source), Some(_)) => self.changes.writes.push(Write::Put(source)),
            (None, Some(target)) => self.changes.writes.push(Write::Delete(target.table, target.key().to_vec())),
            (None, None) => {}
        }
        Ok(())
    }

    /// A step to the very value, which no other step gets between.
    fn count(&mut self, source: &Row, target: Option<&Row>) {
        let to = number(source, 1);
        let by = to.wrapping_sub(target.map_or(0, |target| number(target, 1)));
        self.changes.steps.push(Step { name: bytes(source.value(0)), by, min: to, max: to });
    }

    /// How many rows, claims and counters it writes or removes.
    pub(super) fn rows(&self) -> u64 {
        let Changes { roots, writes, claims, steps } = &self.changes;
        (roots.len() + writes.len() + claims.len() + steps.len()) as u64
    }

    /// How many roots it writes.
    pub(super) fn roots(&self) -> u64 {
        self.changes.roots.len() as u64
    }

    /// Change sets of bounded size. The roots are in the last: one that stands is whole. What a kill leaves in front of it is compared
    /// again with the root, which still differs.
    pub(super) fn into_changes(self) -> Vec<Changes> {
        let mut sets = vec![Changes::default()];
        let mut bytes = 0;
        let Changes { roots, writes, claims, steps } = self.changes;
        for write in writes {
            if bytes > BYTES_MAX {
                sets.push(Changes::default());
                bytes = 0;
            }
            bytes += size(&write);
            if let Some(set) = sets.last_mut() {
                set.writes.push(write);
            }
        }
        if let Some(set) = sets.last_mut() {
            (set.roots, set.claims, set.steps) = (roots, claims, steps);
        }
        sets.retain(|set| !(set.roots.is_empty() && set.writes.is_empty() && set.claims.is_empty() && set.steps.is_empty()));
        sets
    }
}

/// About how many bytes a write has.
fn size(write: &Write) -> usize {
    let of = |values: &[Value]| -> usize {
        let sizes = values.iter().map(|value| match value {
            Value::Null | Value::Int(_) => 8,
            Value::Text(text) => text.len(),
            Value::Bytes(bytes) => bytes.len(),
        });
        sizes.sum()
    };
    match write {
        Write::Insert(row) | Write::Put(row) => of(&row.values) + row.body.len(),
        Write::Delete(_, key) => of(key),
    }
}

fn owned(row: Row, claim: impl FnOnce(&'static str, Vec<u8>, Vec<u8>) -> Claim) -> Claim {
    claim(scope(&text(&row)), bytes(row.value(1)), bytes(row.value(2)))
}

/// Scopes are words of the program's text; those that come out of a table are kept for the life of the process, a handful.
fn scope(name: &str) -> &'static str {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(scope) = known.get(name) {
        return scope;
    }
    let scope: &'static str = Box::leak(name.to_owned().into_boxed_str());
    known.insert(scope);
    scope
}

/// The first column as text.
fn text(row: &Row) -> String {
    String::from_utf8_lossy(&bytes(row.value(0))).into_owned()
}

fn bytes(value: &Value) -> Vec<u8> {
    if let Value::Bytes(bytes) = value { bytes.clone() } else { Vec::new() }
}
