//! JSON that is written out already.

use super::{FromJson, Reader, ToJson, Tree, Writer};

/// JSON that is written out already: the answer of an operation whose type is forgotten.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Raw(String);

impl Raw {
    /// A value, written out.
    pub fn of<T: ToJson + ?Sized>(value: &T) -> Self {
        Raw(super::text(value))
    }

    /// The same object with one more field in it, at its end.
    #[must_use]
    pub fn with(&self, field: &str, value: &Raw) -> Self {
        let front = self.0.strip_suffix('}').unwrap_or(&self.0);
        let joint = if front.ends_with('{') { "" } else { "," };
        Raw(format!("{front}{joint}{}:{}}}", super::text(field), value.0))
    }

    /// The text.
    pub fn get(&self) -> &str {
        &self.0
    }
}

impl FromJson for Raw {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        Raw::of(&Tree::read(tree, reader))
    }
}

impl ToJson for Raw {
    fn write(&self, writer: &mut Writer) {
        writer.paste(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_put_in_at_the_end() {
        let raw = |text: &str| Raw(text.to_owned());
        assert_eq!(raw("{}").with("code", &Raw::of("a\"b")).get(), r#"{"code":"a\"b"}"#);
        assert_eq!(raw(r#"{"a":{}}"#).with("mail", &raw(r#"{"b":1}"#)).get(), r#"{"a":{},"mail":{"b":1}}"#);
    }
}
