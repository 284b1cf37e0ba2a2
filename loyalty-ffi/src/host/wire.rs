//! Reads, rows and change sets in JSON.

use loyalty_core::hex::hex;
use loyalty_core::json::Tree;
use loyalty_core::repository::wire::{row, row_of, value_of, values};
use loyalty_core::repository::{Changes, Claim, ColumnType, Read, Refusal, Row, Scan, Step, Table, Value, Write};
use serde::Deserialize;
use serde_json::{Value as Json, json};

/// A row as it comes back.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireRow {
    values: Vec<Tree>,
    body: String,
}

/// What became of a change set.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum WireAnswer {
    /// It was applied.
    Ok,
    /// Another came first.
    Conflict,
    /// The claim with this number, counted from 0, is held by this root.
    Taken { claim: usize, owner: Tree },
    /// The step with this number, counted from 0, would leave its bounds; the counter's value now.
    Exhausted { step: usize, value: i64 },
}

pub(super) fn reads(reads: &[Read]) -> String {
    let one = |read: &Read| match read {
        Read::Get(table, key) => json!({ "get": { "table": table.name, "key": values(key) } }),
        Read::Scan(scan) => json!({ "scan": scan_of(scan) }),
    };
    Json::from(reads.iter().map(one).collect::<Vec<_>>()).to_string()
}

fn scan_of(scan: &Scan) -> Json {
    let names = |columns: Vec<usize>| -> Vec<&str> {
        columns.into_iter().filter_map(|column| scan.table.columns.get(column)).map(|column| column.name).collect()
    };
    json!({
        "table": scan.table.name,
        "index": scan.index.map(|index| index.name),
        "order": names(scan.order()),
        "prefix": values(&scan.prefix),
        "after": scan.after.as_deref().map(values),
        "until": scan.until.as_deref().map(values),
        "reverse": scan.reverse,
        "limit": i64::try_from(scan.limit).unwrap_or(i64::MAX),
    })
}

/// The rows that came back, checked against what was asked: a host's mistake must not become a wrong balance.
pub(super) fn rows(answer: &str, reads: &[Read]) -> Result<Vec<Vec<Row>>, String> {
    let lists: Vec<Vec<WireRow>> =
        serde_json::from_str(answer).map_err(|error| format!("the host's answer to a read is not as described: {error}"))?;
    if lists.len() != reads.len() {
        return Err(format!("the host answered {} of {} reads", lists.len(), reads.len()));
    }
    lists.into_iter().zip(reads).map(|(list, read)| rows_of(list, read)).collect()
}

fn rows_of(list: Vec<WireRow>, read: &Read) -> Result<Vec<Row>, String> {
    let (table, limit) = match read {
        Read::Get(table, _) => (*table, 1),
        Read::Scan(scan) => (scan.table, scan.limit),
    };
    if list.len() > limit {
        return Err(format!("the host gave {} rows of '{}' where {limit} were asked for", list.len(), table.name));
    }
    let rows: Vec<Row> = list
        .into_iter()
        .map(|row| row_of(table, &row.values, row.body).map_err(|why| format!("the host's answer: {why}")))
        .collect::<Result<_, _>>()?;
    let fits = |row: &Row| match read {
        Read::Get(_, key) => row.key() == key.as_slice(),
        Read::Scan(scan) => scan.contains(&scan.position(row)),
    };
    match rows.iter().all(fits) {
        true => Ok(rows),
        false => Err(format!("the host gave a row of '{}' that was not asked for", table.name)),
    }
}

pub(super) fn changes(changes: &[Changes]) -> String {
    let one = |changes: &Changes| {
        json!({
            "roots": changes.roots.iter().map(|root| json!({ "expected": root.expected, "row": row(&root.row) })).collect::<Vec<_>>(),
            "claims": changes.claims.iter().map(claim).collect::<Vec<_>>(),
            "steps": changes.steps.iter().map(step).collect::<Vec<_>>(),
            "writes": changes.writes.iter().map(write).collect::<Vec<_>>(),
        })
    };
    Json::from(changes.iter().map(one).collect::<Vec<_>>()).to_string()
}

fn claim(claim: &Claim) -> Json {
    let (verb, scope, value, owner) = match claim {
        Claim::Take { scope, value, owner } => ("take", scope, value, owner),
        Claim::Release { scope, value, owner } => ("release", scope, value, owner),
    };
    json!({ verb: { "scope": format!("x{}", hex(scope.as_bytes())), "value": format!("x{}", hex(value)), "owner": format!("x{}", hex(owner)) } })
}

fn step(step: &Step) -> Json {
    json!({ "name": format!("x{}", hex(&step.name)), "by": step.by, "min": step.min, "max": step.max })
}

fn write(write: &Write) -> Json {
    match write {
        Write::Insert(inserted) => json!({ "insert": row(inserted) }),
        Write::Put(put) => json!({ "put": row(put) }),
        Write::Delete(table, key) => json!({ "delete": { "table": table.name, "key": values(key) } }),
    }
}

pub(super) fn answers(answer: &str, changes: &[Changes]) -> Result<Vec<Result<(), Refusal>>, String> {
    let answers: Vec<WireAnswer> =
        serde_json::from_str(answer).map_err(|error| format!("the host's answer to a commit is not as described: {error}"))?;
    if answers.len() != changes.len() {
        return Err(format!("the host answered {} of {} change sets", answers.len(), changes.len()));
    }
    answers.into_iter().zip(changes).map(|(answer, changes)| refusal(answer, changes)).collect()
}

fn refusal(answer: WireAnswer, changes: &Changes) -> Result<Result<(), Refusal>, String> {
    let unknown = |what: &str, number: usize| format!("the host names the {what} {number}, which the change set has not");
    Ok(match answer {
        WireAnswer::Ok => Ok(()),
        WireAnswer::Conflict => Err(Refusal::Conflict),
        WireAnswer::Taken { claim, owner } => match (changes.claims.get(claim), value_of(&owner)?) {
            (Some(Claim::Take { scope, value, .. }), Value::Bytes(owner)) => Err(Refusal::Taken { scope, value: value.clone(), owner }),
            _ => return Err(unknown("claim", claim)),
        },
        WireAnswer::Exhausted { step, value } => match changes.steps.get(step) {
            Some(step) => Err(Refusal::Exhausted { name: step.name.clone(), value }),
            None => return Err(unknown("step", step)),
        },
    })
}

pub(super) fn tables(tables: &[&Table]) -> String {
    let one = |table: &&Table| {
        let names = |columns: &[usize]| -> Vec<&str> {
            columns.iter().filter_map(|column| table.columns.get(*column)).map(|column| column.name).collect()
        };
        let column = |column: &loyalty_core::repository::Column| match column.of {
            ColumnType::Int => json!({ "name": column.name, "type": "int", "null": column.nullable }),
            ColumnType::Text => json!({ "name": column.name, "type": "text", "null": column.nullable }),
            ColumnType::Bytes(max) => json!({ "name": column.name, "type": "bytes", "max": max, "null": column.nullable }),
        };
        let index = |index: &loyalty_core::repository::Index| json!({ "name": index.name, "columns": names(index.columns), "unique": index.unique });
        json!({
            "name": table.name,
            "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
            "key": names(&(0..table.key).collect::<Vec<_>>()),
            "indexes": table.indexes.iter().map(index).collect::<Vec<_>>(),
        })
    };
    Json::from(tables.iter().map(one).collect::<Vec<_>>()).to_string()
}
