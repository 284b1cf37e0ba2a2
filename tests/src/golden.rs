//! Golden scenarios: stories of requests with their exact answers. Their form is described in `tests/golden/README.md`.

pub mod coverage;
pub mod moving;
pub mod offers;
pub mod rewrite;
pub mod script;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use loyalty_core::json;
use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::Repository;
use serde_json::Value;
use serde_json::value::RawValue;

/// The fields of the first line of a story, and of the lines behind it, in their order.
const FIRST: &[&str] = &["story", "actor", "at"];
const FIELDS: &[&str] = &["do", "rules", "at", "actor", "example", "request", "answer"];

/// The secrets of the shop in every story, as hosts configure them.
pub const SECRETS: &str = r#"[{"id":"golden","key":"not a secret at all, but long enough to be one"}]"#;

/// The engine that answers a story.
///
/// # Panics
/// When the secrets are none.
pub fn engine<R: Repository>(repository: R) -> Loyalty<R> {
    Loyalty::new(repository).with_secrets(json::read_text(SECRETS, "").unwrap()).unwrap()
}

/// Something that executes a request in a context, both in JSON, and answers.
pub type Execute<'e> = dyn FnMut(&str, &str) -> String + 'e;

/// One file.
pub struct Story {
    /// The name of the file.
    pub name: String,
    /// What it tells.
    pub about: String,
    /// Who asks where a line does not say.
    pub actor: String,
    /// The requests, in order.
    pub lines: Vec<Line>,
}

/// One request with its answer.
pub struct Line {
    /// Its number in the file; the first line of the file is 1.
    pub number: usize,
    /// What it shows.
    pub does: String,
    /// Whether the reference shows this line.
    pub is_example: bool,
    /// The request, as it stands there.
    pub request: String,
    /// The context in which it is asked.
    pub context: String,
    /// The answer, byte by byte as the engine writes it; nothing before it was written for the first time.
    pub answer: String,
}

impl Line {
    /// The operation that is asked for.
    pub fn operation(&self) -> String {
        text_of(&parsed(&self.request)["op"])
    }

    /// The error code of the answer; nothing when it is no error.
    pub fn code(&self) -> Option<String> {
        parsed(&self.answer)["error"]["code"].as_str().map(str::to_owned)
    }

    /// Where it stands.
    pub fn place(&self, story: &Story) -> String {
        format!("{}:{}", story.name, self.number)
    }
}

/// The folder of the stories.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden")
}

/// Every story, by name.
///
/// # Panics
/// When the folder or a file cannot be read, or a line is not of the form.
pub fn stories() -> Vec<Story> {
    paths().into_iter().map(|path| Story::parse(&name_of(&path), &std::fs::read_to_string(&path).unwrap()).unwrap()).collect()
}

/// The files of the stories, sorted.
///
/// # Panics
/// When the folder cannot be read.
pub fn paths() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    paths
}

