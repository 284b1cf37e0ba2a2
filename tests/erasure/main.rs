//! Erasure, by canaries: a unique text in every field that takes free text, of every operation, which must be nowhere afterwards (rule K11).

mod canary;
mod queries;
mod shop;
mod tests;
