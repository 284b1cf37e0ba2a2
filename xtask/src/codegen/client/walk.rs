//! The walk over the schema. What it does not know, it refuses: a client must not be wrong quietly.

use std::collections::{BTreeMap, BTreeSet};

use loyalty_core::catalogue::CATALOGUE;
use serde_json::{Map, Value};

use super::naming::pascal;
use super::{Body, Call, CallKind, Case, Client, Field, Noun, OPTIONS, Shape, Type};

const DEFS: &str = "#/$defs/";

/// Names that the clients' own parts have.
const TAKEN: &[&str] = &[
    "Absent",
    "Actor",
    "Answer",
    "Arguments",
    "BatchOptions",
    "CallOf",
    "Caller",
    "Calls",
    "Client",
    "CommandOptions",
    "Engine",
    "ErrorCode",
    "Given",
    "Host",
    "LaterWord",
    "LoyaltyError",
    "Near",
    "Nothing",
    "Operations",
    "Queue",
    "Receipt",
    "Storage",
    "UNSET",
];

/// On which side of a call a type is met.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// In a request.
    Asked,
    /// In an answer.
    Answered,
}

/// The model of a schema's operations.
pub fn client(document: &Value) -> Client {
    let definitions = document["$defs"].as_object().expect("the schema has definitions");
    let mut walk = Walk { definitions, shapes: BTreeMap::new(), met: BTreeSet::new() };
    let mut nouns: Vec<Noun> = Vec::new();
    for operation in CATALOGUE {
        let (noun, verb) = operation.name.split_once('.').expect("an operation is named noun.verb");
        let call = walk.call(noun, verb, &document["operations"][operation.name]);
        match nouns.last_mut().filter(|last| last.name == noun) {
            Some(last) => last.calls.push(call),
            None => nouns.push(Noun { name: noun.to_owned(), calls: vec![call] }),
        }
    }
    let mut receipt = walk.fields(&document["receipt"], Side::Answered);
    receipt.retain(|field| field.name != "result");
    Client { nouns, shapes: walk.shapes.into_values().collect(), receipt }
}

struct Walk<'a> {
    definitions: &'a Map<String, Value>,
    shapes: BTreeMap<String, Shape>,
    met: BTreeSet<(String, Side)>,
}

