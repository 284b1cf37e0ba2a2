//! The SQLite driver, from outside.

#![cfg(feature = "sqlite")]

// The attribute tells the lints that all of a module is a test.
#[cfg(test)]
mod commits;
#[cfg(test)]
mod conformance;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod joining;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod probe;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod views;
