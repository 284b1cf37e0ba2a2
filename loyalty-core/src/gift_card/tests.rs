use serde_json::{Value, json};

use super::*;
use crate::customer::{Create, Details};
use crate::journal::Verify;
use crate::loyalty::Loyalty;
use crate::membership::{Deactivate as PutOnHold, Enroll};
use crate::memory::Memory;
use crate::points;
use crate::program::Program;
use crate::repository::{Read, Repository};
use crate::secret::Secret;
use crate::unit::tests::Stage;

/// A shop with a member, and a card of 50 that was issued to them; with it comes the code.
fn shop() -> (Stage, String) {
    let stage = Stage::with_money();
    stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
    stage.run::<Enroll>(json!({ "customer": "c-1" })).unwrap();
    let card = stage.run::<Issue>(issue("GC-1", json!({ "customer": "c-1", "note": "for the desk" }))).unwrap();
    let code = Code::of(&stage.context.random("gift card", Root::gift_card(&Id::new("GC-1").unwrap()).bytes()).unwrap());
    assert_eq!(card.card.last_four, code.last_four());
    (stage, code.to_string())
}

fn issue(number: &str, more: Value) -> Value {
    with(json!({ "gift_card": number, "type": "gift_credit", "amount": "50" }), more)
}

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

fn card(stage: &Stage, number: &str) -> Activities {
    let verified = stage.run::<Verify>(json!({ "gift_card": number })).unwrap();
    // The stage keeps no log: of the books only the chain is missing.
    assert!(verified.difference.is_none_or(|found| found.place.starts_with("command")), "the books of {number}");
    stage.run::<Get>(json!({ "gift_card": number })).unwrap()
}

fn active(stage: &Stage, number: &str) -> String {
    card(stage, number).card.balance.active.to_string()
}

// rule R7
#[test]
fn a_card_pays_in_parts_and_every_activity_keeps_the_balance_after_it() {
    let (stage, code) = shop();
    let charge = |amount: &str| json!({ "code": code.to_lowercase().replace('-', " "), "amount": amount, "order": "o-1" });
    let first = stage.run::<Charge>(charge("12.50")).unwrap();
    assert_eq!((first.entry.as_str(), first.balance.to_string()), ("g:GC-1/gift_credit/2", "37.50".to_owned()));
    assert_eq!(stage.refusal::<Charge>(charge("37.51")), "insufficient_balance");
    stage.run::<Recharge>(json!({ "gift_card": "GC-1", "amount": "10" })).unwrap();
    stage.run::<Refund>(json!({ "gift_card": "GC-1", "entry": first.entry, "amount": "2.50" })).unwrap();
    let shown = card(&stage, "GC-1");
    let balances: Vec<String> = shown.activities.iter().map(|entry| format!("{} {}", entry.amount, entry.balance)).collect();
    assert_eq!(balances, ["2.50 50.00", "10.00 47.50", "-12.50 37.50", "50.00 50.00"]);
    assert_eq!(stage.refusal::<Refund>(json!({ "gift_card": "GC-1", "entry": first.entry, "amount": "10.01" })), "already_used");
    assert_eq!(stage.refusal::<Refund>(json!({ "gift_card": "GC-1", "entry": "g:GC-1/gift_credit/1" })), "not_eligible");
    assert_eq!(stage.refusal::<Refund>(json!({ "gift_card": "GC-1", "entry": "c-1/gift_credit/1" })), "not_found");
}

// rule R7
#[test]
fn a_wrong_digit_is_told_by_the_checksum_and_an_unknown_code_is_not_found() {
    let (stage, code) = shop();
    let last = if code.ends_with('7') { "8" } else { "7" };
    let wrong = format!("{}{last}", &code[..code.len() - 1]);
    assert_eq!(stage.refusal::<Get>(json!({ "code": wrong })), "invalid_request args.code");
    assert_eq!(stage.refusal::<Get>(json!({ "code": Code::of(&[7; 32]).to_string() })), "not_found");
    assert_eq!(stage.refusal::<Get>(json!({})), "invalid_request args.gift_card");
    assert_eq!(stage.refusal::<Get>(json!({ "code": code, "gift_card": "GC-1" })), "invalid_request args.gift_card");
    assert_eq!(stage.run::<Get>(json!({ "code": code })).unwrap().card.gift_card.as_str(), "GC-1");
}

