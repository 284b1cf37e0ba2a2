//! Stories of stamp cards: filled at once and bit by bit, grown and shrunk, with a reward that is out of stock.

use serde_json::json;

use super::*;
use crate::customer::{Create, Details};
use crate::membership::Enroll;
use crate::points::{Adjust, Balance, Earn, Reverse};
use crate::reward::{List, Remove};
use crate::unit::tests::Stage;

/// A shop with a card of 5 stamps and a sticker for the third, and a member c-1.
fn shop() -> Stage {
    let mut stage = Stage::new();
    stage.program(|program| {
        program["point_types"] = json!([{ "id": "points" }, { "id": "stamps", "kind": "stamps" }]);
        program["rewards"] =
            json!([{ "id": "coffee", "name": "A coffee", "gives": { "kind": "custom" } }, { "id": "sticker", "gives": { "kind": "custom" } }]);
        program["stamp_cards"] = json!([{
            "id": "coffee", "type": "stamps", "size": 5, "reward": "coffee", "slots": [{ "stamp": 3, "reward": "sticker" }]
        }]);
    });
    stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
    stage.run::<Enroll>(json!({ "customer": "c-1" })).unwrap();
    stage
}

fn stamp(stage: &Stage, amount: &str) -> String {
    stage.refusal::<Adjust>(json!({ "customer": "c-1", "type": "stamps", "amount": amount, "reason": "test" }))
}

/// Stamps on the card, its size, cards completed, and the stamp of the next reward.
fn card(stage: &Stage) -> (u64, u64, u64, u64) {
    let card = stage.run::<Progress>(json!({ "customer": "c-1" })).unwrap().cards.remove(0);
    (card.stamps, card.size, card.completed, card.next.stamp)
}

/// The customer's rewards, oldest first.
fn rewards(stage: &Stage) -> Vec<String> {
    let page = stage.run::<List>(json!({ "customer": "c-1" })).unwrap();
    page.rewards.iter().rev().map(|reward| format!("{} {}", reward.reward, reward.state.name())).collect()
}

const STICKER: &str = "sticker outstanding";
const COFFEE: &str = "coffee outstanding";

// rule R6
#[test]
fn stamps_fill_a_card_and_begin_the_next() {
    let stage = shop();
    assert_eq!(card(&stage), (0, 5, 0, 3));
    assert_eq!(stamp(&stage, "2"), "done");
    assert_eq!((card(&stage), rewards(&stage)), ((2, 5, 0, 3), vec![]));
    assert_eq!(stamp(&stage, "2"), "done");
    assert_eq!((card(&stage), rewards(&stage)), ((4, 5, 0, 5), vec![STICKER.into()]));
    assert_eq!(stamp(&stage, "-24"), "insufficient_balance");
    stage.run::<Earn>(json!({ "customer": "c-1", "type": "stamps", "amount": "9" })).unwrap();
    assert_eq!(card(&stage), (3, 5, 2, 5));
    assert_eq!(rewards(&stage), [STICKER, COFFEE, STICKER, COFFEE, STICKER]);
    let tab = stage.run::<Details>(json!({ "customer": "c-1", "tabs": ["stamps"] })).unwrap().stamps.unwrap();
    assert_eq!((tab[0].stamps, tab[0].next.name.as_str()), (3, "A coffee"));
}

// rule R6
#[test]
fn nothing_is_given_twice_when_stamps_come_and_go() {
    let stage = shop();
    for amount in ["3", "-3", "3", "-1", "1"] {
        assert_eq!(stamp(&stage, amount), "done");
    }
    assert_eq!((card(&stage), rewards(&stage)), ((3, 5, 0, 5), vec![STICKER.into()]));
    assert_eq!(stamp(&stage, "2"), "done");
    assert_eq!(stamp(&stage, "2"), "done");
    assert_eq!(rewards(&stage), [STICKER, COFFEE]);
    assert_eq!(stamp(&stage, "1"), "done");
    assert_eq!(rewards(&stage), [STICKER, COFFEE, STICKER], "the next card has a sticker of its own");
}

