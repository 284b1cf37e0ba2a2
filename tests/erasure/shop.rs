//! A shop in which every command is used on one person, with canaries in all that it takes.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::{Read, Repository, Scan, Value as Column};
use loyalty_tests::golden::engine;
use serde_json::{Value, json};

use crate::canary::{BORN, COUNTRY, LAST_FOUR, Planter};

/// A shop, and what was asked of it.
pub struct Shop<R: Repository> {
    pub loyalty: Loyalty<R>,
    pub planter: Planter,
    pub used: RefCell<BTreeSet<String>>,
    asked: Cell<u32>,
}

impl<R: Repository> Shop<R> {
    pub fn open(repository: R) -> Self {
        let shop = Shop { loyalty: engine(repository), planter: Planter::default(), used: RefCell::default(), asked: Cell::new(0) };
        shop.plain("program.set", json!({ "program": program() }));
        shop
    }

    /// Asks something, with nothing planted.
    pub fn asks(&self, op: &str, args: &Value) -> Value {
        self.execute(&json!({ "op": op, "args": args }), None)
    }

    fn execute(&self, request: &Value, through: Option<String>) -> Value {
        self.execute_as(&json!({ "id": "maria", "kind": "agent", "roles": ["admin"], "through": through }), request)
    }

    fn execute_as(&self, actor: &Value, request: &Value) -> Value {
        self.asked.set(self.asked.get() + 1);
        let asked = self.asked.get();
        let at = format!("2026-11-22T{:02}:{:02}:{:02}Z", asked / 1_200 % 24, asked / 20 % 60, asked % 20 * 3);
        let context = json!({ "actor": actor, "at": at, "entropy": format!("sixteen bytes and {asked}") });
        serde_json::from_str(&self.loyalty.execute(&request.to_string(), &context.to_string())).unwrap()
    }

    /// Asks for something above the limits of the desk, with canaries in every open field, in the channel and in the key; the id of the request.
    fn wants(&self, op: &str, mut args: Value) -> Value {
        self.planter.plant(op, &mut args);
        let request = json!({ "op": op, "args": args, "idempotency_key": self.planter.word("").trim() });
        let actor = json!({ "id": "sam", "kind": "agent", "roles": ["desk"], "through": self.planter.word("through") });
        let answer = self.execute_as(&actor, &request);
        assert_eq!(answer["error"]["code"], "approval_required", "{request}: {answer}");
        answer["error"]["details"]["approval"].clone()
    }

    /// What waits for approval, is granted and rejected.
    fn waits_for_approval(&self, id: &str, own: &dyn Fn(Value) -> Value) {
        let email = self.plain("customer.get", json!({ "customer": id }))["profile"]["email"].clone();
        let friend = format!("{id}-patron");
        self.plain("customer.create", json!({ "id": friend }));
        for decide in ["approval.grant", "approval.reject", ""] {
            let wanted = self.wants("points.adjust", own(json!({ "type": "points", "amount": "3" })));
            // What is asked for somebody else stays, but for the person's email.
            let told = json!({ "gift_card": format!("{id}-{decide}-asked"), "customer": friend, "type": "credit", "amount": "5", "recipient_email": email });
            let actor = json!({ "id": "sam", "kind": "agent", "roles": ["desk"] });
            let sent = self.execute_as(&actor, &json!({ "op": "gift_card.issue", "args": told }));
            assert_eq!(sent["error"]["code"], "approval_required", "{sent}");
            if !decide.is_empty() {
                self.does(decide, json!({ "approval": wanted }));
                self.plain(decide, json!({ "approval": sent["error"]["details"]["approval"] }));
            }
        }
    }

    /// Does something, with nothing planted.
    pub fn plain(&self, op: &str, args: Value) -> Value {
        let answer = self.asks(op, &args);
        assert!(answer["error"].is_null(), "{op} {args}: {answer}");
        answer["ok"].clone()
    }

