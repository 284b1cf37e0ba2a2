//! What an operation is. Every operation of the library is one type that implements one of these traits.

use schemars::JsonSchema;

use crate::error::Error;
use crate::gather::Gather;
use crate::id::CustomerId;
use crate::json::{self, FromJson, Json, Raw};
use crate::record::Root;
use crate::repository::{Key, Table};
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
pub trait Operation: Json + JsonSchema {
    /// The name on the wire, `noun.verb`; also the right that it needs.
    const NAME: &'static str;
    /// Query or command.
    const KIND: Kind;
    /// What it answers.
    type Output: Json + JsonSchema;

    /// The roots it needs: loaded in one round trip and, for a command, locked. The first gives the idempotency key its scope.
    fn roots(&self) -> Vec<Root>;

    /// A root that only the storage can name, because the arguments have no more than a code of it. It comes behind [`Operation::roots`].
    ///
    /// # Errors
    /// Whatever refuses it, as from [`Operation::run`].
    fn find_root(&self, _unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Ok(None)
    }

    /// Rows that it reads first besides those of its roots, so that a batch reads them ahead in one round trip.
    fn ahead(&self) -> Vec<(&'static Table, Key)> {
        Vec::new()
    }

    /// Whether its answer must not tell what it found: then it names no roots, an idempotency key counts for the shop as a whole, the receipt bears the
    /// time of the call and names no messages, and no event is queued.
    fn is_discreet(&self) -> bool {
        false
    }

    /// Whether it redeems something that lets somebody in, once: there is no preview of that, for its answer would let them in too.
    fn redeems(&self) -> bool {
        false
    }

    /// Does it.
    ///
    /// # Errors
    /// Whatever refuses it; then nothing was changed.
    fn run(&self, unit: &mut Unit<'_>) -> Result<Self::Output, Error>;
}

/// Work over many roots: nominates one command per piece of work, and sums up what became of them.
pub trait Batch: Json + JsonSchema {
    /// The name on the wire, `noun.verb`; also the right that it needs.
    const NAME: &'static str;
    /// The command for one piece of work; it bears the same name and right.
    type Piece: Operation;
    /// What it found besides the pieces and has to say in its answer.
    type Found;
    /// What it answers.
    type Output: Json + JsonSchema;

