//! `kill -9` of a server in the middle of the load of two hosts, and its start again: nothing acknowledged is lost, nothing stands twice, and what
//! was answered as failed did not happen. The hosts need no restart. `LOYALTY_SERVER_KILLS` says how often (3).

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use loyalty_core::loyalty::Loyalty;
use loyalty_servers::{Mariadb, Postgres, Server, required};
use loyalty_tests::dice::Dice;
use loyalty_tests::store::{Kind, Store};
use serde_json::Value;

use crate::killed::book::Book;
use crate::killed::child::{CUSTOMERS, THREADS, prepare, verify, work};
use crate::killed::{Seeded, number};

/// How long hosts wait before they ask again after a failure: the server is away for a second or two.
const BREATH: Duration = Duration::from_millis(50);

/// How long the load may take to get where it should be.
const PATIENCE: Duration = Duration::from_secs(60);

/// What happened in all rounds.
#[derive(Debug, Default)]
struct Tally {
    kills: u64,
    acknowledged: usize,
    failed: usize,
    unknown: usize,
}

/// What the hosts have said in a round.
#[derive(Default)]
struct Heard {
    book: Mutex<Book>,
    is_over: AtomicBool,
}

impl Heard {
    fn say(&self, word: &str, request: &Value, answer: &Value) {
        self.book.lock().unwrap().take_down(word, request.clone(), answer.clone());
        if answer.get("error").is_some() {
            thread::sleep(BREATH);
        }
    }

    fn until_acknowledged(&self, count: usize) -> Result<(), String> {
        let started = Instant::now();
        loop {
            match self.book.lock().unwrap().acknowledged() {
                enough if enough >= count => return Ok(()),
                less if started.elapsed() > PATIENCE => return Err(format!("only {less} of {count} commands were acknowledged")),
                _ => thread::sleep(Duration::from_millis(1)),
            }
        }
    }
}

/// Kills the server under load and starts it again while the load goes on, and checks what stands after each time.
fn kill_many<S: Server>(kind: Kind, rounds: u64, seeded: Seeded) -> Result<Tally, String> {
    let mut server = S::start()?;
    let store = Store::on(kind, &server.url());
    let hosts = [Loyalty::new(store.another_host()), Loyalty::new(store.another_host())];
    prepare(&hosts[0]);
    let (mut tally, mut dice) = (Tally::default(), Dice(number("LOYALTY_SEED", 1)));
    for round in 0..rounds {
        let heard = Heard::default();
        thread::scope(|scope| {
            for number in 0..THREADS {
                let (heard, host) = (&heard, &hosts[number as usize % hosts.len()]);
                let (say, is_over) = (|word: &str, request: &Value, answer: &Value| heard.say(word, request, answer), &heard.is_over);
                scope.spawn(move || work(host, &say, seeded, (&format!("r{round}"), number), &|| is_over.load(Ordering::Relaxed)));
            }
            let went = kill_once(&mut server, &heard, &mut dice);
            heard.is_over.store(true, Ordering::Relaxed);
            went
        })?;
        let book = heard.book.into_inner().unwrap();
        tally.kills += 1;
        tally.acknowledged += book.acknowledged();
        tally.failed += book.refused("storage_failed") + book.refused("busy");
        tally.unknown += book.refused("outcome_unknown");
        let told = |why| format!("{kind:?}, round {round}: {why}; {tally:?}");
        book.check(&hosts[0], false).map_err(told)?;
        for customer in CUSTOMERS {
            verify(&hosts[1], customer).map_err(told)?;
        }
    }
    Ok(tally)
}

/// One kill, some way into the load; the load goes on while the server starts again, and must get somewhere after it.
fn kill_once<S: Server>(server: &mut S, heard: &Heard, dice: &mut Dice) -> Result<(), String> {
    heard.until_acknowledged(20 + dice.below(60) as usize)?;
    thread::sleep(Duration::from_micros(dice.below(3_000)));
    server.kill();
    let acknowledged = heard.book.lock().unwrap().acknowledged();
    server.start_again()?;
    heard.until_acknowledged(acknowledged + 20)
}

fn loses_nothing<S: Server>(kind: Kind, test: &str) {
    if !required(test) {
        return;
    }
    let rounds = number("LOYALTY_SERVER_KILLS", 3);
    let tally = kill_many::<S>(kind, rounds, Seeded::Nothing).unwrap_or_else(|why| panic!("{why}"));
    println!("{kind:?}: {tally:?}; none lost, none twice");
    assert!(tally.kills == rounds && tally.acknowledged as u64 >= 40 * rounds && tally.failed > 0, "{tally:?} in {rounds} rounds");
}

// rules L8, L10
#[test]
fn a_killed_mysql_server_loses_nothing_acknowledged_and_does_nothing_twice() {
    loses_nothing::<Mariadb>(Kind::Mysql, "a_killed_mysql_server_loses_nothing_acknowledged_and_does_nothing_twice");
}

// rules L8, L10
#[test]
fn a_killed_postgres_server_loses_nothing_acknowledged_and_does_nothing_twice() {
    loses_nothing::<Postgres>(Kind::Postgres, "a_killed_postgres_server_loses_nothing_acknowledged_and_does_nothing_twice");
}

#[test]
fn an_acknowledgement_before_the_commit_is_noticed_on_a_server() {
    if required("an_acknowledgement_before_the_commit_is_noticed_on_a_server") {
        let why = kill_many::<Postgres>(Kind::Postgres, 10, Seeded::AcknowledgesFirst).expect_err("it must be noticed");
        assert!(why.contains("was acknowledged and is lost"), "{why}");
    }
}
