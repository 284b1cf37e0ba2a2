//! One of two customers with any past gives to the other: what leaves the one reaches the other, to the unit and with its dates; and taken back with nothing in
//! between, in one or in parts, both are what they were (rules L13, L9, L1). Transfers are steps of their pasts as well, and of those that are merged.
//! `LOYALTY_CASES` sets the number of pasts (a fortieth of it in memory, a tenth of that on SQLite).

use std::sync::Barrier;
use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::dice::Dice;
use serde_json::{Value, json};

use crate::faulty::{Faulty, Mistake};
use crate::merges::{Shop, TYPES, WHO};
use crate::number;

/// What is done on purpose: it must be found.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    None,
    /// One unit of what was given does not arrive.
    UnitLost,
    /// The giver earns a unit before it is taken back.
    EarnedBetween,
}

impl<R: Repository> Shop<'_, R> {
    fn active(&mut self, who: &str, kind: &str) -> Result<u64, String> {
        let balance = self.done("points.balance", &json!({ "customer": who, "type": kind }))?;
        Ok(balance["balances"][0]["active"].as_str().unwrap().split('.').next().unwrap().parse().unwrap())
    }

    /// Who has what to give, and how much of it, where anybody has.
    fn something_to_give(&mut self, dice: &mut Dice) -> Result<Option<(&'static str, &'static str, u64)>, String> {
        let from = dice.below(6) as usize;
        for nth in from..from + 6 {
            let (kind, giver) = (TYPES[nth % 3], WHO[nth % 2]);
            let most = self.active(giver, kind)?;
            if most > 0 {
                return Ok(Some((kind, giver, most)));
            }
        }
        Ok(None)
    }

    /// When what can be spent of both ends, and how much of it: an account's date as the date that it is.
    fn ends(&mut self, kind: &str) -> Result<Vec<(String, i64)>, String> {
        let mut ends: Vec<(String, i64)> = Vec::new();
        for who in WHO {
            let schedule = self.done("points.expiring", &json!({ "customer": who, "type": kind }))?;
            let units = |amount: &Value| amount.as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
            let due = schedule["due"].as_array().unwrap();
            let due = due.iter().map(|due| (due["expires_at"].as_str().unwrap().to_owned(), units(&due["amount"])));
            for (at, amount) in due.chain([("never".to_owned(), units(&schedule["never"]))]) {
                match ends.iter_mut().find(|end| end.0 == at) {
                    Some(end) => end.1 += amount,
                    None => ends.push((at, amount)),
                }
            }
        }
        ends.retain(|end| end.1 != 0);
        ends.sort_unstable();
        Ok(ends)
    }
}

/// One past of two customers, and a transfer.
fn past<R: Repository>(loyalty: &Loyalty<R>, seed: u64, fault: Fault) -> Result<bool, String> {
    let (mut shop, mut dice) = (Shop { loyalty, asked: 0, day: 0 }, Dice(seed));
    shop.begin()?;
    for _ in 0..5 + dice.below(30) {
        shop.step(&mut dice);
    }
    let Some((kind, giver, most)) = shop.something_to_give(&mut dice)? else { return Ok(false) };
    let taker = WHO[usize::from(giver == WHO[0])];
    let amount = 1 + dice.below(most);
    let before = [shop.holdings("ada")?, shop.holdings("bob")?];
    let (totals, ends) = (shop.totals("ada")?.into_iter().zip(shop.totals("bob")?), shop.ends(kind)?);
    let sums: Vec<i64> = totals.map(|(one, other)| one + other).collect();
    let owes = shop.done("points.balance", &json!({ "customer": taker, "type": kind }))?["balances"][0]["debt"].clone();
    let gift = json!({ "customer": giver, "recipient": taker, "type": kind, "amount": amount.to_string(), "reason": "x" });
    let given = shop.done("points.transfer", &gift)?;
    if fault == Fault::UnitLost {
        shop.done("points.spend", &json!({ "customer": taker, "type": kind, "amount": "1" }))?;
    }
    shop.sound()?;
    let after: Vec<i64> = shop.totals("ada")?.into_iter().zip(shop.totals("bob")?).map(|(one, other)| one + other).collect();
    if after != sums {
        return Err(format!("{sums:?} before, {after:?} after the transfer"));
    }
    let is_owed = owes.as_str().unwrap().bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let kept = shop.ends(kind)?;
    if !is_owed && kept != ends {
        return Err(format!("ends {ends:?} before, {kept:?} after the transfer"));
    }
    if fault == Fault::EarnedBetween {
        shop.done("points.earn", &json!({ "customer": giver, "type": kind, "amount": "1" }))?;
    }
    let entry = given["result"]["entry"].clone();
    let mut back = json!({ "customer": giver, "entry": entry });
    if amount > 1 && dice.below(2) == 0 {
        back["amount"] = json!((1 + dice.below(amount - 1)).to_string());
        shop.done("points.reverse", &back)?;
        shop.sound()?;
        back.as_object_mut().unwrap().remove("amount");
    }
    shop.done("points.reverse", &back)?;
    shop.sound()?;
    let again = shop.ask("points.reverse", &back);
    if again["error"]["code"] != "already_used" {
        return Err(format!("taken back twice: {again}"));
    }
    let apart = [shop.holdings("ada")?, shop.holdings("bob")?];
    if apart != before {
        return Err(format!("before: {before:?}\nafter: {apart:?}"));
    }
    for _ in 0..dice.below(20) {
        shop.step(&mut dice);
    }
    shop.sound()?;
    Ok(true)
}

