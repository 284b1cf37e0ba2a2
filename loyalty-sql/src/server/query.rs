//! Reads and searches, each in one round trip.

use loyalty_core::repository::{Read, Row, Search, Table, Value};

use super::{Ask, Datum, Reply, ServerError, Session};
use crate::statement::{Statements, TableSql, Way, search_pieces};

/// The statements of a table that was named at opening.
pub(crate) fn known<'a>(statements: &'a Statements, table: &'static Table) -> Result<&'a TableSql, ServerError> {
    statements.of(table).ok_or(ServerError::UnknownTable { table: table.name })
}

/// Answers every read from one snapshot: a query trusts that what one `read` gave fits together.
pub(super) fn read(
    session: &mut dyn Session,
    snapshot: &[&'static str],
    statements: &Statements,
    reads: &[Read],
) -> Result<Vec<Vec<Row>>, ServerError> {
    // Plans outlive the statements made of them.
    let mut plans = Vec::with_capacity(reads.len());
    for read in reads {
        plans.push(match read {
            Read::Get(..) => None,
            Read::Scan(scan) => Some(statements.scan(scan).ok_or(ServerError::UnknownTable { table: scan.table.name })?),
        });
    }
    let mut asks = Vec::new();
    let mut counts = Vec::with_capacity(reads.len());
    for (read, plan) in reads.iter().zip(&plans) {
        let before = asks.len();
        match (read, plan) {
            (Read::Get(table, key), _) => asks.push(Ask::kept(&known(statements, table)?.get, key.iter().map(Datum::from))),
            (Read::Scan(scan), Some(plan)) if scan.limit > 0 => asks.extend(plan.pieces.iter().map(|(text, slots)| {
                let values = slots.iter().map(|slot| Datum::from(slot.value(scan)));
                Ask::kept(text, values.chain([limit(scan.limit)]))
            })),
            (Read::Scan(_), _) => {}
        }
        counts.push(asks.len() - before);
    }
    let mut replies = in_snapshot(session, snapshot, asks)?.into_iter();
    let mut answers = Vec::with_capacity(reads.len());
    for (read, count) in reads.iter().zip(counts) {
        let (table, most) = match read {
            Read::Get(table, _) => (*table, 1),
            Read::Scan(scan) => (scan.table, scan.limit),
        };
        let mut found = Vec::new();
        for reply in replies.by_ref().take(count) {
            found.append(&mut rows(table, reply)?);
        }
        found.truncate(most);
        answers.push(found);
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
    let mut rest = search.clone();
    let mut found: Vec<Row> = Vec::new();
    while rest.limit > 0 {
        let pieces = search_pieces(sql, &rest, Way::Free);
        let asks = pieces.iter().map(|(text, values)| Ask::once(text, values.iter().map(Datum::from).chain([limit(rest.limit)])));
        let mut page = Vec::new();
        for reply in in_snapshot(session, snapshot, asks.collect())? {
            page.append(&mut rows(search.table, reply)?);
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

fn rows(table: &'static Table, reply: Reply) -> Result<Vec<Row>, ServerError> {
    let row = |mut values: Vec<Value>| match values.pop() {
        Some(Value::Text(body)) if values.len() == table.columns.len() => Ok(Row { table, values, body }),
        _ => Err(ServerError::foreign("a row of another shape")),
    };
    reply.rows.into_iter().map(row).collect()
}
