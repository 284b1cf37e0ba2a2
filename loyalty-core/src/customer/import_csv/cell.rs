//! What stands in a cell, read strictly: what a file does not say plainly is an error of its row and column, and never guessed (rule K8).

use schemars::JsonSchema;

use crate::address::Country;
use crate::gather::Gather;
use crate::json::Json;
use crate::membership::{STATES, State};
use crate::time::{Date, Timestamp, Zone};

/// In which order the numbers of a date stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Year, month, day, with hyphens: 2026-11-22.
    #[default]
    Ymd,
    /// Month, day, year, with slashes, points or hyphens: 11/22/2026.
    Mdy,
    /// Day, month, year, with slashes, points or hyphens: 22.11.2026.
    Dmy,
}

const YES: [&str; 6] = ["true", "yes", "y", "t", "1", "on"];
const NO: [&str; 6] = ["false", "no", "n", "f", "0", "off"];

/// Yes or no.
///
/// # Errors
/// What is wrong with it, here and below.
pub(super) fn flag(cell: &str) -> Result<bool, String> {
    let is_one_of = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(cell));
    match (is_one_of(&YES), is_one_of(&NO)) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => Err("is neither yes nor no; write yes, true or 1, or no, false or 0; args.values gives other words a meaning".to_owned()),
    }
}

/// A date of the calendar; midnight behind it says nothing.
pub(super) fn date(cell: &str, order: DateOrder) -> Result<Date, String> {
    let bare = [" 00:00:00", " 00:00", "T00:00:00Z"].into_iter().find_map(|midnight| cell.strip_suffix(midnight)).unwrap_or(cell);
    let date = in_order(bare, order).and_then(|written| Date::try_from(written).ok());
    date.ok_or_else(|| match order {
        DateOrder::Ymd => "is not a date; write it like 2026-11-22, or say in args.dates in which order the numbers stand".to_owned(),
        DateOrder::Mdy => "is not a date; write it like 11/22/2026".to_owned(),
        DateOrder::Dmy => "is not a date; write it like 22.11.2026".to_owned(),
    })
}

/// The date in the order of the library: four digits, two and two.
fn in_order(text: &str, order: DateOrder) -> Option<String> {
    let digits = |part: &str, least: usize, most: usize| {
        let fits = (least..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| format!("{part:0>most$}"))
    };
    let between = if order == DateOrder::Ymd { '-' } else { text.chars().find(|c| matches!(c, '/' | '.' | '-'))? };
    let parts: Vec<&str> = text.split(between).gather();
    let ([year, month, day], least) = match (order, parts.as_slice()) {
        (DateOrder::Ymd, [year, month, day]) => ([year, month, day], 2),
        (DateOrder::Mdy, [month, day, year]) | (DateOrder::Dmy, [day, month, year]) => ([year, month, day], 1),
        _ => return None,
    };
    Some(format!("{}-{}-{}", digits(year, 4, 4)?, digits(month, least, 2)?, digits(day, least, 2)?))
}

/// An instant: as RFC 3339 says; without an offset in UTC, as shop platforms write it; a date alone is its first instant in the program's zone.
pub(super) fn time(cell: &str, order: DateOrder, zone: Zone) -> Result<Timestamp, String> {
    if let Ok(at) = cell.parse() {
        return Ok(at);
    }
    let Some((day, clock)) = cell.split_once([' ', 'T']) else { return date(cell, order).map(|day| zone.first_instant(day)) };
    let clock = if clock.len() == 5 { format!("{clock}:00") } else { clock.to_owned() };
    let at = date(day, order).ok().and_then(|day| format!("{day}T{clock}Z").parse().ok());
    at.ok_or_else(|| "is not a time; write it like 2026-11-22T10:00:00Z, or 2026-11-22 10:00:00 where UTC is meant".to_owned())
}

/// The end of something, this instant excluded: a time is that end, and a date alone the last day, in the program's zone.
pub(super) fn end(cell: &str, order: DateOrder, zone: Zone) -> Result<Timestamp, String> {
    if cell.contains(':') { time(cell, order, zone) } else { date(cell, order).map(|last| zone.first_instant(last.plus_days(1))) }
}

/// A country that there is.
pub(super) fn country(cell: &str) -> Result<Country, String> {
    let country = Country::try_from(cell.to_owned()).map_err(|malformed| malformed.to_string())?;
    if COUNTRIES.split(' ').any(|known| known == country.as_str()) {
        return Ok(country);
    }
    Err("is not the code of a country; give two letters of ISO 3166, such as AT".to_owned())
}

/// A state in which a customer can be imported.
pub(super) fn state(cell: &str) -> Result<State, String> {
    let can_be = |state: &State| !matches!(state, State::Merged | State::Deleted);
    STATES.into_iter().filter(can_be).find(|state| state.word().eq_ignore_ascii_case(cell)).ok_or_else(|| {
        let words = STATES.iter().filter(|state| can_be(state)).map(|state| state.word()).joined(", ");
        format!("is not a state in which a customer can be imported; write one of {words}")
    })
}

