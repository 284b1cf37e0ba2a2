//! What commands do to statuses, over memory.

use serde_json::{Value, json};

use super::{Assign, Evaluate, List, StatusView, Unlock};
use crate::customer::{Create, Details, RecordLogin};
use crate::error::Reason;
use crate::maintenance::Settle;
use crate::membership::{Deactivate, Enroll, Reactivate, Unenroll};
use crate::merge::Apply;
use crate::order;
use crate::points::{Adjust, Earn, Reverse};
use crate::status::standing;
use crate::unit::tests::Stage;

/// A shop with a member `c-1` and ladders of three statuses.
fn shop(systems: Value) -> Stage {
    let mut stage = Stage::new();
    stage.program(|program| {
        program["currencies"] = json!({ "USD": 2 });
        program["rewards"] = json!([{ "id": "mug", "gives": { "kind": "custom" }, "stock": 2 }]);
        program["status_systems"] = systems;
        program["roles"].as_array_mut().unwrap().push(json!({ "id": "trainee", "rights": ["customer.view"] }));
    });
    stage.run::<Create>(json!({ "id": "c-1" })).unwrap();
    stage.run::<Enroll>(json!({ "customer": "c-1" })).unwrap();
    stage
}

fn tier(fields: Value) -> Value {
    let mut system = json!({
        "id": "tier", "counts": { "source": "earned", "type": "points" },
        "statuses": [{ "id": "gold", "name": "Gold", "threshold": "100" }, { "id": "base", "threshold": "0" }, { "id": "silver", "threshold": "50" }]
    });
    for (name, value) in fields.as_object().unwrap() {
        system[name] = value.clone();
    }
    system
}

fn view(stage: &Stage, system: usize) -> StatusView {
    stage.run::<List>(json!({ "customer": "c-1" })).unwrap().statuses.remove(system)
}

/// The status and the counter.
fn stands(stage: &Stage, system: usize) -> String {
    let view = view(stage, system);
    format!("{} {}", view.status.map_or_else(|| "none".to_owned(), |status| status.id.to_string()), view.counter)
}

fn earn(stage: &Stage, amount: u32) {
    stage.run::<Earn>(json!({ "customer": "c-1", "type": "points", "amount": amount.to_string() })).unwrap();
}

// rules Y1, Y2, Y5
#[test]
fn what_is_earned_counts_and_what_is_taken_back_does_not() {
    let stage = shop(json!([tier(json!({}))]));
    assert_eq!(stands(&stage, 0), "base 0", "from the day of enrolling");
    earn(&stage, 60);
    stage.run::<Adjust>(json!({ "customer": "c-1", "type": "points", "amount": "500", "reason": "goodwill" })).unwrap();
    assert_eq!(stands(&stage, 0), "silver 60", "adjustments do not count");
    let silver = view(&stage, 0);
    let next = silver.next.unwrap();
    assert_eq!((next.status.name.as_str(), next.missing.to_string().as_str()), ("Gold", "40"));
    assert_eq!(silver.choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>(), ["base", "silver", "gold"]);
    stage.run::<Reverse>(json!({ "customer": "c-1", "entry": "c-1/points/1", "amount": "15", "reason": "returned" })).unwrap();
    stage.run::<Reverse>(json!({ "customer": "c-1", "entry": "c-1/points/2", "reason": "mistake" })).unwrap();
    assert_eq!(stands(&stage, 0), "base 45");
    let changes: Vec<_> =
        view(&stage, 0).changes.iter().map(|change| (change.facts.to.clone().unwrap().to_string(), change.facts.actor.clone())).collect();
    assert_eq!(changes, ["base", "silver", "base"].map(|status| (status.to_owned(), Some("system".to_owned()))));
}

