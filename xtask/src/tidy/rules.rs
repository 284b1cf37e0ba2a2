//! Rules cited in the code exist in docs/rules.md, and rules said to be built are cited by a test.
//!
//! A citation is the word `rule` or `rules` and the numbers after it, separated by commas or `and`. A golden scenario cites
//! by a field `"rules": ["L7"]` in its line.

use std::collections::{BTreeMap, BTreeSet};

use super::Violation;
use super::rust_source::RustSource;
use crate::workspace::SourceFile;

const PAGE: &str = "docs/rules.md";

const STATES: &[&str] = &["built", "partly", "planned"];

/// Files in which a citation counts.
const CITING: &[&str] = &["c", "h", "jsonl", "kt", "md", "php", "py", "rb", "rs", "swift", "toml", "ts", "js", "sql"];

/// One row of the page.
struct Rule {
    line: usize,
    built: bool,
}

/// Checks the page and every citation.
pub fn check(files: &[SourceFile]) -> Vec<Violation> {
    let mut violations = Vec::new();
    let Some(page) = files.iter().find(|file| file.path == PAGE) else {
        return vec![Violation::new(PAGE, 1, "the page is missing", "write it: every rule with its number and state")];
    };
    let rules = read_page(page, &mut violations);
    let mut tested = BTreeSet::new();
    for file in files.iter().filter(|file| file.path != PAGE && CITING.contains(&file.extension())) {
        let source = (file.extension() == "rs").then(|| RustSource::new(file));
        for (line, id) in citations(file) {
            if !rules.contains_key(&id) {
                violations.push(Violation::new(
                    &file.path,
                    line,
                    format!("there is no rule {id}"),
                    format!("cite one of {PAGE}, or add it there"),
                ));
            }
            let in_test = match &source {
                Some(source) => source.is_test_line(line),
                None => file.is_test() && file.extension() != "md",
            };
            if in_test {
                tested.insert(id);
            }
        }
    }
    for (id, rule) in &rules {
        if rule.built && !tested.contains(id) {
            violations.push(Violation::new(
                PAGE,
                rule.line,
                format!("rule {id} is said to be built and no test cites it"),
                format!("write a test with `// rule {id}`, or correct the state"),
            ));
        }
    }
    violations
}

/// Reads the rows `| L7 | promise | state |`.
fn read_page(page: &SourceFile, violations: &mut Vec<Violation>) -> BTreeMap<String, Rule> {
    let mut rules = BTreeMap::new();
    for (index, text) in page.text.lines().enumerate() {
        let cells: Vec<&str> = text.trim().trim_matches('|').split('|').collect();
        let id = cells[0].trim();
        if !text.starts_with('|') || cells.len() < 3 || read_id(id) != Some(id) {
            continue;
        }
        let line = index + 1;
        let cell = cells[cells.len() - 1];
        let state = cell.split(';').next().unwrap_or(cell).trim();
        if !STATES.contains(&state) {
            violations.push(Violation::new(PAGE, line, format!("`{state}` is no state"), format!("say one of {}", STATES.join(", "))));
        }
        let rule = Rule { line, built: state == "built" };
        if rules.insert(id.to_owned(), rule).is_some() {
            violations.push(Violation::new(PAGE, line, format!("{id} stands here twice"), "give each rule its own number"));
        }
    }
    rules
}

/// Every rule a file cites, with the line.
fn citations(file: &SourceFile) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        for (start, _) in line.match_indices("rule") {
            let mut rest = &line[start + "rule".len()..];
            rest = rest.strip_prefix('s').unwrap_or(rest);
            let mut separator = rest.strip_prefix(' ');
            while let Some(id) = separator.and_then(read_id) {
                found.push((index + 1, id.to_owned()));
                rest = &separator.unwrap_or_default()[id.len()..];
                separator = [", ", ",", " and "].iter().find_map(|between| rest.strip_prefix(between));
            }
        }
        if file.extension() == "jsonl" {
            found.extend(ids_of_scenario(line).map(|id| (index + 1, id)));
        }
    }
    found
}

/// The field `rules` of one line of a golden scenario.
fn ids_of_scenario(line: &str) -> impl Iterator<Item = String> {
    let value: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
    let ids = value["rules"].as_array().cloned().unwrap_or_default();
    ids.into_iter().filter_map(|id| id.as_str().map(str::to_owned))
}

/// A capital letter and one or two digits at the start of `text`, if nothing of a name follows.
fn read_id(text: &str) -> Option<&str> {
    let digits = text.strip_prefix(|c: char| c.is_ascii_uppercase())?.bytes().take_while(u8::is_ascii_digit).count();
    let (id, rest) = text.split_at(1 + digits);
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    ((1..=2).contains(&digits) && ends).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    // The word is put in so that this file cites nothing itself.
    fn cite(ids: &str) -> String {
        format!("// {} {ids}", concat!("ru", "le"))
    }

    fn violations(page: &str, path: &str, text: &str) -> Vec<String> {
        let files = [SourceFile::new(PAGE, page), SourceFile::new(path, text)];
        check(&files).iter().map(ToString::to_string).collect()
    }

    const PAGE_OF_TWO: &str = "| rule | promise | state |\n|---|---|---|\n| Z1 | a | built; b later |\n| Z2 | c | planned |\n";

    #[test]
    fn a_rule_that_does_not_exist_is_refused() {
        let found = violations(PAGE_OF_TWO, "tests/a.rs", &cite("Z1, Z2 and Z3"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("tests/a.rs:1: there is no"));
    }

    #[test]
    fn a_built_rule_without_a_test_is_refused() {
        let found = violations(PAGE_OF_TWO, "a/src/a.rs", &cite("Z1"));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("docs/rules.md:3: "));
        let tested = format!("#[cfg(test)]\nmod tests {{\n{}\n}}\n", cite("Z1"));
        assert!(violations(PAGE_OF_TWO, "a/src/a.rs", &tested).is_empty());
    }

    #[test]
    fn a_golden_scenario_cites_by_its_field() {
        let line = r#"{ "rules": ["Z1"], "op": "points.adjust" }"#;
        assert!(violations(PAGE_OF_TWO, "tests/golden/a.jsonl", line).is_empty());
        let wrong = r#"{ "rules": ["Z1", "Z9"], "op": "points.adjust" }"#;
        assert_eq!(violations(PAGE_OF_TWO, "tests/golden/a.jsonl", wrong).len(), 1);
    }

    #[test]
    fn a_wrong_state_and_a_double_number_are_refused() {
        let page = "| Z2 | c | soon |\n| Z2 | c | planned |\n";
        assert_eq!(violations(page, "a/src/a.rs", "").len(), 2);
    }
}
