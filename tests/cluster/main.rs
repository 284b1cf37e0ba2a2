//! Hosts write to all nodes of a cluster at once, while it is well, while a node is killed, and while one is parted from the others:
//! nothing is lost and nothing counts twice (rules L1, L10, L14, K3, P1).
//!
//! `LOYALTY_CLUSTER` sets how many commands each phase waits for.

#[cfg(test)]
mod book;
#[cfg(test)]
mod conflicts;
#[cfg(test)]
mod host;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod parted;
#[cfg(test)]
mod seeded;
#[cfg(test)]
mod shop;

#[cfg(test)]
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The cluster, which all tests use, one after another. It ends with this process.
#[cfg(test)]
fn cluster(test: &str) -> Option<MutexGuard<'static, Option<loyalty_servers::Cluster>>> {
    static CLUSTER: Mutex<Option<loyalty_servers::Cluster>> = Mutex::new(None);
    if !loyalty_servers::required(test) {
        return None;
    }
    let mut cluster = CLUSTER.lock().unwrap_or_else(PoisonError::into_inner);
    if cluster.is_none() {
        *cluster = Some(loyalty_servers::Cluster::start().unwrap());
    }
    Some(cluster)
}

/// How many commands are enough.
#[cfg(test)]
fn commands(otherwise: usize) -> usize {
    std::env::var("LOYALTY_CLUSTER").ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}
