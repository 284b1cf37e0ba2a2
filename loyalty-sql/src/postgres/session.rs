//! A connection: statements that are prepared once and sent in a pipeline, without waiting for each other's answers.

use std::collections::HashMap;
use std::future::{Future, poll_fn};
use std::task::Poll;
use std::time::Duration;

use futures_util::future::{join_all, maybe_done};
use futures_util::{StreamExt, pin_mut};
use loyalty_core::repository::Value;
use tokio::runtime::Runtime;
use tokio_postgres::{Client, Error, Statement};

use super::error::{explain, failed};
use super::value::Found;
use super::{Connector, tls};
use crate::server::{Ask, Failed, Meaning, Reply, ServerError, Session};
use crate::statement::marked;

/// Statements kept prepared per connection: a few for each table, and one for each shape of scan.
const STATEMENTS_MAX: usize = 512;

/// The text as PostgreSQL reads it.
fn numbered(text: &str) -> String {
    marked(text, |at, out| out.push_str(&format!("${}", at + 1)))
}

fn values(row: &tokio_postgres::Row) -> Result<Vec<Value>, Error> {
    (0..row.len()).map(|column| row.try_get::<_, Found>(column).map(|found| found.0)).collect()
}

/// A connection of our own, with what drives it.
pub(crate) struct Line {
    // Before the runtime, so that it says good-bye while there is one.
    client: Client,
    prepared: HashMap<String, Statement>,
    runtime: Runtime,
    /// For how long the server may be silent.
    silence: Option<Duration>,
}

/// What this comes to; `None` when the server was silent for too long.
async fn within<T>(silence: Option<Duration>, answer: impl Future<Output = T>) -> Option<T> {
    match silence {
        Some(silence) => tokio::time::timeout(silence, answer).await.ok(),
        None => Some(answer.await),
    }
}

fn silent() -> ServerError {
    ServerError::Unreachable { message: "it was silent for too long".to_owned() }
}

impl Line {
    /// Connects and sets the session up, rather than to trust in how the server is set up.
    pub(super) fn open(connector: &Connector, silence: Option<Duration>) -> Result<Line, ServerError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| ServerError::Engine { code: String::new(), message: error.to_string() })?;
        let client = runtime.block_on(within(silence, tls::connect(&connector.config, &connector.tls))).ok_or_else(silent)??;
        let mut line = Line { client, prepared: HashMap::new(), runtime, silence };
        let wait_ms = connector.timeout.as_millis();
        let mut texts = vec![
            "SET TIME ZONE 'UTC'".to_owned(),
            "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED".to_owned(),
            format!("SET lock_timeout = {wait_ms}"),
            // A commit that was answered must be on the disk, as far as this server goes.
            "SELECT CAST(length(set_config('synchronous_commit', 'on', false)) AS int) \
             WHERE current_setting('synchronous_commit') = 'off'"
                .to_owned(),
        ];
        if let Some(schema) = &connector.schema {
            texts.push(format!("SET search_path = \"{}\", public", schema.replace('"', "\"\"")));
        }
        let asks: Vec<Ask<'_>> = texts.iter().map(|text| Ask::once(text, [])).collect();
        line.send(&asks)?;
        line.look_over(connector)?;
        Ok(line)
    }

    /// Refuses a server that would not keep what it is given.
    fn look_over(&mut self, connector: &Connector) -> Result<(), ServerError> {
        let text = "SELECT current_setting('server_encoding'), current_setting('transaction_read_only'), \
                    CAST(current_schema() AS text), CAST(current_setting('server_version_num') AS int)";
        let reply = self.send(&[Ask::once(text, [])])?.pop().unwrap_or_default();
        let Some([Value::Text(encoding), Value::Text(read_only), schema, Value::Int(version)]) = reply.rows.first().map(Vec::as_slice)
        else {
            return Err(ServerError::foreign("settings of another shape"));
        };
        if encoding != "UTF8" {
            let problem = format!("the database has the encoding {encoding}; make one with the encoding UTF8");
            return Err(ServerError::BadSetup { problem });
        }
        if read_only == "on" {
            return Err(ServerError::ReadOnly);
        }
        if *version < 130_000 {
            let problem = format!("the server has version {}; use PostgreSQL 13 or newer", version / 10_000);
            return Err(ServerError::BadSetup { problem });
        }
        match (schema, &connector.schema) {
            (Value::Text(found), Some(wanted)) if found != wanted => {
                Err(ServerError::DatabaseMissing { message: format!("the schema \"{wanted}\" does not exist") })
            }
            (Value::Null, _) => Err(ServerError::DatabaseMissing { message: "no schema of the search path exists".to_owned() }),
            _ => Ok(()),
        }
    }

    /// Prepares what is asked for the first time.
    async fn prepare(client: &Client, prepared: &mut HashMap<String, Statement>, asks: &[Ask<'_>]) -> Result<(), Failed> {
        if prepared.len() > STATEMENTS_MAX {
            prepared.clear();
        }
        let missing = asks.iter().enumerate().filter(|(_, ask)| !prepared.contains_key(&*ask.text));
        let missing: HashMap<&str, usize> = missing.map(|(at, ask)| (&*ask.text, at)).collect();
        let made = join_all(missing.iter().map(|(text, at)| async move { (*text, *at, client.prepare(&numbered(text)).await) })).await;
        for (text, at, statement) in made {
            // Nothing was sent yet of what was asked.
            prepared.insert(text.to_owned(), statement.map_err(|error| failed(&error, at, 0))?);
        }
        Ok(())
    }
}

