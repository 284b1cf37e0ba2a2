//! A file of a million customers, more than 100 MB, sent through `customer.import_csv` piece by piece over SQLite, and one of a million adjustments through
//! `bulk.adjust`: the dry run, the real one, and the same again, which does no row twice; and the list of customers
//! back into a file. The memory must not grow with the file, and must be seen to grow where a reader keeps what it reads; the times are the
//! wall's.

use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::time::Instant;

use loyalty_core::context::Context;
use loyalty_core::customer::ExportCsv;
use loyalty_core::id::{Id, Slug};
use loyalty_core::loyalty::{FileCall, Loyalty};
use loyalty_sql::Sqlite;

use crate::{Folder, rounds};

const ROWS: u64 = 1_000_000;
/// One row in so many has a date that no calendar has.
const WRONG: u64 = 1_000;
/// From a tenth of a file to its end, the process may grow by so many KB: caches fill up, but no piece of the file stays.
const GROWTH_KB_MAX: u64 = 48 << 10;

/// A kind of file.
struct Kind {
    name: &'static str,
    op: &'static str,
    args: &'static str,
    header: &'static str,
    /// A row of this number, which may be wrong.
    row: fn(u64, bool) -> String,
}

const CUSTOMERS: Kind = Kind {
    name: "customers",
    op: "customer.import_csv",
    args: r#""batch":"b-1","preset":"loyalty""#,
    header: "id,first_name,last_name,email,phone,birth_date,member,address_line_1,address_city,address_postal_code,address_country\n",
    row: |number, is_wrong| {
        let day = if is_wrong { 30 } else { 28 };
        format!(
            "c-{number:07},Renée,Müller,renee.mueller.{number:07}@mail.example,+43 660 {number:07},1980-02-{day},yes,\"Rosenweg {number}, Stiege 2\",Wien,1010,AT\n"
        )
    },
};

/// Those who are there by the file of customers; of the others no row is right.
const POINTS: Kind = Kind {
    name: "adjustments",
    op: "bulk.adjust",
    args: r#""batch":"b-2","type":"points""#,
    header: "customer,amount,reason,comment,note\n",
    row: |number, _| {
        format!(
            "c-{number:07},{},the anniversary,\"Thank you, Renée, for staying with us\",asked for by the board on the first of November\n",
            1 + number % 500
        )
    },
};

/// The file, written as it is read.
struct Rows {
    kind: &'static Kind,
    number: u64,
    line: Vec<u8>,
    bytes: u64,
    /// A leak: what was read, and is never let go.
    kept: Option<Vec<u8>>,
}

impl Rows {
    fn new(kind: &'static Kind, leaks: bool) -> Self {
        Rows { kind, number: 0, line: kind.header.into(), bytes: 0, kept: leaks.then(Vec::new) }
    }

    fn next(&mut self) {
        self.number += 1;
        self.line = (self.kind.row)(self.number, self.number.is_multiple_of(WRONG)).into();
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

/// What the process has in memory each time a tenth of the rows is through.
#[derive(Default)]
struct Watched(Vec<u64>);

impl Watched {
    fn note(&mut self, rows: u64) {
        if rows / (ROWS / 10) > self.0.len() as u64 {
            self.0.push(resident());
            eprintln!("{rows} rows");
        }
    }

    /// Says in a line what a file took, and answers whether the memory grew with it.
    fn tell(&self, kind: &str, name: &str, bytes: u64, start: Instant) -> bool {
        let took = start.elapsed().as_secs_f64();
        let first = self.0.first().copied().expect("a tenth");
        let most = self.0.iter().copied().max().unwrap_or(first);
        println!(
            "{kind:<12} {name:<20} {:>4} MB {took:>7.0} s {:>8.0} rows/s   {:>4} MB of memory after a tenth, at most {:>4} MB",
            bytes / 1_000_000,
            ROWS as f64 / took,
            first >> 10,
            most >> 10
        );
        most > first + GROWTH_KB_MAX
    }
}

fn context() -> Context {
    let at = "2026-11-22T10:00:00Z".parse().expect("a time");
    Context::agent(Id::new("maria").expect("an id"), vec![Slug::new("admin").expect("a role")], at, "sixteen bytes of entropy")
}

/// Sends a file once; whether the memory grew with it, and what a dry run of adjustments gives for the real run.
fn send(
    loyalty: &Loyalty<Sqlite>,
    kind: &'static Kind,
    name: &str,
    plan: Option<&str>,
    (preview, leaks): (bool, bool),
) -> (bool, Option<String>) {
    let plan = plan.map(|plan| format!(r#","file_plan":"{plan}""#)).unwrap_or_default();
    let call = FileCall { op: kind.op, args: &format!("{{{}{plan}}}", kind.args), preview, digests: &[] };
    let (mut rows, mut wrong, mut watched) = (Rows::new(kind, leaks), 0, Watched::default());
    let start = Instant::now();
    let done = loyalty.send_file(&call, &context(), &mut rows, &mut |progress| {
        wrong += progress.errors.len() as u64;
        watched.note(progress.done + progress.refused);
        ControlFlow::Continue(())
    });
    let grew = watched.tell(kind.name, name, rows.bytes, start);
    let answer = done.expect("the file").answer;
    let number = |name: &str| answer.get(name).map(|number| serde_json::to_string(number).expect("a number")).unwrap_or_default();
    let expected = [ROWS - ROWS / WRONG, ROWS / WRONG].map(|number| number.to_string());
    assert_eq!([number("done"), number("refused")], expected, "{name}");
    assert_eq!(wrong, ROWS / WRONG, "every wrong row is told once");
    (grew, answer.get("file_plan").and_then(|plan| plan.as_text().map(str::to_owned)))
}

/// Where a file goes, which is counted and let go.
struct Away(u64);

impl Write for Away {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes the list of all customers; whether the memory grew with it.
fn export(loyalty: &Loyalty<Sqlite>) -> bool {
    let (mut file, mut watched) = (Away(0), Watched::default());
    let start = Instant::now();
    let written = loyalty.export_customers(&ExportCsv::default(), &context(), &mut file, &mut |rows| {
        watched.note(rows);
        ControlFlow::Continue(())
    });
    assert_eq!(written.expect("the list").rows, ROWS - ROWS / WRONG);
    watched.tell("customers", "export", file.0, start)
}

/// Sends both files three times, and each once with a leak; and writes one.
pub fn table() {
    let folder = Folder::beside();
    let loyalty = rounds::open(&folder.0.join("file.db"));
    for kind in [&CUSTOMERS, &POINTS] {
        let (grew, plan) = send(&loyalty, kind, "dry run", None, (true, false));
        let real = ["real run", "the same again"].map(|name| send(&loyalty, kind, name, plan.as_deref(), (false, false)).0);
        assert!(!grew && real == [false; 2], "the memory grew with the file");
        assert!(send(&loyalty, kind, "dry run with a leak", None, (true, true)).0, "a leak of the whole file was not seen");
    }
    assert!(!export(&loyalty), "the memory grew with the list");
}
