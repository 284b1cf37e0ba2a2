//! The licenses of the crates that are linked into the library: whoever hands it on hands them on.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::workspace::cargo;

/// Files that hold a license or a notice, by how their names begin.
const NAMES: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];

/// What is linked into something: its crate and features in the words of cargo, and the first line of its notices.
pub(super) struct Linked {
    scope: &'static [&'static str],
    opening: &'static str,
}

/// The C library.
pub(super) const C_LIBRARY: Linked = Linked {
    scope: &["--package", "loyalty-ffi", "--no-default-features", "--features=sqlite,servers"],
    opening: "This library contains the following packages besides its own code, and SQLite, which is in the public domain.\n",
};

/// The WebAssembly of the npm package.
pub(super) const WASM: Linked = Linked {
    scope: &["--package", "loyalty-wasm", "--target", "wasm32-unknown-unknown"],
    opening: "This package contains the following Rust packages besides its own code, compiled to WebAssembly.\n",
};

/// Each crate with its version, its license, and the texts that came with it.
pub(super) fn text(of: &Linked) -> Result<String, String> {
    let linked = linked(of)?;
    let metadata = metadata()?;
    let mut text = String::from(of.opening);
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let field = |name: &str| package[name].as_str().unwrap_or_default();
        let name = format!("{} v{}", field("name"), field("version"));
        if !linked.contains(&name) || field("source").is_empty() {
            continue; // not linked, or our own
        }
        text.push_str(&format!("\n{}\n{name}, {}\n{}\n", "=".repeat(80), field("license"), field("repository")));
        for license in texts(Path::new(field("manifest_path")).parent().unwrap_or(Path::new("")))? {
            text.push_str(&format!("{}\n{}\n", "-".repeat(80), license.trim_end()));
        }
    }
    Ok(text)
}

/// The crates that end up in the library, as `name vversion`: neither those of build scripts nor macros.
fn linked(of: &Linked) -> Result<BTreeSet<String>, String> {
    let scope = ["tree", "--edges=normal,no-proc-macro", "--prefix=none"].iter().chain(of.scope);
    let output = cargo().args(scope).output().map_err(|e| format!("cannot run cargo tree: {e}"))?;
    let listing = String::from_utf8_lossy(&output.stdout).into_owned();
    let name = |line: &str| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    match output.status.success() && !listing.is_empty() {
        true => Ok(listing.lines().map(name).collect()),
        false => Err(format!("cargo tree ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr))),
    }
}

fn metadata() -> Result<Value, String> {
    let output = cargo().args(["metadata", "--format-version", "1"]).output().map_err(|e| format!("cannot run cargo metadata: {e}"))?;
    serde_json::from_slice(&output.stdout).map_err(|e| format!("cargo metadata answered with no JSON: {e}"))
}

fn texts(folder: &Path) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        NAMES.iter().any(|known| name.starts_with(known))
    });
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_linked_is_not_named() {
        let wasm = text(&WASM).unwrap();
        let names = |package: &str| wasm.contains(&format!("\n{package} v"));
        assert!(names("serde_json") && names("wasm-bindgen") && names("chrono"), "{wasm}");
        assert!(!names("rusqlite") && !names("loyalty-core") && !names("syn") && !names("cbindgen"));
    }
}
