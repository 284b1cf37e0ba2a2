//! The Ruby client: hashes with symbols as keys, methods with keyword arguments, comments that YARD reads.

use super::naming::{pascal, quoted, upper};
use super::page::{Page, flat};
use super::{Body, Call, Client, Field, Noun, OptionKind, Shape, Type, headline};

/// Words of the language; an argument of such a name could not be read.
const KEYWORDS: &[&str] = &["and", "begin", "class", "def", "do", "end", "if", "in", "next", "not", "or", "self", "then", "unless", "when"];

/// The file.
pub fn file() -> String {
    let client = Client::of_catalogue();
    let mut page = Page::new("  ");
    page.line(format!("# {}", headline()));
    page.line("# frozen_string_literal: true");
    page.blank();
    page.open("module Loyalty");
    page.comment(
        "#",
        "The shapes of what the operations take and answer. A shape with fields is a Hash; the constant lists its keys. \
        Ignore keys and words that you do not know: later releases may add some.",
    );
    page.open("module Shapes");
    for shape in &client.shapes {
        write_shape(&mut page, &client, shape);
    }
    write_record(&mut page, &client, "Receipt", RECEIPT, &client.receipt, Some("result"));
    page.close("end");
    client.nouns.iter().for_each(|noun| write_noun(&mut page, &client, noun));
    write_client(&mut page, &client);
    page.close("end");
    page.finish()
}

const RECEIPT: &str = "What a command answers: in `:result` its own result, and what it did to the books.";

fn write_shape(page: &mut Page, client: &Client, shape: &Shape) {
    let Shape { name, doc, body, .. } = shape;
    match body {
        Body::Text => {}
        Body::Words(words) => {
            page.comment("#", doc);
            page.open(format!("module {name}"));
            for (word, doc) in words {
                page.comment("#", doc);
                page.line(format!("{} = {}", upper(word), quoted(word)));
            }
            page.close("end");
            page.blank();
        }
        Body::Record(fields) => write_record(page, client, name, doc, fields, None),
        Body::Tagged { tag, cases } => {
            page.comment("#", &format!("{doc}\n\nThe key `:{tag}` tells which."));
            page.open(format!("module {name}"));
            for case in cases {
                write_record(page, client, &pascal(&case.word), &case.doc, &case.fields, Some(tag));
            }
            page.close("end");
            page.blank();
        }
    }
}

fn write_record(page: &mut Page, client: &Client, name: &str, doc: &str, fields: &[Field], first: Option<&str>) {
    let meaning = |field: &Field| {
        let rest = if field.required { "" } else { ", if there is one" };
        format!("\n- `:{}` ({}{rest}) {}", field.name, type_of(client, &field.of), flat(&field.doc)).trim_end().to_owned()
    };
    page.comment("#", &format!("{doc}\n{}", fields.iter().map(meaning).collect::<String>()));
    let keys: Vec<&str> = first.into_iter().chain(fields.iter().map(|field| field.name.as_str())).collect();
    page.line(format!("{name} = %i[{}].freeze", keys.join(" ")));
    page.blank();
}

fn type_of(client: &Client, of: &Type) -> String {
    match of {
        Type::Text(_) => "String".to_owned(),
        Type::Integer => "Integer".to_owned(),
        Type::Truth => "Boolean".to_owned(),
        Type::Any => "Object".to_owned(),
        Type::List(item) => format!("Array<{}>", type_of(client, item)),
        Type::Map(value) => format!("Hash{{Symbol => {}}}", type_of(client, value)),
        Type::Named(name) => match client.shape(name).body {
            Body::Words(_) => "String".to_owned(),
            _ => format!("Shapes::{name}"),
        },
    }
}

fn class_of(noun: &str) -> String {
    pascal(noun) + "Operations"
}

fn write_noun(page: &mut Page, client: &Client, noun: &Noun) {
    page.blank();
    page.comment("#", &format!("The operations of `{}`.", noun.name));
    page.open(format!("class {}", class_of(&noun.name)));
    page.open("def initialize(caller)");
    page.line("@caller = caller");
    page.close("end");
    for call in &noun.calls {
        page.blank();
        write_call(page, client, call);
    }
    page.close("end");
}

fn write_call(page: &mut Page, client: &Client, call: &Call) {
    let options = call.options();
    let mut tags = String::new();
    for field in &call.arguments {
        let null = if field.nullable { ", nil" } else { "" };
        tags +=
            format!("\n@param {} [{}{null}] {}{}", field.name, type_of(client, &field.of), flat(&field.doc), choices(client, &field.of))
                .trim_end();
    }
    for option in &options {
        tags += &format!("\n@param {} [{}] {}", option.name, option_type(option.kind).0, option.doc);
    }
    let output = type_of(client, &call.output);
    tags += &match call.has_receipt() {
        true => format!("\n@return [Shapes::Receipt] its `:result` is a {output}"),
        false => format!("\n@return [{output}]"),
    };
    page.comment("#", &format!("{}\n{tags}\n@raise [LoyaltyError] when the library refuses", call.doc));
    let arguments = call.arguments.iter().map(parameter);
    let all: Vec<String> =
        arguments.chain(options.iter().map(|option| format!("{}: {}", option.name, option_type(option.kind).1))).collect();
    if all.is_empty() {
        page.open(format!("def {}", call.verb));
    } else {
        page.open(format!("def {}(", call.verb));
        page.lines(&all.join(",\n"));
        page.end();
        page.open(")");
    }
    page.open("@caller.call(");
    page.line(format!("{},", quoted(&call.wire)));
    let pairs = |names: Vec<&str>| {
        let pairs: Vec<String> = names.into_iter().map(|name| format!("{name}: {name}")).collect();
        if pairs.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", pairs.join(", ")) }
    };
    for fields in call.arguments_by_absence() {
        page.line(format!("{},", pairs(fields.into_iter().map(|field| field.name.as_str()).collect())));
    }
    page.line(pairs(options.iter().map(|option| option.name).collect()));
    page.close(")");
    page.close("end");
}

/// The constants of the words that an argument may be.
fn choices(client: &Client, of: &Type) -> String {
    match of {
        Type::List(item) => choices(client, item),
        Type::Named(name) if matches!(client.shape(name).body, Body::Words(_)) => format!(" One of Shapes::{name}."),
        _ => String::new(),
    }
}

fn option_type(kind: OptionKind) -> (&'static str, &'static str) {
    match kind {
        OptionKind::Text => ("String, nil", "nil"),
        OptionKind::Integer => ("Integer, nil", "nil"),
        OptionKind::Mark => ("Boolean", "false"),
    }
}

fn parameter(field: &Field) -> String {
    assert!(!KEYWORDS.contains(&field.name.as_str()), "{} is a word of the language", field.name);
    match (field.required, field.can_be_absent_or_null()) {
        (true, _) => format!("{}:", field.name),
        (false, true) => format!("{}: ABSENT", field.name),
        (false, false) => format!("{}: nil", field.name),
    }
}

fn write_client(page: &mut Page, client: &Client) {
    page.blank();
    page.comment("#", "The operations as one actor may call them. Made by {Engine#acting}.");
    page.open("class Client");
    for noun in &client.nouns {
        page.line(format!("# @return [{}] the operations of `{}`", class_of(&noun.name), noun.name));
        page.line(format!("attr_reader :{}", noun.name));
    }
    page.blank();
    page.open("def initialize(caller)");
    for noun in &client.nouns {
        page.line(format!("@{} = {}.new(caller)", noun.name, class_of(&noun.name)));
    }
    page.close("end");
    page.close("end");
}
