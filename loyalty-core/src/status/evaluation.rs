//! What becomes of a status at an instant, given the counter: up at once, down when its period and grace are over, and never past a lock (rules Y3,
//! Y5). Pure: the counter stands in the record, as of that instant.

use super::{Lapsing, LockKind, Standing};
use crate::amount::Quantity;
use crate::error::Error;
use crate::id::Slug;
use crate::program::{Falling, Program, Status, StatusSystem, Window};
use crate::time::{Timestamp, Zone};

/// The place of a status in its ladder, from the lowest; none stands below all of them.
pub(super) type Rank = Option<usize>;

/// A status system with its statuses in the order of their thresholds (rules Y1, T8).
pub struct Ladder<'p> {
    /// The system.
    pub system: &'p StatusSystem,
    /// The zone in which days and years are counted.
    pub zone: Zone,
    /// The statuses, the lowest first.
    pub statuses: Vec<&'p Status>,
}

impl<'p> Ladder<'p> {
    /// The ladder of a system.
    pub fn new(program: &Program, system: &'p StatusSystem) -> Self {
        Ladder { system, zone: program.time_zone, statuses: system.ladder() }
    }

    /// The ladder of the system with this id.
    ///
    /// # Errors
    /// `not_found`.
    pub fn find(program: &'p Program, system: &Slug) -> Result<Self, Error> {
        let found = program.status_system(system.as_str()).ok_or_else(|| Error::not_found("status system", system))?;
        Ok(Ladder::new(program, found))
    }

    /// Where a status stands.
    pub fn rank(&self, status: Option<&Slug>) -> Rank {
        status.and_then(|status| self.statuses.iter().position(|other| other.id == *status))
    }

    /// The highest status that a counter reaches.
    pub fn fitting(&self, counter: Quantity) -> Rank {
        self.statuses.iter().rposition(|status| status.threshold <= counter)
    }

    /// The status at a place.
    pub fn at(&self, rank: Rank) -> Option<&'p Status> {
        self.statuses.get(rank?).copied()
    }
}

impl Standing {
    /// What evaluation gives, as far as the lock lets it.
    fn allowed(&self, ladder: &Ladder<'_>, rank: Rank) -> Rank {
        let Some(lock) = &self.facts.lock else { return rank };
        let set = ladder.rank(Some(&lock.status));
        match lock.kind {
            LockKind::NotLowered => rank.max(set),
            LockKind::NotRaised => rank.min(set),
        }
    }

    /// Moves the status to where it belongs at an instant. A counted event renews the period of a status that the counter still reaches.
    pub fn decide(&mut self, ladder: &Ladder<'_>, at: Timestamp, renews: bool) {
        if self.facts.lock.as_ref().is_some_and(|lock| lock.until.is_some_and(|until| until <= at)) {
            self.facts.lock = None;
        }
        loop {
            let (rank, reached) = (ladder.rank(self.status.as_ref()), ladder.fitting(self.facts.counter));
            let gives = self.allowed(ladder, reached);
            if gives > rank {
                let until = ladder.system.keep.until(ladder.zone, at);
                return self.move_to(ladder, gives, at, until);
            }
            if gives >= rank {
                self.facts.lapsing = None;
                if renews && rank.is_some() && reached >= rank {
                    let until = ladder.system.keep.until(ladder.zone, at);
                    self.facts.kept_until = self.facts.kept_until.max(until).filter(|_| ladder.can_fall(rank));
                }
                return;
            }
            if self.facts.kept_until.is_some_and(|until| until > at) {
                return;
            }
            let lapsing = self.lapsing(ladder, at, Quantity::default());
            if lapsing.falls_at > at {
                self.facts.lapsing = Some(lapsing);
                return;
            }
            self.fall(ladder, &lapsing, at);
        }
    }

    /// Ends a qualification period. The counter stands as it was just before: a status that it reaches is renewed.
    pub fn end_period(&mut self, ladder: &Ladder<'_>, end: Timestamp) {
        if self.facts.kept_until != Some(end) {
            return;
        }
        let rank = ladder.rank(self.status.as_ref());
        if ladder.fitting(self.facts.counter) >= rank {
            self.facts.kept_until = ladder.system.keep.on_from(ladder.zone, end);
            return;
        }
        self.facts.kept_until = None;
        if self.allowed(ladder, ladder.fitting(self.facts.counter)) < rank {
            self.facts.lapsing = Some(self.lapsing(ladder, end, self.facts.counter));
        }
    }

