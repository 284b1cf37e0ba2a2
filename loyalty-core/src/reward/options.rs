//! `reward.options`

use schemars::JsonSchema;

use super::issuing::{check, counter, left};
use super::offer::check_offer;
use super::{REWARD_COUNT, RewardCount};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Slug};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::operation::{self, Kind, Operation};
use crate::program::{Cost, InStatus, Moment, Reward, RewardKind};
use crate::record::Root;
use crate::repository::{COUNTER, Key, Table, Value};
use crate::status;
use crate::unit::Unit;

/// What a customer can have for their points: every reward of the catalogue, with its price, whether they can have it now and, where not, why not.
///
/// Errors: `not_found`.
///
/// Rules R1, R2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The customer.
    pub customer: CustomerId,
}

/// The answer of `reward.options`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct RewardOptions {
    /// The customer.
    pub customer: CustomerId,
    /// The rewards, as the program lists them.
    pub options: Vec<RewardOption>,
}

/// A reward that a customer may choose.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct RewardOption {
    /// The reward.
    pub reward: Slug,
    /// The name that people see.
    pub name: String,
    /// What it is.
    pub gives: RewardKind,
    /// What it costs; one without a price is only granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// Whether the customer can have it now.
    pub available: bool,
    /// The code of the error that redeeming it would give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Why not, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the customer can spend of the price's point type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<Quantity>,
    /// What they lack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<Quantity>,
    /// What would remain, where it can be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining: Option<Quantity>,
    /// How many are left; without end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<u64>,
    /// Until when it can be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
}

impl Operation for Options {
    const NAME: &'static str = "reward.options";
    const KIND: Kind = Kind::Query;
    type Output = RewardOptions;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<RewardOptions, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        let program = unit.program();
        let mut keys: Vec<(&'static Table, Key)> = Vec::new();
        for reward in &program.rewards {
            keys.push((&REWARD_COUNT, RewardCount::key(&customer.root(), &reward.id)));
            if reward.stock.is_some() {
                keys.push((&COUNTER, vec![Value::from(counter(&reward.id).as_str())]));
            }
        }
        unit.prefetch(keys)?;
        let standing = status::standing(unit, &customer.root())?;
        let options = program.rewards.iter().map(|reward| option(unit, &customer, &standing, reward)).gather::<Result<_, _>>()?;
        Ok(RewardOptions { customer: self.customer.clone(), options })
    }
}

/// A reward as this customer sees it: refused by the very checks that `reward.redeem` makes, in the same order.
fn option(unit: &mut Unit<'_>, customer: &Customer, standing: &[InStatus], reward: &Reward) -> Result<RewardOption, Error> {
    let mut refusal = check_offer(unit, customer, standing, reward).err();
    if refusal.is_none() {
        refusal = check(unit, customer, reward).err();
    }
    let mut option = RewardOption {
        reward: reward.id.clone(),
        name: reward.title().to_owned(),
        gives: reward.gives.clone(),
        cost: reward.cost.clone(),
        available: false,
        code: None,
        reason: None,
        balance: None,
        missing: None,
        remaining: None,
        left: left(unit, reward)?,
        until: reward.until,
    };
    if let Some(cost) = &reward.cost {
        let ledger = Ledger::open(unit, customer, cost.point_type.as_str())?;
        let places = ledger.point_type.places;
        let (active, price) = (ledger.account.active()?, cost.amount.amount(places, "program")?);
        let lacks = price > active;
        option.balance = Some(active.decimal(places));
        option.missing = lacks.then_some(price.minus(active)?.decimal(places));
        if refusal.is_none() {
            refusal = customer.require_for(&ledger.point_type).err();
        }
        if refusal.is_none() && lacks {
            refusal = Some(ledger.insufficient(price)?);
        }
        option.remaining = refusal.is_none().then_some(active.minus(price)?.decimal(places));
    }
    option.available = refusal.is_none();
    option.code = refusal.as_ref().map(|error| error.code().to_owned());
    option.reason = refusal.map(|error| error.to_string());
    Ok(option)
}
