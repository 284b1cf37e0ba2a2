//! The Swift client: structures that decode themselves, methods with labelled arguments.

use super::naming::{camel, pascal, quoted};
use super::page::{Page, flat};
use super::{Body, Call, Client, Field, Noun, OptionKind, Shape, Type, headline};

const KEYWORDS: &[&str] = &[
    "Any",
    "Self",
    "Type",
    "as",
    "break",
    "case",
    "catch",
    "class",
    "continue",
    "default",
    "defer",
    "deinit",
    "do",
    "else",
    "enum",
    "extension",
    "false",
    "for",
    "func",
    "guard",
    "if",
    "import",
    "in",
    "init",
    "inout",
    "is",
    "let",
    "nil",
    "operator",
    "protocol",
    "public",
    "repeat",
    "rethrows",
    "return",
    "self",
    "static",
    "struct",
    "subscript",
    "super",
    "switch",
    "throw",
    "throws",
    "true",
    "try",
    "typealias",
    "var",
    "where",
    "while",
];

/// The file.
pub fn file() -> String {
    let client = Client::of_catalogue();
    let mut page = Page::new("    ");
    page.line(format!("// {}", headline()));
    for shape in &client.shapes {
        write_shape(&mut page, &client, shape);
    }
    page.blank();
    page.comment("///", "What a command answers: its own result, and what it did to the books.");
    page.open("public struct Receipt<Result: Decodable & Sendable>: Decodable, Sendable {");
    page.line("/// The operation's own answer.");
    page.line("public let result: Result");
    client.receipt.iter().for_each(|field| write_property(&mut page, field));
    let result = Field { name: "result".to_owned(), doc: String::new(), of: Type::Any, required: true, nullable: false };
    write_keys(&mut page, &std::iter::once(&result).chain(&client.receipt).collect::<Vec<_>>());
    page.close("}");
    client.nouns.iter().for_each(|noun| write_noun(&mut page, noun));
    write_client(&mut page, &client);
    page.finish()
}

fn write_shape(page: &mut Page, client: &Client, shape: &Shape) {
    let Shape { name, doc, body, .. } = shape;
    match body {
        Body::Text => {}
        Body::Words(words) => {
            page.blank();
            page.comment("///", doc);
            write_words(page, name, words);
        }
        Body::Record(fields) => write_record(page, client, name, doc, fields),
        Body::Tagged { tag, cases } => {
            for case in cases {
                write_record(page, client, &(name.clone() + &pascal(&case.word)), &case.doc, &case.fields);
            }
            page.blank();
            page.comment("///", doc);
            let words: Vec<&str> = cases.iter().map(|case| case.word.as_str()).collect();
            write_tagged(page, name, tag, &words);
        }
    }
}

fn write_words(page: &mut Page, name: &str, words: &[(String, String)]) {
    page.open(format!("public enum {name}: Codable, Hashable, Sendable {{"));
    for (word, doc) in words {
        assert_ne!(word, "unknown", "{name}: this word is kept for those of later releases");
        page.comment("///", doc);
        page.line(format!("case {}", escaped(&camel(word))));
    }
    page.line("/// A word of a later release.");
    page.line("case unknown(String)");
    page.blank();
    page.line("/// The word as the library writes it.");
    page.open("public var wire: String {");
    page.line("switch self {");
    words.iter().for_each(|(word, _)| page.line(format!("case .{}: return {}", escaped(&camel(word)), quoted(word))));
    page.line("case .unknown(let word): return word");
    page.line("}");
    page.close("}");
    page.blank();
    page.open("public init(from decoder: Decoder) throws {");
    page.line("let word = try decoder.singleValueContainer().decode(String.self)");
    page.line("switch word {");
    words.iter().for_each(|(word, _)| page.line(format!("case {}: self = .{}", quoted(word), escaped(&camel(word)))));
    page.line("default: self = .unknown(word)");
    page.line("}");
    page.close("}");
    page.blank();
    page.open("public func encode(to encoder: Encoder) throws {");
    page.line("var container = encoder.singleValueContainer()");
    page.line("try container.encode(wire)");
    page.close("}");
    page.close("}");
}

