//! `cargo xtask demo [--quiet]`: a real shop's purchase log, lived through as a loyalty program.
//!
//! Loads every order of examples/data/cdnow.txt.gz into a fresh SQLite file through the library's public API, in time order, with points that
//! lapse, members who redeem, orders that come back, a stamp for each CD and statuses by what was spent; then prints what a merchant would ask, one customer, and whether all books verify, writes a report, and
//! lives through a support session on these books.
//! tests/recount/recount.py counts the same by other means.

mod audit;
mod charts;
mod customer;
mod desk;
mod figures;
mod progress;
mod purchases;
mod replay;
mod report;
pub mod shop;
pub mod sources;
pub mod table;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use loyalty_core::time::{Date, Timestamp};

use self::audit::Verdict;
use self::figures::Figures;
use self::progress::Progress;
use self::shop::Shop;
use self::table::grouped;
use crate::workspace::{Outcome, command, release, root};

/// Where the results go.
const FOLDER: &str = "target/demo";
/// The books.
pub const DATABASE: &str = "target/demo/loyalty.sqlite";
const REPORT_HTML: &str = "target/demo/report.html";
/// The figures, in the form that the recount checks.
pub const REPORT_JSON: &str = "target/demo/report.json";

/// The day at whose first instant the books close.
const CLOSING: (i32, u32, u32) = (1998, 7, 1);

/// Runs the demo, with an engine that is built for speed.
pub fn run(arguments: &[String]) -> Outcome {
    let quiet = match arguments {
        [] => false,
        [option] if option == "--quiet" => true,
        _ => return Err("usage: cargo xtask demo [--quiet]".to_owned()),
    };
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    let stopped = move || {
        // Whoever asks twice does not want to wait.
        if flag.swap(true, Ordering::Relaxed) && !cfg!(debug_assertions) {
            std::process::exit(130);
        }
    };
    ctrlc::set_handler(stopped).map_err(|error| format!("cannot listen for Ctrl-C: {error}"))?;
    if cfg!(debug_assertions) { run_optimised(arguments, quiet) } else { tell(quiet, &stop) }
}

/// Runs this very command with optimisations. Ctrl-C reaches the other process too; this one waits for it.
fn run_optimised(arguments: &[String], quiet: bool) -> Outcome {
    if !quiet {
        println!("Building with optimisations, which takes a few minutes the first time …");
    }
    let program = release()?.join("xtask");
    let status = command(&program.to_string_lossy()).arg("demo").args(arguments).status();
    let status = status.map_err(|error| format!("cannot run {}: {error}", program.display()))?;
    if status.success() { Ok(()) } else { std::process::exit(status.code().unwrap_or(1)) }
}

/// Tells the story.
fn tell(quiet: bool, stop: &AtomicBool) -> Outcome {
    let purchases = purchases::read()?;
    let path = start_afresh()?;
    let first = purchases.first().ok_or("the purchase log is empty")?;
    let begin = Instant::now();
    let mut shop = Shop::open(&path, first.date)?;
    let closing = Date::new(CLOSING.0, CLOSING.1, CLOSING.2).ok_or("no such date")?;
    // Everything before the closing counts, and nothing of its own instant.
    let last = Timestamp::from_micros(shop.zone.first_instant(closing).micros() - 1);
    say(quiet, &format!("{} orders from {} on, into {DATABASE}", grouped_count(purchases.len()), first.date));

    let progress = Progress::new("orders", purchases.len(), "orders", quiet);
    let stopped = replay::replay(&mut shop, &purchases, closing, stop, &progress)?;
    progress.done();
    if let Some(date) = stopped {
        return stand(&mut shop, &path, date, quiet);
    }
    shop.sweep(last)?;
    let seconds = begin.elapsed().as_secs_f64();
    let rate = shop.commands as f64 / seconds;
    say(
        quiet,
        &format!(
            "{} commands in {seconds:.1} s, {} a second, {} durable transactions; the sweep settled {} customers\n",
            grouped_count(shop.commands),
            grouped(rate as i64),
            grouped_count(usize::try_from(shop.loyalty.repository().stats().transactions).unwrap_or_default()),
            grouped_count(shop.settled),
        ),
    );
    close(&mut shop, &path, last, quiet)
}

/// Answers the merchant's questions, and writes them down.
fn close(shop: &mut Shop, path: &Path, last: Timestamp, quiet: bool) -> Outcome {
    let figures = Figures::read(path)?;
    say(quiet, &table::answers(&figures));
    let context = shop.owner(last)?;
    let customer = customer::describe(shop, path, &context)?;
    say(quiet, &customer);
    let (verdict, text) = verify(shop, path, last, quiet)?;
    say(quiet, &text);

    let mut json = figures.json();
    json["verified"] = verdict.sound.into();
    json["sources"] = sources::digest()?.into();
    write(REPORT_HTML, &report::html(&figures, &text, &customer)?)?;
    write(REPORT_JSON, &format!("{json:#}\n"))?;
    let session = desk::session(shop, path, last)?;
    say(quiet, &format!("\n{session}"));
    say(quiet, &format!("Report   {REPORT_HTML}\nFigures  {REPORT_JSON}\nBooks    {DATABASE}"));
    if verdict.unsound.is_empty() { Ok(()) } else { Err(verdict.unsound.join("\n")) }
}

/// After Ctrl-C: what stands, and that it verifies.
fn stand(shop: &mut Shop, path: &Path, date: Date, quiet: bool) -> Outcome {
    let (orders, points) = figures::standing(path)?;
    println!("Stopped on {date}: {} orders stand, with {} points outstanding.", grouped(orders), grouped(points));
    let (verdict, text) = verify(shop, path, purchases::noon(shop.zone, date), quiet)?;
    println!("{text}");
    println!("The database {DATABASE} can be opened; the next run starts afresh.");
    Err(if verdict.unsound.is_empty() { "stopped".to_owned() } else { verdict.unsound.join("\n") })
}

/// Verifies the books of all customers, and puts the verdict in words.
fn verify(shop: &mut Shop, path: &Path, at: Timestamp, quiet: bool) -> Result<(Verdict, String), String> {
    let context = shop.owner(at)?;
    let customers = audit::customers(path)?;
    let progress = Progress::new("verifying", customers.len(), "customers", quiet);
    let begin = Instant::now();
    let verdict = audit::verify(shop, &context, &customers, &progress)?;
    progress.done();
    let text = format!(
        "journal.verify: the books of {} customers are sound, {} are not; {} commands and {} entries recomputed in {:.1} s",
        grouped_count(verdict.sound),
        grouped_count(verdict.unsound.len()),
        grouped_count(verdict.commands),
        grouped_count(verdict.entries),
        begin.elapsed().as_secs_f64(),
    );
    Ok((verdict, text))
}

/// Removes what an earlier run left; the path of the database to be.
fn start_afresh() -> Result<PathBuf, String> {
    let path = root().join(DATABASE);
    std::fs::create_dir_all(root().join(FOLDER)).map_err(|error| format!("cannot make {FOLDER}: {error}"))?;
    for name in [DATABASE, &format!("{DATABASE}-wal"), &format!("{DATABASE}-shm"), REPORT_HTML, REPORT_JSON] {
        match std::fs::remove_file(root().join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(format!("cannot remove {name}: {error}")),
            _ => {}
        }
    }
    Ok(path)
}

fn write(name: &str, text: &str) -> Outcome {
    std::fs::write(root().join(name), text).map_err(|error| format!("cannot write {name}: {error}"))
}

fn say(quiet: bool, text: &str) {
    if !quiet {
        println!("{text}");
    }
}

fn grouped_count(count: usize) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}
