//! `docs/operations.md`: the reference of all operations.

use loyalty_core::catalogue::{CATALOGUE, Described};
use loyalty_core::operation::Kind;
use serde_json::Value;

use super::examples::{Examples, laid_out};
use super::{cell, heading, schema, shapes};

/// The page.
pub fn page() -> String {
    let (document, examples) = (schema::merged(), Examples::read());
    let mut page = heading("Operations", "loyalty-core/src/catalogue.rs and tests/golden");
    page += "Every call takes two values: a *request*, which may come from a browser, and a *context*, which only the host's trusted code writes.\n\
        Each operation below names its arguments (`args` of the request) and what it answers. A **query** or a **batch** answers with exactly that; a\n\
        **command** answers with a [receipt](#receipt) whose `result` it is. The right to an operation is its own name. What can go wrong is listed in\n\
        [errors](errors.md), all bounds in [limits](limits.md). The examples are lines of the golden scenarios and are replayed by a test.\n\n";
    page += &contents();
    page += &request(&document);
    let mut noun = "";
    for operation in CATALOGUE {
        let of = operation.name.split('.').next().unwrap_or_default();
        if of != noun {
            noun = of;
            page += &format!("## {noun}\n\n");
        }
        page += &section(operation, &document["operations"][operation.name], &examples);
    }
    page + &types(&document)
}

fn contents() -> String {
    let mut nouns: Vec<(&str, Vec<String>)> = Vec::new();
    for operation in CATALOGUE {
        let (noun, verb) = operation.name.split_once('.').unwrap_or((operation.name, ""));
        let link = format!("[{verb}](#{})", operation.name.replace('.', ""));
        match nouns.last_mut().filter(|(last, _)| *last == noun) {
            Some((_, links)) => links.push(link),
            None => nouns.push((noun, vec![link])),
        }
    }
    let rows: String = nouns.iter().map(|(noun, links)| format!("| {noun} | {} |\n", links.join(", "))).collect();
    format!("| noun | operations |\n|---|---|\n{rows}\n")
}

fn request(document: &Value) -> String {
    format!(
        "## Request, context, answer\n\n\
        | field of the request | what |\n|---|---|\n\
        | `op` | the operation |\n\
        | `args` | its arguments |\n\
        | `idempotency_key` | commands only: the same key with the same content gets the first receipt again, and nothing is done twice |\n\
        | `if_version` | commands that edit one record: refuse when it is at another version |\n\
        | `preview` | commands and batches: run without committing; the receipt of a command has a `plan` |\n\
        | `plan` | commands only: the token of a preview: do exactly that, or be refused |\n\n\
        The answer is `{{\"ok\": …}}` or `{{\"error\": {{\"code\", \"message\", \"retry\", \"details\"}}}}`. Clients ignore fields they do not know.\n\n\
        ### Context\n\n{}\n### Receipt\n\n{}\n",
        shapes::fields(&document["context"], "field"),
        shapes::fields(&document["receipt"], "field"),
    )
}

fn section(operation: &Described, schema: &Value, examples: &Examples) -> String {
    let name = operation.name;
    let (arguments, output) = (&schema["arguments"], &schema["output"]);
    let what = arguments["description"].as_str().unwrap_or_default();
    let answer = if operation.kind == Kind::Command { "Result (in the receipt)" } else { "Answer" };
    let body = if output["properties"].is_object() { shapes::fields(output, "field") } else { format!("{}\n", shapes::type_of(output)) };
    let mut text = format!(
        "### {name}\n\n*{}*\n\n{what}\n\n**Arguments**\n\n{}\n**{answer}**\n\n{body}\n",
        operation.kind.name(),
        shapes::fields(arguments, "argument")
    );
    if let Some((story, line)) = examples.of_operation(name) {
        let link = format!("[{}](../tests/golden/{})", story.name, story.name);
        text += &format!("**Example** from {link}: {}\n\n", line.does);
        text += &format!("```json\n{}\n```\n\n```json\n{}\n```\n\n", laid_out(&line.request), laid_out(&line.answer));
    }
    text
}

fn types(document: &Value) -> String {
    let mut text = "## Types\n\nPlain values; all but numbers and truth values are JSON strings.\n\n".to_owned();
    let definitions = document["$defs"].as_object().cloned().unwrap_or_default();
    let (plain, shaped): (Vec<_>, Vec<_>) = definitions.iter().partition(|(_, schema)| shapes::is_plain(schema));
    text += "| type | what |\n|---|---|\n";
    for (name, schema) in plain {
        text +=
            &format!("| <a id=\"{}\"></a>{name} | {} |\n", name.to_lowercase(), cell(schema["description"].as_str().unwrap_or_default()));
    }
    text.push('\n');
    for (name, schema) in shaped {
        text += &shapes::definition(name, schema);
    }
    text.trim_end().to_owned() + "\n"
}
