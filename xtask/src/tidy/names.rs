//! No file has a name that says nothing.

use super::Violation;
use crate::workspace::SourceFile;

const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "types", "manager", "service", "dto"];

/// Checks the names of all files and of the folders they lie in.
pub fn check(files: &[SourceFile]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for file in files {
        for part in file.path.split('/') {
            let stem = part.split('.').next().unwrap_or(part);
            if EMPTY_NAMES.contains(&stem.to_lowercase().as_str()) {
                violations.push(Violation::new(
                    &file.path,
                    1,
                    format!("`{part}` does not say what is inside"),
                    "name it after the noun it holds",
                ));
            }
        }
        if file.path.ends_with("/mod.rs") {
            violations.push(Violation::new(&file.path, 1, "mod.rs hides its name", "put `foo.rs` beside the folder `foo/`"));
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_names_are_refused() {
        for path in ["a/src/utils.rs", "a/src/points/mod.rs", "web/common/a.ts"] {
            assert_eq!(check(&[SourceFile::new(path, "")]).len(), 1, "{path}");
        }
        let fine = ["a/src/points.rs", "a/src/model.rs", "a/src/commonwealth.rs"];
        for path in fine {
            assert!(check(&[SourceFile::new(path, "")]).is_empty(), "{path}");
        }
    }
}
