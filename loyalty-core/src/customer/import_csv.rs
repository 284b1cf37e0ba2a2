//! `customer.import_csv`

mod address;
mod cell;
mod mapping;
mod preset;
mod reading;
mod row;
#[cfg(test)]
mod tests;

pub use address::AddressCells;
pub use cell::DateOrder;
pub use mapping::{ColumnRead, LeftOut};
pub use preset::Preset;
pub use row::{Existing, ImportRow, RowImported, RowOutcome};

use schemars::JsonSchema;

use super::edit::Edit;
use super::file_column::FileColumn;
use crate::csv::{Place, Reader, RowError};
use crate::error::{Error, Reason, Retry};
use crate::gather::Gather;
use crate::id::{Id, Line};
use crate::json::Json;
use crate::limits::{BATCH_ID_CHARS_MAX, CSV_ROWS_MAX};
use crate::operation::Batch;
use crate::pairs::Pairs;
use crate::sorting::sort;
use crate::unit::Unit;
use mapping::Mapping;
use reading::Reading;

/// Imports customers from CSV: each row is a customer with address, preferences and membership, in one commit or not at all.
///
/// Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer before it, and `last` with the last one; a
/// file that fits one request is one piece with `last`. First all pieces with `preview`: the dry run runs the same commands and commits none
/// of them. Rows that are wrong are listed by row, column and value, and hinder no others.
///
/// The pieces of a dry run do not see each other: a customer who stands in two of them is found by the real run only.
///
/// `preset` says which columns of a known platform's file are what, and `columns` does so for any other: `{"Their name": "last_name"}`, or null
/// for one that is left out. The first answer shows what each column is read as. Points and passwords are never imported.
///
/// The id is that of the file; where it has none, it is made from `id_prefix` and the row, or from the email, under the host's secret.
/// A customer is there already when the id is, or the email, compared without case: `existing` says what happens then. An update leaves alone
/// what the row leaves empty, and neither brings back an opt-in that was withdrawn nor a member who has left.
///
/// A row with a status sets it as `status.assign` does: locked, of a member, and until an end that has not passed. The lock ends with the day that
/// `status_valid_through` names, or at the instant. Where the program has several systems, `status_system` says which. An empty cell leaves the
/// status alone, and so does one that says what is so already.
///
/// Run again with the same batch and the same file, also after a crash in the middle, it does no row twice; a row that is another one then is an
/// error. The group needs the right `customer.assign_group` too, joining `membership.enroll`, and so on for each change of
/// membership, the blacklist `blacklist.set`, and setting a status `status.assign`.
///
/// Errors: `invalid_request` for a file as a whole that is not well-formed, or a mapping that does not fit it.
///
/// Rules K8, K3, Y6, O8, B2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportCsv {
    /// Your id for this import, at most 40 characters.
    pub batch: Id,
    /// The piece of the file: text, at most what a request holds, with at most 10,000 rows.
    pub csv: String,
    /// The `next` of the answer before; without it the file begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<ImportNext>,
    /// Whether the file ends with this piece.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub last: bool,
    /// The format of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<Preset>,
    /// What columns are read as, by their names in the file; null leaves one out. Goes before the preset.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub columns: Pairs<String, Option<FileColumn>>,
    /// What words in a column mean, by the column's name in the file: `{"Club": {"gold card": "yes"}}`. An empty text means an empty cell.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub values: Pairs<String, Pairs<String, String>>,
    /// What happens with a row whose customer is there already; `refuse` when absent.
    #[serde(default)]
    pub existing: Existing,
    /// Ids are this and the number of the row, where the file has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_prefix: Option<Line>,
    /// Whether an empty cell empties the field of a customer who is updated. Usually it leaves it alone.
    #[serde(default)]
    pub clear_blanks: bool,
    /// In which order the numbers of dates stand; `ymd` when absent.
    #[serde(default)]
    pub dates: DateOrder,
    /// Who joins the program; as the file says when absent.
    #[serde(default)]
    pub enroll: Enrolling,
    /// Whether who joins gets the bonus for new members and the rewards of a status that they reach thereby. Usually they get nothing, now or later:
    /// they had theirs where they come from.
    #[serde(default)]
    pub grant: bool,
    /// Whether the rewards of a status that a row sets are granted, as on rising to it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trigger_rewards: bool,
}

/// Who joins the program by an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Enrolling {
    /// Whom the file calls a member. Files of loyalty platforms have members only, unless a column says otherwise.
    #[default]
    File,
    /// All.
    All,
    /// Nobody.
    Nobody,
}

