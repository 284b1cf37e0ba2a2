//! How a storage is opened, whatever kind it is.

#[cfg(any(feature = "mysql", feature = "postgres"))]
use std::time::Duration;

/// How a storage is opened.
#[derive(Clone)]
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

impl std::fmt::Debug for StorageConfig {
    /// Without the URL, which may hold a password.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let StorageConfig { url: _, prefix, timeout_ms, connections_max } = self;
        let mut told = out.debug_struct("StorageConfig");
        told.field("prefix", prefix).field("timeout_ms", timeout_ms).field("connections_max", connections_max).finish_non_exhaustive()
    }
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

    /// For how long a server may be silent before its line is taken for lost: longer than it waits for locks, or works on any question of ours.
    #[cfg(any(feature = "mysql", feature = "postgres"))]
    pub(crate) fn silence(&self) -> Duration {
        self.timeout().saturating_mul(3).max(Duration::from_secs(60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_configuration_is_shown_without_its_password() {
        let shown = format!("{:?}", StorageConfig::new("mysql://shop:secret@db.shop/shop"));
        assert!(shown.contains("loyalty_") && !shown.contains("secret"), "{shown}");
    }
}
