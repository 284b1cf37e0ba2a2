//! A copy killed in the middle, again and again, and gone on with.

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::process::{Command, Stdio};

use loyalty_core::schema::TABLES;
use loyalty_sql::copy::{Verify, copy};
use loyalty_sql::{Sqlite, StorageConfig};

use crate::folder::Folder;
use crate::shop::{moved_whole, shop};

const FROM: &str = "LOYALTY_SQL_TEST_COPY_FROM";
const TO: &str = "LOYALTY_SQL_TEST_COPY_TO";

/// Not a test of its own: what the killed process does. It tells its progress.
#[test]
#[ignore = "run by the tests that kill"]
fn child() {
    let (Ok(from), Ok(to)) = (std::env::var(FROM), std::env::var(TO)) else { return };
    let open = |url: String| loyalty_sql::open(&StorageConfig::new(url), TABLES).unwrap();
    copy(&*open(from), &*open(to), Verify::Nothing, &mut |progress| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nrows {}", progress.rows).unwrap();
        out.flush().unwrap();
        ControlFlow::Continue(())
    })
    .unwrap();
}

/// Copies in processes that are killed after some rows each; how many were.
pub(crate) fn killed(from: &str, to: &str, step: u64) -> u32 {
    let mut kills = 0;
    loop {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::child", "--ignored", "--nocapture"])
            .envs([(FROM, from), (TO, to)])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        for line in BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok) {
            let rows = line.strip_prefix("rows ").and_then(|rows| rows.parse().ok()).unwrap_or(0);
            if rows >= step {
                // While it is writing the next.
                child.kill().unwrap();
                break;
            }
        }
        if child.wait().unwrap().success() {
            return kills;
        }
        kills += 1;
        assert!(kills < 100, "it never comes to an end");
    }
}

#[test]
fn what_was_killed_goes_on_and_loses_nothing() {
    let folder = Folder::new();
    let (from, to) = (shop(&folder), folder.fresh());
    let kills = killed(&format!("sqlite:{}", from.display()), &format!("sqlite:{}", to.display()), 1_500);
    assert!(kills >= 4, "killed only {kills} times");
    moved_whole(&Sqlite::for_loyalty(from).unwrap(), &Sqlite::for_loyalty(to).unwrap());
}
