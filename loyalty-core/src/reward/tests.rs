//! Stories of rewards: chosen, granted, used, taken away.

use serde_json::{Value as Json, json};

use super::*;
use crate::customer::{AssignGroup, Create, Details};
use crate::membership::{Deactivate, Enroll};
use crate::points::{Adjust, Balance, Reverse};
use crate::unit::tests::Stage;

/// A shop where c-1 and c-2 are members with 100 points each.
fn shop() -> Stage {
    let mut stage = Stage::new();
    stage.program(|program| {
        program["point_types"] = json!([{ "id": "points" }, { "id": "credit", "kind": "money", "currency": "USD", "places": 2 }]);
        program["status_systems"] =
            json!([{ "id": "tiers", "counts": { "source": "manual" }, "statuses": [{ "id": "gold", "threshold": "1" }] }]);
        let five = json!({ "kind": "amount_off", "amount": "5", "currency": "USD" });
        let price = |amount: &str| json!({ "type": "points", "amount": amount });
        program["rewards"] = json!([
            { "id": "five", "name": "Five dollars off", "gives": five, "cost": price("40"), "life_days": 30 },
            { "id": "tv", "gives": { "kind": "product", "sku": "tv-1" }, "cost": price("5000") },
            { "id": "vip", "gives": { "kind": "free_shipping" }, "cost": price("1"), "groups": ["vip"] },
            { "id": "gold", "gives": { "kind": "custom" }, "cost": price("1"), "statuses": [{ "system": "tiers", "status": "gold" }] },
            { "id": "soon", "gives": { "kind": "custom" }, "cost": price("1"), "from": "2026-12-24" },
            { "id": "over", "gives": { "kind": "custom" }, "cost": price("1"), "until": "2026-11-21" },
            { "id": "once", "gives": { "kind": "percent_off", "percent": "10" }, "cost": price("1"), "per_customer": 1 },
            { "id": "last", "gives": { "kind": "custom" }, "cost": price("1"), "stock": 1 },
            { "id": "gift", "gives": { "kind": "custom" } },
            { "id": "ten", "gives": { "kind": "gift_credit", "type": "credit", "amount": "10" }, "cost": price("50") }
        ]);
        program["roles"][1]["limits"] = json!([{ "type": "credit", "per_operation": "5" }, { "type": "points", "per_day": "30" }]);
    });
    for id in ["c-1", "c-2"] {
        stage.run::<Create>(json!({ "id": id })).unwrap();
        stage.run::<Enroll>(json!({ "customer": id })).unwrap();
        stage.run::<Adjust>(json!({ "customer": id, "type": "points", "amount": "100", "reason": "test" })).unwrap();
    }
    stage
}

fn of(customer: &str, reward: &str) -> Json {
    json!({ "customer": customer, "reward": reward })
}

fn granted(customer: &str, reward: &str) -> Json {
    json!({ "customer": customer, "reward": reward, "reason": "sorry", "note": "see mail" })
}

fn points(stage: &Stage, customer: &str) -> String {
    stage.run::<Balance>(json!({ "customer": customer, "type": "points" })).unwrap().balances[0].active.to_string()
}

fn states(stage: &Stage, state: Option<&str>) -> Vec<(String, &'static str)> {
    let mut args = json!({ "customer": "c-1" });
    if let Some(state) = state {
        args["state"] = json!(state);
    }
    let page = stage.run::<List>(args).unwrap();
    page.rewards.into_iter().map(|reward| (reward.id.to_string(), reward.state.name())).collect()
}

// rules R1, R2
#[test]
fn options_say_what_redeeming_does() {
    let stage = shop();
    stage.run::<Redeem>(of("c-2", "last")).unwrap();
    stage.run::<Redeem>(of("c-1", "once")).unwrap();
    let options = stage.run::<Options>(json!({ "customer": "c-1" })).unwrap().options;
    let wanted = [
        ("five", None),
        ("tv", Some("insufficient_balance")),
        ("vip", Some("not_eligible")),
        ("gold", Some("not_eligible")),
        ("soon", Some("not_eligible")),
        ("over", Some("expired")),
        ("once", Some("limit_exceeded")),
        ("last", Some("out_of_stock")),
        ("gift", Some("not_eligible")),
        ("ten", None),
    ];
    for (option, (reward, code)) in options.iter().zip(wanted) {
        assert_eq!((option.reward.as_str(), option.available, option.code.as_deref()), (reward, code.is_none(), code));
        if let Some(code) = code {
            assert_eq!(stage.refusal::<Redeem>(of("c-1", reward)), code, "{reward}");
        }
    }
    let money = |option: &RewardOption| [option.balance, option.missing, option.remaining].map(|of| of.map(|of| of.to_string()));
    assert_eq!(money(&options[0]), [Some("99".into()), None, Some("59".into())]);
    assert_eq!(money(&options[1]), [Some("99".into()), Some("4901".into()), None]);
    assert_eq!((options[7].left, points(&stage, "c-1")), (Some(0), "99".into()), "what was refused took nothing");
    stage.run::<AssignGroup>(json!({ "customer": "c-1", "group": "vip" })).unwrap();
    assert_eq!(stage.refusal::<Redeem>(of("c-1", "vip")), "done");
}

