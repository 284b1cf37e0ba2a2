//! The ledger at its edges, through the door: what the golden scenarios leave out. Every shop verifies its books at the end.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod debts;
mod holds;
mod orders;
mod reversals;
mod shop;
mod suspended;
mod tampering;
mod time;
