//! Just enough of Rust's syntax to count braces and find names without being fooled by text.

use super::blank::blank;
use crate::workspace::SourceFile;

/// A Rust file with its comments and literals blanked out.
pub struct RustSource<'a> {
    /// Path from the workspace's root.
    pub path: &'a str,
    /// The text, one ASCII byte per character, comments and literals replaced by spaces, line breaks kept.
    pub code: String,
    /// For each line, whether it belongs to tests.
    test_lines: Vec<bool>,
}

impl<'a> RustSource<'a> {
    /// Reads one file.
    pub fn new(file: &'a SourceFile) -> Self {
        let code = blank(&file.text);
        let mut test_lines = vec![file.is_test(); code.lines().count() + 1];
        for (first, last) in test_items(&code) {
            for line in first..=last {
                if let Some(is_test) = test_lines.get_mut(line - 1) {
                    *is_test = true;
                }
            }
        }
        Self { path: &file.path, code, test_lines }
    }

    /// The line that the byte at `offset` stands on, counted from 1.
    pub fn line_of(&self, offset: usize) -> usize {
        line_of(&self.code, offset)
    }

    /// Whether a line, counted from 1, belongs to tests.
    pub fn is_test_line(&self, line: usize) -> bool {
        self.test_lines.get(line - 1).copied().unwrap_or(false)
    }

    /// Where `word` stands as a whole word (or path) in code that is not a test: offset and line.
    pub fn find_word(&self, word: &str) -> Vec<(usize, usize)> {
        words(&self.code, word).map(|offset| (offset, self.line_of(offset))).filter(|(_, line)| !self.is_test_line(*line)).collect()
    }
}

/// Every Rust file among `files`.
pub fn rust_sources(files: &[SourceFile]) -> impl Iterator<Item = RustSource<'_>> {
    files.iter().filter(|file| file.extension() == "rs").map(RustSource::new)
}

/// Whether a byte can be part of a name.
pub fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The offset just after the brace that closes the one at `open`, or the end.
pub fn after_block(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (offset, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return offset + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}

/// Where the body of the item that starts at `start` opens; nothing if it ends with a semicolon instead.
pub fn body_of_item(code: &str, start: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (offset, byte) in code.bytes().enumerate().skip(start) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return Some(offset),
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Offsets at which `word` stands and is not part of a longer name.
pub fn words<'c>(code: &'c str, word: &'c str) -> impl Iterator<Item = usize> + 'c {
    let bytes = code.as_bytes();
    let ends_in_name = word.bytes().last().is_some_and(is_name_byte);
    code.match_indices(word).map(|(offset, _)| offset).filter(move |&offset| {
        let before = offset.checked_sub(1).and_then(|at| bytes.get(at));
        let after = bytes.get(offset + word.len());
        let starts_inside = before.is_some_and(|&byte| is_name_byte(byte));
        let goes_on = ends_in_name && after.is_some_and(|&byte| is_name_byte(byte));
        !(starts_inside || goes_on)
    })
}

/// First and last line of every item under `#[cfg(test)]`.
fn test_items(code: &str) -> Vec<(usize, usize)> {
    let mut items = Vec::new();
    for attribute in ["#[cfg(test)]", "#[cfg(all(test,"] {
        for (start, _) in code.match_indices(attribute) {
            let end = match body_of_item(code, start) {
                Some(open) => after_block(code, open),
                None => start,
            };
            items.push((line_of(code, start), line_of(code, end.max(1) - 1)));
        }
    }
    items
}

fn line_of(code: &str, offset: usize) -> usize {
    code.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_module_is_known_by_its_lines() {
        let file = SourceFile::new("a/src/b.rs", "fn a() {}\n#[cfg(test)]\nmod tests {\n}\nfn b() {}\n");
        let source = RustSource::new(&file);
        let tests: Vec<bool> = (1..=5).map(|line| source.is_test_line(line)).collect();
        assert_eq!(tests, [false, true, true, true, false]);
    }

    #[test]
    fn words_are_whole() {
        assert_eq!(words("operand rand::x brand rand", "rand").collect::<Vec<_>>(), [8, 22]);
    }
}
