//! The tables of the suite, rows for them, and the words in which checks are written.

use crate::gather::Gather;
use std::fmt::Debug;

use super::super::{
    Changes, Column, Erasure, Filter, Index, Key, Read, Refusal, Repository, RootWrite, Row, Scan, Search, Table, Value, Write,
};
use super::super::{Claim, ROOT, Step};
use super::Failure;

/// What a check comes to.
pub(super) type Checked = Result<(), Failure>;

/// Lines below a root: a composite key, nullable columns, indexes of one and two columns, one of them unique.
pub(super) static ENTRY: Table = Table {
    name: "probe_entry",
    columns: &[
        Column::bytes("root", 64),
        Column::int("seq"),
        Column::int("due").or_null(),
        Column::bytes("code", 64).or_null(),
        Column::int("kind"),
        Column::text("note").or_null(),
    ],
    key: 2,
    indexes: &[
        Index { name: "due", columns: &[DUE], unique: false },
        Index { name: "code", columns: &[CODE], unique: true },
        Index { name: "kind_due", columns: &[KIND, DUE], unique: false },
    ],
    search: None,
    erasure: Erasure::Kept,
};

pub(super) const SEQ: usize = 1;
pub(super) const DUE: usize = 2;
pub(super) const CODE: usize = 3;
pub(super) const KIND: usize = 4;
pub(super) const NOTE: usize = 5;

/// Rows that are searched by text and sorted by columns with few values and with nulls.
pub(super) static PERSON: Table = Table {
    name: "probe_person",
    columns: &[
        Column::bytes("root", 64),
        Column::bytes("name", 254),
        Column::int("tier"),
        Column::int("seen").or_null(),
        Column::text("words").or_null(),
    ],
    key: 1,
    indexes: &[
        Index { name: "name", columns: &[NAME], unique: false },
        Index { name: "tier", columns: &[TIER], unique: false },
        Index { name: "seen", columns: &[SEEN], unique: false },
    ],
    search: Some(WORDS),
    erasure: Erasure::Kept,
};

pub(super) const NAME: usize = 1;
pub(super) const TIER: usize = 2;
pub(super) const SEEN: usize = 3;
pub(super) const WORDS: usize = 4;

/// An entry with nulls wherever they may stand.
pub(super) fn entry(root: &str, seq: i64) -> Row {
    let values = vec![root.into(), seq.into(), Value::Null, Value::Null, 0.into(), Value::Null];
    Row { table: &ENTRY, values, body: format!("{{\"seq\":{seq}}}") }
}

/// A person of tier 0, never seen, found by no words.
pub(super) fn person(root: &str) -> Row {
    let values = vec![root.into(), root.into(), 0.into(), Value::Null, Value::Null];
    Row { table: &PERSON, values, body: String::new() }
}

/// A person found by these words.
pub(super) fn worded(root: &str, words: &str) -> Row {
    person(root).with(WORDS, text(words))
}

pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Chained changes to a row.
pub(super) trait With {
    fn with(self, column: usize, value: impl Into<Value>) -> Self;
    fn bodied(self, body: &str) -> Self;
}

impl With for Row {
    fn with(mut self, column: usize, value: impl Into<Value>) -> Self {
        if let Some(slot) = self.values.get_mut(column) {
            *slot = value.into();
        }
        self
    }

    fn bodied(mut self, body: &str) -> Self {
        body.clone_into(&mut self.body);
        self
    }
}

/// A root as it stands after a commit that expected this version.
pub(super) fn root(name: &str, expected: u64) -> RootWrite {
    let version = i64::try_from(expected).unwrap_or(i64::MAX).saturating_add(1);
    let values = vec![name.into(), version.into(), 0.into(), 0.into(), Value::Bytes(Vec::new())];
    RootWrite { expected, row: Row { table: &ROOT, values, body: format!("{name} at {version}") } }
}

