//! `customer.export_csv`

use schemars::JsonSchema;

use super::file_column::{FileColumn, Part};
use super::list::{COLUMNS, FIELDS, Reading, Shown, check_columns};
use super::{Condition, Customer, Field, List};
use crate::address::{Address, main};
use crate::csv::write_row;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::Line;
use crate::json::{Json, Tree, tree};
use crate::limits::PAGE_MAX;
use crate::membership::State;
use crate::operation::{Kind, Operation};
use crate::record::{Record, Root};
use crate::status::{Ladder, Standing};
use crate::time::{Timestamp, Zone};
use crate::unit::Unit;

/// Exports the customers of `customer.list` as CSV, page by page: the same filter, search and order, with the columns you choose.
///
/// The pages put together, as they are, are one file by RFC 4180 in UTF-8: the first begins with the header, and further ones go on with the `next` of the
/// one before as `cursor`. A row that does not change meanwhile is neither skipped nor there twice. A cell that a spreadsheet would take for a formula
/// has an apostrophe in front, which `customer.import_csv` takes off again.
///
/// The columns are named by their words, which the preset `loyalty` of `customer.import_csv` knows: what it reads of them gives the same
/// customers again. Those of a status are there where the program has one status system. Of several addresses it is the default for parcels,
/// else that for invoices, else the oldest.
///
/// Errors: `invalid_request` at the place in the filter, the search, the columns, the cursor or the limit that does not fit.
///
/// Rules K7, K6.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportCsv {
    /// Which customers, as in `customer.list`; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Condition>,
    /// At most 10 words, 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Whether guests are exported too.
    #[serde(default)]
    pub guests: bool,
    /// The field to sort by. When absent, the newest come first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Field>,
    /// Largest, last or newest first. When absent: false with `sort`, true without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub descending: Option<bool>,
    /// The columns, each named once; those of `customer.list` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<FileColumn>>,
    /// Where to go on: `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows on the page, 1 to 500; 500 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
}

/// A page of `customer.export_csv`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Exported {
    /// The next part of the file.
    pub csv: String,
    /// Customers in it.
    pub rows: usize,
    /// Where the next page begins; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl ExportCsv {
    /// The list of which this is the export. Its columns are of no consequence.
    fn list(&self) -> List {
        List {
            filter: self.filter.clone(),
            search: self.search.clone(),
            guests: self.guests,
            sort: self.sort,
            descending: self.descending,
            columns: None,
            cursor: self.cursor.clone(),
            limit: Some(self.limit.unwrap_or(PAGE_MAX)),
        }
    }
}

impl Operation for ExportCsv {
    const NAME: &'static str = "customer.export_csv";
    const KIND: Kind = Kind::Query;
    type Output = Exported;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Exported, Error> {
        let columns: Vec<FileColumn> = match &self.columns {
            Some(chosen) => chosen.clone(),
            None => COLUMNS.iter().filter_map(|field| FileColumn::parse(field.name())).gather(),
        };
        if columns.is_empty() {
            return Err(Error::invalid("args.columns", "is empty; name a column, or leave it out"));
        }
        check_columns(&columns)?;
        let program = unit.program();
        let unknown = |column: &FileColumn| matches!(column, FileColumn::List(list) if !program.has_mailing_list(list.as_str()));
        if let Some(place) = columns.iter().position(unknown) {
            return Err(Error::invalid(format_args!("args.columns[{place}]"), "is not a mailing list of the program; name one of its own"));
        }
        let ladder = match program.status_systems.as_slice() {
            [only] => columns.iter().any(FileColumn::is_of_status).then(|| Ladder::new(&program, only)),
            systems => {
                if let Some(place) = columns.iter().position(FileColumn::is_of_status) {
                    let problem = format!("is for programs with one status system, and this one has {}; leave it out", systems.len());
                    return Err(Error::invalid(format_args!("args.columns[{place}]"), problem));
                }
                None
            }
        };
        let (found, next) = self.list().page(unit)?;
        let mut csv = String::new();
        if self.cursor.is_none() {
            write(&mut csv, &columns.iter().map(FileColumn::word).gather::<Vec<_>>());
        }
        let with_address = columns.iter().any(|column| matches!(column, FileColumn::Address(_)));
        let (rows, reading) = (found.len(), Reading::of(&FIELDS));
        for row in found {
            let mut shown = reading.read(&row)?;
            let customer = Customer::from_row(row)?;
            let addresses = if with_address { Address::all(unit, &customer.id)? } else { Vec::new() };
            let address = main(&addresses).and_then(|place| addresses.get(place));
            let standing = ladder.as_ref().map(|ladder| Standing::open(unit, &customer, ladder)).transpose()?;
            let standing = standing.as_ref().map(|standing| (standing, program.time_zone, unit.now()));
            write(&mut csv, &columns.iter().map(|column| cell(column, &customer, &mut shown, address, standing)).gather::<Vec<_>>());
        }
        Ok(Exported { csv, rows, next })
    }
}

