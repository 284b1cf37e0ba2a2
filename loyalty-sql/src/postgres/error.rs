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
        return without_server(&error.to_string(), error.source().map(ToString::to_string));
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

/// A failure of which the server said nothing: the outer text says what was done, and is all that tells the kinds apart; the inner one why it failed.
fn without_server(what: &str, why: Option<String>) -> ServerError {
    let message = why.as_ref().map_or_else(|| what.to_owned(), |why| format!("{what}: {why}"));
    match what {
        "error performing TLS handshake" => ServerError::Tls { message },
        "authentication error" => ServerError::AccessDenied { message },
        "invalid configuration" if why.as_deref() == Some("password missing") => ServerError::AccessDenied { message },
        "invalid configuration" => ServerError::BadUrl { problem: format!("does not fit together ({message})") },
        _ => ServerError::Unreachable { message },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_driver_says_by_itself_is_told_apart() {
        let told = |what: &str, why: &str| without_server(what, Some(why.to_owned()));
        assert!(matches!(told("error performing TLS handshake", "server does not support TLS"), ServerError::Tls { .. }));
        assert!(matches!(told("invalid configuration", "password missing"), ServerError::AccessDenied { .. }));
        assert!(matches!(told("invalid configuration", "host missing"), ServerError::BadUrl { .. }));
        assert!(matches!(told("error connecting to server", "refused"), ServerError::Unreachable { .. }));
    }
}