// rules R2, R5
#[test]
fn redeeming_spends_the_price_and_gives_a_code() {
    let stage = shop();
    let redeemed = stage.run::<Redeem>(of("c-1", "five")).unwrap();
    assert_eq!((redeemed.balance.to_string(), redeemed.remaining.to_string()), ("100".into(), "60".into()));
    let reward = redeemed.reward;
    assert_eq!((reward.name.as_str(), reward.state, reward.cause), ("Five dollars off", RewardState::Outstanding, Cause::Redeemed));
    assert_eq!(reward.ends_at.unwrap().to_string(), "2026-12-22T00:00:00Z");
    assert_eq!(reward.paid.unwrap().entry.as_str(), "c-1/points/2");
    let code = reward.code.unwrap();
    let used = stage.run::<Consume>(json!({ "code": code.to_lowercase().replace('-', " "), "order": "o-1" })).unwrap();
    assert_eq!((used.customer.as_str(), used.reward.state, used.reward.code), ("c-1", RewardState::Used, None));
    assert_eq!(used.reward.order.unwrap().as_str(), "o-1");
    let again = stage.run::<Consume>(json!({ "code": code })).unwrap_err();
    assert_eq!(again.code(), "already_used");
    assert!(again.to_string().contains("used at 2026-11-22T10:00:00Z"), "{again}");
    let credit = stage.run::<Redeem>(of("c-1", "ten")).unwrap().reward;
    assert_eq!((credit.state, credit.code), (RewardState::Used, None));
}

// rule R5
#[test]
fn a_code_that_fits_nothing_changes_nothing() {
    let mut stage = shop();
    let code = stage.run::<Redeem>(of("c-1", "five")).unwrap().reward.code.unwrap();
    let refusal = |stage: &Stage, code: &str| stage.refusal::<Consume>(json!({ "code": code }));
    let mut wrong = code.clone().into_bytes();
    wrong[5] = if wrong[5] == b'7' { b'8' } else { b'7' };
    assert_eq!(refusal(&stage, &String::from_utf8(wrong).unwrap()), "invalid_request args.code");
    assert_eq!(refusal(&stage, "Five dollars off"), "invalid_request args.code");
    assert_eq!(refusal(&stage, &Code::of(&[7; 32]).to_string()), "not_found");
    stage.run::<Deactivate>(json!({ "customer": "c-1" })).unwrap();
    assert_eq!(refusal(&stage, &code), "not_eligible");
    stage.run::<crate::membership::Reactivate>(json!({ "customer": "c-1" })).unwrap();
    stage.at("2026-12-22T00:00:00Z");
    assert_eq!(refusal(&stage, &code), "expired");
    stage.at("2026-12-21T23:59:59Z");
    assert_eq!(refusal(&stage, &code), "done");
}

// rules R3, P1
#[test]
fn grants_cost_nothing_and_obey_limits() {
    let mut stage = shop();
    assert_eq!(stage.refusal::<Grant>(granted("c-1", "gift")), "done");
    assert_eq!(stage.refusal::<Grant>(granted("c-1", "over")), "done", "an agent gives it to whom they like");
    assert_eq!(points(&stage, "c-1"), "100");
    assert_eq!(stage.refusal::<Grant>(granted("c-1", "last")), "done");
    assert_eq!(stage.refusal::<Grant>(granted("c-2", "last")), "out_of_stock");
    assert_eq!(stage.refusal::<Grant>(granted("c-1", "shoes")), "not_found");
    stage.agent_asks("support");
    assert_eq!(stage.refusal::<Grant>(granted("c-1", "ten")), "limit_exceeded");
    assert_eq!(stage.refusal::<Grant>(granted("c-1", "gift")), "done");
}

