//! `reward.redeem`

use schemars::JsonSchema;

use super::issuing::check;
use super::offer::{check_offer, find, standing};
use super::{Cause, Paid, RewardView, issue};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::{EntryKind, Texts, entry_ref};
use crate::error::Error;
use crate::id::{CustomerId, Slug};
use crate::json::Json;
use crate::ledger::{Ledger, Origin};
use crate::operation::{self, Kind, Operation};
use crate::program::Reward;
use crate::record::Root;
use crate::unit::Unit;

/// Lets a customer have a reward of the catalogue for its price.
///
/// All of it happens or nothing: the price is spent, a piece of the stock and a place in the customer's limit are taken, and the reward is issued
/// with a code. A preview shows the name, the balance and what would remain. `reward.options` tells beforehand what can be had.
///
/// Errors: `insufficient_balance` when it costs too much; `out_of_stock`, with how many are left; `limit_exceeded` when the customer has had as many
/// as one can have; `not_eligible` for other groups or statuses, before its time, without a price, or where the membership state does not allow
/// it; `expired` after its time; `not_found`.
///
/// Rules R1, R2, R5.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redeem {
    /// The customer.
    pub customer: CustomerId,
    /// The reward of the catalogue.
    pub reward: Slug,
}

/// The result of `reward.redeem`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Redeemed {
    /// The customer.
    pub customer: CustomerId,
    /// The reward.
    pub reward: RewardView,
    /// What the customer could spend before.
    pub balance: Quantity,
    /// What remains to be spent.
    pub remaining: Quantity,
}

impl Operation for Redeem {
    const NAME: &'static str = "reward.redeem";
    const KIND: Kind = Kind::Command;
    type Output = Redeemed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Redeemed, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let program = unit.program();
        let reward = find(&program, &self.reward)?;
        let standing = standing(unit, &customer.root())?;
        check_offer(unit, &customer, &standing, reward)?;
        check(unit, &customer, reward)?;
        let (paid, balance, remaining) = pay(unit, &customer, reward)?;
        let mut issued = issue(unit, &customer, reward, Cause::Redeemed)?;
        issued.facts.paid = Some(paid);
        unit.put(&issued);
        let view = issued.view(unit.now(), unit.context().is_customer())?;
        Ok(Redeemed { customer: customer.id, reward: view, balance, remaining })
    }
}

/// Spends the price; what was paid, and what could be spent before and after.
fn pay(unit: &mut Unit<'_>, customer: &Customer, reward: &Reward) -> Result<(Paid, Quantity, Quantity), Error> {
    let cost = reward.cost.clone().ok_or_else(|| Error::internal("a reward without a price was offered"))?;
    let mut ledger = Ledger::open(unit, customer, cost.point_type.as_str())?;
    customer.require_for(&ledger.point_type)?;
    let places = ledger.point_type.places;
    let balance = ledger.account.active()?.decimal(places);
    let texts = Texts { comment: Some(reward.title().to_owned()), ..Texts::default() };
    let entry = ledger.debit(EntryKind::Spend, cost.amount.amount(places, "program")?, Origin { texts, ..Origin::default() })?;
    let remaining = ledger.close().active()?.decimal(places);
    let paid = Paid { point_type: cost.point_type, amount: cost.amount, entry: entry_ref(&customer.id, &entry.point_type, entry.number)? };
    Ok((paid, balance, remaining))
}
