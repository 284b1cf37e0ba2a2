//! Change sets: whole or not at all, guarded by the versions of their roots.

use crate::gather::Gather;
use std::sync::Arc;

use super::super::{CLAIM, COUNTER, Outcome, ROOT, Refusal, Repository, RootWrite, Row, Scan, Search, Value, Write};
use super::loses_reply::LosesReply;
use super::probe::{
    Also, Ask, CODE, Checked, DUE, ENTRY, PERSON, With, changes, entry, everything, person, release, root, same, seqs, take, worded,
};

/// Everything the suite's tables hold, by key and by every index.
fn all(repository: &Arc<dyn Repository>) -> Result<Vec<Row>, super::Failure> {
    let mut rows = Vec::new();
    for table in [&ROOT, &CLAIM, &COUNTER, &ENTRY, &PERSON] {
        rows.extend(repository.rows(Scan::prefix(table, vec![]))?);
        for index in table.indexes {
            rows.extend(repository.rows(Scan::prefix(table, vec![]).by(index))?);
        }
    }
    rows.extend(repository.search(&Search { words: vec!["words".into()], ..everything(&PERSON) })?);
    Ok(rows)
}

pub(super) fn versions(repository: &Arc<dyn Repository>) -> Checked {
    same("a new root", &repository.apply(changes().on(root("a", 0)))?, &Ok(()))?;
    same("the version read", &repository.apply(changes().on(root("a", 1)))?, &Ok(()))?;
    for stale in [0, 1, 3, 4, u64::MAX] {
        same(&format!("version {stale} of 2"), &repository.apply(changes().on(root("a", stale)))?, &Err(Refusal::Conflict))?;
    }
    same("the root", &repository.get(&ROOT, vec!["a".into()])?, &Some(root("a", 1).row))?;
    same("twice in one change set", &repository.apply(changes().on(root("a", 2)).on(root("a", 2)))?, &Err(Refusal::Conflict))?;
    same("the root after it", &repository.get(&ROOT, vec!["a".into()])?, &Some(root("a", 1).row))?;
    same("no root at all", &repository.apply(changes().write(Write::Put(entry("a", 1))))?, &Ok(()))?;
    same("nothing at all", &repository.apply(changes())?, &Ok(()))
}

pub(super) fn new_roots(repository: &Arc<dyn Repository>) -> Checked {
    same("version 1 of a root that is not there", &repository.apply(changes().on(root("a", 1)))?, &Err(Refusal::Conflict))?;
    same("no root", &repository.get(&ROOT, vec!["a".into()])?, &None)?;
    same("a new root", &repository.apply(changes().on(root("a", 0)).write(Write::Insert(entry("a", 1))))?, &Ok(()))?;
    let again = changes().on(root("a", 0)).write(Write::Insert(entry("a", 2)));
    same("a new root again", &repository.apply(again)?, &Err(Refusal::Conflict))?;
    same("the rows", &seqs(&repository.rows(Scan::prefix(&ENTRY, vec![]))?), &vec![1])
}

pub(super) fn moved_in(repository: &Arc<dyn Repository>) -> Checked {
    let at = |expected: u64, version: i64| RootWrite { expected, row: root("a", 0).row.with(1, version).bodied("moved") };
    same("a root that comes in at version 7", &repository.apply(changes().on(at(0, 7)))?, &Ok(()))?;
    same("its row", &repository.get(&ROOT, vec!["a".into()])?, &Some(at(0, 7).row))?;
    for stale in [0, 1, 6, 8] {
        same(&format!("version {stale} of 7"), &repository.apply(changes().on(root("a", stale)))?, &Err(Refusal::Conflict))?;
    }
    same("a command goes on from there", &repository.apply(changes().on(root("a", 7)))?, &Ok(()))?;
    same("and it is caught up with", &repository.apply(changes().on(at(8, 20)))?, &Ok(()))?;
    same("its row then", &repository.get(&ROOT, vec!["a".into()])?, &Some(at(8, 20).row))?;
    same("version 9 of 20", &repository.apply(changes().on(root("a", 9)))?, &Err(Refusal::Conflict))
}

pub(super) fn two_roots(repository: &Arc<dyn Repository>) -> Checked {
    same("two new roots", &repository.apply(changes().on(root("a", 0)).on(root("b", 0)))?, &Ok(()))?;
    same("one goes on", &repository.apply(changes().on(root("b", 1)))?, &Ok(()))?;
    for (a, b) in [(1, 1), (0, 2), (2, 2)] {
        same(&format!("versions {a} and {b}"), &repository.apply(changes().on(root("a", a)).on(root("b", b)))?, &Err(Refusal::Conflict))?;
    }
    let both = changes().on(root("a", 1)).on(root("b", 2)).write(Write::Insert(entry("a", 1))).write(Write::Insert(entry("b", 1)));
    same("both versions right", &repository.apply(both)?, &Ok(()))?;
    same("rows of both", &repository.rows(Scan::prefix(&ENTRY, vec![]))?, &vec![entry("a", 1), entry("b", 1)])?;
    same("the first root", &repository.get(&ROOT, vec!["a".into()])?, &Some(root("a", 1).row))
}

