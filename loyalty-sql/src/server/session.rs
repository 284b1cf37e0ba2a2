//! What a driver brings.

use std::time::Duration;

use loyalty_core::repository::Key;

use super::parts::Part;
use super::{Ask, Failed, Reply, ServerError};
use crate::dialect::Dialect;
use crate::statement::{Statements, TableSql};

/// A connection to a server, in a transaction or not.
pub(crate) trait Session: Send {
    /// Runs statements in their order, with as few round trips as the protocol allows.
    ///
    /// # Errors
    /// The first that failed; those behind it had no effect, or fail with their transaction.
    fn send(&mut self, asks: &[Ask<'_>]) -> Result<Vec<Reply>, Failed>;
}

impl<S: Session + ?Sized> Session for &mut S {
    fn send(&mut self, asks: &[Ask<'_>]) -> Result<Vec<Reply>, Failed> {
        (**self).send(asks)
    }
}

/// One kind of server.
pub(crate) trait Driver: Send + Sync + std::fmt::Debug + Sized + 'static {
    const DIALECT: Dialect;
    type Session: Session + 'static;

    /// A new connection, set up and looked over. It is taken for lost where the server is silent for longer than this; `None` waits for ever.
    fn connect(&self, silence: Option<Duration>) -> Result<Self::Session, ServerError>;

    /// What begins a transaction that writes.
    const BEGIN: &'static str;

    /// What begins a transaction in which all questions see one state.
    const SNAPSHOT: &'static [&'static str];

    /// The statements of a part of a change set. They fail, by a guard or a key, where the part is to be refused.
    fn forms<'a>(statements: &'a Statements, part: &Part<'a>) -> Result<Vec<Ask<'a>>, ServerError>;

    /// Rows of a table by their keys, which are several, in any order.
    fn gets<'a>(sql: &TableSql, keys: &[&'a Key]) -> Ask<'a>;

    /// Takes the lock under which the schema with a prefix is changed, which answers 1, and gives it back.
    fn lock(prefix: &str, wait: Duration) -> [String; 2];

    /// Questions for what a database has, each with the prefix as its value: names of tables, indexes and views; tables with
    /// their columns.
    const CATALOGUE: [&'static str; 2];

    /// A statement that may fail without harm, run before a schema is made, and a question for how often what it is to make is there.
    const TRIGRAMS: Option<[&'static str; 2]>;
}
