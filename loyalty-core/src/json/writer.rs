//! Writes values as JSON: compact, fields in their order, as every release has written them.
//!
//! One writer for all types, small on purpose like the reader: it cannot fail half-way, so that the code of each type carries no way out, and
//! what would stand in that code for each field stands here once.

use std::fmt::{self, Display, Write as _};

use serde::ser::{self, Serialize};

use super::raw::RAW;

/// A value that has no form in JSON, such as a map whose names are no texts. No type of the library is one.
#[derive(Debug)]
pub struct Unwritable;

impl Display for Unwritable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value that has no form in JSON")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(_: T) -> Self {
        Unwritable
    }
}

type Written = Result<(), Unwritable>;

/// Text of JSON as it grows.
pub(super) struct Writer {
    text: String,
    /// The next text is JSON already.
    pastes: bool,
}

impl Writer {
    /// An empty text with room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Writer { text: String::with_capacity(bytes), pastes: false }
    }

    /// The whole text; an empty one where something had no form.
    pub(super) fn finish(self, written: Written) -> String {
        if written.is_ok() { self.text } else { String::new() }
    }

    /// A comma, unless this is the first in its list or object.
    fn next(&mut self) {
        if !self.text.ends_with(['[', '{', ':']) {
            self.text.push(',');
        }
    }

    /// The name of a field.
    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.next();
        self.quoted(name);
        self.text.push(':');
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        while let Some(at) = rest.find(|c: char| c < ' ' || c == '"' || c == '\\') {
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

    fn end(&mut self, mark: char) {
        self.text.push(mark);
    }

    #[inline(never)]
    fn unsigned(&mut self, number: u64) {
        let _ = write!(self.text, "{number}");
    }

    fn signed(&mut self, number: i64) {
        if number < 0 {
            self.text.push('-');
        }
        self.unsigned(number.unsigned_abs());
    }
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Parts<'w>;
    type SerializeTuple = Parts<'w>;
    type SerializeTupleStruct = ser::Impossible<(), Unwritable>;
    type SerializeTupleVariant = ser::Impossible<(), Unwritable>;
    type SerializeMap = Parts<'w>;
    type SerializeStruct = Parts<'w>;
    type SerializeStructVariant = ser::Impossible<(), Unwritable>;

    fn serialize_bool(self, value: bool) -> Written {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Written {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Written {
        self.signed(value);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        self.unsigned(value);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Written {
        Err(Unwritable)
    }

    fn serialize_f64(self, _: f64) -> Written {
        Err(Unwritable)
    }

    fn serialize_char(self, value: char) -> Written {
        self.quoted(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Written {
        match std::mem::take(&mut self.pastes) {
            true => self.text.push_str(value),
            false => self.quoted(value),
        }
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Written {
        self.serialize_str(name)
    }

    /// What is JSON already goes in as it is.
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Written {
        self.pastes = name == RAW;
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, name: &'static str, value: &T) -> Written {
        self.text.push('{');
        self.name(name);
        value.serialize(&mut *self)?;
        self.end('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'w>, Unwritable> {
        self.text.push('[');
        Ok(Parts { writer: self })
    }

    fn serialize_tuple(self, len: usize) -> Result<Parts<'w>, Unwritable> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'w>, Unwritable> {
        self.text.push('{');
        Ok(Parts { writer: self })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'w>, Unwritable> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }
}

/// A list or an object that is being written.
pub(super) struct Parts<'w> {
    writer: &'w mut Writer,
}

impl ser::SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.writer.next();
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.writer.end(']');
        Ok(())
    }
}

impl ser::SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        ser::SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Written {
        ser::SerializeSeq::end(self)
    }
}

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Written {
        self.writer.next();
        let from = self.writer.text.len();
        name.serialize(&mut *self.writer)?;
        let is_name = self.writer.text.get(from..).is_some_and(|name| name.starts_with('"'));
        self.writer.end(':');
        if is_name { Ok(()) } else { Err(Unwritable) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.writer.end('}');
        Ok(())
    }
}

impl ser::SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.writer.name(name);
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.writer.end('}');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;
    use serde_json::json;

    use crate::json::{Raw, Tree, stored, text};

    #[derive(Serialize)]
    enum Choice {
        Plain,
        With(Vec<Option<i32>>),
    }

    fn as_serde_json_writes(value: &(impl Serialize + ?Sized)) {
        assert_eq!(text(value), serde_json::to_string(value).unwrap());
    }

    #[test]
    fn every_byte_is_as_serde_json_writes_it() {
        let characters: String = (0..0x250).chain(0x2000..0x2100).filter_map(char::from_u32).chain("\u{7f}\u{fffd}😀".chars()).collect();
        as_serde_json_writes(&characters);
        as_serde_json_writes(
            &json!({ "": [], "a": {}, "b\"\\": [[], {}, [1, -2, null, true], ["x:", "y{", "z["]], "c": [{ "d": "" }, {}] }),
        );
        as_serde_json_writes(&(u64::MAX, i64::MIN, 0_u8, 'ß', "\n", (), Some("s")));
        as_serde_json_writes(&[Choice::Plain, Choice::With(vec![]), Choice::With(vec![Some(-1), None])]);
        as_serde_json_writes(&BTreeMap::from([("k", vec![BTreeMap::from([("l", 1)])])]));
    }

    #[test]
    fn what_is_json_already_goes_in_as_it_is() {
        let raw = Raw::of(&json!({ "a": ["x"] }));
        assert_eq!(text(&[("before", &raw), ("behind", &raw)]), r#"[["before",{"a":["x"]}],["behind",{"a":["x"]}]]"#);
        assert_eq!(text(&stored::<Raw>(raw.get()).unwrap()), raw.get());
    }

    #[test]
    fn what_has_no_form_gives_nothing() {
        assert_eq!(text(&BTreeMap::from([(1, "a name that is no text")])), "");
        assert_eq!(text(&1.5), "");
        assert!(stored::<Tree>("1.5").is_err(), "no fraction is kept");
    }
}
