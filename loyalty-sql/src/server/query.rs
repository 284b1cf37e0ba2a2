//! Reads and searches, each in one round trip.

use loyalty_core::repository::{Read, Row, Search, Table, Value};

use super::gets::{Gets, apart, joined};
use super::{Ask, Datum, Driver, Reply, ServerError, Session};
use crate::statement::{Statements, TableSql, Way, search_pieces};

/// The statements of a table that was named at opening.
pub(crate) fn known<'a>(statements: &'a Statements, table: &'static Table) -> Result<&'a TableSql, ServerError> {
    statements.of(table).ok_or(ServerError::UnknownTable { table: table.name })
}

/// Answers every read from one snapshot: a query trusts that what one `read` gave fits together.
pub(super) fn read<D: Driver>(
    session: &mut dyn Session,
    snapshot: &[&'static str],
    statements: &Statements,
    reads: &[Read],
) -> Result<Vec<Vec<Row>>, ServerError> {
    if let Some(ask) = joined(statements, reads)? {
        return apart(reads, session.send(&[ask])?.pop().unwrap_or_default());
    }
    let gets = Gets::of(reads);
    // Plans outlive the statements made of them.
    let mut plans = Vec::new();
    for read in reads {
        if let Read::Scan(scan) = read {
            plans.push((scan, statements.scan(scan).ok_or(ServerError::UnknownTable { table: scan.table.name })?));
        }
    }
    let mut asks = gets.asks::<D>(statements)?;
    for (scan, plan) in plans.iter().filter(|(scan, _)| scan.limit > 0) {
        asks.extend(plan.pieces.iter().map(|(text, slots)| {
            let values = slots.iter().map(|slot| Datum::from(slot.value(scan)));
            Ask::kept(text, values.chain([limit(scan.limit)]))
        }));
    }
    let mut replies = in_snapshot(session, snapshot, asks)?.into_iter();
    let mut answers = vec![Vec::new(); reads.len()];
    gets.answer(replies.by_ref().take(gets.len()), &mut answers)?;
    let of_scans = answers.iter_mut().zip(reads).filter(|(_, read)| matches!(read, Read::Scan(_)));
    for ((answer, _), (scan, plan)) in of_scans.zip(&plans) {
        let pieces = if scan.limit > 0 { plan.pieces.len() } else { 0 };
        for reply in replies.by_ref().take(pieces) {
            answer.append(&mut rows(scan.table, reply)?);
        }
        answer.truncate(scan.limit);
    }
    Ok(answers)
}

/// One page of a search. Every row is checked once more against the meaning of the search, and replaced by the next should
/// the engine have nominated one in error.
pub(super) fn search(
    session: &mut dyn Session,
    snapshot: &[&'static str],
    statements: &Statements,
    search: &Search,
) -> Result<Vec<Row>, ServerError> {
    let sql = known(statements, search.table)?;
    let named = search.named();
    let mut rest = search.clone();
    let mut found: Vec<Row> = Vec::new();
    while rest.limit > 0 {
        let pieces = search_pieces(sql, &rest, Way::Free);
        let asks = pieces.iter().map(|(text, values)| Ask::once(text, values.iter().map(Datum::from).chain([limit(rest.limit)])));
        let mut page = Vec::new();
        for reply in in_snapshot(session, snapshot, asks.collect())? {
            page.append(&mut rows_of(search.table, &named, reply)?);
        }
        page.truncate(rest.limit);
        let is_last = page.len() < rest.limit;
        rest.after = page.last().map(|row| search.position(row));
        found.extend(page.into_iter().filter(|row| search.matches(row)));
        rest.limit = search.limit.saturating_sub(found.len());
        if is_last {
            break;
        }
    }
    Ok(found)
}

/// Several questions see one state; a single one does so by itself.
fn in_snapshot<'a>(session: &mut dyn Session, snapshot: &[&'static str], asks: Vec<Ask<'a>>) -> Result<Vec<Reply>, ServerError> {
    if asks.is_empty() {
        return Ok(Vec::new());
    }
    if asks.len() == 1 || snapshot.is_empty() {
        return Ok(session.send(&asks)?);
    }
    let count = asks.len();
    let begin = snapshot.iter().map(|text| Ask::plain(text));
    let asks: Vec<Ask<'_>> = begin.chain(asks).chain([Ask::plain("COMMIT")]).collect();
    Ok(session.send(&asks)?.into_iter().skip(snapshot.len()).take(count).collect())
}

fn limit<'a>(rows: usize) -> Datum<'a> {
    Datum::Int(i64::try_from(rows).unwrap_or(i64::MAX))
}

/// Rows of all columns and the body.
pub(super) fn rows(table: &'static Table, reply: Reply) -> Result<Vec<Row>, ServerError> {
    let row = |mut values: Vec<Value>| match values.pop() {
        Some(Value::Text(body)) if values.len() == table.columns.len() => Ok(Row { table, values, body }),
        _ => Err(ServerError::foreign("a row of another shape")),
    };
    reply.rows.into_iter().map(row).collect()
}

/// Rows of these columns and the body; the other columns are null.
fn rows_of(table: &'static Table, columns: &[usize], reply: Reply) -> Result<Vec<Row>, ServerError> {
    let row = |mut named: Vec<Value>| {
        let body = named.pop();
        let (Some(Value::Text(body)), true) = (body, named.len() == columns.len()) else {
            return Err(ServerError::foreign("a row of another shape"));
        };
        let mut values = vec![Value::Null; table.columns.len()];
        for (column, value) in columns.iter().zip(named) {
            if let Some(slot) = values.get_mut(*column) {
                *slot = value;
            }
        }
        Ok(Row { table, values, body })
    };
    reply.rows.into_iter().map(row).collect()
}
