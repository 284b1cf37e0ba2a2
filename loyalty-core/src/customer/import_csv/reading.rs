//! From a record of the file to the command of its row (rule K8).

use super::address::AddressCells;
use super::cell::{country, date, end, flag, state, time};
use super::mapping::Mapping;
use super::preset::Preset;
use super::row::ImportRow;
use super::{Enrolling, ImportCsv};
use crate::csv::{Header, Record, RowError};
use crate::customer::Edit;
use crate::customer::file_column::{FileColumn, Part};
use crate::gather::Gather;
use crate::id::{CustomerId, Email, Line, Malformed, Phone, Slug};
use crate::limits::ADDRESS_LINES_MAX;
use crate::membership::{Change, State};
use crate::patch::Patch;
use crate::secret::Secret;
use crate::time::{Timestamp, Zone};

/// Hexadecimal digits of an id that is made from an email: 128 bits.
const ID_DIGITS: usize = 32;

/// What stands behind the secret's own hash of an email, so that this id is no hash of it in any other place.
const ID_PURPOSE: &str = "id of a customer without one: ";

/// Characters of a cell that an error of its row shows.
const SHOWN_CHARS: usize = 40;

/// What it takes to read the rows of a file.
pub(super) struct Reading<'a> {
    pub(super) request: &'a ImportCsv,
    pub(super) header: &'a Header,
    pub(super) mapping: &'a Mapping<'a>,
    pub(super) zone: Zone,
    /// The secret of the host, under which ids are made from emails. Without one, such an id is none that may be used.
    pub(super) secret: Option<&'a Secret>,
}

/// What stands in a row besides the profile and the address.
#[derive(Default)]
struct Rest {
    name: Option<Line>,
    lines: [Option<Line>; 2],
    state: Option<State>,
    member: Option<bool>,
    active: Option<bool>,
    created_at: Option<Timestamp>,
    last_login_at: Option<Timestamp>,
    newsletter: Option<bool>,
    blacklisted: Option<bool>,
}

