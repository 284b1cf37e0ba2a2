//! The columns of a file of customers: the words by which `customer.export_csv` chooses them and `customer.import_csv` says what a column of a
//! foreign file is (rules K7, K8).

use schemars::JsonSchema;

use crate::id::{Malformed, Slug};
use crate::json::Json;

/// A column of a file of customers.
///
/// Who they are: `id`, `email`, `name` (the whole name), `prefix`, `first_name`, `middle_name`, `last_name`, `suffix`, `phone`, `gender`,
/// `birth_date`, `group`, `locale`, `time_zone`, `link`. Where they stand: `state`, `member`, `active`, `created_at`, `last_login_at`,
/// `blacklisted`; `status`, an id of the program, with `status_system` where it has several, and `status_valid_through`, the last day of the lock.
/// What mail they want: `newsletter`, and `list:` with the id of a mailing list of the program. One address:
/// `address_label`, `address_name`, `address_company`, `address_lines` (all lines in one cell), `address_line_1`, `address_line_2`,
/// `address_city`, `address_region`, `address_postal_code`, `address_country`, `address_phone`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Json, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub enum FileColumn {
    /// The host's id.
    #[default]
    Id,
    /// The email.
    Email,
    /// The whole name.
    Name,
    /// A title or other prefix.
    Prefix,
    /// The given name.
    FirstName,
    /// Further given names.
    MiddleName,
    /// The family name.
    LastName,
    /// A suffix such as "Jr."
    Suffix,
    /// The phone number.
    Phone,
    /// The gender.
    Gender,
    /// The date of birth.
    BirthDate,
    /// The group.
    Group,
    /// The locale.
    Locale,
    /// The time zone.
    TimeZone,
    /// The link into the host's own page.
    Link,
    /// The state of membership.
    State,
    /// Whether the customer is enrolled.
    Member,
    /// Whether the account is not on hold.
    Active,
    /// When the account was created.
    CreatedAt,
    /// The last sign-in.
    LastLoginAt,
    /// Whether the customer is blacklisted.
    Blacklisted,
    /// The status.
    Status,
    /// The status system.
    StatusSystem,
    /// The last day of the lock on the status, or the instant at which it ends.
    StatusValidThrough,
    /// Whether the newsletter is wanted.
    Newsletter,
    /// Whether a mailing list of the program is wanted.
    List(Slug),
    /// A part of the address.
    Address(Part),
}

/// A part of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the customer calls it.
    Label,
    /// Who receives mail there.
    Name,
    /// The company.
    Company,
    /// All lines in one cell.
    Lines,
    /// The first line.
    Line1,
    /// The second line.
    Line2,
    /// The city.
    City,
    /// The state, province or county.
    Region,
    /// The postal code.
    PostalCode,
    /// The country.
    Country,
    /// A phone number there.
    Phone,
}

/// Every column but the mailing lists, by its word.
const WORDS: [(&str, FileColumn); 36] = [
    ("id", FileColumn::Id),
    ("email", FileColumn::Email),
    ("name", FileColumn::Name),
    ("prefix", FileColumn::Prefix),
    ("first_name", FileColumn::FirstName),
    ("middle_name", FileColumn::MiddleName),
    ("last_name", FileColumn::LastName),
    ("suffix", FileColumn::Suffix),
    ("phone", FileColumn::Phone),
    ("gender", FileColumn::Gender),
    ("birth_date", FileColumn::BirthDate),
    ("group", FileColumn::Group),
    ("locale", FileColumn::Locale),
    ("time_zone", FileColumn::TimeZone),
    ("link", FileColumn::Link),
    ("state", FileColumn::State),
    ("member", FileColumn::Member),
    ("active", FileColumn::Active),
    ("created_at", FileColumn::CreatedAt),
    ("last_login_at", FileColumn::LastLoginAt),
    ("blacklisted", FileColumn::Blacklisted),
    ("status", FileColumn::Status),
    ("status_system", FileColumn::StatusSystem),
    ("status_valid_through", FileColumn::StatusValidThrough),
    ("newsletter", FileColumn::Newsletter),
    ("address_label", FileColumn::Address(Part::Label)),
    ("address_name", FileColumn::Address(Part::Name)),
    ("address_company", FileColumn::Address(Part::Company)),
    ("address_lines", FileColumn::Address(Part::Lines)),
    ("address_line_1", FileColumn::Address(Part::Line1)),
    ("address_line_2", FileColumn::Address(Part::Line2)),
    ("address_city", FileColumn::Address(Part::City)),
    ("address_region", FileColumn::Address(Part::Region)),
    ("address_postal_code", FileColumn::Address(Part::PostalCode)),
    ("address_country", FileColumn::Address(Part::Country)),
    ("address_phone", FileColumn::Address(Part::Phone)),
];

/// What stands before the id of a mailing list.
const LIST: &str = "list:";

impl FileColumn {
    /// The column with this word.
    pub fn parse(text: &str) -> Option<FileColumn> {
        if let Some(list) = text.strip_prefix(LIST) {
            return Slug::new(list).ok().map(FileColumn::List);
        }
        WORDS.iter().find(|(word, _)| *word == text).map(|(_, column)| column.clone())
    }

    /// The word on the wire and in the header of our own files.
    pub fn word(&self) -> String {
        match self {
            FileColumn::List(list) => format!("{LIST}{list}"),
            other => WORDS.iter().find(|(_, column)| column == other).map_or("", |(word, _)| word).to_owned(),
        }
    }

    /// Whether it says something of a status.
    pub fn is_of_status(&self) -> bool {
        matches!(self, FileColumn::Status | FileColumn::StatusSystem | FileColumn::StatusValidThrough)
    }

    /// Whether it is a part of the name.
    pub fn is_part_of_name(&self) -> bool {
        matches!(self, FileColumn::Prefix | FileColumn::FirstName | FileColumn::MiddleName | FileColumn::LastName | FileColumn::Suffix)
    }
}

impl TryFrom<String> for FileColumn {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        let unknown = || Malformed("is no column of a file of customers; see the reference for their words".into());
        FileColumn::parse(&text).ok_or_else(unknown)
    }
}

impl From<FileColumn> for String {
    fn from(column: FileColumn) -> String {
        column.word()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // rules K7, K8
    #[test]
    fn every_column_has_one_word() {
        for (word, column) in &WORDS {
            assert_eq!(FileColumn::parse(word).as_ref(), Some(column));
            assert_eq!(column.word(), *word);
        }
        assert_eq!(FileColumn::parse("list:offers").unwrap().word(), "list:offers");
        assert_eq!((FileColumn::parse("list:No!"), FileColumn::parse("password"), FileColumn::parse("")), (None, None, None));
    }
}
