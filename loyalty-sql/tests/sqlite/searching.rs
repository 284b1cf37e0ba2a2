//! Searches among so many rows that the driver tries one way and then another: page by page what memory answers.

use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, Column, Compare, Erasure, Filter, Index, Repository, Row, Search, Table, Value, Write};
use loyalty_sql::{Config, Sqlite};

use crate::folder::Folder;

const ROWS: i64 = 2_500;
const DUE: usize = 2;
const SHELF: usize = 4;

/// With an index that many orders have, and one for a condition that leads.
static LEAF: Table = Table {
    name: "leaf",
    columns: &[Column::bytes("root", 64), Column::int("seq"), Column::int("due").or_null(), Column::text("words"), Column::int("shelf")],
    key: 2,
    indexes: &[Index { name: "due", columns: &[DUE], unique: false }, Index { name: "shelf", columns: &[SHELF], unique: false }],
    search: Some(3),
    erasure: Erasure::Kept,
};

fn rows() -> Vec<Row> {
    (0..ROWS)
        .map(|number| {
            let mixed = number * 7_919 % ROWS;
            let words = format!("{} w{}", if number % 2 == 0 { "even number" } else { "odd number" }, number % 13);
            let due = (number % 3 != 0).then_some(mixed % 11);
            // Few rows, many that lie evenly, and as many that come late.
            let shelf = match due {
                Some(7..) => 9,
                _ if number < 300 => 7,
                _ => number % 3,
            };
            let due = due.map_or(Value::Null, Value::Int);
            let values =
                vec![Value::from(format!("r{}", mixed % 40).as_str()), number.into(), due, Value::Text(words.clone()), shelf.into()];
            Row { table: &LEAF, values, body: words }
        })
        .collect()
}

fn changes() -> Vec<Changes> {
    vec![Changes { writes: rows().into_iter().map(Write::Insert).collect(), ..Changes::default() }]
}

fn filters() -> Vec<Filter> {
    let is = |column, compare, value: i64| Filter::Column(column, compare, value.into());
    let not = |filter| Filter::Not(Box::new(filter));
    let on_shelf = |shelf| is(SHELF, Compare::Equal, shelf);
    vec![
        Filter::everything(),
        is(DUE, Compare::AtLeast, 3),
        is(DUE, Compare::Equal, 4),
        not(is(DUE, Compare::Less, 3)),
        Filter::Any(vec![not(is(DUE, Compare::Greater, 9)), Filter::Column(0, Compare::StartsWith, "r1".into())]),
        Filter::All(vec![Filter::Column(DUE, Compare::Equal, Value::Null), Filter::Column(3, Compare::Contains, "dd".into())]),
        on_shelf(7),
        on_shelf(1),
        on_shelf(9),
        on_shelf(8),
        Filter::All(vec![on_shelf(9), Filter::Column(0, Compare::StartsWith, "r11".into())]),
    ]
}

/// Asks for every page of many searches, of rows that memory has too.
fn compare(asked: &dyn Repository, memory: &Memory) {
    for filter in filters() {
        for words in [&[][..], &["even"], &["n", "number"], &["w12"], &["odd", "w1"], &["none"]] {
            for (sort, descending) in [(None, false), (None, true), (Some(DUE), false), (Some(DUE), true), (Some(3), false)] {
                let words = words.iter().map(|word| (*word).to_owned()).collect();
                let mut search = Search { table: &LEAF, filter: filter.clone(), words, sort, descending, after: None, limit: 170 };
                loop {
                    let page = asked.search(&search).unwrap();
                    let expected: Vec<Row> = memory.search(&search).unwrap().into_iter().map(|row| search.narrowed(row)).collect();
                    assert_eq!(page, expected, "{search:?}");
                    let Some(last) = page.last().filter(|_| page.len() == search.limit) else { break };
                    search.after = Some(search.position(last));
                }
            }
        }
    }
}

#[test]
fn pages_of_many_rows_are_those_of_memory() {
    let (sqlite, memory) = (Sqlite::in_memory(&[&LEAF]).unwrap(), Memory::new());
    assert_eq!(sqlite.commit(changes()).unwrap(), memory.commit(changes()).unwrap());
    compare(&sqlite, &memory);
}

#[test]
fn pages_in_a_transaction_of_the_host_are_too() {
    let (folder, memory) = (Folder::new(), Memory::new());
    let path = folder.fresh();
    let sqlite = Sqlite::open(Config::new(&path), &[&LEAF]).unwrap();
    assert_eq!(sqlite.commit(changes()).unwrap(), memory.commit(changes()).unwrap());
    let mut host = rusqlite::Connection::open(&path).unwrap();
    host.execute_batch("BEGIN").unwrap();
    compare(&sqlite.joined(&mut host).unwrap(), &memory);
}
