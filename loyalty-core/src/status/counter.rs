//! The counter of a standing, kept without reading history (rule Y1): a sum, and for a rolling window one small row for each thing that was counted,
//! which is read once more, when it falls out of the window.

use super::{Ladder, Standing};
use crate::amount::Quantity;
use crate::entry::{Entry, EntryKind, ref_owner};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::CustomerId;
use crate::json::{self, Json};
use crate::merge::Merge;
use crate::program::{Counts, Program, Window};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::{Happened, Unit};

/// How many rows that fall out of a window are read at a time.
const ROWS_AT_A_TIME: usize = 64;

/// What was counted in rolling windows, by its date.
pub static STATUS_EVENT: Table = Table {
    name: "status_event",
    columns: &[Column::bytes("root", 260), Column::bytes("system", 32), Column::int("at"), Column::int("number")],
    key: 4,
    indexes: &[],
    search: None,
    erasure: Erasure::Dropped,
};

/// Something that counts, as a command noted it.
#[derive(Debug)]
pub(super) struct Event {
    /// Whose it is, and whose it was before.
    owners: Vec<Root>,
    counts: Counts,
    at: Timestamp,
    amount: Quantity,
}

/// Something that was counted in a rolling window.
pub(super) struct StatusEvent {
    root: Root,
    system: String,
    pub(super) at: Timestamp,
    pub(super) number: u64,
    pub(super) facts: EventFacts,
}

/// What it says besides.
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub(super) struct EventFacts {
    /// How much it counts.
    pub(super) amount: Quantity,
    /// Who brought it by a merge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) came_from: Option<CustomerId>,
}

impl Record for StatusEvent {
    const TABLE: &'static Table = &STATUS_EVENT;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.system.as_str()), Value::from(self.at), Value::from(self.number)];
        Row { table: &STATUS_EVENT, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, system) = (columns.root(), columns.word());
        let record = StatusEvent { root, system, at: columns.time(), number: columns.count(), facts: columns.body() };
        columns.end(record)
    }
}

/// What a command noted that some system of the program counts, behind so many entries and so much else.
///
/// # Errors
/// Whatever the storage says.
pub(super) fn noted(unit: &mut Unit<'_>, program: &Program, entries: usize, counted: usize) -> Result<Vec<Event>, Error> {
    let mut events = Vec::new();
    for counted in unit.notes.counted.iter().skip(counted) {
        let (counts, amount) = match counted.what {
            Happened::Orders(many) => (Counts::Orders, Quantity::from(many)),
            Happened::Spend(amount) => (Counts::Spend, amount),
            Happened::Visit => (Counts::Visits, Quantity::from(1)),
        };
        events.push(Event { owners: counted.owners.clone(), counts, at: counted.at, amount });
    }
    let is_counted = |entry: &&Entry| {
        let earned = |counts: &Counts| matches!(counts, Counts::Earned { point_type } if point_type.as_str() == entry.point_type);
        program.status_systems.iter().any(|system| earned(&system.counts))
    };
    let entries = unit.notes.entries.iter().skip(entries).filter_map(|noted| noted.entry.downcast_ref::<Entry>()).filter(is_counted);
    for entry in entries.cloned().gather::<Vec<_>>() {
        let taken_back = entry.facts.reverses.map(|number| Entry::key(&entry.root, &entry.point_type, number));
        // What is taken back counts less at the date at which it counted.
        let (of, amount) = match taken_back.map(|key| unit.get::<Entry>(key)).transpose()?.flatten() {
            Some(original) => (original, entry.facts.undone.negated()),
            None => (entry.clone(), entry.amount),
        };
        let Some(point_type) = program.point_type(&entry.point_type).filter(|_| of.kind == EntryKind::Earn) else { continue };
        let counts = Counts::Earned { point_type: point_type.id.clone() };
        let owners = earners(unit, &entry, &of)?;
        events.push(Event { owners, counts, at: of.effective_at, amount: amount.decimal(point_type.places) });
    }
    Ok(events)
}

/// For whom an entry counts that is, or takes back, an earning: what is reversed in the journal of a merged account counts less for the survivor, where its
/// counterpart stands, and for whose it was before.
fn earners(unit: &mut Unit<'_>, entry: &Entry, earned: &Entry) -> Result<Vec<Root>, Error> {
    let survivor = entry.facts.counterpart.as_ref().and_then(ref_owner).unwrap_or_else(|| entry.root.clone());
    let mut earners = Merge::entry_owners_before(unit, &survivor, earned)?;
    earners.insert(0, survivor);
    Ok(earners)
}

