//! `report.liability`

use schemars::JsonSchema;

use super::{Holder, Walk, add, no_earlier, resume, row_for, slug, stretch};
use crate::account::Account;
use crate::amount::Quantity;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::Slug;
use crate::json::{self, Json, Raw};
use crate::lot::{Lot, Place};
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// The days up to which each age reaches; the last has no end.
const AGES: [u32; 4] = [30, 90, 180, 365];

/// What the shop owes: the value outstanding in each point type, on accounts and on gift cards, by its age.
///
/// One request walks over a stretch of all accounts and answers with the sums so far; ask again with `next` as `cursor` until there is none.
/// The sums travel in the cursor: nothing has to be added up.
///
/// Each account is counted once and is settled as it is counted: what has lapsed is not counted, swept or not. Accounts that change while you
/// go from stretch to stretch are counted as they were when the walk came by; ask at a quiet time where that matters. The cost follows the
/// accounts and the lots that are not empty, never the history.
///
/// Errors: `invalid_request` for a limit outside of 1 to 2,000, and for a cursor that no answer gave.
///
/// Rules L6, L7.
#[derive(Debug, Clone, Default, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Liability {
    /// How many accounts to walk over, 1 to 2,000; 500 when absent. A customer has an account in each point type they ever had some of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where to go on: `next` of the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// What is outstanding: all of it when there is no `next`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct LiabilityReport {
    /// When the first account was counted: everything is settled up to this moment or a later one, up to `at`.
    pub since: Timestamp,
    /// When the last account so far was counted.
    pub at: Timestamp,
    /// The sums, by point type, and apart for customers and gift cards.
    pub outstanding: Vec<Outstanding>,
    /// Where to go on; absent when all accounts are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// What is outstanding in a point type. `total = active + pending + held − debt`, the sum of what `points.balance` says of all of them.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Outstanding {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// Whose it is.
    pub holder: Holder,
    /// How many accounts have some or owe some.
    pub accounts: u64,
    /// What can be spent now.
    pub active: Quantity,
    /// What becomes active later.
    pub pending: Quantity,
    /// What holds have set aside.
    pub held: Quantity,
    /// What is owed to the shop.
    pub debt: Quantity,
    /// What all entries come to.
    pub total: Quantity,
    /// What is active, pending and held, by how long ago it was earned: 0 to 30 days, to 90, to 180, to 365, and longer.
    pub ages: Vec<Aged>,
}

/// What was earned a time ago.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Aged {
    /// So many days ago at least, by the calendar of the program's zone.
    pub days: u32,
    /// How many lots: credits, or what is left of them in one place.
    pub lots: u64,
    /// What of it can be spent now.
    pub active: Quantity,
    /// What of it becomes active later.
    pub pending: Quantity,
    /// What of it holds have set aside.
    pub held: Quantity,
}

/// What travels in the cursor.
#[derive(Json)]
struct SoFar {
    since: Timestamp,
    rows: Vec<Outstanding>,
}

impl Operation for Liability {
    const NAME: &'static str = "report.liability";
    const KIND: Kind = Kind::Query;
    type Output = LiabilityReport;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<LiabilityReport, Error> {
        let size = stretch(self.limit)?;
        let (after, so_far) = resume(self.cursor.as_deref(), Self::NAME)?.unzip();
        let so_far = so_far.map(|rows| json::stored::<SoFar>(rows.get())).transpose().map_err(|_| crate::page::unknown_cursor())?;
        let (since, mut rows) = so_far.map_or((None, Vec::new()), |so_far| (Some(so_far.since), so_far.rows));
        let walk = Walk::behind(unit, after, size)?;
        let (zone, now) = (unit.program().time_zone, unit.now());
        let begins = AGES.map(|days| zone.first_instant(zone.date(now).minus_days(days)));
        let is_empty = |account: &Account| account.balance.is_zero() && account.debt.is_zero();
        walk.each(unit, is_empty, |account, lots| {
            let (point_type, holder) = (slug(&account.point_type)?, Holder::of(&account.root));
            let new = || Outstanding::new(point_type.clone(), holder);
            let key_of = |row: &Outstanding| (row.point_type.clone(), row.holder);
            let row = row_for(&mut rows, &(point_type.clone(), holder), key_of, new);
            row.map_or(Ok(()), |row| row.count(account, &lots, &begins))
        })?;
        let (since, at) = (no_earlier(since, now), unit.now());
        let next = walk.next(Self::NAME, Raw::of(&SoFar { since, rows: rows.clone() }));
        let program = unit.program();
        for row in &mut rows {
            let found = program.point_types.iter().find(|point_type| point_type.id == row.point_type);
            row.pad(found.map_or(0, |point_type| point_type.places));
        }
        Ok(LiabilityReport { since, at, outstanding: rows, next })
    }
}

impl Outstanding {
    fn new(point_type: Slug, holder: Holder) -> Self {
        let zero = Quantity::default();
        let aged = |days: &u32| Aged { days: *days, lots: 0, active: zero, pending: zero, held: zero };
        let ages = [0].iter().chain(&AGES).map(|days| if *days == 0 { aged(days) } else { aged(&(days + 1)) }).gather();
        Outstanding { point_type, holder, accounts: 0, active: zero, pending: zero, held: zero, debt: zero, total: zero, ages }
    }

    /// Counts an account with its lots. `begins` are the instants at which the ages begin, the youngest first.
    fn count(&mut self, account: &Account, lots: &[Lot], begins: &[Timestamp]) -> Result<(), Error> {
        let decimal = |amount: crate::amount::Amount| amount.decimal(account.places);
        self.accounts += 1;
        add(&mut self.active, decimal(account.active()?))?;
        add(&mut self.pending, decimal(account.pending))?;
        add(&mut self.held, decimal(account.held))?;
        add(&mut self.debt, decimal(account.debt))?;
        add(&mut self.total, decimal(account.balance))?;
        for lot in lots {
            let age = begins.iter().take_while(|begin| lot.since < **begin).count();
            let Some(aged) = self.ages.get_mut(age) else { continue };
            aged.lots += 1;
            let sum = match lot.place {
                Place::Pending => &mut aged.pending,
                Place::Active | Place::Following => &mut aged.active,
                Place::Held(_) => &mut aged.held,
                Place::Lapsed(_) => continue,
            };
            add(sum, decimal(lot.amount))?;
        }
        Ok(())
    }

    /// Shows all places of the point type, which reading takes off.
    fn pad(&mut self, places: u32) {
        let Outstanding { active, pending, held, debt, total, ages, .. } = self;
        let aged = ages.iter_mut().flat_map(|Aged { active, pending, held, .. }| [active, pending, held]);
        for sum in [active, pending, held, debt, total].into_iter().chain(aged) {
            *sum = sum.padded(places);
        }
    }
}
