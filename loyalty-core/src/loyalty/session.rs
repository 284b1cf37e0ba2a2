//! Many commands with one durable commit, and batches, which are made of commands.

use std::ops::ControlFlow;

use super::door::{Attempt, Door, Options, first_keys, require_plain};
use super::rights::allow;
use crate::context::Context;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::json::Raw;
use crate::operation::{BatchJob, Job, Kind, Nominated};
use crate::receipt::Receipt;
use crate::record::Root;
use crate::repository::Changes;
use crate::unit::{Overlay, Unit, Work};

/// How many pieces of a batch become durable together.
const PIECES_AT_A_TIME: usize = 200;

/// How far a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Pieces done, the refused ones included.
    pub done: usize,
    /// Pieces in all.
    pub total: usize,
    /// Pieces refused.
    pub refused: usize,
}

/// Is told how far a batch has come, each time when pieces have become durable, and may break it off.
pub type Watch<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;

/// For a batch that nobody watches.
pub(super) fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

type Outcome = Result<Receipt<Raw>, Error>;

/// Commands that are run one after another, each seeing those before it, and become durable together.
pub(super) struct Session<'s> {
    door: &'s Door<'s>,
    overlay: Overlay,
    outcomes: Vec<Outcome>,
    pending: Vec<Pending<'s>>,
    /// The work of those pending that have some, in the same order.
    works: Vec<Work>,
    is_preview: bool,
}

/// An outcome that does not stand yet: its own changes wait for the commit, or it rests on those of others that do.
struct Pending<'s> {
    number: usize,
    job: &'s dyn Job,
    options: &'s Options,
    context: &'s Context,
    /// Whether it has changes of its own: not so queries, replays and refusals.
    commits: bool,
}

impl<'s> Session<'s> {
    pub(super) fn new(door: &'s Door<'s>) -> Self {
        Session { door, overlay: Overlay::default(), outcomes: Vec::new(), pending: Vec::new(), works: Vec::new(), is_preview: false }
    }

    /// A session of which nothing will be committed.
    fn preview(door: &'s Door<'s>) -> Self {
        Session { is_preview: true, ..Session::new(door) }
    }