// rules R7, T7
#[test]
fn a_blocked_card_never_pays_but_takes_refunds() {
    let (stage, _) = shop();
    let charged = stage.run::<Charge>(json!({ "gift_card": "GC-1", "amount": "20" })).unwrap();
    stage.run::<Block>(json!({ "gift_card": "GC-1", "reason": "lost" })).unwrap();
    assert_eq!(stage.refusal::<Charge>(json!({ "gift_card": "GC-1", "amount": "1" })), "blocked");
    assert_eq!(stage.refusal::<Redeem>(json!({ "gift_card": "GC-1", "customer": "c-1" })), "blocked");
    assert_eq!(stage.refusal::<Block>(json!({ "gift_card": "GC-1", "reason": "again" })), "invalid_transition");
    stage.run::<Refund>(json!({ "gift_card": "GC-1", "entry": charged.entry })).unwrap();
    assert_eq!(active(&stage, "GC-1"), "50.00");
    stage.run::<Unblock>(json!({ "gift_card": "GC-1" })).unwrap();
    assert_eq!(stage.refusal::<Unblock>(json!({ "gift_card": "GC-1" })), "invalid_transition");
    stage.run::<Charge>(json!({ "gift_card": "GC-1", "amount": "50" })).unwrap();
}

// rules R7, T7
#[test]
fn an_expired_card_never_pays_and_its_value_lapses_with_or_without_the_sweep() {
    let (mut stage, _) = shop();
    stage.run::<Issue>(issue("GC-2", json!({ "valid_through": "2026-11-30" }))).unwrap();
    let charged = stage.run::<Charge>(json!({ "gift_card": "GC-2", "amount": "20" })).unwrap();
    stage.at("2026-11-30T23:59:59Z");
    assert_eq!(card(&stage, "GC-2").card.state, CardState::Active);
    stage.at("2026-12-01T00:00:00Z");
    let shown = card(&stage, "GC-2").card;
    assert_eq!(
        (shown.state, shown.balance.active.to_string(), shown.balance.expired.to_string()),
        (CardState::Expired, "0.00".into(), "30.00".into())
    );
    assert_eq!(stage.refusal::<Charge>(json!({ "gift_card": "GC-2", "amount": "1" })), "expired");
    assert_eq!(stage.refusal::<Recharge>(json!({ "gift_card": "GC-2", "amount": "1" })), "expired");
    assert_eq!(stage.refusal::<Redeem>(json!({ "gift_card": "GC-2", "customer": "c-1" })), "expired");
    // What comes back has ended: it is in the books, and gone.
    stage.run::<Refund>(json!({ "gift_card": "GC-2", "entry": charged.entry })).unwrap();
    let settle = stage.run::<crate::maintenance::Settle>(json!({ "gift_card": "GC-2" })).unwrap();
    assert_eq!(settle.gift_card.map(String::from), Some("GC-2".to_owned()));
    assert_eq!(active(&stage, "GC-2"), "0.00");
}

// rule R7
#[test]
fn a_card_lasts_as_long_as_the_last_of_its_value() {
    let (mut stage, _) = shop();
    stage.run::<Issue>(issue("GC-2", json!({ "valid_through": "2026-11-30" }))).unwrap();
    stage.run::<Recharge>(json!({ "gift_card": "GC-2", "amount": "5", "valid_through": "2026-12-31" })).unwrap();
    stage.at("2026-12-15T00:00:00Z");
    let shown = card(&stage, "GC-2").card;
    assert_eq!((shown.state, shown.balance.active.to_string()), (CardState::Active, "5.00".into()));
    assert_eq!(String::from(shown.expires), "2027-01-01T00:00:00Z");
}

