//! What a storage URL says to us: the options that the drivers' own readers do not know.

use std::net::IpAddr;
use std::path::PathBuf;

use crate::server::ServerError;

/// How private the line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TlsMode {
    /// Not at all.
    Disable,
    /// Encrypted, with whoever answers.
    Require,
    /// Encrypted, with the server whose name a known authority vouches for.
    VerifyFull,
}

/// How private the line is, and who vouches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tls {
    pub(crate) mode: TlsMode,
    /// A file with authorities in PEM; the well-known ones when absent.
    pub(crate) authorities: Option<PathBuf>,
}

/// A URL without the options that were taken out of it.
#[derive(Debug, Clone)]
pub(crate) struct Url {
    base: String,
    options: Vec<(String, String)>,
}

impl Url {
    pub(crate) fn read(url: &str) -> Self {
        let (base, query) = url.split_once('?').unwrap_or((url, ""));
        let options = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_owned(), value.to_owned())
        });
        Url { base: base.to_owned(), options: options.collect() }
    }

    /// Whether an option is there.
    #[cfg(feature = "postgres")]
    pub(crate) fn has(&self, name: &str) -> bool {
        self.options.iter().any(|(found, _)| found == name)
    }

    /// Takes an option out.
    pub(crate) fn take(&mut self, names: &[&str]) -> Result<Option<String>, ServerError> {
        let Some(at) = self.options.iter().position(|(name, _)| names.contains(&name.as_str())) else { return Ok(None) };
        let (name, value) = self.options.remove(at);
        let refused = || ServerError::BadUrl { problem: format!("has an option {name} that is no text; write it percent-encoded UTF-8") };
        decoded(&value).ok_or_else(refused).map(Some)
    }

    /// The options of TLS. Where nothing is said, a line within the machine is left as it is, and every other is encrypted.
    pub(crate) fn tls(&mut self) -> Result<Tls, ServerError> {
        let mode = self.take(&["sslmode", "ssl-mode"])?;
        let authorities = self.take(&["sslrootcert", "ssl-ca"])?.map(PathBuf::from);
        let mode = match mode.as_deref() {
            None if authorities.is_some() => TlsMode::VerifyFull,
            None if self.is_local() => TlsMode::Disable,
            None | Some("require" | "required") => TlsMode::Require,
            Some("disable" | "disabled") => TlsMode::Disable,
            Some("verify-full" | "verify_identity") => TlsMode::VerifyFull,
            Some(_) => {
                let problem = "has an sslmode that is not known; give disable, require or verify-full".to_owned();
                return Err(ServerError::BadUrl { problem });
            }
        };
        if mode == TlsMode::Require && authorities.is_some() {
            let problem = "names authorities that sslmode=require would not ask; give verify-full".to_owned();
            return Err(ServerError::BadUrl { problem });
        }
        Ok(Tls { mode, authorities })
    }

    /// What stands before the addresses, the addresses, and what stands behind them.
    fn split(&self) -> (&str, &str, &str) {
        let (_, rest) = self.base.split_once("://").unwrap_or(("", &self.base));
        let authority = rest.split('/').next().unwrap_or_default();
        let addresses = authority.rsplit_once('@').map_or(authority, |(_, addresses)| addresses);
        let behind = rest.strip_prefix(authority).unwrap_or_default();
        let before = self.base.len() - behind.len() - addresses.len();
        (self.base.get(..before).unwrap_or_default(), addresses, behind)
    }

    /// The hosts as they stand in the URL.
    fn hosts(&self) -> impl Iterator<Item = &str> {
        self.split().1.split(',').map(|host| match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
            Some((address, _)) => address,
            None => host.split(':').next().unwrap_or_default(),
        })
    }

    /// Whether the line stays within the machine, to whichever of the addresses it goes.
    fn is_local(&self) -> bool {
        // PostgreSQL's addresses may stand among the options too.
        let options = self.options.iter().filter(|(name, _)| matches!(name.as_str(), "host" | "hostaddr"));
        let others: Vec<String> = options.map(|(_, value)| decoded(value).unwrap_or_else(|| value.clone())).collect();
        self.hosts().chain(others.iter().flat_map(|hosts| hosts.split(','))).all(is_local)
    }

    /// The URL with the options that are left.
    pub(crate) fn rest(&self) -> String {
        let pairs: Vec<String> = self.options.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { self.base.clone() } else { format!("{}?{}", self.base, pairs.join("&")) }
    }

    /// The same for each address: the nodes of a cluster stand in one URL, with commas between them.
    #[cfg(feature = "mysql")]
    pub(crate) fn each(&self) -> Vec<String> {
        let (before, addresses, behind) = self.split();
        let one = |address| Url { base: format!("{before}{address}{behind}"), options: self.options.clone() }.rest();
        addresses.split(',').map(one).collect()
    }
}

