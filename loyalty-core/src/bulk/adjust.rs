//! `bulk.adjust`

use schemars::JsonSchema;

use super::file::{Piece, beginning, count_in, digest_of, in_order, plan, refusal, resolve};
use super::format::{Format, Places};
use super::noting::{Begin, End};
use super::reverse::{Undone, Unwind};
use super::row::{Defaults, Mode, Row, RowDone};
use super::{Bulk, BulkRow, Policy, State, Sum};
use crate::amount::Quantity;
use crate::csv::{Header, Place, RowError};
use crate::error::{Error, Reason, Retry};
use crate::hex::hex;
use crate::id::{Id, Line, Slug, Text};
use crate::json::{self, Json, Raw};
use crate::operation::{Batch, BatchJob, Job, unraw};
use crate::program::Program;
use crate::unit::Unit;

/// Adjusts the points of many customers as a CSV file says, sent piece by piece.
///
/// Cut the file anywhere. Send the first piece without `after`, each further one with the `next` of the answer before it, and `last` with the last one; a
/// file that fits one request is one piece with `last`. First all pieces with `preview`: that is the dry run, it tells all errors and totals and, with
/// the last piece, the `file_plan`. Then all pieces again without `preview` and with that `file_plan`: that is the real run. A file that is another than that of the
/// plan is refused at its end, or before the first row that differs if each piece states the `digest` that the dry run gave for it.
///
/// Each row is done as `points.adjust` does it, or is refused by itself: `errors` name row, column and what is wrong. With the policy `all_or_nothing` a dry run
/// with errors gives no plan, and when a row is refused in the real run all the same, all that was done is reversed as `bulk.reverse` does it; `errors` names what
/// cannot be, and the batch stays `failed`. Send any piece of it again, or call `bulk.reverse`, and it goes on with that. Only who has begun such a batch may go on
/// with it, or who may `bulk.reverse`.
///
/// The batch's id and the row make each row happen once: send the file again after a crash, and what was done answers as done. The same id with another file
/// is refused; the same file under another id is another batch. A row of a merged customer reaches the survivor.
///
/// The pieces of a dry run do not see each other: where a customer stands in several of them, or a limit counts by the day, the real run can refuse what the
/// dry run let pass. A row above a limit of the actor's roles is refused, also where the role asks for approval: do it by hand, with `points.adjust`.
///
/// Errors: `invalid_request` for a file that cannot be read, such as one in another encoding or without a column that must be there, or a plan of another file;
/// `idempotency_conflict` for a batch of another file; `limit_exceeded` for a piece with too many rows.
///
/// Rules B1, B2, L2, P1, P2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adjust {
    /// The batch's id, by which its rows are done once and it can be reversed.
    pub batch: Id,
    /// The piece of the file: text, at most what a request holds, with at most 10,000 rows.
    pub csv: String,
    /// The `next` of the answer before; without it the file begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Next>,
    /// Whether the file ends with this piece.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub last: bool,
    /// Whose columns the file has; our own when absent.
    #[serde(default)]
    pub format: Format,
    /// Whether amounts are added or are what balances shall be; what the format says when absent, and for ours `add`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// With `set`: the balance that is expected of rows that do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Quantity>,
    /// The point type of rows that do not say it.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub point_type: Option<Slug>,
    /// The reason of rows that do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// The comment of rows that do not say it; "Manual adjustments" when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// What becomes of the others when a row is refused; they stay done when absent.
    #[serde(default)]
    pub policy: Policy,
    /// The `file_plan` of the dry run; the real run needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_plan: Option<Id>,
    /// The `digest` that the dry run gave for this piece: then no row of it is done if the file differs up to here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<Id>,
}

/// Where a file goes on, and what has become of it so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Next {
    /// Where the file goes on.
    pub place: Place,
    /// The digest of the file up to here.
    pub digest: String,
    /// Rows done so far.
    pub done: u64,
    /// Rows refused so far.
    pub refused: u64,
    /// What they gave and took so far.
    pub totals: Vec<Sum>,
}

