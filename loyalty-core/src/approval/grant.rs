//! `approval.grant`

use schemars::JsonSchema;

use super::{Approval, Decided};
use crate::access::GRANT;
use crate::error::Error;
use crate::id::{CustomerId, Id, Text};
use crate::json::{Json, Tree};
use crate::operation::{Kind, Operation, unraw};
use crate::record::Root;
use crate::unit::Unit;

/// Grants what somebody else has asked for above their limits: in the same commit the command is done, as theirs, and without their limits. The receipt
/// is the command's: its entries and balances, and its own answer in `result`. A preview shows it, with a plan token, as of any command.
///
/// Never one's own: not under the same id, nor where one acts through the other, nor by a customer. What is granted is under the limits of whoever
/// grants it and counts for their day: by those of their roles that give the right to the command, or else that give `approval.grant`. Who asked needs
/// the right to the command still. Never more is moved than was asked for: where the command takes what there is, and that has grown, it is refused.
///
/// What refuses the command now (a balance that is gone, a state that has changed) refuses the grant, and the request goes on waiting. Once it is
/// granted, whoever asked and repeats the command with its idempotency key gets the command's receipt.
///
/// Errors: `forbidden` for one's own; `already_used` when it was decided; `expired` after 30 days; `limit_exceeded` above the limits of whoever grants, or above what was asked for;
/// `not_found`; whatever refuses the command.
///
/// Rules P2, P1, L10.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The request's id.
    pub approval: Id,
    /// What is to be said about it; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The result of `approval.grant`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Granted {
    /// The request's id.
    pub approval: Id,
    /// The operation that was asked for and is done now.
    pub operation: String,
    /// Who asked for it.
    pub asked_by: Id,
    /// The customer it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The number of the gift card it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// The command's own answer.
    pub result: Tree,
    /// Of `gift_card.issue`: the code, whole, in the first answer alone: hand it to the recipient and do not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Operation for Grant {
    const NAME: &'static str = GRANT;
    const KIND: Kind = Kind::Command;
    type Output = Granted;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Approval::find_root(unit, &self.approval)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Granted, Error> {
        let mut approval = Approval::load(unit, &self.approval)?;
        approval.require_other(&unit.context().actor)?;
        approval.require_open(unit.now())?;
        if unit.unchecked_version().is_some() {
            return Err(Error::invalid("if_version", "is of the command that was asked for, which has its own; leave it out"));
        }
        approval.use_key(unit)?;
        approval.decide(unit, Decided::Granted, None, self.note.as_ref());
        let facts = approval.facts;
        unit.expect_version(facts.if_version);
        let result = unit.run_for(&facts.asker, &facts.operation, &facts.arguments, facts.above)?;
        Ok(Granted {
            approval: approval.id,
            operation: facts.operation,
            asked_by: facts.asker.id,
            customer: approval.root.customer_id(),
            gift_card: approval.root.gift_card_number(),
            result: unraw(&result)?,
            code: None,
        })
    }
}
