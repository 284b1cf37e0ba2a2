//! Arbitrary JSON and arbitrary arguments through the door: every malformed, unknown, too large, too deep, wrongly typed or forbidden request
//! gets a documented code with the path to the fault, and changes nothing. `LOYALTY_CASES` sets the number of cases.

#[path = "arbitrary/mutation.rs"]
mod mutation;
#[path = "arbitrary/script.rs"]
mod script;
#[path = "arbitrary/valid.rs"]
mod valid;

use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};

use loyalty_core::catalogue::{self, CATALOGUE};
use loyalty_core::error::CODES;
use loyalty_core::log::REFUSAL;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::memory::Memory;
use loyalty_core::operation::Kind;
use loyalty_core::repository::{COUNTER, Changes, Read, Refusal, Repository, Row, Scan, Search, StorageError, Value as Cell, Write};
use loyalty_core::schema::TABLES;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

use mutation::{Touched, any_json, apply, change};
use valid::{context, open, requests};

/// Scripts of each kind for other languages.
const SCRIPTS: u32 = 6;

/// Cases of each property.
fn cases() -> u32 {
    std::env::var("LOYALTY_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000)
}

fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[3; 32]))
}

/// Every row of every table, but the log of refusals.
fn dump<R: Repository>(repository: &R) -> Vec<Vec<Row>> {
    let tables = TABLES.iter().filter(|table| ***table != REFUSAL);
    repository.read(&tables.map(|table| Read::Scan(Scan::prefix(table, Vec::new()))).collect::<Vec<_>>()).unwrap()
}

/// What an answer must be: JSON with `ok`, or a documented error with a path where a path belongs. Gives the code and the path.
fn judge(answer: &str) -> Result<Option<(String, String)>, String> {
    let parsed: Value = serde_json::from_str(answer).map_err(|error| format!("the answer is no JSON: {error}: {answer}"))?;
    if parsed.get("ok").is_some() {
        return Ok(None);
    }
    let code = parsed["error"]["code"].as_str().unwrap_or_default().to_owned();
    let path = parsed["error"]["details"]["path"].as_str().unwrap_or_default().to_owned();
    if !CODES.iter().any(|(known, _)| *known == code) || ["internal", "busy", "storage_failed", "outcome_unknown"].contains(&code.as_str())
    {
        return Err(format!("not a code for a request: {answer}"));
    }
    if code == "invalid_request" && path.is_empty() {
        return Err(format!("no path: {answer}"));
    }
    Ok(Some((code, path)))
}

/// Sends a request and checks the answer, and that a refusal, a query or a preview has changed nothing.
fn ask<R: Repository>(shop: &Loyalty<R>, request: &str, context: &str) -> Result<Option<(String, String)>, String> {
    let before = dump(shop.repository());
    let verdict = judge(&shop.execute(request, context))?;
    let parsed: Value = serde_json::from_str(request).unwrap_or_default();
    let operation = parsed["op"].as_str().and_then(|name| catalogue::find(name).ok());
    let reads = operation.is_some_and(|operation| operation.kind == Kind::Query) || parsed["preview"] == json!(true);
    if (verdict.is_some() || reads) && dump(shop.repository()) != before {
        return Err(format!("something was changed: {verdict:?}"));
    }
    Ok(verdict)
}

fn fail(text: String) -> TestCaseError {
    TestCaseError::fail(text.chars().take(4_000).collect::<String>())
}

#[test]
fn every_operation_has_a_valid_request_here() {
    let requests = requests();
    for operation in CATALOGUE {
        let (_, args) =
            requests.iter().find(|(name, _)| *name == operation.name).unwrap_or_else(|| panic!("{} needs a line", operation.name));
        let request = json!({ "op": operation.name, "args": args }).to_string();
        let answer = open(Memory::new()).execute(&request, &context("maria", "agent", "admin"));
        assert!(answer.starts_with("{\"ok\""), "{}: {answer}", operation.name);
    }
}

/// A valid request with one change, of an actor of some kind.
#[derive(Debug)]
struct Mutated {
    request: String,
    context: String,
    options: Value,
    touched: Touched,
}

