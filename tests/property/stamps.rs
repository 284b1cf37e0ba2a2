//! Stamps in any portions, taken away again, under cards that grow and shrink, against a model that gives one stamp at a time: the same cards are
//! completed, the same rewards given, and nothing twice (rule R6).

use std::collections::BTreeSet;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::number;

/// What happens to a card.
#[derive(Clone, Copy, Debug)]
enum Step {
    Give(u64),
    Take(u64),
    /// From the next card on, so many stamps fill one, and the slots are these two behind each other.
    Resize(u64, u64),
}

/// A mistake of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    /// A slot whose stamp was taken away gives its reward again.
    SlotTwice,
    /// A card grows and shrinks while it is filled.
    SizeMoves,
    /// Stamps beyond a full card are lost.
    BeyondLost,
}

/// A card by hand.
#[derive(Debug, Default)]
struct Card {
    program: (u64, u64),
    size: Option<u64>,
    stamps: u64,
    rewarded: BTreeSet<u64>,
    completed: u64,
    rewards: Vec<String>,
}

impl Card {
    fn play(&mut self, step: Step, fault: Fault) {
        match step {
            Step::Give(stamps) => {
                for _ in 0..stamps {
                    if self.stamp(fault) && fault == Fault::BeyondLost {
                        break;
                    }
                }
            }
            Step::Take(stamps) if stamps > self.stamps => {}
            Step::Take(stamps) => {
                self.stamps -= stamps;
                if fault == Fault::SlotTwice {
                    self.rewarded.retain(|slot| *slot <= self.stamps);
                }
            }
            Step::Resize(size, slot) => self.program = (size, slot),
        }
    }

    /// One stamp; whether it filled the card.
    fn stamp(&mut self, fault: Fault) -> bool {
        let size = *self.size.get_or_insert(self.program.0);
        let size = if fault == Fault::SizeMoves { self.program.0.max(self.stamps + 1) } else { size };
        self.stamps += 1;
        // A slot that the program moved below the stamps is reached with the next of them.
        let slot = self.program.1;
        if slot < self.program.0 && slot <= self.stamps && slot < size && self.rewarded.insert(slot) {
            self.rewards.push("sticker".to_owned());
        }
        if self.stamps < size {
            return false;
        }
        self.rewards.push("coffee".to_owned());
        self.completed += 1;
        (self.stamps, self.size) = (0, None);
        self.rewarded.clear();
        true
    }
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1..25_u64).prop_map(Step::Give),
        2 => (1..8_u64).prop_map(Step::Take),
        1 => (1..9_u64, 1..9_u64).prop_map(|(size, slot)| Step::Resize(size, slot)),
    ]
}

/// The shop of one sequence.
struct Shop {
    loyalty: Loyalty<Memory>,
    asked: u64,
}

impl Shop {
    fn ask(&mut self, op: &str, args: &Value) -> Value {
        self.asked += 1;
        let context = json!({
            "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": "2026-11-22T10:00:00Z",
            "entropy": format!("not random at all {}", self.asked)
        });
        let answer = self.loyalty.execute(&json!({ "op": op, "args": args }).to_string(), &context.to_string());
        serde_json::from_str(&answer).unwrap()
    }

    fn done(&mut self, op: &str, args: &Value) -> Result<Value, String> {
        let answer = self.ask(op, args);
        answer.get("ok").cloned().ok_or_else(|| format!("{op}: {answer}"))
    }

    fn resize(&mut self, size: u64, slot: u64) -> Result<Value, String> {
        let slots = if slot < size { json!([{ "stamp": slot, "reward": "sticker" }]) } else { json!([]) };
        let program = json!({
            "point_types": [{ "id": "stamps", "kind": "stamps" }],
            "rewards": [{ "id": "coffee", "gives": { "kind": "custom" } }, { "id": "sticker", "gives": { "kind": "custom" } }],
            "stamp_cards": [{ "id": "card", "type": "stamps", "size": size, "reward": "coffee", "slots": slots }]
        });
        self.done("program.set", &json!({ "program": program }))
    }

    /// Gives or takes stamps; taking more than there are must be refused and change nothing.
    fn move_stamps(&mut self, amount: i64, fits: bool) -> Result<(), String> {
        let answer =
            self.ask("points.adjust", &json!({ "customer": "c", "type": "stamps", "amount": amount.to_string(), "reason": "test" }));
        let refused = answer["error"]["code"] == "insufficient_balance";
        if answer.get("ok").is_some() == fits && refused != fits { Ok(()) } else { Err(format!("{amount}: {answer}")) }
    }

    /// Stamps on the card and cards completed, and the rewards in the order in which they were given.
    fn found(&mut self) -> Result<(u64, u64, Vec<String>), String> {
        let card = self.done("stamp_card.progress", &json!({ "customer": "c" }))?["cards"][0].clone();
        let count = |field: &str| card[field].as_u64().unwrap();
        let rewards = self.done("reward.list", &json!({ "customer": "c", "limit": 500 }))?["rewards"].clone();
        let names = rewards.as_array().unwrap().iter().rev().map(|reward| reward["reward"].as_str().unwrap().to_owned()).collect();
        Ok((count("stamps"), count("completed"), names))
    }
}

fn play(steps: &[Step], fault: Fault) -> Result<(), String> {
    let mut shop = Shop { loyalty: Loyalty::new(Memory::new()), asked: 0 };
    let mut card = Card { program: (5, 3), ..Card::default() };
    shop.resize(5, 3)?;
    shop.done("customer.create", &json!({ "id": "c" }))?;
    shop.done("membership.enroll", &json!({ "customer": "c" }))?;
    for (number, step) in steps.iter().enumerate() {
        match *step {
            Step::Give(stamps) => shop.move_stamps(i64::try_from(stamps).unwrap(), true)?,
            Step::Take(stamps) => shop.move_stamps(-i64::try_from(stamps).unwrap(), stamps <= card.stamps)?,
            Step::Resize(size, slot) => shop.resize(size, slot).map(drop)?,
        }
        card.play(*step, fault);
        let (found, wanted) = (shop.found()?, (card.stamps, card.completed, card.rewards.clone()));
        if found != wanted {
            return Err(format!("after step {number}, {step:?}: {found:?} instead of {wanted:?}"));
        }
    }
    let verified = shop.done("journal.verify", &json!({ "customer": "c" }))?;
    if verified["sound"] == true { Ok(()) } else { Err(format!("{verified}")) }
}

fn sequences(cases: u64, fault: Fault) -> Result<(), String> {
    let config = Config { cases: u32::try_from(cases).unwrap(), failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[6; 32]));
    let steps = proptest::collection::vec(step(), 1..10);
    runner.run(&steps, |steps| play(&steps, fault).map_err(TestCaseError::fail)).map_err(|failure| format!("{failure:#}"))
}

// rule R6
#[test]
fn portions_of_stamps_come_to_the_same_cards_and_rewards() {
    sequences(number("LOYALTY_CASES", 2_000).min(20_000), Fault::None).unwrap();
}

#[test]
fn every_mistake_about_stamps_is_found() {
    for fault in [Fault::SlotTwice, Fault::SizeMoves, Fault::BeyondLost] {
        assert!(sequences(2_000, fault).is_err(), "{fault:?}");
    }
}
