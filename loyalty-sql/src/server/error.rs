//! What can go wrong with a server, in words that say what to do.

use std::fmt;

use loyalty_core::repository::StorageError;

/// Why a server could not do its work. The source of every [`StorageError`] of the drivers for servers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ServerError {
    /// The URL cannot be read. It is not repeated here: it may hold a password.
    BadUrl {
        /// What is wrong with it.
        problem: String,
    },
    /// Nobody answers, or the line broke before anything was applied.
    Unreachable {
        /// What the driver said.
        message: String,
    },
    /// User and password are not accepted.
    AccessDenied {
        /// What the server said.
        message: String,
    },
    /// There is no such database or schema.
    DatabaseMissing {
        /// What the server said.
        message: String,
    },
    /// The line cannot be made private as it was asked.
    Tls {
        /// What is wrong.
        message: String,
    },
    /// The server takes no writes.
    ReadOnly,
    /// The user lacks a right.
    NotAllowed {
        /// What the server said.
        message: String,
    },
    /// The server is set up so that texts or numbers would be changed.
    BadSetup {
        /// What is wrong, and what to do.
        problem: String,
    },
    /// The host's transaction was taken back, or something failed in it; it takes nothing more.
    NoTransaction,
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
    /// The server has no room left.
    Full {
        /// What the server said.
        message: String,
    },
    /// Others held what was needed for longer than the timeout, or the server takes no questions just now.
    Busy {
        /// What was waited for.
        message: String,
    },
    /// The line broke after a commit was sent; whether it was applied is not known.
    ReplyLost {
        /// What the driver said.
        message: String,
    },
    /// Anything else the server says.
    Engine {
        /// The server's own code, empty when the driver itself found the fault.
        code: String,
        /// What the server said.
        message: String,
    },
}

impl ServerError {
    /// The call did not do what it was to do; the outcome is that of the error.
    pub(crate) fn failed(self) -> StorageError {
        match self {
            ServerError::Busy { .. } => StorageError::busy(self),
            ServerError::ReplyLost { .. } => StorageError::unknown(self),
            other => StorageError::failed(other),
        }
    }

    /// A value that this library never writes.
    pub(crate) fn foreign(what: &str) -> Self {
        ServerError::Engine {
            code: String::new(),
            message: format!("the database holds {what}, written by something else; put back what the library wrote"),
        }
    }
}

/// What a failure means for the one who asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A guard of ours failed: a version, a claim or a counter is not as it should be.
    Guard,
    /// A key or unique index has these values already.
    Duplicate,
    /// Others were in the way, and the server took this one's transaction back; again it may pass.
    Again,
    /// The line is broken.
    Lost,
    /// The line stands, and leads to a server that cannot answer just now; another may.
    #[cfg_attr(not(feature = "mysql"), expect(dead_code, reason = "only MySQL tells of it"))]
    Apart,
    /// Something that stands was to be made, by a step of a migration.
    Exists,
    /// Anything else.
    Other,
}

/// A failure, with the number of the statement that failed.
#[derive(Debug)]
pub(crate) struct Failed {
    pub(crate) at: usize,
    /// How many statements may have reached the server.
    pub(crate) sent: usize,
    pub(crate) meaning: Meaning,
    pub(crate) error: ServerError,
}

impl From<Failed> for ServerError {
    fn from(failed: Failed) -> Self {
        failed.error
    }
}

impl fmt::Display for ServerError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ServerError::BadUrl { problem } => write!(out, "the storage URL {problem}"),
            ServerError::Unreachable { message } => {
                write!(out, "the database server does not answer ({message}); check host and port, and that it runs")
            }
            ServerError::AccessDenied { message } => {
                write!(out, "the database server refuses this user ({message}); check user, password and from where the user may connect")
            }
            ServerError::DatabaseMissing { message } => write!(out, "{message}; create it first, or give another name"),
            ServerError::Tls { message } => {
                write!(
                    out,
                    "the connection cannot be made private ({message}); check the server's certificate and the TLS options of the URL"
                )
            }
            ServerError::ReadOnly => write!(out, "the server takes no writes; give the URL of the one that does, not of a replica"),
            ServerError::NotAllowed { message } => {
                write!(out, "{message}; grant the user the rights on the tables, or let one with more rights open the database once")
            }
            ServerError::BadSetup { problem } => write!(out, "{problem}"),
            ServerError::NoTransaction => {
                write!(out, "the transaction was taken back, or something failed in it; roll it back, begin a new one and join that")
            }
            ServerError::SchemaNewer { found, known } => {
                write!(
                    out,
                    "the database has schema version {found} and this library knows up to {known}; use a newer release of the library"
                )
            }
            ServerError::BadPrefix { prefix } => write!(out, "the prefix {prefix:?} is not allowed; use at most 20 of a-z, 0-9 and _"),
            ServerError::UnknownTable { table } => {
                write!(out, "the table {table} is not known here; name it when the database is opened")
            }
            ServerError::Full { message } => write!(out, "{message}; make room on the server and try again"),
            ServerError::Busy { message } => write!(out, "{message}; try again"),
            ServerError::ReplyLost { message } => {
                write!(out, "the connection broke after the commit was sent ({message}); ask again with the same key")
            }
            ServerError::Engine { code, message } if code.is_empty() => write!(out, "{message}"),
            ServerError::Engine { code, message } => write!(out, "{message} (the server's code {code}); look it up in the server's manual"),
        }
    }
}

impl std::error::Error for ServerError {}
