//! Three customers to whom anything happens are merged into one, one after the other, and taken apart again: nothing in between, and what each holds, and every
//! table but those of log and journal, is as it was; anything in between, and no unit of value is lost by the undo (rules G1 to G9). `LOYALTY_CASES` sets the
//! number of pasts (an eightieth of it in memory, a tenth of that on SQLite).

use std::collections::{BTreeMap, BTreeSet};

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{Read, Repository, Row, Scan, Value as Stored};
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::dice::Dice;
use loyalty_tests::golden::engine;
use serde_json::{Value, json};

use crate::merges::Shop;
use crate::number;

/// Who is merged into whom, in this order, and the other way taken apart.
const CHAIN: [[&str; 2]; 2] = [["ada", "cid"], ["bob", "ada"]];
const WHO: [&str; 3] = ["ada", "bob", "cid"];

/// Tables in which what happened is written down, a merge and its undo too; and the accounts, which [`Shop::holdings`] compares, since lots that move are
/// other lots afterwards.
const LOG: [&str; 14] = [
    "root",
    "log",
    "idempotency",
    "refusal",
    "outbox",
    "merge",
    "membership_change",
    "blacklist_change",
    "status_change",
    "subscription_change",
    "account",
    "lot",
    "hold",
    "entry",
];

/// Who is enrolled afresh since does not come apart again.
const AFRESH: &str = "the merge was undone already, or the source was enrolled afresh";

/// What is done on purpose between the merges and their undos: it must be found.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    None,
    /// The survivor's wishlist is set.
    WishedBetween,
    /// The survivor buys something.
    BoughtBetween,
    /// The survivor is given a unit while the undo runs.
    UnitGiven,
}

fn program() -> Value {
    let system = |id: &str, counts: Value, over: Value| {
        let statuses = json!([{ "id": "silver", "threshold": "20", "rewards": ["mug"] }, { "id": "gold", "threshold": "90" }]);
        json!({ "id": id, "counts": counts, "window": over, "statuses": statuses })
    };
    json!({
        "currencies": { "USD": 2 }, "groups": [{ "id": "vip" }],
        "mailing_lists": [{ "id": "offers", "name": "Offers" }, { "id": "news", "name": "News" }],
        "point_types": [
            { "id": "points", "expiry": { "policy": "days", "days": 40 }, "reversal_shortfall": "debt", "debt_floor": "-50", "transferable": true },
            { "id": "miles", "activation_days": 2, "reinstatement_days": 12, "transferable": true },
            { "id": "credit", "kind": "money", "places": 2, "currency": "USD" },
            { "id": "stamps", "kind": "stamps" },
        ],
        "earning": { "rules": [{ "id": "each", "type": "points", "points": "1", "per": "1", "cap_per_period": { "points": "30", "every": "day" } }] },
        "rewards": [{ "id": "mug", "gives": { "kind": "product", "sku": "mug-1" }, "cost": { "type": "points", "amount": "9" }, "stock": 50, "per_customer": 4 }],
        "stamp_cards": [{ "id": "mugs", "type": "stamps", "size": 3, "reward": "mug", "completes": "on_request" }],
        "status_systems": [
            system("spent", json!({ "source": "spend" }), json!({ "over": "rolling", "period": "days", "count": 5 })),
            system("bought", json!({ "source": "orders" }), json!({ "over": "lifetime" })),
            system("earned", json!({ "source": "earned", "type": "points" }), json!({ "over": "calendar_year" })),
        ],
    })
}

