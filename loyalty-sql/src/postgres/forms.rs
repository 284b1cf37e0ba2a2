//! The parts of a change set in PostgreSQL: one statement each, whose lists may be of any length, so that it stays prepared.

use loyalty_core::repository::{CLAIM, COUNTER, Column, ColumnType, Key, ROOT, Row, Value};

use crate::server::{Ask, Bound, Datum, Owned, Part, ServerError, from_where, known};
use crate::statement::{Statements, TableSql};

/// Divides by zero, which is an error, unless the condition holds. Statements that write are read from by name.
fn guard(condition: &str) -> String {
    format!("SELECT 1 / CAST({condition} AS int)")
}

pub(super) fn forms<'a>(statements: &'a Statements, part: &Part<'a>) -> Result<Vec<Ask<'a>>, ServerError> {
    Ok(match part {
        Part::Lock(keys) => {
            let sql = known(statements, &ROOT)?;
            let text = format!("SELECT 1 FROM \"{}\" WHERE \"root\" = ANY(CAST(? AS bytea[])) ORDER BY \"root\" FOR UPDATE", sql.name);
            vec![lists(text, vec![Bound::Many(keys.clone())])]
        }
        Part::Found(roots) => vec![insert(known(statements, &ROOT)?, &roots.iter().map(|root| &root.row).collect::<Vec<_>>(), "")],
        Part::Renew(roots) => {
            let sql = known(statements, &ROOT)?;
            if let [root] = roots.as_slice() {
                // As nearly every command has it.
                let expected = Datum::Int(i64::try_from(root.expected).unwrap_or(-1));
                let values = root.row.values.iter().map(Datum::from).chain([Datum::Text(&root.row.body), expected]);
                let text = format!("WITH written AS ({} RETURNING 1) {} FROM written", sql.replace_version, guard("count(*)"));
                return Ok(vec![Ask::kept(text, values)]);
            }
            let rows: Vec<&Row> = roots.iter().map(|root| &root.row).collect();
            let mut values = columns(sql, &rows);
            values.push(Bound::Many(roots.iter().map(|root| Datum::Int(i64::try_from(root.expected).unwrap_or(-1))).collect()));
            values.push(Bound::One(Datum::Int(i64::try_from(roots.len()).unwrap_or(-1))));
            vec![lists(renew(sql), values)]
        }
        Part::Release(claims) => {
            let sql = known(statements, &CLAIM)?;
            let text = format!(
                "DELETE FROM \"{}\" AS t USING {OWNED} WHERE t.\"scope\" = n.\"scope\" AND t.\"value\" = n.\"value\" AND t.\"owner\" = n.\"owner\"",
                sql.name
            );
            vec![lists(text, owned(claims))]
        }
        Part::Take(claims) => take(known(statements, &CLAIM)?, claims),
        Part::Count(step) => count(known(statements, &COUNTER)?, step),
        Part::Insert(table, rows) => vec![insert(known(statements, table)?, rows, "")],
        Part::Put(table, rows) => {
            let sql = known(statements, table)?;
            let behind = sql.put.split_once(" ON CONFLICT").map_or("", |(_, behind)| behind);
            vec![insert(sql, rows, behind)]
        }
        Part::Delete(table, keys) => {
            let sql = known(statements, table)?;
            let key = || sql.table.columns.iter().take(sql.table.key);
            let names: Vec<String> = key().map(|column| format!("\"{}\"", column.name)).collect();
            let equal: Vec<String> = names.iter().map(|name| format!("t.{name} = n.{name}")).collect();
            let text = format!(
                "DELETE FROM \"{}\" AS t USING unnest({}) AS n({}) WHERE {}",
                sql.name,
                marks(key()),
                names.join(", "),
                equal.join(" AND ")
            );
            let values = (0..sql.table.key).map(|at| Bound::Many(keys.iter().map(|key| datum(key.get(at))).collect()));
            vec![lists(text, values.collect())]
        }
    })
}

/// Rows by their keys, each looked up in the index: what is taken from a list one by one cannot be turned into a walk through the table.
pub(super) fn gets<'a>(sql: &TableSql, keys: &[&'a Key]) -> Ask<'a> {
    let key = || sql.table.columns.iter().take(sql.table.key);
    let names: Vec<String> = key().map(|column| format!("\"{}\"", column.name)).collect();
    let equal: Vec<String> = names.iter().map(|name| format!("t.{name} = n.{name}")).collect();
    let own: Vec<String> = sql.table.columns.iter().map(|column| column.name).chain(["body"]).map(|name| format!("t.\"{name}\"")).collect();
    let text = format!(
        "SELECT found.* FROM unnest({}) AS n({}), LATERAL (SELECT {} FROM \"{}\" AS t WHERE {} LIMIT 1) AS found",
        marks(key()),
        names.join(", "),
        own.join(", "),
        sql.name,
        equal.join(" AND ")
    );
    let values = (0..sql.table.key).map(|at| Bound::Many(keys.iter().map(|key| datum(key.get(at))).collect()));
    lists(text, values.collect())
}

fn lists<'a>(text: String, values: Vec<Bound<'a>>) -> Ask<'a> {
    Ask { text: text.into(), values, is_kept: true }
}

