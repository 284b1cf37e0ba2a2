//! Two accounts with any past are merged: what was there before is there after, to the unit, in every point type; and taken apart with nothing in between
//! they are what they were, but for the log (rules G4, G9, L1). `LOYALTY_CASES` sets the number of pasts (a fortieth of it in memory, a tenth of that on
//! SQLite).

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::dice::Dice;
use serde_json::{Value, json};

use crate::faulty::{Faulty, Mistake};
use crate::number;

/// What is done on purpose between a merge and its undo: it must be found.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    None,
    /// The survivor spends a unit.
    SpentBetween,
}

pub const WHO: [&str; 2] = ["ada", "bob"];
pub const TYPES: [&str; 3] = ["points", "miles", "credit"];

pub struct Shop<'l, R> {
    pub loyalty: &'l Loyalty<R>,
    pub asked: u64,
    pub day: u64,
}

impl<R: Repository> Shop<'_, R> {
    pub fn ask(&mut self, op: &str, args: &Value) -> Value {
        self.asked += 1;
        let request = json!({ "op": op, "args": args }).to_string();
        let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
        let at = format!("2026-{:02}-{:02}T10:00:00Z", 1 + self.day / 28, 1 + self.day % 28);
        let context = json!({ "actor": actor, "at": at, "entropy": format!("not random at all {:08}", self.asked) });
        serde_json::from_str(&self.loyalty.execute(&request, &context.to_string())).unwrap()
    }

    pub fn done(&mut self, op: &str, args: &Value) -> Result<Value, String> {
        let answer = self.ask(op, args);
        if answer["ok"].is_object() { Ok(answer["ok"].clone()) } else { Err(format!("{op} {args}: {answer}")) }
    }

    pub fn begin(&mut self) -> Result<(), String> {
        let inactivity = json!({ "policy": "inactivity", "period": "months", "count": 1 });
        let program = json!({ "currencies": { "USD": 2 }, "events": [], "point_types": [
            { "id": "points", "reversal_shortfall": "debt", "debt_floor": "-50", "activation_days": 2, "expiry": { "policy": "days", "days": 9 },
              "transferable": true, "reinstatement_days": 12 },
            { "id": "miles", "expiry": inactivity, "transferable": true, "reinstatement_days": 25 },
            { "id": "credit", "kind": "money", "places": 2, "currency": "USD", "transferable": true },
        ] });
        self.done("program.set", &json!({ "program": program }))?;
        for id in WHO {
            self.done("customer.create", &json!({ "id": id }))?;
            self.done("membership.enroll", &json!({ "customer": id }))?;
        }
        Ok(())
    }

    /// Anything that can happen to an account; what is refused is refused.
    pub fn step(&mut self, dice: &mut Dice) {
        let (who, kind, amount) = (dice.one_of(&WHO), dice.one_of(&TYPES), (1 + dice.below(60)).to_string());
        let plain = json!({ "customer": who, "type": kind, "amount": amount });
        let hold = format!("{who}/{kind}/h{}", 1 + dice.below(3));
        match dice.below(19) {
            // To the other, who is nobody else while the two are one.
            15 | 16 => {
                let other = WHO[usize::from(who == WHO[0])];
                self.ask("points.transfer", &json!({ "customer": who, "recipient": other, "type": kind, "amount": amount, "reason": "x" }))
            }
            9 => {
                // Lots that are alike, and a debit of more than one of them.
                let all = (2 * amount.parse::<u64>().unwrap()).to_string();
                let both = json!({ "customer": who, "type": kind, "amount": all });
                self.ask("points.earn", &plain);
                self.ask("points.earn", &plain);
                self.ask("points.spend", &both)
            }
            0 | 1 => self.ask("points.earn", &plain),
            2 => {
                let days = dice.below(12) + 1;
                self.ask(
                    "points.adjust",
                    &json!({ "customer": who, "type": kind, "amount": amount, "reason": "x", "expires_after_days": days }),
                )
            }
            3 => self.ask("points.adjust", &json!({ "customer": who, "type": kind, "amount": format!("-{amount}"), "reason": "x" })),
            4 => self.ask("points.spend", &plain),
            5 => self
                .ask("points.hold", &json!({ "customer": who, "type": kind, "amount": amount, "seconds": 86_400 * (1 + dice.below(20)) })),
            6 => self.ask("points.capture", &json!({ "customer": who, "hold": hold, "amount": "3" })),
            7 | 10 | 11 => {
                let mut args = json!({ "customer": who, "entry": format!("{who}/{kind}/{}", 1 + dice.below(8)) });
                if dice.below(3) == 0 {
                    args["amount"] = json!(amount);
                }
                self.ask("points.reverse", &args)
            }
            13 | 14 => {
                let mut args = json!({ "customer": who, "type": kind, "reason": "x" });
                match dice.below(4) {
                    0 => args["never_expires"] = json!(true),
                    1 => args["by_policy"] = json!(true),
                    _ => args["expires_after_days"] = json!(3 + dice.below(20)),
                }
                if dice.below(3) == 0 {
                    args["entry"] = json!(format!("{who}/{kind}/{}", 1 + dice.below(8)));
                }
                self.ask("points.redate", &args)
            }
            17 | 18 => {
                let mut args = json!({ "customer": who, "type": kind, "reason": "x" });
                if dice.below(2) == 0 {
                    args["amount"] = json!((1 + dice.below(9)).to_string());
                }
                if dice.below(3) == 0 {
                    args["entry"] = json!(format!("{who}/{kind}/{}", 1 + dice.below(8)));
                }
                self.ask("points.reinstate", &args)
            }
            _ => {
                self.day += dice.below(4);
                Value::Null
            }
        };
    }

    /// What an account has, whatever its log says.
    pub fn holdings(&mut self, who: &str) -> Result<Value, String> {
        let balance = self.done("points.balance", &json!({ "customer": who }))?;
        let mut amounts = balance["balances"].clone();
        amounts.as_array_mut().unwrap().iter_mut().for_each(|amounts| amounts["version"] = json!(0));
        let hold = |hold: &Value| json!([hold["id"], hold["remaining"], hold["held_until"]]);
        let mut told = vec![amounts, balance["holds"].as_array().into_iter().flatten().map(hold).collect()];
        for kind in TYPES {
            let schedule = self.done("points.expiring", &json!({ "customer": who, "type": kind }))?;
            told.push(json!([schedule["due"], schedule["never"], schedule["held"]]));
            let lots = self.done("points.explain", &json!({ "customer": who, "type": kind }))?;
            let lot = |lot: &Value| json!([lot["lot"], lot["amount"], lot["place"], lot["expires"]]);
            told.push(lots["lots"].as_array().unwrap().iter().map(lot).collect());
        }
        Ok(Value::from(told))
    }

    pub fn totals(&mut self, who: &str) -> Result<Vec<i64>, String> {
        let balance = self.done("points.balance", &json!({ "customer": who }))?;
        let units = |amounts: &Value| amounts["total"].as_str().unwrap().replace('.', "").parse().unwrap();
        Ok(balance["balances"].as_array().unwrap().iter().map(units).collect())
    }

    pub fn sound(&mut self) -> Result<(), String> {
        for id in WHO {
            let verdict = self.done("journal.verify", &json!({ "customer": id }))?;
            if verdict["sound"] != true {
                return Err(format!("the books of {id}: {verdict}"));
            }
        }
        Ok(())
    }
}

