//! What hosts were told, and what the journals of every node say of it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use loyalty_core::repository::{Read, Repository, Scan};
use loyalty_core::schema::TABLES;
use serde_json::json;

use crate::host::Host;

/// Writes down what was acknowledged, by whom it was asked for, and what went wrong on the way.
#[derive(Default)]
pub struct Book(Mutex<Pages>);

/// The pages of a book.
#[derive(Default)]
pub struct Pages {
    /// Each command by its name: the customer and the amount.
    pub acknowledged: BTreeMap<String, (String, i64)>,
    /// Commands that were refused for good.
    pub refused: usize,
    /// Commands that were acknowledged once more, by another node.
    pub repeated: usize,
    /// Calls that ended otherwise, by their code.
    pub troubles: BTreeMap<String, usize>,
}

/// What stands in the journals beside what was acknowledged.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Acknowledged, and in no journal or with another amount.
    pub lost: usize,
    /// In a journal more than once.
    pub twice: usize,
    /// In a journal, and never acknowledged.
    pub unasked: usize,
    /// Customers whose books or chain are not sound, whose balance is not the sum of what was acknowledged, or whose chain has another head
    /// on another node.
    pub unsound: usize,
    /// Tables that hold other rows on another node.
    pub diverged: usize,
}

impl Book {
    pub fn pages(&self) -> MutexGuard<'_, Pages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn count(&self) -> usize {
        self.pages().acknowledged.len()
    }

    /// Looks at every node. A command stands as the reason of its entry, whatever its idempotency key was.
    pub fn audit(&self, nodes: &[Host], customers: &[String]) -> Audit {
        let pages = self.pages();
        let mut audit = Audit::default();
        let mut heads: BTreeMap<&str, String> = BTreeMap::new();
        for node in nodes {
            let mut found: BTreeMap<String, Vec<(String, i64)>> = BTreeMap::new();
            for customer in customers {
                let entries = node.journal(customer);
                let total: i64 = pages.acknowledged.values().filter(|(of, _)| of == customer).map(|(_, amount)| amount).sum();
                let verified = node.ask("journal.verify", &json!({ "customer": customer }))["ok"].clone();
                let head = verified["head"].as_str().unwrap_or_default().to_owned();
                let is_same = *heads.entry(customer).or_insert_with(|| head.clone()) == head;
                let is_sound = verified["sound"] == true && node.balance(customer) == total && is_same;
                audit.unsound += usize::from(!is_sound);
                for (name, amount) in entries {
                    found.entry(name).or_default().push((customer.clone(), amount));
                }
            }
            audit.lost += pages.acknowledged.iter().filter(|(name, what)| !found.get(*name).is_some_and(|all| all.contains(what))).count();
            audit.twice += found.values().filter(|all| all.len() > 1).count();
            audit.unasked += found.keys().filter(|name| !pages.acknowledged.contains_key(*name)).count();
        }
        audit.diverged = diverged(nodes);
        audit
    }
}

/// Compares every row of every table on all nodes.
fn diverged(nodes: &[Host]) -> usize {
    let rows = |node: &Host| {
        let scans: Vec<Read> = TABLES.iter().map(|table| Read::Scan(Scan::prefix(table, Vec::new()))).collect();
        node.loyalty.repository().read(&scans).unwrap()
    };
    let all: Vec<_> = nodes.iter().map(rows).collect();
    (0..TABLES.len()).filter(|table| all.iter().any(|rows| rows[*table] != all[0][*table])).count()
}

impl fmt::Display for Pages {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Pages { acknowledged, refused, repeated, troubles } = self;
        write!(out, "{} acknowledged, {repeated} once more by another node, {refused} refused, troubles {troubles:?}", acknowledged.len())
    }
}
