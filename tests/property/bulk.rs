//! Random files with rows that are wrong, cut anywhere, over storage that dies anywhere: sent again until they are through, every row is done once; the dry
//! run says what the real run does; reversed, all is as it was (rules B1, B2, L1). `LOYALTY_CASES` sets the number of files (a fortieth of it in memory, a tenth
//! of that on SQLite).

use std::fmt::Write as _;

use loyalty_core::bulk::BULK_ROW;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{Repository, Table};
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::dice::Dice;
use serde_json::{Value, json};

use crate::dying::{Shop, equal, is_trouble, send};
use crate::number;

const CUSTOMERS: u64 = 5;

impl<R: Repository> Shop<R> {
    fn balances(&mut self) -> Result<Vec<i64>, String> {
        let mut balances = Vec::new();
        for customer in 0..CUSTOMERS {
            let id = format!("c{customer}");
            let sound = self.done("journal.verify", &json!({ "customer": id }))?;
            if sound["sound"] != true {
                return Err(format!("the books of {id} are wrong: {sound}"));
            }
            let answer = self.done("points.balance", &json!({ "customer": id, "type": "points" }))?;
            balances.push(answer["balances"][0]["total"].as_str().and_then(|total| total.parse().ok()).ok_or("no balance")?);
        }
        Ok(balances)
    }
}

/// A file, what its rows come to where each is done once in its order, and how many of them are refused.
struct File {
    csv: String,
    balances: Vec<i64>,
    refused: u64,
}

/// A file of random rows. Where debits are `covered`, a row is refused for what it says alone, whenever it is tried.
fn file(dice: &mut Dice, mut balances: Vec<i64>, covered: bool) -> File {
    let mut csv = String::from("\u{feff}customer;email;amount;comment\n");
    let mut refused = 0;
    for row in 0..dice.below(40) {
        let customer = dice.below(CUSTOMERS);
        let amount = i64::try_from(dice.below(if covered { 100 } else { 900 })).unwrap() - if covered { 50 } else { 500 };
        let who = match dice.below(3) {
            0 => format!(";C{customer}@Example.com"),
            1 => format!("c{customer};nobody@example.com"),
            _ => format!("c{customer};"),
        };
        let end = ["\n", "\r\n", "\n;;;\n", "\n\n"][usize::try_from(dice.below(4)).unwrap()];
        let bad = match dice.below(8) {
            0 => Some(format!("{who};\"{amount},000\";")),
            1 => Some(format!(";unknown{row}@example.com;{amount};")),
            2 => Some(format!("x{row};;{amount};")),
            3 => Some(format!("{who};{amount}")),
            _ => None,
        };
        let balance = &mut balances[usize::try_from(customer).unwrap()];
        let is_refused = bad.is_some() || amount == 0 || *balance + amount < 0;
        let line = bad.unwrap_or_else(|| format!("{who};{amount};\"two\nlines, é {row}\""));
        write!(csv, "{line}{end}").unwrap();
        if is_refused {
            refused += 1;
        } else {
            *balance += amount;
        }
    }
    File { csv, balances, refused }
}

