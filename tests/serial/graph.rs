//! Transactions as a graph of who must have come before whom. Where it has a cycle, no order of the transactions explains what they saw.
//!
//! The edges are Adya's: *ww* from the one who wrote a version to the one who wrote the next, *wr* to the one who read it, *rw* from the one
//! who read a version to the one who wrote the next. *Time* leads from one that had ended to one that had not begun.

use std::collections::{HashMap, VecDeque};

/// What a transaction read and wrote: objects by number, and versions by their place in the object's order, 0 being nothing yet.
#[derive(Debug, Clone, Default)]
pub struct Transaction {
    pub reads: Vec<(usize, usize)>,
    pub writes: Vec<(usize, usize)>,
    /// When it began and when its answer was there, by one clock.
    pub began: u64,
    pub ended: u64,
}

/// Why one must have come before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    Ww,
    Wr,
    Rw,
    Time,
}

/// The graph. Its first nodes are the transactions; the others are moments, one behind the other, which keep the edges of time few.
pub struct Graph {
    transactions: usize,
    edges: Vec<Vec<(usize, Why)>>,
}

impl Graph {
    /// The graph of a history; with real time or without.
    pub fn new(transactions: &[Transaction], in_time: bool) -> Self {
        let mut graph = Self { transactions: transactions.len(), edges: vec![Vec::new(); transactions.len()] };
        let mut writers = HashMap::new();
        for (number, transaction) in transactions.iter().enumerate() {
            writers.extend(transaction.writes.iter().map(|written| (*written, number)));
        }
        for (number, transaction) in transactions.iter().enumerate() {
            for (object, version) in &transaction.writes {
                graph.edge(Some(number), writers.get(&(*object, version + 1)).copied(), Why::Ww);
            }
            for (object, version) in &transaction.reads {
                graph.edge(writers.get(&(*object, *version)).copied(), Some(number), Why::Wr);
                graph.edge(Some(number), writers.get(&(*object, version + 1)).copied(), Why::Rw);
            }
        }
        if in_time {
            graph.keep_time(transactions);
        }
        for edges in &mut graph.edges {
            edges.sort_unstable();
            edges.dedup();
        }
        graph
    }

    fn edge(&mut self, from: Option<usize>, to: Option<usize>, why: Why) {
        if let (Some(from), Some(to)) = (from, to)
            && from != to
        {
            self.edges[from].push((to, why));
        }
    }

    /// Each leads to the moment in which it ended; a moment to the next, and to those that began between the two.
    fn keep_time(&mut self, transactions: &[Transaction]) {
        let mut ends: Vec<u64> = transactions.iter().map(|transaction| transaction.ended).collect();
        ends.sort_unstable();
        ends.dedup();
        let first = self.edges.len();
        self.edges.resize(first + ends.len(), Vec::new());
        for moment in 1..ends.len() {
            self.edge(Some(first + moment - 1), Some(first + moment), Why::Time);
        }
        for (number, transaction) in transactions.iter().enumerate() {
            let moment = |before: usize| first + before;
            self.edge(Some(number), Some(moment(ends.partition_point(|end| *end < transaction.ended))), Why::Time);
            let before = ends.partition_point(|end| *end < transaction.began);
            self.edge(before.checked_sub(1).map(moment), Some(number), Why::Time);
        }
    }

    /// How many edges there are of a kind.
    pub fn count(&self, why: Why) -> usize {
        self.edges.iter().flatten().filter(|(_, other)| *other == why).count()
    }

    /// The knots: transactions of which each must have come before each. Of every knot the shortest cycle through its first transaction.
    pub fn cycles(&self) -> Vec<Vec<(usize, Why)>> {
        let knot_of = self.knots();
        let mut members: HashMap<usize, Vec<usize>> = HashMap::new();
        for (number, knot) in knot_of.iter().enumerate().take(self.transactions) {
            members.entry(*knot).or_default().push(number);
        }
        let mut knots: Vec<_> = members.into_values().filter(|members| members.len() > 1).collect();
        knots.sort_unstable();
        knots.iter().map(|members| self.shortest(members[0], &knot_of)).collect()
    }

    /// For each node its strongly connected component, by Kosaraju: backwards, in the order in which a walk forwards comes home.
    fn knots(&self) -> Vec<usize> {
        let mut backwards = vec![Vec::new(); self.edges.len()];
        for (from, edges) in self.edges.iter().enumerate() {
            edges.iter().for_each(|(to, _)| backwards[*to].push(from));
        }
        let forwards: Vec<Vec<usize>> = self.edges.iter().map(|edges| edges.iter().map(|(to, _)| *to).collect()).collect();
        let mut seen = vec![false; self.edges.len()];
        let home: Vec<usize> = (0..self.edges.len()).flat_map(|node| walk(node, &forwards, &mut seen)).collect();
        let (mut knot_of, mut seen) = (vec![0; self.edges.len()], vec![false; self.edges.len()]);
        for node in home.into_iter().rev() {
            walk(node, &backwards, &mut seen).into_iter().for_each(|member| knot_of[member] = node);
        }
        knot_of
    }

    /// The shortest way from a node back to it, without leaving its knot; each node with the edge that leads on.
    fn shortest(&self, start: usize, knot_of: &[usize]) -> Vec<(usize, Why)> {
        let mut came: HashMap<usize, (usize, Why)> = HashMap::new();
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front().filter(|_| !came.contains_key(&start)) {
            for (to, why) in self.edges[node].iter().filter(|(to, _)| knot_of[*to] == knot_of[start]) {
                came.entry(*to).or_insert_with(|| {
                    queue.push_back(*to);
                    (node, *why)
                });
            }
        }
        let mut cycle = Vec::new();
        let mut at = start;
        while let Some((from, why)) = came.get(&at).copied() {
            cycle.push((from, why));
            at = from;
            if at == start {
                break;
            }
        }
        cycle.reverse();
        // Moments are of no interest to a reader.
        cycle.retain(|(node, _)| *node < self.transactions);
        cycle
    }
}

/// The nodes that are reached for the first time, in the order in which the walk leaves them for good.
fn walk(start: usize, edges: &[Vec<usize>], seen: &mut [bool]) -> Vec<usize> {
    let (mut left, mut stack) = (Vec::new(), Vec::new());
    if !std::mem::replace(&mut seen[start], true) {
        stack.push((start, 0));
    }
    while let Some((node, next)) = stack.pop() {
        match edges[node].get(next) {
            Some(to) => {
                stack.push((node, next + 1));
                if !std::mem::replace(&mut seen[*to], true) {
                    stack.push((*to, 0));
                }
            }
            None => left.push(node),
        }
    }
    left
}
