//! `report.activity`

use schemars::JsonSchema;

use super::{Holder, add, row_for, slug, within};
use crate::amount::{Amount, Quantity};
use crate::entry::{BY_TIME, ENTRY, Entry, EntryKind};
use crate::error::Error;
use crate::gather::Gather;
use crate::hex::{hex, unhex};
use crate::id::{Id, Slug};
use crate::json::Json;
use crate::limits::{REPORT_ENTRIES_DEFAULT, REPORT_ENTRIES_MAX};
use crate::operation::{Kind, Operation};
use crate::page;
use crate::program::Program;
use crate::record::Root;
use crate::repository::{Scan, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// Who gave and took how much, and why, in a span of time: by agent, kind of entry, reason and point type. Adjustments, reversals, points earned,
/// gift cards issued and recharged, and all else that moves value.
///
/// One request walks over a stretch of the entries that were recorded in the span. Its rows are the sums of that stretch; ask again with `next`
/// as `cursor` until there is none, and add up rows that agree in all but commands and sums. (There may be as many reasons as entries, too many to
/// travel in a cursor.) The cost follows what was recorded in the span, not the history before or behind it.
///
/// What lapses by time bears the actor `system` and is recorded when the account is opened or swept: it is here as far as that has been done.
///
/// Errors: `invalid_request` when `before` does not lie behind `from`, for a limit outside of 1 to 10,000, and for a cursor that no answer gave.
///
/// Rules L2, P7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// From this moment on.
    pub from: Timestamp,
    /// Up to, not including, this moment; now when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Timestamp>,
    /// One actor alone. The others' entries of the span are walked over all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Id>,
    /// How many entries to walk over, 1 to 10,000; 1,000 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where to go on: `next` of the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// What was given and taken in a stretch of the span.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct ActivityPage {
    /// The sums, by actor, kind, reason and point type.
    pub rows: Vec<ActivityRow>,
    /// Where to go on; absent when the whole span was walked over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// What an actor did for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct ActivityRow {
    /// The actor; absent for customers who acted for themselves, all of them together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// What kind of entry.
    pub kind: EntryKind,
    /// The reason that was given; absent where there was none, or it was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// Whose accounts.
    pub holder: Holder,
    /// How many commands. One that moves value on two accounts, as a merge does, counts for each.
    pub commands: u64,
    /// The sum of what was credited.
    pub given: Quantity,
    /// The sum of what was debited, as a positive number.
    pub taken: Quantity,
}

impl Operation for Activity {
    const NAME: &'static str = "report.activity";
    const KIND: Kind = Kind::Query;
    type Output = ActivityPage;

    fn roots(&self) -> Vec<Root> {
        Vec::new()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<ActivityPage, Error> {
        let size = within(self.limit.unwrap_or(REPORT_ENTRIES_DEFAULT), REPORT_ENTRIES_MAX)?;
        let scan = self.scan(unit.now())?.limit(size + 1);
        let mut entries = unit.scan::<Entry>(&scan)?;
        let has_more = entries.len() > size;
        if let Some(behind) = if has_more { entries.pop() } else { None } {
            // What one account recorded at one instant stays together, lest a command be counted twice; were it more than a whole stretch, it
            // has to be parted.
            let together = |entry: &Entry| entry.recorded_at == behind.recorded_at && entry.root == behind.root;
            let kept = entries.iter().rposition(|entry| !together(entry)).map_or(entries.len(), |last| last + 1);
            entries.truncate(kept);
        }
        let next = entries.last().filter(|_| has_more).map(write_cursor);
        Ok(ActivityPage { rows: rows(&unit.program(), &entries, self.actor.as_ref())?, next })
    }
}

impl Activity {
    fn scan(&self, now: Timestamp) -> Result<Scan, Error> {
        let before = self.before.unwrap_or_else(|| Timestamp::from_micros(now.micros().saturating_add(1)));
        if before <= self.from {
            return Err(Error::invalid("args.before", "does not lie behind `from`; give a later moment, or leave it out"));
        }
        let after = match &self.cursor {
            None => vec![Value::Int(self.from.micros().saturating_sub(1)), Value::Bytes(vec![u8::MAX; 260])],
            Some(cursor) => read_cursor(cursor).ok_or_else(page::unknown_cursor)?,
        };
        let last = vec![Value::Int(before.micros().saturating_sub(1))];
        Ok(Scan::prefix(&ENTRY, Vec::new()).by(&BY_TIME).after(Some(after)).until(last))
    }
}

/// What the entries of a row have in common.
type RowKey = (Option<String>, &'static str, Option<String>, String, Holder);

/// The sums of entries that stand in the order of time and account.
fn rows(program: &Program, entries: &[Entry], actor: Option<&Id>) -> Result<Vec<ActivityRow>, Error> {
    let mut rows: Vec<ActivityRow> = Vec::new();
    // The commands of one account and instant that were counted already, each with what it was counted for.
    let mut counted: Vec<(RowKey, u64)> = Vec::new();
    let mut here: Option<(Timestamp, &Root)> = None;
    for entry in entries.iter().filter(|entry| actor.is_none_or(|actor| actor.as_str() == entry.actor)) {
        if here != Some((entry.recorded_at, &entry.root)) {
            here = Some((entry.recorded_at, &entry.root));
            counted.clear();
        }
        let key = key(entry);
        let point_type = slug(&entry.point_type)?;
        let places = program.point_types.iter().find(|found| found.id == point_type).map_or(0, |found| found.places);
        let zero = Amount::ZERO.decimal(places);
        let new = || ActivityRow {
            actor: key.0.clone(),
            kind: entry.kind,
            reason: key.2.clone(),
            point_type,
            holder: key.4,
            commands: 0,
            given: zero,
            taken: zero,
        };
        let Some(row) = row_for(&mut rows, &key, key_of_row, new) else { continue };
        let amount = entry.amount.decimal(places);
        if entry.amount.is_negative() {
            row.taken = row.taken.minus(amount)?;
        } else {
            add(&mut row.given, amount)?;
        }
        let command = (key, entry.log_seq);
        if !counted.contains(&command) {
            row.commands += 1;
            counted.push(command);
        }
    }
    Ok(rows)
}

fn key(entry: &Entry) -> RowKey {
    let is_own = entry.root.customer_id().is_some_and(|id| id.as_str() == entry.actor);
    // What a customer has given to another, or got from a card, is theirs on both sides.
    let actor = (!is_own && !entry.facts.by_customer).then(|| entry.actor.clone());
    (actor, entry.kind.name(), entry.texts.reason.clone(), entry.point_type.clone(), Holder::of(&entry.root))
}

fn key_of_row(row: &ActivityRow) -> RowKey {
    (row.actor.clone(), row.kind.name(), row.reason.clone(), row.point_type.to_string(), row.holder)
}

/// The place of an entry in the order of time, as text.
fn write_cursor(entry: &Entry) -> String {
    let (at, root, point_type) = (entry.recorded_at.micros(), hex(entry.root.bytes()), hex(entry.point_type.as_bytes()));
    format!("{at}.{root}.{point_type}.{}", entry.number)
}

fn read_cursor(text: &str) -> Option<Vec<Value>> {
    let words: Vec<&str> = text.split('.').gather();
    let [at, root, point_type, number] = <[&str; 4]>::try_from(words).ok()?;
    let (at, number) = (at.parse().ok()?, number.parse().ok()?);
    Some(vec![Value::Int(at), Value::Bytes(unhex(root)?), Value::Bytes(unhex(point_type)?), Value::Int(number)])
}
