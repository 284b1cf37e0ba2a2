//! JSON in and out: read so that a mistake is found by its path, written as every release has written it.

mod form;
mod picking;
mod raw;
mod reader;
mod tree;
mod writer;

/// Gives a type its form in JSON, from serde's attributes.
///
/// ```
/// use loyalty_core::json::{Json, stored, text};
///
/// #[derive(Json)]
/// #[serde(deny_unknown_fields)]
/// struct Seat {
///     row: u32,
///     #[serde(default, skip_serializing_if = "Option::is_none")]
///     guest: Option<String>,
/// }
///
/// let seat: Seat = stored(r#"{"row":7}"#).unwrap();
/// assert_eq!(text(&seat), r#"{"row":7}"#);
/// assert_eq!(stored::<Seat>(r#"{"row":-1}"#).err().unwrap(), "row: invalid value: integer, expected u32");
/// ```
///
/// An attribute that it does not know stops the compiler, so that a form is never other than it says:
///
/// ```compile_fail
/// #[derive(loyalty_core::json::Json)]
/// struct Seat {
///     #[serde(alias = "line")]
///     row: u32,
/// }
/// ```
pub use loyalty_derive::Json;
pub(crate) use picking::{Path, picked};
pub use raw::Raw;
pub use reader::{Fields, Reader};
#[doc(hidden)]
pub use serde;
pub use tree::Tree;
pub use writer::{Parts, Writer};

use crate::error::{Error, Problem};
use crate::gather::Gather;

/// What can be read from JSON.
pub trait FromJson: Sized {
    /// Reads the value where the reader stands. What does not fit is told to the reader; what is returned then, nobody sees.
    fn read<'t>(tree: &'t Tree, reader: &mut Reader<'t>) -> Self;

    /// What a field of this type is when it is absent; `None` where it must be there.
    fn absent() -> Option<Self> {
        None
    }

    /// Reads what stands among the fields of another object, which has those with these names.
    fn read_rest<'t>(tree: &'t Tree, _names: &[&str], reader: &mut Reader<'t>) -> Self {
        Self::read(tree, reader)
    }
}

/// What can be written as JSON.
pub trait ToJson {
    /// Writes the value.
    fn write(&self, writer: &mut Writer);
}

/// What has a form in JSON. Derive it: `#[derive(Json)]`.
pub trait Json: FromJson + ToJson {}

impl<T: FromJson + ToJson> Json for T {}

/// Most texts fit into so many bytes.
const TEXT_BYTES_USUAL: usize = 512;

/// A value as text, compact.
pub fn text<T: ToJson + ?Sized>(value: &T) -> String {
    text_of_about(value, TEXT_BYTES_USUAL)
}

/// A value as text that will have about so many bytes.
pub(crate) fn text_of_about<T: ToJson + ?Sized>(value: &T, bytes: usize) -> String {
    let mut writer = Writer::with_capacity(bytes);
    value.write(&mut writer);
    writer.finish()
}

/// A value as a tree.
pub fn tree<T: ToJson + ?Sized>(value: &T) -> Tree {
    grow(&text(value), "").unwrap_or(Tree::Null)
}

/// Reads what the library itself wrote.
///
/// # Errors
/// What does not fit; then a row was damaged.
pub fn stored<T: FromJson>(text: &str) -> Result<T, String> {
    match stored_or_nothing(text) {
        (value, None) => Ok(value),
        (_, Some(damage)) => Err(damage),
    }
}

/// Reads what the library itself wrote; beside what does not fit, something that fits in its place.
pub(crate) fn stored_or_nothing<T: FromJson>(text: &str) -> (T, Option<String>) {
    let (tree, damage) = parsed_or_nothing(text);
    let mut reader = Reader::default();
    let value = T::read(&tree, &mut reader);
    (value, reader.damage(damage))
}

#[inline(never)]
fn parsed_or_nothing(text: &str) -> (Tree, Option<String>) {
    match Tree::parse(text) {
        Ok(tree) => (tree, None),
        Err(damage) => (Tree::Null, Some(damage)),
    }
}

/// Reads a text; a mistake names its path below `base`.
///
/// # Errors
/// `invalid_request` at the path of the mistake.
pub fn read_text<T: FromJson>(text: &str, base: &str) -> Result<T, Error> {
    read_tree(&grow(text, base)?, base)
}

/// Reads a text as a tree.
///
/// # Errors
/// `invalid_request` at `base` where it is no JSON.
pub fn grow(text: &str, base: &str) -> Result<Tree, Error> {
    Tree::parse(text).map_err(|error| Error::invalid(base, error))
}

