//! `kill -9` in the middle of a file that goes to one SQLite file in many pieces, and is sent again from its beginning each time: what was told is not
//! lost, every row stands once and whole, and what is wrong is told with its row each time. `LOYALTY_KILLS` says how often (a tenth of it).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use loyalty_core::address::ADDRESS;
use loyalty_core::bulk::BULK_ROW;
use loyalty_core::customer::CUSTOMER;
use loyalty_core::json;
use loyalty_core::log::IDEMPOTENCY;
use loyalty_core::loyalty::{FileProgress, Loyalty};
use loyalty_core::repository::{CLAIM, Read, Repository, Scan, Table, Value as Stored};
use loyalty_sql::Sqlite;
use loyalty_tests::dice::Dice;
use serde_json::{Value, json};

use super::book::{count, read};
use super::child::{CUSTOMERS, again, prepare, verify};
use super::sender::{WORK, Work, send};
use super::{Folder, Seeded, is_intact, lines, number, open, seed, spawn};

const ROWS: u64 = 1_500;
const KILLS_OF_A_FILE: u64 = 5;
/// So much stands in a row that the file is several pieces.
const FILLING: usize = 150;
/// What every customer has, so that no row takes too much.
const START: i64 = 100_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Op {
    Adjust,
    Import,
}

impl Op {
    fn name(self) -> &'static str {
        match self {
            Op::Adjust => "bulk.adjust",
            Op::Import => "customer.import_csv",
        }
    }

    fn header(self) -> &'static str {
        match self {
            Op::Adjust => "customer,email,type,amount,reason,comment",
            Op::Import => "id,email,first_name,address_city,member,birth_date",
        }
    }

    /// How often each row stands, read from the tables themselves, or what is half there of one.
    fn stands(self, repository: &Sqlite) -> Result<BTreeMap<u64, u64>, String> {
        let of = |text: &str, before: &str| text.strip_prefix(before)?.split(' ').next()?.parse::<u64>().ok();
        let rows = |table, column, before: &str| -> Vec<u64> {
            bytes(repository, table, column).iter().filter_map(|text| of(text, before)).collect()
        };
        let (stands, beside) = match self {
            Op::Adjust => {
                let entries = count(repository).into_iter().filter_map(|(comment, times)| Some((of(&comment, "row ")?, times)));
                (entries.collect::<BTreeMap<u64, u64>>(), vec![numbers(repository)])
            }
            Op::Import => {
                let noted = bytes(repository, &IDEMPOTENCY, 1)
                    .into_iter()
                    .filter_map(|key| key.strip_prefix("i:")?.split('/').nth(1)?.parse().ok());
                let customers = rows(&CUSTOMER, 0, "c:n").into_iter().map(|row| (row, 1));
                let emails = bytes(repository, &CLAIM, 1).into_iter().filter_map(|email| of(email.split('@').next()?, "n"));
                (customers.collect(), vec![rows(&ADDRESS, 0, "c:n"), noted.collect(), emails.collect()])
            }
        };
        let whole: BTreeSet<u64> = stands.keys().copied().collect();
        match beside.iter().position(|rows| rows.len() != whole.len() || rows.iter().any(|row| !whole.contains(row))) {
            Some(place) if stands.values().all(|times| *times == 1) => {
                Err(format!("rows are half done: {:?} beside {whole:?}", beside[place]))
            }
            _ => Ok(stands),
        }
    }
}

/// A column of a table.
fn bytes(repository: &Sqlite, table: &'static Table, column: usize) -> Vec<String> {
    let rows = repository.read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).expect("a file that can be read").remove(0);
    let text = |value: &Stored| match value {
        Stored::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Stored::Int(number) => number.to_string(),
        _ => String::new(),
    };
    rows.iter().map(|row| text(row.value(column))).collect()
}

/// The rows that batches have noted.
fn numbers(repository: &Sqlite) -> Vec<u64> {
    let column = BULK_ROW.column("number").expect("a column");
    bytes(repository, &BULK_ROW, column).iter().filter_map(|number| number.parse().ok()).collect()
}

/// What stands in a file, and what its rows come to.
struct Rows {
    op: Op,
    csv: PathBuf,
    /// The rows that are refused.
    bad: Vec<u64>,
    given: i64,
    taken: i64,
    balances: BTreeMap<&'static str, i64>,
}