    /// Does something with canaries in every open field, in the channel and in the key.
    pub fn does(&self, op: &str, mut args: Value) -> Value {
        self.planter.plant(op, &mut args);
        // A key counts where the request is aimed: those of gift cards and survivors are not the person's alone, and stay.
        let shared = op.starts_with("gift_card.")
            || op.starts_with("merge.")
            || args["customer"].as_str().is_some_and(|giver| giver.ends_with("-friend"));
        let key = if shared { format!("key-{}", self.asked.get()) } else { self.planter.word("").trim().to_owned() };
        let request = json!({ "op": op, "args": args, "idempotency_key": key });
        let answer = self.execute(&request, Some(self.planter.word("through")));
        assert!(answer["error"].is_null(), "{request}: {answer}");
        self.used.borrow_mut().insert(op.to_owned());
        answer["ok"].clone()
    }

    /// Is refused, with canaries.
    fn is_refused(&self, op: &str, mut args: Value) {
        self.planter.plant(op, &mut args);
        let answer = self.execute(&json!({ "op": op, "args": args }), Some(self.planter.word("through")));
        assert!(answer["ok"].is_null(), "{op}: {answer}");
    }

    /// Erases somebody, to the end.
    pub fn erases(&self, id: &str) {
        let receipt = self.plain("customer.delete", json!({ "customer": id, "reason": "asked for", "erasure": true }));
        let mut complete = receipt["result"]["complete"] == true;
        while !complete {
            complete = self.plain("customer.delete", json!({ "customer": id }))["result"]["complete"] == true;
        }
    }

    /// Whether the books and chains of every root are sound.
    pub fn is_sound(&self) {
        let rows =
            self.loyalty.repository().read(&[Read::Scan(Scan::prefix(&loyalty_core::repository::ROOT, Vec::new()))]).unwrap().remove(0);
        for row in rows {
            let Column::Bytes(root) = row.value(0) else { unreachable!() };
            let root = String::from_utf8(root.clone()).unwrap();
            let args = match root.split_once(':').unwrap() {
                ("c", id) => json!({ "customer": id }),
                ("g", number) => json!({ "gift_card": number }),
                _ => continue,
            };
            let verified = self.asks("journal.verify", &args);
            // A row of an import that led to somebody else has a root under the id that it gave, and no customer.
            let is_nobody = ["c:e-", "c:o-"].iter().any(|id| root.starts_with(id)) && verified["error"]["code"] == "not_found";
            assert!(is_nobody || verified["ok"]["sound"] == true, "{root}: {verified}");
        }
    }

    /// What every account has: balances, in smallest units.
    pub fn amounts(&self) -> Vec<Vec<Column>> {
        let scan = Scan::prefix(&loyalty_core::account::ACCOUNT, Vec::new());
        let rows = self.loyalty.repository().read(&[Read::Scan(scan)]).unwrap().remove(0);
        rows.into_iter().map(|row| row.values[..13].to_vec()).collect()
    }

    /// A person to whom everything happens that can happen.
    pub fn lives(&self, id: &str, blacklisted: bool) {
        let own = |more: Value| {
            let mut args = json!({ "customer": id });
            args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            args
        };
        self.does("customer.create", json!({ "id": id, "state": "guest", "birth_date": BORN, "group": "chosen-vip" }));
        for op in ["register", "enroll", "deactivate", "reactivate", "unenroll", "enroll", "remove", "enroll"] {
            self.does(&format!("membership.{op}"), own(json!({})));
        }
        self.asks_for_help(id, &own);
        self.does("blacklist.set", own(json!({ "on": true })));
        self.does("customer.edit", own(json!({})));
        if !blacklisted {
            self.does("blacklist.set", own(json!({ "on": false })));
        }
        self.does("customer.record_login", own(json!({})));
        self.does("customer.assign_group", own(json!({ "group": "chosen-trade" })));
        for address in ["kanary-home", "kanary-gone"] {
            self.does("address.add", own(json!({ "id": address })));
        }
        self.does("address.edit", own(json!({ "address": "kanary-home" })));
        self.does("address.remove", own(json!({ "address": "kanary-gone" })));
        for method in ["kanary-card", "kanary-gone"] {
            self.does("payment_method.save", own(json!({ "id": method, "last_four": LAST_FOUR })));
        }
        self.does("payment_method.remove", own(json!({ "payment_method": "kanary-gone" })));
        self.does("email.set_preferences", own(json!({ "newsletter": true, "lists": { "news": true } })));
        self.does("email.unsubscribe_all", own(json!({})));
        self.does("email.set_preferences", own(json!({ "newsletter": true })));
        self.does("subscription.record", own(json!({ "id": format!("kanary-s-{id}"), "status": "active" })));
        self.does("wishlist.set", own(json!({ "items": [{ "sku": "kanary-sku" }] })));
        self.stands_in_files(id);
        self.moves_value(id, &own);
        self.buys(id, &own);
        self.collects(id, &own);
        self.has_gift_cards(id, &own);
        self.is_given_a_card(id);
        self.waits_for_approval(id, &own);
        self.is_refused("points.spend", own(json!({ "type": "points", "amount": "999999" })));
        self.is_refused("membership.register", own(json!({})));
    }

