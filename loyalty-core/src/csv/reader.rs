//! Reads the records of a piece of a file.

use std::borrow::Cow;

use super::header::delimiter_of;
use super::writer::unguarded;
use super::{Header, Place, RowError, encoding, shortened};
use crate::error::Error;
use crate::gather::Gather;
use crate::limits::CSV_ROW_BYTES_MAX;

/// Reads a piece of a file, record by record. It holds no more than the piece.
pub struct Reader<'t> {
    text: &'t str,
    /// Whether the file ends with this piece.
    last: bool,
    /// Where the record begins that was read last.
    begin: usize,
    /// How far the text was read.
    at: usize,
    row: u64,
    line: Option<String>,
    header: Option<Header>,
}

/// One record of a file: a row of the spreadsheet.
#[derive(Debug)]
pub struct Record<'t> {
    /// Its row: the header is row 1.
    pub row: u64,
    /// The record as it stands in the file, with its line end.
    pub text: &'t str,
    cells: Vec<Cow<'t, str>>,
}

impl Record<'_> {
    /// What stands in a column, as it is; nothing where there is no such column or its cell is empty.
    pub fn cell(&self, place: Option<usize>) -> Option<&str> {
        self.cells.get(place?).map(AsRef::as_ref).filter(|cell: &&str| !cell.is_empty())
    }

    /// All of them.
    pub fn cells(&self) -> Vec<String> {
        self.cells.iter().map(ToString::to_string).gather()
    }

    /// An error of this row, in a column where one is given.
    pub fn refuse(&self, header: &Header, place: Option<usize>, problem: impl Into<String>) -> RowError {
        RowError {
            column: place.and_then(|place| header.name(place)).map(str::to_owned),
            value: self.cell(place).map(shortened),
            ..RowError::of_row(self.row, problem)
        }
    }
}

impl<'t> Reader<'t> {
    /// Begins to read a piece that stands at a place of its file. The text is [what was left and what has come](Place::joined).
    ///
    /// # Errors
    /// `invalid_request` at `args.csv` for another encoding than UTF-8, a file without a header, or a header that is not well-formed.
    pub fn new(text: &'t str, place: &Place, last: bool) -> Result<Self, Error> {
        encoding::check(text)?;
        let mut reader = Reader { text, last, begin: 0, at: 0, row: place.row, line: place.header.clone(), header: None };
        if reader.line.is_none() {
            reader.read_header()?;
        }
        reader.header = reader.line.as_deref().map(Header::read).transpose()?;
        Ok(reader)
    }

    /// The columns; nothing while the header has not come whole.
    pub fn header(&self) -> Option<&Header> {
        self.header.as_ref()
    }

    /// The first line as it stands in the file: which column is what, and what stands between them.
    pub fn header_line(&self) -> &str {
        self.line.as_deref().unwrap_or_default()
    }

    /// The row that was read last.
    pub fn row(&self) -> u64 {
        self.row
    }

    /// The record that was read last as it stands in the file, also one that was refused; without its line end.
    pub fn last_read(&self) -> &'t str {
        self.text.get(self.begin..self.at).unwrap_or_default().trim_end_matches(['\r', '\n'])
    }

    /// Where the file goes on.
    ///
    /// # Errors
    /// `invalid_request` when a row is too long to end somewhere.
    pub fn place(&self) -> Result<Place, Error> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.len() > CSV_ROW_BYTES_MAX {
            let row = self.row + 1;
            return Err(Error::invalid("args.csv", format_args!("has more than {CSV_ROW_BYTES_MAX} bytes in row {row}; {}", unclosed(""))));
        }
        Ok(Place { header: self.line.clone(), row: self.row, rest: rest.to_owned() })
    }

    /// The first record of a file. Its names are looked at later; here is only where it ends.
    fn read_header(&mut self) -> Result<(), Error> {
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(self.text);
        let begin = self.text.len() - text.len();
        match scan(self.text, begin, delimiter_of(text), self.last) {
            _ if self.last && text.trim().is_empty() => {
                Err(Error::invalid("args.csv", "is empty; begin with a line that names the columns"))
            }
            Scanned::Whole { end, .. } => {
                (self.at, self.row, self.line) =
                    (end, 1, self.text.get(begin..end).map(|line| line.trim_end_matches(['\r', '\n']).to_owned()));
                Ok(())
            }
            Scanned::Unclosed { .. } if self.last => Err(Error::invalid("args.csv", format_args!("ends in its header: {}", unclosed("")))),
            Scanned::Unclosed { .. } | Scanned::Unfinished => Ok(()),
        }
    }

    fn record(&self, cells: Vec<Cell>, end: usize, header: &Header) -> Result<Record<'t>, RowError> {
        let text = self.text.get(self.at..end).unwrap_or_default();
        if text.len() > CSV_ROW_BYTES_MAX {
            return Err(RowError::of_row(self.row, format!("has more than {CSV_ROW_BYTES_MAX} bytes; {}", unclosed(""))));
        }
        for (place, cell) in cells.iter().enumerate() {
            if let Some(problem) = cell.problem {
                let column = header.name(place).map(str::to_owned);
                let value = Some(shortened(&cell.text(self.text)));
                return Err(RowError { column, value, ..RowError::of_row(self.row, problem) });
            }
        }
        if cells.len() != header.width() {
            let (found, wanted) = (cells.len(), header.width());
            let problem = format!("has {found} cells where the header has {wanted}; put a cell that has the separator in it in quotes");
            return Err(RowError::of_row(self.row, problem));
        }
        Ok(Record { row: self.row, text, cells: cells.iter().map(|cell| cell.text(self.text)).gather() })
    }
}

