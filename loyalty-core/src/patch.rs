//! What an edit does to one field: leave it, empty it, or set it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::json::{FromJson, Reader, ToJson, Tree, Writer};

/// What an edit does to a field that may be empty: absent keeps it, null clears it, a value sets it (rule K1).
///
/// A field of this type carries `#[serde(default, skip_serializing_if = "Patch::is_keep")]`: absence is the default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// Leave the field as it is; absent on the wire.
    #[default]
    Keep,
    /// Empty the field; null on the wire.
    Clear,
    /// Set the field.
    Set(T),
}

impl<T> Patch<T> {
    /// Whether this leaves the field as it is.
    pub fn is_keep(&self) -> bool {
        matches!(self, Patch::Keep)
    }

    /// Does it to a field.
    pub fn apply(self, field: &mut Option<T>) {
        match self {
            Patch::Keep => {}
            Patch::Clear => *field = None,
            Patch::Set(value) => *field = Some(value),
        }
    }
}

impl<T: Clone + PartialEq> Patch<T> {
    /// Does it to a field and says whether the field is another one now.
    pub fn changes(&self, field: &mut Option<T>) -> bool {
        let mut patched = field.clone();
        self.clone().apply(&mut patched);
        let changed = patched != *field;
        *field = patched;
        changed
    }
}

impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Patch::Clear, Patch::Set)
    }
}

impl<T: FromJson> FromJson for Patch<T> {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        Option::read(tree, reader).into()
    }
}

impl<T: ToJson> ToJson for Patch<T> {
    fn write(&self, writer: &mut Writer) {
        match self {
            Patch::Set(value) => value.write(writer),
            Patch::Keep | Patch::Clear => Tree::Null.write(writer),
        }
    }
}

impl<T: JsonSchema> JsonSchema for Patch<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Option::<T>::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        Option::<T>::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Json, stored, text as written};

    #[derive(Debug, PartialEq, Json, JsonSchema)]
    struct Form {
        #[serde(default, skip_serializing_if = "Patch::is_keep")]
        color: Patch<String>,
        size: Patch<u8>,
    }

    fn form(text: &str) -> Form {
        stored(text).unwrap()
    }

    // rule K1
    #[test]
    fn absent_keeps_null_clears_and_a_value_sets() {
        for (text, patch, after) in [
            (r#"{"size":1}"#, Patch::Keep, Some("red")),
            (r#"{"color":null,"size":1}"#, Patch::Clear, None),
            (r#"{"color":"blue","size":1}"#, Patch::Set("blue".to_owned()), Some("blue")),
        ] {
            let read = form(text);
            assert_eq!(read.color, patch);
            assert_eq!(written(&read), text);
            let mut field = Some("red".to_owned());
            assert_eq!(read.color.changes(&mut field), after != Some("red"));
            assert_eq!(field.as_deref(), after);
        }
    }

    #[test]
    fn a_field_that_must_be_given_may_be_null_but_not_absent() {
        assert_eq!(form(r#"{"size":null}"#).size, Patch::Clear);
        assert!(stored::<Form>("{}").is_err());
        let schema = schemars::schema_for!(Form).to_value();
        assert_eq!(schema["required"], serde_json::json!(["size"]));
        assert_eq!(schema["properties"]["color"]["type"], serde_json::json!(["string", "null"]));
    }
}
