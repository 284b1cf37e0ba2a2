//! The driver for MySQL and MariaDB: many statements in one text, which the server answers one after another.

mod error;
mod forms;
mod session;
mod text;
mod whole;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use ::mysql::{Opts, OptsBuilder, SslOpts};
use loyalty_core::repository::{Changes, Key, Read, Refusal, Repository, Row, Search, StorageError, Table};

use crate::config::StorageConfig;
use crate::dialect::Dialect;
use crate::server::{Ask, CHANGING, Driver, Joined, Part, Server, ServerError};
use crate::statement::{Statements, TableSql};
use crate::url::{TlsMode, Url};
use session::Line;

/// A [`Repository`] in a database of MySQL or MariaDB, a Galera cluster among them.
///
/// Many processes may use one database at once, and write to every node of a cluster. An acknowledged commit is as durable as the
/// server is set up to make it.
#[derive(Debug)]
pub struct Mysql {
    server: Server<Connector>,
}

impl Mysql {
    /// Opens a database at `mysql://user:password@host:port/database`, and makes or completes its schema for these tables (the engine's
    /// own need not be named).
    ///
    /// The nodes of a cluster may stand there with commas between them, `host1:3306,host2:3306`: each new connection goes to the node
    /// of the last one, and to the next where that does not answer or has lost its cluster.
    ///
    /// Besides the options of the `mysql` crate the URL may have `ssl-mode` (`disable`, `require`, `verify-full`) and `ssl-ca` (a
    /// file with authorities).
    ///
    /// # Errors
    /// [`StorageError`] whose source is a [`ServerError`] that says what to do.
    pub fn open(config: &StorageConfig, tables: &[&'static Table]) -> Result<Self, StorageError> {
        let connector = Connector::new(config).map_err(ServerError::failed)?;
        Ok(Mysql { server: Server::open(connector, config, tables)? })
    }

    /// The same repository inside a transaction of the host's own connection to the same database: an order and its points commit
    /// together, or not at all.
    ///
    /// Begin the transaction with READ COMMITTED. Above that level a command goes on seeing what was there when the transaction
    /// began, and fails where another has come between.
    ///
    /// ```no_run
    /// use loyalty_core::loyalty::Loyalty;
    /// use loyalty_sql::{Mysql, StorageConfig};
    /// use mysql::prelude::Queryable;
    /// use mysql::{Conn, IsolationLevel, TxOpts};
    ///
    /// let url = "mysql://shop:secret@127.0.0.1/shop";
    /// let storage = Mysql::open(&StorageConfig::new(url), loyalty_core::schema::TABLES)?;
    /// let mut connection = Conn::new(url)?;
    ///
    /// let options = TxOpts::default().set_isolation_level(Some(IsolationLevel::ReadCommitted));
    /// let mut transaction = connection.start_transaction(options)?;
    /// transaction.query_drop("INSERT INTO shop_order (number) VALUES ('o-1')")?;
    /// let loyalty = Loyalty::new(storage.joined(&mut transaction)?);
    /// let answer = loyalty.execute(r#"{ "op": "order.record", "args": {} }"#, "{}");
    /// drop(loyalty);
    /// if answer.starts_with(r#"{"ok""#) { transaction.commit()? } else { transaction.rollback()? }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`StorageError`] when the connection's `sql_mode` is not strict (the server would cut what is too long, and say nothing), when its
    /// character set is not utf8mb4, and when MariaDB has taken the transaction back.
    pub fn joined<'t>(&self, transaction: &'t mut ::mysql::Transaction<'_>) -> Result<Joined<'t>, StorageError> {
        session::fits(transaction).map_err(ServerError::failed)?;
        let texts = session::Texts::of(transaction).map_err(|error| error::explain(&error).failed())?;
        Ok(Joined::new::<Connector>(Arc::clone(self.server.statements()), session::Lent { transaction, texts }))
    }
}

impl Repository for Mysql {
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

/// Statements kept prepared per connection. A server has 16,382 for all its connections, unless it is told otherwise.
const STATEMENTS_MAX: usize = 64;

/// After how much idleness the server's machine is asked whether it still stands.
const IDLE_MS: u32 = 30_000;

/// How long the server's machine may leave unconfirmed what it was sent.
#[cfg(target_os = "linux")]
const UNHEARD_MS: u32 = 60_000;

/// Where the server is, and how it is spoken to.
pub(crate) struct Connector {
    /// For each address.
    options: Vec<Opts>,
    /// The address that answered last.
    last: AtomicUsize,
    timeout: Duration,
}

impl std::fmt::Debug for Connector {
    /// Without the password.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Connector").field("timeout", &self.timeout).finish_non_exhaustive()
    }
}

impl Connector {
    fn new(config: &StorageConfig) -> Result<Self, ServerError> {
        let mut url = Url::read(&config.url);
        let tls = url.tls()?;
        if let Some(path) = tls.authorities.as_ref().filter(|path| !path.is_file()) {
            return Err(ServerError::Tls { message: format!("{} holds no certificates: there is no such file", path.display()) });
        }
        let private = SslOpts::default().with_root_cert_path(tls.authorities);
        let private = match tls.mode {
            TlsMode::Disable => None,
            TlsMode::Require => Some(private.with_danger_accept_invalid_certs(true).with_danger_skip_domain_validation(true)),
            TlsMode::VerifyFull => Some(private),
        };
        let read = |url: &String| options(url, config.timeout(), private.clone());
        let options = url.each().iter().map(read).collect::<Result<_, _>>()?;
        Ok(Connector { options, last: AtomicUsize::new(0), timeout: config.timeout() })
    }
}

/// How one address is spoken to.
fn options(url: &str, timeout: Duration, private: Option<SslOpts>) -> Result<Opts, ServerError> {
    // What cannot be read may be the password, and the reader's message would repeat it.
    let problem = "cannot be read; write mysql://user:password@host:port/database, with what is special percent-encoded";
    let read = Opts::from_url(url).map_err(|_| ServerError::BadUrl { problem: problem.to_owned() })?;
    if read.get_db_name().is_none_or(str::is_empty) {
        return Err(ServerError::BadUrl { problem: "names no database; write mysql://user:password@host:port/database".to_owned() });
    }
    // They would be replaced by ours, without a word.
    if read.get_ssl_opts().is_some() {
        return Err(ServerError::BadUrl { problem: "has TLS options of another kind; use ssl-mode and ssl-ca".to_owned() });
    }
    let connect = read.get_tcp_connect_timeout().unwrap_or(timeout);
    let idle_ms = read.get_tcp_keepalive_time_ms().unwrap_or(IDLE_MS);
    #[cfg(target_os = "linux")]
    let unheard_ms = read.get_tcp_user_timeout_ms().unwrap_or(UNHEARD_MS);
    let options = OptsBuilder::from_opts(read)
        .prefer_socket(false)
        .tcp_connect_timeout(Some(connect))
        .tcp_keepalive_time_ms(Some(idle_ms))
        .ssl_opts(private)
        .stmt_cache_size(STATEMENTS_MAX);
    #[cfg(target_os = "linux")]
    let options = options.tcp_user_timeout_ms(Some(unheard_ms));
    Ok(options.into())
}

impl Driver for Connector {
    const DIALECT: Dialect = Dialect::Mysql;
    type Session = Line;

