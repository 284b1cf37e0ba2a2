//! Filters and words.

use crate::gather::Gather;
use std::sync::Arc;

use super::super::{Compare, Filter, Repository, Search, Value, Write};
use super::probe::{
    Also, Ask, CODE, Checked, DUE, ENTRY, KIND, NOTE, PERSON, TIER, With, changes, entry, everything, names, person, same, seqs, text,
    worded,
};

fn is(column: usize, compare: Compare, value: impl Into<Value>) -> Filter {
    Filter::Column(column, compare, value.into())
}

fn not(filter: Filter) -> Filter {
    Filter::Not(Box::new(filter))
}

/// The `seq` of entries that satisfy a filter, by key.
fn found(repository: &Arc<dyn Repository>, filter: Filter) -> Result<Vec<i64>, super::Failure> {
    Ok(seqs(&repository.search(&Search { filter, ..everything(&ENTRY) })?))
}

/// The names of persons that have all these words, by key.
fn worded_so(repository: &Arc<dyn Repository>, words: &[&str]) -> Result<Vec<String>, super::Failure> {
    let words = words.iter().map(|word| (*word).to_owned()).gather();
    Ok(names(&repository.search(&Search { words, ..everything(&PERSON) })?))
}

pub(super) fn comparisons(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[
        entry("a", 1).with(DUE, i64::MIN),
        entry("a", 2).with(DUE, -1),
        entry("a", 3).with(DUE, 0),
        entry("a", 4),
        entry("a", 5).with(DUE, 1),
        entry("a", 6).with(DUE, i64::MAX),
    ])?;
    let expect = |filter: Filter, expected: &[i64]| same(&format!("{filter:?}"), &found(repository, filter)?, &expected.to_vec());
    expect(is(DUE, Compare::Equal, 0), &[3])?;
    expect(is(DUE, Compare::Equal, Value::Null), &[4])?;
    expect(is(DUE, Compare::Less, 0), &[1, 2])?;
    expect(is(DUE, Compare::Less, i64::MIN), &[])?;
    expect(is(DUE, Compare::AtMost, 0), &[1, 2, 3])?;
    expect(is(DUE, Compare::Greater, 0), &[5, 6])?;
    expect(is(DUE, Compare::Greater, i64::MAX), &[])?;
    expect(is(DUE, Compare::AtLeast, 0), &[3, 5, 6])?;
    for compare in [Compare::Less, Compare::AtMost, Compare::Greater, Compare::AtLeast, Compare::StartsWith, Compare::Contains] {
        expect(is(DUE, compare, Value::Null), &[])?;
    }
    expect(is(DUE, Compare::Contains, "0"), &[])?;
    expect(is(KIND, Compare::Equal, Value::Null), &[])?;
    expect(is(KIND, Compare::Less, Value::Null), &[])
}

pub(super) fn combinations(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[
        entry("a", 1).with(DUE, 1),
        entry("a", 2).with(DUE, 2).with(KIND, 1),
        entry("a", 3),
        entry("a", 4).with(KIND, 1),
    ])?;
    let expect = |filter: Filter, expected: &[i64]| same(&format!("{filter:?}"), &found(repository, filter)?, &expected.to_vec());
    let small = || is(DUE, Compare::Less, 2);
    let kind = || is(KIND, Compare::Equal, 1);
    expect(Filter::All(vec![]), &[1, 2, 3, 4])?;
    expect(Filter::Any(vec![]), &[])?;
    expect(not(Filter::All(vec![])), &[])?;
    expect(not(Filter::Any(vec![])), &[1, 2, 3, 4])?;
    expect(not(small()), &[2, 3, 4])?;
    expect(not(not(small())), &[1])?;
    expect(not(is(DUE, Compare::Equal, 1)), &[2, 3, 4])?;
    expect(not(is(DUE, Compare::Equal, Value::Null)), &[1, 2])?;
    expect(not(is(DUE, Compare::Greater, Value::Null)), &[1, 2, 3, 4])?;
    expect(not(is(CODE, Compare::StartsWith, "x")), &[1, 2, 3, 4])?;
    expect(Filter::All(vec![kind(), not(small())]), &[2, 4])?;
    expect(Filter::Any(vec![kind(), small()]), &[1, 2, 4])?;
    expect(not(Filter::Any(vec![kind(), small()])), &[3])?;
    expect(not(Filter::All(vec![not(kind()), not(small())])), &[1, 2, 4])
}

pub(super) fn contains(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[
        entry("a", 1).with(CODE, "alpha").with(NOTE, text("ALPHA é")),
        entry("a", 2).with(CODE, "al").with(NOTE, text("50% off_")),
        entry("a", 3).with(CODE, vec![255u8, 255, 1]),
        entry("a", 4).with(CODE, "").with(NOTE, text("")),
        entry("a", 5).with(CODE, vec![255u8, 0]).with(NOTE, text("a\0b")),
        entry("a", 6),
    ])?;
    let expect = |filter: Filter, expected: &[i64]| same(&format!("{filter:?}"), &found(repository, filter)?, &expected.to_vec());
    expect(is(CODE, Compare::StartsWith, "al"), &[1, 2])?;
    expect(is(CODE, Compare::StartsWith, "alphab"), &[])?;
    expect(is(CODE, Compare::StartsWith, vec![255u8]), &[3, 5])?;
    expect(is(CODE, Compare::StartsWith, vec![255u8, 255]), &[3])?;
    expect(is(CODE, Compare::StartsWith, ""), &[1, 2, 3, 4, 5])?;
    expect(is(CODE, Compare::Contains, "ph"), &[1])?;
    expect(is(CODE, Compare::Contains, vec![0u8]), &[5])?;
    expect(is(CODE, Compare::Contains, ""), &[1, 2, 3, 4, 5])?;
    expect(is(CODE, Compare::Contains, text("lph")), &[1])?;
    expect(is(NOTE, Compare::Contains, text("%")), &[2])?;
    expect(is(NOTE, Compare::Contains, text("_")), &[2])?;
    expect(is(NOTE, Compare::Contains, text("alpha")), &[])?;
    expect(is(NOTE, Compare::Contains, text("\0b")), &[5])?;
    expect(is(NOTE, Compare::Contains, text("")), &[1, 2, 4, 5])?;
    expect(is(NOTE, Compare::StartsWith, text("AL")), &[1])?;
    expect(is(NOTE, Compare::StartsWith, text("")), &[1, 2, 4, 5])?;
    expect(not(is(NOTE, Compare::Contains, text(""))), &[3, 6])?;
    expect(is(NOTE, Compare::Less, text("A")), &[2, 4])
}