// rule Y1
#[test]
fn orders_spend_and_visits_count() {
    let one = |source: &str| json!({ "id": source, "counts": { "source": source }, "statuses": [{ "id": "one", "threshold": "1" }] });
    let stage = shop(json!([one("orders"), one("spend"), one("visits")]));
    let order = |number: &str, placed_at: &str| json!({ "customer": "c-1", "number": number, "placed_at": placed_at, "currency": "USD", "lines": [{ "unit_price": "7.50" }], "payments": [{ "id": "p", "amount": "7.50", "status": "paid" }] });
    stage.run::<order::Record>(order("o-1", "2026-11-01T00:00:00Z")).unwrap();
    stage.run::<order::Record>(order("o-1", "2026-11-01T00:00:00Z")).unwrap();
    stage.run::<order::Record>(order("o-2", "2026-11-02T00:00:00Z")).unwrap();
    stage.run::<RecordLogin>(json!({ "customer": "c-1" })).unwrap();
    assert_eq!([0, 1, 2].map(|system| stands(&stage, system)), ["one 2", "one 15", "one 1"]);
}

// rule Y1
#[test]
fn a_window_ends_now_and_late_events_count_where_they_lie() {
    let window = json!({ "over": "rolling", "period": "days", "count": 10 });
    let mut stage = shop(json!([tier(json!({ "window": window }))]));
    earn(&stage, 50);
    let dated = |amount: &str, at: &str| json!({ "customer": "c-1", "type": "points", "amount": amount, "effective_at": at });
    stage.run::<Earn>(dated("7", "2026-11-12T10:00:00Z")).unwrap();
    stage.run::<Earn>(dated("8", "2026-11-12T10:00:00.000001Z")).unwrap();
    assert_eq!(stands(&stage, 0), "silver 58", "its first instant is left out");
    stage.at("2026-12-02T09:59:59.999999Z");
    assert_eq!(stands(&stage, 0), "silver 50");
    stage.at("2026-12-02T10:00:00Z");
    assert_eq!(stands(&stage, 0), "base 0", "nobody had to look");
    stage.run::<Reverse>(json!({ "customer": "c-1", "entry": "c-1/points/1", "reason": "returned" })).unwrap();
    earn(&stage, 10);
    assert_eq!(stands(&stage, 0), "base 10", "what has left the window is not taken back once more");
    assert_eq!(view(&stage, 0).changes.first().unwrap().at.to_string(), "2026-12-02T10:00:00Z");
}

// rule Y1
#[test]
fn what_never_counted_is_not_taken_back() {
    for window in
        [json!({ "over": "lifetime" }), json!({ "over": "calendar_year" }), json!({ "over": "rolling", "period": "months", "count": 1 })]
    {
        let mut stage = shop(json!([]));
        earn(&stage, 80);
        stage.program(|program| program["status_systems"] = json!([tier(json!({ "window": window }))]));
        stage.at("2026-11-23T10:00:00Z");
        earn(&stage, 60);
        stage.run::<Reverse>(json!({ "customer": "c-1", "entry": "c-1/points/1", "reason": "returned" })).unwrap();
        assert_eq!(stands(&stage, 0), "silver 60", "{window}");
    }
}

// rules Y1, Y5
#[test]
fn a_year_ends_in_the_programs_zone_and_qualifies_for_the_next() {
    let mut stage = shop(json!([tier(json!({ "window": { "over": "calendar_year" }, "keep": { "policy": "years", "years": 1 } }))]));
    stage.program(|program| program["time_zone"] = json!("Europe/Berlin"));
    earn(&stage, 100);
    stage.at("2026-12-31T22:59:59Z");
    assert_eq!(stands(&stage, 0), "gold 100");
    stage.at("2026-12-31T23:00:00Z");
    assert_eq!(stands(&stage, 0), "gold 0");
    earn(&stage, 70);
    stage.at("2027-12-31T22:59:59Z");
    assert_eq!(stands(&stage, 0), "gold 70");
    stage.at("2028-03-01T00:00:00Z");
    assert_eq!(stands(&stage, 0), "silver 0", "what the year before had reached");
    assert_eq!(view(&stage, 0).kept_until.unwrap().to_string(), "2028-12-31T23:00:00Z");
}

