//! `cargo xtask scale measure`: the figures that the simulation starts from, on this machine.
//!
//! Bytes come from the database of `cargo xtask demo`, times from commands over SQLite. What was measured once is in `measured.rs`; here one sees how a
//! machine at hand compares.

use std::path::Path;
use std::time::Duration;

use cpu_time::ThreadTime;
use loyalty_core::loyalty::Loyalty;
use loyalty_sql::Sqlite;
use rusqlite::{Connection, OpenFlags, Row};
use serde_json::json;

use super::measured::{SIZES, Size};
use super::watched::Watched;
use crate::demo::{DATABASE, shop::refused};
use crate::workspace::{Outcome, command, fresh, release, root, target};

/// Customers who are created, enrolled and given an order.
const CUSTOMERS: usize = 4_000;
/// Commands that become durable together.
const BATCH: usize = 200;

/// Prints the figures.
///
/// # Errors
/// When there is no database of the demo, or the library refuses.
pub fn run() -> Outcome {
    if cfg!(debug_assertions) {
        let program = release()?.join("xtask");
        let status = command(&program.to_string_lossy()).args(["scale", "measure"]).status();
        let status = status.map_err(|error| format!("cannot run {}: {error}", program.display()))?;
        return if status.success() { Ok(()) } else { Err("nothing was measured".to_owned()) };
    }
    let sizes = sizes(&root().join(DATABASE))?;
    for Size { table, rows, bytes, index_bytes } in &sizes {
        println!("{table:<18} {rows:>8} rows {bytes:>11} bytes {index_bytes:>11} in indexes");
    }
    println!(
        "{:?} of 1,000 orders, by the 1,000th part of the customers who order most, and by the hundredth",
        head(&root().join(DATABASE))?
    );
    times()?;
    match drift(&sizes, SIZES) {
        Some(table) => Err(format!("the sizes of '{table}' are not those of docs/scale.md; put them into xtask/src/scale/measured.rs")),
        None => Ok(()),
    }
}

/// A table that weighs more than 2 % more or less than was written down.
fn drift(measured: &[Size<String>], recorded: &[Size]) -> Option<String> {
    let all = |bytes: u64, index_bytes: u64| bytes + index_bytes;
    let differs = |size: &&Size<String>| {
        let recorded = recorded.iter().find(|recorded| recorded.table == size.table);
        let (now, then) = (all(size.bytes, size.index_bytes), recorded.map_or(0, |size| all(size.bytes, size.index_bytes)));
        size.rows > 0 && now.abs_diff(then) * 50 > now
    };
    measured.iter().find(differs).map(|size| size.table.clone())
}

/// Bytes of every table, pages that are not full included.
pub fn sizes(path: &Path) -> Result<Vec<Size<String>>, String> {
    let database = open(path)?;
    let failed = |error: rusqlite::Error| format!("cannot read the pages of {}: {error}", path.display());
    // The text index keeps tables of its own, named after the table that it serves.
    let pages = "SELECT s.name, m.tbl_name, m.type, sum(s.pgsize) FROM dbstat s JOIN sqlite_schema m ON m.name = s.name WHERE s.aggregate = 1 \
         GROUP BY s.name ORDER BY m.type DESC, s.name";
    let mut statement = database.prepare(pages).map_err(failed)?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, whole(row, 3)?))).map_err(failed)?;
    let mut sizes: Vec<Size<String>> = Vec::new();
    for found in found {
        let (name, owner, kind, bytes): (String, String, String, u64) = found.map_err(failed)?;
        let owner = owner.strip_prefix("loyalty_").unwrap_or(&owner).to_owned();
        let is_text = owner.contains("_text");
        let served = owner.split("_text").next().unwrap_or_default().to_owned();
        let place = sizes.iter().position(|size| size.table == served);
        match place {
            Some(place) => sizes[place].index_bytes += bytes,
            None => {
                let count = || database.query_row(&format!("SELECT count(*) FROM \"{name}\""), [], |row| whole(row, 0));
                let rows = if kind == "table" { count().map_err(failed)? } else { 0 };
                let (bytes, index_bytes) = if is_text { (0, bytes) } else { (bytes, 0) };
                sizes.push(Size { table: served, rows, bytes, index_bytes });
            }
        }
    }
    Ok(sizes)
}