/// Chained additions to a change set.
pub(super) trait Also: Sized {
    fn on(self, root: RootWrite) -> Self;
    fn write(self, write: Write) -> Self;
    fn claim(self, claim: Claim) -> Self;
    fn step(self, name: &str, by: i64, min: i64, max: i64) -> Self;
}

impl Also for Changes {
    fn on(mut self, root: RootWrite) -> Self {
        self.roots.push(root);
        self
    }

    fn write(mut self, write: Write) -> Self {
        self.writes.push(write);
        self
    }

    fn claim(mut self, claim: Claim) -> Self {
        self.claims.push(claim);
        self
    }

    fn step(mut self, name: &str, by: i64, min: i64, max: i64) -> Self {
        self.steps.push(Step { name: name.as_bytes().to_vec(), by, min, max });
        self
    }
}

pub(super) fn changes() -> Changes {
    Changes::default()
}

pub(super) fn take(value: &str, owner: &str) -> Claim {
    Claim::Take { scope: "email", value: value.as_bytes().to_vec(), owner: owner.as_bytes().to_vec() }
}

pub(super) fn release(value: &str, owner: &str) -> Claim {
    Claim::Release { scope: "email", value: value.as_bytes().to_vec(), owner: owner.as_bytes().to_vec() }
}

/// A search for everything in a table, by key.
pub(super) fn everything(table: &'static Table) -> Search {
    Search { table, filter: Filter::everything(), words: Vec::new(), sort: None, descending: false, after: None, limit: usize::MAX }
}

/// The questions of checks in short.
pub(super) trait Ask {
    fn get(&self, table: &'static Table, key: Key) -> Result<Option<Row>, Failure>;
    fn rows(&self, scan: Scan) -> Result<Vec<Row>, Failure>;
    fn apply(&self, changes: Changes) -> Result<Result<(), Refusal>, Failure>;
    fn store(&self, rows: &[Row]) -> Checked;
}

impl<R: Repository + ?Sized> Ask for R {
    fn get(&self, table: &'static Table, key: Key) -> Result<Option<Row>, Failure> {
        let mut rows = one(self.read(&[Read::Get(table, key)])?)?;
        same("at most one row for a key", &(rows.len() <= 1), &true)?;
        Ok(rows.pop())
    }

    fn rows(&self, scan: Scan) -> Result<Vec<Row>, Failure> {
        one(self.read(&[Read::Scan(scan)])?)
    }

    fn apply(&self, changes: Changes) -> Result<Result<(), Refusal>, Failure> {
        one(self.commit(vec![changes])?)
    }

    fn store(&self, rows: &[Row]) -> Checked {
        let writes = rows.iter().cloned().map(Write::Insert).gather();
        same("new rows are accepted", &self.apply(Changes { writes, ..Changes::default() })?, &Ok(()))
    }
}

/// The single answer to a single question.
pub(super) fn one<T: Debug>(mut answers: Vec<T>) -> Result<T, Failure> {
    match answers.pop() {
        Some(answer) if answers.is_empty() => Ok(answer),
        last => Err(Failure { check: "", expected: "one answer to one question".into(), found: format!("{answers:?} and {last:?}") }),
    }
}

/// Fails unless `found` is what was `expected`.
pub(super) fn same<T: PartialEq + Debug + ?Sized>(what: &str, found: &T, expected: &T) -> Checked {
    if found == expected {
        return Ok(());
    }
    Err(Failure { check: "", expected: format!("{what}: {expected:?}"), found: format!("{found:?}") })
}

/// The `seq` of entries, for short lists in checks.
pub(super) fn seqs(rows: &[Row]) -> Vec<i64> {
    rows.iter()
        .map(|row| match row.value(SEQ) {
            Value::Int(seq) => *seq,
            _ => i64::MIN,
        })
        .gather()
}

/// The first key column as text.
pub(super) fn names(rows: &[Row]) -> Vec<String> {
    rows.iter()
        .map(|row| match row.value(0) {
            Value::Bytes(name) => String::from_utf8_lossy(name).into_owned(),
            other => format!("{other:?}"),
        })
        .gather()
}
