//! A memory that remembers which of its rows changed.

use std::sync::{Mutex, PoisonError};

use loyalty_core::gather::Gather;
use loyalty_core::json::{self, Json, Tree};
use loyalty_core::memory::Memory;
use loyalty_core::repository::{
    CLAIM, COUNTER, Changes, Claim, Key, Read, Refusal, Repository, Row, Scan, Search, StorageError, Table, Value, Write, wire,
};
use loyalty_core::schema::TABLES;
use loyalty_core::sorting::sort;

/// A row as it is kept.
#[derive(Json)]
pub(crate) struct KeptRow {
    table: String,
    values: Vec<Tree>,
    body: String,
}

impl KeptRow {
    /// The row, checked against its table.
    pub(crate) fn checked(self) -> Result<Row, String> {
        wire::row_of(table_of(&self.table)?, &self.values, self.body)
    }
}

/// A row that changed.
#[derive(Json)]
struct Written {
    key: String,
    row: Option<String>,
}

/// Memory, and the keys of what was written to it since somebody asked.
#[derive(Default)]
pub(crate) struct Kept {
    memory: Memory,
    written: Mutex<Vec<(&'static Table, Key)>>,
}

impl Kept {
    /// A memory with these rows.
    pub(crate) fn of(rows: Vec<KeptRow>) -> Result<Kept, String> {
        let writes = rows.into_iter().map(|row| row.checked().map(Write::Put)).gather::<Result<_, _>>()?;
        let kept = Kept::default();
        kept.write(writes)?;
        Ok(kept)
    }

    /// A memory with these rows, in JSON.
    pub(crate) fn parse(rows: &str) -> Result<Kept, String> {
        Kept::of(json::stored(rows).map_err(|error| format!("the rows are no list of rows: {error}"))?)
    }

    /// Takes in what was written elsewhere.
    pub(crate) fn absorb(&self, written: &str) -> Result<(), String> {
        let written: Vec<Written> = json::stored(written).map_err(|error| format!("the rows are not as they are written: {error}"))?;
        self.write(written.into_iter().map(Written::write).gather::<Result<_, _>>()?)
    }

    fn write(&self, writes: Vec<Write>) -> Result<(), String> {
        let answers = self.memory.commit(vec![Changes { writes, ..Changes::default() }]).map_err(|error| error.to_string())?;
        match answers.into_iter().all(|answer| answer.is_ok()) {
            true => Ok(()),
            false => Err("two of the rows have a value that only one may have".to_owned()),
        }
    }

    /// The places that were written since this was asked last, each once, in order.
    pub(crate) fn drain(&self) -> Vec<(&'static Table, Key)> {
        let mut written = std::mem::take(&mut *self.written.lock().unwrap_or_else(PoisonError::into_inner));
        sort(&mut written, |(a, left), (b, right)| (a.name, left).cmp(&(b.name, right)));
        written.dedup();
        written
    }

    /// What was written since this was asked last.
    pub(crate) fn take_written(&self) -> String {
        let places = self.drain();
        let reads: Vec<Read> = places.iter().map(|(table, key)| Read::Get(table, key.clone())).gather();
        let rows = self.memory.read(&reads).unwrap_or_default();
        let all: Vec<Written> = places
            .iter()
            .zip(rows)
            .map(|((table, key), rows)| Written { key: key_text(table, key), row: rows.first().map(|row| wire::row(row).to_string()) })
            .gather();
        json::text(&all)
    }

    /// Every row.
    pub(crate) fn rows(&self) -> Result<String, String> {
        let reads: Vec<Read> = TABLES.iter().map(|table| Read::Scan(Scan::prefix(table, Vec::new()))).gather();
        let rows = self.memory.read(&reads).map_err(|error| error.to_string())?;
        let all: Vec<Written> = rows
            .iter()
            .flatten()
            .map(|row| Written { key: key_text(row.table, row.key()), row: Some(wire::row(row).to_string()) })
            .gather();
        Ok(json::text(&all))
    }
}

impl Written {
    /// What the memory does.
    fn write(self) -> Result<Write, String> {
        let misfit = |error: String| format!("a row is not as it was written: {error}");
        if let Some(row) = self.row {
            return json::stored::<KeptRow>(&row).map_err(misfit)?.checked().map(Write::Put);
        }
        let (name, values) = json::stored::<Vec<Tree>>(&self.key)
            .map_err(misfit)?
            .split_first()
            .and_then(|(name, values)| Some((name.as_text()?.to_owned(), values.to_vec())))
            .ok_or_else(|| misfit("its key names no table".to_owned()))?;
        let key: Key = values.iter().map(wire::value_of).gather::<Result<_, _>>()?;
        Ok(Write::Delete(table_of(&name)?, key))
    }
}

fn table_of(name: &str) -> Result<&'static Table, String> {
    let table = TABLES.iter().find(|table| table.name == name);
    table.copied().ok_or_else(|| format!("there is no table '{name}'; a later release may have written it"))
}

/// A key as one text: unique, and the same for the same row.
fn key_text(table: &Table, key: &[Value]) -> String {
    let mut parts = vec![Tree::from(table.name)];
    parts.extend(wire::values(key));
    json::text(&parts)
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
    roots.chain(claims).chain(steps).chain(writes).gather()
}

impl Repository for Kept {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.memory.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.memory.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let touched: Vec<Vec<(&'static Table, Key)>> = changes.iter().map(touched).gather();
        let answers = self.memory.commit(changes)?;
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        for (places, _) in touched.into_iter().zip(&answers).filter(|(_, answer)| answer.is_ok()) {
            written.extend(places);
        }
        Ok(answers)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use loyalty_core::repository::conformance;
    use serde_json::Value as Json;

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
        let store = Store::new("[]", "[]").unwrap();
        let other = Store::new("[]", "[]").unwrap();
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
            let written = store.take_written();
            other.absorb(&written).unwrap();
            let written: Vec<(String, Option<String>)> = serde_json::from_str::<Vec<Json>>(&written)
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
        let again = Store::new(&rows, "[]").unwrap();
        assert_eq!(again.rows().unwrap(), store.rows().unwrap());
        assert_eq!(other.rows().unwrap(), store.rows().unwrap(), "another tab has taken in what was written");
        assert_eq!(other.take_written(), "[]");
        let details = r#"{"op":"customer.details","args":{"customer":"c-1"}}"#;
        assert_eq!(again.execute(details, MARIA), store.execute(details, MARIA));
        let verify = r#"{"op":"journal.verify","args":{"customer":"c-1"}}"#;
        assert!(again.execute(verify, MARIA).contains(r#""sound":true"#));
    }

    #[test]
    fn what_is_forgotten_is_not_given_out() {
        let store = Store::new("[]", "[]").unwrap();
        store.execute(r#"{"op":"customer.create","args":{"id":"c-1"}}"#, MARIA);
        store.forget();
        assert_eq!(store.take_written(), "[]");
        assert!(store.rows().unwrap().contains("customer"), "the rows themselves stay");
    }

    #[test]
    fn rows_of_a_later_release_are_refused_by_name() {
        let refused = Store::new(r#"[{"table":"hologram","values":[],"body":""}]"#, "[]").map(|_| ()).unwrap_err();
        assert!(refused.contains("hologram"), "{refused}");
        assert!(Store::new("7", "[]").is_err());
        assert!(Store::new("[]", r#"[{"id":"a","key":"short"}]"#).is_err_and(|why| why.starts_with("config.secrets[0].key")));
        let _shared: Arc<dyn Repository> = Arc::new(Kept::default());
    }
}
