//! Debts: made by agents and by claw-backs, repaid by credits, by activation and by what comes back.

use serde_json::json;

use crate::shop::{Shop, lot};

// rule L7
#[test]
fn an_agent_may_go_to_the_floor_and_not_beyond() {
    let mut shop = Shop::new(json!({ "debt_floor": "-50" }));
    shop.adjust(20);
    assert_eq!(shop.refused("points.adjust", Shop::adjustment(-71)), "insufficient_balance");
    shop.adjust(-70);
    assert_eq!(shop.balance(), [0, 0, 0, 50]);
    assert_eq!(shop.refused("points.adjust", Shop::adjustment(-1)), "insufficient_balance");
}

// rule L7
#[test]
fn later_credits_repay_first_and_only_the_rest_is_a_lot() {
    let mut shop = Shop::new(json!({ "debt_floor": "-50" }));
    shop.adjust(-50);
    shop.earn(20);
    assert_eq!((shop.balance(), shop.lots()), ([0, 0, 0, 30], vec![]));
    shop.earn_until(40, "2026-02-01");
    assert_eq!((shop.balance(), shop.lots()), ([10, 0, 0, 0], vec![lot(3, 10, "active", "2026-02-01")]));
    shop.on("2026-02-01");
    assert_eq!((shop.balance(), shop.lifetime()), ([0, 0, 0, 0], [60, -50, 0, 10]));
}

// rules L4, L7
#[test]
fn pending_credits_made_before_the_debt_repay_it_when_they_become_active() {
    let mut shop = Shop::new(json!({ "debt_floor": "-50", "activation_days": 5 }));
    shop.earn(30);
    shop.on("2026-01-02");
    shop.earn(30);
    shop.adjust(-50);
    assert_eq!(shop.balance(), [0, 60, 0, 50]);
    shop.on("2026-01-06");
    assert_eq!(shop.balance(), [0, 30, 0, 20]);
    shop.on("2026-01-07");
    assert_eq!(shop.balance(), [10, 0, 0, 0]);
    let repaid: Vec<(i64, String)> = shop.journal().into_iter().filter(|line| line.0 == "repay").map(|line| (line.1, line.3)).collect();
    assert_eq!(repaid, [(0, "2026-01-06T00:00:00Z".to_owned()), (0, "2026-01-07T00:00:00Z".to_owned())]);
}

// rules L7, L9
#[test]
fn a_reversed_debit_gives_back_its_debt_and_its_lots() {
    let mut shop = Shop::new(json!({ "debt_floor": "-50" }));
    shop.earn_until(20, "2026-02-01");
    shop.adjust(-60);
    // The debt was made last: it goes first.
    shop.done("points.reverse", Shop::of_entry(2, 30));
    assert_eq!(shop.balance(), [0, 0, 0, 10]);
    shop.done("points.reverse", Shop::of_entry(2, 30));
    assert_eq!((shop.balance(), shop.lots()), ([20, 0, 0, 0], vec![lot(1, 20, "active", "2026-02-01")]));
}

// rules L7, L9
#[test]
fn what_a_reversed_debit_puts_back_pays_another_debt() {
    let mut shop = Shop::new(json!({ "debt_floor": "-50" }));
    shop.earn(20);
    shop.spend(20);
    shop.adjust(-15);
    shop.done("points.reverse", Shop::of_entry(2, 20));
    assert_eq!((shop.balance(), shop.lots()), ([5, 0, 0, 0], vec![lot(1, 5, "active", "never")]));
}

// rules L5, L9
#[test]
fn a_debt_repaid_and_reversed_comes_back_as_points_that_can_be_spent_and_lapse() {
    let inactivity = json!({ "policy": "inactivity", "period": "days", "count": 30 });
    let mut shop = Shop::new(json!({ "debt_floor": "-50", "expiry": inactivity }));
    shop.adjust(-20);
    let mut args = Shop::adjustment(20);
    args["never_expires"] = json!(true);
    shop.done("points.adjust", args);
    shop.done("points.reverse", Shop::of_entry(1, 20));
    assert_eq!(shop.balance(), [20, 0, 0, 0]);
    shop.spend(5);
    shop.on("2026-01-31");
    assert_eq!((shop.balance(), shop.lifetime()), ([0, 0, 0, 0], [0, 20, 5, 15]));
}

// rule L9
#[test]
fn a_claw_back_may_go_beyond_the_floor() {
    let mut shop = Shop::new(json!({ "reversal_shortfall": "debt" }));
    shop.earn(100);
    shop.spend(100);
    shop.done("points.reverse", Shop::of_entry(1, 100));
    assert_eq!(shop.balance(), [0, 0, 0, 100]);
    assert_eq!(shop.refused("points.adjust", Shop::adjustment(-1)), "insufficient_balance");
    shop.earn(40);
    assert_eq!(shop.balance(), [0, 0, 0, 60]);
}
