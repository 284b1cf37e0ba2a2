//! What came of it, in words.

use std::fmt::Write;
use std::time::Duration;

use loyalty_sql::copy::{Report, Verify};

/// The last word, for people and for whoever keeps it.
pub(crate) fn account(report: &Report, verify: Verify, took: Duration) -> String {
    let mut text = String::new();
    // Writing to a text does not fail.
    let _written = write(&mut text, report, verify, took);
    text
}

fn write(out: &mut String, report: &Report, verify: Verify, took: Duration) -> std::fmt::Result {
    let Report { roots, passes, rows_written, .. } = report;
    writeln!(
        out,
        "{roots} customers, gift cards and programs; {rows_written} rows written; passes: {passes}; {:.1} s in all",
        took.as_secs_f64()
    )?;
    for table in &report.tables {
        writeln!(out, "  {:<20} {:>12} rows in the source {:>12} in the target", table.name, table.source, table.target)?;
    }
    let books = &report.books;
    match verify {
        Verify::Nothing => writeln!(out, "NOT VERIFIED: nothing was compared; leave --verify none away to do so")?,
        Verify::All => {
            writeln!(out, "books sound on both sides, with equal heads: {} of {} customers and gift cards", books.sound, books.asked)?
        }
        Verify::Sample(_) => {
            let (sound, asked) = (books.sound, books.asked);
            writeln!(out, "books sound on both sides, with equal heads: {sound} of {asked} customers and gift cards looked at, A SAMPLE")?;
        }
    }
    for difference in &report.told {
        writeln!(out, "DIFFERENT: {difference}")?;
    }
    if report.differences > report.told.len() as u64 {
        writeln!(out, "DIFFERENT: {} more", report.differences - report.told.len() as u64)?;
    }
    if !report.is_settled() {
        let changed = report.changed_last.max(report.moving);
        writeln!(out, "THE SOURCE IS IN USE: {changed} customers changed meanwhile; stop the shop and give the same command once more")?;
    } else if report.is_equal() && verify != Verify::Nothing {
        writeln!(out, "both hold the same")?;
    }
    Ok(())
}
