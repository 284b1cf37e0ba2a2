//! What of an order was given back: by lines, by amounts, or all of it (rule O4). Pure.

use schemars::JsonSchema;

use super::facts::is_nothing;
use super::part::{Charge, Part, PartName};
use super::{Order, OrderFacts};
use crate::amount::Quantity;
use crate::earning::share_value;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::{Id, Line, Ref};
use crate::json::Json;
use crate::pairs::Pairs;
use crate::time::Timestamp;

/// A refund as the order keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Refunded {
    /// The host's id of the refund.
    pub id: Id,
    /// When it was recorded.
    pub at: Timestamp,
    /// What it comes to in the order's currency.
    pub amount: Quantity,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What was asked for.
    #[serde(flatten)]
    pub wanted: Wanted,
}

/// What a refund is about; everything that is left when nothing is named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
pub struct Wanted {
    /// Lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<RefundedLine>,
    /// Shipping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<Quantity>,
    /// Tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Quantity>,
    /// An amount on the order as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<Quantity>,
}

/// A line in a refund.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct RefundedLine {
    /// The line's id.
    pub line: Id,
    /// How many items; with no amount either, all that was left of the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// How much of what the line cost, instead of items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
}

/// What of a part of an order was given back: items and amounts add up, to the whole part at most.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Returned {
    /// How many items of a line.
    #[serde(default)]
    pub quantity: Quantity,
    /// Amounts.
    #[serde(default)]
    pub amount: Quantity,
    /// The part.
    #[serde(flatten)]
    pub part: PartName,
}

/// Points, or value of a gift card, that paid for an order, and what refunds made of them.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct GivenBack {
    /// The entry or hold that paid.
    pub source: Ref,
    /// How much of it came back.
    pub amount: Quantity,
    /// How much of it stayed spent, as the program said at the time of a refund; a later program changes nothing about it.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub kept: Quantity,
}

/// What one refund came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Returning {
    /// In all.
    pub amount: Quantity,
    /// For goods.
    pub goods: Quantity,
    /// Whether the last of the goods came back with it.
    pub last_goods: bool,
}

