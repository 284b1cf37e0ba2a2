//! `cargo xtask fault`: everything in tests/fault, with 600 kills instead of 60. `LOYALTY_KILLS` and `LOYALTY_SEED` may say otherwise.

use crate::workspace::{Outcome, cargo};

const KILLS: &str = "600";

/// Runs the tests whose names hold the words given, or all.
pub fn run(words: &[String]) -> Outcome {
    let kills = std::env::var("LOYALTY_KILLS").unwrap_or_else(|_| KILLS.to_owned());
    let scope = ["test", "--package", "loyalty-tests", "--test", "fault", "--", "--nocapture", "--test-threads=1"];
    let status = cargo().args(scope).args(words).env("LOYALTY_KILLS", kills).status().map_err(|e| format!("cannot run cargo: {e}"))?;
    if status.success() { Ok(()) } else { Err("a fault did harm".to_owned()) }
}
