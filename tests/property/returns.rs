//! Orders given back in arbitrary steps: each line knows its share, no step takes more than is due, and the last one leaves what was there before the
//! order (rules O2, O3, O4). `LOYALTY_CASES` sets the number of orders in memory (a tenth of it on SQLite).

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::dice::Dice;
use serde_json::{Value, json};

use crate::faulty::{Faulty, Mistake};
use crate::number;

/// What the model may get wrong.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    None,
    /// Rounds what each step takes, instead of what all of them together take.
    StepByStep,
    /// Takes what a refund says from the order as a whole, not from the line's share.
    OverAllLines,
}

fn cents(dice: &mut Dice, bound: u64) -> String {
    let cents = dice.below(bound);
    format!("{}.{:02}", cents / 100, cents % 100)
}

struct Shop<'l, R> {
    loyalty: &'l Loyalty<R>,
    asked: u64,
}

type Said = Result<Value, String>;

impl<R: Repository> Shop<'_, R> {
    fn ask(&mut self, op: &str, args: Value) -> Said {
        self.asked += 1;
        let request = json!({ "op": op, "args": args }).to_string();
        let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
        let context = json!({ "actor": actor, "at": "2026-11-23T10:00:00Z", "entropy": format!("not random at all {:08}", self.asked) });
        let answer: Value = serde_json::from_str(&self.loyalty.execute(&request, &context.to_string())).unwrap();
        match answer["error"]["code"].as_str() {
            Some(code) => Err(code.to_owned()),
            None => Ok(answer["ok"].clone()),
        }
    }

    fn done(&mut self, op: &str, args: Value) -> Said {
        self.ask(op, args.clone()).map_err(|code| format!("{op} {args}: {code}"))
    }

    fn balance(&mut self) -> Result<i64, String> {
        let balances = self.done("points.balance", json!({ "customer": "ann", "type": "points" }))?;
        Ok(units(&balances["balances"][0]["total"]))
    }
}

/// Hundredths of a decimal.
fn units(value: &Value) -> i64 {
    let text = value.as_str().unwrap_or("0");
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let fraction: i64 = format!("{fraction:0<2}").parse().unwrap();
    whole.parse::<i64>().unwrap() * 100 + sign * fraction
}

fn sum<'v>(values: impl IntoIterator<Item = &'v Value>, field: &str) -> i64 {
    values.into_iter().map(|value| units(&value[field])).sum()
}

fn rules(dice: &mut Dice) -> Value {
    let mut rules = vec![json!({
        "id": "rate", "type": "points", "points": dice.one_of(&["1", "10", "0.37"]), "per": dice.one_of(&["1", "2", "3", "0.7"]),
        "full_steps": dice.below(3) == 0, "rounding": dice.one_of(&["down", "half_up", "up"]),
        "include_shipping": dice.below(2) == 0, "include_tax": dice.below(2) == 0, "before_discounts": dice.below(4) == 0
    })];
    if dice.below(2) == 0 {
        rules.push(json!({ "id": "item", "type": "points", "gives": "per_item", "points": dice.one_of(&["1", "0.5", "7"]) }));
    }
    if dice.below(2) == 0 {
        rules.push(json!({ "id": "bonus", "type": "points", "gives": "per_order", "points": "13.01", "skus": ["s1"] }));
    }
    if dice.below(2) == 0 {
        rules.push(
            json!({ "id": "times", "type": "points", "gives": "times", "times": dice.one_of(&["2", "1.5", "0"]), "skus": ["s0", "s1"] }),
        );
    }
    if dice.below(3) == 0 {
        rules[0]["cap_per_order"] = json!("17.03");
    }
    Value::from(rules)
}

fn basket(dice: &mut Dice) -> Value {
    let line = |dice: &mut Dice, index: u64| {
        let quantity = dice.one_of(&["1", "2", "3", "7", "0.35"]);
        json!({ "id": format!("l{index}"), "sku": format!("s{}", dice.below(3)), "quantity": quantity, "unit_price": cents(dice, 5_000) })
    };
    let count = 1 + dice.below(6);
    let lines: Vec<Value> = (0..count).map(|index| line(dice, index)).collect();
    let mut basket = json!({ "currency": "USD", "lines": lines, "shipping": cents(dice, 900), "tax": cents(dice, 900) });
    if dice.below(2) == 0 {
        basket["lines"][0]["unit_price"] = json!("20.00");
        basket["discount"] = json!(cents(dice, 700));
    }
    basket
}

/// A line of which items are given back, in hundredths.
struct Line {
    id: String,
    ordered: i64,
    back: i64,
}

/// Divided by every quantity that is ordered.
const PARTS: i64 = 4_200;

