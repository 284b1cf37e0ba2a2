//! Figures for people: numbers with separators, and the merchant's table.

use super::figures::{Figures, Period, TIERS};

/// A whole number with thousands separators.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0 { format!("-{text}") } else { text }
}

/// A column of the table by period: heading and figure.
type Column = (&'static str, fn(&Period) -> i64);

/// The columns.
pub const COLUMNS: &[Column] = &[
    ("orders", |period| period.orders),
    ("new members", |period| period.new_members),
    ("earned", |period| period.earned),
    ("redeemed", |period| period.redeemed),
    ("taken back", |period| period.returned),
    ("lapsed", |period| period.lapsed),
    ("outstanding", |period| period.outstanding_at_end),
    (TIERS[0], |period| period.tiers[0]),
    (TIERS[1], |period| period.tiers[1]),
    (TIERS[2], |period| period.tiers[2]),
];

/// What a merchant would ask, as text.
pub fn answers(figures: &Figures) -> String {
    let mut text = format!(
        "{} members placed {} orders and earned {} points.\nThey redeemed {} of them in {} redemptions; {} lapsed; {} were taken back with {} orders that came back.\n\
         {} points are outstanding, with {} members. {} stamps made {} full cards, each a free CD.\n\n",
        grouped(figures.members),
        grouped(figures.total(|quarter| quarter.orders)),
        grouped(figures.total(|quarter| quarter.earned)),
        grouped(figures.total(|quarter| quarter.redeemed)),
        grouped(figures.redemptions),
        grouped(figures.total(|quarter| quarter.lapsed)),
        grouped(figures.total(|quarter| quarter.returned)),
        grouped(figures.refunds),
        grouped(figures.outstanding),
        grouped(figures.members_with_balance),
        grouped(figures.stamps),
        grouped(figures.free_cds),
    );
    text.push_str(&format!("{:<9}", "quarter"));
    COLUMNS.iter().for_each(|(heading, _)| text.push_str(&format!("{heading:>13}")));
    text.push('\n');
    for quarter in &figures.quarters {
        text.push_str(&format!("{:<9}", quarter.name));
        COLUMNS.iter().for_each(|(_, figure)| text.push_str(&format!("{:>13}", grouped(figure(quarter)))));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        let texts = [0, 999, 1_000, -1_234_567].map(grouped);
        assert_eq!(texts, ["0", "999", "1,000", "-1,234,567"]);
    }
}