    /// Finds the work that is due.
    ///
    /// # Errors
    /// When the arguments do not fit or the storage fails.
    fn nominate(&self, unit: &mut Unit<'_>) -> Result<(Vec<Self::Piece>, Self::Found), Error>;

    /// A command that stands before any piece is run: the first of a batch that keeps a record of itself. What refuses it refuses the batch.
    fn first(&self, _found: &Self::Found) -> Option<Box<dyn Job>> {
        None
    }

    /// Whether one piece that is refused ends the batch: the pieces behind it are not run any more.
    fn ends_at_refusal(&self) -> bool {
        false
    }

    /// A command that notes what became of the pieces that were run.
    ///
    /// # Errors
    /// When the batch as a whole has failed.
    fn last(&self, _found: &mut Self::Found, _outcomes: &[Result<Raw, Error>]) -> Result<Option<Box<dyn Job>>, Error> {
        Ok(None)
    }

    /// A batch that takes back what was done, where one refusal shall leave nothing; asked again with its answer until there is none.
    ///
    /// # Errors
    /// When the answer cannot be read.
    fn undo(&self, _found: &mut Self::Found, _answer: Option<Raw>) -> Result<Option<Box<dyn BatchJob>>, Error> {
        Ok(None)
    }

    /// Sums up what became of the pieces, in the order in which they were nominated.
    ///
    /// # Errors
    /// When the batch as a whole has failed.
    fn answer(&self, found: Self::Found, pieces: Vec<Result<<Self::Piece as Operation>::Output, Error>>) -> Result<Self::Output, Error>;
}

/// The root of a customer, as the answer of [`Operation::roots`].
pub fn customer(id: &CustomerId) -> Vec<Root> {
    vec![Root::customer(id)]
}

/// An operation with its arguments, its type forgotten: what the door handles.
pub trait Job {
    /// [`Operation::NAME`].
    fn name(&self) -> &'static str;
    /// [`Operation::KIND`].
    fn kind(&self) -> Kind;
    /// [`Operation::roots`].
    fn roots(&self) -> Vec<Root>;
    /// [`Operation::find_root`].
    ///
    /// # Errors
    /// Those of the operation.
    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error>;
    /// [`Operation::is_discreet`].
    fn is_discreet(&self) -> bool;
    /// [`Operation::redeems`].
    fn redeems(&self) -> bool;
    /// The arguments in their one canonical form: what an idempotency key stands for.
    fn canonical(&self) -> String;
    /// [`Operation::ahead`].
    fn ahead(&self) -> Vec<(&'static Table, Key)>;
    /// [`Operation::run`], the answer as JSON.
    ///
    /// # Errors
    /// Those of the operation.
    fn run(&self, unit: &mut Unit<'_>) -> Result<Raw, Error>;
}

impl<O: Operation> Job for O {
    fn name(&self) -> &'static str {
        O::NAME
    }
    fn kind(&self) -> Kind {
        O::KIND
    }
    fn roots(&self) -> Vec<Root> {
        Operation::roots(self)
    }
    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Operation::find_root(self, unit)
    }
    fn is_discreet(&self) -> bool {
        Operation::is_discreet(self)
    }
    fn redeems(&self) -> bool {
        Operation::redeems(self)
    }
    fn canonical(&self) -> String {
        json::text(self)
    }
    fn ahead(&self) -> Vec<(&'static Table, Key)> {
        Operation::ahead(self)
    }
    fn run(&self, unit: &mut Unit<'_>) -> Result<Raw, Error> {
        Ok(Raw::of(&Operation::run(self, unit)?))
    }
}

/// A batch with its arguments, its type forgotten.
pub trait BatchJob {
    /// [`Batch::NAME`].
    fn name(&self) -> &'static str;
    /// [`Batch::ends_at_refusal`].
    fn ends_at_refusal(&self) -> bool;
    /// [`Batch::nominate`].
    ///
    /// # Errors
    /// Those of the batch.
    fn nominate<'b>(&'b self, unit: &mut Unit<'_>) -> Result<Box<dyn Nominated + 'b>, Error>;
}

/// What a batch has nominated, its type forgotten.
pub trait Nominated {
    /// The commands for the pieces of work.
    fn pieces(&self) -> &[Box<dyn Job>];
    /// [`Batch::first`].
    fn first(&self) -> Option<Box<dyn Job>>;
    /// [`Batch::last`].
    ///
    /// # Errors
    /// Those of the batch.
    fn last(&mut self, outcomes: &[Result<Raw, Error>]) -> Result<Option<Box<dyn Job>>, Error>;
    /// [`Batch::undo`].
    ///
    /// # Errors
    /// Those of the batch.
    fn undo(&mut self, answer: Option<Raw>) -> Result<Option<Box<dyn BatchJob>>, Error>;
    /// [`Batch::answer`], all as JSON.
    ///
    /// # Errors
    /// Those of the batch.
    fn answer(self: Box<Self>, outcomes: Vec<Result<Raw, Error>>) -> Result<Raw, Error>;
}

struct Work<'b, B: Batch> {
    batch: &'b B,
    pieces: Vec<Box<dyn Job>>,
    found: B::Found,
}

impl<B: Batch> BatchJob for B
where
    B::Piece: 'static,
{
    fn name(&self) -> &'static str {
        B::NAME
    }
    fn ends_at_refusal(&self) -> bool {
        Batch::ends_at_refusal(self)
    }
    fn nominate<'b>(&'b self, unit: &mut Unit<'_>) -> Result<Box<dyn Nominated + 'b>, Error> {
        let (pieces, found) = Batch::nominate(self, unit)?;
        let pieces = pieces.into_iter().map(|piece| Box::new(piece) as Box<dyn Job>).gather();
        Ok(Box::new(Work { batch: self, pieces, found }))
    }
}

impl<B: Batch> Nominated for Work<'_, B> {
    fn pieces(&self) -> &[Box<dyn Job>] {
        &self.pieces
    }
    fn first(&self) -> Option<Box<dyn Job>> {
        self.batch.first(&self.found)
    }
    fn last(&mut self, outcomes: &[Result<Raw, Error>]) -> Result<Option<Box<dyn Job>>, Error> {
        self.batch.last(&mut self.found, outcomes)
    }
    fn undo(&mut self, answer: Option<Raw>) -> Result<Option<Box<dyn BatchJob>>, Error> {
        self.batch.undo(&mut self.found, answer)
    }
    fn answer(self: Box<Self>, outcomes: Vec<Result<Raw, Error>>) -> Result<Raw, Error> {
        let typed = outcomes.into_iter().map(|piece| piece.and_then(|raw| unraw(&raw))).gather();
        Ok(Raw::of(&self.batch.answer(self.found, typed)?))
    }
}

/// A value from JSON that the library itself wrote.
///
/// # Errors
/// `internal` when it cannot be read.
pub fn unraw<T: FromJson>(raw: &Raw) -> Result<T, Error> {
    json::stored(raw.get()).map_err(|error| Error::internal(format_args!("an answer cannot be read: {error}")))
}
