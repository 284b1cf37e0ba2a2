//! What an operation is. Every operation of the library is one type that implements one of these traits.

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::id::CustomerId;
use crate::record::Root;
use crate::unit::Unit;

/// Whether an operation changes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Changes nothing and is not logged.
    Query,
    /// Changes records of its roots, atomically, and is logged.
    Command,
    /// Finds work and sends commands for it through the ordinary door.
    Batch,
}

impl Kind {
    /// The word on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Query => "query",
            Kind::Command => "command",
            Kind::Batch => "batch",
        }
    }
}

/// A query or a command: the type is its arguments, `run` is the rule.
///
/// Rights, idempotency, audit, preview, retry and the outbox are not its business: the door does them around every operation.
pub trait Operation: Serialize + DeserializeOwned + JsonSchema {
    /// The name on the wire, `noun.verb`; also the right that it needs.
    const NAME: &'static str;
    /// Query or command.
    const KIND: Kind;
    /// What it answers.
    type Output: Serialize + DeserializeOwned + JsonSchema;

    /// The roots it needs: loaded in one round trip and, for a command, locked. The first gives the idempotency key its scope.
    fn roots(&self) -> Vec<Root>;

    /// Does it.
    ///
    /// # Errors
    /// Whatever refuses it; then nothing was changed.
    fn run(&self, unit: &mut Unit<'_>) -> Result<Self::Output, Error>;
}

/// Work over many roots: nominates one command per piece of work, and sums up what became of them.
pub trait Batch: Serialize + DeserializeOwned + JsonSchema {
    /// The name on the wire, `noun.verb`; also the right that it needs.
    const NAME: &'static str;
    /// The command for one piece of work; it bears the same name and right.
    type Piece: Operation;
    /// What it answers.
    type Output: Serialize + DeserializeOwned + JsonSchema;

    /// Finds the work that is due.
    ///
    /// # Errors
    /// When the arguments do not fit or the storage fails.
    fn nominate(&self, unit: &mut Unit<'_>) -> Result<Vec<Self::Piece>, Error>;

    /// Sums up what became of the pieces, in the order in which they were nominated.
    ///
    /// # Errors
    /// When the batch as a whole has failed.
    fn answer(&self, pieces: Vec<Result<<Self::Piece as Operation>::Output, Error>>) -> Result<Self::Output, Error>;
}

/// The root of a customer, as the answer of [`Operation::roots`].
pub fn customer(id: &CustomerId) -> Vec<Root> {
    vec![Root::customer(id)]
}