/// What became of a piece, and of the file so far.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Adjusted {
    /// The batch.
    pub batch: Id,
    /// How far the batch has come; absent in a dry run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// The row that was looked at last.
    pub row: u64,
    /// Rows done so far, those included that were done before, and those that were taken back since.
    pub done: u64,
    /// Rows refused so far.
    pub refused: u64,
    /// What the rows done gave and took so far, whether it was taken back since or not: in the state `reversed` nothing of it stands.
    pub totals: Vec<Sum>,
    /// What was refused in this piece, and what could not be taken back of a batch that has failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<RowError>,
    /// The digest of the file up to here.
    pub digest: String,
    /// Of a dry run, with its last piece: what the real run needs. Absent where all or nothing is asked for and rows were refused, and where it was
    /// broken off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_plan: Option<String>,
    /// For the next piece; absent with the last one, where a batch has failed, and where it was broken off: then send the file again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Next>,
}

/// What is known of a piece besides its commands.
pub struct Found {
    /// The rows of the commands, in their order, with their cells.
    rows: Vec<(u64, Vec<String>)>,
    columns: Option<(Header, Places)>,
    answer: Adjusted,
    place: Place,
    has_failed: bool,
    /// The batch as it is stored.
    bulk: Option<Bulk>,
}

impl Adjust {
    /// A whole file as one piece of a dry run; state the plan that it gives for the real run.
    ///
    /// # Errors
    /// When the batch's id is not well-formed.
    pub fn new(batch: &str, csv: impl Into<String>) -> Result<Self, crate::id::Malformed> {
        Ok(Adjust {
            batch: Id::new(batch)?,
            csv: csv.into(),
            after: None,
            last: true,
            format: Format::Loyalty,
            mode: None,
            expected: None,
            point_type: None,
            reason: None,
            comment: None,
            policy: Policy::BestEffort,
            file_plan: None,
            digest: None,
        })
    }

    /// Everything that says how the file is read, but for the piece.
    fn how(&self) -> String {
        let none = (String::new(), None, false, None, None);
        let (csv, after, last, file_plan, digest) = none;
        json::text(&Adjust { batch: self.batch.clone(), csv, after, last, file_plan, digest, ..self.clone() })
    }

    fn read(&self) -> Result<Piece, Error> {
        let mode = self.format.mode(self.mode)?;
        let (point_type, reason, comment) = (self.point_type.as_ref(), self.reason.as_ref(), self.comment.as_ref());
        let defaults = Defaults { mode, point_type, expected: self.expected, reason, comment };
        if self.expected.is_some() && mode == Mode::Add {
            return Err(Error::invalid("args.expected", "is for the mode 'set'; leave it out"));
        }
        let start = Place::default();
        let (place, digest) = match &self.after {
            Some(next) => (&next.place, digest_of(&next.digest)?),
            None => (&start, beginning(mode, &self.how())),
        };
        let text = place.joined(&self.csv);
        let piece = Piece::read(&text, (place, self.last), digest, |header| self.format.places(mode, header), &defaults)?;
        let digest = hex(&piece.digest);
        if self.digest.as_ref().is_some_and(|expected| expected.as_str() != digest) {
            return Err(self.differs(place, "args.digest"));
        }
        if self.last && self.file_plan.as_ref().is_some_and(|expected| expected.as_str() != plan(&piece.digest)) {
            return Err(self.differs(place, "args.file_plan"));
        }
        Ok(piece)
    }

    /// Refuses rows of a batch that is another file's, has not begun, or takes no more.
    fn check(&self, unit: &Unit<'_>, bulk: Option<&Bulk>, plan: &Id) -> Result<(), Error> {
        match bulk {
            Some(bulk) => {
                bulk.require_plan(&self.batch, plan)?;
                // One that has failed goes on taking itself back.
                if bulk.state != State::Failed {
                    bulk.require_open(&self.batch)?;
                }
                bulk.require_policy(unit, &self.batch, self.policy)
            }
            None if self.after.is_none() => Ok(()),
            None => Err(Error::invalid("args.after", "goes on with a batch that has not begun; send the file from the beginning")),
        }
    }

