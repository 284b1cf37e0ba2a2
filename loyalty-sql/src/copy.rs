//! Moving house: makes one repository hold what another holds, whatever kinds they are.
//!
//! There is one movement for everything. A pass walks along the roots of both sides; where a root's row differs, all rows of that
//! root are read on both sides and what differs is written, the root last. That is the first copy, where everything differs; it is going on
//! after a kill, where the rest does; and it is catching up with a source in use, where a few do. Passes follow each other until one finds
//! nothing to do. Nothing has to be remembered, so nothing remembered can be wrong.
//!
//! No more is held in memory than a few thousand rows of each table, except that `journal.verify` reads one customer's journal at a time.
//!
//! ```
//! use std::ops::ControlFlow;
//!
//! use loyalty_core::{context::Context, customer, id::{CustomerId, Id, Slug}, loyalty::Loyalty, memory::Memory};
//! use loyalty_sql::copy::{Verify, copy};
//! # use loyalty_core::error::Error;
//!
//! let small = Loyalty::new(Memory::new());
//! # let at = "2026-11-22T10:00:00Z".parse()?;
//! # let maria = Context::agent(Id::new("maria")?, vec![Slug::new("admin")?], at, "sixteen bytes that nobody can guess");
//! small.run(&customer::Create::new(CustomerId::new("c-42")?), &maria)?;
//!
//! let large = Memory::new(); // or loyalty_sql::open("mysql://…")
//! let report = copy(small.repository(), &large, Verify::All, &mut |_| ControlFlow::Continue(()))?;
//! assert!(report.is_settled() && report.is_equal());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod books;
mod comparison;
mod difference;
mod error;
mod pass;
mod past;
mod progress;
mod report;
mod sides;

pub use error::CopyError;
pub use progress::{Progress, Stage, Watch};
pub use report::{Books, Report, TableReport};

use loyalty_core::log::REFUSAL;
use loyalty_core::repository::{CLAIM, COUNTER, ROOT, Repository, Table};
use loyalty_core::schema::TABLES;

use progress::Teller;
use sides::Sides;

/// What is verified at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verify {
    /// Every row on both sides, and the books of every customer on both sides.
    All,
    /// Every row on both sides, and the books of at most about so many customers, evenly spread over all.
    Sample(u64),
    /// Nothing: what was copied is not looked at again.
    Nothing,
}

/// The most passes before a source in use is left to go on.
const PASSES_MAX: u32 = 8;

/// Tables whose rows change without the version of a root: they are compared whole in every pass.
static LOOSE: &[&Table] = &[&CLAIM, &COUNTER, &REFUSAL];

/// Tables whose rows change only with the version of their root, [`ROOT`] itself aside.
fn rooted() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().copied().filter(|table| **table != ROOT && !LOOSE.contains(table))
}

/// Makes `to` hold what `from` holds, and verifies it.
///
/// `to` is empty, or an earlier state of `from`: begun by a copy that was stopped or killed, or finished before `from` went on. Anything
/// else is refused before a row is written. Nobody else may write to `to` meanwhile; `from` may be in use, but what is written to it
/// after the last pass stays behind, so that the last run needs a shop that has stopped.
///
/// `watch` is told how far it has come, often, and may break it off.
///
/// # Errors
/// [`CopyError`]. Calling again goes on where it ended.
pub fn copy(from: &dyn Repository, to: &dyn Repository, verify: Verify, watch: &mut Watch<'_>) -> Result<Report, CopyError> {
    let sides = Sides { from, to };
    let mut teller = Teller::new(watch);
    let mut report = Report::default();
    past::check(&sides, &mut teller)?;
    report.roots = past::count(&sides, &mut teller)?;
    let mut before = None;
    for pass in 1..=PASSES_MAX {
        teller.begin(Stage::Copying { pass }, Some(report.roots));
        let moved = pass::run(&sides, &mut teller)?;
        report.passes = pass;
        report.rows_written += moved.rows;
        report.changed_last = moved.roots;
        report.settled = moved.rows == 0;
        // A source in use changes as fast as one can follow: going on would not bring them closer.
        if report.settled || (pass > 2 && before.is_some_and(|before| moved.roots >= before)) {
            break;
        }
        before = Some(moved.roots);
    }
    if verify != Verify::Nothing {
        comparison::run(&sides, &mut teller, &mut report)?;
        books::run(&sides, verify, &mut teller, &mut report)?;
    }
    Ok(report)
}
