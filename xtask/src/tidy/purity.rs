//! The core asks nothing of the machine: no clock, no files, no network, no environment, no randomness, no printing, and
//! no floats. And it collects in its own way, which is small.

use super::Violation;
use super::paths::paths_under;
use super::rust_source::rust_sources;
use crate::workspace::SourceFile;

const CORE: &str = "loyalty-core/src/";

/// Modules of std that reach outside.
const OUTSIDE: &[&str] = &["env", "fs", "net", "process", "time"];

/// Words the core does not use, and what to do instead.
const WORDS: &[(&str, &str)] = &[
    ("SystemTime", "take the time from the context"),
    ("Instant", "take the time from the context"),
    ("Utc::now", "take the time from the context"),
    ("Local::now", "take the time from the context"),
    ("rand", "take entropy from the context"),
    ("getrandom", "take entropy from the context"),
    ("print!", "return what there is to say"),
    ("println!", "return what there is to say"),
    ("eprintln!", "return what there is to say"),
    ("dbg!", "return what there is to say"),
    ("f32", "use Amount or Decimal"),
    ("f64", "use Amount or Decimal"),
    // Not impure, but large in what browsers load.
    ("collect", "use gather, of gather.rs"),
];

/// Where a word may stand: JSON that comes in may hold such a number, and is refused where a type reads it. Hosts collect pairs.
const EXCEPT: &[(&str, &str)] =
    &[("loyalty-core/src/json/", "f32"), ("loyalty-core/src/json/", "f64"), ("loyalty-core/src/pairs.rs", "collect")];

/// Checks the core outside its tests.
pub fn check(files: &[SourceFile]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for source in rust_sources(files).filter(|source| source.path.starts_with(CORE)) {
        for (offset, path) in paths_under(&source.code, "std") {
            let line = source.line_of(offset);
            let module = path.first().map_or("", String::as_str);
            if OUTSIDE.contains(&module) && !source.is_test_line(line) {
                violations.push(Violation::new(
                    source.path,
                    line,
                    format!("the core uses std::{module}"),
                    "let the host do it and pass the result in",
                ));
            }
        }
        let excepted = |word: &str| EXCEPT.iter().any(|(folder, other)| *other == word && source.path.starts_with(folder));
        for (word, instead) in WORDS.iter().filter(|(word, _)| !excepted(word)) {
            for (_, line) in source.find_word(word) {
                violations.push(Violation::new(source.path, line, format!("the core uses `{word}`"), *instead));
            }
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
    fn the_core_stays_pure() {
        for text in [
            "use std::{fmt, time::Duration};",
            "let home = std::env::var(\"HOME\");",
            "fn share(a: f64) {}",
            "println!(\"x\");",
            "let n = rand::random();",
            "let all: Vec<u8> = some.collect();",
        ] {
            assert_eq!(count("loyalty-core/src/a.rs", text), 1, "{text}");
            assert_eq!(count("xtask/src/a.rs", text), 0, "{text}");
        }
        assert_eq!(count("loyalty-core/src/json/a.rs", "fn share(a: f64) {}"), 0);
        assert_eq!(count("loyalty-core/src/json/a.rs", "println!(\"x\");"), 1);
    }

    #[test]
    fn comments_texts_and_tests_are_free() {
        let text = "// no f64, no println!\nconst A: &str = \"rand\";\n#[cfg(test)]\nmod tests { use std::fs; }";
        assert_eq!(count("loyalty-core/src/a.rs", text), 0);
    }
}
