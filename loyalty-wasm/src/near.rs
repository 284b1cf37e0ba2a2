//! One customer's bundle, for previews and queries without the host.
//!
//! A bundle is a part of a store, and a part must not answer for the whole. So every read that the bundle may not hold everything of ends the
//! request: there is no answer then, and the host is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use loyalty_core::id::CustomerId;
use loyalty_core::json;
use loyalty_core::json::Json;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::record::Root;
use loyalty_core::repository::{Changes, ROOT, Read, Refusal, Repository, Row, Search, StorageError, Table, Value};
use loyalty_core::stored_program::PROGRAM;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::kept::{Kept, KeptRow};

/// The answer of `customer.bundle`.
#[derive(Json)]
struct Answer {
    ok: Bundle,
}

/// What is in it, as far as it is looked at.
#[derive(Json)]
struct Bundle {
    customer: CustomerId,
    tables: Vec<String>,
    rows: Vec<KeptRow>,
}

/// One customer's bundle.
#[wasm_bindgen]
pub struct Near {
    part: Arc<Part>,
    loyalty: Loyalty<Arc<Part>>,
}

/// What the bundle holds, and whether the request that runs now has asked for more.
struct Part {
    kept: Kept,
    root: Value,
    tables: Vec<String>,
    is_missing: AtomicBool,
}

#[wasm_bindgen]
impl Near {
    /// A bundle in the very answer of `customer.bundle`, as text: JavaScript would spoil the large numbers in it.
    ///
    /// # Errors
    /// What is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(answer: &str) -> Result<Near, String> {
        let Answer { ok: bundle } = json::stored(answer).map_err(|error| format!("this is no bundle: {error}"))?;
        let root = Value::from(&Root::customer(&bundle.customer));
        let part = Part { kept: Kept::of(bundle.rows)?, root, tables: bundle.tables, is_missing: AtomicBool::new(false) };
        let part = Arc::new(part);
        Ok(Near { loyalty: Loyalty::new(Arc::clone(&part)), part })
    }

    /// The answer of a query or a preview, as the host would give it; nothing where the bundle does not hold what the answer needs, and for
    /// everything that would change or note something: then ask the host. The host alone has the secrets that codes need.
    pub fn execute(&self, request: &str, context: &str) -> Option<String> {
        self.part.is_missing.store(false, Ordering::Relaxed);
        let answer = self.loyalty.execute(request, context);
        let is_missing = self.part.is_missing.load(Ordering::Relaxed) || answer.contains(r#""path":"config.secrets""#);
        (!is_missing).then_some(answer)
    }
}

impl Part {
    /// Whether everything of a root's rows in a table is there.
    fn holds(&self, table: &Table, root: Option<&Value>) -> bool {
        let own = root == Some(&self.root);
        let of_program = root == Some(&Value::from(&Root::program()));
        match *table == ROOT || *table == PROGRAM {
            true => own || of_program,
            false => own && self.tables.iter().any(|name| name == table.name),
        }
    }

    fn missing(&self) -> StorageError {
        self.is_missing.store(true, Ordering::Relaxed);
        StorageError::failed("the bundle does not hold this")
    }
}

impl Repository for Part {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        let holds = |read: &Read| match read {
            Read::Get(table, key) => self.holds(table, key.first()),
            // The first column of every table that belongs to roots is the root.
            Read::Scan(scan) => {
                let place = scan.order().iter().position(|column| *column == 0);
                self.holds(scan.table, place.and_then(|place| scan.prefix.get(place)))
            }
        };
        if reads.iter().all(holds) { self.kept.read(reads) } else { Err(self.missing()) }
    }

    fn search(&self, _: &Search) -> Result<Vec<Row>, StorageError> {
        Err(self.missing())
    }

    fn commit(&self, _: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        Err(self.missing())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    const MARIA: &str =
        r#"{"actor":{"id":"maria","kind":"agent","roles":["admin"]},"at":"2026-11-22T10:00:00Z","entropy":"sixteen bytes or more"}"#;
    const NOBODY: &str =
        r#"{"actor":{"id":"ned","kind":"agent","roles":["clerk"]},"at":"2026-11-22T10:00:00Z","entropy":"sixteen bytes or more"}"#;

    /// A shop, and the bundle of one of its customers.
    fn shop() -> (Store, Near) {
        let store = Store::new("[]", "[]").unwrap();
        for request in [
            r#"{"op":"customer.create","args":{"id":"c-1","email":"ada@example.com"}}"#,
            r#"{"op":"membership.enroll","args":{"customer":"c-1"}}"#,
            r#"{"op":"points.adjust","args":{"customer":"c-1","type":"points","amount":"150","reason":"goodwill"}}"#,
            r#"{"op":"customer.create","args":{"id":"c-2"}}"#,
        ] {
            assert!(store.execute(request, MARIA).starts_with(r#"{"ok":"#));
        }
        let answer = store.execute(r#"{"op":"customer.bundle","args":{"customer":"c-1"}}"#, MARIA);
        let near = Near::new(&answer).unwrap();
        (store, near)
    }

    // rules K4, K5
    #[test]
    fn queries_and_previews_are_answered_as_the_host_answers_them() {
        let (store, near) = shop();
        for request in [
            r#"{"op":"customer.actions","args":{"customer":"c-1"}}"#,
            r#"{"op":"points.balance","args":{"customer":"c-1"}}"#,
            r#"{"op":"points.history","args":{"customer":"c-1"}}"#,
            r#"{"op":"points.adjust","args":{"customer":"c-1","type":"points","amount":"-40","reason":"twice"},"preview":true}"#,
            r#"{"op":"points.adjust","args":{"customer":"c-1","type":"points","amount":"-400","reason":"twice"},"preview":true}"#,
            r#"{"op":"points.adjust","args":{"customer":"c-1","type":"points","amount":1.5}}"#,
            r#"{"op":"membership.unenroll","args":{"customer":"c-1","reason":"moved"},"preview":true}"#,
            r#"{"op":"program.get"}"#,
        ] {
            assert_eq!(near.execute(request, MARIA).as_deref(), Some(store.execute(request, MARIA).as_str()), "{request}");
        }
    }

    // rules K4, P1, P7
    #[test]
    fn a_part_does_not_answer_for_the_whole() {
        let (_, near) = shop();
        for (request, context) in [
            (r#"{"op":"points.balance","args":{"customer":"c-2"}}"#, MARIA),
            (r#"{"op":"customer.list"}"#, MARIA),
            (r#"{"op":"audit.list","args":{"customer":"c-1"}}"#, MARIA),
            (r#"{"op":"customer.edit","args":{"customer":"c-1","email":"new@example.com"},"preview":true}"#, MARIA),
            (r#"{"op":"points.adjust","args":{"customer":"c-1","type":"points","amount":"1","reason":"x"}}"#, MARIA),
            (r#"{"op":"maintenance.run"}"#, MARIA),
            // What is forbidden has to be noted in the host's log.
            (r#"{"op":"points.balance","args":{"customer":"c-1"}}"#, NOBODY),
        ] {
            assert_eq!(near.execute(request, context), None, "{request}");
        }
    }

    #[test]
    fn what_is_no_bundle_is_refused() {
        let later = r#"{"ok":{"customer":"c-1","tables":[],"rows":[{"table":"hologram","values":[],"body":""}]}}"#;
        for text in ["", "[]", "{}", r#"{"error":{}}"#, later] {
            assert!(Near::new(text).is_err(), "{text}");
        }
    }
}
