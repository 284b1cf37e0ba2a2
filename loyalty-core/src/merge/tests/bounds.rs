//! What a merge does not take at once is refused whole.

use serde_json::json;

use super::Shop;
use crate::limits::{FORMER_MAX, MERGED_CARDS_MAX, MERGED_ROWS_MAX};

/// Of what a merge moves, as many as may be go from ada to bob; one more of eve's does not, and nothing has happened then.
fn is_bound(limit: &str, allowed: usize, record: impl Fn(&Shop, &str, usize)) {
    let shop = Shop::new(&["ada", "bob", "eve"]);
    let money = json!({ "point_types": [{ "id": "credit", "kind": "money", "places": 2, "currency": "USD" }], "currencies": { "USD": 2 } });
    shop.ok("program.set", json!({ "program": money }));
    (0..allowed).for_each(|number| record(&shop, "ada", number));
    (0..=allowed).for_each(|number| record(&shop, "eve", number));
    refuses(&shop, "eve", limit, allowed);
    shop.merge("bob", "ada");
}

fn refuses(shop: &Shop, source: &str, limit: &str, allowed: usize) {
    let done = || ["bob", source].map(|id| shop.ok("audit.list", json!({ "customer": id })));
    let before = done();
    let answer = shop.ask(&json!({ "op": "merge.apply", "args": { "survivor": "bob", "source": source } }));
    let details = &answer["error"]["details"];
    assert_eq!((&details["limit"], &details["allowed"]), (&json!(limit), &json!(allowed.to_string())), "{answer}");
    assert_eq!(done(), before);
}

// rules G6, G10
#[test]
fn more_gift_cards_than_a_merge_moves_are_refused() {
    is_bound("gift cards that move at once", MERGED_CARDS_MAX, |shop, id, number| {
        let card = json!({ "gift_card": format!("{id}-{number}"), "customer": id, "type": "credit", "amount": "5" });
        shop.ok("gift_card.issue", card);
    });
}

// rules G6, G10
#[test]
fn more_records_than_a_merge_moves_are_refused() {
    is_bound("subscriptions that move at once", MERGED_ROWS_MAX, |shop, id, number| {
        shop.ok("subscription.record", json!({ "customer": id, "id": format!("{id}-{number}"), "status": "active" }));
    });
}

// rules G8, G10
#[test]
fn more_accounts_in_one_than_are_taken_are_refused() {
    let shop = Shop::new(&["bob"]);
    for number in 0..=FORMER_MAX {
        shop.ok("customer.create", json!({ "id": format!("guest-{number}"), "state": "guest" }));
    }
    (0..FORMER_MAX).for_each(|number| drop(shop.merge("bob", &format!("guest-{number}"))));
    refuses(&shop, &format!("guest-{FORMER_MAX}"), "accounts in one", FORMER_MAX);
}
