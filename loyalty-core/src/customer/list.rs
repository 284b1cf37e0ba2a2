//! `customer.list`

mod condition;
mod cursor;
mod field;
mod reading;
mod words;

pub use condition::{Condition, Op};
pub(super) use field::FIELDS;
pub use field::Field;
pub(super) use reading::{Reading, Shown};

use std::borrow::Cow;

use schemars::JsonSchema;

use super::CUSTOMER;
use crate::error::Error;
use crate::gather::Gather;
use crate::json::{Json, Tree};
use crate::membership::State;
use crate::operation::{Kind, Operation};
use crate::page;
use crate::pairs::Pairs;
use crate::record::Root;
use crate::repository::{Compare, Filter, Row, Search, Value};
use crate::sorting::sort;
use crate::unit::Unit;

/// The columns of the list when the request does not choose.
pub(super) const COLUMNS: [Field; 6] = [Field::Id, Field::Name, Field::Email, Field::Group, Field::State, Field::CreatedAt];

/// Lists customers, page by page: filtered, searched, sorted, with the columns you choose.
///
/// A filter is a tree: `{"and": [{"field": "group", "op": "eq", "value": "vip"}, {"not": {"field": "email", "op": "eq", "value": null}}]}`.
/// `search` finds customers in whose id, name, email, phone or addresses every word stands, whole or in part, whatever the case and accents.
///
/// Guests are left out unless `guests` is true, and marked with `"guest": true`; merged and deleted customers are left out. A filter that names
/// the field `state` decides about all three itself.
///
/// Ask for the next page with the `next` of the last answer as `cursor` and the same query. A row that does not change meanwhile is neither
/// skipped nor seen twice.
///
/// Errors: `invalid_request` at the place in the filter, the search, the cursor or the limit that does not fit.
///
/// Rule K6.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Which customers; all when absent. At most 50 conditions, 8 levels deep; each value of `in` and each word of a name that is contained
    /// counts as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Condition>,
    /// At most 10 words, 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Whether guests are listed too.
    #[serde(default)]
    pub guests: bool,
    /// The field to sort by. Names sort by family name. When absent, the newest come first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Field>,
    /// Largest, last or newest first. When absent: false with `sort`, true without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub descending: Option<bool>,
    /// The columns of each row, each named once; id, name, email, group, state and created_at when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<Field>>,
    /// Where to go on: `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
}

/// A page of `customer.list`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Listed {
    /// The rows: a value by column, null where there is none. Rows of guests have `"guest": true` besides.
    pub rows: Vec<Pairs<Cow<'static, str>, Tree>>,
    /// Where the next page begins; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl List {
    /// The rows of the customers of the page, and where the next one begins.
    ///
    /// # Errors
    /// `invalid_request` at what does not fit; when the storage fails.
    pub(super) fn page(&self, unit: &mut Unit<'_>) -> Result<(Vec<Row>, Option<String>), Error> {
        let limit = page::size(self.limit)?;
        let search = self.search(limit)?;
        let mut found = unit.search(&search)?;
        let last = page::cut(&mut found, limit);
        let next = last.map(|last| cursor::write(&search.position(last), self));
        Ok((found, next))
    }

    /// The query as storage understands it, with one row more than the page has, which tells whether there is a next one.
    fn search(&self, limit: usize) -> Result<Search, Error> {
        let sort = self.sort.unwrap_or(Field::CreatedAt);
        let (mut words, phones) = words::read(self.search.as_deref().unwrap_or_default())?;
        let mut filters = phones;
        if let Some(condition) = &self.filter {
            filters.push(condition.compile("args.filter")?);
            condition.add_words(&mut words);
        }
        if !self.filter.as_ref().is_some_and(|condition| condition.names(Field::State)) {
            let left_out = [State::Merged, State::Deleted, State::Guest];
            let left_out = left_out.into_iter().filter(|state| *state != State::Guest || !self.guests);
            let column = Field::State.column()?;
            filters.extend(left_out.map(|state| Filter::Not(Box::new(Filter::Column(column, Compare::Equal, Value::from(state.word()))))));
        }
        Ok(Search {
            table: &CUSTOMER,
            filter: Filter::All(filters),
            words,
            sort: Some(sort.column()?),
            descending: self.descending.unwrap_or(self.sort.is_none()),
            after: self.cursor.as_deref().map(|cursor| cursor::read(cursor, self)).transpose()?,
            limit: limit + 1,
        })
    }
}

impl Operation for List {
    const NAME: &'static str = "customer.list";
    const KIND: Kind = Kind::Query;
    type Output = Listed;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Listed, Error> {
        let columns = self.columns.as_deref().unwrap_or(&COLUMNS);
        check_columns(columns)?;
        let (found, next) = self.page(unit)?;
        // The state too: it says who is a guest.
        let with_state = columns.iter().copied().filter(|field| *field != Field::State).chain([Field::State]);
        let reading = Reading::of(&with_state.gather::<Vec<_>>());
        // In the order in which pairs stand.
        let mut columns = columns.to_vec();
        sort(&mut columns, |a, b| a.name().cmp(b.name()));
        let mut rows = Vec::with_capacity(found.len());
        for row in &found {
            rows.push(shown(reading.read(row)?, &columns));
        }
        Ok(Listed { rows, next })
    }
}

/// Refuses a column that stands there twice: whoever reads the rows by name would see one of the two.
///
/// # Errors
/// `invalid_request` at its place.
pub(super) fn check_columns<C: PartialEq>(columns: &[C]) -> Result<(), Error> {
    match columns.iter().enumerate().position(|(index, column)| columns.iter().take(index).any(|other| other == column)) {
        Some(twice) => Err(Error::invalid(format_args!("args.columns[{twice}]"), "stands there twice; name every column once")),
        None => Ok(()),
    }
}

fn shown(mut customer: Shown<'_>, columns: &[Field]) -> Pairs<Cow<'static, str>, Tree> {
    let is_guest = customer.text(Field::State) == Some(State::Guest.word());
    let mut row = Pairs::with_capacity(columns.len() + usize::from(is_guest));
    for field in columns {
        row.insert(field.name().into(), customer.take(*field));
    }
    if is_guest {
        row.insert("guest".into(), Tree::Bool(true));
    }
    row
}

#[cfg(test)]
mod tests;
