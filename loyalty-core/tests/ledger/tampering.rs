//! Rows that someone changed behind the library's back: the verification finds every kind.

use std::collections::BTreeMap;

use loyalty_core::account::ACCOUNT;
use loyalty_core::entry::ENTRY;
use loyalty_core::log::LOG;
use loyalty_core::lot::LOT;
use loyalty_core::repository::{Changes, Key, ROOT, Read, Repository, RootWrite, Row, Scan, Table, Value, Write};
use serde_json::json;

use crate::shop::Shop;

/// A shop with entries of several kinds, none of its lots empty.
fn shop() -> Shop {
    let mut shop = Shop::new(json!({}));
    shop.earn_until(100, "2026-06-01");
    shop.adjust(50);
    shop.spend(30);
    shop.done("points.reverse", Shop::of_entry(3, 10));
    shop.hold(20, 5);
    shop
}

fn rows(shop: &Shop, table: &'static Table) -> Vec<Row> {
    shop.memory.read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap().concat()
}

fn write(shop: &Shop, write: Write) {
    let answers = shop.memory.commit(vec![Changes { writes: vec![write], ..Changes::default() }]).unwrap();
    assert!(answers.iter().all(Result::is_ok));
}

/// Changes one column of one row, looks what the verification says, and changes it back.
fn place_of(shop: &mut Shop, table: &'static Table, number: usize, column: usize, value: Value) -> String {
    let original = rows(shop, table)[number].clone();
    let mut changed = original.clone();
    assert_ne!(changed.values[column], value);
    changed.values[column] = value;
    write(shop, Write::Put(changed));
    let verdict = shop.verdict(None);
    write(shop, Write::Put(original));
    assert_eq!(verdict["sound"], false, "column {column} of {}", table.name);
    verdict["difference"]["place"].as_str().unwrap().to_owned()
}

// rule L14
#[test]
fn every_column_of_an_entry_is_covered() {
    let mut shop = shop();
    let earlier = Value::Int(1_700_000_000_000_000);
    for (column, value) in [(3, Value::from("adjust")), (4, Value::Int(1_000)), (5, Value::Int(1_000)), (6, earlier.clone()), (7, earlier)]
    {
        assert_eq!(place_of(&mut shop, &ENTRY, 0, column, value), "command 3, entries");
    }
    assert_eq!(place_of(&mut shop, &ENTRY, 0, 8, Value::Int(1)), "command 3, entries");
    assert_eq!(place_of(&mut shop, &ENTRY, 0, 9, Value::Int(4)), "command 3, entries");
    assert_eq!(place_of(&mut shop, &ENTRY, 0, 10, Value::from("eve")), "command 3, entries");
    assert_eq!(place_of(&mut shop, &ENTRY, 0, 11, Value::Int(100)), "entry points/1, reversed");
    for reversed in [0, 1, 20, 31] {
        assert_eq!(place_of(&mut shop, &ENTRY, 2, 11, Value::Int(reversed)), "entry points/3, reversed");
    }
    for column in [12, 13, 14] {
        assert_eq!(place_of(&mut shop, &ENTRY, 1, column, Value::Text("nicer words".into())), "command 4, texts");
    }
}

// rule L14
#[test]
fn the_facts_of_an_entry_are_covered() {
    let mut shop = shop();
    let original = rows(&shop, &ENTRY)[2].clone();
    let changed = Row { body: original.body.replace("-30", "-31"), ..original.clone() };
    assert_ne!(changed.body, original.body);
    write(&shop, Write::Put(changed));
    assert_eq!(shop.verdict(None)["difference"]["place"], "command 5, entries");
    write(&shop, Write::Delete(&ENTRY, original.key().to_vec()));
    assert_eq!(shop.verdict(None)["difference"]["place"], "command 5, entries");
    write(&shop, Write::Put(original));
}

