//! What the stories together must show: every operation done and refused, and every error code there can be.

use std::collections::BTreeSet;

use loyalty_core::catalogue::CATALOGUE;
use loyalty_core::error::CODES;

use super::Story;

/// Codes that no request can get yet, or that only a broken storage gives. A code that does occur must not stand here.
pub const NOT_SHOWN: &[(&str, &str)] = &[
    ("storage_failed", "the fault tests break the storage"),
    ("outcome_unknown", "the fault tests break the storage"),
    ("busy", "the fault tests race"),
    ("internal", "would be a defect"),
];

/// What is missing, in words.
pub fn missing(stories: &[Story]) -> Vec<String> {
    let lines = || stories.iter().flat_map(|story| &story.lines);
    let done: BTreeSet<String> = lines().filter(|line| line.code().is_none()).map(|line| line.operation()).collect();
    let refused: BTreeSet<String> = lines().filter(|line| line.code().is_some()).map(|line| line.operation()).collect();
    let codes: BTreeSet<String> = lines().filter_map(|line| line.code()).collect();
    let mut missing = Vec::new();
    for operation in CATALOGUE {
        if !done.contains(operation.name) {
            missing.push(format!("no line shows {} done", operation.name));
        }
        if !refused.contains(operation.name) {
            missing.push(format!("no line shows {} refused", operation.name));
        }
    }
    for (code, _) in CODES {
        let excused = NOT_SHOWN.iter().any(|(other, _)| other == code);
        match (codes.contains(*code), excused) {
            (false, false) => missing.push(format!("no line shows the error code {code}")),
            (true, true) => missing.push(format!("the error code {code} is shown; take it out of NOT_SHOWN")),
            _ => {}
        }
    }
    missing
}
