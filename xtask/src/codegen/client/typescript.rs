//! The TypeScript client: interfaces as on the wire, request and answer linked by the operation's name.
//!
//! Next to everything in it is a type and gone at run time. What stays is the kind of each operation, and a class for each noun with methods of
//! one line.

use loyalty_core::error::CODES;

use super::naming::{camel, pascal, quoted};
use super::page::{Page, flat};
use super::walk::Side;
use super::{Body, Call, CallKind, Client, Field, Noun, OptionKind, Shape, Type, headline};

/// Words are closed where they are asked, so that a wrong one is an error; answers may hold words of later releases. A `string` beside the known
/// words, even a branded one, would be comparable with each of them: a tagged union could no longer be told apart, and a misspelt word would pass.
/// A text of a form that no word has is none of that, and is text all the same.
const LATER: &str = "
/**
 * A word of a later release: answers may hold some that this one does not know, so leave a branch for it.
 *
 * The form is for the compiler alone, which tells it from the known words by it. At run time it is a word like any other.
 */
export type LaterWord = `a word of a later release: ${string}`;

/** No arguments, or no options. */
export type Nothing = Record<string, never>;
";

/// What the classes stand on.
const CALLS: &str = r#"
/** What follows the name of an operation; the arguments may be left out where none must be given. */
export type CallOf<Name extends keyof Operations> = {} extends Operations[Name]["args"]
  ? [args?: Operations[Name]["args"], options?: Operations[Name]["options"]]
  : [args: Operations[Name]["args"], options?: Operations[Name]["options"]];

class Calls {
  protected readonly caller: Caller;

  constructor(caller: Caller) {
    this.caller = caller;
  }

  protected call<Name extends keyof Operations>(
    operation: Name,
    args?: Operations[Name]["args"],
    options?: Operations[Name]["options"],
  ): Promise<Operations[Name]["answer"]> {
    return this.caller.call(operation, args ?? {}, options ?? {}) as Promise<Operations[Name]["answer"]>;
  }
}
"#;

const EXECUTE: &str = r#"
/**
 * Calls an operation by its name on the wire.
 *
 * @throws {LoyaltyError} when the library refuses
 */
execute<Name extends keyof Operations>(operation: Name, ...[args, options]: CallOf<Name>): Promise<Operations[Name]["answer"]> {
  return this.call(operation, args, options);
}
"#;

/// The file.
pub fn file() -> String {
    let client = Client::of_catalogue();
    let mut page = Page::new("  ");
    page.line(format!("// {}", headline()));
    page.lines("\nimport type { Caller } from \"./runtime.js\";");
    page.lines(LATER);
    let codes: Vec<(String, String)> = CODES.iter().map(|(code, when)| ((*code).to_owned(), (*when).to_owned())).collect();
    write_words(&mut page, "ErrorCode", "What a refusal is called. Later releases may add some.", &codes);
    client.shapes.iter().for_each(|shape| write_shape(&mut page, &client, shape));
    write_receipt(&mut page, &client);
    let calls: Vec<&Call> = client.nouns.iter().flat_map(|noun| &noun.calls).collect();
    calls.iter().for_each(|call| write_arguments(&mut page, &client, call));
    write_options(&mut page, CallKind::Command);
    write_options(&mut page, CallKind::Batch);
    write_operations(&mut page, &client, &calls);
    page.lines(CALLS);
    client.nouns.iter().for_each(|noun| write_noun(&mut page, &client, noun));
    write_client(&mut page, &client);
    page.finish()
}

