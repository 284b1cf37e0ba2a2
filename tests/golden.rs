//! Replays the golden scenarios over every repository and compares the answers byte by byte.

use std::path::PathBuf;
use std::sync::Arc;

use loyalty_core::memory::Memory;
use loyalty_core::repository::{Changes, Read, Refusal, Repository, Row, Search, StorageError, Write};
use loyalty_core::schema::TABLES;
use loyalty_sql::{Config, Sqlite};
use loyalty_tests::golden::coverage::missing;
use loyalty_tests::golden::moving;
use loyalty_tests::golden::offers::{STORY, TOLD, broken};
use loyalty_tests::golden::rewrite::rewrite;
use loyalty_tests::golden::{Execute, Story, engine, stories};
use loyalty_tests::store::{Kind, Store};

/// What to do when answers are others than before.
const ADVICE: &str = "if the new answers are right, run `cargo xtask golden` and read the difference before you commit it";

/// What differs in a story, and whose books do not verify at its end.
fn faults(story: &Story, execute: &mut Execute<'_>) -> Vec<String> {
    let mut found = story.differences(&story.replay(execute));
    found.extend(story.unsound(execute));
    found
}

fn faults_over<R: Repository>(story: &Story, repository: R) -> Vec<String> {
    let loyalty = engine(repository);
    faults(story, &mut |request, context| loyalty.execute(request, context))
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults; {ADVICE}\n{}", faults.len(), faults.join("\n"));
}

/// A database file of its own, removed with it.
struct File(PathBuf);

impl File {
    fn new(story: &Story, purpose: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("loyalty-golden-{}-{purpose}-{}", std::process::id(), story.name));
        std::fs::create_dir_all(&folder).unwrap();
        File(folder)
    }

    fn open(&self) -> Sqlite {
        Sqlite::open(Config::new(self.0.join("shop.db")), TABLES).unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _removed = std::fs::remove_dir_all(&self.0);
    }
}

// rules W2, W13
#[test]
fn over_memory_every_answer_is_as_written() {
    assert_none(&stories().iter().flat_map(|story| faults_over(story, Memory::new())).collect::<Vec<_>>());
}

// rule W13
#[test]
fn over_sqlite_every_answer_is_as_written() {
    assert_none(&stories().iter().flat_map(|story| faults_over(story, File::new(story, "once").open())).collect::<Vec<_>>());
}

// rule W13
#[test]
fn over_sqlite_opened_anew_for_every_line_every_answer_is_as_written() {
    let reopened = |story: &Story| {
        let file = File::new(story, "anew");
        faults(story, &mut |request, context| engine(file.open()).execute(request, context))
    };
    assert_none(&stories().iter().flat_map(reopened).collect::<Vec<_>>());
}

/// Every story over a server, its tables emptied between two: what would take longest is making them.
fn over_server(kind: Kind) {
    let Some(store) = Store::open(kind) else { return };
    assert_none(&stories().iter().flat_map(|story| faults_over(story, store.emptied())).collect::<Vec<_>>());
}

// rule W13
#[test]
fn over_a_mysql_server_every_answer_is_as_written() {
    over_server(Kind::Mysql);
}

// rule W13
#[test]
fn over_a_postgres_server_every_answer_is_as_written() {
    over_server(Kind::Postgres);
}

// rule W2
#[test]
fn as_one_batch_with_one_durable_commit_every_answer_is_as_written() {
    for story in stories() {
        let loyalty = engine(Memory::new());
        let requests: Vec<(&str, &str)> = story.lines.iter().map(|line| (&*line.request, &*line.context)).collect();
        assert_none(&story.differences(&loyalty.execute_batch(&requests)));
    }
}

// rules W8, W9
#[test]
fn every_operation_is_shown_done_and_refused_and_every_code_occurs() {
    assert_none(&missing(&stories()));
}

/// The story that tries every action in every state.
fn actions() -> Story {
    stories().into_iter().find(|story| story.name == STORY).unwrap()
}

