//! Amounts: whole numbers of smallest units inside, exact decimals outside, never floats (rule L11).

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use schemars::JsonSchema;

use crate::error::Error;
use crate::id::Malformed;
use crate::json::Json;
use crate::limits::AMOUNT_MAX;

/// A signed value in smallest units of its point type (cents for a type with 2 places), within ±[`AMOUNT_MAX`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Json)]
#[serde(transparent)]
pub struct Amount(i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Amount = Amount(0);

    /// An amount of smallest units.
    ///
    /// # Errors
    /// `limit_exceeded` beyond ±[`AMOUNT_MAX`].
    pub fn new(units: i64) -> Result<Self, Error> {
        if (-AMOUNT_MAX..=AMOUNT_MAX).contains(&units) { Ok(Amount(units)) } else { Err(too_large()) }
    }

    /// The smallest units.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// The sum.
    ///
    /// # Errors
    /// `limit_exceeded` when it is beyond the bounds.
    pub fn plus(self, other: Amount) -> Result<Amount, Error> {
        self.0.checked_add(other.0).ok_or_else(too_large).and_then(Amount::new)
    }

    /// The difference.
    ///
    /// # Errors
    /// `limit_exceeded` when it is beyond the bounds.
    pub fn minus(self, other: Amount) -> Result<Amount, Error> {
        self.plus(other.negated())
    }

    /// The same value with the other sign.
    #[must_use]
    pub const fn negated(self) -> Amount {
        Amount(-self.0)
    }

    /// The distance from zero.
    #[must_use]
    pub const fn magnitude(self) -> Amount {
        Amount(self.0.abs())
    }

    /// Whether this is zero.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether this is less than zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether this is more than zero.
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// The decimal value of this many smallest units, with exactly `places` decimal places.
    pub fn decimal(self, places: u32) -> Quantity {
        Quantity(Decimal::new(self.0, places))
    }
}

fn too_long() -> Error {
    Error::too_large("value")
}

fn too_large() -> Error {
    Error::limit_exceeded("amount in smallest units", AMOUNT_MAX, "more")
}

/// A decimal on the wire: a string such as `"150"` or `"-0.25"`; no exponent, no plus sign, no separators.
///
/// Equal values are one value: `"1.50"` and `"1.5"` compare equal and have one canonical form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Json, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity(Decimal);

impl Quantity {
    /// Takes a decimal as it is.
    pub const fn new(decimal: Decimal) -> Self {
        Quantity(decimal)
    }

    /// The decimal.
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// The sum.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits; likewise below.
    #[inline(never)]
    pub fn plus(self, other: Quantity) -> Result<Quantity, Error> {
        self.0.checked_add(other.0).map(Quantity).ok_or_else(too_long)
    }

    /// The difference.
    ///
    /// # Errors
    /// `limit_exceeded`.
    #[inline(never)]
    pub fn minus(self, other: Quantity) -> Result<Quantity, Error> {
        self.plus(Quantity(-other.0))
    }

    /// The product.
    ///
    /// # Errors
    /// `limit_exceeded`.
    #[inline(never)]
    pub fn times(self, other: Quantity) -> Result<Quantity, Error> {
        self.0.checked_mul(other.0).map(Quantity).ok_or_else(too_long)
    }

    /// The quotient.
    ///
    /// # Errors
    /// `limit_exceeded`, also for a division by zero.
    #[inline(never)]
    pub fn over(self, other: Quantity) -> Result<Quantity, Error> {
        self.0.checked_div(other.0).map(Quantity).ok_or_else(too_long)
    }

