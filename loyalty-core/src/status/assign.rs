//! `status.assign`

use schemars::JsonSchema;

use super::{Assignment, Ladder, LockKind, Standing, StatusView};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Slug, Text};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::program::Counts;
use crate::record::Root;
use crate::time::Date;
use crate::unit::Unit;

/// Sets a status by hand: any status of the system.
///
/// One that is higher than evaluation gives is locked: it is not lowered, though it may still rise. One that is lower is not raised. That holds
/// through `valid_through`, or until `status.unlock`; `lock` asks for the other lock. Rewards of the status are granted only with
/// `trigger_rewards`, and never twice in its period. In a system whose counter is set by hand, `counter` sets it, with or
/// without a status.
///
/// Errors: `not_found` for an unknown customer or system, or a status that the system does not have; `not_eligible` for who is no member;
/// `invalid_request` for a lock under which evaluation would undo it at once, a date that has passed, or a counter that is not set by hand;
/// `version_conflict`.
///
/// Rules Y3, Y4, Y6, Y7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// The customer.
    pub customer: CustomerId,
    /// The status system.
    pub system: Slug,
    /// The status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Slug>,
    /// The counter, where it is set by hand; not negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<Quantity>,
    /// The lock, where the usual one is not wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<LockKind>,
    /// The last day of the lock, in the program's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Date>,
    /// Whether the rewards of the status are granted, as on rising to it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trigger_rewards: bool,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Operation for Assign {
    const NAME: &'static str = "status.assign";
    const KIND: Kind = Kind::Command;
    type Output = StatusView;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<StatusView, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let program = unit.program();
        let ladder = Ladder::find(&program, &self.system)?;
        let mut standing = Standing::open(unit, &customer, &ladder)?;
        unit.check_version("status", standing.facts.version)?;
        let asked = Assignment {
            status: self.status.as_ref(),
            counter: self.counter(&ladder)?,
            lock: self.lock,
            until: self.valid_through.map(|last| ladder.zone.first_instant(last.plus_days(1))),
            trigger_rewards: self.trigger_rewards,
            comment: self.comment.as_ref(),
            note: self.note.as_ref(),
        };
        standing.assign(unit, &ladder, &customer, &asked)?;
        standing.view(unit, &ladder, &customer)
    }
}

impl Assign {
    /// The counter that is set, if any.
    fn counter(&self, ladder: &Ladder<'_>) -> Result<Option<Quantity>, Error> {
        if self.counter.is_none() && self.status.is_none() {
            return Err(Error::invalid("args.status", "is missing; give a status of the system"));
        }
        let Some(counter) = self.counter else { return Ok(None) };
        if ladder.system.counts != Counts::Manual {
            return Err(Error::invalid("args.counter", format_args!("'{}' counts by itself; leave it out", self.system)));
        }
        if counter.is_negative() {
            return Err(Error::invalid("args.counter", "must not be negative"));
        }
        Ok(Some(counter))
    }
}
