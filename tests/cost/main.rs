//! What an operation reads and writes does not grow with the history of the accounts: the rows that pass between the engine and its repository are counted
//! behind a short past and behind one ten times as long (rules G4, L1, L3).

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use loyalty_core::entry::ENTRY;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Scan, Search, StorageError};
use loyalty_tests::golden::engine;
use serde_json::{Value, json};

/// How many times something is earned and spent before, and how many in the longer past. A page of history is full in both.
const SHORT: usize = 60;
const LONG: usize = 600;

/// Memory that counts the rows which come and go.
struct Counting {
    memory: Memory,
    rows: AtomicUsize,
    /// The seeded fault: every read walks through the journal too.
    walks: AtomicBool,
}

impl Repository for &Counting {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        if self.walks.load(Ordering::Relaxed) {
            let walked = self.memory.read(&[Read::Scan(Scan::prefix(&ENTRY, Vec::new()))])?;
            self.rows.fetch_add(walked.concat().len(), Ordering::Relaxed);
        }
        let found = self.memory.read(reads)?;
        self.rows.fetch_add(found.iter().map(Vec::len).sum(), Ordering::Relaxed);
        Ok(found)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        let found = self.memory.search(search)?;
        self.rows.fetch_add(found.len(), Ordering::Relaxed);
        Ok(found)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        self.rows.fetch_add(changes.iter().map(|changes| changes.writes.len()).sum(), Ordering::Relaxed);
        self.memory.commit(changes)
    }
}

fn program() -> Value {
    let statuses = json!([{ "id": "silver", "threshold": "50" }, { "id": "gold", "threshold": "100000" }]);
    json!({
        "point_types": [{ "id": "points", "transferable": true, "expiry": { "policy": "days", "days": 400 } }, { "id": "credit", "kind": "money", "places": 2, "currency": "USD" }],
        "earning": { "rules": [{ "id": "each", "type": "points", "points": "1", "per": "1", "cap_per_period": { "points": "30", "every": "day" } }] },
        "rewards": [{ "id": "mug", "gives": { "kind": "product", "sku": "mug-1" }, "cost": { "type": "points", "amount": "9" }, "stock": 50 }],
        "status_systems": [
            { "id": "ever", "counts": { "source": "earned", "type": "points" }, "window": { "over": "lifetime" }, "statuses": statuses },
            { "id": "year", "counts": { "source": "spend" }, "window": { "over": "calendar_year" }, "statuses": statuses },
        ],
    })
}

/// What is asked behind the past, in this order.
fn operations() -> Vec<(&'static str, Value)> {
    let ada = |more: Value| {
        let mut args = json!({ "customer": "ada" });
        args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        args
    };
    let order = json!({ "number": "o-1", "placed_at": "2026-01-01T00:00:00Z", "currency": "USD", "lines": [{ "unit_price": "20" }], "payments": [{ "id": "p", "amount": "20", "status": "paid" }] });
    let both = json!({ "survivor": "bob", "source": "ada" });
    vec![
        ("points.adjust", ada(json!({ "type": "points", "amount": "40", "reason": "x" }))),
        ("points.spend", ada(json!({ "type": "points", "amount": "5" }))),
        ("points.hold", ada(json!({ "type": "points", "amount": "5", "seconds": 600 }))),
        ("points.release", ada(json!({ "hold": "ada/points/h1" }))),
        ("points.transfer", ada(json!({ "recipient": "bob", "type": "points", "amount": "2", "reason": "x" }))),
        ("points.reverse", ada(json!({ "entry": "ada/points/1", "amount": "1" }))),
        ("points.balance", ada(json!({}))),
        ("points.history", ada(json!({}))),
        ("points.expiring", ada(json!({ "type": "points" }))),
        ("points.explain", ada(json!({ "type": "points" }))),
        ("order.record", ada(order)),
        ("order.refund", ada(json!({ "number": "o-1", "refund": "r-1", "amount": "3" }))),
        ("reward.redeem", ada(json!({ "reward": "mug" }))),
        ("status.evaluate", ada(json!({}))),
        ("customer.details", ada(json!({}))),
        ("customer.actions", ada(json!({}))),
        ("customer.list", json!({ "search": "ada" })),
        ("report.liability", json!({})),
        ("report.expiring", json!({})),
        ("report.activity", json!({ "from": "2026-03-01T00:00:00Z" })),
        ("audit.list", json!({})),
        ("merge.apply", both.clone()),
        ("customer.details", json!({ "customer": "bob" })),
        ("points.history", json!({ "customer": "bob" })),
        ("points.reverse", json!({ "customer": "bob", "entry": "ada/points/3", "amount": "1" })),
        ("merge.undo", both),
        ("membership.unenroll", ada(json!({}))),
        ("maintenance.run", json!({})),
    ]
}

/// The rows of each operation behind a past of so many rounds.
fn rows(rounds: usize, walks: bool) -> Vec<(&'static str, usize)> {
    let storage = Counting { memory: Memory::new(), rows: AtomicUsize::new(0), walks: AtomicBool::new(false) };
    let (loyalty, asked) = (engine(&storage), Cell::new(0));
    let ask = |op: &str, args: &Value, at: &str| {
        asked.set(asked.get() + 1);
        let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
        let context = json!({ "actor": actor, "at": at, "entropy": format!("not random at all {:08}", asked.get()) });
        let answer: Value =
            serde_json::from_str(&loyalty.execute(&json!({ "op": op, "args": args }).to_string(), &context.to_string())).unwrap();
        assert!(answer["error"].is_null(), "{op}: {answer}, asked {args}");
    };
    let past = |op: &str, args: Value| ask(op, &args, "2026-02-01T10:00:00Z");
    past("program.set", json!({ "program": program() }));
    for id in ["ada", "bob"] {
        past("customer.create", json!({ "id": id }));
        past("membership.enroll", json!({ "customer": id }));
        past("points.earn", json!({ "customer": id, "type": "points", "amount": "100" }));
        for _ in 0..rounds {
            past("points.earn", json!({ "customer": id, "type": "points", "amount": "7" }));
            past("points.spend", json!({ "customer": id, "type": "points", "amount": "7" }));
        }
    }
    storage.walks.store(walks, Ordering::Relaxed);
    let counted = operations().into_iter().map(|(op, args)| {
        storage.rows.store(0, Ordering::Relaxed);
        ask(op, &args, "2026-03-02T10:00:00Z");
        (op, storage.rows.load(Ordering::Relaxed))
    });
    counted.collect()
}

/// The operations that come and go with more rows behind the longer past.
fn growing(walks: bool) -> Vec<String> {
    let pairs = rows(SHORT, walks).into_iter().zip(rows(LONG, walks));
    pairs.filter(|(short, long)| short.1 < long.1).map(|((op, short), (_, long))| format!("{op}: {short} rows, then {long}")).collect()
}

// rules G4, L1, L3
#[test]
fn no_operation_reads_or_writes_more_behind_a_longer_past() {
    let found = growing(false);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_repository_that_walks_through_the_journal_is_found() {
    assert!(growing(true).len() >= operations().len() - 1);
}
