//! `order.quote`

use schemars::JsonSchema;

use super::{Basket, Line, Order, Payment, PaymentStatus, Share};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::earning::{Outcome, Verdict, assess, case_of, room};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Ref, Slug};
use crate::json::Json;
use crate::ledger::find_type;
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::program::Program;
use crate::record::Root;
use crate::status;
use crate::time::Timestamp;
use crate::unit::Unit;

/// What a basket would earn, and why: by rule and by line, and which rules do not fit. Nothing is recorded.
///
/// It takes the very way that an order takes when it earns. Without a customer it answers for a member in no group and with no status, as a
/// shop's product page shows it; rules that ask for more say so.
///
/// Errors: `invalid_request` as for `order.record`; `not_found` for a customer that is not there.
///
/// Rules O2, O3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The customer who asks; nobody in particular when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// When it would be placed; now when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// The currency, three capital letters.
    pub currency: String,
    /// The lines, 1 to 500.
    pub lines: Vec<Line>,
    /// Discount on the whole.
    #[serde(default)]
    pub discount: Quantity,
    /// Shipping.
    #[serde(default)]
    pub shipping: Quantity,
    /// Tax.
    #[serde(default)]
    pub tax: Quantity,
    /// How much of it would be paid with points.
    #[serde(default)]
    pub paid_with_points: Quantity,
}

/// The answer of `order.quote`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Quoted {
    /// What it comes to.
    pub total: Quantity,
    /// What it would earn of each point type.
    pub earns: Vec<Sum>,
    /// What each rule says, in the order of the program.
    pub rules: Vec<Said>,
    /// Why it would not earn now, whatever the rules say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_earned: Option<String>,
}

/// An amount of a point type.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Sum {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much.
    pub amount: Quantity,
}

/// What a rule says of a basket.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Said {
    /// The rule.
    pub rule: Slug,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// What it would give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// What each part would have of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// A multiplier that fits: by how much it multiplies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<Quantity>,
    /// Why it gives nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_not: Option<String>,
}

impl Operation for Quote {
    const NAME: &'static str = "order.quote";
    const KIND: Kind = Kind::Query;
    type Output = Quoted;

    fn roots(&self) -> Vec<Root> {
        self.customer.iter().flat_map(operation::customer).gather()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Quoted, Error> {
        let customer = self.customer.as_ref().map(|id| Customer::load(unit, id)).transpose()?;
        let (program, order) = (unit.program(), self.order(unit)?);
        let (mut left, mut held) = (Pairs::new(), Vec::new());
        if let Some(customer) = &customer {
            (left, held) = (room(unit, customer, &program)?, status::standing(unit, &customer.root())?);
        }
        let mut quoted = Quoted { total: order.total()?.normal(), earns: Vec::new(), rules: Vec::new(), not_earned: None };
        if !program.currencies.contains_key(&self.currency) {
            quoted.not_earned = Some(format!("the program does not list the currency {}", self.currency));
            return Ok(quoted);
        }
        for verdict in assess(&case_of(&program, &order, customer.as_ref(), &held, left))? {
            quoted.add(&program, customer.as_ref(), verdict)?;
        }
        Ok(quoted)
    }
}

impl Quote {
    /// The order that it would be.
    fn order(&self, unit: &Unit<'_>) -> Result<Order, Error> {
        let program = unit.program();
        let basket =
            Basket { currency: &self.currency, lines: &self.lines, discount: self.discount, shipping: self.shipping, tax: self.tax };
        let mut facts = basket.facts(&program)?;
        if self.paid_with_points.is_negative() {
            return Err(Error::invalid("args.paid_with_points", "must not be negative"));
        }
        if self.paid_with_points.is_positive() {
            facts.payments.push(Payment {
                id: Id::new("points").map_err(Error::internal)?,
                method: None,
                amount: self.paid_with_points,
                status: PaymentStatus::Paid,
                points: Some(Ref::new("points").map_err(Error::internal)?),
            });
        }
        let number = Id::new("quote").map_err(Error::internal)?;
        Ok(Order { root: Root::program(), number, placed_at: self.placed_at.unwrap_or(unit.now()), earned_at: None, facts })
    }
}

impl Quoted {
    fn add(&mut self, program: &Program, customer: Option<&Customer>, verdict: Verdict<'_>) -> Result<(), Error> {
        let rule = verdict.rule;
        let point_type = find_type(program, rule.point_type.as_str())?;
        let (rule_id, id) = (rule.id.clone(), rule.point_type.clone());
        let mut said = Said { rule: rule_id, point_type: id.clone(), amount: None, shares: Vec::new(), times: None, why_not: None };
        match verdict.outcome {
            Outcome::Not(why) => said.why_not = Some(why),
            Outcome::Multiplies => said.times = rule.times,
            Outcome::Gives(_) if customer.is_some_and(|customer| customer.require_for(point_type).is_err()) => {
                let state = customer.map_or("", |customer| customer.membership.state.name());
                said.why_not = Some(format!("state '{state}' does not earn it"));
            }
            Outcome::Gives(gift) => {
                let amount = gift.amount.decimal(point_type.places);
                said.amount = Some(amount);
                said.shares = gift.shares;
                match self.earns.iter_mut().find(|sum| sum.point_type == id) {
                    Some(sum) => sum.amount = sum.amount.plus(amount)?,
                    None => self.earns.push(Sum { point_type: id, amount }),
                }
            }
        }
        self.rules.push(said);
        Ok(())
    }
}
