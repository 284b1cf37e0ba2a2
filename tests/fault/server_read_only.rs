//! A server that takes no writes for a while: commands are refused with what to do, questions are answered, and afterwards it goes on.

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::Repository;
use loyalty_servers::{Mariadb, PASSWORD, Postgres, Server, USER, required};
use loyalty_tests::store::{Kind, Store, open, rows};
use serde_json::{Value, json};

use crate::killed::child::{again, prepare, verify};

fn adjust<R: Repository>(loyalty: &Loyalty<R>, key: &str) -> Value {
    let args = json!({ "customer": "anna", "type": "points", "amount": "5", "reason": "load" });
    again(loyalty, &json!({ "op": "points.adjust", "args": args, "idempotency_key": key }))
}

/// Tells the server to take no writes, and to take them again.
fn refuses_writes<S: Server>(server: &S, store: &Store, url: &str, tell: impl Fn(bool)) {
    let loyalty = Loyalty::new(open(url));
    prepare(&loyalty);
    assert!(adjust(&loyalty, "k1").get("ok").is_some());
    let before = rows(&*store.another_host());
    tell(true);
    for _ in 0..3 {
        let refused = adjust(&loyalty, "k2");
        let error = &refused["error"];
        assert_eq!((error["code"].as_str(), error["retry"].as_str()), (Some("storage_failed"), Some("later")), "{refused}");
        assert!(error["message"].as_str().unwrap_or_default().contains("takes no writes"), "{refused}");
    }
    verify(&loyalty, "anna").unwrap();
    tell(false);
    assert!(before == rows(&*store.another_host()), "something was written to a server that takes no writes: {}", server.url());
    let is_replayed = |key| adjust(&loyalty, key)["ok"]["replayed"] == json!(true);
    assert_eq!([is_replayed("k1"), is_replayed("k2"), is_replayed("k2")], [true, false, true]);
    verify(&loyalty, "anna").unwrap();
}

// rule L10
#[test]
fn a_mysql_server_that_takes_no_writes_says_so() {
    if !required("a_mysql_server_that_takes_no_writes_says_so") {
        return;
    }
    let server = Mariadb::start().unwrap();
    let store = Store::on(Kind::Mysql, &server.url());
    // Who may do everything may write even now, which the user of a shop may not.
    server.query(&format!("CREATE USER shop IDENTIFIED BY '{PASSWORD}'; GRANT ALL ON `loyalty%`.* TO shop")).unwrap();
    let url = store.url().replace(&format!("//{USER}:"), "//shop:");
    refuses_writes(&server, &store, &url, |on| drop(server.query(&format!("SET GLOBAL read_only = {}", u8::from(on))).unwrap()));
}

// rule L10
#[test]
fn a_postgres_server_that_takes_no_writes_says_so() {
    if !required("a_postgres_server_that_takes_no_writes_says_so") {
        return;
    }
    let server = Postgres::start().unwrap();
    let store = Store::on(Kind::Postgres, &server.url());
    refuses_writes(&server, &store, store.url(), |on| {
        let wanted = if on { "on" } else { "off" };
        server.query(&format!("ALTER SYSTEM SET default_transaction_read_only = {wanted}")).unwrap();
        server.query("SELECT pg_reload_conf()").unwrap();
        while server.query("SHOW default_transaction_read_only").unwrap() != wanted {}
        // Those who are connected hear of it a moment later.
        std::thread::sleep(std::time::Duration::from_millis(300));
    });
}
