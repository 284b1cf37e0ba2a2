//! How much a rule has given to a customer, so far as its cap asks, and which bonuses they had: one small record for each rule, so that no history
//! is read (rules O2, O8).

use crate::amount::Amount;
use crate::error::Error;
use crate::id::Slug;
use crate::json::{self, Json};
use crate::program::{Every, PeriodCap};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Table, Value};
use crate::time::Date;
use crate::unit::Unit;

/// The tallies.
pub static EARNING_TALLY: Table = Table {
    name: "earning_tally",
    columns: &[Column::bytes("root", 260), Column::bytes("rule", 32)],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::Kept,
};

/// What a rule with a cap, or a bonus, has given to a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The customer's root.
    pub root: Root,
    /// The rule or bonus.
    pub rule: String,
    /// What it gave, by days, as long as the cap asks for them.
    pub given: Given,
}

/// What was given, by days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json)]
pub struct Given {
    days: Vec<OnDay>,
}

#[derive(Debug, Clone, PartialEq, Eq, Json)]
struct OnDay {
    day: Date,
    amount: Amount,
}

impl Tally {
    /// The tally of a rule.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn load(unit: &mut Unit<'_>, root: &Root, rule: &Slug) -> Result<Self, Error> {
        let stored = unit.get::<Tally>(vec![Value::from(root), Value::from(rule.as_str())])?;
        Ok(stored.unwrap_or_else(|| Tally { root: root.clone(), rule: rule.as_str().to_owned(), given: Given::default() }))
    }

    /// Whether it has ever given anything.
    pub fn has_given(&self) -> bool {
        !self.given.days.is_empty()
    }

    /// Whether it has given anything for a day of a calendar year.
    pub fn has_given_in(&self, year: i32) -> bool {
        self.given.days.iter().any(|given| given.day.year() == year)
    }

    /// What a cap leaves on a day, in smallest units.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn room(&self, cap: &PeriodCap, places: u32, day: Date) -> Result<Amount, Error> {
        let first = first_day(cap, day);
        let mut counts = self.given.days.iter().filter(|given| given.day >= first);
        let given = counts.try_fold(Amount::ZERO, |sum, given| sum.plus(given.amount))?;
        Ok(cap.points.amount(places, "program")?.minus(given)?.max(Amount::ZERO))
    }

    /// Notes what was given on a day; with a cap, days before its period are forgotten.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn add(&mut self, day: Date, amount: Amount, cap: Option<&PeriodCap>) -> Result<(), Error> {
        if let Some(first) = cap.map(|cap| first_day(cap, day)) {
            self.given.days.retain(|given| given.day >= first);
        }
        match self.given.days.iter_mut().find(|given| given.day == day) {
            Some(given) => given.amount = given.amount.plus(amount)?,
            None => self.given.days.push(OnDay { day, amount }),
        }
        Ok(())
    }

    /// Counts what another tally has too: what was given to either of two who are one now. Answers the days that both have.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn unite(&mut self, other: &Tally) -> Result<Vec<Date>, Error> {
        let mut shared = Vec::new();
        for given in &other.given.days {
            if self.given.days.iter().any(|own| own.day == given.day) {
                shared.push(given.day);
            }
            self.add(given.day, given.amount, None)?;
        }
        Ok(shared)
    }

    /// Counts it no longer. A day on which nothing is left goes, unless both had it: who was passed over was given nothing, and has had it all the same.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn part(&mut self, other: &Tally, shared: &[Date]) -> Result<(), Error> {
        for given in &other.given.days {
            self.take(given.day, given.amount)?;
            let stays = shared.contains(&given.day);
            self.given.days.retain(|left| stays || left.day != given.day || left.amount.is_positive());
        }
        Ok(())
    }

    /// Notes that something given on a day was taken back: it no longer counts for the cap.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn take(&mut self, day: Date, amount: Amount) -> Result<(), Error> {
        if let Some(given) = self.given.days.iter_mut().find(|given| given.day == day) {
            given.amount = given.amount.minus(amount.min(given.amount))?;
        }
        Ok(())
    }
}