/// Such requests; nothing where there was nothing to change.
fn mutations() -> impl Strategy<Value = Option<Mutated>> {
    let requests = requests();
    let schemas: Vec<Value> = CATALOGUE.iter().map(|operation| serde_json::to_value((operation.arguments)()).unwrap()).collect();
    let actors = prop_oneof![
        8 => Just(("maria", "agent", "admin")), 1 => Just(("joe", "agent", "support")), 1 => Just(("shop", "system", "shop")),
        1 => Just(("c", "customer", "")), 1 => Just(("guest", "customer", "")), 1 => Just(("nobody", "agent", "none")),
    ];
    let options = prop_oneof![8 => Just(json!({})), 1 => Just(json!({ "preview": true })), 1 => Just(json!({ "idempotency_key": "k" })),
        1 => Just(json!({ "if_version": 9 })), 1 => Just(json!({ "plan": "p" }))];
    (0..CATALOGUE.len(), change(), actors, options).prop_map(move |(number, change, actor, options)| {
        let name = CATALOGUE[number].name;
        let mut args = requests.iter().find(|(other, _)| *other == name).unwrap().1.clone();
        let touched = apply(&mut args, &schemas[number], &change)?;
        let mut request = json!({ "op": name, "args": args });
        request.as_object_mut().unwrap().extend(options.as_object().unwrap().clone());
        Some(Mutated { request: request.to_string(), context: context(actor.0, actor.1, actor.2), options, touched })
    })
}

fn mutated<R: Repository>(cases: u32, repository: impl Fn() -> R) -> Result<(), String> {
    let outcome = runner(cases).run(&mutations(), |mutated| {
        let Some(Mutated { request, context, options, touched }) = mutated else { return Ok(()) };
        let verdict = ask(&open(repository()), &request, &context).map_err(fail)?;
        let full = format!("args{}", touched.path);
        match verdict {
            None if touched.forbidden => Err(fail(format!("{full} was taken"))),
            // Two faults: either may be named.
            Some((code, path)) if code == "invalid_request" && options.get(&path).is_some() => Ok(()),
            Some((code, path))
                if touched.forbidden && code == "invalid_request" && !(path.starts_with(&full) || full.starts_with(&path)) =>
            {
                Err(fail(format!("{path} is named, {full} is wrong")))
            }
            Some((code, _)) if touched.forbidden && code != "invalid_request" => {
                Err(fail(format!("{full} is wrong, the answer is {code}")))
            }
            _ => Ok(()),
        }
    });
    outcome.map_err(|failure| failure.to_string())
}

// rules P1, W3, W6, W7, W8
#[test]
fn a_changed_argument_is_named_and_changes_nothing() {
    mutated(cases(), Memory::new).unwrap_or_else(|failure| panic!("{failure}"));
}

/// Texts that are no request, or hardly one.
fn texts() -> impl Strategy<Value = String> {
    let one = prop::sample::select(requests()).prop_map(|(op, args)| json!({ "op": op, "args": args }).to_string());
    let cut = |text: &str, at: usize| text.chars().take(at % (text.chars().count() + 1)).collect::<String>();
    prop_oneof![
        any::<String>(),
        any_json().prop_map(|value| value.to_string()),
        any_json().prop_map(|args| json!({ "op": "points.adjust", "args": args }).to_string()),
        (any_json(), any_json()).prop_map(|(op, other)| json!({ "op": op, "args": {}, "if_version": other }).to_string()),
        (one.clone(), any::<usize>()).prop_map(move |(text, at)| cut(&text, at)),
        (one.clone(), any::<usize>(), any::<char>()).prop_map(|(text, at, other)| {
            let place = at % text.chars().count();
            text.chars().enumerate().map(|(number, char)| if number == place { other } else { char }).collect()
        }),
        (one.clone(), any::<String>()).prop_map(|(text, more)| text + &more),
        one.clone().prop_map(|text| text.replacen('{', "{\"op\":\"points.spend\",", 1)),
        one.clone().prop_map(|text| text.replacen("\"customer\":", "\"customer\":\"d\",\"customer\":", 1)),
        (one.clone(), 20..300_usize).prop_map(|(text, depth)| {
            text.replacen("\"args\":", &format!("\"args\":{}1{},\"more\":", "[".repeat(depth), "]".repeat(depth)), 1)
        }),
        (20..300_usize).prop_map(|depth| "{\"a\":".repeat(depth)),
        one.clone().prop_map(|text| text.replacen("\"c\"", "1e999", 1)),
        one.prop_map(|text| text.replacen("\"5\"", "123456789012345678901234567890", 1)),
    ]
}

