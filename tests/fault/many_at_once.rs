//! Many requests with one durable commit: what is answered stands, what is not answered is asked again.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError};
use serde_json::Value;

use crate::faulty::{Fault, Faulty, Plan};
use crate::story::{Dump, context, dump, request, same};

/// Three customers; one key comes twice, one request is refused, one asks what the ones before it have done.
const REQUESTS: &[(&str, &str, &str)] = &[
    ("k1", "points.adjust", r#"{"customer":"c1","type":"points","amount":"100","reason":"a"}"#),
    ("k2", "points.adjust", r#"{"customer":"c2","type":"points","amount":"100","reason":"b"}"#),
    ("k3", "points.spend", r#"{"customer":"c1","type":"points","amount":"70"}"#),
    ("k3", "points.spend", r#"{"customer":"c1","type":"points","amount":"70"}"#),
    ("", "points.balance", r#"{"customer":"c1"}"#),
    ("k4", "points.spend", r#"{"customer":"c1","type":"points","amount":"70"}"#),
    ("k5", "points.hold", r#"{"customer":"c2","type":"points","amount":"30"}"#),
    ("k6", "points.capture", r#"{"customer":"c2","hold":"c2/points/h1"}"#),
    ("", "points.balance", r#"{"customer":"c2"}"#),
];

fn requests() -> Vec<String> {
    REQUESTS.iter().map(|(key, op, args)| request((op, args), (!key.is_empty()).then_some(*key))).collect()
}

fn prepared() -> Arc<Faulty> {
    let faulty = Arc::new(Faulty::new(Arc::new(Memory::new())));
    let loyalty = Loyalty::new(Arc::clone(&faulty));
    for customer in ["c1", "c2"] {
        for (op, field) in [("customer.create", "id"), ("membership.enroll", "customer")] {
            let args = format!(r#"{{"{field}":"{customer}"}}"#);
            let wish = serde_json::json!({ "op": op, "args": serde_json::from_str::<Value>(&args).expect("JSON") }).to_string();
            let answer = loyalty.execute(&wish, &context("2026-01-01T00:00:00Z", "before"));
            assert!(answer.starts_with("{\"ok\""), "{answer}");
        }
    }
    faulty
}

fn at_once<R: Repository>(loyalty: &Loyalty<R>, requests: &[String]) -> Vec<Value> {
    let contexts: Vec<String> = REQUESTS.iter().map(|(key, ..)| context("2026-01-02T00:00:00Z", key)).collect();
    let pairs: Vec<(&str, &str)> = requests.iter().zip(&contexts).map(|(request, context)| (request.as_str(), context.as_str())).collect();
    loyalty.execute_batch(&pairs).iter().map(|answer| serde_json::from_str(answer).expect("JSON")).collect()
}

fn calm() -> (Vec<Value>, Dump) {
    let faulty = prepared();
    let answers = at_once(&Loyalty::new(Arc::clone(&faulty)), &requests());
    (answers, dump(&*faulty))
}

/// What an answer tells, whether it is told for the first time or again.
fn told(answer: &Value) -> Value {
    let mut answer = answer.clone();
    if let Some(ok) = answer.get_mut("ok").and_then(Value::as_object_mut) {
        ok.remove("replayed");
    }
    answer
}

fn check(plan: Plan) -> Result<bool, String> {
    let (wanted, stands) = calm();
    let faulty = prepared();
    let loyalty = Loyalty::new(Arc::clone(&faulty));
    faulty.arm(plan);
    let first = at_once(&loyalty, &requests());
    let came = faulty.disarm();
    let fault = plan.fault;
    // A note of a refusal is not part of what is asked for, and may be lost.
    let calm = !came || first.iter().zip(&wanted).all(|(answer, wanted)| told(answer) == told(wanted));
    for (number, (answer, wanted)) in first.iter().zip(&wanted).enumerate() {
        let found = (answer["error"]["code"].as_str(), answer["error"]["retry"].as_str());
        let documented = fault.answer().map(|(code, retry)| (Some(code), Some(retry)));
        // All rest on one commit: when it fails, nobody has an answer. A failed read may change what the requests behind it find.
        let fits = match fault {
            _ if calm => told(answer) == told(wanted),
            Fault::Conflict => told(answer) == told(wanted) || REQUESTS[number].0.is_empty(),
            Fault::Commit | Fault::Occupied | Fault::LostReply | Fault::LostRequest => documented == Some(found),
            Fault::Read | Fault::Search => true,
        };
        if !fits {
            return Err(format!("request {number} was answered {answer}, not {wanted}"));
        }
    }
    // Asked again, each by itself and in order: what was answered is told again, the rest is done now.
    let again = at_once(&loyalty, &requests());
    for (number, ((first, again), (key, ..))) in first.iter().zip(&again).zip(REQUESTS).enumerate() {
        if first.get("ok").is_some() && !key.is_empty() && (again["ok"]["replayed"] != Value::Bool(true) || told(first) != told(again)) {
            return Err(format!("request {number} was acknowledged as {first} and is now {again}"));
        }
        if first.get("ok").is_none() && told(again) != told(&wanted[number]) {
            return Err(format!("request {number} is answered {again}, not {}", wanted[number]));
        }
    }
    same(&stands, &dump(&*faulty))?;
    Ok(came)
}

// rule L10
#[test]
fn a_fault_in_a_batch_loses_and_doubles_nothing() {
    for fault in Fault::ALL {
        for nth in 1.. {
            let plan = Plan { fault, nth };
            match check(plan) {
                Ok(true) => {}
                Ok(false) => break,
                Err(why) => panic!("{plan}: {why}"),
            }
        }
    }
}

/// Counts round trips.
struct Counting {
    memory: Memory,
    reads: AtomicUsize,
}

impl Repository for Counting {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        self.memory.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.memory.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        self.memory.commit(changes)
    }
}

#[test]
fn a_batch_reads_what_its_commands_begin_with_in_one_round_trip() {
    let loyalty = Loyalty::new(Counting { memory: Memory::new(), reads: AtomicUsize::new(0) });
    let contexts: Vec<String> = (0..20).map(|number| context("2026-01-01T00:00:00Z", &number.to_string())).collect();
    let adjust = ("points.adjust", r#"{"customer":"c%","type":"points","amount":"1","reason":"a"}"#);
    let mut trips = Vec::new();
    for ((op, args), at_a_time) in
        [(("customer.create", r#"{"id":"c%"}"#), 20), (("membership.enroll", r#"{"customer":"c%"}"#), 20), (adjust, 20), (adjust, 1)]
    {
        let before = loyalty.repository().reads.load(Ordering::Relaxed);
        let requests: Vec<String> =
            (0..20).map(|number| format!(r#"{{"op":"{op}","args":{}}}"#, args.replace('%', &number.to_string()))).collect();
        let pairs: Vec<(&str, &str)> =
            requests.iter().zip(&contexts).map(|(request, context)| (request.as_str(), context.as_str())).collect();
        for pairs in pairs.chunks(at_a_time) {
            assert!(loyalty.execute_batch(pairs).iter().all(|answer| answer.starts_with("{\"ok\"")));
        }
        trips.push(loyalty.repository().reads.load(Ordering::Relaxed) - before);
    }
    assert_eq!(trips[2..], [1, 20]);
}
