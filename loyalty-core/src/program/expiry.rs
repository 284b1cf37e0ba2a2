//! How long a credit lasts (rule L5): the policies of a point type. `crate::expiry` resolves them to instants.

use schemars::JsonSchema;

use crate::json::Json;

/// The expiry policy of a point type. The resolved instant is stored on the lot; a later change of the policy moves nothing by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(tag = "policy", rename_all = "snake_case", deny_unknown_fields)]
pub enum Expiry {
    /// Credits last for ever.
    #[default]
    Never,
    /// Credits end at the first instant of the local date this many days later.
    Days {
        /// How many days, 1 to 36,500.
        days: u32,
    },
    /// Credits end at the first instant of the same day number this many months later.
    Months {
        /// How many months, 0 to 1,200; 0 only with `round_up_to`.
        months: u32,
        /// End with the month, quarter or year in which that day lies.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        round_up_to: Option<RoundUp>,
    },
    /// All credits end on one date of the account, which moves with the member's activity.
    Inactivity(Inactivity),
}

/// Lapse after a time without activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inactivity {
    /// The unit of `count`.
    pub period: Period,
    /// How many days or months without activity.
    pub count: u32,
    /// What counts as activity.
    #[serde(default)]
    pub moved_by: Moves,
}

/// A unit of time of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Local dates.
    Days,
    /// Months.
    Months,
}

/// What moves the date of an account whose credits lapse with inactivity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Moves {
    /// Earning.
    #[default]
    Earning,
    /// Earning and spending.
    EarningOrSpending,
}

/// The period with which a validity ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RoundUp {
    /// The calendar month.
    Month,
    /// The calendar quarter.
    Quarter,
    /// The calendar year.
    Year,
}

impl RoundUp {
    /// The months of the period.
    pub const fn months(self) -> u32 {
        match self {
            RoundUp::Month => 1,
            RoundUp::Quarter => 3,
            RoundUp::Year => 12,
        }
    }
}