// rules Y2, Y3
#[test]
fn an_agent_sets_any_status_and_takes_the_lock_off() {
    let mut stage =
        shop(json!([tier(json!({ "statuses": [{ "id": "silver", "threshold": "50" }, { "id": "gold", "threshold": "100" }] }))]));
    assert_eq!(json!(crate::json::tree(&view(&stage, 0)))["action"], "assign");
    let args = json!({ "customer": "c-1", "system": "tier", "status": "gold", "valid_through": "2026-12-24", "comment": "Welcome!", "note": "knows the owner" });
    let set = stage.run::<Assign>(args.clone()).unwrap();
    let lock = set.lock.unwrap();
    assert_eq!((lock.status.as_str(), lock.until.unwrap().to_string().as_str()), ("gold", "2026-12-25T00:00:00Z"));
    assert_eq!(json!(crate::json::tree(&view(&stage, 0)))["action"], "change");
    let stale = stage.run_at_version::<Assign>(Some(0), args).unwrap_err();
    assert!(matches!(stale.reason(), Reason::VersionConflict { current: 1, .. }));
    stage.at("2026-12-25T00:00:00Z");
    assert_eq!(stands(&stage, 0), "none 0");
    earn(&stage, 100);
    stage.run_at_version::<Assign>(Some(3), json!({ "customer": "c-1", "system": "tier", "status": "silver" })).unwrap();
    earn(&stage, 100);
    assert_eq!(stands(&stage, 0), "silver 200");
    stage.run::<Unlock>(json!({ "customer": "c-1", "system": "tier", "note": "forgiven" })).unwrap();
    assert_eq!(stands(&stage, 0), "gold 200");
    assert_eq!(stage.refusal::<Unlock>(json!({ "customer": "c-1", "system": "tier" })), "not_eligible");
}

// rule Y3
#[test]
fn what_cannot_be_set_is_refused_and_nothing_changes() {
    let stage = shop(
        json!([tier(json!({})), { "id": "club", "counts": { "source": "manual" }, "statuses": [{ "id": "vip", "threshold": "10" }] }]),
    );
    let refusal = |more: Value| {
        let mut args = json!({ "customer": "c-1", "system": "tier" });
        more.as_object().unwrap().iter().for_each(|(name, value)| args[name] = value.clone());
        stage.refusal::<Assign>(args)
    };
    let before = view(&stage, 0);
    for (args, expected) in [
        (json!({ "status": "vip" }), "not_found"),
        (json!({ "system": "clubs", "status": "vip" }), "not_found"),
        (json!({}), "invalid_request args.status"),
        (json!({ "status": "gold", "valid_through": "2026-11-21" }), "invalid_request args.valid_through"),
        (json!({ "status": "gold", "lock": "not_raised" }), "invalid_request args.lock"),
        (json!({ "status": "gold", "counter": "5" }), "invalid_request args.counter"),
        (json!({ "system": "club", "counter": "-5" }), "invalid_request args.counter"),
        (json!({ "customer": "c-2", "status": "gold" }), "not_found"),
    ] {
        assert_eq!(refusal(args.clone()), expected, "{args}");
    }
    assert_eq!(view(&stage, 0), before);
    stage.run::<Create>(json!({ "id": "c-3" })).unwrap();
    assert_eq!(refusal(json!({ "customer": "c-3", "status": "gold" })), "not_eligible");
    stage.run::<Assign>(json!({ "customer": "c-1", "system": "club", "counter": "12" })).unwrap();
    assert_eq!(stands(&stage, 1), "vip 12");
}

