//! Commits of many threads, of two handles on one file, and on a disk that is full.

use std::thread;

use loyalty_core::repository::{Filter, Outcome, Read, Refusal, Repository, Scan, Search};
use loyalty_sql::{Config, Sqlite, SqliteError};

use crate::folder::Folder;
use crate::probe::{NOTE, turn, version};

fn notes(storage: &Sqlite) -> usize {
    storage.read(&[Read::Scan(Scan::prefix(&NOTE, vec![]))]).unwrap().concat().len()
}

#[test]
fn threads_share_transactions() {
    const THREADS: u64 = 16;
    const EACH: u64 = 40;
    let folder = Folder::new();
    let storage = Sqlite::open(Config::new(folder.fresh()), &[&NOTE]).unwrap();
    thread::scope(|scope| {
        for number in 0..THREADS {
            let storage = &storage;
            scope.spawn(move || {
                let root = format!("r{number}");
                for expected in 0..EACH {
                    assert_eq!(storage.commit(vec![turn(&root, expected, "some words")]).unwrap(), [Ok(())]);
                    assert_eq!(version(storage, &root), expected + 1, "a reader sees what was acknowledged");
                    // A stale one in between must not harm those it shares a transaction with.
                    assert_eq!(storage.commit(vec![turn(&root, expected, "stale")]).unwrap(), [Err(Refusal::Conflict)]);
                }
            });
        }
    });
    let stats = storage.stats();
    assert_eq!(stats.change_sets, THREADS * EACH);
    assert!(stats.transactions < stats.change_sets / 2, "{stats:?}");
    assert_eq!(stats.groups_apart, 0);
    assert_eq!(notes(&storage) as u64, THREADS * EACH);
}

#[test]
fn a_caller_alone_has_a_transaction_alone() {
    let folder = Folder::new();
    let storage = Sqlite::open(Config::new(folder.fresh()), &[&NOTE]).unwrap();
    for expected in 0..5 {
        assert_eq!(storage.commit(vec![turn("a", expected, "words")]).unwrap(), [Ok(())]);
    }
    assert_eq!(storage.commit(vec![turn("a", 0, "words")]).unwrap(), [Err(Refusal::Conflict)]);
    assert_eq!(storage.stats().transactions, 5);
    assert_eq!(
        storage.commit(vec![turn("a", 5, "words"), turn("b", 0, "words"), turn("a", 6, "words")]).unwrap(),
        [Ok(()), Ok(()), Ok(())]
    );
    assert_eq!(storage.stats().transactions, 6);
}

#[test]
fn a_full_disk_changes_nothing_and_spares_the_others() {
    let folder = Folder::new();
    let path = folder.fresh();
    let storage = Sqlite::open(Config { bytes_max: Some(400_000), ..Config::new(&path) }, &[&NOTE]).unwrap();
    assert_eq!(storage.commit(vec![turn("big", 0, "small")]).unwrap(), [Ok(())]);
    let huge = "word ".repeat(200_000);
    thread::scope(|scope| {
        for number in 0..8 {
            let (storage, huge) = (&storage, &huge);
            scope.spawn(move || {
                let root = format!("r{number}");
                for expected in 0..10 {
                    if number == 0 {
                        let error = storage.commit(vec![turn("other", 0, "words"), turn("big", 1, huge)]).unwrap_err();
                        assert_eq!(error.outcome, Outcome::Failed);
                        assert_eq!(error.source.downcast_ref::<SqliteError>(), Some(&SqliteError::Full));
                    } else {
                        assert_eq!(storage.commit(vec![turn(&root, expected, "words")]).unwrap(), [Ok(())]);
                    }
                }
            });
        }
    });
    assert_eq!((version(&storage, "big"), version(&storage, "other")), (1, 0));
    assert_eq!(notes(&storage), 71);
    let search = Search {
        table: &NOTE,
        filter: Filter::everything(),
        words: vec!["word word".to_owned()],
        sort: None,
        descending: false,
        after: None,
        limit: 9,
    };
    assert_eq!(storage.search(&search).unwrap(), []);
    assert_eq!(storage.commit(vec![turn("big", 1, "words")]).unwrap(), [Ok(())], "there is room for what is small");
    drop(storage);
    let intact: String = rusqlite::Connection::open(&path).unwrap().query_row("PRAGMA integrity_check", (), |row| row.get(0)).unwrap();
    assert_eq!(intact, "ok");
}

#[test]
fn two_handles_on_one_file_agree() {
    let folder = Folder::new();
    let path = folder.fresh();
    let handles = [(); 2].map(|()| Sqlite::open(Config::new(&path), &[&NOTE]).unwrap());
    let accepted: u64 = thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|number| {
                let storage = &handles[number % 2];
                scope.spawn(move || {
                    let mut accepted = 0;
                    for _ in 0..25 {
                        match storage.commit(vec![turn("a", version(storage, "a"), "words")]).unwrap().remove(0) {
                            Ok(()) => accepted += 1,
                            Err(refusal) => assert_eq!(refusal, Refusal::Conflict),
                        }
                    }
                    accepted
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert!(accepted >= 25);
    for storage in &handles {
        assert_eq!(version(storage, "a"), accepted);
        assert_eq!(notes(storage) as u64, accepted);
    }
}

#[test]
fn a_locked_database_is_busy_and_readers_go_on() {
    let folder = Folder::new();
    let path = folder.fresh();
    let storage = Sqlite::open(Config { timeout_ms: 50, ..Config::new(&path) }, &[&NOTE]).unwrap();
    assert_eq!(storage.commit(vec![turn("a", 0, "words")]).unwrap(), [Ok(())]);
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE; DELETE FROM loyalty_note").unwrap();
    let error = storage.commit(vec![turn("a", 1, "words")]).unwrap_err();
    assert_eq!(error.outcome, Outcome::Busy);
    assert_eq!(notes(&storage), 1);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(storage.commit(vec![turn("a", 1, "words")]).unwrap(), [Ok(())]);
}
