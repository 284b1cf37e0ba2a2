//! Canaries: planted by the catalogue's own schemas, so that a new field is covered by itself; and the search for them.

use std::cell::Cell;

use loyalty_core::catalogue::CATALOGUE;
use loyalty_core::customer::CUSTOMER;
use loyalty_core::record::Root;
use loyalty_core::repository::{Read, Repository, Row, Scan, Table, Value as Column};
use loyalty_core::schema::TABLES;
use serde_json::{Map, Value, json};

/// Every canary begins so, whatever is folded.
pub const WORD: &str = "kanary";
/// In phone numbers, which are compared by digits.
const DIGITS: &str = "9990001";

/// Types of free text: what is planted in them is built from the word and a number.
const FREE: &[&str] = &["Line", "Line2", "Text", "LongText", "Email", "Phone", "Token"];

/// So begin the program's names of what a person has: they must vanish with the person, and stay in the program.
const OF_PROGRAM: &str = "chosen-";

/// The day of the year of every date and instant that must vanish. Nothing else falls on it.
const DAY: &str = "07-19";
/// The day on which the person was born.
pub const BORN: &str = "1913-07-19";
/// When the person did something, or something is to come.
const MOMENT: &str = "2026-07-19T03:33:33Z";
const ZONE: &str = "Pacific/Chatham";
pub const COUNTRY: &str = "BV";
pub const LAST_FOUR: &str = "8642";

/// Texts with a form of their own that say something of a person, and so must vanish: type, field, and what is planted where a request leaves it
/// open. Where nothing is, requests that state it state a canary.
const PERSONAL: &[(&str, &str, Option<&str>)] = &[
    ("Date", "birth_date", Some(BORN)),
    ("Zone", "time_zone", Some(ZONE)),
    ("Country", "country", Some(COUNTRY)),
    ("LastFour", "last_four", Some(LAST_FOUR)),
    ("Timestamp", "logged_in_at", Some(MOMENT)),
    ("Timestamp", "started_at", Some(MOMENT)),
    ("Timestamp", "changed_at", Some(MOMENT)),
    ("Timestamp", "next_payment_at", Some("2027-07-19T03:33:33Z")),
    ("Timestamp", "added_at", Some(MOMENT)),
    ("Id", "sku", Some("kanary-sku")),
    // What was dropped leaves no id behind either.
    ("Id", "address", None),
    ("Id", "payment_method", None),
    ("Id", "address.add.id", None),
    ("Id", "payment_method.save.id", None),
    ("Id", "subscription.record.id", None),
    ("Id", "ticket.create.id", None),
    ("Ref", "ticket", None),
    ("Slug", "group", None),
    ("Slug", "status", None),
];

/// Texts with a form of their own that stay, by their type and field (all of the type where none is named), and why.
const STAYS: &[(&str, &[&str], &str)] = &[
    ("CustomerId", &[], "the opaque id under which the books still balance"),
    ("Quantity", &[], "amounts are what the books are made of"),
    ("Date", &["valid_through"], "when value lapses that stays in the books"),
    ("Timestamp", &["effective_at", "expires_at", "ending_after", "ending_before"], "when value begins and lapses that stays in the books"),
    ("Timestamp", &["created_at"], "the id is kept with its dates and states"),
    ("Timestamp", &["placed_at"], "orders stay with their amounts, dates and shares"),
    ("Id", &["number", "master_number", "order"], "orders stay with their amounts, under the shop's numbers"),
    ("Id", &["order.record.lines.id", "order.refund.lines.line"], "a late refund needs lines and amounts"),
    ("Id", &["order.record.payments.id", "payment", "refund"], "a late refund or payment finds what it is of"),
    ("Id", &["gift_card"], "a card goes on paying for whoever holds it"),
    ("Id", &["approval"], "the library numbered it"),
    ("Ref", &["entry", "hold", "holds", "points", "reward.remove.id"], "the library numbered it, below the opaque id"),
    ("Slug", &["type"], "the point type of what stays in the books"),
    ("Slug", &["reward", "card", "system"], "the program's name of something that many have"),
];

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
            let planted = formed(type_name.as_deref().unwrap_or_default(), name, &place);
            if let Some(present) = object.get_mut(name) {
                let is_silent = planted.is_some()
                    && present.as_str().is_some_and(|text| !sings(&format!("\"{text}\"")) && !text.starts_with(OF_PROGRAM));
                assert!(!is_silent, "{place} is {present}; state a canary, it must vanish");
                self.fill(types, &of, present, &place);
            } else if let Some(planted) = planted {
                object.extend(planted.map(|text| (name.clone(), json!(text))));
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
    let is_formed = PERSONAL.iter().map(|row| row.0).chain(STAYS.iter().map(|row| row.0)).any(|formed| formed == name);
    assert!(FREE.contains(&name.as_str()) || is_formed, "is a text of the type {name} free? say so in tests/erasure/canary.rs");
    FREE.contains(&name.as_str())
}