    /// Reads in one round trip what all of these will read first, so that a batch costs as many round trips on a server far away as one
    /// command. What comes in the way between now and the commit is noticed there.
    ///
    /// # Errors
    /// When the storage fails. Then each command asks by itself.
    pub(super) fn read_ahead<'j>(&mut self, jobs: impl Iterator<Item = (&'j dyn Job, &'j Options, &'j Context)>) -> Result<(), Error> {
        let (_, program) = self.door.programs.get();
        let mut keys = Vec::new();
        jobs.for_each(|(job, options, context)| {
            first_keys(&program, &job.roots(), options, context, &mut keys);
            keys.extend(job.ahead());
        });
        Ok(self.overlay.read_ahead(self.door.repository, keys)?)
    }

    /// Runs a query or command; its outcome stands once the session is finished.
    pub(super) fn submit(&mut self, job: &'s dyn Job, options: &'s Options, context: &'s Context) {
        // A change of the program stands before anything runs under it.
        let is_program = job.kind() == Kind::Command && job.roots().contains(&Root::program());
        if is_program && !self.is_preview {
            self.flush();
        }
        let (outcome, work) = match self.door.prepare(job, options, context, &self.overlay) {
            Ok(Attempt::Done(prepared)) => (Ok(prepared.receipt), prepared.work),
            Ok(Attempt::Again | Attempt::Ask(_)) if self.is_preview => (Err(Reason::Busy.into()), None),
            // A request for approval is a commit of its own, behind what stands before it.
            Ok(Attempt::Again | Attempt::Ask(_)) => {
                self.flush();
                (self.door.submit(job, options, context), None)
            }
            // A dry run leaves nothing, not even that it was refused: whom a row names, nobody may ever have been.
            Err(error) if self.is_preview => (Err(error), None),
            Err(error) => (Err(self.door.refused(job, options, context, error)), None),
        };
        work.iter().for_each(|work| work.lay_over(&mut self.overlay));
        let commits = work.is_some();
        if commits || !self.pending.is_empty() {
            self.pending.push(Pending { number: self.outcomes.len(), job, options, context, commits });
        }
        self.works.extend(work.filter(|_| !self.is_preview));
        self.outcomes.push(outcome);
        if is_program && !self.is_preview {
            self.flush();
        }
    }

    /// Puts in an outcome that was found outside.
    pub(super) fn push(&mut self, outcome: Outcome) {
        self.outcomes.push(outcome);
    }

    /// Commits what is pending. What the commit refuses, because others came first, is run again by itself, in order, and so is what
    /// only looked.
    pub(super) fn flush(&mut self) {
        if self.is_preview {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        // Its rows are those of the works, which then have them alone.
        self.overlay = Overlay::default();
        let changes: Vec<Changes> = std::mem::take(&mut self.works).into_iter().map(Work::into_changes).gather();
        if changes.is_empty() {
            return;
        }
        let answers = match self.door.repository.commit(changes) {
            Ok(answers) => answers,
            Err(error) => return self.fail(&pending, error),
        };
        if answers.iter().all(Result::is_ok) {
            return;
        }
        let mut answers = answers.into_iter();
        for pending in &pending {
            let stands = pending.commits && answers.next().is_some_and(|answer| answer.is_ok());
            if !stands {
                let outcome = self.door.submit(pending.job, pending.options, pending.context);
                if let Some(slot) = self.outcomes.get_mut(pending.number) {
                    *slot = outcome;
                }
            }
        }
    }

    /// The outcomes, in the order of the commands.
    pub(super) fn finish(mut self) -> Vec<Outcome> {
        self.flush();
        self.outcomes
    }

    /// The outcomes so far, which stand: all was flushed.
    fn take_outcomes(&mut self) -> Vec<Outcome> {
        self.pending.clear();
        std::mem::take(&mut self.outcomes)
    }

    /// Nothing that rested on a failed commit is an answer.
    fn fail(&mut self, pending: &[Pending<'_>], error: crate::error::StorageError) {
        let (outcome, text) = (error.outcome, error.source.to_string());
        for pending in pending {
            if let Some(slot) = self.outcomes.get_mut(pending.number) {
                *slot = Err(crate::error::StorageError { outcome, source: text.clone().into() }.into());
            }
        }
    }
}

/// Runs a batch: nominates pieces and sends each through the ordinary door. One that is refused as a whole is noted like a command (rule P7).
///
/// A preview runs the pieces, each behind those before it, without committing them; there is no plan to confirm, since what is due changes by the
/// minute.
///
/// Between pieces that became durable it tells `watch`, which may break it off.
pub(super) fn run_batch(
    door: &Door<'_>,
    batch: &dyn BatchJob,
    options: &Options,
    context: &Context,
    watch: &mut Watch<'_>,
) -> Result<Raw, Error> {
    let mut found = nominate(door, batch, options, context).inspect_err(|error| {
        // A dry run leaves nothing, but that a right was missing.
        if options.preview && error.code() != "forbidden" {
            return;
        }
        door.note_refusal(batch.name(), Root::program(), &[0; 32], context, error);
    })?;
    let plain = Options::default();
    if let Some(first) = found.first().filter(|_| !options.preview) {
        door.submit(first.as_ref(), &plain, context)?;
        // What others did before it stood counts too.
        found = nominate(door, batch, options, context)?;
    }
    let outcomes = run_pieces(door, found.pieces(), (options.preview, batch.ends_at_refusal()), context, watch)?;
    let last = found.last(&outcomes)?.filter(|_| !options.preview);
    if let Some(last) = last {
        door.submit(last.as_ref(), &plain, context)?;
    }
    if !options.preview {
        // What a batch does of itself needs no right of its own.
        let door = Door { is_for_host: true, ..*door };
        let mut undo = found.undo(None)?;
        while let Some(batch) = undo {
            let answer = run_batch(&door, batch.as_ref(), &plain, context, &mut unwatched)?;
            undo = found.undo(Some(answer))?;
        }
    }
    found.answer(outcomes)
}

/// Runs the pieces of a batch, a few hundred at a time. A preview sees all of them behind each other.
fn run_pieces(
    door: &Door<'_>,
    pieces: &[Box<dyn Job>],
    (is_preview, ends_at_refusal): (bool, bool),
    context: &Context,
    watch: &mut Watch<'_>,
) -> Result<Vec<Result<Raw, Error>>, Error> {
    let plain = Options::default();
    let mut outcomes: Vec<Result<Raw, Error>> = Vec::with_capacity(pieces.len());
    let (total, mut refused) = (pieces.len(), 0);
    let mut session = if is_preview { Session::preview(door) } else { Session::new(door) };
    for pieces in pieces.chunks(PIECES_AT_A_TIME) {
        session.read_ahead(pieces.iter().map(|piece| (piece.as_ref(), &plain, context)))?;
        for piece in pieces {
            session.submit(piece.as_ref(), &plain, context);
        }
        session.flush();
        for outcome in session.take_outcomes() {
            refused += usize::from(outcome.is_err());
            outcomes.push(outcome.map(|receipt| receipt.result));
        }
        if (ends_at_refusal && refused > 0) || watch(Progress { done: outcomes.len(), total, refused }).is_break() {
            break;
        }
    }
    Ok(outcomes)
}

fn nominate<'b>(door: &Door<'_>, batch: &'b dyn BatchJob, options: &Options, context: &Context) -> Result<Box<dyn Nominated + 'b>, Error> {
    let nothing = Overlay::default();
    let mut unit = Unit::new(door.repository, &nothing, context, door.programs.get().1).with_secrets(door.secrets);
    door.open(&mut unit, &[], &Options::default(), &nothing)?;
    if !door.is_for_host {
        allow(&unit.program(), context, batch.name(), Kind::Batch, &[])?;
    }
    context.check_entropy()?;
    require_plain(&Options { preview: false, ..options.clone() }, batch.name())?;
    batch.nominate(&mut unit)
}