impl Walk<'_> {
    fn call(&mut self, noun: &str, verb: &str, schema: &Value) -> Call {
        let wire = format!("{noun}.{verb}");
        let kind = match schema["kind"].as_str() {
            Some("query") => CallKind::Query,
            Some("command") => CallKind::Command,
            Some("batch") => CallKind::Batch,
            other => panic!("{wire} has the kind {other:?}"),
        };
        let arguments = self.fields(&schema["arguments"], Side::Asked);
        for field in &arguments {
            assert!(OPTIONS.iter().all(|option| option.name != field.name), "{wire}: {} is an option of every command", field.name);
        }
        let output = self.output(noun, verb, &schema["output"]);
        Call { wire, verb: verb.to_owned(), doc: doc(&schema["arguments"]), kind, arguments, output }
    }

    /// The type of an output. A record of its own is named after the noun and its title: `PointsPosted`. That stays so, whatever is added.
    fn output(&mut self, noun: &str, verb: &str, schema: &Value) -> Type {
        let Some(title) = schema["title"].as_str().filter(|_| schema["properties"].is_object()) else {
            return self.type_of(schema, Side::Answered).0;
        };
        let mut body = schema.clone();
        body.as_object_mut().expect("a schema with a title is an object").remove("title");
        if self.definitions.get(title).is_some_and(|definition| *definition == body) {
            return self.named(title, Side::Answered);
        }
        let prefix = pascal(noun);
        let name = if title.starts_with(&prefix) { title.to_owned() } else { prefix + title };
        let name = if self.means_other(&name, &body) { pascal(noun) + &pascal(verb) + title } else { name };
        assert!(!self.means_other(&name, &body), "two types are named {name}");
        self.add(&name, &body, Side::Answered);
        Type::Named(name)
    }

    fn means_other(&self, name: &str, body: &Value) -> bool {
        let own = self.shapes.get(name).is_some_and(|shape| shape.source != *body);
        own || self.definitions.contains_key(name)
    }

    fn named(&mut self, name: &str, side: Side) -> Type {
        let definition = &self.definitions[name];
        // The second type of one name within one operation may be the same as the first.
        let plain = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let name = if self.definitions.get(plain) == Some(definition) { plain } else { name };
        self.add(name, definition, side);
        match self.shapes.get(name).map(|shape| &shape.body) {
            Some(Body::Text) => Type::Text(Some(name.to_owned())),
            _ => Type::Named(name.to_owned()),
        }
    }

    /// Reads a named type and everything that it refers to, once for each side.
    fn add(&mut self, name: &str, schema: &Value, side: Side) {
        if !self.met.insert((name.to_owned(), side)) {
            return;
        }
        assert!(!TAKEN.contains(&name), "{name} is a part of the clients");
        let body = self.body(name, schema, side);
        let new = || Shape { name: name.to_owned(), doc: doc(schema), body, asked: false, answered: false, source: schema.clone() };
        let shape = self.shapes.entry(name.to_owned()).or_insert_with(new);
        shape.asked |= side == Side::Asked;
        shape.answered |= side == Side::Answered;
    }

    fn body(&mut self, name: &str, schema: &Value, side: Side) -> Body {
        if schema["properties"].is_object() {
            return Body::Record(self.fields(schema, side));
        }
        if let Some(words) = schema["enum"].as_array() {
            return Body::Words(words.iter().map(|word| (text(word), String::new())).collect());
        }
        if let Some(choices) = schema["oneOf"].as_array() {
            if choices.iter().all(|choice| choice["const"].is_string()) {
                return Body::Words(choices.iter().map(|choice| (text(&choice["const"]), doc(choice))).collect());
            }
            return self.tagged(name, choices, side);
        }
        assert_eq!(schema["type"], "string", "{name} is of a form that no client has yet: {schema}");
        Body::Text
    }

    fn tagged(&mut self, name: &str, choices: &[Value], side: Side) -> Body {
        let tag_of = |choice: &Value| {
            let fields = choice["properties"].as_object()?;
            fields.iter().find(|(_, field)| field["const"].is_string()).map(|(tag, _)| tag.clone())
        };
        let tag = choices.first().and_then(tag_of).unwrap_or_else(|| panic!("{name}: nothing tells its choices apart"));
        let cases = choices.iter().map(|choice| {
            let word = text(&choice["properties"][&tag]["const"]);
            let mut fields = self.fields(choice, side);
            fields.retain(|field| field.name != tag);
            Case { word, doc: doc(choice), fields }
        });
        Body::Tagged { cases: cases.collect(), tag }
    }

    /// The fields of an object: those that must be given first, in the order of their declaration; then the others.
    fn fields(&mut self, schema: &Value, side: Side) -> Vec<Field> {
        let empty = Map::new();
        let properties = schema["properties"].as_object().unwrap_or(&empty);
        let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let optional = properties.keys().map(String::as_str).filter(|name| !required.contains(name));
        let names = required.iter().copied().chain(optional);
        let mut fields = Vec::new();
        for name in names {
            let field = &properties[name];
            let (of, nullable) = if field["const"].is_string() { (Type::Text(None), false) } else { self.type_of(field, side) };
            fields.push(Field { name: name.to_owned(), doc: doc(field), of, required: required.contains(&name), nullable });
        }
        fields
    }

    /// A type, and whether null is allowed beside it.
    fn type_of(&mut self, schema: &Value, side: Side) -> (Type, bool) {
        if let Some(name) = schema["$ref"].as_str() {
            return (self.named(name.strip_prefix(DEFS).expect("a reference within the document"), side), false);
        }
        if let Some([one, null]) = schema["anyOf"].as_array().map(Vec::as_slice) {
            assert_eq!(null["type"], "null", "a choice that no client has yet: {schema}");
            return (self.type_of(one, side).0, true);
        }
        let (name, nullable) = match &schema["type"] {
            Value::Array(names) => {
                (names.iter().find(|name| *name != "null").and_then(Value::as_str), names.iter().any(|name| name == "null"))
            }
            name => (name.as_str(), false),
        };
        let of = match name {
            Some("string") => Type::Text(None),
            Some("integer") => Type::Integer,
            Some("boolean") => Type::Truth,
            Some("array") => Type::List(Box::new(self.type_of(&schema["items"], side).0)),
            Some("object") if schema["additionalProperties"].is_object() => {
                Type::Map(Box::new(self.type_of(&schema["additionalProperties"], side).0))
            }
            Some("object") if schema["additionalProperties"] == true => Type::Map(Box::new(Type::Any)),
            None if is_any(schema) => return (Type::Any, true),
            _ => panic!("a type that no client has yet: {schema}"),
        };
        (of, nullable)
    }
}

/// Whether a schema allows everything.
fn is_any(schema: &Value) -> bool {
    *schema == true || schema.as_object().is_some_and(|fields| fields.keys().all(|key| key == "description"))
}

/// What a schema says about itself, without the links that only Rust's own pages have.
fn doc(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().replace("[`", "`").replace("`]", "`").trim().to_owned()
}

fn text(value: &Value) -> String {
    value.as_str().expect("only texts are told apart").to_owned()
}
