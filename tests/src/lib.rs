//! What the tests share, and `cargo xtask` with them.

pub mod dice;
pub mod golden;
pub mod store;
