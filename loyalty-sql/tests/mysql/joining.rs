//! Operations inside the host's own transaction: an order and its points commit together.

use std::sync::Barrier;
use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::{ROOT, Read, Refusal, Repository, StorageError};
use loyalty_core::schema::TABLES;
use loyalty_sql::{Mysql, ServerError};
use mysql::prelude::Queryable;
use mysql::{Conn, IsolationLevel, TxOpts};

use crate::database::Database;
use crate::probe::{NOTE, turn, version};

const CREATE: &str = r#"{ "op": "customer.create", "args": { "id": "anna", "email": "anna@example.com" } }"#;
const AGAIN: &str = r#"{ "op": "customer.create", "args": { "id": "anna" } }"#;
const CONTEXT: &str = r#"{ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": "2026-01-01T00:00:00Z", "entropy": "sixteen random bytes" }"#;

/// Asks for an operation, and says whether it was done.
fn done(repository: impl Repository, request: &str) -> bool {
    let answer = Loyalty::new(repository).execute(request, CONTEXT);
    assert!(answer.contains("already_exists") || answer.starts_with(r#"{"ok""#), "{answer}");
    answer.starts_with(r#"{"ok""#)
}

fn roots(storage: &dyn Repository) -> usize {
    storage.read(&[Read::Get(&ROOT, vec!["c:anna".into()])]).unwrap().concat().len()
}

fn committed() -> TxOpts {
    TxOpts::default().set_isolation_level(Some(IsolationLevel::ReadCommitted))
}

#[test]
fn an_order_and_its_points_commit_together_or_not_at_all() {
    let Some(database) = Database::new() else { return };
    let storage = Mysql::open(&database.config(), TABLES).unwrap();
    database.run("CREATE TABLE shop_order (number VARCHAR(20) PRIMARY KEY) ENGINE=InnoDB");
    let mut client = database.client();
    for commits in [false, true] {
        let mut transaction = client.start_transaction(committed()).unwrap();
        transaction.query_drop("INSERT INTO shop_order VALUES ('o-1')").unwrap();
        assert!(done(storage.joined(&mut transaction).unwrap(), CREATE));
        // It sees its own, refuses what is to be refused, and the transaction goes on.
        assert!(!done(storage.joined(&mut transaction).unwrap(), AGAIN));
        assert_eq!(roots(&storage), 0, "nobody else sees what is not committed");
        if commits {
            transaction.commit().unwrap()
        } else {
            transaction.rollback().unwrap()
        }
        let orders: i64 = client.query_first("SELECT COUNT(*) FROM shop_order").unwrap().unwrap();
        assert_eq!((orders == 1, roots(&storage) == 1), (commits, commits));
    }
}

#[test]
fn a_refused_change_set_leaves_the_transaction_as_it_was() {
    let Some(database) = Database::new() else { return };
    let storage = Mysql::open(&database.config(), &[&NOTE]).unwrap();
    let mut client = database.client();
    let mut transaction = client.start_transaction(committed()).unwrap();
    let many = vec![turn("a", 0, "one"), turn("b", 7, "stale"), turn("a", 1, "two"), turn("a", 1, "stale")];
    let answers = storage.joined(&mut transaction).unwrap().commit(many).unwrap();
    assert_eq!(answers, [Ok(()), Err(Refusal::Conflict), Ok(()), Err(Refusal::Conflict)]);
    assert_eq!(version(&storage.joined(&mut transaction).unwrap(), "a"), 2);
    transaction.commit().unwrap();
    assert_eq!((version(&storage, "a"), version(&storage, "b")), (2, 0));
}

#[test]
fn a_connection_that_cuts_what_is_too_long_is_refused() {
    let Some(database) = Database::new() else { return };
    let storage = Mysql::open(&database.config(), &[&NOTE]).unwrap();
    let mut client = database.client();
    client.query_drop("SET sql_mode = ''").unwrap();
    let mut transaction = client.start_transaction(committed()).unwrap();
    let error = storage.joined(&mut transaction).unwrap_err();
    assert!(matches!(error.source.downcast_ref(), Some(ServerError::BadSetup { .. })), "{error}");
}

#[test]
fn a_connection_that_speaks_other_letters_is_refused() {
    let Some(database) = Database::new() else { return };
    let storage = Mysql::open(&database.config(), &[&NOTE]).unwrap();
    let mut client = database.client();
    client.query_drop("SET NAMES latin1").unwrap();
    let mut transaction = client.start_transaction(committed()).unwrap();
    let error = storage.joined(&mut transaction).unwrap_err();
    let problem = "the connection speaks latin1; run SET NAMES utf8mb4".to_owned();
    assert_eq!(error.source.downcast_ref(), Some(&ServerError::BadSetup { problem }));
}

/// Writes an order, one root and then another, as a host would; says whether the server took it all back for the other host's sake.
fn is_taken_back(url: &str, storage: &Mysql, roots: [&str; 2], both: &Barrier) -> bool {
    let ended = |error: StorageError| {
        assert_eq!(error.source.downcast_ref(), Some(&ServerError::NoTransaction), "{error}");
    };
    let mut client = Conn::new(url).unwrap();
    let mut transaction = client.start_transaction(committed()).unwrap();
    transaction.query_drop(format!("INSERT INTO shop_order VALUES ('{}')", roots[0])).unwrap();
    let joined = storage.joined(&mut transaction).unwrap();
    assert_eq!(joined.commit(vec![turn(roots[0], 1, "words")]).unwrap(), [Ok(())]);
    both.wait();
    let second = joined.commit(vec![turn(roots[1], 1, "words")]);
    if let Err(error) = &second {
        assert!(matches!(error.source.downcast_ref(), Some(ServerError::Busy { .. })), "{error}");
        // Whatever a host goes on with, nothing is sent: it would stand at once.
        ended(joined.commit(vec![turn("c", 0, "words")]).unwrap_err());
        ended(joined.read(&[Read::Get(&ROOT, vec!["c".into()])]).unwrap_err());
    }
    drop(joined);
    if second.is_err() {
        ended(storage.joined(&mut transaction).unwrap_err());
    }
    transaction.commit().unwrap();
    second.is_err()
}

#[test]
fn nothing_is_done_any_more_once_the_server_took_the_transaction_back() {
    let Some(database) = Database::new() else { return };
    let storage = Mysql::open(&database.config(), &[&NOTE]).unwrap();
    database.run("CREATE TABLE shop_order (number VARCHAR(20) PRIMARY KEY) ENGINE=InnoDB");
    assert_eq!(storage.commit(vec![turn("a", 0, "words"), turn("b", 0, "words")]).unwrap(), [Ok(()), Ok(())]);
    let both = Barrier::new(2);
    let taken_back = thread::scope(|scope| {
        let hosts = [["a", "b"], ["b", "a"]].map(|roots| {
            let (url, storage, both) = (database.url(), &storage, &both);
            scope.spawn(move || (roots[0], is_taken_back(&url, storage, roots, both)))
        });
        hosts.map(|host| host.join().unwrap())
    });
    let went_through: Vec<&str> = taken_back.iter().filter(|(_, is_taken_back)| !is_taken_back).map(|(order, _)| *order).collect();
    assert_eq!(went_through.len(), 1, "each waits for the other, and one of them is taken back");
    assert_eq!(database.client().query::<String, _>("SELECT number FROM shop_order").unwrap(), went_through);
    assert_eq!(["a", "b", "c"].map(|root| version(&storage, root)), [2, 2, 0]);
}
