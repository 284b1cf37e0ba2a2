//! Holds: captured, released and timed out while lots end beside them.

use serde_json::json;

use crate::shop::{Shop, lot};

// rule L8
#[test]
fn captures_never_add_up_to_more_than_was_authorized() {
    let mut shop = Shop::new(json!({}));
    shop.earn(100);
    shop.hold(50, 1);
    for _ in 0..5 {
        shop.done("points.capture", Shop::of_hold(1, 10));
    }
    assert_eq!(shop.refused("points.capture", Shop::of_hold(1, 1)), "already_used");
    assert_eq!(shop.refused("points.release", Shop::of_hold(1, 1)), "already_used");
    assert_eq!((shop.balance(), shop.lifetime()), ([50, 0, 0, 0], [100, 0, 50, 0]));
}

// rules L3, L8
#[test]
fn a_capture_takes_what_ends_first_and_a_release_gives_back_what_ends_last() {
    let mut shop = Shop::new(json!({}));
    shop.earn(30);
    shop.earn_until(30, "2026-03-01");
    shop.earn_until(30, "2026-02-01");
    shop.hold(80, 1);
    shop.done("points.release", Shop::of_hold(1, 25));
    let (march, never) = ("2026-03-01", lot(1, 30, "active", "never"));
    assert_eq!(shop.lots(), [lot(3, 30, "held", "2026-02-01"), lot(2, 5, "active", march), lot(2, 25, "held", march), never.clone()]);
    shop.done("points.capture", Shop::of_hold(1, 40));
    assert_eq!(shop.lots(), [lot(2, 5, "active", march), lot(2, 15, "held", march), never]);
}

// rules L4, L8
#[test]
fn held_points_do_not_lapse_and_those_released_late_lapse_at_that_instant() {
    let mut shop = Shop::new(json!({}));
    shop.earn_until(100, "2026-02-01");
    shop.hold(60, 60);
    shop.at("2026-02-03T04:05:06Z");
    assert_eq!(shop.balance(), [0, 0, 60, 0]);
    shop.done("points.release", Shop::of_hold(1, 20));
    assert_eq!(shop.balance(), [0, 0, 40, 0]);
    let ends: Vec<String> = shop.journal().into_iter().filter(|line| line.0 == "expire").map(|line| line.3).collect();
    assert_eq!(ends, ["2026-02-01T00:00:00Z", "2026-02-03T04:05:06Z"]);
}

// rule L8
#[test]
fn what_a_hold_gives_back_when_its_time_is_over_lapses_then() {
    let mut shop = Shop::new(json!({}));
    shop.earn_until(50, "2026-01-05");
    shop.earn_until(50, "2026-01-20");
    shop.hold(100, 10);
    // The hold ends on January 11: by then one lot has ended, the other ends later by itself.
    shop.on("2026-02-01");
    assert_eq!(shop.balance(), [0, 0, 0, 0]);
    let lapses: Vec<(i64, String)> = shop.journal().into_iter().filter(|line| line.0 == "expire").map(|line| (line.1, line.3)).collect();
    assert_eq!(lapses, [(-50, "2026-01-11T00:00:00Z".to_owned()), (-50, "2026-01-20T00:00:00Z".to_owned())]);
    assert_eq!(shop.refused("points.capture", Shop::of_hold(1, 1)), "already_used");
}

// rules L7, L8
#[test]
fn pending_points_are_not_set_aside() {
    let mut shop = Shop::new(json!({ "activation_days": 5 }));
    shop.earn(50);
    shop.adjust(10);
    let args = json!({ "customer": "ann", "type": "points", "amount": "11" });
    assert_eq!(shop.refused("points.hold", args), "insufficient_balance");
    shop.hold(10, 1);
    assert_eq!(shop.balance(), [0, 50, 10, 0]);
}

// rules L8, T13
#[test]
fn one_open_basket_takes_nothing_from_another_customer_or_twice() {
    let mut shop = Shop::new(json!({}));
    shop.earn(100);
    shop.hold(60, 1);
    shop.hold(40, 1);
    assert_eq!(shop.refused("points.spend", json!({ "customer": "ann", "type": "points", "amount": "1" })), "insufficient_balance");
    shop.done("points.capture", Shop::of_hold(2, 40));
    shop.done("points.capture", Shop::of_hold(1, 60));
    assert_eq!((shop.balance(), shop.lifetime()), ([0, 0, 0, 0], [100, 0, 100, 0]));
}

// rules L8, M2
#[test]
fn a_hold_is_settled_after_the_member_has_left() {
    let mut shop = Shop::new(json!({}));
    shop.earn(100);
    shop.hold(60, 1);
    shop.act("membership.unenroll");
    assert_eq!(shop.refused("points.hold", json!({ "customer": "ann", "type": "points", "amount": "1" })), "not_eligible");
    shop.done("points.capture", Shop::of_hold(1, 20));
    shop.done("points.release", Shop::of_hold(1, 40));
    assert_eq!(shop.balance(), [80, 0, 0, 0]);
}
