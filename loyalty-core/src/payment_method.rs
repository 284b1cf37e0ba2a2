//! Saved payment methods: what the payment provider calls them and what people recognise them by, never a full card number.

mod remove;
mod save;

pub use remove::{Remove, Removed};
pub use save::{Save, Saved};

use schemars::JsonSchema;

use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Line, Malformed};
use crate::json::{self, Json, Tree};
use crate::pairs::Pairs;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value};
use crate::sorting::sort;
use crate::time::Timestamp;
use crate::unicode::nfkd;
use crate::unit::Unit;

/// The payment methods of customers.
pub static PAYMENT_METHOD: Table = Table {
    name: "payment_method",
    columns: &[Column::bytes("root", 260), Column::bytes("payment_method_id", 256), Column::int("version")],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::Dropped,
};

/// A saved payment method of a customer.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct PaymentMethod {
    /// The customer.
    pub customer: CustomerId,
    /// The id: the host's, or `m1`, `m2` and so on.
    pub id: Id,
    /// The version, for `if_version`.
    pub version: u64,
    /// When it was first saved.
    pub saved_at: Timestamp,
    /// What the payment provider calls it.
    pub token: Token,
    /// The brand, such as "Visa".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand: Option<Line>,
    /// The last four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_four: Option<LastFour>,
    /// The last month in which it is valid, 1 to 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry_month: Option<u32>,
    /// The year of that month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expiry_year: Option<u32>,
    /// What a newer release keeps here: carried along.
    #[serde(flatten)]
    #[schemars(skip)]
    pub unknown: Pairs<String, Tree>,
}

impl PaymentMethod {
    /// The payment methods of a customer, oldest first.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn all(unit: &mut Unit<'_>, customer: &CustomerId) -> Result<Vec<PaymentMethod>, Error> {
        let mut all: Vec<PaymentMethod> = unit.scan(&Scan::prefix(&PAYMENT_METHOD, vec![Value::from(&Root::customer(customer))]))?;
        sort(&mut all, |a, b| (a.saved_at, &a.id).cmp(&(b.saved_at, &b.id)));
        Ok(all)
    }
}

/// The payment provider's word for a payment method: 1–200 characters that are not a card number.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Token(String);

impl Token {
    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Token {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        if is_card_number(&text) {
            return Err(Malformed("looks like a card number; give the token of your payment provider instead".into()));
        }
        Line::new(text).map(|line| Token(line.into()))
    }
}

impl From<Token> for String {
    fn from(token: Token) -> String {
        token.0
    }
}

/// The last four digits of a card or account number.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct LastFour(String);

impl LastFour {
    /// The four digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for LastFour {
    type Error = Malformed;
    fn try_from(text: String) -> Result<Self, Malformed> {
        if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(LastFour(text))
        } else {
            Err(Malformed("is not four digits; give the last four digits only".into()))
        }
    }
}

impl From<LastFour> for String {
    fn from(digits: LastFour) -> String {
        digits.0
    }
}

/// Whether a text has no letters from A to Z and 13 to 19 digits, whatever stands between them, whose check digit is that of a card number (Luhn).
pub fn is_card_number(text: &str) -> bool {
    // Wide letters are letters, and wide digits are digits.
    let plain = nfkd(text);
    if plain.chars().any(|c| c.is_ascii_alphabetic()) {
        return false;
    }
    let digits: Vec<u32> = plain.chars().filter_map(|c| c.to_digit(10)).gather();
    let doubled = |digit: u32| if digit > 4 { 2 * digit - 9 } else { 2 * digit };
    let weighted = digits.iter().rev().enumerate().map(|(place, digit)| if place % 2 == 1 { doubled(*digit) } else { *digit });
    (13..=19).contains(&digits.len()) && weighted.sum::<u32>() % 10 == 0
}

impl Record for PaymentMethod {
    const TABLE: &'static Table = &PAYMENT_METHOD;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&Root::customer(&self.customer)), Value::from(self.id.as_str()), Value::from(self.version)];
        Row { table: &PAYMENT_METHOD, values, body: json::text(self) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = columns.body();
        columns.end(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule K4
    #[test]
    fn card_numbers_are_recognised_by_their_check_digit() {
        for number in [
            "4111111111111111",
            "4111 1111 1111 1111",
            "3782-822463-10005",
            "6011111111111117",
            "4111/1111/1111/1111",
            "4111_1111_1111_1111#",
            "4111\u{200b}1111\u{200b}1111\u{3164}1111",
            "\u{ff14}\u{ff11}\u{ff11}\u{ff11}111111111111",
        ] {
            assert!(is_card_number(number), "{number}");
        }
        for token in ["4111111111111112", "tok_4111111111111111", "411111111111", "pm_1N", ""] {
            assert!(!is_card_number(token), "{token}");
        }
    }
}
