//! A whole transaction as one prepared statement.
//!
//! A text of many statements is read anew each time it comes, and each of its statements answered by itself: that was half of what the
//! server spent on a command, and a quarter of what we did. MariaDB takes statements between `BEGIN NOT ATOMIC` and `END` for one, which
//! stays prepared like any other. It ends at the first that fails, as a text does, but does not tell which that was. So one that failed is
//! taken back and sent again as a text, which tells.

use mysql::prelude::Queryable;
use mysql::{Conn, Error, Statement, Value};

use super::Connector;
use super::error::failed;
use super::text::prepared;
use crate::server::{Ask, Driver, Failed, Meaning, ServerError};

/// Longer transactions are batches, no two of which are alike.
const VALUES_MAX: usize = 500;

/// What came of it.
pub(super) enum Sent {
    /// It is done, or failed for good.
    Answered(Result<(), Failed>),
    /// A statement of it failed, and nothing of it stands.
    TakenBack,
    /// The server, or what stands before it, takes no such statement.
    NotUnderstood,
}

/// Whether statements are a transaction, from its beginning to its commit, that may well come again with other values.
pub(super) fn fits(asks: &[Ask<'_>]) -> bool {
    let [begin, .., commit] = asks else { return false };
    begin.text == Connector::BEGIN && commit.text == "COMMIT" && asks.iter().map(|ask| ask.values.len()).sum::<usize>() <= VALUES_MAX
}

/// Sends a transaction.
pub(super) fn send(connection: &mut Conn, asks: &[Ask<'_>]) -> Sent {
    let mut text = "BEGIN NOT ATOMIC ".to_owned();
    let mut values = Vec::new();
    for ask in asks {
        let (own, mut of_own) = prepared(ask);
        text.push_str(&own);
        text.push_str("; ");
        values.append(&mut of_own);
    }
    text.push_str("END");
    let statement = match connection.prep(text) {
        Ok(statement) => statement,
        Err(Error::MySqlError(_)) => return Sent::NotUnderstood,
        Err(error) => return Sent::Answered(Err(failed(&error, 0, 0))),
    };
    let last = asks.len() - 1;
    let found = match run(connection, &statement, values) {
        Ok(answers) if answers == answers_of(asks) => return Sent::Answered(Ok(())),
        Ok(_) => {
            let error = ServerError::Unreachable { message: "it left statements without an answer".to_owned() };
            Failed { at: last, sent: asks.len(), meaning: Meaning::Lost, error }
        }
        Err(error) => failed(&error, last, asks.len()),
    };
    match found.meaning {
        Meaning::Lost => Sent::Answered(Err(found)),
        // The server has taken it back already.
        Meaning::Again => Sent::Answered(Err(Failed { at: 0, ..found })),
        // No commit fails for these.
        Meaning::Guard | Meaning::Duplicate => take_back(connection),
        Meaning::Apart | Meaning::Exists | Meaning::Other => match is_open(connection) {
            Ok(true) => take_back(connection),
            // It was the commit that failed.
            Ok(false) => Sent::Answered(Err(found)),
            Err(error) => Sent::Answered(Err(failed(&error, last, asks.len()))),
        },
    }
}

/// Each question is answered, and then the whole.
fn answers_of(asks: &[Ask<'_>]) -> usize {
    asks.iter().filter(|ask| ask.text.starts_with("SELECT")).count() + 1
}

/// Runs it to the end: what fails may stand behind answers to what did not.
fn run(connection: &mut Conn, statement: &Statement, values: Vec<Value>) -> Result<usize, Error> {
    let mut found = connection.exec_iter(statement, values)?;
    let mut answers = 0;
    while let Some(rows) = found.iter() {
        for row in rows {
            row?;
        }
        answers += 1;
    }
    Ok(answers)
}

/// Whether a transaction is under way. It is none any more once its commit has begun, however that ends.
fn is_open(connection: &mut Conn) -> Result<bool, Error> {
    Ok(connection.query_first::<u8, _>("SELECT @@in_transaction")? == Some(1))
}

fn take_back(connection: &mut Conn) -> Sent {
    match connection.query_drop("ROLLBACK") {
        Ok(()) => Sent::TakenBack,
        Err(error) => Sent::Answered(Err(failed(&error, 0, 0))),
    }
}