/// Anything that can happen to a customer; what is refused is refused.
fn step<R: Repository>(shop: &mut Shop<'_, R>, dice: &mut Dice, done: &mut BTreeSet<&'static str>) {
    let who = dice.one_of(&WHO);
    let small = 1 + dice.below(3);
    let (op, more) = match dice.below(25) {
        0 => ("customer.edit", person(dice)),
        1 => (
            "address.add",
            json!({ "id": format!("at-{small}"), "city": dice.one_of(&["Wien", "Graz"]), "default_shipping": dice.below(2) == 0 }),
        ),
        2 => ("address.edit", json!({ "address": format!("at-{small}"), "city": "Linz" })),
        3 => ("address.remove", json!({ "address": format!("at-{small}") })),
        4 => (
            "payment_method.save",
            json!({ "id": format!("by-{small}"), "token": format!("tok-{}", dice.below(4)), "brand": "Visa", "last_four": "4242" }),
        ),
        5 => (
            "email.set_preferences",
            json!({ "newsletter": dice.below(2) == 0, "lists": { dice.one_of(&["offers", "news"]): dice.below(2) == 0 } }),
        ),
        6 => ("customer.record_login", json!({})),
        7 => ("wishlist.set", json!({ "items": [{ "sku": format!("cd-{small}") }, { "sku": format!("lp-{}", dice.below(3)) }] })),
        8 => ("subscription.record", json!({ "id": format!("{who}-s{small}"), "status": dice.one_of(&["active", "paused"]) })),
        9 => ("ticket.create", json!({ "subject": "a mug", "text": "it broke" })),
        10 => {
            let status = json!({ "system": dice.one_of(&["spent", "bought"]), "status": dice.one_of(&["silver", "gold"]), "valid_through": format!("2026-01-0{}", 3 + dice.below(6)) });
            ("status.assign", status)
        }
        11 => ("reward.redeem", json!({ "reward": "mug" })),
        12 => ("reward.grant", json!({ "reward": "mug", "reason": "x" })),
        13 => ("points.earn", json!({ "type": "stamps", "amount": small.to_string() })),
        14 => ("stamp_card.complete", json!({ "card": "mugs" })),
        15 => ("gift_card.issue", json!({ "gift_card": format!("G-{}", shop.asked), "type": "credit", "amount": "5" })),
        16 | 17 => ("order.record", order(who, format!("{who}-o{}", dice.below(5)), dice)),
        18 => (
            "order.refund",
            json!({ "number": format!("{who}-o{}", dice.below(5)), "refund": format!("r-{}", shop.asked), "lines": [{ "line": "1", "quantity": "1" }] }),
        ),
        19 => ("order.cancel", json!({ "number": format!("{who}-o{}", dice.below(5)) })),
        20 => ("email.unsubscribe_all", json!({})),
        // Bob, who must be enrolled in the end, stays so.
        21 if who != "bob" => {
            (dice.one_of(&["membership.unenroll", "membership.deactivate", "membership.reactivate", "membership.enroll"]), json!({}))
        }
        _ => return shop.step(dice),
    };
    let mut args = json!({ "customer": who });
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    if shop.ask(op, &args)["ok"].is_object() {
        done.insert(op);
    }
}

fn person(dice: &mut Dice) -> Value {
    let mut person = json!({});
    for (field, values) in [
        ("first_name", ["Ada", "Bob", ""]),
        ("email", ["ada@example.com", "bob@example.com", ""]),
        ("phone", ["+43 1 1", "+43 1 2", ""]),
        ("birth_date", ["1990-02-28", "1991-03-01", ""]),
        ("group", ["vip", "vip", ""]),
        ("locale", ["de", "fr", ""]),
    ] {
        if dice.below(3) == 0 {
            let value = dice.one_of(&values);
            person[field] = if value.is_empty() { Value::Null } else { value.into() };
        }
    }
    person
}

fn order(who: &str, number: String, dice: &mut Dice) -> Value {
    let (amount, quantity) = (1 + dice.below(20), 1 + dice.below(3));
    let paid = json!([{ "id": "p-1", "amount": (amount * quantity).to_string(), "status": dice.one_of(&["paid", "paid", "pending"]) }]);
    let lines = json!([{ "sku": "mug", "quantity": quantity.to_string(), "unit_price": amount.to_string() }]);
    json!({ "customer": who, "number": number, "placed_at": "2026-01-01T09:00:00Z", "currency": "USD", "lines": lines, "payments": paid })
}

