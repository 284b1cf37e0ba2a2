//! One change set inside a transaction. The write lock is held, so that reading before writing is safe here.

use loyalty_core::repository::{CLAIM, COUNTER, Changes, Claim, ROOT, Refusal, RootWrite, Row, Step, Value, Write};
use rusqlite::{Connection, ffi};

use super::query::{Bound, bind, get, known};
use super::{SqliteError, query};
use crate::statement::Statements;

/// Why a change set stopped half-way. What it wrote is to be rolled back.
pub(super) enum Stop {
    Refused(Refusal),
    Error(SqliteError),
}

impl From<SqliteError> for Stop {
    fn from(error: SqliteError) -> Self {
        Stop::Error(error)
    }
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Stop::Error(error.into())
    }
}

type Applied = Result<(), Stop>;

/// Writes a change set; the order is that of the in-memory repository, so that both refuse for the same reason.
pub(super) fn apply(connection: &Connection, statements: &Statements, changes: &Changes) -> Applied {
    for root in &changes.roots {
        write_root(connection, statements, root)?;
    }
    for claim in &changes.claims {
        if let Claim::Release { scope, value, owner } = claim {
            connection.prepare_cached(&statements.release)?.execute((scope.as_bytes(), value, owner))?;
        }
    }
    for claim in &changes.claims {
        if let Claim::Take { scope, value, owner } = claim {
            take(connection, statements, scope, value, owner)?;
        }
    }
    for step in &changes.steps {
        advance(connection, statements, step)?;
    }
    for write in &changes.writes {
        match write {
            Write::Insert(row) => write_row(connection, &known(statements, row.table)?.insert, row)?,
            Write::Put(row) => write_row(connection, &known(statements, row.table)?.put, row)?,
            Write::Delete(table, key) => {
                let mut statement = connection.prepare_cached(&known(statements, table)?.delete)?;
                bind(&mut statement, key)?;
                statement.raw_execute()?;
            }
        }
    }
    Ok(())
}

/// Runs a statement that takes a row's values, its body, and what is given behind; returns how many rows it changed.
fn execute(connection: &Connection, text: &str, row: &Row, behind: Option<i64>) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare_cached(text)?;
    let next = bind(&mut statement, &row.values)?;
    statement.raw_bind_parameter(next, &row.body)?;
    if let Some(behind) = behind {
        statement.raw_bind_parameter(next + 1, behind)?;
    }
    statement.raw_execute()
}

fn write_row(connection: &Connection, text: &str, row: &Row) -> Applied {
    match execute(connection, text, row, None) {
        Ok(_) => Ok(()),
        Err(error) if stands_already(&error) => Err(Stop::Refused(Refusal::Conflict)),
        Err(error) => Err(error.into()),
    }
}

fn stands_already(error: &rusqlite::Error) -> bool {
    let codes = [ffi::SQLITE_CONSTRAINT_UNIQUE, ffi::SQLITE_CONSTRAINT_PRIMARYKEY];
    error.sqlite_error().is_some_and(|error| codes.contains(&error.extended_code))
}

fn write_root(connection: &Connection, statements: &Statements, root: &RootWrite) -> Applied {
    if root.row.table != &ROOT {
        return Err(Stop::Error(SqliteError::UnknownTable { table: root.row.table.name }));
    }
    let sql = known(statements, &ROOT)?;
    // No stored version is larger than an i64.
    let Ok(expected) = i64::try_from(root.expected) else { return Err(Stop::Refused(Refusal::Conflict)) };
    let written = match expected {
        0 => execute(connection, &sql.insert_or_nothing, &root.row, None)?,
        expected => execute(connection, &sql.replace_version, &root.row, Some(expected))?,
    };
    if written == 1 { Ok(()) } else { Err(Stop::Refused(Refusal::Conflict)) }
}

fn take(connection: &Connection, statements: &Statements, scope: &'static str, value: &[u8], owner: &[u8]) -> Applied {
    let sql = known(statements, &CLAIM)?;
    if connection.prepare_cached(&sql.insert_or_nothing)?.execute((scope.as_bytes(), value, owner, ""))? == 1 {
        return Ok(());
    }
    let key = [Value::from(scope), Value::from(value)];
    match get(connection, sql, &key)?.first().map(|row| row.value(2)) {
        Some(Value::Bytes(holder)) if holder != owner => {
            Err(Stop::Refused(Refusal::Taken { scope, value: value.to_vec(), owner: holder.clone() }))
        }
        _ => Ok(()),
    }
}

fn advance(connection: &Connection, statements: &Statements, step: &Step) -> Applied {
    let sql = known(statements, &COUNTER)?;
    let name = Value::Bytes(step.name.clone());
    let value = match query::get(connection, sql, std::slice::from_ref(&name))?.first().map(|row| row.value(1)) {
        Some(Value::Int(value)) => *value,
        _ => 0,
    };
    // Added here, not by the engine, which would turn what is too large into a floating-point number.
    let stepped = value.checked_add(step.by).filter(|stepped| (step.min..=step.max).contains(stepped));
    let Some(stepped) = stepped else { return Err(Stop::Refused(Refusal::Exhausted { name: step.name.clone(), value })) };
    connection.prepare_cached(&sql.put)?.execute((Bound(&name), stepped, ""))?;
    Ok(())
}
