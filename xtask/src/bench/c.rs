//! `cargo xtask bench c`: what a call through the C interface costs beside the same call in Rust.

use super::{COUNTED, instructions, program};
use crate::test::VALGRIND;
use crate::workspace::{Outcome, command, release};

/// A call through C may take so many more instructions: about a microsecond and a half.
const MORE_MAX: f64 = 5_000.0;

/// Times side by side, and instructions, which are the same on every run.
pub(super) fn run() -> Outcome {
    release()?;
    let status = command(&program().to_string_lossy()).arg("c").status().map_err(|e| e.to_string())?;
    if !status.success() {
        return Err(format!("the calls ended with {status}"));
    }
    VALGRIND.ensure()?;
    println!("\n{:<34} {:>8} {:>8}   difference (≤ {MORE_MAX:.0})", "instructions for each call", "C", "Rust");
    let mut too_dear = Vec::new();
    for word in ["points.balance", "points.adjust"] {
        let count = |caller: &str| instructions("*c_calls*measured*", &["count-c", caller, word]).map(|all| all as f64 / COUNTED as f64);
        let (c, rust) = (count("c")?, count("rust")?);
        println!("{:<34} {c:>8.0} {rust:>8.0}   {:.0}", word, c - rust);
        if c - rust > MORE_MAX {
            too_dear.push(word);
        }
    }
    if too_dear.is_empty() { Ok(()) } else { Err(format!("a call through C costs too much more: {}", too_dear.join(", "))) }
}
