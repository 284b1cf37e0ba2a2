//! How a storage is opened, whatever kind it is.

#[cfg(any(feature = "mysql", feature = "postgres"))]
use std::time::Duration;

/// How a storage is opened.
#[derive(Debug, Clone)]
pub struct StorageConfig {
    /// Where it is, who asks, and how the line is kept private; docs/storage.md says it in full.
    pub url: String,
    /// What the names of all tables and views begin with: at most 20 of `a-z`, `0-9` and `_`. `loyalty_` by default.
    pub prefix: String,
    /// How long a call waits for a connection, a lock or a try that others keep foiling, in milliseconds; 5000 by default.
    pub timeout_ms: u32,
    /// How many connections to a server are held at most, at least 1; 8 by default. Each is opened when it is first needed.
    pub connections_max: usize,
}

/// Whether the names of tables may begin with this.
pub(crate) fn is_prefix(text: &str) -> bool {
    text.len() <= 20 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

impl StorageConfig {
    /// This storage, and the defaults.
    pub fn new(url: impl Into<String>) -> Self {
        StorageConfig { url: url.into(), prefix: "loyalty_".to_owned(), timeout_ms: 5_000, connections_max: 8 }
    }

    #[cfg(any(feature = "mysql", feature = "postgres"))]
    pub(crate) fn timeout(&self) -> Duration {
        Duration::from_millis(u64::from(self.timeout_ms))
    }
}
