//! Writes values as JSON: compact, fields in their order, as every release has written them.
//!
//! One writer for all types, small on purpose like the reader: what would stand in the code of each type for each field stands here once.

use std::fmt::Write as _;
use std::slice::Iter;

use super::ToJson;

/// So much room is made at once, at most, for what a list will probably take.
const ROOM_BYTES_MAX: usize = 1 << 16;

/// Text of JSON as it grows.
pub struct Writer {
    text: String,
    /// The next object goes into the one that is open.
    inside: bool,
    /// The next object begins with this field.
    tag: Option<(&'static str, &'static str)>,
}

impl Writer {
    /// An empty text with room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Writer { text: String::with_capacity(bytes), inside: false, tag: None }
    }

    /// The whole text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// A comma, unless this is the first in its list or object.
    fn next(&mut self) {
        if !self.text.ends_with(['[', '{', ':']) {
            self.text.push(',');
        }
    }

    /// The name of a field.
    #[inline(never)]
    pub(super) fn name(&mut self, name: &str) {
        self.next();
        self.text(name);
        self.text.push(':');
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
            let (plain, from) = rest.split_at(at);
            self.text.push_str(plain);
            let mut chars = from.chars();
            self.escaped(chars.next().unwrap_or_default());
            rest = chars.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    fn escaped(&mut self, c: char) {
        let short = match c {
            '"' | '\\' => c,
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{c}' => 'f',
            '\r' => 'r',
            _ => {
                // Writing to a text does not fail.
                let _ = write!(self.text, "\\u{:04x}", u32::from(c));
                return;
            }
        };
        self.text.push('\\');
        self.text.push(short);
    }

    /// One of some words.
    pub fn word(&mut self, words: &[&str], place: usize) {
        self.text(words.get(place).copied().unwrap_or_default());
    }

    /// What is JSON already.
    pub(super) fn paste(&mut self, json: &str) {
        self.text.push_str(json);
    }

    #[inline(never)]
    pub(super) fn unsigned(&mut self, number: u64) {
        let _ = write!(self.text, "{number}");
    }

    pub(super) fn signed(&mut self, number: i64) {
        if number < 0 {
            self.text.push('-');
        }
        self.unsigned(number.unsigned_abs());
    }

    /// Begins the next object with a field that says what the object is.
    pub fn tag(&mut self, name: &'static str, word: &'static str) {
        self.tag = Some((name, word));
    }

    /// An object, whose fields follow in the order of `names`.
    pub fn object<'w>(&'w mut self, names: &'static [&'static str]) -> Parts<'w> {
        let inside = std::mem::take(&mut self.inside);
        if !inside {
            self.text.push('{');
        }
        if let Some((name, word)) = self.tag.take() {
            self.name(name);
            self.text(word);
        }
        Parts { writer: self, names: names.iter(), inside }
    }

    /// A list.
    pub(super) fn list<T: ToJson>(&mut self, items: &[T]) {
        self.text.push('[');
        for (place, item) in items.iter().enumerate() {
            let begun = self.text.len();
            self.next();
            item.write(self);
            if place == 0 {
                // The others will be about as long.
                let others = (self.text.len() - begun).saturating_mul(items.len());
                self.text.reserve(others.min(ROOM_BYTES_MAX));
            }
        }
        self.text.push(']');
    }
}

/// An object that is being written: each call is for the next of its names.
pub struct Parts<'w> {
    writer: &'w mut Writer,
    names: Iter<'static, &'static str>,
    inside: bool,
}

impl Parts<'_> {
    fn begin(&mut self) {
        if let Some(name) = self.names.next() {
            self.writer.name(name);
        }
    }

    /// A field.
    pub fn put<T: ToJson>(&mut self, value: &T) {
        self.begin();
        value.write(self.writer);
    }

    /// A field, if there is a value.
    pub fn put_some<T: ToJson>(&mut self, value: &Option<T>) {
        match value {
            Some(value) => self.put(value),
            None => self.leave_out(),
        }
    }

    /// A field, unless it is to be left out.
    pub fn put_unless<T: ToJson>(&mut self, left_out: bool, value: &T) {
        if left_out { self.leave_out() } else { self.put(value) }
    }

    fn leave_out(&mut self) {
        self.names.next();
    }

    /// A field with a name of its own.
    pub(super) fn put_named<T: ToJson>(&mut self, name: &str, value: &T) {
        self.writer.name(name);
        value.write(self.writer);
    }

    /// All fields of another object.
    pub fn put_rest<T: ToJson>(&mut self, value: &T) {
        self.writer.inside = true;
        value.write(self.writer);
    }

    /// The end of the object.
    pub fn end(self) {
        if !self.inside {
            self.writer.text.push('}');
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::json::{Raw, Tree, stored, text};
    use crate::pairs::Pairs;

    fn as_serde_json_writes(value: &serde_json::Value) {
        assert_eq!(text(&Tree::from(value.clone())), value.to_string());
    }

    #[test]
    fn every_byte_is_as_serde_json_writes_it() {
        let characters: String = (0..0x250).chain(0x2000..0x2100).filter_map(char::from_u32).chain("\u{7f}\u{fffd}😀".chars()).collect();
        as_serde_json_writes(&json!(characters));
        as_serde_json_writes(
            &json!({ "": [], "a": {}, "b\"\\": [[], {}, [1, -2, null, true], ["x:", "y{", "z["]], "c": [{ "d": "" }, {}] }),
        );
        as_serde_json_writes(&json!([u64::MAX, i64::MIN, 0, "ß", "\n", null, "s", false]));
        let inner = Pairs::from_iter([("m".to_owned(), None), ("l".to_owned(), Some(1_u8))]);
        assert_eq!(text(&Pairs::from_iter([("k".to_owned(), vec![inner])])), r#"{"k":[{"l":1,"m":null}]}"#);
    }

    #[test]
    fn what_is_json_already_goes_in_as_it_is() {
        let raw = Raw::of(&Tree::from(json!({ "a": ["x"] })));
        assert_eq!(text(&[&raw, &raw].as_slice()), r#"[{"a":["x"]},{"a":["x"]}]"#);
        assert_eq!(text(&stored::<Raw>(raw.get()).unwrap()), raw.get());
    }

    #[test]
    fn no_fraction_is_kept() {
        assert!(stored::<Tree>(r#"{"a":[1.5]}"#).unwrap_err().starts_with("a[0]: invalid type: fraction"));
    }
}
