//! The Kotlin client: answers are classes over their JSON; what may be left out of a call is said in a block behind it.
//!
//! A block knows what was given, null included, without wrapping every value; and a new argument changes no signature.

use super::naming::{camel, pascal, quoted, upper};
use super::page::{Page, flat};
use super::{Body, Call, CallKind, Client, Field, Noun, Shape, Type, headline};

const KEYWORDS: &[&str] = &[
    "as",
    "break",
    "class",
    "continue",
    "do",
    "else",
    "false",
    "for",
    "fun",
    "if",
    "in",
    "interface",
    "is",
    "null",
    "object",
    "package",
    "return",
    "super",
    "this",
    "throw",
    "true",
    "try",
    "typealias",
    "typeof",
    "val",
    "var",
    "when",
    "while",
];

/// The file.
pub fn file() -> String {
    let client = Client::of_catalogue();
    let mut page = Page::new("    ");
    page.line(format!("// {}", headline()));
    page.lines("\npackage loyalty\n\nimport com.google.gson.JsonElement\nimport com.google.gson.JsonObject");
    for shape in &client.shapes {
        write_shape(&mut page, &client, shape);
    }
    page.blank();
    page.block_comment("What a command answers: its own result, and what it did to the books.");
    page.open("class Receipt<T>(json: JsonObject, read: (JsonElement) -> T) : Answer(json) {");
    page.line("/** The operation's own answer. */");
    page.line("val result: T = required(\"result\", read)");
    client.receipt.iter().for_each(|field| write_property(&mut page, &client, field));
    page.close("}");
    for noun in &client.nouns {
        noun.calls.iter().for_each(|call| write_arguments(&mut page, call));
        write_noun(&mut page, &client, noun);
    }
    write_client(&mut page, &client);
    page.finish()
}

fn write_shape(page: &mut Page, client: &Client, shape: &Shape) {
    let Shape { name, doc, body, asked, answered, .. } = shape;
    assert!(matches!(body, Body::Text | Body::Words(_)) || asked != answered, "{name} is asked and answered: it needs both forms");
    if matches!(body, Body::Text) {
        return;
    }
    page.blank();
    page.block_comment(doc);
    match body {
        Body::Text => {}
        Body::Words(words) => write_words(page, name, words),
        Body::Record(fields) if *asked => write_asked(page, name, fields),
        Body::Record(fields) => {
            page.open(format!("class {name}(json: JsonObject) : Answer(json) {{"));
            fields.iter().for_each(|field| write_property(page, client, field));
            page.close("}");
        }
        Body::Tagged { tag, cases } => {
            assert!(!asked, "{name}: a tagged type cannot be asked yet");
            page.open(format!("sealed class {name}(json: JsonObject) : Answer(json) {{"));
            for case in cases {
                page.block_comment(&case.doc);
                page.open(format!("class {}(json: JsonObject) : {name}(json) {{", pascal(&case.word)));
                case.fields.iter().for_each(|field| write_property(page, client, field));
                page.close("}");
                page.blank();
            }
            page.line("/** One of a later release. */");
            page.line(format!("class Unknown(json: JsonObject) : {name}(json)"));
            page.blank();
            page.open("internal companion object {");
            page.open(format!("fun of(json: JsonObject): {name} = when (json.get({})?.asString) {{", quoted(tag)));
            cases.iter().for_each(|case| page.line(format!("{} -> {}(json)", quoted(&case.word), pascal(&case.word))));
            page.line("else -> Unknown(json)");
            page.close("}");
            page.close("}");
            page.close("}");
        }
    }
}

fn write_words(page: &mut Page, name: &str, words: &[(String, String)]) {
    page.open(format!("enum class {name}(override val wire: String) : Word {{"));
    for (word, doc) in words {
        assert_ne!(word, "unknown", "{name}: this word is kept for those of later releases");
        page.block_comment(doc);
        page.line(format!("{}({}),", upper(word), quoted(word)));
    }
    page.line("/** A word of a later release. */");
    page.line("UNKNOWN(\"\");");
    page.blank();
    page.open("internal companion object {");
    page.line(format!("fun of(wire: String): {name} = entries.firstOrNull {{ it.wire == wire }} ?: UNKNOWN"));
    page.close("}");
    page.close("}");
}

/// A property of an answer.
fn write_property(page: &mut Page, client: &Client, field: &Field) {
    page.block_comment(&field.doc);
    let read = format!("({}) {{ {} }}", quoted(&field.name), read(client, &field.of, "it"));
    let (name, of) = (name_of(field), type_of(&field.of));
    page.line(match (field.required && (!field.nullable || field.of == Type::Any), &field.of) {
        (true, _) => format!("val {name}: {of} get() = required{read}"),
        (false, Type::List(_)) if !field.nullable => format!("val {name}: {of} get() = optional{read}.orEmpty()"),
        (false, _) => format!("val {name}: {of}? get() = optional{read}"),
    });
}

/// How a value is read from its JSON.
fn read(client: &Client, of: &Type, from: &str) -> String {
    match of {
        Type::Text(_) => format!("{from}.asString"),
        Type::Integer => format!("{from}.asLong"),
        Type::Truth => format!("{from}.asBoolean"),
        Type::Any => from.to_owned(),
        Type::List(item) => format!("{from}.asJsonArray.map {{ item -> {} }}", read(client, item, "item")),
        Type::Map(value) => {
            format!("{from}.asJsonObject.entrySet().associate {{ (key, value) -> key to {} }}", read(client, value, "value"))
        }
        Type::Named(name) => match client.shape(name).body {
            Body::Words(_) => format!("{name}.of({from}.asString)"),
            Body::Tagged { .. } => format!("{name}.of({from}.asJsonObject)"),
            _ => format!("{name}({from}.asJsonObject)"),
        },
    }
}

