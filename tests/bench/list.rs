//! `customer.list` over a million customers beside SQL written by hand for each question, in turns, over the same file.
//!
//! A question is asked for its first page, one in the middle and the last one. Both sides answer with the same rows, which is checked before
//! anything is measured, as JSON. The time is the processor's.

mod by_hand;
mod people;
mod question;

use std::path::Path;

use loyalty_core::loyalty::Loyalty;
use loyalty_sql::Sqlite;
use rusqlite::types::Value;
use serde_json::json;

use crate::measure::cpu;
use by_hand::{ByHand, Position, Shown};
use question::Question;

/// How often each side answers, after once for the caches.
const ROUNDS: usize = 5;
/// A round lasts about so many microseconds, so that the clock's own grain does not count.
const ROUND: f64 = 20_000.0;
/// The engine may take so many times what takes the hand.
const RATIO_MAX: f64 = 2.0;
/// The slowest page may take so many times what takes the first.
const PAGES_MAX: f64 = 3.0;

const CONTEXT: &str =
    r#"{"actor":{"id":"maria","kind":"agent","roles":["admin"]},"at":"2026-11-22T10:00:00Z","entropy":"sixteen bytes of entropy"}"#;

/// What one page took: the medians of both sides in microseconds, and of the ratios.
struct Page {
    ours: f64,
    by_hand: f64,
    ratio: f64,
}

/// Prints a line for each question whose name holds the word, and last what missed the goals.
pub fn table(folder: &str, word: &str) {
    std::fs::create_dir_all(folder).expect("a folder");
    let path = people::file(Path::new(folder));
    let loyalty = crate::rounds::open(&path);
    let hand = ByHand::open(&path).expect("a file");
    println!(
        "{:<30} {:>8}   {:<24} {:<24} {:<24} worst by first",
        "µs a page (engine, by hand, ratio)", "rows", "first page", "middle", "last"
    );
    let mut missed = Vec::new();
    for question in question::all().into_iter().filter(|question| question.name.contains(word)) {
        let line = line(&loyalty, &hand, &question);
        print!("{}", line.0);
        missed.extend(line.1.then_some(question.name));
    }
    println!(
        "\nbeyond {RATIO_MAX} times by hand, or a page beyond {PAGES_MAX} times the first: {}",
        if missed.is_empty() { "none".to_owned() } else { missed.join("; ") }
    );
}

/// The line of a question, and whether a goal was missed.
fn line(loyalty: &Loyalty<Sqlite>, hand: &ByHand, question: &Question) -> (String, bool) {
    let positions = hand.positions(question).expect("rows");
    let rows = positions.len();
    let mut behind = vec![None];
    if rows > 100 {
        behind.extend([positions.get(rows / 2), positions.get(rows - 51)]);
    }
    let pages: Vec<Page> = behind.into_iter().map(|after| page(loyalty, hand, question, after)).collect();
    let times = || pages.iter().map(|page| page.ours);
    let worst = times().fold(0.0, f64::max) / times().next().unwrap_or(f64::NAN);
    let mut text = format!("{:<34} {rows:>8}  ", question.name);
    for place in 0..3 {
        let page = pages.get(place).map(|page| format!("{:>9.0} {:>8.0} {:>5.2}", page.ours, page.by_hand, page.ratio));
        text.push_str(&format!(" {:<24}", page.unwrap_or_default()));
    }
    text.push_str(&format!(" {worst:.2}\n"));
    (text, worst > PAGES_MAX || pages.iter().any(|page| page.ratio > RATIO_MAX))
}

fn page(loyalty: &Loyalty<Sqlite>, hand: &ByHand, question: &Question, after: Option<&Position>) -> Page {
    let request = request(loyalty, question, after);
    let ours = || loyalty.execute(&request, CONTEXT);
    let by_hand = || hand.page(question, after).expect("a page");
    assert_eq!(ids(&ours()), hand_ids(&by_hand()), "{}, behind {after:?}", question.name);
    let (mut times, mut hand_times, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    let repeats = |answer: &dyn Fn() -> String| (ROUND / once(answer, 1)).clamp(1.0, 40.0) as usize;
    let (repeats_ours, repeats_hand) = (repeats(&ours), repeats(&by_hand));
    for round in 0..ROUNDS {
        // Who comes second finds pages that the first has read.
        let (a, b) = if round % 2 == 0 {
            let a = once(&ours, repeats_ours);
            (a, once(&by_hand, repeats_hand))
        } else {
            let b = once(&by_hand, repeats_hand);
            (once(&ours, repeats_ours), b)
        };
        times.push(a);
        hand_times.push(b);
        ratios.push(a / b);
    }
    Page { ours: median(times), by_hand: median(hand_times), ratio: median(ratios) }
}

/// Microseconds for one answer.
fn once(answer: &dyn Fn() -> String, repeats: usize) -> f64 {
    let took = cpu(&mut || (0..repeats).for_each(|_| drop(std::hint::black_box(answer()))));
    (took.as_secs_f64() * 1e6 / repeats as f64).max(0.1)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The request for the page behind a position. A cursor is that of the first page with the position put in, since nobody turns 10,000 pages.
fn request(loyalty: &Loyalty<Sqlite>, question: &Question, after: Option<&Position>) -> String {
    let text = |args: &serde_json::Value| json!({ "op": "customer.list", "args": args }).to_string();
    let Some((value, root)) = after else { return text(&question.args) };
    let first: serde_json::Value = serde_json::from_str(&loyalty.execute(&text(&question.args), CONTEXT)).expect("an answer");
    let next = first["ok"]["next"].as_str().unwrap_or_else(|| panic!("{}: no second page: {first}", question.name));
    let mut cursor: serde_json::Value = serde_json::from_slice(&unhex(next)).expect("a cursor");
    cursor["v"] = match value {
        Value::Integer(number) => json!(number),
        Value::Blob(bytes) => json!(hex(bytes)),
        _ => serde_json::Value::Null,
    };
    let Value::Blob(root) = root else { panic!("a key is bytes") };
    cursor["k"] = json!(hex(root));
    let mut args = question.args.clone();
    args["cursor"] = json!(hex(cursor.to_string().as_bytes()));
    text(&args)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).filter_map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}

fn ids(answer: &str) -> Vec<String> {
    let answer: serde_json::Value = serde_json::from_str(answer).expect("an answer");
    let rows = answer["ok"]["rows"].as_array().unwrap_or_else(|| panic!("{answer}"));
    rows.iter().map(|row| row["id"].as_str().unwrap_or_default().to_owned()).collect()
}

fn hand_ids(rows: &str) -> Vec<String> {
    serde_json::from_str::<Vec<Shown>>(rows).expect("rows").into_iter().map(|row| row.id).collect()
}
