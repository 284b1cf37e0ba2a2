//! An errand: a command that somebody asked for earlier, run by whoever grants it (rule P2).

use std::cell::OnceCell;

use super::{Above, Unit};
use crate::context::{Actor, Context};
use crate::error::Error;
use crate::json::{Raw, Tree};

/// How a command of somebody else is run inside of another; the door says it.
#[derive(Clone, Copy)]
pub struct Deputy<'r> {
    /// Where the context of whoever asked for it has its place.
    pub seat: &'r OnceCell<Context>,
    /// Runs a command by its name and arguments, as the actor of the unit.
    pub run: fn(&mut Unit<'_>, &str, &Tree) -> Result<Raw, Error>,
}

impl<'r> Unit<'r> {
    /// The same unit, in which an errand can be run.
    #[must_use]
    pub fn with_deputy(self, deputy: Deputy<'r>) -> Self {
        Unit { deputy: Some(deputy), ..self }
    }

    /// Runs a command as whoever asked for it, for no more than they asked for, and leaves the unit theirs: what follows from the command is theirs too. The door gives it back.
    ///
    /// # Errors
    /// Whatever refuses the command; `internal` outside of the door, or for a second errand.
    pub fn run_for(&mut self, asker: &Actor, operation: &str, arguments: &Tree, granted: Above) -> Result<Raw, Error> {
        let granter = self.context;
        let context = Context { actor: asker.clone(), at: granter.at, entropy: granter.entropy.clone() };
        let seated = self.deputy.take().filter(|deputy| deputy.seat.set(context).is_ok());
        let deputy = seated.ok_or_else(|| Error::internal("there is no place for an errand"))?;
        self.context = deputy.seat.get().unwrap_or(granter);
        self.granter = Some(granter);
        self.granted = Some(granted);
        (deputy.run)(self, operation, arguments)
    }

    /// Gives the unit back to whoever has granted.
    pub fn end_errand(&mut self) {
        self.context = self.granter.take().unwrap_or(self.context);
        self.granted = None;
    }

    /// Who grants what is run now: the value is theirs to give.
    pub fn granter(&self) -> Option<&'r Actor> {
        self.granter.map(|context| &context.actor)
    }

    /// What was asked for of what is granted and run now.
    pub fn granted(&self) -> Option<&Above> {
        self.granted.as_ref()
    }
}