fn offers_broken(story: &Story) -> Vec<String> {
    let loyalty = engine(Memory::new());
    broken(story, &mut |request, context| loyalty.execute(request, context))
}

// rules K5, M1, M2, P1, W3
#[test]
fn every_action_is_tried_in_every_state_by_all_and_is_as_they_were_told() {
    assert_none(&offers_broken(&actions()));
}

#[test]
fn rewriting_a_story_that_is_right_changes_nothing() {
    for story in loyalty_tests::golden::paths() {
        let text = std::fs::read_to_string(&story).unwrap();
        let loyalty = engine(Memory::new());
        let again = rewrite("story", &text, &mut |request, context| loyalty.execute(request, context)).unwrap();
        assert_eq!(again, text, "{}; {ADVICE}", story.display());
    }
}

// From here on: the harness can fail.

#[test]
fn an_action_that_is_not_as_the_desk_was_told_is_found() {
    let mut story = actions();
    let told = r#"{"operation":"points.adjust","available":true}"#;
    let line = story.lines.iter_mut().find(|line| line.operation() == "customer.actions" && line.answer.contains(told)).unwrap();
    line.answer = line.answer.replace(told, r#"{"operation":"points.adjust","available":false,"code":"not_eligible"}"#);
    assert_eq!(offers_broken(&story).len(), 1);
    story.lines.retain(|line| line.operation() != "wishlist.set");
    assert_eq!(offers_broken(&story).len(), 1 + loyalty_core::membership::STATES.len() * TOLD);
}

/// A repository that forgets the rows of one table.
struct Forgetful {
    memory: Memory,
    table: &'static str,
}

impl Repository for Forgetful {
    fn read(&self, reads: &[Read]) -> Result<Vec<Vec<Row>>, StorageError> {
        self.memory.read(reads)
    }

    fn search(&self, search: &Search) -> Result<Vec<Row>, StorageError> {
        self.memory.search(search)
    }

    fn commit(&self, changes: Vec<Changes>) -> Result<Vec<Result<(), Refusal>>, StorageError> {
        let kept = |write: &Write| match write {
            Write::Insert(row) | Write::Put(row) => row.table.name != self.table,
            Write::Delete(..) => true,
        };
        let forget =
            |changes: &Changes| Changes { writes: changes.writes.iter().filter(|write| kept(write)).cloned().collect(), ..changes.clone() };
        self.memory.commit(changes.iter().map(forget).collect())
    }
}

fn find(name: &str) -> Story {
    stories().into_iter().find(|story| story.name == name).unwrap()
}

// rules K8, B1, R7
#[test]
fn the_page_about_moving_says_what_is_so() {
    let (page, story) = (moving::page(), find(moving::STORY));
    assert_none(&moving::untrue(&page, &story));
    for (said, instead) in [
        ("| `DELETE_REWARD` | `reward.remove`", "| `DELETE_REWARD` | `reward.consume`"),
        ("| `LOAD` |", "| `UNLOAD` |"),
        ("| Stamped | `stamped` | `stamped`", "| Stamped | `stamp` | `stamped`"),
        ("| Smile | none: `email` by `columns` | `smile`", "| Smile | none: `email` by `columns` | `grin`"),
        ("`bulk.reverse`", "`bulk.undo`"),
    ] {
        assert!(page.contains(said), "{said}");
        assert_eq!(moving::untrue(&page.replacen(said, instead, 1), &story).len(), 1, "{instead}");
    }
}

#[test]
fn a_repository_that_forgets_is_found_out() {
    for table in [
        "lot",
        "entry",
        "account",
        "hold",
        "log",
        "idempotency",
        "outbox",
        "order",
        "gift_card",
        "membership_change",
        "status",
        "status_event",
        "status_change",
        "refusal",
    ] {
        let found = stories().iter().flat_map(|story| faults_over(story, Forgetful { memory: Memory::new(), table })).count();
        assert!(found > 0, "nobody noticed that '{table}' is forgotten");
    }
}

#[test]
fn books_that_are_wrong_behind_right_answers_are_found_out() {
    let mut story = find("adjust.jsonl");
    // The credit alone: its answer does not show the lot, which only the verification at the end misses.
    let credit = story.lines.iter().position(|line| line.operation() == "points.adjust" && line.code().is_none()).unwrap();
    story.lines.truncate(credit + 1);
    let repository = Arc::new(Forgetful { memory: Memory::new(), table: "lot" });
    let loyalty = engine(repository);
    let answers = story.replay(&mut |request, context| loyalty.execute(request, context));
    assert_none(&story.differences(&answers));
    assert_eq!(story.unsound(&mut |request, context| loyalty.execute(request, context)).len(), 1);
}

#[test]
fn one_byte_is_found_out() {
    let story = find("adjust.jsonl");
    let loyalty = engine(Memory::new());
    let mut answers = story.replay(&mut |request, context| loyalty.execute(request, context));
    assert_none(&story.differences(&answers));
    let last = answers.last_mut().unwrap();
    last.pop();
    last.push(' ');
    assert_eq!(story.differences(&answers).len(), 1);
    answers.pop();
    assert_eq!(story.differences(&answers).len(), 1);
}

#[test]
fn a_script_has_three_lines_for_each_request() {
    for story in stories() {
        let script = story.script();
        let lines: Vec<&str> = script.lines().collect();
        assert_eq!(lines.len(), 3 * story.lines.len(), "{}", story.name);
        for (three, line) in lines.chunks(3).zip(&story.lines) {
            assert_eq!(three, [&line.request, &line.context, &line.answer], "{}", line.place(&story));
        }
    }
}

#[test]
fn an_operation_that_no_story_shows_is_found_out() {
    let some: Vec<Story> = stories().into_iter().filter(|story| story.name != "outbox.jsonl").collect();
    let found = missing(&some);
    assert!(found.contains(&"no line shows outbox.take refused".to_owned()), "{found:?}");
}

#[test]
fn a_line_that_is_not_of_the_form_is_found_out() {
    let first = r#"{"story": "a", "actor": {"id": "a", "kind": "agent"}, "at": "2026-01-01T00:00:00Z"}"#;
    let with = |line: &str| Story::parse("a.jsonl", &format!("{first}\n{line}\n")).map(|story| story.lines.len());
    assert_eq!(with(r#"{"do": "b", "request": {}, "answer": {}}"#), Ok(1));
    for wrong in
        [r#"{"do": "b", "request": {}"#, r#"{"request": {}}"#, r#"{"do": "b", "answer": {}, "request": {}}"#, r#"{"do": "b", "asks": {}}"#]
    {
        assert!(with(wrong).is_err_and(|error| error.starts_with("a.jsonl:2: ")), "{wrong}");
    }
}

#[test]
fn a_digest_that_changed_is_changed_in_later_requests_too() {
    let digest = |digit: &str| digit.repeat(64);
    let text = format!(
        "{}\n{}\n{}\n",
        r#"{"story": "a", "actor": {"id": "a", "kind": "agent"}, "at": "2026-01-01T00:00:00Z"}"#,
        format_args!(r#"{{"do": "b", "request": {{}}, "answer": {{"plan":"{}"}}}}"#, digest("a")),
        format_args!(r#"{{"do": "c", "request": {{"plan": "{}"}}}}"#, digest("a")),
    );
    let mut asked = Vec::new();
    let rewritten = rewrite("a.jsonl", &text, &mut |request, _| {
        asked.push(request.to_owned());
        format!(r#"{{"plan":"{}"}}"#, digest("b"))
    });
    assert_eq!(asked[1], format!(r#"{{"plan": "{}"}}"#, digest("b")));
    let last = rewritten.unwrap().lines().last().map(str::to_owned).unwrap();
    assert_eq!(last, format!(r#"{{"do": "c", "request": {{"plan": "{0}"}}, "answer": {{"plan":"{0}"}}}}"#, digest("b")));
}
