//! Many threads on a few customers through several hosts, and the verdict on what they saw.

use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Instant;

use loyalty_core::loyalty::Loyalty;
use loyalty_core::repository::{Changes, Outcome, ROOT, Read, Repository, RootWrite, Row, Value};
use loyalty_tests::dice::Dice;
use serde_json::json;

use crate::graph::{Graph, Why};
use crate::history::History;
use crate::recorder::{Done, End, Recorder};
use crate::unguarded::{Gone, Unguarded};

const THREADS: usize = 8;
const CUSTOMERS: u64 = 3;

/// What came of a run.
pub struct Verdict {
    pub committed: usize,
    pub conflicts: usize,
    pub unexplained: usize,
    /// Cycles without regard to time, each with the names of its transactions.
    pub cycles: Vec<String>,
    /// Cycles that time alone makes: somebody did not see what had been acknowledged before they began.
    pub cycles_in_time: Vec<String>,
}

/// One thread: the engine over a recorder of its own, over a host that others use too.
struct Caller {
    recorder: Arc<Recorder>,
    loyalty: Loyalty<Arc<Recorder>>,
    name: String,
    gone: Gone,
}

impl Caller {
    fn ask(&self, op: &'static str, args: &serde_json::Value, step: u64) {
        let request = json!({ "op": op, "args": args }).to_string();
        let entropy = format!("sixteen bytes and {}/{step}", self.name);
        let actor = json!({ "id": "maria", "kind": "agent", "roles": ["admin"] });
        let context = json!({ "actor": actor, "at": "2026-03-01T10:00:00Z", "entropy": entropy }).to_string();
        self.recorder.run(op, || {
            let answer: serde_json::Value = serde_json::from_str(&self.loyalty.execute(&request, &context)).unwrap();
            match (answer["error"]["retry"].as_str(), answer["error"]["code"].as_str()) {
                (None | Some("never"), code) => {
                    // Without its guard the engine does find its books wrong.
                    assert!(code != Some("internal") || self.gone != Gone::Nothing, "{answer}");
                    End::Done
                }
                (_, Some("busy")) => End::GaveUp,
                _ => panic!("{op} on servers that are well: {answer}"),
            }
        });
    }

    /// Creates the customers.
    fn begin(&self) {
        for customer in 0..CUSTOMERS {
            let id = format!("c{customer}");
            self.ask("customer.create", &json!({ "id": id }), customer);
            self.ask("membership.enroll", &json!({ "customer": id }), customer + 100);
            let first = json!({ "customer": id, "type": "points", "amount": "100", "reason": "to begin with" });
            self.ask("points.adjust", &first, customer + 200);
        }
    }

    /// Something, by chance.
    fn one(&self, step: u64, dice: u64) {
        let customer = format!("c{}", dice % CUSTOMERS);
        let points = |amount: &str| json!({ "customer": customer, "type": "points", "amount": amount });
        let only_pairs = self.gone == Gone::SecondRoot && dice % 2 == 1;
        match if only_pairs { 15 } else { dice / 64 % 16 } {
            0..=2 => self.ask("points.adjust", &json!({ "customer": customer, "type": "points", "amount": "10", "reason": "r" }), step),
            3 | 4 => self.ask("points.spend", &points("7"), step),
            5 => self.ask("points.spend", &points("100000"), step),
            6 => self.ask("points.hold", &points("2"), step),
            // Two customers want the same number at about the same time.
            7 | 8 => {
                let lines = json!([{ "unit_price": "3" }]);
                let number = format!("o{}", step / 3);
                let placed_at = "2026-02-28T10:00:00Z";
                let args = json!({ "customer": customer, "number": number, "placed_at": placed_at, "currency": "USD", "lines": lines });
                self.ask("order.record", &args, step);
            }
            9 | 10 => self.ask("points.balance", &json!({ "customer": customer }), step),
            11 => self.ask("customer.details", &json!({ "customer": customer, "limit": 3 }), step),
            12 => self.ask("points.history", &json!({ "customer": customer, "limit": 3 }), step),
            13 => self.ask("customer.edit", &json!({ "customer": customer, "first_name": format!("{}{step}", self.name) }), step),
            _ => self.pair(step, [dice % 3, (dice + 1 + dice / 8 % 2) % 3]),
        }
    }

