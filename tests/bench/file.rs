//! A file of a million customers, more than 100 MB, sent through `customer.import_csv` piece by piece over SQLite: the dry run, the real one, and the same
//! again, which does no row twice. The memory must not grow with the file, and must be seen to grow where a reader keeps what it reads; the times are the
//! wall's.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::time::Instant;

use loyalty_core::context::Context;
use loyalty_core::id::{Id, Slug};
use loyalty_core::loyalty::{FileCall, Loyalty};
use loyalty_sql::Sqlite;

use crate::{Folder, rounds};

const ROWS: u64 = 1_000_000;
/// One row in so many has a date that no calendar has.
const WRONG: u64 = 1_000;
/// From a tenth of a file to its end, the process may grow by so many KB: caches fill up, but no piece of the file stays.
const GROWTH_KB_MAX: u64 = 48 << 10;

/// The file, written as it is read.
struct Rows {
    number: u64,
    line: Vec<u8>,
    bytes: u64,
    /// A leak: what was read, and is never let go.
    kept: Option<Vec<u8>>,
}

impl Rows {
    fn new(leaks: bool) -> Self {
        let header = "id,first_name,last_name,email,phone,birth_date,address_line_1,address_city,address_postal_code,address_country\n";
        Rows { number: 0, line: header.into(), bytes: 0, kept: leaks.then(Vec::new) }
    }

    fn next(&mut self) {
        self.number += 1;
        let number = self.number;
        let day = if number.is_multiple_of(WRONG) { 30 } else { 28 };
        let line = format!(
            "c-{number:07},Renée,Müller,renee.mueller.{number:07}@mail.example,+43 660 {number:07},1980-02-{day},\"Rosenweg {number}, Stiege 2\",Wien,1010,AT\n"
        );
        self.line = line.into();
    }
}

impl Read for Rows {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.line.is_empty() && self.number < ROWS {
            self.next();
        }
        let read = self.line.as_slice().read(into)?;
        let read_now = self.line.drain(..read);
        if let Some(kept) = &mut self.kept {
            kept.extend(read_now);
        }
        self.bytes += read as u64;
        Ok(read)
    }
}

/// What the process has in memory, in KB, as Linux says it: without it, nothing would be held to a bound here.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux, which says how much memory a process has");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next()?.parse().ok());
    line.expect("the memory of the process")
}

/// Sends the file once, says in a line what that took, and answers whether the memory grew with the file.
fn send(loyalty: &Loyalty<Sqlite>, name: &str, preview: bool, leaks: bool) -> bool {
    let admin = vec![Slug::new("admin").expect("a role")];
    let at = "2026-11-22T10:00:00Z".parse().expect("a time");
    let context = Context::agent(Id::new("maria").expect("an id"), admin, at, "sixteen bytes of entropy");
    let call = FileCall { op: "customer.import_csv", args: r#"{"batch":"b-1","preset":"loyalty"}"#, preview, digests: &[] };
    let (mut rows, mut wrong, mut memory) = (Rows::new(leaks), 0, Vec::new());
    let start = Instant::now();
    let done = loyalty.send_file(&call, &context, &mut rows, &mut |progress| {
        wrong += progress.errors.len() as u64;
        let seen = progress.done + progress.refused;
        if seen / (ROWS / 10) > memory.len() as u64 {
            memory.push(resident());
            eprintln!("{seen} rows");
        }
        ControlFlow::Continue(())
    });
    let took = start.elapsed().as_secs_f64();
    let answer = done.expect("the file").answer;
    let number = |name: &str| answer.get(name).map(|number| serde_json::to_string(number).expect("a number")).unwrap_or_default();
    let expected = [ROWS - ROWS / WRONG, ROWS / WRONG].map(|number| number.to_string());
    assert_eq!([number("done"), number("refused")], expected, "{name}");
    assert_eq!(wrong, ROWS / WRONG, "every wrong cell is told once");
    let first = memory.first().copied().expect("a tenth");
    let most = memory.iter().copied().max().unwrap_or(first);
    println!(
        "{name:<22} {:>4} MB {:>7.0} s {:>8.0} rows/s   {:>4} MB of memory after a tenth, at most {:>4} MB",
        rows.bytes / 1_000_000,
        took,
        ROWS as f64 / took,
        first >> 10,
        most >> 10
    );
    most > first + GROWTH_KB_MAX
}

/// Sends the file three times, and once with a leak.
pub fn table() {
    let folder = Folder::beside();
    let loyalty = rounds::open(&folder.0.join("file.db"));
    for (name, preview) in [("dry run", true), ("real run", false), ("the same again", false)] {
        assert!(!send(&loyalty, name, preview, false), "the memory grew with the file");
    }
    assert!(send(&loyalty, "dry run with a leak", true, true), "a leak of the whole file was not seen");
}
