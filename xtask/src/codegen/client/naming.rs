//! Names as languages write them, from names on the wire.

/// `payment_method` as `PaymentMethod`.
pub fn pascal(wire: &str) -> String {
    wire.split(['_', '.']).map(capitalised).collect()
}

/// `payment_method` as `paymentMethod`.
pub fn camel(wire: &str) -> String {
    let mut words = wire.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    first + &words.map(capitalised).collect::<String>()
}

/// `on_hold` as `ON_HOLD`.
pub fn upper(wire: &str) -> String {
    wire.to_uppercase()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// A text between double quotes. Names on the wire need no escapes.
pub fn quoted(wire: &str) -> String {
    assert!(wire.chars().all(|c| c.is_ascii_alphanumeric() || "_.".contains(c)), "{wire} is no name on the wire");
    format!("\"{wire}\"")
}