// rules R4, L9
#[test]
fn removing_takes_a_reason_and_may_give_everything_back() {
    let mut stage = shop();
    let redeem = |stage: &Stage, reward: &str| stage.run::<Redeem>(of("c-1", reward)).unwrap().reward;
    let remove = |id: &str, give_back: bool| json!({ "customer": "c-1", "id": id, "reason": "mistake", "give_back": give_back });
    let five = redeem(&stage, "five");
    assert_eq!(stage.refusal::<Remove>(remove(five.id.as_str(), false)), "done");
    assert_eq!(points(&stage, "c-1"), "60");
    let refused = stage.run::<Consume>(json!({ "code": five.code })).unwrap_err();
    assert!(refused.to_string().contains("was removed at 2026-11-22T10:00:00Z"), "{refused}");
    assert_eq!(stage.refusal::<Remove>(remove(five.id.as_str(), true)), "not_eligible");
    for (reward, full, left) in [("once", "limit_exceeded", "60"), ("last", "out_of_stock", "59")] {
        let issued = redeem(&stage, reward);
        assert_eq!(stage.refusal::<Redeem>(of("c-1", reward)), full);
        let canceled = stage.run::<Remove>(remove(issued.id.as_str(), true)).unwrap().reward;
        assert_eq!((canceled.state, points(&stage, "c-1").as_str()), (RewardState::Canceled, left));
        assert_eq!(stage.refusal::<Redeem>(of("c-1", reward)), "done");
    }
    let expired = redeem(&stage, "five");
    stage.at("2027-01-22T10:00:00Z");
    stage.agent_asks("support");
    assert_eq!(stage.refusal::<Remove>(remove(expired.id.as_str(), true)), "limit_exceeded", "support gives back 30 a day");
    stage.agent_asks("admin");
    stage.run::<Reverse>(json!({ "customer": "c-1", "entry": expired.paid.unwrap().entry })).unwrap();
    assert_eq!(stage.refusal::<Remove>(remove(expired.id.as_str(), true)), "done", "the price came back by hand, and only once");
    assert_eq!(points(&stage, "c-1"), "58");
    for id in ["c-1/r99", "c-2/r1", "c-1/r+1", "r1"] {
        assert_eq!(stage.refusal::<Remove>(remove(id, false)), "not_found", "{id}");
    }
}

// rules R4, L6
#[test]
fn lists_are_exact_without_any_sweep() {
    let mut stage = shop();
    for reward in ["five", "once", "last"] {
        stage.run::<Redeem>(of("c-1", reward)).unwrap();
    }
    stage.run::<Remove>(json!({ "customer": "c-1", "id": "c-1/r2", "reason": "mistake" })).unwrap();
    let all = |end: &'static str| [("c-1/r3".into(), "outstanding"), ("c-1/r2".into(), "removed"), ("c-1/r1".into(), end)];
    assert_eq!(states(&stage, None), all("outstanding"));
    stage.at("2026-12-22T00:00:00Z");
    assert_eq!(states(&stage, None), all("expired"));
    assert_eq!(states(&stage, Some("outstanding")), [("c-1/r3".into(), "outstanding")]);
    assert_eq!(states(&stage, Some("expired")), [("c-1/r1".into(), "expired")]);
    assert_eq!(states(&stage, Some("used")), []);
    let page = |cursor: Option<Ref>| {
        let args = json!({ "customer": "c-1", "limit": 2, "cursor": cursor });
        stage.run::<List>(args).unwrap()
    };
    let first = page(None);
    assert_eq!((first.rewards.len(), first.next.as_ref().map(Ref::as_str)), (2, Some("c-1/r2")));
    let second = page(first.next);
    assert_eq!((second.rewards.len(), second.next), (1, None));
    assert_eq!(stage.refusal::<List>(json!({ "customer": "c-1", "cursor": "c-2/r1" })), "invalid_request args.cursor");
    assert_eq!(stage.refusal::<List>(json!({ "customer": "c-1", "limit": 0 })), "invalid_request args.limit");
}

// rules R4, K4, W3
#[test]
fn customers_see_their_codes_and_no_notes() {
    let mut stage = shop();
    stage.run::<Grant>(granted("c-1", "gift")).unwrap();
    let seen = |stage: &Stage| {
        let listed = stage.run::<List>(json!({ "customer": "c-1" })).unwrap().rewards.remove(0);
        let detailed = stage.run::<Details>(json!({ "customer": "c-1", "tabs": ["rewards"] })).unwrap().rewards.unwrap().remove(0);
        [listed, detailed].map(|reward| (reward.code.is_some(), reward.reason.is_some(), reward.note.is_some()))
    };
    assert_eq!(seen(&stage), [(true, true, true); 2]);
    stage.customer_asks("c-1");
    assert_eq!(seen(&stage), [(true, false, false); 2]);
}

// rules R1, Y4
#[test]
fn who_stands_on_a_status_is_offered_what_is_for_it() {
    let stage = shop();
    assert_eq!(stage.refusal::<Redeem>(of("c-1", "gold")), "not_eligible");
    stage.run::<crate::status::Assign>(json!({ "customer": "c-1", "system": "tiers", "status": "gold" })).unwrap();
    assert_eq!(stage.refusal::<Redeem>(of("c-1", "gold")), "done");
}
