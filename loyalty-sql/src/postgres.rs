//! The PostgreSQL driver: statements in a pipeline, lists of values for many rows at once.

mod error;
mod forms;
mod session;
mod tls;
mod value;

use std::sync::Arc;
use std::time::Duration;

use loyalty_core::repository::{Changes, Key, Read, Refusal, Repository, Row, Search, StorageError, Table};

use crate::config::StorageConfig;
use crate::dialect::Dialect;
use crate::server::{Ask, Driver, Joined, Part, Server, ServerError};
use crate::statement::{Statements, TableSql};
use crate::url::{Tls, Url};
use session::{Lent, Line};

/// A [`Repository`] in a PostgreSQL database.
///
/// Many processes may use one database at once. An acknowledged commit is as durable as the server is set up to make it.
#[derive(Debug)]
pub struct Postgres {
    server: Server<Connector>,
}

impl Postgres {
    /// Opens a database at `postgres://user:password@host:port/database`, and makes or completes its schema for these tables (the
    /// engine's own need not be named).
    ///
    /// Besides the options of the `postgres` crate the URL may have `sslmode` (`disable`, `require`, `verify-full`), `sslrootcert`
    /// (a file with authorities) and `schema` (in which schema the tables are; it must exist).
    ///
    /// # Errors
    /// [`StorageError`] whose source is a [`ServerError`] that says what to do.
    pub fn open(config: &StorageConfig, tables: &[&'static Table]) -> Result<Self, StorageError> {
        let connector = Connector::new(config).map_err(ServerError::failed)?;
        Ok(Postgres { server: Server::open(connector, config, tables)? })
    }

    /// The same repository inside a transaction of the host's own connection to the same database: an order and its points
    /// commit together, or not at all.
    ///
    /// The transaction should be READ COMMITTED, as PostgreSQL's are by default, and find the tables by its `search_path`. Above that
    /// level a command that meets another one fails instead of trying again.
    ///
    /// ```no_run
    /// use loyalty_core::loyalty::Loyalty;
    /// use loyalty_sql::{Postgres, StorageConfig};
    ///
    /// let url = "postgres://shop:secret@127.0.0.1/shop";
    /// let storage = Postgres::open(&StorageConfig::new(url), loyalty_core::schema::TABLES)?;
    /// let mut client = postgres::Client::connect(url, postgres::NoTls)?;
    ///
    /// let mut transaction = client.transaction()?;
    /// transaction.execute("INSERT INTO shop_order (number) VALUES ('o-1')", &[])?;
    /// let loyalty = Loyalty::new(storage.joined(&mut transaction));
    /// let answer = loyalty.execute(r#"{ "op": "order.record", "args": {} }"#, "{}");
    /// drop(loyalty);
    /// if answer.starts_with(r#"{"ok""#) { transaction.commit()? } else { transaction.rollback()? }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn joined<'t>(&self, transaction: &'t mut ::postgres::Transaction<'_>) -> Joined<'t> {
        Joined::new::<Connector>(Arc::clone(self.server.statements()), Lent::new(transaction))
    }
}

impl Repository for Postgres {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.server.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.server.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        self.server.commit(changes)
    }
}

/// After how much idleness the server's machine is asked whether it still stands.
const IDLE: Duration = Duration::from_secs(30);

/// How long the server's machine may leave unconfirmed what it was sent.
const UNHEARD: Duration = Duration::from_secs(60);

/// Where the server is, and how it is spoken to.
pub(crate) struct Connector {
    config: tokio_postgres::Config,
    tls: Tls,
    schema: Option<String>,
    timeout: Duration,
}

impl std::fmt::Debug for Connector {
    /// Without the password.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Connector").field("tls", &self.tls).field("schema", &self.schema).finish_non_exhaustive()
    }
}

impl Connector {
    fn new(config: &StorageConfig) -> Result<Self, ServerError> {
        let mut url = Url::read(&config.url);
        let tls = url.tls()?;
        let schema = url.take(&["schema"])?;
        // What cannot be read may be the password, and the reader's message would repeat it.
        let problem = "cannot be read; write postgres://user:password@host:port/database, with what is special percent-encoded";
        let mut read: tokio_postgres::Config = url.rest().parse().map_err(|_| ServerError::BadUrl { problem: problem.to_owned() })?;
        if read.get_connect_timeout().is_none() {
            read.connect_timeout(config.timeout());
        }
        if !url.has("keepalives_idle") {
            read.keepalives_idle(IDLE);
        }
        if read.get_tcp_user_timeout().is_none() {
            read.tcp_user_timeout(UNHEARD);
        }
        if read.get_application_name().is_none() {
            read.application_name("loyalty");
        }
        Ok(Connector { config: read, tls, schema, timeout: config.timeout() })
    }
}

impl Driver for Connector {
    const DIALECT: Dialect = Dialect::Postgres;
    type Session = Line;

    const BEGIN: &'static str = "BEGIN ISOLATION LEVEL READ COMMITTED";
    const SNAPSHOT: &'static [&'static str] = &["BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"];

    fn connect(&self, silence: Option<Duration>) -> Result<Line, ServerError> {
        Line::open(self, silence)
    }

    fn forms<'a>(statements: &'a Statements, part: &Part<'a>) -> Result<Vec<Ask<'a>>, ServerError> {
        forms::forms(statements, part)
    }

    fn gets<'a>(sql: &TableSql, keys: &[&'a Key]) -> Ask<'a> {
        forms::gets(sql, keys)
    }

    /// An advisory lock of the session. The wait for it is bounded like that for every other lock.
    fn lock(prefix: &str, wait: Duration) -> [String; 2] {
        let key = format!("hashtextextended(current_schema() || '.{prefix}loyalty schema', 0)");
        let wait = wait.as_millis();
        [
            format!(
                "SELECT 1 FROM (SELECT set_config('lock_timeout', '{wait}', true) AS waits) AS t, \
                 LATERAL (SELECT pg_advisory_lock({key}) WHERE waits IS NOT NULL) AS locked"
            ),
            format!("SELECT CAST(pg_advisory_unlock({key}) AS int)"),
        ]
    }

    const CATALOGUE: [&'static str; 2] = [
        "SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace \
         WHERE n.nspname = current_schema() AND starts_with(CAST(c.relname AS text), ?)",
        "SELECT c.relname, a.attname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace \
         JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
         WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND starts_with(CAST(c.relname AS text), ?)",
    ];

    const TRIGRAMS: Option<[&'static str; 2]> = Some([
        "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        "SELECT count(*) FROM pg_opclass WHERE opcname = 'gin_trgm_ops' AND pg_opclass_is_visible(oid)",
    ]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_never_answers_is_not_waited_for() {
        // The system takes the connection, and nobody ever looks at it.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("postgres://u:secret@{}/x", listener.local_addr().unwrap());
        let silent = Connector::new(&StorageConfig::new(url)).unwrap();
        let Err(error) = silent.connect(Some(Duration::from_millis(50))) else { panic!("nobody answered") };
        assert!(matches!(error, ServerError::Unreachable { .. }), "{error}");
    }
}
