//! What is no place to copy to or from, and stays as it is.

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, ROOT, Read, Repository, RootWrite, Scan, Value};
use loyalty_sql::copy::{CopyError, Verify};
use loyalty_sql::{SCHEMA_VERSION, Sqlite};

use crate::folder::Folder;
use crate::shop::{dump, engine, fill, live, moved, shop};

fn earn(loyalty: &Loyalty<impl Repository>, customer: &str, key: &str) {
    let args = format!(r#"{{ "customer": "{customer}", "type": "points", "amount": "5" }}"#);
    live(loyalty, "admin", 26, &[("points.earn".to_owned(), args, Some(key.to_owned()))]);
}

/// Copies into a target that must be refused and stay as it is; why it was.
fn refused(from: &dyn Repository, to: &dyn Repository) -> CopyError {
    let before = dump(to);
    let error = moved(from, to, Verify::All).expect_err("a target that is none");
    assert!(dump(to) == before, "the target was touched");
    error
}

#[test]
fn a_source_that_holds_nothing() {
    assert!(matches!(refused(&Memory::new(), &Memory::new()), CopyError::Empty));
}

#[test]
fn another_shop() {
    let folder = Folder::new();
    let (from, to) = (Sqlite::for_loyalty(shop(&folder)).unwrap(), Loyalty::new(Memory::new()));
    live(&to, "admin", 1, &[("customer.create".to_owned(), r#"{ "id": "z" }"#.to_owned(), None)]);
    let error = refused(&from, to.repository());
    assert!(matches!(&error, CopyError::Foreign { what } if what == "z"), "{error}");
    assert!(matches!(refused(&Memory::new(), to.repository()), CopyError::Foreign { .. }), "the wrong way round");
}

#[test]
fn a_shop_of_the_same_customers_with_another_history() {
    let (from, to) = (engine(Memory::new()), engine(Memory::new()));
    fill(&from, 30);
    live(&to, "admin", 1, &[("customer.create".to_owned(), r#"{ "id": "c-7" }"#.to_owned(), None)]);
    let error = refused(from.repository(), to.repository());
    assert!(matches!(&error, CopyError::OtherHistory { root } if root.name() == "c-7"), "{error}");
}

#[test]
fn a_target_that_went_on() {
    let folder = Folder::new();
    let (from, to) = (Loyalty::new(Sqlite::for_loyalty(shop(&folder)).unwrap()), Loyalty::new(Memory::new()));
    moved(from.repository(), to.repository(), Verify::Nothing).unwrap();
    earn(&to, "c-5", "in-the-target");
    let error = refused(from.repository(), to.repository());
    assert!(matches!(&error, CopyError::Ahead { root } if root.name() == "c-5"), "{error}");
    // Both went on, each its own way.
    earn(&from, "c-5", "in-the-source");
    assert!(matches!(refused(from.repository(), to.repository()), CopyError::OtherHistory { .. }));
    earn(&from, "c-5", "once-more");
    assert!(matches!(refused(from.repository(), to.repository()), CopyError::OtherHistory { .. }));
}

#[test]
fn a_root_that_was_tampered_with() {
    let folder = Folder::new();
    let (from, to) = (Sqlite::for_loyalty(shop(&folder)).unwrap(), Memory::new());
    moved(&from, &to, Verify::Nothing).unwrap();
    let mut row = to.read(&[Read::Scan(Scan::prefix(&ROOT, Vec::new()).limit(1))]).unwrap().concat().pop().unwrap();
    let Value::Int(version) = row.value(1) else { panic!("{row:?}") };
    let expected = u64::try_from(*version).unwrap();
    row.values[4] = Value::Bytes(vec![7; 32]);
    let roots = vec![RootWrite { expected, row }];
    assert_eq!(to.commit(vec![Changes { roots, ..Changes::default() }]).unwrap(), [Ok(())]);
    assert!(matches!(refused(&from, &to), CopyError::OtherHistory { .. }));
}

#[test]
fn a_schema_newer_than_the_library() {
    let folder = Folder::new();
    let path = shop(&folder);
    let newer = format!("INSERT INTO loyalty_schema (version, statement) VALUES ({}, 'something new')", SCHEMA_VERSION + 1);
    rusqlite::Connection::open(&path).unwrap().execute(&newer, ()).unwrap();
    let error = Sqlite::for_loyalty(&path).unwrap_err().to_string();
    assert!(error.contains("newer"), "{error}");
}
