//! Moving house, between storages of every kind. Those on servers need LOYALTY_TEST_MYSQL and LOYALTY_TEST_POSTGRES.

#![cfg(feature = "sqlite")]

// The attribute tells the lints that all of a module is a test.
#[cfg(test)]
#[path = "../sqlite/folder.rs"]
mod folder;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod moving;
#[cfg(feature = "mysql")]
#[cfg(test)]
#[path = "../mysql/database.rs"]
#[expect(dead_code, reason = "the driver's own tests ask more of a database")]
mod mysql_database;
#[cfg(any(feature = "mysql", feature = "postgres"))]
#[cfg(test)]
#[path = "../server/place.rs"]
#[expect(dead_code, reason = "the driver's own tests ask more of a database")]
mod place;
#[cfg(feature = "postgres")]
#[cfg(test)]
#[path = "../postgres/database.rs"]
#[expect(dead_code, reason = "the driver's own tests ask more of a database")]
mod postgres_database;
#[cfg(feature = "program")]
#[cfg(test)]
mod program;
#[cfg(test)]
mod refused;
#[cfg(all(feature = "mysql", feature = "postgres"))]
#[cfg(test)]
mod servers;
#[cfg(test)]
mod shop;
#[cfg(test)]
mod tampered;
#[cfg(test)]
mod whole;
