//! What storage does to the engine on a bad day: calls that fail, replies that are lost, conflicts, processes and servers that are killed, disks
//! that are full.
//!
//! Every harness here also runs with a seeded fault, and must notice it.

mod approval;
mod batches;
mod every_operation;
mod faulty;
mod killed;
mod many_at_once;
mod scenario;
mod seeded;
mod server_full;
mod server_killed;
mod server_read_only;
mod server_replies;
mod story;
