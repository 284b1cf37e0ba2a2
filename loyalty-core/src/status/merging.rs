//! The standings of two accounts that become one: counters are added window by window, the higher status stands, and its lock with it (rule G5).

use schemars::JsonSchema;

use super::change::{StatusChangeFacts, StatusChangeKind};
use super::counter::{EventFacts, StatusEvent};
use super::{Ladder, Standing, StandingFacts};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::Slug;
use crate::json::Json;
use crate::program::Window;
use crate::unit::Unit;

/// A standing that a merge changed: as it was before and after.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct MergedStanding {
    /// The system.
    pub system: Slug,
    before: Snapshot,
    after: Snapshot,
}

/// A standing at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
struct Snapshot {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<Slug>,
    facts: StandingFacts,
}

impl Snapshot {
    /// The standing as it will be stored: what the command still owes it grants before it ends.
    fn of(standing: &Standing) -> Self {
        Snapshot { status: standing.status.clone(), facts: StandingFacts { owed: Vec::new(), ..standing.facts.clone() } }
    }

    /// Whether two are the same, but for the rewards that were granted: those of a merge are granted after its snapshot.
    fn is_as(&self, other: &Snapshot) -> bool {
        let granted = self.facts.granted.clone();
        *self == Snapshot { status: other.status.clone(), facts: StandingFacts { granted, ..other.facts.clone() } }
    }
}

/// A status system in which somebody stands whose accounts become one.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct PlannedStatus {
    /// The system.
    pub system: Slug,
    /// Where the survivor stands.
    pub survivor: StatusLevel,
    /// Where the source stands.
    pub source: StatusLevel,
    /// Where the survivor stands afterwards.
    pub after: StatusLevel,
}

/// A status, and how far somebody is on the way to the next.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct StatusLevel {
    /// The status, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Slug>,
    /// What has been counted: money, points, orders or visits, as the system says.
    pub counter: Quantity,
}

impl StatusLevel {
    fn of(standing: &Standing) -> Self {
        StatusLevel { status: standing.status.clone(), counter: standing.facts.counter.normal() }
    }
}

/// Adds what counted for the source to what counted for the survivor, and shows both. The source's own standings stay as they are, out of sight.
///
/// # Errors
/// `limit_exceeded` for a counter beyond 28 digits; whatever the storage says.
pub fn merge(
    unit: &mut Unit<'_>,
    survivor: &Customer,
    source: &Customer,
    rewards: bool,
) -> Result<(Vec<MergedStanding>, Vec<PlannedStatus>), Error> {
    let (program, now) = (unit.program(), unit.now());
    let (mut merged, mut planned) = (Vec::new(), Vec::new());
    for system in &program.status_systems {
        let ladder = Ladder::new(&program, system);
        let mut theirs = Standing::open(unit, source, &ladder)?;
        theirs.advance(unit, &ladder, now)?;
        theirs.close(unit, &ladder, source)?;
        let mut own = Standing::open(unit, survivor, &ladder)?;
        if theirs.status.is_none() && theirs.facts.first.is_none() && theirs.facts.counter == Quantity::default() {
            continue;
        }
        let (before, level_before) = (Snapshot::of(&own), StatusLevel::of(&own));
        for event in unit.scan::<StatusEvent>(&theirs.events(None))? {
            own.row(unit, event.at, EventFacts { came_from: Some(source.id.clone()), ..event.facts });
        }
        own.facts.counter = own.facts.counter.plus(theirs.facts.counter)?;
        own.facts.year = own.facts.year.max(theirs.facts.year);
        own.facts.first = [own.facts.first, theirs.facts.first].into_iter().flatten().min();
        own.outrank(&ladder, &theirs);
        own.decide(&ladder, now, false);
        own.note_merge(unit, &before);
        if rewards && ladder.rank(own.status.as_ref()) > ladder.rank(before.status.as_ref()) {
            own.facts.owed.push(own.facts.version);
        }
        own.close(unit, &ladder, survivor)?;
        planned.push(PlannedStatus {
            system: system.id.clone(),
            survivor: level_before,
            source: StatusLevel::of(&theirs),
            after: StatusLevel::of(&own),
        });
        merged.push(MergedStanding { system: system.id.clone(), before, after: Snapshot::of(&own) });
    }
    Ok((merged, planned))
}

