//! A basket as it comes in, with an order or with the question what it would earn (rule O1).

use schemars::JsonSchema;

use super::{OrderFacts, OrderLine};
use crate::amount::Quantity;
use crate::error::Error;
use crate::id::{Id, Line as LineOfText};
use crate::json::Json;
use crate::limits::{ORDER_LINES_MAX, PLACES_MAX};
use crate::pairs::Pairs;
use crate::program::Program;

/// A line of an order as it comes in.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The host's id of the line, unique in the order; its position from 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<Id>,
    /// The category of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<LineOfText>,
    /// How many, more than zero; 1 when absent.
    #[serde(default = "one")]
    pub quantity: Quantity,
    /// The price of one, not negative.
    pub unit_price: Quantity,
    /// Discount on the line, not negative.
    #[serde(default)]
    pub discount: Quantity,
    /// Whether it sells gift cards: then it earns nothing, unless a rule says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gift_card: bool,
}

fn one() -> Quantity {
    Quantity::from(1)
}

/// What is in a basket.
pub struct Basket<'r> {
    /// The currency, three capital letters.
    pub currency: &'r str,
    /// The lines.
    pub lines: &'r [Line],
    /// Discount on the whole.
    pub discount: Quantity,
    /// Shipping.
    pub shipping: Quantity,
    /// Tax.
    pub tax: Quantity,
}

impl Basket<'_> {
    /// The facts of such an order, and nothing else yet.
    ///
    /// # Errors
    /// `invalid_request` with the path of what does not fit.
    pub fn facts(&self, program: &Program) -> Result<OrderFacts, Error> {
        Ok(OrderFacts {
            currency: self.currency.to_owned(),
            lines: self.check(program)?,
            discount: self.discount,
            shipping: self.shipping,
            tax: self.tax,
            places: program.currencies.get(self.currency).copied(),
            ..OrderFacts::default()
        })
    }

    /// The lines, each with its id, after everything was checked that can be without the customer.
    ///
    /// # Errors
    /// `invalid_request` with the path of what does not fit.
    fn check(&self, program: &Program) -> Result<Vec<OrderLine>, Error> {
        let code = self.currency.len() == 3 && self.currency.bytes().all(|byte| byte.is_ascii_uppercase());
        if !code {
            return Err(Error::invalid("args.currency", "is not a currency code of three capital letters"));
        }
        check_count("args.lines", self.lines.len(), 1)?;
        let money = |quantity: Quantity, path: String| check_money(program, self.currency, quantity, &path);
        for (path, quantity) in [("discount", self.discount), ("shipping", self.shipping), ("tax", self.tax)] {
            money(quantity, format!("args.{path}"))?;
        }
        let mut lines = Vec::with_capacity(self.lines.len());
        let mut goods = Quantity::default().minus(self.discount)?;
        for (index, line) in self.lines.iter().enumerate() {
            let path = format!("args.lines[{index}]");
            money(line.unit_price, format!("{path}.unit_price"))?;
            money(line.discount, format!("{path}.discount"))?;
            if !line.quantity.is_positive() {
                return Err(Error::invalid(format_args!("{path}.quantity"), "must be more than zero"));
            }
            goods = goods.plus(line.quantity.times(line.unit_price)?)?.minus(line.discount)?;
            lines.push(line.clone().with_id(index)?);
        }
        check_unique("args.lines", lines.iter().map(|line| line.id.as_str()))?;
        if goods.is_negative() {
            return Err(Error::invalid("args.discount", "discounts are more than the lines; an order is not worth less than nothing"));
        }
        Ok(lines)
    }
}

impl Line {
    fn with_id(self, index: usize) -> Result<OrderLine, Error> {
        let id = match self.id {
            Some(id) => id,
            None => Id::new((index + 1).to_string()).map_err(Error::internal)?,
        };
        Ok(OrderLine {
            id,
            sku: self.sku,
            category: self.category,
            quantity: self.quantity,
            unit_price: self.unit_price,
            discount: self.discount,
            gift_card: self.gift_card,
        })
    }
}

/// Refuses a list that is too short or too long.
pub(super) fn check_count(path: &str, count: usize, least: usize) -> Result<(), Error> {
    let fits = (least..=ORDER_LINES_MAX).contains(&count);
    if fits { Ok(()) } else { Err(Error::invalid(path, format_args!("must have {least} to {ORDER_LINES_MAX} items"))) }
}

/// Refuses what is below zero, and more places than the currency has.
pub(super) fn check_money(program: &Program, currency: &str, quantity: Quantity, path: &str) -> Result<(), Error> {
    if quantity.is_negative() {
        return Err(Error::invalid(path, "must not be negative"));
    }
    // In a currency that the program does not list the host's places are as good as any.
    quantity.amount(program.currencies.get(currency).copied().unwrap_or(PLACES_MAX), path).map(|_| ())
}

/// Refuses ids that stand twice.
pub(super) fn check_unique<'i>(path: &str, ids: impl Iterator<Item = &'i str>) -> Result<(), Error> {
    let mut seen = Pairs::new();
    for (index, id) in ids.enumerate() {
        if seen.insert(id, ()).is_some() {
            return Err(Error::invalid(format_args!("{path}[{index}].id"), format_args!("'{id}' stands there twice; give every id once")));
        }
    }
    Ok(())
}
