//! Picking: a few values out of a text that the library itself wrote, in one pass; the others are passed over unread.

use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::Tree;
use super::tree::Growing;

/// Where a value stands: the names of the fields that lead to it.
pub(crate) type Path = &'static [&'static str];

/// The values at these paths, in their order; `null` where there is none. Paths that begin alike stand beside each other. What comes behind
/// the last of them is not looked at.
///
/// # Errors
/// Where it is no JSON up to there, or has something else than an object on the way.
pub(crate) fn picked(text: &str, paths: &[Path]) -> Result<Vec<Tree>, String> {
    let mut found = vec![Tree::Null; paths.len()];
    let mut left = paths.len();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let done = Picking { paths, depth: 0, found: &mut found, left: &mut left }.deserialize(&mut deserializer);
    match done.and_then(|()| deserializer.end()) {
        Err(error) if left > 0 => Err(error.to_string()),
        _ => Ok(found),
    }
}

/// An object in which some paths go on, and where their values go.
struct Picking<'p> {
    paths: &'p [Path],
    depth: usize,
    found: &'p mut [Tree],
    /// How many paths go through fields of the text that have not come yet.
    left: &'p mut usize,
}

/// The name of a field, and the paths that lead through it.
struct Step<'p> {
    paths: &'p [Path],
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Picking<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> DeserializeSeed<'de> for Step<'_> {
    type Value = Range<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Range<usize>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Step<'_> {
    type Value = Range<usize>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Range<usize>, E> {
        let is_here = |path: &&Path| path.get(self.depth) == Some(&name);
        let first = self.paths.iter().position(|path| is_here(&path)).unwrap_or(self.paths.len());
        let count = self.paths.iter().skip(first).take_while(is_here).count();
        Ok(first..first + count)
    }
}

impl<'de> Visitor<'de> for Picking<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let (paths, depth) = (self.paths, self.depth);
        while let Some(through) = access.next_key_seed(Step { paths, depth })? {
            let paths = paths.get(through.clone()).unwrap_or_default();
            match (paths, self.found.get_mut(through).unwrap_or_default()) {
                ([path], [place]) if path.len() == depth + 1 => *place = access.next_value_seed(Growing)?,
                ([_, ..], found) => access.next_value_seed(Picking { paths, depth: depth + 1, found, left: self.left })?,
                _ => drop(access.next_value::<IgnoredAny>()?),
            }
            if depth == 0 {
                *self.left = self.left.saturating_sub(paths.len());
                if *self.left == 0 {
                    break;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::grow;

    #[test]
    fn values_are_picked_wherever_they_stand() {
        let text = r#"{"a":1,"b":{"c":"x\"y","d":[{"c":2}],"e":{"f":true}},"c":3,"g":{"a":{}}}"#;
        let paths: [Path; 6] = [&["c"], &["b", "e", "f"], &["b", "c"], &["b", "x"], &["g"], &["z", "a"]];
        let expected = grow(r#"[3,true,"x\"y",null,{"a":{}},null]"#, "").unwrap();
        assert_eq!(Tree::List(picked(text, &paths).unwrap()), expected);
        assert_eq!(picked(text, &[]), Ok(Vec::new()));
    }

    #[test]
    fn damage_is_an_error() {
        let paths: [Path; 1] = [&["a", "b"]];
        for text in ["", "[]", "7", r#"{"a":{"b":1"#, r#"{"a":{"b":1]}"#, r#"{"a":7}"#, r#"{}}"#, r#"{"c":[}"#, r#"{"c":[}],"a":{"b":1}}"#]
        {
            assert!(picked(text, &paths).is_err(), "{text}");
        }
        let behind = r#"{"a":{"b":1},"c":[}"#;
        assert_eq!(picked(behind, &paths), picked(r#"{"a":{"b":1}}"#, &paths));
    }
}
