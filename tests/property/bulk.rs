//! Random files with rows that are wrong, cut anywhere, over storage that dies anywhere: sent again until they are through, every row is done once; the dry
//! run says what the real run does; reversed, all is as it was (rules B1, B2, L1). `LOYALTY_CASES` sets the number of files (a fortieth of it in memory, a tenth
//! of that on SQLite).

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use loyalty_core::bulk::BULK_ROW;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError, Write};
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use serde_json::{Value, json};

use crate::number;

const CUSTOMERS: u64 = 5;

/// Storage that dies after so many commands, in the middle of those that should become durable together, and says that nobody knows.
struct Dying<R> {
    inner: R,
    /// Commands that are still applied; below zero it is dead.
    left: AtomicI64,
    /// A mistake put in on purpose: what a row has done is not written beside its entry.
    forgets_rows: bool,
}

impl<R: Repository> Repository for Dying<R> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        if self.left.load(Ordering::Relaxed) < 0 { Err(StorageError::failed("dead")) } else { self.inner.read(reads) }
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.inner.search(search)
    }

    fn commit(&self, mut changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let count = i64::try_from(changes.len()).unwrap();
        let before = self.left.fetch_sub(count, Ordering::Relaxed);
        if self.forgets_rows {
            let is_row = |write: &Write| matches!(write, Write::Insert(row) if *row.table == BULK_ROW);
            changes.iter_mut().for_each(|changes| changes.writes.retain(|write| !is_row(write)));
        }
        if before >= count {
            return self.inner.commit(changes);
        }
        changes.truncate(usize::try_from(before.max(0)).unwrap());
        if !changes.is_empty() {
            self.inner.commit(changes)?;
        }
        Err(StorageError::unknown("died"))
    }
}

/// A step of splitmix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        ((mixed ^ (mixed >> 27)) >> 16) % bound
    }
}

struct Shop<R> {
    storage: Arc<Dying<R>>,
    loyalty: Loyalty<Arc<Dying<R>>>,
    asked: u64,
}

impl<R: Repository> Shop<R> {
    fn ask(&mut self, op: &str, args: &Value, preview: bool) -> Value {
        self.asked += 1;
        let request = json!({ "op": op, "args": args, "preview": preview }).to_string();
        let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
        let context = json!({ "actor": actor, "at": "2026-03-01T10:00:00Z", "entropy": format!("not random at all {:08}", self.asked) });
        serde_json::from_str(&self.loyalty.execute(&request, &context.to_string())).unwrap()
    }

    fn done(&mut self, op: &str, args: &Value) -> Result<Value, String> {
        let answer = self.ask(op, args, false);
        if answer["ok"].is_object() { Ok(answer["ok"].clone()) } else { Err(format!("{op} {args}: {answer}")) }
    }

    /// Lets it die after so many commands, from a fresh start.
    fn dies_after(&mut self, commands: i64) {
        self.storage.left.store(commands, Ordering::Relaxed);
        self.loyalty = Loyalty::new(Arc::clone(&self.storage));
    }

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

/// Sends a file in pieces; the last answer and how many errors were told, or the error that broke it off.
fn send<R: Repository>(shop: &mut Shop<R>, dice: &mut Dice, args: &Value, csv: &str, preview: bool) -> Result<(Value, u64), Value> {
    let (mut rest, mut args, mut errors) = (csv, args.clone(), 0);
    let size = usize::try_from(20 + dice.below(400)).unwrap();
    loop {
        let mut end = size.min(rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        args["csv"] = json!(rest[..end]);
        rest = &rest[end..];
        args["last"] = json!(rest.is_empty());
        let answer = shop.ask("bulk.adjust", &args, preview);
        if !answer["ok"].is_object() {
            return Err(answer);
        }
        let answer = answer["ok"].clone();
        errors += answer["errors"].as_array().map_or(0, |errors| errors.len() as u64);
        if rest.is_empty() {
            return Ok((answer, errors));
        }
        args["after"] = answer["next"].clone();
    }
}

fn is_trouble(error: &Value) -> bool {
    error["error"]["retry"] != "never"
}

fn equal<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, wanted: &T) -> Result<(), String> {
    if found == wanted { Ok(()) } else { Err(format!("{what}: {found:?} instead of {wanted:?}")) }
}

/// One file's life.
fn live<R: Repository>(seed: u64, storage: R, forgets_rows: bool) -> Result<(), String> {
    let storage = Arc::new(Dying { inner: storage, left: AtomicI64::new(i64::MAX), forgets_rows });
    let mut dice = Dice(seed);
    let mut shop = Shop { loyalty: Loyalty::new(Arc::clone(&storage)), storage, asked: 0 };
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
        match send(&mut shop, &mut dice, &args, &file.csv, false) {
            Ok(done) => break done,
            Err(error) if is_trouble(&error) => deaths += 1,
            Err(error) => return Err(error.to_string()),
        }
    };
    shop.dies_after(i64::MAX);
    for name in ["done", "refused", "totals", "row", "digest"] {
        equal(name, &answer[name], &dry[name])?;
    }
    equal("errors told", &errors, &file.refused)?;
    equal("balances", &shop.balances()?, &file.balances)?;
    let view = shop.done("bulk.get", &json!({ "batch": "b-1" }))?;
    for name in ["done", "refused", "row"] {
        equal(name, &view[name], &dry[name])?;
    }
    if dies {
        let again = send(&mut shop, &mut dice, &args, &file.csv, false).map_err(|error| error.to_string())?;
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

fn lives<R: Repository>(cases: u64, forgets_rows: bool, storage: impl Fn() -> R) -> Result<(), String> {
    let seed = number("LOYALTY_SEED", 1);
    (0..cases).try_for_each(|case| {
        let seed = seed.wrapping_mul(1_000_003).wrapping_add(case);
        live(seed, storage(), forgets_rows).map_err(|why| format!("seed {seed}: {why}"))
    })
}

// rules B1, B2, L1, L10
#[test]
fn every_row_of_a_file_is_done_once_whatever_dies() {
    lives(number("LOYALTY_CASES", 20_000) / 40, false, Memory::new).unwrap_or_else(|why| panic!("{why}"));
}

// rules B1, B2
#[test]
fn every_row_of_a_file_is_done_once_in_sqlite() {
    let storage = || Sqlite::in_memory(TABLES).unwrap();
    lives((number("LOYALTY_CASES", 20_000) / 400).min(60), false, storage).unwrap_or_else(|why| panic!("{why}"));
}

#[test]
fn rows_that_are_not_noted_are_found() {
    let found = lives(200, true, Memory::new);
    assert!(found.is_err(), "rows were done twice, or not reversed, and nobody saw it");
}
