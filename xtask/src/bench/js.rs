//! `cargo xtask bench js`: what a call of the npm package costs in Node beside the same call in Rust. For people: times are no gate.

use super::program;
use crate::dist::Package;
use crate::workspace::{Outcome, command, release};

/// Times side by side.
pub(super) fn run() -> Outcome {
    release()?;
    let package = Package::pack()?.folder.join("dist/loyalty.node.js");
    let status = command(&program().to_string_lossy()).arg("js").arg(package).status().map_err(|e| e.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("the calls ended with {status}")) }
}
