//! What the errors of MySQL and MariaDB mean.

use mysql::{DriverError, Error, MySqlError};

use crate::server::{Failed, Meaning, ServerError};

/// A failure of the statement with this number, when so many had been sent.
pub(super) fn failed(error: &Error, at: usize, sent: usize) -> Failed {
    Failed { at, sent, meaning: meaning(error), error: explain(error) }
}

fn meaning(error: &Error) -> Meaning {
    let Error::MySqlError(MySqlError { code, .. }) = error else {
        return if matches!(error, Error::IoError(_) | Error::CodecError(_) | Error::DriverError(_)) {
            Meaning::Lost
        } else {
            Meaning::Other
        };
    };
    match code {
        // The sum of a guard is too large.
        1690 => Meaning::Guard,
        1062 => Meaning::Duplicate,
        // A wait that was too long, a deadlock or a cluster that certified another commit first, a row that moved on.
        1205 | 1213 | 1020 => Meaning::Again,
        // A table, a column, an index.
        1050 | 1060 | 1061 => Meaning::Exists,
        // A node of a cluster that has lost the others, or has not found them yet.
        1047 => Meaning::Apart,
        // The server goes down, or hangs up on this connection.
        1053 | 1077 | 1079 | 1927 | 4031 => Meaning::Lost,
        _ => Meaning::Other,
    }
}

pub(super) fn explain(error: &Error) -> ServerError {
    let found = match error {
        Error::MySqlError(found) => found,
        Error::TlsError(error) => return ServerError::Tls { message: error.to_string() },
        Error::DriverError(error @ DriverError::TlsNotSupported) => return ServerError::Tls { message: error.to_string() },
        Error::UrlError(_) => return ServerError::BadUrl { problem: "cannot be read".to_owned() },
        Error::FromRowError(_) | Error::FromValueError(_) => return ServerError::foreign("a value of another type"),
        error => return ServerError::Unreachable { message: error.to_string() },
    };
    let message = found.message.clone();
    match found.code {
        1045 | 1130 | 1131 | 1698 | 1820 | 1862 => ServerError::AccessDenied { message },
        1049 => ServerError::DatabaseMissing { message },
        1044 | 1142 | 1143 | 1227 | 1370 => ServerError::NotAllowed { message },
        1290 | 1792 | 1836 | 1874 => ServerError::ReadOnly,
        1021 | 1114 => ServerError::Full { message },
        // Too many connections, waits and deadlocks; and a node of a cluster that is alone.
        1040 | 1203 | 1205 | 1213 | 1226 | 1047 => ServerError::Busy { message },
        1665 => ServerError::BadSetup { problem: format!("{message}; set binlog_format to ROW or MIXED on the server") },
        code => ServerError::Engine { code: code.to_string(), message },
    }
}
