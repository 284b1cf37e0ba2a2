//! The Python client: dictionaries with typed keys, methods with keyword arguments.

use super::naming::{pascal, quoted};
use super::page::{Page, flat};
use super::{Body, Call, Client, Field, Noun, OptionKind, Shape, Type, headline};

const KEYWORDS: &[&str] =
    &["and", "as", "class", "def", "del", "for", "from", "if", "import", "in", "is", "not", "or", "pass", "return", "try", "while", "with"];

const IMPORTS: &str = r#"from __future__ import annotations

from typing import Any, Dict, Generic, List, Literal, Mapping, NotRequired, TypeAlias, TypedDict, TypeVar, Union

from ._runtime import UNSET, Caller, Unset

Result = TypeVar("Result")
"#;

/// The file.
pub fn file() -> String {
    let client = Client::of_catalogue();
    let mut page = Page::new("    ");
    page.line(format!("# {}", headline()));
    page.line("\"\"\"The operations of the library, and the types of what they take and answer.\"\"\"");
    page.blank();
    page.lines(IMPORTS);
    for shape in &client.shapes {
        write_shape(&mut page, shape);
    }
    page.lines("\n\nclass Receipt(TypedDict, Generic[Result]):");
    page.open("    \"\"\"What a command answers: its own result, and what it did to the books.\"\"\"\n");
    page.lines("result: Result\n\"\"\"The operation's own answer.\"\"\"");
    client.receipt.iter().for_each(|field| write_key(&mut page, field));
    page.end();
    client.nouns.iter().for_each(|noun| write_noun(&mut page, noun));
    write_client(&mut page, &client);
    let names = client.shapes.iter().flat_map(names_of).chain(["Client".to_owned(), "Receipt".to_owned()]);
    let names: Vec<String> = names.chain(client.nouns.iter().map(|noun| class_of(&noun.name))).collect();
    page.lines("\n\n__all__ = [");
    names.iter().for_each(|name| page.line(format!("    \"{name}\",")));
    page.line("]");
    page.finish()
}

fn names_of(shape: &Shape) -> Vec<String> {
    let cases: &[super::Case] = if let Body::Tagged { cases, .. } = &shape.body { cases } else { &[] };
    cases.iter().map(|case| shape.name.clone() + &pascal(&case.word)).chain([shape.name.clone()]).collect()
}

fn write_shape(page: &mut Page, shape: &Shape) {
    let Shape { name, doc, body, .. } = shape;
    page.blank();
    match body {
        Body::Text => {
            page.line(format!("{name}: TypeAlias = str"));
            write_doc(page, doc);
        }
        Body::Words(words) => {
            let choices: Vec<String> = words.iter().map(|(word, _)| quoted(word)).collect();
            page.line(format!("{name}: TypeAlias = Literal[{}]", choices.join(", ")));
            let meanings: String =
                words.iter().filter(|(_, doc)| !doc.is_empty()).map(|(word, doc)| format!("\n- `{word}`: {}", flat(doc))).collect();
            write_doc(page, &format!("{doc}\n{meanings}"));
        }
        Body::Record(fields) => write_record(page, name, doc, fields, None),
        Body::Tagged { tag, cases } => {
            for case in cases {
                write_record(page, &(name.clone() + &pascal(&case.word)), &case.doc, &case.fields, Some((tag, &case.word)));
                page.blank();
            }
            let names: Vec<String> = cases.iter().map(|case| name.clone() + &pascal(&case.word)).collect();
            page.line(format!("{name}: TypeAlias = Union[{}]", names.join(", ")));
            write_doc(page, doc);
        }
    }
}

fn write_record(page: &mut Page, name: &str, doc: &str, fields: &[Field], tag: Option<(&str, &str)>) {
    if fields.iter().any(|field| KEYWORDS.contains(&field.name.as_str())) {
        // A key that is a word of the language cannot be written as a name.
        page.open(format!("{name} = TypedDict(\"{name}\", {{"));
        for field in fields {
            page.comment("#", &field.doc);
            let of = quotes(&hint(field));
            let of = if field.required { of } else { format!("NotRequired[{of}]") };
            page.line(format!("{}: {of},", quoted(&field.name)));
        }
        page.close("})");
        return write_doc(page, doc);
    }
    page.blank();
    page.open(format!("class {name}(TypedDict):"));
    write_doc(page, doc);
    page.blank();
    if let Some((tag, word)) = tag {
        page.line(format!("{tag}: Literal[{}]", quoted(word)));
    }
    fields.iter().for_each(|field| write_key(page, field));
    page.end();
}

fn quotes(hint: &str) -> String {
    format!("\"{}\"", hint.replace('"', "'"))
}

fn write_key(page: &mut Page, field: &Field) {
    let of = hint(field);
    page.line(if field.required { format!("{}: {of}", field.name) } else { format!("{}: NotRequired[{of}]", field.name) });
    write_doc(page, &field.doc);
}