impl<'t> Iterator for Reader<'t> {
    type Item = Result<Record<'t>, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let header = self.header.take()?;
        let found = loop {
            if self.at >= self.text.len() {
                break None;
            }
            self.begin = self.at;
            match scan(self.text, self.at, header.delimiter, self.last) {
                Scanned::Whole { cells, end } => {
                    self.row += 1;
                    let is_blank = cells.iter().all(|cell| cell.start == cell.end && cell.problem.is_none());
                    let record = if is_blank { None } else { Some(self.record(cells, end, &header)) };
                    self.at = end;
                    if record.is_some() {
                        break record;
                    }
                }
                Scanned::Unclosed { column } if self.last => {
                    (self.row, self.at) = (self.row + 1, self.text.len());
                    let name = header.name(column).unwrap_or_default();
                    break Some(Err(RowError { column: Some(name.to_owned()), ..RowError::of_row(self.row, unclosed(" here")) }));
                }
                Scanned::Unclosed { .. } | Scanned::Unfinished => break None,
            }
        };
        self.header = Some(header);
        found
    }
}

fn unclosed(place: &str) -> String {
    format!("a quote that opens{place} is never closed; close it, or write a quote that is meant twice, inside of quotes")
}

/// A cell as it stands in the text, inside of its quotes.
struct Cell {
    start: usize,
    end: usize,
    has_doubled: bool,
    problem: Option<&'static str>,
}

impl Cell {
    fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let raw = text.get(self.start..self.end).unwrap_or_default();
        if self.has_doubled { Cow::Owned(unguarded(&raw.replace("\"\"", "\"")).to_owned()) } else { Cow::Borrowed(unguarded(raw)) }
    }
}

/// What was found where a record begins.
enum Scanned {
    /// A record, and where the next one begins.
    Whole { cells: Vec<Cell>, end: usize },
    /// Its end has not come.
    Unfinished,
    /// Its end has not come, for a quote is open in a column.
    Unclosed { column: usize },
}

/// Looks for the end of the record that begins at `at`.
fn scan(text: &str, mut at: usize, delimiter: u8, last: bool) -> Scanned {
    let bytes = text.as_bytes();
    let mut cells = Vec::new();
    loop {
        let (cell, end) = if bytes.get(at) == Some(&b'"') {
            match quoted(bytes, at, delimiter) {
                // What looks like a closing quote may be half of one that is written twice.
                Some((cell, _)) if !last && cell.end + 1 == bytes.len() => return Scanned::Unclosed { column: cells.len() },
                Some(found) => found,
                None => return Scanned::Unclosed { column: cells.len() },
            }
        } else {
            let end = end_of_cell(bytes, at, delimiter);
            let has_quote = bytes.get(at..end).is_some_and(|cell| cell.contains(&b'"'));
            let problem = has_quote.then_some("has a quote inside; put the cell in quotes and write that quote twice");
            (Cell { start: at, end, has_doubled: false, problem }, end)
        };
        cells.push(cell);
        match bytes.get(end) {
            Some(byte) if *byte == delimiter => at = end + 1,
            Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => return Scanned::Whole { cells, end: end + 2 },
            Some(b'\r') if end + 1 == bytes.len() && !last => return Scanned::Unfinished,
            Some(_) => return Scanned::Whole { cells, end: end + 1 },
            None if last => return Scanned::Whole { cells, end },
            None => return Scanned::Unfinished,
        }
    }
}

/// The cell in quotes that begins at `at`, and where it ends; nothing while the quote is open.
fn quoted(bytes: &[u8], at: usize, delimiter: u8) -> Option<(Cell, usize)> {
    let (mut look, mut has_doubled) = (at + 1, false);
    let close = loop {
        let quote = look + bytes.get(look..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(quote + 1) != Some(&b'"') {
            break quote;
        }
        (look, has_doubled) = (quote + 2, true);
    };
    let end = end_of_cell(bytes, close + 1, delimiter);
    let problem = (end != close + 1).then_some("has text behind the closing quote; write a quote that is meant twice, inside of quotes");
    Some((Cell { start: at + 1, end: close, has_doubled, problem }, end))
}

fn end_of_cell(bytes: &[u8], at: usize, delimiter: u8) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len())
}

/// The cells of one line.
pub(super) fn cells_of(line: &str, delimiter: u8) -> Result<Vec<Cow<'_, str>>, &'static str> {
    let Scanned::Whole { cells, .. } = scan(line, 0, delimiter, true) else { return Err("has a quote that is never closed") };
    match cells.iter().find_map(|cell| cell.problem) {
        Some(problem) => Err(problem),
        None => Ok(cells.iter().map(|cell| cell.text(line)).gather()),
    }
}
