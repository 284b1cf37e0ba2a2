//! `cargo xtask bench [word]`: what adjusts cost, beside a hand-written baseline, and how the cost grows with history; `bench c`: what the C
//! interface adds to a call; `bench js`: what a call of the npm package costs; `bench list [word]`: what a page of a million customers
//! costs beside hand-written SQL; `bench file`: what importing a file of a million customers takes, in time and memory; `bench servers [word]`: the
//! adjusts over database servers.
//!
//! Times are for people: the machine may be busy. Instruction counts are the same on every run, so they are a gate: `cargo xtask test` runs
//! [`gate`] with a smaller history than this command.

mod c;
mod js;
mod list;
mod servers;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::test::VALGRIND;
use crate::workspace::{Outcome, command, release, target};

/// How many adjusts the program counts in one run; `COUNTED` in tests/bench/count.rs.
const COUNTED: u64 = 200;
/// The short history.
const FEW: u64 = 1_000;
/// Histories in the gate, which has to be quick: a database can be filled outside of valgrind, a memory cannot.
const GATE: [(&str, u64); 2] = [("sqlite", 30_000), ("memory", 20_000)];
/// Histories in `cargo xtask bench`.
const FULL: [(&str, u64); 2] = [("sqlite", 1_000_000), ("memory", 100_000)];
/// A long history may cost so much more than a short one.
const GROWTH_MAX: f64 = 1.5;
/// All entries on one customer, or a hundred on each of many.
const SHAPES: [&str; 2] = ["spread", "one"];

/// Runs everything, or with a word only `counts`, only `c`, `file`, `js`, `list` or `servers`, or the rows of the table whose names hold it.
pub fn run(words: &[String]) -> Outcome {
    let word = words.first().map_or("", String::as_str);
    match word {
        "c" => return c::run(),
        "js" => return js::run(),
        "file" => return file(),
        "list" => return list::run(words.get(1).map_or("", String::as_str)),
        "servers" => return servers::run(words.get(1).map_or("", String::as_str)),
        _ => {}
    }
    release()?;
    if word != "counts" {
        let status = command(&program().to_string_lossy()).args(["rounds", word]).status().map_err(|e| e.to_string())?;
        if !status.success() {
            return Err(format!("the rounds ended with {status}"));
        }
    }
    if word.is_empty() || word == "counts" {
        VALGRIND.ensure()?;
        let growths = measure(&FULL)?;
        println!("\n{}", table(&growths));
        return verdict(&growths);
    }
    Ok(())
}

/// Imports a file of a million customers.
fn file() -> Outcome {
    release()?;
    let status = command(&program().to_string_lossy()).arg("file").status().map_err(|e| e.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("the file ended with {status}")) }
}

/// Holds the baseline to what the engine writes, counts instructions with a short and a longer history, and shows that a store which walks through the journal would be noticed.
pub fn gate() -> Result<String, String> {
    release()?;
    let status = command(&program().to_string_lossy()).arg("check").status().map_err(|e| e.to_string())?;
    if !status.success() {
        return Err("the hand-written baseline does not write what the engine writes; bring tests/bench/baseline up to date".to_owned());
    }
    let growths = measure(&GATE)?;
    verdict(&growths)?;
    let seeded = Growth { store: "memory", shape: "one", entries: 5_000, few: count("memory", "one", FEW, None, true)?, many: 0.0 };
    let seeded = Growth { many: count("memory", "one", seeded.entries, None, true)?, ..seeded };
    if verdict(std::slice::from_ref(&seeded)).is_ok() {
        return Err(format!("a walk through the journal on every read was not noticed:\n{}", table(&[seeded])));
    }
    Ok(table(&growths))
}

/// Instructions for each adjust with a short and a long history.
struct Growth {
    store: &'static str,
    shape: &'static str,
    entries: u64,
    few: f64,
    many: f64,
}

impl Growth {
    fn ratio(&self) -> f64 {
        self.many / self.few
    }
}

