//! Sorting, and pages of a sorted result.

use crate::gather::Gather;
use std::sync::Arc;

use super::super::{Compare, Filter, Repository, Row, Search, Value};
use super::probe::{Ask, Checked, NAME, PERSON, SEEN, TIER, WORDS, With, everything, names, person, same, text};

fn people() -> Vec<Row> {
    (0..60)
        .map(|number: i64| {
            let seen = Some(number % 7).filter(|seen| *seen > 2);
            let row = person(&format!("p{:02}", number * 37 % 100)).with(TIER, number % 3).with(SEEN, seen);
            row.with(NAME, format!("n{}", number % 5).as_str()).with(WORDS, text(if number % 2 == 0 { "even words" } else { "odd" }))
        })
        .gather()
}

/// What the pages of a search must come to.
fn meant(rows: &[Row], search: &Search) -> Vec<Row> {
    let mut rows: Vec<Row> = rows.iter().filter(|row| search.matches(row)).cloned().gather();
    rows.sort_by_key(|row| search.position(row));
    if search.descending {
        rows.reverse();
    }
    rows
}

fn searches() -> Vec<Search> {
    let mut searches = Vec::new();
    for sort in [None, Some(0), Some(NAME), Some(TIER), Some(SEEN), Some(WORDS)] {
        for descending in [false, true] {
            let plain = Search { sort, descending, ..everything(&PERSON) };
            let filter = Filter::Column(TIER, Compare::AtLeast, Value::Int(1));
            searches.push(Search { words: vec!["even".into()], ..plain.clone() });
            searches.push(Search { words: vec!["wo".into()], filter: filter.clone(), ..plain.clone() });
            searches.push(Search { filter, ..plain.clone() });
            searches.push(plain);
        }
    }
    searches
}

pub(super) fn sorted(repository: &Arc<dyn Repository>) -> Checked {
    let people = people();
    repository.store(&people)?;
    for search in searches() {
        same(&format!("{search:?}"), &names(&repository.search(&search)?), &names(&meant(&people, &search)))?;
    }
    let none = Search { limit: 0, ..everything(&PERSON) };
    same("a page of no rows", &repository.search(&none)?, &vec![])
}

pub(super) fn complete(repository: &Arc<dyn Repository>) -> Checked {
    let people = people();
    repository.store(&people)?;
    for whole in searches() {
        let paged = pages(repository, &whole, 7, &mut || Ok(()))?;
        same(&format!("pages of {whole:?}"), &names(&paged), &names(&meant(&people, &whole)))?;
    }
    let gone = Search { sort: Some(TIER), after: Some((Value::Int(1), vec!["p50x".into()])), ..everything(&PERSON) };
    let expected: Vec<Row> =
        meant(&people, &gone).into_iter().filter(|row| gone.after.as_ref().is_none_or(|after| gone.position(row) > *after)).gather();
    same("behind a row that is not there", &names(&repository.search(&gone)?), &names(&expected))
}

pub(super) fn while_inserting(repository: &Arc<dyn Repository>) -> Checked {
    let people = people();
    repository.store(&people)?;
    let mut number = 0;
    for sort in [None, Some(TIER), Some(SEEN)] {
        for descending in [false, true] {
            let whole = Search { sort, descending, ..everything(&PERSON) };
            let before = names(&people);
            let paged = pages(repository, &whole, 7, &mut || {
                number += 1;
                let seen = Some(number % 7).filter(|seen| *seen > 1);
                repository.store(&[person(&format!("p{:02}new{number}", number * 61 % 100)).with(TIER, number % 3).with(SEEN, seen)])
            })?;
            let mut found: Vec<String> = names(&paged);
            found.sort();
            let count = found.len();
            found.dedup();
            same("no row twice", &found.len(), &count)?;
            found.retain(|name| before.contains(name));
            let mut expected = before;
            expected.sort();
            same("every row that was there", &found, &expected)?;
        }
    }
    Ok(())
}

/// Goes through all pages; `between` runs after each.
fn pages(
    repository: &Arc<dyn Repository>,
    whole: &Search,
    limit: usize,
    between: &mut dyn FnMut() -> Checked,
) -> Result<Vec<Row>, super::Failure> {
    let mut rows: Vec<Row> = Vec::new();
    loop {
        let after = rows.last().map(|row| whole.position(row));
        let page = repository.search(&Search { after, limit, ..whole.clone() })?;
        same("a page within its limit", &(page.len() <= limit), &true)?;
        let full = page.len() == limit;
        rows.extend(page);
        // A repository that begins anew with every page would never end.
        if !full || rows.len() > 1_000 {
            return Ok(rows);
        }
        between()?;
    }
}