/// What must have been taken, after items of lines were given back.
struct Model {
    lines: Vec<Line>,
    /// Of each rule, the shares of the lines.
    rules: Vec<Vec<i64>>,
    taken: i64,
    fault: Fault,
}

impl Model {
    fn new(args: &Value, earned: &[Value], fault: Fault) -> Self {
        let line = |line: &Value| Line { id: line["id"].as_str().unwrap().to_owned(), ordered: units(&line["quantity"]), back: 0 };
        let lines: Vec<Line> = args["lines"].as_array().unwrap().iter().map(line).collect();
        let share = |earned: &Value, id: &str| -> i64 {
            sum(earned["shares"].as_array().unwrap().iter().filter(|share| share["line"] == json!(id)), "amount")
        };
        let rules = earned.iter().map(|earned| lines.iter().map(|line| share(earned, &line.id)).collect()).collect();
        Model { lines, rules, taken: 0, fault }
    }

    /// What giving back so many items of a line must take.
    fn give_back(&mut self, index: usize, items: i64) -> i64 {
        self.lines[index].back += items;
        let of_rule = |shares: &Vec<i64>| -> i64 {
            let line = &self.lines[index];
            if self.fault == Fault::StepByStep {
                return shares[index] * items / line.ordered;
            }
            let parts = shares.iter().zip(&self.lines).map(|(share, line)| share * line.back * (PARTS / line.ordered));
            (2 * parts.sum::<i64>() + PARTS) / (2 * PARTS)
        };
        let due: i64 = self.rules.iter().map(of_rule).sum();
        let step = match self.fault {
            Fault::None => due - self.taken,
            Fault::StepByStep => due,
            Fault::OverAllLines => self.rules.iter().flatten().sum::<i64>() * items / self.lines[index].ordered,
        };
        self.taken += step;
        step
    }
}