fn datum(value: Option<&Value>) -> Datum<'_> {
    value.map_or(Datum::Null, Datum::from)
}

/// A `?` for a list of each column.
fn marks<'c>(columns: impl Iterator<Item = &'c Column>) -> String {
    let mark = |column: &Column| match column.of {
        ColumnType::Int => "CAST(? AS bigint[])",
        ColumnType::Text => "CAST(? AS text[])",
        ColumnType::Bytes(_) => "CAST(? AS bytea[])",
    };
    columns.map(mark).collect::<Vec<_>>().join(", ")
}

/// The values of rows, column by column, and their bodies.
fn columns<'a>(sql: &TableSql, rows: &[&'a Row]) -> Vec<Bound<'a>> {
    let column = |at: usize| Bound::Many(rows.iter().map(|row| Datum::from(row.value(at))).collect());
    let bodies = Bound::Many(rows.iter().map(|row| Datum::Text(&row.body)).collect());
    (0..sql.table.columns.len()).map(column).chain([bodies]).collect()
}

/// New rows; with `ON CONFLICT` and what is given behind it, if anything is.
fn insert<'a>(sql: &TableSql, rows: &[&'a Row], behind: &str) -> Ask<'a> {
    let conflict = if behind.is_empty() { "" } else { " ON CONFLICT" };
    if let [row] = rows {
        let marks = vec!["?"; sql.table.columns.len() + 1].join(", ");
        let values = row.values.iter().map(Datum::from).chain([Datum::Text(&row.body)]);
        return Ask::kept(format!("INSERT INTO \"{}\" ({}) VALUES ({marks}){conflict}{behind}", sql.name, sql.columns), values);
    }
    let marks = marks(sql.table.columns.iter());
    let text = format!("INSERT INTO \"{}\" ({}) SELECT * FROM unnest({marks}, CAST(? AS text[])){conflict}{behind}", sql.name, sql.columns);
    lists(text, columns(sql, rows))
}

/// Rows over those that have the versions given last; fails unless that were as many as they should be.
fn renew(sql: &TableSql) -> String {
    let set: Vec<String> = sql
        .table
        .columns
        .iter()
        .skip(sql.table.key)
        .map(|column| column.name)
        .chain(["body"])
        .map(|name| format!("\"{name}\" = n.\"{name}\""))
        .collect();
    format!(
        "WITH written AS (UPDATE \"{}\" AS t SET {} FROM unnest({}, CAST(? AS text[]), CAST(? AS bigint[])) AS n({}, \"expected\") \
         WHERE t.\"root\" = n.\"root\" AND t.\"version\" = n.\"expected\" RETURNING 1) {} FROM written",
        sql.name,
        set.join(", "),
        marks(sql.table.columns.iter()),
        sql.columns,
        guard("(count(*) = CAST(? AS bigint))"),
    )
}

/// Three lists of claims as rows.
const OWNED: &str = "unnest(CAST(? AS bytea[]), CAST(? AS bytea[]), CAST(? AS bytea[])) AS n(\"scope\", \"value\", \"owner\")";

fn owned<'a>(claims: &[Owned<'a>]) -> Vec<Bound<'a>> {
    let list = |at: usize| Bound::Many(claims.iter().filter_map(|claim| claim.get(at)).map(|bytes| Datum::Bytes(bytes)).collect());
    (0..3).map(list).collect()
}

/// Takes what is free; then all must be their owners', by a statement that sees what others have committed meanwhile.
fn take<'a>(sql: &TableSql, claims: &[Owned<'a>]) -> Vec<Ask<'a>> {
    let name = &sql.name;
    let insert =
        format!("INSERT INTO \"{name}\" ({}) SELECT n.*, '' FROM {OWNED} ON CONFLICT (\"scope\", \"value\") DO NOTHING", sql.columns);
    let holds = format!(
        "{} FROM \"{name}\" AS t JOIN {OWNED} ON t.\"scope\" = n.\"scope\" AND t.\"value\" = n.\"value\" AND t.\"owner\" = n.\"owner\"",
        guard("(count(*) = CAST(? AS bigint))")
    );
    let count = Bound::One(Datum::Int(i64::try_from(claims.len()).unwrap_or(-1)));
    let values = [vec![count], owned(claims)].concat();
    vec![lists(insert, owned(claims)), lists(holds, values)]
}

fn count<'a>(sql: &TableSql, step: &'a loyalty_core::repository::Step) -> Vec<Ask<'a>> {
    let name = &sql.name;
    let [lowest, highest] = from_where(step);
    let begin = format!("INSERT INTO \"{name}\" ({}) VALUES (?, 0, '') ON CONFLICT (\"name\") DO NOTHING", sql.columns);
    let add = format!(
        "WITH written AS (UPDATE \"{name}\" SET \"value\" = \"value\" + ? WHERE \"name\" = ? AND \"value\" >= ? AND \"value\" <= ? \
         RETURNING 1) {} FROM written",
        guard("count(*)")
    );
    let counter = Datum::Bytes(&step.name);
    vec![Ask::kept(begin, [counter]), Ask::kept(add, [Datum::Int(step.by), counter, Datum::Int(lowest), Datum::Int(highest)])]
}
