//! JSON that is written out already.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Tree;

/// By this name the writer knows a text that it has to take as it is.
pub(super) const RAW: &str = "loyalty raw JSON";

/// JSON that is written out already: the answer of an operation whose type is forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw(String);

impl Raw {
    /// A value, written out.
    pub fn of<T: Serialize>(value: &T) -> Self {
        Raw(super::text(value))
    }

    /// The text.
    pub fn get(&self) -> &str {
        &self.0
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(RAW, &self.0)
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Tree::deserialize(deserializer).map(|tree| Raw::of(&tree))
    }
}
