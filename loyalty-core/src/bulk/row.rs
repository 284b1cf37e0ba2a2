//! One row of a file: what it asks for, and the command that does it.

use schemars::JsonSchema;

use super::format::{Field, Places};
use super::{BulkRow, CLOSED, Count, rows_done};
use crate::adjustment::{COMMENT, Wanted, adjust, require_reason};
use crate::amount::{Amount, Quantity};
use crate::csv::{Header, Record as CsvRecord, RowError};
use crate::customer::Customer;
use crate::entry::{Texts, entry_ref};
use crate::error::Error;
use crate::expiry::Given;
use crate::id::{CustomerId, Email, Id, Line, Malformed, Ref, Slug, Text};
use crate::json::Json;
use crate::ledger::{Origin, find_type};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::repository::{Key, Table};
use crate::time::{Date, Timestamp};
use crate::unit::Unit;

/// What is done with the amounts of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// They are given or, below zero, taken.
    #[default]
    Add,
    /// They are what the balance shall be, where it is what was expected.
    Set,
}

impl Mode {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Mode::Add => "add",
            Mode::Set => "set",
        }
    }
}

/// Adjusts the points of one customer as a row of a file says; a piece of `bulk.adjust`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Row {
    /// The batch.
    pub batch: Id,
    /// The row of its file.
    pub row: u64,
    /// The customer.
    pub customer: CustomerId,
    /// What it asks for.
    #[serde(flatten)]
    pub what: What,
}

/// What a row asks for.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct What {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much more, or what the balance shall be.
    pub amount: Quantity,
    /// The balance that is expected; then the amount is what it shall be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Quantity>,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// When it takes effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_at: Option<Timestamp>,
    /// A credit ends so many days later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_after_days: Option<u32>,
    /// The last day on which a credit counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Date>,
    /// When a credit ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// A credit that never ends.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub never_expires: bool,
}

/// What a row has done.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct RowDone {
    /// The batch.
    pub batch: Id,
    /// The row of its file.
    pub row: u64,
    /// The customer.
    pub customer: CustomerId,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// The signed amount; zero where the balance was what it should be.
    pub amount: Quantity,
    /// The entry, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Ref>,
}

impl Operation for Row {
    const NAME: &'static str = "bulk.adjust";
    const KIND: Kind = Kind::Command;
    type Output = RowDone;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn ahead(&self) -> Vec<(&'static Table, Key)> {
        let (batch, point_type) = (&self.batch, self.what.point_type.as_str());
        let row = (&super::BULK_ROW, BulkRow::key(&Root::customer(&self.customer), batch, self.row));
        vec![row, Count::Done.key(batch), Count::Given(point_type).key(batch), Count::Taken(point_type).key(batch)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<RowDone, Error> {
        require_reason(unit, self.what.reason.as_ref())?;
        let customer = Customer::load(unit, &self.customer)?;
        unit.prefetch(Operation::ahead(self))?;
        if unit.get::<BulkRow>(BulkRow::key(&customer.root(), &self.batch, self.row))?.is_some() {
            return Err(Error::already_used(format_args!("row {} of batch '{}'", self.row, self.batch), "nothing"));
        }
        if rows_done(unit, &self.batch)?.1 {
            return Err(Error::invalid(
                "args.batch",
                format_args!("is '{}', which is being taken back; no more is done in it", self.batch),
            ));
        }
        let what = &self.what;
        let comment = what.comment.as_ref().map_or(COMMENT, Text::as_str).to_owned();
        let texts = Texts { comment: Some(comment), ..Texts::new(what.reason.as_ref(), None, what.note.as_ref()) };
        let origin = Origin { effective_at: what.effective_at, batch: Some(self.batch.clone()), texts, ..Origin::default() };
        let given = Given {
            after_days: what.expires_after_days,
            valid_through: what.valid_through,
            at: what.expires_at,
            never: what.never_expires,
        };
        let amount = what.amount;
        let wanted = what.expected.map_or(Wanted::Add { amount }, |expected| Wanted::Set { amount, expected });
        let entry = adjust(unit, &customer, Self::NAME, what.point_type.as_str(), wanted, given, origin)?;
        let amount = entry.as_ref().map_or(Amount::ZERO, |entry| entry.amount);
        let stored = BulkRow {
            root: customer.root(),
            batch: self.batch.to_string(),
            number: self.row,
            point_type: what.point_type.to_string(),
            amount,
            entry: entry.as_ref().map(|entry| entry.number),
            is_reversed: false,
        };
        unit.insert(&stored);
        unit.step(&Count::Done.name(&self.batch), 1, CLOSED - 1)?;
        if !amount.is_zero() {
            let point_type = what.point_type.as_str();
            let count = if amount.is_positive() { Count::Given(point_type) } else { Count::Taken(point_type) };
            unit.step(&count.name(&self.batch), amount.magnitude().units(), i64::MAX)?;
        }
        Ok(RowDone {
            batch: self.batch.clone(),
            row: self.row,
            customer: customer.id.clone(),
            point_type: what.point_type.clone(),
            amount: amount.decimal(find_type(&unit.program(), what.point_type.as_str())?.places),
            entry: entry.map(|entry| entry_ref(&customer.id, &entry.point_type, entry.number)).transpose()?,
        })
    }
}

/// Whom a row means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Who {
    Customer(CustomerId),
    Email(Email),
}

/// What stands in for what a file does not say.
pub(super) struct Defaults<'d> {
    pub(super) mode: Mode,
    pub(super) point_type: Option<&'d Slug>,
    pub(super) expected: Option<Quantity>,
    pub(super) reason: Option<&'d Line>,
    pub(super) comment: Option<&'d Text>,
}

