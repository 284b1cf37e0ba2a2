//! No committed text names a place on somebody's machine or a thing left undone.

use super::Violation;
use crate::workspace::SourceFile;

/// What must not appear, cut in two so that this file does not contain it, and what to do.
const TRACES: &[(&str, &str)] = &[
    (concat!("/wo", "rk/"), "use a path inside the workspace"),
    (concat!("/ro", "ot/"), "use a path inside the workspace"),
    (concat!("/ho", "me/"), "use a path inside the workspace"),
    (concat!("TO", "DO"), "do it, or plan it in docs/rules.md"),
    (concat!("FIX", "ME"), "do it, or plan it in docs/rules.md"),
    (concat!("to", "do!("), "build it, or refuse with an error"),
    (concat!("unimple", "mented!("), "build it, or refuse with an error"),
];

/// Checks every line of every text file.
pub fn check(files: &[SourceFile]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for file in files {
        for (index, line) in file.text.lines().enumerate() {
            for (trace, instead) in TRACES {
                if line.contains(trace) {
                    violations.push(Violation::new(&file.path, index + 1, format!("`{trace}`"), *instead));
                }
            }
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trace_is_found() {
        for (trace, _) in TRACES {
            let text = format!("fine\nnot fine: {trace}x");
            let found = check(&[SourceFile::new("docs/a.md", &text)]);
            assert_eq!(found.len(), 1, "{trace}");
            assert!(found[0].to_string().starts_with("docs/a.md:2: "));
        }
        assert!(check(&[SourceFile::new("docs/a.md", "to do so")]).is_empty());
    }
}