fn type_of(of: &Type) -> String {
    match of {
        Type::Text(_) => "String".to_owned(),
        Type::Integer => "Long".to_owned(),
        Type::Truth => "Boolean".to_owned(),
        Type::Any => "JsonElement".to_owned(),
        Type::List(item) => format!("List<{}>", type_of(item)),
        Type::Map(value) => format!("Map<String, {}>", type_of(value)),
        Type::Named(name) => name.clone(),
    }
}

fn name_of(field: &Field) -> String {
    let name = camel(&field.name);
    assert_ne!(name, "json", "every answer has a name `json` already");
    escaped(&name)
}

fn escaped(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("`{name}`") } else { name.to_owned() }
}

fn parameter(field: &Field) -> String {
    format!("{}: {}{}", name_of(field), type_of(&field.of), if field.nullable && field.of != Type::Any { "?" } else { "" })
}

/// A record that is asked: what must be given stands in front, the rest in a block.
fn write_asked(page: &mut Page, name: &str, fields: &[Field]) {
    let (required, optional): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.required);
    let mut parameters: Vec<String> = required.iter().map(|field| parameter(field)).collect();
    parameters.push(format!("more: {name}.() -> Unit = {{}}"));
    page.open(format!("class {name}({}) : Arguments() {{", parameters.join(", ")));
    optional.into_iter().for_each(|field| write_variable(page, field));
    page.open("init {");
    required.iter().for_each(|field| page.line(format!("this[{}] = {}", quoted(&field.name), name_of(field))));
    page.line("more()");
    page.close("}");
    page.close("}");
}

/// A variable of a block.
fn write_variable(page: &mut Page, field: &Field) {
    page.block_comment(&field.doc);
    let kind = if field.nullable { "given" } else { "optional" };
    page.line(format!("var {}: {}? by {kind}({})", name_of(field), type_of(&field.of), quoted(&field.name)));
    page.blank();
}

/// The class of the block behind a call; none where nothing can be left out.
fn block_of(call: &Call) -> Option<String> {
    if call.arguments.iter().any(|field| !field.required) {
        return Some(pascal(&call.wire) + "Arguments");
    }
    match call.kind {
        CallKind::Query => None,
        kind => Some(base_of(kind).to_owned()),
    }
}

fn base_of(kind: CallKind) -> &'static str {
    match kind {
        CallKind::Query => "Arguments",
        CallKind::Command => "CommandArguments",
        CallKind::Batch => "BatchArguments",
    }
}

fn write_arguments(page: &mut Page, call: &Call) {
    let optional: Vec<&Field> = call.arguments.iter().filter(|field| !field.required).collect();
    if optional.is_empty() {
        return;
    }
    page.blank();
    page.block_comment(&format!("What may be given to `{}` beside what must be.", call.wire));
    page.open(format!("class {}Arguments internal constructor() : {}() {{", pascal(&call.wire), base_of(call.kind)));
    optional.into_iter().for_each(|field| write_variable(page, field));
    page.close("}");
}

fn class_of(noun: &str) -> String {
    pascal(noun) + "Operations"
}

fn write_noun(page: &mut Page, client: &Client, noun: &Noun) {
    page.blank();
    page.block_comment(&format!("The operations of `{}`.", noun.name));
    page.open(format!("class {} internal constructor(private val caller: Caller) {{", class_of(&noun.name)));
    for (index, call) in noun.calls.iter().enumerate() {
        if index > 0 {
            page.blank();
        }
        write_call(page, client, call);
    }
    page.close("}");
}

fn write_call(page: &mut Page, client: &Client, call: &Call) {
    let required: Vec<&Field> = call.arguments.iter().filter(|field| field.required).collect();
    let block = block_of(call);
    let mut tags: String = required.iter().map(|field| format!("\n@param {} {}", camel(&field.name), flat(&field.doc))).collect();
    if block.is_some() {
        tags += "\n@param more what may be given beside";
    }
    page.block_comment(&format!("{}\n{tags}\n@throws LoyaltyError when the library refuses", call.doc));
    let mut parameters: Vec<String> = required.iter().map(|field| parameter(field)).collect();
    parameters.extend(block.iter().map(|block| format!("more: {block}.() -> Unit = {{}}")));
    let output = type_of(&call.output);
    let output = if call.has_receipt() { format!("Receipt<{output}>") } else { output };
    page.open(format!("fun {}({}): {output} {{", escaped(&camel(&call.verb)), parameters.join(", ")));
    page.line(format!("val arguments = {}()", block.as_deref().unwrap_or("Arguments")));
    required.iter().for_each(|field| page.line(format!("arguments[{}] = {}", quoted(&field.name), name_of(field))));
    if block.is_some() {
        page.line("arguments.more()");
    }
    page.line(format!("val answer = caller.call({}, arguments)", quoted(&call.wire)));
    page.line(match call.has_receipt() {
        true => format!("return Receipt(answer.asJsonObject) {{ {} }}", read(client, &call.output, "it")),
        false => format!("return {}", read(client, &call.output, "answer")),
    });
    page.close("}");
}

fn write_client(page: &mut Page, client: &Client) {
    page.blank();
    page.block_comment("The operations as one actor may call them. Made by [Engine.acting].");
    page.open("class Client internal constructor(caller: Caller) {");
    for noun in &client.nouns {
        page.line(format!("/** The operations of `{}`. */", noun.name));
        page.line(format!("val {} = {}(caller)", escaped(&camel(&noun.name)), class_of(&noun.name)));
    }
    page.close("}");
}
