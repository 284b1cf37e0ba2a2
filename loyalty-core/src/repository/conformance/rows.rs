//! Single rows: what is written comes back, and nothing else.

use crate::gather::Gather;
use std::sync::Arc;

use super::super::{Read, Refusal, Repository, Scan, Value, Write};
use super::probe::{Also, Ask, CODE, Checked, DUE, ENTRY, KIND, NOTE, PERSON, With, changes, entry, person, same, seqs, text};

pub(super) fn absent(repository: &Arc<dyn Repository>) -> Checked {
    same("no row", &repository.get(&ENTRY, vec!["a".into(), 1.into()])?, &None)?;
    repository.store(&[entry("a", 1)])?;
    same("no row for another seq", &repository.get(&ENTRY, vec!["a".into(), 2.into()])?, &None)?;
    same("no row for another root", &repository.get(&ENTRY, vec!["b".into(), 1.into()])?, &None)?;
    same("no row in another table", &repository.get(&PERSON, vec!["a".into()])?, &None)
}

pub(super) fn comes_back(repository: &Arc<dyn Repository>) -> Checked {
    let row = entry("a", 7).with(DUE, 5).with(CODE, "code").with(KIND, 3).with(NOTE, text("a note"));
    repository.store(std::slice::from_ref(&row))?;
    same("the row", &repository.get(&ENTRY, vec!["a".into(), 7.into()])?, &Some(row))
}

pub(super) fn extremes(repository: &Arc<dyn Repository>) -> Checked {
    let long = "é".repeat(20_000);
    let mut rows = Vec::new();
    for (kind, int) in [i64::MIN, -1, 0, 1, 9_007_199_254_740_993, i64::MAX].into_iter().enumerate() {
        rows.push(entry("ints", int).with(DUE, int).with(KIND, i64::try_from(kind).unwrap_or(0)));
    }
    for (seq, note) in ["", " ", "\0", "a\0b", "'\"`;--\\%_", "Zoë 漢字 👩‍👩‍👧 \u{10FFFF}", "12", "1e5", "null", &long].into_iter().enumerate()
    {
        rows.push(entry("texts", i64::try_from(seq).unwrap_or(0)).with(NOTE, text(note)));
    }
    let all: Vec<u8> = (0..64).map(|byte: u8| byte.wrapping_mul(4).wrapping_add(byte >> 6)).gather();
    let byte_strings: [&[u8]; 6] = [&[], &[0], &[0, 0], &[255; 64], &all, b"12"];
    for (seq, bytes) in byte_strings.into_iter().enumerate() {
        rows.push(entry("bytes", i64::try_from(seq).unwrap_or(0)).with(CODE, bytes));
    }
    rows.push(entry("", 0));
    rows.push(entry("\0", 0));
    repository.store(&rows)?;
    for row in rows {
        same("the row by its key", &repository.get(&ENTRY, row.key().to_vec())?, &Some(row.clone()))?;
        let Value::Bytes(code) = row.value(CODE).clone() else { continue };
        let index = ENTRY.indexes.get(1);
        let found = repository.rows(Scan { index, ..Scan::prefix(&ENTRY, vec![code.into()]) })?;
        same("the row by its unique bytes", &found, &vec![row])?;
    }
    Ok(())
}

pub(super) fn bodies(repository: &Arc<dyn Repository>) -> Checked {
    let long = "[1,2,3] ".repeat(50_000);
    let bodies = ["", "{}", " { \"b\" : 1 , \"a\" : 1.0 }\n", "{\"unknown\":null}", "not json", "\0", "漢 👩 é e\u{301}", &long];
    for (seq, body) in (0..).zip(bodies) {
        let row = entry("a", seq).bodied(body);
        repository.store(std::slice::from_ref(&row))?;
        same("the body", &repository.get(&ENTRY, row.key().to_vec())?.map(|row| row.body), &Some(body.to_owned()))?;
    }
    Ok(())
}

