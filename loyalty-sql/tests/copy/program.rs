//! The program `loyalty`, as people call it.

use std::process::{Command, Output};

use loyalty_core::loyalty::Loyalty;
use loyalty_sql::{SCHEMA_VERSION, Sqlite};

use crate::folder::Folder;
use crate::shop::{assert_same, live, shop};

fn loyalty(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_loyalty")).args(arguments).env("LOYALTY_TO", "sqlite:/nowhere/at/all.db").output().unwrap()
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_shop_is_moved_with_one_command() {
    let folder = Folder::new();
    let (from, to) = (shop(&folder), folder.fresh());
    let [from_url, to_url] = [&from, &to].map(|path| format!("sqlite:{}", path.display()));
    let ended = loyalty(&["copy", &from_url, &to_url]);
    assert!(ended.status.success() && told(&ended).contains("both hold the same"), "{}", told(&ended));
    assert_same(&Sqlite::for_loyalty(&from).unwrap(), &Sqlite::for_loyalty(&to).unwrap());
    let ended = loyalty(&["copy", &from_url, &to_url, "--verify", "none"]);
    assert!(ended.status.success() && told(&ended).contains("NOT VERIFIED"), "{}", told(&ended));
    let ended = loyalty(&["copy", &from_url, &to_url, "--verify", "10"]);
    assert!(ended.status.success() && told(&ended).contains("A SAMPLE"), "{}", told(&ended));
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = Folder::new();
    let (from, to) = (shop(&folder), folder.fresh());
    let [from_url, to_url, newer] = [from.clone(), to.clone(), shop(&folder)].map(|path| format!("sqlite:{}", path.display()));
    let insert = format!("INSERT INTO loyalty_schema (version, statement) VALUES ({}, 'something new')", SCHEMA_VERSION + 1);
    rusqlite::Connection::open(newer.trim_start_matches("sqlite:")).unwrap().execute(&insert, ()).unwrap();
    let missing = folder.fresh();
    let typo = format!("sqlite:{}", missing.display());
    live(
        &Loyalty::new(Sqlite::for_loyalty(&to).unwrap()),
        "admin",
        1,
        &[("customer.create".to_owned(), r#"{ "id": "z" }"#.to_owned(), None)],
    );
    for (arguments, code, why) in [
        (vec!["copy", &from_url, &to_url], 1, "the target holds z, which the source does not know"),
        (vec!["copy", &newer, &to_url], 1, "the source: "),
        (vec!["copy", &from_url, &newer], 1, "newer"),
        (vec!["copy", &typo, &to_url], 1, "there is no file"),
        (vec!["copy", &from_url, "$LOYALTY_TO"], 1, "/nowhere/at"),
        (vec!["copy", &from_url, "$LOYALTY_NOT_SET"], 2, "LOYALTY_NOT_SET is not set"),
        (vec!["copy", &from_url], 2, "usage: "),
    ] {
        let ended = loyalty(&arguments);
        assert!(ended.status.code() == Some(code) && told(&ended).contains(why), "{arguments:?}: {}", told(&ended));
    }
    assert!(!missing.exists(), "a file was made where only one should be read");
}
