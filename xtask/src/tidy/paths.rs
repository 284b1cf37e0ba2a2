//! Finds the module paths a piece of code names, with the groups of `use` written out.

use super::rust_source::{is_name_byte, words};

/// Every path that starts with `root` (such as `crate` or `std`): its offset, and its segments after the root.
///
/// `use crate::{a::B, c::{D, self}};` gives `[a, B]`, `[c, D]` and `[c, self]`.
pub fn paths_under(code: &str, root: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    for start in words(code, root) {
        if code[..start].ends_with("::") {
            continue; // the second `super` of `super::super`
        }
        let after = skip_space(code, start + root.len());
        if code[after..].starts_with("::") {
            let mut paths = Vec::new();
            read_tree(code, after + 2, &[], &mut paths);
            found.extend(paths.into_iter().map(|path| (start, path)));
        }
    }
    found
}

/// Reads one branch of a path at `at`, adds what it names to `paths`, and answers where it ends.
fn read_tree(code: &str, at: usize, prefix: &[String], paths: &mut Vec<Vec<String>>) -> usize {
    let at = skip_space(code, at);
    if code[at..].starts_with('{') {
        return read_group(code, at + 1, prefix, paths);
    }
    let end = code.bytes().enumerate().skip(at).find(|(_, byte)| !is_name_byte(*byte)).map_or(code.len(), |(end, _)| end);
    let mut path = prefix.to_vec();
    if end > at {
        path.push(code[at..end].to_owned());
        let next = skip_space(code, end);
        if code[next..].starts_with("::") {
            return read_tree(code, next + 2, &path, paths);
        }
    }
    paths.push(path);
    end
}

fn read_group(code: &str, start: usize, prefix: &[String], paths: &mut Vec<Vec<String>>) -> usize {
    let mut at = start;
    loop {
        at = skip_space(code, at);
        if !code[at..].starts_with('}') {
            at = read_tree(code, at, prefix, paths);
        }
        // Past `as name`, if there is one.
        match code[at..].find([',', '}']) {
            Some(step) if code[at + step..].starts_with(',') => at += step + 1,
            Some(step) => return at + step + 1,
            None => return code.len(),
        }
    }
}

fn skip_space(code: &str, at: usize) -> usize {
    code.bytes().enumerate().skip(at).find(|(_, byte)| !byte.is_ascii_whitespace()).map_or(code.len(), |(offset, _)| offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(code: &str, root: &str) -> Vec<String> {
        paths_under(code, root).into_iter().map(|(_, path)| path.join("::")).collect()
    }

    #[test]
    fn groups_are_written_out() {
        let code = "use crate::{a::B, c::{D as E, self}, f::*,};\nlet x = crate::g::H::new();";
        assert_eq!(joined(code, "crate"), ["a::B", "c::D", "c::self", "f", "g::H::new"]);
    }

    #[test]
    fn a_chain_of_supers_is_one_path() {
        assert_eq!(joined("super::super::x::Y", "super"), ["super::x::Y"]);
        assert!(joined("pub(super) fn a() {}", "super").is_empty());
    }
}
