//! A table and change sets for tests.

use loyalty_core::repository::{Changes, Column, Erasure, Index, ROOT, Read, Repository, RootWrite, Row, Table, Value, Write};

pub(crate) static NOTE: Table = Table {
    name: "note",
    columns: &[Column::bytes("root", 64), Column::int("seq"), Column::int("due").or_null(), Column::text("words")],
    key: 2,
    indexes: &[Index { name: "due", columns: &[2], unique: false }],
    search: Some(3),
    erasure: Erasure::Kept,
};

pub(crate) fn note(root: &str, seq: i64, words: &str) -> Row {
    Row { table: &NOTE, values: vec![root.into(), seq.into(), seq.into(), Value::Text(words.to_owned())], body: words.to_owned() }
}

/// A change set that takes a root from this version to the next and writes one note of that version.
pub(crate) fn turn(root: &str, expected: u64, words: &str) -> Changes {
    let version = i64::try_from(expected).unwrap() + 1;
    let values = vec![root.into(), version.into(), 0.into(), 0.into(), Value::Bytes(vec![])];
    let row = Row { table: &ROOT, values, body: String::new() };
    Changes { roots: vec![RootWrite { expected, row }], writes: vec![Write::Insert(note(root, version, words))], ..Changes::default() }
}

pub(crate) fn version(repository: &dyn Repository, root: &str) -> u64 {
    match repository.read(&[Read::Get(&ROOT, vec![root.into()])]).unwrap().concat().first().map(|row| row.value(1)) {
        Some(Value::Int(version)) => u64::try_from(*version).unwrap(),
        _ => 0,
    }
}
