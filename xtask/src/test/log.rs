//! What a step printed, kept in a file under `target/test-logs`.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::workspace::{command, root};

/// How much of a log the terminal is shown.
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

    /// The end of it, and where the rest is.
    pub fn tail(&self) -> String {
        let text = self.text();
        let lines: Vec<&str> = text.lines().collect();
        let from = lines.len().saturating_sub(TAIL_LINES);
        format!("{}\nwhole log: {}", lines[from..].join("\n"), self.path.display())
    }
}