fn write_shape(page: &mut Page, client: &Client, shape: &Shape) {
    let Shape { name, doc, body, .. } = shape;
    let side = if shape.asked { Side::Asked } else { Side::Answered };
    match body {
        Body::Text => {
            page.blank();
            page.block_comment(doc);
            page.line(format!("export type {name} = string;"));
        }
        Body::Words(words) => write_words(page, name, doc, words),
        Body::Record(fields) => {
            page.blank();
            write_record(page, client, name, doc, fields, None, side);
        }
        Body::Tagged { tag, cases } => {
            let mut names: Vec<String> = Vec::new();
            for case in cases {
                let own = name.clone() + &pascal(&case.word);
                page.blank();
                write_record(page, client, &own, &case.doc, &case.fields, Some((tag, &case.word)), side);
                names.push(own);
            }
            if side == Side::Answered {
                names.push(format!("{{ {tag}: LaterWord }}"));
            }
            page.blank();
            page.block_comment(&format!("{doc}\n\n`{tag}` tells which."));
            page.line(format!("export type {name} = {};", names.join(" | ")));
        }
    }
}

fn write_words(page: &mut Page, name: &str, doc: &str, words: &[(String, String)]) {
    let meaning = |(word, doc): &(String, String)| format!("\n- `{word}`: {}", flat(doc));
    let meanings: String = words.iter().filter(|(_, doc)| !doc.is_empty()).map(meaning).collect();
    page.blank();
    page.block_comment(format!("{doc}\n{meanings}").trim_end());
    page.open(format!("export type {name} ="));
    for (index, (word, _)) in words.iter().enumerate() {
        let end = if index + 1 == words.len() { ";" } else { "" };
        page.line(format!("| {}{end}", quoted(word)));
    }
    page.end();
}

fn write_record(page: &mut Page, client: &Client, name: &str, doc: &str, fields: &[Field], tag: Option<(&str, &str)>, side: Side) {
    page.block_comment(doc);
    page.open(format!("export interface {name} {{"));
    if let Some((tag, word)) = tag {
        page.line(format!("{tag}: {};", quoted(word)));
    }
    fields.iter().for_each(|field| write_field(page, client, field, side));
    page.close("}");
}

fn write_field(page: &mut Page, client: &Client, field: &Field, side: Side) {
    let of = type_of(client, &field.of, side);
    let null = if field.nullable && field.of != Type::Any { " | null" } else { "" };
    page.block_comment(&field.doc);
    page.line(format!("{}{}: {of}{null};", field.name, if field.required { "" } else { "?" }));
}

fn write_receipt(page: &mut Page, client: &Client) {
    page.blank();
    page.block_comment("What a command answers: its own result, and what it did to the books.");
    page.open("export interface Receipt<Result> {");
    page.lines("/** The operation's own answer. */\nresult: Result;");
    client.receipt.iter().for_each(|field| write_field(page, client, field, Side::Answered));
    page.close("}");
}

/// A list that is asked may be one that cannot be changed.
fn type_of(client: &Client, of: &Type, side: Side) -> String {
    match of {
        Type::Text(None) => "string".to_owned(),
        Type::Integer => "number".to_owned(),
        Type::Truth => "boolean".to_owned(),
        Type::Any => "unknown".to_owned(),
        Type::List(item) if side == Side::Asked => format!("ReadonlyArray<{}>", type_of(client, item, side)),
        Type::List(item) => format!("Array<{}>", type_of(client, item, side)),
        Type::Map(value) if side == Side::Asked => format!("Readonly<Record<string, {}>>", type_of(client, value, side)),
        Type::Map(value) => format!("Record<string, {}>", type_of(client, value, side)),
        Type::Named(name) if side == Side::Answered && matches!(client.shape(name).body, Body::Words(_)) => format!("{name} | LaterWord"),
        Type::Text(Some(name)) | Type::Named(name) => name.clone(),
    }
}

fn arguments_of(call: &Call) -> String {
    if call.arguments.is_empty() { "Nothing".to_owned() } else { pascal(&call.wire) + "Arguments" }
}

fn options_of(kind: CallKind) -> &'static str {
    match kind {
        CallKind::Query => "Nothing",
        CallKind::Command => "CommandOptions",
        CallKind::Batch => "BatchOptions",
    }
}

