//! How points lapse: the policies of a point type, resolved to instants (rules L4, L5). Pure; all in the program's time zone.

use schemars::JsonSchema;

use crate::error::Error;
use crate::gather::Gather;
use crate::id::Malformed;
use crate::json::Json;
use crate::limits::PERIOD_MAX;
use crate::program::{Expiry, Inactivity, Period};
use crate::time::{Date, Timestamp, Zone};

/// When a lot ends. Stored on the lot: a later change of the program moves nothing by itself.
///
/// On the wire one text: a time, `account_date` or `never`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Json, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub enum Lapse {
    /// At this instant: it counts up to, not including it.
    At(Timestamp),
    /// On the date of the account, which moves with the member's activity.
    AccountDate,
    /// Not at all.
    #[default]
    Never,
}

impl TryFrom<String> for Lapse {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        match text.as_str() {
            "never" => Ok(Lapse::Never),
            "account_date" => Ok(Lapse::AccountDate),
            time => time.parse().map(Lapse::At),
        }
    }
}

impl From<Lapse> for String {
    fn from(lapse: Lapse) -> String {
        match lapse {
            Lapse::At(at) => at.to_string(),
            Lapse::AccountDate => "account_date".into(),
            Lapse::Never => "never".into(),
        }
    }
}

/// The expiry that an agent gives with a credit instead of the point type's own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Given {
    /// So many days after the credit's local date.
    pub after_days: Option<u32>,
    /// The last local day on which it counts.
    pub valid_through: Option<Date>,
    /// The instant.
    pub at: Option<Timestamp>,
    /// Not at all.
    pub never: bool,
}

/// When a credit that takes effect at an instant ends.
pub fn lapse(policy: Expiry, zone: Zone, effective_at: Timestamp) -> Lapse {
    let date = zone.date(effective_at);
    match policy {
        Expiry::Never => Lapse::Never,
        Expiry::Days { days } => Lapse::At(zone.first_instant(date.plus_days(days))),
        Expiry::Months { months, round_up_to } => {
            let day = date.plus_months(months);
            Lapse::At(zone.first_instant(round_up_to.map_or(day, |period| day.behind_period(period.months()))))
        }
        Expiry::Inactivity(_) => Lapse::AccountDate,
    }
}

/// The date of an account whose lots lapse with inactivity, after activity at an instant.
pub fn account_date(rule: Inactivity, zone: Zone, activity_at: Timestamp) -> Timestamp {
    let date = zone.date(activity_at);
    zone.first_instant(match rule.period {
        Period::Days => date.plus_days(rule.count),
        Period::Months => date.plus_months(rule.count),
    })
}

/// When a credit becomes active.
pub fn activation(days: u32, zone: Zone, effective_at: Timestamp) -> Timestamp {
    if days == 0 { effective_at } else { zone.first_instant(zone.date(effective_at).plus_days(days)) }
}

impl Given {
    /// The argument that gives the end; `args.expires_at` where the point type decides.
    pub const fn path(self) -> &'static str {
        match self {
            Given { after_days: Some(_), .. } => "args.expires_after_days",
            Given { valid_through: Some(_), .. } => "args.valid_through",
            _ => "args.expires_at",
        }
    }

    /// The end that was given, or `None` where the point type decides.
    ///
    /// # Errors
    /// `invalid_request` when more than one is given, or an end that is not after the effective time.
    pub fn lapse(self, zone: Zone, effective_at: Timestamp) -> Result<Option<Lapse>, Error> {
        if self.after_days.is_some_and(|days| !(1..=PERIOD_MAX).contains(&days)) {
            return Err(Error::invalid("args.expires_after_days", format_args!("must be 1 to {PERIOD_MAX}")));
        }
        let after_days = self.after_days.map(|days| (lapse(Expiry::Days { days }, zone, effective_at), "args.expires_after_days"));
        let through = self.valid_through.map(|day| (Lapse::At(zone.first_instant(day.plus_days(1))), "args.valid_through"));
        let at = self.at.map(|at| (Lapse::At(at), "args.expires_at"));
        let never = self.never.then_some((Lapse::Never, "args.never_expires"));
        let given: Vec<_> = [after_days, through, at, never].into_iter().flatten().gather();
        match given.as_slice() {
            [] => Ok(None),
            [(Lapse::At(at), path)] if *at <= effective_at => {
                Err(Error::invalid(*path, "lies before the credit takes effect; give a later one"))
            }
            [(lapse, _)] => Ok(Some(*lapse)),
            [_, (_, path), ..] => Err(Error::invalid(*path, "stands beside another expiry; give one of them")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Reason;
    use crate::program::RoundUp;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    // rule L4
    #[test]
    fn days_end_at_the_first_instant_of_the_local_day() {
        let zone = Zone::try_from("America/New_York".to_owned()).unwrap();
        // 03:00 UTC is still the evening before in New York; clocks change in between.
        let end = lapse(Expiry::Days { days: 30 }, zone, at("1998-03-16T03:00:00Z"));
        assert_eq!(end, Lapse::At(at("1998-04-14T04:00:00Z")));
    }

    // rules L4, L5
    #[test]
    fn months_and_rounding_follow_the_worked_examples() {
        let months = |months, round_up_to, from: &str| lapse(Expiry::Months { months, round_up_to }, Zone::UTC, at(from));
        assert_eq!(months(1, None, "1998-01-31T10:00:00Z"), Lapse::At(at("1998-03-01T00:00:00Z")));
        assert_eq!(months(0, Some(RoundUp::Month), "1998-01-22T10:00:00Z"), Lapse::At(at("1998-02-01T00:00:00Z")));
        assert_eq!(months(9, None, "1998-02-02T10:00:00Z"), Lapse::At(at("1998-11-02T00:00:00Z")));
        assert_eq!(months(2, Some(RoundUp::Year), "1998-11-30T10:00:00Z"), Lapse::At(at("2000-01-01T00:00:00Z")));
    }

    // rule L2
    #[test]
    fn an_agent_gives_one_expiry_that_lies_ahead() {
        let now = at("1998-01-22T10:00:00Z");
        let through = Given { valid_through: Date::new(1998, 1, 22), ..Given::default() };
        assert_eq!(through.lapse(Zone::UTC, now).unwrap(), Some(Lapse::At(at("1998-01-23T00:00:00Z"))));
        let past = Given { at: Some(now), ..Given::default() };
        assert!(
            matches!(past.lapse(Zone::UTC, now).map_err(Error::into_reason), Err(Reason::InvalidRequest { path, .. }) if path == "args.expires_at")
        );
        assert!(Given { never: true, ..past }.lapse(Zone::UTC, now).is_err());
        for days in [0, PERIOD_MAX + 1, u32::MAX] {
            assert!(Given { after_days: Some(days), ..Given::default() }.lapse(Zone::UTC, now).is_err(), "{days}");
        }
        assert_eq!(Given::default().lapse(Zone::UTC, now).unwrap(), None);
    }
}
