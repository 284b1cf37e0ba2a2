//! Instants, dates and time zones. The core has no clock: every instant comes in with the request's context.

mod zone;

pub use zone::Zone;

use std::fmt;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Timelike};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::Malformed;

/// Microseconds of one second.
const SECOND: i64 = 1_000_000;
/// 1900-01-01T00:00:00Z: nothing earlier is taken.
const EARLIEST: i64 = -2_208_988_800 * SECOND;
/// 9999-12-31T00:00:00Z: nothing later is taken.
const LATEST: i64 = 253_402_214_400 * SECOND;

/// An instant: microseconds since 1970-01-01T00:00:00Z, between the years 1900 and 9999. On the wire RFC 3339 in UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(i64);

impl Timestamp {
    /// An instant from microseconds since 1970-01-01T00:00:00Z; beyond the years 1900 to 9999 the nearest instant inside.
    pub fn from_micros(micros: i64) -> Self {
        Timestamp(micros.clamp(EARLIEST, LATEST))
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// This many seconds later.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_micros(self.0.saturating_add(seconds.saturating_mul(SECOND)))
    }
}

impl TryFrom<String> for Timestamp {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        text.parse()
    }
}

impl std::str::FromStr for Timestamp {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let parsed = DateTime::parse_from_rfc3339(text)
            .map_err(|_| Malformed("is not an RFC 3339 time; write it like 2026-11-22T10:00:00Z".into()))?;
        let micros = parsed.timestamp_micros();
        if (EARLIEST..=LATEST).contains(&micros) {
            Ok(Timestamp(micros))
        } else {
            Err(Malformed("lies outside the years 1900 to 9999".into()))
        }
    }
}

impl From<Timestamp> for String {
    fn from(at: Timestamp) -> String {
        let utc = DateTime::from_timestamp_micros(at.0).unwrap_or_default().naive_utc();
        let (date, time) = (utc.date(), utc.time());
        let mut text = String::with_capacity(27);
        let mut put = |number: u32, places: u32, end: char| {
            let digit = |place| char::from_digit(number / 10_u32.pow(place) % 10, 10).unwrap_or('0');
            text.extend((0..places).rev().map(digit));
            text.push(end);
        };
        put(date.year().unsigned_abs(), 4, '-');
        put(date.month(), 2, '-');
        put(date.day(), 2, 'T');
        put(time.hour(), 2, ':');
        put(time.minute(), 2, ':');
        match time.nanosecond() / 1_000 {
            0 => put(time.second(), 2, 'Z'),
            micros => {
                put(time.second(), 2, '.');
                put(micros, 6, 'Z');
            }
        }
        text
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&String::from(*self))
    }
}

/// A calendar date, `2026-11-22` on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Date(NaiveDate);

impl Date {
    /// A date of the calendar.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Date)
    }

    /// The date so many days behind 1970-01-01.
    fn from_day(day: i64) -> Self {
        Date(i32::try_from(day).ok().and_then(NaiveDate::from_epoch_days).unwrap_or(NaiveDate::MAX))
    }

    /// The days since 1970-01-01.
    fn day(self) -> i64 {
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

    /// This many days later.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Date(self.0.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX))
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
        let date =
            NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok().filter(|date| (1900..=9999).contains(&date.year()) && text.len() == 10);
        date.map(Date).ok_or_else(|| Malformed("is not a date; write it like 2026-11-22".into()))
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

    #[test]
    fn instants_read_and_write_as_rfc_3339() {
        for text in ["2026-11-22T10:00:00Z", "1997-01-01T00:00:00.000001Z"] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string(), text);
        }
        assert_eq!("2026-11-22T10:00:00+02:00".parse::<Timestamp>().unwrap().to_string(), "2026-11-22T08:00:00Z");
        assert!("2026-11-22".parse::<Timestamp>().is_err());
    }

    // rule L4
    #[test]
    fn months_end_on_the_first_where_the_day_does_not_exist() {
        assert_eq!(date("1998-01-31").plus_months(1), date("1998-03-01"));
        assert_eq!(date("1998-01-28").plus_months(1), date("1998-02-28"));
        assert_eq!(date("1996-11-30").plus_months(3), date("1997-03-01"));
        assert_eq!(date("1998-01-01").plus_months(9), date("1998-10-01"));
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
