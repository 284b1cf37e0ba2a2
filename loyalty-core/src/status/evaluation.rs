//! What becomes of a status at an instant, given the counter: up at once, down when its period and grace are over, and never past a lock (rules Y3,
//! Y5). Pure: the counter stands in the record, as of that instant.

use super::{Lapsing, Lock, LockKind, Standing};
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
    fn shown(&self, ladder: &Ladder<'_>) -> Rank {
        let given = ladder.rank(self.facts.evaluated.as_ref());
        let Some(lock) = &self.facts.lock else { return given };
        let set = ladder.rank(Some(&lock.status));
        match lock.kind {
            LockKind::NotLowered => given.max(set),
            LockKind::NotRaised => given.min(set),
        }
    }

    /// Moves the status to where it belongs at an instant. A counted event renews the period of what the counter still reaches.
    pub fn decide(&mut self, ladder: &Ladder<'_>, at: Timestamp, renews: bool) {
        if self.facts.lock.as_ref().is_some_and(|lock| lock.until.is_some_and(|until| until <= at)) {
            self.facts.lock = None;
        }
        self.evaluate(ladder, at, renews);
        let shown = ladder.at(self.shown(ladder)).map(|status| status.id.clone());
        if shown != self.status {
            self.status = shown;
            self.facts.since = Some(at);
        }
    }

    /// Evaluation goes on beneath a lock as if there were none.
    fn evaluate(&mut self, ladder: &Ladder<'_>, at: Timestamp, renews: bool) {
        loop {
            let (rank, reached) = (ladder.rank(self.facts.evaluated.as_ref()), ladder.fitting(self.facts.counter));
            let until = ladder.system.keep.until(ladder.zone, at);
            if reached > rank {
                return self.give(ladder, reached, until);
            }
            if reached == rank || self.facts.kept_until.is_some_and(|until| until > at) {
                if reached == rank {
                    self.facts.lapsing = None;
                }
                if reached == rank && renews && ladder.can_fall(rank) {
                    self.facts.kept_until = self.facts.kept_until.max(until);
                }
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
        if ladder.fitting(self.facts.counter) >= ladder.rank(self.facts.evaluated.as_ref()) {
            self.facts.kept_until = ladder.system.keep.on_from(ladder.zone, end);
        } else {
            self.facts.kept_until = None;
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
        let below = ladder.rank(self.facts.evaluated.as_ref()).and_then(|rank| rank.checked_sub(1));
        let fits = ladder.fitting(self.facts.counter.max(lapsing.counter)).min(below);
        let to = if ladder.system.falling == Falling::OneStep { below } else { fits };
        let (keep, zone) = (ladder.system.keep, ladder.zone);
        // Long days of grace may outlast the next period; then that begins when they end.
        let until = keep.on_from(zone, lapsing.ended_at).filter(|until| *until > at).or_else(|| keep.until(zone, at));
        self.give(ladder, to, until);
    }

    /// From now on evaluation gives this, for a period.
    pub(super) fn give(&mut self, ladder: &Ladder<'_>, rank: Rank, kept_until: Option<Timestamp>) {
        self.facts.evaluated = ladder.at(rank).map(|status| status.id.clone());
        self.facts.kept_until = kept_until.filter(|_| ladder.can_fall(rank));
        self.facts.lapsing = None;
    }

    /// Sets a status by hand. The usual lock lies over what evaluation gives; under another, that is given up for what was set.
    pub(super) fn set(&mut self, ladder: &Ladder<'_>, rank: Rank, lock: Option<Lock>, at: Timestamp) {
        self.facts.lock = lock;
        if self.shown(ladder) != rank {
            self.give(ladder, rank, ladder.system.keep.until(ladder.zone, at));
        }
    }

    /// The next instant at which time alone may change the status.
    pub fn next_due(&self, ladder: &Ladder<'_>) -> Option<Timestamp> {
        let facts = &self.facts;
        let lock = facts.lock.as_ref().and_then(|lock| lock.until);
        let falls = facts.lapsing.as_ref().map(|lapsing| lapsing.falls_at);
        let is_open = facts.lapsing.is_none() && facts.kept_until.is_none();
        let window = match ladder.system.window {
            Window::CalendarYear => facts.year.and_then(|year| ladder.year_ends(year)),
            Window::Lifetime | Window::Rolling { .. } => facts.oldest.and_then(|oldest| ladder.system.window.leaves(ladder.zone, oldest)),
        };
        let window = window.filter(|_| is_open && ladder.can_fall(ladder.rank(facts.evaluated.as_ref())));
        [lock, falls, facts.kept_until, window].into_iter().flatten().min()
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::id::CustomerId;
    use crate::record::Root;

    fn program(fields: Value) -> Program {
        let mut system = json!({
            "id": "tier", "counts": { "source": "manual" },
            "statuses": [{ "id": "gold", "threshold": "100" }, { "id": "bronze", "threshold": "5" }, { "id": "silver", "threshold": "50" }]
        });
        for (name, value) in fields.as_object().unwrap() {
            system[name] = value.clone();
        }
        Program::from_tree(json!({ "point_types": [{ "id": "points" }], "status_systems": [system] }).into()).unwrap()
    }

    /// A standing that is moved through time by hand.
    struct Walk<'p> {
        ladder: Ladder<'p>,
        standing: Standing,
    }

    impl<'p> Walk<'p> {
        fn new(program: &'p Program) -> Self {
            let standing = Standing::new(&Root::customer(&CustomerId::new("c-1").unwrap()), "tier");
            Walk { ladder: Ladder::new(program, &program.status_systems[0]), standing }
        }

        fn status(&self) -> &str {
            self.standing.status.as_ref().map_or("none", Slug::as_str)
        }

        /// A counted event on a day leads to this counter.
        fn counts(&mut self, day: &str, counter: i64) -> &str {
            self.to(day);
            self.standing.facts.counter = Quantity::from(counter);
            self.standing.decide(&self.ladder, instant(day), true);
            self.status()
        }

        /// Time goes on to a day, the counter as it is.
        fn to(&mut self, day: &str) -> &str {
            while let Some(due) = self.standing.next_due(&self.ladder).filter(|due| *due <= instant(day)) {
                self.standing.end_period(&self.ladder, due);
                self.standing.decide(&self.ladder, due, false);
            }
            self.standing.decide(&self.ladder, instant(day), false);
            self.status()
        }

        fn locked(&mut self, kind: LockKind, status: &str, until: Option<&str>) {
            let status = Slug::new(status).unwrap();
            let rank = self.ladder.rank(Some(&status));
            let lock = Lock { kind, status, until: until.map(instant) };
            self.standing.set(&self.ladder, rank, Some(lock), instant("2026-01-01"));
        }

        fn kept_until(&self) -> String {
            self.standing.facts.kept_until.map_or_else(|| "no period".to_owned(), |at| at.to_string().replace("T00:00:00Z", ""))
        }
    }

    fn instant(day: &str) -> Timestamp {
        format!("{day}T00:00:00Z").parse().unwrap()
    }

    // rules Y1, Y5, T8
    #[test]
    fn it_rises_at_once_and_as_far_as_the_counter_reaches() {
        let program = program(json!({}));
        let mut walk = Walk::new(&program);
        assert_eq!(walk.counts("2026-01-01", 4), "none");
        assert_eq!(walk.counts("2026-01-02", 5), "bronze");
        assert_eq!(walk.counts("2026-01-03", 100), "gold");
        assert_eq!(walk.counts("2026-01-04", 99), "silver", "without a period it falls at once, to fit");
        assert_eq!(walk.counts("2026-01-05", 0), "none");
        assert_eq!(walk.standing.facts.since, Some(instant("2026-01-05")));
    }

    // rule Y5
    #[test]
    fn it_is_kept_to_the_end_of_its_period_and_of_its_grace() {
        let program = program(json!({ "keep": { "policy": "months", "months": 12 }, "grace_days": 30 }));
        let mut walk = Walk::new(&program);
        walk.counts("2026-01-10", 100);
        assert_eq!(walk.counts("2026-02-01", 5), "gold");
        assert_eq!(walk.kept_until(), "2027-01-10");
        assert_eq!(walk.to("2027-01-10"), "gold", "its grace has begun");
        assert_eq!(walk.standing.facts.lapsing.as_ref().unwrap().falls_at, instant("2027-02-09"));
        assert_eq!(walk.to("2027-02-08"), "gold");
        assert_eq!(walk.to("2027-02-09"), "bronze");
        assert_eq!(walk.kept_until(), "2028-01-10", "the next period began when the last one ended");
    }

    // rule Y5
    #[test]
    fn what_is_earned_again_is_renewed() {
        let program = program(json!({ "keep": { "policy": "months", "months": 12 }, "grace_days": 30 }));
        let mut walk = Walk::new(&program);
        walk.counts("2026-01-10", 100);
        walk.counts("2026-06-10", 101);
        assert_eq!(walk.kept_until(), "2027-06-10", "by a counted event");
        walk.to("2027-06-10");
        assert_eq!(walk.kept_until(), "2028-06-10", "at the end of its period");
        walk.counts("2027-07-01", 0);
        walk.to("2028-06-20");
        assert!(walk.standing.facts.lapsing.is_some());
        assert_eq!(walk.counts("2028-06-21", 100), "gold", "in its grace");
        assert_eq!((walk.kept_until().as_str(), walk.standing.facts.lapsing.is_none()), ("2029-06-21", true));
    }

    // rule Y5
    #[test]
    fn it_falls_by_one_step_if_the_program_says_so() {
        let program = program(json!({ "keep": { "policy": "years", "years": 1 }, "falling": "one_step" }));
        let mut walk = Walk::new(&program);
        walk.counts("2026-03-10", 100);
        walk.counts("2026-04-01", 0);
        assert_eq!(walk.to("2027-12-31"), "gold");
        assert_eq!(walk.to("2028-01-01"), "silver");
        assert_eq!(walk.to("2028-12-31"), "silver", "which is kept for a year of its own");
        assert_eq!(walk.to("2029-01-01"), "bronze");
        assert_eq!(walk.to("2030-01-01"), "none");
        assert_eq!(walk.standing.next_due(&walk.ladder), None);
    }

    // rule Y3
    #[test]
    fn what_is_set_higher_is_not_lowered_but_may_rise() {
        let program = program(json!({}));
        let mut walk = Walk::new(&program);
        walk.counts("2026-01-01", 5);
        walk.locked(LockKind::NotLowered, "silver", Some("2026-06-01"));
        assert_eq!(walk.to("2026-02-01"), "silver");
        assert_eq!(walk.counts("2026-03-01", 100), "gold");
        assert_eq!(walk.counts("2026-04-01", 0), "silver", "no further than what was set");
        assert_eq!(walk.to("2026-05-31"), "silver");
        assert_eq!(walk.to("2026-06-01"), "none");
        assert_eq!(walk.standing.facts.lock, None);
    }

    // rule Y3
    #[test]
    fn what_is_set_lower_is_not_raised_but_may_fall() {
        let program = program(json!({}));
        let mut walk = Walk::new(&program);
        walk.counts("2026-01-01", 100);
        walk.locked(LockKind::NotRaised, "bronze", Some("2026-06-01"));
        assert_eq!(walk.counts("2026-02-01", 200), "bronze");
        assert_eq!(walk.counts("2026-03-01", 0), "none");
        assert_eq!(walk.counts("2026-04-01", 60), "bronze", "no further than what was set");
        assert_eq!(walk.to("2026-06-01"), "silver");
    }

    // rules Y3, Y5
    #[test]
    fn beneath_a_lock_evaluation_goes_on() {
        let program = program(json!({ "grace_days": 10, "keep": { "policy": "years", "years": 1 } }));
        let mut walk = Walk::new(&program);
        walk.counts("2026-01-01", 50);
        walk.locked(LockKind::NotLowered, "gold", Some("2026-06-01"));
        walk.counts("2026-02-01", 0);
        assert_eq!(walk.to("2026-05-31"), "gold");
        assert_eq!(walk.to("2026-06-01"), "silver", "which was earned, and is kept");
        assert_eq!(walk.to("2028-01-10"), "silver");
        assert_eq!(walk.to("2028-01-11"), "none");
    }

    // rule Y3
    #[test]
    fn under_the_other_lock_what_was_set_is_kept_for_a_period() {
        let program = program(json!({ "keep": { "policy": "months", "months": 1 } }));
        let mut walk = Walk::new(&program);
        walk.locked(LockKind::NotRaised, "silver", None);
        assert_eq!(walk.to("2026-01-31"), "silver");
        assert_eq!(walk.to("2026-02-01"), "none");
        assert_eq!(walk.counts("2026-02-02", 100), "silver");
    }

    // rule Y5
    #[test]
    fn long_grace_and_short_periods_come_to_an_end() {
        let program = program(json!({ "grace_days": 400, "falling": "one_step", "keep": { "policy": "months", "months": 1 } }));
        let mut walk = Walk::new(&program);
        walk.counts("2026-01-31", 100);
        walk.counts("2026-02-01", 0);
        assert_eq!(walk.to("2027-04-05"), "silver");
        assert_eq!(walk.kept_until(), "2027-05-05");
        assert_eq!(walk.to("2040-01-01"), "none");
    }

    // rule M3
    #[test]
    fn what_falls_due_on_hold_gets_its_time_back() {
        let program = program(json!({ "keep": { "policy": "months", "months": 1 } }));
        let mut walk = Walk::new(&program);
        walk.counts("2026-01-01", 100);
        walk.standing.facts.held_since = Some(instant("2026-01-22"));
        walk.standing.resume(instant("2026-06-01"));
        assert_eq!((walk.kept_until().as_str(), walk.standing.facts.held_since), ("2026-06-11", None));
    }

    // rules L6, Y5
    #[test]
    fn it_does_not_matter_when_somebody_looks() {
        let keeps =
            [json!({ "policy": "while_it_fits" }), json!({ "policy": "months", "months": 2 }), json!({ "policy": "years", "years": 1 })];
        for (keep, grace) in keeps.iter().flat_map(|keep| [0, 3, 90].map(|grace| (keep, grace))) {
            let program = program(json!({ "keep": keep, "grace_days": grace, "falling": if grace > 0 { "one_step" } else { "to_fit" } }));
            let (mut often, mut seldom) = (Walk::new(&program), Walk::new(&program));
            for walk in [&mut often, &mut seldom] {
                walk.counts("2026-01-05", 120);
                walk.counts("2026-02-05", 7);
            }
            for month in 3..=12 {
                (1..=28).for_each(|day| {
                    often.to(&format!("2026-{month:02}-{day:02}"));
                });
            }
            assert_eq!(
                (often.to("2030-06-01").to_owned(), often.standing.facts.since),
                (seldom.to("2030-06-01").to_owned(), seldom.standing.facts.since)
            );
        }
    }
}
