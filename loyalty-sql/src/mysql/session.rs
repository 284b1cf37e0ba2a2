//! A connection: statements joined into texts, a round trip for each text; what is asked again and again stays prepared.

use std::time::Duration;

use loyalty_core::repository::Value;
use mysql::consts::ColumnType;
use mysql::prelude::Queryable;
use mysql::{Conn, Error, Opts, QueryResult, Row};

use super::Connector;
use super::error::{explain, failed};
use super::text::{prepared, written};
use super::whole::{self, Sent};
use crate::server::{Ask, Driver, Failed, Meaning, Reply, ServerError, Session};

/// A text that is longer takes no further statements; servers take sixteen times as much unless they are told to take less.
const TEXT_BYTES: usize = 1 << 20;

/// The number by which columns of bytes are told from columns of texts.
const BINARY: u16 = 63;

/// How statements go to the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Texts {
    /// As many in one text as it takes.
    Long,
    /// The same, and a transaction as one prepared statement, which MariaDB alone can do.
    Whole,
    /// One in each text, as long as it may write. A node of a cluster can take a transaction back between two statements of one text, and run the
    /// rest of it outside of any: it tells only whoever asks anew.
    Single,
}

impl Texts {
    /// How this server is to be spoken to.
    pub(super) fn of<Q: Queryable>(connection: &mut Q) -> Result<Texts, Error> {
        let found: Vec<(String, String)> = connection.query("SHOW VARIABLES WHERE variable_name IN ('version', 'wsrep_on')")?;
        let is = |name: &str, holds: fn(&str) -> bool| found.iter().any(|(found, value)| found == name && holds(value));
        Ok(if is("wsrep_on", |value| value == "ON") {
            Texts::Single
        } else if is("version", |value| value.contains("MariaDB")) {
            Texts::Whole
        } else {
            Texts::Long
        })
    }

