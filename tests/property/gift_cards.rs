//! Random operations on gift cards against a model of a few numbers: what a card has is what was paid in, less what it paid, and after every step
//! the balance is the sum of the activities and of the lots, and never below zero (rules L1, R7, T3, T7).

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::golden::engine;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::faulty::{Faulty, Mistake};
use crate::number;

/// Cards of a sequence.
const CARDS: usize = 2;

/// One operation; amounts in cents.
#[derive(Debug, Clone)]
enum Step {
    Recharge(usize, i64),
    Charge(usize, i64),
    /// Of the charges of the card the one with this number, counted round.
    Refund(usize, usize, i64),
    Redeem(usize, Option<i64>),
    Block(usize),
    Unblock(usize),
    Deactivate(usize),
}

/// A mistake of the model, put in on purpose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slip {
    None,
    /// What was refunded is forgotten, so that a charge can be refunded again and again.
    RefundsForgotten,
    /// A card pays while it is blocked.
    BlockedPays,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Active,
    Blocked,
    Gone,
}

/// A card as it must be.
struct Card {
    state: State,
    balance: i64,
    /// Entry, what was charged, what of it came back.
    charges: Vec<(String, i64, i64)>,
}

struct Model {
    cards: Vec<Card>,
    credit: i64,
    slip: Slip,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let (card, cents) = (0..CARDS, 1_i64..3_000);
    let step = prop_oneof![
        3 => (card.clone(), cents.clone()).prop_map(|(card, cents)| Step::Recharge(card, cents)),
        8 => (card.clone(), cents.clone()).prop_map(|(card, cents)| Step::Charge(card, cents)),
        6 => (card.clone(), 0..8_usize, cents.clone()).prop_map(|(card, which, cents)| Step::Refund(card, which, cents)),
        2 => (card.clone(), proptest::option::of(cents)).prop_map(|(card, cents)| Step::Redeem(card, cents)),
        2 => card.clone().prop_map(Step::Block),
        3 => card.clone().prop_map(Step::Unblock),
        1 => card.prop_map(Step::Deactivate),
    ];
    proptest::collection::vec(step, 1..25)
}

