//! The views for accountants, after real operations: they say what the library's own answers say.

use loyalty_core::context::Context;
use loyalty_core::id::{CustomerId, Id, Slug};
use loyalty_core::loyalty::Loyalty;
use loyalty_core::secret::Secret;
use loyalty_core::{maintenance, points};
use loyalty_sql::{Config, Sqlite};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::folder::Folder;

/// Points that last nine months, stamps that follow the account, money that never lapses.
const PROGRAM: &str = r#"{ "time_zone": "America/New_York", "events": [],
    "point_types": [
        { "id": "points", "expiry": { "policy": "months", "months": 9 } },
        { "id": "stamps", "kind": "stamps", "expiry": { "policy": "inactivity", "period": "days", "count": 30 } },
        { "id": "gift_credit", "kind": "money", "currency": "USD", "places": 2 }],
    "earning": { "rules": [{ "id": "per-dollar", "type": "points", "points": "1", "per": "1", "full_steps": true }] } }"#;

/// A shop with two members and some history.
struct Shop {
    _folder: Folder,
    path: std::path::PathBuf,
    loyalty: Loyalty<Sqlite>,
}

fn context(at: &str) -> Context {
    Context::agent(Id::new("maria").unwrap(), vec![Slug::new("admin").unwrap()], at.parse().unwrap(), "sixteen random bytes")
}

