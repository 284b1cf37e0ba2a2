//! Every row of both sides, looked at again after the copy.

use loyalty_core::repository::{ROOT, Read, Row, Table, Value};
use loyalty_core::schema::TABLES;

use super::difference::merge;
use super::progress::{Stage, Teller};
use super::report::{Report, TableReport};
use super::sides::{Sides, VERSION, number};
use super::{CopyError, LOOSE};

/// Counts the rows of both sides and tells where they differ, except where the source was seen to go on.
pub(super) fn run(sides: &Sides<'_>, teller: &mut Teller<'_, '_>, report: &mut Report) -> Result<(), CopyError> {
    teller.begin(Stage::Comparing, None);
    // What changes without a root cannot be told from what is wrong while roots go on: so it is known last.
    let mut loose = Vec::new();
    for table in TABLES {
        let mut counts = TableReport { name: table.name, source: 0, target: 0 };
        sides.pairs(table, &[], |pair| {
            counts.source += pair.source.len() as u64;
            counts.target += pair.target.len() as u64;
            let rows = pair.source.len() as u64;
            merge(pair.source, pair.target, |source, target| {
                if source == target {
                    return Ok(());
                }
                let Some(row) = source.as_ref().or(target.as_ref()) else { return Ok(()) };
                if LOOSE.contains(table) {
                    loose.push(said(table, row, source.as_ref(), target.as_ref()));
                    loose.truncate(LOOSE_MAX);
                } else if is_moving(sides, row)? {
                    report.moving += u64::from(*table == &ROOT);
                } else {
                    report.tell(|| said(table, row, source.as_ref(), target.as_ref()));
                }
                Ok(())
            })?;
            teller.step(rows, 0)
        })?;
        report.tables.push(counts);
    }
    if report.is_settled() {
        loose.into_iter().for_each(|difference| report.tell(|| difference));
    }
    Ok(())
}

/// How many differences are kept of tables that change without a root.
const LOOSE_MAX: usize = 100;

/// Whether the root of a row has gone on in the source since it was copied.
pub(super) fn is_moving(sides: &Sides<'_>, row: &Row) -> Result<bool, CopyError> {
    let get = [Read::Get(&ROOT, vec![row.value(0).clone()])];
    let version = |found: Vec<Vec<Row>>| found.concat().first().map_or(0, |row| number(row, VERSION));
    Ok(version(sides.source(&get)?) > version(sides.target(&get)?))
}

/// Where a row stands and how it differs; its contents are nobody's business.
fn said(table: &Table, row: &Row, source: Option<&Row>, target: Option<&Row>) -> String {
    let how = match (source, target) {
        (Some(_), None) => "is missing in the target",
        (None, _) => "is in the target alone",
        _ => "is not the same",
    };
    let key: Vec<String> = row.key().iter().map(shown).collect();
    format!("the row {} of the table {} {how}", key.join(" "), table.name)
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Int(int) => int.to_string(),
        Value::Text(text) => text.clone(),
        Value::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}