/// Takes what counted for the source out of the survivor's standings: one that is still as the merge left it is as it was before.
///
/// # Errors
/// Whatever the storage says.
pub fn unmerge(unit: &mut Unit<'_>, survivor: &Customer, source: &Customer, merged: &[MergedStanding]) -> Result<(), Error> {
    let (program, now) = (unit.program(), unit.now());
    for MergedStanding { system, before, after } in merged {
        let Ok(ladder) = Ladder::find(&program, system) else { continue };
        let mut own = Standing::open(unit, survivor, &ladder)?;
        let (found, mut there) = (Snapshot::of(&own), Quantity::default());
        for event in unit.scan::<StatusEvent>(&own.events(None))? {
            if event.number > before.facts.events && event.number <= after.facts.events {
                there = there.plus(event.facts.amount)?;
                unit.delete(&event);
            }
        }
        let theirs = unit.get::<Standing>(Standing::key(&source.root(), system.as_str()))?;
        let theirs = theirs.map(|theirs| theirs.facts).unwrap_or_default();
        let amount = match ladder.system.window {
            Window::Lifetime => theirs.counter,
            Window::CalendarYear if theirs.year == own.facts.year => theirs.counter,
            Window::CalendarYear => Quantity::default(),
            Window::Rolling { .. } => there,
        };
        let left = own.facts.counter.minus(amount)?.max(Quantity::default());
        // What came with the merge the survivor never had; what was granted since they did.
        own.facts.granted.retain(|granted| before.facts.granted.contains(granted) || !after.facts.granted.contains(granted));
        // The same total may be made of other things, when something was taken back and as much was added.
        if found.is_as(after) && left == before.facts.counter {
            own.status.clone_from(&before.status);
            let granted = std::mem::take(&mut own.facts.granted);
            own.facts = StandingFacts { version: own.facts.version, granted, ..before.facts.clone() };
        } else {
            own.facts.counter = left;
            own.restore(before, after);
            own.decide(&ladder, now, false);
        }
        own.note_merge(unit, &found);
        own.close(unit, &ladder, survivor)?;
    }
    Ok(())
}

/// Forgets where a customer stood, who begins as a fresh member; the history goes on.
///
/// # Errors
/// When the storage fails.
pub fn forget(unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
    for system in &unit.program().status_systems {
        let Some(stored) = unit.get::<Standing>(Standing::key(&customer.root(), system.id.as_str()))? else { continue };
        for event in unit.scan::<StatusEvent>(&stored.events(None))? {
            unit.delete(&event);
        }
        let mut fresh = Standing::new(&stored.root, &stored.system);
        fresh.facts.version = stored.facts.version;
        unit.put(&fresh);
    }
    Ok(())
}

impl Standing {
    /// Takes over what is higher: the status with its lock, and what evaluation gives with its period.
    fn outrank(&mut self, ladder: &Ladder<'_>, theirs: &Standing) {
        if ladder.rank(theirs.status.as_ref()) > ladder.rank(self.status.as_ref()) {
            self.facts.lock.clone_from(&theirs.facts.lock);
        }
        let (given, other) = (ladder.rank(self.facts.evaluated.as_ref()), ladder.rank(theirs.facts.evaluated.as_ref()));
        if other > given {
            self.facts.evaluated.clone_from(&theirs.facts.evaluated);
            self.facts.kept_until = theirs.facts.kept_until;
            self.facts.lapsing.clone_from(&theirs.facts.lapsing);
        } else if other == given {
            self.facts.kept_until = self.facts.kept_until.max(theirs.facts.kept_until);
        }
        for granted in &theirs.facts.granted {
            if !self.facts.granted.contains(granted) {
                self.facts.granted.push(granted.clone());
            }
        }
    }

    /// Gives up what came with a merge and is still as that left it, although something has counted since. Not the date of the earliest thing that
    /// was counted: what has counted since may lie before the survivor's own.
    fn restore(&mut self, before: &Snapshot, after: &Snapshot) {
        let (facts, before, after) = (&mut self.facts, &before.facts, &after.facts);
        if facts.lock == after.lock {
            facts.lock.clone_from(&before.lock);
        }
        if facts.evaluated == after.evaluated {
            facts.evaluated.clone_from(&before.evaluated);
        }
        if facts.kept_until == after.kept_until {
            facts.kept_until = before.kept_until;
        }
        if facts.lapsing == after.lapsing {
            facts.lapsing.clone_from(&before.lapsing);
        }
    }

    /// Notes that a merge or its undo changed the status.
    fn note_merge(&mut self, unit: &mut Unit<'_>, before: &Snapshot) {
        if self.status != before.status {
            let facts = StatusChangeFacts::by_hand(unit, StatusChangeKind::Merged, None, None);
            let at = unit.now();
            self.note(unit, at, StatusChangeFacts { from: before.status.clone(), lock: self.facts.lock.clone(), ..facts });
        }
    }
}
