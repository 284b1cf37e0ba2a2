//! Lots: what is left of each credit, in the order in which it is spent (rules L3, L4).
//!
//! The order stands in the key: a range of rows is "what comes first", "what has fallen due", "what this hold set aside". A lot that is set
//! aside in part is two rows with the same number; the rows of a customer and point type, those lapsed aside, sum up to balance plus debt.

use crate::amount::Amount;
use crate::error::Error;
use crate::expiry::Lapse;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::sorting::sort;
use crate::time::Timestamp;

/// The lots.
pub static LOT: Table = Table {
    name: "lot",
    columns: &[
        Column::bytes("root", 260),
        Column::bytes("point_type", 32),
        Column::int("state"),
        Column::int("rank"),
        Column::int("since"),
        Column::int("lot"),
        Column::int("expires_at"),
        Column::int("amount"),
        Column::int("available_from"),
    ],
    key: 7,
    indexes: &[BY_NUMBER],
    search: None,
    erasure: Erasure::Kept,
};

/// The order of lots by number: all rows of one credit.
pub const BY_NUMBER: Index = Index { name: "number", columns: &[0, 1, 5], unique: false };

/// `expires_at` of a lot that never lapses.
const NEVER: i64 = i64::MAX;
/// `expires_at` of a lot that lapses on the account's date.
const ACCOUNT_DATE: i64 = i64::MAX - 1;

/// Where the value of a lot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Not active yet; ranked by the time at which it will be.
    Pending,
    /// Active, with an end of its own or none; ranked by it.
    Active,
    /// Active, ends on the account's date.
    Following,
    /// Set aside by the hold with this number.
    Held(u64),
    /// Lapsed at this instant: no longer part of the balance.
    Lapsed(Timestamp),
}

/// A lot, or the part of it that is in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lot {
    /// The customer's root.
    pub root: Root,
    /// The point type.
    pub point_type: String,
    /// Where it is.
    pub place: Place,
    /// When the credit took effect: older lots go first where the end is the same.
    pub since: Timestamp,
    /// The number of the entry that made it.
    pub number: u64,
    /// When it ends.
    pub lapse: Lapse,
    /// What is left.
    pub amount: Amount,
    /// From when on it can be spent.
    pub available_from: Timestamp,
    /// What a newer release keeps here.
    pub rest: String,
}

impl Place {
    const fn state(self) -> i64 {
        match self {
            Place::Pending => 0,
            Place::Active => 1,
            Place::Following => 2,
            Place::Held(_) => 3,
            Place::Lapsed(_) => 4,
        }
    }

    /// The word in answers.
    pub const fn name(self) -> &'static str {
        match self {
            Place::Pending => "pending",
            Place::Active | Place::Following => "active",
            Place::Held(_) => "held",
            Place::Lapsed(_) => "lapsed",
        }
    }
}

impl Lot {
    /// The place of a lot that is neither held nor lapsed, at a time.
    pub fn free_place(lapse: Lapse, available_from: Timestamp, now: Timestamp) -> Place {
        match lapse {
            _ if available_from > now => Place::Pending,
            Lapse::AccountDate => Place::Following,
            Lapse::At(_) | Lapse::Never => Place::Active,
        }
    }

    /// The instant at which it ends, given the account's date.
    pub fn ends_at(&self, account_date: Option<Timestamp>) -> Option<Timestamp> {
        match self.lapse {
            Lapse::At(at) => Some(at),
            Lapse::AccountDate => account_date,
            Lapse::Never => None,
        }
    }

    /// All rows of an account in one place, in their order. For `Held` and `Lapsed`, of every hold and time.
    pub fn scan(root: &Root, point_type: &str, place: Place) -> Scan {
        Scan::prefix(&LOT, vec![Value::from(root), Value::from(point_type), Value::Int(place.state())])
    }

    /// The rows that one hold set aside.
    pub fn scan_held(root: &Root, point_type: &str, hold: u64) -> Scan {
        let state = Place::Held(hold).state();
        Scan::prefix(&LOT, vec![Value::from(root), Value::from(point_type), Value::Int(state), Value::from(hold)])
    }

    /// All rows of an account.
    pub fn scan_all(root: &Root, point_type: &str) -> Scan {
        Scan::prefix(&LOT, vec![Value::from(root), Value::from(point_type)])
    }

    /// All rows of an account that have not lapsed: what the balance comes from.
    pub fn scan_live(root: &Root, point_type: &str) -> Scan {
        Lot::scan_all(root, point_type).until(vec![Value::Int(Place::Held(0).state())])
    }

    /// All rows of one credit.
    pub fn scan_number(root: &Root, point_type: &str, number: u64) -> Scan {
        Scan::prefix(&LOT, vec![Value::from(root), Value::from(point_type), Value::from(number)]).by(&BY_NUMBER)
    }

    /// The key: two parts of a lot with the same key are one part.
    pub fn key(&self) -> Vec<Value> {
        vec![
            Value::from(&self.root),
            Value::from(self.point_type.as_str()),
            Value::Int(self.place.state()),
            Value::Int(self.rank()),
            Value::from(self.since),
            Value::from(self.number),
            Value::Int(self.end()),
        ]
    }