    fn asks_for_help(&self, id: &str, own: &dyn Fn(Value) -> Value) {
        let ticket = json!({ "ticket": format!("kanary-t-{id}"), "customer": id });
        self.does("ticket.create", own(json!({ "id": format!("kanary-t-{id}") })));
        self.does("ticket.reply", json!({ "ticket": format!("kanary-t-{id}"), "internal": true }));
        for op in ["reply", "receive", "close", "reopen"] {
            self.does(&format!("ticket.{op}"), ticket.clone());
        }
        self.does("password.reset", own(json!({ "email": null })));
        self.does("password.verify", json!({ "token": self.sent(id), "email": null }));
        self.does("password.reset", own(json!({ "email": null })));
        let token = self.does("impersonation.start", own(json!({})))["result"]["token"].clone();
        self.does("impersonation.verify", json!({ "token": token }));
        self.does("impersonation.start", own(json!({})));
    }

    /// The password in the mail that was queued last for somebody.
    fn sent(&self, id: &str) -> String {
        let root = Column::Bytes(format!("c:{id}").into_bytes());
        let rows =
            self.loyalty.repository().read(&[Read::Scan(Scan::prefix(&loyalty_core::message::OUTBOX, vec![root]))]).unwrap().remove(0);
        let words = rows.iter().rev().flat_map(|row| row.body.split(['"', ' ', '\\'])).map(|word| word.trim_start_matches('n'));
        words.into_iter().find(|word| word.matches('-').count() == 6 && word.len() > 30).unwrap().to_owned()
    }

    /// What files say of the person: adjustments, of which one is refused, and an import.
    fn stands_in_files(&self, id: &str) {
        let word = || self.planter.word("");
        let adjustments = format!(
            "customer,email,type,amount,reason,comment,note\n{id},,points,5,{},{},{}\n,{}@nowhere.example,points,5,{},,\n",
            word(),
            word(),
            word(),
            word().trim(),
            word()
        );
        let mut args = json!({ "batch": format!("b-{id}"), "csv": adjustments, "last": true });
        let shown = self.execute(&json!({ "op": "bulk.adjust", "args": args, "preview": true }), None);
        args["file_plan"] = shown["ok"]["file_plan"].clone();
        assert_eq!(self.plain("bulk.adjust", args)["done"], 1);
        let people = format!(
            "id,first_name,birth_date,address_city,address_country,last_login_at\n{id},{},{BORN},{},{COUNTRY},2026-07-19\n",
            word(),
            word()
        );
        let args = json!({ "batch": format!("i-{id}"), "csv": people, "last": true, "existing": "update", "preset": "loyalty" });
        assert_eq!(self.plain("customer.import_csv", args)["counts"]["updated"], 1);
        // By the email, with an id of its own or with none: updated, skipped and refused.
        let email = self.plain("customer.get", json!({ "customer": id }))["profile"]["email"].clone();
        let email = email.as_str().unwrap();
        for (number, existing, outcome) in [(0, "update", "updated"), (1, "skip", "skipped"), (2, "refuse", "refused")] {
            for (from, row) in [("other", format!("o-{id}-{number}")), ("none", String::new())] {
                let people = format!("id,email,first_name,time_zone\n{row},{email},{},Pacific/Chatham\n", word());
                let batch = format!("i-{from}-{number}-{id}");
                let args = json!({ "batch": batch, "csv": people, "last": true, "existing": existing, "preset": "loyalty" });
                assert_eq!(self.plain("customer.import_csv", args)["counts"][outcome], 1);
            }
        }
    }

