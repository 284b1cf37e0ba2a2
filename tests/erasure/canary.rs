//! Canaries: planted by the catalogue's own schemas, so that a new field is covered by itself; and the search for them.

use std::cell::Cell;

use loyalty_core::catalogue::CATALOGUE;
use loyalty_core::repository::{Read, Repository, Row, Scan, Value as Column};
use loyalty_core::schema::TABLES;
use serde_json::{Map, Value, json};

/// Every canary begins so, whatever is folded.
pub const WORD: &str = "kanary";
/// In phone numbers, which are compared by digits.
const DIGITS: &str = "9990001";

/// Types of free text: what is planted in them is built from the word and a number.
const FREE: &[&str] = &["Line", "Line2", "Text", "LongText", "Email", "Phone", "Token"];
/// Types of texts that are ids of the host or the program, or follow a form of their own.
const FORMED: &[&str] = &["Id", "Slug", "CustomerId", "Ref", "Timestamp", "Date", "Quantity", "Zone", "Country", "LastFour"];

/// Plants canaries in requests.
#[derive(Default)]
pub struct Planter {
    planted: Cell<u32>,
}

impl Planter {
    /// The next canary, with where it stands.
    pub fn word(&self, place: &str) -> String {
        self.planted.set(self.planted.get() + 1);
        format!("{WORD}{:04} {place}", self.planted.get())
    }

    /// Fills every field of free text that the request leaves open.
    ///
    /// # Panics
    /// When the schema has a type of text that is in neither list above.
    pub fn plant(&self, op: &str, args: &mut Value) {
        let operation = CATALOGUE.iter().find(|operation| operation.name == op).unwrap();
        let schema = json!((operation.arguments)());
        self.fill(&schema["$defs"], &schema, args, op);
    }

    fn fill(&self, types: &Value, schema: &Value, value: &mut Value, place: &str) {
        let schema = resolved(types, schema).1;
        if let (Some(fields), Some(object)) = (schema["properties"].as_object(), value.as_object_mut()) {
            self.fill_object(types, fields, object, place);
        }
        if let Some(items) = value.as_array_mut() {
            items.iter_mut().for_each(|item| self.fill(types, &schema["items"], item, place));
        }
    }

    fn fill_object(&self, types: &Value, fields: &Map<String, Value>, object: &mut Map<String, Value>, place: &str) {
        for (name, schema) in fields {
            let place = format!("{place}.{name}");
            let (type_name, of) = resolved(types, schema);
            if let Some(present) = object.get_mut(name) {
                self.fill(types, &of, present, &place);
            } else if of["type"] == "array" && is_free(types, &of["items"]) {
                object.insert(name.clone(), json!([self.word(&place)]));
            } else if is_free(types, schema) {
                object.insert(name.clone(), json!(self.of_type(type_name.as_deref().unwrap_or_default(), name, &place)));
            }
        }
    }

    fn of_type(&self, type_name: &str, field: &str, place: &str) -> String {
        let word = self.word(place);
        let number = self.planted.get();
        match (type_name, field) {
            ("Email", _) => format!("{WORD}{number:04}@example.com"),
            ("Phone", _) => format!("+{DIGITS}{number:04}"),
            (_, "link") => format!("/{WORD}{number:04}"),
            (_, "locale") => format!("{WORD}-{number:04}"),
            _ => word,
        }
    }
}

/// A schema with its references followed, and the name of the last of them.
fn resolved(types: &Value, schema: &Value) -> (Option<String>, Value) {
    let options = schema["anyOf"].as_array();
    let some = options.and_then(|options| options.iter().find(|option| option["type"] != "null"));
    let schema = some.unwrap_or(schema);
    match schema["$ref"].as_str() {
        Some(path) => {
            let name = path.rsplit('/').next().unwrap().to_owned();
            let (deeper, of) = resolved(types, &types[&name]);
            (deeper.or(Some(name)), of)
        }
        None => (None, schema.clone()),
    }
}

fn is_free(types: &Value, schema: &Value) -> bool {
    let (name, of) = resolved(types, schema);
    let Some(name) = name.filter(|_| of["type"] == "string" && of.get("enum").is_none() && of.get("const").is_none()) else { return false };
    assert!(
        FREE.contains(&name.as_str()) || FORMED.contains(&name.as_str()),
        "is a text of the type {name} free? say so in tests/erasure/canary.rs"
    );
    FREE.contains(&name.as_str())
}

/// Whether a text has a canary in it.
pub fn sings(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains(WORD) || text.contains(DIGITS)
}

/// The tables in which canaries are, each with the first row that has one.
pub fn found(repository: &dyn Repository) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for table in TABLES {
        let rows = repository.read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap().remove(0);
        found.extend(rows.iter().map(text).find(|text| sings(text)).map(|text| (table.name, text)));
    }
    found
}

fn text(row: &Row) -> String {
    let value = |value: &Column| match value {
        Column::Text(text) => text.clone(),
        Column::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Column::Int(number) => number.to_string(),
        Column::Null => String::new(),
    };
    row.values.iter().map(value).chain([row.body.clone()]).collect::<Vec<_>>().join("\u{1f}")
}