/// The first day that counts for a cap.
fn first_day(cap: &PeriodCap, day: Date) -> Date {
    match (cap.every, cap.days) {
        (Some(Every::Week), _) => day.minus_days(day.weekday()),
        (Some(Every::Month), _) => day.minus_days(day.day() - 1),
        (Some(Every::Year), _) => Date::new(day.year(), 1, 1).unwrap_or(day),
        (Some(Every::Day), _) => day,
        (None, days) => day.minus_days(days.unwrap_or(1).saturating_sub(1)),
    }
}

impl Record for Tally {
    const TABLE: &'static Table = &EARNING_TALLY;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.rule.as_str())];
        Row { table: &EARNING_TALLY, values, body: json::text(&self.given) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = Tally { root: columns.root(), rule: columns.word(), given: columns.body() };
        columns.end(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::try_from(text.to_owned()).unwrap()
    }

    fn cap(every: Option<Every>, days: Option<u32>) -> PeriodCap {
        PeriodCap { points: "100".parse().unwrap(), every, days }
    }

    // rule O2
    #[test]
    fn a_cap_counts_what_lies_in_its_period() {
        let given = |day: &str, amount| OnDay { day: date(day), amount: Amount::new(amount).unwrap() };
        let given = Given { days: vec![given("2026-02-28", 10), given("2026-03-01", 20), given("2026-03-02", 30)] };
        let tally = Tally { root: Root::program(), rule: "r".into(), given };
        let room = |cap: &PeriodCap, day: &str| tally.room(cap, 0, date(day)).unwrap().units();
        assert_eq!(room(&cap(Some(Every::Month), None), "2026-03-31"), 50);
        assert_eq!(room(&cap(Some(Every::Month), None), "2026-04-01"), 100);
        assert_eq!(room(&cap(Some(Every::Year), None), "2026-12-31"), 40);
        assert_eq!(room(&cap(Some(Every::Week), None), "2026-03-08"), 70, "March 1 is a Sunday: the week before");
        assert_eq!(room(&cap(Some(Every::Day), None), "2026-03-02"), 70);
        assert_eq!(room(&cap(None, Some(2)), "2026-03-02"), 50);
        assert_eq!(room(&cap(None, Some(3)), "2026-03-02"), 40);
    }

    // rule O2
    #[test]
    fn days_that_no_longer_count_are_forgotten() {
        let mut tally = Tally { root: Root::program(), rule: "r".into(), given: Given::default() };
        let week = cap(None, Some(7));
        for day in 1..=28 {
            tally.add(Date::new(2026, 2, day).unwrap(), Amount::new(1).unwrap(), Some(&week)).unwrap();
        }
        assert_eq!(tally.given.days.len(), 7);
        tally.take(date("2026-02-28"), Amount::new(5).unwrap()).unwrap();
        assert_eq!(tally.room(&week, 0, date("2026-02-28")).unwrap().units(), 94, "no more is taken than was given");
    }

    // rules O2, O8, G9
    #[test]
    fn what_was_united_is_parted_and_the_own_days_stay() {
        let tally = |days: &[(&str, i64)]| {
            let days = days.iter().map(|(day, amount)| OnDay { day: date(day), amount: Amount::new(*amount).unwrap() }).collect();
            Tally { root: Root::program(), rule: "r".into(), given: Given { days } }
        };
        let before = tally(&[("2026-03-01", 0), ("2026-03-02", 7)]);
        let other = tally(&[("2026-03-01", 5), ("2026-03-02", 0), ("2026-03-03", 9), ("2026-03-04", 0)]);
        let mut united = before.clone();
        let shared = united.unite(&other).unwrap();
        assert_eq!(shared, [date("2026-03-01"), date("2026-03-02")]);
        assert_eq!(united, tally(&[("2026-03-01", 5), ("2026-03-02", 7), ("2026-03-03", 9), ("2026-03-04", 0)]));
        let mut parted = united.clone();
        parted.part(&other, &shared).unwrap();
        assert_eq!(parted, before);
        united.add(date("2026-03-03"), Amount::new(2).unwrap(), None).unwrap();
        united.part(&other, &shared).unwrap();
        assert_eq!(united, tally(&[("2026-03-01", 0), ("2026-03-02", 7), ("2026-03-03", 2)]), "what was given since stays");
    }
}
