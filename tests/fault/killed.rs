//! `kill -9` in the middle of concurrent load over one SQLite file: nothing acknowledged is lost, nothing stands twice.
//!
//! `LOYALTY_KILLS` says how often (60), `LOYALTY_SEED` where the dice begin.

pub mod book;
pub mod child;
mod files;
mod sender;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use loyalty_core::loyalty::Loyalty;
use loyalty_core::schema::TABLES;
use loyalty_sql::{Config, Sqlite};
use loyalty_tests::dice::Dice;

use book::Book;
use child::{CUSTOMERS, FILE, ROUND, SEEDED};

/// After so many kills the next round begins with a new file, so that checking all of it stays quick.
const ROUNDS_OF_A_FILE: u64 = 60;

/// What the harness is made to do wrong, to see that it is noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seeded {
    Nothing,
    /// The child acknowledges before it commits.
    AcknowledgesFirst,
    /// What was not acknowledged is asked for again with a new key.
    NewKey,
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("killed-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _removed = std::fs::remove_dir_all(&self.0);
    }
}

pub fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Where the dice begin.
fn seed() -> u64 {
    number("LOYALTY_SEED", SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_nanos().into()))
}

fn open(path: &Path) -> Loyalty<Sqlite> {
    Loyalty::new(Sqlite::open(Config::new(path), TABLES).expect("the file opens after a kill"))
}

/// Starts a test of ours as a process of its own.
fn spawn(test: &str, variables: &[(&str, String)]) -> Child {
    Command::new(std::env::current_exe().expect("our own file"))
        .args(["--exact", test, "--ignored", "--nocapture", "--test-threads=1"])
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child process")
}

/// The lines that a child says, as far as they come; a kill may have cut the last.
fn lines(child: &mut Child) -> impl Iterator<Item = Vec<u8>> + use<> {
    BufReader::new(child.stdout.take().expect("a pipe")).split(b'\n').map_while(Result::ok)
}

/// Lets a child work until it has acknowledged some commands, kills it a moment later, and reads what it said.
fn kill_one(path: &Path, round: u64, dice: &mut Dice, seeded: Seeded) -> Book {
    let variables = [(FILE, path.display().to_string()), (ROUND, round.to_string()), (SEEDED, format!("{seeded:?}"))];
    let mut child = spawn("killed::child::child", &variables);
    let mut lines = lines(&mut child);
    let mut book = Book::default();
    let mut left = 1 + dice.below(30);
    while left > 0 {
        let line = lines.next().expect("the child works until it is killed");
        left -= u64::from(book.note(&line));
    }
    // The pipe holds what is said meanwhile; a full one only makes the child wait.
    std::thread::sleep(Duration::from_micros(dice.below(3_000)));
    child.kill().expect("the child still runs");
    for line in lines {
        book.note(&line);
    }
    child.wait().expect("the child ends");
    book
}

/// Kills children that work on one file, and checks the file after each; how many acknowledgements there were.
fn kill_many(rounds: u64, seeded: Seeded) -> Result<usize, String> {
    let seed = seed();
    let folder = Folder::new(&format!("{seeded:?}"));
    let (mut dice, mut acknowledged) = (Dice(seed), 0);
    let mut path = PathBuf::new();
    let mut all = Book::default();
    for round in 0..rounds {
        if round.is_multiple_of(ROUNDS_OF_A_FILE) {
            path = folder.0.join(format!("{round}.db"));
            all = Book::default();
            child::prepare(&open(&path));
        }
        let book = kill_one(&path, round, &mut dice, seeded);
        acknowledged += book.acknowledged();
        let loyalty = open(&path);
        let told = |why| format!("round {round}, LOYALTY_SEED={seed}: {why}");
        book.check(&loyalty, seeded == Seeded::NewKey).map_err(told)?;
        all.take_over(book);
        if (round + 1).is_multiple_of(ROUNDS_OF_A_FILE) || round + 1 == rounds {
            all.check_stands(&loyalty).map_err(told)?;
        }
        for customer in CUSTOMERS {
            child::verify(&loyalty, customer).map_err(told)?;
        }
    }
    is_intact(&path)?;
    Ok(acknowledged)
}

/// What SQLite itself says of a file.
fn is_intact(path: &Path) -> Result<(), String> {
    let intact: String = rusqlite::Connection::open(path)
        .and_then(|file| file.query_row("PRAGMA integrity_check", (), |row| row.get(0)))
        .map_err(|error| error.to_string())?;
    if intact == "ok" { Ok(()) } else { Err(intact) }
}

// rules L8, L10
#[test]
fn a_killed_process_loses_nothing_acknowledged_and_does_nothing_twice() {
    let rounds = number("LOYALTY_KILLS", 60);
    let acknowledged = kill_many(rounds, Seeded::Nothing).unwrap_or_else(|why| panic!("{why}"));
    println!("{rounds} kills, {acknowledged} acknowledged");
    assert!(acknowledged as u64 > 5 * rounds, "only {acknowledged} commands were acknowledged before {rounds} kills");
}

#[test]
fn an_acknowledgement_before_the_commit_is_noticed() {
    let why = kill_many(40, Seeded::AcknowledgesFirst).expect_err("it must be noticed");
    assert!(why.contains("acknowledged"), "{why}");
}

#[test]
fn asking_again_with_a_new_key_is_noticed() {
    let why = kill_many(40, Seeded::NewKey).expect_err("it must be noticed");
    assert!(why.contains("stands 2 times"), "{why}");
}
