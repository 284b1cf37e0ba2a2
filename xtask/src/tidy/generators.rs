//! A generator that stands apart from the workspace has the version of what it generates for.

use super::Violation;
use crate::workspace::SourceFile;

/// The lock file of a generator, its crate, and the crate of the workspace that needs the same version.
const PAIRS: [(&str, &str, &str); 2] = [
    ("loyalty-ffi/bindgen/Cargo.lock", "uniffi", "uniffi"),
    ("loyalty-wasm/bindgen/Cargo.lock", "wasm-bindgen-cli-support", "wasm-bindgen"),
];

/// Compares the lock files.
pub fn check(files: &[SourceFile]) -> Vec<Violation> {
    let locked = |path: &str, name: &str| files.iter().find(|file| file.path == path).and_then(|file| version(&file.text, name));
    let mut violations = Vec::new();
    for (path, generator, runtime) in PAIRS {
        let (have, want) = (locked(path, generator), locked("Cargo.lock", runtime));
        if have != want {
            let [have, want] = [have, want].map(|version| version.unwrap_or("not there"));
            violations.push(Violation::new(
                path,
                1,
                format!("{generator} is {have}, and {runtime} of the workspace is {want}"),
                "give both the same version, in the two Cargo.toml and their locks",
            ));
        }
    }
    violations
}

/// The version of a crate in a lock file.
fn version<'t>(lock: &'t str, name: &str) -> Option<&'t str> {
    let (_, package) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    package.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(generator: &str, runtime: &str) -> Vec<Violation> {
        let lock = |name: &str, version: &str| format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n\n");
        let workspace = lock("uniffi", "0.32.2") + &lock("wasm-bindgen-macro", "7.0.0") + &lock("wasm-bindgen", runtime);
        check(&[
            SourceFile::new("Cargo.lock", &workspace),
            SourceFile::new("loyalty-ffi/bindgen/Cargo.lock", &lock("uniffi", "0.32.2")),
            SourceFile::new("loyalty-wasm/bindgen/Cargo.lock", &lock("wasm-bindgen-cli-support", generator)),
        ])
    }

    #[test]
    fn another_version_than_that_of_the_workspace_is_refused() {
        assert!(found("0.2.130", "0.2.130").is_empty());
        let drifted = found("0.2.130", "0.2.131");
        assert_eq!(drifted.len(), 1);
        assert!(drifted[0].to_string().contains("wasm-bindgen-cli-support is 0.2.130, and wasm-bindgen of the workspace is 0.2.131"));
    }

    #[test]
    fn a_lock_that_is_missing_is_refused() {
        let workspace = SourceFile::new("Cargo.lock", "name = \"uniffi\"\nversion = \"0.32.2\"\n");
        assert_eq!(check(&[workspace]).len(), 1);
    }
}