/// Every row of every table but those of the log, without versions, which only rise.
fn rows<R: Repository>(shop: &Shop<'_, R>) -> BTreeMap<&'static str, Vec<String>> {
    let tables = TABLES.iter().filter(|table| !LOG.contains(&table.name));
    let shown = tables.map(|table| {
        let rows = shop.loyalty.repository().read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap().concat();
        let shown = rows.iter().map(|row| {
            let mut body = if row.body.is_empty() { Value::Null } else { serde_json::from_str(&row.body).unwrap() };
            without_versions(&mut body);
            (!is_nothing(row, &body)).then(|| format!("{:?} {body}", row.values))
        });
        (table.name, shown.flatten().collect())
    });
    shown.collect()
}

/// Whether a row says as much as none: it was written, and what stood in it was taken out again.
fn is_nothing(row: &Row, body: &Value) -> bool {
    let columns = row.values.iter().skip(row.table.key);
    columns.into_iter().all(|column| matches!(column, Stored::Null | Stored::Int(0))) && is_empty(body)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.iter().all(is_empty),
        Value::Object(fields) => fields.iter().all(|(name, value)| ["customer", "day"].contains(&name.as_str()) || is_empty(value)),
        other => *other == json!(0) || *other == json!("0"),
    }
}

/// Versions and the numbers of names only rise.
fn without_versions(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| name != "version" && !name.ends_with("_seq"));
            fields.values_mut().for_each(without_versions);
        }
        Value::Array(values) => values.iter_mut().for_each(without_versions),
        _ => {}
    }
}

