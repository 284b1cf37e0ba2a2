//! What an order earns (rules O2, O3). Pure, exact decimals: the same order, program and customer give the same shares.

mod allocation;
mod assessing;
mod bonus;
mod giving;
mod taking;
mod tally;

pub use allocation::{share, share_amount, share_value};
pub use assessing::{Case, Gift, Outcome, Verdict, assess};
pub use bonus::{grant_birthdays, grant_enrolled, pass_over_enrolled};
pub use giving::{case_of, room, settle};
pub use taking::{Taken, give_back, take_back};
pub use tally::{EARNING_TALLY, Given, Tally};

use crate::amount::{Amount, Quantity};
use crate::error::Error;
use crate::order::Part;
use crate::program::{EarningRule, Gives, Rounding};

/// A part of an order as a rule counts it.
#[derive(Debug, Clone)]
pub struct Counted<'c, 'o> {
    /// The part.
    pub part: &'c Part<'o>,
    /// What of its value counts, or how many items.
    pub base: Quantity,
    /// By how much multipliers multiply it.
    pub times: Quantity,
}

/// What a rule gives for the parts that count for it, in smallest units of a point type with `places` decimal places.
///
/// A rate gives `points × base ÷ per`; with `full_steps` only whole steps of `per` count: 10 points per full 2 give 30 on 7.
///
/// # Errors
/// `limit_exceeded` beyond the bounds of amounts.
pub fn gives(rule: &EarningRule, counted: &[Counted<'_, '_>], places: u32) -> Result<Amount, Error> {
    let points = rule.points.unwrap_or_default();
    let exact = match rule.gives {
        Gives::Rate => rate(rule, points, counted)?,
        Gives::PerItem => sum(counted, Counted::weight)?.times(points)?,
        Gives::PerOrder => points,
        Gives::Times => Quantity::default(),
    };
    let rounded = match rule.rounding {
        Rounding::Down => exact.cut(places),
        Rounding::HalfUp => exact.nearest(places),
        Rounding::Up => exact.up(places),
    };
    rounded.amount(places, "args")
}

fn rate(rule: &EarningRule, points: Quantity, counted: &[Counted<'_, '_>]) -> Result<Quantity, Error> {
    let per = rule.per.unwrap_or(Quantity::from(1));
    let (base, weight) = (sum(counted, |counted| Ok(counted.base))?, sum(counted, Counted::weight)?);
    if !rule.full_steps {
        // Multiplied first: a division that does not come out even would lose the last digit.
        return weight.times(points)?.over(per);
    }
    let steps = base.over(per)?.cut(0).times(points)?;
    if weight == base { Ok(steps) } else { steps.times(weight)?.over(base) }
}

fn sum<'c, 'o>(counted: &[Counted<'c, 'o>], of: impl Fn(&Counted<'c, 'o>) -> Result<Quantity, Error>) -> Result<Quantity, Error> {
    counted.iter().try_fold(Quantity::default(), |sum, counted| sum.plus(of(counted)?))
}

impl Counted<'_, '_> {
    /// What it counts after multiplying: in this proportion what is given is shared.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub fn weight(&self) -> Result<Quantity, Error> {
        self.base.times(self.times)
    }
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

    fn units_times(rule: &EarningRule, value: &str, times: &str, places: u32) -> i64 {
        let order = order_of(value);
        let parts = order.parts().unwrap();
        let counted = Counted { part: &parts[0], base: parts[0].value, times: times.parse().unwrap() };
        gives(rule, &[counted], places).unwrap().units()
    }

    fn units(rule: &EarningRule, value: &str, places: u32) -> i64 {
        units_times(rule, value, "1", places)
    }

    // rules O2, T6
    #[test]
    fn ten_points_per_full_two() {
        assert_eq!(units(&rule("10", "2", true, Rounding::Down), "7", 0), 30);
        assert_eq!(units(&rule("10", "2", false, Rounding::Down), "7", 0), 35);
        assert_eq!(units(&rule("1", "1", true, Rounding::Down), "0.99", 0), 0);
        assert_eq!(units_times(&rule("10", "2", true, Rounding::Down), "7", "2", 0), 60, "twice as much, not more steps");
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
