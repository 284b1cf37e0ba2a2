//! `loyalty-core/src/time/zones.txt`: the time zones from 1970 on, from the crate chrono-tz. How a line reads stands in `time/zone.rs`.

use std::collections::BTreeMap;

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::{IANA_TZDB_VERSION, TZ_VARIANTS, Tz};

use super::COMMAND;

const DAY: i64 = 86_400;
/// 2200-01-01T00:00:00Z: the crate knows no changes as late as that.
const END: i64 = 7_258_118_400;
/// Nobody has set clocks twice within less than a week since 1970, so that no change is missed between two looks.
const STEP: i64 = 3 * DAY;
/// As in `time/zone.rs`: what the clocks do may come again after 28 years.
const RECURRING: usize = 56;
const RECURS: i64 = 10_227 * DAY;

/// Since which second clocks are how many seconds ahead of UTC.
type Span = (i64, i64);

/// The file. UTC comes first, since its place stands in the code.
pub fn table() -> String {
    let mut zones: BTreeMap<Vec<Span>, Vec<&str>> = BTreeMap::new();
    for zone in TZ_VARIANTS {
        zones.entry(spans(zone)).or_default().push(zone.name());
    }
    let mut zones: Vec<(Vec<&str>, Vec<Span>)> = zones.into_iter().map(|(spans, names)| (names, spans)).collect();
    zones.iter_mut().for_each(|(names, _)| names.sort_by_key(|name| (*name != "UTC", *name)));
    zones.sort_by_key(|(names, _)| (names[0] != "UTC", names[0]));
    let mut file = format!("# Made by `{COMMAND}` from chrono-tz, time zone database {IANA_TZDB_VERSION}. Do not edit.\n");
    for (names, spans) in zones {
        file += &format!("{} ={}\n", names.join(" "), changes(&spans));
    }
    file
}

fn ahead(zone: Tz, at: i64) -> i64 {
    let utc = DateTime::from_timestamp(at, 0).unwrap_or_default().naive_utc();
    zone.offset_from_utc_datetime(&utc).fix().local_minus_utc().into()
}

fn spans(zone: Tz) -> Vec<Span> {
    let mut spans = vec![(0, ahead(zone, 0))];
    for looked in (0..END).step_by(STEP as usize) {
        let next = ahead(zone, looked + STEP);
        if spans.last().is_some_and(|(_, last)| *last != next) {
            let (mut before, mut since) = (looked, looked + STEP);
            while since - before > 1 {
                let middle = before + (since - before) / 2;
                if ahead(zone, middle) == next { since = middle } else { before = middle }
            }
            spans.push((since, next));
        }
    }
    spans
}

fn changes(spans: &[Span]) -> String {
    let recurs =
        |place: usize| place.checked_sub(RECURRING).is_some_and(|before| spans[place] == (spans[before].0 + RECURS, spans[before].1));
    let again = (0..spans.len()).rev().take_while(|place| recurs(*place)).count();
    let (mut text, mut last) = (String::new(), (0, 0));
    for span in &spans[..spans.len() - again] {
        let (since, set) = (span.0 - last.0, span.1 - last.1);
        let since = if since == 0 { String::new() } else { clock(since) };
        text += &format!(" {since}{}{}", if set < 0 { '-' } else { '+' }, clock(set.abs()));
        last = *span;
    }
    if again > 0 { text + &format!(" *{again}") } else { text }
}

/// Hours, with minutes and seconds where there are any.
fn clock(seconds: i64) -> String {
    match (seconds / 3_600, seconds / 60 % 60, seconds % 60) {
        (hours, 0, 0) => format!("{hours}"),
        (hours, minutes, 0) => format!("{hours}:{minutes:02}"),
        (hours, minutes, seconds) => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_recurs_is_written_once() {
        let once: Vec<Span> = (0..56).map(|year| (year * DAY * 182, year % 2 * 3_600)).collect();
        let again = once.iter().map(|(since, ahead)| (since + RECURS, *ahead));
        let twice: Vec<Span> = once.iter().copied().chain(again).collect();
        assert_eq!(changes(&twice), format!("{} *56", changes(&once)));
        assert!(changes(&twice).starts_with(" +0 4368+1 4368-1 "));
    }

    #[test]
    fn odd_seconds_are_written_out() {
        assert_eq!(changes(&[(0, -2_670), (63_593_070, 0)]), " -0:44:30 17664:44:30+0:44:30");
    }
}
