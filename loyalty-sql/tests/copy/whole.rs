//! Between storages that are in good order, all is moved.

use std::ops::ControlFlow;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_sql::Sqlite;
use loyalty_sql::copy::{CopyError, Stage, Verify, copy};

use crate::folder::Folder;
use crate::shop::{assert_same, dump, moved, moved_whole, shop};

#[test]
fn the_shop_that_is_moved_has_something_of_everything() {
    let folder = Folder::new();
    for (table, rows) in dump(&Sqlite::for_loyalty(shop(&folder)).unwrap()) {
        assert!(!rows.is_empty(), "the table {table} is empty: what would be lost from it could not be seen");
    }
}

#[test]
fn from_a_file_to_a_file_and_once_more() {
    let folder = Folder::new();
    let (from, to) = (Sqlite::for_loyalty(shop(&folder)).unwrap(), Sqlite::for_loyalty(folder.fresh()).unwrap());
    let report = moved_whole(&from, &to);
    let rows: usize = dump(&from).iter().map(|(_, rows)| rows.len()).sum();
    assert_eq!((report.rows_written, report.passes), (rows as u64, 2), "each row once");
    let again = moved_whole(&from, &to);
    assert_eq!((again.rows_written, again.passes), (0, 1), "nothing twice");
}

#[test]
fn through_memory_and_back() {
    let folder = Folder::new();
    let (from, memory, to) = (Sqlite::for_loyalty(shop(&folder)).unwrap(), Memory::new(), Sqlite::for_loyalty(folder.fresh()).unwrap());
    moved_whole(&from, &memory);
    moved_whole(&memory, &to);
    assert_same(&from, &to);
}

#[test]
fn the_engine_goes_on_where_it_was() {
    let folder = Folder::new();
    let (from, to) = (Sqlite::for_loyalty(shop(&folder)).unwrap(), Sqlite::for_loyalty(folder.fresh()).unwrap());
    moved_whole(&from, &to);
    let (from, to) = (Loyalty::new(from), Loyalty::new(to));
    let context = r#"{ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": "2026-02-01T10:00:00Z", "entropy": "sixteen bytes and more" }"#;
    for request in [
        r#"{ "op": "points.spend", "args": { "customer": "c-2", "type": "points", "amount": "30" }, "idempotency_key": "points.spend-2-2" }"#,
        r#"{ "op": "points.spend", "args": { "customer": "c-2", "type": "points", "amount": "7" }, "idempotency_key": "new" }"#,
        r#"{ "op": "customer.create", "args": { "id": "new", "email": "z.1@example.com" } }"#,
        r#"{ "op": "maintenance.run", "args": {} }"#,
    ] {
        assert_eq!(from.execute(request, context), to.execute(request, context), "{request}");
    }
    assert_same(from.repository(), to.repository());
}

#[test]
fn broken_off_and_gone_on_with() {
    let folder = Folder::new();
    let (from, to) = (Sqlite::for_loyalty(shop(&folder)).unwrap(), Sqlite::for_loyalty(folder.fresh()).unwrap());
    let mut left = 0;
    let mut runs = 0;
    loop {
        left += 4;
        runs += 1;
        let mut steps = left;
        let copied = copy(&from, &to, Verify::Nothing, &mut |progress| {
            steps -= i32::from(matches!(progress.stage, Stage::Copying { .. }));
            if steps > 0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        match copied {
            Err(CopyError::Stopped) => {}
            copied => break assert!(copied.unwrap().is_settled()),
        }
    }
    assert!(runs > 5, "it was broken off only {runs} times");
    assert_same(&from, &to);
}

#[test]
fn a_sample_is_a_sample_and_nothing_is_nothing() {
    let folder = Folder::new();
    let (from, to) = (Sqlite::for_loyalty(shop(&folder)).unwrap(), Sqlite::for_loyalty(folder.fresh()).unwrap());
    let report = moved(&from, &to, Verify::Nothing).unwrap();
    assert!(report.tables.is_empty() && report.books.asked == 0);
    let report = moved(&from, &to, Verify::Sample(20)).unwrap();
    assert!((15..=20).contains(&report.books.asked) && report.books.sound == report.books.asked, "{report:?}");
    assert!(report.tables.iter().all(|table| table.source == table.target && table.source > 0));
}