// rules Y2, Y4, W3
#[test]
fn who_may_not_see_statuses_sees_none() {
    let mut stage = shop(json!([tier(json!({}))]));
    stage
        .run::<Assign>(json!({ "customer": "c-1", "system": "tier", "status": "gold", "comment": "Welcome!", "note": "knows the owner" }))
        .unwrap();
    let details = |stage: &Stage| stage.run::<Details>(json!({ "customer": "c-1" })).unwrap().statuses;
    assert_eq!(details(&stage).unwrap().len(), 1);
    stage.agent_asks("support");
    assert!(details(&stage).unwrap().iter().all(|status| status.action.is_none()), "they may see, and not set");
    stage.agent_asks("trainee");
    assert_eq!(details(&stage), None);
    stage.customer_asks("c-1");
    let facts = view(&stage, 0).changes.remove(0).facts;
    assert_eq!((facts.comment.unwrap().as_str(), facts.note, facts.actor), ("Welcome!", None, None));
}

// rule Y6
#[test]
fn rewards_are_granted_once_for_a_status_and_period() {
    let statuses = json!([{ "id": "gold", "threshold": "100", "rewards": ["mug"] }]);
    let mut stage = shop(json!([tier(json!({ "statuses": statuses, "keep": { "policy": "months", "months": 1 } }))]));
    let rewards = |stage: &Stage| {
        let changes = view(stage, 0).changes;
        changes.iter().map(|change| change.facts.rewards.len()).sum::<usize>()
    };
    let assign = |more: bool| json!({ "customer": "c-1", "system": "tier", "status": "gold", "trigger_rewards": more });
    stage.run::<Assign>(assign(false)).unwrap();
    assert_eq!(rewards(&stage), 0, "by hand only if asked");
    stage.run::<Assign>(assign(true)).unwrap();
    stage.run::<Assign>(assign(true)).unwrap();
    assert_eq!(rewards(&stage), 1);
    stage.run::<Unlock>(json!({ "customer": "c-1", "system": "tier" })).unwrap();
    assert_eq!(stands(&stage, 0), "none 0");
    earn(&stage, 100);
    assert_eq!((stands(&stage, 0).as_str(), rewards(&stage)), ("gold 100", 1), "in the same period not again");
    stage.run::<Reverse>(json!({ "customer": "c-1", "entry": "c-1/points/1", "reason": "returned" })).unwrap();
    stage.at("2026-12-30T10:00:00Z");
    earn(&stage, 100);
    assert_eq!((stands(&stage, 0).as_str(), rewards(&stage)), ("gold 100", 2), "a period later");
    stage.run::<Create>(json!({ "id": "c-2" })).unwrap();
    stage.run::<Enroll>(json!({ "customer": "c-2" })).unwrap();
    stage.run::<Earn>(json!({ "customer": "c-2", "type": "points", "amount": "100" })).unwrap();
    let second = stage.run::<List>(json!({ "customer": "c-2" })).unwrap().statuses.remove(0);
    assert_eq!((second.changes[0].facts.rewards.len(), second.status.is_some()), (0, true), "an empty stock does not refuse the earning");
}