impl Rows {
    fn write(op: Op, csv: PathBuf, dice: &mut Dice) -> Self {
        let balances = CUSTOMERS.map(|customer| (customer, START)).into();
        let mut rows = Rows { op, csv, bad: Vec::new(), given: 0, taken: 0, balances };
        let (mut text, filling) = (format!("{}\n", op.header()), "é".repeat(FILLING));
        for row in 2..ROWS + 2 {
            let bad = dice.below(40);
            if bad < 3 {
                rows.bad.push(row);
            }
            let line = match (op, bad) {
                (Op::Adjust, 0) => format!("anna,,points,1e3,load,{filling}"),
                (Op::Adjust, 1) => format!(",nobody{row}@example.com,points,5,load,{filling}"),
                (Op::Adjust, 2) => format!("nobody{row},,points,5,load,{filling}"),
                (Op::Adjust, _) => rows.adjustment(dice, row, &filling),
                (Op::Import, 0) => format!("n{row},nowhere,Ada,{filling},yes,"),
                (Op::Import, 1) => format!("n{row},n{row}@example.com,Ada,{filling},yes,1990-02-30"),
                // Somebody who was there before has it.
                (Op::Import, 2) => format!("n{row},Anna@Example.com,Ada,{filling},yes,"),
                (Op::Import, _) => format!("n{row},n{row}@example.com,\"Ada, {row}\",{filling},yes,1990-02-28"),
            };
            writeln!(text, "{line}").expect("memory");
        }
        std::fs::write(&rows.csv, text).expect("a file");
        rows
    }

    fn adjustment(&mut self, dice: &mut Dice, row: u64, filling: &str) -> String {
        let amount = 1 + i64::try_from(dice.below(50)).expect("a small number");
        let is_given = dice.below(3) > 0;
        *(if is_given { &mut self.given } else { &mut self.taken }) += amount;
        let (customer, amount) = (dice.one_of(&CUSTOMERS), if is_given { amount } else { -amount });
        *self.balances.entry(customer).or_default() += amount;
        format!("{customer},,points,{amount},load,row {row} {filling}")
    }

    fn good(&self) -> u64 {
        ROWS - self.bad.len() as u64
    }

    /// What a process is to do: for adjustments, after a dry run here.
    fn work(&self, to: &Path, batch: &str, seeded: Seeded) -> Result<Work, String> {
        let mut args = match self.op {
            Op::Adjust => json!({ "batch": batch }),
            Op::Import => json!({ "batch": batch, "preset": "loyalty" }),
        };
        let watch = &mut |_: &FileProgress<'_>| ControlFlow::Continue(());
        let dry =
            send(&open(to), (&self.csv, self.op.name(), &args), (true, &[]), watch).map_err(|error| format!("the dry run: {error}"))?;
        assert!(dry.digests.len() > 3, "the file is only {} pieces", dry.digests.len());
        let mut digests = Vec::new();
        if self.op == Op::Adjust {
            let answer: Value = serde_json::from_str(&json::text(&dry.answer)).expect("JSON");
            args["file_plan"] = answer["file_plan"].clone();
            digests = dry.digests;
        }
        let (op, seeded) = (self.op.name().to_owned(), format!("{seeded:?}"));
        Ok(Work { to: to.to_owned(), csv: self.csv.clone(), op, args, digests, breaks_off_at: None, seeded })
    }

    /// What was told stands; nothing stands twice, half, or though it is refused. How many rows stand.
    fn check(&self, loyalty: &Loyalty<Sqlite>, told: &Told) -> Result<u64, String> {
        let stands = self.op.stands(loyalty.repository())?;
        if let Some((row, times)) = stands.iter().find(|(_, times)| **times > 1) {
            return Err(format!("row {row} stands {times} times"));
        }
        if let Some(row) = stands.keys().find(|row| self.bad.binary_search(row).is_ok()) {
            return Err(format!("row {row} stands, which is refused"));
        }
        let rows = stands.len() as u64;
        if rows < told.done {
            return Err(format!("{} rows were told as done, and {} of them are lost", told.done, told.done - rows));
        }
        if !self.bad.starts_with(&told.errors) || told.errors.len() as u64 > told.refused {
            return Err(format!(
                "the errors of the rows {:?} were told, and {} refused; wrong are {:?}",
                told.errors, told.refused, self.bad
            ));
        }
        Ok(rows)
    }

