//! Reads on a connection.

use loyalty_core::repository::{Read, Row, Scan, Value};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ToSql};

use super::SqliteError;
use crate::statement::{Statements, TableSql};

/// A value bound without a copy of ours.
pub(super) struct Bound<'a>(pub(super) &'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Int(int) => ValueRef::Integer(*int),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// Binds values to the `?` from the first on; returns the number of the next.
pub(super) fn bind<'a>(statement: &mut CachedStatement<'_>, values: impl IntoIterator<Item = &'a Value>) -> rusqlite::Result<usize> {
    let mut next = 1;
    for value in values {
        statement.raw_bind_parameter(next, Bound(value))?;
        next += 1;
    }
    Ok(next)
}

/// Answers every read from one snapshot.
pub(super) fn read(connection: &Connection, statements: &Statements, reads: &[Read]) -> Result<Vec<Vec<Row>>, SqliteError> {
    let snapshot = match reads {
        [] => return Ok(Vec::new()),
        [Read::Get(..)] => None,
        _ => Some(Snapshot::of(connection)?),
    };
    let answers = reads.iter().map(|read| match read {
        Read::Get(table, key) => get(connection, known(statements, table)?, key),
        Read::Scan(range) => scan(connection, statements, range),
    });
    let answers = answers.collect();
    drop(snapshot);
    answers
}

/// The statements of a table that was named at opening.
pub(super) fn known<'a>(statements: &'a Statements, table: &'static loyalty_core::repository::Table) -> Result<&'a TableSql, SqliteError> {
    statements.of(table).ok_or(SqliteError::UnknownTable { table: table.name })
}

/// A read transaction: all statements in it see one state. Inside a transaction of the host that is so anyway.
pub(super) struct Snapshot<'a>(Option<&'a Connection>);

impl<'a> Snapshot<'a> {
    pub(super) fn of(connection: &'a Connection) -> Result<Self, SqliteError> {
        if !connection.is_autocommit() {
            return Ok(Snapshot(None));
        }
        connection.prepare_cached("BEGIN")?.raw_execute()?;
        Ok(Snapshot(Some(connection)))
    }
}

impl Drop for Snapshot<'_> {
    fn drop(&mut self) {
        let Some(connection) = self.0 else { return };
        // Nothing was written. Should it fail, the pool drops the connection.
        let _ended = connection.prepare_cached("ROLLBACK").and_then(|mut rollback| rollback.raw_execute());
    }
}

pub(super) fn get(connection: &Connection, sql: &TableSql, key: &[Value]) -> Result<Vec<Row>, SqliteError> {
    let mut statement = connection.prepare_cached(&sql.get)?;
    bind(&mut statement, key)?;
    rows(sql, 0..sql.table.columns.len(), &mut statement)
}

fn scan(connection: &Connection, statements: &Statements, scan: &Scan) -> Result<Vec<Row>, SqliteError> {
    let sql = known(statements, scan.table)?;
    let plan = statements.scan(scan).ok_or(SqliteError::UnknownTable { table: scan.table.name })?;
    let mut found = Vec::new();
    for (text, slots) in &plan.pieces {
        let left = scan.limit.saturating_sub(found.len());
        if left == 0 {
            break;
        }
        let values = slots.iter().map(|slot| slot.value(scan));
        found.append(&mut ask(connection, sql, 0..sql.table.columns.len(), text, values, left)?);
    }
    Ok(found)
}

/// The rows of a statement that selects these columns and the body, and takes these values and a limit.
pub(super) fn ask<'a>(
    connection: &Connection,
    sql: &TableSql,
    columns: impl ExactSizeIterator<Item = usize> + Clone,
    text: &str,
    values: impl IntoIterator<Item = &'a Value>,
    most: usize,
) -> Result<Vec<Row>, SqliteError> {
    let mut statement = connection.prepare_cached(text)?;
    let next = bind(&mut statement, values)?;
    statement.raw_bind_parameter(next, limit(most))?;
    rows(sql, columns, &mut statement)
}

pub(super) fn limit(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// All rows of a statement that selects these columns of a table and the body; the other columns are null.
fn rows(
    sql: &TableSql,
    columns: impl ExactSizeIterator<Item = usize> + Clone,
    statement: &mut CachedStatement<'_>,
) -> Result<Vec<Row>, SqliteError> {
    let body_at = columns.len();
    let mut found = Vec::new();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        let mut values = vec![Value::Null; sql.table.columns.len()];
        for (place, column) in columns.clone().enumerate() {
            if let Some(slot) = values.get_mut(column) {
                *slot = value(row.get_ref(place)?)?;
            }
        }
        let Value::Text(body) = value(row.get_ref(body_at)?)? else { return Err(foreign("a body that is no text")) };
        found.push(Row { table: sql.table, values, body });
    }
    Ok(found)
}

fn value(found: ValueRef<'_>) -> Result<Value, SqliteError> {
    Ok(match found {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(int) => Value::Int(int),
        ValueRef::Text(text) => Value::Text(String::from_utf8(text.to_vec()).map_err(|_| foreign("a text that is not UTF-8"))?),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => return Err(foreign("a floating-point number")),
    })
}

/// A value that this library never writes.
fn foreign(what: &str) -> SqliteError {
    SqliteError::Engine { code: 0, message: format!("the database holds {what}, written by something else") }
}