impl Order {
    /// What of a whole that belongs to a part goes with what was given back of it: of its value, or of its share of what was earned.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn returned_of(&self, part: &Part<'_>, whole: Quantity) -> Result<Quantity, Error> {
        let Some(returned) = self.returned(part).filter(|_| !self.facts.returned_all) else {
            return Ok(if self.facts.returned_all { whole } else { Quantity::default() });
        };
        // The value decides whether all of it is back: money is exact, where a third of what was earned is not.
        let measure = if part.value.is_positive() { part.value } else { Quantity::from(1) };
        if returned.of(part, measure)? >= measure { Ok(whole) } else { Ok(returned.of(part, whole)?.min(whole)) }
    }

    fn returned(&self, part: &Part<'_>) -> Option<&Returned> {
        self.facts.returned.iter().find(|returned| returned.part == part.name)
    }

    /// What a part's given back items and amounts come to; fractions of the smallest coin stay with the shop until the last.
    fn returned_value(&self, part: &Part<'_>) -> Result<Quantity, Error> {
        let value = self.returned_of(part, part.value)?;
        if value == part.value { Ok(value) } else { Ok(value.cut(self.money_places())) }
    }

    fn returned_where(&self, counts: impl Fn(&Part<'_>) -> bool) -> Result<Quantity, Error> {
        let parts = self.parts()?;
        parts.iter().filter(|part| counts(part)).try_fold(Quantity::default(), |sum, part| sum.plus(self.returned_value(part)?))
    }

    /// What was given back in all.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn returned_in_all(&self) -> Result<Quantity, Error> {
        self.returned_where(|_| true)
    }

    /// What was given back for goods.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn returned_goods(&self) -> Result<Quantity, Error> {
        self.returned_where(|part| part.line.is_some())
    }

    /// How much of the order was given back, 0 to 1.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn returned_of_all(&self) -> Result<Quantity, Error> {
        let total = self.total()?;
        if self.facts.returned_all || !total.is_positive() {
            return Ok(Quantity::from(i64::from(self.facts.returned_all)));
        }
        self.returned_in_all()?.over(total)
    }

    /// Gives back what a refund is about, and says what it comes to.
    ///
    /// # Errors
    /// `exceeds_order` beyond what is left; `not_found` for a line that the order does not have; `invalid_request` for what is zero or negative, has
    /// too many decimal places, or names a line twice.
    pub fn give_back(&mut self, wanted: &Wanted) -> Result<Returning, Error> {
        let (all, goods) = (self.returned_in_all()?, self.returned_goods()?);
        let had_goods = !self.goods_are_back()?;
        let steps = self.steps(wanted)?;
        if steps.is_empty() {
            self.facts.returned_all = true;
        }
        for step in steps {
            let place = self.facts.returned.iter().position(|returned| returned.part == step.part);
            match place.and_then(|place| self.facts.returned.get_mut(place)) {
                Some(returned) => {
                    returned.quantity = returned.quantity.plus(step.quantity)?;
                    returned.amount = returned.amount.plus(step.amount)?;
                }
                None => self.facts.returned.push(step),
            }
        }
        let amount = self.returned_in_all()?.minus(all)?.normal();
        let goods = self.returned_goods()?.minus(goods)?.normal();
        Ok(Returning { amount, goods, last_goods: had_goods && self.goods_are_back()? })
    }

    /// Whether all lines were given back, whatever is left of shipping and tax.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn goods_are_back(&self) -> Result<bool, Error> {
        let one = Quantity::from(1);
        let parts = self.parts()?;
        for part in parts.iter().filter(|part| part.line.is_some()) {
            if self.returned_of(part, one)? != one {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What a refund adds to each part; nothing stands for all that is left.
    fn steps(&self, wanted: &Wanted) -> Result<Vec<Returned>, Error> {
        if self.facts.returned_all {
            return Err(exceeds("the refund", Quantity::default()));
        }
        let parts = self.parts()?;
        let mut steps = Vec::new();
        let mut seen = Pairs::new();
        for (index, line) in wanted.lines.iter().enumerate() {
            let path = format!("args.lines[{index}]");
            if seen.insert(line.line.as_str(), ()).is_some() {
                return Err(Error::invalid(format_args!("{path}.line"), "stands there twice; give every line once"));
            }
            let name = PartName { line: Some(line.line.clone()), charge: None };
            let part = parts.iter().find(|part| part.name == name).ok_or_else(|| Error::not_found("line", &line.line))?;
            steps.push(self.step_of_line(part, line, &path)?);
        }
        for (charge, amount) in [(Charge::Shipping, wanted.shipping), (Charge::Tax, wanted.tax)] {
            let Some(amount) = amount else { continue };
            let name = PartName { line: None, charge: Some(charge) };
            let what = if charge == Charge::Tax { "tax" } else { "shipping" };
            let part = parts.iter().find(|part| part.name == name).ok_or_else(|| exceeds(what, Quantity::default()))?;
            steps.push(self.step_of_amount(part, amount, &format!("args.{what}"))?);
        }
        if let Some(amount) = wanted.whole {
            self.check_amount(amount, "args.amount")?;
            let left = parts.iter().map(|part| part.value.minus(self.returned_value(part)?)).gather::<Result<Vec<_>, Error>>()?;
            let all = left.iter().try_fold(Quantity::default(), |sum, left| sum.plus(*left))?;
            if amount > all {
                return Err(exceeds("the refund", all));
            }
            // The last of the money is the last of the order.
            if amount == all {
                return Ok(Vec::new());
            }
            let shares = share_value(amount, &left, self.money_places())?;
            let share = |(part, amount): (&Part<'_>, Quantity)| Returned { quantity: Quantity::default(), amount, part: part.name.clone() };
            steps.extend(parts.iter().zip(shares).filter(|(_, amount)| amount.is_positive()).map(share));
        }
        Ok(steps)
    }

    fn step_of_line(&self, part: &Part<'_>, wanted: &RefundedLine, path: &str) -> Result<Returned, Error> {
        let returned = self.returned(part);
        let ordered = part.line.map_or(Quantity::default(), |line| line.quantity);
        let left = ordered.minus(returned.map_or(Quantity::default(), |returned| returned.quantity))?;
        match (wanted.quantity, wanted.amount) {
            (Some(_), Some(_)) => Err(Error::invalid(path, "names both `quantity` and `amount`; name one")),
            (None, Some(amount)) => self.step_of_amount(part, amount, &format!("{path}.amount")),
            (quantity, None) => {
                let quantity = quantity.unwrap_or(left);
                if quantity > left || left.decimal().is_zero() {
                    return Err(exceeds(&format!("line '{}'", wanted.line), left));
                }
                if !quantity.is_positive() {
                    return Err(Error::invalid(format_args!("{path}.quantity"), "must be more than zero"));
                }
                Ok(Returned { quantity, amount: Quantity::default(), part: part.name.clone() })
            }
        }
    }

    fn step_of_amount(&self, part: &Part<'_>, amount: Quantity, path: &str) -> Result<Returned, Error> {
        self.check_amount(amount, path)?;
        let left = part.value.minus(self.returned_value(part)?)?;
        if amount > left {
            return Err(exceeds(path, left));
        }
        Ok(Returned { quantity: Quantity::default(), amount, part: part.name.clone() })
    }

    fn check_amount(&self, amount: Quantity, path: &str) -> Result<(), Error> {
        if !amount.is_positive() {
            return Err(Error::invalid(path, "must be more than zero"));
        }
        let OrderFacts { places, .. } = &self.facts;
        amount.amount(places.unwrap_or(crate::limits::PLACES_MAX), path).map(drop)
    }
}

impl Returned {
    /// What items and amounts have of a whole; multiplied first, since a division that does not come out even would lose the last digit.
    fn of(&self, part: &Part<'_>, whole: Quantity) -> Result<Quantity, Error> {
        let of_items = part.line.map_or(Ok(Quantity::default()), |line| whole.times(self.quantity)?.over(line.quantity))?;
        let of_value = if part.value.is_positive() { whole.times(self.amount)?.over(part.value)? } else { Quantity::default() };
        of_items.plus(of_value)
    }
}

fn exceeds(what: &str, left: Quantity) -> Error {
    Reason::ExceedsOrder { what: what.to_owned(), left: left.normal().to_string() }.into()
}