/// One file's life.
fn live<R: Repository>(seed: u64, storage: R, forgets: Option<&'static Table>) -> Result<(), String> {
    let mut dice = Dice(seed);
    let mut shop = Shop::over(storage, forgets);
    for customer in 0..CUSTOMERS {
        let id = format!("c{customer}");
        shop.done("customer.create", &json!({ "id": id, "email": format!("{id}@example.com") }))?;
        shop.done("membership.enroll", &json!({ "customer": id }))?;
        shop.done("points.earn", &json!({ "customer": id, "type": "points", "amount": "3000" }))?;
    }
    let before = shop.balances()?;
    let dies = dice.below(4) > 0;
    let file = file(&mut dice, before.clone(), dies);
    let mut args = json!({ "batch": "b-1", "type": "points", "reason": "because" });
    // The dry run as one piece: then it sees every row behind those before it.
    args["csv"] = json!(file.csv);
    args["last"] = json!(true);
    let dry = shop.ask("bulk.adjust", &args, true)["ok"].clone();
    equal("refused in the dry run", &dry["refused"], &json!(file.refused))?;
    equal("balances after the dry run", &shop.balances()?, &before)?;
    args["file_plan"] = dry["file_plan"].clone();
    let mut deaths = 0;
    let (answer, errors) = loop {
        shop.dies_after(if dies && deaths < 6 { i64::try_from(dice.below(30)).unwrap() } else { i64::MAX });
        match send(&mut shop, &mut dice, "bulk.adjust", &args, &file.csv) {
            Ok(done) => break done,
            Err(error) if is_trouble(&error) => deaths += 1,
            Err(error) => return Err(error.to_string()),
        }
    };
    shop.dies_after(i64::MAX);
    for name in ["done", "refused", "totals", "row", "digest"] {
        equal(name, &answer[name], &dry[name])?;
    }
    equal("errors told", &(errors.len() as u64), &file.refused)?;
    equal("balances", &shop.balances()?, &file.balances)?;
    let view = shop.done("bulk.get", &json!({ "batch": "b-1" }))?;
    for name in ["done", "refused", "row"] {
        equal(name, &view[name], &dry[name])?;
    }
    if dies {
        let again = send(&mut shop, &mut dice, "bulk.adjust", &args, &file.csv).map_err(|error| error.to_string())?;
        equal("sent again", &again.0["totals"], &dry["totals"])?;
        equal("balances after it was sent again", &shop.balances()?, &file.balances)?;
    }
    reverse(&mut shop, &mut dice, dies)?;
    equal("balances after the reversal", &shop.balances()?, &before)?;
    let view = shop.done("bulk.get", &json!({ "batch": "b-1" }))?;
    equal("reversed", &view["reversed"], &dry["done"])?;
    equal("state", &view["state"], &json!("reversed"))
}

/// Reverses the batch, in pieces and over storage that dies.
fn reverse<R: Repository>(shop: &mut Shop<R>, dice: &mut Dice, dies: bool) -> Result<(), String> {
    let (mut after, mut deaths) = (Value::Null, 0);
    loop {
        shop.dies_after(if dies && deaths < 6 { i64::try_from(dice.below(20)).unwrap() } else { i64::MAX });
        let answer = shop.ask("bulk.reverse", &json!({ "batch": "b-1", "after": after, "limit": 1 + dice.below(20) }), false);
        if answer["ok"].is_object() {
            after = answer["ok"]["next"].clone();
            if after.is_null() {
                shop.dies_after(i64::MAX);
                return Ok(());
            }
        } else if is_trouble(&answer) {
            deaths += 1;
        } else {
            return Err(answer.to_string());
        }
    }
}

fn lives<R: Repository>(cases: u64, forgets: Option<&'static Table>, storage: impl Fn() -> R) -> Result<(), String> {
    let seed = number("LOYALTY_SEED", 1);
    (0..cases).try_for_each(|case| {
        let seed = seed.wrapping_mul(1_000_003).wrapping_add(case);
        live(seed, storage(), forgets).map_err(|why| format!("seed {seed}: {why}"))
    })
}

// rules B1, B2, L1, L10
#[test]
fn every_row_of_a_file_is_done_once_whatever_dies() {
    lives(number("LOYALTY_CASES", 20_000) / 40, None, Memory::new).unwrap_or_else(|why| panic!("{why}"));
}

// rules B1, B2
#[test]
fn every_row_of_a_file_is_done_once_in_sqlite() {
    let storage = || Sqlite::in_memory(TABLES).unwrap();
    lives((number("LOYALTY_CASES", 20_000) / 400).min(60), None, storage).unwrap_or_else(|why| panic!("{why}"));
}

#[test]
fn rows_that_are_not_noted_are_found() {
    let found = lives(200, Some(&BULK_ROW), Memory::new);
    assert!(found.is_err(), "rows were done twice, or not reversed, and nobody saw it");
}