    /// A command that rests on two roots, as a merge will: no operation of today does.
    fn pair(&self, step: u64, numbers: [u64; 2]) {
        let keys = numbers.map(|number| vec![Value::from(format!("x:{number}").as_str())]);
        self.recorder.run("pair", || {
            for _ in 0..32 {
                self.recorder.forget();
                let found = self.recorder.read(&keys.clone().map(|key| Read::Get(&ROOT, key))).unwrap();
                let roots = keys.iter().zip(found).map(|(key, rows)| {
                    let version = rows.first().map_or(0, |row| if let Value::Int(version) = row.value(1) { *version } else { 0 });
                    let head = format!("{:>32}", format!("{}/{step}", self.name)).into_bytes();
                    let values = vec![key[0].clone(), Value::Int(version + 1), 0.into(), 0.into(), Value::Bytes(head)];
                    RootWrite { expected: u64::try_from(version).unwrap(), row: Row { table: &ROOT, values, body: String::new() } }
                });
                let mut roots: Vec<RootWrite> = roots.collect();
                if self.gone == Gone::SecondRoot {
                    roots.pop();
                }
                match self.recorder.commit(vec![Changes { roots, ..Changes::default() }]) {
                    Ok(answers) if answers == [Ok(())] => return End::Done,
                    Ok(_) => {}
                    Err(error) => {
                        assert_eq!(error.outcome, Outcome::Busy, "{error}");
                        break;
                    }
                }
            }
            End::GaveUp
        });
    }
}

/// Runs so many transactions from all threads together, says what came of it, and judges it.
pub fn drive(store: &str, hosts: &[Arc<dyn Repository>], gone: Gone, transactions: u64, pause_us: u64) -> Verdict {
    let clock = Instant::now();
    let caller = |number: usize| {
        let host: Arc<dyn Repository> = match gone {
            Gone::Nothing => Arc::clone(&hosts[number % hosts.len()]),
            gone => Arc::new(Unguarded::new(Arc::clone(&hosts[number % hosts.len()]), gone)),
        };
        let recorder = Arc::new(Recorder::new(host, clock, pause_us, number as u64));
        Caller { loyalty: Loyalty::new(Arc::clone(&recorder)), recorder, name: format!("t{number}"), gone }
    };
    let callers: Vec<Caller> = (0..=THREADS).map(caller).collect();
    callers[THREADS].begin();
    let start = Barrier::new(THREADS);
    thread::scope(|scope| {
        for (number, caller) in callers[..THREADS].iter().enumerate() {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                for step in 0..transactions / THREADS as u64 {
                    caller.one(step, Dice(step << 8 | number as u64).roll());
                }
            });
        }
    });
    let seconds = clock.elapsed().as_secs_f64();
    let (mut done, mut conflicts, mut busy) = (Vec::new(), 0, 0);
    for caller in &callers {
        let notes = caller.recorder.take();
        done.extend(notes.done);
        conflicts += notes.conflicts;
        busy += notes.busy;
    }
    let verdict = judge(&done, conflicts);
    let Verdict { committed, cycles, cycles_in_time, .. } = &verdict;
    println!("{store}, without {gone:?}: {seconds:.1} s, {committed} commits, {conflicts} refused and tried again, {busy} gave up");
    println!("{store}, without {gone:?}: {} cycles, {} more by time", cycles.len(), cycles_in_time.len());
    cycles.iter().chain(cycles_in_time).take(2).for_each(|cycle| println!("  such as {cycle}"));
    verdict
}

fn judge(done: &[Done], conflicts: usize) -> Verdict {
    let history = History::new(done);
    let graph = Graph::new(&history.transactions, false);
    let named = |cycle: &Vec<(usize, Why)>| {
        let steps: Vec<String> = cycle.iter().take(6).map(|(number, why)| format!("{} -{why:?}->", done[*number].name)).collect();
        format!("{} ({} transactions)", steps.join(" "), cycle.len())
    };
    let cycles: Vec<String> = graph.cycles().iter().map(named).collect();
    let in_time = Graph::new(&history.transactions, true).cycles();
    let cycles_in_time = if cycles.is_empty() { in_time.iter().map(named).collect() } else { Vec::new() };
    let edges = [Why::Ww, Why::Wr, Why::Rw].map(|why| format!("{} {why:?}", graph.count(why))).join(", ");
    let History { transactions, ambiguous, unexplained } = &history;
    println!("{} transactions, edges: {edges}; {ambiguous} reads ambiguous, {unexplained} unexplained", transactions.len());
    let committed = done.iter().filter(|done| !done.wrote.is_empty()).count();
    Verdict { committed, conflicts, unexplained: *unexplained, cycles, cycles_in_time }
}