    fn moves_value(&self, id: &str, own: &dyn Fn(Value) -> Value) {
        let entry = self.does("points.adjust", own(json!({ "type": "points", "amount": "500" })))["result"]["entry"].clone();
        self.does("points.reverse", own(json!({ "entry": entry, "amount": "100" })));
        self.does("points.earn", own(json!({ "type": "points", "amount": "50" })));
        self.does("points.redate", own(json!({ "type": "points", "valid_through": "2098-12-31" })));
        let lapsed =
            json!({ "type": "points", "amount": "4", "effective_at": "2026-01-02T10:00:00Z", "expires_at": "2026-01-03T10:00:00Z" });
        self.does("points.adjust", own(lapsed));
        self.does("points.reinstate", own(json!({ "type": "points", "amount": "3" })));
        self.does("points.spend", own(json!({ "type": "points", "amount": "5" })));
        for end in ["points.capture", "points.release"] {
            let hold = self.does("points.hold", own(json!({ "type": "points", "amount": "7" })))["result"]["id"].clone();
            self.does(end, own(json!({ "hold": hold, "amount": "3" })));
        }
        self.does("status.assign", own(json!({ "system": "club", "status": "chosen-friend" })));
        self.does("status.unlock", own(json!({ "system": "club" })));
        self.does("status.evaluate", own(json!({})));
        assert!(!id.is_empty());
    }

    fn buys(&self, id: &str, own: &dyn Fn(Value) -> Value) {
        let order = |number: &str| {
            json!({ "number": format!("{id}-{number}"), "placed_at": "2026-11-22T00:00:00Z", "currency": "USD",
                "lines": [{ "id": "1", "sku": "kanary-sku", "quantity": "2", "unit_price": "10" }, { "id": "2", "unit_price": "5" }],
                "payments": [{ "id": "p", "amount": "25", "status": "paid" }] })
        };
        for number in ["o1", "o2"] {
            self.does("order.record", own(order(number)));
        }
        self.does("order.refund", own(json!({ "number": format!("{id}-o1"), "refund": "r", "lines": [{ "line": "1", "quantity": "1" }] })));
        self.does("order.cancel", own(json!({ "number": format!("{id}-o2") })));
        self.does("payment.update", own(json!({ "order": format!("{id}-o1"), "payment": "p", "status": "refunded" })));
        // An order that somebody placed as a guest.
        self.plain("customer.create", json!({ "id": format!("{id}-guest"), "state": "guest" }));
        let mut guests = order("o3");
        guests["customer"] = json!(format!("{id}-guest"));
        self.plain("order.record", {
            guests["lines"][0]["sku"] = json!("book");
            guests
        });
        self.does("order.claim", own(json!({ "number": format!("{id}-o3") })));
    }

    fn collects(&self, id: &str, own: &dyn Fn(Value) -> Value) {
        self.does("reward.redeem", own(json!({ "reward": "mug" })));
        let granted = self.does("reward.grant", own(json!({ "reward": "mug" })))["result"]["reward"].clone();
        self.does("reward.consume", json!({ "code": granted["code"] }));
        let granted = self.does("reward.grant", own(json!({ "reward": "mug" })))["result"]["reward"].clone();
        self.does("reward.remove", own(json!({ "id": granted["id"] })));
        self.does("points.adjust", own(json!({ "type": "stamps", "amount": "4" })));
        self.does("stamp_card.complete", own(json!({ "card": "mugs" })));
        assert!(!id.is_empty());
    }

    fn has_gift_cards(&self, id: &str, own: &dyn Fn(Value) -> Value) {
        let card = format!("{id}-card");
        let of = |more: Value| {
            let mut args = json!({ "gift_card": card });
            args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            args
        };
        self.does("gift_card.issue", own(json!({ "gift_card": card, "type": "credit", "amount": "50", "inactive": true })));
        self.does("gift_card.activate", json!({ "gift_card": card, "code": null }));
        self.does("gift_card.recharge", of(json!({ "amount": "5" })));
        self.does("gift_card.redeem", own(of(json!({ "amount": "5", "code": null }))));
        let charged = self.does("gift_card.charge", of(json!({ "amount": "5", "code": null })))["result"]["entry"].clone();
        self.does("gift_card.refund", of(json!({ "entry": charged, "amount": "2" })));
        self.does("gift_card.block", of(json!({})));
        self.does("gift_card.unblock", of(json!({})));
        let gone = format!("{id}-gone");
        self.does("gift_card.issue", own(json!({ "gift_card": gone, "type": "credit", "amount": "5" })));
        self.does("gift_card.deactivate", json!({ "gift_card": gone }));
        // One that belongs to whoever has it, redeemed to the account.
        let bearer = format!("{id}-bearer");
        self.plain("gift_card.issue", json!({ "gift_card": bearer, "type": "credit", "amount": "9" }));
        self.does("gift_card.redeem", own(json!({ "gift_card": bearer, "amount": "4", "code": null })));
    }
}

