//! Birthdays: whose comes next, so that the sweep finds them without looking through the customers (rules O8, L6).

use crate::customer::Customer;
use crate::error::Error;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Date;
use crate::unit::Unit;

/// The birthdays that come next: one row for each customer whose date of birth is known.
pub static BIRTHDAY: Table = Table {
    name: "birthday",
    columns: &[Column::bytes("root", 260), Column::bytes("due_on", 10)],
    key: 1,
    indexes: &[DUE],
    search: None,
    erasure: Erasure::Dropped,
};

/// The order of birthdays by their day.
const DUE: Index = Index { name: "due", columns: &[1], unique: false };

/// The next birthday of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Birthday {
    /// The customer's root.
    pub root: Root,
    /// The local day.
    pub due_on: Date,
}

impl Birthday {
    /// The birthday of a customer that the sweep has not looked at yet.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn load(unit: &mut Unit<'_>, root: &Root) -> Result<Option<Self>, Error> {
        unit.get::<Birthday>(vec![Value::from(root)])
    }

    /// The birthdays up to a day, earliest first.
    pub fn scan_due(day: Date) -> Scan {
        Scan::prefix(&BIRTHDAY, Vec::new()).by(&DUE).until(vec![Value::from(day.to_string().as_str())])
    }

    /// Notes when a customer's next birthday is, today's among them; nothing where the date of birth is not known.
    pub fn schedule(unit: &mut Unit<'_>, customer: &Customer) {
        let today = unit.program().time_zone.date(unit.now());
        let root = customer.root();
        match customer.profile.birth_date {
            Some(born) => unit.put(&Birthday { root, due_on: next(born, today) }),
            None => unit.delete(&Birthday { root, due_on: today }),
        }
    }
}

/// The first birthday on a day or later. Who was born on February 29 has it on March 1 in other years.
pub fn next(born: Date, day: Date) -> Date {
    let in_years = |years: u32| born.plus_months(12 * years);
    let years = u32::try_from(day.year() - born.year()).unwrap_or(0);
    if years > 0 && in_years(years) >= day { in_years(years) } else { in_years(years + 1) }
}

impl Record for Birthday {
    const TABLE: &'static Table = &BIRTHDAY;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.due_on.to_string().as_str())];
        Row { table: &BIRTHDAY, values, body: String::new() }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, day) = (columns.root(), columns.word());
        let due_on = Date::try_from(day).map_err(Error::internal)?;
        columns.end(Birthday { root, due_on })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // rule O8
    #[test]
    fn a_birthday_comes_every_year_from_the_first() {
        let date = |text: &str| Date::try_from(text.to_owned()).unwrap();
        for (born, day, expected) in [
            ("1990-05-06", "2026-05-06", "2026-05-06"),
            ("1990-05-06", "2026-05-07", "2027-05-06"),
            ("1990-05-06", "2026-01-01", "2026-05-06"),
            ("2026-05-06", "2026-05-06", "2027-05-06"),
            ("2026-05-06", "2026-11-22", "2027-05-06"),
            ("1996-02-29", "2026-02-28", "2026-03-01"),
            ("1996-02-29", "2028-02-29", "2028-02-29"),
            ("1996-02-29", "2026-03-02", "2027-03-01"),
        ] {
            assert_eq!(next(date(born), date(day)), date(expected), "{born} seen from {day}");
        }
    }
}
