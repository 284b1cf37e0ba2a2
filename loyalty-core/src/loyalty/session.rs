//! Many commands with one durable commit, and batches, which are made of commands.

use serde_json::value::RawValue;

use super::door::{Attempt, Door, Options, allow, require_plain};
use crate::context::Context;
use crate::error::Error;
use crate::operation::{BatchJob, Job, Kind};
use crate::receipt::Receipt;
use crate::repository::Changes;
use crate::unit::{Overlay, Unit};

/// How many pieces of a batch become durable together.
const PIECES_AT_A_TIME: usize = 200;

type Outcome = Result<Receipt<Box<RawValue>>, Error>;

/// Commands that are run one after another, each seeing those before it, and become durable together.
pub(super) struct Session<'s> {
    door: &'s Door<'s>,
    overlay: Overlay,
    outcomes: Vec<Outcome>,
    pending: Vec<Pending<'s>>,
}

struct Pending<'s> {
    number: usize,
    job: &'s dyn Job,
    options: &'s Options,
    context: &'s Context,
    changes: Changes,
}

impl<'s> Session<'s> {
    pub(super) fn new(door: &'s Door<'s>) -> Self {
        Session { door, overlay: Overlay::default(), outcomes: Vec::new(), pending: Vec::new() }
    }

    /// Runs a query or command; its outcome stands once the session is finished.
    pub(super) fn submit(&mut self, job: &'s dyn Job, options: &'s Options, context: &'s Context) {
        let outcome = match self.door.prepare(job, options, context, &self.overlay) {
            Ok(Attempt::Done(prepared)) => {
                if let Some((changes, staged)) = prepared.changes {
                    self.overlay.absorb(staged);
                    self.pending.push(Pending { number: self.outcomes.len(), job, options, context, changes });
                }
                Ok(prepared.receipt)
            }
            Ok(Attempt::Again) => {
                self.flush();
                self.door.submit(job, options, context)
            }
            Err(error) => Err(self.door.refused(job, options, context, error)),
        };
        self.outcomes.push(outcome);
    }

    /// Puts in an outcome that was found outside.
    pub(super) fn push(&mut self, outcome: Outcome) {
        self.outcomes.push(outcome);
    }

    /// Commits what is pending. What the commit refuses, because others came first, is run again by itself, in order.
    pub(super) fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        self.overlay = Overlay::default();
        if pending.is_empty() {
            return;
        }
        let changes: Vec<Changes> = pending.iter().map(|pending| pending.changes.clone()).collect();
        let answers = match self.door.repository.commit(&changes) {
            Ok(answers) => answers,
            Err(error) => return self.fail(&pending, error),
        };
        for (pending, answer) in pending.iter().zip(answers) {
            if answer.is_err() {
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

    fn fail(&mut self, pending: &[Pending<'_>], error: crate::error::StorageError) {
        let (outcome, text) = (error.outcome, error.source.to_string());
        for pending in pending {
            if let Some(slot) = self.outcomes.get_mut(pending.number) {
                *slot = Err(Error::Storage(crate::error::StorageError { outcome, source: text.clone().into() }));
            }
        }
    }
}

/// Runs a batch: nominates pieces and sends each through the ordinary door. One that is refused as a whole is noted like a command (rule P7).
pub(super) fn run_batch(door: &Door<'_>, batch: &dyn BatchJob, options: &Options, context: &Context) -> Result<Box<RawValue>, Error> {
    let pieces = nominate(door, batch, options, context).map_err(|error| door.refused_batch(batch.name(), context, error))?;
    let plain = Options::default();
    let mut outcomes = Vec::with_capacity(pieces.len());
    for pieces in pieces.chunks(PIECES_AT_A_TIME) {
        let mut session = Session::new(door);
        for piece in pieces {
            session.submit(piece.as_ref(), &plain, context);
        }
        outcomes.extend(session.finish().into_iter().map(|outcome| outcome.map(|receipt| receipt.result)));
    }
    batch.answer(outcomes)
}

fn nominate(door: &Door<'_>, batch: &dyn BatchJob, options: &Options, context: &Context) -> Result<Vec<Box<dyn Job>>, Error> {
    let nothing = Overlay::default();
    let (_, program) = door.programs.get();
    let mut unit = Unit::new(door.repository, &nothing, context, program);
    door.open(&mut unit, &[], &Options::default(), &nothing)?;
    allow(&unit.program(), context, batch.name(), Kind::Batch, &[])?;
    require_plain(options, batch.name())?;
    batch.nominate(&mut unit)
}
