//! The parts of an order: its lines, shipping and tax, and what each of them is worth (rule O3).

use schemars::JsonSchema;

use super::{Order, OrderFacts, OrderLine};
use crate::amount::Quantity;
use crate::earning::share_value;
use crate::error::Error;
use crate::id::Id;
use crate::json::Json;

/// What an order charges besides its lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Charge {
    /// Shipping.
    #[default]
    Shipping,
    /// Tax.
    Tax,
}

/// Which part of an order: a line, or a charge.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct PartName {
    /// The line's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Id>,
    /// Shipping or tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charge: Option<Charge>,
}

/// A part of an order with what it is worth.
#[derive(Debug, Clone)]
pub struct Part<'o> {
    /// Which.
    pub name: PartName,
    /// The line, unless it is a charge.
    pub line: Option<&'o OrderLine>,
    /// What it costs before discounts.
    pub gross: Quantity,
    /// What it costs: less its own discount and its share of the order's.
    pub value: Quantity,
}

impl Order {
    /// The decimal places in which its money is shared out.
    pub fn money_places(&self) -> u32 {
        self.facts.places.unwrap_or(2)
    }

    /// Its parts, the lines first, then shipping and tax where there are any. Their values add up to the total exactly.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn parts(&self) -> Result<Vec<Part<'_>>, Error> {
        let OrderFacts { lines, discount, shipping, tax, .. } = &self.facts;
        let (mut parts, mut values, mut discount) = (Vec::with_capacity(lines.len() + 2), Vec::with_capacity(lines.len()), *discount);
        for line in lines {
            let gross = line.quantity.times(line.unit_price)?;
            let mut value = gross.minus(line.discount)?;
            // A line that is discounted by more than it costs makes the others cheaper.
            if value.is_negative() {
                discount = discount.minus(value)?;
                value = Quantity::default();
            }
            values.push(value);
            let name = PartName { line: Some(line.id.clone()), charge: None };
            parts.push(Part { name, line: Some(line), gross, value });
        }
        if discount.is_positive() {
            for (part, discount) in parts.iter_mut().zip(share_value(discount, &values, self.money_places())?) {
                part.value = part.value.minus(discount)?;
            }
        }
        for (charge, value) in [(Charge::Shipping, *shipping), (Charge::Tax, *tax)] {
            if value.is_positive() {
                parts.push(Part { name: PartName { line: None, charge: Some(charge) }, line: None, gross: value, value });
            }
        }
        Ok(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::tests::order_of;

    fn values(order: &Order) -> Vec<String> {
        order.parts().unwrap().iter().map(|part| part.value.normal().to_string()).collect()
    }

    // rule O3
    #[test]
    fn the_discount_of_the_order_is_shared_among_its_lines() {
        let mut order = order_of("10");
        let line = |id: &str, price: &str, discount: &str| OrderLine {
            id: Id::new(id).unwrap(),
            unit_price: price.parse().unwrap(),
            discount: discount.parse().unwrap(),
            ..order.facts.lines[0].clone()
        };
        let three = vec![line("1", "10", "0"), line("2", "10", "0"), line("3", "10", "0")];
        let overdone = vec![line("1", "10", "0"), line("2", "3", "4")];
        order.facts.lines = three;
        order.facts.discount = "1".parse().unwrap();
        assert_eq!(values(&order), ["9.66", "9.67", "9.67", "5", "2"], "in cents");
        order.facts.places = Some(0);
        assert_eq!(values(&order), ["9", "10", "10", "5", "2"], "in whole yen");
        order.facts.lines = overdone;
        order.facts.discount = Quantity::default();
        assert_eq!(values(&order), ["9", "0", "5", "2"]);
    }
}
