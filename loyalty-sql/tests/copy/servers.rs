//! A shop that grows: from a file to MariaDB, to PostgreSQL, and back into a file.

use loyalty_core::schema::TABLES;
use loyalty_sql::{Mysql, Postgres, Sqlite, StorageConfig};

use crate::folder::Folder;
use crate::killed::killed;
use crate::shop::{assert_same, moved_whole, shop};
use crate::{mysql_database, postgres_database};

/// A database on either server; `None` where one of them is not named.
fn databases() -> Option<(mysql_database::Database, postgres_database::Database)> {
    mysql_database::Database::new().zip(postgres_database::Database::new())
}

#[test]
fn from_a_file_over_both_servers_into_a_file() {
    let Some((mysql, postgres)) = databases() else { return };
    let folder = Folder::new();
    let (from, to) = (Sqlite::for_loyalty(shop(&folder)).unwrap(), Sqlite::for_loyalty(folder.fresh()).unwrap());
    let mysql = Mysql::open(&mysql.prefixed("shop_"), TABLES).unwrap();
    let postgres = Postgres::open(&postgres.config(), TABLES).unwrap();
    moved_whole(&from, &mysql);
    moved_whole(&mysql, &postgres);
    moved_whole(&postgres, &to);
    assert_same(&from, &to);
}

#[test]
fn killed_on_the_way_to_servers() {
    let Some((mysql, postgres)) = databases() else { return };
    let folder = Folder::new();
    let path = shop(&folder);
    let from = Sqlite::for_loyalty(&path).unwrap();
    assert!(killed(&format!("sqlite:{}", path.display()), &mysql.url(), 2_500) >= 3);
    assert!(killed(&mysql.url(), &postgres.url(), 2_500) >= 3);
    let open = |url: String| loyalty_sql::open(&StorageConfig::new(url), TABLES).unwrap();
    moved_whole(&from, &*open(mysql.url()));
    moved_whole(&*open(mysql.url()), &*open(postgres.url()));
    assert_same(&from, &*open(postgres.url()));
}

#[cfg(feature = "program")]
#[test]
fn no_password_is_ever_shown() {
    let Some((mysql, postgres)) = databases() else { return };
    let wrong = ["mysql", "postgres"].into_iter().zip([mysql.url_of("nobody", "my-secret"), postgres.url_of("nobody", "my-secret")]);
    let folder = Folder::new();
    let from = format!("sqlite:{}", shop(&folder).display());
    for (server, url) in wrong {
        let ended = std::process::Command::new(env!("CARGO_BIN_EXE_loyalty")).args(["copy", &from, &url]).output().unwrap();
        let told = [ended.stdout, ended.stderr].concat();
        let told = String::from_utf8_lossy(&told);
        assert!(ended.status.code() == Some(1) && told.contains("the target: ") && !told.contains("my-secret"), "{server}: {told}");
    }
}