// rule R7
#[test]
fn a_blank_card_pays_once_it_is_activated() {
    let (stage, _) = shop();
    stage.run::<Issue>(issue("GC-2", json!({ "inactive": true }))).unwrap();
    assert_eq!(stage.refusal::<Charge>(json!({ "gift_card": "GC-2", "amount": "1" })), "invalid_transition");
    stage.run::<Block>(json!({ "gift_card": "GC-2", "reason": "stolen from the shelf" })).unwrap();
    stage.run::<Unblock>(json!({ "gift_card": "GC-2" })).unwrap();
    assert_eq!(card(&stage, "GC-2").card.state, CardState::Inactive);
    assert_eq!(
        stage.run::<Activate>(json!({ "gift_card": "GC-2", "order": "o-9" })).unwrap().texts.order.map(String::from),
        Some("o-9".into())
    );
    assert_eq!(stage.refusal::<Activate>(json!({ "gift_card": "GC-2" })), "invalid_transition");
    stage.run::<Charge>(json!({ "gift_card": "GC-2", "amount": "1" })).unwrap();
}

// rule R7
#[test]
fn a_deactivated_card_is_empty_for_good() {
    let (stage, _) = shop();
    let charged = stage.run::<Charge>(json!({ "gift_card": "GC-1", "amount": "20" })).unwrap();
    let ended = stage.run::<Deactivate>(json!({ "gift_card": "GC-1", "reason": "fraud" })).unwrap();
    assert_eq!(
        (ended.state, ended.balance.active.to_string(), ended.balance.total.to_string()),
        (CardState::Deactivated, "0.00".into(), "0.00".into())
    );
    assert_eq!(stage.refusal::<Recharge>(json!({ "gift_card": "GC-1", "amount": "1" })), "invalid_transition");
    assert_eq!(stage.refusal::<Refund>(json!({ "gift_card": "GC-1", "entry": charged.entry })), "invalid_transition");
    assert_eq!(stage.refusal::<Unblock>(json!({ "gift_card": "GC-1" })), "invalid_transition");
    assert_eq!(stage.refusal::<Deactivate>(json!({ "gift_card": "GC-1", "reason": "again" })), "invalid_transition");
    let kinds: Vec<_> = card(&stage, "GC-1").activities.iter().map(|entry| entry.kind.name()).collect();
    assert_eq!(kinds, ["forfeit", "spend", "load"]);
}

// rules R7, R8
#[test]
fn what_is_redeemed_moves_to_the_account_with_the_ends_it_had() {
    let (stage, code) = shop();
    stage.run::<Recharge>(json!({ "gift_card": "GC-1", "amount": "5", "valid_through": "2026-12-31" })).unwrap();
    let part = stage.run::<Redeem>(json!({ "code": code, "customer": "c-1", "amount": "7" })).unwrap();
    assert_eq!((part.amount.to_string(), part.balance.to_string(), part.credits.len()), ("7.00".into(), "48.00".into(), 2));
    let all = stage.run::<Redeem>(json!({ "gift_card": "GC-1", "customer": "c-1" })).unwrap();
    assert_eq!(all.amount.to_string(), "48.00");
    assert_eq!(stage.refusal::<Redeem>(json!({ "gift_card": "GC-1", "customer": "c-1" })), "already_used");
    // What went to an account is no charge: refunded, there would be twice as much.
    assert_eq!(stage.refusal::<Refund>(json!({ "gift_card": "GC-1", "entry": all.entry })), "not_eligible");
    assert_eq!(stage.refusal::<points::Reverse>(json!({ "customer": "c-1", "entry": part.credits[0] })), "not_eligible");
    let due = stage.run::<points::Expiring>(json!({ "customer": "c-1", "type": "gift_credit" })).unwrap();
    assert_eq!((due.due[0].amount.to_string(), due.never.to_string()), ("5.00".into(), "50.00".into()));
    stage.run::<PutOnHold>(json!({ "customer": "c-1" })).unwrap();
    stage.run::<Issue>(issue("GC-2", json!({}))).unwrap();
    assert_eq!(stage.refusal::<Redeem>(json!({ "gift_card": "GC-2", "customer": "c-1" })), "not_eligible");
}

