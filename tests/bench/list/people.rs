//! A million customers, the same on every machine, in a file that is made once.

use std::path::{Path, PathBuf};

use loyalty_core::customer::{CUSTOMER, Customer, OptIn, Preferences, Profile};
use loyalty_core::id::{CustomerId, Email, Line, Phone, Slug, Text, fold};
use loyalty_core::membership::State;
use loyalty_core::record::Record;
use loyalty_core::repository::{Changes, ROOT, Repository, RootWrite, Row, Value, Write};
use loyalty_core::schema::TABLES;
use loyalty_core::time::{Date, Timestamp};
use loyalty_sql::{Config, Sqlite};
use rusqlite::Connection;

/// How many there are.
pub const PEOPLE: usize = 1_000_000;
/// Customers in one commit.
const TOGETHER: usize = 5_000;
/// January 1, 2021.
const BEGIN: i64 = 1_609_459_200_000_000;
/// Five years over a million customers.
const STEP: i64 = 157_000_000;
/// Raised when the people change, so that a file of other people is not taken for theirs.
const EDITION: u32 = 1;

const FIRST: [&str; 24] = [
    "Ada", "Zoë", "José", "Björn", "Chloé", "Łukasz", "Mary", "Noah", "Olivia", "Peter", "Quentin", "Renée", "Søren", "Tomás", "Ursula",
    "Vera", "Walter", "Xenia", "Yusuf", "Žofia", "Anna", "Ben", "Clara", "David",
];
const ONSET: [&str; 20] = ["B", "Br", "D", "F", "G", "H", "K", "Kr", "L", "M", "N", "P", "R", "S", "Sch", "St", "T", "V", "W", "Z"];
const MIDDLE: [&str; 12] = ["a", "ä", "e", "i", "o", "ö", "u", "ü", "au", "ei", "é", "ia"];
const CODA: [&str; 20] = [
    "ber", "cker", "dt", "ffmann", "ger", "hl", "kov", "ller", "lsen", "mann", "ndez", "nner", "rg", "rtin", "son", "tz", "vic", "weiler",
    "x", "zki",
];
const STREETS: [&str; 10] =
    ["Rosenweg", "Hauptstraße", "Rue de l’Église", "Main Street", "Mill Lane", "Åvej", "Calle Mayor", "Via Roma", "Elm Drive", "Ring"];
const TOWNS: [&str; 10] = ["Wien", "Köln", "Orléans", "Boston", "York", "Århus", "Málaga", "Torino", "Portland", "Graz"];
const LOCALES: [&str; 6] = ["de-AT", "de-DE", "en-US", "en-GB", "fr-FR", "es-ES"];
const GENDERS: [&str; 4] = ["female", "male", "diverse", "männlich"];

/// Numbers that look random and are the same everywhere: one for each customer and question.
fn draw(number: usize, question: u64, below: u64) -> u64 {
    let mut x = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ question.wrapping_mul(0xd1b5_4a32_d192_ed03);
    for shift in [30, 27, 31] {
        x = (x ^ (x >> shift)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    }
    (x >> 16) % below
}

fn pick<'a>(words: &[&'a str], number: usize, question: u64) -> &'a str {
    words.get(draw(number, question, words.len() as u64) as usize).copied().unwrap_or_default()
}

/// One in `of`.
fn one_in(of: u64, number: usize, question: u64) -> bool {
    draw(number, question, of) == 0
}

fn line(text: &str) -> Line {
    Line::new(text).expect("a line")
}

fn state(number: usize) -> State {
    match draw(number, 1, 1_000) {
        0..=549 => State::Enrolled,
        550..=849 => State::Registered,
        850..=969 => State::Guest,
        970..=979 => State::Unenrolled,
        980..=984 => State::Removed,
        985..=989 => State::OnHold,
        990..=994 => State::Merged,
        _ => State::Deleted,
    }
}

fn profile(number: usize) -> Profile {
    let first = pick(&FIRST, number, 2);
    let last = format!("{}{}{}", pick(&ONSET, number, 3), pick(&MIDDLE, number, 4), pick(&CODA, number, 5));
    let mail =
        format!("{}.{}.{number}@{}", fold(first), fold(&last), pick(&["example.com", "mail.example", "post.example.org"], number, 6));
    let phone = format!("+{} {:03} {:07}", draw(number, 7, 90) + 10, draw(number, 8, 1_000), draw(number, 9, 10_000_000));
    let group = match draw(number, 10, 1_000) {
        0..=9 => Some("vip"),
        10..=59 => Some("wholesale"),
        60 => Some("staff"),
        _ => None,
    };
    let born = Date::new(1940 + draw(number, 11, 65) as i32, 1 + draw(number, 12, 12) as u32, 1 + draw(number, 13, 28) as u32);
    Profile {
        first_name: Some(line(first)),
        last_name: Some(line(&last)),
        email: (!one_in(20, number, 14)).then(|| Email::new(mail).expect("an email")),
        phone: (!one_in(3, number, 15)).then(|| Phone::new(phone).expect("a phone")),
        gender: (!one_in(4, number, 16)).then(|| line(pick(&GENDERS, number, 17))),
        birth_date: born.filter(|_| !one_in(5, number, 18)),
        group: group.map(|group| Slug::new(group).expect("a group")),
        locale: (!one_in(10, number, 19)).then(|| line(pick(&LOCALES, number, 20))),
        ..Profile::default()
    }
}

