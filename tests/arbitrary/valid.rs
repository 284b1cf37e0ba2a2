//! A shop, and one valid request of every operation.

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::Repository;
use loyalty_tests::golden::engine;
use serde_json::{Value, json};

/// The time of all requests.
pub const AT: &str = "2026-11-22T10:00:00Z";

/// What each operation is asked; a new operation of the catalogue needs a line here.
pub fn requests() -> Vec<(&'static str, Value)> {
    let c = || json!({ "customer": "c" });
    vec![
        (
            "customer.create",
            json!({ "id": "new", "state": "registered", "first_name": "Ann", "email": "ann@example.com", "phone": "+1 555 0100",
            "birth_date": "1990-02-28", "group": "vip", "locale": "de-AT", "time_zone": "Europe/Vienna", "link": "/c/new", "created_at": AT }),
        ),
        (
            "customer.edit",
            json!({ "customer": "c", "first_name": "Eve", "email": null, "phone": "555 0101", "birth_date": "1980-01-01", "group": "vip" }),
        ),
        ("customer.get", c()),
        ("customer.details", json!({ "customer": "c", "tabs": ["profile"], "limit": 10 })),
        ("customer.bundle", c()),
        ("customer.actions", c()),
        (
            "customer.list",
            json!({ "filter": { "not": { "field": "group", "op": "eq", "value": "vip" } }, "search": "eve", "guests": true,
            "sort": "name", "descending": false, "columns": ["name"], "limit": 10 }),
        ),
        (
            "customer.export_csv",
            json!({ "filter": { "field": "group", "op": "eq", "value": "vip" }, "search": "eve", "guests": true, "sort": "name",
            "descending": false, "columns": ["name", "address_city"], "limit": 10 }),
        ),
        (
            "customer.import_csv",
            json!({ "batch": "b-1", "csv": "Their id,Club,City\nz,Gold,Wien\n", "last": true, "preset": "loyalty",
            "columns": { "Their id": "id", "Club": "member", "City": null }, "values": { "Club": { "Gold": "yes" } }, "existing": "update",
            "id_prefix": "x-", "clear_blanks": true, "dates": "mdy", "enroll": "file", "grant": true, "trigger_rewards": true }),
        ),
        ("customer.record_login", json!({ "customer": "c", "logged_in_at": AT })),
        ("customer.assign_group", json!({ "customer": "c", "group": "vip" })),
        ("customer.delete", json!({ "customer": "suspended", "reason": "asked for", "erasure": true })),
        ("customer.export_data", json!({ "customer": "c", "section": "entries", "limit": 10 })),
        (
            "address.add",
            json!({ "customer": "c", "id": "home", "label": "Home", "lines": ["1 Main St"], "city": "Springfield", "country": "US",
            "phone": "555 0102", "default_billing": true, "default_shipping": false }),
        ),
        ("address.edit", json!({ "customer": "c", "address": "a1", "label": null, "lines": ["2 Main St"], "default_billing": true })),
        ("address.remove", json!({ "customer": "c", "address": "a1" })),
        (
            "payment_method.save",
            json!({ "customer": "c", "id": "card", "token": "tok_2", "brand": "Visa", "last_four": "4242", "expiry_month": 12,
            "expiry_year": 2030 }),
        ),
        ("payment_method.remove", json!({ "customer": "c", "payment_method": "m1" })),
        ("email.set_preferences", json!({ "customer": "c", "newsletter": true, "lists": { "news": true }, "through": "page" })),
        ("email.unsubscribe_all", json!({ "customer": "c", "through": "page" })),
        ("blacklist.set", json!({ "customer": "c", "on": true, "reason": "fraud" })),
        ("blacklist.check", json!({ "email": "x@example.com" })),
        ("membership.register", json!({ "customer": "guest", "reason": "because", "comment": "welcome" })),
        ("membership.enroll", json!({ "customer": "registered", "reason": "because", "comment": "welcome" })),
        ("membership.unenroll", json!({ "customer": "c", "reason": "because", "comment": "bye" })),
        ("membership.remove", json!({ "customer": "c", "reason": "because", "comment": "bye" })),
        ("membership.deactivate", json!({ "customer": "c", "reason": "because", "comment": "bye" })),
        ("membership.reactivate", json!({ "customer": "suspended", "reason": "because", "comment": "hello" })),
        ("membership.capabilities", c()),
        ("membership.history", c()),
        (
            "merge.apply",
            json!({ "survivor": "c", "source": "registered", "from_source": ["email"], "reason": "one person", "trigger_rewards": true }),
        ),
        ("merge.undo", json!({ "survivor": "c", "source": "merged" })),
        ("merge.history", c()),
        (
            "points.adjust",
            json!({ "customer": "c", "type": "points", "amount": "5", "reason": "because", "comment": "sorry", "note": "n", "order": "o1",
            "effective_at": AT, "expires_after_days": 30, "never_expires": false }),
        ),
        (
            "points.redate",
            json!({ "customer": "c", "type": "points", "entry": "c/points/1", "ending_after": AT, "reason": "because", "comment": "sorry", "note": "n",
            "valid_through": "2098-01-01", "never_expires": false, "by_policy": false }),
        ),
        (
            "points.reinstate",
            json!({ "customer": "c", "type": "points", "entry": "c/points/3", "amount": "5", "valid_through": "2098-01-01", "never_expires": false,
            "reason": "because", "comment": "sorry", "note": "n" }),
        ),
        (
            "points.earn",
            json!({ "customer": "c", "type": "points", "amount": "5", "order": "o1", "comment": "thanks", "effective_at": AT,
            "valid_through": "2027-01-01" }),
        ),
        ("points.spend", json!({ "customer": "c", "type": "points", "amount": "5", "order": "o1", "comment": "thanks" })),
        ("points.balance", json!({ "customer": "c", "type": "points", "as_of": AT, "as_recorded_at": AT })),
        (
            "points.history",
            json!({ "customer": "c", "type": "points", "kinds": ["adjust"], "from": "2026-01-01T00:00:00Z", "before": AT, "limit": 10 }),
        ),
        ("points.explain", json!({ "customer": "c", "entry": "c/points/1" })),
        ("points.expiring", json!({ "customer": "c", "type": "points" })),
        ("points.hold", json!({ "customer": "c", "type": "points", "amount": "5", "seconds": 60, "order": "o1" })),
        ("points.capture", json!({ "customer": "c", "hold": "c/points/h1", "amount": "5", "order": "o1", "comment": "thanks" })),
        ("points.release", json!({ "customer": "c", "hold": "c/points/h1", "amount": "5" })),
        (
            "points.reverse",
            json!({ "customer": "c", "entry": "c/points/1", "amount": "5", "reason": "because", "comment": "sorry", "note": "n" }),
        ),
        (
            "points.transfer",
            json!({ "customer": "c", "recipient": "friend", "type": "points", "amount": "5", "order": "o1", "reason": "because",
            "comment": "sorry", "note": "n" }),
        ),
        (
            "bulk.adjust",
            json!({ "batch": "b-1", "csv": "customer,amount\nc,5\n", "last": true, "format": "loyalty", "mode": "set", "expected": "7", "type": "points",
            "reason": "r", "comment": "c", "policy": "all_or_nothing", "file_plan": "1257b271760013bb15f44029601170682910cf7e2b45b2a37e8366867cb58816" }),
        ),
        ("bulk.reverse", json!({ "batch": "b-0", "after": 1, "limit": 10, "reason": "r", "comment": "c" })),
        ("bulk.get", json!({ "batch": "b-0" })),
        ("report.liability", json!({ "limit": 10 })),
        ("report.expiring", json!({ "months": 3, "limit": 10 })),
        ("report.activity", json!({ "from": "2026-01-01T00:00:00Z", "before": "2026-12-01T00:00:00Z", "actor": "maria", "limit": 10 })),
        ("maintenance.run", json!({ "limit": 10 })),
        (
            "order.quote",
            json!({ "customer": "c", "placed_at": AT, "currency": "USD", "discount": "1", "shipping": "2", "tax": "0.5", "paid_with_points": "3",
            "lines": [{ "id": "l1", "sku": "s", "category": "books", "quantity": "2", "unit_price": "10", "discount": "1" }] }),
        ),
        (
            "order.record",
            json!({ "customer": "c", "number": "o2", "placed_at": AT, "currency": "USD", "discount": "1", "shipping": "2", "tax": "0.5",
            "lines": [{ "id": "l1", "sku": "s", "category": "books", "quantity": "2", "unit_price": "10", "discount": "1" }],
            "payments": [{ "id": "p1", "method": "card", "amount": "20.5", "status": "paid" }], "fulfilled": true, "channel": "web", "link": "/o/o2" }),
        ),
        (
            "order.refund",
            json!({ "customer": "c", "number": "o1", "refund": "r1", "lines": [{ "line": "1", "quantity": "1" }], "currency": "USD",
            "reason": "because" }),
        ),
        ("order.cancel", json!({ "customer": "c", "number": "o1", "reason": "because" })),
        ("order.claim", json!({ "customer": "c", "number": "g1" })),
        ("payment.update", json!({ "customer": "c", "order": "o1", "payment": "p1", "status": "paid" })),
        ("order.get", json!({ "customer": "c", "number": "o1" })),
        ("order.list", json!({ "customer": "c", "limit": 10 })),
        (
            "subscription.record",
            json!({ "customer": "c", "id": "s1", "status": "active", "started_at": AT, "changed_at": AT, "name": "Box", "next_payment_at": AT, "link": "/s/1" }),
        ),
        ("subscription.list", json!({ "customer": "c", "limit": 10, "cursor": "s0" })),
        ("wishlist.set", json!({ "customer": "c", "items": [{ "sku": "s", "name": "Thing", "added_at": AT }] })),
        ("reward.options", c()),
        ("reward.redeem", json!({ "customer": "c", "reward": "mug" })),
        ("reward.grant", json!({ "customer": "c", "reward": "mug", "reason": "because", "comment": "sorry", "note": "n" })),
        // The code of the reward that is granted in the beginning.
        ("reward.consume", json!({ "code": "4BHY-D0QD-Z8W8-XMP5-CWK7-9SM6-P2QF", "order": "o1" })),
        (
            "reward.remove",
            json!({ "customer": "c", "id": "c/r1", "reason": "because", "give_back": true, "comment": "sorry", "note": "n" }),
        ),
        ("reward.list", json!({ "customer": "c", "state": "outstanding", "limit": 10, "cursor": "c/r2" })),
        ("stamp_card.progress", c()),
        ("stamp_card.complete", json!({ "customer": "c", "card": "mugs" })),
        (
            "status.assign",
            json!({ "customer": "c", "system": "tier", "status": "gold", "lock": "not_lowered", "valid_through": "2027-01-01",
            "trigger_rewards": true, "comment": "sorry", "note": "n" }),
        ),
        ("status.unlock", json!({ "customer": "c", "system": "club", "comment": "sorry", "note": "n" })),
        ("status.evaluate", c()),
        ("status.list", json!({ "customer": "c", "limit": 10 })),
        (
            "gift_card.issue",
            json!({ "gift_card": "g2", "customer": "c", "type": "credit", "amount": "50", "inactive": false, "order": "o1", "recipient": "Bob",
            "recipient_email": "bob@example.com", "message": "For you", "note": "n", "valid_through": "2027-01-01" }),
        ),
        ("gift_card.activate", json!({ "gift_card": "blank", "order": "o1" })),
        ("gift_card.get", json!({ "gift_card": "g1", "customer": "c", "limit": 10, "cursor": 2 })),
        ("gift_card.list", json!({ "customer": "c", "limit": 10, "cursor": "g1" })),
        (
            "gift_card.recharge",
            json!({ "gift_card": "g1", "amount": "5", "order": "o1", "comment": "thanks", "note": "n", "expires_after_days": 30 }),
        ),
        ("gift_card.redeem", json!({ "customer": "c", "gift_card": "g1", "amount": "5", "comment": "thanks" })),
        ("gift_card.charge", json!({ "gift_card": "g1", "amount": "5", "order": "o1", "comment": "thanks" })),
        (
            "gift_card.refund",
            json!({ "gift_card": "g1", "entry": "g:g1/credit/2", "amount": "5", "reason": "because", "comment": "sorry", "note": "n" }),
        ),
        ("gift_card.block", json!({ "gift_card": "g1", "reason": "lost", "note": "n" })),
        ("gift_card.unblock", json!({ "gift_card": "lost", "note": "n" })),
        ("gift_card.deactivate", json!({ "gift_card": "g1", "reason": "lost", "note": "n" })),
        (
            "ticket.create",
            json!({ "customer": "c", "id": "T-8", "subject": "A mug", "text": "It broke.", "from_customer": true, "link": "/t/8" }),
        ),
        ("ticket.reply", json!({ "ticket": "c/t1", "customer": "c", "text": "sorry", "internal": false })),
        ("ticket.receive", json!({ "ticket": "T-9", "customer": "c", "text": "thanks" })),
        ("ticket.close", json!({ "ticket": "c/t1", "customer": "c" })),
        ("ticket.reopen", json!({ "ticket": "T-9", "customer": "c" })),
        ("ticket.get", json!({ "ticket": "c/t1", "customer": "c", "limit": 10, "cursor": 1 })),
        ("ticket.list", json!({ "customer": "c", "state": "open", "limit": 10, "cursor": "c/t1" })),
        ("password.reset", json!({ "email": "nobody@example.com" })),
        // The password and the token that are given in the beginning.
        ("password.verify", json!({ "token": "05BZ-A37Q-57Q9-W1V1-0BRG-QWKR-T0WX", "email": "mailed@example.com" })),
        ("approval.list", json!({ "customer": "c", "state": "open", "limit": 10, "cursor": "a-c78de5a33d7487075357" })),
        ("approval.grant", json!({ "approval": "a-c78de5a33d7487075357", "note": "fine" })),
        ("approval.reject", json!({ "approval": "a-c78de5a33d7487075357", "reason": "no order", "note": "ask again" })),
        ("impersonation.start", json!({ "customer": "c", "reason": "because" })),
        ("impersonation.verify", json!({ "token": "27Y10GKVD986M571FJ6AGWZ4F2C5" })),
        ("outbox.take", json!({ "limit": 10, "lease_seconds": 60 })),
        ("outbox.ack", json!({ "messages": ["c:c/m201"] })),
        ("audit.list", json!({ "customer": "c", "limit": 10 })),
        ("journal.verify", c()),
        ("program.get", json!({})),
        ("program.set", json!({ "program": program() })),
    ]
}