pub(super) fn long_lists(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&(0..40).map(|seq| entry("a", seq).with(KIND, seq)).gather::<Vec<_>>())?;
    let odd = (0..3_000).map(|kind| is(KIND, Compare::Equal, kind * 2 + 1)).gather();
    let expected: Vec<i64> = (0..40).filter(|kind| kind % 2 == 1).gather();
    same("one of 3000 values", &found(repository, Filter::Any(odd))?, &expected)?;
    let none = (0..3_000).map(|kind| not(is(KIND, Compare::Equal, kind * 2))).gather();
    same("none of 3000 values", &found(repository, Filter::All(none))?, &expected)
}

pub(super) fn words(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[
        worded("a", "anna karenina anna@example.com"),
        worded("b", "bob 50% _x_ \"quoted\" it's a*b"),
        worded("c", "zoë 漢字かな 👩‍👩‍👧 æther"),
        worded("d", ""),
        person("e"),
        worded("f", "AND OR NOT NEAR(a b) ^col: {x} -plus \\back\\ a\0bcd"),
        worded("g", "an na"),
    ])?;
    let expect = |asked: &[&str], expected: &str| {
        same(&format!("{asked:?}"), &worded_so(repository, asked)?, &expected.chars().map(String::from).gather::<Vec<_>>())
    };
    expect(&[], "abcdefg")?;
    expect(&[""], "abcdefg")?;
    for (asked, expected) in [
        ("anna", "a"),
        ("an", "ag"),
        ("n", "ag"),
        ("nna", "a"),
        ("karenina", "a"),
        ("anna karenina", "a"),
        ("annak", ""),
        ("a@e", "a"),
        ("%", "b"),
        ("_", "b"),
        ("0%", "b"),
        ("50%", "b"),
        ("_x_", "b"),
        ("\"", "b"),
        ("\"quo", "b"),
        ("ted\"", "b"),
        ("'", "b"),
        ("it's", "b"),
        ("a*b", "b"),
        ("a%b", ""),
        ("o__b", ""),
        ("*", "b"),
        ("ann*", ""),
        ("ë", "c"),
        ("zoë", "c"),
        ("zoe", ""),
        ("漢", "c"),
        ("漢字か", "c"),
        ("👩‍👩‍👧", "c"),
        ("👩\u{200d}👩", "c"),
        ("æth", "c"),
        ("AND", "f"),
        ("AND OR NOT", "f"),
        ("and", ""),
        ("NEAR(a b)", "f"),
        ("^col:", "f"),
        ("{x}", "f"),
        ("-plus", "f"),
        ("\\back\\", "f"),
        ("a\0b", "f"),
        ("a\0bcd", "f"),
        ("\0", "f"),
        ("abc", ""),
        ("bcd", "f"),
    ] {
        expect(&[asked], expected)?;
    }
    expect(&["anna", "com"], "a")?;
    expect(&["anna", "bob"], "")?;
    expect(&["an", "na"], "ag")?;
    expect(&["an", "karen", ""], "a")?;
    let filter = is(TIER, Compare::Equal, 1);
    same("words and a filter", &repository.search(&Search { words: vec!["anna".into()], filter, ..everything(&PERSON) })?, &vec![])
}

pub(super) fn words_follow(repository: &Arc<dyn Repository>) -> Checked {
    repository.store(&[worded("a", "first words"), worded("b", "second words"), worded("c", "third words")])?;
    let writes = changes()
        .write(Write::Put(worded("a", "changed text")))
        .write(Write::Delete(&PERSON, vec!["b".into()]))
        .write(Write::Put(worded("c", "third words").with(TIER, 2)));
    same("the change", &repository.apply(writes)?, &Ok(()))?;
    for (word, expected) in [("first", ""), ("changed", "a"), ("second", ""), ("words", "c"), ("third", "c")] {
        same(word, &worded_so(repository, &[word])?.concat(), &expected.to_owned())?;
    }
    let refused = changes().write(Write::Put(worded("a", "refused text"))).write(Write::Insert(person("c")));
    same("a refused change", &repository.apply(refused)?.is_err(), &true)?;
    same("words of a refused change", &worded_so(repository, &["refused"])?, &vec![])?;
    same("words that stay", &worded_so(repository, &["changed"])?, &vec!["a".to_owned()])?;
    same("words taken away", &repository.apply(changes().write(Write::Put(person("a"))))?, &Ok(()))?;
    same("nothing is found by them", &worded_so(repository, &["changed"])?, &vec![])
}
