//! The program that the sequences run under: point types with every policy that the ledger knows, once as the model reads them and once as
//! the document that the engine gets.

use serde_json::{Value, json};

/// How a point type's credits end.
#[derive(Clone, Copy, Debug)]
pub enum Policy {
    Never,
    Days(u32),
    /// Months, then rounded up to the end of a period of so many months (0: not).
    Months(u32, u32),
    /// Days of inactivity; whether spending counts as activity.
    Idle(u32, bool),
}

/// What happens when a reversed credit is spent already.
#[derive(Clone, Copy, Debug)]
pub enum Shortfall {
    Refuse,
    Debt,
    Forgive,
}

/// A point type.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub id: &'static str,
    pub money: bool,
    pub places: u32,
    pub policy: Policy,
    pub activation: u32,
    pub floor: i64,
    pub grace: u32,
    /// Days within which what lapsed can be brought back.
    pub window: u32,
    pub shortfall: Shortfall,
}

/// A point type without an activation delay, debt or grace.
const PLAIN: Kind = Kind {
    id: "plain",
    money: false,
    places: 0,
    policy: Policy::Never,
    activation: 0,
    floor: 0,
    grace: 0,
    window: 0,
    shortfall: Shortfall::Refuse,
};

/// The point types.
pub const KINDS: &[Kind] = &[
    PLAIN,
    Kind { id: "days", policy: Policy::Days(30), activation: 3, floor: 25, window: 20, shortfall: Shortfall::Debt, ..PLAIN },
    Kind { id: "months", policy: Policy::Months(1, 3), grace: 5, window: 60, shortfall: Shortfall::Forgive, ..PLAIN },
    Kind {
        id: "idle",
        policy: Policy::Idle(40, true),
        activation: 2,
        floor: 10,
        grace: 3,
        window: 30,
        shortfall: Shortfall::Debt,
        ..PLAIN
    },
    Kind { id: "earned", policy: Policy::Idle(20, false), window: 3, ..PLAIN },
    Kind { id: "credit", money: true, places: 2, policy: Policy::Months(2, 0), activation: 1, floor: 30, window: 90, ..PLAIN },
];

/// What holds last when the request does not say, in seconds.
pub const HOLD_SECONDS: u32 = 3_600;

/// The places and times where sequences begin: shortly before clocks change, months end, days are skipped.
pub const STARTS: &[(&str, &str)] = &[
    ("UTC", "2026-01-30T10:00:00Z"),
    ("America/New_York", "2026-03-05T03:00:00Z"),
    ("America/New_York", "2026-10-29T12:00:00Z"),
    ("America/Sao_Paulo", "2018-10-30T01:30:00Z"),
    ("Europe/Berlin", "2027-12-30T23:30:00Z"),
    ("Australia/Lord_Howe", "2026-03-28T13:45:00Z"),
    ("Pacific/Apia", "2011-12-25T09:59:59Z"),
];

/// The program as a document.
pub fn document(zone: &str, forfeit: bool) -> Value {
    let types: Vec<Value> = KINDS.iter().map(point_type).collect();
    json!({
        "time_zone": zone, "currencies": { "USD": 2 }, "point_types": types, "hold_seconds": HOLD_SECONDS,
        "on_leaving": if forfeit { "forfeit" } else { "freeze" },
    })
}

fn point_type(kind: &Kind) -> Value {
    let expiry = match kind.policy {
        Policy::Never => json!({ "policy": "never" }),
        Policy::Days(days) => json!({ "policy": "days", "days": days }),
        Policy::Months(months, 0) => json!({ "policy": "months", "months": months }),
        Policy::Months(months, period) => {
            let period = if period == 3 { "quarter" } else { "month" };
            json!({ "policy": "months", "months": months, "round_up_to": period })
        }
        Policy::Idle(count, spending) => {
            let moved_by = if spending { "earning_or_spending" } else { "earning" };
            json!({ "policy": "inactivity", "period": "days", "count": count, "moved_by": moved_by })
        }
    };
    let shortfall = match kind.shortfall {
        Shortfall::Refuse => "refuse",
        Shortfall::Debt => "debt",
        Shortfall::Forgive => "forgive",
    };
    let mut document = json!({
        "id": kind.id, "kind": if kind.money { "money" } else { "points" }, "places": kind.places, "expiry": expiry,
        "activation_days": kind.activation, "debt_floor": decimal(-kind.floor, kind.places),
        "reversal_grace_days": kind.grace, "reinstatement_days": kind.window, "reversal_shortfall": shortfall,
    });
    if kind.money {
        document["currency"] = json!("USD");
    }
    document
}

/// So many smallest units as a decimal.
pub fn decimal(units: i64, places: u32) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let one = 10_u64.pow(places);
    match places {
        0 => units.to_string(),
        _ => format!("{sign}{}.{:0width$}", units.unsigned_abs() / one, units.unsigned_abs() % one, width = places as usize),
    }
}
