//! The formats of files: which column is what, and what is fixed.

use schemars::JsonSchema;

use super::row::Mode;
use crate::csv::{Header, shortened};
use crate::error::Error;
use crate::gather::Gather;
use crate::json::Json;

/// The columns of a file, as the programs call them from which it comes. Columns that are not listed are passed over, but for those of our own format.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Our own: `customer` or `email`, `amount`; `type`, `expected`, `reason`, `comment`, `note`, and at most one of `expires_after_days`,
    /// `valid_through`, `expires_at`, `never_expires` (`yes` or nothing).
    #[default]
    Loyalty,
    /// Talon.One's points: `customerprofileid`, `amount`, `startdate`, `expirydate`, `subledgerid` (the point type), `reason`. It adds.
    TalonOne,
    /// Smile's points: `email`, `points`.
    Smile,
    /// LoyaltyLion's points: `customer id`, `emails`, `points`.
    LoyaltyLion,
    /// Stamped's customers: `email`, and `points` where the mode is `set`, `add_points` where it is `add`; the other must be empty.
    Stamped,
    /// Yotpo's customers: `Email`, `Points Balance`. It sets.
    Yotpo,
    /// FanMaker's awards: `Email`, `Points`, `Explanation` (the reason), `Identifier` (the note). It adds.
    FanMaker,
}

/// What a column of a file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Customer,
    Email,
    Type,
    Amount,
    Expected,
    Reason,
    Comment,
    Note,
    EffectiveAt,
    ExpiresAfterDays,
    ValidThrough,
    ExpiresAt,
    NeverExpires,
    /// Must be empty: it would mean something else than what was asked for.
    Empty,
}

use Field::{
    Amount, Comment, Customer, EffectiveAt, Email, Empty, Expected, ExpiresAfterDays, ExpiresAt, NeverExpires, Note, Reason, Type,
    ValidThrough,
};

const LOYALTY: &[(&str, Field)] = &[
    ("customer", Customer),
    ("email", Email),
    ("amount", Amount),
    ("type", Type),
    ("expected", Expected),
    ("reason", Reason),
    ("comment", Comment),
    ("note", Note),
    ("expires_after_days", ExpiresAfterDays),
    ("valid_through", ValidThrough),
    ("expires_at", ExpiresAt),
    ("never_expires", NeverExpires),
];

const TALON_ONE: &[(&str, Field)] = &[
    ("customerprofileid", Customer),
    ("amount", Amount),
    ("startdate", EffectiveAt),
    ("expirydate", ExpiresAt),
    ("subledgerid", Type),
    ("reason", Reason),
];

const FAN_MAKER: &[(&str, Field)] = &[("Email", Email), ("Points", Amount), ("Explanation", Reason), ("Identifier", Note)];

impl Format {
    fn fields(self, mode: Mode) -> &'static [(&'static str, Field)] {
        match (self, mode) {
            (Format::Loyalty, _) => LOYALTY,
            (Format::TalonOne, _) => TALON_ONE,
            (Format::Smile, _) => &[("email", Email), ("points", Amount)],
            (Format::LoyaltyLion, _) => &[("customer id", Customer), ("emails", Email), ("points", Amount)],
            (Format::Stamped, Mode::Set) => &[("email", Email), ("points", Amount), ("add_points", Empty)],
            (Format::Stamped, Mode::Add) => &[("email", Email), ("add_points", Amount), ("points", Empty)],
            (Format::Yotpo, _) => &[("Email", Email), ("Points Balance", Amount)],
            (Format::FanMaker, _) => FAN_MAKER,
        }
    }

    /// What is done with amounts: what was asked for, where the format leaves it open.
    ///
    /// # Errors
    /// `invalid_request` at `args.mode` where the format does not say and nothing was asked for, or the other.
    pub(super) fn mode(self, asked: Option<Mode>) -> Result<Mode, Error> {
        let fixed = match self {
            Format::TalonOne | Format::FanMaker => Some(Mode::Add),
            Format::Yotpo => Some(Mode::Set),
            Format::Loyalty => Some(asked.unwrap_or_default()),
            Format::Smile | Format::LoyaltyLion | Format::Stamped => asked,
        };
        let mode =
            fixed.ok_or_else(|| Error::invalid("args.mode", "is missing; this format does not say whether its points add or set"))?;
        match asked.filter(|asked| *asked != mode) {
            Some(_) => Err(Error::invalid("args.mode", format_args!("is '{}' in this format; leave it out", mode.name()))),
            None => Ok(mode),
        }
    }

    /// Where in a file each field stands.
    ///
    /// # Errors
    /// `invalid_request` for a file without the columns that must be there, or with others where the format is ours.
    pub(super) fn places(self, mode: Mode, header: &Header) -> Result<Places, Error> {
        let fields = self.fields(mode);
        let optional: Vec<&str> = fields.iter().map(|(name, _)| *name).gather();
        let required: Vec<&str> = fields.iter().filter(|(_, field)| *field == Amount).map(|(name, _)| *name).gather();
        header.check(&required, &optional, self == Format::Loyalty)?;
        let mut places = Vec::new();
        for (name, field) in fields {
            if let Some(place) = header.place(name) {
                places.push((*field, place));
            }
        }
        let who: Vec<&str> = fields.iter().filter(|(_, field)| matches!(field, Customer | Email)).map(|(name, _)| *name).gather();
        if !places.iter().any(|(field, _)| matches!(field, Customer | Email)) {
            let who = who.iter().joined("' or '");
            return Err(Error::invalid("args.csv", format_args!("has no column '{who}', so nobody knows whose points these are")));
        }
        Ok(Places(places))
    }
}

/// Where the fields of a file stand.
pub(super) struct Places(Vec<(Field, usize)>);

impl Places {
    /// The place of a field.
    pub(super) fn of(&self, field: Field) -> Option<usize> {
        self.0.iter().find(|(other, _)| *other == field).map(|(_, place)| *place)
    }

    /// The column of an argument of a row's command, and what stands there.
    pub(super) fn cell(&self, header: &Header, cells: &[String], argument: &str) -> Option<(String, Option<String>)> {
        let (_, field) = LOYALTY.iter().chain([&("effective_at", EffectiveAt)]).find(|(name, _)| *name == argument)?;
        let is_filled = |place: &usize| cells.get(*place).is_some_and(|cell| !cell.is_empty());
        // Whom a row means stands in either of two columns.
        let place = match field {
            Customer => self.of(Customer).filter(is_filled).or(self.of(Email)),
            field => self.of(*field),
        }?;
        let value = cells.get(place).filter(|cell| !cell.is_empty()).map(|cell| shortened(cell));
        Some((header.name(place)?.to_owned(), value))
    }
}
