//! The first line of a file: its columns, and what stands between them.

use super::reader::cells_of;
use crate::error::Error;
use crate::gather::Gather;
use crate::limits::CSV_COLUMNS_MAX;

/// What may stand between cells; of two that are as frequent the first.
const DELIMITERS: &[u8] = b",;\t|";

/// The columns of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    names: Vec<String>,
    pub(super) delimiter: u8,
}

impl Header {
    /// Reads a header line; what stands between its names is what is most frequent in it.
    ///
    /// # Errors
    /// `invalid_request` at `args.csv` for a name that is missing or stands twice; `limit_exceeded` for too many.
    pub fn read(line: &str) -> Result<Self, Error> {
        let delimiter = delimiter_of(line);
        let cells = cells_of(line, delimiter).map_err(|problem| refuse(&format!("has a header, row 1, that {problem}")))?;
        let names: Vec<String> = cells.iter().map(|name| name.trim().to_owned()).gather();
        if names.len() > CSV_COLUMNS_MAX {
            return Err(Error::limit_exceeded("columns of a file", CSV_COLUMNS_MAX, names.len()));
        }
        for (place, name) in names.iter().enumerate() {
            if name.is_empty() {
                return Err(refuse(&format!("has no name for column {} in row 1; name it or take it out", place + 1)));
            }
            if names.iter().take(place).any(|other| other == name) {
                return Err(refuse(&format!("has column '{name}' twice; take one of them out")));
            }
        }
        Ok(Header { names, delimiter })
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// The name of a column.
    pub fn name(&self, place: usize) -> Option<&str> {
        self.names.get(place).map(String::as_str)
    }

    /// Where a column stands. Names are compared letter by letter.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|other| other == name)
    }

    /// Refuses a file without the columns that must be there and, if it is `closed`, one with columns that nobody knows.
    ///
    /// # Errors
    /// `invalid_request` at `args.csv`, naming the column and those that there may be.
    pub fn check(&self, required: &[&str], optional: &[&str], closed: bool) -> Result<(), Error> {
        if let Some(missing) = required.iter().find(|name| self.place(name).is_none()) {
            let found = self.names.iter().joined("', '");
            return Err(refuse(&format!("has no column '{missing}'; it has '{found}'")));
        }
        let unknown = self.names.iter().find(|name| !required.contains(&name.as_str()) && !optional.contains(&name.as_str()));
        if let Some(unknown) = unknown.filter(|_| closed) {
            let known = required.iter().chain(optional).joined("', '");
            return Err(refuse(&format!("has a column '{unknown}' that is not known; there may be '{known}'")));
        }
        Ok(())
    }
}

fn refuse(problem: &str) -> Error {
    Error::invalid("args.csv", problem)
}

/// What stands between the names of a header: what is most frequent in the first line, outside of quotes.
pub(super) fn delimiter_of(text: &str) -> u8 {
    let (mut counts, mut is_quoted) = ([0_usize; 4], false);
    for byte in text.bytes() {
        is_quoted ^= byte == b'"';
        if !is_quoted && matches!(byte, b'\r' | b'\n') {
            break;
        }
        if let Some((_, count)) = DELIMITERS.iter().zip(&mut counts).find(|(delimiter, _)| **delimiter == byte && !is_quoted) {
            *count += 1;
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    DELIMITERS.iter().zip(counts).find(|(_, count)| *count == most).map_or(b',', |(delimiter, _)| *delimiter)
}
