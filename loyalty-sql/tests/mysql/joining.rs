//! Operations inside the host's own transaction: an order and its points commit together.

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::{ROOT, Read, Refusal, Repository};
use loyalty_core::schema::TABLES;
use loyalty_sql::{Mysql, ServerError};
use mysql::prelude::Queryable;
use mysql::{IsolationLevel, TxOpts};

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
