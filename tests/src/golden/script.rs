//! Stories as scripts: the form in which other languages replay them, without reading JSON.
//!
//! A script has three lines for each request, in order: the request, the context, the answer. A program that replays it opens a fresh store for
//! each script, executes each request in its context, and compares what comes with the third line, byte by byte.
//! `cargo xtask golden --expand` writes one script for each story to `target/golden/<story>.txt`.

use std::path::{Path, PathBuf};

use super::{Story, stories};

impl Story {
    /// The story as a script.
    pub fn script(&self) -> String {
        self.lines.iter().map(|line| format!("{}\n{}\n{}\n", line.request, line.context, line.answer)).collect()
    }
}

/// Writes the script of every story into a folder, which is made anew; gives their paths, sorted.
///
/// # Errors
/// The file that cannot be written.
pub fn write_all(folder: &Path) -> Result<Vec<PathBuf>, String> {
    // A story that is gone must not be replayed from an old script.
    let _absent = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths = Vec::new();
    for story in stories() {
        let path = folder.join(&story.name).with_extension("txt");
        std::fs::write(&path, story.script()).map_err(|error| format!("{}: {error}", path.display()))?;
        paths.push(path);
    }
    Ok(paths)
}
