//! Reports against what every customer and gift card says of itself, after arbitrary histories.

use serde_json::{Value, json};

use crate::account::ACCOUNT;
use crate::id::Slug;
use crate::loyalty::Loyalty;
use crate::memory::Memory;
use crate::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError};
use crate::secret::Secret;

const CUSTOMERS: usize = 7;
const CARDS: usize = 3;
const DAY: i64 = 86_400;

/// A store that, with the mistake, leaves out an account when it is walked over them.
struct Store {
    memory: Memory,
    loses_one: bool,
}

impl Repository for Store {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        let mut answers = self.memory.read(reads)?;
        for (read, rows) in reads.iter().zip(&mut answers) {
            if matches!(read, Read::Scan(scan) if self.loses_one && scan.table == &ACCOUNT && rows.len() > 2) {
                rows.remove(1);
            }
        }
        Ok(answers)
    }
    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.memory.search(search)
    }
    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        self.memory.commit(changes)
    }
}

/// A shop that lives through a history which a number decides.
struct Shop {
    loyalty: Loyalty<Store>,
    seed: u64,
    at: i64,
}

impl Shop {
    fn new(seed: u64, loses_one: bool) -> Self {
        let secret = Secret::new(Slug::new("test").unwrap(), "thirty-two bytes that nobody can guess").unwrap();
        let store = Store { memory: Memory::new(), loses_one };
        let mut shop = Shop { loyalty: Loyalty::new(store).with_secrets(vec![secret]).unwrap(), seed, at: 1_772_000_000 };
        shop.ok(
            "program.set",
            json!({ "program": { "time_zone": "Europe/Vienna", "point_types": [
                { "id": "points", "expiry": { "policy": "days", "days": 60 }, "activation_days": 3, "debt_floor": "-50", "reversal_shortfall": "debt" },
                { "id": "stars", "places": 2, "expiry": { "policy": "inactivity", "period": "days", "count": 90 } },
                { "id": "gift_credit", "kind": "money", "places": 2, "currency": "USD" },
            ] } }),
        );
        for number in 0..CUSTOMERS {
            shop.ok("customer.create", json!({ "id": format!("c-{number}") }));
            shop.ok("membership.enroll", json!({ "customer": format!("c-{number}") }));
        }
        for number in 0..CARDS {
            shop.ok(
                "gift_card.issue",
                json!({ "gift_card": format!("g-{number}"), "type": "gift_credit", "amount": "20", "expires_after_days": 40 * number + 10 }),
            );
        }
        shop
    }

