//! Change sets inside the host's own transaction.

use loyalty_core::repository::{Read, Refusal, Repository, Scan};
use loyalty_sql::{Config, Sqlite, SqliteError};

use crate::folder::Folder;
use crate::probe::{NOTE, turn, version};

#[test]
fn what_is_joined_stands_or_falls_with_the_host() {
    let folder = Folder::new();
    let path = folder.fresh();
    let storage = Sqlite::open(Config::new(&path), &[&NOTE]).unwrap();
    let mut host = rusqlite::Connection::open(&path).unwrap();
    for (end, stands) in [("ROLLBACK", 0), ("COMMIT", 2)] {
        host.execute_batch("BEGIN IMMEDIATE").unwrap();
        let joined = storage.joined(&mut host).unwrap();
        let many = vec![turn("a", 0, "one"), turn("b", 7, "stale"), turn("a", 1, "two"), turn("a", 1, "stale")];
        assert_eq!(joined.commit(many).unwrap(), [Ok(()), Err(Refusal::Conflict), Ok(()), Err(Refusal::Conflict)]);
        let notes = Read::Scan(Scan::prefix(&NOTE, vec![]));
        assert_eq!(joined.read(&[notes.clone(), notes]).unwrap().concat().len(), 4);
        assert_eq!((version(&joined, "a"), version(&storage, "a")), (2, 0), "nobody else sees what is not committed");
        drop(joined);
        host.execute_batch(end).unwrap();
        assert_eq!(version(&storage, "a"), stands);
    }
    let error = storage.joined(&mut host).unwrap_err();
    assert_eq!(error.source.downcast_ref(), Some(&SqliteError::NoTransaction));
}

#[test]
fn nothing_is_done_any_more_once_something_failed() {
    let folder = Folder::new();
    let path = folder.fresh();
    let storage = Sqlite::open(Config::new(&path), &[&NOTE]).unwrap();
    let mut host = rusqlite::Connection::open(&path).unwrap();
    let pages: i64 = host.query_row("PRAGMA page_count", (), |row| row.get(0)).unwrap();
    host.pragma_update(None, "max_page_count", pages + 2).unwrap();
    host.execute_batch("BEGIN IMMEDIATE").unwrap();
    let joined = storage.joined(&mut host).unwrap();
    let error = joined.commit(vec![turn("a", 0, &"words ".repeat(10_000))]).unwrap_err();
    assert_eq!(error.source.downcast_ref(), Some(&SqliteError::Full));
    let error = joined.commit(vec![turn("b", 0, "words")]).unwrap_err();
    assert_eq!(error.source.downcast_ref(), Some(&SqliteError::NoTransaction));
    drop(joined);
    host.execute_batch("ROLLBACK").unwrap();
    assert_eq!((version(&storage, "a"), version(&storage, "b")), (0, 0));
}
