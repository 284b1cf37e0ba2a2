//! How the engine answers: by which index, and whether it sorts.

use loyalty_core::repository::{Column, Compare, Erasure, Filter, Index, ROOT, Row, Scan, Search, Table, Value};
use rusqlite::Connection;

use super::{Config, SqliteError, migrate, open, query, search as searching};
use crate::SCHEMA_VERSION;
use crate::dialect::Dialect;
use crate::statement::{Lead, Statements, Way, Ways, count, nominate, search_pieces, with_own};

static GUEST: Table = Table {
    name: "guest",
    columns: &[
        Column::bytes("root", 64),
        Column::int("tier"),
        Column::int("seen").or_null(),
        Column::text("words"),
        Column::bytes("name", 64),
    ],
    key: 1,
    indexes: &[
        Index { name: "tier", columns: &[1], unique: false },
        Index { name: "seen", columns: &[2], unique: false },
        Index { name: "name", columns: &[4], unique: false },
        Index { name: "tier_seen", columns: &[1, 2], unique: false },
    ],
    search: Some(3),
    erasure: Erasure::Kept,
};

static LINE: Table = Table {
    name: "line",
    columns: &[Column::bytes("root", 64), Column::int("seq"), Column::int("due").or_null(), Column::int("kind")],
    key: 2,
    indexes: &[
        Index { name: "due", columns: &[2], unique: false },
        Index { name: "root_due", columns: &[0, 2], unique: false },
        Index { name: "kind", columns: &[3, 2], unique: true },
    ],
    search: None,
    erasure: Erasure::Kept,
};

fn opened() -> (Connection, Statements) {
    let tables = with_own(&[&GUEST, &LINE]);
    let mut connection = open::memory().unwrap();
    migrate::migrate(&mut connection, "p_", &tables).unwrap();
    (connection, Statements::new(Dialect::Sqlite, "p_", &tables))
}

/// The engine's plan of a statement, one line a part.
fn explain(connection: &Connection, statement: &str) -> String {
    let mut explain = connection.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).unwrap();
    let mut lines = explain.raw_query();
    let mut plan = String::new();
    while let Some(line) = lines.next().unwrap() {
        plan += &line.get::<_, String>(3).unwrap();
        plan.push('\n');
    }
    plan
}

fn search(table: &'static Table) -> Search {
    Search { table, filter: Filter::everything(), words: vec![], sort: None, descending: false, after: None, limit: 9 }
}

#[test]
fn sorted_pages_walk_an_index() {
    let (connection, statements) = opened();
    let key = || vec![Value::from("k")];
    let positions =
        [(1, Some(Value::Int(2))), (2, Some(Value::Int(2))), (2, Some(Value::Null)), (4, Some(Value::from("n"))), (1, None), (2, None)];
    for (sort, after) in positions {
        for descending in [false, true] {
            let after = after.clone().map(|value| (value, key()));
            let search = Search { sort: Some(sort), descending, after, ..search(&GUEST) };
            for (text, _) in search_pieces(statements.of(&GUEST).unwrap(), &search, Way::Free) {
                let plan = explain(&connection, &text);
                assert!(!plan.contains("TEMP B-TREE"), "{text}\n{plan}");
                assert!(plan.contains("USING INDEX p_guest_"), "{text}\n{plan}");
                assert!(search.after.is_none() || plan.contains("SEARCH"), "{text}\n{plan}");
            }
        }
    }
}

#[test]
fn pages_by_key_walk_the_key() {
    let (connection, statements) = opened();
    for table in [&GUEST, &LINE] {
        let key = if table == &GUEST { vec![Value::from("k")] } else { vec![Value::from("k"), Value::Int(3)] };
        let search = Search { after: Some((Value::Null, key)), ..search(table) };
        for (text, _) in search_pieces(statements.of(table).unwrap(), &search, Way::Free) {
            let plan = explain(&connection, &text);
            assert!(plan.contains("SEARCH") && !plan.contains("TEMP B-TREE"), "{text}\n{plan}");
        }
    }
}

