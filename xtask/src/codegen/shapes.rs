//! How types are written on the reference page.

use serde_json::{Map, Value};

use super::cell;

const DEFS: &str = "#/$defs/";

/// A type in a few words, with links to the types of the page.
pub fn type_of(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|target| target.strip_prefix(DEFS)) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(value) = schema.get("const") {
        return format!("`{value}`");
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[key].as_array() {
            let choices: Vec<String> = choices.iter().filter(|choice| choice["type"] != "null").map(type_of).collect();
            return choices.join(" or ");
        }
    }
    if let Some(values) = schema["enum"].as_array() {
        return values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ");
    }
    match name_of_type(schema) {
        "array" => format!("list of {}", type_of(&schema["items"])),
        "object" => object(schema),
        "" => "any JSON".to_owned(),
        "integer" => "whole number".to_owned(),
        "boolean" => "true or false".to_owned(),
        "string" => "text".to_owned(),
        other => other.to_owned(),
    }
}

/// The name of the type; of a type that may also be null, the other.
fn name_of_type(schema: &Value) -> &str {
    match &schema["type"] {
        Value::String(name) => name,
        Value::Array(names) => names.iter().filter_map(Value::as_str).find(|name| *name != "null").unwrap_or_default(),
        _ => "",
    }
}

fn object(schema: &Value) -> String {
    if let Some(fields) = schema["properties"].as_object() {
        let fields: Vec<String> = fields.iter().map(|(name, field)| format!("`{name}`: {}", type_of(field))).collect();
        return format!("{{ {} }}", fields.join(", "));
    }
    match schema.get("additionalProperties") {
        Some(values) if values.is_object() => format!("object of {}", type_of(values)),
        _ => "object".to_owned(),
    }
}

/// The table of an object's fields: those that must be given first, in the order of their declaration; then the others.
pub fn fields(schema: &Value, first_column: &str) -> String {
    let empty = Map::new();
    let properties = schema["properties"].as_object().unwrap_or(&empty);
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let optional = properties.keys().map(String::as_str).filter(|name| !required.contains(name));
    let rows = required.iter().copied().chain(optional).map(|name| {
        let field = &properties[name];
        let need = if required.contains(&name) { "always" } else { "" };
        format!("| `{name}` | {} | {need} | {} |\n", cell(&type_of(field)), cell(field["description"].as_str().unwrap_or_default()))
    });
    let rows: String = rows.collect();
    if rows.is_empty() { "None.\n".to_owned() } else { format!("| {first_column} | type | given | what |\n|---|---|---|---|\n{rows}") }
}

/// A type of the page: what it is, and its fields or choices.
pub fn definition(name: &str, schema: &Value) -> String {
    let what = schema["description"].as_str().unwrap_or_default();
    let body = match schema["oneOf"].as_array() {
        Some(choices) => choices.iter().map(choice).collect(),
        None if schema["properties"].is_object() => fields(schema, "field"),
        None if schema["enum"].is_array() => format!("{}\n", type_of(schema)),
        None => String::new(),
    };
    format!("### {name}\n\n{what}\n\n{body}\n").replace("\n\n\n", "\n\n")
}

fn choice(schema: &Value) -> String {
    let what = schema["description"].as_str().map(|what| format!(": {}", cell(what))).unwrap_or_default();
    format!("- {}{what}\n", type_of(schema))
}

/// Whether a type is a plain value, which a row of one table describes.
pub fn is_plain(schema: &Value) -> bool {
    !schema["properties"].is_object() && !schema["oneOf"].is_array() && !schema["enum"].is_array()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn types_are_written_in_words() {
        let optional = json!({ "anyOf": [{ "$ref": "#/$defs/Slug" }, { "type": "null" }] });
        assert_eq!(type_of(&optional), "[Slug](#slug)");
        assert_eq!(type_of(&json!({ "type": ["array", "null"], "items": { "type": "integer" } })), "list of whole number");
        assert_eq!(type_of(&json!({ "type": "object", "additionalProperties": { "type": "boolean" } })), "object of true or false");
    }

    #[test]
    fn what_must_be_given_stands_first() {
        let table = fields(
            &json!({ "properties": { "a": { "type": "string" }, "b": { "type": "string", "description": "x | y" } }, "required": ["b"] }),
            "argument",
        );
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(rows, ["| `b` | text | always | x \\| y |", "| `a` | text |  |  |"]);
    }
}
