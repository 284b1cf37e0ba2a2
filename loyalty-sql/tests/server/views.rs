//! The views for accountants, after real operations: word for word what SQLite's show.

use loyalty_core::id::Slug;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::schema::TABLES;
use loyalty_core::secret::Secret;
use loyalty_sql::{Config, Sqlite};

use crate::database::Database;

const PROGRAM: &str = r#"{ "program": { "time_zone": "America/New_York", "events": [],
    "point_types": [
        { "id": "points", "expiry": { "policy": "months", "months": 9 } },
        { "id": "stamps", "kind": "stamps", "expiry": { "policy": "inactivity", "period": "days", "count": 30 } },
        { "id": "gift_credit", "kind": "money", "currency": "USD", "places": 2 }],
    "earning": { "rules": [{ "id": "per-dollar", "type": "points", "points": "1", "per": "1", "full_steps": true }] },
    "rewards": [{ "id": "mug", "gives": { "kind": "product", "sku": "mug-1" } }],
    "status_systems": [{ "id": "tier", "counts": { "source": "earned", "type": "points" }, "keep": { "policy": "years", "years": 1 },
        "statuses": [{ "id": "silver", "threshold": "300" }] }] } }"#;

const ORDER: &str = r#"{ "customer": "anna", "number": "o-1", "placed_at": "1997-01-02T17:00:00Z", "currency": "USD", "channel": "web",
    "lines": [{ "unit_price": "300.75" }], "payments": [{ "id": "p", "amount": "300.75", "status": "paid" }] }"#;

const HISTORY: [(&str, &str, &str); 13] = [
    ("1997-01-01T10:00:00Z", "program.set", PROGRAM),
    ("1997-01-01T17:00:00Z", "customer.create", r#"{ "id": "anna", "first_name": "Anna", "email": "Anna@Example.com" }"#),
    ("1997-01-01T17:00:00Z", "customer.create", r#"{ "id": "c:2", "first_name": "Zoë", "last_name": "O\"Neil\\ % 漢字" }"#),
    ("1997-01-01T17:00:00.250Z", "membership.enroll", r#"{ "customer": "anna" }"#),
    ("1997-01-02T17:00:00Z", "order.record", ORDER),
    ("1997-01-15T17:00:00Z", "points.spend", r#"{ "customer": "anna", "type": "points", "amount": "50", "comment": "Thank you" }"#),
    ("1997-01-16T17:00:00Z", "points.hold", r#"{ "customer": "anna", "type": "points", "amount": "20", "seconds": 31536000 }"#),
    ("1997-02-01T17:00:00Z", "points.adjust", r#"{ "customer": "anna", "type": "stamps", "amount": "3", "reason": "it's due" }"#),
    (
        "1997-02-02T17:00:00Z",
        "points.adjust",
        r#"{ "customer": "anna", "type": "gift_credit", "amount": "12.50", "reason": "x", "note": "n" }"#,
    ),
    ("1997-02-03T17:00:00Z", "points.adjust", r#"{ "customer": "anna", "type": "gift_credit", "amount": "-0.05", "reason": "x" }"#),
    ("1997-02-04T17:00:00Z", "gift_card.issue", CARD),
    ("1997-02-04T17:00:00Z", "reward.grant", r#"{ "customer": "anna", "reward": "mug", "reason": "late" }"#),
    ("1997-02-05T17:00:00Z", "gift_card.redeem", r#"{ "gift_card": "GC-1", "customer": "anna", "amount": "7.01" }"#),
];

const CARD: &str = r#"{ "gift_card": "GC-1", "customer": "c:2", "type": "gift_credit", "amount": "50", "order": "o-9",
    "valid_through": "1997-12-31" }"#;

const QUESTIONS: [&str; 9] = [
    "SELECT * FROM loyalty_customers ORDER BY customer",
    "SELECT * FROM loyalty_orders ORDER BY number",
    "SELECT * FROM loyalty_entries ORDER BY customer, point_type, number",
    "SELECT * FROM loyalty_lots ORDER BY customer, point_type, lot, state",
    "SELECT * FROM loyalty_balances ORDER BY customer, point_type",
    "SELECT * FROM loyalty_statuses ORDER BY customer, status_system",
    "SELECT * FROM loyalty_status_changes ORDER BY customer, status_system, number",
    "SELECT * FROM loyalty_rewards ORDER BY customer, number",
    "SELECT * FROM loyalty_gift_cards ORDER BY gift_card",
];

fn live(loyalty: Loyalty<impl loyalty_core::repository::Repository>) {
    let secret = Secret::new(Slug::new("views").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
    let loyalty = loyalty.with_secrets(vec![secret]).unwrap();
    for (at, op, args) in HISTORY {
        let request = format!(r#"{{ "op": "{op}", "args": {args} }}"#);
        let actor = r#"{ "id": "maria", "kind": "agent", "roles": ["admin"] }"#;
        let context = format!(r#"{{ "actor": {actor}, "at": "{at}", "entropy": "sixteen random bytes" }}"#);
        let answer = loyalty.execute(&request, &context);
        assert!(answer.starts_with(r#"{"ok""#), "{op} {args}: {answer}");
    }
}

/// The rows of a query as SQLite shows them.
fn expected(connection: &rusqlite::Connection, query: &str) -> Vec<String> {
    let mut statement = connection.prepare(query).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query(()).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cell = |column| match row.get::<_, rusqlite::types::Value>(column).unwrap() {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            _ => "-".to_owned(),
        };
        found.push((0..columns).map(cell).collect::<Vec<_>>().join("|"));
    }
    found
}

#[test]
fn views_show_what_those_of_sqlite_show() {
    let Some(database) = Database::new() else { return };
    let path = std::env::temp_dir().join(format!("{}.db", database.name));
    live(Loyalty::new(Sqlite::open(Config::new(&path), TABLES).unwrap()));
    live(Loyalty::new(loyalty_sql::open(&database.config(), TABLES).unwrap()));
    let sqlite = rusqlite::Connection::open(&path).unwrap();
    for question in QUESTIONS {
        let expected = expected(&sqlite, question);
        assert!(!expected.is_empty());
        assert_eq!(database.rows(question), expected, "{question}");
    }
    drop(sqlite);
    std::fs::remove_file(&path).unwrap();

    // Opened again, they are left as they are; one of another release is made anew.
    let steps = "SELECT count(*) FROM loyalty_schema";
    let before = database.rows(steps);
    drop(loyalty_sql::open(&database.config(), TABLES).unwrap());
    assert_eq!(database.rows(steps), before);
    database.run("UPDATE loyalty_schema SET statement = CONCAT(statement, ' ') WHERE statement LIKE 'CREATE VIEW %entries%'");
    drop(loyalty_sql::open(&database.config(), TABLES).unwrap());
    assert_ne!(database.rows(steps), before);
    assert!(!database.rows(QUESTIONS[2]).is_empty());
}
