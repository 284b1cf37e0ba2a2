//! What becomes of the points that paid for an order when it is refunded, and of bonuses (rules O4, O8).

use serde_json::json;

use crate::shop::{Shop, number};

/// Ann has 40 points that end on February 1 and pays half of an order with 30 of them on January 10; on February 10 the order is given back.
fn given_back(earning: serde_json::Value) -> (Shop, serde_json::Value) {
    let mut shop = Shop::with(json!({ "expiry": { "policy": "days", "days": 100 } }), json!({ "earning": earning }));
    shop.earn_until(40, "2026-02-01");
    shop.on("2026-01-10");
    shop.done("points.hold", json!({ "customer": "ann", "type": "points", "amount": "30" }));
    for amount in ["10", "20"] {
        shop.done("points.capture", json!({ "customer": "ann", "hold": "ann/points/h1", "amount": amount }));
    }
    let payments = json!([
        { "id": "points", "amount": "30", "status": "paid", "points": "ann/points/h1" }, { "id": "card", "amount": "30", "status": "paid" }
    ]);
    shop.done(
        "order.record",
        json!({ "customer": "ann", "number": "o-1", "placed_at": "2026-01-10T00:00:00Z", "currency": "USD",
            "lines": [{ "quantity": "2", "unit_price": "30" }], "payments": payments }),
    );
    shop.on("2026-02-10");
    let half = json!({ "customer": "ann", "number": "o-1", "refund": "r-1", "lines": [{ "line": "1", "quantity": "1" }] });
    let back = shop.done("order.refund", half)["result"]["given_back"].clone();
    shop.done("order.cancel", json!({ "customer": "ann", "number": "o-1" }));
    (shop, back)
}

// rules L9, O4
#[test]
fn points_that_paid_return_as_the_program_says() {
    for (earning, half, active) in [
        (json!({ "spent_points": "none" }), 0, 0),
        (json!({}), 15, 0),
        (json!({ "spent_points": "own_lots_with_grace", "spent_points_grace_days": 5 }), 15, 30),
        (json!({ "spent_points": "new_lot" }), 15, 30),
    ] {
        let (mut shop, back) = given_back(earning.clone());
        let back: i64 = back.as_array().unwrap().iter().map(|back| number(&back["amount"])).sum();
        assert_eq!(back, half, "{earning}: half of them with half of the order");
        assert_eq!(shop.balance()[0], active, "{earning}");
        shop.on("2026-02-15");
        let lives_on = earning["spent_points"] == json!("new_lot");
        assert_eq!(shop.balance()[0], if lives_on { 30 } else { 0 }, "{earning}: to the end of their grace, or as new ones do");
    }
}

// rule O8
#[test]
fn bonuses_are_given_once_to_a_person() {
    let bonuses = json!([
        { "id": "welcome", "type": "points", "points": "100", "on": "enrolled" },
        { "id": "first", "type": "points", "points": "10", "on": "first_order" }
    ]);
    let mut shop = Shop::with(json!({}), json!({ "earning": { "when": "placed", "bonuses": bonuses } }));
    assert_eq!(shop.balance()[0], 100);
    shop.act("membership.unenroll");
    shop.act("membership.enroll");
    assert_eq!(shop.balance()[0], 100, "welcome once");
    let order = |number: &str| json!({ "customer": "ann", "number": number, "placed_at": "2026-01-01T00:00:00Z", "currency": "USD", "lines": [{ "unit_price": "5" }] });
    shop.done("order.record", order("o-1"));
    shop.done("order.record", order("o-2"));
    assert_eq!(shop.balance()[0], 110, "one first order");
    shop.done("order.cancel", json!({ "customer": "ann", "number": "o-1" }));
    assert_eq!(shop.balance()[0], 100, "it goes back with its order");
    shop.done("order.record", order("o-3"));
    assert_eq!(shop.balance()[0], 100, "and never comes again");
}
