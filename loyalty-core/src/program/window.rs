//! Over which time a status system counts, and until when a status is kept: calendar arithmetic in the program's zone (rules Y1, Y5).

use schemars::JsonSchema;

use super::Period;
use crate::json::Json;
use crate::time::{Date, Timestamp, Zone};

/// Over which time is counted (rule Y1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(tag = "over", rename_all = "snake_case", deny_unknown_fields)]
pub enum Window {
    /// All of it.
    #[default]
    Lifetime,
    /// The calendar year, in the program's zone.
    CalendarYear,
    /// The last days or months: the window ends now and leaves out its first instant.
    Rolling {
        /// The unit of `count`.
        period: Period,
        /// How many, 1 to 36,500.
        count: u32,
    },
}

/// Until when a status is kept that was reached or renewed: its qualification period (rule Y5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(tag = "policy", rename_all = "snake_case", deny_unknown_fields)]
pub enum Keep {
    /// As long as the counter reaches it.
    #[default]
    WhileItFits,
    /// To the end of a calendar year: so many years behind the one in which it was reached or renewed.
    Years {
        /// How many years, 1 to 100.
        years: u32,
    },
    /// To the first instant of the same day number, so many months later.
    Months {
        /// How many months, 1 to 1,200.
        months: u32,
    },
}

impl Window {
    /// From when on something that counted at an instant counts no more; `None` if it always counts.
    pub fn leaves(self, zone: Zone, at: Timestamp) -> Option<Timestamp> {
        let date = zone.date(at);
        match self {
            Window::Lifetime => None,
            Window::CalendarYear => Some(year_begins(zone, date.year() + 1)),
            Window::Rolling { period: Period::Days, count } => Some(same_time(zone, at, date.plus_days(count))),
            Window::Rolling { period: Period::Months, count } => {
                let then = date.plus_months(count);
                // Where there is no such day the month goes on to its last moment, like a credit's (rule L4).
                Some(if then.day() == date.day() { same_time(zone, at, then) } else { zone.first_instant(then) })
            }
        }
    }
}

/// The same time of another day, as long after its first instant. Days with a change of clocks are shorter or longer: what is behind the day's
/// end comes to its last moment, so that what came first leaves first.
fn same_time(zone: Zone, at: Timestamp, then: Date) -> Timestamp {
    let into = at.micros() - zone.first_instant(zone.date(at)).micros();
    let end = zone.first_instant(then.plus_days(1)).micros() - 1;
    Timestamp::from_micros(zone.first_instant(then).micros().saturating_add(into).min(end))
}

fn year_begins(zone: Zone, year: i32) -> Timestamp {
    Date::new(year, 1, 1).map_or(Timestamp::from_micros(i64::MAX), |date| zone.first_instant(date))
}

impl Keep {
    /// Until when a status is kept that was reached or renewed at an instant; `None` without a period.
    pub fn until(self, zone: Zone, at: Timestamp) -> Option<Timestamp> {
        let date = zone.date(at);
        match self {
            Keep::WhileItFits => None,
            Keep::Years { years } => Some(year_begins(zone, date.year().saturating_add_unsigned(years) + 1)),
            Keep::Months { months } => Some(zone.first_instant(date.plus_months(months))),
        }
    }

