//! What the tests share, and `cargo xtask` with them.

pub mod golden;
pub mod store;
