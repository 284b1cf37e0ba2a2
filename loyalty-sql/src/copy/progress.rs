//! How far a copy has come.

use std::ops::ControlFlow;

use super::CopyError;

/// What a copy is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Looking what the target holds, and how much there is to do.
    Looking,
    /// Copying what differs.
    Copying {
        /// The pass, from 1.
        pass: u32,
    },
    /// Comparing every row of both sides.
    Comparing,
    /// Verifying the books of customers on both sides.
    Verifying,
}

/// How far a copy has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// How many roots this stage is done with; while comparing, rows.
    pub done: u64,
    /// How many there are, where that is known. A source in use may turn out to have more.
    pub total: Option<u64>,
    /// Rows written by all passes so far.
    pub rows: u64,
}

/// Is told how far a copy has come, many times a second, and may break it off.
pub type Watch<'w> = dyn FnMut(&Progress) -> ControlFlow<()> + 'w;

/// Keeps the progress, and tells it.
pub(super) struct Teller<'t, 'w> {
    progress: Progress,
    watch: &'t mut Watch<'w>,
}

impl<'t, 'w> Teller<'t, 'w> {
    pub(super) fn new(watch: &'t mut Watch<'w>) -> Self {
        Teller { progress: Progress { stage: Stage::Looking, done: 0, total: None, rows: 0 }, watch }
    }

    pub(super) fn begin(&mut self, stage: Stage, total: Option<u64>) {
        self.progress = Progress { stage, total, done: 0, ..self.progress };
    }

    /// So many more are done, and so many rows written for them.
    pub(super) fn step(&mut self, done: u64, rows: u64) -> Result<(), CopyError> {
        self.progress.done += done;
        self.progress.rows += rows;
        match (self.watch)(&self.progress) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(CopyError::Stopped),
        }
    }
}
