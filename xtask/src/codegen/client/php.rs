//! The PHP client: arrays whose shapes phpstan knows, methods with named arguments.

use std::collections::BTreeSet;

use super::naming::{camel, pascal};
use super::page::{Page, flat};
use super::{Body, Call, Client, Field, Noun, OptionKind, Shape, Type, headline};

/// The file.
pub fn file() -> String {
    let client = Client::of_catalogue();
    let mut page = Page::new("    ");
    page.line("<?php");
    page.line(format!("// {}", headline()));
    page.lines("\ndeclare(strict_types=1);\n\nnamespace Loyalty;");
    page.blank();
    write_shapes(&mut page, &client);
    client.nouns.iter().for_each(|noun| write_noun(&mut page, noun));
    write_client(&mut page, &client);
    page.finish()
}

fn write_shapes(page: &mut Page, client: &Client) {
    let mut text = "The shapes of what the operations take and answer, for phpstan. Ignore keys and words that you do not know: later releases may add some.\n".to_owned();
    for shape in &client.shapes {
        text += &format!("\n@phpstan-type {} {}", shape.name, shape_of(shape));
    }
    for (name, output) in receipts(client) {
        let fields: Vec<String> = client.receipt.iter().map(|field| key(field, "")).collect();
        text += &format!("\n@phpstan-type {name} array{{result: {output}, {}}}", fields.join(", "));
    }
    write_aliases(page, &text);
    page.open("final class Shapes");
    page.end();
    page.line("{");
    page.line("}");
}

/// A comment whose types are not folded: they end with their line.
fn write_aliases(page: &mut Page, text: &str) {
    page.line("/**");
    text.lines().for_each(|line| page.line(format!(" * {line}").trim_end()));
    page.line(" */");
}

/// The receipts of all outputs, by name.
fn receipts(client: &Client) -> Vec<(String, String)> {
    let calls = client.nouns.iter().flat_map(|noun| &noun.calls).filter(|call| call.has_receipt());
    let all: BTreeSet<(String, String)> = calls.map(|call| (receipt_of(call), type_of(&call.output))).collect();
    all.into_iter().collect()
}

fn receipt_of(call: &Call) -> String {
    match &call.output {
        Type::Named(name) => format!("{name}Receipt"),
        other => panic!("{}: a receipt of {other:?} has no name yet", call.wire),
    }
}

fn shape_of(shape: &Shape) -> String {
    match &shape.body {
        Body::Text => "string".to_owned(),
        Body::Words(words) => words.iter().map(|(word, _)| format!("'{word}'")).collect::<Vec<_>>().join("|"),
        Body::Record(fields) => record(&shape.name, fields, None),
        Body::Tagged { tag, cases } => {
            let cases = cases.iter().map(|case| record(&shape.name, &case.fields, Some((tag, &case.word))));
            cases.collect::<Vec<_>>().join("|")
        }
    }
}

fn record(name: &str, fields: &[Field], tag: Option<(&str, &str)>) -> String {
    let tag = tag.map(|(tag, word)| format!("{tag}: '{word}'"));
    let keys: Vec<String> = tag.into_iter().chain(fields.iter().map(|field| key(field, name))).collect();
    format!("array{{{}}}", keys.join(", "))
}

/// A key of a shape. Within itself a shape has no name.
fn key(field: &Field, within: &str) -> String {
    let of = hint(field);
    let of = of.replace(&format!("list<{within}>"), "list<array<string, mixed>>");
    let of = if of.split('|').any(|part| part == within) { of.replace(within, "array<string, mixed>") } else { of };
    format!("{}{}: {of}", field.name, if field.required { "" } else { "?" })
}

fn hint(field: &Field) -> String {
    let of = type_of(&field.of);
    if field.nullable && field.of != Type::Any { format!("{of}|null") } else { of }
}

fn type_of(of: &Type) -> String {
    match of {
        Type::Text(None) => "string".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Truth => "bool".to_owned(),
        Type::Any => "mixed".to_owned(),
        Type::List(item) => format!("list<{}>", type_of(item)),
        Type::Map(value) => format!("array<string, {}>", type_of(value)),
        Type::Text(Some(name)) | Type::Named(name) => name.clone(),
    }
}

/// The type that PHP itself checks.
fn native(of: &Type, client_of: &BTreeSet<String>) -> &'static str {
    match of {
        Type::Text(_) => "string",
        Type::Integer => "int",
        Type::Truth => "bool",
        Type::Any => "mixed",
        Type::List(_) | Type::Map(_) => "array",
        Type::Named(name) if client_of.contains(name) => "string",
        Type::Named(_) => "array",
    }
}

/// The shapes that are texts.
fn words(client: &Client) -> BTreeSet<String> {
    client.shapes.iter().filter(|shape| matches!(shape.body, Body::Words(_))).map(|shape| shape.name.clone()).collect()
}

fn class_of(noun: &str) -> String {
    pascal(noun) + "Operations"
}

