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

#[cfg(feature = "sqlite")]
mod schema;
#[cfg(feature = "sqlite")]
pub mod sqlite;
#[cfg(feature = "sqlite")]
mod statement;

#[cfg(feature = "sqlite")]
pub use schema::SCHEMA_VERSION;
#[cfg(feature = "sqlite")]
pub use sqlite::{Config, Sqlite, SqliteError, Stats};
