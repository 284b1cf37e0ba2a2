//! What somebody sets by hand, whichever operation they do it with (rules Y3, Y6).

use super::change::{StatusChangeFacts, StatusChangeKind};
use super::evaluation::Rank;
use super::{Ladder, Lock, LockKind, Standing};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{Slug, Text};
use crate::membership::Capability;
use crate::time::Timestamp;
use crate::unit::Unit;

/// A status or a counter to set, and what goes with it.
#[derive(Default)]
pub struct Assignment<'a> {
    /// The status.
    pub status: Option<&'a Slug>,
    /// The counter.
    pub counter: Option<Quantity>,
    /// The lock, where the usual one is not wanted.
    pub lock: Option<LockKind>,
    /// Until when the lock holds, this instant excluded.
    pub until: Option<Timestamp>,
    /// Whether the rewards of the status are granted, as on rising to it.
    pub trigger_rewards: bool,
    /// A comment; the customer reads it.
    pub comment: Option<&'a Text>,
    /// An internal note; staff only.
    pub note: Option<&'a Text>,
}

impl Standing {
    /// Sets by hand what is asked for, and stages it.
    ///
    /// # Errors
    /// `not_eligible` for who is no member; `not_found` for a status that the system does not have; `invalid_request` for a lock under which
    /// evaluation would undo it at once, or one that has ended.
    pub fn assign(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>, customer: &Customer, asked: &Assignment<'_>) -> Result<(), Error> {
        customer.require(Capability::Evaluated)?;
        let (now, before) = (unit.now(), self.status.clone());
        if let Some(counter) = asked.counter {
            self.facts.counter = counter;
        }
        if let Some(status) = asked.status {
            let rank = ladder.rank(Some(status));
            if rank.is_none() {
                return Err(Error::not_found("status", format_args!("{}/{status}", ladder.system.id)));
            }
            let kind = self.lock(ladder, rank, asked, now)?;
            self.set(ladder, rank, kind.map(|kind| Lock { kind, status: status.clone(), until: asked.until }), now);
        }
        self.decide(ladder, now, asked.counter.is_some());
        if asked.status.is_some() && self.status.as_ref() != asked.status {
            return Err(Error::invalid("args.lock", "under this lock evaluation would undo it at once; leave it out"));
        }
        let facts = StatusChangeFacts::by_hand(unit, StatusChangeKind::Assigned, asked.comment, asked.note);
        let lock = self.facts.lock.clone().filter(|_| asked.status.is_some());
        self.note(unit, now, StatusChangeFacts { from: before, lock, ..facts });
        if asked.trigger_rewards {
            self.facts.owed.push(self.facts.version);
        }
        self.close(unit, ladder, customer)
    }

    /// Whether the customer has the status that is asked for, until then, with its rewards if they are asked for.
    pub fn is_as_asked(&self, ladder: &Ladder<'_>, asked: &Assignment<'_>, now: Timestamp) -> bool {
        let status = ladder.at(ladder.rank(self.status.as_ref()));
        let lacks_rewards = asked.trigger_rewards && status.is_some_and(|status| self.lacks_rewards(status, now));
        self.status.as_ref() == asked.status && self.held_by().and_then(|lock| lock.until) == asked.until && !lacks_rewards
    }

    /// The lock that holds the status; none where it stands somewhere else than where it was set.
    pub fn held_by(&self) -> Option<&Lock> {
        self.facts.lock.as_ref().filter(|lock| self.status.as_ref() == Some(&lock.status))
    }

    /// The lock: the one asked for, or the one that keeps evaluation from undoing what was set.
    fn lock(&self, ladder: &Ladder<'_>, rank: Rank, asked: &Assignment<'_>, now: Timestamp) -> Result<Option<LockKind>, Error> {
        if asked.until.is_some_and(|until| until <= now) {
            return Err(Error::invalid("args.valid_through", "has passed; give a later date"));
        }
        let given = ladder.rank(self.facts.evaluated.as_ref());
        let usual = match rank.cmp(&given) {
            std::cmp::Ordering::Greater => Some(LockKind::NotLowered),
            std::cmp::Ordering::Less => Some(LockKind::NotRaised),
            std::cmp::Ordering::Equal => asked.until.map(|_| LockKind::NotLowered),
        };
        Ok(asked.lock.or(usual))
    }
}
