//! Connections, and what is set on each.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::{Config, SqliteError};
use crate::config::is_prefix;

/// Statements kept prepared per connection: a few for each table, and one for each shape of scan and search.
const STATEMENTS_MAX: usize = 512;

/// Pages of the write-ahead log after which they are brought home: 16 MiB.
const LOG_PAGES: i64 = 4_096;

/// Pages kept in memory per connection, in KiB.
const CACHE_KIB: i64 = 16 << 10;

/// The connection that writes; makes the file.
pub(super) fn writer(config: &Config) -> Result<Connection, SqliteError> {
    let path = &config.path;
    if !is_prefix(&config.prefix) {
        return Err(SqliteError::BadPrefix { prefix: config.prefix.clone() });
    }
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    if directory.is_some_and(|directory| !directory.is_dir()) {
        return Err(SqliteError::DirectoryMissing { path: path.clone() });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let connection = open(config, flags)?;
    // SQLite falls back to reading where it may not write.
    if connection.is_readonly(MAIN_DB)? {
        return Err(SqliteError::ReadOnly { path: path.clone() });
    }
    write_ahead(&connection, config).map_err(|error| explain(error, path))?;
    // A commit that was answered must be on the disk.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // A page that many commits change is brought home from the log once for many of them.
    connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
    // Erased rows must not linger in free pages.
    connection.pragma_update(None, "secure_delete", "ON")?;
    // After a burst the log is cut back to this.
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    if let Some(bytes_max) = config.bytes_max {
        let page_bytes: u32 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
        let pages = bytes_max.checked_div(u64::from(page_bytes)).unwrap_or(0).max(1);
        // The largest number that SQLite takes; also what it does without a bound.
        let pages = u32::try_from(pages).unwrap_or(u32::MAX - 1);
        connection.pragma_update(None, "max_page_count", pages)?;
    }
    Ok(connection)
}

/// A connection that only reads.
pub(super) fn reader(config: &Config) -> Result<Connection, SqliteError> {
    open(config, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

/// A database of its own in memory.
pub(super) fn memory() -> Result<Connection, SqliteError> {
    let connection = Connection::open_in_memory()?;
    prepare_once(&connection)?;
    Ok(connection)
}

/// Keeps statements prepared. The engine would prepare one with a limit or a range anew each time, in case the values had another plan for it.
fn prepare_once(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

/// No flag for URIs: a path is a path, whatever it looks like.
fn open(config: &Config, flags: OpenFlags) -> Result<Connection, SqliteError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = || {
        let connection = Connection::open_with_flags(&config.path, flags)?;
        connection.busy_timeout(Duration::from_millis(u64::from(config.timeout_ms)))?;
        prepare_once(&connection)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        Ok(connection)
    };
    opened().map_err(|error| explain(error, &config.path))
}

/// Switches a new file to a write-ahead log. SQLite does not wait for others here, so this does.
fn write_ahead(connection: &Connection, config: &Config) -> Result<(), rusqlite::Error> {
    let until = Instant::now() + Duration::from_millis(u64::from(config.timeout_ms));
    loop {
        match connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())) {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && Instant::now() < until => {
                thread::sleep(Duration::from_millis(5));
            }
            done => return done,
        }
    }
}

pub(super) fn explain(error: rusqlite::Error, path: &Path) -> SqliteError {
    let path = path.to_path_buf();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => SqliteError::NotADatabase { path },
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => SqliteError::ReadOnly { path },
        Some(ErrorCode::CannotOpen) => SqliteError::CannotOpen { path, message: error.to_string() },
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus::RePrepare;

    use super::*;

    /// How often the engine prepares a statement anew that is run thrice.
    fn prepared_anew(connection: &Connection) -> i32 {
        connection.execute_batch("CREATE TABLE t (a INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (2), (3)").unwrap();
        let mut statement = connection.prepare("SELECT a FROM t WHERE a > ?1 ORDER BY a LIMIT ?2").unwrap();
        for bound in 0..3_i64 {
            assert_eq!(statement.query_map([bound, 5], |row| row.get::<_, i64>(0)).unwrap().count() as i64, 3 - bound);
        }
        statement.get_status(RePrepare)
    }

    #[test]
    fn connections_share_no_page_cache() {
        let connection = memory().unwrap();
        let mut options = connection.prepare("PRAGMA compile_options").unwrap();
        let options: Vec<String> = options.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        assert!(options.iter().any(|option| option == "ENABLE_FTS5"), "{options:?}");
        let shares = options.iter().any(|option| option == "ENABLE_MEMORY_MANAGEMENT");
        assert!(!shares, "LIBSQLITE3_FLAGS of .cargo/config.toml did not reach the build; run cargo inside of the workspace");
    }

    #[test]
    fn a_statement_with_a_limit_is_prepared_once() {
        assert_eq!(prepared_anew(&memory().unwrap()), 0);
        assert!(prepared_anew(&Connection::open_in_memory().unwrap()) > 0, "as it comes, the engine prepares it each time");
    }
}
