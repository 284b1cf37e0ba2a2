//! Tampering through the repository, of every sort that the entries can show.

use serde_json::{Value as Json, json};

use crate::account::ACCOUNT;
use crate::entry::ENTRY;
use crate::hold::HOLD;
use crate::log::LOG;
use crate::lot::LOT;
use crate::loyalty::Loyalty;
use crate::memory::Memory;
use crate::record::Root;
use crate::repository::{Changes, Read, Repository, Row, Scan, Table, Value, Write};

const AT: &str = "2026-01-20T10:00:00Z";

/// The rows of the one customer in a table.
fn rows(shop: &Loyalty<Memory>, table: &'static Table) -> Vec<Row> {
    let root = Root::customer(&crate::id::CustomerId::new("c").unwrap());
    let scan = Read::Scan(Scan::prefix(table, vec![Value::from(&root)]));
    shop.repository().read(&[scan]).unwrap().remove(0)
}

fn write(shop: &Loyalty<Memory>, writes: Vec<Write>) {
    let changes = Changes { writes, ..Changes::default() };
    assert!(shop.repository().commit(vec![changes]).unwrap()[0].is_ok());
}

fn ask(shop: &Loyalty<Memory>, at: &str, op: &str, args: &Json) -> Json {
    let context = json!({ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": at, "entropy": "sixteen bytes or more" });
    let answer: Json = serde_json::from_str(&shop.execute(&json!({ "op": op, "args": args }).to_string(), &context.to_string())).unwrap();
    assert!(answer["ok"].is_object(), "{op} {args}: {answer}");
    answer["ok"].clone()
}

/// A customer with lots that are active, pending, held and lapsed, a hold open and in part captured, reversals, and debt.
fn shop() -> Loyalty<Memory> {
    let shop = Loyalty::new(Memory::new());
    let program =
        json!({ "point_types": [{ "id": "p", "activation_days": 30, "reversal_shortfall": "debt" }, { "id": "q", "debt_floor": "-9" }] });
    let start = "2026-01-01T10:00:00Z";
    ask(&shop, start, "program.set", &json!({ "program": program }));
    ask(&shop, start, "customer.create", &json!({ "id": "c" }));
    ask(&shop, start, "membership.enroll", &json!({ "customer": "c" }));
    let post = |at: &str, op: &str, more: Json| {
        let mut args = json!({ "customer": "c" });
        args.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        ask(&shop, at, op, &args);
    };
    post(start, "points.adjust", json!({ "type": "q", "amount": "-5", "reason": "because" }));
    post(start, "points.adjust", json!({ "type": "p", "amount": "9", "expires_at": "2026-01-05T00:00:00Z", "reason": "because" }));
    post(
        "2026-01-06T10:00:00Z",
        "points.adjust",
        json!({ "type": "p", "amount": "20", "expires_at": "2026-03-01T00:00:00Z", "reason": "because" }),
    );
    post("2026-01-06T10:00:00Z", "points.earn", json!({ "type": "p", "amount": "7" }));
    post("2026-01-07T10:00:00Z", "points.hold", json!({ "type": "p", "amount": "8", "seconds": 8_640_000 }));
    post("2026-01-07T10:00:00Z", "points.capture", json!({ "hold": "c/p/h1", "amount": "3" }));
    post("2026-01-07T10:00:00Z", "points.reverse", json!({ "entry": "c/p/1", "amount": "4" }));
    post("2026-01-08T10:00:00Z", "points.spend", json!({ "type": "p", "amount": "6" }));
    post("2026-01-08T10:00:00Z", "points.reverse", json!({ "entry": "c/p/7", "amount": "2" }));
    shop
}

fn verify(shop: &Loyalty<Memory>) -> Json {
    ask(shop, AT, "journal.verify", &json!({ "customer": "c" }))
}

/// The column of a table.
fn column(table: &Table, name: &str) -> usize {
    table.columns.iter().position(|column| column.name == name).unwrap()
}

/// What is done to a row.
enum Tamper {
    Add(&'static str, i64),
    Null(&'static str),
    Write(&'static str, &'static str),
    Delete,
}

/// Where a row is found: a table, and a column with its value.
type Found = (&'static Table, &'static str, i64);

fn tamper(shop: &Loyalty<Memory>, (table, name, value): Found, tampers: &[Tamper]) {
    let wanted = Value::Int(value);
    let old = rows(shop, table).into_iter().find(|row| *row.value(column(table, name)) == wanted).expect("a row to tamper with");
    let mut row = old.clone();
    let mut writes = vec![Write::Delete(table, old.key().to_vec())];
    for tamper in tampers {
        match tamper {
            Tamper::Add(name, by) => {
                let Value::Int(number) = &mut row.values[column(table, name)] else { panic!("{name} is no number") };
                *number += by;
            }
            Tamper::Null(name) => row.values[column(table, name)] = Value::Null,
            Tamper::Write(name, text) => row.values[column(table, name)] = Value::Text((*text).to_owned()),
            Tamper::Delete => return write(shop, writes),
        }
    }
    writes.push(Write::Put(row));
    write(shop, writes);
}

// rule L14
#[test]
fn tampering_with_any_part_of_the_books_shows() {
    use Tamper::{Add, Delete, Null, Write};
    assert_eq!(verify(&shop())["difference"], Json::Null);
    assert_eq!(verify(&shop())["sound"], true);
    let p = (&ACCOUNT, "holds", 1);
    let (active, pending, held, lapsed) = ((&LOT, "state", 1), (&LOT, "state", 0), (&LOT, "state", 3), (&LOT, "state", 4));
    let cases: Vec<(Found, Vec<Tamper>, &str)> = vec![
        (p, vec![Delete], "account p"),
        ((&ACCOUNT, "debt", 5), vec![Delete], "account q"),
        ((&ENTRY, "number", 7), vec![Add("reversed", 1)], "reversed"),
        ((&ENTRY, "number", 7), vec![Add("amount", 1)], "entries"),
        ((&ENTRY, "number", 7), vec![Write("reason", "another")], "texts"),
        (lapsed, vec![Add("amount", 1)], "lot p/1"),
        (lapsed, vec![Add("amount", -1)], "lapsed lot p/1"),
        (lapsed, vec![Add("rank", 1)], "lot p/1"),
        (lapsed, vec![Delete], "lapsed lot p/1"),
        (p, vec![Add("earned", 1), Add("spent", 1)], "earned"),
        (p, vec![Add("adjusted", 1), Add("expired", 1)], "adjusted"),
        (p, vec![Add("last_debit_at", -1)], "last debit"),
        (active, vec![Add("since", 1)], "lot p/3"),
        (active, vec![Add("available_from", 1)], "lot p/3"),
        (active, vec![Add("expires_at", 1), Add("rank", 1)], "lot p/3"),
        (active, vec![Add("rank", 1)], "table lot"),
        (active, vec![Add("state", 1), Add("rank", i64::MIN)], "table lot"),
        (pending, vec![Add("rank", -1)], "table lot"),
        (held, vec![Add("rank", 1)], "hold p/1"),
        ((&HOLD, "number", 1), vec![Add("authorized", 1)], "hold p/1"),
        ((&HOLD, "number", 1), vec![Add("captured", -1), Add("released", 1)], "captured"),
        ((&HOLD, "number", 1), vec![Null("due_at")], "open"),
        ((&HOLD, "number", 1), vec![Delete], "holds"),
        (p, vec![Null("due_at")], "due"),
        (p, vec![Add("due_at", 9_000_000_000_000)], "due"),
        ((&LOG, "number", 4), vec![Delete], "number"),
    ];
    for (found, tampers, place) in cases {
        let shop = shop();
        tamper(&shop, found, &tampers);
        let verdict = &verify(&shop);
        assert_eq!(verdict["sound"], false, "{place}");
        let told = verdict["difference"]["place"].as_str().unwrap();
        assert!(told.contains(place), "{place}: {verdict}");
    }
}

// rules L14, K11
#[test]
fn no_text_may_stand_beside_a_salt_that_is_gone() {
    let erased = |texts: &[Tamper]| {
        let shop = shop();
        let mut row = rows(&shop, &LOG).into_iter().find(|row| row.values[column(&LOG, "number")] == Value::Int(3)).unwrap();
        row.values[column(&LOG, "salt")] = Value::Null;
        row.body = String::new();
        write(&shop, vec![Write::Put(row)]);
        tamper(&shop, (&ENTRY, "log_seq", 3), texts);
        verify(&shop)["sound"] == true
    };
    assert!(erased(&[Tamper::Null("reason"), Tamper::Null("comment"), Tamper::Null("note")]));
    assert!(!erased(&[]));
}
