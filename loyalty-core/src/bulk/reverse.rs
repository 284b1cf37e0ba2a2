//! `bulk.reverse`

use schemars::JsonSchema;

use super::adjust::is_trouble;
use super::file::survivors;
use super::{BULK_ROW, Bulk, BulkRow, Count, State, close, rows_done};
use crate::access::check_limits;
use crate::csv::RowError;
use crate::customer::Customer;
use crate::entry::{Entry, Texts};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Line, Text};
use crate::json::{Json, Raw};
use crate::ledger::{Ledger, Origin};
use crate::membership::State as Membership;
use crate::operation::{Batch, Job, Kind, Operation};
use crate::record::Root;
use crate::repository::{Key, Table};
use crate::unit::Unit;

/// How many rows one call looks at when the request does not say.
const ROWS_DEFAULT: usize = 1_000;
/// How many one call looks at at most.
const ROWS_MAX: usize = 10_000;

/// Takes back what a batch has done, row by row, as `points.reverse` does it.
///
/// Call it with the `next` of the answer before as `after` until there is none. A row that cannot be reversed, because its points are spent and the point
/// type refuses that, is named in `errors` and stays; from the beginning again, it is tried again, and no row is reversed twice. What was reversed by hand
/// counts as reversed. From the first call on no more rows can be done in the batch; once all are taken back, it is `reversed`.
///
/// Errors: `not_found`.
///
/// Rules B1, L9, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reverse {
    /// The batch.
    pub batch: Id,
    /// The `next` of the answer before; from the first row when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<u64>,
    /// How many rows to look at at most, 1 to 10,000; 1,000 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

/// What was reversed.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Undone {
    /// The batch.
    pub batch: Id,
    /// How far it has come.
    pub state: State,
    /// Rows of the batch that are reversed so far.
    pub reversed: u64,
    /// Rows that this call could not reverse.
    pub refused: u64,
    /// Why not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<RowError>,
    /// The row up to which this call has come, where there are more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// Takes back what a batch did that has failed as a whole: of itself, whatever the actor's rights and limits.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub(super) struct Unwind {
    pub(super) batch: Id,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) after: Option<u64>,
}

/// Takes back one row; a piece of `bulk.reverse`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Undo {
    batch: Id,
    row: u64,
    /// Whose it was.
    owner: CustomerId,
    /// Whose it is: the survivor, where they were merged.
    customer: CustomerId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Line>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    comment: Option<Text>,
    /// Whether limits count it: not where a batch fails as a whole.
    is_counted: bool,
}

/// What is known of the rows besides their commands.
pub struct Found {
    rows: Vec<u64>,
    /// Rows that the batch has done.
    done: u64,
    answer: Undone,
}

fn nominate(unit: &mut Unit<'_>, reverse: &Reverse, is_counted: bool) -> Result<(Vec<Undo>, Found), Error> {
    let size = reverse.limit.unwrap_or(ROWS_DEFAULT);
    if !(1..=ROWS_MAX).contains(&size) {
        return Err(Error::invalid("args.limit", format_args!("must be 1 to {ROWS_MAX}")));
    }
    let bulk = Bulk::load(unit, &reverse.batch)?;
    let mut rows = unit.scan::<BulkRow>(&BulkRow::scan(&reverse.batch, reverse.after.unwrap_or_default(), u64::MAX).limit(size))?;
    let next = rows.last().filter(|_| rows.len() == size).map(|row| row.number);
    rows.retain(|row| !row.is_reversed);
    let owners: Vec<CustomerId> = rows.iter().filter_map(|row| row.root.customer_id()).gather();
    let mut customers = owners.clone();
    survivors(unit, &mut customers)?;
    let numbers = rows.iter().map(|row| row.number).gather();
    let pieces = rows.iter().zip(owners).zip(customers).map(|((row, owner), customer)| Undo {
        batch: reverse.batch.clone(),
        row: row.number,
        owner,
        customer,
        reason: reverse.reason.clone(),
        comment: reverse.comment.clone(),
        is_counted,
    });
    let [done, reversed] = counts(unit, &reverse.batch)?;
    let answer = Undone { batch: reverse.batch.clone(), state: bulk.state, reversed, refused: 0, errors: Vec::new(), next };
    Ok((pieces.gather(), Found { rows: numbers, done, answer }))
}

