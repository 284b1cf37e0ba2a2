//! The process that is killed while it sends a file: it tells how far the file has come, and what became of it.

use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use loyalty_core::context::Context;
use loyalty_core::id::{Id, Slug};
use loyalty_core::json;
use loyalty_core::loyalty::{FileCall, FileDone, FileError, FileWatch, Loyalty};
use loyalty_core::repository::Repository;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::child::say;
use super::{Seeded, open};

pub const WORK: &str = "LOYALTY_TEST_KILLED_WORK";

/// What a process is to send, and where to.
#[derive(Serialize, Deserialize)]
pub struct Work {
    /// The SQLite file.
    pub to: PathBuf,
    pub csv: PathBuf,
    pub op: String,
    pub args: Value,
    /// Those of the dry run, where it gives some.
    pub digests: Vec<String>,
    /// After so many rows it breaks off by itself.
    pub breaks_off_at: Option<u64>,
    /// The name of what it does wrong.
    pub seeded: String,
}

/// Sends a file from its beginning.
pub fn send<R: Repository>(
    loyalty: &Loyalty<R>,
    (csv, op, args): (&Path, &str, &Value),
    (preview, digests): (bool, &[String]),
    watch: &mut FileWatch<'_>,
) -> Result<FileDone, FileError> {
    let roles = vec![Slug::new("admin").expect("a role")];
    let at = "2026-03-01T10:00:00Z".parse().expect("a time");
    let context = Context::agent(Id::new("maria").expect("an id"), roles, at, format!("sixteen bytes and {}", csv.display()));
    let call = FileCall { op, args: &args.to_string(), preview, digests };
    loyalty.send_file(&call, &context, &mut File::open(csv)?, watch)
}

/// Not a test of its own: what the killed process does.
#[test]
#[ignore = "run by the tests beside it"]
fn child() {
    let Ok(work) = std::env::var(WORK) else { return };
    let work: Work = serde_json::from_str(&work).expect("work");
    let too_many = if work.seeded == format!("{:?}", Seeded::AcknowledgesFirst) { 200 } else { 0 };
    let done = send(&open(&work.to), (&work.csv, &work.op, &work.args), (false, &work.digests), &mut |progress| {
        let rows: Vec<u64> = progress.errors.iter().map(|error| error.row).collect();
        say("told", &json!({ "done": progress.done + too_many, "refused": progress.refused }), &json!(rows));
        let is_enough = work.breaks_off_at.is_some_and(|rows| progress.done + progress.refused >= rows);
        if is_enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    match done {
        Ok(done) => say("ends", &json!(done.is_broken_off), &serde_json::from_str(&json::text(&done.answer)).expect("JSON")),
        Err(error) => say("fails", &Value::Null, &json!(error.to_string())),
    }
}
