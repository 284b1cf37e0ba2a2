//! A shop that has lived: everything in it was done by the engine's own commands.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::OnceLock;

use loyalty_core::id::Slug;
use loyalty_core::limits::ERASED_ROWS_MAX;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::{Read, Repository, Row, Scan};
use loyalty_core::schema::TABLES;
use loyalty_core::secret::Secret;
use loyalty_sql::Sqlite;
use loyalty_sql::copy::{CopyError, Report, Verify, copy};

use crate::folder::Folder;

/// Customers of the shop that most tests move.
const CUSTOMERS: u32 = 400;

/// Commands of the one customer who has more rows than a copy holds at once.
const COMMANDS: u32 = 2_100;

const PROGRAM: &str = r#"{ "program": { "time_zone": "Europe/Vienna", "currencies": { "EUR": 2 }, "point_types": [{ "id": "points" }, { "id": "stamps", "kind": "stamps" },
        { "id": "credit", "kind": "money", "currency": "EUR", "places": 2 }],
    "roles": [{ "id": "admin", "rights": ["customer.*", "membership.*", "points.*", "order.*", "address.*", "payment_method.*",
            "blacklist.*", "subscription.*", "wishlist.*", "status.*", "reward.*", "stamp_card.*", "gift_card.*", "merge.*", "bulk.*", "ticket.*", "impersonation.*", "approval.*", "outbox.*", "maintenance.*", "journal.*", "program.*"] },
        { "id": "support", "rights": ["points.adjust"], "limits": [{ "type": "points", "per_operation": "100", "per_day": "9000", "asks_approval": true }] }],
    "rewards": [{ "id": "mug", "gives": { "kind": "product", "sku": "mug" }, "stock": 5000, "per_customer": 9 }],
    "stamp_cards": [{ "id": "mugs", "type": "stamps", "size": 10, "reward": "mug" }],
    "status_systems": [{ "id": "tier", "counts": { "source": "spend" }, "window": { "over": "rolling", "period": "days", "count": 365 },
        "statuses": [{ "id": "silver", "threshold": "20" }] }],
    "earning": { "rules": [{ "id": "per-euro", "type": "points", "points": "1", "per": "1", "cap_per_period": { "points": "90", "every": "month" } }] } } }"#;

