//! One change to a valid request, and what its schema says about it.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Any JSON value: small, large, nested, odd.
pub fn any_json() -> impl Strategy<Value = Value> {
    let odd = [
        "",
        " ",
        "0",
        "-0",
        "1e3",
        "1,000",
        "NaN",
        "９",
        "\u{0}",
        "\u{202e}",
        "a\u{301}",
        "../..",
        "c/points/h1",
        "2026-02-30",
        "2026-13-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "0000-01-01T00:00:00Z",
        "99999999999999999999",
        "-9007199254740993",
        "0.000000001",
        "points",
        "c",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop_oneof![Just(0_i64), Just(-1), Just(1), Just(i64::from(u32::MAX)), Just(36_501), Just(501)].prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(odd.to_vec()).prop_map(Value::from),
        (1..3_000_usize).prop_map(|length| Value::from("x".repeat(length))),
        (1..40_usize).prop_map(|length| Value::from("9".repeat(length))),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::hash_map(any::<String>(), inner, 0..5)
                .prop_map(|fields| Value::from(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// A change to the arguments of a request.
#[derive(Clone, Debug)]
pub enum Change {
    /// The node at this position (of all nodes below the arguments) becomes another value.
    Set(usize, Value),
    /// It goes away.
    Remove(usize),
    /// The object at this position (of all objects) gets a field that nobody knows.
    Unknown(usize),
}

pub fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => (any::<usize>(), any_json()).prop_map(|(position, value)| Change::Set(position, value)),
        1 => any::<usize>().prop_map(Change::Remove),
        1 => any::<usize>().prop_map(Change::Unknown),
    ]
}

/// What a change did: the path it touched, below `args`, and whether the schema forbids it.
#[derive(Debug)]
pub struct Touched {
    pub path: String,
    pub forbidden: bool,
}

/// Applies a change; nothing where there is nothing to change.
pub fn apply(args: &mut Value, schema: &Value, change: &Change) -> Option<Touched> {
    let mut nodes = Vec::new();
    paths(args, "", &mut nodes);
    match change {
        Change::Set(position, value) => {
            let (pointer, path) = nodes.get(position.checked_rem(nodes.len())?)?.clone();
            let touched = Touched { forbidden: !fits(schema, at(schema, &pointer)?, value), path };
            *args.pointer_mut(&pointer)? = value.clone();
            Some(touched)
        }
        Change::Remove(position) => {
            let (pointer, path) = nodes.get(position.checked_rem(nodes.len())?)?.clone();
            let (parent, name) = pointer.rsplit_once('/')?;
            let required =
                at(schema, parent).and_then(|parent| parent["required"].as_array()).is_some_and(|names| names.contains(&json!(name)));
            args.pointer_mut(parent)?.as_object_mut()?.remove(name)?;
            Some(Touched { path, forbidden: required })
        }
        Change::Unknown(position) => {
            nodes.push((String::new(), String::new()));
            nodes.retain(|(pointer, _)| {
                args.pointer(pointer).is_some_and(Value::is_object)
                    && at(schema, pointer).is_some_and(|node| node["additionalProperties"] == json!(false))
            });
            let (pointer, path) = nodes.get(position.checked_rem(nodes.len())?)?.clone();
            args.pointer_mut(&pointer)?["nobody_knows"] = json!(1);
            Some(Touched { path: format!("{path}.nobody_knows"), forbidden: true })
        }
    }
}

/// Every node below a value: as a JSON pointer, and as error messages write it.
fn paths(value: &Value, below: &str, found: &mut Vec<(String, String)>) {
    fn walk(value: &Value, pointer: &str, path: &str, found: &mut Vec<(String, String)>) {
        let children: Vec<(String, String, &Value)> = match value {
            Value::Object(fields) => {
                fields.iter().map(|(name, value)| (format!("{pointer}/{name}"), format!("{path}.{name}"), value)).collect()
            }
            Value::Array(items) => {
                items.iter().enumerate().map(|(i, value)| (format!("{pointer}/{i}"), format!("{path}[{i}]"), value)).collect()
            }
            _ => Vec::new(),
        };
        for (pointer, path, value) in children {
            found.push((pointer.clone(), path.clone()));
            walk(value, &pointer, &path, found);
        }
    }
    walk(value, below, below, found);
}

/// The schema of the node at a pointer. Beyond what is described anything goes.
fn at<'s>(whole: &'s Value, pointer: &str) -> Option<&'s Value> {
    static ANYTHING: Value = Value::Bool(true);
    let mut node = resolve(whole, whole);
    for name in pointer.split('/').skip(1) {
        let places = alternatives(whole, node);
        let next = places
            .iter()
            .find_map(|node| node["properties"].get(name).or_else(|| node.get("items").filter(|_| name.parse::<usize>().is_ok())));
        node = next.map_or(&ANYTHING, |next| resolve(whole, next));
    }
    alternatives(whole, node).into_iter().find(|node| node.get("properties").is_some()).or(Some(node))
}

fn resolve<'s>(whole: &'s Value, node: &'s Value) -> &'s Value {
    match node["$ref"].as_str() {
        Some(name) => resolve(whole, whole.pointer(name.trim_start_matches('#')).unwrap()),
        None => node,
    }
}

/// A node and what it may be instead.
fn alternatives<'s>(whole: &'s Value, node: &'s Value) -> Vec<&'s Value> {
    let node = resolve(whole, node);
    let others = ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|name| node[name].as_array()).flatten();
    let mut all = vec![node];
    all.extend(others.flat_map(|other| alternatives(whole, other)));
    all
}

/// Whether a value has a type, and of a list of words one, that a schema allows. Says yes where the schema does not say.
fn fits(whole: &Value, node: &Value, value: &Value) -> bool {
    let node = resolve(whole, node);
    if let Some(others) = node["anyOf"].as_array().or(node["oneOf"].as_array()) {
        return others.iter().any(|other| fits(whole, other, value));
    }
    if let Some(words) = node["enum"].as_array() {
        return words.contains(value);
    }
    if let Some(word) = node.get("const") {
        return word == value;
    }
    let name = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let negative = value.as_f64().is_some_and(|value| value < 0.0) && node["minimum"] == json!(0);
    let allowed = |kind: &Value| kind == name || (kind == "number" && name == "integer");
    match &node["type"] {
        Value::Null => true,
        Value::Array(kinds) => !negative && kinds.iter().any(allowed),
        kind => !negative && allowed(kind),
    }
}