impl<R: Repository> Shop<R> {
    /// Somebody else gives the person a gift card, by their email.
    fn is_given_a_card(&self, id: &str) {
        let email = self.plain("customer.get", json!({ "customer": id }))["profile"]["email"].clone();
        let (friend, card) = (format!("{id}-friend"), format!("{id}-given"));
        self.plain("customer.create", json!({ "id": friend }));
        self.does(
            "gift_card.issue",
            json!({ "gift_card": card, "customer": friend, "type": "credit", "amount": "5", "recipient_email": email }),
        );
        self.does("gift_card.recharge", json!({ "gift_card": card, "amount": "5" }));
        self.gives_and_is_given_points(id, &friend);
    }

    /// The person gives points to a friend, has some of them back, and is given others.
    fn gives_and_is_given_points(&self, id: &str, friend: &str) {
        self.plain("membership.enroll", json!({ "customer": friend }));
        let gift = |giver: &str, recipient: &str| json!({ "customer": giver, "recipient": recipient, "type": "points", "amount": "5" });
        let given = self.does("points.transfer", gift(id, friend))["result"]["entry"].clone();
        self.does("points.reverse", json!({ "customer": id, "entry": given, "amount": "3" }));
        self.plain("points.earn", json!({ "customer": friend, "type": "points", "amount": "5" }));
        self.does("points.transfer", gift(friend, id));
    }
}

/// A program in which everything is possible, and every command is an event.
fn program() -> Value {
    let all = [
        "customer",
        "address",
        "payment_method",
        "email",
        "blacklist",
        "membership",
        "merge",
        "points",
        "order",
        "payment",
        "subscription",
        "wishlist",
        "reward",
        "stamp_card",
        "status",
        "gift_card",
        "ticket",
        "password",
        "impersonation",
        "approval",
        "bulk",
        "report",
        "maintenance",
        "outbox",
        "audit",
        "journal",
        "program",
    ];
    let rights: Vec<String> = all.iter().map(|noun| format!("{noun}.*")).collect();
    let events: Vec<&String> = rights
        .iter()
        .filter(|right| !["maintenance.*", "outbox.*", "audit.*", "journal.*", "program.*"].contains(&right.as_str()))
        .collect();
    json!({
        "point_types": [{ "id": "points", "transferable": true, "reinstatement_days": 36500 }, { "id": "stamps", "kind": "stamps" }, { "id": "credit", "kind": "money", "currency": "USD", "places": 2 }],
        "groups": [{ "id": "chosen-vip" }, { "id": "chosen-trade" }], "mailing_lists": [{ "id": "news" }],
        "roles": [{ "id": "admin", "rights": rights }, { "id": "desk", "rights": ["points.adjust", "gift_card.*"],
            "limits": [{ "type": "points", "per_operation": "1", "asks_approval": true }, { "type": "credit", "per_operation": "1", "asks_approval": true }] }],
        "events": events,
        "earning": { "rules": [{ "id": "rate", "type": "points", "points": "1", "per": "1" }] },
        "rewards": [{ "id": "mug", "name": "A mug", "gives": { "kind": "product", "sku": "mug" }, "cost": { "type": "points", "amount": "10" } }],
        "stamp_cards": [{ "id": "mugs", "type": "stamps", "size": 3, "reward": "mug", "completes": "on_request" }],
        "status_systems": [
            { "id": "tier", "counts": { "source": "earned", "type": "points" }, "window": { "over": "rolling", "period": "days", "count": 365 },
                "statuses": [{ "id": "chosen-silver", "threshold": "10" }] },
            { "id": "club", "counts": { "source": "manual" }, "statuses": [{ "id": "chosen-friend", "threshold": "1" }] },
        ],
    })
}
