//! SQL repositories for [`loyalty_core`]: SQLite, embedded; MySQL, MariaDB and PostgreSQL, on a server.
//!
//! The tables are those that the core describes ([`Table`](loyalty_core::repository::Table)); this crate turns them into
//! a schema, and reads, searches and commits into statements. It knows nothing of loyalty, but for the views over those
//! tables that let an accountant use plain SQL (docs/views.md), and for [`copy`], which moves a shop from one storage to another.
//!
//! A feature brings a driver: `sqlite` (on by itself), `mysql`, `postgres`. Each is opened with its own type, or any of them by [`open`]
//! with a URL; docs/storage.md says what URLs may hold and what servers need.
//!
//! ```
//! use loyalty_core::repository::{ROOT, Read, Repository};
//! use loyalty_sql::Sqlite;
//!
//! let storage = Sqlite::in_memory(&[])?;
//! assert!(storage.read(&[Read::Get(&ROOT, vec!["nobody".into()])])?.concat().is_empty());
//! # Ok::<(), loyalty_core::repository::StorageError>(())
//! ```

mod config;
pub mod copy;
#[cfg(any(feature = "sqlite", feature = "mysql", feature = "postgres"))]
mod dialect;
#[cfg(feature = "mysql")]
pub mod mysql;
mod open;
#[cfg(feature = "postgres")]
pub mod postgres;
#[cfg(any(feature = "sqlite", feature = "mysql", feature = "postgres"))]
mod schema;
#[cfg(any(feature = "mysql", feature = "postgres"))]
mod server;
#[cfg(feature = "sqlite")]
pub mod sqlite;
#[cfg(any(feature = "sqlite", feature = "mysql", feature = "postgres"))]
mod statement;
#[cfg(any(feature = "mysql", feature = "postgres"))]
mod url;
#[cfg(any(feature = "sqlite", feature = "mysql", feature = "postgres"))]
mod views;

pub use config::StorageConfig;
#[cfg(feature = "mysql")]
pub use mysql::Mysql;
pub use open::{knows, open};
#[cfg(feature = "postgres")]
pub use postgres::Postgres;
#[cfg(any(feature = "sqlite", feature = "mysql", feature = "postgres"))]
pub use schema::SCHEMA_VERSION;
#[cfg(any(feature = "mysql", feature = "postgres"))]
pub use server::{Joined, ServerError};
#[cfg(feature = "sqlite")]
pub use sqlite::{Config, JoinedSqlite, Sqlite, SqliteError, Stats};
