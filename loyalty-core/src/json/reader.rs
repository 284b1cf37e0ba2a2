//! Reads values from a tree and knows the path of what does not fit.
//!
//! One reader for all types, small on purpose: what a reader does in line stands in the code once for each type, and browsers load it.

use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{self, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::tree::Tree;

/// Where a value stands.
#[derive(Clone, Copy)]
pub(super) enum Path<'p> {
    /// At the root.
    Root,
    /// In a field of what stands above.
    Field(&'p Path<'p>, &'p str),
    /// In a list.
    Item(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Field(Path::Root, name) => out.write_str(name),
            Path::Field(above, name) => write!(out, "{above}.{name}"),
            Path::Item(above, index) => write!(out, "{above}[{index}]"),
        }
    }
}

/// A value that does not fit. One pointer: it stands in the answer of every reader.
#[derive(Debug)]
pub(super) struct Misfit(Box<Fault>);

/// What does not fit, and where.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where; known once the reader of the innermost value has seen it.
    pub(super) path: Option<String>,
    /// What the type says.
    pub(super) text: String,
}

impl Misfit {
    #[cold]
    #[inline(never)]
    fn at(mut self, path: Path<'_>) -> Self {
        self.0.path.get_or_insert_with(|| path.to_string());
        self
    }

    /// What does not fit, and where.
    pub(super) fn into_fault(self) -> Fault {
        *self.0
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.text)
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: fmt::Display>(text: T) -> Self {
        Misfit(Box::new(Fault { path: None, text: text.to_string() }))
    }
}

/// Reads one value.
#[derive(Clone, Copy)]
pub(super) struct Reader<'t, 'p> {
    pub(super) tree: &'t Tree,
    pub(super) path: Path<'p>,
}

impl<'t> Reader<'t, '_> {
    /// Reads a value of a type, and names the place of what does not fit there.
    pub(super) fn seed<'de, S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Misfit>
    where
        't: 'de,
    {
        let path = self.path;
        seed.deserialize(self).map_err(|misfit| misfit.at(path))
    }

    /// The refusal of a value of another kind.
    #[cold]
    fn other(self, expected: &dyn de::Expected) -> Misfit {
        let unexpected = match self.tree {
            Tree::Null => Unexpected::Unit,
            Tree::Bool(value) => Unexpected::Bool(*value),
            Tree::Count(number) => Unexpected::Unsigned(*number),
            Tree::Negative(number) => Unexpected::Signed(*number),
            Tree::Fraction => Unexpected::Other("a fraction"),
            Tree::Text(text) => Unexpected::Str(text),
            Tree::List(_) => Unexpected::Seq,
            Tree::Object(_) => Unexpected::Map,
        };
        Misfit::invalid_type(unexpected, expected).at(self.path)
    }
}

impl<'de, 't: 'de> Deserializer<'de> for Reader<'t, '_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.tree {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Count(number) => visitor.visit_u64(*number),
            Tree::Negative(number) => visitor.visit_i64(*number),
            Tree::Fraction => Err(self.other(&visitor)),
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            Tree::List(items) => visitor.visit_seq(Items { rest: items, index: 0, path: self.path }),
            Tree::Object(fields) => visitor.visit_map(Fields { rest: fields, value: None, path: self.path }),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.tree {
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            _ => Err(self.other(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.tree {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.tree {
            Tree::List(items) => visitor.visit_seq(Items { rest: items, index: 0, path: self.path }),
            _ => Err(self.other(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.tree {
            Tree::Object(fields) => visitor.visit_map(Fields { rest: fields, value: None, path: self.path }),
            _ => Err(self.other(&visitor)),
        }
    }

    /// An object, and nothing else: a list would be read as its fields in their order, and whoever looks at names would see nothing.
    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Misfit> {
        match self.tree {
            Tree::Text(name) => visitor.visit_enum(BorrowedStrDeserializer::new(name)),
            Tree::Object(fields) => visitor.visit_enum(MapAccessDeserializer::new(Fields { rest: fields, value: None, path: self.path })),
            _ => Err(self.other(&visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct ignored_any
    }
}

/// The items of a list.
struct Items<'t, 'p> {
    rest: &'t [Tree],
    index: usize,
    path: Path<'p>,
}

impl<'de, 't: 'de> SeqAccess<'de> for Items<'t, '_> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some((item, rest)) = self.rest.split_first() else { return Ok(None) };
        let index = self.index;
        (self.rest, self.index) = (rest, index + 1);
        Reader { tree: item, path: Path::Item(&self.path, index) }.seed(seed).map(Some)
    }
}

/// The fields of an object.
struct Fields<'t, 'p> {
    rest: &'t [(String, Tree)],
    value: Option<(&'t str, &'t Tree)>,
    path: Path<'p>,
}

impl<'de, 't: 'de> MapAccess<'de> for Fields<'t, '_> {
    type Error = Misfit;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some(((name, value), rest)) = self.rest.split_first() else { return Ok(None) };
        (self.rest, self.value) = (rest, Some((name.as_str(), value)));
        let name: BorrowedStrDeserializer<'de, Misfit> = BorrowedStrDeserializer::new(name);
        seed.deserialize(name).map(Some).map_err(|misfit| misfit.at(self.path))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        let Some((name, value)) = self.value.take() else { return Err(Misfit::custom("a value was asked for before its name")) };
        Reader { tree: value, path: Path::Field(&self.path, name) }.seed(seed)
    }
}
