//! What a command touches: the engine itself, over a repository that counts.

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use serde_json::{Value, json};

use super::watched::{Asked, Watched};

/// One command of the story, and what it asked of the repository.
pub struct Footprint {
    /// What it shows.
    pub what: &'static str,
    /// What was asked.
    pub asked: Asked,
}

/// A program with a role that has a limit for each day, and one that has none.
fn program() -> Value {
    let rights = ["customer.*", "membership.*", "points.*", "order.*", "blacklist.*", "outbox.*", "maintenance.*", "program.*"];
    json!({
        "name": "Footprints",
        "time_zone": "UTC",
        "currencies": { "USD": 2 },
        "point_types": [{ "id": "points", "name": "Points", "kind": "points", "expiry": { "policy": "months", "months": 9 } }],
        "earning": { "when": "paid", "rules": [{ "id": "one", "type": "points", "points": "1", "per": "1", "full_steps": true }] },
        "roles": [
            { "id": "shop", "rights": rights },
            { "id": "desk", "rights": rights, "limits": [{ "type": "points", "per_day": "1000" }] },
        ],
    })
}

/// The story: what is shown, the role, the operation and its arguments.
fn story() -> Vec<(&'static str, &'static str, &'static str, Value)> {
    let order = json!({
        "customer": "ann", "number": "o-1", "placed_at": "2026-03-01T09:00:00Z", "currency": "USD",
        "lines": [{ "unit_price": "120.00" }], "payments": [{ "id": "1", "amount": "120.00", "status": "paid" }],
    });
    let points = |amount: &str| json!({ "customer": "ann", "type": "points", "amount": amount });
    let mut adjust = points("10");
    adjust["reason"] = "goodwill".into();
    vec![
        ("`customer.create`, with an email", "shop", "customer.create", json!({ "id": "ann", "email": "ann@example.com" })),
        ("`membership.enroll`", "shop", "membership.enroll", json!({ "customer": "ann" })),
        ("`order.record`, a new order that earns", "shop", "order.record", order.clone()),
        ("`order.record`, the same once more", "shop", "order.record", order),
        ("`points.adjust`", "shop", "points.adjust", adjust.clone()),
        ("`points.adjust`, by a role with a limit for each day", "desk", "points.adjust", adjust),
        ("`points.spend`", "shop", "points.spend", points("20")),
        ("`points.hold`", "shop", "points.hold", points("30")),
        ("`points.capture`", "shop", "points.capture", json!({ "customer": "ann", "hold": "ann/points/h1" })),
        ("`customer.edit`, another email", "shop", "customer.edit", json!({ "customer": "ann", "email": "ann@example.org" })),
        ("`points.balance`", "shop", "points.balance", json!({ "customer": "ann" })),
    ]
}

/// Runs the story.
///
/// # Errors
/// When the engine refuses a line of it.
pub fn footprints() -> Result<Vec<Footprint>, String> {
    let loyalty = Loyalty::new(Watched::new(Memory::new()));
    let ask = |number: usize, role: &str, op: &str, args: &Value| {
        let context = json!({
            "actor": { "id": "maria", "kind": "agent", "roles": [role] },
            "at": format!("2026-03-01T10:{number:02}:00Z"),
            "entropy": format!("footprints of number {number:02}"),
        });
        let answer = loyalty.execute(&json!({ "op": op, "args": args }).to_string(), &context.to_string());
        let asked = loyalty.repository().look();
        if answer.starts_with("{\"ok\"") { Ok(asked) } else { Err(format!("{op}: {answer}")) }
    };
    ask(0, "admin", "program.set", &json!({ "program": program() }))?;
    let mut footprints = Vec::new();
    for (number, (what, role, op, args)) in story().into_iter().enumerate() {
        footprints.push(Footprint { what, asked: ask(number + 1, role, op, &args)? });
    }
    Ok(footprints)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_rests_on_one_root_and_a_query_on_nothing() {
        let footprints = footprints().unwrap();
        for footprint in &footprints {
            let is_query = footprint.what == "`points.balance`";
            assert_eq!((footprint.asked.commits, footprint.asked.roots), if is_query { (0, 0) } else { (1, 1) }, "{}", footprint.what);
        }
        // What lies elsewhere than the root: emails, order numbers, and the day of an agent with a limit.
        let of = |what: &str| &footprints.iter().find(|footprint| footprint.what == what).unwrap().asked;
        assert_eq!(of("`customer.create`, with an email").claims, 1);
        assert_eq!(of("`order.record`, a new order that earns").claims, 1);
        assert_eq!(of("`customer.edit`, another email").claims, 2);
        assert_eq!(of("`points.adjust`, by a role with a limit for each day").steps, 1);
        assert_eq!((of("`points.adjust`").claims, of("`points.adjust`").steps), (0, 0));
    }
}
