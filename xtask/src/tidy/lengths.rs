//! Files and functions stay short enough to be read in one go.

use super::Violation;
use super::rust_source::{RustSource, after_block, body_of_item, is_name_byte, words};
use crate::workspace::SourceFile;

const FILE_LINES_MAX: usize = 400;
const FUNCTION_LINES_MAX: usize = 70;

/// A comment that starts with this, and goes on with the reason, lets one file be longer.
const EXCUSE: &str = "// tidy: long because ";

/// Checks the length of every Rust file and function that is not a test.
pub fn check(files: &[SourceFile]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "rs" && !file.is_test()) {
        let source = RustSource::new(file);
        let lines = (1..=file.text.lines().count()).filter(|line| !source.is_test_line(*line)).count();
        let excused = file.text.lines().any(|line| line.trim_start().starts_with(EXCUSE));
        if lines > FILE_LINES_MAX && !excused {
            violations.push(Violation::new(
                &file.path,
                1,
                format!("{lines} lines without tests, {FILE_LINES_MAX} are allowed"),
                format!("split it by noun, or say `{}…`", EXCUSE.trim_end()),
            ));
        }
        violations.extend(long_functions(&source));
    }
    violations
}

fn long_functions(source: &RustSource<'_>) -> Vec<Violation> {
    let code = &source.code;
    let mut violations = Vec::new();
    for start in words(code, "fn") {
        let name: String = code[start + 2..].trim_start().chars().take_while(|c| c.is_ascii() && is_name_byte(*c as u8)).collect();
        let first = source.line_of(start);
        if name.is_empty() || source.is_test_line(first) {
            continue; // a pointer type such as `fn(u8) -> u8`, or a test
        }
        let Some(open) = body_of_item(code, start) else {
            continue;
        };
        let lines = source.line_of(after_block(code, open) - 1) - first + 1;
        if lines > FUNCTION_LINES_MAX {
            violations.push(Violation::new(
                source.path,
                first,
                format!("`{name}` has {lines} lines, {FUNCTION_LINES_MAX} are allowed"),
                "give its steps names and functions of their own",
            ));
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        check(&[SourceFile::new(path, text)]).len()
    }

    #[test]
    fn a_long_file_needs_an_excuse() {
        let long = "const A: u8 = 0;\n".repeat(401);
        assert_eq!(count("a/src/a.rs", &long), 1);
        assert_eq!(count("tests/src/a.rs", &long), 0);
        let excused = format!("{EXCUSE}it is one table\n{long}");
        assert_eq!(count("a/src/a.rs", &excused), 0);
    }

    #[test]
    fn tests_do_not_count() {
        let tests = "    // a line\n".repeat(500);
        let text = format!("fn a() {{}}\n#[cfg(test)]\nmod tests {{\n{tests}}}\n");
        assert_eq!(count("a/src/a.rs", &text), 0);
    }

    #[test]
    fn a_function_may_have_70_lines_and_no_more() {
        let body = "    let brace = '{';\n".repeat(68);
        assert_eq!(count("a/src/a.rs", &format!("fn a() {{\n{body}}}\n")), 0);
        let found = check(&[SourceFile::new("a/src/a.rs", &format!("const B: u8 = 1;\npub fn a(x: [u8; 2]) {{\n{body}\n}}\n"))]);
        assert_eq!(found.len(), 1);
        assert!(found[0].to_string().starts_with("a/src/a.rs:2: `a` has 71 lines"));
    }
}