fn write_doc(page: &mut Page, doc: &str) {
    let doc = doc.trim().replace('\\', "\\\\").replace("\"\"\"", "'''");
    let lines = super::page::folded(&doc);
    match lines.as_slice() {
        [] => {}
        [line] if !line.ends_with('"') => page.line(format!("\"\"\"{line}\"\"\"")),
        lines => {
            page.line(format!("\"\"\"{}", lines[0]));
            lines[1..].iter().for_each(|line| page.line(line));
            page.line("\"\"\"");
        }
    }
}

fn hint(field: &Field) -> String {
    let of = type_of(&field.of);
    if field.nullable && field.of != Type::Any { format!("{of} | None") } else { of }
}

fn type_of(of: &Type) -> String {
    match of {
        Type::Text(None) => "str".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Truth => "bool".to_owned(),
        Type::Any => "Any".to_owned(),
        // Not `list`: a class of operations may have a method of that name.
        Type::List(item) => format!("List[{}]", type_of(item)),
        Type::Map(value) => format!("Dict[str, {}]", type_of(value)),
        Type::Text(Some(name)) | Type::Named(name) => name.clone(),
    }
}

fn class_of(noun: &str) -> String {
    pascal(noun) + "Operations"
}

fn write_noun(page: &mut Page, noun: &Noun) {
    page.lines("\n");
    page.open(format!("class {}:", class_of(&noun.name)));
    page.line(format!("\"\"\"The operations of `{}`.\"\"\"", noun.name));
    page.blank();
    page.open("def __init__(self, caller: Caller) -> None:");
    page.line("self._caller = caller");
    page.end();
    for call in &noun.calls {
        page.blank();
        write_call(page, call);
    }
    page.end();
}

fn write_call(page: &mut Page, call: &Call) {
    let output = if call.has_receipt() { format!("Receipt[{}]", type_of(&call.output)) } else { type_of(&call.output) };
    page.open(format!("def {}(", call.verb));
    page.line("self,");
    let options = call.options();
    if !call.arguments.is_empty() || !options.is_empty() {
        page.line("*,");
    }
    for field in &call.arguments {
        page.line(parameter(field));
    }
    for option in &options {
        let of = match option.kind {
            OptionKind::Text => "str | None = None",
            OptionKind::Integer => "int | None = None",
            OptionKind::Mark => "bool = False",
        };
        page.line(format!("{}: {of},", option.name));
    }
    page.close(format!(") -> {output}:"));
    page.begin();
    let arguments = call.arguments.iter().map(|field| (name_of(field), flat(&field.doc)));
    let all = arguments.chain(options.iter().map(|option| (option.name.to_owned(), option.doc.to_owned())));
    let tags: String = all.map(|(name, doc)| format!("\n:param {name}: {doc}")).collect();
    write_doc(page, &if tags.is_empty() { call.doc.clone() } else { format!("{}\n{tags}", call.doc) });
    page.open(format!("answer: {output} = self._caller.call("));
    page.line(format!("{},", quoted(&call.wire)));
    // What may be null is left out when it is UNSET; the rest when it is None.
    let pair = |field: &Field| format!("{}: {}", quoted(&field.name), name_of(field));
    for fields in call.arguments_by_absence() {
        page.line(format!("{{{}}},", fields.into_iter().map(pair).collect::<Vec<_>>().join(", ")));
    }
    let options: Vec<String> = options.iter().map(|option| format!("{}: {}", quoted(option.name), option.name)).collect();
    page.line(format!("{{{}}},", options.join(", ")));
    page.close(")");
    page.line("return answer");
    page.end();
}

/// The name of a parameter: as on the wire, unless it is a word of the language.
fn name_of(field: &Field) -> String {
    if KEYWORDS.contains(&field.name.as_str()) { format!("{}_", field.name) } else { field.name.clone() }
}

fn parameter(field: &Field) -> String {
    let hint = match &field.of {
        Type::Map(value) => format!("Mapping[str, {}]{}", type_of(value), if field.nullable { " | None" } else { "" }),
        Type::Any => "object".to_owned(),
        _ => hint(field),
    };
    let name = name_of(field);
    match (field.required, field.can_be_absent_or_null()) {
        (true, _) => format!("{name}: {hint},"),
        (false, true) => format!("{name}: {hint} | Unset = UNSET,"),
        (false, false) => format!("{name}: {hint} | None = None,"),
    }
}

fn write_client(page: &mut Page, client: &Client) {
    page.lines("\n");
    page.open("class Client:");
    page.line("\"\"\"The operations as one actor may call them. Made by `Engine.acting`.\"\"\"");
    page.blank();
    page.open("def __init__(self, caller: Caller) -> None:");
    for noun in &client.nouns {
        page.line(format!("self.{} = {}(caller)", noun.name, class_of(&noun.name)));
    }
    page.end();
    page.end();
}
