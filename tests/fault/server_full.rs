//! A server whose disk is full: a clear error, nothing half done, and it goes on when there is room again.

use std::thread;
use std::time::{Duration, Instant};

use loyalty_core::loyalty::Loyalty;
use loyalty_servers::{Mariadb, Postgres, Server, required};
use loyalty_tests::store::{Kind, Store};
use serde_json::{Value, json};

use crate::killed::Seeded;
use crate::killed::book::Book;
use crate::killed::child::{CUSTOMERS, prepare, tell, verify};

/// Commands that are tried when one was refused.
const MORE: usize = 10;

/// What is tried at most until the disk is full, and how long it may take to go on afterwards.
const TRIES: usize = 20_000;
const PATIENCE: Duration = Duration::from_secs(60);

fn goes_on_when_there_is_room<S: Server>(kind: Kind, test: &str) {
    if !required(test) {
        return;
    }
    let server = match S::start_on_small_disk(256) {
        Err(why) if why.starts_with("only root") => return eprintln!("left out: {why}"),
        server => server.unwrap(),
    };
    let store = Store::on(kind, &server.url());
    let loyalty = Loyalty::new(store.another_host());
    prepare(&loyalty);
    let book = std::sync::Mutex::new(Book::default());
    let adjust = |number: usize| -> Value {
        let say = |word: &str, request: &Value, answer: &Value| {
            book.lock().unwrap().take_down(word, request.clone(), answer.clone());
        };
        let args = json!({ "customer": CUSTOMERS[number % 3], "type": "points", "amount": "5", "reason": "load" });
        tell(&loyalty, &say, Seeded::Nothing, "points.adjust", &format!("k{number}"), args)
    };
    assert!(adjust(0).get("ok").is_some());
    server.disk().unwrap().fill().unwrap();
    let (first, refused) = (1..TRIES).map(|number| (number, adjust(number))).find(|(_, answer)| answer.get("ok").is_none()).unwrap();
    let error = &refused["error"];
    assert_eq!((error["code"].as_str(), error["retry"].as_str()), (Some("storage_failed"), Some("later")), "{refused}");
    assert!(error["message"].as_str().unwrap_or_default().contains("make room on the server"), "{refused}");
    for number in first + 1..first + MORE {
        adjust(number);
    }
    server.disk().unwrap().clear().unwrap();
    let started = Instant::now();
    let mut number = first + MORE;
    while adjust(number).get("ok").is_none() {
        assert!(started.elapsed() < PATIENCE, "it accepts nothing any more");
        thread::sleep(Duration::from_millis(100));
        number += 1;
    }
    let book = book.into_inner().unwrap();
    let counts = format!(
        "{} acknowledged, {} failed, {} unknown while the disk was full",
        book.acknowledged(),
        book.refused("storage_failed") + book.refused("busy"),
        book.refused("outcome_unknown")
    );
    book.check(&loyalty, false).unwrap_or_else(|why| panic!("{kind:?}: {why}; {counts}"));
    for customer in CUSTOMERS {
        verify(&loyalty, customer).unwrap_or_else(|why| panic!("{kind:?}: {why}; {counts}"));
    }
    println!("{kind:?}: {counts}; none lost, none twice");
}

// rule L10
#[test]
fn a_full_mysql_server_does_nothing_half() {
    goes_on_when_there_is_room::<Mariadb>(Kind::Mysql, "a_full_mysql_server_does_nothing_half");
}

// rule L10
#[test]
fn a_full_postgres_server_does_nothing_half() {
    goes_on_when_there_is_room::<Postgres>(Kind::Postgres, "a_full_postgres_server_does_nothing_half");
}
