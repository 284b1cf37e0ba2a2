//! Time zones: their names, and how far their clocks are ahead of UTC at each instant.
//!
//! The table is text, so that the change of a release can be read. A line holds the names of one zone and, behind `=`, each time that its clocks were set:
//! the hours since the time before, counted from 1970 on, and how many hours they were set on or back. So `= +1 89953+1 4200-1` is an hour ahead in 1970,
//! and two from 1980-04-06T01:00:00Z on for 4,200 hours. `*130` behind them: what the clocks did comes again after 28 years, when every
//! date falls on the same weekday; it counts 130 settings.

use std::fmt;
use std::sync::{LazyLock, OnceLock};

use schemars::JsonSchema;

use super::{DAY, Date, SECOND, Timestamp};
use crate::id::Malformed;
use crate::json::Json;

/// The times that clocks are set in 28 years, where they are set twice a year.
const RECURRING: usize = 56;
/// Seconds of 28 years.
const RECURS: i64 = 10_227 * DAY;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("zones.txt")));

/// Every zone there is.
struct Table {
    /// Each name with its place in `clocks`.
    names: Vec<(&'static str, usize)>,
    clocks: Vec<Clock>,
}

/// How the clocks of one zone were set, read when it is first asked: a shop has few zones, and the table has hundreds.
struct Clock {
    text: &'static str,
    spans: OnceLock<Vec<Span>>,
}

/// From which instant on clocks are how far ahead of UTC, both in seconds.
#[derive(Clone, Copy)]
struct Span {
    since: i64,
    ahead: i64,
}

impl Table {
    fn read(text: &'static str) -> Self {
        let lines = text.lines().filter_map(|line| line.split_once('='));
        let (mut names, mut clocks) = (Vec::new(), Vec::new());
        for (named, text) in lines {
            names.extend(named.trim().split(' ').map(|name| (name, clocks.len())));
            clocks.push(Clock { text: text.trim(), spans: OnceLock::new() });
        }
        Table { names, clocks }
    }
}

impl Clock {
    fn spans(&self) -> &[Span] {
        self.spans.get_or_init(|| spans(self.text))
    }
}

fn spans(text: &str) -> Vec<Span> {
    let (mut spans, mut last): (Vec<Span>, _) = (Vec::new(), Span { since: 0, ahead: 0 });
    for word in text.split(' ') {
        if let Some(times) = word.strip_prefix('*') {
            for _ in 0..times.parse().unwrap_or(0) {
                let before = spans.len().checked_sub(RECURRING).and_then(|at| spans.get(at)).copied();
                spans.extend(before.map(|span| Span { since: span.since + RECURS, ..span }));
            }
        } else if let Some((hours, set)) = word.split_once(['+', '-']) {
            let set = if word.contains('-') { -seconds(set) } else { seconds(set) };
            last = Span { since: last.since + seconds(hours), ahead: last.ahead + set };
            spans.push(last);
        }
    }
    if let Some(first) = spans.first_mut() {
        first.since = i64::MIN; // what lies before the table is taken into its first span
    }
    spans
}

/// The seconds of hours, minutes and seconds, as far as they are written.
fn seconds(text: &str) -> i64 {
    text.split(':').zip([3_600, 60, 1]).map(|(number, unit)| number.parse().unwrap_or(0) * unit).sum()
}

/// The place of the span in which an instant lies.
fn place(spans: &[Span], at: i64) -> usize {
    spans.partition_point(|span| span.since <= at).saturating_sub(1)
}

/// A time zone by its IANA name. The rules come from one table that is part of the library, the same in every build of a release.
#[derive(Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(#[schemars(with = "String")] u16);

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Zone = Zone(0);

    /// The local date of an instant.
    pub fn date(self, at: Timestamp) -> Date {
        let (spans, at) = (self.spans(), at.0.div_euclid(SECOND));
        let ahead = spans.get(place(spans, at)).map_or(0, |span| span.ahead);
        Date::from_days((at + ahead).div_euclid(DAY))
    }

    /// The first instant of a local date. It is not always 00:00: where clocks skip midnight it is the first instant behind the gap
    /// (rule L4).
    pub fn first_instant(self, date: Date) -> Timestamp {
        let (spans, midnight) = (self.spans(), date.days() * DAY);
        // INVARIANT: zones lie within a day of UTC, so what ends a day before midnight in UTC does not reach midnight.
        let first = place(spans, midnight - DAY);
        let ends = spans.iter().skip(first + 1).map(|next| next.since).chain([i64::MAX]);
        let reached = spans.iter().skip(first).zip(ends).find_map(|(span, end)| {
            let reached = span.since.max(midnight - span.ahead);
            (reached < end).then_some(reached)
        });
        Timestamp::from_micros(reached.unwrap_or(midnight).saturating_mul(SECOND))
    }

    fn name(self) -> &'static str {
        TABLE.names.get(usize::from(self.0)).map_or("UTC", |(name, _)| name)
    }

    fn spans(self) -> &'static [Span] {
        let clock = TABLE.names.get(usize::from(self.0)).and_then(|(_, clock)| TABLE.clocks.get(*clock));
        clock.map_or(&[], Clock::spans)
    }
}

impl TryFrom<String> for Zone {
    type Error = Malformed;
    fn try_from(name: String) -> Result<Self, Malformed> {
        let place = TABLE.names.iter().position(|(known, _)| *known == name).and_then(|place| u16::try_from(place).ok());
        place.map(Zone).ok_or_else(|| Malformed("is not an IANA time zone; give one like Europe/Berlin".into()))
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.name().to_owned()
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Zone({})", self.name())
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, LocalResult, Offset, TimeZone};
    use chrono_tz::{TZ_VARIANTS, Tz};