/// Reads a tree; a mistake names its path below `base`.
///
/// # Errors
/// `invalid_request` at the path of the mistake.
pub fn read_tree<T: FromJson>(tree: &Tree, base: &str) -> Result<T, Error> {
    let mut reader = Reader::default();
    let value = T::read(tree, &mut reader);
    reader.refusal(base).map_or(Ok(value), Err)
}

/// Reads a tree.
///
/// # Errors
/// The mistake, with its path.
pub(crate) fn read<T: FromJson>(tree: &Tree) -> Result<T, Problem> {
    let mut reader = Reader::default();
    let value = T::read(tree, &mut reader);
    reader.problem().map_or(Ok(value), Err)
}

/// How deep arrays and objects stand inside each other in a text, looking no deeper than needed.
pub fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Takes the value at a path such as `a.b[2].c` out of a document. Says whether it was there.
pub(crate) fn take_out(document: &mut Tree, path: &str) -> bool {
    let mut steps: Vec<String> =
        path.split('.').flat_map(|step| step.split('[').map(|part| part.trim_end_matches(']').to_owned())).gather();
    steps.retain(|step| !step.is_empty());
    let Some(last) = steps.pop() else { return false };
    let mut place = document;
    for step in &steps {
        let next = match place {
            Tree::Object(fields) => fields.iter_mut().find(|(name, _)| name == step).map(|(_, value)| value),
            Tree::List(items) => step.parse().ok().and_then(|index: usize| items.get_mut(index)),
            _ => None,
        };
        let Some(next) = next else { return false };
        place = next;
    }
    match place {
        Tree::Object(fields) => {
            let before = fields.len();
            fields.retain(|(name, _)| *name != last);
            fields.len() < before
        }
        Tree::List(items) => match last.parse() {
            Ok(index) if index < items.len() => {
                items.remove(index);
                true
            }
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Reason;
    use crate::points::Adjust;

    fn refused(text: &str) -> (String, String) {
        match read_text::<Adjust>(text, "args").map_err(Error::into_reason) {
            Err(Reason::InvalidRequest { path, problem }) => (path, problem),
            other => panic!("{other:?}"),
        }
    }

    // rule W7
    #[test]
    fn a_value_that_does_not_fit_is_named_by_its_path_however_the_text_is_laid_out() {
        let (path, problem) = refused(r#"{"customer":"c-1","type":"points","amount":"1,000"}"#);
        assert_eq!(path, "args.amount");
        assert!(problem.ends_with("without separators or exponent"), "{problem}");
        assert_eq!(refused("{\n \"customer\": \"c-1\",\n \"type\": \"points\",\n \"amount\": \"1,000\" }"), (path, problem));
        assert_eq!(refused("{}").0, "args.customer");
    }

    // rule W7
    #[test]
    fn a_list_is_no_object_and_a_field_stands_once() {
        let program = r#"{"program":{"point_types":[["points","Points"]]}}"#;
        let refused_program = crate::program::Program::parse(&program[11..program.len() - 1]).unwrap_err();
        assert!(refused_program.to_string().contains("point_types[0]"), "{refused_program}");
        let twice = r#"{"customer":"c-1","customer":"c-2","type":"points","amount":"1"}"#;
        assert_eq!(refused(twice), ("args.customer".to_owned(), "duplicate field `customer`".to_owned()));
        assert_eq!(refused(r#"{"customer":["c-1"],"type":"points","amount":"1"}"#).0, "args.customer");
    }

    // rules W6, W7
    #[test]
    fn a_number_where_a_text_must_stand_is_told_so_without_the_number() {
        for (number, kind) in [("15", "integer"), ("-15", "integer"), ("1.5", "fraction")] {
            let (path, problem) = refused(&format!(r#"{{"customer":"c-1","type":"points","amount":{number}}}"#));
            let expected = format!("invalid type: {kind}, expected a string; write it in quotes");
            assert_eq!((path, problem), ("args.amount".to_owned(), expected));
        }
    }

    #[test]
    fn a_host_may_have_a_type_of_ours_inside_one_of_its_own() {
        #[derive(serde::Serialize, serde::Deserialize)]
        struct Job {
            adjust: Adjust,
        }
        let text = r#"{"adjust":{"customer":"c-1","type":"points","amount":"1"}}"#;
        let job: Job = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&job).unwrap(), text);
        let refused = serde_json::from_str::<Job>(&text.replace("amount", "amuont")).err().unwrap().to_string();
        assert!(refused.contains("unknown field `amuont`"), "{refused}");
    }

    #[test]
    fn text_that_is_no_json_is_named_by_its_place() {
        assert!(refused(r#"{"customer":"#).1.contains("at line 1 column 12"));
    }
}
