//! Opens whatever storage a URL names.

use std::sync::Arc;

use loyalty_core::repository::{Repository, StorageError, Table};

use crate::StorageConfig;

/// Whether this build has a driver for the storage that a URL names.
pub fn knows(url: &str) -> bool {
    let kinds = [
        (["sqlite", "sqlite"], cfg!(feature = "sqlite")),
        (["mysql", "mariadb"], cfg!(feature = "mysql")),
        (["postgres", "postgresql"], cfg!(feature = "postgres")),
    ];
    let (scheme, _) = url.split_once(':').unwrap_or((url, ""));
    kinds.iter().any(|(names, is_built)| *is_built && names.contains(&scheme))
}

/// Opens the storage at `sqlite:` and a path, `mysql://…` (or `mariadb://…`) or `postgres://…` (or `postgresql://…`), as far as this
/// build knows them by its features.
///
/// ```
/// use loyalty_core::schema::TABLES;
/// use loyalty_sql::StorageConfig;
/// # let folder = std::env::temp_dir().join(format!("loyalty-open-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let url = format!("sqlite:{}", folder.join("shop.db").display());
///
/// let storage = loyalty_sql::open(&StorageConfig::new(url), TABLES)?;
/// # drop(storage);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Those of the driver's own `open`; and `Failed` when the URL is of no kind that this build knows.
pub fn open(config: &StorageConfig, tables: &[&'static Table]) -> Result<Arc<dyn Repository>, StorageError> {
    let (scheme, rest) = config.url.split_once(':').unwrap_or((&config.url, ""));
    match scheme {
        #[cfg(feature = "sqlite")]
        "sqlite" if !rest.is_empty() => {
            let (prefix, timeout_ms) = (config.prefix.clone(), config.timeout_ms);
            let config = crate::sqlite::Config { prefix, timeout_ms, ..crate::sqlite::Config::new(rest) };
            Ok(Arc::new(crate::Sqlite::open(config, tables)?))
        }
        #[cfg(feature = "mysql")]
        "mysql" | "mariadb" => {
            let config = StorageConfig { url: format!("mysql:{rest}"), ..config.clone() };
            Ok(Arc::new(crate::Mysql::open(&config, tables)?))
        }
        #[cfg(feature = "postgres")]
        "postgres" | "postgresql" => Ok(Arc::new(crate::Postgres::open(config, tables)?)),
        _ => {
            let _unused = (rest, tables);
            // What stands behind the colon may hold a password.
            let scheme: String = scheme.chars().take(32).collect();
            let known = "sqlite: and a path, mysql:// or postgres://, as far as the library was built with them";
            Err(StorageError::failed(format!("a storage of the kind '{scheme}' is not known; give {known}")))
        }
    }
}
