//! What a step printed, kept in a file under `target/test-logs`.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::workspace::{command, root};

/// How much of the end of a log the terminal is shown.
const TAIL_LINES: usize = 200;

/// The log of one step.
pub struct Log {
    path: PathBuf,
    file: File,
    xtask: PathBuf,
}

impl Log {
    /// An empty log for the step of this name.
    pub fn create(step: &str) -> Result<Self, String> {
        let folder = root().join("target").join("test-logs");
        let path = folder.join(format!("{}.log", step.replace(' ', "-")));
        let file = std::fs::create_dir_all(&folder)
            .and_then(|()| File::create(&path))
            .map_err(|e| format!("cannot write {}: {e}", path.display()))?;
        // Building the tests may replace the file we were started from; its place stays the same.
        let xtask = std::env::current_exe().map_err(|e| format!("cannot find ourselves: {e}"))?;
        let name = xtask.to_string_lossy().replace(" (deleted)", "");
        Ok(Self { path, file, xtask: PathBuf::from(name) })
    }

    /// Runs a command with its output going here; an error if it fails.
    pub fn run(&mut self, command: &mut Command) -> Result<(), String> {
        let handle = || self.file.try_clone().map_err(|e| e.to_string());
        let status = command
            .stdin(Stdio::null())
            .stdout(handle()?)
            .stderr(handle()?)
            .status()
            .map_err(|e| format!("cannot run {:?}: {e}", command.get_program()))?;
        if status.success() { Ok(()) } else { Err(format!("{:?} ended with {status}", command.get_program())) }
    }

    /// Writes a text of our own.
    pub fn say(&mut self, text: &str) -> Result<(), String> {
        use std::io::Write as _;
        writeln!(self.file, "{text}").map_err(|e| format!("cannot write {}: {e}", self.path.display()))
    }

    /// Runs another of our own commands.
    pub fn xtask(&mut self, arguments: &[&str]) -> Result<(), String> {
        let mut command = command(&self.xtask.to_string_lossy());
        self.run(command.args(arguments))
    }

    /// All that was printed so far.
    pub fn text(&self) -> String {
        let bytes = std::fs::read(&self.path).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// What went wrong, and where the rest is.
    pub fn trouble(&self) -> String {
        let text = self.text();
        let lines: Vec<&str> = text.lines().collect();
        format!("{}\nwhole log: {}", trouble(&lines).join("\n"), self.path.display())
    }
}

/// What Rust's tests tell of those that failed, which other tests may have followed; then the end of all.
fn trouble<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    let mut told = Vec::new();
    let mut tells = false;
    let from = lines.len().saturating_sub(TAIL_LINES);
    for line in &lines[..from] {
        tells |= *line == "failures:";
        if tells {
            told.push(*line);
        }
        tells &= !line.starts_with("test result:");
    }
    told.extend(&lines[from..]);
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_early_is_told_with_the_end() {
        let failed = ["test a ... FAILED", "failures:", "a: 1 is not 2", "failures:", "    a", "test result: FAILED. 0 passed; 1 failed"];
        let mut lines = vec!["test b ... ok"; 2 * TAIL_LINES];
        lines[7..7 + failed.len()].copy_from_slice(&failed);
        let told = trouble(&lines);
        assert_eq!(told[..failed.len() - 1], failed[1..]);
        assert_eq!(told.len(), failed.len() - 1 + TAIL_LINES);
        assert_eq!(trouble(&failed), failed, "what is at the end is told once");
    }
}
