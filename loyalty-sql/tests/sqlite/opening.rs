//! Opening: what is told to whoever gives a wrong path, and how a schema grows.

use loyalty_core::repository::{Column, Erasure, Index, Outcome, Read, Repository, Row, Scan, StorageError, Table, Value, Write};
use loyalty_sql::{Config, SCHEMA_VERSION, Sqlite, SqliteError};

use crate::folder::Folder;
use crate::probe::{NOTE, note, turn, version};

fn refused(config: Config) -> SqliteError {
    let error: StorageError = Sqlite::open(config, &[]).unwrap_err();
    assert_eq!(error.outcome, Outcome::Failed);
    error.source.downcast_ref::<SqliteError>().unwrap().clone()
}

#[test]
fn wrong_paths_say_what_to_do() {
    let folder = Folder::new();
    let path = folder.as_ref().join("none").join("shop.db");
    let error = refused(Config::new(&path));
    assert_eq!(error, SqliteError::DirectoryMissing { path: path.clone() });
    assert_eq!(error.to_string(), format!("the directory of {} does not exist; make it first, or give another path", path.display()));

    let path = folder.fresh();
    std::fs::write(&path, "name,email\n".repeat(500)).unwrap();
    assert_eq!(refused(Config::new(&path)), SqliteError::NotADatabase { path });

    let path = folder.as_ref().to_path_buf();
    assert!(matches!(refused(Config::new(&path)), SqliteError::CannotOpen { .. }));

    for prefix in ["Shop", "a-b", "a b", "\"", "twenty_one_characters"] {
        let config = Config { prefix: prefix.to_owned(), ..Config::new(folder.fresh()) };
        assert_eq!(refused(config), SqliteError::BadPrefix { prefix: prefix.to_owned() });
    }
}

#[test]
fn a_file_that_may_not_be_written_is_refused() {
    let folder = Folder::new();
    let path = folder.fresh();
    drop(Sqlite::open(Config::new(&path), &[]).unwrap());
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    // Some users may write everything.
    if std::fs::OpenOptions::new().write(true).open(&path).is_err() {
        assert_eq!(refused(Config::new(&path)), SqliteError::ReadOnly { path });
    }
}

#[test]
fn a_path_is_a_path() {
    let folder = Folder::new();
    let path = folder.as_ref().join("file:shop?mode=memory.db");
    drop(Sqlite::open(Config::new(&path), &[]).unwrap());
    assert!(path.exists());
}

#[test]
fn a_newer_schema_is_refused() {
    let folder = Folder::new();
    let path = folder.fresh();
    drop(Sqlite::open(Config::new(&path), &[&NOTE]).unwrap());
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("INSERT INTO loyalty_schema (version, statement) VALUES (?, '')", [SCHEMA_VERSION + 1]).unwrap();
    let error = refused(Config::new(&path));
    assert_eq!(error, SqliteError::SchemaNewer { found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION });
    assert!(error.to_string().contains("schema version 2 and this library knows up to 1"), "{error}");
}

#[test]
fn what_was_committed_is_there_after_reopening() {
    let folder = Folder::new();
    let path = folder.fresh();
    let storage = Sqlite::open(Config::new(&path), &[&NOTE]).unwrap();
    assert_eq!(storage.commit(vec![turn("a", 0, "first words")]).unwrap(), [Ok(())]);
    drop(storage);
    let storage = Sqlite::open(Config::new(&path), &[&NOTE]).unwrap();
    assert_eq!(version(&storage, "a"), 1);
    assert_eq!(storage.read(&[Read::Scan(Scan::prefix(&NOTE, vec![]))]).unwrap().concat(), [note("a", 1, "first words")]);
}

#[test]
fn two_prefixes_share_a_file() {
    let folder = Folder::new();
    let path = folder.fresh();
    let open = |prefix: &str| Sqlite::open(Config { prefix: prefix.to_owned(), ..Config::new(&path) }, &[&NOTE]).unwrap();
    let (one, other) = (open(""), open("shop2_"));
    assert_eq!(one.commit(vec![turn("a", 0, "one")]).unwrap(), [Ok(())]);
    assert_eq!((version(&one, "a"), version(&other, "a")), (1, 0));
    assert_eq!(other.commit(vec![turn("a", 0, "other")]).unwrap(), [Ok(())]);
}

/// The table of a later release: two more columns and an index over them.
static LATER: Table = Table {
    name: "note",
    columns: &[
        Column::bytes("root", 64),
        Column::int("seq"),
        Column::int("due").or_null(),
        Column::text("words"),
        Column::bytes("colour", 9).or_null(),
        Column::int("weight"),
    ],
    key: 2,
    indexes: &[Index { name: "due", columns: &[2], unique: false }, Index { name: "colour", columns: &[4, 5], unique: false }],
    search: Some(3),
    erasure: Erasure::Kept,
};

#[test]
fn a_later_release_adds_columns_and_indexes() {
    let folder = Folder::new();
    let path = folder.fresh();
    let storage = Sqlite::open(Config::new(&path), &[&NOTE]).unwrap();
    assert_eq!(storage.commit(vec![turn("a", 0, "first words")]).unwrap(), [Ok(())]);
    drop(storage);
    let storage = Sqlite::open(Config::new(&path), &[&LATER]).unwrap();
    let values = |weight: i64| -> Vec<Value> {
        let colour = if weight == 0 { Value::Null } else { "red".into() };
        vec!["a".into(), (weight + 1).into(), 1.into(), Value::Text("first words".to_owned()), colour, weight.into()]
    };
    let row = |weight| Row { table: &LATER, values: values(weight), body: "first words".to_owned() };
    let old = storage.read(&[Read::Get(&LATER, vec!["a".into(), 1.into()])]).unwrap().concat();
    assert_eq!(old, [row(0)]);
    let changes = loyalty_core::repository::Changes { writes: vec![Write::Insert(row(7))], ..Default::default() };
    assert_eq!(storage.commit(vec![changes]).unwrap(), [Ok(())]);
    let by = Scan::prefix(&LATER, vec!["red".into()]).by(&LATER.indexes[1]);
    assert_eq!(storage.read(&[Read::Scan(by)]).unwrap().concat(), [row(7)]);
}

#[test]
fn many_open_one_new_file_at_once() {
    let folder = Folder::new();
    let path = folder.fresh();
    std::thread::scope(|scope| {
        for number in 0..8 {
            let path = &path;
            scope.spawn(move || {
                let storage = Sqlite::open(Config::new(path), &[&NOTE]).unwrap();
                assert_eq!(storage.commit(vec![turn(&format!("r{number}"), 0, "words")]).unwrap(), [Ok(())]);
            });
        }
    });
    let storage = Sqlite::open(Config::new(&path), &[&NOTE]).unwrap();
    assert_eq!(storage.read(&[Read::Scan(Scan::prefix(&NOTE, vec![]))]).unwrap().concat().len(), 8);
}
