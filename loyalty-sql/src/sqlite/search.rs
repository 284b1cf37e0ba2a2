//! Searches on a connection.

use loyalty_core::repository::{Row, Search, Value};
use rusqlite::Connection;

use super::SqliteError;
use super::query::{Snapshot, ask, bind, known, limit};
use crate::statement::{Lead, Statements, TableSql, Way, Ways, count, nominate, search_pieces, whole};

/// After so many steps of its own the engine asks whether to go on.
const STEPS: usize = 1_000;

/// What fits a condition is looked for until it is more than so many rows, and then a walk in order may ask so often whether to go on.
struct Turn {
    rows: usize,
    asks: usize,
}

/// Where columns may lead. Each turn is many times longer than the one before, since what was walked in vain is walked again.
const ON_COLUMNS: &[Turn] =
    &[Turn { rows: 400, asks: 8 }, Turn { rows: 3_200, asks: 32 }, Turn { rows: 51_200, asks: 512 }, Turn { rows: 409_600, asks: 4_096 }];

/// Where words may. What they nominate takes its time even if it is little: it waits until a walk could not fill the page at once.
const BY_WORDS: &[Turn] = &[
    Turn { rows: 0, asks: 4 },
    Turn { rows: 300, asks: 20 },
    Turn { rows: 3_200, asks: 256 },
    Turn { rows: 51_200, asks: 2_048 },
    Turn { rows: 409_600, asks: 4_096 },
];

/// Where none does, but the engine's own choice may be better than a walk.
const UNLED: &[Turn] = &[Turn { rows: 0, asks: 8 }, Turn { rows: 0, asks: 64 }, Turn { rows: 0, asks: 512 }, Turn { rows: 0, asks: 4_096 }];

/// About so many steps it takes to walk past a row.
const STEPS_PAST: usize = 16;
/// Looking at a row that an index names takes as long as about so many.
const STEPS_TO: usize = 50;

/// One page of a search.
///
/// Where a condition may lead or the order, it takes turns. In each, what fits a condition is counted by its index; once that is known, it says how long a
/// walk is worth trying before the condition leads. Else it walks in order for a while. So a search costs a few times what the better way does, also where
/// hundreds of thousands of rows match, and wherever they lie.
pub(super) fn search(connection: &Connection, statements: &Statements, search: &Search) -> Result<Vec<Row>, SqliteError> {
    let sql = known(statements, search.table)?;
    // In a transaction of the host the connection is the host's, and so is whom it asks whether to go on.
    let is_ours = connection.is_autocommit();
    let _snapshot = Snapshot::of(connection)?;
    let Ways { walk, mut leads, or_free } = Ways::of(search);
    let turns = match leads.as_slice() {
        [] if or_free => UNLED,
        [] => &[],
        leads if leads.contains(&Lead::Words) => BY_WORDS,
        _ => ON_COLUMNS,
    };
    // Where no walk can be broken off, hundreds of thousands of rows are not looked up either.
    let turns = turns.split_last().filter(|_| !is_ours).map_or(turns, |(_, shorter)| shorter);
    let mut walked = 0;
    for (number, turn) in turns.iter().enumerate() {
        let mut best: Option<Fitting> = None;
        for lead in std::mem::take(&mut leads) {
            match fitting(connection, sql, search, lead, number)? {
                Some(found) if found.rows == 0 => return Ok(Vec::new()),
                Some(found) => best = Some(best.filter(|best| best.rows <= found.rows).unwrap_or(found)),
                None => leads.push(lead),
            }
        }
        if let Some(best) = best {
            let asks = patience(best.asks(), asks_of_walk(connection, sql, search, &best)?);
            // No longer than was walked in vain already, it would be in vain again.
            let found =
                if is_ours && asks > walked { within(connection, asks, || in_one_way(connection, sql, search, walk))? } else { None };
            return found.map_or_else(|| in_one_way(connection, sql, search, best.way()), Ok);
        }
        for way in [Some(walk), or_free.then_some(Way::Free)].into_iter().flatten().filter(|_| is_ours) {
            if let Some(found) = within(connection, turn.asks, || in_one_way(connection, sql, search, way))? {
                return Ok(found);
            }
        }
        walked = turn.asks;
    }
    in_one_way(connection, sql, search, walk)
}

/// How long to walk before a condition leads: not at all where that is sooner done than a walk past rows that lie evenly. Else half as long again as such a
/// walk, or half as long as looking the rows up, whichever is longer; and no longer than looking them up.
fn patience(led: usize, walk: usize) -> usize {
    if led <= walk { 0 } else { (led / 2).max(walk.saturating_mul(3) / 2).min(led) }
}

