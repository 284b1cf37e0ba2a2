//! One store on a cluster, with a host for each node, and writers that repeat what was not answered.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use loyalty_core::error::CODES;
use loyalty_servers::{Cluster, NODES};
use serde_json::json;

use crate::book::{Audit, Book};
use crate::host::{Host, Told};

/// A command that nobody answers for so long is given up, and with it the test.
const PATIENCE: Duration = Duration::from_secs(120);

/// The hosts and their customers.
pub struct Shop {
    /// Each knows all nodes and begins with its own.
    pub hosts: Vec<Host>,
    /// Each knows one node.
    pub nodes: Vec<Host>,
    pub customers: Vec<String>,
    pub book: Book,
    /// The seeded fault: hosts that forget the key when they repeat.
    pub forgets_keys: bool,
}

impl Shop {
    /// A store with three members, all of whom all hosts know.
    pub fn open(cluster: &Cluster, store: &str) -> Shop {
        let urls = cluster.urls();
        let nodes: Vec<Host> = urls.iter().map(|url| Host::open(url, store)).collect();
        let hosts = (0..NODES).map(|node| Host::open(&together(&urls, node), store)).collect();
        let customers: Vec<String> = (0..3).map(|number| format!("c{number}")).collect();
        nodes[0].limit();
        customers.iter().for_each(|customer| nodes[0].enroll(customer));
        Shop { hosts, nodes, customers, book: Book::default(), forgets_keys: false }
    }

    /// Adjusts, and repeats with the same key through another host until there is an answer. What was acknowledged is asked for once more
    /// elsewhere now and then, as a host does that was killed before it could write the answer down.
    ///
    /// Whether it was acknowledged; the code of the refusal otherwise.
    pub fn adjust(&self, first: usize, name: &str, customer: usize, amount: i64, role: &str) -> Result<(), String> {
        let customer = &self.customers[customer];
        let args = json!({ "customer": customer, "type": "points", "amount": amount.to_string(), "reason": name });
        let started = Instant::now();
        for attempt in 0.. {
            let key = if self.forgets_keys { format!("{name}-{attempt}") } else { name.to_owned() };
            match self.hosts[(first + attempt) % NODES].command("points.adjust", &args, &key, role) {
                Told::Done { .. } => break,
                Told::Refused(code) => {
                    self.book.pages().refused += 1;
                    return Err(code);
                }
                Told::Trouble(code) => self.trouble(&code),
            }
            assert!(started.elapsed() < PATIENCE, "{name} is not answered");
        }
        self.book.pages().acknowledged.insert(name.to_owned(), (customer.clone(), amount));
        if name.ends_with('3') {
            let key = if self.forgets_keys { format!("{name}-again") } else { name.to_owned() };
            match self.hosts[(first + 1) % NODES].command("points.adjust", &args, &key, role) {
                Told::Done { replayed } => {
                    assert!(replayed || self.forgets_keys, "{name} was done once more");
                    self.book.pages().repeated += 1;
                }
                Told::Refused(code) => assert!(self.forgets_keys, "{name} was acknowledged and is refused now: {code}"),
                Told::Trouble(code) => self.trouble(&code),
            }
        }
        Ok(())
    }

    /// Notes what went wrong, and waits a little.
    pub fn trouble(&self, code: &str) {
        assert!(CODES.iter().any(|(known, _)| *known == code), "{code}");
        *self.book.pages().troubles.entry(code.to_owned()).or_default() += 1;
        std::thread::sleep(Duration::from_millis(50));
    }

    /// Writes through one host until it is told to stop.
    pub fn write(&self, writer: usize, stop: &AtomicBool) {
        for step in 0_usize.. {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            // Half of what is given is taken again, sometimes more than there is.
            let amount = if step % 3 == 2 { -25 } else { 20 + i64::try_from(step % 7).unwrap() };
            let answer = self.adjust(writer, &format!("w{writer}-{step}"), (writer + step / 2) % self.customers.len(), amount, "admin");
            assert!(answer.is_ok() || answer.as_ref().is_err_and(|code| code == "insufficient_balance"), "{answer:?}");
        }
    }

    /// Waits until so many more are acknowledged.
    pub fn until_more(&self, more: usize) {
        let (started, wanted) = (Instant::now(), self.book.count() + more);
        while self.book.count() < wanted {
            assert!(started.elapsed() < PATIENCE, "hosts do not go on: {}", self.book.pages());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Says what came of it, by the journals of every node.
    pub fn audit(&self, what: &str) -> Audit {
        let audit = self.book.audit(&self.nodes, &self.customers);
        println!("{what}: {}", self.book.pages());
        println!("{what}: {audit:?}");
        audit
    }
}

/// One URL with all addresses, this node's first.
fn together(urls: &[String], first: usize) -> String {
    let parts = |url: &String| {
        let (front, behind) = url.rsplit_once('/').unwrap();
        let (front, address) = front.rsplit_once('@').unwrap();
        (front.to_owned(), address.to_owned(), behind.to_owned())
    };
    let (front, _, behind) = parts(&urls[0]);
    let addresses: Vec<String> = (0..urls.len()).map(|offset| parts(&urls[(first + offset) % urls.len()]).1).collect();
    format!("{front}@{}/{behind}", addresses.join(","))
}
