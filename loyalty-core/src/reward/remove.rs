//! `reward.remove`

use schemars::JsonSchema;

use super::{Cause, IssuedReward, OneReward, Paid, RewardState, take_back};
use crate::access::check_limits;
use crate::action::Needs;
use crate::customer::Customer;
use crate::entry::{Entry, Texts};
use crate::error::Error;
use crate::id::{CustomerId, Line, Ref, Text};
use crate::json::Json;
use crate::ledger::{Ledger, Origin};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::stamp_card::uncount;
use crate::unit::Unit;

/// Takes a reward away from a customer that they have not used.
///
/// With `give_back` it is canceled, as if it had never been: the price returns, into the very lots that paid it, and so do the piece of the stock and
/// the place in the customer's limit. Without, it is removed, and what it took stays taken.
///
/// Errors: `already_used` for one that was used; `not_eligible` for one that was canceled or removed already; `limit_exceeded` when the price is more
/// than the actor's roles may give back; `not_found`.
///
/// Rules R4, L9, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Remove {
    /// The customer.
    pub customer: CustomerId,
    /// The id of the customer's reward.
    pub id: Ref,
    /// Why; staff only.
    pub reason: Line,
    /// Whether it gives back what it took; one that has expired can do so too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub give_back: bool,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Operation for Remove {
    const NAME: &'static str = "reward.remove";
    const KIND: Kind = Kind::Command;
    type Output = OneReward;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<OneReward, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        Needs::Live.check(&customer, &unit.program())?;
        let root = customer.root();
        let unknown = || Error::not_found("reward", &self.id);
        let mut issued = IssuedReward::find(unit, &root, &self.id)?.ok_or_else(unknown)?;
        issued.require(&[RewardState::Outstanding, RewardState::Expired], unit.now())?;
        if self.give_back {
            take_back(unit, &issued)?;
            if let Some(paid) = &issued.facts.paid {
                self.pay_back(unit, &customer, paid)?;
                if issued.facts.cause == Cause::StampCard {
                    for root in issued.counted_at(unit)? {
                        uncount(unit, &root, &paid.point_type)?;
                    }
                }
            }
        }
        issued.state = if self.give_back { RewardState::Canceled } else { RewardState::Removed };
        issued.facts.removed_at = Some(unit.now());
        issued.facts.reason = Some(self.reason.clone());
        issued.facts.comment = self.comment.clone().or(issued.facts.comment);
        issued.facts.note = self.note.clone().or(issued.facts.note);
        unit.put(&issued);
        Ok(OneReward { customer: customer.id, reward: issued.view(unit.now(), false)? })
    }
}

impl Remove {
    /// Gives the price back, as far as nobody has done so by hand.
    fn pay_back(&self, unit: &mut Unit<'_>, customer: &Customer, paid: &Paid) -> Result<(), Error> {
        let found = customer.own_ref(&paid.entry, "");
        let (root, point_type, number) = found.ok_or_else(|| Error::internal("a reward without the entry that paid it"))?;
        let entry = unit.get::<Entry>(Entry::key(&root, point_type, number))?;
        if entry.is_none_or(|entry| entry.reversed >= entry.amount.magnitude()) {
            return Ok(());
        }
        let texts = Texts::new(Some(&self.reason), self.comment.as_ref(), self.note.as_ref());
        let mut ledger = Ledger::open(unit, customer, point_type)?;
        let reversal = ledger.reverse_of(&root, number, None, Origin { texts, ..Origin::default() })?;
        let point_type = ledger.point_type.clone();
        ledger.close();
        check_limits(unit, Self::NAME, &point_type, reversal.entry.amount)
    }
}
