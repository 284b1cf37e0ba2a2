//! The door: `Loyalty` runs every operation, typed or in JSON, and does once what every operation needs.
//!
//! Rights, idempotency, versions, preview, the operation log with its hash chain, the outbox and the retry on conflict live here, around the
//! operation and never inside one.

mod asking;
mod door;
mod export;
mod file;
mod host;
mod plan;
mod recording;
mod redirect;
mod replay;
mod request;
mod rights;
mod session;

pub use door::Options;
pub use export::{ExportError, ExportWatch, Written};
pub use file::{FileCall, FileDone, FileError, FileProgress, FileWatch};
pub use session::{Progress, Watch};

use std::sync::{Arc, PoisonError, RwLock};

use crate::context::Context;
use crate::error::Error;
use crate::gather::Gather;
use crate::json::Raw;
use crate::operation::{Batch, Operation, unraw};
use crate::program::Program;
use crate::receipt::Receipt;
use crate::repository::Repository;
use crate::secret::Secret;

/// The loyalty engine over a repository. Use one from many threads at once.
///
/// ```
/// use loyalty_core::{context::Context, id::{CustomerId, Id, Slug}, loyalty::Loyalty, memory::Memory, points};
///
/// let loyalty = Loyalty::new(Memory::new());
/// let at = "2026-11-22T10:00:00Z".parse()?;
/// let maria = Context::agent(Id::new("maria")?, vec![Slug::new("admin")?], at, "sixteen random bytes");
/// # use loyalty_core::{customer, membership};
/// let anna = CustomerId::new("c-42")?;
/// loyalty.run(&customer::Create::new(anna.clone()), &maria)?;
/// loyalty.run(&membership::Enroll::new(anna.clone()), &maria)?;
/// let receipt = loyalty.run(&points::Adjust::new(anna, "points", "150", "goodwill")?, &maria)?;
/// assert_eq!(receipt.balances[0].active.to_string(), "150");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Loyalty<R> {
    repository: R,
    programs: Programs,
    secrets: Vec<Secret>,
}

/// The program that was current when it was last looked at, with the version of its root.
#[derive(Default)]
pub(crate) struct Programs(RwLock<Option<(u64, Arc<Program>)>>);

impl Programs {
    /// The cached program; the starter before the first look.
    fn get(&self) -> (u64, Arc<Program>) {
        if let Some(cached) = self.0.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            return cached.clone();
        }
        let starter = (0, Arc::new(Program::starter()));
        self.set(starter.clone());
        starter
    }

    fn set(&self, current: (u64, Arc<Program>)) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(current);
    }
}

impl<R: Repository> Loyalty<R> {
    /// An engine over a repository. The program is the one stored there, or the starter program.
    pub fn new(repository: R) -> Self {
        Loyalty { repository, programs: Programs::default(), secrets: Vec::new() }
    }

    /// The same engine with the host's secrets, under which codes of gift cards are hashed: the first hashes, all of them find what was hashed
    /// before. Keep them outside of the database. Without any, operations that need a code are refused and all others work.
    ///
    /// # Errors
    /// `invalid_request` for a key that is too short, or an id that stands twice.
    pub fn with_secrets(self, secrets: Vec<Secret>) -> Result<Self, Error> {
        Secret::check(&secrets)?;
        Ok(Loyalty { secrets, ..self })
    }

    /// The repository.
    pub fn repository(&self) -> &R {
        &self.repository
    }

    /// Runs a query or a command.
    ///
    /// # Errors
    /// Whatever refuses it; then nothing was changed, unless the code is `outcome_unknown`.
    pub fn run<O: Operation>(&self, operation: &O, context: &Context) -> Result<Receipt<O::Output>, Error> {
        self.submit(operation, &Options::default(), context)
    }

    /// Runs a query or a command with an idempotency key, a version, as a preview, or as the confirmation of one.
    ///
    /// # Errors
    /// Whatever refuses it; then nothing was changed, unless the code is `outcome_unknown`.
    pub fn submit<O: Operation>(&self, operation: &O, options: &Options, context: &Context) -> Result<Receipt<O::Output>, Error> {
        let receipt = self.door().submit(operation, options, context)?;
        let result = unraw(&receipt.result)?;
        Ok(receipt.map(result))
    }

    /// Runs a batch: work over many roots, in commands of its own.
    ///
    /// # Errors
    /// Whatever refuses it as a whole.
    pub fn run_batch<B: Batch>(&self, batch: &B, context: &Context) -> Result<B::Output, Error>
    where
        B::Piece: 'static,
    {
        unraw(&session::run_batch(&self.door(), batch, &Options::default(), context, &mut session::unwatched)?)
    }

    /// Runs many commands of one kind with one durable commit, an answer each, in order.
    pub fn run_all<O: Operation>(&self, operations: &[(O, Options, Context)]) -> Vec<Result<Receipt<O::Output>, Error>> {
        let door = self.door();
        let mut session = session::Session::new(&door);
        let _each_asks_otherwise =
            session.read_ahead(operations.iter().map(|(operation, options, context)| (operation as _, options, context)));
        for (operation, options, context) in operations {
            session.submit(operation, options, context);
        }
        let typed = |receipt: Receipt<Raw>| unraw(&receipt.result).map(|result| receipt.map(result));
        session.finish().into_iter().map(|answer| answer.and_then(typed)).gather()
    }

    /// Executes one request in JSON. The request may come from a browser; the context only from the host's own code.
    pub fn execute(&self, request: &str, context: &str) -> String {
        request::execute(&self.door(), request, context, &mut session::unwatched)
    }

    /// Executes one request in JSON and tells `watch` how far a batch has come; what `watch` breaks off ends after whole pieces, and the
    /// answer is about those that were done. Queries and commands are one piece and are not watched.
    pub fn execute_watched(&self, request: &str, context: &str, watch: &mut Watch<'_>) -> String {
        request::execute(&self.door(), request, context, watch)
    }

    /// Executes many requests in JSON with one durable commit, an answer each, in order.
    pub fn execute_batch(&self, requests: &[(&str, &str)]) -> Vec<String> {
        request::execute_batch(&self.door(), requests)
    }

    fn door(&self) -> door::Door<'_> {
        door::Door { repository: &self.repository, programs: &self.programs, secrets: &self.secrets, is_for_host: false }
    }
}
