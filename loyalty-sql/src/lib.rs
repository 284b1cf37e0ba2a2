//! SQL repositories for [`loyalty_core`]: SQLite, embedded.
//!
//! The tables are those that the core describes ([`Table`](loyalty_core::repository::Table)); this crate turns them into
//! a schema, and reads, searches and commits into statements. It knows nothing of loyalty, but for the views over those
//! tables that let an accountant use plain SQL (docs/views.md).
//!
//! ```
//! use loyalty_core::repository::{ROOT, Read, Repository};
//! use loyalty_sql::Sqlite;
//!
//! let storage = Sqlite::in_memory(&[])?;
//! assert!(storage.read(&[Read::Get(&ROOT, vec!["nobody".into()])])?.concat().is_empty());
//! # Ok::<(), loyalty_core::repository::StorageError>(())
//! ```

#[cfg(any(feature = "sqlite", feature = "mysql", feature = "postgres"))]
mod dialect;
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

#[cfg(feature = "postgres")]
pub use postgres::Postgres;
#[cfg(any(feature = "sqlite", feature = "mysql", feature = "postgres"))]
pub use schema::SCHEMA_VERSION;
#[cfg(any(feature = "mysql", feature = "postgres"))]
pub use server::{Joined, ServerConfig, ServerError};
#[cfg(feature = "sqlite")]
pub use sqlite::{Config, Sqlite, SqliteError, Stats};
