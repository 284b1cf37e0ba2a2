//! Ranges of keys and indexes.

use crate::gather::Gather;
use std::sync::Arc;

use super::super::{Index, Repository, Scan, Value, Write};
use super::probe::{Also, Ask, Checked, DUE, ENTRY, KIND, With, changes, entry, names, same, seqs};

fn index(name: &str) -> Option<&'static Index> {
    ENTRY.indexes.iter().find(|index| index.name == name)
}

fn by(name: &str, prefix: Vec<Value>) -> Scan {
    Scan { index: index(name), ..Scan::prefix(&ENTRY, prefix) }
}

pub(super) fn prefix(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[entry("b", 2), entry("a", 3), entry("ab", 1), entry("a", -1), entry("a\0", 5), entry("a", 20)])?;
    let all = repository.rows(Scan::prefix(&ENTRY, vec![]))?;
    same("everything by key", &names(&all), &["a", "a", "a", "a\0", "ab", "b"].map(str::to_owned).to_vec())?;
    let scan = repository.rows(Scan::prefix(&ENTRY, vec!["a".into()]))?;
    same("one root, numbers as numbers", &seqs(&scan), &vec![-1, 3, 20])?;
    same("a root that is not there", &repository.rows(Scan::prefix(&ENTRY, vec!["aa".into()]))?, &vec![])?;
    let whole = repository.rows(Scan::prefix(&ENTRY, vec!["a".into(), 3.into()]))?;
    same("a whole key", &whole, &vec![entry("a", 3)])
}

pub(super) fn after_until(repository: &Arc<dyn Repository>) -> Checked {
    let rows: Vec<_> = (1..=9).map(|seq| entry("a", seq)).chain([entry("b", 1)]).gather();
    repository.store(&rows)?;
    let scan = || Scan::prefix(&ENTRY, vec!["a".into()]);
    let expect = |what, scan: Scan, expected: &[i64]| same(what, &seqs(&repository.rows(scan)?), &expected.to_vec());
    expect("behind 3", scan().after(Some(vec![3.into()])), &[4, 5, 6, 7, 8, 9])?;
    expect("until 3 inclusive", scan().until(vec![3.into()]), &[1, 2, 3])?;
    expect("behind 3 until 5", scan().after(Some(vec![3.into()])).until(vec![5.into()]), &[4, 5])?;
    expect("behind 5 until 5", scan().after(Some(vec![5.into()])).until(vec![5.into()]), &[])?;
    expect("behind 7 until 2", scan().after(Some(vec![7.into()])).until(vec![2.into()]), &[])?;
    expect("behind the last", scan().after(Some(vec![i64::MAX.into()])), &[])?;
    expect("behind nothing", scan().after(None), &[1, 2, 3, 4, 5, 6, 7, 8, 9])
}

pub(super) fn reverse_limit(repository: &Arc<dyn Repository>) -> Checked {
    let rows: Vec<_> = (1..=9).map(|seq| entry("a", seq)).chain([entry("b", 1)]).gather();
    repository.store(&rows)?;
    let scan = || Scan::prefix(&ENTRY, vec!["a".into()]);
    let expect = |what, scan: Scan, expected: &[i64]| same(what, &seqs(&repository.rows(scan)?), &expected.to_vec());
    expect("reversed", scan().reversed(), &[9, 8, 7, 6, 5, 4, 3, 2, 1])?;
    expect("the first three", scan().limit(3), &[1, 2, 3])?;
    expect("the last three", scan().reversed().limit(3), &[9, 8, 7])?;
    expect("none", scan().limit(0), &[])?;
    expect("reversed behind 4", scan().reversed().after(Some(vec![4.into()])), &[3, 2, 1])?;
    expect("reversed until 7", scan().reversed().until(vec![7.into()]), &[9, 8, 7])?;
    expect("reversed behind 8 until 6", scan().reversed().after(Some(vec![8.into()])).until(vec![6.into()]), &[7, 6])
}

pub(super) fn by_index(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[
        entry("a", 1).with(DUE, 30),
        entry("a", 2),
        entry("a", 3).with(DUE, 10),
        entry("b", 4).with(DUE, 10),
        entry("b", 5),
        entry("0", 6).with(DUE, 20),
    ])?;
    let expect = |what, scan: Scan, expected: &[i64]| same(what, &seqs(&repository.rows(scan)?), &expected.to_vec());
    expect("by due, then by key, without nulls", by("due", vec![]), &[3, 4, 6, 1])?;
    expect("the same reversed", by("due", vec![]).reversed(), &[1, 6, 4, 3])?;
    expect("due until 20", by("due", vec![]).until(vec![20.into()]), &[3, 4, 6])?;
    expect("one due", by("due", vec![10.into()]), &[3, 4])?;
    expect("no rows for a null prefix", by("due", vec![Value::Null]), &[])?;
    expect("reversed down to null", by("due", vec![]).reversed().until(vec![Value::Null]), &[1, 6, 4, 3])?;
    expect("by kind, nulls of the second column first", by("kind_due", vec![0.into()]), &[2, 5, 3, 4, 6, 1])?;
    expect("nulls of the second column", by("kind_due", vec![0.into(), Value::Null]), &[2, 5])?;
    expect("behind the nulls", by("kind_due", vec![0.into()]).after(Some(vec![Value::Null])), &[3, 4, 6, 1])?;
    expect("down to the nulls", by("kind_due", vec![0.into()]).reversed().after(Some(vec![20.into()])), &[4, 3, 5, 2])
}

pub(super) fn long_positions(repository: &Arc<dyn Repository>) -> Checked {
    let mut rows = Vec::new();
    for seq in 0..24 {
        let due = Some(seq % 3).filter(|due| *due > 0);
        rows.push(entry(if seq % 2 == 0 { "a" } else { "b" }, seq).with(KIND, seq % 4).with(DUE, due));
    }
    repository.store(&rows)?;
    for name in ["due", "kind_due"] {
        for reverse in [false, true] {
            let whole = Scan { reverse, ..by(name, vec![]) };
            let all = repository.rows(whole.clone())?;
            let mut paged = Vec::new();
            while let Some(page) =
                Some(repository.rows(Scan { after: paged.last().map(|row| whole.position(row)), limit: 5, ..whole.clone() })?)
                    .filter(|page| !page.is_empty() && paged.len() <= all.len())
            {
                paged.extend(page);
            }
            same("pages together are the whole", &paged, &all)?;
        }
    }
    let partial = by("kind_due", vec![1.into()]).after(Some(vec![1.into(), "a".into()])).until(vec![2.into(), "b".into()]);
    let expected: Vec<_> =
        repository.rows(by("kind_due", vec![]))?.into_iter().filter(|row| partial.contains(&partial.position(row))).gather();
    same("positions of two of three columns", &repository.rows(partial)?, &expected)
}

pub(super) fn index_follows(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[entry("a", 1).with(DUE, 1), entry("a", 2).with(DUE, 2), entry("a", 3)])?;
    let all = || by("due", vec![]);
    let writes = changes()
        .write(Write::Put(entry("a", 1).with(DUE, 9)))
        .write(Write::Delete(&ENTRY, vec!["a".into(), 2.into()]))
        .write(Write::Put(entry("a", 3).with(DUE, 3)));
    same("the change", &repository.apply(writes)?, &Ok(()))?;
    same("a moved, a removed, a new row", &seqs(&repository.rows(all())?), &vec![3, 1])?;
    same("a row out of the index", &repository.apply(changes().write(Write::Put(entry("a", 3))))?, &Ok(()))?;
    same("the rest", &seqs(&repository.rows(all())?), &vec![1])
}
