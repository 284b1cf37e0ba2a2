//! CSV files: read piece by piece in constant memory, and written so that a spreadsheet takes them for what they are (rules B1, B2, K7, K8).
//!
//! What a file does not say plainly is refused and not guessed. A mistake of one row is an error of that row; a mistake of the file as a whole, such as
//! another encoding or a column that is missing, refuses the whole.
//!
//! The state machine is our own, and small: what others read leniently, such as a quote that is never closed or text behind a closing quote, has to be
//! said here, with its row. Tests hold it to the crate csv-core in everything that both read.

mod encoding;
mod header;
mod reader;
#[cfg(test)]
mod tests;
mod writer;

pub use encoding::decode;
pub use header::Header;
pub use reader::{Reader, Record};
pub use writer::write_row;

use schemars::JsonSchema;

use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::json::Json;

/// Characters of a cell that an error shows.
const SHOWN_CHARS: usize = 40;

/// Where a file goes on: what one call answers and the next one takes. It keeps what is left of the piece, a row whose end has not come yet, so
/// that whoever sends a file may cut it anywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The file's first line, when it has come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// The row that was read last, as a spreadsheet counts: the header is row 1, and a line break inside of a cell begins no row.
    pub row: u64,
    /// What is left: it goes in front of the next piece.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rest: String,
}

impl Place {
    /// What is to be read now: what was left, and the next piece.
    pub fn joined(&self, piece: &str) -> String {
        let mut text = String::with_capacity(self.rest.len() + piece.len());
        text.push_str(&self.rest);
        text.push_str(piece);
        text
    }
}

/// What is wrong with a row of a file. Nothing was done with that row.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct RowError {
    /// The row, as a spreadsheet counts: the header is row 1.
    pub row: u64,
    /// The column, where one cell is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What stands there, shortened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// An error code.
    pub code: String,
    /// What is wrong and what to do.
    pub problem: String,
}

impl RowError {
    /// A row that is not well-formed as a whole.
    pub fn of_row(row: u64, problem: impl Into<String>) -> Self {
        RowError { row, column: None, value: None, code: "invalid_request".to_owned(), problem: problem.into() }
    }

    /// A row whose command was refused. `cell` tells the column for the argument that was at fault, and what stands there.
    pub fn of_refusal(row: u64, error: &Error, cell: impl Fn(&str) -> Option<(String, Option<String>)>) -> Self {
        let (argument, problem) = match error.reason() {
            Reason::InvalidRequest { path, problem } => (path.strip_prefix("args.").unwrap_or(path), Some(problem)),
            Reason::NotFound { what: "customer", .. } => ("customer", None),
            Reason::InsufficientBalance { .. } | Reason::LimitExceeded { .. } => ("amount", None),
            _ => ("", None),
        };
        let cell = cell(argument);
        // What says nothing without its path keeps it where no column takes its place.
        let problem = problem.filter(|_| cell.is_some()).cloned().unwrap_or_else(|| error.to_string());
        let (column, value) = cell.map_or((None, None), |(column, value)| (Some(column), value));
        RowError { row, column, value, code: error.code().to_owned(), problem }
    }
}

/// The beginning of a cell, as errors show it.
pub fn shortened(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN_CHARS).gather();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
