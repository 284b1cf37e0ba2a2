//! The naive ledger: every single point is an object of its own. What the engine does with sums, this does point by point.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use crate::calendar::{DAY, behind_period, date, first_instant, plus_days, plus_months};
use crate::program::{Kind, Policy};
use crate::told::{Balance, End, Line};

/// A mistake put into the model on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    #[default]
    None,
    /// Takes the newest points first.
    NewestFirst,
    /// Points end one day late.
    DayLate,
}

/// What holds for one command: the point type, the zone, the time, and the time by which things lapse.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    pub kind: &'static Kind,
    pub zone: Tz,
    pub at: i64,
    pub clock: i64,
    pub fault: Fault,
}

/// Where a point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Free,
    Held(u64),
    /// Lapsed: no longer worth anything.
    Gone,
}

/// One point.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    pub lot: u64,
    pub since: i64,
    pub from: i64,
    pub end: End,
    pub place: Place,
    /// Once it is gone: since when, and whether by its end alone.
    pub gone: i64,
    pub expired: bool,
}

/// Where a point that was taken came from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    Point(Point),
    Debt,
}

/// A hold.
#[derive(Clone, Copy, Debug)]
pub struct Hold {
    pub until: i64,
    pub authorized: i64,
    pub captured: i64,
    pub released: i64,
}

impl Hold {
    pub fn left(&self) -> i64 {
        self.authorized - self.captured - self.released
    }
}

/// A customer's points of one type.
#[derive(Clone, Debug)]
pub struct Book {
    pub exists: bool,
    pub points: Vec<Point>,
    pub debt: i64,
    pub date: Option<i64>,
    pub last_debit: i64,
    pub holds: Vec<Hold>,
    pub lines: Vec<Line>,
    /// Of each line that is a debit: what it took, less what was given back.
    pub took: Vec<Vec<Source>>,
    /// Of each line: how much of it was reversed.
    pub reversed: Vec<i64>,
    /// Of each line that re-dated points: what they were and what they became, in spending order.
    pub redated: BTreeMap<u64, Vec<(Point, Point)>>,
}

impl Book {
    pub fn new() -> Self {
        Book {
            exists: false,
            points: Vec::new(),
            debt: 0,
            date: None,
            last_debit: i64::MIN,
            holds: Vec::new(),
            lines: Vec::new(),
            took: Vec::new(),
            reversed: Vec::new(),
            redated: BTreeMap::new(),
        }
    }

    /// When a point ends, as an instant.
    pub fn ends(&self, point: &Point) -> Option<i64> {
        match point.end {
            End::At(at) => Some(at),
            End::Date => self.date,
            End::Never => None,
        }
    }

    fn count(&self, wanted: impl Fn(&Point) -> bool) -> i64 {
        self.points.iter().filter(|point| wanted(point)).count() as i64
    }

    fn worth(&self) -> i64 {
        self.count(|point| point.place != Place::Gone) - self.debt
    }