/// What became of rows, in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportCounts {
    /// Customers created.
    pub created: u64,
    /// Customers who took on what their row says.
    pub updated: u64,
    /// Customers who were as their row says.
    pub unchanged: u64,
    /// Customers who were there already and were skipped.
    pub skipped: u64,
    /// Rows that an earlier call of this batch had done.
    pub repeated: u64,
    /// Rows refused.
    pub refused: u64,
}

/// Where a file goes on, and what has become of it so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportNext {
    /// Where the file goes on.
    pub place: Place,
    /// What became of the rows so far.
    pub counts: ImportCounts,
}

/// What became of a piece, and of the file so far.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Imported {
    /// The batch.
    pub batch: Id,
    /// The row that was looked at last.
    pub row: u64,
    /// Rows done so far, those included that were done before.
    pub done: u64,
    /// Rows refused so far.
    pub refused: u64,
    /// What became of the rows so far.
    pub counts: ImportCounts,
    /// What was refused in this piece, cell by cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<RowError>,
    /// With the piece that has the header: what each column is read as.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnRead>,
    /// Whether it was broken off: then send the file again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub broken_off: bool,
    /// For the next piece; absent with the last one, and where it was broken off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<ImportNext>,
}

/// What is known of a piece besides its commands.
pub struct Found {
    /// The rows of the commands, each with its cells.
    rows: Vec<(u64, Vec<String>)>,
    /// The rows that an earlier call of the batch has done.
    repeated: Vec<u64>,
    /// Of what cannot be read: how many rows, and what is wrong.
    unread: Vec<(u64, Vec<RowError>)>,
    columns: Vec<ColumnRead>,
    place: Place,
}

impl Found {
    /// Leaves out the rows that an earlier call of the batch has done.
    fn keep_undone(&mut self, unit: &mut Unit<'_>, commands: Vec<ImportRow>) -> Result<Vec<ImportRow>, Error> {
        unit.prefetch(commands.iter().map(ImportRow::place).gather())?;
        let mut undone = Vec::with_capacity(commands.len());
        for (command, row) in commands.into_iter().zip(std::mem::take(&mut self.rows)) {
            if command.is_done(unit)? {
                self.repeated.push(row.0);
            } else {
                undone.push(command);
                self.rows.push(row);
            }
        }
        Ok(undone)
    }
}

impl ImportRow {
    fn new(request: &ImportCsv, row: u64, profile: Edit) -> Self {
        ImportRow {
            batch: request.batch.clone(),
            row,
            existing: request.existing,
            id_of_email: false,
            profile,
            address: AddressCells::default(),
            guest: false,
            changes: Vec::new(),
            created_at: None,
            last_login_at: None,
            newsletter: None,
            lists: Pairs::new(),
            blacklisted: false,
            grant: request.grant,
            status: None,
            status_system: None,
            status_until: None,
            trigger_rewards: request.trigger_rewards,
        }
    }
}

impl ImportCounts {
    fn count(&mut self, outcome: RowOutcome) {
        match outcome {
            RowOutcome::Created => self.created += 1,
            RowOutcome::Updated => self.updated += 1,
            RowOutcome::Unchanged => self.unchanged += 1,
            RowOutcome::Skipped => self.skipped += 1,
            RowOutcome::Repeated => self.repeated += 1,
        }
    }

    fn done(&self) -> u64 {
        self.created + self.updated + self.unchanged + self.skipped + self.repeated
    }
}

impl Batch for ImportCsv {
    const NAME: &'static str = "customer.import_csv";
    type Piece = ImportRow;
    type Found = Found;
    type Output = Imported;

    fn nominate(&self, unit: &mut Unit<'_>) -> Result<(Vec<ImportRow>, Found), Error> {
        if self.batch.as_str().chars().count() > BATCH_ID_CHARS_MAX {
            return Err(Error::invalid("args.batch", format_args!("has more than {BATCH_ID_CHARS_MAX} characters")));
        }
        let place = self.after.as_ref().map(|next| next.place.clone()).unwrap_or_default();
        let text = place.joined(&self.csv);
        let mut reader = Reader::new(&text, &place, self.last)?;
        let (mut commands, mut found) = (
            Vec::new(),
            Found { rows: Vec::new(), repeated: Vec::new(), unread: Vec::new(), columns: Vec::new(), place: Place::default() },
        );
        if let Some(header) = reader.header().cloned() {
            let mapping = Mapping::new(&header, self.preset, &self.columns, &self.values)?;
            found.columns = mapping.report();
            let secret = unit.secrets().ok().map(|(first, _)| first);
            let reading = Reading { request: self, header: &header, mapping: &mapping, zone: unit.program().time_zone, secret };
            for (number, record) in reader.by_ref().enumerate() {
                if number >= CSV_ROWS_MAX {
                    return Err(Error::limit_exceeded("rows of one piece of a file; send smaller pieces", CSV_ROWS_MAX, "more"));
                }
                match record.map_err(|error| vec![error]).and_then(|record| reading.row(&record).map(|row| (row, record))) {
                    Ok((row, record)) => {
                        found.rows.push((record.row, reading.cells(&record)));
                        commands.push(row);
                    }
                    Err(errors) => found.unread.push((errors.first().map_or(0, |error| error.row), errors)),
                }
            }
            if secret.is_none() && commands.iter().any(|row| row.id_of_email) {
                unit.secrets()?;
            }
        }
        found.place = reader.place()?;
        Ok((found.keep_undone(unit, commands)?, found))
    }

