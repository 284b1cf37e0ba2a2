//! Storage that dies anywhere, a shop over it, and files that are sent to the shop in pieces.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError, Table, Write};
use loyalty_tests::dice::Dice;
use loyalty_tests::golden::engine;
use serde_json::{Value, json};

/// Storage that dies after so many commands, in the middle of those that should become durable together, and says that nobody knows.
pub struct Dying<R> {
    inner: R,
    /// Commands that are still applied; below zero it is dead.
    left: AtomicI64,
    /// A mistake put in on purpose: writes to this table are dropped.
    forgets: Option<&'static Table>,
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
        if let Some(table) = self.forgets {
            let is_forgotten = |write: &Write| matches!(write, Write::Insert(row) | Write::Put(row) if row.table == table);
            changes.iter_mut().for_each(|changes| changes.writes.retain(|write| !is_forgotten(write)));
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

pub struct Shop<R> {
    storage: Arc<Dying<R>>,
    loyalty: Loyalty<Arc<Dying<R>>>,
    asked: u64,
}

impl<R: Repository> Shop<R> {
    /// A shop whose storage lives, but may forget what is written to a table.
    pub fn over(storage: R, forgets: Option<&'static Table>) -> Self {
        let storage = Arc::new(Dying { inner: storage, left: AtomicI64::new(i64::MAX), forgets });
        Shop { loyalty: engine(Arc::clone(&storage)), storage, asked: 0 }
    }

    pub fn ask(&mut self, op: &str, args: &Value, preview: bool) -> Value {
        self.asked += 1;
        let request = json!({ "op": op, "args": args, "preview": preview }).to_string();
        let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
        let context = json!({ "actor": actor, "at": "2026-03-01T10:00:00Z", "entropy": format!("not random at all {:08}", self.asked) });
        serde_json::from_str(&self.loyalty.execute(&request, &context.to_string())).unwrap()
    }

    pub fn done(&mut self, op: &str, args: &Value) -> Result<Value, String> {
        let answer = self.ask(op, args, false);
        if answer["ok"].is_object() { Ok(answer["ok"].clone()) } else { Err(format!("{op} {args}: {answer}")) }
    }

    /// Lets it die after so many commands, from a fresh start.
    pub fn dies_after(&mut self, commands: i64) {
        self.storage.left.store(commands, Ordering::Relaxed);
        self.loyalty = engine(Arc::clone(&self.storage));
    }

    /// All rows of a table.
    pub fn rows(&self, table: &'static Table) -> Vec<Row> {
        let scan = loyalty_core::repository::Scan::prefix(table, Vec::new());
        self.storage.inner.read(&[Read::Scan(scan)]).unwrap().remove(0)
    }
}

/// Sends a file in pieces; the last answer and the errors that were told, or the error that broke it off.
pub fn send<R: Repository>(shop: &mut Shop<R>, dice: &mut Dice, op: &str, args: &Value, csv: &str) -> Result<(Value, Vec<Value>), Value> {
    let (mut rest, mut args, mut errors) = (csv, args.clone(), Vec::new());
    let size = usize::try_from(20 + dice.below(400)).unwrap();
    loop {
        let mut end = size.min(rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        args["csv"] = json!(rest[..end]);
        rest = &rest[end..];
        args["last"] = json!(rest.is_empty());
        let answer = shop.ask(op, &args, false);
        if !answer["ok"].is_object() {
            return Err(answer);
        }
        let answer = answer["ok"].clone();
        errors.extend(answer["errors"].as_array().cloned().unwrap_or_default());
        if rest.is_empty() {
            return Ok((answer, errors));
        }
        args["after"] = answer["next"].clone();
    }
}

/// Whether an error is the storage's, so that to ask again may help.
pub fn is_trouble(error: &Value) -> bool {
    error["error"]["retry"] != "never"
}

pub fn equal<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, wanted: &T) -> Result<(), String> {
    if found == wanted { Ok(()) } else { Err(format!("{what}: {found:?} instead of {wanted:?}")) }
}
