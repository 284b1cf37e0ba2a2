//! All that ever happened, as a list, and what it comes to: the slow and obvious way.

use chrono_tz::Tz;

use crate::systems::{Source, System};

/// A mistake that is made on purpose, to see that it is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    /// A window keeps its first instant.
    FirstInstantCounts,
    /// What is given back counts less when it is given back, not when it had counted.
    RefundsCountNow,
    /// The sweep runs an hour too early.
    SweepsAhead,
}

/// Something that counted.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    pub source: Source,
    pub at: i64,
    pub amount: i64,
}

/// All of it.
pub struct Happened {
    pub zone: Tz,
    pub fault: Fault,
    pub events: Vec<Event>,
}

impl Happened {
    /// What counts for a system at an instant.
    pub fn sum(&self, system: &System, now: i64) -> i64 {
        let late = i64::from(self.fault == Fault::FirstInstantCounts);
        let counts = |event: &&Event| event.source == system.source && now < system.window.leaves(self.zone, event.at).saturating_add(late);
        self.events.iter().filter(counts).map(|event| event.amount).sum()
    }

    /// The next instant at which anything leaves any window.
    pub fn next_edge(&self, systems: &[System], now: i64) -> Option<i64> {
        let leaves = |event: &Event| systems.iter().map(|system| system.window.leaves(self.zone, event.at)).collect::<Vec<_>>();
        self.events.iter().flat_map(leaves).filter(|leaves| *leaves > now && *leaves < i64::MAX).min()
    }
}
