//! Entries taken back, whole, in parts, and when their lots are no longer what they were.

use serde_json::json;

use crate::shop::{Lot, Shop, lot};

/// What stands at the end: balance, lifetime totals, lots.
type End = ([i64; 4], [i64; 4], Vec<Lot>);

/// Reverses an entry in these parts, in a shop of its own, and says what stands at the end.
fn reversed(shop: impl Fn() -> Shop, entry: u64, parts: &[i64]) -> End {
    let mut shop = shop();
    for part in parts {
        shop.done("points.reverse", Shop::of_entry(entry, *part));
    }
    assert_eq!(shop.refused("points.reverse", Shop::of_entry(entry, 1)), "already_used");
    (shop.balance(), shop.lifetime(), shop.lots())
}

const SPLITS: [&[i64]; 5] = [&[100], &[1, 99], &[50, 50], &[30, 30, 40], &[99, 1]];

// rule L9
#[test]
fn a_debit_reversed_in_parts_is_the_debit_reversed_whole() {
    let spent = || {
        let mut shop = Shop::new(json!({}));
        shop.earn_until(40, "2026-03-01");
        shop.earn_until(40, "2026-02-01");
        shop.earn(40);
        shop.spend(100);
        shop
    };
    let whole = vec![lot(2, 40, "active", "2026-02-01"), lot(1, 40, "active", "2026-03-01"), lot(3, 40, "active", "never")];
    for parts in SPLITS {
        assert_eq!(reversed(spent, 4, parts), ([120, 0, 0, 0], [120, 0, 0, 0], whole.clone()), "{parts:?}");
    }
}

// rule L9
#[test]
fn a_credit_reversed_in_parts_is_the_credit_reversed_whole() {
    for (shortfall, end) in [("debt", ([0, 0, 0, 10], [20, 0, 30, 0])), ("forgive", ([0, 0, 0, 0], [30, 0, 30, 0]))] {
        // Of 100, 30 are spent; 20 more are earned, so that 10 are missing in the end.
        let earned = || {
            let mut shop = Shop::new(json!({ "reversal_shortfall": shortfall }));
            shop.earn(100);
            shop.spend(30);
            shop.earn(20);
            shop
        };
        for parts in SPLITS {
            assert_eq!(reversed(earned, 1, parts), (end.0, end.1, Vec::new()), "{shortfall} {parts:?}");
        }
    }
}

// rule L9
#[test]
fn what_has_lapsed_of_a_credit_counts_as_taken_in_any_parts() {
    // Of 100, 30 are spent and 70 lapse; 50 more are earned.
    let lapsed = || {
        let mut shop = Shop::new(json!({ "reversal_shortfall": "debt" }));
        shop.earn_until(100, "2026-02-01");
        shop.spend(30);
        shop.on("2026-02-02");
        shop.earn(50);
        shop
    };
    // 70 lapsed and count; 30 come from the other lot.
    for parts in SPLITS {
        assert_eq!(reversed(lapsed, 1, parts), ([20, 0, 0, 0], [120, 0, 30, 70], vec![lot(4, 20, "active", "never")]), "{parts:?}");
    }
}

// rules L8, L9
#[test]
fn a_hold_is_kept_when_the_credit_behind_it_is_reversed() {
    // What is set aside is owed, whatever the point type says of what is spent.
    for shortfall in ["refuse", "forgive", "debt"] {
        let mut shop = Shop::new(json!({ "reversal_shortfall": shortfall }));
        shop.earn(100);
        shop.hold(60, 1);
        shop.done("points.reverse", Shop::of_entry(1, 100));
        assert_eq!(shop.balance(), [0, 0, 60, 60], "{shortfall}");
        shop.done("points.capture", Shop::of_hold(1, 10));
        // What comes back pays the debt at once.
        shop.done("points.release", Shop::of_hold(1, 50));
        assert_eq!(shop.balance(), [0, 0, 0, 10], "{shortfall}");
    }
}

// rules L4, L9
#[test]
fn a_credit_is_reversed_while_it_is_pending() {
    let mut shop = Shop::new(json!({ "activation_days": 10 }));
    shop.earn(100);
    shop.done("points.reverse", Shop::of_entry(1, 30));
    assert_eq!(shop.balance(), [0, 70, 0, 0]);
    shop.on("2026-01-11");
    assert_eq!(shop.balance(), [70, 0, 0, 0]);
    shop.done("points.reverse", Shop::of_entry(1, 70));
    assert_eq!((shop.balance(), shop.lifetime()), ([0, 0, 0, 0], [0, 0, 0, 0]));
}

// rule L9
#[test]
fn pending_points_of_other_credits_do_not_pay_for_a_reversal() {
    let mut shop = Shop::new(json!({ "activation_days": 10 }));
    shop.adjust(50);
    shop.earn(100);
    shop.spend(50);
    assert_eq!(shop.refused("points.reverse", Shop::of_entry(1, 50)), "insufficient_balance");
}

// rule L9
#[test]
fn a_debit_comes_back_to_a_lot_that_ended_with_the_days_of_grace_or_not_at_all() {
    for (grace, lots) in
        [(0, vec![lot(2, 60, "active", "never")]), (5, vec![lot(1, 50, "active", "2026-02-15"), lot(2, 60, "active", "never")])]
    {
        let mut shop = Shop::new(json!({ "reversal_grace_days": grace }));
        shop.earn_until(50, "2026-02-01");
        shop.earn(60);
        shop.spend(80);
        shop.at("2026-02-10T15:00:00Z");
        shop.done("points.reverse", Shop::of_entry(3, 80));
        assert_eq!(shop.lots(), lots, "{grace}");
        shop.on("2026-02-15");
        assert_eq!((shop.balance()[0], shop.lifetime()), (60, [110, 0, 0, 50]), "{grace}");
    }
}

// rules L8, L9
#[test]
fn a_capture_is_reversed_into_its_lots_and_not_into_its_hold() {
    let mut shop = Shop::new(json!({}));
    shop.earn(100);
    shop.hold(60, 1);
    shop.done("points.capture", Shop::of_hold(1, 40));
    shop.done("points.reverse", Shop::of_entry(2, 40));
    assert_eq!(shop.balance(), [80, 0, 20, 0]);
    assert_eq!(shop.refused("points.capture", Shop::of_hold(1, 21)), "already_used");
}

// rule L9
#[test]
fn neither_lapses_nor_reversals_nor_forfeits_are_reversed() {
    let mut shop = Shop::with(json!({}), json!({ "on_leaving": "forfeit" }));
    shop.earn_until(10, "2026-02-01");
    shop.on("2026-02-01");
    shop.earn(10);
    shop.spend(10);
    shop.done("points.reverse", Shop::of_entry(4, 10));
    shop.act("membership.remove");
    let kinds: Vec<String> = shop.journal().into_iter().map(|line| line.0).collect();
    assert_eq!(kinds, ["earn", "expire", "earn", "spend", "reverse", "forfeit"]);
    for entry in [2, 5, 6] {
        assert_eq!(shop.refused("points.reverse", Shop::of_entry(entry, 1)), "not_eligible");
    }
    assert_eq!(shop.balance(), [0, 0, 0, 0]);
}

// rules L9, M2
#[test]
fn what_was_begun_is_reversed_after_the_member_has_left() {
    let mut shop = Shop::new(json!({}));
    shop.earn(100);
    shop.spend(30);
    shop.act("membership.unenroll");
    shop.done("points.reverse", Shop::of_entry(2, 30));
    shop.done("points.reverse", Shop::of_entry(1, 100));
    assert_eq!(shop.balance(), [0, 0, 0, 0]);
}
