//! Opening: what is told to whoever gives a wrong URL, and how a schema grows.

use std::sync::Arc;
use std::thread;

use loyalty_core::repository::{Changes, Column, Erasure, Index, Outcome, Read, Repository, Row, Scan, Table, Value, Write};
use loyalty_core::schema::TABLES;
use loyalty_sql::{SCHEMA_VERSION, ServerError, StorageConfig};

use crate::database::Database;
use crate::probe::{NOTE, note, turn, version};

fn open(config: &StorageConfig) -> Arc<dyn Repository> {
    loyalty_sql::open(config, &[&NOTE]).unwrap()
}

fn refused(config: &StorageConfig) -> ServerError {
    let Err(error) = loyalty_sql::open(config, &[&NOTE]) else { panic!("this must not open") };
    assert_eq!(error.outcome, Outcome::Failed, "{error}");
    error.source.downcast_ref::<ServerError>().unwrap().clone()
}

#[test]
fn wrong_urls_say_what_to_do() {
    let Some(database) = Database::new() else { return };
    database.user("teller", "good password");
    let good = database.url_of("teller", "good%20password");
    let error = refused(&StorageConfig::new(database.url_of("teller", "wrong")));
    assert!(matches!(error, ServerError::AccessDenied { .. }), "{error}");
    assert!(error.to_string().contains("check user, password"), "{error}");

    let error = refused(&StorageConfig::new(good.replace(":good%20password", "")));
    assert!(matches!(error, ServerError::AccessDenied { .. }), "{error}");

    // The user may connect, and make no tables.
    let error = refused(&StorageConfig::new(good));
    assert!(matches!(error, ServerError::NotAllowed { .. }), "{error}");

    let error = refused(&StorageConfig::new(database.url().replace(&database.name, "no_such_database")));
    assert!(matches!(error, ServerError::DatabaseMissing { .. }), "{error}");

    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let gone = database.url_at(&listener.local_addr().unwrap().to_string());
    drop(listener);
    let error = refused(&StorageConfig::new(gone));
    assert!(matches!(error, ServerError::Unreachable { .. }), "{error}");

    let error = refused(&StorageConfig { prefix: "Shop".to_owned(), ..database.config() });
    assert_eq!(error, ServerError::BadPrefix { prefix: "Shop".to_owned() });

    let scheme = database.url().split(':').next().unwrap().to_owned();
    for wrong in ["://user:secret@127.0.0.1:port/x", "://user:secret@127.0.0.1/x?sslmode=perhaps", "://user:secret@127.0.0.1/x?no_such=1"] {
        let error = refused(&StorageConfig::new(format!("{scheme}{wrong}")));
        assert!(matches!(error, ServerError::BadUrl { .. }), "{wrong}: {error}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn an_address_that_does_not_answer_is_passed_over() {
    let Some(database) = Database::new() else { return };
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let gone = listener.local_addr().unwrap().to_string();
    drop(listener);
    for addresses in [format!("{gone},{}", database.address()), format!("{},{gone}", database.address())] {
        let storage = open(&StorageConfig::new(database.url_at(&addresses)));
        let expected = version(&*storage, "a");
        assert_eq!(storage.commit(vec![turn("a", expected, "words")]).unwrap(), [Ok(())], "{addresses}");
    }
    let error = refused(&StorageConfig::new(database.url_at(&format!("{gone},{gone}"))));
    assert!(matches!(error, ServerError::Unreachable { .. }), "{error}");
}

#[test]
fn a_right_that_is_missing_shows_at_opening() {
    let Some(database) = Database::new() else { return };
    drop(open(&database.config()));
    database.user("teller", "password");
    for table in ["schema", "root", "claim", "counter"] {
        database.grant("teller", "SELECT, INSERT, UPDATE, DELETE", &format!("loyalty_{table}"));
    }
    let config = StorageConfig::new(database.url_of("teller", "password"));
    for (rights, is_enough) in [("SELECT", false), ("INSERT", false), ("UPDATE", false), ("DELETE", true)] {
        database.grant("teller", rights, "loyalty_note");
        if is_enough {
            assert_eq!(open(&config).commit(vec![turn("a", 0, "words")]).unwrap(), [Ok(())]);
        } else {
            let error = refused(&config);
            assert!(matches!(error, ServerError::NotAllowed { .. }), "{rights}: {error}");
        }
    }
}

#[test]
fn whoever_has_rights_for_each_table_needs_to_see_the_views() {
    let Some(database) = Database::new() else { return };
    drop(loyalty_sql::open(&database.config(), TABLES).unwrap());
    database.user("teller", "password");
    database.grant("teller", "SELECT, INSERT, UPDATE, DELETE", "loyalty_schema");
    for table in TABLES {
        database.grant("teller", "SELECT, INSERT, UPDATE, DELETE", &format!("loyalty_{}", table.name));
    }
    let config = StorageConfig::new(database.url_of("teller", "password"));
    // MySQL and MariaDB show nobody what they have no right to: the views seem to be missing.
    let is_hidden = database.url().starts_with("mysql") || database.url().starts_with("mariadb");
    assert_eq!(loyalty_sql::open(&config, TABLES).is_err(), is_hidden);
    for view in ["customers", "balances", "entries", "lots", "orders", "statuses", "status_changes", "gift_cards", "rewards"] {
        database.grant("teller", "SELECT", &format!("loyalty_{view}"));
    }
    assert_eq!(loyalty_sql::open(&config, TABLES).map(drop).map_err(|error| error.to_string()), Ok(()));
}

#[test]
fn a_server_that_takes_no_writes_is_refused() {
    let Some(database) = Database::new() else { return };
    drop(open(&database.config()));
    database.while_read_only(|| assert_eq!(refused(&database.config()), ServerError::ReadOnly));
    drop(open(&database.config()));
}

#[test]
fn a_newer_schema_is_refused() {
    let Some(database) = Database::new() else { return };
    drop(open(&database.config()));
    let newer = SCHEMA_VERSION + 1;
    database.run(&format!("INSERT INTO loyalty_schema (version, statement) VALUES ({newer}, '')"));
    assert_eq!(refused(&database.config()), ServerError::SchemaNewer { found: newer, known: SCHEMA_VERSION });
}

#[test]
fn ten_open_one_new_database_at_once() {
    let Some(database) = Database::new() else { return };
    thread::scope(|scope| {
        for number in 0..10 {
            let config = database.config();
            scope.spawn(move || {
                let storage = open(&config);
                assert_eq!(storage.commit(vec![turn(&format!("r{number}"), 0, "words")]).unwrap(), [Ok(())]);
            });
        }
    });
    let storage = open(&database.config());
    assert_eq!(storage.read(&[Read::Scan(Scan::prefix(&NOTE, vec![]))]).unwrap().concat().len(), 10);
}

#[test]
fn two_prefixes_share_a_database() {
    let Some(database) = Database::new() else { return };
    let (one, other) = (open(&database.prefixed("")), open(&database.prefixed("shop2_")));
    assert_eq!(one.commit(vec![turn("a", 0, "one")]).unwrap(), [Ok(())]);
    assert_eq!((version(&*one, "a"), version(&*other, "a")), (1, 0));
    assert_eq!(other.commit(vec![turn("a", 0, "other")]).unwrap(), [Ok(())]);
}

/// The table of a later release: three more columns and an index over two of them.
static LATER: Table = Table {
    name: "note",
    columns: &[
        Column::bytes("root", 64),
        Column::int("seq"),
        Column::int("due").or_null(),
        Column::text("words"),
        Column::bytes("colour", 9).or_null(),
        Column::int("weight"),
        Column::text("remark"),
    ],
    key: 2,
    indexes: &[Index { name: "due", columns: &[2], unique: false }, Index { name: "colour", columns: &[4, 5], unique: false }],
    search: Some(3),
    erasure: Erasure::Kept,
};

#[test]
fn a_later_release_adds_columns_and_indexes() {
    let Some(database) = Database::new() else { return };
    let storage = open(&database.config());
    assert_eq!(storage.commit(vec![turn("a", 0, "first words")]).unwrap(), [Ok(())]);
    assert_eq!(storage.read(&[Read::Scan(Scan::prefix(&NOTE, vec![]))]).unwrap().concat(), [note("a", 1, "first words")]);
    drop(storage);
    let storage = loyalty_sql::open(&database.config(), &[&LATER]).unwrap();
    let row = |weight: i64| {
        let colour = if weight == 0 { Value::Null } else { "red".into() };
        let (words, remark) = (Value::Text("first words".to_owned()), Value::Text(String::new()));
        let values = vec!["a".into(), (weight + 1).into(), 1.into(), words, colour, weight.into(), remark];
        Row { table: &LATER, values, body: "first words".to_owned() }
    };
    assert_eq!(storage.read(&[Read::Get(&LATER, vec!["a".into(), 1.into()])]).unwrap().concat(), [row(0)]);
    let changes = Changes { writes: vec![Write::Insert(row(7))], ..Changes::default() };
    assert_eq!(storage.commit(vec![changes]).unwrap(), [Ok(())]);
    let by = Scan::prefix(&LATER, vec!["red".into()]).by(&LATER.indexes[1]);
    assert_eq!(storage.read(&[Read::Scan(by)]).unwrap().concat(), [row(7)]);
}

#[test]
fn a_missing_part_of_a_schema_is_made_again() {
    let Some(database) = Database::new() else { return };
    drop(open(&database.config()));
    database.run("DROP TABLE loyalty_counter");
    database.drop_index("loyalty_note_due", "loyalty_note");
    let storage = open(&database.config());
    assert_eq!(storage.commit(vec![turn("a", 0, "words")]).unwrap(), [Ok(())]);
    let by = Scan::prefix(&NOTE, vec![1.into()]).by(&NOTE.indexes[0]);
    assert_eq!(storage.read(&[Read::Scan(by)]).unwrap().concat(), [note("a", 1, "words")]);
}