    /// Until when it is kept on, if it is renewed as a period ends: years are counted from the one that has ended.
    pub fn on_from(self, zone: Zone, end: Timestamp) -> Option<Timestamp> {
        match self {
            Keep::Years { .. } => self.until(zone, Timestamp::from_micros(end.micros() - 1)),
            _ => self.until(zone, end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(window: Window, zone: &str, at: &str) -> String {
        window.leaves(Zone::try_from(zone.to_owned()).unwrap(), at.parse().unwrap()).unwrap().to_string()
    }

    const fn rolling(period: Period, count: u32) -> Window {
        Window::Rolling { period, count }
    }

    // rule Y1
    #[test]
    fn a_rolling_window_leaves_out_its_first_instant() {
        for (window, zone, at, expected) in [
            (rolling(Period::Days, 365), "UTC", "2026-11-22T10:00:00.000001Z", "2027-11-22T10:00:00.000001Z"),
            (rolling(Period::Days, 1), "UTC", "2026-02-28T10:00:00Z", "2026-03-01T10:00:00Z"),
            (rolling(Period::Days, 30), "Europe/Berlin", "2026-03-01T11:00:00Z", "2026-03-31T10:00:00Z"),
            (rolling(Period::Months, 12), "UTC", "2024-02-28T10:00:00Z", "2025-02-28T10:00:00Z"),
            (rolling(Period::Months, 12), "UTC", "2024-02-29T10:00:00Z", "2025-03-01T00:00:00Z"),
            (rolling(Period::Months, 48), "UTC", "2024-02-29T10:00:00Z", "2028-02-29T10:00:00Z"),
            (rolling(Period::Months, 1), "UTC", "2026-01-31T10:00:00Z", "2026-03-01T00:00:00Z"),
            // An hour more in the day: what is behind the end of a shorter one leaves at its last moment.
            (rolling(Period::Days, 1), "Europe/Berlin", "2026-10-25T22:59:00Z", "2026-10-26T22:59:59.999999Z"),
            (Window::CalendarYear, "Europe/Berlin", "2026-12-31T22:59:59Z", "2026-12-31T23:00:00Z"),
            (Window::CalendarYear, "Europe/Berlin", "2026-12-31T23:00:00Z", "2027-12-31T23:00:00Z"),
            (Window::CalendarYear, "America/New_York", "2027-01-01T04:59:59Z", "2027-01-01T05:00:00Z"),
        ] {
            assert_eq!(leaves(window, zone, at), expected, "{window:?} {at}");
        }
        assert_eq!(Window::Lifetime.leaves(Zone::UTC, Timestamp::default()), None);
    }

    /// Two instants of which the later leaves a window first.
    fn overtaken(leaves: impl Fn(Timestamp) -> Timestamp) -> Option<Timestamp> {
        let start = "2023-12-30T00:00:00Z".parse::<Timestamp>().unwrap();
        let instants: Vec<_> = (0..20_000).map(|step| start.plus_seconds(step * 3_541)).collect();
        instants.windows(2).find(|pair| leaves(pair[1]) < leaves(pair[0])).map(|pair| pair[1])
    }

    // rule Y1
    #[test]
    fn what_came_first_leaves_first() {
        for name in ["UTC", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe"] {
            let zone = Zone::try_from(name.to_owned()).unwrap();
            for window in [rolling(Period::Days, 1), rolling(Period::Days, 7), rolling(Period::Months, 1), rolling(Period::Months, 12)] {
                assert_eq!(overtaken(|at| window.leaves(zone, at).unwrap()), None, "{name} {window:?}");
            }
        }
        // A seeded mistake: who keeps the time of day where the day does not exist lets February overtake January.
        let keeps_time = |at: Timestamp| same_time(Zone::UTC, at, Zone::UTC.date(at).plus_months(1));
        assert!(overtaken(keeps_time).is_some());
    }

    // rule Y5
    #[test]
    fn periods_end_with_a_year_or_so_many_months_later() {
        let until = |keep: Keep, at: &str| {
            keep.until(Zone::try_from("Europe/Berlin".to_owned()).unwrap(), at.parse().unwrap()).unwrap().to_string()
        };
        assert_eq!(until(Keep::Years { years: 1 }, "2026-03-10T10:00:00Z"), "2027-12-31T23:00:00Z");
        assert_eq!(until(Keep::Years { years: 1 }, "2026-12-31T23:00:00Z"), "2028-12-31T23:00:00Z", "a new year has begun there");
        assert_eq!(until(Keep::Months { months: 12 }, "2024-02-29T10:00:00Z"), "2025-02-28T23:00:00Z");
        assert_eq!(until(Keep::Months { months: 1 }, "2026-01-31T10:00:00Z"), "2026-02-28T23:00:00Z");
        let end = "2028-01-01T00:00:00Z".parse().unwrap();
        assert_eq!(Keep::Years { years: 1 }.on_from(Zone::UTC, end).unwrap().to_string(), "2029-01-01T00:00:00Z");
        assert_eq!(Keep::Months { months: 6 }.on_from(Zone::UTC, end).unwrap().to_string(), "2028-07-01T00:00:00Z");
    }
}
