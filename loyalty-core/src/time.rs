//! Instants, dates and time zones. The core has no clock: every instant comes in with the request's context.

mod date;
mod zone;

pub use date::Date;
pub use zone::Zone;

use std::fmt;

use schemars::JsonSchema;

use crate::id::Malformed;
use crate::json::Json;

/// Microseconds of one second.
const SECOND: i64 = 1_000_000;
/// Seconds of one day of 24 hours.
const DAY: i64 = 86_400;
/// 1900-01-01T00:00:00Z: nothing earlier is taken.
const EARLIEST: i64 = -2_208_988_800 * SECOND;
/// 9999-12-31T00:00:00Z: nothing later is taken.
const LATEST: i64 = 253_402_214_400 * SECOND;

/// An instant: microseconds since 1970-01-01T00:00:00Z, between the years 1900 and 9999. On the wire RFC 3339 in UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Json, JsonSchema)]
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
        let micros = rfc_3339(text).ok_or_else(|| Malformed("is not an RFC 3339 time; write it like 2026-11-22T10:00:00Z".into()))?;
        if (EARLIEST..=LATEST).contains(&micros) {
            Ok(Timestamp(micros))
        } else {
            Err(Malformed("lies outside the years 1900 to 9999".into()))
        }
    }
}

/// The microseconds of an RFC 3339 time; what is finer is cut off. As the RFC allows, a blank may stand for the `T`, letters may be small and a
/// minute may have a 61st second, which is the first of the next. The long minus of typographers is read as one.
fn rfc_3339(text: &str) -> Option<i64> {
    let (date, rest) = text.split_at_checked(10)?;
    let date = Date::of(three(date, '-')?)?;
    let (clock, rest) = rest.strip_prefix(['T', 't', ' '])?.split_at_checked(8)?;
    let [hour, minute, second] = three(clock, ':')?;
    let clock = 3_600 * number(hour, 2, 23)? + 60 * number(minute, 2, 59)? + number(second, 2, 60)?;
    let (fraction, rest) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).filter(|digits| *digits > 0)?),
        None => ("", rest),
    };
    let micros = fraction.bytes().chain(std::iter::repeat(b'0')).take(6).fold(0, |micros, digit| 10 * micros + i64::from(digit - b'0'));
    let ahead = match rest.strip_prefix('+') {
        Some(ahead) => offset(ahead)?,
        None if matches!(rest, "Z" | "z") => 0,
        None => -offset(rest.strip_prefix(['-', '\u{2212}'])?)?,
    };
    Some((date.days() * DAY + i64::from(clock) - ahead) * SECOND + micros)
}

/// The seconds of `02:00`.
fn offset(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':').filter(|_| text.len() == 5)?;
    Some(i64::from(3_600 * number(hours, 2, 23)? + 60 * number(minutes, 2, 59)?))
}

/// The three parts of a text.
fn three(text: &str, between: char) -> Option<[&str; 3]> {
    let mut parts = text.split(between);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(three)
}

/// A number of at most so many digits, and not above a bound.
fn number(digits: &str, places: usize, most: u32) -> Option<u32> {
    let fits = digits.len() <= places && digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|number| fits && *number <= most)
}

impl From<Timestamp> for String {
    fn from(at: Timestamp) -> String {
        let (date, clock) = (Date::from_days(at.0.div_euclid(DAY * SECOND)), at.0.rem_euclid(DAY * SECOND));
        let mut text = String::with_capacity(27);
        let mut put = |number: i64, places: u32, end: char| {
            let digit =
                |place| u32::try_from(number / 10_i64.pow(place) % 10).ok().and_then(|digit| char::from_digit(digit, 10)).unwrap_or('0');
            text.extend((0..places).rev().map(digit));
            text.push(end);
        };
        put(date.year().into(), 4, '-');
        put(date.month().into(), 2, '-');
        put(date.day().into(), 2, 'T');
        let (second, micros) = (clock / SECOND, clock % SECOND);
        put(second / 3_600, 2, ':');
        put(second / 60 % 60, 2, ':');
        if micros == 0 {
            put(second % 60, 2, 'Z');
        } else {
            put(second % 60, 2, '.');
            put(micros, 6, 'Z');
        }
        text
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&String::from(*self))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate};

    use super::*;

    #[test]
    fn instants_read_and_write_as_rfc_3339() {
        for text in ["2026-11-22T10:00:00Z", "1997-01-01T00:00:00.000001Z"] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string(), text);
        }
        assert_eq!("2026-11-22T10:00:00+02:00".parse::<Timestamp>().unwrap().to_string(), "2026-11-22T08:00:00Z");
        assert!("2026-11-22".parse::<Timestamp>().is_err());
    }

    /// Texts that differ from one in one place.
    fn neighbours(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let mut found = Vec::new();
        for place in 0..=chars.len() {
            let (before, behind) = chars.split_at(place);
            let (before, rest): (String, String) = (before.iter().collect(), behind.iter().skip(1).collect());
            found.push(format!("{before}{rest}"));
            for c in ['0', '1', '2', '6', '9', '-', '+', ':', '.', 'T', 'z', ' ', '\u{2212}', '\u{a0}'] {
                found.push(format!("{before}{c}{rest}"));
                found.push(format!("{before}{c}{}", behind.iter().collect::<String>()));
            }
        }
        found
    }

    fn by_chrono(text: &str) -> Option<i64> {
        chrono::DateTime::parse_from_rfc3339(text).ok().map(|at| at.timestamp_micros())
    }

    fn date_by_chrono(text: &str) -> Option<String> {
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        date.filter(|date| (1900..=9999).contains(&date.year()) && text.len() == 10).map(|date| date.to_string())
    }

    /// The first text around some that reads otherwise than chrono reads it.
    fn difference(read: fn(&str) -> Option<i64>) -> Option<String> {
        let texts =
            ["2024-02-29T23:59:59Z", "1999-12-31t10:00:60.9999999z", "0000-01-01 00:00:00.1-23:59", "9999-12-31T19:59:59\u{2212}01:30"];
        texts.iter().flat_map(|text| neighbours(text)).flat_map(|text| neighbours(&text)).find(|text| read(text) != by_chrono(text))
    }

    #[test]
    fn instants_read_as_chrono_reads_them() {
        assert_eq!(difference(rfc_3339), None);
        // A seeded mistake: who forgets that fractions are cut, and not refused, is found out.
        assert!(difference(|text| rfc_3339(text).filter(|_| text.len() < 28)).is_some());
    }

    #[test]
    fn dates_read_as_chrono_reads_them() {
        for text in ["2024-02-29", "1900-1-001", "+2026-9-01", " 9999- 1- 1", "+02026-6-1"] {
            for text in neighbours(text).iter().flat_map(|text| neighbours(text)) {
                assert_eq!(Date::try_from(text.clone()).ok().map(String::from), date_by_chrono(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn instants_write_as_chrono_writes_them() {
        for micros in (EARLIEST..=LATEST).step_by(86_399_999_999_999).chain([-1, 0, 1, EARLIEST, LATEST]) {
            let known = chrono::DateTime::from_timestamp_micros(micros).unwrap().naive_utc();
            let known = if micros % SECOND == 0 { known.format("%Y-%m-%dT%H:%M:%SZ") } else { known.format("%Y-%m-%dT%H:%M:%S%.6fZ") };
            let text = Timestamp(micros).to_string();
            assert_eq!(text, known.to_string());
            assert_eq!(text.parse(), Ok(Timestamp(micros)));
        }
    }
}
