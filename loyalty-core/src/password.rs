//! Passwords that were forgotten (rule P3). The host keeps passwords; the library lets a customer choose a new one, once. The record is in `crate::pass`.

mod reset;
#[cfg(test)]
mod tests;
mod verify;

pub use reset::{Reset, ResetDone};
pub use verify::{Verified, Verify};
