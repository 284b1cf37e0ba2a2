//! Why a copy ended early.

use std::fmt;

use loyalty_core::error::Error;
use loyalty_core::record::Root;
use loyalty_core::repository::{Refusal, StorageError};

/// Why a copy ended early. Nothing is lost by it: the same call goes on where it ended.
#[derive(Debug)]
#[non_exhaustive]
pub enum CopyError {
    /// The source could not be read.
    Source(StorageError),
    /// The target could not be read or written.
    Target(StorageError),
    /// The source holds nothing.
    Empty,
    /// The target holds something that the source does not know.
    Foreign {
        /// What: a customer, a counter.
        what: String,
    },
    /// The target went on by itself since it was copied.
    Ahead {
        /// The root that did.
        root: Root,
    },
    /// The target has another history.
    OtherHistory {
        /// The root whose histories differ.
        root: Root,
    },
    /// Somebody else wrote to the target meanwhile.
    Disturbed {
        /// What the target refused.
        refusal: Refusal,
    },
    /// The books could not be looked at.
    Books(Error),
    /// The one who watched broke it off.
    Stopped,
}

impl fmt::Display for CopyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        const NEW: &str = "give an empty database as the target, or look whether source and target are the wrong way round";
        match self {
            CopyError::Source(error) => write!(out, "the source: {error}"),
            CopyError::Target(error) => write!(out, "the target: {error}; run the same again to go on"),
            CopyError::Empty => write!(out, "the source holds nothing; look whether its address and prefix are right"),
            CopyError::Foreign { what } => write!(out, "the target holds {what}, which the source does not know; {NEW}"),
            CopyError::Ahead { root } => {
                write!(out, "{} has gone on in the target since it was copied, so the target is in use; {NEW}", root.name())
            }
            CopyError::OtherHistory { root } => write!(out, "{} has another history in the target than in the source; {NEW}", root.name()),
            CopyError::Disturbed { refusal } => {
                write!(out, "somebody else writes to the target ({refusal:?}); stop them, and run the same again to go on")
            }
            CopyError::Books(error) => write!(out, "the books could not be verified: {error}; run the same again"),
            CopyError::Stopped => write!(out, "stopped; run the same again to go on"),
        }
    }
}

impl std::error::Error for CopyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            CopyError::Source(error) | CopyError::Target(error) => Some(error),
            CopyError::Books(error) => Some(error),
            _ => None,
        }
    }
}
