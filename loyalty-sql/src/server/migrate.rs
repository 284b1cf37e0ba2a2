//! Brings a database on a server to the schema of this release.
//!
//! One statement a step, under a lock: hosts that start at once wait for the one that is first. Servers may keep what an
//! interrupted migration has done, so each step is planned from what is there.

use std::collections::HashMap;
use std::time::Duration;

use loyalty_core::repository::{Table, Value};

use super::{Ask, Datum, Driver, Meaning, ServerError, Session};
use crate::config::StorageConfig;
use crate::schema::{Catalogue, SCHEMA_VERSION, plan};
use crate::statement::Statements;
use crate::views;

/// How often a plan is made anew because somebody without our lock was faster: in a cluster locks hold on one node only.
const PLANS_MAX: usize = 200;

/// For how long at least whoever changes the schema waits for others who do, or who read a table.
pub(crate) const CHANGING: Duration = Duration::from_secs(60);

/// Runs the steps that are missing, and records each with the version of the schema.
///
/// A database that lacks nothing is only read, so that opening it waits for no one.
pub(super) fn migrate<D: Driver>(
    driver: &D,
    session: &mut dyn Session,
    config: &StorageConfig,
    tables: &[&'static Table],
) -> Result<(), ServerError> {
    let prefix = config.prefix.as_str();
    if missing::<D>(session, prefix, tables)?.is_empty() {
        return Ok(());
    }
    // However long the server is silent over a large table.
    let session: &mut dyn Session = &mut driver.connect(None)?;
    // Making a schema takes longer than most calls; who comes second waits for all of it.
    let [lock, unlock] = D::lock(prefix, config.timeout().max(CHANGING));
    let locked = session.send(&[Ask::once(lock, [])])?;
    if locked.first().and_then(super::Reply::int) != Some(1) {
        return Err(ServerError::Busy { message: "another process has been changing the schema for a minute".to_owned() });
    }
    let made = make::<D>(session, prefix, tables);
    session.send(&[Ask::once(unlock, [])])?;
    made
}

fn make<D: Driver>(session: &mut dyn Session, prefix: &str, tables: &[&'static Table]) -> Result<(), ServerError> {
    if let Some([make, _]) = D::TRIGRAMS {
        // Where the user may not, words are found without it.
        let _made = session.send(&[Ask::once(make, [])]);
    }
    let record = format!("INSERT INTO \"{prefix}schema\" (\"version\", \"statement\") VALUES (?, ?)");
    for _ in 0..PLANS_MAX {
        let mut is_outrun = false;
        for statement in missing::<D>(session, prefix, tables)? {
            match session.send(&[Ask::once(&statement, [])]) {
                Err(failed) if failed.meaning == Meaning::Exists => {
                    is_outrun = true;
                    break;
                }
                made => made?,
            };
            session.send(&[Ask::once(&record, [Datum::Int(SCHEMA_VERSION), Datum::Text(&statement)])])?;
        }
        if !is_outrun {
            return Ok(());
        }
    }
    Err(ServerError::Busy { message: "another process is changing the schema without the lock".to_owned() })
}

/// The statements that are still to be run.
fn missing<D: Driver>(session: &mut dyn Session, prefix: &str, tables: &[&'static Table]) -> Result<Vec<String>, ServerError> {
    let has = catalogue::<D>(session, prefix)?;
    if has.names.contains(&format!("{prefix}schema")) {
        refuse_newer(session, prefix)?;
    }
    let mut steps = plan(D::DIALECT, prefix, tables, &has);
    let views = views::over(D::DIALECT, tables);
    if !views.is_empty() {
        steps.extend(views::plan(prefix, &views, &stored_views(session, prefix, &has, &views)?));
    }
    Ok(steps)
}

/// The views that are there, with the text that made them: servers keep another in their catalogue, so it is our own record that tells.
fn stored_views(
    session: &mut dyn Session,
    prefix: &str,
    has: &Catalogue,
    views: &[(&'static str, String)],
) -> Result<HashMap<String, String>, ServerError> {
    let names = views.iter().map(|(name, _)| format!("{prefix}{name}"));
    let mut stored: HashMap<String, String> = names.filter(|name| has.names.contains(name)).map(|name| (name, String::new())).collect();
    if stored.is_empty() {
        return Ok(stored);
    }
    let select = format!("SELECT \"statement\" FROM \"{prefix}schema\" WHERE \"statement\" LIKE 'CREATE VIEW %' ORDER BY \"step\"");
    for row in session.send(&[Ask::once(select, [])])?.pop().unwrap_or_default().rows {
        let statement = row.first().map(name).unwrap_or_default();
        let made = statement.split('"').nth(1).and_then(|name| stored.get_mut(name));
        if let Some(made) = made {
            *made = statement;
        }
    }
    Ok(stored)
}

fn catalogue<D: Driver>(session: &mut dyn Session, prefix: &str) -> Result<Catalogue, ServerError> {
    let asks = D::CATALOGUE.map(|text| Ask::once(text, [Datum::Text(prefix)]));
    let [names, columns] = asks;
    let mut asks = vec![names, columns];
    asks.extend(D::TRIGRAMS.map(|[_, has]| Ask::once(has, [])));
    let replies = session.send(&asks)?;
    let mut has = Catalogue::default();
    let mut replies = replies.into_iter();
    for row in replies.next().unwrap_or_default().rows {
        has.names.extend(row.first().map(name));
    }
    for row in replies.next().unwrap_or_default().rows {
        if let [table, column] = row.as_slice() {
            has.columns.entry(name(table)).or_default().insert(name(column));
        }
    }
    has.trigrams = replies.next().and_then(|reply| reply.int()).is_some_and(|count| count > 0);
    Ok(has)
}

/// Names in a catalogue come as texts or as bytes.
fn name(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Value::Int(_) | Value::Null => String::new(),
    }
}

fn refuse_newer(session: &mut dyn Session, prefix: &str) -> Result<(), ServerError> {
    let select = format!("SELECT max(\"version\") FROM \"{prefix}schema\"");
    match session.send(&[Ask::once(select, [])])?.first().and_then(super::Reply::int) {
        Some(found) if found > SCHEMA_VERSION => Err(ServerError::SchemaNewer { found, known: SCHEMA_VERSION }),
        _ => Ok(()),
    }
}

/// Tries what will be done to the tables, on no rows: a right that is missing shows now, and not with the first customer.
pub(super) fn probe(session: &mut dyn Session, statements: &Statements) -> Result<(), ServerError> {
    let texts: Vec<String> = statements
        .all()
        .flat_map(|sql| {
            let (name, columns) = (&sql.name, &sql.columns);
            [
                format!("INSERT INTO \"{name}\" ({columns}) SELECT {columns} FROM \"{name}\" WHERE 1 = 0"),
                format!("UPDATE \"{name}\" SET \"body\" = \"body\" WHERE 1 = 0"),
                format!("DELETE FROM \"{name}\" WHERE 1 = 0"),
            ]
        })
        .collect();
    let asks: Vec<Ask<'_>> = texts.iter().map(|text| Ask::once(text, [])).collect();
    session.send(&asks)?;
    Ok(())
}
