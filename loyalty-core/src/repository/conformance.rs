//! The suite that any [`Repository`] must pass.
//!
//! A host that brings its own storage runs it in one test, over repositories that know [`TABLES`] besides its own:
//!
//! ```
//! use loyalty_core::memory::Memory;
//! use loyalty_core::repository::conformance;
//!
//! conformance::run(&|| Box::new(Memory::new())).map_err(|failure| failure.to_string()).unwrap();
//! ```
//!
//! The checks stand in files by subject. That they can fail is shown by `tests.rs`: wrappers that break one promise
//! each are caught by name.

mod claims;
mod commits;
mod loses_reply;
mod pages;
mod probe;
mod races;
mod random;
mod rows;
mod scans;
mod searches;
#[cfg(test)]
mod tests;

pub use loses_reply::LosesReply;

use std::fmt;
use std::sync::Arc;

use super::{Repository, StorageError, Table};

/// The tables that the suite writes to, besides [`ROOT`](super::ROOT), [`CLAIM`](super::CLAIM) and
/// [`COUNTER`](super::COUNTER). A repository under test must know them all.
pub static TABLES: &[&Table] = &[&probe::ENTRY, &probe::PERSON];

/// A promise that a repository did not keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The check that failed.
    pub check: &'static str,
    /// What should have come.
    pub expected: String,
    /// What came.
    pub found: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: expected {}, found {}", self.check, self.expected, self.found)
    }
}

impl std::error::Error for Failure {}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        Failure { check: "", expected: "an answer".to_owned(), found: error.to_string() }
    }
}

/// One check: its name, and what it does with a fresh repository.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// The name, unique in the suite.
    pub name: &'static str,
    run: fn(&Arc<dyn Repository>) -> Result<(), Failure>,
}

impl Check {
    /// Runs this check alone.
    ///
    /// # Errors
    /// [`Failure`] with what was expected and what came.
    pub fn run(&self, repository: &Arc<dyn Repository>) -> Result<(), Failure> {
        (self.run)(repository).map_err(|failure| Failure { check: self.name, ..failure })
    }
}

/// Runs every check, each on a fresh repository that `open` makes. It must be empty.
///
/// # Errors
/// The first [`Failure`].
pub fn run(open: &dyn Fn() -> Box<dyn Repository>) -> Result<(), Failure> {
    CHECKS.iter().try_for_each(|check| check.run(&Arc::from(open())))
}

/// Every check, cheap ones first.
pub static CHECKS: &[Check] = &[
    Check { name: "an absent row is no row", run: rows::absent },
    Check { name: "a row comes back as it went in", run: rows::comes_back },
    Check { name: "values keep their extremes", run: rows::extremes },
    Check { name: "a body is kept exactly", run: rows::bodies },
    Check { name: "insert refuses a key that stands", run: rows::insert_refuses },
    Check { name: "put replaces a row whole", run: rows::put_replaces },
    Check { name: "delete removes one row", run: rows::delete_removes },
    Check { name: "a unique index refuses a second row", run: rows::unique_refuses },
    Check { name: "many reads answer in order", run: rows::reads_in_order },
    Check { name: "scan: prefix", run: scans::prefix },
    Check { name: "scan: after and until", run: scans::after_until },
    Check { name: "scan: reverse and limit", run: scans::reverse_limit },
    Check { name: "scan: by index, nulls left out", run: scans::by_index },
    Check { name: "scan: positions of several columns", run: scans::long_positions },
    Check { name: "scan: an index follows its rows", run: scans::index_follows },
    Check { name: "search: every comparison", run: searches::comparisons },
    Check { name: "search: all, any and not are two-valued", run: searches::combinations },
    Check { name: "search: bytes and texts that contain", run: searches::contains },
    Check { name: "search: long lists", run: searches::long_lists },
    Check { name: "search: words are plain inner texts", run: searches::words },
    Check { name: "search: words follow their rows", run: searches::words_follow },
    Check { name: "search: sorted both ways, nulls first", run: pages::sorted },
    Check { name: "search: pages neither skip nor repeat", run: pages::complete },
    Check { name: "search: pages hold while rows come in", run: pages::while_inserting },
    Check { name: "random scans mean what Scan::contains says", run: random::scans },
    Check { name: "random searches mean what Search::matches says", run: random::searches },
    Check { name: "a root is guarded by its version", run: commits::versions },
    Check { name: "a new root must not exist yet", run: commits::new_roots },
    Check { name: "a root moved in keeps its version", run: commits::moved_in },
    Check { name: "a commit over two roots needs both", run: commits::two_roots },
    Check { name: "a refused change set leaves no trace", run: commits::no_trace },
    Check { name: "a refused change set does not touch the others", run: commits::refused_in_the_middle },
    Check { name: "later change sets see earlier ones", run: commits::later_sees_earlier },
    Check { name: "a change set lost and asked again stands once", run: commits::lost_reply },
    Check { name: "a claim has one owner", run: claims::one_owner },
    Check { name: "a claim is released by its owner only", run: claims::released },
    Check { name: "claims are given back first", run: claims::release_first },
    Check { name: "a counter keeps its bounds", run: claims::counter_bounds },
    Check { name: "a counter never wraps around", run: claims::counter_extremes },
    Check { name: "a refused change set keeps its claims and counters out", run: claims::refused },
    Check { name: "of racing commits on one version one wins", run: races::one_wins },
    Check { name: "racing read-and-write cycles lose nothing", run: races::nothing_lost },
    Check { name: "racing claims have one owner", run: races::claims },
    Check { name: "racing steps stay within bounds", run: races::counters },
];