fn program() -> Value {
    let mut roles = json!(loyalty_core::json::tree(&loyalty_core::program::Program::starter()))["roles"].take();
    roles.as_array_mut().unwrap().push(json!({ "id": "desk", "rights": ["points.adjust"],
        "limits": [{ "type": "points", "per_operation": "10", "per_day": "50", "asks_approval": true }] }));
    json!({
        "roles": roles,
        "point_types": [{ "id": "points", "transferable": true, "reinstatement_days": 90 }, { "id": "stamps", "kind": "stamps" },
            { "id": "credit", "kind": "money", "currency": "USD", "places": 2 }], "groups": [{ "id": "vip" }], "mailing_lists": [{ "id": "news" }],
        "earning": { "rules": [{ "id": "rate", "type": "points", "points": "1", "per": "1" }] },
        "rewards": [{ "id": "mug", "name": "A mug", "gives": { "kind": "amount_off", "amount": "5", "currency": "USD" },
            "cost": { "type": "points", "amount": "10" }, "stock": 9, "per_customer": 3, "from": "2026-01-01", "until": "2027-01-01T00:00:00Z",
            "life_days": 30 }],
        "stamp_cards": [{ "id": "mugs", "type": "stamps", "size": 3, "reward": "mug", "slots": [{ "stamp": 2, "reward": "mug" }],
            "completes": "on_request" }],
        "status_systems": [
            { "id": "tier", "counts": { "source": "earned", "type": "points" }, "window": { "over": "rolling", "period": "days", "count": 365 },
                "keep": { "policy": "years", "years": 1 }, "grace_days": 7, "falling": "one_step",
                "statuses": [{ "id": "silver", "threshold": "100" }, { "id": "gold", "threshold": "500", "rewards": ["mug"] }] },
            { "id": "club", "counts": { "source": "manual" }, "statuses": [{ "id": "friend", "threshold": "1" }] },
        ],
    })
}

