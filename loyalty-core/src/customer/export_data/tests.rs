use serde_json::{Value as Json, json};

use super::*;
use crate::customer::{Create, Edit};
use crate::json::tree;
use crate::unit::tests::Stage;
use crate::{address, blacklist, email, membership, points};

fn shop() -> Stage {
    let stage = Stage::new();
    stage.run::<Create>(json!({ "id": "c-1", "first_name": "Ada", "link": "/desk/c-1" })).unwrap();
    stage.run::<membership::Enroll>(json!({ "customer": "c-1", "reason": "asked at the till" })).unwrap();
    stage.run::<address::Add>(json!({ "customer": "c-1", "city": "Wien" })).unwrap();
    stage.run::<email::SetPreferences>(json!({ "customer": "c-1", "newsletter": true, "through": "the till" })).unwrap();
    stage.run::<blacklist::Set>(json!({ "customer": "c-1", "on": true, "reason": "chargebacks" })).unwrap();
    for amount in 1..=3 {
        let args = json!({ "customer": "c-1", "type": "points", "amount": amount.to_string(), "reason": "goodwill", "note": "was rude" });
        stage.run::<points::Adjust>(args).unwrap();
    }
    stage
}

fn export(stage: &Stage, args: Json) -> Json {
    json!(tree(&stage.run::<ExportData>(args).unwrap()))
}

// rules K12, E1
#[test]
fn everything_about_a_customer_is_one_document() {
    let stage = shop();
    let whole = export(&stage, json!({ "customer": "c-1" }));
    let names: Vec<&str> = SECTIONS.iter().map(|part| part.section.name()).collect();
    let data = whole["data"].as_object().unwrap();
    assert!(names.iter().all(|name| data.contains_key(*name)), "{data:?}");
    assert!(SECTIONS.iter().all(|part| json!(tree(&part.section)) == json!(part.section.name())), "the names are those of the wire");
    assert_eq!((&whole["more"], &whole["withheld"]), (&Json::Null, &Json::Null));
    assert_eq!(data["profile"][0]["preferences"]["newsletter"]["through"], "the till");
    assert_eq!(data["entries"][0]["note"], "was rude");
    assert_eq!(data["blacklist"][0]["reason"], "chargebacks");
    assert_eq!(data["membership"][0]["reason"], "asked at the till");
}

// rules K12, W3
#[test]
fn customers_do_not_get_what_is_the_shops() {
    let mut stage = shop();
    stage.program(|program| program["customer_rights"] = json!(["customer.export_data", "points.history", "membership.history"]));
    stage.customer_asks("c-1");
    let own = export(&stage, json!({ "customer": "c-1" }));
    let text = own.to_string();
    for hidden in ["was rude", "chargebacks", "asked at the till", "goodwill", "maria", "/desk"] {
        // Who recorded a decision about mail is part of it.
        let text = if hidden == "maria" { text.replace(r#""by":"maria""#, "") } else { text.clone() };
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
    for withheld in ["blacklist", "messages", "commands", "refused_commands", "orders"] {
        assert!(own["withheld"].as_array().unwrap().contains(&json!(withheld)), "{withheld} is named");
    }
    assert_eq!(own["data"]["entries"].as_array().unwrap().len(), 3);
}

// rule K12
#[test]
fn a_long_section_goes_on_and_skips_and_repeats_nothing() {
    let stage = shop();
    stage.run::<Edit>(json!({ "customer": "c-1", "first_name": "Augusta" })).unwrap();
    let whole = export(&stage, json!({ "customer": "c-1" }));
    let first = export(&stage, json!({ "customer": "c-1", "limit": 1 }));
    let more = |page: &Json, section: &str| {
        let all = page["more"].as_array().cloned().unwrap_or_default();
        all.into_iter().find(|more| more["section"] == section).map(|more| more["cursor"].clone())
    };
    for section in ["entries", "membership", "addresses"] {
        let mut found = first["data"][section].as_array().unwrap().clone();
        let mut next = more(&first, section);
        while let Some(cursor) = next {
            let page = export(&stage, json!({ "customer": "c-1", "section": section, "limit": 1, "cursor": cursor }));
            found.extend(page["data"][section].as_array().unwrap().clone());
            next = more(&page, section);
        }
        assert_eq!(json!(found), whole["data"][section], "{section}");
    }
    for (args, path) in [
        (json!({ "customer": "c-1", "cursor": "[]" }), "args.cursor"),
        (json!({ "customer": "c-1", "cursor": "x", "section": "orders" }), "args.cursor"),
        (json!({ "customer": "c-1", "cursor": "x", "section": "entries" }), "args.cursor"),
        (json!({ "customer": "c-1", "limit": 501 }), "args.limit"),
    ] {
        assert_eq!(stage.refusal::<ExportData>(args), format!("invalid_request {path}"));
    }
}
