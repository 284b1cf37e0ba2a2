//! What a killed process has said, and whether the file agrees.

use std::collections::{BTreeMap, HashMap};

use loyalty_core::entry::ENTRY;
use loyalty_core::hold::HOLD;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::{Read, Repository, Scan, Value as Stored};
use serde_json::Value;

use super::child::again;

/// Every request a process asked for, by key, with its answer where it told one.
#[derive(Default)]
pub struct Book(BTreeMap<String, (Value, Option<Value>)>);

impl Book {
    /// Takes down one line; whether it was an acknowledgement. A kill may have cut the line.
    pub fn note(&mut self, line: &[u8]) -> bool {
        read(line).is_some_and(|(word, request, answer)| self.take_down(&word, request, answer))
    }

    /// Takes down what was said about a request; whether it was an acknowledgement. What was acknowledged once stays so.
    pub fn take_down(&mut self, word: &str, request: Value, answer: Value) -> bool {
        let has = word == "has";
        let slot = self.0.entry(request["idempotency_key"].as_str().unwrap_or_default().to_owned()).or_insert((request, None));
        if has && !(answer.get("error").is_some() && slot.1.as_ref().is_some_and(|first| first.get("ok").is_some())) {
            slot.1 = Some(answer);
        }
        has
    }

    /// How many requests were answered with this error.
    pub fn refused(&self, code: &str) -> usize {
        self.0.values().filter(|(_, answer)| answer.as_ref().is_some_and(|answer| answer["error"]["code"] == code)).count()
    }

    /// How many requests were acknowledged.
    pub fn acknowledged(&self) -> usize {
        self.0.values().filter(|(_, answer)| answer.as_ref().is_some_and(|answer| answer.get("ok").is_some())).count()
    }

    /// Takes over what another process said.
    pub fn take_over(&mut self, other: Book) {
        self.0.extend(other.0);
    }

    /// What was acknowledged stands once and is told again; what failed does not stand; the rest stands at most once, and exactly once when
    /// asked for again.
    pub fn check<R: Repository>(&self, loyalty: &Loyalty<R>, with_new_key: bool) -> Result<(), String> {
        let before = self.check_stands(loyalty)?;
        for (key, (request, answer)) in &self.0 {
            let code = answer.as_ref().and_then(|answer| answer["error"]["code"].as_str()).unwrap_or_default();
            if before.contains_key(key) && ["storage_failed", "busy"].contains(&code) {
                return Err(format!("{key} was answered {code}, and stands"));
            }
            let mut request = request.clone();
            if answer.is_none() && with_new_key {
                request["idempotency_key"] = format!("{key}-again").into();
            }
            let told = again(loyalty, &request);
            let replayed = told["ok"]["replayed"] == Value::Bool(true);
            let is_first_answer = answer.as_ref().is_none_or(|answer| answer.get("ok").is_none() || plain(answer) == plain(&told));
            if !is_first_answer {
                return Err(format!("{key} was acknowledged as {answer:?} and is now {told}"));
            }
            if !with_new_key && replayed != (before.get(key.as_str()) == Some(&1)) {
                return Err(format!("{key} stood {:?} times and was answered {told}", before.get(key.as_str())));
            }
        }
        self.check_stands(loyalty).map(|_| ())
    }

    /// What was acknowledged stands once, everything else at most once; how often each key stands.
    pub fn check_stands<R: Repository>(&self, loyalty: &Loyalty<R>) -> Result<HashMap<String, u64>, String> {
        let stands = count(loyalty.repository());
        for (key, (_, answer)) in &self.0 {
            let times = stands.get(key).copied().unwrap_or(0);
            let is_acknowledged = answer.as_ref().is_some_and(|answer| answer.get("ok").is_some());
            if times > 1 {
                return Err(format!("{key} stands {times} times"));
            }
            if is_acknowledged && times == 0 {
                return Err(format!("{key} was acknowledged and is lost"));
            }
        }
        Ok(stands)
    }
}

/// A line that a child said: a word, a request and its answer.
pub fn read(line: &[u8]) -> Option<(String, Value, Value)> {
    let text = String::from_utf8_lossy(line);
    let parts: Vec<&str> = text.split('\t').collect();
    let [word, request, answer] = parts.as_slice() else { return None };
    Some(((*word).to_owned(), serde_json::from_str(request).ok()?, serde_json::from_str(answer).ok()?))
}

/// An answer, whether it is told for the first time or again.
fn plain(answer: &Value) -> Value {
    let mut answer = answer.clone();
    if let Some(ok) = answer.get_mut("ok").and_then(Value::as_object_mut) {
        ok.remove("replayed");
    }
    answer
}

/// How often each key stands as the comment of an entry or the order of a hold, read from the tables themselves.
pub fn count(repository: &impl Repository) -> HashMap<String, u64> {
    let all = |table| Read::Scan(Scan::prefix(table, Vec::new()));
    let found = repository.read(&[all(&ENTRY), all(&HOLD)]).expect("a file that can be read");
    let comment = ENTRY.column("comment").expect("a column");
    let mut stands = HashMap::new();
    for row in found.iter().flatten() {
        let key = if row.table == &ENTRY {
            match row.value(comment) {
                Stored::Text(text) => Some(text.clone()),
                _ => None,
            }
        } else {
            serde_json::from_str::<Value>(&row.body).ok().and_then(|body| body["order"].as_str().map(str::to_owned))
        };
        if let Some(key) = key {
            *stands.entry(key).or_insert(0) += 1;
        }
    }
    stands
}