    /// What a process has told of the whole file, and what stands in the end.
    fn check_end(&self, loyalty: &Loyalty<Sqlite>, told: &Told, answer: &Value) -> Result<(), String> {
        let is_all = (self.check(loyalty, told)?, told.done, told.errors.len()) == (self.good(), self.good(), self.bad.len());
        let is_said = answer["done"] == self.good() && answer["refused"] == self.bad.len();
        let is_counted = match self.op {
            Op::Adjust => {
                answer["totals"] == json!([{ "type": "points", "given": self.given.to_string(), "taken": self.taken.to_string() }])
                    && answer["state"] == "done"
            }
            Op::Import => {
                answer["counts"]["created"].as_u64().zip(answer["counts"]["repeated"].as_u64()).map(|(one, two)| one + two)
                    == Some(self.good())
            }
        };
        if !is_all || !is_said || !is_counted {
            return Err(format!("{} rows are good, {} are not; it told {told:?} and {answer}", self.good(), self.bad.len()));
        }
        for (customer, balance) in &self.balances {
            let answer = again(loyalty, &json!({ "op": "points.balance", "args": { "customer": customer, "type": "points" } }));
            let total: Option<i64> = answer["ok"]["balances"][0]["total"].as_str().and_then(|total| total.parse().ok());
            if total != Some(if self.op == Op::Adjust { *balance } else { START }) {
                return Err(format!("{customer} should have {balance}: {answer}"));
            }
        }
        let everybody = bytes(loyalty.repository(), &CUSTOMER, 0);
        everybody.iter().filter_map(|root| root.strip_prefix("c:")).try_for_each(|customer| verify(loyalty, customer))
    }
}

/// What a process has told.
#[derive(Debug, Default)]
struct Told {
    done: u64,
    refused: u64,
    /// The rows of errors.
    errors: Vec<u64>,
    /// How often it told.
    times: u64,
    /// Whether it broke off by itself, and its answer.
    end: Option<(bool, Value)>,
}

impl Told {
    fn note(&mut self, line: &[u8]) -> Result<(), String> {
        let Some((word, first, second)) = read(line) else { return Ok(()) };
        match word.as_str() {
            "told" => {
                self.times += 1;
                (self.done, self.refused) = (first["done"].as_u64().unwrap_or_default(), first["refused"].as_u64().unwrap_or_default());
                self.errors.extend(second.as_array().into_iter().flatten().filter_map(Value::as_u64));
            }
            "ends" => self.end = Some((first == true, second)),
            _ => return Err(format!("{word}: {second}")),
        }
        Ok(())
    }
}

/// Lets a process send the file. It is killed a moment after it has told so many rows, if that is asked for.
fn sends(work: &Work, kill_at: Option<u64>, dice: &mut Dice) -> Result<Told, String> {
    let mut child = spawn("killed::sender::child", &[(WORK, serde_json::to_string(work).expect("JSON"))]);
    let (mut told, mut lines) = (Told::default(), lines(&mut child));
    if let Some(rows) = kill_at {
        while told.done + told.refused < rows {
            let Some(line) = lines.next() else { break };
            told.note(&line)?;
        }
        // Until the first rows stand, it takes longer.
        std::thread::sleep(Duration::from_micros(dice.below(if rows == 0 { 100_000 } else { 30_000 })));
        child.kill().expect("a child that was not waited for");
    }
    lines.try_for_each(|line| told.note(&line))?;
    child.wait().expect("the child ends");
    Ok(told)
}

/// What a run of the harness came to.
#[derive(Debug, Default)]
struct Tally {
    files: u64,
    rows: u64,
    kills: u64,
    /// Of the kills, how many found some rows of the file done and others not.
    halfway: u64,
    broken_off: u64,
    told: u64,
}

