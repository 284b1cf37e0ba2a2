//! The suite that any [`Repository`](super::Repository) must pass.