/// Rows done and rows reversed.
fn counts(unit: &mut Unit<'_>, batch: &Id) -> Result<[u64; 2], Error> {
    unit.prefetch(vec![Count::Done.key(batch), Count::Reversed.key(batch)])?;
    let reversed = unit.counter(&Count::Reversed.name(batch))?;
    Ok([rows_done(unit, batch)?.0, u64::try_from(reversed).unwrap_or_default()])
}

/// The state to which a batch comes when its rows are being reversed.
fn toward(state: State, is_reversed: bool) -> State {
    match state {
        _ if is_reversed => State::Reversed,
        State::Failed => State::Failed,
        _ => State::Reversing,
    }
}

/// The state in which the rows of this call are reversed; one that is reversed stays so.
fn begun(found: &Found) -> State {
    let is_reversed = found.answer.state == State::Reversed && found.answer.reversed >= found.done;
    toward(found.answer.state, is_reversed)
}

fn sum_up(found: &mut Found, batch: &Id, outcomes: &[Result<Raw, Error>]) -> Option<Box<dyn Job>> {
    let begun = begun(found);
    let answer = &mut found.answer;
    for (row, outcome) in found.rows.iter().zip(outcomes) {
        match outcome {
            Ok(_) => answer.reversed += 1,
            Err(error) => answer.errors.push(RowError::of_refusal(*row, error, |_| None)),
        }
    }
    // Broken off, it goes on behind the last row that was looked at.
    if let (true, Some(last)) = (outcomes.len() < found.rows.len(), outcomes.len().checked_sub(1).and_then(|last| found.rows.get(last))) {
        answer.next = Some(*last);
    }
    answer.refused = u64::try_from(answer.errors.len()).unwrap_or(u64::MAX);
    answer.state = toward(answer.state, answer.reversed >= found.done);
    // Whether it begins or goes on, it notes nothing where nothing is new.
    let is_new = answer.state != begun;
    is_new.then(|| Box::new(Mark { batch: batch.clone(), begins: false }) as Box<dyn Job>)
}

/// What a reversal answers; the storage's trouble is no refusal of a row: whoever calls again once it is over finds what was left.
fn sum(found: Found, pieces: Vec<Result<(), Error>>) -> Result<Undone, Error> {
    match pieces.into_iter().find(is_trouble) {
        Some(Err(error)) => Err(error),
        _ => Ok(found.answer),
    }
}

impl Batch for Reverse {
    const NAME: &'static str = "bulk.reverse";
    type Piece = Undo;
    type Found = Found;
    type Output = Undone;

    fn nominate(&self, unit: &mut Unit<'_>) -> Result<(Vec<Undo>, Found), Error> {
        nominate(unit, self, true)
    }

    fn first(&self, found: &Found) -> Option<Box<dyn Job>> {
        let is_new = begun(found) != found.answer.state;
        is_new.then(|| Box::new(Mark { batch: self.batch.clone(), begins: true }) as Box<dyn Job>)
    }

    fn last(&self, found: &mut Found, outcomes: &[Result<Raw, Error>]) -> Result<Option<Box<dyn Job>>, Error> {
        Ok(sum_up(found, &self.batch, outcomes))
    }

    fn answer(&self, found: Found, pieces: Vec<Result<(), Error>>) -> Result<Undone, Error> {
        sum(found, pieces)
    }
}

impl Batch for Unwind {
    const NAME: &'static str = "bulk.reverse";
    type Piece = Undo;
    type Found = Found;
    type Output = Undone;

