//! Crates depend on each other in one direction only.

use serde_json::Value;

use super::Violation;
use crate::workspace::cargo;

/// Who may depend on whom inside the workspace; `*` is everything. A new crate needs a row here.
const DIRECTION: &[(&str, &[&str])] = &[
    ("loyalty-derive", &[]),
    ("loyalty-core", &["loyalty-derive"]),
    ("loyalty-sql", &["loyalty-core"]),
    ("loyalty-ffi", &["loyalty-core", "loyalty-sql"]),
    ("loyalty-wasm", &["loyalty-core"]),
    ("loyalty-servers", &[]),
    ("loyalty-tests", &["*"]),
    ("xtask", &["*"]),
];

/// One crate of the workspace, as cargo describes it.
pub struct Crate {
    name: String,
    manifest: String,
    dependencies: Vec<String>,
}

/// Asks cargo for the crates of the workspace.
pub fn read() -> Result<Vec<Crate>, String> {
    let output =
        cargo().args(["metadata", "--no-deps", "--format-version", "1"]).output().map_err(|e| format!("cannot run cargo metadata: {e}"))?;
    let metadata = serde_json::from_slice(&output.stdout).map_err(|e| format!("cargo metadata answered with no JSON: {e}"))?;
    Ok(crates_of(&metadata))
}

fn crates_of(metadata: &Value) -> Vec<Crate> {
    let root = metadata["workspace_root"].as_str().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    list(&metadata["packages"])
        .iter()
        .map(|package| Crate {
            name: text(&package["name"]),
            manifest: text(&package["manifest_path"]).replacen(root, "", 1).trim_start_matches(['/', '\\']).replace('\\', "/"),
            dependencies: list(&package["dependencies"]).iter().map(|dependency| text(&dependency["name"])).collect(),
        })
        .collect()
}

/// Checks every dependency between two crates of the workspace, development ones too.
pub fn check(crates: &[Crate]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for package in crates {
        let Some((_, allowed)) = DIRECTION.iter().find(|(name, _)| *name == package.name) else {
            violations.push(Violation::new(
                &package.manifest,
                1,
                format!("the crate {} has no place in the workspace", package.name),
                "give it a row in DIRECTION in xtask/src/tidy/crates.rs",
            ));
            continue;
        };
        let inside = |name: &String| crates.iter().any(|other| other.name == *name);
        for dependency in package.dependencies.iter().filter(|name| inside(name)) {
            if !allowed.contains(&"*") && !allowed.contains(&dependency.as_str()) {
                violations.push(Violation::new(
                    &package.manifest,
                    1,
                    format!("{} depends on {dependency}", package.name),
                    "turn the dependency round, or move the code down",
                ));
            }
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(dependent: &str, dependency: &str) -> usize {
        let package = |name: &str, other: &str| {
            serde_json::json!({ "name": name, "manifest_path": format!("/shop/{name}/Cargo.toml"),
                "dependencies": [{ "name": other }, { "name": "serde" }] })
        };
        let metadata = serde_json::json!({ "workspace_root": "/shop",
            "packages": [package(dependent, dependency), package(dependency, "serde")] });
        let crates = crates_of(&metadata);
        assert_eq!(crates[0].manifest, format!("{dependent}/Cargo.toml"));
        check(&crates).len()
    }

    #[test]
    fn the_direction_holds() {
        assert_eq!(found("loyalty-sql", "loyalty-core"), 0);
        assert_eq!(found("xtask", "loyalty-sql"), 0);
    }

    #[test]
    fn turning_round_is_refused() {
        assert_eq!(found("loyalty-core", "loyalty-sql"), 1);
        assert_eq!(found("loyalty-wasm", "loyalty-sql"), 1);
        assert_eq!(found("loyalty-core", "loyalty-tests"), 1);
    }

    #[test]
    fn an_unknown_crate_is_refused() {
        assert_eq!(found("loyalty-attic", "loyalty-core"), 1);
    }
}