    fn differs(&self, place: &Place, path: &str) -> Error {
        let (row, batch) = (place.row, &self.batch);
        let after =
            if row < 2 { "nothing was done".to_owned() } else { format!("rows up to {row} may be done, 'bulk.reverse' takes them back") };
        Error::invalid(
            path,
            format_args!("is of another file, or of other arguments, than batch '{batch}' has now: {after}; begin with a dry run"),
        )
    }
}

impl Batch for Adjust {
    const NAME: &'static str = "bulk.adjust";
    type Piece = Row;
    type Found = Found;
    type Output = Adjusted;

    fn nominate(&self, unit: &mut Unit<'_>) -> Result<(Vec<Row>, Found), Error> {
        let mut piece = self.read()?;
        let bulk = Bulk::find(unit, &self.batch)?;
        if let Some(plan) = &self.file_plan {
            self.check(unit, bulk.as_ref(), plan)?;
        }
        let before = self.after.as_ref().map_or_else(Next::default, Next::clone);
        let done = unit.scan::<BulkRow>(&BulkRow::scan(&self.batch, before.place.row, piece.place.row))?;
        let mut answer = Adjusted {
            batch: self.batch.clone(),
            state: None,
            row: piece.place.row,
            done: before.done,
            refused: before.refused,
            totals: before.totals,
            errors: Vec::new(),
            digest: hex(&piece.digest),
            file_plan: None,
            next: None,
        };
        let program = unit.program();
        for row in &done {
            answer.done += 1;
            add(&mut answer.totals, &program, row)?;
        }
        // In the order of rows, both.
        let mut done = done.iter().map(|row| row.number).peekable();
        piece.rows.retain(|row| {
            while done.next_if(|number| *number < row.row).is_some() {}
            done.peek() != Some(&row.row)
        });
        answer.errors = piece.errors;
        let columns = piece.columns.as_ref();
        let rows = resolve(unit, piece.rows, &mut |row, cells, error| answer.errors.push(refusal(columns, row, cells, error)))?;
        let (mut commands, mut said) = (Vec::new(), Vec::new());
        for (read, customer) in rows {
            commands.push(Row { batch: self.batch.clone(), row: read.row, customer, what: read.what });
            said.push((read.row, read.cells));
        }
        if self.last {
            answer.file_plan = Some(plan(&piece.digest));
        }
        // What cannot be read fails the whole before anything of this piece is done.
        let is_failed = self.file_plan.is_some() && bulk.as_ref().is_some_and(|bulk| bulk.state == State::Failed);
        let has_failed = is_failed || (Batch::ends_at_refusal(self) && !answer.errors.is_empty());
        let is_beyond = |bulk: &Bulk| has_failed || answer.row > bulk.facts.row;
        if self.file_plan.is_some() && bulk.as_ref().is_some_and(|bulk| bulk.state == State::Done && is_beyond(bulk)) {
            return Err(Bulk::other_file(&self.batch));
        }
        let commands = if has_failed { Vec::new() } else { commands };
        Ok((commands, Found { rows: said, columns: piece.columns, answer, place: piece.place, has_failed, bulk }))
    }

    fn first(&self, found: &Found) -> Option<Box<dyn Job>> {
        let (batch, plan, policy) = (self.batch.clone(), self.file_plan.clone(), self.policy);
        // Without a plan it refuses, whether the batch has begun or not.
        (found.bulk.is_none() || plan.is_none()).then(|| Box::new(Begin { batch, plan, policy }) as Box<dyn Job>)
    }

    fn ends_at_refusal(&self) -> bool {
        self.policy == Policy::AllOrNothing && self.file_plan.is_some()
    }

