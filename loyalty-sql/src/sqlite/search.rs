//! Searches on a connection.

use loyalty_core::repository::{Row, Search};
use rusqlite::Connection;

use super::SqliteError;
use super::query::{Snapshot, ask, bind, known, limit};
use crate::statement::{Lead, Statements, TableSql, Way, Ways, count, search_pieces};

/// After so many steps of its own the engine asks whether to go on.
const STEPS: i32 = 1_000;

/// In each turn: a condition leads that so many rows fit at most; where each fits more, a walk in order may ask so often whether to go on.
const TURNS: [(usize, u32); 6] = [(400, 6), (1_600, 24), (6_400, 96), (25_600, 384), (102_400, 1_536), (409_600, 6_144)];

/// One page of a search.
///
/// Where a condition may lead or the order, it takes turns, each a few times longer: what fits a condition is counted by its index, and looked up if
/// that is few; else it walks in order for a while. So a search costs a few times what the better way does, however many rows match and wherever they lie.
pub(super) fn search(connection: &Connection, statements: &Statements, search: &Search) -> Result<Vec<Row>, SqliteError> {
    let sql = known(statements, search.table)?;
    // In a transaction of the host the connection is the host's, and so is whom it asks whether to go on.
    let is_ours = connection.is_autocommit();
    let _snapshot = Snapshot::of(connection)?;
    let Ways { walk, leads, or_free } = Ways::of(search);
    // Where no walk can be broken off, what tens of thousands of rows fit leads nowhere.
    let turns = if is_ours { TURNS.len() } else { 4 };
    for (few, turn) in TURNS.into_iter().take(turns).take_while(|_| or_free || !leads.is_empty()) {
        for lead in &leads {
            if fits_at_most(connection, sql, search, *lead, few)? {
                return in_one_way(connection, sql, search, Way::By(*lead));
            }
        }
        for way in [Some(walk), or_free.then_some(Way::Free)].into_iter().flatten().filter(|_| is_ours) {
            if let Some(found) = within(connection, turn, || in_one_way(connection, sql, search, way))? {
                return Ok(found);
            }
        }
    }
    in_one_way(connection, sql, search, walk)
}

/// Whether so few rows fit a condition.
fn fits_at_most(connection: &Connection, sql: &TableSql, search: &Search, lead: Lead, few: usize) -> Result<bool, SqliteError> {
    let Some((text, values)) = count(sql, search, lead) else { return Ok(false) };
    let mut statement = connection.prepare_cached(&text)?;
    let next = bind(&mut statement, &values)?;
    statement.raw_bind_parameter(next, limit(few + 1))?;
    let fitting: i64 = match statement.raw_query().next()? {
        Some(row) => row.get(0)?,
        None => 0,
    };
    Ok(fitting <= limit(few))
}

/// What the engine finds before it has asked so often whether to go on; nothing if that was not enough.
fn within(
    connection: &Connection,
    turn: u32,
    find: impl FnOnce() -> Result<Vec<Row>, SqliteError>,
) -> Result<Option<Vec<Row>>, SqliteError> {
    let mut left = turn;
    let is_over = move || {
        left = left.saturating_sub(1);
        left == 0
    };
    connection.progress_handler(STEPS, Some(is_over))?;
    let found = find();
    connection.progress_handler(0, None::<fn() -> bool>)?;
    match found {
        Err(SqliteError::Engine { code: rusqlite::ffi::SQLITE_INTERRUPT, .. }) => Ok(None),
        found => found.map(Some),
    }
}

/// The rows behind `after`, from the engine in their order. Every row is checked once more against the meaning of the
/// search, and replaced by the next should the engine ever have nominated one in error.
fn in_one_way(connection: &Connection, sql: &TableSql, search: &Search, way: Way) -> Result<Vec<Row>, SqliteError> {
    let named = search.named();
    let mut rest = search.clone();
    let mut found = Vec::new();
    loop {
        let mut page = Vec::new();
        for (text, values) in search_pieces(sql, &rest, way) {
            let left = rest.limit.saturating_sub(page.len());
            if left == 0 {
                break;
            }
            page.append(&mut ask(connection, sql, named.iter().copied(), &text, &values, left)?);
        }
        let nominated = page.len();
        rest.after = page.last().map(|row| search.position(row));
        found.extend(page.into_iter().filter(|row| search.matches(row)));
        if nominated < rest.limit || found.len() >= search.limit {
            return Ok(found);
        }
        rest.limit = search.limit.saturating_sub(found.len());
    }
}