fn money(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn cents(value: &Value) -> i64 {
    let text = value.as_str().unwrap_or_else(|| panic!("no amount: {value}"));
    let digits: String = text.chars().filter(|c| *c != '.').collect();
    digits.parse().unwrap()
}

impl Model {
    /// What becomes of a step: an error code, or how much the card has more.
    fn expected(&self, step: &Step) -> Result<i64, &'static str> {
        let paying = |card: &Card| match card.state {
            State::Active => Ok(()),
            State::Blocked if self.slip == Slip::BlockedPays => Ok(()),
            State::Blocked => Err("blocked"),
            State::Gone => Err("invalid_transition"),
        };
        let (Step::Recharge(at, _) | Step::Charge(at, _) | Step::Refund(at, ..) | Step::Redeem(at, _)) = step else {
            let (Step::Block(at) | Step::Unblock(at) | Step::Deactivate(at)) = step else { unreachable!() };
            let card = &self.cards[*at];
            let fits = match step {
                Step::Block(_) => card.state == State::Active,
                Step::Unblock(_) => card.state == State::Blocked,
                _ => card.state != State::Gone,
            };
            let lost = if matches!(step, Step::Deactivate(_)) { -card.balance } else { 0 };
            return if fits { Ok(lost) } else { Err("invalid_transition") };
        };
        let card = &self.cards[*at];
        match step {
            Step::Recharge(..) if card.state == State::Gone => Err("invalid_transition"),
            Step::Recharge(_, cents) => Ok(*cents),
            Step::Charge(_, cents) => {
                paying(card).and_then(|()| if *cents > card.balance { Err("insufficient_balance") } else { Ok(-cents) })
            }
            Step::Redeem(_, cents) => paying(card).and_then(|()| match cents {
                None if card.balance == 0 => Err("already_used"),
                Some(cents) if *cents > card.balance => Err("insufficient_balance"),
                cents => Ok(-cents.unwrap_or(card.balance)),
            }),
            Step::Refund(_, which, cents) => match card.charges.get(which % card.charges.len().max(1)) {
                None => Err("not_found"),
                Some(_) if card.state == State::Gone => Err("invalid_transition"),
                Some((_, charged, refunded)) if *cents > charged - refunded => Err("already_used"),
                Some(_) => Ok(*cents),
            },
            _ => unreachable!(),
        }
    }

    /// Takes a step that was done.
    fn take(&mut self, step: &Step, moved: i64, answer: &Value) {
        let (Step::Recharge(at, _) | Step::Charge(at, _) | Step::Refund(at, ..) | Step::Redeem(at, _)) = step else {
            let (Step::Block(at) | Step::Unblock(at) | Step::Deactivate(at)) = step else { unreachable!() };
            self.cards[*at].state = match step {
                Step::Block(_) => State::Blocked,
                Step::Unblock(_) => State::Active,
                _ => State::Gone,
            };
            self.cards[*at].balance += moved;
            return;
        };
        let (slip, card) = (self.slip, &mut self.cards[*at]);
        card.balance += moved;
        match step {
            Step::Charge(..) => card.charges.push((answer["ok"]["result"]["entry"].as_str().unwrap().to_owned(), -moved, 0)),
            Step::Redeem(..) => self.credit -= moved,
            Step::Refund(_, which, cents) if slip != Slip::RefundsForgotten => {
                let count = card.charges.len();
                card.charges[which % count].2 += cents;
            }
            _ => {}
        }
    }

    fn request(&self, step: &Step) -> Value {
        let (op, mut args) = match step {
            Step::Recharge(_, cents) => ("recharge", json!({ "amount": money(*cents) })),
            Step::Charge(_, cents) => ("charge", json!({ "amount": money(*cents) })),
            Step::Refund(at, which, cents) => {
                let charges = &self.cards[*at].charges;
                let entry = charges.get(which % charges.len().max(1)).map_or("g:none/credit/9", |(entry, ..)| entry);
                ("refund", json!({ "amount": money(*cents), "entry": entry }))
            }
            Step::Redeem(_, cents) => ("redeem", json!({ "customer": "ann", "amount": cents.map(money) })),
            Step::Block(_) => ("block", json!({ "reason": "lost" })),
            Step::Unblock(_) => ("unblock", json!({})),
            Step::Deactivate(_) => ("deactivate", json!({ "reason": "fraud" })),
        };
        let (Step::Recharge(at, _)
        | Step::Charge(at, _)
        | Step::Refund(at, ..)
        | Step::Redeem(at, _)
        | Step::Block(at)
        | Step::Unblock(at)
        | Step::Deactivate(at)) = step;
        args["gift_card"] = json!(format!("GC-{at}"));
        json!({ "op": format!("gift_card.{op}"), "args": args })
    }
}

