//! Dates of the calendar.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};
use schemars::JsonSchema;

use super::{number, three};
use crate::id::Malformed;
use crate::json::Json;

/// A calendar date, `2026-11-22` on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Json, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Date(NaiveDate);

impl Date {
    /// A date of the calendar.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Date)
    }

    /// The date of year, month and day as digits.
    pub(super) fn of([year, month, day]: [&str; 3]) -> Option<Self> {
        let year = i32::try_from(number(year, 4, 9_999)?).ok()?;
        Date::new(year, number(month, 2, 12)?, number(day, 2, 31)?)
    }

    /// The date so many days behind 1970-01-01.
    pub(super) fn from_days(days: i64) -> Self {
        Date(i32::try_from(days).ok().and_then(NaiveDate::from_epoch_days).unwrap_or(NaiveDate::MAX))
    }

    /// The days since 1970-01-01.
    pub(super) fn days(self) -> i64 {
        self.0.to_epoch_days().into()
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// This many days later.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Date(self.0.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX))
    }

    /// This many days earlier.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        Date(self.0.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN))
    }

    /// The days since the last Monday: 0 on a Monday, 6 on a Sunday.
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// The same day number this many months later or, where that month is too short, the first of the month behind it (rule L4).
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let first = self.0.with_day(1).and_then(|first| first.checked_add_months(Months::new(months)));
        let same_day = first.and_then(|first| first.with_day(self.0.day()));
        let behind = || first.and_then(|first| first.checked_add_months(Months::new(1)));
        Date(same_day.or_else(behind).unwrap_or(NaiveDate::MAX))
    }

    /// The first day behind the period of `months` months (1, 3 or 12, counted from January) in which this day lies.
    #[must_use]
    pub fn behind_period(self, months: u32) -> Self {
        let into = self.0.month0() % months.max(1);
        Date(self.0.with_day(1).unwrap_or(self.0)).plus_months(months.saturating_sub(into))
    }
}

impl TryFrom<String> for Date {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        // Blanks before a number and a plus before the year were always taken, as long as the text has ten bytes.
        let parts = three(&text, '-').map(|parts| parts.map(str::trim_start)).filter(|_| text.len() == 10);
        let date = parts.and_then(|[year, month, day]| match year.strip_prefix('+') {
            Some(year) => Date::of([year.trim_start_matches('0'), month, day]),
            None => Date::of([year, month, day]),
        });
        date.filter(|date| date.year() >= 1900).ok_or_else(|| Malformed("is not a date; write it like 2026-11-22".into()))
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::try_from(text.to_owned()).unwrap()
    }

    // rule L4
    #[test]
    fn months_end_on_the_first_where_the_day_does_not_exist() {
        assert_eq!(date("1998-01-31").plus_months(1), date("1998-03-01"));
        assert_eq!(date("1998-01-28").plus_months(1), date("1998-02-28"));
        assert_eq!(date("1996-11-30").plus_months(3), date("1997-03-01"));
        assert_eq!(date("1998-01-01").plus_months(9), date("1998-10-01"));
    }

    // rule O2
    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(date("1970-01-01").weekday(), 3);
        assert_eq!(date("2026-11-23").weekday(), 0);
        assert_eq!(date("2026-11-22").weekday(), 6);
        assert_eq!(date("2026-03-01").minus_days(1), date("2026-02-28"));
    }

    // rule L4
    #[test]
    fn rounding_goes_behind_the_period() {
        assert_eq!(date("1998-01-22").behind_period(1), date("1998-02-01"));
        assert_eq!(date("1998-12-31").behind_period(1), date("1999-01-01"));
        assert_eq!(date("1998-05-01").behind_period(3), date("1998-07-01"));
        assert_eq!(date("1998-05-01").behind_period(12), date("1999-01-01"));
    }
}