/// What is planted in a field of a text with a form of its own; nothing where it stays.
///
/// # Panics
/// When it stands in neither list.
fn formed(type_name: &str, field: &str, place: &str) -> Option<Option<&'static str>> {
    let is_here = |name: &str| name == field || name == place;
    let personal = PERSONAL.iter().find(|(of, name, _)| *of == type_name && is_here(name)).map(|row| row.2);
    let stays = STAYS.iter().any(|(of, names, _)| *of == type_name && (names.is_empty() || names.iter().any(|name| is_here(name))));
    let is_formed = PERSONAL.iter().any(|row| row.0 == type_name) || STAYS.iter().any(|row| row.0 == type_name);
    assert!(!is_formed || stays != personal.is_some(), "does {place} ({type_name}) vanish or stay? say so in tests/erasure/canary.rs");
    personal
}

/// Whether a text has a canary in it.
pub fn sings(text: &str) -> bool {
    let text = text.to_lowercase();
    // Whatever is so short stands alone, in quotes, which are escaped where JSON stands in JSON.
    let alone = |short: &str| ["\"", "\\\""].iter().any(|quote| text.contains(&format!("\"{}{quote}", short.to_lowercase())));
    [WORD, DIGITS, DAY, &ZONE.to_lowercase()].iter().any(|long| text.contains(long)) || alone(COUNTRY) || alone(LAST_FOUR)
}

/// The tables in which canaries are, each with the first row that has one. What the program names is looked for where it says something of somebody
/// who is erased, or of `anybody`.
pub fn found(repository: &dyn Repository, anybody: bool) -> Vec<(&'static str, String)> {
    let all = |table| all(repository, table);
    let state = CUSTOMER.column("state").unwrap();
    let living = all(&CUSTOMER).into_iter().filter(|row| *row.value(state) != Column::Bytes(b"deleted".to_vec()));
    let mut others: Vec<Column> = living.filter(|_| !anybody).map(|row| row.value(0).clone()).collect();
    others.push(Column::from(&Root::program()));
    let has_chosen = |row: &Row, text: &str| !others.contains(row.value(0)) && text.to_lowercase().contains(OF_PROGRAM);
    let mut found = Vec::new();
    for table in TABLES {
        let texts = all(table).into_iter().map(|row| (text(&row), row));
        found.extend(texts.filter(|(text, row)| sings(text) || has_chosen(row, text)).map(|(text, _)| (table.name, text)).next());
    }
    found
}

/// What was planted in texts with a form of their own, and is seen in no row.
pub fn unseen(repository: &dyn Repository) -> Vec<&'static str> {
    let texts: Vec<String> =
        TABLES.iter().flat_map(|table| all(repository, table)).map(|row| text(&row)).filter(|text| sings(text)).collect();
    let is_unseen = |planted: &&str| !texts.iter().any(|text| text.contains(planted.trim_end_matches('Z')));
    PERSONAL.iter().filter_map(|row| row.2).filter(is_unseen).collect()
}

fn all(repository: &dyn Repository, table: &'static Table) -> Vec<Row> {
    repository.read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap().remove(0)
}

fn text(row: &Row) -> String {
    let value = |value: &Column| match value {
        Column::Text(text) => text.clone(),
        Column::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        // An instant is a number of microseconds.
        Column::Int(number) if *number > 1_000_000_000_000_000 || *number < 0 => {
            chrono::DateTime::from_timestamp_micros(*number).map_or_else(String::new, |at| at.to_rfc3339())
        }
        Column::Int(number) => number.to_string(),
        Column::Null => String::new(),
    };
    row.values.iter().map(value).chain([row.body.clone()]).collect::<Vec<_>>().join("\u{1f}")
}
