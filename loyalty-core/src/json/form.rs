//! The forms of what types are made of: texts, numbers, lists, what may be absent.

use std::fmt::Display;

use super::reader::Reader;
use super::writer::Writer;
use super::{FromJson, ToJson, Tree};
use crate::pairs::Pairs;

impl FromJson for String {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        reader.text(tree).to_owned()
    }
}

impl ToJson for String {
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }
}

impl ToJson for str {
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }
}

impl FromJson for bool {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        if let Tree::Bool(value) = tree {
            return *value;
        }
        reader.refuse_kind(tree, "a boolean");
        false
    }
}

impl ToJson for bool {
    fn write(&self, writer: &mut Writer) {
        writer.paste(if *self { "true" } else { "false" });
    }
}

macro_rules! counts {
    ($($type:ty = $max:expr),*) => { $(
        impl FromJson for $type {
            fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
                Self::try_from(reader.count(tree, $max, stringify!($type))).unwrap_or(Self::MAX)
            }
        }

        impl ToJson for $type {
            fn write(&self, writer: &mut Writer) {
                writer.unsigned(u64::try_from(*self).unwrap_or(u64::MAX));
            }
        }
    )* };
}

// What is counted here is bounded far below, and refused in the same words on every platform: so a browser's small `usize` takes what is too large for it
// as its largest.
counts!(u8 = 0xff, u16 = 0xffff, u32 = 0xffff_ffff, u64 = u64::MAX, usize = u64::MAX);

impl FromJson for i64 {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        match tree {
            Tree::Negative(number) => *number,
            _ => Self::try_from(reader.count(tree, Self::MAX.unsigned_abs(), "i64")).unwrap_or_default(),
        }
    }
}

impl ToJson for i64 {
    fn write(&self, writer: &mut Writer) {
        writer.signed(*self);
    }
}

impl FromJson for () {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        if *tree != Tree::Null {
            reader.refuse_kind(tree, "null");
        }
    }
}

impl ToJson for () {
    fn write(&self, writer: &mut Writer) {
        writer.paste("null");
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        Box::new(T::read(tree, reader))
    }
}

impl<T: ToJson> ToJson for Box<T> {
    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        match tree {
            Tree::Null => None,
            _ => Some(T::read(tree, reader)),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.paste("null"),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        reader.list(tree)
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, writer: &mut Writer) {
        writer.list(self);
    }
}

impl<T: ToJson> ToJson for [T] {
    fn write(&self, writer: &mut Writer) {
        writer.list(self);
    }
}

impl<K: TryFrom<String, Error: Display> + AsRef<str> + Ord, V: FromJson> FromJson for Pairs<K, V> {
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self {
        Self::read_rest(tree, &[], reader)
    }

    fn read_rest<'t>(tree: &'t Tree, names: &[&str], reader: &mut Reader<'t>) -> Self {
        let mut map = Pairs::new();
        let mut walk = reader.entries(tree);
        while let Some((name, value)) = walk.next(reader) {
            if names.contains(&name) {
                continue;
            }
            match K::try_from(name.to_owned()) {
                Ok(name) => _ = map.insert(name, V::read(value, reader)),
                Err(malformed) => reader.refuse(&malformed),
            }
        }
        map
    }
}

impl<K: AsRef<str>, V: ToJson> ToJson for Pairs<K, V> {
    fn write(&self, writer: &mut Writer) {
        let mut fields = writer.object(&[]);
        for (name, value) in self.iter() {
            fields.put_named(name.as_ref(), value);
        }
        fields.end();
    }
}
