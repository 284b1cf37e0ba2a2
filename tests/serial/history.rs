//! What was recorded, as a history: each row an object, its states in the order in which they came to stand.

use std::collections::HashMap;

use loyalty_core::repository::Value;

use crate::graph::Transaction;
use crate::recorder::{Done, Object, Stamp};

/// A history, and what of the record does not say which state was seen.
pub struct History {
    pub transactions: Vec<Transaction>,
    /// Reads of a state that a row had more than once; no edge is made of them.
    pub ambiguous: usize,
    /// Reads and writes over what no recorded transaction has committed: there must be none.
    pub unexplained: usize,
}

/// The states of one row, in their order.
#[derive(Default)]
struct States(Vec<(usize, usize, Stamp)>);

impl History {
    /// The order of a root's states is that of its chain: each command says which head it saw and which it made. Rows follow the root to
    /// which they belong; an order number is taken once for good.
    pub fn new(done: &[Done]) -> Self {
        let (places, mut unexplained) = places(done);
        let mut objects: HashMap<&Object, (usize, States)> = HashMap::new();
        for (number, transaction) in done.iter().enumerate() {
            for (object, stamp) in &transaction.wrote {
                let place = match object.0 {
                    "claim" => usize::try_from(transaction.ended).ok(),
                    _ => object.1.first().and_then(|root| places.get(&(root, number))).copied(),
                };
                let fresh = objects.len();
                let states = &mut objects.entry(object).or_insert_with(|| (fresh, States::default())).1;
                match place {
                    Some(place) => states.0.push((place, number, *stamp)),
                    None => unexplained += 1,
                }
            }
        }
        let mut transactions: Vec<Transaction> =
            done.iter().map(|done| Transaction { began: done.began, ended: done.ended, ..Transaction::default() }).collect();
        for (object, states) in objects.values_mut() {
            states.0.sort_unstable();
            for (place, (_, number, _)) in states.0.iter().enumerate() {
                transactions[*number].writes.push((*object, place + 1));
            }
        }
        let mut ambiguous = 0;
        for (number, transaction) in done.iter().enumerate() {
            for (object, stamp) in &transaction.seen {
                match objects.get(object).map(|(object, states)| (*object, states.of(*stamp))) {
                    Some((object, Ok(version))) => transactions[number].reads.push((object, version)),
                    Some((_, Err(0))) => unexplained += 1,
                    Some((_, Err(_))) => ambiguous += 1,
                    // Nobody ever wrote it, and nothing was seen.
                    None => unexplained += usize::from(stamp.is_some()),
                }
            }
        }
        History { transactions, ambiguous, unexplained }
    }
}

impl States {
    /// Which of the states it is; otherwise how many it can be. Before the first there was nothing.
    fn of(&self, stamp: Stamp) -> Result<usize, usize> {
        let written = self.0.iter().enumerate().filter(|(_, (_, _, other))| *other == stamp).map(|(place, _)| place + 1);
        let mut found = Some(0).filter(|_| stamp.is_none()).into_iter().chain(written);
        match (found.next(), found.count()) {
            (Some(version), 0) => Ok(version),
            (None, _) => Err(0),
            (Some(_), more) => Err(more + 1),
        }
    }
}

/// The place of each transaction in the chain of each root that it wrote; and how many hang on no chain.
///
/// Where two were committed over the same head, one is taken to be later, with all that came over it: whichever, there is a cycle.
fn places(done: &[Done]) -> (HashMap<(&Value, usize), usize>, usize) {
    let mut over: HashMap<(&Value, Stamp), Vec<(usize, Stamp)>> = HashMap::new();
    let mut count = 0;
    for (number, transaction) in done.iter().enumerate() {
        for (object, made) in transaction.wrote.iter().filter(|(object, _)| object.0 == "root") {
            let seen = transaction.seen.iter().find(|(seen, _)| seen == object).and_then(|(_, stamp)| *stamp);
            over.entry((&object.1[0], seen)).or_default().push((number, *made));
            count += 1;
        }
    }
    over.values_mut().for_each(|list| list.sort_by_key(|(number, _)| std::cmp::Reverse(done[*number].ended)));
    let roots: Vec<&Value> = over.keys().filter(|(_, seen)| seen.is_none()).map(|(root, _)| *root).collect();
    let mut places = HashMap::new();
    for root in roots {
        let mut place = 0;
        let mut stack = over.get(&(root, None)).cloned().unwrap_or_default();
        while let Some((number, made)) = stack.pop() {
            places.insert((root, number), place);
            place += 1;
            stack.extend(over.get(&(root, made)).into_iter().flatten());
        }
    }
    let unplaced = count - places.len();
    (places, unplaced)
}