/// The codes of ISO 3166-1 that are assigned, and XK, which every shop uses for Kosovo.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI \
GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI \
LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF \
PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL \
TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

#[cfg(test)]
mod tests {
    use super::*;

    // rules K8, Y3
    #[test]
    fn a_date_ends_with_its_day_and_a_time_where_it_says() {
        let vienna = Zone::try_from("Europe/Vienna".to_owned()).unwrap();
        for (cell, order, wanted) in [
            ("2027-01-31", DateOrder::Ymd, Some("2027-01-31T23:00:00Z")),
            ("31.1.2027", DateOrder::Dmy, Some("2027-01-31T23:00:00Z")),
            ("2027-01-31T23:00:00Z", DateOrder::Ymd, Some("2027-01-31T23:00:00Z")),
            ("2027-01-31 10:00", DateOrder::Ymd, Some("2027-01-31T10:00:00Z")),
            ("soon", DateOrder::Ymd, None),
            ("12:00", DateOrder::Ymd, None),
        ] {
            assert_eq!(end(cell, order, vienna).ok().map(|at| at.to_string()).as_deref(), wanted, "{cell}");
        }
    }

    // rule K8
    #[test]
    fn flags_are_words_that_all_know() {
        for (cell, wanted) in [("Yes", Some(true)), ("TRUE", Some(true)), ("1", Some(true)), ("no", Some(false)), ("0", Some(false))] {
            assert_eq!(flag(cell).ok(), wanted, "{cell}");
        }
        for cell in ["", "maybe", "2", "A", "yes please", "ja"] {
            assert!(flag(cell).is_err(), "{cell}");
        }
    }

    // rule K8
    #[test]
    fn a_date_is_read_in_the_order_that_was_said_and_no_other() {
        use DateOrder::{Dmy, Mdy, Ymd};
        for (cell, order, wanted) in [
            ("1990-05-01", Ymd, "1990-05-01"),
            ("1990-05-01 00:00:00", Ymd, "1990-05-01"),
            ("5/1/1990", Mdy, "1990-05-01"),
            ("05-01-1990", Mdy, "1990-05-01"),
            ("1.5.1990", Dmy, "1990-05-01"),
            ("2024-02-29", Ymd, "2024-02-29"),
            ("05/01/1990", Ymd, ""),
            ("1990-5-1", Ymd, ""),
            ("1990-02-30", Ymd, ""),
            ("13/1/1990", Mdy, ""),
            ("1/13/1990", Dmy, ""),
            ("1/1/90", Mdy, ""),
            ("1990-05-01 10:00:00", Ymd, ""),
            ("33000", Ymd, ""),
            ("1/2.1990", Dmy, ""),
            ("", Ymd, ""),
            ("+990-05-01", Ymd, ""),
        ] {
            assert_eq!(date(cell, order).map(|date| date.to_string()).unwrap_or_default(), wanted, "{cell} {order:?}");
        }
    }

    // rule K8
    #[test]
    fn a_time_without_an_offset_is_in_utc_and_a_date_begins_in_the_programs_zone() {
        let zone = Zone::try_from("Europe/Vienna".to_owned()).unwrap();
        for (cell, order, wanted) in [
            ("2019-03-04T10:11:12+01:00", DateOrder::Ymd, "2019-03-04T09:11:12Z"),
            ("2019-03-04 10:11:12", DateOrder::Ymd, "2019-03-04T10:11:12Z"),
            ("2019-03-04 10:11", DateOrder::Ymd, "2019-03-04T10:11:00Z"),
            ("3/4/2019 10:11", DateOrder::Mdy, "2019-03-04T10:11:00Z"),
            ("2019-03-04", DateOrder::Ymd, "2019-03-03T23:00:00Z"),
            ("2019-03-04 25:00", DateOrder::Ymd, ""),
            ("yesterday", DateOrder::Ymd, ""),
            ("1551694272", DateOrder::Ymd, ""),
        ] {
            assert_eq!(time(cell, order, zone).map(|at| at.to_string()).unwrap_or_default(), wanted, "{cell}");
        }
    }

    // rule K8
    #[test]
    fn unknown_countries_and_states_are_refused() {
        assert_eq!(country("at").unwrap().as_str(), "AT");
        for cell in ["XX", "UK", "Austria", "AUT", ""] {
            assert!(country(cell).is_err(), "{cell}");
        }
        assert_eq!(COUNTRIES.split(' ').count(), 250);
        assert_eq!(state("ON_HOLD").unwrap(), State::OnHold);
        for cell in ["merged", "deleted", "vip", ""] {
            assert!(state(cell).is_err(), "{cell}");
        }
    }
}