    /// The kind of entry that decides to which total an entry belongs.
    fn belongs(&self, line: &Line) -> &'static str {
        line.reverses.map_or(line.kind, |number| self.lines[number as usize - 1].kind)
    }

    fn total(&self, kinds: &[&str]) -> i64 {
        self.lines.iter().filter(|line| kinds.contains(&self.belongs(line))).map(|line| line.amount).sum()
    }

    /// The balance at a clock up to which the book is settled.
    pub fn balance(&self, clock: i64) -> Balance {
        Balance {
            active: self.count(|point| point.place == Place::Free && point.from <= clock),
            pending: self.count(|point| point.place == Place::Free && point.from > clock),
            held: self.count(|point| matches!(point.place, Place::Held(_))),
            debt: self.debt,
            total: self.worth(),
            earned: self.total(&["earn"]),
            adjusted: self.total(&["adjust", "extend", "redate", "repay"]),
            spent: -self.total(&["spend", "capture"]),
            expired: -self.total(&["expire", "forfeit", "reinstate"]),
            version: self.lines.len() as u64,
        }
    }

    /// The next instant at which something happens by time alone.
    pub fn next_instant(&self) -> Option<i64> {
        let holds = self.holds.iter().filter(|hold| hold.left() > 0).map(|hold| hold.until);
        let free = || self.points.iter().filter(|point| point.place == Place::Free);
        let ends = free().filter_map(|point| self.ends(point).map(|end| end.max(point.from)));
        let pays = free().filter(|_| self.debt > 0).map(|point| point.from);
        holds.chain(ends).chain(pays).min()
    }

    /// Lets happen what happens by time alone, instant by instant.
    pub fn settle(&mut self, clock: i64) {
        while let Some(at) = self.next_instant().filter(|at| *at <= clock) {
            for number in 1..=self.holds.len() as u64 {
                let hold = self.holds[number as usize - 1];
                if hold.left() > 0 && hold.until <= at {
                    self.let_go(number, hold.left());
                }
            }
            self.lapse(at, at);
            self.repay(at);
        }
    }

    /// Free points whose end has come are gone; the line takes effect at an instant.
    pub fn lapse(&mut self, clock: i64, at: i64) {
        let gone: Vec<usize> = (0..self.points.len())
            .filter(|index| {
                let point = &self.points[*index];
                point.place == Place::Free && point.from <= clock && self.ends(point).is_some_and(|end| end <= clock)
            })
            .collect();
        if gone.is_empty() {
            return;
        }
        let points: Vec<Point> = gone.iter().map(|index| self.points[*index]).collect();
        for index in gone {
            let point = &mut self.points[index];
            (point.place, point.gone, point.expired) = (Place::Gone, at, true);
        }
        self.post("expire", at, parts(&points, -1), 0, |_| {});
    }

    /// Active points pay off debt.
    pub fn repay(&mut self, clock: i64) {
        self.repay_at(clock, clock);
    }

    /// Points that are active by a clock pay off debt; the line takes effect at an instant.
    pub fn repay_at(&mut self, clock: i64, at: i64) {
        let mut paid = Vec::new();
        while self.debt > 0 {
            let Some(point) = self.pop(clock, Fault::None) else { break };
            self.debt -= 1;
            paid.push(point);
        }
        if !paid.is_empty() {
            self.post("repay", at, parts(&paid, -1), -(paid.len() as i64), |_| {});
        }
    }

    /// The position of the point that is spent first.
    fn first(&self, at: i64, fault: Fault) -> Option<usize> {
        let spendable = (0..self.points.len()).filter(|index| {
            let point = &self.points[*index];
            point.place == Place::Free && point.from <= at
        });
        if fault == Fault::NewestFirst {
            return spendable.max_by_key(|index| (self.points[*index].since, self.points[*index].lot));
        }
        spendable.min_by_key(|index| {
            let point = &self.points[*index];
            let end = self.ends(point);
            (end.is_none(), end, point.since, point.lot, point.end == End::Date)
        })
    }

    /// Takes away the point that is spent first.
    pub fn pop(&mut self, at: i64, fault: Fault) -> Option<Point> {
        self.first(at, fault).map(|index| self.points.swap_remove(index))
    }

    /// Puts the point that is spent first under a hold. Says whether there was one.
    pub fn set_aside(&mut self, now: Now, number: u64) -> bool {
        let found = self.first(now.at, now.fault);
        if let Some(index) = found {
            self.points[index].place = Place::Held(number);
        }
        found.is_some()
    }

    /// The positions of a hold's points, in the order in which they are spent.
    pub fn held(&self, number: u64) -> Vec<usize> {
        let mut held: Vec<usize> = (0..self.points.len()).filter(|index| self.points[*index].place == Place::Held(number)).collect();
        held.sort_by_key(|index| {
            let point = &self.points[*index];
            let end = self.ends(point);
            (end.is_none(), end, point.since, point.lot, point.end == End::Date)
        });
        held
    }

    /// Gives points of a hold back, those that are spent last first.
    pub fn let_go(&mut self, number: u64, amount: i64) {
        for index in self.held(number).into_iter().rev().take(amount as usize) {
            self.points[index].place = Place::Free;
        }
        self.holds[number as usize - 1].released += amount;
    }

    /// Activity moves the date of the account.
    pub fn active(&mut self, now: Now, at: i64, by_spending: bool) {
        if let Policy::Idle(days, spending) = now.kind.policy
            && (!by_spending || spending)
        {
            let moved = late(now, first_instant(now.zone, plus_days(date(now.zone, at), days)));
            self.date = Some(self.date.map_or(moved, |old| old.max(moved)));
        }
    }

    /// A point that ends on the date of the account gives it one where there is none to come.
    pub fn follow(&mut self, now: Now, at: i64) {
        if self.date.is_none_or(|date| date <= now.clock) {
            self.active(now, at, false);
        }
    }

    /// Writes a line; what was done to the points and the debt is done already.
    pub fn post(&mut self, kind: &'static str, at: i64, parts: Vec<(u64, End, i64)>, debt: i64, also: impl FnOnce(&mut Line)) {
        let number = self.lines.len() as u64 + 1;
        let amount = self.count(|point| point.lot == number) + parts.iter().map(|(_, _, amount)| amount).sum::<i64>() - debt;
        let balance = self.worth();
        let mut line = Line { kind, number, amount, balance, at, expires: None, available: None, parts, debt, reverses: None, hold: None };
        also(&mut line);
        let puts_back = line.reverses.is_some() && line.parts.iter().any(|(_, _, amount)| *amount > 0);
        if line.amount < 0 || puts_back || kind == "reinstate" {
            self.last_debit = self.last_debit.max(at);
        }
        self.lines.push(line);
        self.took.push(Vec::new());
        self.reversed.push(0);
    }
}

/// Points as the parts of lots that a line names, sorted.
pub fn parts(points: &[Point], sign: i64) -> Vec<(u64, End, i64)> {
    let mut sums: BTreeMap<(u64, End), i64> = BTreeMap::new();
    for point in points {
        *sums.entry((point.lot, point.end)).or_default() += sign;
    }
    sums.into_iter().map(|((lot, end), amount)| (lot, end, amount)).collect()
}

/// The end of a credit that takes effect at an instant, as the point type says.
pub fn policy_end(now: Now, at: i64) -> End {
    let day = date(now.zone, at);
    let end = match now.kind.policy {
        Policy::Never => return End::Never,
        Policy::Idle(..) => return End::Date,
        Policy::Days(days) => plus_days(day, days),
        Policy::Months(months, 0) => plus_months(day, months),
        Policy::Months(months, period) => behind_period(plus_months(day, months), period),
    };
    End::At(late(now, first_instant(now.zone, end)))
}

/// One day later, when the model is to be wrong.
pub fn late(now: Now, at: i64) -> i64 {
    if now.fault == Fault::DayLate { at + DAY } else { at }
}
