//! `cargo xtask bench servers [word]`: adjusts over MariaDB and PostgreSQL beside hand-written SQL; with a word, the rows whose names hold it.

use super::program;
use crate::servers::Servers;
use crate::workspace::{Outcome, command, release};

/// Starts the servers, which keep their default durability, and measures.
pub(super) fn run(word: &str) -> Outcome {
    release()?;
    let servers = Servers::start(&["mariadb", "postgres"].map(str::to_owned))?;
    let mut rows = command(&program().to_string_lossy());
    let status = rows.args(["servers", word]).envs(servers.variables()).status().map_err(|e| e.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("the rows ended with {status}")) }
}