// rules R7, R8
#[test]
fn a_card_is_money_and_its_number_is_used_once() {
    let (stage, _) = shop();
    assert_eq!(stage.refusal::<Issue>(with(issue("GC-2", json!({})), json!({ "type": "points" }))), "invalid_request args.type");
    assert_eq!(stage.refusal::<Issue>(with(issue("GC-2", json!({})), json!({ "amount": "0" }))), "invalid_request args.amount");
    assert_eq!(stage.refusal::<Issue>(with(issue("GC-2", json!({})), json!({ "amount": "1.005" }))), "invalid_request args.amount");
    assert_eq!(stage.refusal::<Issue>(issue("GC-1", json!({}))), "already_exists");
    assert_eq!(stage.refusal::<Issue>(issue("GC-2", json!({ "customer": "nobody" }))), "not_found");
    assert_eq!(stage.refusal::<Block>(json!({ "gift_card": "GC-2", "reason": "lost" })), "not_found");
}

// rules K2, W11
#[test]
fn a_change_of_a_card_that_was_changed_meanwhile_is_refused() {
    let (stage, _) = shop();
    let block = json!({ "gift_card": "GC-1", "reason": "lost" });
    assert!(stage.run_at_version::<Block>(Some(2), block.clone()).is_err_and(|error| error.code() == "version_conflict"));
    assert_eq!(stage.run_at_version::<Block>(Some(1), block).unwrap().version, 2);
}

// rules K4, R7, W3
#[test]
fn customers_see_their_own_cards_without_notes() {
    let (mut stage, _) = shop();
    for number in ["GC-2", "GC-3"] {
        stage.run::<Issue>(issue(number, json!({ "customer": "c-1", "recipient": "Bob" }))).unwrap();
    }
    stage.run::<Issue>(issue("GC-4", json!({}))).unwrap();
    let first = stage.run::<List>(json!({ "customer": "c-1", "limit": 2 })).unwrap();
    let second = stage.run::<List>(json!({ "customer": "c-1", "limit": 2, "cursor": first.next })).unwrap();
    let numbers: Vec<&str> = first.gift_cards.iter().chain(&second.gift_cards).map(|card| card.gift_card.as_str()).collect();
    assert_eq!((numbers, second.next), (vec!["GC-3", "GC-2", "GC-1"], None));
    assert_eq!(second.gift_cards[0].texts.note.as_ref().map(Text::as_str), Some("for the desk"));
    let tab = stage.run::<Details>(json!({ "customer": "c-1", "tabs": ["gift_cards"] })).unwrap();
    assert_eq!(tab.gift_cards.map(|cards| cards.len()), Some(3));
    stage.customer_asks("c-1");
    let own = stage.run::<Get>(json!({ "customer": "c-1", "gift_card": "GC-1" })).unwrap();
    assert_eq!((own.card.texts.note, own.activities[0].actor.clone()), (None, None));
    assert_eq!(stage.refusal::<Get>(json!({ "customer": "c-1", "gift_card": "GC-4" })), "not_found");
}

// rules L8, R7
#[test]
fn what_a_mixed_payment_set_aside_of_a_card_is_captured_after_the_end_of_the_card_too() {
    let (mut stage, _) = shop();
    stage.run::<Issue>(issue("GC-2", json!({ "valid_through": "2026-11-30" }))).unwrap();
    let parts = json!([{ "gift_card": "GC-2", "amount": "30" }, { "type": "gift_credit", "amount": "5" }]);
    let hold = json!({ "customer": "c-1", "parts": parts, "seconds": 31_536_000, "order": "o-1" });
    assert_eq!(stage.refusal::<points::Hold>(hold.clone()), "insufficient_balance");
    assert_eq!(card(&stage, "GC-2").card.balance.held.to_string(), "0.00", "all parts or none");
    let redeem = json!({ "gift_card": "GC-1", "customer": "c-1", "amount": "5" });
    stage.run::<Redeem>(redeem).unwrap();
    let held = stage.run::<points::Hold>(hold).unwrap();
    let ids: Vec<&str> = held.parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(ids, ["g:GC-2/gift_credit/h1", "c-1/gift_credit/h1"]);
    stage.at("2026-12-24T00:00:00Z");
    let shown = card(&stage, "GC-2").card;
    assert_eq!((shown.state, shown.balance.held.to_string()), (CardState::Expired, "30.00".into()));
    let part = json!({ "customer": "c-1", "hold": ids[0], "amount": "10" });
    let captured = stage.run::<points::Capture>(part).unwrap();
    assert_eq!((captured.first.entry.as_str(), captured.first.hold.remaining.to_string()), ("g:GC-2/gift_credit/3", "20.00".into()));
    stage.run::<points::Release>(json!({ "customer": "c-1", "holds": ids })).unwrap();
    let shown = card(&stage, "GC-2").card.balance;
    assert_eq!(
        (shown.active.to_string(), shown.spent.to_string(), shown.expired.to_string()),
        ("0.00".into(), "10.00".into(), "40.00".into())
    );
}

