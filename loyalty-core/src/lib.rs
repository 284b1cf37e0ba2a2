//! loyalty
pub mod amount;
pub mod context;
pub mod customer;
pub mod error;
pub mod id;
pub mod json;
pub mod limits;
pub mod membership;
pub mod memory;
pub mod operation;
pub mod program;
pub mod record;
pub mod repository;
pub mod time;
pub mod unit;
