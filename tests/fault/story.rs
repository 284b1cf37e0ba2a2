//! Plays a scenario, with a fault or without, and compares what became of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use loyalty_core::catalogue;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::operation::Kind;
use loyalty_core::repository::{Read, Repository, Scan};
use loyalty_core::schema::TABLES;
use loyalty_tests::golden::engine;
use serde_json::{Value, json};

use crate::faulty::{Fault, Faulty, Plan};
use crate::scenario::{Ask, DESK, Scenario};

/// Makes an empty repository that can break.
pub type Storage<'s> = &'s dyn Fn() -> Faulty;

/// All rows of all tables.
pub type Dump = BTreeMap<&'static str, Vec<String>>;

/// When the request comes; what stands before it came earlier, and what had an end of five days has lapsed since.
const NOW: &str = "2026-03-01T10:00:00Z";
const LATER: &str = "2026-03-01T10:00:07Z";

/// What works only for a while is given shortly before.
const SHORTLY: &str = "2026-03-01T09:59:59Z";
const BRIEF: &[&str] = &["password.reset", "impersonation.start"];

/// The context of an administrator.
pub fn context(at: &str, entropy: &str) -> String {
    json!({ "actor": { "id": "maria", "kind": "agent", "roles": ["admin"] }, "at": at, "entropy": format!("sixteen bytes and {entropy}") })
        .to_string()
}

/// The context of an agent whose limits are narrow.
pub fn desk(at: &str, entropy: &str) -> String {
    json!({ "actor": { "id": "sam", "kind": "agent", "roles": ["desk"] }, "at": at, "entropy": format!("sixteen bytes and {entropy}") })
        .to_string()
}

/// A request, with an idempotency key where one is given.
pub fn request((op, args): Ask, key: Option<&str>) -> String {
    let args: Value = serde_json::from_str(args).unwrap_or_else(|error| panic!("{op}: {error}: {args}"));
    let mut request = json!({ "op": op, "args": args });
    if let Some(key) = key {
        request["idempotency_key"] = key.into();
    }
    request.to_string()
}

/// Asks, and reads the answer.
pub fn ask<R: Repository>(loyalty: &Loyalty<R>, request: &str, context: &str) -> Value {
    serde_json::from_str(&loyalty.execute(request, context)).expect("an answer in JSON")
}

/// All rows of all tables.
pub fn dump(repository: &dyn Repository) -> Dump {
    let rows = |table| repository.read(&[Read::Scan(Scan::prefix(table, Vec::new()))]).expect("a repository that works").concat();
    TABLES.iter().map(|table| (table.name, rows(table).iter().map(|row| format!("{:?} {}", row.values, row.body)).collect())).collect()
}

/// Compares two dumps, the log of refusals aside: what was refused on the way stands there, rightly.
pub fn same(wanted: &Dump, found: &Dump) -> Result<(), String> {
    for (table, rows) in wanted.iter().filter(|(table, _)| **table != "refusal") {
        if found.get(table) != Some(rows) {
            return Err(format!("the table {table} should hold\n{rows:#?}\nand holds\n{:#?}", found.get(table)));
        }
    }
    Ok(())
}

/// What an answer says when it is taken as the first: `replayed` aside, which must be as given, and a code or token, which only the first has.
fn first_answer(mut answer: Value, replayed: bool) -> Result<Value, String> {
    let Some(ok) = answer.get_mut("ok") else { return Err(format!("an error instead of an answer: {answer}")) };
    let code =
        ok.get_mut("result").and_then(Value::as_object_mut).and_then(|result| result.remove("code").or_else(|| result.remove("token")));
    if let Some(code) = code.filter(|_| replayed) {
        return Err(format!("the code {code} left twice"));
    }
    let said = ok.as_object_mut().and_then(|ok| ok.remove("replayed")).unwrap_or(Value::Bool(false));
    if said != replayed { Err(format!("replayed: {said} where it should be {replayed}")) } else { Ok(answer) }
}