impl Reading<'_> {
    /// The command of a row.
    ///
    /// # Errors
    /// Every cell that does not fit.
    pub(super) fn row(&self, record: &Record<'_>) -> Result<ImportRow, Vec<RowError>> {
        let (id, id_of_email) = self.who(record).map_err(|error| vec![error])?;
        let mut row = ImportRow::new(self.request, record.row, Edit::new(id));
        row.id_of_email = id_of_email;
        let (mut rest, mut errors) = (Rest::default(), Vec::new());
        for (place, column) in self.mapping.columns() {
            let read = self.mapping.meaning(place, record.cell(Some(place)).unwrap_or_default()).and_then(|cell| match cell.trim() {
                "" => {
                    if self.request.clear_blanks {
                        clear(column, &mut row);
                    }
                    Ok(())
                }
                cell => self.take(column, cell, &mut row, &mut rest),
            });
            errors.extend(read.err().map(|problem| record.refuse(self.header, Some(place), problem)));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        if let Some(name) = rest.name.take().filter(|_| !self.mapping.has_parts_of_name()) {
            row.profile.first_name = Patch::Set(name);
        }
        let lines: Vec<Line> = rest.lines.iter_mut().filter_map(Option::take).gather();
        if !lines.is_empty() {
            row.address.lines = Patch::Set(lines);
        }
        (row.created_at, row.last_login_at, row.newsletter) = (rest.created_at, rest.last_login_at, rest.newsletter);
        row.blacklisted = rest.blacklisted.unwrap_or(false);
        row.guest = rest.state == Some(State::Guest);
        row.changes = self.changes(&rest);
        row.guest &= !row.changes.contains(&Change::Enroll);
        Ok(row)
    }

    /// The cells of a row, as errors show them.
    pub(super) fn cells(&self, record: &Record<'_>) -> Vec<String> {
        (0..self.header.width()).map(|place| record.cell(Some(place)).unwrap_or_default().chars().take(SHOWN_CHARS).gather()).gather()
    }

    /// Who the row is about: by the id in the file, else by the prefix and the row, else by the email.
    fn who(&self, record: &Record<'_>) -> Result<(CustomerId, bool), RowError> {
        let place = |column: &FileColumn| self.mapping.place(column);
        let refuse = |place: Option<usize>, problem: String| record.refuse(self.header, place, problem);
        let cell = |place: Option<usize>| {
            let Some((place, cell)) = place.zip(record.cell(place)) else { return Ok(None) };
            let meaning = self.mapping.meaning(place, cell).map_err(|problem| refuse(Some(place), problem))?;
            Ok(Some(meaning.trim()).filter(|cell| !cell.is_empty()))
        };
        let (of_id, of_email) = (place(&FileColumn::Id), place(&FileColumn::Email));
        if let Some(id) = cell(of_id)? {
            // Shopify writes an apostrophe before its numbers, lest a spreadsheet rounds them.
            let id = if self.request.preset == Some(Preset::Shopify) { id.trim_start_matches('\'') } else { id };
            return CustomerId::new(id).map(|id| (id, false)).map_err(|malformed| refuse(of_id, malformed.0));
        }
        if let Some(prefix) = &self.request.id_prefix {
            let id = CustomerId::new(format!("{prefix}{}", record.row));
            return id.map(|id| (id, false)).map_err(|malformed| refuse(None, format!("with args.id_prefix the id {}", malformed.0)));
        }
        let Some(text) = cell(of_email)? else {
            return Err(refuse(
                of_email.or(of_id),
                "is empty, and nothing else says who the customer is; fill in an id or an email".into(),
            ));
        };
        let email = Email::new(text).map_err(|malformed| refuse(of_email, malformed.0))?;
        let id = CustomerId::new(id_of_email(self.secret, &email)).map_err(|malformed| refuse(of_email, malformed.0))?;
        Ok((id, true))
    }

    fn take(&self, column: &FileColumn, cell: &str, row: &mut ImportRow, rest: &mut Rest) -> Result<(), String> {
        let (profile, dates) = (&mut row.profile, self.request.dates);
        match column {
            FileColumn::Id => {}
            FileColumn::Email => profile.email = set(Email::new(cell))?,
            FileColumn::Name => rest.name = Some(checked(Line::new(cell))?),
            FileColumn::Prefix => profile.prefix = line(cell)?,
            FileColumn::FirstName => profile.first_name = line(cell)?,
            FileColumn::MiddleName => profile.middle_name = line(cell)?,
            FileColumn::LastName => profile.last_name = line(cell)?,
            FileColumn::Suffix => profile.suffix = line(cell)?,
            FileColumn::Phone => profile.phone = set(Phone::new(cell))?,
            FileColumn::Gender => profile.gender = line(cell)?,
            FileColumn::BirthDate => profile.birth_date = Patch::Set(date(cell, dates)?),
            FileColumn::Group => profile.group = set(Slug::new(cell))?,
            FileColumn::Locale => profile.locale = line(cell)?,
            FileColumn::TimeZone => profile.time_zone = set(Zone::try_from(cell.to_owned()))?,
            FileColumn::Link => profile.link = line(cell)?,
            FileColumn::State => rest.state = Some(state(cell)?),
            FileColumn::Member => rest.member = Some(flag(cell)?),
            FileColumn::Active => rest.active = Some(flag(cell)?),
            FileColumn::CreatedAt => rest.created_at = Some(time(cell, dates, self.zone)?),
            FileColumn::LastLoginAt => rest.last_login_at = Some(time(cell, dates, self.zone)?),
            FileColumn::Blacklisted => rest.blacklisted = Some(flag(cell)?),
            FileColumn::Status => row.status = Some(status_id(cell)?),
            FileColumn::StatusSystem => row.status_system = Some(status_id(cell)?),
            FileColumn::StatusValidThrough => row.status_until = Some(end(cell, dates, self.zone)?),
            FileColumn::Newsletter => rest.newsletter = Some(flag(cell)?),
            FileColumn::List(list) => {
                row.lists.insert(list.clone(), flag(cell)?);
            }
            FileColumn::Address(part) => return take_part(*part, cell, &mut row.address, rest),
        }
        Ok(())
    }

    /// What leads from a new account to where the row says that the customer stands.
    fn changes(&self, rest: &Rest) -> Vec<Change> {
        let has_members = self.request.preset.is_some_and(Preset::has_members);
        let joined = match rest.state {
            Some(State::Enrolled | State::Unenrolled | State::Removed) => true,
            Some(State::Guest | State::Registered) => false,
            _ => rest.member.unwrap_or(has_members),
        };
        let joins = match self.request.enroll {
            Enrolling::File => joined,
            Enrolling::All => true,
            Enrolling::Nobody => false,
        };
        let leaves = match rest.state {
            Some(State::Unenrolled) if joins => Some(Change::Unenroll),
            Some(State::Removed) if joins => Some(Change::Remove),
            Some(State::OnHold) => Some(Change::Deactivate),
            // A guest has no account to put on hold.
            Some(State::Guest) if !joins => None,
            _ if rest.active == Some(false) => Some(Change::Deactivate),
            _ => None,
        };
        joins.then_some(Change::Enroll).into_iter().chain(leaves).gather()
    }
}

