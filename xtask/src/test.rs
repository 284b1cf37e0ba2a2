//! `cargo xtask test [step…] [--real-baskets]`: everything that has to hold, one named step after the other.
//!
//! Prints a line for each step, the log of those that failed, and as the very last line `N passed, N failed`, with
//! `, N skipped` if something was. A step of cargo tests counts each of its tests; every other step counts as one.

mod c;
mod checks;
mod databases;
mod dist;
mod js;
mod languages;
mod log;
mod steps;
mod tap;
mod tool;
mod wasm;

use std::io::Write;
use std::time::Instant;

use crate::workspace::Outcome;
use log::Log;
use steps::{REAL_BASKETS, STEPS};
use tool::PYTHON;
use tool::Tool;
pub use tool::{CARGO_WEB, LLD, NODE, NPM, RUST_WEB_SRC, RUSTC_WEB, VALGRIND};

/// One named step.
struct Step {
    /// One word or a few; the log file is called so too.
    name: &'static str,
    /// Programs without which it cannot run; missing ones are installed where that is possible.
    needs: &'static [Tool],
    /// Whether the whole run still succeeds when this step cannot run here.
    may_skip: bool,
    /// Does it; an error is a failure.
    run: fn(&mut Log) -> Result<End, String>,
}

/// How a step ended, unless with an error.
enum End {
    /// It ran; it failed if one of its checks did.
    Done(Counts),
    /// It could not run, and why.
    Skipped(String),
}

/// How many checks went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Counts {
    /// A step that is one check, and held.
    const ONE_PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    fn last_line(self) -> String {
        let Self { passed, failed, skipped } = self;
        match skipped {
            0 => format!("{passed} passed, {failed} failed"),
            _ => format!("{passed} passed, {failed} failed, {skipped} skipped"),
        }
    }
}

/// Runs all steps, or those named; with `--real-baskets` that step, and of the others only those named.
pub fn run(arguments: &[String]) -> Outcome {
    let (asked, names): (Vec<&String>, Vec<&String>) = arguments.iter().partition(|argument| *argument == "--real-baskets");
    let extra = asked.first().map(|_| &REAL_BASKETS);
    if let Some(unknown) = names.iter().find(|name| !STEPS.iter().any(|step| step.name == name.as_str())) {
        let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("there is no step {unknown}; there are: {}", known.join(", ")));
    }
    let all = names.is_empty() && extra.is_none();
    let chosen = STEPS.iter().filter(|step| all || names.iter().any(|name| *name == step.name));
    if run_steps(chosen.chain(extra))? {
        Ok(())
    } else {
        std::process::exit(1) // the line with the counts stays the last one
    }
}

/// Runs steps and prints what came of them; whether all of them are fine.
fn run_steps<'s>(steps: impl Iterator<Item = &'s Step>) -> Result<bool, String> {
    let started = Instant::now();
    let mut total = Counts::default();
    let mut notes = Vec::new();
    let mut fine = true;
    for step in steps {
        print!("{:<16} ", step.name);
        std::io::stdout().flush().map_err(|e| e.to_string())?;
        let mut log = Log::create(step.name)?;
        let step_started = Instant::now();
        let verdict = judge(step, run_step(step, &mut log));
        println!("{:>7.1} s  {}", step_started.elapsed().as_secs_f64(), verdict.word);
        if verdict.show_log {
            println!("{}", log.trouble());
        }
        if verdict.word != "ok" {
            notes.push(format!("  {}: {}", step.name, verdict.note));
        }
        fine &= verdict.fine;
        total.add(verdict.counts);
    }
    println!("\n{:.1} s in all", started.elapsed().as_secs_f64());
    for note in notes {
        println!("{note}");
    }
    println!("{}", total.last_line());
    Ok(fine)
}

fn run_step(step: &Step, log: &mut Log) -> Result<End, String> {
    for tool in step.needs {
        if let Err(why) = tool.ensure() {
            return Ok(End::Skipped(why));
        }
    }
    (step.run)(log)
}

/// What is said about a step that ended, and what it means for the run.
struct Verdict {
    word: String,
    note: String,
    counts: Counts,
    fine: bool,
    show_log: bool,
}

fn judge(step: &Step, end: Result<End, String>) -> Verdict {
    match end {
        Ok(End::Done(counts)) if counts.failed == 0 => {
            Verdict { word: "ok".to_owned(), note: String::new(), counts, fine: true, show_log: false }
        }
        Ok(End::Done(counts)) => {
            Verdict { word: "FAILED".to_owned(), note: format!("{} failed", counts.failed), counts, fine: false, show_log: true }
        }
        Ok(End::Skipped(why)) => {
            let allowed = if step.may_skip { "allowed" } else { "not allowed" };
            Verdict {
                word: format!("skipped ({why}; {allowed})"),
                note: format!("skipped, {allowed}: {why}"),
                counts: Counts { skipped: 1, ..Counts::default() },
                fine: step.may_skip,
                show_log: false,
            }
        }
        Err(why) => {
            Verdict { word: "FAILED".to_owned(), note: why, counts: Counts { failed: 1, ..Counts::default() }, fine: false, show_log: true }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(may_skip: bool, end: Result<End, String>) -> Verdict {
        let step = Step { name: "seeded", needs: &[], may_skip, run: |_| Ok(End::Done(Counts::ONE_PASSED)) };
        judge(&step, end)
    }

    #[test]
    fn a_failed_step_fails_the_run() {
        assert!(!verdict(true, Err("broken".to_owned())).fine);
        let counts = Counts { passed: 3, failed: 1, skipped: 0 };
        assert!(!verdict(true, Ok(End::Done(counts))).fine);
        assert!(verdict(false, Ok(End::Done(Counts::ONE_PASSED))).fine);
    }

    #[test]
    fn a_step_is_skipped_only_with_permission() {
        let skipped = || Ok(End::Skipped("no python3".to_owned()));
        assert!(verdict(true, skipped()).fine);
        assert!(!verdict(false, skipped()).fine);
    }

    #[test]
    fn the_last_line_has_one_form() {
        let mut counts = Counts::ONE_PASSED;
        assert_eq!(counts.last_line(), "1 passed, 0 failed");
        counts.add(Counts { passed: 1, failed: 2, skipped: 3 });
        assert_eq!(counts.last_line(), "2 passed, 2 failed, 3 skipped");
    }
}
