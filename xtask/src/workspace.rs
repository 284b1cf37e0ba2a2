//! Where the workspace is and which files it has.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a developer command answers: nothing, or a message for the terminal.
pub type Outcome = Result<(), String>;

/// One file of the workspace, with its text.
pub struct SourceFile {
    /// Path from the workspace's root, with forward slashes.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// A file as the checks see it.
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The part of the name after the last dot, or nothing.
    pub fn extension(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Whether the file holds tests and nothing else.
    pub fn is_test(&self) -> bool {
        self.path.starts_with("tests/") || self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }
}

/// The folder that holds the workspace's Cargo.toml.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies one folder below the workspace's root").to_path_buf()
}

/// The folder to which cargo builds.
pub fn target() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    root().join(target)
}

/// A folder that is there and empty.
pub fn fresh(folder: &Path) -> Result<PathBuf, String> {
    let _absent = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))?;
    Ok(folder.to_path_buf())
}

/// A command that runs in the workspace's root.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that runs us, in the workspace's root.
pub fn cargo() -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
}

/// Builds what runs at full speed, the benchmark and these commands themselves, and answers where they are. In one go: each alone, half of the crates would be
/// compiled with other features, and so twice.
pub fn release() -> Result<PathBuf, String> {
    let packages = ["--package", "loyalty-tests", "--package", "xtask", "--bin", "bench", "--bin", "xtask"];
    let status = cargo().args(["build", "--release", "--quiet"]).args(packages).status();
    let status = status.map_err(|e| format!("cannot run cargo: {e}"))?;
    if status.success() { Ok(target().join("release")) } else { Err("what runs at full speed does not build".to_owned()) }
}

/// The compiler that cargo runs, in the workspace's root.
pub fn rustc() -> Command {
    command(&std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned()))
}

/// All text files that git knows or would add; without git, all that are not build output.
pub fn text_files() -> Result<Vec<SourceFile>, String> {
    let mut paths = paths_of_git().unwrap_or_default();
    if paths.is_empty() {
        walk(&root(), &mut paths)?;
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let Ok(bytes) = std::fs::read(root().join(&path)) else {
            continue; // deleted in the work tree, still in the index
        };
        if let Ok(text) = String::from_utf8(bytes) {
            files.push(SourceFile::new(&path, &text));
        }
    }
    Ok(files)
}

fn paths_of_git() -> Option<Vec<String>> {
    let output = command("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let listing = String::from_utf8(output.stdout).ok()?;
    Some(listing.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// Folders that hold no source; the same that .gitignore names.
const NOT_SOURCE: &[&str] = &[".git", "target", ".venv", "node_modules", "__pycache__"];

fn walk(folder: &Path, paths: &mut Vec<String>) -> Outcome {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("cannot read {}: {e}", folder.display()))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if path.is_dir() {
            if !NOT_SOURCE.contains(&name.as_str()) {
                walk(&path, paths)?;
            }
        } else if let Ok(inside) = path.strip_prefix(root()) {
            paths.push(inside.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