    fn answer(&self, found: Found, outcomes: Vec<Result<RowImported, Error>>) -> Result<Imported, Error> {
        let mut counts = self.after.as_ref().map(|next| next.counts.clone()).unwrap_or_default();
        let is_whole = outcomes.len() == found.rows.len();
        // Broken off, what is wrong behind the last row that was done is said when the file comes again.
        let done_to = outcomes.len().checked_sub(1).and_then(|last| found.rows.get(last)).map_or(0, |(row, _)| *row);
        let row = if is_whole { found.place.row } else { done_to };
        let mut errors: Vec<RowError> = Vec::new();
        for (number, unread) in found.unread {
            if number <= row {
                counts.refused += 1;
                errors.extend(unread);
            }
        }
        for _ in found.repeated.iter().filter(|number| **number <= row) {
            counts.count(RowOutcome::Repeated);
        }
        for ((row, cells), outcome) in found.rows.iter().zip(outcomes) {
            match outcome {
                Ok(imported) => counts.count(imported.outcome),
                // The storage's trouble is no fault of the row: whoever sends the file again finds done what was done.
                Err(error) if error.retry() != Retry::Never => return Err(error),
                Err(error) => {
                    counts.refused += 1;
                    errors.push(refusal(*row, cells, &found.columns, &error));
                }
            }
        }
        sort(&mut errors, |a, b| a.row.cmp(&b.row));
        let next = (is_whole && !self.last).then(|| ImportNext { place: found.place, counts: counts.clone() });
        let (done, refused) = (counts.done(), counts.refused);
        let is_first = self.after.as_ref().is_none_or(|next| next.place.header.is_none());
        let columns = if is_first { found.columns } else { Vec::new() };
        Ok(Imported { batch: self.batch.clone(), row, done, refused, counts, errors, columns, broken_off: !is_whole, next })
    }
}

/// The error of a row whose command was refused, at the column that it is about.
fn refusal(row: u64, cells: &[String], columns: &[ColumnRead], error: &Error) -> RowError {
    let is_read = |column: &FileColumn| columns.iter().any(|read| read.read_as.as_ref() == Some(column));
    let (column, problem) = match error.reason() {
        Reason::InvalidRequest { path, problem } => match path.strip_prefix("args.").unwrap_or(path) {
            "valid_through" => (Some(FileColumn::StatusValidThrough), problem.clone()),
            // The system may have no column, and is missed at the status.
            "status_system" if !is_read(&FileColumn::StatusSystem) => (Some(FileColumn::Status), format!("has no system: {problem}")),
            word => (FileColumn::parse(word), problem.clone()),
        },
        Reason::AlreadyExists { what: "email", .. } => (Some(FileColumn::Email), error.to_string()),
        Reason::AlreadyExists { .. } => (Some(FileColumn::Id), error.to_string()),
        Reason::Forbidden { right } if right == "customer.assign_group" => (Some(FileColumn::Group), error.to_string()),
        Reason::Forbidden { right } if right == "blacklist.set" => (Some(FileColumn::Blacklisted), error.to_string()),
        Reason::Forbidden { right } if right == "status.assign" => (Some(FileColumn::Status), error.to_string()),
        Reason::NotFound { what: "status", .. } => (Some(FileColumn::Status), error.to_string()),
        Reason::NotFound { what: "status system", .. } => (Some(FileColumn::StatusSystem), error.to_string()),
        _ => (None, error.to_string()),
    };
    let place = column.and_then(|column| columns.iter().position(|read| read.read_as.as_ref() == Some(&column)));
    let value = place.and_then(|place| cells.get(place)).filter(|cell| !cell.is_empty()).cloned();
    let name = place.and_then(|place| columns.get(place)).map(|read| read.name.clone());
    RowError { column: name, value, code: error.code().to_owned(), ..RowError::of_row(row, problem) }
}