fn must(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

/// One order: recorded, given back in steps, and in the end canceled.
fn order<R: Repository>(loyalty: &Loyalty<R>, seed: u64, fault: Fault) -> Result<(), String> {
    let (mut dice, mut shop) = (Dice(seed), Shop { loyalty, asked: 0 });
    let point_type = json!({ "id": "points", "places": 2, "reversal_shortfall": "debt" });
    let program = json!({ "point_types": [point_type], "earning": { "when": "placed", "rules": rules(&mut dice) } });
    shop.done("program.set", json!({ "program": program }))?;
    shop.done("customer.create", json!({ "id": "ann" }))?;
    shop.done("membership.enroll", json!({ "customer": "ann" }))?;
    shop.done("points.adjust", json!({ "customer": "ann", "type": "points", "amount": "5.55", "reason": "before" }))?;
    let before = shop.balance()?;
    let mut args = basket(&mut dice);
    let quoted = shop.done("order.quote", args.clone())?;
    args["customer"] = json!("ann");
    args["number"] = json!("o-1");
    args["placed_at"] = json!("2026-11-23T09:00:00Z");
    let recorded = shop.done("order.record", args.clone())?["result"].clone();
    let earned = recorded["earned"].as_array().unwrap().clone();
    let whole = sum(&earned, "amount");
    for earned in &earned {
        let shares = sum(earned["shares"].as_array().unwrap(), "amount");
        must(shares == units(&earned["amount"]), || format!("shares of {shares} in {earned}"))?;
    }
    must(sum(quoted["earns"].as_array().unwrap(), "amount") == whole, || format!("{quoted} was promised, {recorded} given"))?;
    if dice.below(3) == 0 && before + whole > 0 {
        let spent = json!(format!("{}.{:02}", (before + whole) / 100, (before + whole) % 100));
        shop.done("points.spend", json!({ "customer": "ann", "type": "points", "amount": spent }))?;
    }
    let start = shop.balance()?;
    let taken = if dice.below(2) == 0 {
        by_items(&mut shop, &mut dice, &args, &earned, fault)?
    } else {
        anyhow(&mut shop, &mut dice, &args, whole)?
    };
    must(taken <= whole, || format!("{taken} taken of {whole}"))?;
    must(shop.balance()? == start - taken, || "the balance is not what was taken".to_owned())?;
    let last =
        sum(shop.done("order.cancel", json!({ "customer": "ann", "number": "o-1" }))?["result"]["taken"].as_array().unwrap(), "amount");
    must(taken + last == whole, || format!("{taken} and at last {last} taken of {whole}"))?;
    must(shop.balance()? == start - whole, || "canceled, the order left something".to_owned())?;
    let verdict = shop.done("journal.verify", json!({ "customer": "ann" }))?;
    must(verdict["difference"].is_null(), || format!("{verdict}"))
}

/// Items of lines, in any order: what each step takes is known beforehand.
fn by_items<R: Repository>(shop: &mut Shop<'_, R>, dice: &mut Dice, args: &Value, earned: &[Value], fault: Fault) -> Result<i64, String> {
    let mut model = Model::new(args, earned, fault);
    let mut taken = 0;
    for step in 0..dice.below(8) {
        let index = dice.below(model.lines.len() as u64) as usize;
        let line = &model.lines[index];
        let items = if line.ordered < 100 { 7 } else { 100 * (1 + dice.below(2) as i64) };
        let quantity = format!("{}.{:02}", items / 100, items % 100);
        let refund = json!({ "customer": "ann", "number": "o-1", "refund": format!("r{step}"), "lines": [{ "line": line.id, "quantity": quantity }] });
        let fits = line.back + items <= line.ordered;
        match shop.ask("order.refund", refund.clone()) {
            Ok(answer) if fits => {
                let (wanted, got) = (model.give_back(index, items), sum(answer["result"]["taken"].as_array().unwrap(), "amount"));
                must(got == wanted, || format!("{refund}: {got} taken, {wanted} due"))?;
                taken += got;
                let again = shop.done("order.refund", refund)?;
                must(again["entries"].is_null(), || format!("again: {again}"))?;
            }
            Err(code) if !fits && code == "exceeds_order" => {}
            other => return Err(format!("{refund}: {other:?}")),
        }
    }
    Ok(taken)
}

/// Items, amounts, shipping, tax and amounts on the whole, as they come.
fn anyhow<R: Repository>(shop: &mut Shop<'_, R>, dice: &mut Dice, args: &Value, whole: i64) -> Result<i64, String> {
    let mut taken = 0;
    for step in 0..dice.below(8) {
        let line = format!("l{}", dice.below(args["lines"].as_array().unwrap().len() as u64));
        let mut refund = match dice.below(6) {
            0 => json!({ "lines": [{ "line": line, "quantity": "1" }] }),
            1 => json!({ "lines": [{ "line": line, "amount": cents(dice, 2_000) }] }),
            2 => json!({ "lines": [{ "line": line }] }),
            3 => json!({ "shipping": cents(dice, 900) }),
            4 => json!({ "tax": cents(dice, 900), "lines": [{ "line": line, "quantity": "0.05" }] }),
            _ => json!({ "amount": cents(dice, 6_000) }),
        };
        (refund["customer"], refund["number"], refund["refund"]) = (json!("ann"), json!("o-1"), json!(format!("r{step}")));
        match shop.ask("order.refund", refund.clone()) {
            Ok(answer) => taken += sum(answer["result"]["taken"].as_array().unwrap(), "amount"),
            Err(code) if code == "exceeds_order" || code == "invalid_request" => {}
            Err(code) => return Err(format!("{refund}: {code}")),
        }
        must(taken <= whole, || format!("{refund}: {taken} taken of {whole}"))?;
        let stored = shop.done("order.get", json!({ "customer": "ann", "number": "o-1" }))?;
        if stored["returned_all"] == json!(true) {
            must(taken == whole, || format!("all is back, but {taken} of {whole} taken"))?;
            // Nothing is left to cancel: that must take nothing more.
            return Ok(taken);
        }
    }
    Ok(taken)
}

fn orders<R: Repository>(cases: u64, seed: u64, fault: Fault, repository: impl Fn() -> R) -> Result<(), String> {
    for case in 0..cases {
        let seed = (seed << 32) ^ case;
        order(&Loyalty::new(repository()), seed, fault).map_err(|failure| format!("seed {seed}: {failure}"))?;
    }
    Ok(())
}

// rules L1, O2, O3, O4, T2
#[test]
fn orders_given_back_in_memory_leave_what_was_there() {
    orders(number("LOYALTY_CASES", 20_000) / 10, number("LOYALTY_SEED", 1), Fault::None, Memory::new).unwrap();
}

// rules L1, O2, O3, O4, T2
#[test]
fn orders_given_back_on_sqlite_leave_what_was_there() {
    orders(number("LOYALTY_CASES", 20_000) / 100, number("LOYALTY_SEED", 2), Fault::None, || Sqlite::in_memory(TABLES).unwrap()).unwrap();
}

#[test]
fn a_model_that_rounds_each_step_is_found() {
    for seed in 1..=3 {
        assert!(orders(200, seed, Fault::StepByStep, Memory::new).is_err(), "seed {seed}");
    }
}

#[test]
fn a_model_that_takes_from_all_lines_is_found() {
    for seed in 1..=3 {
        assert!(orders(200, seed, Fault::OverAllLines, Memory::new).is_err(), "seed {seed}");
    }
}

#[test]
fn a_repository_that_forgets_refunds_is_found() {
    for seed in 1..=3 {
        assert!(orders(200, seed, Fault::None, || Faulty::new(Mistake::RefundsForgotten)).is_err(), "seed {seed}");
    }
}
