//! The folders of this machine: their names have no place in what is built for others.

use std::path::{Path, PathBuf};

use crate::workspace::{root, rustc};

/// What the compiler writes instead of the names of folders, in the form of the variable `CARGO_ENCODED_RUSTFLAGS`, after the flags that were
/// asked for.
pub fn rustflags() -> String {
    let asked = std::env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> = asked.split_whitespace().map(str::to_owned).collect();
    flags.extend(renamed().iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())));
    flags.join("\u{1f}")
}

/// The first folder of this machine that is named in what was built.
pub fn named_in(bytes: &[u8]) -> Option<String> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let folders = renamed().into_iter().map(|(folder, _)| folder).chain(home);
    // With what is in them: a short name such as that of a home may well be part of a word.
    let names = folders.map(|folder| format!("{}/", folder.display())).filter(|name| name.len() > 2);
    names.into_iter().find(|name| contains(bytes, name.as_bytes()))
}

/// Each folder and what it is called outside of this machine. Of two that fit the compiler takes the later one.
fn renamed() -> Vec<(PathBuf, &'static str)> {
    let mut folders = vec![(root(), "loyalty")];
    let home = std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    if let Some(cargo) = std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home) {
        let sources = std::fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
        let sources: Vec<_> = sources.map(|source| (source.path(), "crates")).collect();
        folders.push((cargo, "cargo"));
        folders.extend(sources);
    }
    // The standard library is built from its sources: those of our own Rust, or those of Debian's.
    let libraries = standard_library().into_iter().chain([sources_in("/usr")]);
    folders.extend(libraries.map(|sources| (sources, "rust")));
    folders
}

/// Where our own Rust has the sources of its standard library, or would have them.
pub fn standard_library() -> Option<PathBuf> {
    let sysroot = rustc().args(["--print", "sysroot"]).output().ok().filter(|output| output.status.success())?;
    Some(sources_in(String::from_utf8_lossy(&sysroot.stdout).trim()))
}

fn sources_in(sysroot: &str) -> PathBuf {
    Path::new(sysroot).join("lib/rustlib/src/rust")
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_this_machine_is_found() {
        let built = |place: &str| format!("\0panicked at {place}/time.rs\0").into_bytes();
        let here = root().display().to_string();
        assert_eq!(named_in(&built(&here)), Some(format!("{here}/")));
        assert_eq!(named_in(here.as_bytes()), None);
        assert_eq!(named_in(&built("crates/chrono-0.4.45/src")), None);
        assert!(renamed().iter().all(|(folder, _)| named_in(&built(&folder.display().to_string())).is_some()));
    }

    #[test]
    fn every_folder_is_renamed() {
        let flags = rustflags();
        assert!(flags.split('\u{1f}').any(|flag| flag == format!("--remap-path-prefix={}=loyalty", root().display())), "{flags}");
    }
}
