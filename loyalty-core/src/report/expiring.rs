//! `report.expiring`

use schemars::JsonSchema;

use super::{Holder, Walk, add, no_earlier, resume, row_for, slug, stretch};
use crate::account::Account;
use crate::amount::Quantity;
use crate::error::Error;
use crate::id::Slug;
use crate::json::{self, Json, Raw};
use crate::limits::REPORT_MONTHS_MAX;
use crate::lot::{Lot, Place};
use crate::operation::{Kind, Operation};
use crate::page;
use crate::program::Program;
use crate::record::Root;
use crate::time::{Date, Timestamp};
use crate::unit::Unit;

/// How many months the report looks ahead when the request does not say.
const MONTHS_DEFAULT: u32 = 12;

/// What lapses in the months ahead if nothing is spent until then, by point type, on accounts and on gift cards.
///
/// A month is the month in which the instant lies from which on the value no longer counts, in the program's time zone: what is valid through
/// September 30 lapses on October 1, and stands under October. The first month is the one that has begun, with what is still to come of it. What a
/// hold has set aside does not lapse and is left out, and so is what is on an account on hold.
///
/// One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as `cursor` until there is none.
/// Each account is counted once and is settled as it is counted. The cost follows the accounts, and the lots of those on which something falls due
/// in the months asked for, never the history.
///
/// Errors: `invalid_request` for months outside of 1 to 120, a limit outside of 1 to 2,000, and a cursor of another question.
///
/// Rules L4, L6, L12.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expiring {
    /// How many months, 1 to 120, the current one among them; 12 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// How many accounts to walk over, 1 to 2,000; 500 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where to go on: `next` of the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// What lapses: all of it when there is no `next`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct ExpiringReport {
    /// When the first account was counted: everything is settled up to this moment or a later one, up to `at`.
    pub since: Timestamp,
    /// When the last account so far was counted.
    pub at: Timestamp,
    /// The sums, by point type, and apart for customers and gift cards; only where something lapses.
    pub expiring: Vec<Ending>,
    /// Where to go on; absent when all accounts are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// What lapses of a point type.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Ending {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// Whose it is.
    pub holder: Holder,
    /// The months in which something lapses, in their order.
    pub months: Vec<Month>,
}

/// What lapses in a month.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Month {
    /// The first day of the month.
    pub month: Date,
    /// How many lots.
    pub lots: u64,
    /// How much.
    pub amount: Quantity,
    /// How much of it lapses on an account's date, which moves on with the member's activity.
    pub account_date: Quantity,
}

/// What travels in the cursor.
#[derive(Json)]
struct SoFar {
    since: Timestamp,
    rows: Vec<Ending>,
}

impl Operation for Expiring {
    const NAME: &'static str = "report.expiring";
    const KIND: Kind = Kind::Query;
    type Output = ExpiringReport;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<ExpiringReport, Error> {
        let size = stretch(self.limit)?;
        let months = self.months.unwrap_or(MONTHS_DEFAULT);
        if !(1..=REPORT_MONTHS_MAX).contains(&months) {
            return Err(Error::invalid("args.months", format_args!("must be 1 to {REPORT_MONTHS_MAX}")));
        }
        let asked = format!("{} {months}", Self::NAME);
        let (after, so_far) = resume(self.cursor.as_deref(), &asked)?.unzip();
        let so_far = so_far.map(|rows| json::stored::<SoFar>(rows.get())).transpose().map_err(|_| page::unknown_cursor())?;
        let (since, mut rows) = so_far.map_or((None, Vec::new()), |so_far| (Some(so_far.since), so_far.rows));
        let since = no_earlier(since, unit.now());
        let walk = Walk::behind(unit, after, size)?;
        let program = unit.program();
        // The months are those of the first request, also where the walk goes on into the next month.
        let first = first_of(program.time_zone.date(since));
        let end = program.time_zone.first_instant(first.plus_months(months));
        let nothing_due = |account: &Account| account.due_at.is_none_or(|due| due >= end);
        walk.each(unit, nothing_due, |account, lots| count(&mut rows, &program, account, &lots, end))?;
        let next = walk.next(&asked, Raw::of(&SoFar { since, rows: rows.clone() }));
        let at = unit.now();
        for row in &mut rows {
            let places = program.point_types.iter().find(|point_type| point_type.id == row.point_type).map_or(0, |found| found.places);
            for month in &mut row.months {
                (month.amount, month.account_date) = (month.amount.padded(places), month.account_date.padded(places));
            }
        }
        Ok(ExpiringReport { since, at, expiring: rows, next })
    }
}

/// Counts the lots of an account that lapse before `end`.
fn count(rows: &mut Vec<Ending>, program: &Program, account: &Account, lots: &[Lot], end: Timestamp) -> Result<(), Error> {
    let ending = lots.iter().filter(|lot| !matches!(lot.place, Place::Held(_) | Place::Lapsed(_)));
    for lot in ending {
        let Some(at) = lot.ends_at(account.account_date).filter(|at| *at < end) else { continue };
        let key = (slug(&account.point_type)?, Holder::of(&account.root));
        let new = || Ending { point_type: key.0.clone(), holder: key.1, months: Vec::new() };
        let Some(row) = row_for(rows, &key, |row| (row.point_type.clone(), row.holder), new) else { continue };
        let month = first_of(program.time_zone.date(at));
        let new = || Month { month, lots: 0, amount: Quantity::default(), account_date: Quantity::default() };
        let Some(row) = row_for(&mut row.months, &month, |row| row.month, new) else { continue };
        row.lots += 1;
        let amount = lot.amount.decimal(account.places);
        add(&mut row.amount, amount)?;
        if lot.place == Place::Following || lot.lapse == crate::expiry::Lapse::AccountDate {
            add(&mut row.account_date, amount)?;
        }
    }
    Ok(())
}

/// The first day of the month in which a day lies.
fn first_of(day: Date) -> Date {
    day.minus_days(day.day().saturating_sub(1))
}
