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