/// The id of a customer whose file has none: the same whenever and wherever the email comes, and one that does not give the email away, since ids are
/// kept when a customer is erased (rule K11).
fn id_of_email(secret: Option<&Secret>, email: &Email) -> String {
    let hash = secret.map(|secret| secret.hash(&format!("{ID_PURPOSE}{}", email.folded()))).unwrap_or_default();
    let digits: String = hash.rsplit(':').next().unwrap_or_default().chars().take(ID_DIGITS).gather();
    format!("e-{digits}")
}

fn checked<T>(read: Result<T, Malformed>) -> Result<T, String> {
    read.map_err(|malformed| malformed.0)
}

fn set<T>(read: Result<T, Malformed>) -> Result<Patch<T>, String> {
    checked(read).map(Patch::Set)
}

fn line(cell: &str) -> Result<Patch<Line>, String> {
    set(Line::new(cell))
}

/// The id of a status or of a status system: a platform's own name for it is not one.
fn status_id(cell: &str) -> Result<Slug, String> {
    checked(Slug::new(cell)).map_err(|problem| format!("{problem}; or say in args.values which id of the program it means"))
}

fn take_part(part: Part, cell: &str, address: &mut AddressCells, rest: &mut Rest) -> Result<(), String> {
    let [first, second] = &mut rest.lines;
    match part {
        Part::Label => address.label = line(cell)?,
        Part::Name => address.name = line(cell)?,
        Part::Company => address.company = line(cell)?,
        Part::Lines => {
            let lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
            let lines: Vec<Line> = lines.map(|line| checked(Line::new(line))).gather::<Result<_, String>>()?;
            if lines.len() > ADDRESS_LINES_MAX {
                return Err(format!("has {} lines; give at most {ADDRESS_LINES_MAX}", lines.len()));
            }
            address.lines = Patch::Set(lines);
        }
        Part::Line1 => *first = Some(checked(Line::new(cell))?),
        Part::Line2 => *second = Some(checked(Line::new(cell))?),
        Part::City => address.city = line(cell)?,
        Part::Region => address.region = line(cell)?,
        Part::PostalCode => address.postal_code = line(cell)?,
        Part::Country => address.country = Patch::Set(country(cell)?),
        Part::Phone => address.phone = set(Phone::new(cell))?,
    }
    Ok(())
}

/// What an empty cell empties. Who the customer is, where they stand and what they decided is emptied by none.
fn clear(column: &FileColumn, row: &mut ImportRow) {
    let (profile, address) = (&mut row.profile, &mut row.address);
    match column {
        FileColumn::Email => profile.email = Patch::Clear,
        FileColumn::Prefix => profile.prefix = Patch::Clear,
        FileColumn::FirstName => profile.first_name = Patch::Clear,
        FileColumn::MiddleName => profile.middle_name = Patch::Clear,
        FileColumn::LastName => profile.last_name = Patch::Clear,
        FileColumn::Suffix => profile.suffix = Patch::Clear,
        FileColumn::Phone => profile.phone = Patch::Clear,
        FileColumn::Gender => profile.gender = Patch::Clear,
        FileColumn::BirthDate => profile.birth_date = Patch::Clear,
        FileColumn::Group => profile.group = Patch::Clear,
        FileColumn::Locale => profile.locale = Patch::Clear,
        FileColumn::TimeZone => profile.time_zone = Patch::Clear,
        FileColumn::Link => profile.link = Patch::Clear,
        FileColumn::Address(Part::Label) => address.label = Patch::Clear,
        FileColumn::Address(Part::Name) => address.name = Patch::Clear,
        FileColumn::Address(Part::Company) => address.company = Patch::Clear,
        FileColumn::Address(Part::Lines | Part::Line1 | Part::Line2) => address.lines = Patch::Clear,
        FileColumn::Address(Part::City) => address.city = Patch::Clear,
        FileColumn::Address(Part::Region) => address.region = Patch::Clear,
        FileColumn::Address(Part::PostalCode) => address.postal_code = Patch::Clear,
        FileColumn::Address(Part::Country) => address.country = Patch::Clear,
        FileColumn::Address(Part::Phone) => address.phone = Patch::Clear,
        FileColumn::Id
        | FileColumn::Name
        | FileColumn::State
        | FileColumn::Member
        | FileColumn::Active
        | FileColumn::CreatedAt
        | FileColumn::LastLoginAt
        | FileColumn::Blacklisted
        | FileColumn::Status
        | FileColumn::StatusSystem
        | FileColumn::StatusValidThrough
        | FileColumn::Newsletter
        | FileColumn::List(_) => {}
    }
}