/// The customer of a number. Ids say nothing of when they were given, as with most hosts.
fn customer(number: usize) -> Customer {
    let id = CustomerId::new(format!("c-{:07}", number * 7_919 % PEOPLE)).expect("an id");
    let at = Timestamp::from_micros(BEGIN + number as i64 * STEP + draw(number, 21, STEP as u64) as i64);
    let mut customer = Customer::new(id, state(number), profile(number), at);
    customer.last_login_at = (!one_in(3, number, 22)).then(|| at.plus_seconds(draw(number, 23, 30_000_000) as i64));
    if !one_in(10, number, 30) {
        let newsletter = OptIn { opted_in: draw(number, 24, 10) < 4, changed_at: at, by: Some("shop".into()), through: None };
        customer.preferences = Preferences { newsletter: Some(newsletter), ..customer.preferences };
    }
    if one_in(500, number, 25) {
        let reason = Text::new("charged back").expect("a reason");
        let blacklisting =
            loyalty_core::customer::Blacklisting { reason, since: at, by: "shop".into(), reason_since: None, emails: Vec::new() };
        customer.blacklisting = Some(blacklisting);
    }
    if !one_in(4, number, 26) {
        let (street, town) = (pick(&STREETS, number, 27), pick(&TOWNS, number, 28));
        customer.address_words = fold(&format!("{street} {} {} {town}", 1 + draw(number, 29, 200), 1_000 + draw(number, 31, 9_000)));
    }
    customer
}

fn changes(number: usize) -> Changes {
    let customer = customer(number);
    let values =
        vec![Value::from(&customer.root()), Value::Int(1), Value::from(customer.created_at), Value::Int(0), Value::from(&[0u8; 32][..])];
    let root = RootWrite { expected: 0, row: Row { table: &ROOT, values, body: String::new() } };
    Changes { roots: vec![root], writes: vec![Write::Insert(customer.to_row())], ..Changes::default() }
}

/// What the file is called: people and columns decide. Indexes do not, the driver makes those that are missing.
fn name() -> String {
    let shape = format!("{EDITION} {PEOPLE} {:?} {:?} {:?}", CUSTOMER.columns, ROOT.columns, CUSTOMER.search);
    let digest = shape.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("customers-{digest:016x}.db")
}

/// The file with all of them, made if it is not there.
pub fn file(folder: &Path) -> PathBuf {
    let done = folder.join(name());
    if !done.exists() {
        let begun = done.with_extension("begun");
        for end in ["begun", "begun-wal", "begun-shm"] {
            let _was_there = std::fs::remove_file(done.with_extension(end));
        }
        fill(&begun);
        std::fs::rename(&begun, &done).expect("a name for the file");
    }
    bring_up_to_date(&done);
    done
}

fn fill(path: &Path) {
    let store = Sqlite::open(Config::new(path), TABLES).expect("a file");
    for first in (0..PEOPLE).step_by(TOGETHER) {
        if first % 50_000 == 0 {
            eprintln!("{first} customers");
        }
        let together = (first..PEOPLE.min(first + TOGETHER)).map(changes).collect();
        assert!(store.commit(together).expect("a commit").iter().all(Result::is_ok));
    }
    drop(store);
    let connection = Connection::open(path).expect("a file");
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("a checkpoint");
}

/// Indexes that are described now and were not then are made; those that are described no more go.
fn bring_up_to_date(path: &Path) {
    drop(Sqlite::open(Config::new(path), TABLES).expect("a file"));
    let connection = Connection::open(path).expect("a file");
    let listed = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'loyalty_customer' AND sql IS NOT NULL";
    let names: Vec<String> =
        connection.prepare(listed).and_then(|mut all| all.query_map([], |row| row.get(0))?.collect()).expect("the indexes");
    let described: Vec<String> = CUSTOMER.indexes.iter().map(|index| format!("loyalty_customer_{}", index.name)).collect();
    for name in names.iter().filter(|name| !described.contains(name)) {
        connection.execute_batch(&format!("DROP INDEX \"{name}\"")).expect("an index that goes");
    }
}
