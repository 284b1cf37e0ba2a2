//! The JSON Schema of all operations in one document: what typed clients are generated from.
//!
//! Each operation describes its own types; here those that are the same share one definition. Two types with one name get the noun of the
//! operation in front, and so does a record that is both asked for and answered: clients write the one and read the other.

use std::collections::BTreeMap;

use loyalty_core::catalogue::CATALOGUE;
use loyalty_core::context::Context;
use loyalty_core::receipt::Receipt;
use schemars::schema_for;
use serde_json::{Map, Value, json};

use super::COMMAND;

const DEFS: &str = "#/$defs/";

/// What comes in.
const ASKED: &str = "asked";
/// What goes out.
const ANSWERED: &str = "answered";

/// The document as text.
pub fn document() -> String {
    serde_json::to_string_pretty(&merged()).expect("JSON can be written") + "\n"
}

/// The document: `operations` by name, each with kind, arguments and output, and `$defs`.
pub fn merged() -> Value {
    let mut shared = Shared::default();
    let mut operations = Map::new();
    for operation in CATALOGUE {
        let noun = operation.name.split('.').next().unwrap_or_default();
        let entry = json!({
            "kind": operation.kind.name(),
            "right": operation.name,
            "arguments": shared.add(noun, (operation.arguments)().to_value(), ASKED),
            "output": shared.add(noun, (operation.output)().to_value(), ANSWERED),
        });
        operations.insert(operation.name.to_owned(), entry);
    }
    json!({
        "$comment": format!("Made by `{COMMAND}` from loyalty-core/src/catalogue.rs. Do not edit."),
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The operations of loyalty",
        "description": "A request names an operation and its arguments; a context says who asks and when. A query or batch answers with the output; a command with a receipt whose `result` is the output.",
        "context": shared.add("context", schema_for!(Context).to_value(), ASKED),
        "receipt": shared.add("receipt", schema_for!(Receipt<Value>).to_value(), ANSWERED),
        "operations": operations,
        "$defs": shared.definitions,
    })
}

/// The definitions that are shared.
#[derive(Default)]
struct Shared {
    definitions: Map<String, Value>,
    /// By final name: everything that the definition says, those it refers to included.
    meanings: BTreeMap<String, String>,
}

impl Shared {
    /// Takes the definitions out of a schema; what is left refers to the shared ones.
    fn add(&mut self, noun: &str, mut schema: Value, side: &str) -> Value {
        let taken = schema.as_object_mut().and_then(|fields| {
            fields.remove("$schema");
            fields.remove("$defs")
        });
        let Some(Value::Object(own)) = taken else { return schema };
        let names: BTreeMap<String, String> = own.keys().map(|name| (name.clone(), self.final_name(noun, name, &own, side))).collect();
        for (name, definition) in &own {
            let target = &names[name];
            self.meanings.insert(target.clone(), on_side(name, &own, side));
            let mut definition = definition.clone();
            rename(&mut definition, &names);
            self.definitions.insert(target.clone(), definition);
        }
        rename(&mut schema, &names);
        schema
    }

    /// The plain name; where it means something else already, with the noun in front.
    fn final_name(&self, noun: &str, name: &str, own: &Map<String, Value>, side: &str) -> String {
        let mine = on_side(name, own, side);
        let is_free = |candidate: &str| self.meanings.get(candidate).is_none_or(|other| *other == mine);
        let mut candidate = name.to_owned();
        while !is_free(&candidate) {
            candidate = format!("{}{candidate}", capitalised(noun));
        }
        candidate
    }
}

/// What a definition means on a side: a record is another thing there, a text or a word is not.
fn on_side(name: &str, own: &Map<String, Value>, side: &str) -> String {
    let side = if own[name]["properties"].is_object() { side } else { "" };
    format!("{side} {}", meaning(name, own, &mut Vec::new()))
}

/// Everything that a definition says, with what it refers to in place of the references.
fn meaning(name: &str, own: &Map<String, Value>, above: &mut Vec<String>) -> String {
    let Some(definition) = own.get(name).filter(|_| !above.iter().any(|other| other == name)) else { return name.to_owned() };
    above.push(name.to_owned());
    let mut text = definition.to_string();
    for reference in references(definition) {
        text += &meaning(&reference, own, above);
    }
    above.pop();
    text
}

fn references(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => {
            let own = fields.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix(DEFS)).map(str::to_owned);
            own.into_iter().chain(fields.values().flat_map(references)).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

fn rename(value: &mut Value, names: &BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(target)) = fields.get_mut("$ref")
                && let Some(name) = target.strip_prefix(DEFS).and_then(|name| names.get(name))
            {
                *target = format!("{DEFS}{name}");
            }
            fields.values_mut().for_each(|value| rename(value, names));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| rename(value, names)),
        _ => {}
    }
}

fn capitalised(noun: &str) -> String {
    noun.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(line: &str) -> Value {
        json!({ "$ref": "#/$defs/Outer", "$defs": {
            "Outer": { "properties": { "line": { "$ref": "#/$defs/Line" } } }, "Line": { "type": line }, "Id": { "type": "string" } } })
    }

    #[test]
    fn types_of_one_name_are_shared_only_when_they_mean_the_same() {
        let mut shared = Shared::default();
        assert_eq!(shared.add("points", schema("string"), ASKED), json!({ "$ref": "#/$defs/Outer" }));
        assert_eq!(shared.add("audit", schema("string"), ASKED), json!({ "$ref": "#/$defs/Outer" }));
        // `Outer` says the same, but what it refers to does not.
        assert_eq!(shared.add("order", schema("object"), ASKED), json!({ "$ref": "#/$defs/OrderOuter" }));
        assert_eq!(shared.definitions.keys().collect::<Vec<_>>(), ["Id", "Line", "OrderLine", "OrderOuter", "Outer"]);
        assert_eq!(shared.definitions["OrderOuter"]["properties"]["line"], json!({ "$ref": "#/$defs/OrderLine" }));
        // A record that is answered too is another for those who read it; its line is the same text.
        assert_eq!(shared.add("list", schema("string"), ANSWERED), json!({ "$ref": "#/$defs/ListOuter" }));
        assert_eq!(shared.definitions["ListOuter"]["properties"]["line"], json!({ "$ref": "#/$defs/Line" }));
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = merged();
        for name in references(&document) {
            assert!(document["$defs"].get(&name).is_some(), "{name}");
        }
        assert_eq!(document["operations"].as_object().unwrap().len(), CATALOGUE.len());
    }
}
