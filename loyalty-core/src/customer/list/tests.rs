use serde_json::{Value, json};

use super::*;
use crate::address;
use crate::customer::{Create, RecordLogin};
use crate::json::tree;
use crate::unit::tests::Stage;

fn shop() -> Stage {
    let mut stage = Stage::new();
    for (minute, args) in [
        json!({ "id": "c-1", "first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.com", "group": "vip", "gender": "Female" }),
        json!({ "id": "c-2", "first_name": "Zoë", "last_name": "Álvarez", "phone": "+1 (555) 010-99", "birth_date": "1990-05-01" }),
        json!({ "id": "c-3", "email": "bob@example.org", "group": "trade" }),
        json!({ "id": "g-1", "state": "guest", "email": "gus@example.org" }),
    ]
    .into_iter()
    .enumerate()
    {
        stage.at(&format!("2026-11-22T10:0{minute}:00Z"));
        stage.run::<Create>(args).unwrap();
    }
    stage.run::<address::Add>(json!({ "customer": "c-3", "city": "Sankt Pölten", "phone": "02742 123" })).unwrap();
    stage.run::<RecordLogin>(json!({ "customer": "c-2" })).unwrap();
    stage
}

fn ids(stage: &Stage, args: Value) -> Vec<String> {
    let listed = stage.run::<List>(args).unwrap();
    listed.rows.iter().map(|row| row.get("id").and_then(Tree::as_text).unwrap().to_owned()).collect()
}

// rule K6
#[test]
fn the_newest_come_first_and_guests_only_when_asked_for() {
    let stage = shop();
    assert_eq!(ids(&stage, json!({})), ["c-3", "c-2", "c-1"]);
    assert_eq!(ids(&stage, json!({ "guests": true })), ["g-1", "c-3", "c-2", "c-1"]);
    assert_eq!(ids(&stage, json!({ "filter": { "field": "state", "op": "eq", "value": "guest" } })), ["g-1"]);
    let listed = stage.run::<List>(json!({ "guests": true, "columns": ["name", "state"], "limit": 2 })).unwrap();
    assert_eq!(
        json!(tree(&listed.rows)),
        json!([{ "name": null, "state": "guest", "guest": true }, { "name": null, "state": "registered" }])
    );
}

// rule K6
#[test]
fn filters_hold_as_they_say() {
    let stage = shop();
    for (filter, wanted) in [
        (json!({ "field": "group", "op": "eq", "value": "vip" }), vec!["c-1"]),
        (json!({ "field": "group", "op": "ne", "value": "vip" }), vec!["c-3", "c-2"]),
        (json!({ "field": "group", "op": "eq", "value": null }), vec!["c-2"]),
        (json!({ "field": "group", "op": "in", "value": ["vip", null] }), vec!["c-2", "c-1"]),
        (json!({ "field": "name", "op": "contains", "value": "ADA love" }), vec!["c-1"]),
        (json!({ "field": "name", "op": "prefix", "value": "Alva" }), vec!["c-2"]),
        (json!({ "field": "email", "op": "contains", "value": "EXAMPLE.org" }), vec!["c-3"]),
        (json!({ "field": "phone", "op": "prefix", "value": "+1-555" }), vec!["c-2"]),
        (json!({ "field": "id", "op": "gt", "value": "c-1" }), vec!["c-3", "c-2"]),
        (json!({ "field": "id", "op": "prefix", "value": "c" }), vec!["c-3", "c-2", "c-1"]),
        (json!({ "field": "gender", "op": "eq", "value": "female" }), vec!["c-1"]),
        (json!({ "field": "birth_date", "op": "lt", "value": "1991-01-01" }), vec!["c-2"]),
        (json!({ "field": "created_at", "op": "ge", "value": "2026-11-22T11:01:00+01:00" }), vec!["c-3", "c-2"]),
        (json!({ "field": "last_login_at", "op": "ne", "value": null }), vec!["c-2"]),
        (json!({ "field": "newsletter", "op": "eq", "value": true }), vec![]),
        (
            json!({ "not": { "or": [{ "field": "group", "op": "eq", "value": "vip" }, { "field": "blacklisted", "op": "eq", "value": true }] } }),
            vec!["c-3", "c-2"],
        ),
    ] {
        assert_eq!(ids(&stage, json!({ "filter": filter })), wanted, "{filter}");
    }
}

// rule K6
#[test]
fn the_search_box_finds_every_word_anywhere() {
    let stage = shop();
    for (search, wanted) in [
        ("lovelace ADA", vec!["c-1"]),
        ("love ada@", vec!["c-1"]),
        ("alvarez", vec!["c-2"]),
        ("+1 (555)", vec!["c-2"]),
        ("010-99", vec!["c-2"]),
        ("POLTEN", vec!["c-3"]),
        ("02742-123", vec!["c-3"]),
        ("c-3", vec!["c-3"]),
        ("  ", vec!["c-3", "c-2", "c-1"]),
        ("ada bob", vec![]),
    ] {
        assert_eq!(ids(&stage, json!({ "search": search })), wanted, "{search}");
    }
}

// rule K6
#[test]
fn pages_neither_skip_nor_repeat_in_any_order() {
    let stage = shop();
    for sort in ["id", "email", "name", "group", "last_login_at", "newsletter", "created_at"] {
        for descending in [false, true] {
            let query = json!({ "sort": sort, "descending": descending, "guests": true, "limit": 1 });
            let (mut seen, mut query) = (Vec::new(), query);
            loop {
                let page = stage.run::<List>(query.clone()).unwrap();
                seen.extend(page.rows.iter().map(|row| row.get("id").unwrap().clone()));
                let Some(next) = page.next else { break };
                query["cursor"] = json!(next);
            }
            let whole = ids(&stage, json!({ "sort": sort, "descending": descending, "guests": true }));
            assert_eq!(json!(seen), json!(whole), "{sort}");
            assert_eq!(seen.len(), 4, "{sort}");
        }
    }
    assert_eq!(ids(&stage, json!({ "sort": "name" })), ["c-3", "c-2", "c-1"]);
}

// rule K6
#[test]
fn what_does_not_fit_is_refused_with_its_path() {
    let stage = shop();
    let next = stage.run::<List>(json!({ "limit": 1 })).unwrap().next.unwrap();
    for (args, path) in [
        (json!({ "limit": 0 }), "args.limit"),
        (json!({ "limit": 501 }), "args.limit"),
        (json!({ "columns": ["id", "shoe_size"] }), "args.columns[1]"),
        (json!({ "sort": "shoe_size" }), "args.sort"),
        (json!({ "cursor": next, "sort": "email" }), "args.cursor"),
        (json!({ "filter": { "and": [{ "field": "state", "op": "lt", "value": "guest" }] } }), "args.filter.and[0].op"),
    ] {
        assert_eq!(stage.refusal::<List>(args), format!("invalid_request {path}"));
    }
}

// rule K6
#[test]
fn a_column_is_named_once() {
    let twice = json!({ "columns": ["id", "name", "id"] });
    assert_eq!(shop().refusal::<List>(twice), "invalid_request args.columns[2]");
}
