//! What the drivers of database servers share: everything but the dialect, the forms of a few statements, how they are
//! sent, and what the server's errors mean.
//!
//! A commit is one round trip: `BEGIN`, statements that fail unless every root still has the version that was read, and
//! `COMMIT`. Nothing is read in between, so that it matters little how far away the server is.

mod ask;
mod commit;
mod error;
mod explain;
mod gets;
mod joined;
mod merge;
mod migrate;
mod parts;
mod pool;
mod query;
mod session;

pub(crate) use ask::{Ask, Bound, Datum, Reply};
pub use error::ServerError;
pub(crate) use error::{Failed, Meaning};
pub(crate) use explain::from_where;
pub use joined::Joined;
#[cfg(feature = "mysql")]
pub(crate) use migrate::CHANGING;
#[cfg(feature = "mysql")]
pub(crate) use parts::has_unique;
pub(crate) use parts::{Owned, Part};
pub(crate) use query::known;
pub(crate) use session::{Driver, Session};

use std::sync::Arc;
use std::time::Duration;

use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError, Table};

use crate::config::{StorageConfig, is_prefix};
use crate::statement::{Statements, with_own};
use pool::Pool;

/// A repository in a database on a server.
#[derive(Debug)]
pub(crate) struct Server<D: Driver> {
    statements: Arc<Statements>,
    pool: Pool<D>,
    timeout: Duration,
}

impl<D: Driver> Server<D> {
    /// Connects, and makes or completes the schema for these tables.
    pub(crate) fn open(driver: D, config: &StorageConfig, tables: &[&'static Table]) -> Result<Self, StorageError> {
        if !is_prefix(&config.prefix) {
            return Err(ServerError::BadPrefix { prefix: config.prefix.clone() }.failed());
        }
        let tables = with_own(tables);
        let mut session = driver.connect(Some(config.silence())).map_err(ServerError::failed)?;
        migrate::migrate(&driver, &mut session, config, &tables).map_err(ServerError::failed)?;
        let statements = Arc::new(Statements::new(D::DIALECT, &config.prefix, &tables));
        migrate::probe(&mut session, &statements).map_err(ServerError::failed)?;
        let pool = Pool::new(driver, session, config);
        Ok(Server { statements, pool, timeout: config.timeout() })
    }

    pub(crate) fn statements(&self) -> &Arc<Statements> {
        &self.statements
    }
}

impl<D: Driver> Repository for Server<D> {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.pool.with(|session| query::read::<D>(session, D::SNAPSHOT, &self.statements, reads)).map_err(ServerError::failed)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.pool.with(|session| query::search(session, D::SNAPSHOT, &self.statements, search)).map_err(ServerError::failed)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        commit::commit::<D>(&self.pool, &self.statements, &changes, self.timeout)
    }
}
