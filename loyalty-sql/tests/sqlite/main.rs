//! The SQLite driver, from outside.

#![cfg(feature = "sqlite")]

mod conformance;
mod folder;
