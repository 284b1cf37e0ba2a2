//! Which wrong arguments every function of the header must be tried with, and which of them tests/c lacks.

use std::collections::BTreeSet;

/// The mistakes that an argument of each type must be tried with. A type that is not here is refused: give it a row.
const CLASSES: &[(&str, &[&str])] = &[
    ("loyalty_handle", &["closed", "never", "zero", "reentered"]),
    // A text; the mistakes of its length are among them.
    ("const char *", &["null", "invalid_utf8", "empty", "zero_inside", "too_large", "shorter"]),
    ("void *", &["null"]),
    ("loyalty_progress", &["null", "fails", "wrong_number", "reenters"]),
    ("loyalty_make_repository", &["null", "fails", "wrong_number"]),
    ("const struct loyalty_repository *", REPOSITORY),
    ("struct loyalty_reply *", &["null"]),
    ("int32_t", &["unknown"]),
    ("char *", &["null"]),
    // Outputs.
    ("char **", &["null"]),
    ("bool *", &["null"]),
    ("loyalty_handle *", &["null"]),
];

/// What a repository of the host can do wrong.
const REPOSITORY: &[&str] = &[
    "null",
    "null_read",
    "null_commit",
    "null_closed",
    "read_fails",
    "read_busy",
    "read_wrong_number",
    "read_silent",
    "read_nonsense",
    "read_reenters",
    "commit_fails",
    "commit_busy",
    "commit_unknown",
    "commit_wrong_number",
    "commit_silent",
    "commit_nonsense",
    "commit_reenters",
];

/// A function without parameters is called at least.
const NOTHING: (&str, &str) = ("nothing", "called");

/// One function of the header: its name, and its parameters as type and name.
#[derive(Debug, PartialEq)]
struct Function {
    name: String,
    parameters: Vec<(String, String)>,
}

/// The rows that are missing, given the header and what the program of the rows printed. Each is a line for the reader.
pub(super) fn missing(header: &str, printed: &str) -> Vec<String> {
    let rows: BTreeSet<&str> = printed.lines().filter_map(|line| line.strip_prefix("row ")).collect();
    let mut missing = Vec::new();
    let functions = functions(header);
    if functions.is_empty() {
        missing.push("the header has no function; did its form change?".to_owned());
    }
    for function in functions {
        match wanted(&function) {
            Ok(wanted) => missing.extend(wanted.into_iter().filter(|row| !rows.contains(row.as_str())).map(|row| format!("no row: {row}"))),
            Err(why) => missing.push(why),
        }
    }
    missing
}

/// The rows that a function must have.
fn wanted(function: &Function) -> Result<Vec<String>, String> {
    let row = |parameter: &str, class: &str| format!("{} {parameter} {class}", function.name);
    if function.parameters.is_empty() {
        return Ok(vec![row(NOTHING.0, NOTHING.1)]);
    }
    let mut rows = Vec::new();
    let mut text = None;
    for (of, name) in &function.parameters {
        let is_length = of == "size_t" && text.is_some_and(|text| *name == format!("{text}_len"));
        text = (of == "const char *").then_some(name);
        if is_length {
            continue;
        }
        let Some((_, classes)) = CLASSES.iter().find(|(known, _)| known == of) else {
            return Err(format!("{}: `{of}` of {name} is no known type; give it a row in CLASSES", function.name));
        };
        rows.extend(classes.iter().map(|class| row(name, class)));
    }
    Ok(rows)
}

/// The functions that a header declares, in order.
fn functions(header: &str) -> Vec<Function> {
    let code = without_comments(header);
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n");
    let code = code.replace("extern \"C\" {", "");
    let declarations = code.split(';').map(str::trim).filter(|text| !text.starts_with("typedef") && !text.contains(['{', '}']));
    declarations.filter_map(function).collect()
}

fn without_comments(text: &str) -> String {
    let mut rest = text;
    let mut code = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code + rest
}

fn function(declaration: &str) -> Option<Function> {
    let (before, after) = declaration.split_once('(')?;
    let parameters = after.rsplit_once(')')?.0;
    let name = split_name(before)?.1;
    let parameters = parameters.split(',').filter(|parameter| parameter.trim() != "void").filter_map(split_name).collect();
    Some(Function { name, parameters })
}

/// `const char *config` as `const char *` and `config`.
fn split_name(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let start = text.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_')? + 1;
    let of = text.get(..start)?.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((of, text.get(start..)?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "#include <stdint.h>\n/* A manual; with (a bracket) */\ntypedef int32_t (*loyalty_progress)(void *user);\n\
        typedef struct loyalty_thing { void *user; } loyalty_thing;\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\
        /* Opens. */\nint32_t loyalty_open(const char *config,\n    size_t config_len, loyalty_handle *handle);\n\
        uint32_t loyalty_abi_version(void);\nvoid loyalty_string_free(char *text);\n\
        #ifdef __cplusplus\n}  // extern \"C\"\n#endif\n";

    fn rows(header: &str) -> String {
        functions(header).iter().flat_map(|function| wanted(function).unwrap_or_default()).map(|row| format!("row {row}\n")).collect()
    }

    #[test]
    fn functions_are_read_with_their_parameters() {
        let names: Vec<String> = functions(HEADER).into_iter().map(|function| function.name).collect();
        assert_eq!(names, ["loyalty_open", "loyalty_abi_version", "loyalty_string_free"]);
        let pairs = [("const char *", "config"), ("size_t", "config_len"), ("loyalty_handle *", "handle")];
        let pairs: Vec<(String, String)> = pairs.iter().map(|(of, name)| ((*of).to_owned(), (*name).to_owned())).collect();
        assert_eq!(functions(HEADER)[0].parameters, pairs);
        assert!(missing(HEADER, &rows(HEADER)).is_empty());
    }

    #[test]
    fn a_new_function_needs_its_rows() {
        let real = std::fs::read_to_string(crate::workspace::root().join("include/loyalty.h")).unwrap();
        assert!(functions(&real).len() >= 18, "{:?}", functions(&real));
        assert!(missing(&real, &rows(&real)).is_empty());
        let more =
            real.replace("#ifdef __cplusplus\n}", "int32_t loyalty_new(loyalty_handle handle, bool *verdict);\n#ifdef __cplusplus\n}");
        let found = missing(&more, &rows(&real));
        assert_eq!(found.len(), 5, "{found:?}");
        assert_eq!(found[0], "no row: loyalty_new handle closed");
    }

    #[test]
    fn a_row_that_is_gone_is_missed() {
        let fewer = rows(HEADER).replace("row loyalty_open config invalid_utf8\n", "");
        assert_eq!(missing(HEADER, &fewer), ["no row: loyalty_open config invalid_utf8"]);
    }

    #[test]
    fn an_unknown_type_and_an_unreadable_header_are_refused() {
        let more = HEADER.replace("(void);", "(struct loyalty_thing *thing);");
        assert_eq!(missing(&more, &rows(HEADER)).len(), 1);
        assert_eq!(missing("", "").len(), 1);
    }
}