    fn draw(&mut self, below: u64) -> u64 {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.seed >> 33) % below
    }

    fn ask(&self, op: &str, args: &Value) -> Value {
        let at = crate::time::Timestamp::from_micros(self.at * 1_000_000).to_string();
        let context =
            json!({ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": at, "entropy": format!("sixteen bytes {at}") });
        let answer = self.loyalty.execute(&json!({ "op": op, "args": args }).to_string(), &context.to_string());
        serde_json::from_str(&answer).unwrap()
    }

    fn ok(&mut self, op: &str, args: Value) -> Value {
        let answer = self.ask(op, &args);
        assert!(answer["ok"].is_object(), "{op} {args}: {answer}");
        answer["ok"].clone()
    }

    /// One thing that happens, or is refused.
    fn step(&mut self) -> bool {
        self.at += 60 + self.draw(6) as i64 * DAY;
        let customer = format!("c-{}", self.draw(CUSTOMERS as u64));
        let point_type = ["points", "stars"][self.draw(2) as usize];
        let amount = (1 + self.draw(80)).to_string();
        let reason = ["goodwill", "mistake", "complaint"][self.draw(3) as usize];
        let given = json!({ "customer": customer, "type": point_type, "amount": amount });
        let mut more = given.clone();
        let (op, args) = match self.draw(10) {
            0..=2 => ("points.earn", given),
            3 => {
                more["reason"] = reason.into();
                ("points.adjust", more)
            }
            4 => {
                more["amount"] = format!("-{amount}").into();
                more["reason"] = reason.into();
                ("points.adjust", more)
            }
            5 => ("points.spend", given),
            6 => ("points.hold", given),
            7 => (
                "points.reverse",
                json!({ "customer": customer, "entry": format!("{customer}/{point_type}/{}", 1 + self.draw(5)), "reason": reason }),
            ),
            8 => ("gift_card.charge", json!({ "gift_card": format!("g-{}", self.draw(CARDS as u64)), "amount": "3.50" })),
            _ => (
                ["membership.deactivate", "membership.reactivate"][self.draw(2) as usize],
                json!({ "customer": customer, "reason": reason }),
            ),
        };
        self.ask(op, &args)["ok"].is_object()
    }

    /// All pages of a report; the last has everything.
    fn report(&mut self, op: &str, mut args: Value) -> Value {
        args["limit"] = (1 + self.draw(5)).into();
        loop {
            let answer = self.ok(op, args.clone());
            match answer.get("next") {
                Some(next) => args["cursor"] = next.clone(),
                None => return answer,
            }
        }
    }
}

fn hundredths(value: &Value) -> i64 {
    let text = value.as_str().unwrap_or_else(|| panic!("{value}"));
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let sign = if text.starts_with('-') { -1 } else { 1 };
    whole.parse::<i64>().unwrap() * 100 + sign * format!("{part:0<2}").parse::<i64>().unwrap()
}

const PARTS: [&str; 5] = ["active", "pending", "held", "debt", "total"];

/// What all customers and gift cards say of themselves, and what the report says, for each part of a balance.
fn liability(shop: &mut Shop) -> Result<(), String> {
    let report = shop.report("report.liability", json!({}));
    for (point_type, holder) in [("points", "customers"), ("stars", "customers"), ("gift_credit", "gift_cards")] {
        let mut balances = Vec::new();
        if holder == "customers" {
            for number in 0..CUSTOMERS {
                let told = shop.ok("points.balance", json!({ "customer": format!("c-{number}"), "type": point_type }));
                balances.push(told["balances"][0].clone());
            }
        } else {
            for number in 0..CARDS {
                balances.push(shop.ok("gift_card.get", json!({ "gift_card": format!("g-{number}") }))["card"]["balance"].clone());
            }
        }
        let rows = report["outstanding"].as_array().unwrap();
        let row = rows.iter().find(|row| row["type"] == point_type && row["holder"] == holder);
        for part in PARTS {
            let sum: i64 = balances.iter().map(|balance| hundredths(&balance[part])).sum();
            let told = row.map_or(0, |row| hundredths(&row[part]));
            if sum != told {
                return Err(format!("{point_type}: the {part} of all comes to {sum}, the report says {told}"));
            }
            let aged = row.map_or(0, |row| row["ages"].as_array().unwrap().iter().map(|age| age.get(part).map_or(0, hundredths)).sum());
            if part != "debt" && part != "total" && sum != aged {
                return Err(format!("{point_type}: the {part} of all comes to {sum}, by age to {aged}"));
            }
        }
    }
    Ok(())
}

/// The schedules of all customers, month by month, against the report.
fn expiring(shop: &mut Shop) -> Result<(), String> {
    let report = shop.report("report.expiring", json!({ "months": 2 }));
    let now = shop.at;
    for point_type in ["points", "stars"] {
        let mut told = std::collections::BTreeMap::new();
        for row in report["expiring"].as_array().unwrap().iter().filter(|row| row["type"] == point_type) {
            told.extend(
                row["months"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|month| (month["month"].as_str().unwrap().to_owned(), hundredths(&month["amount"]))),
            );
        }
        let zone: crate::time::Zone = "Europe/Vienna".to_owned().try_into().unwrap();
        let first = |at: crate::time::Timestamp| {
            let day = zone.date(at);
            day.minus_days(day.day() - 1)
        };
        let end = first(crate::time::Timestamp::from_micros(now * 1_000_000)).plus_months(2);
        let mut sums = std::collections::BTreeMap::new();
        for number in 0..CUSTOMERS {
            let customer = format!("c-{number}");
            let state = shop.ok("customer.get", json!({ "customer": customer }))["membership"]["state"].clone();
            let schedule = shop.ok("points.expiring", json!({ "customer": customer, "type": point_type }));
            for due in schedule["due"].as_array().unwrap().iter().filter(|_| state != "on_hold") {
                let month = first(due["expires_at"].as_str().unwrap().parse().unwrap());
                if month < end {
                    *sums.entry(month.to_string()).or_insert(0) += hundredths(&due["amount"]);
                }
            }
        }
        if sums != told {
            return Err(format!("{point_type}: {sums:?} lapse, the report says {told:?}"));
        }
    }
    Ok(())
}

/// Given less taken, over the whole time, is what all balances come to; an entry is counted once, whatever the pages.
fn activity(shop: &mut Shop) -> Result<(), String> {
    let liability = shop.report("report.liability", json!({}));
    let mut args = json!({ "from": "2026-01-01T00:00:00Z", "limit": 1 + shop.draw(9) });
    let (mut sums, mut commands) = (std::collections::BTreeMap::<String, i64>::new(), 0);
    loop {
        let page = shop.ok("report.activity", args.clone());
        for row in page["rows"].as_array().unwrap() {
            commands += row["commands"].as_u64().unwrap();
            *sums.entry(format!("{} {}", row["type"], row["holder"])).or_default() += hundredths(&row["given"]) - hundredths(&row["taken"]);
        }
        match page.get("next") {
            Some(next) => args["cursor"] = next.clone(),
            None => break,
        }
    }
    let whole = shop.ok("report.activity", json!({ "from": "2026-01-01T00:00:00Z", "limit": 10_000 }));
    let at_once: u64 = whole["rows"].as_array().unwrap().iter().map(|row| row["commands"].as_u64().unwrap()).sum();
    // A stretch that is shorter than what one account recorded at one instant parts it.
    if commands < at_once {
        return Err(format!("{commands} commands page by page, {at_once} at once"));
    }
    for row in liability["outstanding"].as_array().unwrap() {
        let (told, name) = (hundredths(&row["total"]), format!("{} {}", row["type"], row["holder"]));
        let sum = sums.get(&name).copied().unwrap_or_default();
        if sum != told {
            return Err(format!("{name}: {sum} was given less taken, {told} is outstanding"));
        }
    }
    Ok(())
}

/// Everything that reports must agree with. What lapses by time is written down before activity is asked for, which knows only entries.
fn agrees(seed: u64, loses_one: bool) -> Result<(), String> {
    let mut shop = Shop::new(seed, loses_one);
    let done = (0..60).filter(|_| shop.step()).count();
    assert!(done > 10, "history {seed}: only {done} of 60 steps were done");
    liability(&mut shop)?;
    expiring(&mut shop)?;
    shop.ok("maintenance.run", json!({}));
    activity(&mut shop)
}

// rules L4, L6, L7, L12, L2
#[test]
fn reports_add_up_to_what_every_account_says_of_itself() {
    for seed in 0..40 {
        agrees(seed, false).unwrap_or_else(|why| panic!("history {seed}: {why}"));
    }
}

#[test]
fn an_account_that_is_left_out_is_noticed() {
    assert!((0..5).any(|seed| agrees(seed, true).is_err()), "an account was lost, and the reports are said to agree");
}

// rule L6
#[test]
fn what_has_lapsed_is_no_liability_swept_or_not() {
    let mut shop = Shop::new(1, false);
    shop.ok("points.earn", json!({ "customer": "c-1", "type": "points", "amount": "30" }));
    let total = |shop: &mut Shop| {
        let rows = shop.report("report.liability", json!({}))["outstanding"].clone();
        rows.as_array().unwrap().iter().find(|row| row["type"] == "points").map_or("none".into(), |row| row["total"].clone())
    };
    assert_eq!(total(&mut shop), "30");
    shop.at += 61 * DAY;
    let unswept = total(&mut shop);
    shop.ok("maintenance.run", json!({}));
    assert_eq!((unswept.clone(), total(&mut shop)), (unswept, "none".into()));
}

// rule P7
#[test]
fn customers_who_act_for_themselves_are_one_row_wherever_it_lands() {
    let mut shop = Shop::new(1, false);
    let types = json!([{ "id": "points" }, { "id": "stars", "places": 2 }, { "id": "gift_credit", "kind": "money", "places": 2, "currency": "USD" }]);
    shop.ok("program.set", json!({ "program": { "point_types": types, "customer_rights": ["gift_card.redeem"] } }));
    let from = crate::time::Timestamp::from_micros((shop.at + 1) * 1_000_000).to_string();
    shop.at += 60;
    for number in 0..2 {
        let card = format!("gc-{number}");
        let code = shop.ok("gift_card.issue", json!({ "gift_card": card, "type": "gift_credit", "amount": "5" }))["result"]["code"].clone();
        let id = format!("c-{number}");
        let context = json!({ "actor": { "id": id, "kind": "customer" }, "at": from, "entropy": format!("sixteen bytes of {card}") });
        let request = json!({ "op": "gift_card.redeem", "args": { "customer": id, "code": code } });
        let answer = shop.loyalty.execute(&request.to_string(), &context.to_string());
        assert!(answer.starts_with(r#"{"ok""#), "{answer}");
    }
    shop.at += 60;
    let rows = shop.ok("report.activity", json!({ "from": from }))["rows"].clone();
    let rows: Vec<String> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {} {} {}", row["actor"], row["kind"], row["holder"], row["commands"]))
        .collect();
    assert_eq!(rows, [r#"null "redeem" "customers" 2"#, r#"null "redeem" "gift_cards" 2"#, r#""maria" "load" "gift_cards" 2"#]);
}

#[test]
fn cursors_belong_to_one_question() {
    let mut shop = Shop::new(1, false);
    let refusal = |op: &str, args: Value| {
        let answer = shop.ask(op, &args);
        answer["error"]["details"]["path"].as_str().unwrap_or("done").to_owned()
    };
    for (op, args, path) in [
        ("report.liability", json!({ "limit": 0 }), "args.limit"),
        ("report.liability", json!({ "limit": 2_001 }), "args.limit"),
        ("report.liability", json!({ "cursor": "7b7d" }), "args.cursor"),
        ("report.expiring", json!({ "months": 0 }), "args.months"),
        ("report.expiring", json!({ "months": 121 }), "args.months"),
        ("report.activity", json!({ "from": "2026-01-01T00:00:00Z", "before": "2026-01-01T00:00:00Z" }), "args.before"),
        ("report.activity", json!({ "from": "2026-01-01T00:00:00Z", "cursor": "1.2.3" }), "args.cursor"),
    ] {
        assert_eq!(refusal(op, args.clone()), path, "{op} {args}");
    }
    let next = shop.ok("report.expiring", json!({ "limit": 1 }))["next"].clone();
    let answer = shop.ask("report.expiring", &json!({ "limit": 1, "months": 3, "cursor": next }));
    assert_eq!(answer["error"]["details"]["path"], "args.cursor");
}