// rules L8, R7
#[test]
fn a_payment_has_parts_or_a_type_and_one_card_at_most() {
    let (stage, code) = shop();
    let refusal = |more: Value| stage.refusal::<points::Hold>(with(json!({ "customer": "c-1" }), more));
    let card = json!({ "gift_card": "GC-1", "amount": "1" });
    assert_eq!(refusal(json!({})), "invalid_request args.type");
    assert_eq!(refusal(json!({ "type": "points" })), "invalid_request args.amount");
    assert_eq!(refusal(json!({ "type": "points", "parts": [card] })), "invalid_request args.parts");
    assert_eq!(refusal(json!({ "parts": [card, { "code": code, "amount": "1" }] })), "invalid_request args.parts");
    assert_eq!(refusal(json!({ "parts": [{ "gift_card": "GC-1", "type": "gift_credit", "amount": "1" }] })), "invalid_request args.parts");
    assert_eq!(refusal(json!({ "parts": [{ "amount": "1" }] })), "invalid_request args.gift_card");
    let held = stage.run::<points::Hold>(json!({ "customer": "c-1", "parts": [{ "code": code, "amount": "1" }] })).unwrap();
    stage.run::<Create>(json!({ "id": "c-2" })).unwrap();
    let settle = |who: &str, more: Value| stage.refusal::<points::Release>(with(json!({ "customer": who }), more));
    assert_eq!(settle("c-2", json!({ "hold": held.first.id })), "not_found", "another's checkout");
    assert_eq!(settle("c-1", json!({})), "invalid_request args.hold");
    assert_eq!(settle("c-1", json!({ "hold": held.first.id, "holds": [held.first.id] })), "invalid_request args.holds");
    assert_eq!(settle("c-1", json!({ "holds": [held.first.id], "amount": "1" })), "invalid_request args.holds");
    assert_eq!(settle("c-1", json!({ "holds": [held.first.id, held.first.id] })), "already_used");
    stage.run::<Block>(json!({ "gift_card": "GC-1", "reason": "lost" })).unwrap();
    assert_eq!(stage.refusal::<points::Capture>(json!({ "customer": "c-1", "hold": held.first.id })), "blocked");
    stage.run::<points::Release>(json!({ "customer": "c-1", "hold": held.first.id })).unwrap();
}

/// A shop behind its door, with these secrets.
fn door(repository: std::sync::Arc<Memory>, keys: &[&str]) -> Loyalty<std::sync::Arc<Memory>> {
    let secret = |id: &&str| Secret::new(Slug::new(*id).unwrap(), format!("thirty-two bytes that nobody can guess, {id}")).unwrap();
    Loyalty::new(repository).with_secrets(keys.iter().map(secret).collect()).unwrap()
}

fn ask(loyalty: &Loyalty<std::sync::Arc<Memory>>, request: Value) -> Value {
    static ASKED: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let asked = ASKED.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let context = json!({
        "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": "2026-11-22T10:00:00Z", "entropy": format!("entropy number {asked:05}")
    });
    serde_json::from_str(&loyalty.execute(&request.to_string(), &context.to_string())).unwrap()
}

fn program() -> Value {
    let mut program = json!(crate::json::tree(&Program::starter()));
    program["point_types"].as_array_mut().unwrap().push(json!({ "id": "gift_credit", "kind": "money", "places": 2, "currency": "USD" }));
    program["events"] = json!(["gift_card.*"]);
    json!({ "op": "program.set", "args": { "program": program } })
}

/// The tables in which a text stands, in whatever column.
fn tables_with(memory: &Memory, text: &str) -> Vec<&'static str> {
    let bytes = format!("{:?}", text.as_bytes());
    let bytes = bytes.trim_matches(['[', ']']);
    let has = |table: &&&'static Table| {
        let rows = memory.read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).unwrap().concat();
        let rows = format!("{rows:?}");
        rows.contains(text) || rows.contains(bytes)
    };
    crate::schema::TABLES.iter().filter(has).map(|table| table.name).collect()
}