pub(super) fn no_trace(repository: &Arc<dyn Repository>) -> Checked {
    let begin = changes()
        .on(root("a", 0))
        .claim(take("old", "a"))
        .step("stock", 5, 0, 9)
        .write(Write::Insert(entry("a", 1).with(DUE, 1).with(CODE, "one")))
        .write(Write::Insert(entry("a", 2).with(DUE, 2)))
        .write(Write::Insert(worded("p", "some words")));
    same("the beginning", &repository.apply(begin)?, &Ok(()))?;
    let before = all(repository)?;
    let much = |expected: u64| {
        changes()
            .on(root("b", 0))
            .on(root("a", expected))
            .claim(release("old", "a"))
            .claim(take("new", "a"))
            .step("stock", 2, 0, 9)
            .step("other", 1, 0, 9)
            .write(Write::Put(entry("a", 1).with(DUE, 8).with(CODE, "two")))
            .write(Write::Delete(&ENTRY, vec!["a".into(), 2.into()]))
            .write(Write::Insert(entry("a", 3).with(DUE, 3).with(CODE, "one")))
            .write(Write::Put(worded("p", "other")))
            .write(Write::Insert(person("q")))
    };
    let refused = [
        ("a stale root", much(7)),
        ("a row that stands", much(1).write(Write::Insert(entry("a", 1)))),
        ("a code that stands", much(1).write(Write::Insert(entry("c", 9).with(CODE, "two")))),
        ("a counter beyond its bound", much(1).step("stock", 9, 0, 9)),
        ("a claim of another", much(1).claim(take("new", "z"))),
    ];
    for (why, changes) in refused {
        same(why, &repository.apply(changes)?.is_err(), &true)?;
        same(&format!("everything after {why}"), &all(repository)?, &before)?;
    }
    same("the same without a fault", &repository.apply(much(1))?, &Ok(()))
}

pub(super) fn refused_in_the_middle(repository: &Arc<dyn Repository>) -> Checked {
    let many: Vec<_> = (0..9)
        .map(|number| {
            let good = changes().on(root(&format!("r{number}"), 0)).write(Write::Insert(entry("a", number)));
            match number {
                2 => good.on(root("none", 5)),
                4 => good.claim(take("x", "a")).claim(take("x", "b")),
                5 => good.step("stock", 1, 0, 0),
                7 => good.write(Write::Insert(entry("a", 0))),
                _ => good,
            }
        })
        .gather();
    let answers = repository.commit(many)?;
    let taken = Refusal::Taken { scope: "email", value: b"x".to_vec(), owner: b"a".to_vec() };
    let exhausted = Refusal::Exhausted { name: b"stock".to_vec(), value: 0 };
    let expected = vec![Ok(()), Ok(()), Err(Refusal::Conflict), Ok(()), Err(taken), Err(exhausted), Ok(()), Err(Refusal::Conflict), Ok(())];
    same("an answer each, in order", &answers, &expected)?;
    same("the rows of the accepted", &seqs(&repository.rows(Scan::prefix(&ENTRY, vec![]))?), &vec![0, 1, 3, 6, 8])?;
    same("the roots of the accepted", &repository.rows(Scan::prefix(&ROOT, vec![]))?.len(), &5)?;
    same("no claim", &repository.rows(Scan::prefix(&CLAIM, vec![]))?, &vec![])?;
    same("no answers to no change sets", &repository.commit(Vec::new())?, &vec![])
}

pub(super) fn later_sees_earlier(repository: &Arc<dyn Repository>) -> Checked {
    let many = [
        changes().on(root("a", 0)).claim(take("x", "a")).step("stock", 1, 0, 1).write(Write::Insert(entry("a", 1).with(DUE, 4))),
        changes().on(root("a", 1)).claim(release("x", "a")).step("stock", -1, 0, 1),
        changes().on(root("a", 1)),
        changes().on(root("b", 0)).claim(take("x", "b")).step("stock", 1, 0, 1),
        changes().on(root("a", 2)).claim(take("x", "a")),
        changes().on(root("a", 2)).write(Write::Insert(entry("a", 1))),
        changes().on(root("a", 2)).write(Write::Delete(&ENTRY, vec!["a".into(), 1.into()])).write(Write::Insert(entry("a", 1))),
    ];
    let taken = Refusal::Taken { scope: "email", value: b"x".to_vec(), owner: b"b".to_vec() };
    let expected = vec![Ok(()), Ok(()), Err(Refusal::Conflict), Ok(()), Err(taken), Err(Refusal::Conflict), Ok(())];
    same("answers", &repository.commit(many.into())?, &expected)?;
    same("the row of the last", &repository.get(&ENTRY, vec!["a".into(), 1.into()])?, &Some(entry("a", 1)))
}

pub(super) fn lost_reply(repository: &Arc<dyn Repository>) -> Checked {
    let loses = LosesReply::new(Arc::clone(repository), 2);
    let set = |expected: u64| changes().on(root("a", expected)).step("stock", 1, 0, 9).write(Write::Put(entry("a", 1)));
    same("before the loss", &loses.commit(vec![set(0)])?, &vec![Ok(())])?;
    let lost = loses.commit(vec![set(1)]).map_err(|error| error.outcome);
    same("the loss", &lost, &Err(Outcome::Unknown))?;
    same("the same change set again", &loses.commit(vec![set(1)])?, &vec![Err(Refusal::Conflict)])?;
    let counter = loses.get(&COUNTER, vec!["stock".into()])?.map(|row| row.value(1).clone());
    same("its step, taken once", &counter, &Some(Value::Int(2)))?;
    same("its root, written once", &loses.get(&ROOT, vec!["a".into()])?, &Some(root("a", 1).row))?;
    same("the next one", &loses.commit(vec![set(2)])?, &vec![Ok(())])
}
