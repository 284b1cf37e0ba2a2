//! The configuration with which a store is opened: one JSON object.

use loyalty_core::error::Error;
use loyalty_core::json::{Json, Tree};
use loyalty_core::limits::REQUEST_BYTES_MAX;
use loyalty_core::secret::Secret;

/// How to open a store.
#[derive(Debug, Json)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// Where the data is: `memory:`, `sqlite:` and a path, or the URL of a server. May be left out where the host brings its own
    /// repository.
    #[serde(default)]
    pub(crate) storage: Option<String>,
    /// The program document; when absent, the one stored there counts, and the starter program where none is stored.
    #[serde(default)]
    pub(crate) program: Option<Tree>,
    /// What the names of all tables and views begin with; `loyalty_` when absent.
    #[serde(default)]
    pub(crate) prefix: Option<String>,
    /// How long a call waits for another process or the server, in milliseconds; 5000 when absent.
    #[serde(default)]
    pub(crate) timeout_ms: Option<u32>,
    /// The secrets under which codes of gift cards are hashed: the first is in use, those behind it find what was hashed before. Without one,
    /// operations that need a code are refused.
    #[serde(default)]
    pub(crate) secrets: Vec<Secret>,
}

/// Where the data is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Storage<'c> {
    /// In this process alone, gone with it.
    Memory,
    /// In a database: an SQLite file, or on a server.
    Sql(&'c str),
}

/// What a storage may be.
const KINDS: &str = "give memory:, sqlite: and a path, mysql:// or postgres://";

impl Config {
    /// Reads a configuration: a JSON object, or the storage alone, as in `sqlite:shop.db`.
    ///
    /// # Errors
    /// `invalid_request` with the path of the mistake.
    pub(crate) fn read(text: &str) -> Result<Config, Error> {
        if text.len() > REQUEST_BYTES_MAX {
            return Err(Error::invalid("config", format_args!("is longer than {REQUEST_BYTES_MAX} bytes")));
        }
        if text.trim_start().starts_with('{') {
            return loyalty_core::json::read_text(text, "config");
        }
        Ok(Config { storage: Some(text.to_owned()), program: None, prefix: None, timeout_ms: None, secrets: Vec::new() })
    }

    /// The storage that is named.
    ///
    /// # Errors
    /// `invalid_request` when there is none, or of a kind that this build does not know.
    pub(crate) fn storage(&self) -> Result<Storage<'_>, Error> {
        let refuse = |problem: String| Err(Error::invalid("config.storage", problem));
        let Some(url) = &self.storage else { return refuse(format!("is missing; {KINDS}")) };
        match url.split_once(':') {
            Some(("memory", "")) => Ok(Storage::Memory),
            Some(("sqlite", path)) if !path.is_empty() => Ok(Storage::Sql(url)),
            Some(("mysql" | "mariadb" | "postgres" | "postgresql", rest)) if rest.starts_with("//") => Ok(Storage::Sql(url)),
            // What stands behind the colon may hold a password.
            Some((scheme, _)) => refuse(format!("of the kind '{}' is not known; {KINDS}", cut(scheme))),
            None => refuse(format!("is no URL; {KINDS}")),
        }
    }
}

fn cut(text: &str) -> String {
    text.chars().take(32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use loyalty_core::error::Reason;

    #[test]
    fn a_url_alone_is_a_configuration() {
        let config = Config::read("sqlite:shop.db").unwrap();
        assert_eq!(config.storage().unwrap(), Storage::Sql("sqlite:shop.db"));
        for url in ["mysql://u:p@shop/x", "mariadb://shop/x", "postgres://u@shop/x?sslmode=verify-full", "postgresql:///x"] {
            assert_eq!(Config::read(url).unwrap().storage().unwrap(), Storage::Sql(url));
        }
        assert_eq!(Config::read(r#"{"storage":"memory:"}"#).unwrap().storage().unwrap(), Storage::Memory);
    }

    #[test]
    fn mistakes_are_named_with_their_path() {
        let path = |text: &str| match Config::read(text).and_then(|config| config.storage().map(|_| ())).map_err(Error::into_reason) {
            Err(Reason::InvalidRequest { path, .. }) => path,
            other => format!("{other:?}"),
        };
        for text in ["", "shop.db", "{}", "mysql:secret@shop", r#"{"storage":"sqlite:"}"#, "memory:x"] {
            assert_eq!(path(text), "config.storage", "{text}");
        }
        assert_eq!(path(r#"{"storage":"memory:","timeout_ms":"soon"}"#), "config.timeout_ms");
        assert_eq!(path(r#"{"store":"memory:"}"#), "config.store");
        assert_eq!(path(r#"{"storage":"memory:","secrets":[{"id":"a"}]}"#), "config.secrets[0].key");
        let refused = Config::read("mysql:secret@shop").unwrap().storage().unwrap_err().to_string();
        assert!(!refused.contains("secret"), "{refused}");
    }
}