    use super::*;

    /// 2200-01-01T00:00:00Z: chrono-tz knows no changes as late as that.
    const END: i64 = 7_258_118_400;

    fn zone(name: &str) -> Zone {
        Zone::try_from(name.to_owned()).unwrap()
    }

    fn first(zone: &str, date: &str) -> String {
        self::zone(zone).first_instant(Date::try_from(date.to_owned()).unwrap()).to_string()
    }

    /// How far ahead of UTC the clocks are, as chrono-tz says.
    fn known(zone: Tz, at: i64) -> i64 {
        zone.offset_from_utc_datetime(&DateTime::from_timestamp(at, 0).unwrap().naive_utc()).fix().local_minus_utc().into()
    }

    fn ahead(spans: &[Span], at: i64) -> i64 {
        spans[place(spans, at)].ahead
    }

    /// The first zone and instant at which a table differs from chrono-tz: looks around every change that the table has, and every few days from 1970 on.
    fn difference(table: &Table) -> Option<(&'static str, i64)> {
        table.names.iter().find_map(|(name, clock)| {
            let (spans, zone) = (table.clocks[*clock].spans(), name.parse().unwrap());
            let around = spans.iter().skip(1).flat_map(|span| [span.since - 1, span.since, span.since + 1]);
            let differs = |at: &i64| ahead(spans, *at) != known(zone, *at);
            around.chain((0..END).step_by(250_000)).find(differs).map(|at| (*name, at))
        })
    }

    /// The first instant of a date by chrono-tz: midnight, or where clocks skip it, the second at which halving two days finds the date.
    fn known_first(zone: Tz, day: i64) -> i64 {
        let midnight = DateTime::from_timestamp(day * DAY, 0).unwrap().naive_utc();
        match zone.from_local_datetime(&midnight) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.timestamp(),
            LocalResult::None => {
                let (mut before, mut reached) = (day * DAY - DAY, day * DAY + DAY);
                while reached - before > 1 {
                    let middle = before + (reached - before) / 2;
                    if (middle + known(zone, middle)).div_euclid(DAY) >= day { reached = middle } else { before = middle }
                }
                reached
            }
        }
    }

    #[test]
    fn every_zone_is_as_chrono_tz_has_it() {
        let names: Vec<&str> = TABLE.names.iter().map(|(name, _)| *name).collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, TZ_VARIANTS.map(Tz::name), "the same names");
        assert!(names.iter().all(|name| zone(name).name() == *name && name.parse::<Tz>().is_ok()));
        assert_eq!(difference(&TABLE), None);
    }

    #[test]
    fn a_seeded_mistake_in_the_table_is_found() {
        for (right, wrong) in [(" = +1 89953+1 4200-1 ", " = +1 89953+1 4200:00:01-1 "), (" = +5:30 ", " = +5:45 "), (" *130\n", " *129\n")]
        {
            let text: &'static str = include_str!("zones.txt").replacen(right, wrong, 1).leak();
            assert!(difference(&Table::read(text)).is_some(), "{wrong}");
        }
    }

    // rule L4
    #[test]
    fn a_day_begins_in_every_zone_where_it_does_by_chrono_tz() {
        for (name, clock) in &TABLE.names {
            let known: Tz = name.parse().unwrap();
            let changes = TABLE.clocks[*clock].spans().iter().skip(1).map(|span| span.since.div_euclid(DAY));
            let days = changes.flat_map(|day| day - 1..=day + 2).chain((1..END / DAY).step_by(97)).chain([2_932_000]);
            for day in days.filter(|day| *day > 0) {
                let date = Date::from_days(day);
                assert_eq!(zone(name).first_instant(date).micros(), known_first(known, day) * SECOND, "{name} {date}");
                let at = Timestamp::from_micros(day * DAY * SECOND + 12_345_678);
                assert_eq!(
                    zone(name).date(at).days(),
                    (day * DAY + 12 + self::tests::known(known, day * DAY + 12)).div_euclid(DAY),
                    "{name} {at}"
                );
            }
        }
    }

    #[test]
    fn a_zone_is_known_by_its_exact_name() {
        assert_eq!(zone("UTC"), Zone::UTC);
        assert_eq!(String::from(Zone::UTC), "UTC");
        assert_eq!(format!("{:?}", zone("Europe/Berlin")), "Zone(Europe/Berlin)");
        for unknown in ["", "europe/berlin", "Europe/Berlin ", "Europe", "+1", "=", "# Made", "*97"] {
            assert!(Zone::try_from(unknown.to_owned()).is_err(), "{unknown}");
        }
    }

    #[test]
    fn before_1970_clocks_are_as_they_were_then() {
        // Berlin had summer time in 1945 and another time in 1900; the table does not say so.
        assert_eq!(first("Europe/Berlin", "1945-07-01"), "1945-06-30T23:00:00Z");
        assert_eq!(first("Europe/Berlin", "1970-01-01"), "1969-12-31T23:00:00Z");
    }

    // rule L4
    #[test]
    fn a_day_does_not_always_begin_at_midnight() {
        assert_eq!(first("UTC", "2026-03-01"), "2026-03-01T00:00:00Z");
        assert_eq!(first("America/New_York", "1997-07-01"), "1997-07-01T04:00:00Z");
        // Clocks in Sao Paulo went from 00:00 to 01:00 on this day.
        assert_eq!(first("America/Sao_Paulo", "2018-11-04"), "2018-11-04T03:00:00Z");
        // Samoa skipped a whole day.
        assert_eq!(first("Pacific/Apia", "2011-12-30"), "2011-12-30T10:00:00Z");
    }
}
