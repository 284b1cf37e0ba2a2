//! The model's own calendar: slow, obvious, and not the engine's.

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeZone};
use chrono_tz::Tz;

/// Microseconds of one second.
pub const SECOND: i64 = 1_000_000;
/// Microseconds of one day of 24 hours.
pub const DAY: i64 = 86_400 * SECOND;

thread_local! {
    static FIRST: RefCell<HashMap<(Tz, NaiveDate), i64>> = RefCell::new(HashMap::new());
}

/// The local date of an instant.
pub fn date(zone: Tz, at: i64) -> NaiveDate {
    zone.from_utc_datetime(&DateTime::from_timestamp_micros(at).unwrap().naive_utc()).date_naive()
}

/// The first instant of a local date: goes on in quarters of an hour until the date is reached.
pub fn first_instant(zone: Tz, day: NaiveDate) -> i64 {
    let known = FIRST.with_borrow(|known| known.get(&(zone, day)).copied());
    known.unwrap_or_else(|| {
        let mut at = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_micros() - 26 * 3_600 * SECOND;
        while date(zone, at) < day {
            at += 900 * SECOND;
        }
        FIRST.with_borrow_mut(|known| known.insert((zone, day), at));
        at
    })
}

/// So many days later.
pub fn plus_days(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap()
}

/// The same day number so many months later, or the first of the month behind where there is none.
pub fn plus_months(day: NaiveDate, months: u32) -> NaiveDate {
    let (mut year, mut month) = (day.year(), day.month());
    for _ in 0..months {
        (year, month) = next_month(year, month);
    }
    NaiveDate::from_ymd_opt(year, month, day.day()).unwrap_or_else(|| {
        let (year, month) = next_month(year, month);
        NaiveDate::from_ymd_opt(year, month, 1).unwrap()
    })
}

/// The first day behind the period of so many months in which a day lies.
pub fn behind_period(day: NaiveDate, period: u32) -> NaiveDate {
    let (mut year, mut month) = next_month(day.year(), day.month());
    while (month - 1) % period != 0 {
        (year, month) = next_month(year, month);
    }
    NaiveDate::from_ymd_opt(year, month, 1).unwrap()
}

fn next_month(year: i32, month: u32) -> (i32, u32) {
    if month == 12 { (year + 1, 1) } else { (year, month + 1) }
}
