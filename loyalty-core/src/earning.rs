//! What an order earns (rule O2): rates per unit of currency. Pure, exact decimals.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::amount::{Amount, Quantity};
use crate::error::Error;
use crate::order::Order;
use crate::program::{EarningRule, Rounding};

/// What a rule gives for an order, in smallest units of a point type with `places` decimal places.
///
/// `points × base ÷ per`; with `full_steps` only whole steps of `per` count: 10 points per full 2 give 30 on 7.
///
/// # Errors
/// `limit_exceeded` beyond the bounds of amounts.
pub fn earned(rule: &EarningRule, order: &Order, places: u32) -> Result<Amount, Error> {
    let base = base(rule, order)?;
    if base <= Decimal::ZERO {
        return Ok(Amount::ZERO);
    }
    let (points, per) = (rule.points.decimal(), rule.per.decimal());
    let exact = if rule.full_steps {
        let steps = base.checked_div(per).map(|steps| steps.floor());
        steps.and_then(|steps| steps.checked_mul(points))
    } else {
        // Multiplied first: a division that does not come out even would lose the last digit.
        base.checked_mul(points).and_then(|product| product.checked_div(per))
    };
    let strategy = match rule.rounding {
        Rounding::Down => RoundingStrategy::ToZero,
        Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
        Rounding::Up => RoundingStrategy::AwayFromZero,
    };
    let rounded = exact.ok_or_else(too_large)?.round_dp_with_strategy(places, strategy);
    Quantity::new(rounded).amount(places, "args")
}

/// The part of an order's value that a rule counts.
fn base(rule: &EarningRule, order: &Order) -> Result<Decimal, Error> {
    let mut base = order.goods()?;
    if rule.include_shipping {
        base = base.checked_add(order.facts.shipping.decimal()).ok_or_else(too_large)?;
    }
    if rule.include_tax {
        base = base.checked_add(order.facts.tax.decimal()).ok_or_else(too_large)?;
    }
    Ok(base)
}

fn too_large() -> Error {
    Error::too_large("value of an order")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{read_tree, tree};
    use crate::order::tests::order_of;

    fn rule(points: &str, per: &str, full_steps: bool, rounding: Rounding) -> EarningRule {
        let rule = serde_json::json!({
            "id": "rate", "type": "points", "points": points, "per": per, "full_steps": full_steps, "rounding": tree(&rounding)
        });
        read_tree(&rule.into(), "").unwrap()
    }

    fn units(rule: &EarningRule, value: &str, places: u32) -> i64 {
        earned(rule, &order_of(value), places).unwrap().units()
    }

    // rules O2, T6
    #[test]
    fn ten_points_per_full_two() {
        assert_eq!(units(&rule("10", "2", true, Rounding::Down), "7", 0), 30);
        assert_eq!(units(&rule("10", "2", false, Rounding::Down), "7", 0), 35);
        assert_eq!(units(&rule("1", "1", true, Rounding::Down), "0.99", 0), 0);
    }

    // rules O2, L11, T6
    #[test]
    fn fractions_are_rounded_as_the_rule_says_and_never_lost() {
        assert_eq!(units(&rule("1", "3", false, Rounding::Down), "1", 2), 33);
        assert_eq!(units(&rule("1", "3", false, Rounding::Up), "1", 2), 34);
        assert_eq!(units(&rule("1", "2", false, Rounding::HalfUp), "1", 0), 1);
        assert_eq!(units(&rule("1", "1", false, Rounding::Down), "0.1", 1), 1);
        assert_eq!(units(&rule("3", "3", false, Rounding::Down), "1", 0), 1);
    }
}
