//! What time does, and entries that are dated back.

use serde_json::{Value, json};

use crate::shop::{Shop, lot};

fn dated(amount: i64, at: &str) -> Value {
    let mut args = Shop::adjustment(amount);
    args["effective_at"] = json!(format!("{at}T00:00:00Z"));
    args
}

// rule L4
#[test]
fn pending_points_become_active_and_lapse_on_their_days() {
    let mut shop = Shop::new(json!({ "activation_days": 3, "expiry": { "policy": "days", "days": 10 } }));
    shop.at("2026-01-01T23:00:00Z");
    shop.earn(10);
    for (at, balance) in [
        ("2026-01-03T23:59:59.999999Z", [0, 10, 0, 0]),
        ("2026-01-04T00:00:00Z", [10, 0, 0, 0]),
        ("2026-01-10T23:59:59.999999Z", [10, 0, 0, 0]),
        ("2026-01-11T00:00:00Z", [0, 0, 0, 0]),
    ] {
        shop.at(at);
        assert_eq!(shop.balance(), balance, "{at}");
    }
}

// rule L12
#[test]
fn a_credit_dated_back_far_enough_has_lapsed_already() {
    let mut shop = Shop::new(json!({ "expiry": { "policy": "days", "days": 10 } }));
    shop.on("2026-02-01");
    shop.done("points.adjust", dated(50, "2026-01-05"));
    assert_eq!(shop.balance(), [0, 0, 0, 0]);
    let lines = shop.journal();
    assert_eq!(lines[0], ("adjust".into(), 50, 50, "2026-01-05T00:00:00Z".into()));
    assert_eq!(lines[1], ("expire".into(), -50, 0, "2026-01-15T00:00:00Z".into()));
    shop.done("points.adjust", dated(50, "2026-01-25"));
    assert_eq!(shop.lots(), [lot(3, 50, "active", "2026-02-04")]);
}

// rule L12
#[test]
fn a_debit_is_dated_back_to_the_last_debit_or_lapse_and_no_further() {
    let mut shop = Shop::new(json!({}));
    shop.earn(100);
    shop.earn_until(10, "2026-01-20");
    shop.on("2026-01-10");
    shop.done("points.adjust", dated(-10, "2026-01-05"));
    assert_eq!(shop.refused("points.adjust", dated(-10, "2026-01-04")), "invalid_request");
    shop.done("points.adjust", dated(-10, "2026-01-05"));
    shop.earn_until(10, "2026-01-20");
    shop.on("2026-02-01");
    assert_eq!(shop.refused("points.adjust", dated(-10, "2026-01-19")), "invalid_request");
    shop.done("points.adjust", dated(-10, "2026-01-20"));
    assert_eq!(shop.balance(), [80, 0, 0, 0]);
}

// rules L4, L12
#[test]
fn a_debit_dated_back_takes_only_what_counted_then() {
    let mut shop = Shop::new(json!({}));
    shop.earn(30);
    shop.on("2026-01-10");
    shop.earn_until(100, "2026-02-01");
    assert_eq!(shop.refused("points.adjust", dated(-31, "2026-01-09")), "insufficient_balance");
    shop.done("points.adjust", dated(-30, "2026-01-09"));
    assert_eq!(shop.lots(), [lot(2, 100, "active", "2026-02-01")]);
}

// rule L3
#[test]
fn of_lots_that_end_together_the_older_is_spent_first() {
    let mut shop = Shop::new(json!({}));
    shop.on("2026-01-10");
    shop.earn_until(10, "2026-03-01");
    let mut older = dated(10, "2026-01-05");
    older["expires_at"] = json!("2026-03-01T00:00:00Z");
    shop.done("points.adjust", older);
    shop.spend(5);
    assert_eq!(shop.lots(), [lot(2, 5, "active", "2026-03-01"), lot(1, 10, "active", "2026-03-01")]);
}

