//! The driver for MySQL and MariaDB, on a real server: LOYALTY_TEST_MYSQL is the URL of one, with a user who may create databases.

#![cfg(feature = "mysql")]

// The attribute tells the lints that all of a module is a test. What every server must do stands beside, once.
#[cfg(test)]
#[path = "../server/batches.rs"]
mod batches;
#[cfg(test)]
#[path = "../server/conformance.rs"]
mod conformance;
#[cfg(test)]
mod database;
#[cfg(test)]
mod demoted;
#[cfg(test)]
mod joining;
#[cfg(test)]
#[path = "../server/opening.rs"]
mod opening;
#[cfg(test)]
#[path = "../server/place.rs"]
mod place;
#[cfg(test)]
#[path = "../sqlite/probe.rs"]
mod probe;
#[cfg(test)]
#[path = "../server/replies.rs"]
mod replies;
#[cfg(test)]
#[path = "../server/tls.rs"]
mod tls;
#[cfg(feature = "sqlite")]
#[cfg(test)]
#[path = "../server/views.rs"]
mod views;