/// One past of two accounts, and what a merge makes of it.
fn past<R: Repository>(loyalty: &Loyalty<R>, seed: u64, fault: Fault) -> Result<(), String> {
    let (mut shop, mut dice) = (Shop { loyalty, asked: 0, day: 0 }, Dice(seed));
    shop.begin()?;
    for _ in 0..5 + dice.below(30) {
        shop.step(&mut dice);
    }
    let mut both = [shop.holdings("ada")?, shop.holdings("bob")?];
    for round in 0..2 {
        let before: Vec<i64> = shop.totals("ada")?.into_iter().zip(shop.totals("bob")?).map(|(one, other)| one + other).collect();
        let merge = json!({ "survivor": "bob", "source": "ada" });
        shop.done("merge.apply", &merge)?;
        let after = shop.totals("bob")?;
        if before != after {
            return Err(format!("{before:?} before, {after:?} after the merge"));
        }
        shop.sound()?;
        if fault == Fault::SpentBetween {
            let earned = shop.done("points.adjust", &json!({ "customer": "bob", "type": "credit", "amount": "2", "reason": "x" }))?;
            shop.done("points.spend", &json!({ "customer": "bob", "type": earned["balances"][0]["type"], "amount": "1" }))?;
        }
        if round == 1 {
            // Anything may happen to the two as one, and they come apart with books that add up.
            for _ in 0..dice.below(20) {
                shop.step(&mut dice);
            }
            shop.sound()?;
            shop.done("merge.undo", &merge)?;
            shop.sound()?;
            // What was earned or spent before, or while they were one, is taken back when they are two.
            for _ in 0..dice.below(10) {
                shop.step(&mut dice);
            }
            return shop.sound();
        }
        shop.done("merge.undo", &merge)?;
        shop.sound()?;
        let apart = [shop.holdings("ada")?, shop.holdings("bob")?];
        if apart != both {
            return Err(format!("before: {both:?}\nafter: {apart:?}"));
        }
        both = apart;
    }
    Ok(())
}

fn pasts<R: Repository>(cases: u64, fault: Fault, repository: impl Fn() -> R) -> Result<(), String> {
    let seed = number("LOYALTY_SEED", 1) << 32;
    (0..cases)
        .try_for_each(|case| past(&Loyalty::new(repository()), seed + case, fault).map_err(|failure| format!("seed {case}: {failure}")))
}

// rules G4, G9, L1, L14
#[test]
fn a_merge_keeps_every_unit_and_comes_apart_again() {
    pasts(number("LOYALTY_CASES", 20_000) / 40, Fault::None, Memory::new).unwrap_or_else(|failure| panic!("{failure}"));
}

// rules G4, G9, L1, L14
#[test]
fn a_merge_on_sqlite_keeps_every_unit_and_comes_apart_again() {
    let cases = number("LOYALTY_CASES", 20_000) / 400;
    pasts(cases, Fault::None, || Sqlite::in_memory(TABLES).unwrap()).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn something_between_a_merge_and_its_undo_is_found() {
    let found = pasts(20, Fault::SpentBetween, Memory::new).unwrap_err();
    assert!(found.contains("before: "), "{found}");
}

#[test]
fn a_repository_that_loses_lots_in_a_merge_is_found() {
    let found = pasts(20, Fault::None, || Faulty::new(Mistake::LotsLost)).unwrap_err();
    assert!(!found.contains("program.set"), "{found}");
}