pub(super) fn insert_refuses(repository: &Arc<dyn Repository>) -> Checked {
    let first = entry("a", 1).bodied("first");
    repository.store(std::slice::from_ref(&first))?;
    let again = changes().write(Write::Insert(entry("a", 1).bodied("second")));
    same("the second insert", &repository.apply(again)?, &Err(Refusal::Conflict))?;
    same("the first row", &repository.get(&ENTRY, first.key().to_vec())?, &Some(first.clone()))?;
    let twice = changes().write(Write::Insert(entry("a", 2))).write(Write::Insert(entry("a", 2)));
    same("two inserts of one key in one change set", &repository.apply(twice)?, &Err(Refusal::Conflict))?;
    same("no second row", &seqs(&repository.rows(Scan::prefix(&ENTRY, vec![]))?), &vec![1])
}

pub(super) fn put_replaces(repository: &Arc<dyn Repository>) -> Checked {
    let full = entry("a", 1).with(DUE, 5).with(CODE, "code").with(NOTE, text("note"));
    same("a put of a new row", &repository.apply(changes().write(Write::Put(full)))?, &Ok(()))?;
    let bare = entry("a", 1).with(KIND, 2).bodied("other");
    same("a put over a row", &repository.apply(changes().write(Write::Put(bare.clone())))?, &Ok(()))?;
    same("the row, nulls included", &repository.get(&ENTRY, bare.key().to_vec())?, &Some(bare))
}

pub(super) fn delete_removes(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[entry("a", 1), entry("a", 2), entry("b", 1), person("a")])?;
    let delete = || changes().write(Write::Delete(&ENTRY, vec!["a".into(), 1.into()]));
    same("a delete", &repository.apply(delete())?, &Ok(()))?;
    same("a delete of nothing", &repository.apply(delete())?, &Ok(()))?;
    same("the rest", &repository.rows(Scan::prefix(&ENTRY, vec![]))?, &vec![entry("a", 2), entry("b", 1)])?;
    same("another table", &repository.get(&PERSON, vec!["a".into()])?, &Some(person("a")))?;
    let anew = delete().write(Write::Insert(entry("a", 1))).write(Write::Delete(&ENTRY, vec!["a".into(), 2.into()]));
    same("writes in their order", &repository.apply(anew)?, &Ok(()))?;
    same("what stands", &repository.rows(Scan::prefix(&ENTRY, vec![]))?, &vec![entry("a", 1), entry("b", 1)])
}

pub(super) fn unique_refuses(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[entry("a", 1).with(CODE, "x"), entry("a", 2), entry("a", 3)])?;
    let insert = changes().write(Write::Insert(entry("b", 1).with(CODE, "x")));
    same("an insert of the same code", &repository.apply(insert)?, &Err(Refusal::Conflict))?;
    let put = changes().write(Write::Put(entry("a", 2).with(CODE, "x")));
    same("a put that takes another row's code", &repository.apply(put)?, &Err(Refusal::Conflict))?;
    let own = changes().write(Write::Put(entry("a", 1).with(CODE, "x").with(KIND, 9)));
    same("a put that keeps its own code", &repository.apply(own)?, &Ok(()))?;
    let moved = changes().write(Write::Put(entry("a", 1))).write(Write::Insert(entry("b", 1).with(CODE, "x")));
    same("a code given up and taken in one change set", &repository.apply(moved)?, &Ok(()))
}

pub(super) fn reads_in_order(repository: &Arc<dyn Repository>) -> Checked {
    same("no answers to no questions", &repository.read(&[])?, &vec![])?;
    repository.store(&[entry("a", 1), entry("a", 2), person("p")])?;
    let reads = [
        Read::Get(&PERSON, vec!["p".into()]),
        Read::Get(&ENTRY, vec!["x".into(), 1.into()]),
        Read::Scan(Scan::prefix(&ENTRY, vec!["a".into()])),
        Read::Scan(Scan::prefix(&ENTRY, vec!["x".into()])),
        Read::Get(&ENTRY, vec!["a".into(), 2.into()]),
    ];
    let expected = vec![vec![person("p")], vec![], vec![entry("a", 1), entry("a", 2)], vec![], vec![entry("a", 2)]];
    same("answers in the order of the questions", &repository.read(&reads)?, &expected)
}
