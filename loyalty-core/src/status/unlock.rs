//! `status.unlock`

use schemars::JsonSchema;

use super::change::{StatusChangeFacts, StatusChangeKind};
use super::{Ladder, Standing, StatusView};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Slug, Text};
use crate::json::Json;
use crate::membership::Capability;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Takes off the lock that an agent put on a status: from now on evaluation decides again, and does so at once.
///
/// Errors: `not_found` for an unknown customer or system; `not_eligible` when nothing is locked, or for who is no member; `version_conflict`.
///
/// Rule Y3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unlock {
    /// The customer.
    pub customer: CustomerId,
    /// The status system.
    pub system: Slug,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Operation for Unlock {
    const NAME: &'static str = "status.unlock";
    const KIND: Kind = Kind::Command;
    type Output = StatusView;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<StatusView, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        customer.require(Capability::Evaluated)?;
        let program = unit.program();
        let ladder = Ladder::find(&program, &self.system)?;
        let mut standing = Standing::open(unit, &customer, &ladder)?;
        unit.check_version("status", standing.facts.version)?;
        if standing.facts.lock.take().is_none() {
            return Err(Error::not_eligible(format_args!("nothing is locked in '{}'", self.system)));
        }
        let facts = StatusChangeFacts::by_hand(unit, StatusChangeKind::Unlocked, self.comment.as_ref(), self.note.as_ref());
        standing.note(unit, unit.now(), StatusChangeFacts { from: standing.status.clone(), ..facts });
        standing.judge(unit, &ladder, &customer, false);
        standing.close(unit, &ladder, &customer)?;
        standing.view(unit, &ladder, &customer)
    }
}