/// One file, whose senders are killed until it has had its kills.
fn live(rows: &Rows, to: &Path, kills: u64, dice: &mut Dice, seeded: Seeded, tally: &mut Tally) -> Result<(), String> {
    prepare(&open(to));
    for customer in CUSTOMERS {
        let email = json!({ "customer": customer, "email": format!("{customer}@example.com") });
        let earned = json!({ "customer": customer, "type": "points", "amount": START.to_string() });
        for (op, args) in [("customer.edit", email), ("points.earn", earned)] {
            let answer = again(&open(to), &json!({ "op": op, "args": args }));
            assert!(answer["ok"].is_object(), "{answer}");
        }
    }
    let mut work = rows.work(to, "b-0", seeded)?;
    let (mut stood, mut killed) = (0, 0);
    loop {
        let far = stood + dice.below(((ROWS - stood) / (kills - killed + 1)).max(1));
        // The first kill of a file comes when something stands, the others also before.
        let kill_at = (killed < kills).then(|| if dice.below(4) == 0 && killed > 0 { 0 } else { far.max(1) });
        work.breaks_off_at = (dice.below(5) == 0 && killed < kills).then_some(far);
        let told = sends(&work, kill_at.filter(|_| work.breaks_off_at.is_none()), dice)?;
        tally.told += told.times;
        let loyalty = open(to);
        stood = rows.check(&loyalty, &told)?;
        is_intact(to)?;
        match &told.end {
            Some((false, answer)) => {
                rows.check_end(&loyalty, &told, answer)?;
                if killed >= kills {
                    return Ok(());
                }
            }
            Some((true, _)) => tally.broken_off += 1,
            None if killed < kills => {
                (killed, tally.kills) = (killed + 1, tally.kills + 1);
                tally.halfway += u64::from(stood > 0 && stood < rows.good());
            }
            None => return Err("a process ended before it had said what became of the file".to_owned()),
        }
        if seeded == Seeded::NewKey {
            work = rows.work(to, &format!("b-{killed}"), seeded)?;
        }
    }
}

fn kill_many(op: Op, kills: u64, seeded: Seeded) -> Result<Tally, String> {
    let seed = seed();
    let folder = Folder::new(&format!("{op:?}-{seeded:?}"));
    let (mut tally, mut dice) = (Tally::default(), Dice(seed));
    while tally.kills < kills {
        let place = |what: &str| folder.0.join(format!("{}.{what}", tally.files));
        let (to, rows) = (place("db"), Rows::write(op, place("csv"), &mut dice));
        (tally.files, tally.rows) = (tally.files + 1, tally.rows + ROWS);
        let of_it = (kills - tally.kills).min(KILLS_OF_A_FILE);
        live(&rows, &to, of_it, &mut dice, seeded, &mut tally).map_err(|why| format!("LOYALTY_SEED={seed}, {tally:?}: {why}"))?;
    }
    println!("{op:?} with LOYALTY_SEED={seed}: {tally:?}");
    Ok(tally)
}

fn is_done_once(op: Op) {
    let kills = (number("LOYALTY_KILLS", 60) / 10).max(1);
    let tally = kill_many(op, kills, Seeded::Nothing).unwrap_or_else(|why| panic!("{why}"));
    assert!(tally.halfway > 0, "no kill came in the middle: {tally:?}");
}

// rules B1, B2
#[test]
fn every_row_of_a_file_is_done_once_whoever_is_killed() {
    is_done_once(Op::Adjust);
}

// rules K8, B2
#[test]
fn every_customer_of_a_file_is_there_once_whoever_is_killed() {
    is_done_once(Op::Import);
}

#[test]
fn adjusting_again_as_a_new_batch_is_noticed() {
    let why = kill_many(Op::Adjust, 20, Seeded::NewKey).expect_err("it must be noticed");
    assert!(why.contains("stands 2 times"), "{why}");
}

#[test]
fn importing_again_as_a_new_batch_is_noticed() {
    let why = kill_many(Op::Import, 20, Seeded::NewKey).expect_err("it must be noticed");
    assert!(why.contains("the errors of the rows") || why.contains("rows are good"), "{why}");
}

#[test]
fn telling_of_rows_before_they_stand_is_noticed() {
    for op in [Op::Adjust, Op::Import] {
        let why = kill_many(op, 20, Seeded::AcknowledgesFirst).expect_err("it must be noticed");
        assert!(why.contains("are lost"), "{why}");
    }
}