// rule L12
#[test]
fn the_balance_as_of_a_moment_counts_what_took_effect_by_then() {
    let mut shop = Shop::new(json!({}));
    shop.on("2026-01-10");
    shop.earn(100);
    shop.on("2026-01-20");
    shop.spend(40);
    shop.done("points.adjust", dated(7, "2026-01-05"));
    shop.done("points.adjust", dated(3, "2026-01-15"));
    shop.on("2026-01-30");
    shop.earn(1);
    for (day, total) in
        [("2026-01-04", 0), ("2026-01-05", 7), ("2026-01-10", 107), ("2026-01-15", 110), ("2026-01-20", 70), ("2026-01-30", 71)]
    {
        let args = json!({ "customer": "ann", "as_of": format!("{day}T00:00:00Z") });
        assert_eq!(shop.done("points.balance", args)["as_of"][0]["total"], total.to_string(), "{day}");
    }
}

/// A story in which much falls due, told with a sweep every day or with none.
fn told(sweeps: bool) -> Shop {
    let mut shop = Shop::new(json!({ "activation_days": 2, "debt_floor": "-100" }));
    shop.earn_until(100, "2026-01-12");
    for day in 2..=31 {
        shop.on(&format!("2026-01-{day:02}"));
        if sweeps {
            shop.done("maintenance.run", json!({}));
        }
        match day {
            3 => shop.hold(60, 3),
            5 => shop.adjust(-50),
            7 => shop.earn_until(30, "2026-01-20"),
            14 => shop.adjust(-20),
            15 => shop.earn_until(40, "2026-01-25"),
            _ => {}
        }
    }
    shop
}

// rule L6
#[test]
fn no_answer_about_a_customer_depends_on_the_sweep() {
    let (mut swept, mut unswept) = (told(true), told(false));
    assert_eq!(swept.balance(), unswept.balance());
    assert_eq!(swept.lifetime(), unswept.lifetime());
    assert_eq!(swept.lots(), unswept.lots());
    assert_eq!(swept.journal(), unswept.journal());
    let who = |shop: &mut Shop| -> Vec<Value> {
        let entries = shop.act("points.history")["entries"].clone();
        entries.as_array().unwrap().iter().map(|entry| entry["actor"].clone()).collect()
    };
    assert_eq!(who(&mut swept), who(&mut unswept));
    assert!(who(&mut unswept).contains(&json!("system")));
    // Sweeping once more changes nothing.
    let settled = swept.done("maintenance.run", json!({}));
    assert_eq!(settled["customers"], 0);
}

// rule L6
#[test]
fn a_sweep_settles_everything_that_is_due_and_then_nothing() {
    let mut shop = told(false);
    let before = shop.journal();
    assert_eq!(shop.done("maintenance.run", json!({}))["customers"], 1);
    assert_eq!(shop.done("maintenance.run", json!({}))["customers"], 0);
    assert_eq!(shop.journal(), before);
}

// rule L5
#[test]
fn a_new_policy_moves_no_date_of_a_lot() {
    let mut shop = Shop::new(json!({ "expiry": { "policy": "days", "days": 10 } }));
    shop.earn(10);
    let program = json!({ "point_types": [{ "id": "points", "expiry": { "policy": "never" } }], "time_zone": "Asia/Tokyo" });
    shop.done("program.set", json!({ "program": program }));
    shop.earn(10);
    assert_eq!(shop.lots(), [lot(1, 10, "active", "2026-01-11"), lot(2, 10, "active", "never")]);
}

// rule L11
#[test]
fn what_would_overflow_is_refused_and_changes_nothing() {
    let mut shop = Shop::new(json!({}));
    shop.adjust(9_007_199_254_740_991);
    assert_eq!(shop.refused("points.adjust", Shop::adjustment(1)), "limit_exceeded");
    assert_eq!(shop.refused("points.earn", json!({ "customer": "ann", "type": "points", "amount": "1" })), "limit_exceeded");
    assert_eq!(shop.balance(), [9_007_199_254_740_991, 0, 0, 0]);
    shop.adjust(-9_007_199_254_740_991);
    assert_eq!(shop.balance(), [0, 0, 0, 0]);
}
