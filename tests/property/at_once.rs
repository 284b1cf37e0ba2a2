//! Many threads that ask at once, on a starting signal.

use std::sync::Barrier;
use std::thread;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::Repository;
use serde_json::{Value, json};

/// Threads that run at once.
pub const THREADS: usize = 16;

/// What an agent is answered.
pub fn ask<R: Repository>(shop: &Loyalty<R>, (id, role): (&str, &str), request: &Value, entropy: &str) -> Value {
    let context = json!({ "actor": { "id": id, "kind": "agent", "roles": [role] }, "at": "2026-11-22T10:00:00Z", "entropy": format!("not random at all {entropy}") });
    serde_json::from_str(&shop.execute(&request.to_string(), &context.to_string())).unwrap()
}

/// Asks something of every thread at once, each as somebody; what each was answered.
pub fn at_once<R: Repository>(
    shop: &Loyalty<R>,
    request: &(dyn Fn(usize) -> (String, &'static str, Value) + Sync),
    name: &str,
) -> Vec<Value> {
    let start = Barrier::new(THREADS);
    thread::scope(|scope| {
        let one = |number: usize| {
            let start = &start;
            scope.spawn(move || {
                let (id, role, request) = request(number);
                start.wait();
                // Who is told that too many came at once asks again, as the answer says.
                (0..50)
                    .map(|time| ask(shop, (&id, role), &request, &format!("{name}/{number}/{time}")))
                    .find(|answer| answer["error"]["code"] != "busy")
                    .unwrap_or_default()
            })
        };
        let threads: Vec<_> = (0..THREADS).map(one).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

/// The code of a refusal, or that it was done.
pub fn code(answer: &Value) -> &str {
    answer["error"]["code"].as_str().unwrap_or("done")
}