type Whole = (BTreeMap<&'static str, Vec<String>>, Vec<Value>);

fn whole<R: Repository>(shop: &mut Shop<'_, R>) -> Result<Whole, String> {
    // What has ended by now ends, before and after.
    shop.done("maintenance.run", &json!({}))?;
    for who in WHO {
        shop.ask("status.evaluate", &json!({ "customer": who }));
    }
    let holdings = WHO.iter().map(|who| shop.holdings(who)).collect::<Result<_, _>>()?;
    Ok((rows(shop), holdings))
}

fn same(before: &Whole, after: &Whole) -> Result<(), String> {
    for (table, rows) in &before.0 {
        let now = &after.0[table];
        if rows != now {
            let gone: Vec<&String> = rows.iter().filter(|row| !now.contains(row)).collect();
            let new: Vec<&String> = now.iter().filter(|row| !rows.contains(row)).collect();
            return Err(format!("the table {table} before: {gone:#?}\nafter: {new:#?}"));
        }
    }
    if before.1 == after.1 { Ok(()) } else { Err(format!("holdings before: {:?}\nafter: {:?}", before.1, after.1)) }
}

/// One past of three customers, and what merges make of it.
fn past<R: Repository>(loyalty: &Loyalty<R>, seed: u64, fault: Fault, done: &mut BTreeSet<&'static str>) -> Result<(), String> {
    let (mut shop, mut dice) = (Shop { loyalty, asked: 0, day: 0 }, Dice(seed));
    shop.done("program.set", &json!({ "program": program() }))?;
    for id in WHO {
        shop.done(
            "customer.create",
            &json!({ "id": id, "state": if id == "cid" && dice.below(2) == 0 { "guest" } else { "registered" } }),
        )?;
        shop.ask("membership.enroll", &json!({ "customer": id }));
    }
    for _ in 0..10 + dice.below(40) {
        step(&mut shop, &mut dice, done);
    }
    for who in ["ada", "cid"] {
        shop.ask("membership.reactivate", &json!({ "customer": who }));
    }
    shop.ask("membership.enroll", &json!({ "customer": "ada" }));
    let before = whole(&mut shop)?;
    merge(&mut shop)?;
    match fault {
        Fault::None | Fault::UnitGiven => {}
        Fault::WishedBetween => drop(shop.done("wishlist.set", &json!({ "customer": "bob", "items": [{ "sku": "new" }] }))?),
        Fault::BoughtBetween => drop(shop.done("order.record", &order("bob", "new".to_owned(), &mut dice))?),
    }
    undo(&mut shop, Fault::None)?;
    same(&before, &whole(&mut shop)?)?;
    // Anything may happen to the three as one, under each of their ids; they come apart with books that add up.
    merge(&mut shop)?;
    for _ in 0..dice.below(30) {
        step(&mut shop, &mut dice, done);
    }
    undo(&mut shop, fault)?;
    for _ in 0..dice.below(10) {
        step(&mut shop, &mut dice, done);
    }
    sound(&mut shop)
}

fn merge<R: Repository>(shop: &mut Shop<'_, R>) -> Result<(), String> {
    for [survivor, source] in CHAIN {
        shop.done("merge.apply", &json!({ "survivor": survivor, "source": source }))?;
    }
    sound(shop)
}

/// Takes the merges back, the newest first; what both have afterwards is what the survivor had before.
fn undo<R: Repository>(shop: &mut Shop<'_, R>, fault: Fault) -> Result<(), String> {
    for [survivor, source] in CHAIN.iter().rev() {
        let before = shop.totals(survivor)?;
        let undone = shop.ask("merge.undo", &json!({ "survivor": survivor, "source": source }));
        if undone["error"]["details"]["reason"] == AFRESH {
            break;
        }
        if undone["ok"].is_null() {
            return Err(format!("{source} out of {survivor}: {undone}"));
        }
        if fault == Fault::UnitGiven {
            shop.done("points.adjust", &json!({ "customer": survivor, "type": "miles", "amount": "1", "reason": "x" }))?;
        }
        let after: Vec<i64> = shop.totals(survivor)?.iter().zip(shop.totals(source)?).map(|(one, other)| one + other).collect();
        if before != after {
            return Err(format!("{before:?} before, {after:?} after the undo"));
        }
    }
    sound(shop)
}

/// The books of each are sound, and every tab of theirs can be read.
fn sound<R: Repository>(shop: &mut Shop<'_, R>) -> Result<(), String> {
    for who in WHO {
        let verdict = shop.done("journal.verify", &json!({ "customer": who }))?;
        if verdict["sound"] != true {
            return Err(format!("the books of {who}: {verdict}"));
        }
        shop.done("customer.details", &json!({ "customer": who }))?;
    }
    Ok(())
}

/// Answers what was done of all that was tried.
fn pasts<R: Repository>(cases: u64, fault: Fault, repository: impl Fn() -> R) -> Result<BTreeSet<&'static str>, String> {
    let (seed, mut done) = (number("LOYALTY_SEED", 1) << 32, BTreeSet::new());
    for case in 0..cases {
        past(&engine(repository()), seed + case, fault, &mut done).map_err(|failure| format!("seed {case}: {failure}"))?;
    }
    Ok(done)
}

// rules G1, G3, G4, G5, G6, G7, G8, G9
#[test]
fn merges_come_apart_into_what_was_there() {
    let cases = number("LOYALTY_CASES", 20_000) / 80;
    let done = pasts(cases, Fault::None, Memory::new).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(done.len() > 22 || cases < 250, "too little is done of what is tried: {done:?}");
}

// rules G1, G3, G4, G5, G6, G7, G8, G9
#[test]
fn merges_on_sqlite_come_apart_into_what_was_there() {
    let cases = number("LOYALTY_CASES", 20_000) / 800;
    pasts(cases, Fault::None, || Sqlite::in_memory(TABLES).unwrap()).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn a_wish_between_merges_and_their_undo_is_found() {
    let found = pasts(20, Fault::WishedBetween, Memory::new).unwrap_err();
    assert!(found.contains("the table wishlist"), "{found}");
}

#[test]
fn an_order_between_merges_and_their_undo_is_found() {
    let found = pasts(20, Fault::BoughtBetween, Memory::new).unwrap_err();
    assert!(found.contains("the table claim"), "{found}");
}

#[test]
fn a_unit_too_many_after_an_undo_is_found() {
    let found = pasts(20, Fault::UnitGiven, Memory::new).unwrap_err();
    assert!(found.contains("after the undo"), "{found}");
}