    fn nominate(&self, unit: &mut Unit<'_>) -> Result<(Vec<Undo>, Found), Error> {
        let reverse = Reverse { batch: self.batch.clone(), after: self.after, limit: Some(ROWS_MAX), reason: None, comment: None };
        nominate(unit, &reverse, false)
    }

    fn last(&self, found: &mut Found, outcomes: &[Result<Raw, Error>]) -> Result<Option<Box<dyn Job>>, Error> {
        Ok(sum_up(found, &self.batch, outcomes))
    }

    fn answer(&self, found: Found, pieces: Vec<Result<(), Error>>) -> Result<Undone, Error> {
        sum(found, pieces)
    }
}

impl Operation for Undo {
    const NAME: &'static str = "bulk.reverse";
    const KIND: Kind = Kind::Command;
    type Output = ();

    fn roots(&self) -> Vec<Root> {
        let (customer, owner) = (Root::customer(&self.customer), Root::customer(&self.owner));
        if customer == owner { vec![customer] } else { vec![customer, owner] }
    }

    fn ahead(&self) -> Vec<(&'static Table, Key)> {
        vec![(&BULK_ROW, BulkRow::key(&Root::customer(&self.owner), &self.batch, self.row)), Count::Reversed.key(&self.batch)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<(), Error> {
        let customer = Customer::load(unit, &self.customer)?;
        // Of who was deleted a reversal touches the ledger alone (rule M2).
        if customer.membership.state == Membership::Merged {
            return Err(Error::not_eligible("the account is merged"));
        }
        unit.prefetch(Operation::ahead(self))?;
        let owner = Root::customer(&self.owner);
        let lost = || Error::not_found("row", self.row);
        let mut row = unit.get::<BulkRow>(BulkRow::key(&owner, &self.batch, self.row))?.filter(|row| !row.is_reversed).ok_or_else(lost)?;
        if let Some(number) = row.entry {
            let entry = unit.get::<Entry>(Entry::key(&owner, &row.point_type, number))?.ok_or_else(lost)?;
            if !customer.owns(&owner, entry.log_seq) {
                return Err(Error::not_eligible("the account was merged and begun afresh; what it had before is the survivor's"));
            }
            // What was reversed by hand is reversed.
            if entry.reversed < entry.amount.magnitude() {
                self.take_back(unit, &customer, &row, number)?;
            }
        }
        row.is_reversed = true;
        unit.put(&row);
        unit.step(&Count::Reversed.name(&self.batch), 1, i64::MAX)
    }
}

impl Undo {
    fn take_back(&self, unit: &mut Unit<'_>, customer: &Customer, row: &BulkRow, number: u64) -> Result<(), Error> {
        let mut ledger = Ledger::open(unit, customer, &row.point_type)?;
        let texts = Texts::new(self.reason.as_ref(), self.comment.as_ref(), None);
        let origin = Origin { texts, ..Origin::default() };
        let reversal = ledger.reverse_of(&row.root, number, None, origin)?;
        let point_type = ledger.point_type.clone();
        ledger.close();
        if self.is_counted {
            check_limits(unit, Self::NAME, &point_type, reversal.entry.amount)?;
        }
        Ok(())
    }
}

/// Notes that a batch is being reversed, or that all of it is; a piece of `bulk.reverse`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub(super) struct Mark {
    batch: Id,
    begins: bool,
}

impl Operation for Mark {
    const NAME: &'static str = "bulk.reverse";
    const KIND: Kind = Kind::Command;
    type Output = ();

    fn roots(&self) -> Vec<Root> {
        vec![Root::batch(&self.batch)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<(), Error> {
        let mut bulk = Bulk::load(unit, &self.batch)?;
        if self.begins {
            close(unit, &self.batch)?;
        }
        let [done, reversed] = counts(unit, &self.batch)?;
        bulk.state = toward(bulk.state, !self.begins && done == reversed);
        bulk.facts.changed_at = unit.now();
        unit.put(&bulk);
        Ok(())
    }
}