// rule W8
#[test]
fn arbitrary_text_gets_a_documented_answer_and_changes_nothing() {
    let admin = context("maria", "agent", "admin");
    let outcome = runner(cases()).run(&texts(), |text| ask(&open(Memory::new()), &text, &admin).map(|_| ()).map_err(fail));
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Contexts that are none, or hardly one.
fn contexts() -> impl Strategy<Value = String> {
    prop_oneof![
        texts(),
        (any_json(), any_json(), any_json())
            .prop_map(|(actor, at, entropy)| json!({ "actor": actor, "at": at, "entropy": entropy }).to_string()),
        (any_json(), any_json()).prop_map(|(id, roles)| {
            json!({ "actor": { "id": id, "kind": "agent", "roles": roles }, "at": valid::AT, "entropy": "not random at all" }).to_string()
        }),
        (any_json(), any_json())
            .prop_map(|(at, entropy)| json!({ "actor": { "id": "m", "kind": "system" }, "at": at, "entropy": entropy }).to_string()),
    ]
}

/// What is asked in such a context.
fn adjust() -> String {
    json!({ "op": "points.adjust", "args": { "customer": "c", "type": "points", "amount": "5", "reason": "r" } }).to_string()
}

// rules W1, W8
#[test]
fn an_arbitrary_context_gets_a_documented_answer_and_changes_nothing() {
    let request = adjust();
    let outcome = runner(cases()).run(&contexts(), |context| ask(&open(Memory::new()), &request, &context).map(|_| ()).map_err(fail));
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

// rule W8
#[test]
fn too_long_and_too_deep_are_refused() {
    let (shop, admin) = (open(Memory::new()), context("maria", "agent", "admin"));
    let long = json!({ "op": "customer.get", "args": { "customer": "x".repeat(1_100_000) } }).to_string();
    let deep = format!("{{\"op\":\"program.set\",\"args\":{{\"program\":{}{}}}}}", "[".repeat(31), "]".repeat(31));
    for text in [&long, &deep] {
        assert_eq!(ask(&shop, text, &admin), Ok(Some(("invalid_request".into(), "request".into()))));
        assert_eq!(ask(&shop, "{}", text), Ok(Some(("invalid_request".into(), "context".into()))));
    }
}

// rule W8
#[test]
fn a_shop_that_lives_on_answers_too_and_scripts_tell_others_how() {
    let admin = context("maria", "agent", "admin");
    let arguments = mutations().prop_filter_map("nothing to change", |mutated| mutated.map(|mutated| (mutated.request, mutated.context)));
    let requests = texts().prop_map(|text| (text, admin.clone()));
    let contexts = contexts().prop_map(|context| (adjust(), context));
    let mut runner = runner(1);
    let scripts: Vec<(String, String)> = (0..SCRIPTS)
        .flat_map(|number| {
            let kinds = [
                ("arguments", script::script(&mut runner, &arguments)),
                ("requests", script::script(&mut runner, &requests)),
                ("contexts", script::script(&mut runner, &contexts)),
            ];
            kinds.map(|(kind, script)| (format!("{kind}-{number}"), script))
        })
        .collect();
    for (name, script) in &scripts {
        for (answer, number) in script.lines().skip(2).step_by(3).zip(1..) {
            judge(answer).unwrap_or_else(|why| panic!("{name}, request {number}: {why}"));
        }
    }
    script::write(&PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("arbitrary"), &scripts);
}

/// Memory that keeps something of every refused command.
struct Leaky(Memory, AtomicI64);

impl Repository for Leaky {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.0.read(reads)
    }
    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.0.search(search)
    }
    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let refused = |write: &Write| matches!(write, Write::Put(row) if *row.table == REFUSAL);
        if changes.iter().flat_map(|changes| &changes.writes).any(refused) {
            let traces = self.1.fetch_add(1, Ordering::Relaxed);
            let trace = Row { table: &COUNTER, values: vec![Cell::from("trace"), Cell::Int(traces)], body: String::new() };
            self.0.commit(vec![Changes { writes: vec![Write::Put(trace)], ..Changes::default() }])?;
        }
        self.0.commit(changes)
    }
}

#[test]
fn a_refusal_that_leaves_a_trace_is_found() {
    let found = mutated(2_000, || Leaky(Memory::new(), AtomicI64::new(1))).unwrap_err();
    assert!(found.contains("something was changed"), "{found}");
}

#[test]
fn an_answer_without_code_or_path_is_found() {
    for bad in [
        "",
        "{}",
        "[1",
        r#"{"error":{"code":"oops"}}"#,
        r#"{"error":{"code":"internal"}}"#,
        r#"{"error":{"code":"invalid_request","details":{"path":""}}}"#,
    ] {
        assert!(judge(bad).is_err(), "{bad}");
    }
    assert_eq!(judge(r#"{"ok":{}}"#), Ok(None));
}
