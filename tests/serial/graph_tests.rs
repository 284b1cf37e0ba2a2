//! Histories of which one knows whether an order explains them.

use crate::graph::{Graph, Transaction, Why};

fn transaction(reads: &[(usize, usize)], writes: &[(usize, usize)], began: u64, ended: u64) -> Transaction {
    Transaction { reads: reads.to_vec(), writes: writes.to_vec(), began, ended }
}

fn cycles(history: &[Transaction], in_time: bool) -> Vec<Vec<(usize, Why)>> {
    Graph::new(history, in_time).cycles()
}

#[test]
fn one_after_another_is_a_serial_history() {
    let history: Vec<Transaction> =
        (0..50).map(|n| transaction(&[(0, n), (1, n)], &[(0, n + 1), (1, n + 1)], 2 * n as u64, 2 * n as u64 + 1)).collect();
    assert!(cycles(&history, true).is_empty());
    let graph = Graph::new(&history, true);
    assert_eq!([graph.count(Why::Ww), graph.count(Why::Wr), graph.count(Why::Rw)], [49, 49, 0]);
}

#[test]
fn transactions_at_once_that_one_order_explains_are_serial() {
    // The second read before the first wrote, and is placed before it.
    let history = [transaction(&[(0, 0)], &[(0, 1)], 0, 9), transaction(&[(0, 0), (1, 0)], &[(1, 1)], 0, 9)];
    assert!(cycles(&history, true).is_empty());
}

#[test]
fn a_lost_update_is_found() {
    let history = [transaction(&[(0, 0)], &[(0, 1)], 0, 9), transaction(&[(0, 0)], &[(0, 2)], 0, 9)];
    assert_eq!(cycles(&history, false), [[(0, Why::Ww), (1, Why::Rw)]]);
}

#[test]
fn write_skew_is_found() {
    // Each reads both and writes one.
    let history = [transaction(&[(0, 0), (1, 0)], &[(0, 1)], 0, 9), transaction(&[(0, 0), (1, 0)], &[(1, 1)], 0, 9)];
    assert_eq!(cycles(&history, false), [[(0, Why::Rw), (1, Why::Rw)]]);
}

#[test]
fn a_torn_read_is_found() {
    // The writer changes both; the reader sees one before and one after.
    let history = [transaction(&[], &[(0, 1), (1, 1)], 0, 9), transaction(&[(0, 0), (1, 1)], &[], 0, 9)];
    assert_eq!(cycles(&history, false), [[(0, Why::Wr), (1, Why::Rw)]]);
}

#[test]
fn two_readers_that_saw_two_writers_in_other_orders_are_found() {
    let writers = [transaction(&[], &[(0, 1)], 0, 9), transaction(&[], &[(1, 1)], 0, 9)];
    let readers = [transaction(&[(0, 1), (1, 0)], &[], 0, 9), transaction(&[(0, 0), (1, 1)], &[], 0, 9)];
    assert_eq!(cycles(&[writers, readers].concat(), false)[0].len(), 4);
}

#[test]
fn a_stale_read_is_found_by_time_alone() {
    let history = [transaction(&[(0, 0)], &[(0, 1)], 0, 1), transaction(&[(0, 0)], &[], 2, 3)];
    assert!(cycles(&history, false).is_empty());
    assert_eq!(cycles(&history, true).len(), 1);
    // While the writer had no answer yet, the reader may come first.
    let history = [transaction(&[(0, 0)], &[(0, 1)], 0, 2), transaction(&[(0, 0)], &[], 2, 3)];
    assert!(cycles(&history, true).is_empty());
}

#[test]
fn two_knots_are_two() {
    let lost = |object| [transaction(&[(object, 0)], &[(object, 1)], 0, 9), transaction(&[(object, 0)], &[(object, 2)], 0, 9)];
    assert_eq!(cycles(&[lost(0), lost(1)].concat(), false).len(), 2);
}
