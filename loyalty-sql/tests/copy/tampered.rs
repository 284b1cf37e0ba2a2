//! Seeded mistakes: whatever is wrong in the target after the copy must be found.

use std::sync::Mutex;

use loyalty_core::repository::{Changes, ROOT, Read, Refusal, Repository, Row, Scan, Search, StorageError, Table, Value, Write};
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_sql::copy::{Report, Verify};

use crate::folder::Folder;
use crate::shop::{moved, moved_whole, shop};

fn both(folder: &Folder) -> (Sqlite, Sqlite) {
    let (from, to) = (Sqlite::for_loyalty(shop(folder)).unwrap(), Sqlite::for_loyalty(folder.fresh()).unwrap());
    assert!(moved(&from, &to, Verify::Nothing).unwrap().is_settled());
    (from, to)
}

fn some(repository: &dyn Repository, table: &'static Table) -> Row {
    let rows = repository.read(&[Read::Scan(Scan::prefix(table, Vec::new()).limit(9))]).unwrap().concat();
    rows.into_iter().last().unwrap()
}

fn write(repository: &dyn Repository, write: Write) {
    assert_eq!(repository.commit(vec![Changes { writes: vec![write], ..Changes::default() }]).unwrap(), [Ok(())]);
}

fn told(report: &Report, words: &str) -> bool {
    report.told.iter().any(|told| told.contains(words))
}

/// Tables whose rows the passes themselves compare and mend.
const MENDED: [&str; 3] = ["claim", "counter", "refusal"];

#[test]
fn a_row_that_is_changed_or_gone_in_any_table_is_found() {
    let folder = Folder::new();
    let (from, to) = both(&folder);
    for table in TABLES.iter().filter(|table| **table != &ROOT) {
        let row = some(&to, table);
        let changed = Row { body: format!("{} ", row.body), ..row.clone() };
        for (tamper, how) in [(Write::Put(changed), "is not the same"), (Write::Delete(table, row.key().to_vec()), "is missing")] {
            write(&to, tamper);
            let report = moved(&from, &to, Verify::Sample(0)).unwrap();
            if MENDED.contains(&table.name) {
                assert!(report.is_equal() && report.rows_written > 0, "{}: {report:?}", table.name);
            } else {
                assert!(told(&report, how) && told(&report, table.name), "{}: {report:?}", table.name);
                write(&to, Write::Put(row.clone()));
            }
        }
    }
    moved_whole(&from, &to);
}

#[test]
fn a_row_too_many_is_found() {
    let folder = Folder::new();
    let (from, to) = both(&folder);
    let mut row = some(&to, &loyalty_core::entry::ENTRY);
    row.values[2] = Value::Int(1_000_000);
    write(&to, Write::Insert(row));
    let report = moved(&from, &to, Verify::All).unwrap();
    assert!(told(&report, "in the target alone") && told(&report, "are not sound in the target"), "{report:?}");
    assert_eq!(report.books.asked, report.books.sound + 1);
}

#[test]
fn books_that_were_wrong_before_are_told_of() {
    let folder = Folder::new();
    let (from, to) = both(&folder);
    for side in [&from, &to] {
        let mut row = some(side, &loyalty_core::entry::ENTRY);
        row.values[4] = Value::Int(77);
        write(side, Write::Put(row));
    }
    let report = moved(&from, &to, Verify::All).unwrap();
    assert!(told(&report, "are not sound in the source") && told(&report, "are not sound in the target"), "{report:?}");
}

/// Loses a row of every hundredth commit that inserts, and says nothing.
struct Loses<'r>(&'r Sqlite, Mutex<u32>);

impl Repository for Loses<'_> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.0.read(reads)
    }
    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.0.search(search)
    }
    fn commit(&self, mut changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let mut count = self.1.lock().unwrap();
        *count += 1;
        if *count == 3 {
            changes[0].writes.pop();
        }
        self.0.commit(changes)
    }
}

#[test]
fn a_target_that_loses_a_row_is_found_out() {
    let folder = Folder::new();
    let (from, to) = (Sqlite::for_loyalty(shop(&folder)).unwrap(), Sqlite::for_loyalty(folder.fresh()).unwrap());
    let report = moved(&from, &Loses(&to, Mutex::new(0)), Verify::Sample(0)).unwrap();
    assert_eq!(report.differences, 1, "{report:?}");
    let lost = report.tables.iter().filter(|table| table.source == table.target + 1);
    assert_eq!(lost.count(), 1, "{report:?}");
}