/// How many rows fit a condition, and how to get at them.
struct Fitting {
    rows: usize,
    of: Of,
}

enum Of {
    Column(usize),
    /// The numbers of the rows, as JSON.
    Words(String),
}

impl Fitting {
    fn way(&self) -> Way<'_> {
        match &self.of {
            Of::Column(column) => Way::By(*column),
            Of::Words(rows) => Way::Among(rows),
        }
    }

    /// How often the engine will ask until it has looked at all of them.
    fn asks(&self) -> usize {
        self.rows * STEPS_TO / STEPS
    }
}

/// What fits a condition; nothing where it is more than the turn has time for.
fn fitting(connection: &Connection, sql: &TableSql, search: &Search, lead: Lead, turn: usize) -> Result<Option<Fitting>, SqliteError> {
    let turns = if lead == Lead::Words { BY_WORDS } else { ON_COLUMNS };
    let Some(most) = turns.get(turn).map(|turn| turn.rows).filter(|rows| *rows > 0) else { return Ok(None) };
    let found = match lead {
        Lead::Column(column) => {
            let (text, values) = count(sql, search, column);
            let rows = numbers(connection, &text, &values, most)?.first().map_or(0, |rows| usize::try_from(*rows).unwrap_or(0));
            Fitting { rows, of: Of::Column(column) }
        }
        Lead::Words => {
            let Some((text, nominating)) = nominate(sql, search) else { return Ok(None) };
            let rows = numbers(connection, &text, &[nominating], most)?;
            let named: Vec<String> = rows.iter().map(i64::to_string).collect();
            Fitting { rows: rows.len(), of: Of::Words(format!("[{}]", named.join(","))) }
        }
    };
    Ok(Some(found).filter(|found| found.rows <= most))
}

/// The first column of a statement that takes these values and a limit, which is one more than `most`.
fn numbers(connection: &Connection, text: &str, values: &[Value], most: usize) -> Result<Vec<i64>, SqliteError> {
    let mut statement = connection.prepare_cached(text)?;
    let next = bind(&mut statement, values)?;
    statement.raw_bind_parameter(next, limit(most + 1))?;
    let mut found = Vec::new();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        found.push(row.get(0)?);
    }
    Ok(found)
}

/// How often the engine will ask until a walk has filled its page, if the rows that fit lie evenly. Only tables with a text tell how many rows they have;
/// in others what fits a condition leads as soon as it is known, and so does what is looked up before the engine asks at all.
fn asks_of_walk(connection: &Connection, sql: &TableSql, search: &Search, fitting: &Fitting) -> Result<usize, SqliteError> {
    if sql.table.search.is_none() || fitting.asks() == 0 {
        return Ok(usize::MAX);
    }
    let whole: Option<i64> = connection.prepare_cached(&whole(sql))?.query_row((), |row| row.get(0))?;
    let whole = whole.and_then(|rows| usize::try_from(rows).ok()).unwrap_or(0);
    let past = if fitting.rows < search.limit { whole } else { whole.saturating_mul(search.limit) / fitting.rows };
    Ok(past.saturating_mul(STEPS_PAST) / STEPS)
}

/// What the engine finds before it has asked so often whether to go on; nothing if that was not enough.
fn within(
    connection: &Connection,
    asks: usize,
    find: impl FnOnce() -> Result<Vec<Row>, SqliteError>,
) -> Result<Option<Vec<Row>>, SqliteError> {
    let mut left = asks;
    let is_over = move || {
        left = left.saturating_sub(1);
        left == 0
    };
    connection.progress_handler(i32::try_from(STEPS).unwrap_or(i32::MAX), Some(is_over))?;
    let found = find();
    connection.progress_handler(0, None::<fn() -> bool>)?;
    match found {
        Err(SqliteError::Engine { code: rusqlite::ffi::SQLITE_INTERRUPT, .. }) => Ok(None),
        found => found.map(Some),
    }
}

/// The rows behind `after`, from the engine in their order. Every row is checked once more against the meaning of the
/// search, and replaced by the next should the engine ever have nominated one in error.
fn in_one_way(connection: &Connection, sql: &TableSql, search: &Search, way: Way<'_>) -> Result<Vec<Row>, SqliteError> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_is_tried_as_long_as_it_may_be_the_shorter_way() {
        assert_eq!(patience(20, 35), 0, "few rows are looked up");
        assert_eq!(patience(366, 111), 183, "half as long as looking them up");
        assert_eq!(patience(240, 130), 195, "half as long again as where they lie evenly");
        assert_eq!(patience(240, 239), 240, "and no longer than looking them up");
        assert_eq!(patience(1_000, 0), 500, "however soon it should have been over");
    }
}
