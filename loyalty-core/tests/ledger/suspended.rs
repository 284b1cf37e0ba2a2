//! An account on hold: time stands still for its lots, its holds and what is pending.

use serde_json::json;

use crate::shop::{Shop, lot};

// rules L4, M1
#[test]
fn lots_that_fell_due_regain_the_time_they_had_left_and_others_keep_their_end() {
    let mut shop = Shop::new(json!({}));
    shop.earn_until(10, "2026-01-12");
    shop.earn_until(20, "2026-02-01");
    shop.earn_until(40, "2026-06-01");
    shop.on("2026-01-02");
    shop.act("membership.deactivate");
    shop.on("2026-03-01");
    assert_eq!(shop.balance(), [70, 0, 0, 0]);
    assert_eq!(shop.done("maintenance.run", json!({}))["customers"], 0);
    shop.act("membership.reactivate");
    // 10 days and 30 days were left.
    let lots = [lot(1, 10, "active", "2026-03-11"), lot(2, 20, "active", "2026-03-31"), lot(3, 40, "active", "2026-06-01")];
    assert_eq!(shop.lots(), lots);
    shop.on("2026-03-11");
    assert_eq!(shop.balance(), [60, 0, 0, 0]);
}

// rules L4, L8, M1
#[test]
fn pending_points_and_holds_wait_too() {
    let mut shop = Shop::new(json!({ "activation_days": 5 }));
    shop.adjust(100);
    shop.earn(30);
    shop.hold(60, 10);
    shop.on("2026-01-03");
    shop.act("membership.deactivate");
    shop.on("2026-02-01");
    assert_eq!(shop.balance(), [40, 30, 60, 0]);
    shop.act("membership.reactivate");
    // The activation day has passed; the hold had eight days left.
    assert_eq!(shop.balance(), [70, 0, 60, 0]);
    shop.at("2026-02-08T23:59:59Z");
    assert_eq!(shop.balance(), [70, 0, 60, 0]);
    shop.on("2026-02-09");
    assert_eq!(shop.balance(), [130, 0, 0, 0]);
}

// rules L8, L9, M2
#[test]
fn what_is_released_or_reversed_meanwhile_waits_with_the_rest_and_nothing_is_due() {
    let mut shop = Shop::new(json!({}));
    shop.earn_until(100, "2026-01-21");
    shop.spend(50);
    shop.hold(50, 30);
    shop.on("2026-01-11");
    shop.act("membership.deactivate");
    shop.on("2026-02-01");
    shop.done("points.release", Shop::of_hold(1, 20));
    shop.done("points.reverse", Shop::of_entry(2, 50));
    assert_eq!(shop.balance(), [70, 0, 30, 0]);
    assert_eq!(shop.done("maintenance.run", json!({})), json!({ "customers": 0, "refused": 0, "more": false }));
    shop.on("2026-03-01");
    shop.act("membership.reactivate");
    assert_eq!(shop.lots(), [lot(1, 70, "active", "2026-03-11"), lot(1, 30, "held", "2026-03-11")]);
}

// rules L8, M1
#[test]
fn a_lot_that_ended_while_held_before_the_suspension_stays_ended() {
    let mut shop = Shop::new(json!({}));
    shop.earn_until(50, "2026-01-05");
    shop.hold(50, 30);
    shop.on("2026-01-10");
    shop.act("membership.deactivate");
    shop.on("2026-02-01");
    shop.done("points.release", Shop::of_hold(1, 20));
    assert_eq!(shop.balance(), [0, 0, 30, 0]);
    shop.act("membership.reactivate");
    shop.done("points.release", Shop::of_hold(1, 30));
    assert_eq!((shop.balance(), shop.lifetime()), ([0, 0, 0, 0], [50, 0, 0, 50]));
}

// rules L5, M1
#[test]
fn the_account_date_waits_as_well() {
    let inactivity = json!({ "policy": "inactivity", "period": "days", "count": 30 });
    let mut shop = Shop::new(json!({ "expiry": inactivity }));
    shop.earn(10);
    shop.on("2026-01-21");
    shop.act("membership.deactivate");
    shop.on("2026-03-01");
    assert_eq!(shop.balance(), [10, 0, 0, 0]);
    shop.act("membership.reactivate");
    shop.at("2026-03-10T23:59:59Z");
    assert_eq!(shop.balance(), [10, 0, 0, 0]);
    shop.on("2026-03-11");
    assert_eq!(shop.balance(), [0, 0, 0, 0]);
}

// rule M1
#[test]
fn one_who_was_suspended_twice_loses_nothing_either_time() {
    let mut shop = Shop::new(json!({}));
    shop.earn_until(10, "2026-01-11");
    for (begin, end) in [("2026-01-02", "2026-02-01"), ("2026-02-03", "2026-03-01")] {
        shop.on(begin);
        shop.act("membership.deactivate");
        shop.on(end);
        shop.act("membership.reactivate");
    }
    // Nine days were left, then seven.
    assert_eq!(shop.lots(), [lot(1, 10, "active", "2026-03-08")]);
}