fn word_of(kind: CallKind) -> &'static str {
    match kind {
        CallKind::Query => "query",
        CallKind::Command => "command",
        CallKind::Batch => "batch",
    }
}

fn answer_of(client: &Client, call: &Call) -> String {
    let output = type_of(client, &call.output, Side::Answered);
    if call.has_receipt() { format!("Receipt<{output}>") } else { output }
}

fn write_arguments(page: &mut Page, client: &Client, call: &Call) {
    if !call.arguments.is_empty() {
        page.blank();
        let doc = format!("The arguments of `{}`.", call.wire);
        write_record(page, client, &arguments_of(call), &doc, &call.arguments, None, Side::Asked);
    }
}

fn write_options(page: &mut Page, kind: CallKind) {
    page.blank();
    page.block_comment(&format!("What can be said beside the arguments of a {}.", word_of(kind)));
    page.open(format!("export interface {} {{", options_of(kind)));
    for option in kind.options() {
        let of = match option.kind {
            OptionKind::Text => "string",
            OptionKind::Integer => "number",
            OptionKind::Mark => "boolean",
        };
        page.block_comment(option.doc);
        page.line(format!("{}?: {of};", option.name));
    }
    page.close("}");
}

fn write_operations(page: &mut Page, client: &Client, calls: &[&Call]) {
    page.blank();
    page.block_comment("Every operation by its name on the wire: what it takes and what it answers.");
    page.open("export interface Operations {");
    for call in calls {
        let (arguments, options, answer) = (arguments_of(call), options_of(call.kind), answer_of(client, call));
        page.line(format!("{}: {{ args: {arguments}; options: {options}; answer: {answer} }};", quoted(&call.wire)));
    }
    page.close("}");
    page.blank();
    page.block_comment("What kind each operation is: only commands take idempotency keys, and queries change nothing.");
    page.open("export const KINDS: { readonly [Name in keyof Operations]: \"query\" | \"command\" | \"batch\" } = {");
    for call in calls {
        page.line(format!("{}: {},", quoted(&call.wire), quoted(word_of(call.kind))));
    }
    page.close("};");
}

fn class_of(noun: &str) -> String {
    pascal(noun) + "Operations"
}

fn write_noun(page: &mut Page, client: &Client, noun: &Noun) {
    page.blank();
    page.block_comment(&format!("The operations of `{}`.", noun.name));
    page.open(format!("export class {} extends Calls {{", class_of(&noun.name)));
    for (index, call) in noun.calls.iter().enumerate() {
        if index > 0 {
            page.blank();
        }
        write_call(page, client, call);
    }
    page.close("}");
}

fn write_call(page: &mut Page, client: &Client, call: &Call) {
    page.block_comment(&format!("{}\n\n@throws {{LoyaltyError}} when the library refuses", call.doc));
    let optional = if call.arguments.iter().any(|field| field.required) { "" } else { "?" };
    let mut parameters = format!("args{optional}: {}", arguments_of(call));
    let mut given = "args".to_owned();
    if call.kind != CallKind::Query {
        parameters += &format!(", options?: {}", options_of(call.kind));
        given += ", options";
    }
    page.open(format!("{}({parameters}): Promise<{}> {{", camel(&call.verb), answer_of(client, call)));
    page.line(format!("return this.call({}, {given});", quoted(&call.wire)));
    page.close("}");
}

fn write_client(page: &mut Page, client: &Client) {
    page.blank();
    page.block_comment("The operations as one actor may call them.");
    page.open("export class Client extends Calls {");
    for noun in &client.nouns {
        let class = class_of(&noun.name);
        page.line(format!("/** The operations of `{}`. */", noun.name));
        page.line(format!("readonly {}: {class} = new {class}(this.caller);", camel(&noun.name)));
    }
    page.lines(EXECUTE);
    page.close("}");
}
