//! The parts of a change set in MySQL and MariaDB, in what both understand.
//!
//! A guard is a sum beyond the largest number, which is an error. It counts rows that it locks: what it saw holds until the
//! commit.

use loyalty_core::repository::{CLAIM, COUNTER, ColumnType, Key, ROOT, RootWrite, Row, Step, Table, Value};

use crate::server::{Ask, Datum, Owned, Part, ServerError, from_where, has_unique, known};
use crate::statement::{Statements, TableSql};

/// An error unless so many rows are counted.
const GUARD: &str = "SELECT 9223372036854775807 + (COUNT(*) <> ?)";

pub(super) fn forms<'a>(statements: &'a Statements, part: &Part<'a>) -> Result<Vec<Ask<'a>>, ServerError> {
    Ok(match part {
        Part::Lock(keys) => {
            let sql = known(statements, &ROOT)?;
            let marks = vec!["?"; keys.len()].join(", ");
            let text =
                format!("SELECT 1 FROM \"{}\" FORCE INDEX (PRIMARY) WHERE \"root\" IN ({marks}) ORDER BY \"root\" FOR UPDATE", sql.name);
            vec![Ask::once(text, keys.iter().copied())]
        }
        Part::Found(roots) => vec![insert(known(statements, &ROOT)?, roots.iter().map(|root| &root.row), "")],
        Part::Renew(roots) if roots.len() == 1 => renew(known(statements, &ROOT)?, roots),
        Part::Renew(roots) => {
            let sql = known(statements, &ROOT)?;
            let stand = listed(&["root", "version"], roots.len());
            let guard = format!("{GUARD} FROM \"{}\" FORCE INDEX (PRIMARY) WHERE {stand} FOR UPDATE", sql.name);
            let pairs = roots.iter().flat_map(|root| [Datum::from(root.row.value(0)), expected(root)]);
            let guard = Ask::once(guard, [count(roots.len())].into_iter().chain(pairs));
            vec![guard, put(sql, roots.iter().map(|root| &root.row))]
        }
        Part::Release(claims) => {
            let sql = known(statements, &CLAIM)?;
            vec![Ask::once(format!("DELETE FROM \"{}\" WHERE {}", sql.name, owned(claims)), triples(claims))]
        }
        Part::Take(claims) => take(known(statements, &CLAIM)?, claims),
        Part::Count(step) => advance(known(statements, &COUNTER)?, step),
        Part::Insert(table, rows) => vec![insert(known(statements, table)?, rows.iter().copied(), "")],
        Part::Put(table, rows) => {
            let sql = known(statements, table)?;
            if !has_unique(table) {
                return Ok(vec![put(sql, rows.iter().copied())]);
            }
            // An update where a key stands would also be one where another row has the same unique values.
            vec![delete(sql, rows.iter().map(|row| row.key())), insert(sql, rows.iter().copied(), "")]
        }
        Part::Delete(table, keys) => vec![delete(known(statements, table)?, keys.iter().map(|key: &&Key| key.as_slice()))],
    })
}

fn expected<'a>(root: &RootWrite) -> Datum<'a> {
    Datum::Int(i64::try_from(root.expected).unwrap_or(-1))
}

/// A single root, as nearly every command has: written where it stands with its version, and then counted.
fn renew<'a>(sql: &'a TableSql, roots: &[&'a RootWrite]) -> Vec<Ask<'a>> {
    let values = roots.iter().flat_map(|root| root.row.values.iter().map(Datum::from).chain([Datum::Text(&root.row.body), expected(root)]));
    vec![Ask::once(&sql.replace_version, values), Ask::plain("SET @loyalty_guard = 9223372036854775807 + (ROW_COUNT() <> 1)")]
}

/// Rows by their keys. The index is named, so that no statistics ever lead to a walk through the table.
pub(super) fn gets<'a>(sql: &TableSql, keys: &[&'a Key]) -> Ask<'a> {
    let text = format!("{} FORCE INDEX (PRIMARY) WHERE {}", sql.select, by_keys(sql.table, keys.len()));
    Ask::once(text, keys.iter().copied().flatten().map(Datum::from))
}

/// That a row has one of so many keys.
fn by_keys(table: &Table, keys: usize) -> String {
    let key = || table.columns.iter().take(table.key);
    let columns: Vec<&str> = key().map(|column| column.name).collect();
    if key().all(|column| column.of != ColumnType::Text) {
        return listed(&columns, keys);
    }
    // A text compares by other rules in lists than by itself.
    either(&columns, keys)
}

