//! Every query of the catalogue, asked about somebody.

use loyalty_core::catalogue::CATALOGUE;
use loyalty_core::operation::Kind;
use loyalty_core::repository::Repository;
use serde_json::{Value, json};

use crate::canary::sings;
use crate::shop::Shop;

/// What every query is asked about a person; a query that only names a customer needs no row.
fn asked(name: &str, id: &str) -> Vec<Value> {
    let customer = json!({ "customer": id });
    match name {
        "customer.list" => vec![
            json!({ "guests": true, "filter": { "field": "state", "op": "eq", "value": "deleted" } }),
            json!({ "guests": true, "search": "kanary" }),
            json!({ "guests": true }),
        ],
        "blacklist.check" => vec![customer],
        "order.quote" => vec![json!({ "customer": id, "currency": "USD", "lines": [{ "unit_price": "1" }] })],
        "order.get" => ["o1", "o2", "o3"].map(|order| json!({ "customer": id, "number": format!("{id}-{order}") })).to_vec(),
        "points.explain" => vec![json!({ "customer": id, "entry": format!("{id}/points/1") })],
        "points.expiring" => ["points", "credit"].map(|of| json!({ "customer": id, "type": of })).to_vec(),
        "gift_card.get" => {
            ["card", "gone", "bearer", "given"].map(|card| json!({ "gift_card": format!("{id}-{card}"), "limit": 500 })).to_vec()
        }
        "audit.list" => {
            vec![customer, json!({ "customer": id, "outcome": "refused" }), json!({ "gift_card": format!("{id}-card") }), json!({})]
        }
        "ticket.get" => vec![json!({ "ticket": format!("kanary-t-{id}"), "customer": id })],
        "ticket.list" => vec![customer, json!({})],
        "approval.list" => ["open", "granted", "rejected"].map(|state| json!({ "customer": id, "state": state })).to_vec(),
        "bulk.get" => vec![json!({ "batch": format!("b-{id}") })],
        "customer.export_csv" => vec![json!({ "guests": true })],
        "report.activity" => vec![json!({ "from": "2026-11-01T00:00:00Z", "before": "2026-12-01T00:00:00Z" })],
        "report.liability" | "report.expiring" => vec![json!({})],
        "program.get" => vec![json!({})],
        _ => vec![customer],
    }
}

/// The queries whose answers have a canary in them, with the first such answer of each.
pub fn singing<R: Repository>(shop: &Shop<R>, id: &str) -> Vec<(&'static str, String)> {
    let mut singing = Vec::new();
    for query in CATALOGUE.iter().filter(|operation| operation.kind == Kind::Query) {
        let answers = asked(query.name, id).into_iter().map(|args| (shop.asks(query.name, &args), args));
        for (answer, args) in answers {
            let code = answer["error"]["code"].as_str().unwrap_or_default();
            assert!(code != "invalid_request" && code != "unknown_operation", "{} {args}: {answer}", query.name);
            if sings(&answer.to_string()) && !sings(&args.to_string()) {
                singing.push((query.name, answer.to_string()));
                break;
            }
        }
    }
    // What waits for the host is no query, and must be silent too.
    let taken = shop.asks("outbox.take", &json!({ "limit": 500 }));
    if sings(&taken.to_string()) {
        singing.push(("outbox.take", taken.to_string()));
    }
    singing
}
