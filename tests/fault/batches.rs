//! Batches: what one call could not finish, or could not tell, the next one does.

use std::sync::Arc;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use serde_json::{Value, json};

use crate::faulty::{Fault, Faulty, Plan};
use crate::story::{ask, context, dump, same};

fn wish(op: &str, args: &Value) -> String {
    json!({ "op": op, "args": args }).to_string()
}

/// Members who each have a message in the outbox and points that lapse.
fn prepared(members: usize) -> Arc<Faulty> {
    let faulty = Arc::new(Faulty::new(Arc::new(Memory::new())));
    let loyalty = Loyalty::new(Arc::clone(&faulty));
    let context = context("2026-01-01T00:00:00Z", "before");
    let requests: Vec<String> = (0..members)
        .flat_map(|number| {
            let customer = format!("c{number:03}");
            let lapsing = json!({ "customer": customer, "type": "points", "amount": "10", "expires_after_days": 5 });
            [
                wish("customer.create", &json!({ "id": customer })),
                wish("membership.enroll", &json!({ "customer": customer })),
                wish("points.earn", &lapsing),
            ]
        })
        .collect();
    let pairs: Vec<(&str, &str)> = requests.iter().map(|request| (request.as_str(), context.as_str())).collect();
    assert!(loyalty.execute_batch(&pairs).iter().all(|answer| answer.starts_with("{\"ok\"")));
    faulty
}

fn minute(minute: u32) -> String {
    context(&format!("2026-02-01T00:{minute:02}:00Z"), &format!("minute {minute}"))
}

/// Takes and acknowledges until nothing is left, a minute apart; which messages came, and how often.
fn drain(loyalty: &Loyalty<Arc<Faulty>>, from: u32) -> Vec<String> {
    let mut came = Vec::new();
    for at in from..50 {
        let taken = ask(loyalty, &wish("outbox.take", &json!({ "limit": 2, "lease_seconds": 60 })), &minute(at));
        let ids: Vec<Value> = taken["ok"]["messages"].as_array().into_iter().flatten().map(|message| message["id"].clone()).collect();
        if !ids.is_empty() {
            ask(loyalty, &wish("outbox.ack", &json!({ "messages": ids })), &minute(at));
        }
        came.extend(ids.iter().map(|id| id.as_str().unwrap_or_default().to_owned()));
    }
    came
}

// rule P6
#[test]
fn a_message_whose_lease_was_not_told_is_given_again_after_it() {
    let loyalty = Loyalty::new(prepared(5));
    let wanted = drain(&loyalty, 1);
    assert_eq!(wanted.len(), 5);
    for fault in [Fault::Read, Fault::Commit, Fault::LostReply, Fault::Occupied, Fault::Conflict] {
        for nth in 1.. {
            let faulty = prepared(5);
            let loyalty = Loyalty::new(Arc::clone(&faulty));
            faulty.arm(Plan { fault, nth });
            let first = ask(&loyalty, &wish("outbox.take", &json!({ "lease_seconds": 60 })), &minute(0));
            if !faulty.disarm() {
                break;
            }
            let told = (first["error"]["code"].as_str(), first["error"]["retry"].as_str());
            match fault.answer() {
                // Where one message could not be read, the others are given out.
                Some(_) if fault == Fault::Read && first["ok"]["messages"].as_array().map(Vec::len) == Some(4) => {}
                Some((code, retry)) => assert_eq!(told, (Some(code), Some(retry)), "{fault:?} at {nth}: {first}"),
                None => assert_eq!(first["ok"]["messages"].as_array().map(Vec::len), Some(5)),
            }
            let mut came = drain(&loyalty, 1);
            came.sort();
            assert_eq!(came, wanted, "{fault:?} at {nth}");
        }
    }
}

// rule P6
#[test]
fn what_was_acknowledged_is_not_given_again() {
    for fault in [Fault::Read, Fault::Commit, Fault::LostReply, Fault::Occupied, Fault::Conflict] {
        for nth in 1.. {
            let faulty = prepared(3);
            let loyalty = Loyalty::new(Arc::clone(&faulty));
            let ids = json!({ "messages": ["c:c000/m201", "c:c001/m201"] });
            faulty.arm(Plan { fault, nth });
            let first = ask(&loyalty, &wish("outbox.ack", &ids), &minute(0));
            if !faulty.disarm() {
                break;
            }
            assert_eq!(first.get("ok").is_none(), fault.answer().is_some(), "{fault:?} at {nth}: {first}");
            let again = ask(&loyalty, &wish("outbox.ack", &ids), &minute(0));
            assert!(again.get("ok").is_some(), "{again}");
            assert_eq!(drain(&loyalty, 1), ["c:c002/m201"], "{fault:?} at {nth}");
        }
    }
}

// rule L6
#[test]
fn a_sweep_in_several_commits_goes_on_where_it_broke() {
    let sweep = wish("maintenance.run", &json!({}));
    let calm = prepared(450);
    let answer = ask(&Loyalty::new(Arc::clone(&calm)), &sweep, &minute(0));
    assert_eq!(answer["ok"]["customers"], 450);
    let stands = dump(&*calm);
    let mut came = 0;
    for fault in [Fault::Commit, Fault::LostReply, Fault::Occupied, Fault::Conflict] {
        for nth in 1..=3 {
            let faulty = prepared(450);
            let loyalty = Loyalty::new(Arc::clone(&faulty));
            faulty.arm(Plan { fault, nth });
            let first = ask(&loyalty, &sweep, &minute(0));
            came += u32::from(faulty.disarm());
            if let Some((code, _)) = fault.answer() {
                assert_eq!(first["error"]["code"], code, "{fault:?} at {nth}: {first}");
            }
            ask(&loyalty, &sweep, &minute(0));
            same(&stands, &dump(&*faulty)).unwrap_or_else(|why| panic!("{fault:?} at {nth}: {why}"));
        }
    }
    assert_eq!(came, 12);
}
