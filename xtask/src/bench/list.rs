//! `cargo xtask bench list [word]`: the customer list over a million customers beside hand-written SQL; with a word, the questions whose names
//! hold it.

use super::program;
use crate::workspace::{Outcome, command, release, target};

/// Measures; the million customers stay in the target folder for the next time.
pub(super) fn run(word: &str) -> Outcome {
    release()?;
    let folder = target().join("bench-list");
    let status = command(&program().to_string_lossy()).arg("list").arg(&folder).arg(word).status().map_err(|e| e.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("the list ended with {status}")) }
}