    /// Whether this is less than zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Whether this is more than zero.
    pub fn is_positive(self) -> bool {
        !self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// The same value with so many decimal places at most; of halves the one farther from zero.
    #[must_use]
    pub fn nearest(self, places: u32) -> Quantity {
        Quantity(self.0.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
    }

    /// The same value with so many decimal places at most; the rest is cut off.
    #[must_use]
    pub fn cut(self, places: u32) -> Quantity {
        Quantity(self.0.round_dp_with_strategy(places, RoundingStrategy::ToZero))
    }

    /// The same value with so many decimal places at most; a rest makes one more.
    #[must_use]
    pub fn up(self, places: u32) -> Quantity {
        Quantity(self.0.round_dp_with_strategy(places, RoundingStrategy::AwayFromZero))
    }

    /// The same decimal with so many places at least, as amounts of a point type are shown.
    #[must_use]
    pub fn padded(self, places: u32) -> Quantity {
        let mut decimal = self.0;
        if decimal.scale() < places {
            decimal.rescale(places);
        }
        Quantity(decimal)
    }

    /// The same value without zeros at its end.
    #[must_use]
    pub fn normal(self) -> Quantity {
        Quantity(self.0.normalize())
    }

    /// This many smallest units, more than none, as the argument `amount` of a request.
    ///
    /// # Errors
    /// Those of [`Quantity::amount`], and `invalid_request` at `args.amount` when it is not more than zero.
    pub fn positive(self, places: u32) -> Result<Amount, Error> {
        let amount = self.amount(places, "args.amount")?;
        if amount.is_positive() { Ok(amount) } else { Err(Error::invalid("args.amount", "must be more than zero")) }
    }

    /// This many smallest units of a type with `places` decimal places.
    ///
    /// # Errors
    /// `invalid_request` at `path` when it has more decimal places than the type; `limit_exceeded` beyond the bounds.
    pub fn amount(self, places: u32, path: &str) -> Result<Amount, Error> {
        let normal = self.0.normalize();
        if normal.scale() > places {
            let problem = format!("has {} decimal places; this type has {places}", normal.scale());
            return Err(Error::invalid(path, problem));
        }
        let units = normal.mantissa().checked_mul(10_i128.pow(places - normal.scale())).and_then(|units| i64::try_from(units).ok());
        units.ok_or_else(too_large).and_then(Amount::new)
    }
}

impl From<i64> for Quantity {
    fn from(whole: i64) -> Self {
        Quantity(Decimal::from(whole))
    }
}

impl FromStr for Quantity {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || fraction.is_some_and(|fraction| !plain(fraction)) || text.len() > 30 {
            return Err(Malformed("is not a plain decimal; write it like \"150\" or \"-0.25\", without separators or exponent".into()));
        }
        let decimal = Decimal::from_str_exact(text).map_err(|_| Malformed("has more than 28 digits; give fewer".into()))?;
        Ok(Quantity(decimal.normalize()))
    }
}

impl TryFrom<String> for Quantity {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        text.parse()
    }
}

impl From<Quantity> for String {
    fn from(quantity: Quantity) -> String {
        quantity.to_string()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Reason;

    // rule L11
    #[test]
    fn decimals_are_exact_and_plain() {
        let cents = |text: &str| text.parse::<Quantity>().unwrap().amount(2, "amount").map(Amount::units);
        assert_eq!(cents("1.50").unwrap(), 150);
        assert_eq!(cents("-0.01").unwrap(), -1);
        assert_eq!(cents("90071992547409.91").unwrap(), AMOUNT_MAX);
        assert!(matches!(cents("90071992547409.92").map_err(Error::into_reason), Err(Reason::LimitExceeded { .. })));
        assert!(matches!(cents("0.001").map_err(Error::into_reason), Err(Reason::InvalidRequest { .. })));
        for bad in ["", "1,000", "1e3", "+1", " 1", "1.", ".5", "--1", "0x1", "１", "NaN"] {
            assert!(bad.parse::<Quantity>().is_err(), "{bad}");
        }
    }

    // rule L11
    #[test]
    fn overflow_is_refused() {
        let most = Amount::new(AMOUNT_MAX).unwrap();
        assert!(most.plus(Amount(1)).is_err());
        assert_eq!(most.plus(Amount(-1)).unwrap().units(), AMOUNT_MAX - 1);
    }

    #[test]
    fn amounts_show_all_their_places() {
        assert_eq!(Amount(5).decimal(2).to_string(), "0.05");
        assert_eq!(Amount(-100).decimal(2).to_string(), "-1.00");
        assert_eq!(Amount(100).decimal(0).to_string(), "100");
    }
}
