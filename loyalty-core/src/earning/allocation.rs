//! Sharing a whole among parts by largest remainder: the shares are whole numbers, in proportion, and add up to it exactly (rule O3).

use rust_decimal::Decimal;

use crate::amount::{Amount, Quantity};
use crate::error::Error;
use crate::gather::Gather;
use crate::order::{Order, PartName, Share};
use crate::sorting::sort;

/// Shares a whole number among weights. Of parts with the same remainder the first is served first.
///
/// Where all weights are zero, all parts weigh the same; among no parts nothing is shared.
pub fn share(whole: i128, weights: &[i128]) -> Vec<i128> {
    if weights.is_empty() {
        return Vec::new();
    }
    let (weights, sum) = bounded(whole, weights);
    let mut shares: Vec<i128> = weights.iter().map(|weight| whole * weight / sum).gather();
    let mut remainders: Vec<(i128, usize)> = weights.iter().enumerate().map(|(index, weight)| (whole * weight % sum, index)).gather();
    sort(&mut remainders, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    // INVARIANT: what is left is the sum of the remainders over `sum`, so less than there are parts with a remainder.
    let left = usize::try_from(whole - shares.iter().sum::<i128>()).unwrap_or(0);
    for (_, index) in remainders.into_iter().take(left) {
        if let Some(share) = shares.get_mut(index) {
            *share += 1;
        }
    }
    shares
}

/// Weights whose products with the whole are numbers that there are; of enormous ones the last digits go.
fn bounded(whole: i128, weights: &[i128]) -> (Vec<i128>, i128) {
    let mut weights = weights.to_vec();
    loop {
        let sum = weights.iter().try_fold(0_i128, |sum, weight| sum.checked_add(*weight));
        match sum.filter(|sum| whole.checked_mul(*sum).is_some()) {
            Some(0) => weights.iter_mut().for_each(|weight| *weight = 1),
            Some(sum) => return (weights, sum),
            None => weights.iter_mut().for_each(|weight| *weight /= 10),
        }
    }
}

/// Shares a value in units of its finest decimal place, at least of so many places.
///
/// # Errors
/// `limit_exceeded` beyond 28 digits.
pub fn share_value(value: Quantity, weights: &[Quantity], places: u32) -> Result<Vec<Quantity>, Error> {
    let finest = weights.iter().map(|weight| weight.normal().decimal().scale()).chain([value.normal().decimal().scale(), places]);
    let scale = finest.max().unwrap_or(places);
    let whole = units(value, scale)?;
    let weights = weights.iter().map(|weight| units(*weight, scale)).gather::<Result<Vec<_>, _>>()?;
    let back = |units: i128| Decimal::try_from_i128_with_scale(units, scale).map(Quantity::new).map_err(|_| Error::too_large("value"));
    share(whole, &weights).into_iter().map(back).gather()
}

/// Shares an amount among parts of an order in proportion to quantities; the parts that have some of it.
///
/// # Errors
/// `limit_exceeded` beyond 28 digits.
pub fn share_amount<'p>(
    amount: Amount,
    parts: impl IntoIterator<Item = (&'p PartName, Quantity)>,
    places: u32,
) -> Result<Vec<Share>, Error> {
    let (names, weights): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let units = share_units(amount.units(), &weights)?;
    let shares = names.into_iter().zip(units).filter(|(_, units)| *units != 0);
    shares.map(|(part, units)| Ok(Share { amount: Amount::new(units)?.decimal(places), part: part.clone() })).gather()
}

/// Shares an amount among the lines of an order in proportion to what they are worth.
pub(super) fn share_among_lines(order: &Order, amount: Amount, places: u32) -> Result<Vec<Share>, Error> {
    let parts = order.parts()?;
    share_amount(amount, parts.iter().filter(|part| part.line.is_some()).map(|part| (&part.name, part.value)), places)
}

/// Shares whole units in proportion to quantities.
fn share_units(whole: i64, weights: &[Quantity]) -> Result<Vec<i64>, Error> {
    let scale = weights.iter().map(|weight| weight.normal().decimal().scale()).max().unwrap_or(0);
    let weights = weights.iter().map(|weight| units(*weight, scale)).gather::<Result<Vec<_>, _>>()?;
    share(whole.into(), &weights).into_iter().map(|share| i64::try_from(share).map_err(|_| Error::too_large("amount"))).gather()
}

fn units(quantity: Quantity, scale: u32) -> Result<i128, Error> {
    let normal = quantity.normal().decimal();
    let factor = 10_i128.checked_pow(scale.saturating_sub(normal.scale()));
    factor.and_then(|factor| normal.mantissa().checked_mul(factor)).ok_or_else(|| Error::too_large("value"))
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule O3
    #[test]
    fn shares_add_up_to_the_whole() {
        assert_eq!(share(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(share(5, &[0, 0]), [3, 2]);
        assert_eq!(share(5, &[]), []);
        assert_eq!(share(7, &[3, 0, 4]), [3, 0, 4]);
        assert_eq!(share(1, &[1, 2]), [0, 1], "the largest remainder, not the first");
        let mut dice = 1_i128;
        for parts in 1..40 {
            dice = (dice * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % (1 << 62);
            let weights: Vec<i128> = (0..parts).map(|part| dice / (part + 1) % 1_000).collect();
            let shares = share(dice % 100_000, &weights);
            assert_eq!(shares.iter().sum::<i128>(), dice % 100_000);
            let sum: i128 = weights.iter().sum();
            for (share, weight) in shares.iter().zip(&weights) {
                let off = (share * sum - dice % 100_000 * weight).abs();
                assert!(off < sum || sum == 0, "a share is less than one unit off");
            }
        }
    }

    // rules O3, L11
    #[test]
    fn enormous_weights_are_shared_all_the_same() {
        let shares = share(9_007_199_254_740_991, &[i128::MAX / 2, i128::MAX / 2, i128::MAX / 2]);
        assert_eq!(shares.iter().sum::<i128>(), 9_007_199_254_740_991);
        assert!(shares.iter().all(|share| (share - 3_002_399_751_580_330).abs() <= 1));
    }
}
