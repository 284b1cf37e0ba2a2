//! What the errors of MySQL and MariaDB mean.

use std::error::Error as _;
use std::io;

use mysql::{DriverError, Error, MySqlError};

use crate::server::{Failed, Meaning, ServerError};

/// A failure of the statement with this number, when so many had been sent.
pub(super) fn failed(error: &Error, at: usize, sent: usize) -> Failed {
    Failed { at, sent, meaning: meaning(error), error: explain(error) }
}

fn meaning(error: &Error) -> Meaning {
    let Error::MySqlError(found) = error else {
        return if matches!(error, Error::IoError(_) | Error::CodecError(_) | Error::DriverError(_)) {
            Meaning::Lost
        } else {
            Meaning::Other
        };
    };
    match found.code {
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
        // Another server has taken over, most likely.
        _ if is_read_only(found) => Meaning::Apart,
        _ => Meaning::Other,
    }
}

/// Whether the server takes no writes.
fn is_read_only(error: &MySqlError) -> bool {
    match error.code {
        // It names the option that forbids this, of which there are more.
        1290 => ["read-only", "read_only"].iter().any(|option| error.message.contains(option)),
        1792 | 1836 | 1874 => true,
        _ => false,
    }
}

/// Whether it was TLS that did not take what came: the crate shakes hands with the first bytes that it sends, and tells it like a line that broke.
fn is_untrusted(error: &Error) -> bool {
    let found = match error {
        Error::IoError(error) => Some(error),
        Error::CodecError(error) => error.source().and_then(|source| source.downcast_ref()),
        _ => None,
    };
    found.is_some_and(|error| error.kind() == io::ErrorKind::InvalidData)
}

pub(super) fn explain(error: &Error) -> ServerError {
    let found = match error {
        Error::MySqlError(found) => found,
        Error::TlsError(error) => return ServerError::Tls { message: error.to_string() },
        Error::DriverError(error @ DriverError::TlsNotSupported) => return ServerError::Tls { message: error.to_string() },
        error if is_untrusted(error) => return ServerError::Tls { message: error.to_string() },
        Error::UrlError(_) => return ServerError::BadUrl { problem: "cannot be read".to_owned() },
        Error::FromRowError(_) | Error::FromValueError(_) => return ServerError::foreign("a value of another type"),
        error => return ServerError::Unreachable { message: error.to_string() },
    };
    let message = found.message.clone();
    match found.code {
        1045 | 1130 | 1131 | 1698 | 1820 | 1862 => ServerError::AccessDenied { message },
        1049 => ServerError::DatabaseMissing { message },
        1044 | 1142 | 1143 | 1227 | 1370 => ServerError::NotAllowed { message },
        _ if is_read_only(found) => ServerError::ReadOnly,
        1021 | 1114 => ServerError::Full { message },
        // Too many connections, waits and deadlocks; and a node of a cluster that is alone.
        1040 | 1203 | 1205 | 1213 | 1226 | 1047 => ServerError::Busy { message },
        1665 => ServerError::BadSetup { problem: format!("{message}; set binlog_format to ROW or MIXED on the server") },
        code => ServerError::Engine { code: code.to_string(), message },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(code: u16, message: &str) -> Error {
        Error::MySqlError(MySqlError { state: "HY000".to_owned(), message: message.to_owned(), code })
    }

    #[test]
    fn a_reply_that_is_not_waited_for_is_lost() {
        let failed = failed(&Error::IoError(io::ErrorKind::WouldBlock.into()), 3, 4);
        assert_eq!((failed.at, failed.sent, failed.meaning), (3, 4, Meaning::Lost));
        assert!(matches!(failed.error, ServerError::Unreachable { .. }));
    }

    #[test]
    fn a_server_that_takes_no_writes_is_told_from_one_that_forbids_something_else() {
        let forbids = |option| format!("The server is running with the {option} option so it cannot execute this statement");
        let no_writes = [said(1290, &forbids("--read-only")), said(1290, &forbids("--super-read-only")), said(1792, ""), said(1836, "")];
        for error in &no_writes {
            assert_eq!((meaning(error), explain(error)), (Meaning::Apart, ServerError::ReadOnly), "{error}");
        }
        let other = said(1290, &forbids("--secure-file-priv"));
        assert_eq!(meaning(&other), Meaning::Other);
        assert!(matches!(explain(&other), ServerError::Engine { .. }));
    }
}