    fn last(&self, found: &mut Found, outcomes: &[Result<Raw, Error>]) -> Result<Option<Box<dyn Job>>, Error> {
        if outcomes.iter().any(is_trouble) {
            return Ok(None);
        }
        let answer = &mut found.answer;
        let mut refused = Vec::new();
        for ((row, cells), outcome) in found.rows.iter().zip(outcomes) {
            match outcome {
                Ok(raw) => {
                    let done = unraw::<RowDone>(raw)?;
                    answer.done += 1;
                    count_in(&mut answer.totals, &done.point_type, done.amount)?;
                }
                // Another process does the same batch.
                Err(error) if matches!(error.reason(), Reason::AlreadyUsed { .. }) => answer.done += 1,
                Err(error) => refused.push(refusal(found.columns.as_ref(), *row, cells, error)),
            }
        }
        let is_whole = outcomes.len() == found.rows.len();
        answer.errors.extend(refused);
        in_order(&mut answer.errors);
        if let (false, Some((last, _))) = (is_whole, found.rows.get(outcomes.len().wrapping_sub(1))) {
            answer.row = *last;
            // What is wrong behind it is said when the file comes again.
            answer.errors.retain(|error| error.row <= *last);
        }
        answer.refused += u64::try_from(answer.errors.len()).unwrap_or(u64::MAX);
        found.has_failed |= Batch::ends_at_refusal(self) && !answer.errors.is_empty();
        // A dry run that was broken off has not looked at all of the file.
        if !is_whole || self.file_plan.is_some() || (self.policy == Policy::AllOrNothing && answer.refused > 0) {
            answer.file_plan = None;
        }
        let state = match (found.has_failed, self.last && is_whole) {
            (true, _) => State::Failed,
            (false, true) => State::Done,
            (false, false) => State::Running,
        };
        answer.state = self.file_plan.as_ref().map(|_| state);
        if state == State::Running && is_whole {
            let (place, digest, totals) = (found.place.clone(), answer.digest.clone(), answer.totals.clone());
            answer.next = Some(Next { place, digest, done: answer.done, refused: answer.refused, totals });
        }
        let end = End { batch: self.batch.clone(), row: answer.row, refused: answer.refused, state };
        // Sent again, it notes nothing where nothing is new.
        let is_new = found.bulk.as_ref().is_none_or(|bulk| bulk.state != State::Failed && end.noted(bulk) != *bulk);
        Ok(is_new.then(|| Box::new(end) as Box<dyn Job>))
    }

    fn undo(&self, found: &mut Found, answer: Option<Raw>) -> Result<Option<Box<dyn BatchJob>>, Error> {
        if !found.has_failed {
            return Ok(None);
        }
        let mut after = None;
        if let Some(answer) = answer {
            let undone = unraw::<Undone>(&answer)?;
            found.answer.state = Some(undone.state);
            found.answer.errors.extend(undone.errors.into_iter().map(that_stands));
            in_order(&mut found.answer.errors);
            after = undone.next;
            if after.is_none() {
                return Ok(None);
            }
        }
        Ok(Some(Box::new(Unwind { batch: self.batch.clone(), after })))
    }

    fn answer(&self, found: Found, pieces: Vec<Result<RowDone, Error>>) -> Result<Adjusted, Error> {
        // The storage's trouble is no refusal of a row: whoever sends the piece again once it is over does what was left.
        match pieces.into_iter().find(is_trouble) {
            Some(Err(error)) => Err(error),
            _ => Ok(found.answer),
        }
    }
}

fn add(totals: &mut Vec<Sum>, program: &Program, row: &BulkRow) -> Result<(), Error> {
    let Some(point_type) = program.point_type(&row.point_type) else { return Ok(()) };
    count_in(totals, &point_type.id, row.amount.decimal(point_type.places))
}

/// The error of a row of a failed batch that could not be taken back.
fn that_stands(error: RowError) -> RowError {
    let problem = format!("is done and cannot be taken back: {}; see to that, then call 'bulk.reverse'", error.problem);
    RowError { problem, ..error }
}

/// Whether the storage failed, or was occupied.
pub(super) fn is_trouble<T>(outcome: &Result<T, Error>) -> bool {
    outcome.as_ref().is_err_and(|error| error.retry() != Retry::Never)
}