#[test]
fn scans_walk_their_index() {
    let (connection, statements) = opened();
    let by = |index: usize, prefix| Scan::prefix(&LINE, prefix).by(&LINE.indexes[index]);
    let root = || vec![Value::from("r")];
    let scans = [
        Scan::prefix(&LINE, root()).after(Some(vec![Value::Int(4)])),
        Scan::prefix(&LINE, root()).until(vec![Value::Int(4)]).reversed(),
        by(0, vec![]).until(vec![Value::Int(4)]),
        by(0, vec![]).after(Some(vec![Value::Int(4), Value::from("r"), Value::Int(1)])),
        by(1, root()).until(vec![Value::Int(4)]),
        by(1, root()).after(Some(vec![Value::Int(4), Value::Int(4)])).reversed(),
        by(2, vec![Value::Int(4)]).after(Some(vec![Value::Int(4)])),
    ];
    for scan in scans {
        for (text, _) in &statements.scan(&scan).unwrap().pieces {
            let plan = explain(&connection, text);
            assert!(plan.contains("SEARCH") && !plan.contains("TEMP B-TREE"), "{text}\n{plan}");
        }
    }
}

#[test]
fn a_walk_in_order_uses_no_other_index() {
    let (connection, statements) = opened();
    let filter = Filter::Not(Box::new(Filter::Column(1, Compare::Equal, 2.into())));
    let filter = Filter::All(vec![Filter::Column(1, Compare::AtLeast, 1.into()), filter]);
    let words = vec!["anna".to_owned()];
    for (sort, index) in [(Some(2), "p_guest_seen"), (Some(4), "p_guest_name"), (None, "sqlite_autoindex_p_guest")] {
        let search = Search { sort, filter: filter.clone(), words: words.clone(), ..search(&GUEST) };
        for (text, _) in search_pieces(statements.of(&GUEST).unwrap(), &search, Way::InOrder) {
            let plan = explain(&connection, &text);
            assert!(plan.contains(index) && !plan.contains("TEMP B-TREE") && !plan.contains("VIRTUAL"), "{text}\n{plan}");
        }
    }
}

#[test]
fn what_leads_is_counted_by_its_index_alone_and_then_sorted() {
    let (connection, statements) = opened();
    let sql = statements.of(&GUEST).unwrap();
    let tier = |compare, value: i64| Filter::Column(1, compare, value.into());
    let filter = Filter::All(vec![tier(Compare::AtLeast, 1), Filter::Column(4, Compare::StartsWith, "n".into()), tier(Compare::Less, 4)]);
    let after = Some((Value::Int(7), vec![Value::from("k")]));
    let search = Search { sort: Some(2), filter, words: vec!["anna".to_owned()], after, ..search(&GUEST) };
    let leads =
        [(Lead::Words, "VIRTUAL TABLE"), (Lead::Column(1), "(tier>? AND tier<?)"), (Lead::Column(4), "p_guest_name (name>? AND name<?)")];
    assert_eq!(Ways::of(&search), Ways { walk: Way::InOrder, leads: leads.map(|(lead, _)| lead).to_vec(), or_free: false });
    for (lead, index) in leads {
        let (text, way, found) = match lead {
            Lead::Words => (nominate(sql, &search).unwrap().0, Way::Among("[7,9]"), "json_each"),
            Lead::Column(column) => {
                let (text, values) = count(sql, &search, column);
                assert_eq!(values.len() + 1, text.matches('?').count(), "{text}");
                (text, Way::By(column), index)
            }
        };
        let plan = explain(&connection, &text);
        assert!(plan.contains(index) && (lead == Lead::Words || plan.contains("COVERING")), "{text}\n{plan}");
        for (text, values) in search_pieces(sql, &search, way) {
            let plan = explain(&connection, &text);
            assert_eq!(values.contains(&Value::Text("[7,9]".to_owned())), lead == Lead::Words, "JSON is text");
            assert!(plan.contains(found) && plan.contains("TEMP B-TREE") && plan.matches("USING INDEX").count() < 2, "{text}\n{plan}");
        }
    }
}

