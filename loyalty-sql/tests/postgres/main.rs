//! The PostgreSQL driver, on a real server: LOYALTY_TEST_POSTGRES is the URL of one, with a user who may create databases.

#![cfg(feature = "postgres")]

// The attribute tells the lints that all of a module is a test.
#[cfg(test)]
mod conformance;
#[cfg(test)]
mod database;