/// A context: who asks, with which role; a customer has none.
pub fn context(id: &str, kind: &str, role: &str) -> String {
    let roles: Vec<&str> = Some(role).filter(|role| !role.is_empty()).into_iter().collect();
    json!({ "actor": { "id": id, "kind": kind, "roles": roles }, "at": AT, "entropy": "not random at all" }).to_string()
}

/// What is asked of a new shop first: customers in several states, and of `c` one of everything.
pub fn beginning() -> impl Iterator<Item = (String, String)> {
    let customers = ["c", "registered", "suspended"].map(|id| ("customer.create", json!({ "id": id })));
    let others = [
        ("customer.create", json!({ "id": "guest", "state": "guest" })),
        ("membership.enroll", json!({ "customer": "c" })),
        ("membership.deactivate", json!({ "customer": "suspended" })),
        ("customer.create", json!({ "id": "merged" })),
        ("merge.apply", json!({ "survivor": "c", "source": "merged" })),
        ("points.adjust", json!({ "customer": "c", "type": "points", "amount": "100", "reason": "because" })),
        ("points.hold", json!({ "customer": "c", "type": "points", "amount": "20" })),
        ("address.add", json!({ "customer": "c", "lines": ["1 Main St"], "city": "Springfield" })),
        ("payment_method.save", json!({ "customer": "c", "token": "tok_1" })),
        (
            "order.record",
            json!({ "customer": "c", "number": "o1", "placed_at": AT, "currency": "USD", "lines": [{ "unit_price": "3" }],
            "payments": [{ "id": "p1", "amount": "3", "status": "pending" }] }),
        ),
        (
            "order.record",
            json!({ "customer": "guest", "number": "g1", "placed_at": AT, "currency": "USD", "lines": [{ "unit_price": "3" }] }),
        ),
        ("subscription.record", json!({ "customer": "c", "id": "s0", "status": "paused" })),
        ("status.assign", json!({ "customer": "c", "system": "club", "status": "friend" })),
        ("gift_card.issue", json!({ "gift_card": "g1", "customer": "c", "type": "credit", "amount": "50" })),
        ("gift_card.charge", json!({ "gift_card": "g1", "amount": "10" })),
        ("gift_card.issue", json!({ "gift_card": "blank", "type": "credit", "amount": "20", "inactive": true })),
        ("gift_card.issue", json!({ "gift_card": "lost", "customer": "c", "type": "credit", "amount": "20" })),
        ("gift_card.block", json!({ "gift_card": "lost", "reason": "lost" })),
        ("reward.grant", json!({ "customer": "c", "reward": "mug", "reason": "because" })),
        ("points.adjust", json!({ "customer": "c", "type": "stamps", "amount": "3", "reason": "because" })),
        (
            "bulk.adjust",
            json!({ "batch": "b-0", "csv": "customer,amount\nc,5\n", "last": true, "type": "points", "reason": "r", "file_plan": "698140cc834d8083158109d64a6fb817798932ba32cb39b88e2709c745531cbb" }),
        ),
        ("ticket.create", json!({ "customer": "c", "subject": "A mug", "text": "It broke." })),
        ("ticket.create", json!({ "customer": "c", "id": "T-9", "subject": "A mug", "text": "It broke." })),
        ("ticket.close", json!({ "ticket": "T-9" })),
        ("customer.create", json!({ "id": "mailed", "email": "mailed@example.com" })),
        ("password.reset", json!({ "customer": "mailed" })),
        ("impersonation.start", json!({ "customer": "mailed" })),
        ("customer.create", json!({ "id": "friend" })),
        ("membership.enroll", json!({ "customer": "friend" })),
        // It has lapsed, and can be brought back.
        (
            "points.adjust",
            json!({ "customer": "c", "type": "points", "amount": "5", "reason": "because", "effective_at": "2026-10-01T10:00:00Z",
            "expires_after_days": 10 }),
        ),
    ];
    let program = [("program.set", json!({ "program": program() }))];
    let all = program.into_iter().chain(customers).chain(others);
    let above = json!({ "op": "points.adjust", "args": { "customer": "c", "type": "points", "amount": "11", "reason": "because" } });
    let asked = [(above.to_string(), context("sam", "agent", "desk"))];
    all.map(|(op, args)| (json!({ "op": op, "args": args }).to_string(), context("maria", "agent", "admin"))).chain(asked)
}

/// A shop with that beginning.
pub fn open<R: Repository>(repository: R) -> Loyalty<R> {
    let shop = engine(repository);
    for (request, context) in beginning() {
        let answer = shop.execute(&request, &context);
        assert!(answer.starts_with("{\"ok\"") || answer.contains("approval_required"), "{request}: {answer}");
    }
    shop
}
