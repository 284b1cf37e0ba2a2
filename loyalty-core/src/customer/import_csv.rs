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
use crate::csv::{Place, Reader, Record, RowError};
use crate::error::{Error, Reason, Retry};
use crate::id::{Id, Line};
use crate::json::Json;
use crate::limits::{BATCH_ID_CHARS_MAX, CSV_ROWS_MAX, ROW_ERRORS_MAX};
use crate::operation::Batch;
use crate::pairs::Pairs;
use crate::time::Zone;
use crate::unit::Unit;
use mapping::Mapping;
use reading::Reading;

/// Imports customers from CSV: each row is a customer with address, preferences and membership, in one commit or not at all.
///
/// Preview it first: the dry run runs the same commands and commits none of them, so that it finds what the real run would find. A file goes in
/// pieces: give its text, or the next part of it cut anywhere, as `csv`, and the `place` of the answer before; with the last part, `last`. Rows that are
/// wrong are listed by row, column and value, and hinder no others.
///
/// `preset` says which columns of a known platform's file are what, and `columns` does so for any other: `{"Their name": "last_name"}`, or null
/// for one that is left out. The first answer shows what each column is read as. Points, tiers and passwords are never imported.
///
/// The id is that of the file; where it has none, it is made from `id_prefix` and the row, or from the email, under the host's secret.
/// A customer is there already when the id is, or the email, compared without case: `existing` says what happens then. An update leaves alone
/// what the row leaves empty, and neither brings back an opt-in that was withdrawn nor a member who has left.
///
/// Run again with the same batch and the same file, also after a crash in the middle, it does no row twice; a row that is another one then is an
/// error. The group needs the right `customer.assign_group` too, joining `membership.enroll`, and so on for each change of
/// membership, and the blacklist `blacklist.set`.
///
/// Errors: `invalid_request` for a file as a whole that is not well-formed, or a mapping that does not fit it.
///
/// Rules K8, K3, Y6, O8, B2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportCsv {
    /// Your id for this import, at most 40 characters.
    pub batch: Id,
    /// The text of the file, or the next part of it.
    pub csv: String,
    /// Where the file goes on: `place` of the answer before; absent with the first part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Whether the file ends with this part.
    #[serde(default)]
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

/// What became of the rows of one part of a file.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Imported {
    /// The batch.
    pub batch: Id,
    /// Rows read.
    pub rows: usize,
    /// Customers created.
    pub created: usize,
    /// Customers who took on what their row says.
    pub updated: usize,
    /// Customers who were as their row says.
    pub unchanged: usize,
    /// Customers who were there already and were skipped.
    pub skipped: usize,
    /// Rows that an earlier call of this batch had done.
    pub repeated: usize,
    /// Rows refused.
    pub refused: usize,
    /// What was wrong, cell by cell; the first 1,000.
    pub errors: Vec<RowError>,
    /// With the first part: what each column is read as.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnRead>,
    /// Where the file goes on: goes with the next part.
    pub place: Place,
    /// Whether the part was read to its end. It is not when it was broken off: send it again with this place; what was done is not done twice.
    pub done: bool,
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
        }
    }
}

impl Imported {
    fn new(batch: Id, place: Place) -> Self {
        Imported {
            batch,
            rows: 0,
            created: 0,
            updated: 0,
            unchanged: 0,
            skipped: 0,
            repeated: 0,
            refused: 0,
            errors: Vec::new(),
            columns: Vec::new(),
            place,
            done: true,
        }
    }

    fn count(&mut self, outcome: RowOutcome) {
        match outcome {
            RowOutcome::Created => self.created += 1,
            RowOutcome::Updated => self.updated += 1,
            RowOutcome::Unchanged => self.unchanged += 1,
            RowOutcome::Skipped => self.skipped += 1,
            RowOutcome::Repeated => self.repeated += 1,
        }
    }

    fn refuse(&mut self, errors: impl IntoIterator<Item = RowError>) {
        self.refused += 1;
        let room = ROW_ERRORS_MAX.saturating_sub(self.errors.len());
        self.errors.extend(errors.into_iter().take(room));
    }
}

impl Batch for ImportCsv {
    const NAME: &'static str = "customer.import_csv";
    type Piece = ImportRow;
    type Output = Imported;