/// An engine that may issue gift cards.
pub(crate) fn engine<R: Repository>(repository: R) -> Loyalty<R> {
    let secret = Secret::new(Slug::new("copy").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
    Loyalty::new(repository).with_secrets(vec![secret]).unwrap()
}

/// A request by someone with a role, with an idempotency key or without.
fn request(op: &str, args: &str, key: Option<&str>) -> String {
    let key = key.map_or_else(String::new, |key| format!(r#", "idempotency_key": "{key}""#));
    format!(r#"{{ "op": "{op}", "args": {args}{key} }}"#)
}

fn context(role: &str, day: u32, entropy: &str) -> String {
    format!(
        r#"{{ "actor": {{ "id": "maria", "kind": "agent", "roles": ["{role}"] }}, "at": "2026-01-{day:02}T10:00:00Z", "entropy": "sixteen bytes and {entropy}" }}"#
    )
}

/// Does things of a day, together.
pub(crate) fn live(loyalty: &Loyalty<impl Repository>, role: &str, day: u32, asks: &[(String, String, Option<String>)]) {
    let requests: Vec<(String, String)> = asks
        .iter()
        .enumerate()
        .map(|(at, (op, args, key))| (request(op, args, key.as_deref()), context(role, day, &format!("{day} {op} {at}"))))
        .collect();
    let texts: Vec<(&str, &str)> = requests.iter().map(|(request, context)| (request.as_str(), context.as_str())).collect();
    let answers: Vec<String> = texts.chunks(500).flat_map(|texts| loyalty.execute_batch(texts)).collect();
    for (answer, (request, _)) in answers.iter().zip(&requests) {
        assert!(answer.starts_with(r#"{"ok""#), "{request}: {answer}");
    }
}

/// One thing, for every customer with a number that is a multiple.
fn each(customers: u32, every: u32, op: &str, args: impl Fn(&str, u32) -> String) -> Vec<(String, String, Option<String>)> {
    let one = |number: u32| {
        let args = args(&format!("c-{number}"), number);
        let key = number.is_multiple_of(2).then(|| format!("{op}-{number}-{every}"));
        (op.to_owned(), args, key)
    };
    (0..customers).filter(|number| number.is_multiple_of(every)).map(one).collect()
}

/// Lets a shop live for a few days.
pub(crate) fn fill(loyalty: &Loyalty<impl Repository>, customers: u32) {
    let owner = |day, asks: &[(String, String, Option<String>)]| live(loyalty, "admin", day, asks);
    let all = |every, op: &str, args: &dyn Fn(&str, u32) -> String| each(customers, every, op, args);
    let of = |c: &str| format!(r#"{{ "customer": "{c}" }}"#);
    let points = |c: &str, amount: &str| format!(r#"{{ "customer": "{c}", "type": "points", "amount": "{amount}""#);
    owner(1, &[("program.set".to_owned(), PROGRAM.to_owned(), None)]);
    owner(
        2,
        &all(1, "customer.create", &|c, n| {
            format!(r#"{{ "id": "{c}", "first_name": "Zoë {n} 漢字", "email": "z.{n}@example.com", "birth_date": "1990-05-05" }}"#)
        }),
    );
    owner(3, &all(1, "membership.enroll", &|c, _| of(c)));
    owner(4, &all(1, "points.earn", &|c, _| points(c, "100") + " }"));
    owner(5, &all(2, "points.earn", &|c, _| points(c, r#"40", "expires_after_days": "5"#).replace(r#""5""#, "5") + " }"));
    owner(
        6,
        &all(3, "order.record", &|c, n| {
            format!(
                r#"{{ "customer": "{c}", "number": "o-{n}", "placed_at": "2026-01-05T00:00:00Z", "currency": "EUR",
            "lines": [{{ "sku": "mug", "quantity": "2", "unit_price": "12.50" }}], "payments": [{{ "id": "p", "amount": "25.00", "status": "paid" }}] }}"#
            )
        }),
    );
    owner(7, &all(2, "points.spend", &|c, _| points(c, "30") + " }"));
    owner(8, &all(4, "points.hold", &|c, _| points(c, "60") + r#", "seconds": 31536000 }"#));
    owner(9, &all(8, "points.capture", &|c, _| format!(r#"{{ "customer": "{c}", "hold": "{c}/points/h1", "amount": "25" }}"#)));
    owner(10, &all(5, "address.add", &|c, _| format!(r#"{{ "customer": "{c}", "id": "home", "lines": ["Gasse 2"], "city": "Wien" }}"#)));
    owner(11, &all(6, "payment_method.save", &|c, _| format!(r#"{{ "customer": "{c}", "id": "card", "token": "tok_1" }}"#)));
    live(loyalty, "support", 12, &all(9, "points.adjust", &|c, _| points(c, "3") + r#", "reason": "it's due" }"#));
    owner(12, &all(10, "subscription.record", &|c, _| format!(r#"{{ "customer": "{c}", "id": "s-1", "status": "active" }}"#)));
    owner(12, &all(12, "wishlist.set", &|c, _| format!(r#"{{ "customer": "{c}", "items": [{{ "sku": "mug" }}] }}"#)));
    owner(12, &all(15, "reward.grant", &|c, _| format!(r#"{{ "customer": "{c}", "reward": "mug", "reason": "sorry" }}"#)));
    owner(12, &all(15, "points.earn", &|c, _| format!(r#"{{ "customer": "{c}", "type": "stamps", "amount": "14" }}"#)));
    owner(
        12,
        &all(20, "gift_card.issue", &|c, n| format!(r#"{{ "gift_card": "GC-{n}", "customer": "{c}", "type": "credit", "amount": "50" }}"#)),
    );
    let file = r#"{ "batch": "b-1", "csv": "customer,amount\nc-0,3\nc-1,3\n", "last": true, "type": "points", "reason": "goodwill",
        "file_plan": "393b2eba633cfba786abf708492318957a4ad8e7d44718e38b5c37b0107564ff" }"#;
    owner(12, &[("bulk.adjust".to_owned(), file.to_owned(), None)]);
    owner(12, &all(16, "ticket.create", &|c, n| format!(r#"{{ "customer": "{c}", "subject": "Häferl {n}", "text": "It broke." }}"#)));
    owner(12, &all(18, "impersonation.start", &|c, _| of(c)));
    for (n, c) in (0..customers).step_by(40).map(|n| (n, format!("c-{n}"))) {
        let above = points(&c, "500") + r#", "reason": "sorry" }"#;
        let asked = loyalty.execute(&request("points.adjust", &above, None), &context("support", 12, &format!("above {n}")));
        assert!(asked.contains("approval_required"), "{asked}");
    }
    owner(13, &all(7, "membership.deactivate", &|c, _| of(c)));
    owner(14, &all(11, "blacklist.set", &|c, _| format!(r#"{{ "customer": "{c}", "on": true, "reason": "fraud" }}"#)));
    // Of those whom nobody has suspended.
    let may_merge = |n: u32| !n.is_multiple_of(7) && !(n + 1).is_multiple_of(7);
    let merge = |n: &u32| format!(r#"{{ "survivor": "c-{}", "source": "c-{n}", "reason": "the same person" }}"#, n + 1);
    let merges: Vec<_> =
        (0..customers).step_by(16).filter(|n| may_merge(*n)).map(|n| ("merge.apply".to_owned(), merge(&n), None)).collect();
    owner(15, &merges);
    owner(15, &[("customer.create".to_owned(), r#"{ "id": "long" }"#.to_owned(), None)]);
    owner(15, &[("membership.enroll".to_owned(), of("long"), None)]);
    let many: Vec<_> =
        (0..COMMANDS).map(|n| ("points.earn".to_owned(), points("long", &n.saturating_add(1).to_string()) + " }", None)).collect();
    many.chunks(500).zip(16..).for_each(|(asks, day)| owner(day, asks));
    // Somebody of whom more is to be erased than fits into one commit.
    owner(20, &[("customer.create".to_owned(), r#"{ "id": "gone" }"#.to_owned(), None)]);
    owner(20, &[("membership.enroll".to_owned(), of("gone"), None)]);
    let many: Vec<_> = (0..ERASED_ROWS_MAX).map(|_| ("points.earn".to_owned(), points("gone", "1") + " }", None)).collect();
    owner(20, &many);
    owner(20, &[("customer.delete".to_owned(), of("gone"), None)]);
    // What is refused is noted; what was taken from the outbox is leased.
    let refused = loyalty.execute(&request("points.spend", &(points("c-1", "1") + " }"), None), &context("support", 21, "no right"));
    assert!(refused.contains("forbidden"), "{refused}");
    let taken = loyalty.execute(&request("outbox.take", r#"{ "lease_seconds": 60, "limit": 20 }"#, None), &context("admin", 22, "post"));
    assert!(taken.starts_with(r#"{"ok""#), "{taken}");
}

/// The file of the shop that has lived, made once.
fn lived() -> &'static PathBuf {
    static LIVED: OnceLock<(Folder, PathBuf)> = OnceLock::new();
    let (_, path) = LIVED.get_or_init(|| {
        let folder = Folder::new();
        let path = folder.fresh();
        fill(&engine(Sqlite::for_loyalty(&path).unwrap()), CUSTOMERS);
        // What stands in the log beside the file would not be copied with it.
        rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        (folder, path)
    });
    path
}

/// A file of its own with the shop that has lived.
pub(crate) fn shop(folder: &Folder) -> PathBuf {
    let path = folder.fresh();
    std::fs::copy(lived(), &path).unwrap();
    path
}

/// All rows of all tables.
pub(crate) fn dump(repository: &dyn Repository) -> Vec<(&'static str, Vec<Row>)> {
    let rows = |table| repository.read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap().concat();
    TABLES.iter().map(|table| (table.name, rows(table))).collect()
}

/// Fails with the first table that differs, without printing all rows of all tables.
pub(crate) fn assert_same(wanted: &dyn Repository, found: &dyn Repository) {
    for ((name, wanted), (_, found)) in dump(wanted).into_iter().zip(dump(found)) {
        assert_eq!(wanted.len(), found.len(), "rows of the table {name}");
        for (wanted, found) in wanted.into_iter().zip(found) {
            assert_eq!(wanted, found, "a row of the table {name}");
        }
    }
}

/// Copies, and nobody watches.
pub(crate) fn moved(from: &dyn Repository, to: &dyn Repository, verify: Verify) -> Result<Report, CopyError> {
    copy(from, to, verify, &mut |_| ControlFlow::Continue(()))
}

/// Copies and verifies all, which must find nothing to complain of.
pub(crate) fn moved_whole(from: &dyn Repository, to: &dyn Repository) -> Report {
    let report = moved(from, to, Verify::All).unwrap();
    assert!(report.is_settled() && report.is_equal(), "{report:?}");
    assert_eq!((report.books.sound, report.books.asked + 2), (report.books.asked, report.roots), "all but the program and the batch");
    assert_same(from, to);
    report
}

/// Not a test: a large shop to measure with, in the file that LOYALTY_SQL_TEST_SHOP names.
#[test]
#[ignore = "makes a shop to measure with"]
fn large() {
    let Ok(path) = std::env::var("LOYALTY_SQL_TEST_SHOP") else { return };
    fill(&engine(Sqlite::for_loyalty(path).unwrap()), 20_000);
}