// rule R6
#[test]
fn a_card_is_finished_under_the_size_under_which_it_was_begun() {
    let mut stage = shop();
    assert_eq!(stamp(&stage, "1"), "done");
    stage.program(|program| {
        program["stamp_cards"][0]["size"] = json!(10);
        program["stamp_cards"][0]["slots"] = json!([{ "stamp": 7, "reward": "sticker" }]);
    });
    assert_eq!((card(&stage), stamp(&stage, "3").as_str()), ((1, 5, 0, 5), "done"));
    assert_eq!(stamp(&stage, "5"), "done");
    assert_eq!((card(&stage), rewards(&stage)), ((4, 10, 1, 7), vec![COFFEE.into()]));
    stage.program(|program| {
        program["stamp_cards"][0]["slots"] = json!([]);
        program["stamp_cards"][0]["size"] = json!(2);
    });
    assert_eq!((card(&stage), stamp(&stage, "5").as_str()), ((4, 10, 1, 10), "done"));
    assert_eq!(stamp(&stage, "5"), "done");
    assert_eq!((card(&stage), rewards(&stage).len()), ((0, 2, 4, 2), 4), "one card of ten, two of two");
}

// rules R5, R6
#[test]
fn a_card_stays_full_while_its_reward_is_out_of_stock() {
    let mut stage = shop();
    stage.program(|program| {
        program["rewards"][0]["stock"] = json!(1);
        program["rewards"][1]["stock"] = json!(0);
    });
    assert_eq!(stamp(&stage, "12"), "done");
    assert_eq!((card(&stage), rewards(&stage)), ((5, 5, 1, 5), vec![COFFEE.into()]));
    let complete = json!({ "customer": "c-1", "card": "coffee" });
    assert_eq!(stage.refusal::<Complete>(complete.clone()), "out_of_stock");
    stage.program(|program| {
        program["rewards"][0]["stock"] = json!(9);
        program["rewards"][1]["stock"] = json!(9);
    });
    assert_eq!(stage.refusal::<Complete>(complete.clone()), "done");
    assert_eq!((card(&stage), rewards(&stage).len()), ((2, 5, 2, 3), 2));
    assert_eq!(stage.refusal::<Complete>(complete), "insufficient_balance");
    assert_eq!(stage.refusal::<Complete>(json!({ "customer": "c-1", "card": "tea" })), "not_found");
}

// rule R6
#[test]
fn a_card_can_wait_until_its_owner_asks() {
    let mut stage = shop();
    stage.program(|program| program["stamp_cards"][0]["completes"] = json!("on_request"));
    assert_eq!(stamp(&stage, "9"), "done");
    assert_eq!((card(&stage), rewards(&stage)), ((5, 5, 0, 5), vec![STICKER.into()]));
    let done = stage.run::<Complete>(json!({ "customer": "c-1", "card": "coffee" })).unwrap().card;
    assert_eq!((done.stamps, done.beyond, done.completed), (4, 0, 1));
    assert_eq!(rewards(&stage), [STICKER, COFFEE, STICKER], "what lay beyond is the next card");
}

// rules R4, R6
#[test]
fn stamps_that_come_back_fill_a_card_but_turn_into_nothing_by_themselves() {
    let stage = shop();
    assert_eq!(stamp(&stage, "5"), "done");
    let gave_back = json!({ "customer": "c-1", "id": "c-1/r2", "reason": "wrong customer", "give_back": true });
    assert_eq!(stage.refusal::<Remove>(gave_back), "done");
    assert_eq!((card(&stage), rewards(&stage)), ((5, 5, 0, 5), vec![STICKER.into(), "coffee canceled".into()]));
    stage.run::<Reverse>(json!({ "customer": "c-1", "entry": "c-1/stamps/1" })).unwrap();
    let left = stage.run::<Balance>(json!({ "customer": "c-1", "type": "stamps" })).unwrap().balances[0].active.to_string();
    assert_eq!((card(&stage).0, left.as_str(), rewards(&stage).len()), (0, "0", 2));
}

// rule R6
#[test]
fn one_command_completes_a_bounded_number_of_cards() {
    let stage = shop();
    assert_eq!(stamp(&stage, "505"), "done");
    let card = stage.run::<Progress>(json!({ "customer": "c-1" })).unwrap().cards.remove(0);
    assert_eq!((card.completed, card.stamps, card.beyond), (100, 5, 0));
    assert_eq!(stamp(&stage, "1"), "done");
    assert_eq!(self::card(&stage), (1, 5, 101, 3));
}