    const BEGIN: &'static str = "START TRANSACTION";
    const SNAPSHOT: &'static [&'static str] =
        &["SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"];

    fn connect(&self, silence: Option<Duration>) -> Result<Line, ServerError> {
        let count = self.options.len();
        // Who changes tables waits as long for those that read them as for others who change them.
        let wait = silence.map_or(self.timeout.max(CHANGING), |_| self.timeout);
        let mut answer = Err(ServerError::BadUrl { problem: "names no server".to_owned() });
        for (number, options) in self.options.iter().enumerate().cycle().skip(self.last.load(Ordering::Relaxed)).take(count) {
            let options = OptsBuilder::from_opts(options.clone()).read_timeout(silence).write_timeout(silence);
            answer = Line::open(options.into(), wait, count > 1);
            match &answer {
                Ok(_) => self.last.store(number, Ordering::Relaxed),
                // Another may do better.
                Err(ServerError::Unreachable { .. } | ServerError::Busy { .. } | ServerError::ReadOnly) => continue,
                Err(_) => {}
            }
            break;
        }
        answer
    }

    fn forms<'a>(statements: &'a Statements, part: &Part<'a>) -> Result<Vec<Ask<'a>>, ServerError> {
        forms::forms(statements, part)
    }

    fn gets<'a>(sql: &TableSql, keys: &[&'a Key]) -> Ask<'a> {
        forms::gets(sql, keys)
    }

    /// A lock by name, on this server alone. The name is short, whatever the database is called.
    fn lock(prefix: &str, wait: Duration) -> [String; 2] {
        let name = format!("CONCAT('loyalty.', MD5(CONCAT(DATABASE(), '.{prefix}')))");
        [format!("SELECT GET_LOCK({name}, {})", wait.as_secs()), format!("SELECT RELEASE_LOCK({name})")]
    }

    const CATALOGUE: [&'static str; 2] = [
        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND LEFT(table_name, CHAR_LENGTH(?1)) = ?1 \
         UNION SELECT index_name FROM information_schema.statistics WHERE table_schema = DATABASE() AND LEFT(index_name, CHAR_LENGTH(?1)) = ?1",
        "SELECT table_name, column_name FROM information_schema.columns \
         WHERE table_schema = DATABASE() AND LEFT(table_name, CHAR_LENGTH(?1)) = ?1",
    ];

    const TRIGRAMS: Option<[&'static str; 2]> = None;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connector(url: &str) -> Result<Connector, ServerError> {
        Connector::new(&StorageConfig::new(url))
    }

    #[test]
    fn options_of_tls_that_would_be_lost_are_refused() {
        for option in ["root_cert_path=/ca.pem", "danger_accept_invalid_certs=false", "danger_skip_domain_validation=true"] {
            let error = connector(&format!("mysql://u:secret@db.shop/x?ssl-mode=verify-full&{option}")).unwrap_err();
            assert!(matches!(error, ServerError::BadUrl { .. }), "{option}: {error}");
        }
        connector("mysql://u:secret@db.shop/x?ssl-mode=verify-full").unwrap();
    }

    #[test]
    fn a_server_that_never_answers_is_not_waited_for() {
        // The system takes the connection, and nobody ever looks at it.
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let silent = connector(&format!("mysql://u:secret@{}/x", listener.local_addr().unwrap())).unwrap();
        let Err(error) = silent.connect(Some(Duration::from_millis(50))) else { panic!("nobody answered") };
        assert!(matches!(error, ServerError::Unreachable { .. }), "{error}");
    }
}
