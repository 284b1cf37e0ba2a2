//! The servers do what tests rely on: they start, keep what they were told, break when they are broken, and stop.

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use loyalty_servers::{Cut, CutProxy, Mariadb, PASSWORD, Postgres, Server, required};

/// MariaDB's client over loopback, at this address.
fn mariadb(url: &str, statement: &str, more: &[&str]) -> Output {
    let port = url.rsplit([':', '/']).nth(1).unwrap();
    let mut client = Command::new("mariadb");
    client.args([
        "--no-defaults",
        "--batch",
        "--skip-column-names",
        "--skip-reconnect",
        // The name in the certificate; without the protocol it would mean the socket.
        "--host=localhost",
        "--protocol=tcp",
        "--user=loyalty",
        "--port",
        port,
    ]);
    client.args(more).args(["--execute", statement, "loyalty"]).env("MYSQL_PWD", PASSWORD).output().unwrap()
}

/// PostgreSQL's client over loopback, at this address with these words after it.
fn psql(url: &str, statement: &str, more: &str) -> Output {
    let mut client = Command::new("psql");
    client
        .args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--command", statement])
        .arg(format!("{url}?{more}"))
        .output()
        .unwrap()
}

fn succeeds(output: &Output) -> bool {
    output.status.success()
}

/// An authority that signed nothing.
fn stranger(authority: &Path) -> String {
    let stranger = authority.with_extension("stranger");
    let request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=stranger", "-keyout", "/dev/null", "-out"];
    assert!(succeeds(&Command::new("openssl").args(request).arg(&stranger).output().unwrap()));
    stranger.display().to_string()
}

/// What is written stands after the server was stopped, and after it was killed.
fn keeps(mut server: impl Server) {
    server.query("CREATE TABLE kept (id INT PRIMARY KEY)").unwrap();
    server.query("INSERT INTO kept VALUES (1)").unwrap();
    server.stop().unwrap();
    server.query("SELECT 1").unwrap_err();
    server.start_again().unwrap();
    server.query("INSERT INTO kept VALUES (2)").unwrap();
    server.kill();
    server.query("SELECT 1").unwrap_err();
    server.start_again().unwrap();
    assert_eq!(server.query("SELECT id FROM kept ORDER BY id").unwrap(), "1\n2");
}

/// A lost reply and a lost request look alike from outside; what stands afterwards differs.
fn cuts(server: &impl Server, client: impl Fn(&str, &str) -> Output) {
    let proxy = CutProxy::to(&server.url()).unwrap();
    let through = proxy.url(&server.url()).unwrap();
    assert!(succeeds(&client(&through, "CREATE TABLE cut (id INT PRIMARY KEY)")));
    assert!(succeeds(&client(&through, "BEGIN; INSERT INTO cut VALUES (1); COMMIT")), "it was cut without being armed");
    for (cut, row) in [(Cut::Reply, 2), (Cut::Request, 3)] {
        proxy.arm(cut);
        assert!(!succeeds(&client(&through, &format!("BEGIN; INSERT INTO cut VALUES ({row}); COMMIT"))), "{cut:?} was not lost");
    }
    assert_eq!(proxy.cuts(), 2);
    assert_eq!(server.query("SELECT id FROM cut ORDER BY id").unwrap(), "1\n2");
}

/// A full disk refuses rows; when there is room again, those that were accepted stand and new ones are.
fn fills<S: Server>() {
    let server = match S::start_on_small_disk(256) {
        Err(why) if why.starts_with("only root") => return eprintln!("left out: {why}"),
        server => server.unwrap(),
    };
    server.query("CREATE TABLE filled (id INT PRIMARY KEY, text VARCHAR(4000))").unwrap();
    // Rows that fit into a page: MariaDB 10.11 ends itself when there is no room for the rest of a longer one.
    let write = |id: u32| {
        let parts: Vec<String> = (0..90).map(|part| format!("MD5('{id} {part}')")).collect();
        server.query(&format!("INSERT INTO filled SELECT {id}, CONCAT({})", parts.join(", ")))
    };
    assert!(write(0).is_ok());
    let disk = server.disk().unwrap();
    disk.fill().unwrap();
    let (count, refused) = (1..10_000).find_map(|id| write(id).err().map(|error| (id, error))).expect("the disk is never full");
    assert!(refused.contains("is full") || refused.contains("No space left"), "{refused}");
    disk.clear().unwrap();
    let started = Instant::now();
    while let Err(error) = write(10_000) {
        assert!(started.elapsed() < Duration::from_secs(60), "it accepts nothing any more: {error}");
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(server.query("SELECT COUNT(*) FROM filled").unwrap(), (count + 1).to_string());
}

#[test]
fn mariadb_is_a_server_like_that_of_a_shop() {
    if !required("mariadb_is_a_server_like_that_of_a_shop") {
        return;
    }
    let server = Mariadb::start().unwrap();
    assert_eq!(server.query("SELECT @@innodb_flush_log_at_trx_commit, @@innodb_doublewrite").unwrap(), "1\t1");
    let tls = |authority: &str| {
        let more = ["--ssl-verify-server-cert", &format!("--ssl-ca={authority}")];
        mariadb(&server.url(), "SHOW STATUS LIKE 'ssl_version'", &more)
    };
    assert!(String::from_utf8_lossy(&tls(&server.authority().display().to_string()).stdout).contains("TLSv1."));
    assert!(!succeeds(&tls(&stranger(&server.authority()))), "a wrong authority was believed");
    assert!(!succeeds(&mariadb(&server.url(), "SELECT 1", &["--password=wrong"])), "a wrong password was believed");
    cuts(&server, |url, statement| mariadb(url, statement, &["--skip-ssl"]));
    keeps(server);
}

#[test]
fn postgres_is_a_server_like_that_of_a_shop() {
    if !required("postgres_is_a_server_like_that_of_a_shop") {
        return;
    }
    let server = Postgres::start().unwrap();
    let durable = "SELECT current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')";
    assert_eq!(server.query(durable).unwrap(), "on|on|on");
    let url = server.url().replace("127.0.0.1", "localhost");
    let tls = |authority: &str| psql(&url, "SELECT ssl FROM pg_stat_ssl", &format!("sslmode=verify-full&sslrootcert={authority}"));
    assert_eq!(tls(&server.authority().display().to_string()).stdout, b"t\n");
    assert!(!succeeds(&tls(&stranger(&server.authority()))), "a wrong authority was believed");
    assert!(!succeeds(&psql(&server.url(), "SELECT 1", "password=wrong")), "a wrong password was believed");
    cuts(&server, |url, statement| psql(url, statement, "sslmode=disable"));
    keeps(server);
}

#[test]
fn a_disk_can_be_full() {
    if required("a_disk_can_be_full") {
        fills::<Mariadb>();
        fills::<Postgres>();
    }
}
