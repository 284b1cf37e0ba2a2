//! `docs/limits.md`: every bound on what comes in, from the constants and their comments.

use super::{cell, heading};

const SOURCE: &str = include_str!("../../../loyalty-core/src/limits.rs");

/// The page.
pub fn page() -> String {
    let mut page = heading("Limits", "loyalty-core/src/limits.rs");
    page += "A request beyond a bound is refused with `invalid_request` or `limit_exceeded`, names the path, and changes nothing.\n\n";
    page += "| limit | value | what |\n|---|---|---|\n";
    for (name, value, what) in constants(SOURCE) {
        page += &format!("| `{name}` | {value} | {} |\n", cell(&what));
    }
    page
}

/// Name, value and comment of every constant.
fn constants(source: &str) -> Vec<(&str, String, String)> {
    let (mut found, mut what) = (Vec::new(), String::new());
    for line in source.lines() {
        if let Some(text) = line.strip_prefix("/// ") {
            what = format!("{what} {text}");
        } else if let Some((name, value)) = line.strip_prefix("pub const ").and_then(|rest| rest.split_once(": ")) {
            let value = value.split_once(" = ").map_or(value, |(_, value)| value).trim_end_matches(';');
            found.push((name, value.replace('_', ","), std::mem::take(&mut what)));
        } else {
            what.clear();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constant_is_on_the_page() {
        assert_eq!(constants(SOURCE).len(), SOURCE.matches("pub const ").count());
        assert!(page().contains("| `PAGE_MAX` | 500 | Rows on one page of an answer. |"));
    }
}
