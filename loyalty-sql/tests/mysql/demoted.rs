//! A server that takes no writes any more, because another one has taken over.

use loyalty_core::repository::Repository;
use loyalty_sql::{Mysql, ServerError, StorageConfig};

use crate::database::Database;
use crate::probe::{NOTE, turn, version};

#[test]
fn connections_to_a_demoted_server_are_let_go_where_the_url_names_another() {
    let Some(database) = Database::new() else { return };
    drop(Mysql::open(&database.config(), &[&NOTE]).unwrap());
    // Who may do everything may write even now.
    database.user("teller", "password");
    for table in ["schema", "root", "claim", "counter", "note"] {
        database.grant("teller", "SELECT, INSERT, UPDATE, DELETE", &format!("loyalty_{table}"));
    }
    let url = database.url_of("teller", "password");
    let (address, teller) = (database.address(), database.own("teller"));
    for (url, is_kept) in [(url.clone(), true), (url.replace(&address, &format!("{address},{address}")), false)] {
        let storage = Mysql::open(&StorageConfig::new(url), &[&NOTE]).unwrap();
        let before = version(&storage, "a");
        assert_eq!(storage.commit(vec![turn("a", before, "words")]).unwrap(), [Ok(())]);
        database.while_read_only(|| {
            let error = storage.commit(vec![turn("a", before + 1, "words")]).unwrap_err();
            assert_eq!(error.source.downcast_ref(), Some(&ServerError::ReadOnly), "{error}");
            let count = format!("SELECT COUNT(*) FROM information_schema.processlist WHERE user = '{teller}'");
            // The server notices a moment later that somebody has hung up.
            let is_as_told = || database.rows(&count) == [if is_kept { "1" } else { "0" }];
            assert!((0..200).any(|_| is_as_told() || {
                std::thread::sleep(std::time::Duration::from_millis(10));
                false
            }));
        });
        assert_eq!(storage.commit(vec![turn("a", before + 1, "words")]).unwrap(), [Ok(())]);
    }
}
