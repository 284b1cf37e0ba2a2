//! What the demo's result depends on, as one digest: so that a result can be told to be of these very sources.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::purchases::LOG;
use crate::workspace::{root, text_files};

/// The files that matter; a name that ends in `/` is a folder.
const SOURCES: &[&str] = &["Cargo.lock", "Cargo.toml", "loyalty-core/", "loyalty-sql/", "xtask/src/demo.rs", "xtask/src/demo/"];

/// The digest of all sources.
pub fn digest() -> Result<String, String> {
    let mut digest = Sha256::new();
    for file in text_files()?.iter().filter(|file| SOURCES.iter().any(|source| is_at(&file.path, source))) {
        digest.update(Sha256::digest(&file.path));
        digest.update(Sha256::digest(&file.text));
    }
    digest.update(std::fs::read(root().join(LOG)).map_err(|error| format!("cannot read {LOG}: {error}"))?);
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn is_at(path: &str, source: &str) -> bool {
    if source.ends_with('/') { path.starts_with(source) } else { path == source }
}

/// Whether the last result is of these sources.
pub fn is_fresh() -> bool {
    let report: Option<Value> = std::fs::read(root().join(super::REPORT_JSON)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    report.is_some_and(|report| digest().is_ok_and(|digest| report["sources"] == digest.as_str()))
}
