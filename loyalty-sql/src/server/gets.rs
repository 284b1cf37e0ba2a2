//! Gets as few statements: a few as one row, which by itself is a snapshot; more as a list for each table.

use std::borrow::Cow;
use std::collections::HashMap;

use loyalty_core::repository::{Column, ColumnType, Key, Read, Row, Table, Value};

use super::parts::ROWS_MAX;
use super::query::{known, rows};
use super::{Ask, Datum, Driver, Reply, ServerError};
use crate::statement::Statements;

/// So many gets at most are joined to one row. PostgreSQL thinks longer about more.
const JOINED_MAX: usize = 8;

/// A few gets, and nothing else, as one statement that gives one row: what was found side by side, or nulls. It needs no transaction to see
/// one state, and a command reads little else.
pub(super) fn joined<'a>(statements: &'a Statements, reads: &'a [Read]) -> Result<Option<Ask<'a>>, ServerError> {
    if !(2..=JOINED_MAX).contains(&reads.len()) || reads.iter().any(|read| !matches!(read, Read::Get(..))) {
        return Ok(None);
    }
    let (mut select, mut from, mut values) = (Vec::new(), String::from(" FROM (SELECT 1 AS one) AS o"), Vec::new());
    for (at, read) in reads.iter().enumerate() {
        let Read::Get(table, key) = read else { continue };
        let sql = known(statements, table)?;
        let named = |column: &Column| format!("g{at}.\"{}\"", column.name);
        select.extend(table.columns.iter().map(named).chain([format!("g{at}.\"body\"")]));
        let equal: Vec<String> = table.columns.iter().take(table.key).map(|column| format!("{} = ?", named(column))).collect();
        from.push_str(&format!(" LEFT JOIN \"{}\" AS g{at} ON {}", sql.name, equal.join(" AND ")));
        values.extend(key.iter().map(Datum::from));
    }
    Ok(Some(Ask::kept(format!("SELECT {}{from}", select.join(", ")), values)))
}

/// The rows that stand side by side in one; the first column of a row that is there is never null.
pub(super) fn apart(reads: &[Read], reply: Reply) -> Result<Vec<Vec<Row>>, ServerError> {
    let mut values = reply.rows.into_iter().next().unwrap_or_default().into_iter();
    let mut answers = Vec::with_capacity(reads.len());
    for read in reads {
        let Read::Get(table, _) = read else { continue };
        let own: Vec<Value> = values.by_ref().take(table.columns.len() + 1).collect();
        let is_there = !matches!(own.first(), Some(Value::Null));
        let found = if is_there { vec![own] } else { Vec::new() };
        answers.push(rows(table, Reply { rows: found })?);
    }
    Ok(answers)
}

/// The gets among reads: by table, at most so many in a statement.
pub(super) struct Gets<'a> {
    pieces: Vec<Piece<'a>>,
}

/// Keys of one table, each with the number of the read that asks for it.
struct Piece<'a> {
    table: &'static Table,
    keys: Vec<&'a Key>,
    reads: Vec<usize>,
}

impl<'a> Gets<'a> {
    pub(super) fn of(reads: &'a [Read]) -> Self {
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        let mut open: HashMap<&'static str, usize> = HashMap::new();
        for (number, read) in reads.iter().enumerate() {
            let Read::Get(table, key) = read else { continue };
            // A text compares by other rules in lists than by itself.
            let is_exact = table.columns.iter().take(table.key).all(|column| column.of != ColumnType::Text) && key.len() == table.key;
            match open.get(table.name).and_then(|at| pieces.get_mut(*at)).filter(|piece| is_exact && piece.keys.len() < ROWS_MAX) {
                Some(piece) => {
                    piece.keys.push(key);
                    piece.reads.push(number);
                }
                None => {
                    open.insert(table.name, pieces.len());
                    pieces.push(Piece { table, keys: vec![key], reads: vec![number] });
                }
            }
        }
        Gets { pieces }
    }

    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The statements.
    pub(super) fn asks<D: Driver>(&self, statements: &'a Statements) -> Result<Vec<Ask<'a>>, ServerError> {
        let ask = |piece: &Piece<'a>| {
            let sql = known(statements, piece.table)?;
            Ok(match piece.keys.as_slice() {
                [key] => Ask::kept(Cow::Borrowed(sql.get.as_str()), key.iter().map(Datum::from)),
                keys => D::gets(sql, keys),
            })
        };
        self.pieces.iter().map(ask).collect()
    }

    /// Puts what was found where it was asked for.
    pub(super) fn answer(&self, replies: impl Iterator<Item = Reply>, answers: &mut [Vec<Row>]) -> Result<(), ServerError> {
        for (piece, reply) in self.pieces.iter().zip(replies) {
            let mut asked: HashMap<&[Value], usize> = HashMap::with_capacity(piece.keys.len());
            let mut again = Vec::new();
            for (key, read) in piece.keys.iter().zip(&piece.reads) {
                let first = *asked.entry(key).or_insert(*read);
                again.extend((first != *read).then_some((first, *read)));
            }
            for row in rows(piece.table, reply)? {
                if let Some(answer) = asked.get(row.key()).and_then(|read| answers.get_mut(*read)) {
                    answer.push(row);
                }
            }
            for (first, read) in again {
                let found = answers.get(first).cloned().unwrap_or_default();
                answers.get_mut(read).into_iter().for_each(|answer| answer.clone_from(&found));
            }
        }
        Ok(())
    }
}
