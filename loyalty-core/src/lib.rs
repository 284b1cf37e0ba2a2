//! loyalty
pub mod memory;
pub mod repository;