/// Reads the cells of one row.
struct Cells<'c> {
    record: &'c CsvRecord<'c>,
    header: &'c Header,
    places: &'c Places,
}

impl Cells<'_> {
    fn refuse(&self, field: Field, problem: impl Into<String>) -> RowError {
        self.record.refuse(self.header, self.places.of(field), problem)
    }

    /// What stands in a field's cell, checked by its type.
    fn read<T: TryFrom<String, Error = Malformed>>(&self, field: Field) -> Result<Option<T>, RowError> {
        let cell = self.record.cell(self.places.of(field));
        cell.map(|cell| T::try_from(cell.to_owned()).map_err(|malformed| self.refuse(field, malformed.to_string()))).transpose()
    }

    fn days(&self) -> Result<Option<u32>, RowError> {
        let plain = |cell: &&str| cell.bytes().all(|byte| byte.is_ascii_digit());
        let read = |cell: &str| Some(cell).filter(plain).and_then(|cell| cell.parse().ok());
        let cell = self.record.cell(self.places.of(Field::ExpiresAfterDays));
        let wrong = || self.refuse(Field::ExpiresAfterDays, "is not a number of days; write it like 30");
        cell.map(|cell| read(cell).ok_or_else(wrong)).transpose()
    }

    fn never(&self) -> Result<bool, RowError> {
        match self.record.cell(self.places.of(Field::NeverExpires)) {
            None => Ok(false),
            Some("yes") => Ok(true),
            Some(_) => Err(self.refuse(Field::NeverExpires, "is neither 'yes' nor empty")),
        }
    }
}

/// What a record of a file asks for, and for whom.
pub(super) fn read(record: &CsvRecord<'_>, header: &Header, places: &Places, defaults: &Defaults<'_>) -> Result<(Who, What), RowError> {
    let cells = Cells { record, header, places };
    let customer = cells.read::<CustomerId>(Field::Customer)?.map(Who::Customer);
    let who = match customer {
        Some(customer) => customer,
        None => match cells.read::<Email>(Field::Email)? {
            Some(email) => Who::Email(email),
            None => return Err(RowError::of_row(record.row, "names no customer; give an id or an email")),
        },
    };
    if record.cell(places.of(Field::Empty)).is_some() {
        return Err(cells
            .refuse(Field::Empty, format!("is filled in, but the mode is '{}'; empty it or choose the other mode", defaults.mode.name())));
    }
    let amount = cells
        .read::<Quantity>(Field::Amount)?
        .ok_or_else(|| cells.refuse(Field::Amount, "is empty; write an amount or take the row out"))?;
    let point_type = cells.read::<Slug>(Field::Type)?.or_else(|| defaults.point_type.cloned());
    let point_type =
        point_type.ok_or_else(|| cells.refuse(Field::Type, "is missing; name the point type in the row, or in `type` for all"))?;
    let expected = cells.read::<Quantity>(Field::Expected)?;
    let expected = match defaults.mode {
        Mode::Add if expected.is_some() => {
            return Err(cells.refuse(Field::Expected, "is filled in, but the mode is 'add'; empty it or choose 'set'"));
        }
        Mode::Add => None,
        Mode::Set => Some(expected.or(defaults.expected).ok_or_else(|| {
            cells.refuse(Field::Expected, "is missing; say in the row, or in `expected` for all, which balance is there before")
        })?),
    };
    let what = What {
        point_type,
        amount,
        expected,
        reason: cells.read(Field::Reason)?.or_else(|| defaults.reason.cloned()),
        comment: cells.read(Field::Comment)?.or_else(|| defaults.comment.cloned()),
        note: cells.read(Field::Note)?,
        effective_at: cells.read(Field::EffectiveAt)?,
        expires_after_days: cells.days()?,
        valid_through: cells.read(Field::ValidThrough)?,
        expires_at: cells.read(Field::ExpiresAt)?,
        never_expires: cells.never()?,
    };
    Ok((who, what))
}
