//! The baseline writes what the engine writes: otherwise it is none.

use std::path::Path;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{ROOT, Read, Repository, Row, Scan, Value};
use loyalty_core::schema::TABLES;

use crate::baseline::{BaselineSqlite, Root};
use crate::rounds::{baseline_memory, file, open};
use crate::work::{commands, credits, enroll, run};

const CUSTOMERS: usize = 7;
const CREDITS: usize = 50;

fn all(repository: &dyn Repository, table: &'static loyalty_core::repository::Table) -> Vec<Row> {
    repository.read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).expect("rows").concat()
}

/// The roots of a repository as the baseline keeps them.
pub fn roots(repository: &dyn Repository) -> Vec<(String, Root)> {
    let int = |row: &Row, column| if let Value::Int(value) = row.value(column) { *value } else { 0 };
    let bytes = |row: &Row, column| if let Value::Bytes(value) = row.value(column) { value.clone() } else { Vec::new() };
    all(repository, &ROOT)
        .iter()
        .map(|row| {
            let log_head = bytes(row, 4).try_into().unwrap_or_default();
            let root = Root { version: int(row, 1), recorded_at: int(row, 2), log_seq: int(row, 3), log_head };
            (String::from_utf8(bytes(row, 0)).expect("text"), root)
        })
        .collect()
}

/// Compares all rows of all tables.
pub fn same_tables(engine: &dyn Repository, baseline: &dyn Repository) -> Result<(), String> {
    for table in TABLES {
        let (wanted, found) = (all(engine, table), all(baseline, table));
        if let Some((wanted, found)) = wanted.iter().zip(&found).find(|(wanted, found)| wanted != found) {
            return Err(format!("the baseline's table {} differs: {found:?} instead of {wanted:?}", table.name));
        }
        if wanted.len() != found.len() {
            return Err(format!("the baseline's table {} has {} rows instead of {}", table.name, found.len(), wanted.len()));
        }
    }
    Ok(())
}

/// Runs the same credits on both sides and compares all rows of all tables; in memory the heads of the chains, which cover them.
pub fn check(folder: &Path) -> Result<(), String> {
    let credits = credits(CUSTOMERS, 0, CREDITS);
    let (ours, theirs) = (file(folder, "check.db", CUSTOMERS), file(folder, "check-by-hand.db", CUSTOMERS));
    let engine = open(&ours);
    run(&engine, &commands(&credits));
    let baseline = BaselineSqlite::open(&theirs).map_err(|error| error.to_string())?;
    for credit in credits.chunks(1) {
        let told = baseline.adjust(credit).map_err(|error| error.to_string())?;
        let again =
            engine.submit(&commands(credit)[0].0, &commands(credit)[0].1, &commands(credit)[0].2).map_err(|error| error.to_string())?;
        let mut again = serde_json::json!(loyalty_core::json::tree(&again));
        again.as_object_mut().map(|again| again.remove("replayed"));
        if serde_json::from_str::<serde_json::Value>(&told[0]).ok() != Some(again.clone()) {
            return Err(format!("the baseline answers {}, the engine {again}", told[0]));
        }
    }
    drop(baseline);
    let theirs = open(&theirs);
    same_tables(engine.repository(), theirs.repository())?;
    let loyalty = Loyalty::new(Memory::new());
    enroll(&loyalty, CUSTOMERS);
    let baseline = baseline_memory(CUSTOMERS);
    run(&loyalty, &commands(&credits));
    for credit in &credits {
        baseline.adjust(credit).ok_or("the baseline refused a credit")?;
    }
    let maps = baseline.0.lock().map_err(|error| error.to_string())?;
    let same =
        roots(loyalty.repository()).iter().all(|(root, state)| maps.roots.get(root).is_some_and(|found| found.log_head == state.log_head));
    let counts = [maps.entries.len(), maps.lots.len(), maps.keys.len(), maps.lots_by_number.len(), maps.entries_by_effect.len()];
    if same && counts == [CREDITS; 5] { Ok(()) } else { Err("the baseline in memory has other chains".into()) }
}
