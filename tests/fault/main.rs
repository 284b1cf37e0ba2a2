//! What storage does to the engine on a bad day: calls that fail, replies that are lost, conflicts, and processes that are killed.
//!
//! Every harness here also runs with a seeded fault, and must notice it.

mod batches;
mod every_operation;
mod faulty;
mod killed;
mod many_at_once;
mod scenario;
mod seeded;
mod story;