fn write_record(page: &mut Page, client: &Client, name: &str, doc: &str, fields: &[Field]) {
    page.blank();
    page.comment("///", doc);
    // A structure cannot hold itself.
    let kind = if holds(client, &Type::Named(name.to_owned()), name, &mut Vec::new()) { "final class" } else { "struct" };
    page.open(format!("public {kind} {name}: Codable, Sendable {{"));
    fields.iter().for_each(|field| write_property(page, field));
    let all: Vec<&Field> = fields.iter().collect();
    write_keys(page, &all);
    let parameters = fields.iter().map(|field| match field.required && !field.nullable {
        true => format!("{}: {}", camel(&field.name), type_of(&field.of)),
        false => format!("{}: {}? = nil", camel(&field.name), type_of(&field.of)),
    });
    page.blank();
    page.open(format!("public init({}) {{", parameters.collect::<Vec<_>>().join(", ")));
    fields.iter().for_each(|field| page.line(format!("self.{0} = {0}", escaped(&camel(&field.name)))));
    page.close("}");
    page.close("}");
}

/// Whether a value of a type holds one of the named type in itself, not in a list.
fn holds(client: &Client, of: &Type, name: &str, above: &mut Vec<String>) -> bool {
    let Type::Named(own) = of else { return false };
    if above.contains(own) {
        return own == name;
    }
    above.push(own.clone());
    let body = &client.shapes.iter().find(|shape| shape.name == *own).map(|shape| &shape.body);
    let found = match body {
        Some(Body::Record(fields)) => fields.iter().any(|field| holds(client, &field.of, name, above)),
        Some(Body::Tagged { cases, .. }) => cases.iter().flat_map(|case| &case.fields).any(|field| holds(client, &field.of, name, above)),
        _ => false,
    };
    above.pop();
    found
}

fn write_tagged(page: &mut Page, name: &str, tag: &str, words: &[&str]) {
    page.open(format!("public enum {name}: Codable, Sendable {{"));
    for word in words {
        page.line(format!("case {}({name}{})", escaped(&camel(word)), pascal(word)));
    }
    page.line("/// One of a later release.");
    page.line("case unknown(JSONValue)");
    page.blank();
    page.line(format!("private enum CodingKeys: String, CodingKey {{ case {} }}", escaped(tag)));
    page.blank();
    page.open("public init(from decoder: Decoder) throws {");
    page.line(format!("let word = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .{})", escaped(tag)));
    page.line("switch word {");
    words.iter().for_each(|word| {
        page.line(format!("case {}: self = .{}(try {name}{}(from: decoder))", quoted(word), escaped(&camel(word)), pascal(word)));
    });
    page.line("default: self = .unknown(try JSONValue(from: decoder))");
    page.line("}");
    page.close("}");
    page.blank();
    page.open("public func encode(to encoder: Encoder) throws {");
    page.line("switch self {");
    for word in words {
        page.open(format!("case .{}(let value):", escaped(&camel(word))));
        page.line("var container = encoder.container(keyedBy: CodingKeys.self)");
        page.line(format!("try container.encode({}, forKey: .{})", quoted(word), escaped(tag)));
        page.line("try value.encode(to: encoder)");
        page.end();
    }
    page.line("case .unknown(let value): try value.encode(to: encoder)");
    page.line("}");
    page.close("}");
    page.close("}");
}

fn write_property(page: &mut Page, field: &Field) {
    page.comment("///", &field.doc);
    let optional = if field.required && !field.nullable { "" } else { "?" };
    page.line(format!("public let {}: {}{optional}", escaped(&camel(&field.name)), type_of(&field.of)));
}

/// The names on the wire, where a record has others.
fn write_keys(page: &mut Page, fields: &[&Field]) {
    if fields.iter().all(|field| camel(&field.name) == field.name) {
        return;
    }
    page.blank();
    page.open("private enum CodingKeys: String, CodingKey {");
    fields.iter().for_each(|field| page.line(format!("case {} = {}", escaped(&camel(&field.name)), quoted(&field.name))));
    page.close("}");
}