fn name_of(path: &std::path::Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Story {
    /// Reads a story.
    ///
    /// # Errors
    /// The line that is not of the form, and what is wrong with it.
    pub fn parse(name: &str, text: &str) -> Result<Self, String> {
        let mut lines = text.lines().zip(1..).map(|(line, number)| (line, number, format!("{name}:{number}")));
        let (first, _, place) = lines.next().ok_or(format!("{name} is empty"))?;
        let first = fields(first, FIRST).map_err(|problem| format!("{place}: {problem}"))?;
        let part = |field: &str| first.get(field).map(|raw| raw.get().to_owned()).ok_or(format!("{place}: no field '{field}'"));
        let (about, actor, mut at) = (part("story")?, part("actor")?, part("at")?);
        let mut story = Story { name: name.to_owned(), about: text_of(&parsed(&about)), actor: actor.clone(), lines: Vec::new() };
        for (line, number, place) in lines {
            let fields = fields(line, FIELDS).map_err(|problem| format!("{place}: {problem}"))?;
            let get = |field: &str| fields.get(field).map(|raw| raw.get().to_owned());
            at = get("at").unwrap_or(at);
            story.lines.push(Line {
                number,
                does: get("do").map(|does| text_of(&parsed(&does))).ok_or(format!("{place}: no field 'do'"))?,
                is_example: get("example").is_some(),
                request: get("request").ok_or(format!("{place}: no field 'request'"))?,
                context: context(&get("actor").unwrap_or(actor.clone()), &at, number),
                answer: get("answer").unwrap_or_default(),
            });
        }
        Ok(story)
    }

    /// Asks every request of the story, in order. Another language does the same in a few lines.
    pub fn replay(&self, execute: &mut Execute<'_>) -> Vec<String> {
        self.lines.iter().map(|line| execute(&line.request, &line.context)).collect()
    }

    /// Where answers are not, byte by byte, those of the story.
    pub fn differences(&self, answers: &[String]) -> Vec<String> {
        let pairs = self.lines.iter().zip(answers);
        let different = pairs.filter(|(line, answer)| line.answer != **answer);
        let mut found: Vec<String> = different
            .map(|(line, answer)| format!("{} {}\n  expected {}\n  answered {answer}", line.place(self), line.does, line.answer))
            .collect();
        if answers.len() != self.lines.len() {
            found.push(format!("{}: {} answers to {} requests", self.name, answers.len(), self.lines.len()));
        }
        found
    }

    /// The customers and gift cards whose books do not verify at the end (rule L14): everyone whom a request named that was
    /// not refused; one who was only previewed need not exist.
    pub fn unsound(&self, execute: &mut Execute<'_>) -> Vec<String> {
        let at = self.lines.last().map_or_else(String::new, |line| parsed(&line.context)["at"].to_string());
        let mut found = Vec::new();
        let cards = self.named(&["gift_card"]).into_iter().map(|card| ("gift_card", card));
        for (what, owner) in self.named(&["customer", "id"]).into_iter().map(|customer| ("customer", customer)).chain(cards) {
            let request = serde_json::json!({ "op": "journal.verify", "args": { what: owner } }).to_string();
            let answer = execute(&request, &context(&self.actor, &at, 0));
            let verdict = parsed(&answer);
            if verdict["ok"]["sound"] != true && verdict["error"]["code"] != "not_found" {
                found.push(format!("{}: the books of {owner} at the end: {answer}", self.name));
            }
        }
        found
    }

    /// What stands in these arguments of requests that were not refused.
    fn named(&self, arguments: &[&str]) -> BTreeSet<String> {
        let args = self.lines.iter().filter(|line| line.code().is_none()).map(|line| parsed(&line.request)["args"].clone());
        let named = |args: Value| arguments.iter().filter_map(|name| args[*name].as_str().map(str::to_owned)).collect::<Vec<_>>();
        args.flat_map(named).collect()
    }
}

/// The context of a line: who asks, when, and randomness that is the number of the line.
fn context(actor: &str, at: &str, number: usize) -> String {
    format!(r#"{{"actor":{actor},"at":{at},"entropy":"entropy of line {number:05}"}}"#)
}

/// The fields of a line as they stand there; the order is fixed, so that the answer is always last.
fn fields<'l>(line: &'l str, known: &[&str]) -> Result<BTreeMap<String, &'l RawValue>, String> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(line).map_err(|error| error.to_string())?;
    if let Some(unknown) = fields.keys().find(|field| !known.contains(&field.as_str())) {
        return Err(format!("'{unknown}' is no field of this line; give {}", known.join(", ")));
    }
    let mut places: Vec<usize> = Vec::new();
    for field in known {
        places.extend(fields.get(*field).map(|raw| raw.get().as_ptr() as usize));
    }
    if places.is_sorted() { Ok(fields) } else { Err(format!("the fields stand in another order than {}", known.join(", "))) }
}

/// A text as JSON; null where it is none.
fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
