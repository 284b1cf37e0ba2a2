//! What can go wrong with a database file, in words that say what to do.

use std::fmt;
use std::path::PathBuf;

use loyalty_core::repository::StorageError;
use rusqlite::ErrorCode;

/// Why SQLite could not do its work. The source of every [`StorageError`] of this driver.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SqliteError {
    /// The directory of the file does not exist.
    DirectoryMissing {
        /// The file.
        path: PathBuf,
    },
    /// This process may not write the file.
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else.
    NotADatabase {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be opened.
    CannotOpen {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        message: String,
    },
    /// A later release of this library made the schema.
    SchemaNewer {
        /// The version in the database.
        found: i64,
        /// The version this library knows.
        known: i64,
    },
    /// The prefix is too long or holds other characters than `a-z`, `0-9` and `_`.
    BadPrefix {
        /// The prefix.
        prefix: String,
    },
    /// A table was asked for that was not named when the database was opened, or a position longer than its columns.
    UnknownTable {
        /// The table.
        table: &'static str,
    },
    /// The connection that was to be joined is in no transaction, or something failed in it; it takes nothing more.
    NoTransaction,
    /// The disk, or the size allowed to the file, is used up.
    Full,
    /// Another process holds the write lock for longer than the timeout.
    Busy,
    /// The thread that ran this commit for its group died; whether it was applied is not known.
    LeaderLost,
    /// Anything else SQLite says.
    Engine {
        /// SQLite's extended result code, 0 when the driver itself found the fault.
        code: i32,
        /// What SQLite said.
        message: String,
    },
}

impl SqliteError {
    /// The call failed and changed nothing.
    pub(super) fn failed(self) -> StorageError {
        match self {
            SqliteError::Busy => StorageError::busy(self),
            other => StorageError::failed(other),
        }
    }

    /// Whether the disk failed, so that what was written is not known.
    pub(super) fn is_io(&self) -> bool {
        matches!(self, SqliteError::Engine { code, .. } if code & 0xff == rusqlite::ffi::SQLITE_IOERR)
    }
}

impl From<rusqlite::Error> for SqliteError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => SqliteError::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => SqliteError::Busy,
            _ => {
                let code = error.sqlite_error().map_or(0, |error| error.extended_code);
                SqliteError::Engine { code, message: error.to_string() }
            }
        }
    }
}

impl fmt::Display for SqliteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SqliteError::DirectoryMissing { path } => {
                write!(out, "the directory of {} does not exist; make it first, or give another path", path.display())
            }
            SqliteError::ReadOnly { path } => {
                write!(out, "{} cannot be written; give this process the right to write the file and its directory", path.display())
            }
            SqliteError::NotADatabase { path } => {
                write!(out, "{} is not an SQLite database; give another path, or restore the file from a backup", path.display())
            }
            SqliteError::CannotOpen { path, message } => {
                write!(out, "{} cannot be opened ({message}); check the path and its permissions", path.display())
            }
            SqliteError::SchemaNewer { found, known } => {
                write!(
                    out,
                    "the database has schema version {found} and this library knows up to {known}; use a newer release of the library"
                )
            }
            SqliteError::BadPrefix { prefix } => {
                write!(out, "the prefix {prefix:?} is not allowed; use at most 20 of a-z, 0-9 and _")
            }
            SqliteError::UnknownTable { table } => {
                write!(out, "the table {table} is not known here; name it when the database is opened")
            }
            SqliteError::NoTransaction => write!(
                out,
                "the connection is in no transaction, or something failed in it; roll back what there is, and begin with BEGIN IMMEDIATE"
            ),
            SqliteError::Full => write!(out, "the disk or the size allowed to the database is used up; make room and try again"),
            SqliteError::Busy => write!(out, "another process holds the database for longer than the timeout; try again"),
            SqliteError::LeaderLost => write!(out, "the thread that committed for this one died"),
            SqliteError::Engine { code, message } => write!(out, "{message} (SQLite result {code})"),
        }
    }
}

impl std::error::Error for SqliteError {}