/// Asks something of a shop; the numbers make its entropy.
pub(crate) fn ask<R: Repository>(shop: &Loyalty<R>, request: &Value, entropy: &str) -> Value {
    let context = json!({ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": "2026-11-22T10:00:00Z", "entropy": format!("not random at all {entropy}") });
    serde_json::from_str(&shop.execute(&request.to_string(), &context.to_string())).unwrap()
}

/// Makes a shop with credit and one member, `ann`.
pub(crate) fn begin<R: Repository>(shop: &Loyalty<R>) {
    let credit = json!({ "id": "credit", "kind": "money", "places": 2, "currency": "USD" });
    for (op, args) in [
        ("program.set", json!({ "program": { "currencies": { "USD": 2 }, "point_types": [{ "id": "points" }, credit], "events": [] } })),
        ("customer.create", json!({ "id": "ann" })),
        ("membership.enroll", json!({ "customer": "ann" })),
    ] {
        let answer = ask(shop, &json!({ "op": op, "args": args }), op);
        assert!(answer["ok"].is_object(), "{op}: {answer}");
    }
}

/// Whether balance, activities, lots and chain of a card agree, and what it has.
pub(crate) fn books<R: Repository>(shop: &Loyalty<R>, card: &str) -> Result<i64, String> {
    let verified = ask(shop, &json!({ "op": "journal.verify", "args": { "gift_card": card } }), "");
    if verified["ok"]["sound"] != true {
        return Err(format!("the books of {card}: {verified}"));
    }
    let shown = ask(shop, &json!({ "op": "gift_card.get", "args": { "gift_card": card, "limit": 500 } }), "");
    let balance = &shown["ok"]["card"]["balance"];
    let activities = shown["ok"]["activities"].as_array().ok_or_else(|| format!("no card: {shown}"))?;
    let sum: i64 = activities.iter().map(|entry| cents(&entry["amount"])).sum();
    let after: Vec<i64> = activities.iter().map(|entry| cents(&entry["balance"])).collect();
    let (total, active) = (cents(&balance["total"]), cents(&balance["active"]));
    if sum != total || after.first() != Some(&total) || after.iter().chain([&active]).any(|cents| *cents < 0) {
        return Err(format!("the activities of {card} make {sum}, the balance is {shown}"));
    }
    Ok(total)
}

fn drive<R: Repository>(shop: &Loyalty<R>, steps: &[Step], slip: Slip) -> Result<(), String> {
    begin(shop);
    let mut model = Model { cards: Vec::new(), credit: 0, slip };
    for at in 0..CARDS {
        let issue = json!({ "op": "gift_card.issue", "args": { "gift_card": format!("GC-{at}"), "type": "credit", "amount": "20" } });
        ask(shop, &issue, &format!("issue {at}"));
        model.cards.push(Card { state: State::Active, balance: 2_000, charges: Vec::new() });
    }
    for (number, step) in steps.iter().enumerate() {
        let answer = ask(shop, &model.request(step), &format!("step {number}"));
        let place = || format!("step {number}, {step:?}: {answer}");
        match (model.expected(step), answer["error"]["code"].as_str()) {
            (Ok(moved), None) => model.take(step, moved, &answer),
            (Err(code), Some(found)) if code == found => {}
            (wanted, _) => return Err(format!("{} instead of {wanted:?}", place())),
        }
        for (at, card) in model.cards.iter().enumerate() {
            let found = books(shop, &format!("GC-{at}"))?;
            if found != card.balance {
                return Err(format!("{}: card {at} has {found} instead of {}", place(), card.balance));
            }
        }
    }
    let credit = ask(shop, &json!({ "op": "points.balance", "args": { "customer": "ann", "type": "credit" } }), "");
    let found = cents(&credit["ok"]["balances"][0]["total"]);
    if found == model.credit { Ok(()) } else { Err(format!("the account has {found} instead of {}", model.credit)) }
}

fn sequences<R: Repository>(cases: u64, seed: u64, slip: Slip, shop: impl Fn() -> R) -> Result<(), String> {
    let config = Config { cases: u32::try_from(cases).unwrap(), failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let mut bytes = [9; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let outcome = runner.run(&steps(), |steps| drive(&engine(shop()), &steps, slip).map_err(TestCaseError::fail));
    outcome.map_err(|failure| format!("seed {seed}: {failure:#}"))
}

// rules L1, L3, L9, R7, R8, T3, T7
#[test]
fn any_sequence_on_a_card_adds_up_in_memory() {
    sequences(number("LOYALTY_CASES", 20_000) / 20, number("LOYALTY_SEED", 1), Slip::None, Memory::new).unwrap();
}

// rules L1, L3, L9, R7, R8, T3, T7
#[test]
fn any_sequence_on_a_card_adds_up_on_sqlite() {
    let sqlite = || Sqlite::in_memory(TABLES).unwrap();
    sequences(number("LOYALTY_CASES", 20_000) / 200, number("LOYALTY_SEED", 1) + 1_000, Slip::None, sqlite).unwrap();
}

#[test]
fn a_model_that_forgets_refunds_is_found() {
    assert!(sequences(500, 1, Slip::RefundsForgotten, Memory::new).is_err());
}

#[test]
fn a_model_in_which_blocked_cards_pay_is_found() {
    assert!(sequences(500, 1, Slip::BlockedPays, Memory::new).is_err());
}

#[test]
fn a_repository_that_loses_lots_of_cards_is_found() {
    assert!(sequences(500, 1, Slip::None, || Faulty::new(Mistake::LotsLost)).is_err());
}