impl Shop {
    fn new(prefix: &str) -> Self {
        let folder = Folder::new();
        let path = folder.fresh();
        let config = Config { prefix: prefix.to_owned(), ..Config::new(&path) };
        let secret = Secret::new(Slug::new("views").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
        let loyalty = Loyalty::new(Sqlite::open(config, loyalty_core::schema::TABLES).unwrap()).with_secrets(vec![secret]).unwrap();
        Shop { _folder: folder, path, loyalty }
    }

    /// Does one operation.
    fn ask(&self, at: &str, op: &str, args: &str) {
        let request = format!(r#"{{ "op": "{op}", "args": {args} }}"#);
        let context = format!(
            r#"{{ "actor": {{ "id": "maria", "kind": "agent", "roles": ["admin"] }}, "at": "{at}", "entropy": "sixteen random bytes" }}"#
        );
        let answer = self.loyalty.execute(&request, &context);
        assert!(answer.starts_with(r#"{"ok""#), "{op} {args}: {answer}");
    }

    fn with_history() -> Self {
        let shop = Shop::new("loyalty_");
        shop.ask("1997-01-01T10:00:00Z", "program.set", &format!(r#"{{ "program": {PROGRAM} }}"#));
        for (id, name) in [("anna", "Anna"), ("c:2", "Zoë")] {
            let args = format!(r#"{{ "id": "{id}", "first_name": "{name}", "email": "{name}@Example.com", "group": null }}"#);
            shop.ask("1997-01-01T17:00:00Z", "customer.create", &args);
            shop.ask("1997-01-01T17:00:00.250Z", "membership.enroll", &format!(r#"{{ "customer": "{id}" }}"#));
        }
        let order = r#"{ "customer": "anna", "number": "o-1", "placed_at": "1997-01-02T17:00:00Z", "currency": "USD", "channel": "web",
            "lines": [{ "unit_price": "300.75" }], "payments": [{ "id": "p", "amount": "300.75", "status": "paid" }] }"#;
        shop.ask("1997-01-02T17:00:00Z", "order.record", order);
        let spend = r#"{ "customer": "anna", "type": "points", "amount": "50", "order": "o-1", "comment": "Thank you" }"#;
        shop.ask("1997-01-15T17:00:00Z", "points.spend", spend);
        let hold = r#"{ "customer": "anna", "type": "points", "amount": "20", "seconds": 31536000 }"#;
        shop.ask("1997-01-16T17:00:00Z", "points.hold", hold);
        for (at, kind, amount) in [
            ("1997-02-01T17:00:00Z", "stamps", "3"),
            ("1997-02-02T17:00:00Z", "gift_credit", "12.50"),
            ("1997-02-03T17:00:00Z", "gift_credit", "-0.05"),
        ] {
            let args =
                format!(r#"{{ "customer": "c:2", "type": "{kind}", "amount": "{amount}", "reason": "it's due", "note": "see ticket 7" }}"#);
            shop.ask(at, "points.adjust", &args);
        }
        shop
    }

    /// The rows of a query, as the shell of SQLite shows them.
    fn rows(&self, select: &str) -> Vec<String> {
        let connection = Connection::open(&self.path).unwrap();
        let mut statement = connection.prepare(select).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query(()).unwrap();
        let mut found = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let cells = (0..columns).map(|column| match row.get_ref(column).unwrap() {
                ValueRef::Null => String::new(),
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
                other => panic!("a view shows neither floats nor bytes: {other:?}"),
            });
            found.push(cells.collect::<Vec<_>>().join("|"));
        }
        found
    }
}

#[test]
fn customers_and_orders_read_like_the_answers() {
    let shop = Shop::with_history();
    let customers = "SELECT customer, state, first_name, email, newsletter, blacklisted, created_at, enrolled_at, state_since, merged_into \
                     FROM loyalty_customers ORDER BY customer";
    assert_eq!(
        shop.rows(customers),
        [
            "anna|enrolled|Anna|Anna@Example.com|0|0|1997-01-01T17:00:00Z|1997-01-01T17:00:00.250000Z|1997-01-01T17:00:00.250000Z|",
            "c:2|enrolled|Zoë|Zoë@Example.com|0|0|1997-01-01T17:00:00Z|1997-01-01T17:00:00.250000Z|1997-01-01T17:00:00.250000Z|",
        ]
    );
    assert_eq!(
        shop.rows("SELECT * FROM loyalty_orders"),
        ["anna|o-1||1997-01-02T17:00:00Z|USD|300.75|1|paid|0|web|1997-01-02T17:00:00Z|300 points|"]
    );
}

// rules R7, R8
#[test]
fn gift_cards_read_like_the_answers_and_only_the_last_four_of_their_codes_are_there() {
    let shop = Shop::with_history();
    for (op, args) in [
        (
            "issue",
            r#"{ "gift_card": "GC-1", "customer": "c:2", "type": "gift_credit", "amount": "50", "order": "o-9", "valid_through": "1997-12-31" }"#,
        ),
        ("charge", r#"{ "gift_card": "GC-1", "amount": "12.34" }"#),
        ("redeem", r#"{ "gift_card": "GC-1", "customer": "anna", "amount": "7" }"#),
        ("issue", r#"{ "gift_card": "GC-2", "type": "gift_credit", "amount": "25", "inactive": true }"#),
        ("block", r#"{ "gift_card": "GC-2", "reason": "lost" }"#),
    ] {
        shop.ask("1997-03-01T17:00:00Z", &format!("gift_card.{op}"), args);
    }
    let cards = "SELECT gift_card, customer, state, point_type, length(last_four), balance, balance_units, active, loaded, spent, redeemed, expired, \
                 order_number, issued_at, expires_at, settled_until FROM loyalty_gift_cards ORDER BY gift_card";
    assert_eq!(
        shop.rows(cards),
        [
            "GC-1|c:2|active|gift_credit|4|30.66|3066|30.66|50.00|12.34|7.00|0.00|o-9|1997-03-01T17:00:00Z|1998-01-01T05:00:00Z|1998-01-01T05:00:00Z",
            "GC-2||blocked|gift_credit|4|25.00|2500|25.00|25.00|0.00|0.00|0.00||1997-03-01T17:00:00Z||",
        ]
    );
}

// rules R1, R4
#[test]
fn rewards_read_as_they_were_issued() {
    let shop = Shop::new("loyalty_");
    let program = r#"{ "point_types": [{ "id": "points", "places": 1 }], "rewards": [
        { "id": "mug", "name": "A mug", "gives": { "kind": "product", "sku": "mug-1" }, "cost": { "type": "points", "amount": "7.5" }, "life_days": 1 },
        { "id": "sorry", "gives": { "kind": "percent_off", "percent": "10" } }] }"#;
    shop.ask("1997-01-01T10:00:00Z", "program.set", &format!(r#"{{ "program": {program} }}"#));
    shop.ask("1997-01-01T17:00:00Z", "customer.create", r#"{ "id": "anna" }"#);
    shop.ask("1997-01-01T17:00:00Z", "membership.enroll", r#"{ "customer": "anna" }"#);
    shop.ask("1997-01-01T17:00:00Z", "points.earn", r#"{ "customer": "anna", "type": "points", "amount": "10" }"#);
    shop.ask("1997-01-02T17:00:00Z", "reward.redeem", r#"{ "customer": "anna", "reward": "mug" }"#);
    shop.ask("1997-01-02T18:00:00Z", "reward.grant", r#"{ "customer": "anna", "reward": "sorry", "reason": "late" }"#);
    shop.ask("1997-01-03T17:00:00Z", "reward.remove", r#"{ "customer": "anna", "id": "anna/r2", "reason": "mistake" }"#);
    assert_eq!(
        shop.rows("SELECT * FROM loyalty_rewards ORDER BY number"),
        [
            "anna|1|mug|A mug|product|outstanding|redeemed|1997-01-02T17:00:00Z|1997-01-03T00:00:00Z||||points|7.5",
            "anna|2|sorry|sorry|percent_off|removed|granted|1997-01-02T18:00:00Z|||1997-01-03T17:00:00Z|||",
        ]
    );
}

// rules L1, L11
#[test]
fn entries_and_lots_are_exact() {
    let shop = Shop::with_history();
    let entries = "SELECT customer, point_type, number, kind, amount, amount_units, balance, effective_at, expires, order_number, rule, \
                   actor, reason, comment, note FROM loyalty_entries ORDER BY customer, point_type, number";
    assert_eq!(
        shop.rows(entries),
        [
            "anna|points|1|earn|300|300|300|1997-01-02T17:00:00Z|1997-10-02T04:00:00Z|o-1|per-dollar|maria|||",
            "anna|points|2|spend|-50|-50|250|1997-01-15T17:00:00Z||o-1||maria||Thank you|",
            "c:2|gift_credit|1|adjust|12.50|1250|12.50|1997-02-02T17:00:00Z|never|||maria|it's due|Manual adjustments|see ticket 7",
            "c:2|gift_credit|2|adjust|-0.05|-5|12.45|1997-02-03T17:00:00Z||||maria|it's due|Manual adjustments|see ticket 7",
            "c:2|stamps|1|adjust|3|3|3|1997-02-01T17:00:00Z|account date|||maria|it's due|Manual adjustments|see ticket 7",
        ]
    );
    let lots = "SELECT customer, point_type, lot, state, amount, since, expires, expires_at, hold FROM loyalty_lots \
                ORDER BY customer, point_type, lot, state";
    assert_eq!(
        shop.rows(lots),
        [
            "anna|points|1|active|230|1997-01-02T17:00:00Z|1997-10-02T04:00:00Z|1997-10-02T04:00:00Z|",
            "anna|points|1|held|20|1997-01-02T17:00:00Z|1997-10-02T04:00:00Z|1997-10-02T04:00:00Z|1",
            "c:2|gift_credit|1|active|12.45|1997-02-02T17:00:00Z|never||",
            "c:2|stamps|1|active|3|1997-02-01T17:00:00Z|account date|1997-03-03T05:00:00Z|",
        ]
    );
}

/// What every sum of the books must come to; no row is a difference.
const DIFFERENCES: &str = "SELECT b.customer, b.point_type, b.balance_units,
    (SELECT sum(e.amount_units) FROM loyalty_entries AS e WHERE e.customer = b.customer AND e.point_type = b.point_type) AS entries,
    (SELECT sum(l.amount_units) FROM loyalty_lots AS l WHERE l.customer = b.customer AND l.point_type = b.point_type
        AND l.state <> 'lapsed') - b.debt_units AS lots
  FROM loyalty_balances AS b WHERE entries <> b.balance_units OR lots <> b.balance_units
    OR active_units + pending_units + held_units - debt_units <> b.balance_units
    OR earned_units + adjusted_units - spent_units - expired_units <> b.balance_units";

// rules L1, L6, L7
#[test]
fn sums_agree_with_balances_before_and_after_the_sweep() {
    let shop = Shop::with_history();
    let balances = "SELECT customer, point_type, balance, active, held, spent, expired, settled_until FROM loyalty_balances \
                    ORDER BY customer, point_type";
    let before = [
        "anna|points|250|230|20|50|0|1997-10-02T04:00:00Z",
        "c:2|gift_credit|12.45|12.45|0.00|0.00|0.00|",
        "c:2|stamps|3|3|0|0|0|1997-03-03T05:00:00Z",
    ];
    assert_eq!(shop.rows(balances), before);
    assert_eq!(shop.rows(DIFFERENCES), Vec::<String>::new());

    // The library's answer is about now, the views are about the last sweep, and `settled_until` says so.
    let now = context("1998-01-01T17:00:00Z");
    let balance = points::Balance {
        customer: CustomerId::new("anna").unwrap(),
        point_type: Some(Slug::new("points").unwrap()),
        as_of: None,
        as_recorded_at: None,
    };
    let answer = shop.loyalty.run(&balance, &now).unwrap().result;
    assert_eq!(answer.balances[0].active.to_string(), "0");
    assert_eq!(shop.rows(balances), before);

    while shop.loyalty.run_batch(&maintenance::Run::default(), &now).unwrap().more {}
    assert_eq!(shop.rows(balances)[0], "anna|points|20|0|20|50|230|1998-01-16T17:00:00Z");
    assert_eq!(shop.rows(balances)[2], "c:2|stamps|0|0|0|0|3|");
    assert_eq!(shop.rows(DIFFERENCES), Vec::<String>::new());
    let lapsed = "SELECT customer, amount, effective_at, recorded_at FROM loyalty_entries WHERE kind = 'expire' ORDER BY customer";
    assert_eq!(
        shop.rows(lapsed),
        ["anna|-230|1997-10-02T04:00:00Z|1998-01-01T17:00:00Z", "c:2|-3|1997-03-03T05:00:00Z|1998-01-01T17:00:00Z"]
    );
    let lots = "SELECT state, amount, lapsed_at FROM loyalty_lots WHERE customer = 'anna' ORDER BY state";
    assert_eq!(shop.rows(lots), ["held|20|", "lapsed|230|1997-10-02T04:00:00Z"]);
}

// rule L1
#[test]
fn a_wrong_balance_shows() {
    let shop = Shop::with_history();
    let raw = Connection::open(&shop.path).unwrap();
    raw.execute("UPDATE loyalty_entry SET amount = amount + 1 WHERE kind = CAST('spend' AS BLOB)", ()).unwrap();
    assert_eq!(shop.rows(DIFFERENCES), ["anna|points|250|251|250"]);
}

#[test]
fn views_carry_the_prefix_and_an_empty_one_works() {
    for prefix in ["", "shop7_"] {
        let shop = Shop::new(prefix);
        shop.ask("1997-01-01T10:00:00Z", "customer.create", r#"{ "id": "anna" }"#);
        assert_eq!(shop.rows(&format!("SELECT customer, state FROM {prefix}customers")), ["anna|registered"], "{prefix}");
        for view in ["entries", "balances", "lots", "orders", "statuses"] {
            assert_eq!(shop.rows(&format!("SELECT * FROM {prefix}{view}")), Vec::<String>::new());
        }
    }
}