/// How many of a thousand orders the most frequent customers placed: those of the first thousandth part, and of the first hundredth.
fn head(path: &Path) -> Result<[u64; 2], String> {
    let database = open(path)?;
    let counts = "SELECT count(*) AS orders FROM loyalty_order GROUP BY root ORDER BY orders DESC";
    let failed = |error: rusqlite::Error| format!("cannot count the orders: {error}");
    let mut statement = database.prepare(counts).map_err(failed)?;
    let counts: Vec<u64> = statement.query_map([], |row| whole(row, 0)).and_then(Iterator::collect).map_err(failed)?;
    let all: u64 = counts.iter().sum();
    Ok([1_000, 100].map(|part| counts.iter().take(counts.len() / part).sum::<u64>() * 1_000 / all.max(1)))
}

/// A count, which is never below zero.
fn whole(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::unsigned_abs)
}

fn open(path: &Path) -> Result<Connection, String> {
    let opened = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY);
    opened.map_err(|error| format!("cannot open {}: {error}; run `cargo xtask demo` first", path.display()))
}

/// What a command takes: of the engine, of reading, of the writer.
fn times() -> Outcome {
    let folder = fresh(&target().join("scale"))?;
    let loyalty = Loyalty::new(Watched::new(Sqlite::for_loyalty(folder.join("times.sqlite")).map_err(refused)?));
    let context = |number: usize| {
        let actor = json!({ "id": "shop", "kind": "system", "roles": ["admin"] });
        json!({ "actor": actor, "at": "2026-03-01T10:00:00Z", "entropy": format!("times of number {number:08}") }).to_string()
    };
    let order = |customer: usize| {
        json!({ "op": "order.record", "args": {
            "customer": format!("c-{customer}"), "number": format!("o-{customer}"), "placed_at": "2026-03-01T09:00:00Z", "currency": "USD",
            "lines": [{ "unit_price": "120.00" }], "payments": [{ "id": "1", "amount": "120.00", "status": "paid" }],
        }})
    };
    let mut requests = Vec::new();
    for customer in 0..CUSTOMERS {
        let id = format!("c-{customer}");
        let args = json!({ "id": id, "email": format!("{id}@example.com"), "first_name": "Ada", "last_name": "King" });
        requests.push(json!({ "op": "customer.create", "args": args }));
        requests.push(json!({ "op": "membership.enroll", "args": { "customer": id } }));
        requests.push(order(customer));
    }
    let requests: Vec<(String, String)> =
        requests.iter().enumerate().map(|(number, request)| (request.to_string(), context(number))).collect();
    let grouped = timed(&loyalty, &requests, BATCH)?;
    println!("{BATCH} a commit: {grouped}");
    Ok(())
}

/// Microseconds of the processor for each command, in words: other work on the machine does not count, and waiting for the disk neither.
fn timed(loyalty: &Loyalty<Watched<Sqlite>>, requests: &[(String, String)], batch: usize) -> Result<String, String> {
    let begin = ThreadTime::now();
    for requests in requests.chunks(batch) {
        let texts: Vec<(&str, &str)> = requests.iter().map(|(request, context)| (request.as_str(), context.as_str())).collect();
        if let Some(answer) = loyalty.execute_batch(&texts).into_iter().find(|answer| !answer.starts_with("{\"ok\"")) {
            return Err(refused(answer));
        }
    }
    let all = begin.elapsed();
    let asked = loyalty.repository().look();
    let each = |time: Duration| time.as_micros() / requests.len() as u128;
    let engine = each(all.saturating_sub(asked.reading + asked.committing));
    Ok(format!("{engine} us of the engine, {} of reading, {} of the commit, for each command", each(asked.reading), each(asked.committing)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_has_grown_is_noticed() {
        let recorded = [Size { table: "log", rows: 10, bytes: 1_000, index_bytes: 100 }];
        let measured = |bytes| [Size { table: "log".to_owned(), rows: 10, bytes, index_bytes: 100 }];
        assert_eq!(drift(&measured(1_010), &recorded), None);
        assert_eq!(drift(&measured(1_030), &recorded).as_deref(), Some("log"));
        assert_eq!(drift(&measured(1_000), &[]).as_deref(), Some("log"));
    }
}