impl Session for Line {
    fn send(&mut self, asks: &[Ask<'_>]) -> Result<Vec<Reply>, Failed> {
        let Line { client, prepared, runtime, silence } = self;
        let lost = |at, sent| Failed { at, sent, meaning: Meaning::Lost, error: silent() };
        let answered = runtime.block_on(async {
            within(*silence, Line::prepare(client, prepared, asks)).await.ok_or_else(|| lost(0, 0))??;
            let mut running: Vec<_> = asks.iter().map(|ask| Box::pin(maybe_done(one(client, prepared, ask)))).collect();
            // Each is on its way when it is first polled, so they go in this order; only then is an answer waited for.
            poll_fn(|context| {
                for ask in &mut running {
                    let _on_its_way = ask.as_mut().poll(context);
                }
                Poll::Ready(())
            })
            .await;
            let mut answered = Vec::with_capacity(running.len());
            for (at, mut ask) in running.into_iter().enumerate() {
                within(*silence, ask.as_mut()).await.ok_or_else(|| lost(at, asks.len()))?;
                answered.extend(ask.as_mut().take_output());
            }
            Ok(answered)
        });
        for ask in asks.iter().filter(|ask| !ask.is_kept) {
            prepared.remove(&*ask.text);
        }
        let answered: Vec<Result<Reply, Error>> = answered?;
        let number = |(at, reply): (usize, Result<Reply, Error>)| reply.map_err(|error| failed(&error, at, asks.len()));
        answered.into_iter().enumerate().map(number).collect()
    }
}

async fn one(client: &Client, prepared: &HashMap<String, Statement>, ask: &Ask<'_>) -> Result<Reply, Error> {
    let Some(statement) = prepared.get(&*ask.text) else { return Ok(Reply::default()) };
    let rows = client.query_raw(statement, &ask.values).await?;
    pin_mut!(rows);
    let mut reply = Reply::default();
    while let Some(row) = rows.next().await {
        reply.rows.push(values(&row?)?);
    }
    Ok(reply)
}

/// A transaction that the host has lent.
pub(crate) struct Lent<'a, 'c> {
    transaction: &'a mut ::postgres::Transaction<'c>,
    prepared: HashMap<String, Statement>,
}

impl<'a, 'c> Lent<'a, 'c> {
    pub(super) fn new(transaction: &'a mut ::postgres::Transaction<'c>) -> Self {
        Lent { transaction, prepared: HashMap::new() }
    }

    fn one(&mut self, ask: &Ask<'_>) -> Result<Reply, Error> {
        let statement = match self.prepared.get(&*ask.text) {
            Some(statement) => statement.clone(),
            None => self.transaction.prepare(&numbered(&ask.text))?,
        };
        if ask.is_kept {
            self.prepared.insert(ask.text.clone().into_owned(), statement.clone());
        }
        let values_of: Vec<&(dyn tokio_postgres::types::ToSql + Sync)> = ask.values.iter().map(|value| value as _).collect();
        let rows = self.transaction.query(&statement, &values_of)?;
        Ok(Reply { rows: rows.iter().map(values).collect::<Result<_, _>>()? })
    }
}

impl Session for Lent<'_, '_> {
    fn send(&mut self, asks: &[Ask<'_>]) -> Result<Vec<Reply>, Failed> {
        let numbered = |(at, ask)| self.one(ask).map_err(|error| failed(&error, at, at + 1));
        asks.iter().enumerate().map(numbered).collect()
    }
}

/// What a failure to connect means.
pub(super) fn refused(error: &Error) -> ServerError {
    explain(error)
}