/// Whether a host is this machine: nothing but its own names and addresses, and sockets. A name that only begins like one is any name.
fn is_local(host: &str) -> bool {
    let is_socket = ["/", "%2F", "%2f"].iter().any(|slash| host.starts_with(slash));
    host.is_empty() || host == "localhost" || is_socket || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

/// A text without its percent signs.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (digits, behind) = rest.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
        rest = behind;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_taken_and_the_rest_stays() {
        let mut url = Url::read("postgres://u:p%40@db.shop:5432/x?a=1&sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem&b=%20");
        let tls = url.tls().unwrap();
        assert_eq!(tls, Tls { mode: TlsMode::VerifyFull, authorities: Some("/etc/ca.pem".into()) });
        assert_eq!(url.rest(), "postgres://u:p%40@db.shop:5432/x?a=1&b=%20");
        assert_eq!(url.hosts().collect::<Vec<_>>(), ["db.shop"]);
    }

    #[cfg(feature = "mysql")]
    #[test]
    fn each_address_has_a_url_of_its_own() {
        let each = |url: &str| Url::read(url).each();
        assert_eq!(
            each("mysql://u:p,@a:1,[::1]:2,c/x?y=1"),
            ["mysql://u:p,@a:1/x?y=1", "mysql://u:p,@[::1]:2/x?y=1", "mysql://u:p,@c/x?y=1"]
        );
        assert_eq!(each("mysql://a/x"), ["mysql://a/x"]);
        assert_eq!(each("mysql://"), ["mysql://"]);
        assert_eq!(each("nonsense"), ["nonsense"]);
    }

    #[test]
    fn a_line_within_the_machine_is_plain_and_others_are_not() {
        let mode = |url: &str| Url::read(url).tls().map(|tls| tls.mode);
        for url in ["mysql://u@127.0.0.1/x", "mysql://u:p@localhost:33/x", "postgres://[::1]:5/x", "postgres://u@%2Frun%2Fpg/x"] {
            assert_eq!(mode(url), Ok(TlsMode::Disable), "{url}");
        }
        assert_eq!(mode("mysql://u:p@db.shop/x"), Ok(TlsMode::Require));
        assert_eq!(mode("mysql://u:p@127.0.0.1:33,[::1]:34/x"), Ok(TlsMode::Disable));
        assert_eq!(mode("mysql://u:p@127.0.0.1:33,db.shop:34/x"), Ok(TlsMode::Require));
        assert_eq!(mode("mysql://u:p@127.0.0.1@db.shop/x"), Ok(TlsMode::Require));
        assert_eq!(mode("mysql://u:p@127.0.0.1.db.shop/x"), Ok(TlsMode::Require));
        assert_eq!(mode("postgres:///x?host=db.shop"), Ok(TlsMode::Require));
        assert_eq!(mode("postgres:///x?host=%2Frun%2Fpg"), Ok(TlsMode::Disable));
        assert_eq!(mode("postgres://localhost/x?hostaddr=10.0.0.7"), Ok(TlsMode::Require));
        assert_eq!(mode("mysql://db.shop/x?ssl-ca=ca.pem"), Ok(TlsMode::VerifyFull));
        assert_eq!(mode("mysql://db.shop/x?ssl-mode=disable"), Ok(TlsMode::Disable));
        assert!(mode("mysql://db.shop/x?sslmode=prefer").is_err());
        assert!(mode("mysql://db.shop/x?sslmode=require&ssl-ca=ca.pem").is_err());
    }
}
