//! The status systems of the shop: every source in every kind of window, and the ways in which statuses are kept and fall.

use chrono::{Datelike, Days};
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::calendar::{date, first_instant, plus_days, plus_months};

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Earned,
    Spend,
    Orders,
    Visits,
}

/// Over which time.
#[derive(Clone, Copy, Debug)]
pub enum Window {
    Lifetime,
    Year,
    Days(u32),
    Months(u32),
}

/// A system, as far as the sums must know it.
pub struct System {
    pub source: Source,
    pub window: Window,
    /// Whether a status is what the counter reaches, and nothing else.
    pub fits: bool,
    pub thresholds: [i64; 3],
}

const fn system(source: Source, window: Window, fits: bool, thresholds: [i64; 3]) -> System {
    System { source, window, fits, thresholds }
}

/// Every system; the statuses are `s0`, `s1` and `s2` by the order of their thresholds, typed in another.
pub const SYSTEMS: [System; 8] = [
    system(Source::Earned, Window::Lifetime, true, [0, 60, 150]),
    system(Source::Earned, Window::Year, false, [1, 60, 150]),
    system(Source::Earned, Window::Days(9), true, [5, 60, 150]),
    system(Source::Earned, Window::Months(1), false, [0, 60, 150]),
    system(Source::Spend, Window::Days(40), false, [20, 60, 150]),
    system(Source::Orders, Window::Months(2), true, [1, 2, 3]),
    system(Source::Visits, Window::Days(3), true, [1, 2, 3]),
    system(Source::Visits, Window::Year, true, [1, 2, 3]),
];

/// How a status is kept where it is not only what fits, by the number of the system.
const KEPT: [(usize, &str); 3] = [
    (1, r#"{ "keep": { "policy": "years", "years": 1 }, "grace_days": 20 }"#),
    (3, r#"{ "keep": { "policy": "months", "months": 2 }, "falling": "one_step" }"#),
    (4, r#"{ "grace_days": 5, "falling": "one_step" }"#),
];

/// The program.
pub fn program(zone: &str) -> Value {
    let systems: Vec<Value> = SYSTEMS.iter().enumerate().map(|(number, system)| document(number, system)).collect();
    json!({
        "time_zone": zone, "currencies": { "EUR": 2 }, "events": [], "point_types": [{ "id": "points", "reversal_shortfall": "debt" }],
        "status_systems": systems
    })
}

fn document(number: usize, system: &System) -> Value {
    let kept = KEPT.iter().find(|(other, _)| *other == number).map_or("{}", |(_, text)| text);
    let mut document: Value = serde_json::from_str(kept).unwrap();
    document["id"] = json!(format!("k{number}"));
    document["counts"] = match system.source {
        Source::Earned => json!({ "source": "earned", "type": "points" }),
        Source::Spend => json!({ "source": "spend" }),
        Source::Orders => json!({ "source": "orders" }),
        Source::Visits => json!({ "source": "visits" }),
    };
    document["window"] = match system.window {
        Window::Lifetime => json!({ "over": "lifetime" }),
        Window::Year => json!({ "over": "calendar_year" }),
        Window::Days(count) => json!({ "over": "rolling", "period": "days", "count": count }),
        Window::Months(count) => json!({ "over": "rolling", "period": "months", "count": count }),
    };
    let status = |rank: usize| json!({ "id": format!("s{rank}"), "threshold": system.thresholds[rank].to_string() });
    document["statuses"] = json!([status(1), status(2), status(0)]);
    document
}

impl Window {
    /// From when on something that counted at an instant counts no more: the same time of day, reckoned from the day's first instant.
    pub fn leaves(self, zone: Tz, at: i64) -> i64 {
        let day = date(zone, at);
        let then = match self {
            Window::Lifetime => return i64::MAX,
            Window::Year => return first_instant(zone, chrono::NaiveDate::from_ymd_opt(day.year() + 1, 1, 1).unwrap()),
            Window::Days(count) => plus_days(day, count),
            Window::Months(count) => plus_months(day, count),
        };
        let begins = first_instant(zone, then);
        if matches!(self, Window::Months(_)) && then.day() != day.day() {
            return begins;
        }
        let into = at - first_instant(zone, day);
        (begins + into).min(first_instant(zone, then + Days::new(1)) - 1)
    }
}
