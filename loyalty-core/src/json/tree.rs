//! JSON as a tree that keeps what it was given: fields in their order, and those that stand twice.

use crate::gather::Gather;
use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{FromJson, Reader, ToJson, Writer};

/// A value in JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number from 0.
    Count(u64),
    /// A whole number below 0.
    Negative(i64),
    /// A number with a fraction or an exponent. Nothing takes one, so which it was is not kept.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// An object with its fields in the order of their names.
    pub fn sorted(fields: impl IntoIterator<Item = (&'static str, Tree)>) -> Tree {
        let mut sorted: Vec<(String, Tree)> = Vec::new();
        for (name, value) in fields {
            let place = sorted.partition_point(|(other, _)| other.as_str() < name);
            sorted.insert(place, (name.to_owned(), value));
        }
        Tree::Object(sorted)
    }

    /// The field of an object; `None` for one that is not there, and for everything that is no object.
    pub fn get(&self, name: &str) -> Option<&Tree> {
        let Tree::Object(fields) = self else { return None };
        fields.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The tree of a text.
    ///
    /// # Errors
    /// Where it is no JSON.
    pub(super) fn parse(text: &str) -> Result<Tree, String> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let tree = Growing.deserialize(&mut deserializer);
        tree.and_then(|tree| deserializer.end().map(|()| tree)).map_err(|error| error.to_string())
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Tree::Text(text) = self { Some(text) } else { None }
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&super::text(self))
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Tree::Text(text.to_owned())
    }
}

impl From<&String> for Tree {
    fn from(text: &String) -> Self {
        Tree::Text(text.clone())
    }
}

impl From<String> for Tree {
    fn from(text: String) -> Self {
        Tree::Text(text)
    }
}

impl From<u64> for Tree {
    fn from(number: u64) -> Self {
        Tree::Count(number)
    }
}

impl From<i64> for Tree {
    fn from(number: i64) -> Self {
        u64::try_from(number).map_or(Tree::Negative(number), Tree::Count)
    }
}

/// For hosts in Rust that have JSON in the usual form.
impl From<serde_json::Value> for Tree {
    fn from(value: serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Tree::Null,
            serde_json::Value::Bool(value) => Tree::Bool(value),
            serde_json::Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => Tree::Count(number),
                (_, Some(number)) => Tree::Negative(number),
                _ => Tree::Fraction,
            },
            serde_json::Value::String(text) => Tree::Text(text),
            serde_json::Value::Array(items) => Tree::List(items.into_iter().map(Tree::from).gather()),
            serde_json::Value::Object(fields) => Tree::Object(fields.into_iter().map(|(name, value)| (name, value.into())).gather()),
        }
    }
}

/// For hosts in Rust that write JSON in the usual way.
impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Tree::Null | Tree::Fraction => serializer.serialize_unit(),
            Tree::Bool(value) => serializer.serialize_bool(*value),
            Tree::Count(number) => serializer.serialize_u64(*number),
            Tree::Negative(number) => serializer.serialize_i64(*number),
            Tree::Text(text) => serializer.serialize_str(text),
            Tree::List(items) => serializer.collect_seq(items),
            Tree::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl FromJson for Tree {
    /// A fraction is refused, however deep it stands, so that none is kept and none is written.
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        match tree {
            Tree::Fraction => {
                reader.refuse_kind(tree, "any JSON");
                Tree::Null
            }
            Tree::List(_) => Tree::List(reader.list(tree)),
            Tree::Object(_) => {
                let mut fields = Vec::new();
                let mut walk = reader.entries(tree);
                while let Some((name, value)) = walk.next(reader) {
                    fields.push((name.to_owned(), Tree::read(value, reader)));
                }
                Tree::Object(fields)
            }
            simple => simple.clone(),
        }
    }
}

impl ToJson for Tree {
    fn write(&self, writer: &mut Writer) {
        match self {
            Tree::Null | Tree::Fraction => writer.paste("null"),
            Tree::Bool(value) => value.write(writer),
            Tree::Count(number) => number.write(writer),
            Tree::Negative(number) => number.write(writer),
            Tree::Text(text) => writer.text(text),
            Tree::List(items) => items.write(writer),
            Tree::Object(fields) => {
                let mut object = writer.object(&[]);
                for (name, value) in fields {
                    object.put_named(name, value);
                }
                object.end();
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Growing)
    }
}

impl JsonSchema for Tree {
    fn schema_name() -> Cow<'static, str> {
        "AnyValue".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        true.into()
    }
}

/// Grows a tree.
#[derive(Clone, Copy)]
pub(super) struct Growing;

impl<'de> DeserializeSeed<'de> for Growing {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Growing {
    type Value = Tree;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Count(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::from(value))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Fraction)
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::from(value))
    }

    fn visit_string<E>(self, value: String) -> Result<Tree, E> {
        Ok(Tree::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = access.next_key()? {
            fields.push((name, access.next_value_seed(self)?));
        }
        Ok(Tree::Object(fields))
    }
}