/// A repository in which everything before the request has been done.
fn prepared(scenario: &Scenario, storage: Storage<'_>) -> Arc<Faulty> {
    let faulty = Arc::new(storage());
    let loyalty = engine(Arc::clone(&faulty));
    for (day, step) in (1..).zip(scenario.before) {
        let at = if BRIEF.contains(&step.0) || step.0.starts_with(DESK) { SHORTLY.to_owned() } else { format!("2026-01-0{day}T10:00:00Z") };
        let answer = match step.0.strip_prefix(DESK) {
            None => ask(&loyalty, &request(*step, None), &context(&at, &format!("day {day}"))),
            Some(op) => ask(&loyalty, &request((op, step.1), None), &desk(&at, &format!("day {day}"))),
        };
        let is_asked = step.0.starts_with(DESK) && answer["error"]["code"] == "approval_required";
        assert!(answer.get("ok").is_some() || is_asked, "before {}: {}: {answer}", scenario.op, step.0);
    }
    faulty
}

/// Plays a scenario with every fault at every call; how many faults came.
pub fn check(scenario: &Scenario, storage: Storage<'_>, faults: &[Fault]) -> Result<u64, String> {
    let kind = catalogue::find(scenario.op).map_err(|error| error.to_string())?.kind;
    let wish = request((scenario.op, scenario.args), (kind == Kind::Command).then_some("key"));
    let calm = prepared(scenario, storage);
    let wanted = first_answer(ask(&engine(Arc::clone(&calm)), &wish, &context(NOW, "now")), false)?;
    let tale = Tale { kind, wish, wanted, stands: dump(&*calm) };
    let mut came = 0;
    for fault in faults {
        for restart in [false, true] {
            let plans = (1..).map(|nth| Plan { fault: *fault, nth });
            for plan in plans {
                let context = |why| format!("{} with {plan}: {why}", scenario.op);
                if !tale.play(&prepared(scenario, storage), plan, restart).map_err(context)? {
                    break;
                }
                came += 1;
            }
        }
    }
    Ok(came)
}

/// A request, and how it ends without faults.
struct Tale {
    kind: Kind,
    wish: String,
    wanted: Value,
    stands: Dump,
}

impl Tale {
    /// Whether the fault came.
    fn play(&self, faulty: &Arc<Faulty>, plan: Plan, restart: bool) -> Result<bool, String> {
        let mut loyalty = engine(Arc::clone(faulty));
        faulty.arm(plan);
        let first = ask(&loyalty, &self.wish, &context(NOW, "now"));
        let came = faulty.disarm();
        match plan.fault.answer().filter(|_| came) {
            None => self.is_answer(first, false)?,
            Some((code, retry)) => {
                let found = (first["error"]["code"].as_str(), first["error"]["retry"].as_str());
                if found != (Some(code), Some(retry)) {
                    return Err(format!("answered {first} instead of {code}, {retry}"));
                }
                if restart {
                    loyalty = engine(Arc::clone(faulty));
                }
                // What was not applied is done now as it would have been; what was applied is only told, whenever one asks.
                let applied = plan.fault == Fault::LostReply;
                let again = if applied && self.kind == Kind::Command { context(LATER, "later") } else { context(NOW, "now") };
                self.is_answer(ask(&loyalty, &self.wish, &again), applied)?;
            }
        }
        same(&self.stands, &dump(&**faulty))?;
        let once_more = ask(&loyalty, &self.wish, &context(LATER, "once more"));
        if self.kind == Kind::Command {
            self.is_answer(once_more, true)?;
        }
        same(&self.stands, &dump(&**faulty))?;
        Ok(came)
    }

    /// A batch that was applied has nothing left to do, and says so.
    fn is_answer(&self, answer: Value, applied: bool) -> Result<(), String> {
        let answer = first_answer(answer, applied && self.kind == Kind::Command)?;
        let is_same = answer == self.wanted || (applied && self.kind == Kind::Batch);
        if is_same { Ok(()) } else { Err(format!("answered {answer} instead of {}", self.wanted)) }
    }
}
