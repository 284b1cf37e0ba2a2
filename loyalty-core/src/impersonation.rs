//! Impersonation: an agent signs in as a customer, to see what they see (rule P4). The record is in `crate::pass`.

mod start;
#[cfg(test)]
mod tests;
mod verify;

pub use start::{Start, Started};
pub use verify::{Redeemed, Verify};