fn type_of(of: &Type) -> String {
    match of {
        Type::Text(_) => "String".to_owned(),
        Type::Integer => "Int64".to_owned(),
        Type::Truth => "Bool".to_owned(),
        Type::Any => "JSONValue".to_owned(),
        Type::List(item) => format!("[{}]", type_of(item)),
        Type::Map(value) => format!("[String: {}]", type_of(value)),
        Type::Named(name) => name.clone(),
    }
}

fn escaped(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("`{name}`") } else { name.to_owned() }
}

fn class_of(noun: &str) -> String {
    pascal(noun) + "Operations"
}

fn write_noun(page: &mut Page, noun: &Noun) {
    page.blank();
    page.comment("///", &format!("The operations of `{}`.", noun.name));
    page.open(format!("public struct {}: Sendable {{", class_of(&noun.name)));
    page.line("let caller: Caller");
    for call in &noun.calls {
        page.blank();
        write_call(page, call);
    }
    page.close("}");
}

fn write_call(page: &mut Page, call: &Call) {
    let output = type_of(&call.output);
    let output = if call.has_receipt() { format!("Receipt<{output}>") } else { output };
    let options = call.options();
    let arguments = call.arguments.iter().map(|field| (camel(&field.name), flat(&field.doc)));
    let all = arguments.chain(options.iter().map(|option| (camel(option.name), option.doc.to_owned())));
    let tags: String = all.map(|(name, doc)| format!("\n- Parameter {name}: {doc}")).collect();
    page.comment("///", &format!("{}\n{tags}\n- Throws: `LoyaltyError` when the library refuses.", call.doc));
    let arguments = call.arguments.iter().map(parameter);
    let all: Vec<String> =
        arguments.chain(options.iter().map(|option| format!("{}: {}", camel(option.name), option_type(option.kind)))).collect();
    if all.is_empty() {
        page.open(format!("public func {}() throws -> {output} {{", escaped(&camel(&call.verb))));
    } else {
        page.open(format!("public func {}(", escaped(&camel(&call.verb))));
        page.lines(&all.join(",\n"));
        page.end();
        page.open(format!(") throws -> {output} {{"));
    }
    let variable = if call.arguments.is_empty() && options.is_empty() { "let" } else { "var" };
    page.line(format!("{variable} request = Request({})", quoted(&call.wire)));
    for field in &call.arguments {
        page.line(format!("request.{}({}, {})", putting(field), quoted(&field.name), escaped(&camel(&field.name))));
    }
    for option in &options {
        page.line(format!("request.option({}, {})", quoted(option.name), camel(option.name)));
    }
    page.line("return try caller.call(request)");
    page.close("}");
}

/// The method that adds an argument to a request.
fn putting(field: &Field) -> &'static str {
    match (field.required, field.can_be_absent_or_null()) {
        (true, _) => "put",
        (false, true) => "putGiven",
        (false, false) => "putOptional",
    }
}

fn parameter(field: &Field) -> String {
    let (name, of) = (camel(&field.name), type_of(&field.of));
    match (field.required, field.nullable) {
        (true, true) if field.of != Type::Any => format!("{name}: {of}?"),
        (true, _) => format!("{name}: {of}"),
        (false, true) => format!("{name}: Given<{of}> = .absent"),
        (false, false) => format!("{name}: {of}? = nil"),
    }
}

fn option_type(kind: OptionKind) -> &'static str {
    match kind {
        OptionKind::Text => "String? = nil",
        OptionKind::Integer => "Int64? = nil",
        OptionKind::Mark => "Bool = false",
    }
}

fn write_client(page: &mut Page, client: &Client) {
    page.blank();
    page.comment("///", "The operations as one actor may call them. Made by `Engine.acting`.");
    page.open("public struct Client: Sendable {");
    for noun in &client.nouns {
        page.line(format!("/// The operations of `{}`.", noun.name));
        page.line(format!("public let {}: {}", escaped(&camel(&noun.name)), class_of(&noun.name)));
    }
    page.blank();
    page.open("init(caller: Caller) {");
    for noun in &client.nouns {
        page.line(format!("{} = {}(caller: caller)", escaped(&camel(&noun.name)), class_of(&noun.name)));
    }
    page.close("}");
    page.close("}");
}