// rules P1, Y6
#[test]
fn rewards_that_somebody_asks_for_are_under_their_limits() {
    let mut stage = shop(json!([]));
    stage.program(|program| {
        program["point_types"].as_array_mut().unwrap().push(json!({ "id": "credit", "kind": "money", "currency": "USD", "places": 2 }));
        let gives = |amount: &str| json!({ "kind": "gift_credit", "type": "credit", "amount": amount });
        program["rewards"] = json!([{ "id": "ten", "gives": gives("10") }, { "id": "six", "gives": gives("6") }]);
        let gold = json!({ "id": "gold", "threshold": "100", "rewards": ["ten"] });
        program["status_systems"] =
            json!([tier(json!({ "statuses": [gold, { "id": "black", "threshold": "200", "rewards": ["ten", "six"] }] }))]);
        program["roles"].as_array_mut().unwrap().push(json!({
            "id": "clerk", "rights": ["status.*", "merge.*"], "limits": [{ "type": "credit", "per_operation": "15", "per_day": "25" }]
        }));
    });
    for id in ["c-2", "c-3", "c-4", "c-5"] {
        stage.run::<Create>(json!({ "id": id })).unwrap();
        stage.run::<Enroll>(json!({ "customer": id })).unwrap();
    }
    for id in ["c-4", "c-5"] {
        stage.run::<Earn>(json!({ "customer": id, "type": "points", "amount": "60" })).unwrap();
    }
    stage.agent_asks("clerk");
    let assign = |customer: &str, status: &str, rewards: bool| {
        let args = json!({ "customer": customer, "system": "tier", "status": status, "trigger_rewards": rewards });
        stage.run::<Assign>(args).map_or_else(|error| error.code().to_owned(), |_| "done".to_owned())
    };
    assert_eq!(assign("c-1", "black", true), "limit_exceeded", "16 at once, of which 15 are allowed");
    assert_eq!(stands(&stage, 0), "none 0", "and nothing of it is done");
    assert_eq!(assign("c-1", "black", false), "done");
    assert_eq!([assign("c-2", "gold", true), assign("c-3", "gold", true)], ["done", "done"]);
    assert_eq!(assign("c-1", "gold", true), "limit_exceeded", "30 in a day, of which 25 are allowed");
    let merge = |rewards: bool| json!({ "survivor": "c-4", "source": "c-5", "trigger_rewards": rewards });
    assert_eq!(stage.run::<Apply>(merge(true)).unwrap_err().code(), "limit_exceeded");
    stage.run::<Apply>(merge(false)).unwrap();
}

// rules P1, G5
#[test]
fn the_rewards_of_all_systems_in_which_a_merge_raises_are_one_value() {
    let mut stage = shop(json!([]));
    stage.program(|program| {
        program["point_types"].as_array_mut().unwrap().push(json!({ "id": "credit", "kind": "money", "currency": "USD", "places": 2 }));
        program["rewards"] = json!([{ "id": "ten", "gives": { "kind": "gift_credit", "type": "credit", "amount": "10" } }]);
        let statuses = json!([{ "id": "gold", "threshold": "100", "rewards": ["ten"] }]);
        let systems = ["one", "two"].map(|id| tier(json!({ "id": id, "statuses": statuses })));
        program["status_systems"] = json!(systems);
        let limits = json!([{ "type": "credit", "per_operation": "15" }]);
        program["roles"].as_array_mut().unwrap().push(json!({ "id": "clerk", "rights": ["merge.*"], "limits": limits }));
    });
    stage.run::<Create>(json!({ "id": "c-2" })).unwrap();
    stage.run::<Enroll>(json!({ "customer": "c-2" })).unwrap();
    for id in ["c-1", "c-2"] {
        stage.run::<Earn>(json!({ "customer": id, "type": "points", "amount": "60" })).unwrap();
    }
    let merge = json!({ "survivor": "c-1", "source": "c-2", "trigger_rewards": true });
    stage.agent_asks("clerk");
    assert_eq!(stage.run::<Apply>(merge.clone()).unwrap_err().code(), "limit_exceeded", "20, of which 15 are allowed");
    stage.agent_asks("admin");
    stage.run::<Apply>(merge).unwrap();
}

// rules Y5, Y6
#[test]
fn a_reward_that_credits_what_counts_is_counted() {
    let mut stage = shop(json!([]));
    stage.program(|program| {
        program["point_types"].as_array_mut().unwrap().push(json!({ "id": "credit", "kind": "money", "currency": "USD", "places": 2 }));
        program["rewards"] = json!([{ "id": "ten", "gives": { "kind": "gift_credit", "type": "credit", "amount": "10" } }]);
        let counts = json!({ "source": "earned", "type": "credit" });
        let statuses = json!([{ "id": "saver", "threshold": "5", "rewards": ["ten"] }, { "id": "keeper", "threshold": "12.50" }]);
        program["status_systems"] = json!([tier(json!({ "counts": counts, "statuses": statuses }))]);
    });
    stage.run::<Earn>(json!({ "customer": "c-1", "type": "credit", "amount": "6" })).unwrap();
    assert_eq!(stands(&stage, 0), "keeper 16");
}

