//! A private line. The authority vouches for the server under the name `localhost`, and for no other.

use loyalty_core::repository::Outcome;
use loyalty_sql::{ServerError, StorageConfig};

use crate::database::Database;
use crate::probe::NOTE;

#[test]
fn a_server_is_known_by_its_certificate() {
    let Some(database) = Database::new() else { return };
    let Ok(authority) = std::env::var(Database::AUTHORITY) else {
        let missing = Database::AUTHORITY;
        assert!(std::env::var_os("LOYALTY_TEST_REQUIRED").is_none(), "LOYALTY_TEST_REQUIRED is set, and {missing} is not");
        eprintln!("SKIPPED: set {missing} to the authority of the server's certificate to run this test");
        return;
    };
    let (_, port) = database.address().rsplit_once(':').map(|(host, port)| (host.to_owned(), port.to_owned())).unwrap();
    let open = |host: &str, options: &str| {
        let url = format!("{}?{options}", database.url_at(&format!("{host}:{port}")));
        loyalty_sql::open(&StorageConfig::new(url), &[&NOTE]).map(drop)
    };
    open("127.0.0.1", "sslmode=disable").unwrap();
    open("127.0.0.1", "sslmode=require").unwrap();
    open("localhost", &format!("sslmode=verify-full&sslrootcert={authority}")).unwrap();
    open("localhost", &format!("ssl-mode=verify-full&ssl-ca={authority}")).unwrap();
    for (host, options) in [
        // Another name, authorities that do not know this server, and a file that holds none.
        ("127.0.0.1", format!("sslmode=verify-full&sslrootcert={authority}")),
        ("localhost", "sslmode=verify-full".to_owned()),
        ("localhost", format!("sslmode=verify-full&sslrootcert={authority}.none")),
    ] {
        let error = open(host, &options).unwrap_err();
        assert_eq!(error.outcome, Outcome::Failed);
        assert!(matches!(error.source.downcast_ref(), Some(ServerError::Tls { .. })), "{host} {options}: {error}");
    }
}