impl Standing {
    /// Moves the window to an instant, never back.
    pub(super) fn advance(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>, to: Timestamp) -> Result<(), Error> {
        let year = u32::try_from(ladder.zone.date(to).year()).ok();
        if ladder.system.window == Window::CalendarYear && self.facts.year.is_some() && self.facts.year < year {
            (self.facts.year, self.facts.counter) = (year, Quantity::default());
        }
        let has_left = |at: Timestamp| ladder.system.window.leaves(ladder.zone, at).is_some_and(|leaves| leaves <= to);
        while self.facts.oldest.is_some_and(has_left) {
            let mut rows = unit.scan::<StatusEvent>(&self.events(None).limit(ROWS_AT_A_TIME))?.into_iter();
            self.facts.oldest = None;
            for row in rows.by_ref() {
                self.facts.oldest = Some(row.at);
                if !has_left(row.at) {
                    break;
                }
                self.facts.counter = self.facts.counter.minus(row.facts.amount)?;
                unit.delete(&row);
            }
        }
        Ok(())
    }

    /// Counts what a command noted for this system; says whether something was added.
    pub(super) fn count(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>, events: &[Event]) -> Result<bool, Error> {
        let mut added = false;
        for event in events {
            if !event.owners.contains(&self.root) || event.counts != ladder.system.counts {
                continue;
            }
            self.advance(unit, ladder, unit.now())?;
            added |= self.add(unit, ladder, event)?;
        }
        Ok(added)
    }

    fn add(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>, event: &Event) -> Result<bool, Error> {
        let (facts, takes) = (&mut self.facts, event.amount.is_negative());
        let now = unit.now();
        if takes && facts.first.is_none_or(|first| event.at < first) {
            return Ok(false);
        }
        if event.amount == Quantity::default() || ladder.system.window.leaves(ladder.zone, event.at).is_some_and(|leaves| leaves <= now) {
            return Ok(false);
        }
        if !takes {
            facts.first = Some(facts.first.map_or(event.at, |first| first.min(event.at)));
        }
        let mut amount = event.amount;
        match ladder.system.window {
            Window::Lifetime => {}
            Window::CalendarYear => facts.year = u32::try_from(ladder.zone.date(now).year()).ok(),
            Window::Rolling { .. } if takes => amount = self.take_rows(unit, event)?,
            Window::Rolling { .. } => self.row(unit, event.at, EventFacts { amount, came_from: None }),
        }
        self.facts.counter = self.facts.counter.plus(amount)?.max(Quantity::default());
        Ok(!takes)
    }

    /// Takes out of the rows of a date, no more than was counted then: a row below zero would raise the counter when it falls out of the window. First of what
    /// came from where the event came from: what came with a merge is taken out again by its undo.
    fn take_rows(&self, unit: &mut Unit<'_>, event: &Event) -> Result<Quantity, Error> {
        let mut left = event.amount;
        let before = event.owners.iter().skip_while(|owner| **owner != self.root).nth(1).and_then(Root::customer_id);
        let rows = unit.scan::<StatusEvent>(&self.events(Some(event.at)))?;
        let (alike, others): (Vec<_>, Vec<_>) = rows.into_iter().rev().partition(|row| row.facts.came_from == before);
        for mut row in alike.into_iter().chain(others) {
            let before = row.facts.amount;
            row.facts.amount = before.plus(left)?.max(Quantity::default()).min(before);
            left = left.plus(before)?.minus(row.facts.amount)?;
            if row.facts.amount == Quantity::default() {
                unit.delete(&row);
            } else {
                unit.put(&row);
            }
        }
        event.amount.minus(left)
    }

    /// Adds a row to the window.
    pub(super) fn row(&mut self, unit: &mut Unit<'_>, at: Timestamp, facts: EventFacts) {
        self.facts.events += 1;
        self.facts.oldest = Some(self.facts.oldest.map_or(at, |oldest| oldest.min(at)));
        unit.insert(&StatusEvent { root: self.root.clone(), system: self.system.clone(), at, number: self.facts.events, facts });
    }

    /// The rows of the window, the earliest first, or those of one date.
    pub(super) fn events(&self, at: Option<Timestamp>) -> Scan {
        let mut prefix = Standing::key(&self.root, &self.system);
        prefix.extend(at.map(Value::from));
        Scan::prefix(&STATUS_EVENT, prefix)
    }
}
