//! Brings a database to the schema of this release.

use std::collections::HashMap;

use loyalty_core::repository::Table;
use rusqlite::{Connection, TransactionBehavior};

use super::SqliteError;
use crate::dialect::Dialect;
use crate::schema::{Catalogue, SCHEMA_VERSION, plan};
use crate::views;

/// Runs the steps that are missing, and records each with the version of the schema. SQLite takes back what a process
/// that dies had begun, so that all of them stand or none; and where some stand all the same, the others follow.
///
/// A database that lacks nothing is only read, so that opening it waits for no one.
pub(super) fn migrate(connection: &mut Connection, prefix: &str, tables: &[&'static Table]) -> Result<(), SqliteError> {
    if missing(connection, prefix, tables)?.is_empty() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have been faster.
    for statement in missing(&transaction, prefix, tables)? {
        transaction.execute_batch(&statement)?;
        let record = format!("INSERT INTO \"{prefix}schema\" (version, statement) VALUES (?, ?)");
        transaction.execute(&record, (SCHEMA_VERSION, &statement))?;
    }
    Ok(transaction.commit()?)
}

/// The statements that are still to be run.
fn missing(connection: &Connection, prefix: &str, tables: &[&'static Table]) -> Result<Vec<String>, SqliteError> {
    let mut has = Catalogue::default();
    let mut stored_views = HashMap::new();
    let mut select = connection.prepare("SELECT type, name, sql FROM sqlite_schema WHERE substr(name, 1, length(?1)) = ?1")?;
    let mut objects = select.query([prefix])?;
    while let Some(object) = objects.next()? {
        let (kind, name): (String, String) = (object.get(0)?, object.get(1)?);
        if kind == "view" {
            stored_views.insert(name.clone(), object.get::<_, Option<String>>(2)?.unwrap_or_default());
        }
        has.names.insert(name);
    }
    if has.names.contains(&format!("{prefix}schema")) {
        refuse_newer(connection, prefix)?;
    }
    for table in tables {
        let name = format!("{prefix}{}", table.name);
        if has.names.contains(&name) {
            let mut select = connection.prepare("SELECT name FROM pragma_table_info(?)")?;
            let columns = select.query_map([&name], |row| row.get(0))?.collect::<Result<_, _>>()?;
            has.columns.insert(name, columns);
        }
    }
    let mut steps = plan(Dialect::Sqlite, prefix, tables, &has);
    steps.extend(views::plan(prefix, &views::over(Dialect::Sqlite, tables), &stored_views));
    Ok(steps)
}

fn refuse_newer(connection: &Connection, prefix: &str) -> Result<(), SqliteError> {
    let select = format!("SELECT max(version) FROM \"{prefix}schema\"");
    match connection.query_row(&select, (), |row| row.get::<_, Option<i64>>(0))? {
        Some(found) if found > SCHEMA_VERSION => Err(SqliteError::SchemaNewer { found, known: SCHEMA_VERSION }),
        _ => Ok(()),
    }
}
