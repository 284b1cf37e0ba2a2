//! Storage with a mistake of its own: the tests beside this one must notice it.

use std::sync::Arc;

use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError, Write};

use crate::faulty::{Fault, Faulty};
use crate::scenario::{SCENARIOS, Scenario};
use crate::story::check;

/// What the storage does wrong.
#[derive(Clone, Copy)]
enum Mistake {
    /// The idempotency key is not part of the commit.
    ForgetsKeys,
    /// A row of the operation log is not part of the commit.
    ForgetsLog,
}

struct Mistaken {
    inner: Memory,
    mistake: Mistake,
}

impl Mistaken {
    fn forgets(&self, table: &str) -> bool {
        matches!((self.mistake, table), (Mistake::ForgetsKeys, "idempotency") | (Mistake::ForgetsLog, "log"))
    }
}

impl Repository for Mistaken {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.inner.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.inner.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let mut changes = changes.to_vec();
        for set in &mut changes {
            set.writes.retain(|write| !matches!(write, Write::Insert(row) | Write::Put(row) if self.forgets(row.table.name)));
        }
        self.inner.commit(changes.clone())
    }
}

fn scenario(op: &str) -> &'static Scenario {
    SCENARIOS.iter().find(|scenario| scenario.op == op).expect("a scenario")
}

fn found(mistake: Mistake, op: &str) -> Result<u64, String> {
    check(scenario(op), &|| Faulty::new(Arc::new(Mistaken { inner: Memory::new(), mistake })), &Fault::ALL)
}

#[test]
fn a_key_outside_the_commit_is_noticed() {
    for op in ["points.adjust", "points.capture", "customer.create", "program.set"] {
        let why = found(Mistake::ForgetsKeys, op).expect_err("it must be noticed");
        assert!(why.contains("LostReply") || why.contains("Read"), "{op}: {why}");
    }
}

#[test]
fn a_receipt_outside_the_commit_is_noticed() {
    found(Mistake::ForgetsLog, "points.adjust").expect_err("it must be noticed");
}
