//! Reads values from a tree and knows the path of what does not fit.
//!
//! One reader for all types, small on purpose: what a reader does in line stands in the code once for each type, and browsers load it.

use std::cell::RefCell;
use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{self, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::tree::Tree;

/// Where the value stands that is being read. It stays there when the value does not fit, so that no mistake has to carry its place.
#[derive(Default)]
pub(super) struct Trail<'t>(RefCell<Vec<Step<'t>>>);

/// One step of a trail.
enum Step<'t> {
    /// Into a field.
    Field(&'t str),
    /// Into an item of a list.
    Item(usize),
}

impl<'t> Trail<'t> {
    fn enter(&self, step: Step<'t>) {
        self.0.borrow_mut().push(step);
    }

    fn leave(&self) {
        self.0.borrow_mut().pop();
    }
}

impl fmt::Display for Trail<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.borrow().iter().enumerate() {
            match step {
                Step::Field(name) if number == 0 => out.write_str(name)?,
                Step::Field(name) => write!(out, ".{name}")?,
                Step::Item(index) => write!(out, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// What does not fit: what the type says. One pointer, since it stands in the answer of every reader.
#[derive(Debug)]
#[expect(clippy::box_collection, reason = "one word instead of three in the answer of every reader")]
pub(super) struct Misfit(Box<String>);

impl fmt::Display for Misfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: fmt::Display>(text: T) -> Self {
        Misfit::of(&text)
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Misfit::other("type", found, expected)
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Misfit::other("value", found, expected)
    }
}

impl Misfit {
    #[cold]
    #[inline(never)]
    fn of(text: &dyn fmt::Display) -> Self {
        Misfit(Box::new(text.to_string()))
    }

    /// Says what was found by its kind alone: the value may be a secret.
    #[cold]
    #[inline(never)]
    fn other(what: &str, found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let (found, hint) = match found {
            Unexpected::Unit | Unexpected::Option => ("null", ""),
            Unexpected::Bool(_) => ("true or false", ""),
            Unexpected::Unsigned(_) | Unexpected::Signed(_) => ("integer", "; write it in quotes"),
            Unexpected::Float(_) => ("fraction", "; write it in quotes"),
            Unexpected::Char(_) | Unexpected::Str(_) => ("string", ""),
            Unexpected::Seq => ("list", ""),
            Unexpected::Map => ("object", ""),
            _ => ("another value", ""),
        };
        let expected = expected.to_string();
        let hint = if expected == "a string" { hint } else { "" };
        Misfit::of(&format_args!("invalid {what}: {found}, expected {expected}{hint}"))
    }
}

/// Reads one value.
#[derive(Clone, Copy)]
pub(super) struct Reader<'t, 'p> {
    pub(super) tree: &'t Tree,
    pub(super) trail: &'p Trail<'t>,
}

impl Reader<'_, '_> {
    /// The refusal of a value of another kind.
    #[cold]
    #[inline(never)]
    fn other(self, expected: &dyn de::Expected) -> Misfit {
        let unexpected = match self.tree {
            Tree::Null => Unexpected::Unit,
            Tree::Bool(value) => Unexpected::Bool(*value),
            Tree::Count(number) => Unexpected::Unsigned(*number),
            Tree::Negative(number) => Unexpected::Signed(*number),
            Tree::Fraction => Unexpected::Float(0.0),
            Tree::Text(text) => Unexpected::Str(text),
            Tree::List(_) => Unexpected::Seq,
            Tree::Object(_) => Unexpected::Map,
        };
        Misfit::invalid_type(unexpected, expected)
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
            Tree::List(items) => visitor.visit_seq(Items { rest: items, index: 0, trail: self.trail }),
            Tree::Object(fields) => visitor.visit_map(Fields { rest: fields, value: None, trail: self.trail }),
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
            Tree::List(items) => visitor.visit_seq(Items { rest: items, index: 0, trail: self.trail }),
            _ => Err(self.other(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.tree {
            Tree::Object(fields) => visitor.visit_map(Fields { rest: fields, value: None, trail: self.trail }),
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
            Tree::Object(fields) => visitor.visit_enum(MapAccessDeserializer::new(Fields { rest: fields, value: None, trail: self.trail })),
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
    trail: &'p Trail<'t>,
}

impl<'de, 't: 'de> SeqAccess<'de> for Items<'t, '_> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some((tree, rest)) = self.rest.split_first() else { return Ok(None) };
        self.trail.enter(Step::Item(self.index));
        let value = seed.deserialize(Reader { tree, trail: self.trail })?;
        self.trail.leave();
        (self.rest, self.index) = (rest, self.index + 1);
        Ok(Some(value))
    }
}

/// The fields of an object.
struct Fields<'t, 'p> {
    rest: &'t [(String, Tree)],
    value: Option<(&'t str, &'t Tree)>,
    trail: &'p Trail<'t>,
}

impl<'de, 't: 'de> MapAccess<'de> for Fields<'t, '_> {
    type Error = Misfit;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Misfit> {
        let Some(((name, value), rest)) = self.rest.split_first() else { return Ok(None) };
        (self.rest, self.value) = (rest, Some((name.as_str(), value)));
        let name: BorrowedStrDeserializer<'de, Misfit> = BorrowedStrDeserializer::new(name);
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        let Some((name, tree)) = self.value.take() else { return Err(Misfit::of(&"a value was asked for before its name")) };
        self.trail.enter(Step::Field(name));
        let value = seed.deserialize(Reader { tree, trail: self.trail })?;
        self.trail.leave();
        Ok(value)
    }
}