/// That columns have the values of one of so many rows. The server sorts a list, and finds in it what a row must be; conditions beside each
/// other it tries on every row, one after another. From so many values on MariaDB makes a table of a list, and may lock in another order.
fn listed(columns: &[&str], rows: usize) -> String {
    const VALUES_MAX: usize = 1_000;
    match columns {
        [column] => format!("\"{column}\" IN ({})", vec!["?"; rows].join(", ")),
        columns if rows * columns.len() < VALUES_MAX => {
            let row = format!("({})", vec!["?"; columns.len()].join(", "));
            format!("(\"{}\") IN ({})", columns.join("\", \""), vec![row; rows].join(", "))
        }
        columns => either(columns, rows),
    }
}

fn either(columns: &[&str], rows: usize) -> String {
    let equal: Vec<String> = columns.iter().map(|column| format!("\"{column}\" = ?")).collect();
    vec![format!("({})", equal.join(" AND ")); rows].join(" OR ")
}

fn count<'a>(rows: usize) -> Datum<'a> {
    Datum::Int(i64::try_from(rows).unwrap_or(-1))
}

/// New rows, and what is to happen where one stands.
fn insert<'a>(sql: &TableSql, rows: impl ExactSizeIterator<Item = &'a Row>, behind: &str) -> Ask<'a> {
    let one = format!("({})", vec!["?"; sql.table.columns.len() + 1].join(", "));
    let marks = vec![one; rows.len()].join(", ");
    let text = format!("INSERT INTO \"{}\" ({}) VALUES {marks}{behind}", sql.name, sql.columns);
    Ask::once(text, rows.flat_map(|row| row.values.iter().map(Datum::from).chain([Datum::Text(&row.body)])))
}

/// Rows over whatever stands.
fn put<'a>(sql: &TableSql, rows: impl ExactSizeIterator<Item = &'a Row>) -> Ask<'a> {
    let others = sql.table.columns.iter().skip(sql.table.key).map(|column| column.name).chain(["body"]);
    let set: Vec<String> = others.map(|name| format!("\"{name}\" = VALUES(\"{name}\")")).collect();
    insert(sql, rows, &format!(" ON DUPLICATE KEY UPDATE {}", set.join(", ")))
}

fn delete<'a>(sql: &TableSql, keys: impl ExactSizeIterator<Item = &'a [Value]>) -> Ask<'a> {
    Ask::once(format!("DELETE FROM \"{}\" WHERE {}", sql.name, by_keys(sql.table, keys.len())), keys.flatten().map(Datum::from))
}

fn owned(claims: &[Owned<'_>]) -> String {
    vec!["(\"scope\" = ? AND \"value\" = ? AND \"owner\" = ?)"; claims.len()].join(" OR ")
}

fn triples<'a>(claims: &[Owned<'a>]) -> impl Iterator<Item = Datum<'a>> {
    claims.iter().flatten().map(|bytes| Datum::Bytes(bytes))
}

/// Takes what is free; then all must be their owners'.
fn take<'a>(sql: &TableSql, claims: &[Owned<'a>]) -> Vec<Ask<'a>> {
    let marks = vec!["(?, ?, ?, '')"; claims.len()].join(", ");
    let insert = format!("INSERT INTO \"{}\" ({}) VALUES {marks} ON DUPLICATE KEY UPDATE \"body\" = \"body\"", sql.name, sql.columns);
    let guard = format!("{GUARD} FROM \"{}\" WHERE {} FOR UPDATE", sql.name, owned(claims));
    vec![Ask::once(insert, triples(claims)), Ask::once(guard, [count(claims.len())].into_iter().chain(triples(claims)))]
}

fn advance<'a>(sql: &TableSql, step: &'a Step) -> Vec<Ask<'a>> {
    let name = &sql.name;
    let [lowest, highest] = from_where(step);
    let counter = Datum::Bytes(&step.name);
    let begin = format!("INSERT INTO \"{name}\" ({}) VALUES (?, 0, '') ON DUPLICATE KEY UPDATE \"body\" = \"body\"", sql.columns);
    let guard = format!("{GUARD} FROM \"{name}\" WHERE \"name\" = ? AND \"value\" >= ? AND \"value\" <= ? FOR UPDATE");
    let add = format!("UPDATE \"{name}\" SET \"value\" = \"value\" + ? WHERE \"name\" = ?");
    vec![
        Ask::once(begin, [counter]),
        Ask::once(guard, [Datum::Int(1), counter, Datum::Int(lowest), Datum::Int(highest)]),
        Ask::once(add, [Datum::Int(step.by), counter]),
    ]
}
