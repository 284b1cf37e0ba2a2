//! The outbox: what the host takes, sends, and acknowledges (rule P6). The record is in `crate::message`.

mod ack;
mod take;

pub use ack::{Ack, Acked, Acknowledge};
pub use take::{Lease, Take, Taken};
