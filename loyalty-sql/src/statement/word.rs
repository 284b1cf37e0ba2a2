//! Looking for inner parts of words, each engine in its own way.

use std::borrow::Cow;

use loyalty_core::repository::{Column, Compare, Filter, Search, Value};

use super::lead::wanted;
use crate::dialect::Dialect;

impl Dialect {
    /// What nominates rows in a text index that is a table of its own: the words of a search, and where its conditions want one of several texts, these.
    pub(super) fn nominating(self, search: &Search) -> Option<Value> {
        match self {
            Dialect::Sqlite => {
                let searched = search.table.search?;
                let mut trigrams: Vec<String> = search.words.iter().flat_map(|word| trigrams(word)).collect();
                trigrams.extend(wanted(&search.filter).into_iter().filter_map(|filter| one_of_texts(filter, searched)));
                (!trigrams.is_empty()).then(|| Value::Text(trigrams.join(" AND ")))
            }
            Dialect::Mysql | Dialect::Postgres => None,
        }
    }

    /// "The text has this word in it", and what to bind.
    pub(super) fn has_word(self, column: &Column, word: &str) -> (String, Value) {
        match self {
            // The form that a trigram index answers, and exact without one.
            Dialect::Postgres => (format!("\"{}\" LIKE ?", column.name), Value::Text(pattern(word))),
            Dialect::Sqlite | Dialect::Mysql => (format!("instr(\"{}\", ?) > 0", column.name), Value::Text(word.to_owned())),
        }
    }

    /// How the bytes of a text stand in the database: PostgreSQL's driver escapes what the engine cannot hold.
    pub(super) fn stored(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Dialect::Postgres => escape(bytes).into_owned(),
            Dialect::Sqlite | Dialect::Mysql => bytes.to_vec(),
        }
    }
}

/// The trigrams of a condition that one of several texts stands in a column.
fn one_of_texts(filter: &Filter, searched: usize) -> Option<String> {
    let Filter::Any(filters) = filter else { return None };
    let texts = filters.iter().map(|filter| match filter {
        Filter::Column(column, Compare::Contains, Value::Text(text)) if *column == searched => Some(trigrams(text).join(" AND ")),
        _ => None,
    });
    let texts: Vec<String> = texts.map(|text| text.filter(|text| !text.is_empty())).collect::<Option<_>>()?;
    (!texts.is_empty()).then(|| format!("(({}))", texts.join(") OR (")))
}

/// A pattern for texts with a word in them.
fn pattern(word: &str) -> String {
    let mut pattern = "%".to_owned();
    for letter in word.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern + "%"
}

/// The trigrams of a word as quoted strings of an FTS5 query. The tokenizer passes over NUL characters, in texts and
/// here alike, and a query cannot hold them.
fn trigrams(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().filter(|letter| *letter != '\0').collect();
    letters.windows(3).map(|three| format!("\"{}\"", three.iter().collect::<String>().replace('"', "\"\""))).collect()
}

/// A text as PostgreSQL can hold it: it has no U+0000, which therefore becomes U+0001 U+0002, and U+0001 becomes U+0001 U+0003. Escaped
/// texts sort as the texts do, and begin with each other where the texts do.
///
/// One that has another in it keeps it; and one may seem to have another that begins with U+0002 or U+0003, which is why found rows
/// are checked once more.
pub(crate) fn escape(text: &[u8]) -> Cow<'_, [u8]> {
    if !text.iter().any(|byte| *byte <= 1) {
        return Cow::Borrowed(text);
    }
    let mut escaped = Vec::with_capacity(text.len() + 8);
    for byte in text {
        match byte {
            0 => escaped.extend_from_slice(&[1, 2]),
            1 => escaped.extend_from_slice(&[1, 3]),
            other => escaped.push(*other),
        }
    }
    Cow::Owned(escaped)
}

/// The text that was escaped.
#[cfg_attr(not(any(feature = "postgres", test)), expect(dead_code, reason = "only PostgreSQL's texts are escaped"))]
pub(crate) fn plain(escaped: &[u8]) -> Cow<'_, [u8]> {
    if !escaped.contains(&1) {
        return Cow::Borrowed(escaped);
    }
    let mut text = Vec::with_capacity(escaped.len());
    let mut bytes = escaped.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            1 => text.push(u8::from(bytes.next() == Some(&3))),
            other => text.push(*other),
        }
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_texts_come_back_and_sort_as_they_did() {
        let texts = ["", "\0", "\0\0", "\0a", "\u{1}", "\u{1}\u{2}", "\u{1}\0", "\u{2}", "\u{3}", "a", "a\0b", "a\u{1}", "é漢👩"];
        for text in texts {
            let escaped = escape(text.as_bytes());
            assert!(!escaped.contains(&0), "{text:?}");
            assert_eq!(plain(&escaped), text.as_bytes());
            assert!(std::str::from_utf8(&escaped).is_ok());
            for other in texts {
                let other_escaped = escape(other.as_bytes());
                assert_eq!(text.cmp(other), escaped.cmp(&other_escaped), "{text:?} {other:?}");
                assert_eq!(text.starts_with(other), escaped.starts_with(&other_escaped), "{text:?} {other:?}");
                assert!(!text.contains(other) || contains(&escaped, &other_escaped), "{text:?} {other:?}");
            }
        }
    }

    fn contains(found: &[u8], wanted: &[u8]) -> bool {
        wanted.is_empty() || found.windows(wanted.len()).any(|window| window == wanted)
    }

    #[test]
    fn nothing_in_a_word_is_a_pattern() {
        assert_eq!(pattern(r"50%_\x"), r"%50\%\_\\x%");
    }
}
