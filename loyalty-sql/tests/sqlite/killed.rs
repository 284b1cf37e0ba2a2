//! A process killed in the middle of commits: what it acknowledged stands, what it did not stands once or not at all.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::thread;

use loyalty_core::repository::{Read, Repository, Scan};
use loyalty_sql::{Config, Sqlite};

use crate::folder::Folder;
use crate::probe::{NOTE, turn, version};

const THREADS: usize = 4;
const FILE: &str = "LOYALTY_SQL_TEST_KILLED";

/// Not a test of its own: what the killed process does. It prints every commit that was acknowledged.
#[test]
#[ignore = "run by the test below"]
fn child() {
    let Ok(path) = std::env::var(FILE) else { return };
    let storage = Sqlite::open(Config::new(path), &[&NOTE]).unwrap();
    thread::scope(|scope| {
        for number in 0..THREADS {
            let storage = &storage;
            scope.spawn(move || {
                let root = format!("r{number}");
                for expected in version(storage, &root).. {
                    assert_eq!(storage.commit(vec![turn(&root, expected, "some words")]).unwrap(), [Ok(())]);
                    let mut out = std::io::stdout().lock();
                    writeln!(out, "\nacknowledged {number} {}", expected + 1).unwrap();
                    out.flush().unwrap();
                }
            });
        }
    });
}

#[test]
fn a_killed_process_loses_nothing_acknowledged() {
    let folder = Folder::new();
    let path = folder.fresh();
    let mut acknowledged = [0u64; THREADS];
    for round in 1..=4 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::child", "--ignored", "--nocapture"])
            .env(FILE, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut seen = 0;
        for line in BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok) {
            // The last line may be cut off.
            let words: Vec<&str> = line.split(' ').collect();
            let ["acknowledged", number, version] = words.as_slice() else { continue };
            let (number, version): (usize, u64) = (number.parse().unwrap(), version.parse().unwrap_or(0));
            acknowledged[number] = acknowledged[number].max(version);
            seen += 1;
            if seen == 40 * round {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        assert!(seen >= 40, "the child stopped by itself after {seen}");

        let storage = Sqlite::open(Config::new(&path), &[&NOTE]).unwrap();
        for (number, acknowledged) in acknowledged.iter().enumerate() {
            let root = format!("r{number}");
            let stands = version(&storage, &root);
            assert!(stands == *acknowledged || stands == acknowledged + 1, "{root}: {stands} stand, {acknowledged} were acknowledged");
            let notes = storage.read(&[Read::Scan(Scan::prefix(&NOTE, vec![root.as_str().into()]))]).unwrap().concat();
            assert_eq!(notes.len() as u64, stands, "{root}: one note a version");
        }
    }
    let intact: String = rusqlite::Connection::open(&path).unwrap().query_row("PRAGMA integrity_check", (), |row| row.get(0)).unwrap();
    assert_eq!(intact, "ok");
}