fn write_noun(page: &mut Page, noun: &Noun) {
    let words = words(&Client::of_catalogue());
    let mut imports = BTreeSet::new();
    for call in &noun.calls {
        call.arguments.iter().for_each(|field| names_in(&field.of, &mut imports));
        match call.has_receipt() {
            true => drop(imports.insert(receipt_of(call))),
            false => names_in(&call.output, &mut imports),
        }
    }
    let imports: String = imports.iter().map(|name| format!("\n@phpstan-import-type {name} from Shapes")).collect();
    page.blank();
    write_aliases(page, &format!("The operations of `{}`.\n{imports}", noun.name));
    page.line(format!("final class {}", class_of(&noun.name)));
    page.open("{");
    page.open("public function __construct(private readonly Caller $caller)");
    page.end();
    page.lines("{\n}");
    for call in &noun.calls {
        page.blank();
        write_call(page, call, &words);
    }
    page.close("}");
}

fn names_in(of: &Type, names: &mut BTreeSet<String>) {
    match of {
        Type::Text(Some(name)) | Type::Named(name) => drop(names.insert(name.clone())),
        Type::List(inner) | Type::Map(inner) => names_in(inner, names),
        _ => {}
    }
}

fn write_call(page: &mut Page, call: &Call, words: &BTreeSet<String>) {
    let output = if call.has_receipt() { receipt_of(call) } else { type_of(&call.output) };
    let options = call.options();
    let mut text = format!("{}\n", call.doc);
    for field in &call.arguments {
        text += format!("\n@param {} ${} {}", parameter_hint(field), field.name, flat(&field.doc)).trim_end();
    }
    for option in &options {
        text += &format!("\n@param {} ${} {}", option_type(option.kind).0, option.name, option.doc);
    }
    text += &format!("\n@return {output}\n@throws LoyaltyError when the library refuses");
    page.block_comment(&text);
    let arguments = call.arguments.iter().map(|field| parameter(field, words));
    let all = arguments.chain(options.iter().map(|option| {
        let (_, of, default) = option_type(option.kind);
        format!("{of} ${} = {default}", option.name)
    }));
    let all: Vec<String> = all.collect();
    if all.is_empty() {
        page.line(format!("public function {}(): array", camel(&call.verb)));
        page.open("{");
    } else {
        page.open(format!("public function {}(", camel(&call.verb)));
        all.iter().for_each(|parameter| page.line(format!("{parameter},")));
        page.close("): array {");
        page.begin();
    }
    page.open("return $this->caller->call(");
    page.line(format!("'{}',", call.wire));
    for fields in call.arguments_by_absence() {
        let pairs: Vec<String> = fields.into_iter().map(|field| format!("'{}' => {}", field.name, value(field, words))).collect();
        page.line(format!("[{}],", pairs.join(", ")));
    }
    let options: Vec<String> = options.iter().map(|option| format!("'{0}' => ${0}", option.name)).collect();
    page.line(format!("[{}],", options.join(", ")));
    page.close(");");
    page.close("}");
}

fn option_type(kind: OptionKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        OptionKind::Text => ("string|null", "?string", "null"),
        OptionKind::Integer => ("int|null", "?int", "null"),
        OptionKind::Mark => ("bool", "bool", "false"),
    }
}

fn parameter_hint(field: &Field) -> String {
    match (field.required, field.can_be_absent_or_null()) {
        (true, _) => hint(field),
        (false, true) => format!("{}|Absent", hint(field)),
        (false, false) => format!("{}|null", hint(field)),
    }
}

fn parameter(field: &Field, words: &BTreeSet<String>) -> String {
    let of = native(&field.of, words);
    let name = &field.name;
    match (field.required, field.nullable) {
        (true, _) if of == "mixed" => format!("mixed ${name}"),
        (false, _) if of == "mixed" => format!("mixed ${name} = Absent::Value"),
        (true, false) => format!("{of} ${name}"),
        (true, true) => format!("?{of} ${name}"),
        (false, true) => format!("{of}|null|Absent ${name} = Absent::Value"),
        (false, false) => format!("?{of} ${name} = null"),
    }
}

/// What is sent. An empty array is an empty list, unless it is said to be a map.
fn value(field: &Field, words: &BTreeSet<String>) -> String {
    let is_map = match &field.of {
        Type::Map(_) => true,
        Type::Named(name) => !words.contains(name),
        _ => false,
    };
    if is_map { format!("Caller::map(${})", field.name) } else { format!("${}", field.name) }
}

fn write_client(page: &mut Page, client: &Client) {
    page.blank();
    page.block_comment("The operations as one actor may call them. Made by `Engine::acting`.");
    page.line("final class Client");
    page.open("{");
    for noun in &client.nouns {
        page.line(format!("/** The operations of `{}`. */", noun.name));
        page.line(format!("public readonly {} ${};", class_of(&noun.name), camel(&noun.name)));
    }
    page.blank();
    page.open("public function __construct(Caller $caller)");
    page.end();
    page.open("{");
    for noun in &client.nouns {
        page.line(format!("$this->{} = new {}($caller);", camel(&noun.name), class_of(&noun.name)));
    }
    page.close("}");
    page.close("}");
}
