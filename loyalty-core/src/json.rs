//! JSON in and out: read so that a mistake is found by its path, written as every release has written it.

mod raw;
mod reader;
mod tree;
mod writer;

pub use raw::Raw;
pub use tree::Tree;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Problem};
use reader::{Misfit, Reader, Trail};
use writer::Writer;

/// Most texts fit into so many bytes.
const TEXT_BYTES_USUAL: usize = 512;

/// A value as text, compact.
///
/// A value that has no form in JSON gives an empty text, which nothing reads; no type of the library has one.
pub fn text<T: Serialize + ?Sized>(value: &T) -> String {
    let mut writer = Writer::with_capacity(TEXT_BYTES_USUAL);
    let written = value.serialize(&mut writer);
    writer.finish(written)
}

/// A value as a tree.
pub fn tree<T: Serialize + ?Sized>(value: &T) -> Tree {
    grow(&text(value), "").unwrap_or(Tree::Null)
}

/// Reads what the library itself wrote.
///
/// # Errors
/// What does not fit; then a row was damaged.
pub fn stored<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let (tree, trail) = (parse(text)?, Trail::default());
    T::deserialize(Reader { tree: &tree, trail: &trail }).map_err(|misfit| {
        let Problem { path, problem } = fault(&trail, &misfit);
        format!("{path}: {problem}")
    })
}

fn parse(text: &str) -> Result<Tree, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// Reads a text; a mistake names its path below `base`.
///
/// # Errors
/// `invalid_request` at the path of the mistake.
pub fn read_text<T: DeserializeOwned>(text: &str, base: &str) -> Result<T, Error> {
    read_tree(&grow(text, base)?, base)
}

/// Reads a text as a tree.
///
/// # Errors
/// `invalid_request` at `base` where it is no JSON.
pub fn grow(text: &str, base: &str) -> Result<Tree, Error> {
    parse(text).map_err(|error| Error::invalid(base, error))
}

/// Reads a tree; a mistake names its path below `base`.
///
/// # Errors
/// `invalid_request` at the path of the mistake.
pub fn read_tree<T: DeserializeOwned>(tree: &Tree, base: &str) -> Result<T, Error> {
    let trail = Trail::default();
    T::deserialize(Reader { tree, trail: &trail }).map_err(|misfit| refused(&trail, &misfit, base))
}

/// Reads a tree.
///
/// # Errors
/// The mistake, with its path.
pub(crate) fn read<T: DeserializeOwned>(tree: &Tree) -> Result<T, Problem> {
    let trail = Trail::default();
    T::deserialize(Reader { tree, trail: &trail }).map_err(|misfit| fault(&trail, &misfit))
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

#[cold]
#[inline(never)]
fn refused(trail: &Trail<'_>, misfit: &Misfit, base: &str) -> Error {
    let Problem { path, problem } = fault(trail, misfit);
    let joint = if base.is_empty() || path.is_empty() || path.starts_with('[') { "" } else { "." };
    Error::invalid(format_args!("{base}{joint}{path}"), problem)
}

/// The path and text of a mistake. Fields that are unknown, missing or stand twice are named in the path.
#[cold]
#[inline(never)]
fn fault(trail: &Trail<'_>, misfit: &Misfit) -> Problem {
    let (mut path, text) = (trail.to_string(), misfit.to_string());
    let named = ["unknown field `", "missing field `", "duplicate field `"]
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .and_then(|rest| rest.split('`').next());
    if let Some(field) = named.filter(|field| path.rsplit('.').next() != Some(field) || text.starts_with("missing")) {
        path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
    }
    Problem { path, problem: text }
}

/// Takes the value at a path such as `a.b[2].c` out of a document. Says whether it was there.
pub(crate) fn take_out(document: &mut Tree, path: &str) -> bool {
    let mut steps: Vec<String> =
        path.split('.').flat_map(|step| step.split('[').map(|part| part.trim_end_matches(']').to_owned())).collect();
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
    fn text_that_is_no_json_is_named_by_its_place() {
        assert!(refused(r#"{"customer":"#).1.contains("at line 1 column 12"));
    }
}
