//! A memory that remembers which of its rows changed.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use loyalty_core::memory::Memory;
use loyalty_core::repository::{
    CLAIM, COUNTER, Changes, Claim, Key, Read, Refusal, Repository, Row, Scan, Search, StorageError, Table, Value, Write, wire,
};
use loyalty_core::schema::TABLES;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// A row as it is kept.
#[derive(Deserialize)]
struct KeptRow {
    table: String,
    values: Vec<Json>,
    body: String,
}

/// A row that changed.
#[derive(Serialize)]
struct Written {
    key: String,
    row: Option<String>,
}

/// Memory, and the keys of what was written to it since somebody asked.
#[derive(Default)]
pub(crate) struct Kept {
    memory: Memory,
    written: Mutex<BTreeMap<(&'static str, Key), &'static Table>>,
}

impl Kept {
    /// A memory with these rows.
    pub(crate) fn of(rows: &str) -> Result<Kept, String> {
        let rows: Vec<KeptRow> = serde_json::from_str(rows).map_err(|error| format!("the rows are no list of rows: {error}"))?;
        let writes: Vec<Write> = rows.into_iter().map(|row| row_of(row).map(Write::Put)).collect::<Result<_, _>>()?;
        let kept = Kept::default();
        let answers = kept.memory.commit(vec![Changes { writes, ..Changes::default() }]).map_err(|error| error.to_string())?;
        match answers.into_iter().all(|answer| answer.is_ok()) {
            true => Ok(kept),
            false => Err("two of the rows have a value that only one may have".to_owned()),
        }
    }

    /// What was written since this was asked last.
    pub(crate) fn take_written(&self) -> String {
        let written = std::mem::take(&mut *self.written.lock().unwrap_or_else(PoisonError::into_inner));
        let (places, tables): (Vec<_>, Vec<_>) = written.into_iter().map(|((_, key), table)| (key, table)).unzip();
        let reads: Vec<Read> = places.iter().zip(&tables).map(|(key, table)| Read::Get(table, key.clone())).collect();
        let rows = self.memory.read(&reads).unwrap_or_default();
        let all: Vec<Written> = places
            .iter()
            .zip(tables)
            .zip(rows)
            .map(|((key, table), rows)| Written { key: key_text(table, key), row: rows.first().map(|row| wire::row(row).to_string()) })
            .collect();
        serde_json::to_string(&all).unwrap_or_default()
    }

    /// Every row.
    pub(crate) fn rows(&self) -> Result<String, String> {
        let reads: Vec<Read> = TABLES.iter().map(|table| Read::Scan(Scan::prefix(table, Vec::new()))).collect();
        let rows = self.memory.read(&reads).map_err(|error| error.to_string())?;
        let all: Vec<Written> = rows
            .iter()
            .flatten()
            .map(|row| Written { key: key_text(row.table, row.key()), row: Some(wire::row(row).to_string()) })
            .collect();
        serde_json::to_string(&all).map_err(|error| error.to_string())
    }
}

fn row_of(row: KeptRow) -> Result<Row, String> {
    let table = TABLES.iter().find(|table| table.name == row.table);
    let Some(table) = table else { return Err(format!("there is no table '{}'; a later release may have written it", row.table)) };
    wire::row_of(table, &row.values, row.body)
}

/// A key as one text: unique, and the same for the same row.
fn key_text(table: &Table, key: &[Value]) -> String {
    let mut parts = vec![Json::from(table.name)];
    parts.extend(wire::values(key));
    Json::from(parts).to_string()
}

/// The rows that a change set writes.
fn touched(changes: &Changes) -> Vec<(&'static Table, Key)> {
    let roots = changes.roots.iter().map(|root| (root.row.table, root.row.key().to_vec()));
    let claims = changes.claims.iter().map(|claim| {
        let (Claim::Take { scope, value, .. } | Claim::Release { scope, value, .. }) = claim;
        (&CLAIM, vec![Value::from(*scope), Value::from(value.clone())])
    });
    let steps = changes.steps.iter().map(|step| (&COUNTER, vec![Value::from(step.name.clone())]));
    let writes = changes.writes.iter().map(|write| match write {
        Write::Insert(row) | Write::Put(row) => (row.table, row.key().to_vec()),
        Write::Delete(table, key) => (*table, key.clone()),
    });
    roots.chain(claims).chain(steps).chain(writes).collect()
}

impl Repository for Kept {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.memory.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.memory.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let touched: Vec<Vec<(&'static Table, Key)>> = changes.iter().map(touched).collect();
        let answers = self.memory.commit(changes)?;
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        for (places, _) in touched.into_iter().zip(&answers).filter(|(_, answer)| answer.is_ok()) {
            written.extend(places.into_iter().map(|(table, key)| ((table.name, key), table)));
        }
        Ok(answers)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use loyalty_core::repository::conformance;

    use super::*;
    use crate::Store;

    const MARIA: &str =
        r#"{"actor":{"id":"maria","kind":"agent","roles":["admin"]},"at":"2026-11-22T10:00:00Z","entropy":"sixteen bytes or more"}"#;

    #[test]
    fn it_keeps_what_a_repository_promises() {
        conformance::run(&|| Box::new(Kept::default())).unwrap();
    }

    #[test]
    fn a_store_made_of_what_was_written_is_the_same_store() {
        let store = Store::new("[]").unwrap();
        let mut kept: BTreeMap<String, String> = BTreeMap::new();
        let requests = [
            r#"{"op":"customer.create","args":{"id":"c-1","email":"ada@example.com"}}"#,
            r#"{"op":"membership.enroll","args":{"customer":"c-1"}}"#,
            r#"{"op":"points.adjust","args":{"customer":"c-1","type":"points","amount":"150","reason":"goodwill"}}"#,
            r#"{"op":"points.spend","args":{"customer":"c-1","type":"points","amount":"150"}}"#,
            r#"{"op":"customer.edit","args":{"customer":"c-1","email":"ada@example.org"}}"#,
        ];
        for request in requests {
            let answer = store.execute(request, MARIA);
            assert!(answer.starts_with(r#"{"ok":"#), "{answer}");
            let written: Vec<(String, Option<String>)> = serde_json::from_str::<Vec<Json>>(&store.take_written())
                .unwrap()
                .into_iter()
                .map(|written| (written["key"].as_str().unwrap().to_owned(), written["row"].as_str().map(str::to_owned)))
                .collect();
            assert!(!written.is_empty());
            for (key, row) in written {
                match row {
                    Some(row) => drop(kept.insert(key, row)),
                    None => drop(kept.remove(&key)),
                }
            }
        }
        assert_eq!(store.take_written(), "[]");
        let rows = format!("[{}]", kept.values().cloned().collect::<Vec<_>>().join(","));
        let again = Store::new(&rows).unwrap();
        assert_eq!(again.rows().unwrap(), store.rows().unwrap());
        let details = r#"{"op":"customer.details","args":{"customer":"c-1"}}"#;
        assert_eq!(again.execute(details, MARIA), store.execute(details, MARIA));
        let verify = r#"{"op":"journal.verify","args":{"customer":"c-1"}}"#;
        assert!(again.execute(verify, MARIA).contains(r#""sound":true"#));
    }

    #[test]
    fn rows_of_a_later_release_are_refused_by_name() {
        let refused = Store::new(r#"[{"table":"hologram","values":[],"body":""}]"#).map(|_| ()).unwrap_err();
        assert!(refused.contains("hologram"), "{refused}");
        assert!(Store::new("7").is_err());
        let _shared: Arc<dyn Repository> = Arc::new(Kept::default());
    }
}