fn write(csv: &mut String, cells: &[String]) {
    write_row(csv, &cells.iter().map(String::as_str).gather::<Vec<_>>());
}

/// What stands in a column for a customer; nothing where there is nothing.
fn cell(
    column: &FileColumn,
    customer: &Customer,
    shown: &mut Shown<'_>,
    address: Option<&Address>,
    standing: Option<(&Standing, Zone, Timestamp)>,
) -> String {
    let profile = &customer.profile;
    let line = |line: &Option<Line>| line.as_ref().map(|line| line.as_str().to_owned()).unwrap_or_default();
    let mut field = |field: Field| text(&shown.take(field));
    match column {
        FileColumn::Id => field(Field::Id),
        FileColumn::Email => field(Field::Email),
        FileColumn::Name => field(Field::Name),
        FileColumn::Prefix => line(&profile.prefix),
        FileColumn::FirstName => line(&profile.first_name),
        FileColumn::MiddleName => line(&profile.middle_name),
        FileColumn::LastName => line(&profile.last_name),
        FileColumn::Suffix => line(&profile.suffix),
        FileColumn::Phone => field(Field::Phone),
        FileColumn::Gender => field(Field::Gender),
        FileColumn::BirthDate => field(Field::BirthDate),
        FileColumn::Group => field(Field::Group),
        FileColumn::Locale => field(Field::Locale),
        FileColumn::TimeZone => text(&tree(&profile.time_zone)),
        FileColumn::Link => line(&profile.link),
        FileColumn::State => field(Field::State),
        FileColumn::Member => {
            let membership = &customer.membership;
            let was = membership.state == State::OnHold && membership.before == Some(State::Enrolled);
            (was || membership.state == State::Enrolled).to_string()
        }
        FileColumn::Active => (customer.membership.state != State::OnHold).to_string(),
        FileColumn::CreatedAt => field(Field::CreatedAt),
        FileColumn::LastLoginAt => field(Field::LastLoginAt),
        FileColumn::Blacklisted => field(Field::Blacklisted),
        FileColumn::Status | FileColumn::StatusSystem | FileColumn::StatusValidThrough => {
            standing.map(|standing| part_of_status(column, standing)).unwrap_or_default()
        }
        FileColumn::Newsletter => field(Field::Newsletter),
        FileColumn::List(list) => customer.preferences.lists.get(list).is_some_and(|choice| choice.opted_in).to_string(),
        FileColumn::Address(part) => address.map(|address| part_of(*part, address)).unwrap_or_default(),
    }
}

/// Of who has no status nothing is said at all. A lock that ran out while the account rested has no end that could be read again.
fn part_of_status(column: &FileColumn, (standing, zone, now): (&Standing, Zone, Timestamp)) -> String {
    let Some(status) = &standing.status else { return String::new() };
    match column {
        FileColumn::Status => status.to_string(),
        FileColumn::StatusSystem => standing.system.clone(),
        _ => standing.held_by().and_then(|lock| lock.until).filter(|until| *until > now).map(|until| end(until, zone)).unwrap_or_default(),
    }
}

/// The last day before an end, as `customer.import_csv` reads it; the instant itself, where it lies within a day.
fn end(until: Timestamp, zone: Zone) -> String {
    let day = zone.date(until);
    if zone.first_instant(day) == until { day.minus_days(1).to_string() } else { until.to_string() }
}

fn part_of(part: Part, address: &Address) -> String {
    let line = |line: Option<&Line>| line.map(|line| line.as_str().to_owned()).unwrap_or_default();
    match part {
        Part::Label => line(address.label.as_ref()),
        Part::Name => line(address.name.as_ref()),
        Part::Company => line(address.company.as_ref()),
        Part::Lines => address.lines.iter().map(Line::as_str).joined("\n"),
        Part::Line1 => line(address.lines.first()),
        Part::Line2 => line(address.lines.get(1)),
        Part::City => line(address.city.as_ref()),
        Part::Region => line(address.region.as_ref()),
        Part::PostalCode => line(address.postal_code.as_ref()),
        Part::Country => text(&tree(&address.country)),
        Part::Phone => text(&tree(&address.phone)),
    }
}

/// A value of the list as a cell.
fn text(value: &Tree) -> String {
    match value {
        Tree::Text(text) => text.clone(),
        Tree::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
