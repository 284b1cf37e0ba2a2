//! Payments of orders: where they stand. They are kept with their order; `crate::order` has the record.

mod update;

pub use update::Update;
