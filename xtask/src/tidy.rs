//! `cargo xtask tidy`: checks the house rules that compilers do not know.
//!
//! Every check is a pure function from files to violations, so that its test can hand it a file that breaks the rule.

mod blank;
mod crates;
mod floors;
mod generated;
mod generators;
mod lengths;
mod names;
mod paths;
mod purity;
mod rules;
mod rust_source;
mod traces;

use std::fmt;

use crate::workspace::{Outcome, SourceFile, text_files};

/// One thing that is wrong, where, and what to do about it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    path: String,
    line: usize,
    wrong: String,
    instead: String,
}

impl Violation {
    /// Lines count from 1.
    pub fn new(path: &str, line: usize, wrong: impl Into<String>, instead: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, wrong: wrong.into(), instead: instead.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, wrong, instead } = self;
        write!(f, "{path}:{line}: {wrong}; {instead}")
    }
}

/// A check that looks at files.
type Check = fn(&[SourceFile]) -> Vec<Violation>;

/// Every such check. A new one is a module and a name here.
const CHECKS: &[Check] =
    &[floors::check, lengths::check, names::check, rules::check, purity::check, generated::check, generators::check, traces::check];

/// Prints every violation; an error if there is one.
pub fn run(_arguments: &[String]) -> Outcome {
    let files = text_files()?;
    let mut violations = crates::check(&crates::read()?);
    for check in CHECKS {
        violations.extend(check(&files));
    }
    violations.sort();
    violations.dedup(); // a `use` of two names reaches up once
    for violation in &violations {
        println!("{violation}");
    }
    match violations.len() {
        0 => {
            println!("tidy: {} files, nothing to mend", files.len());
            Ok(())
        }
        1 => Err("tidy: 1 thing to mend".to_owned()),
        count => Err(format!("tidy: {count} things to mend")),
    }
}