// rules L1, L14
#[test]
fn lots_and_totals_are_recomputed() {
    let mut shop = shop();
    shop.earn_until(5, "2026-01-02");
    shop.on("2026-01-02");
    shop.spend(1);
    for number in 0..rows(&shop, &LOT).len() {
        let place = place_of(&mut shop, &LOT, number, 7, Value::Int(999));
        assert!(place.starts_with("lot points/"), "{place}");
    }
    for (column, what) in [
        (3, "entries"),
        (5, "balance"),
        (6, "pending"),
        (7, "held"),
        (8, "debt"),
        (9, "earned"),
        (10, "adjusted"),
        (11, "spent"),
        (12, "expired"),
    ] {
        assert_eq!(place_of(&mut shop, &ACCOUNT, 0, column, Value::Int(777)), format!("account points, {what}"));
    }
}

// rules L14, P7
#[test]
fn the_log_is_a_chain() {
    let mut shop = shop();
    let mine = |row: &Row| *row.value(0) == Value::from("c:ann");
    let first = rows(&shop, &LOG).iter().position(mine).unwrap();
    for (column, value, place) in [
        (2, Value::Int(1), "command 1, link"),
        (3, Value::from("customer.edit"), "command 1, link"),
        (4, Value::from("eve"), "command 1, link"),
        (5, Value::from([7; 32].as_slice()), "command 1, entries"),
        (6, Value::from([7; 32].as_slice()), "command 1, texts"),
        (7, Value::from([7; 32].as_slice()), "command 1, link"),
        (8, Value::from([7; 32].as_slice()), "command 1, texts"),
    ] {
        assert_eq!(place_of(&mut shop, &LOG, first, column, value), place);
    }
    let log = rows(&shop, &LOG);
    let last = log.iter().rfind(|row| mine(row)).unwrap();
    write(&shop, Write::Delete(&LOG, last.key().to_vec()));
    assert_eq!(shop.verdict(None)["difference"]["place"], "the number of commands");
    write(&shop, Write::Put(last.clone()));
}

/// Every row there is, by table and key.
fn all(shop: &Shop) -> BTreeMap<(&'static str, Key), Row> {
    let tables = loyalty_core::schema::TABLES.iter().filter(|table| **table != &ROOT);
    let rows = tables.flat_map(|table| rows(shop, table));
    rows.map(|row| ((row.table.name, row.key().to_vec()), row)).collect()
}

/// Cuts the last command off so well that nothing in the database shows it.
fn cut_off(shop: &Shop, before: &BTreeMap<(&'static str, Key), Row>, root: &Row) {
    let mut writes: Vec<Write> = before.values().cloned().map(Write::Put).collect();
    writes.extend(all(shop).into_iter().filter(|(key, _)| !before.contains_key(key)).map(|((_, key), row)| Write::Delete(row.table, key)));
    let now = rows(shop, &ROOT).into_iter().find(|row| row.key() == root.key()).unwrap();
    let Value::Int(version) = now.value(1) else { panic!("a version") };
    let mut back = root.clone();
    back.values[1] = Value::Int(version + 1);
    let roots = vec![RootWrite { expected: u64::try_from(*version).unwrap(), row: back }];
    let answers = shop.memory.commit(vec![Changes { roots, writes, ..Changes::default() }]).unwrap();
    assert!(answers.iter().all(Result::is_ok));
}

// rule L14
#[test]
fn a_tail_that_was_cut_off_shows_when_the_head_was_kept_elsewhere() {
    let mut shop = shop();
    let before = all(&shop);
    let root = rows(&shop, &ROOT).into_iter().find(|row| *row.value(0) == Value::from("c:ann")).unwrap();
    let old_head = shop.verdict(None)["head"].as_str().unwrap().to_owned();
    shop.spend(15);
    let head = shop.verdict(None)["head"].as_str().unwrap().to_owned();
    assert_eq!(shop.verdict(Some(&old_head))["sound"], true);
    cut_off(&shop, &before, &root);
    assert_eq!(shop.verdict(None)["sound"], true);
    assert_eq!(shop.verdict(Some(&old_head))["sound"], true);
    let verdict = shop.verdict(Some(&head));
    assert_eq!((&verdict["sound"], &verdict["difference"]["place"]), (&json!(false), &json!("the chain")));
}