#[test]
fn a_walk_within_a_condition_names_its_index_and_does_not_sort() {
    let (connection, statements) = opened();
    let tier = |value: i64| Filter::Column(1, Compare::Equal, value.into());
    let name = Filter::Column(4, Compare::StartsWith, "n".into());
    let both = &GUEST.indexes[3];
    for (filter, leads, sorts) in [
        (tier(1), vec![], false),
        (Filter::All(vec![name, tier(1)]), vec![Lead::Column(4)], false),
        // The engine leaves each value as soon as its rows come behind the page.
        (Filter::Any(vec![tier(1), tier(2)]), vec![], true),
        // No value can be like this; the index is walked through all the same.
        (Filter::Column(1, Compare::Equal, "n".into()), vec![], true),
    ] {
        let search = Search { sort: Some(2), filter, ..search(&GUEST) };
        let ways = Ways::of(&search);
        assert_eq!(ways, Ways { walk: Way::Within(both), leads, or_free: false });
        for (text, _) in search_pieces(statements.of(&GUEST).unwrap(), &search, ways.walk) {
            let plan = explain(&connection, &text);
            assert!(plan.contains("p_guest_tier_seen") && (sorts || !plan.contains("TEMP B-TREE")), "{text}\n{plan}");
        }
    }
}

#[test]
fn only_what_an_index_answers_leads() {
    let is = |column, compare| Filter::Column(column, compare, "n".into());
    let ways = |filter: Filter, sort| Ways::of(&Search { filter, sort: Some(sort), ..search(&GUEST) });
    let any = |filters: &[Filter]| Filter::Any(filters.to_vec());
    let by = |column| Ways { walk: Way::InOrder, leads: vec![Lead::Column(column)], or_free: false };
    assert_eq!(ways(is(4, Compare::StartsWith), 2), by(4));
    assert_eq!(ways(is(0, Compare::Equal), 2), by(0), "the key");
    assert_eq!(ways(any(&[is(4, Compare::Equal), is(4, Compare::Less)]), 2), by(4));
    for filter in [
        Filter::everything(),
        is(2, Compare::AtLeast),
        is(4, Compare::Contains),
        is(3, Compare::Equal),
        any(&[is(4, Compare::Equal), is(1, Compare::Equal)]),
        any(&[]),
        Filter::Not(Box::new(is(4, Compare::Less))),
        Filter::Not(Box::new(is(4, Compare::Equal))),
    ] {
        let or_free = matches!(&filter, Filter::Any(_));
        assert_eq!(ways(filter.clone(), 2), Ways { walk: Way::InOrder, leads: vec![], or_free }, "{filter:?}");
    }
    let none = Filter::Column(1, Compare::Equal, Value::Null);
    let with_null = ways(any(&[Filter::Column(1, Compare::Equal, 1.into()), none]), 2);
    assert_eq!(with_null, by(1), "the engine takes it for no list of values");
    assert_eq!(ways(is(4, Compare::Equal), 3), Ways { walk: Way::Free, leads: vec![], or_free: false }, "an order without an index");
}

#[test]
fn words_go_through_the_text_index() {
    let (connection, statements) = opened();
    let search = Search { words: vec!["anna".to_owned(), "x".to_owned()], ..search(&GUEST) };
    let pieces = search_pieces(statements.of(&GUEST).unwrap(), &search, Way::Free);
    let [(text, values)] = pieces.as_slice() else { panic!("{pieces:?}") };
    assert!(explain(&connection, text).contains("VIRTUAL TABLE"), "{}", explain(&connection, text));
    assert_eq!(values[0], Value::Text("\"ann\" AND \"nna\"".to_owned()));
}

#[test]
fn one_of_several_texts_is_looked_for_in_the_text_index() {
    let (connection, statements) = opened();
    let has = |text: &str| Filter::Column(3, Compare::Contains, Value::Text(text.to_owned()));
    let search =
        Search { filter: Filter::Any(vec![has("42-42"), has("4242")]), words: vec!["anna".to_owned()], sort: Some(2), ..search(&GUEST) };
    assert_eq!(Ways::of(&search).leads, [Lead::Words]);
    let (text, value) = nominate(statements.of(&GUEST).unwrap(), &search).unwrap();
    let nominating = r#""ann" AND "nna" AND (("42-" AND "2-4" AND "-42") OR ("424" AND "242"))"#;
    assert_eq!(value, Value::Text(nominating.to_owned()));
    let nominated = connection.query_row(&text, (nominating, 9), |row| row.get::<_, i64>(0));
    assert_eq!(nominated, Err(rusqlite::Error::QueryReturnedNoRows), "the engine understands it");
    for filter in
        [Filter::Any(vec![has("42-42"), has("42")]), Filter::Any(vec![]), has("4242"), Filter::Any(vec![has("4242"), Filter::everything()])]
    {
        let search = Search { filter, words: Vec::new(), ..search.clone() };
        assert_eq!(Ways::of(&search).leads, []);
    }
}

