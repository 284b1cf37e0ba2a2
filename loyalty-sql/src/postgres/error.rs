//! What PostgreSQL's errors mean.

use std::error::Error as _;

use tokio_postgres::error::{Error, SqlState};

use crate::server::{Failed, Meaning, ServerError};

/// A failure of the statement with this number of so many that were sent.
pub(super) fn failed(error: &Error, at: usize, sent: usize) -> Failed {
    Failed { at, sent, meaning: meaning(error), error: explain(error) }
}

fn meaning(error: &Error) -> Meaning {
    let Some(code) = error.code() else {
        // The server did not speak: the line broke, or what came could not be read.
        return if error.is_closed() || error.source().is_some_and(|source| source.is::<std::io::Error>()) {
            Meaning::Lost
        } else {
            Meaning::Other
        };
    };
    match *code {
        SqlState::DIVISION_BY_ZERO => Meaning::Guard,
        SqlState::UNIQUE_VIOLATION => Meaning::Duplicate,
        SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => Meaning::Again,
        SqlState::DUPLICATE_TABLE | SqlState::DUPLICATE_COLUMN | SqlState::DUPLICATE_OBJECT => Meaning::Exists,
        // It says so before it hangs up.
        SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN | SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT => Meaning::Lost,
        _ => Meaning::Other,
    }
}

pub(super) fn explain(error: &Error) -> ServerError {
    let Some(found) = error.as_db_error() else {
        // The outer message says what was done, the inner why it failed.
        let message = error.source().map_or_else(|| error.to_string(), |source| format!("{error}: {source}"));
        return ServerError::Unreachable { message };
    };
    let message = found.message().to_owned();
    match *found.code() {
        SqlState::INVALID_PASSWORD | SqlState::INVALID_AUTHORIZATION_SPECIFICATION => ServerError::AccessDenied { message },
        SqlState::INVALID_CATALOG_NAME | SqlState::INVALID_SCHEMA_NAME => ServerError::DatabaseMissing { message },
        SqlState::INSUFFICIENT_PRIVILEGE => ServerError::NotAllowed { message },
        SqlState::READ_ONLY_SQL_TRANSACTION => ServerError::ReadOnly,
        SqlState::LOCK_NOT_AVAILABLE
        | SqlState::TOO_MANY_CONNECTIONS
        | SqlState::CANNOT_CONNECT_NOW
        | SqlState::T_R_DEADLOCK_DETECTED
        | SqlState::T_R_SERIALIZATION_FAILURE => ServerError::Busy { message },
        SqlState::DISK_FULL | SqlState::OUT_OF_MEMORY => ServerError::Full { message },
        SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN => ServerError::Unreachable { message },
        ref other => ServerError::Engine { code: other.code().to_owned(), message },
    }
}