fn measure(sizes: &[(&'static str, u64)]) -> Result<Vec<Growth>, String> {
    let folder = Folder::new()?;
    let growth = |store: &'static str, shape: &'static str, entries: u64| -> Result<Growth, String> {
        let few = counted(&folder, store, shape, FEW)?;
        Ok(Growth { store, shape, entries, few, many: counted(&folder, store, shape, entries)? })
    };
    // Side by side: instructions are counted, not time.
    std::thread::scope(|scope| {
        let rows = sizes.iter().flat_map(|(store, entries)| SHAPES.map(|shape| (*store, shape, *entries)));
        let threads: Vec<_> = rows.map(|(store, shape, entries)| scope.spawn(move || growth(store, shape, entries))).collect();
        threads.into_iter().map(|thread| thread.join().map_err(|_| "a count panicked".to_owned())?).collect()
    })
}

fn counted(folder: &Folder, store: &str, shape: &str, entries: u64) -> Result<f64, String> {
    if store == "memory" {
        return count(store, shape, entries, None, false);
    }
    let path = folder.0.join(format!("{shape}-{entries}.db"));
    let entry_count = entries.to_string();
    let status = Command::new(program()).args(["prepare", shape, &entry_count]).arg(&path).status().map_err(|e| e.to_string())?;
    if !status.success() {
        return Err(format!("a store of {entries} entries could not be prepared: {status}"));
    }
    count(store, shape, entries, Some(&path), false)
}

/// Instructions for each adjust, as callgrind counts them.
fn count(store: &str, shape: &str, entries: u64, path: Option<&Path>, scans: bool) -> Result<f64, String> {
    let entries = entries.to_string();
    let mut words = vec!["count", store, shape, &entries];
    let path = path.map(|path| path.to_string_lossy().into_owned());
    words.extend(path.as_deref());
    words.extend(scans.then_some("--scan"));
    Ok(instructions("*count*measured*", &words)? as f64 / COUNTED as f64)
}

/// How many instructions callgrind counts inside of the functions that are meant.
fn instructions(functions: &str, words: &[&str]) -> Result<u64, String> {
    let mut valgrind = command(VALGRIND.program);
    valgrind
        .args(["--tool=callgrind", "--instr-atstart=no", "--callgrind-out-file=/dev/null"])
        .arg(format!("--toggle-collect={functions}"))
        .arg(program())
        .args(words)
        .stdin(Stdio::null());
    let output = valgrind.output().map_err(|e| format!("cannot run valgrind: {e}"))?;
    let text = String::from_utf8_lossy(&output.stderr);
    let collected = text.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse::<u64>().ok());
    let counted = collected.filter(|instructions| *instructions > 0 && output.status.success());
    counted.ok_or_else(|| format!("callgrind counted nothing:\n{text}"))
}

fn table(growths: &[Growth]) -> String {
    let mut text = format!("{:<10} {:<8} {:>12} {:>12} {:>12}   growth\n", "store", "shape", "entries", "few", "many");
    for growth in growths {
        let Growth { store, shape, entries, few, many } = growth;
        let ratio = growth.ratio();
        text.push_str(&format!("{store:<10} {shape:<8} {entries:>12} {few:>12.0} {many:>12.0}   {ratio:.2} (≤ {GROWTH_MAX})\n"));
    }
    text
}

fn verdict(growths: &[Growth]) -> Outcome {
    if growths.iter().all(|growth| growth.ratio() <= GROWTH_MAX) {
        return Ok(());
    }
    Err(format!("an adjust costs more the longer the history is; instructions for each, with {FEW} entries and more:\n{}", table(growths)))
}

fn program() -> PathBuf {
    target().join("release").join("bench")
}

/// A folder for prepared stores that goes away.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, String> {
        let folder = program().with_file_name(format!("bench-stores-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|e| format!("cannot make {}: {e}", folder.display()))?;
        Ok(Folder(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _removed = std::fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_beyond_the_bound_is_refused() {
        let growth = |many| Growth { store: "memory", shape: "one", entries: 10, few: 100.0, many };
        assert!(verdict(&[growth(150.0)]).is_ok());
        assert!(verdict(&[growth(100.0), growth(151.0)]).is_err());
    }
}
