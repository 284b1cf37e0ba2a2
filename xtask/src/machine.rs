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
    // Where the sources of the standard library are installed, the compiler names them.
    folders.extend(standard_libraries().into_iter().map(|sources| (sources, "rust")));
    folders
}

/// The sources of the standard library: those of our own Rust, and those of Debian's.
fn standard_libraries() -> Vec<PathBuf> {
    let own = rustc().args(["--print", "sysroot"]).output().ok().filter(|output| output.status.success());
    let own = own.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    own.into_iter().chain([PathBuf::from("/usr")]).map(|sysroot| sysroot.join("lib/rustlib/src/rust")).collect()
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