// rules R7, L10, W5
#[test]
fn the_code_leaves_once_and_is_kept_nowhere() {
    let memory = std::sync::Arc::new(Memory::new());
    let loyalty = door(std::sync::Arc::clone(&memory), &["a"]);
    ask(&loyalty, program());
    let mut request = json!({ "op": "gift_card.issue", "args": issue("GC-1", json!({})), "preview": true });
    let preview = ask(&loyalty, request.clone());
    assert_eq!(preview["ok"]["result"]["code"], Value::Null);
    request["preview"] = json!(false);
    request["plan"] = preview["ok"]["plan"].clone();
    request["idempotency_key"] = json!("k-1");
    let first = ask(&loyalty, request.clone());
    let code = first["ok"]["result"]["code"].as_str().unwrap().to_owned();
    let again = ask(&loyalty, request);
    assert_eq!((&again["ok"]["replayed"], &again["ok"]["result"]["code"]), (&json!(true), &Value::Null));
    let symbols = code.replace('-', "");
    let kept = |text: &str| tables_with(&memory, text);
    assert_eq!((kept(&code), kept(&symbols)), (vec![], vec![]));
    assert_eq!(
        kept("GC-1"),
        ["root", "claim", "account", "lot", "entry", "gift_card", "log", "idempotency", "outbox"],
        "the search finds what is kept"
    );
    let event = ask(&loyalty, json!({ "op": "outbox.take", "args": { "lease_seconds": 60 } }));
    assert_eq!(event["ok"]["messages"][0]["gift_card"], "GC-1", "{event}");
    assert!(!event.to_string().contains(&code));
    let audit = ask(&loyalty, json!({ "op": "audit.list", "args": { "gift_card": "GC-1" } }));
    assert_eq!(audit["ok"]["commands"][0]["gift_card"], "GC-1", "{audit}");
    let verified = ask(&loyalty, json!({ "op": "journal.verify", "args": { "gift_card": "GC-1" } }));
    assert_eq!(verified["ok"]["sound"], true, "{verified}");
}

// rule R7
#[test]
fn a_new_secret_finds_old_codes_and_without_one_nothing_of_cards_is_found() {
    let memory = std::sync::Arc::new(Memory::new());
    let open = |keys: &[&str]| door(std::sync::Arc::clone(&memory), keys);
    ask(&open(&[]), program());
    let first = ask(&open(&["a"]), json!({ "op": "gift_card.issue", "args": issue("GC-1", json!({})) }));
    let get = json!({ "op": "gift_card.get", "args": { "code": first["ok"]["result"]["code"] } });
    assert_eq!(ask(&open(&["b", "a"]), get.clone())["ok"]["card"]["gift_card"], "GC-1");
    assert_eq!(ask(&open(&["b"]), get.clone())["error"]["code"], "not_found");
    for request in [get, json!({ "op": "gift_card.issue", "args": issue("GC-2", json!({})) })] {
        assert_eq!(ask(&open(&[]), request)["error"]["details"]["path"], "config.secrets");
    }
    let charge = json!({ "op": "gift_card.charge", "args": { "gift_card": "GC-1", "amount": "1" } });
    assert!(ask(&open(&[]), charge)["ok"].is_object(), "by its number a card is found without a secret");
}

// rules L10, R7
#[test]
fn a_charge_by_code_is_idempotent_in_the_root_of_its_card() {
    let loyalty = door(std::sync::Arc::new(Memory::new()), &["a"]);
    ask(&loyalty, program());
    let first = ask(&loyalty, json!({ "op": "gift_card.issue", "args": issue("GC-1", json!({})) }));
    let charge =
        json!({ "op": "gift_card.charge", "args": { "code": first["ok"]["result"]["code"], "amount": "50" }, "idempotency_key": "k-1" });
    assert_eq!(ask(&loyalty, charge.clone())["ok"]["replayed"], Value::Null);
    let again = ask(&loyalty, charge);
    assert_eq!((&again["ok"]["replayed"], &again["ok"]["result"]["balance"]), (&json!(true), &json!("0.00")), "{again}");
}
