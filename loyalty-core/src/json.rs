//! Reading JSON so that a mistake is found by its path.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{Error, Problem};

/// Reads a text; a mistake names its path below `base`.
///
/// # Errors
/// `invalid_request` at the path of the mistake.
pub fn read_text<T: DeserializeOwned>(text: &str, base: &str) -> Result<T, Error> {
    // The way without paths is twice as fast, and nearly every request fits.
    if let Ok(value) = serde_json::from_str(text) {
        return Ok(value);
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let fault = fault(&error);
        let joint = if base.is_empty() || fault.path.is_empty() || fault.path.starts_with('[') { "" } else { "." };
        Error::InvalidRequest { path: format!("{base}{joint}{}", fault.path), problem: fault.problem }
    })?;
    reader.end().map_err(|error| Error::invalid(base, error.to_string()))?;
    Ok(read)
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

/// The path and text of a mistake. Unknown and missing fields are named in the path.
pub(crate) fn fault(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let text = plain(&error.inner().to_string());
    let mut path = error.path().to_string();
    if path == "." {
        path.clear();
    }
    let named =
        ["unknown field `", "missing field `"].iter().find_map(|start| text.strip_prefix(start)).and_then(|rest| rest.split('`').next());
    if let Some(field) = named.filter(|field| path.rsplit('.').next() != Some(field) || text.starts_with("missing")) {
        path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
    }
    Problem { path, problem: text }
}

/// What the reader says, without its position (it counts from the arguments' begin) and without the value, which may be a secret.
fn plain(text: &str) -> String {
    let text = text.rsplit_once(" at line ").map_or(text, |(front, _)| front);
    let echo = ["invalid type: ", "invalid value: "].into_iter().find(|start| text.starts_with(start));
    let Some((found, expected)) = echo.and_then(|_| text.rsplit_once(", expected ")) else { return text.to_owned() };
    let found = found.split(['`', '"']).next().unwrap_or(found).trim_end();
    let hint = if expected == "a string" && found.ends_with("integer") { "; write it in quotes" } else { "" };
    format!("{found}, expected {expected}{hint}")
}

/// Takes the value at a path such as `a.b[2].c` out of a document, or puts null there in a list. Says whether it was there.
pub(crate) fn take_out(document: &mut Value, path: &str) -> bool {
    let mut steps: Vec<String> =
        path.split('.').flat_map(|step| step.split('[').map(|part| part.trim_end_matches(']').to_owned())).collect();
    steps.retain(|step| !step.is_empty());
    let Some(last) = steps.pop() else { return false };
    let mut place = document;
    for step in &steps {
        let next = match place {
            Value::Object(fields) => fields.get_mut(step.as_str()),
            Value::Array(items) => step.parse().ok().and_then(|index: usize| items.get_mut(index)),
            _ => None,
        };
        let Some(next) = next else { return false };
        place = next;
    }
    match place {
        Value::Object(fields) => fields.remove(&last).is_some(),
        Value::Array(items) => match last.parse() {
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
    use crate::points::Adjust;

    fn refused(text: &str) -> (String, String) {
        match read_text::<Adjust>(text, "args") {
            Err(Error::InvalidRequest { path, problem }) => (path, problem),
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

    #[test]
    fn text_that_is_no_json_is_named_by_its_place() {
        assert!(refused(r#"{"customer":"#).1.contains("at line 1 column 12"));
    }
}
