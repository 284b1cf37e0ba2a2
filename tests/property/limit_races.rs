//! Many threads at once on what may happen once, or so often: an agent's limit of a day holds for all of their calls together, and a token lets one in
//! (rules P1, P3, P4).

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::Repository;
use loyalty_core::schema::TABLES;
use loyalty_sql::Sqlite;
use loyalty_tests::golden::engine;
use serde_json::json;

use crate::at_once::{THREADS, ask, at_once, code};
use crate::faulty::{Faulty, Mistake};

/// So many adjustments of ten fit into a day.
const A_DAY: usize = 7;

fn shop<R: Repository>(repository: R) -> Loyalty<R> {
    let shop = engine(repository);
    let program = json!({ "point_types": [{ "id": "points" }], "events": [], "roles": [
        { "id": "admin", "rights": ["customer.*", "membership.*", "points.*", "journal.*", "impersonation.*", "program.*"] },
        { "id": "desk", "rights": ["points.adjust"], "limits": [{ "type": "points", "per_day": (A_DAY * 10).to_string() }] }] });
    for (op, args) in [
        ("program.set", json!({ "program": program })),
        ("customer.create", json!({ "id": "ann" })),
        ("customer.create", json!({ "id": "bob" })),
        ("membership.enroll", json!({ "customer": "ann" })),
        ("membership.enroll", json!({ "customer": "bob" })),
    ] {
        let answer = ask(&shop, ("maria", "admin"), &json!({ "op": op, "args": args }), op);
        assert!(answer["ok"].is_object(), "{op}: {answer}");
    }
    shop
}

/// Rounds in each of which an agent gives ten points sixteen times at once, to two customers: they share the limit and nothing else.
fn days<R: Repository>(shop: &Loyalty<R>, rounds: usize) -> Result<(), String> {
    for round in 0..rounds {
        let name = format!("sam-{round}");
        let answers = at_once(
            shop,
            &|number| {
                let customer = if number % 2 == 0 { "ann" } else { "bob" };
                let args = json!({ "customer": customer, "type": "points", "amount": "10", "reason": "goodwill" });
                (name.clone(), "desk", json!({ "op": "points.adjust", "args": args }))
            },
            &name,
        );
        let count = |wanted: &str| answers.iter().filter(|answer| code(answer) == wanted).count();
        if (count("done"), count("limit_exceeded")) != (A_DAY, THREADS - A_DAY) {
            return Err(format!("{name}: {answers:?}"));
        }
    }
    let given = |customer| {
        let args = json!({ "customer": customer, "type": "points" });
        let balance = ask(shop, ("maria", "admin"), &json!({ "op": "points.balance", "args": args }), "");
        balance["ok"]["balances"][0]["active"].as_str().and_then(|active| active.parse::<usize>().ok()).unwrap_or_default()
    };
    let (given, wanted) = (given("ann") + given("bob"), rounds * A_DAY * 10);
    if given == wanted { Ok(()) } else { Err(format!("{given} were given, {wanted} could be")) }
}

/// Rounds in which sixteen come at once with one token.
fn tokens<R: Repository>(shop: &Loyalty<R>, rounds: usize) -> Result<(), String> {
    for round in 0..rounds {
        let name = format!("token-{round}");
        let started = ask(shop, ("maria", "admin"), &json!({ "op": "impersonation.start", "args": { "customer": "ann" } }), &name);
        let token = started["ok"]["result"]["token"].clone();
        let answers = at_once(
            shop,
            &|_| ("host".to_owned(), "admin", json!({ "op": "impersonation.verify", "args": { "token": token } })),
            &format!("{name}/verify"),
        );
        let count = |wanted: &str| answers.iter().filter(|answer| code(answer) == wanted).count();
        if (count("done"), count("already_used")) != (1, THREADS - 1) {
            return Err(format!("{name}, {started}: {answers:?}"));
        }
    }
    Ok(())
}

// rule P1
#[test]
fn a_limit_of_a_day_holds_for_sixteen_at_once_in_memory() {
    days(&shop(Memory::new()), 40).unwrap();
}

// rule P1
#[test]
fn a_limit_of_a_day_holds_for_sixteen_at_once_on_sqlite() {
    days(&shop(Sqlite::in_memory(TABLES).unwrap()), 20).unwrap();
}

// rule P4
#[test]
fn of_sixteen_with_one_token_in_memory_one_gets_in() {
    tokens(&shop(Memory::new()), 40).unwrap();
}

// rule P4
#[test]
fn of_sixteen_with_one_token_on_sqlite_one_gets_in() {
    tokens(&shop(Sqlite::in_memory(TABLES).unwrap()), 20).unwrap();
}

#[test]
fn a_repository_whose_counters_have_no_bounds_gives_more_in_a_day_and_is_found() {
    assert!(days(&shop(Faulty::new(Mistake::StepsUnbounded)), 200).is_err());
}

#[test]
fn a_repository_that_ignores_versions_lets_more_in_and_is_found() {
    assert!(tokens(&shop(Faulty::new(Mistake::VersionsIgnored)), 200).is_err());
}