#[test]
fn equal_values_and_beginnings_use_an_index() {
    let (connection, statements) = opened();
    for (compare, value) in [(Compare::Equal, "n"), (Compare::StartsWith, "n")] {
        let search = Search { filter: Filter::Column(4, compare, value.into()), ..search(&GUEST) };
        for (text, _) in search_pieces(statements.of(&GUEST).unwrap(), &search, Way::Free) {
            assert!(explain(&connection, &text).contains("p_guest_name (name"), "{text}\n{}", explain(&connection, &text));
        }
    }
}

#[test]
fn scans_of_one_shape_share_their_statements() {
    let (_, statements) = opened();
    let scan = |seq: i64| Scan::prefix(&LINE, vec!["r".into()]).after(Some(vec![seq.into()])).limit(usize::try_from(seq).unwrap());
    let (one, other) = (statements.scan(&scan(1)).unwrap(), statements.scan(&scan(2)).unwrap());
    assert!(std::sync::Arc::ptr_eq(&one, &other));
}

#[test]
fn tables_not_named_at_opening_are_an_error() {
    static OTHER: Table = Table { name: "other", columns: &[Column::int("n")], key: 1, indexes: &[], search: None, erasure: Erasure::Kept };
    let (connection, statements) = opened();
    let error = searching::search(&connection, &statements, &search(&OTHER)).unwrap_err();
    assert_eq!(error.to_string(), "the table other is not known here; name it when the database is opened");
}

#[test]
fn what_something_else_wrote_is_an_error_not_a_panic() {
    let (connection, statements) = opened();
    connection.execute("INSERT INTO p_root VALUES (x'61', 1, 0, 0, x'', CAST(x'ff' AS TEXT))", ()).unwrap();
    let error = query::get(&connection, statements.of(&ROOT).unwrap(), &["a".into()]).unwrap_err();
    assert!(error.to_string().contains("a text that is not UTF-8"), "{error}");
}

#[test]
fn a_connection_that_may_not_write_is_told_at_opening() {
    let path = std::env::temp_dir().join(format!("loyalty-sql-read-only-{}.db", std::process::id()));
    drop(open::writer(&Config::new(&path)).unwrap());
    // A user who may write everything cannot be shown a file that is not writable; a connection can.
    let error = open::reader(&Config::new(&path)).unwrap().execute("CREATE TABLE t (n)", ()).unwrap_err();
    let error = open::explain(error, &path);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(error, SqliteError::ReadOnly { path });
}

#[test]
fn an_erased_text_leaves_no_trigrams() {
    let (connection, statements) = opened();
    let sql = statements.of(&GUEST).unwrap();
    let values = vec!["k".into(), 1.into(), Value::Null, Value::Text("zyxwv".to_owned()), "n".into()];
    let row = Row { table: &GUEST, values, body: String::new() };
    let mut insert = connection.prepare_cached(&sql.insert).unwrap();
    let next = query::bind(&mut insert, &row.values).unwrap();
    insert.raw_bind_parameter(next, &row.body).unwrap();
    insert.raw_execute().unwrap();
    let blocks = || -> i64 {
        let count = "SELECT count(*) FROM p_guest_text_data WHERE instr(block, CAST('zyx' AS BLOB)) > 0";
        connection.query_row(count, (), |row| row.get(0)).unwrap()
    };
    assert_eq!(blocks(), 1);
    connection.execute("DELETE FROM p_guest", ()).unwrap();
    assert_eq!(blocks(), 0);
}

#[test]
fn a_missing_part_of_a_schema_is_made_again() {
    let tables = with_own(&[&GUEST, &LINE]);
    let (mut connection, _) = opened();
    let before = schema(&connection);
    connection.execute_batch("DROP TRIGGER p_guest_text_update; DROP INDEX p_line_due; DROP TABLE p_counter").unwrap();
    assert_ne!(schema(&connection), before);
    migrate::migrate(&mut connection, "p_", &tables).unwrap();
    assert_eq!(schema(&connection), before);
    let versions: i64 = connection.query_row("SELECT max(version) FROM p_schema", (), |row| row.get(0)).unwrap();
    assert_eq!(versions, SCHEMA_VERSION);
}

/// Everything the schema says, in the order of names.
fn schema(connection: &Connection) -> Vec<(String, String)> {
    let mut select = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
    let rows = select.query_map((), |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}