    /// The grace that runs already, or one that begins now.
    fn lapsing(&self, ladder: &Ladder<'_>, at: Timestamp, counter: Quantity) -> Lapsing {
        let days = ladder.system.grace_days;
        let falls_at = if days == 0 { at } else { ladder.zone.first_instant(ladder.zone.date(at).plus_days(days)) };
        self.facts.lapsing.clone().unwrap_or(Lapsing { ended_at: at, falls_at, counter })
    }

    /// Falls as far as the program says: to what the counter reaches, now or as the period ended, or by one step.
    fn fall(&mut self, ladder: &Ladder<'_>, lapsing: &Lapsing, at: Timestamp) {
        let rank = ladder.rank(self.status.as_ref());
        let reached = ladder.fitting(self.facts.counter.max(lapsing.counter));
        let below = rank.and_then(|rank| rank.checked_sub(1));
        let fits = self.allowed(ladder, reached).min(below);
        let to = if ladder.system.falling == Falling::OneStep { below } else { fits };
        let (keep, zone) = (ladder.system.keep, ladder.zone);
        // Long days of grace may outlast the next period; then that begins when they end.
        let until = keep.on_from(zone, lapsing.ended_at).filter(|until| *until > at).or_else(|| keep.until(zone, at));
        self.move_to(ladder, to, at, until);
    }

    pub(super) fn move_to(&mut self, ladder: &Ladder<'_>, rank: Rank, at: Timestamp, kept_until: Option<Timestamp>) {
        self.status = ladder.at(rank).map(|status| status.id.clone());
        self.facts.since = Some(at);
        self.facts.kept_until = kept_until.filter(|_| ladder.can_fall(rank));
        self.facts.lapsing = None;
    }

    /// The next instant at which time alone may change the status.
    pub fn next_due(&self, ladder: &Ladder<'_>) -> Option<Timestamp> {
        let facts = &self.facts;
        let lock = facts.lock.as_ref().and_then(|lock| lock.until);
        let falls = facts.lapsing.as_ref().map(|lapsing| lapsing.falls_at);
        let is_open = facts.lapsing.is_none() && facts.kept_until.is_none();
        let could_fall = is_open && self.allowed(ladder, ladder.fitting(Quantity::default())) < ladder.rank(self.status.as_ref());
        let window = match ladder.system.window {
            Window::CalendarYear => facts.year.and_then(|year| ladder.year_ends(year)),
            Window::Lifetime | Window::Rolling { .. } => facts.oldest.and_then(|oldest| ladder.system.window.leaves(ladder.zone, oldest)),
        };
        [lock, falls, facts.kept_until, window.filter(|_| could_fall)].into_iter().flatten().min()
    }

    /// Gives back the time that was left when a hold began to what fell due since then.
    pub fn resume(&mut self, now: Timestamp) {
        let Some(began) = self.facts.held_since.take() else { return };
        let later = |at: &mut Timestamp| {
            if *at > began && *at <= now {
                *at = Timestamp::from_micros(now.micros().saturating_add(at.micros() - began.micros()));
            }
        };
        self.facts.kept_until.iter_mut().for_each(later);
        self.facts.lock.iter_mut().filter_map(|lock| lock.until.as_mut()).for_each(later);
        self.facts.lapsing.iter_mut().for_each(|lapsing| later(&mut lapsing.falls_at));
    }
}

impl Ladder<'_> {
    /// Whether time or refunds can ever take a status away: who has counted nothing has the lowest, if that asks for nothing.
    fn can_fall(&self, rank: Rank) -> bool {
        rank > self.fitting(Quantity::default())
    }

    fn year_ends(&self, year: u32) -> Option<Timestamp> {
        let next = crate::time::Date::new(i32::try_from(year).ok()?.checked_add(1)?, 1, 1)?;
        Some(self.zone.first_instant(next))
    }
}
