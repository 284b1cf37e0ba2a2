//! How a standing is opened, what follows from a command for it, and what becomes of one whose status or system went away.

use super::change::{StatusChangeFacts, StatusChangeKind};
use super::granting::check_given;
use super::{Ladder, Standing, StatusChange, counter};
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::Slug;
use crate::membership::{Capability, State};
use crate::program::Program;
use crate::time::Timestamp;
use crate::unit::Unit;

/// Counts what a command did, and lets the customers on whose roots it rests rise and fall (rule Y5).
///
/// # Errors
/// Whatever the storage says; `limit_exceeded` for a counter beyond 28 digits.
pub fn follow(unit: &mut Unit<'_>) -> Result<(), Error> {
    let program = unit.program();
    if program.status_systems.is_empty() {
        return Ok(());
    }
    let customers: Vec<_> = unit.roots().filter_map(|(root, _)| root.customer_id()).gather();
    let (mut entries, mut counted) = (0, 0);
    loop {
        let events = counter::noted(unit, &program, entries, counted)?;
        (entries, counted) = (unit.notes.entries.len(), unit.notes.counted.len());
        for id in &customers {
            // Of somebody who was erased nothing is counted any more.
            let found = unit.get::<Customer>(Customer::key(id))?;
            let Some(customer) = found.filter(|customer| customer.membership.state != State::Deleted) else { continue };
            for system in &program.status_systems {
                let ladder = Ladder::new(&program, system);
                let mut standing = Standing::open(unit, &customer, &ladder)?;
                let added = standing.count(unit, &ladder, &events)?;
                standing.judge(unit, &ladder, &customer, added);
                standing.grant(unit, &ladder, &customer)?;
                standing.close(unit, &ladder, &customer)?;
            }
        }
        // A reward may credit what some system counts. It comes to an end: no status grants twice in a period.
        if unit.notes.entries.len() == entries {
            return check_given(unit);
        }
    }
}

impl Standing {
    /// Where a customer stands in a system, settled to now.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn open(unit: &mut Unit<'_>, customer: &Customer, ladder: &Ladder<'_>) -> Result<Self, Error> {
        let (root, system) = (customer.root(), ladder.system.id.as_str());
        let stored = unit.get::<Standing>(Standing::key(&root, system))?;
        let mut standing = stored.unwrap_or_else(|| Standing::new(&root, system));
        standing.map(unit, ladder)?;
        standing.settle(unit, ladder, customer)?;
        standing.close(unit, ladder, customer)?;
        Ok(standing)
    }

    /// Carries out, instant by instant, what time alone did; of a customer who is no longer evaluated what fell due before.
    fn settle(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>, customer: &Customer) -> Result<(), Error> {
        let now = unit.now();
        let is_evaluated = is_evaluated(customer);
        if is_evaluated {
            self.resume(now);
        }
        let until = if is_evaluated { now } else { customer.membership.since.min(now) };
        while let Some(due) = self.next_due(ladder).filter(|due| *due <= until && (is_evaluated || self.due_at.is_some())) {
            self.advance(unit, ladder, Timestamp::from_micros(due.micros() - 1))?;
            self.end_period(ladder, due);
            self.advance(unit, ladder, due)?;
            self.judge_at(unit, ladder, due, false);
        }
        if is_evaluated {
            self.advance(unit, ladder, now)?;
            self.judge_at(unit, ladder, now, false);
        }
        Ok(())
    }

    /// Evaluates as of now, if the customer is evaluated at all (rule M2).
    pub(super) fn judge(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>, customer: &Customer, renews: bool) {
        if is_evaluated(customer) {
            self.judge_at(unit, ladder, unit.now(), renews);
        }
    }

    fn judge_at(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>, at: Timestamp, renews: bool) {
        let before = self.status.clone();
        self.decide(ladder, at, renews);
        if self.status != before {
            let rose = ladder.rank(self.status.as_ref()) > ladder.rank(before.as_ref());
            let kind = if rose { StatusChangeKind::Raised } else { StatusChangeKind::Lowered };
            self.note(unit, at, StatusChangeFacts { from: before, ..StatusChangeFacts::by_time(kind) });
            if rose {
                self.facts.owed.push(self.facts.version);
            }
        }
    }

    /// Writes a change into the history; the status and lock are those that the standing has now.
    pub(super) fn note(&mut self, unit: &mut Unit<'_>, at: Timestamp, facts: StatusChangeFacts) {
        self.facts.version += 1;
        let (root, system) = (self.root.clone(), self.system.clone());
        let facts = StatusChangeFacts { to: self.status.clone(), ..facts };
        unit.insert(&StatusChange { root, system, number: self.facts.version, at, facts });
    }

    /// Stages the record, if it differs from what is stored and says anything at all.
    pub(super) fn close(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>, customer: &Customer) -> Result<(), Error> {
        self.facts.counter = self.facts.counter.normal();
        self.due_at = if is_evaluated(customer) { self.next_due(ladder) } else { None };
        let is_held = customer.membership.state == State::OnHold;
        self.facts.held_since = is_held.then_some(customer.membership.since);
        let stored = unit.get::<Standing>(Standing::key(&self.root, &self.system))?;
        let mut unsaid = Standing::new(&self.root, &self.system);
        unsaid.facts.held_since = self.facts.held_since;
        if stored.unwrap_or(unsaid) != *self {
            unit.put(self);
        }
        Ok(())
    }

    /// Takes the place of what is no longer in the program (rule Y7).
    fn map(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>) -> Result<(), Error> {
        let program = unit.program();
        let before = self.status.clone();
        self.rename(&program);
        let own = &ladder.system.id;
        for row in program.status_mapping.iter().filter(|row| row.to_system.as_ref() == Some(own)) {
            let Some(mut gone) = unit.get::<Standing>(Standing::key(&self.root, row.system.as_str()))? else { continue };
            unit.delete(&gone);
            gone.rename(&program);
            let outranks = |theirs: &Option<Slug>, own: &Option<Slug>| ladder.rank(theirs.as_ref()) > ladder.rank(own.as_ref());
            if outranks(&gone.status, &self.status) {
                self.status = gone.status;
                (self.facts.since, self.facts.lock) = (gone.facts.since, gone.facts.lock);
            }
            if outranks(&gone.facts.evaluated, &self.facts.evaluated) {
                // What counted for it does not count here: it is kept for a period, and earned again or not.
                let until = ladder.system.keep.until(ladder.zone, unit.now()).max(gone.facts.kept_until);
                self.give(ladder, ladder.rank(gone.facts.evaluated.as_ref()), until);
            }
        }
        if self.status != before {
            let at = unit.now();
            self.note(unit, at, StatusChangeFacts { from: before, ..StatusChangeFacts::by_time(StatusChangeKind::Mapped) });
        }
        Ok(())
    }

    /// Calls the status and the lock's by what they are mapped to.
    fn rename(&mut self, program: &Program) {
        let lock = self.facts.lock.as_mut().map(|lock| &mut lock.status);
        for status in self.status.iter_mut().chain(&mut self.facts.evaluated).chain(lock) {
            if let Some((_, to)) = program.mapped_status(&self.system, status.as_str()) {
                *status = to.clone();
            }
        }
    }
}

/// Whether a customer's statuses move at all (rule M2).
fn is_evaluated(customer: &Customer) -> bool {
    customer.membership.state.can(Capability::Evaluated)
}