// rules Y5, M2, M3
#[test]
fn only_members_are_evaluated_and_a_hold_costs_no_time() {
    let keep = json!({ "policy": "months", "months": 1 });
    let visits = json!({ "source": "visits" });
    let mut stage = shop(json!([tier(json!({ "counts": visits, "keep": keep, "statuses": [{ "id": "regular", "threshold": "2" }] }))]));
    let act = |stage: &Stage| stage.run::<RecordLogin>(json!({ "customer": "c-1" })).map(drop);
    let earlier = json!({ "customer": "c-1", "logged_in_at": "2026-11-22T08:00:00Z" });
    // The same sign-in, told again, is no further one.
    stage.run::<RecordLogin>(earlier.clone()).unwrap();
    stage.run::<RecordLogin>(earlier).unwrap();
    act(&stage).unwrap();
    assert_eq!(view(&stage, 0).counter.to_string(), "2");
    let until = |stage: &Stage| view(stage, 0).kept_until.map(|at| at.to_string());
    assert_eq!(until(&stage).as_deref(), Some("2026-12-22T00:00:00Z"));
    stage.at("2026-12-20T00:00:00Z");
    stage.run::<Deactivate>(json!({ "customer": "c-1" })).unwrap();
    stage.at("2027-02-01T00:00:00Z");
    assert_eq!(stands(&stage, 0), "regular 2");
    stage.run::<Reactivate>(json!({ "customer": "c-1" })).unwrap();
    assert_eq!(until(&stage).as_deref(), Some("2027-02-03T00:00:00Z"));
    stage.run::<Unenroll>(json!({ "customer": "c-1" })).unwrap();
    assert_eq!(stage.refusal::<Evaluate>(json!({ "customer": "c-1" })), "not_eligible");
    let root = crate::record::Root::customer(&crate::id::CustomerId::new("c-1").unwrap());
    assert_eq!(stage.with(|unit| standing(unit, &root)).unwrap(), []);
    stage.at("2027-02-10T00:00:00Z");
    stage.run::<Settle>(json!({ "customer": "c-1" })).unwrap();
    stage.run::<Enroll>(json!({ "customer": "c-1" })).unwrap();
    assert_eq!(stage.with(|unit| standing(unit, &root)).unwrap().len(), 1, "the counter, which reaches it, renewed it");
}

// rule Y7
#[test]
fn new_statuses_appear_and_old_ones_are_mapped() {
    let mut stage = shop(
        json!([tier(json!({})), { "id": "club", "counts": { "source": "manual" }, "statuses": [{ "id": "vip", "threshold": "10" }] }]),
    );
    earn(&stage, 60);
    stage.run::<Assign>(json!({ "customer": "c-1", "system": "club", "status": "vip" })).unwrap();
    stage.program(|program| {
        let statuses =
            json!([{ "id": "base", "threshold": "0" }, { "id": "gold", "threshold": "100" }, { "id": "platinum", "threshold": "500" }]);
        program["status_systems"] = json!([tier(json!({ "statuses": statuses, "keep": { "policy": "months", "months": 1 } }))]);
        program["status_mapping"] = json!([
            { "system": "tier", "from": "silver", "to": "gold" }, { "system": "club", "from": "vip", "to_system": "tier", "to": "platinum" }
        ]);
    });
    let root = crate::record::Root::customer(&crate::id::CustomerId::new("c-1").unwrap());
    let standings = stage.with(|unit| standing(unit, &root)).unwrap();
    assert_eq!(standings.iter().map(|named| format!("{} {}", named.system, named.status)).collect::<Vec<_>>(), ["tier platinum"]);
    assert_eq!(stands(&stage, 0), "platinum 60");
    assert_eq!(view(&stage, 0).choices.len(), 3);
    assert_eq!(view(&stage, 0).lock.unwrap().status.as_str(), "platinum", "the lock came along");
}
