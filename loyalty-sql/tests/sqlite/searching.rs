//! Searches among so many rows that the driver walks in order instead of sorting: page by page what memory answers.

use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, Compare, Filter, Repository, Row, Search, Value, Write};
use loyalty_sql::Sqlite;

use crate::probe::{NOTE, note};

const ROWS: i64 = 2_500;
const DUE: usize = 2;

fn rows() -> Vec<Row> {
    (0..ROWS)
        .map(|number| {
            let mixed = number * 7_919 % ROWS;
            let words = format!("{} w{}", if number % 2 == 0 { "even number" } else { "odd number" }, number % 13);
            let mut row = note(&format!("r{}", mixed % 40), number, &words);
            row.values[DUE] = if number % 3 == 0 { Value::Null } else { Value::Int(mixed % 11) };
            row
        })
        .collect()
}

#[test]
fn pages_of_many_rows_are_those_of_memory() {
    let (sqlite, memory) = (Sqlite::in_memory(&[&NOTE]).unwrap(), Memory::new());
    let changes = [Changes { writes: rows().into_iter().map(Write::Insert).collect(), ..Changes::default() }];
    assert_eq!(sqlite.commit(changes.to_vec()).unwrap(), memory.commit(changes.to_vec()).unwrap());
    let due = |compare, value: i64| Filter::Column(DUE, compare, value.into());
    let not = |filter| Filter::Not(Box::new(filter));
    let filters = [
        Filter::everything(),
        due(Compare::AtLeast, 3),
        due(Compare::Equal, 4),
        not(due(Compare::Less, 3)),
        Filter::Any(vec![not(due(Compare::Greater, 9)), Filter::Column(0, Compare::StartsWith, "r1".into())]),
        Filter::All(vec![Filter::Column(DUE, Compare::Equal, Value::Null), Filter::Column(3, Compare::Contains, "dd".into())]),
    ];
    for filter in filters {
        for words in [&[][..], &["even"], &["n", "number"], &["w12"], &["odd", "w1"], &["none"]] {
            for (sort, descending) in [(None, false), (None, true), (Some(DUE), false), (Some(DUE), true), (Some(3), false)] {
                let words = words.iter().map(|word| (*word).to_owned()).collect();
                let mut search = Search { table: &NOTE, filter: filter.clone(), words, sort, descending, after: None, limit: 170 };
                loop {
                    let page = sqlite.search(&search).unwrap();
                    let expected: Vec<Row> = memory.search(&search).unwrap().into_iter().map(|row| search.narrowed(row)).collect();
                    assert_eq!(page, expected, "{search:?}");
                    let Some(last) = page.last().filter(|_| page.len() == search.limit) else { break };
                    search.after = Some(search.position(last));
                }
            }
        }
    }
}