    /// The most bytes to which another statement is added.
    fn bytes_max(self, asks: &[Ask<'_>]) -> usize {
        let only_reads = asks.first().is_some_and(|ask| Some(&&*ask.text) == Connector::SNAPSHOT.first());
        if self != Texts::Single || only_reads { TEXT_BYTES } else { 0 }
    }
}

/// Sends statements, and reads their answers.
fn send<Q: Queryable>(connection: &mut Q, texts: Texts, asks: &[Ask<'_>]) -> Result<Vec<Reply>, Failed> {
    let bytes_max = texts.bytes_max(asks);
    let mut replies = Vec::with_capacity(asks.len());
    let mut text = String::new();
    for (at, ask) in asks.iter().enumerate() {
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str(&written(ask));
        if text.len() >= bytes_max || at + 1 == asks.len() {
            let answered = answers(connection, &text, &mut replies);
            answered.map_err(|error| failed(&error, replies.len(), at + 1))?;
            if replies.len() <= at {
                // A server that gives up between two statements says nothing of the second.
                let error = ServerError::Unreachable { message: "it left statements without an answer".to_owned() };
                return Err(Failed { at: replies.len(), sent: at + 1, meaning: Meaning::Lost, error });
            }
            text.clear();
        }
    }
    Ok(replies)
}

/// Reads an answer for each statement of a text, up to the first that failed.
fn answers<Q: Queryable>(connection: &mut Q, text: &str, replies: &mut Vec<Reply>) -> Result<(), Error> {
    read(connection.query_iter(text)?, replies)
}

fn read<P: mysql::prelude::Protocol>(mut found: QueryResult<'_, '_, '_, P>, replies: &mut Vec<Reply>) -> Result<(), Error> {
    while let Some(set) = found.iter() {
        let mut reply = Reply::default();
        for row in set {
            reply.rows.push(values(row?)?);
        }
        replies.push(reply);
    }
    Ok(())
}

fn values(row: Row) -> Result<Vec<Value>, Error> {
    let columns = row.columns();
    let value = |(column, value): (&mysql::Column, mysql::Value)| match value {
        mysql::Value::NULL => Ok(Value::Null),
        mysql::Value::Int(int) => Ok(Value::Int(int)),
        mysql::Value::Bytes(bytes) => match column.column_type() {
            kind if is_int(kind) => parse(&bytes).map(Value::Int).ok_or(Error::FromValueError(mysql::Value::Bytes(bytes))),
            _ if column.character_set() == BINARY => Ok(Value::Bytes(bytes)),
            _ => String::from_utf8(bytes).map(Value::Text).map_err(|error| Error::FromValueError(mysql::Value::Bytes(error.into_bytes()))),
        },
        other => Err(Error::FromValueError(other)),
    };
    columns.iter().zip(row.unwrap()).map(value).collect()
}

fn is_int(kind: ColumnType) -> bool {
    matches!(
        kind,
        ColumnType::MYSQL_TYPE_LONGLONG
            | ColumnType::MYSQL_TYPE_LONG
            | ColumnType::MYSQL_TYPE_INT24
            | ColumnType::MYSQL_TYPE_SHORT
            | ColumnType::MYSQL_TYPE_TINY
    )
}

fn parse(digits: &[u8]) -> Option<i64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// A connection of our own.
pub(crate) struct Line {
    connection: Conn,
    texts: Texts,
    /// Whether the URL names other servers too.
    has_others: bool,
}

impl Line {
    /// Connects and sets the session up, rather than to trust in how the server is set up.
    pub(super) fn open(options: Opts, timeout: Duration, has_others: bool) -> Result<Line, ServerError> {
        let mut connection = Conn::new(options).map_err(|error| explain(&error))?;
        let texts = Texts::of(&mut connection).map_err(|error| explain(&error))?;
        let mut line = Line { connection, texts, has_others };
        let wait_s = timeout.as_secs().max(1);
        let setup = [
            "SET NAMES utf8mb4 COLLATE utf8mb4_bin".to_owned(),
            "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'".to_owned(),
            "SET SESSION autocommit = 1, time_zone = '+00:00', sql_safe_updates = 0".to_owned(),
            // For rows, and for tables that somebody changes.
            format!("SET SESSION innodb_lock_wait_timeout = {wait_s}, lock_wait_timeout = {wait_s}"),
            "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED".to_owned(),
            "SELECT @@version, @@global.read_only, @@character_set_client".to_owned(),
        ];
        let asks: Vec<Ask<'_>> = setup.iter().map(|text| Ask::once(text, [])).collect();
        let mut replies = line.send(&asks)?;
        look_over(&replies.pop().unwrap_or_default())?;
        if texts == Texts::Single {
            // A read waits for what other nodes have committed before it.
            let wait = Ask::plain("SET SESSION wsrep_sync_wait = 1");
            let ready = line.send(&[Ask::plain("SHOW STATUS WHERE variable_name = 'wsrep_ready' AND value = 'ON'"), wait])?;
            if ready.first().is_none_or(|reply| reply.rows.is_empty()) {
                return Err(ServerError::Busy {
                    message: "this node of the cluster has lost the others, or has yet to join them".to_owned(),
                });
            }
        }
        Ok(line)
    }
}

/// Refuses a server that would not keep what it is given.
fn look_over(reply: &Reply) -> Result<(), ServerError> {
    let Some([Value::Text(version), Value::Int(read_only), Value::Text(letters)]) = reply.rows.first().map(Vec::as_slice) else {
        return Err(ServerError::foreign("settings of another shape"));
    };
    if *read_only != 0 {
        return Err(ServerError::ReadOnly);
    }
    if letters != "utf8mb4" {
        let problem = format!("the connection speaks {letters}; let the server take utf8mb4, and not skip the client's character set");
        return Err(ServerError::BadSetup { problem });
    }
    let mut numbers = version.split(|letter: char| !letter.is_ascii_digit()).map_while(|number| number.parse::<u32>().ok());
    let mut next = || numbers.next().unwrap_or(0);
    let found = (next(), next(), next());
    // The views need JSON_VALUE and JSON_TABLE.
    let needed = if version.contains("MariaDB") { (10, 6, 0) } else { (8, 0, 21) };
    if found < needed {
        let problem = format!("the server has version {version}; use MySQL 8.0.21, MariaDB 10.6 or newer");
        return Err(ServerError::BadSetup { problem });
    }
    Ok(())
}

impl Session for Line {
    fn send(&mut self, asks: &[Ask<'_>]) -> Result<Vec<Reply>, Failed> {
        self.say(asks).map_err(|failed| match failed {
            // There is nowhere else to go, and questions are still answered here.
            Failed { meaning: Meaning::Apart, error: ServerError::ReadOnly, .. } if !self.has_others => {
                Failed { meaning: Meaning::Other, ..failed }
            }
            failed => failed,
        })
    }
}

impl Line {
    fn say(&mut self, asks: &[Ask<'_>]) -> Result<Vec<Reply>, Failed> {
        match asks {
            [ask] if ask.is_kept && !ask.values.is_empty() => return self.ask(ask),
            _ if self.texts == Texts::Whole && whole::fits(asks) => match whole::send(&mut self.connection, asks) {
                Sent::Answered(answer) => return answer.map(|()| asks.iter().map(|_| Reply::default()).collect()),
                Sent::TakenBack => {}
                Sent::NotUnderstood => self.texts = Texts::Long,
            },
            _ => {}
        }
        send(&mut self.connection, self.texts, asks)
    }

    /// A question that stays prepared: the server reads its text once, and tells once what its columns are.
    fn ask(&mut self, ask: &Ask<'_>) -> Result<Vec<Reply>, Failed> {
        let (text, values) = prepared(ask);
        let statement = match self.connection.prep(text) {
            Ok(statement) => statement,
            // A server has so many prepared statements and no more.
            Err(Error::MySqlError(_)) => return send(&mut self.connection, self.texts, std::slice::from_ref(ask)),
            // The answer may still come, and must not be taken for that of another question.
            Err(error) => return Err(failed(&error, 0, 0)),
        };
        let mut replies = Vec::with_capacity(1);
        let answered = self.connection.exec_iter(&statement, values).and_then(|found| read(found, &mut replies));
        answered.map(|()| replies).map_err(|error| failed(&error, 0, 1))
    }
}

/// Refuses a transaction of the host in which texts would be changed, or which is none any more.
pub(super) fn fits<Q: Queryable>(connection: &mut Q) -> Result<(), ServerError> {
    let names = "'sql_mode', 'character_set_client', 'character_set_results', 'in_transaction'";
    let found: Vec<(String, String)> =
        connection.query(format!("SHOW VARIABLES WHERE variable_name IN ({names})")).map_err(|error| explain(&error))?;
    let value = |wanted: &str| found.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str());
    // MariaDB alone tells.
    if value("in_transaction") == "0" {
        return Err(ServerError::NoTransaction);
    }
    if !value("sql_mode").split(',').any(|part| part == "STRICT_TRANS_TABLES" || part == "STRICT_ALL_TABLES") {
        let problem = "the connection's sql_mode is not strict; add STRICT_TRANS_TABLES to it".to_owned();
        return Err(ServerError::BadSetup { problem });
    }
    match ["character_set_client", "character_set_results"].map(value).into_iter().find(|letters| *letters != "utf8mb4") {
        Some(letters) => Err(ServerError::BadSetup { problem: format!("the connection speaks {letters}; run SET NAMES utf8mb4") }),
        None => Ok(()),
    }
}

/// A transaction that the host has lent.
pub(super) struct Lent<'a, 'c> {
    pub(super) transaction: &'a mut mysql::Transaction<'c>,
    pub(super) texts: Texts,
}

impl Session for Lent<'_, '_> {
    fn send(&mut self, asks: &[Ask<'_>]) -> Result<Vec<Reply>, Failed> {
        send(self.transaction, self.texts, asks)
    }
}