fn pasts<R: Repository>(cases: u64, fault: Fault, repository: impl Fn() -> R) -> Result<(), String> {
    let seed = number("LOYALTY_SEED", 1) << 32;
    let mut tried = 0;
    for case in 0..cases {
        let had = past(&Loyalty::new(repository()), seed + case, fault).map_err(|failure| format!("seed {case}: {failure}"))?;
        tried += u64::from(had);
    }
    if tried * 2 < cases { Err(format!("only {tried} of {cases} had something to give")) } else { Ok(()) }
}

/// Two who give to each other at the same moment, again and again: both are served, nobody waits for ever, and no unit is lost.
fn crossing<R: Repository>(loyalty: &Loyalty<R>, rounds: u64) -> Result<(), String> {
    let mut shop = Shop { loyalty, asked: 0, day: 0 };
    shop.begin()?;
    for who in WHO {
        shop.done("points.adjust", &json!({ "customer": who, "type": "credit", "amount": "5000", "reason": "x" }))?;
    }
    let start = Barrier::new(WHO.len());
    let give = &|nth: usize| {
        let (giver, taker) = (WHO[nth], WHO[1 - nth]);
        let mut own = Shop { loyalty, asked: 1_000_000 * (1 + nth as u64), day: 0 };
        let gift = json!({ "customer": giver, "recipient": taker, "type": "credit", "amount": (nth + 1).to_string(), "reason": "x" });
        start.wait();
        (0..rounds).try_for_each(|_| own.done("points.transfer", &gift).map(drop))
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..WHO.len()).map(|nth| scope.spawn(move || give(nth))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap())
    })?;
    shop.sound()?;
    let (ada, bob) = (shop.totals("ada")?[2], shop.totals("bob")?[2]);
    let wanted = 500_000 + 100 * i64::try_from(rounds).unwrap();
    if (ada, ada + bob) == (wanted, 1_000_000) { Ok(()) } else { Err(format!("{ada} and {bob} after {rounds} rounds")) }
}

// rules L13, L1
#[test]
fn two_who_give_to_each_other_at_once_are_both_served() {
    crossing(&Loyalty::new(Memory::new()), 400).unwrap();
    crossing(&Loyalty::new(Sqlite::in_memory(TABLES).unwrap()), 200).unwrap();
}

#[test]
fn a_repository_that_ignores_versions_loses_what_two_give_and_is_found() {
    assert!(crossing(&Loyalty::new(Faulty::new(Mistake::VersionsIgnored)), 400).is_err());
}

// rules L13, L9, L1, L14
#[test]
fn a_transfer_keeps_every_unit_and_its_dates_and_is_taken_back_whole() {
    pasts(number("LOYALTY_CASES", 20_000) / 40, Fault::None, Memory::new).unwrap_or_else(|failure| panic!("{failure}"));
}

// rules L13, L9, L1, L14
#[test]
fn a_transfer_on_sqlite_keeps_every_unit_and_its_dates_and_is_taken_back_whole() {
    let cases = number("LOYALTY_CASES", 20_000) / 400;
    pasts(cases, Fault::None, || Sqlite::in_memory(TABLES).unwrap()).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn a_unit_that_is_lost_on_its_way_is_found() {
    let found = pasts(20, Fault::UnitLost, Memory::new).unwrap_err();
    assert!(found.contains("after the transfer"), "{found}");
}

#[test]
fn something_between_a_transfer_and_its_reversal_is_found() {
    let found = pasts(20, Fault::EarnedBetween, Memory::new).unwrap_err();
    assert!(found.contains("before: "), "{found}");
}

#[test]
fn a_repository_that_loses_lots_in_a_transfer_is_found() {
    let found = pasts(20, Fault::None, || Faulty::new(Mistake::LotsLost)).unwrap_err();
    assert!(!found.contains("program.set") && !found.contains("something to give"), "{found}");
}
