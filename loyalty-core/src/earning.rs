//! What an order earns (rule O2): rates per unit of currency. Pure, exact decimals.

use rust_decimal::RoundingStrategy;

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
    if !base.is_positive() {
        return Ok(Amount::ZERO);
    }
    let exact = if rule.full_steps {
        Quantity::new(base.over(rule.per)?.decimal().floor()).times(rule.points)?
    } else {
        // Multiplied first: a division that does not come out even would lose the last digit.
        base.times(rule.points)?.over(rule.per)?
    };
    let strategy = match rule.rounding {
        Rounding::Down => RoundingStrategy::ToZero,
        Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
        Rounding::Up => RoundingStrategy::AwayFromZero,
    };
    Quantity::new(exact.decimal().round_dp_with_strategy(places, strategy)).amount(places, "args")
}

/// The part of an order's value that a rule counts.
fn base(rule: &EarningRule, order: &Order) -> Result<Quantity, Error> {
    let mut base = order.goods()?;
    if rule.include_shipping {
        base = base.plus(order.facts.shipping)?;
    }
    if rule.include_tax {
        base = base.plus(order.facts.tax)?;
    }
    Ok(base)
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