    fn rank(&self) -> i64 {
        match self.place {
            Place::Pending => self.available_from.micros(),
            Place::Active => self.end(),
            Place::Following => 0,
            Place::Held(hold) => i64::try_from(hold).unwrap_or(i64::MAX),
            Place::Lapsed(at) => at.micros(),
        }
    }

    fn end(&self) -> i64 {
        match self.lapse {
            Lapse::At(at) => at.micros(),
            Lapse::AccountDate => ACCOUNT_DATE,
            Lapse::Never => NEVER,
        }
    }
}

impl Record for Lot {
    const TABLE: &'static Table = &LOT;

    fn to_row(&self) -> Row {
        let mut values = self.key();
        values.extend([Value::Int(self.amount.units()), Value::from(self.available_from)]);
        Row { table: &LOT, values, body: self.rest.clone() }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, point_type) = (columns.root(), columns.word());
        let (state, rank) = (columns.int(), columns.int());
        let place = match state {
            0 => Place::Pending,
            1 => Place::Active,
            2 => Place::Following,
            3 => Place::Held(u64::try_from(rank).unwrap_or(0)),
            4 => Place::Lapsed(Timestamp::from_micros(rank)),
            other => {
                columns.refuse(&format_args!("a lot is in the unknown state {other}"));
                Place::Pending
            }
        };
        let (since, number) = (columns.time(), columns.count());
        let lapse = match columns.int() {
            NEVER => Lapse::Never,
            ACCOUNT_DATE => Lapse::AccountDate,
            at => Lapse::At(Timestamp::from_micros(at)),
        };
        let (amount, available_from) = (columns.amount(), columns.time());
        let record = Lot { root, point_type, place, since, number, lapse, amount, available_from, rest: columns.text() };
        columns.end(record)
    }
}

/// Sorts lots in the order in which they are spent: earliest end first, those that never end last, then oldest first (rule L3).
pub fn in_spending_order(mut lots: Vec<Lot>, account_date: Option<Timestamp>) -> Vec<Lot> {
    let rank = |lot: &Lot| {
        let end = lot.ends_at(account_date);
        (end.is_none(), end, lot.since, lot.number)
    };
    sort(&mut lots, |a, b| rank(a).cmp(&rank(b)));
    lots
}

/// Takes an amount from lots in their order: the lots touched with what is taken of each, and what could not be taken.
///
/// # Errors
/// `limit_exceeded` beyond the bounds of amounts.
pub fn take(lots: Vec<Lot>, amount: Amount) -> Result<(Vec<(Lot, Amount)>, Amount), Error> {
    let mut missing = amount;
    let mut taken = Vec::new();
    for lot in lots {
        if !missing.is_positive() {
            break;
        }
        let part = lot.amount.min(missing);
        missing = missing.minus(part)?;
        taken.push((lot, part));
    }
    Ok((taken, missing))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::CustomerId;

    fn lot(number: u64, lapse: Lapse, since: i64, amount: i64) -> Lot {
        Lot {
            root: Root::customer(&CustomerId::new("c").unwrap()),
            point_type: "points".into(),
            place: Lot::free_place(lapse, Timestamp::default(), Timestamp::default()),
            since: Timestamp::from_micros(since),
            number,
            lapse,
            amount: Amount::new(amount).unwrap(),
            available_from: Timestamp::default(),
            rest: String::new(),
        }
    }

    // rule L3
    #[test]
    fn earliest_end_goes_first_then_oldest() {
        let at = |micros| Lapse::At(Timestamp::from_micros(micros));
        let lots = vec![
            lot(1, Lapse::Never, 1, 5),
            lot(2, at(90), 9, 5),
            lot(3, at(90), 8, 5),
            lot(4, Lapse::AccountDate, 1, 5),
            lot(5, at(70), 9, 5),
        ];
        let order: Vec<u64> = in_spending_order(lots, Some(Timestamp::from_micros(80))).iter().map(|lot| lot.number).collect();
        assert_eq!(order, [5, 4, 3, 2, 1]);
    }

    // rule L3
    #[test]
    fn a_debit_takes_whole_lots_and_a_part_of_the_last() {
        let (taken, missing) = take(vec![lot(1, Lapse::Never, 1, 30), lot(2, Lapse::Never, 2, 30)], Amount::new(40).unwrap()).unwrap();
        assert_eq!(taken.iter().map(|(lot, part)| (lot.number, part.units())).collect::<Vec<_>>(), [(1, 30), (2, 10)]);
        assert!(missing.is_zero());
    }

    #[test]
    fn a_lot_comes_back_from_its_row() {
        for lapse in [Lapse::Never, Lapse::AccountDate, Lapse::At(Timestamp::from_micros(7))] {
            for place in [Place::Pending, Place::Active, Place::Following, Place::Held(3), Place::Lapsed(Timestamp::from_micros(9))] {
                let lot = Lot { place, ..lot(4, lapse, 5, 6) };
                assert_eq!(Lot::from_row(lot.to_row()).unwrap(), lot);
            }
        }
    }
}