    fn nominate(&self, unit: &mut Unit<'_>) -> Result<Vec<ImportRow>, Error> {
        if self.batch.as_str().chars().count() > BATCH_ID_CHARS_MAX {
            return Err(Error::invalid("args.batch", format_args!("has more than {BATCH_ID_CHARS_MAX} characters")));
        }
        let secret = unit.secrets().ok().map(|(first, _)| first);
        let (place, mut rows) = (self.place.clone().unwrap_or_default(), Vec::new());
        let text = place.joined(&self.csv);
        let mut reader = Reader::new(&text, &place, self.last)?;
        let Some(header) = reader.header().cloned() else { return Ok(rows) };
        let mapping = Mapping::new(&header, self.preset, &self.columns, &self.values)?;
        let reading = Reading { request: self, header: &header, mapping: &mapping, zone: unit.program().time_zone, secret };
        for (number, record) in reader.by_ref().enumerate() {
            if number >= CSV_ROWS_MAX {
                return Err(Error::limit_exceeded("rows of one part of a file; send smaller parts", CSV_ROWS_MAX, "more"));
            }
            rows.extend(record.ok().and_then(|record| reading.row(&record).ok()));
        }
        reader.place()?;
        if secret.is_none() && rows.iter().any(|row| row.id_of_email) {
            unit.secrets()?;
        }
        Ok(rows)
    }

    /// What became of the rows. The file is read once more, since what is wrong with a row that never became a command is said here.
    fn answer(&self, pieces: Vec<Result<RowImported, Error>>) -> Result<Imported, Error> {
        let place = self.place.clone().unwrap_or_default();
        let text = place.joined(&self.csv);
        let mut reader = Reader::new(&text, &place, self.last)?;
        let mut answer = Imported::new(self.batch.clone(), reader.place()?);
        let Some(header) = reader.header().cloned() else { return Ok(answer) };
        let mapping = Mapping::new(&header, self.preset, &self.columns, &self.values)?;
        if place.header.is_none() {
            answer.columns = mapping.report();
        }
        let reading = Reading { request: self, header: &header, mapping: &mapping, zone: Zone::UTC, secret: None };
        let (mut outcomes, mut sure) = (pieces.into_iter(), (0, 0, 0));
        for record in reader.by_ref() {
            let read = record.map_err(|error| vec![error]).and_then(|record| reading.row(&record).map(|_| record));
            let is_unreadable = read.is_err();
            match read.map(|record| (record, outcomes.next())) {
                Ok((_, None)) => {
                    // Broken off: what was wrong behind the last row that was done is said when the part comes again.
                    (answer.rows, answer.refused) = (sure.0, sure.1);
                    answer.errors.truncate(sure.2);
                    answer.done = false;
                    answer.place = place;
                    return Ok(answer);
                }
                // The storage's trouble is no fault of the row: whoever sends the part again finds done what was done.
                Ok((_, Some(Err(error)))) if error.retry() != Retry::Never => return Err(error),
                Ok((record, Some(Err(error)))) => answer.refuse([refusal(&reading, &record, &error)]),
                Ok((_, Some(Ok(imported)))) => answer.count(imported.outcome),
                Err(errors) => answer.refuse(errors),
            }
            answer.rows += 1;
            if !is_unreadable {
                sure = (answer.rows, answer.refused, answer.errors.len());
            }
        }
        answer.place = reader.place()?;
        Ok(answer)
    }
}

/// The error of a row whose command was refused, at the column that it is about.
fn refusal(reading: &Reading<'_>, record: &Record<'_>, error: &Error) -> RowError {
    let (column, problem) = match error.reason() {
        Reason::InvalidRequest { path, problem } => (FileColumn::parse(path.strip_prefix("args.").unwrap_or(path)), problem.clone()),
        Reason::AlreadyExists { what: "email", .. } => (Some(FileColumn::Email), error.to_string()),
        Reason::AlreadyExists { .. } => (Some(FileColumn::Id), error.to_string()),
        Reason::Forbidden { right } if right == "customer.assign_group" => (Some(FileColumn::Group), error.to_string()),
        Reason::Forbidden { right } if right == "blacklist.set" => (Some(FileColumn::Blacklisted), error.to_string()),
        _ => (None, error.to_string()),
    };
    let place = column.and_then(|column| reading.mapping.place(&column));
    RowError { code: error.code().to_owned(), ..record.refuse(reading.header, place, problem) }
}
