//! Stock is conserved, never oversold, and sold to the last unit where the shares are called back.

use super::*;

const ALL: [Escrow; 4] = [Escrow::Central, Escrow::Split, Escrow::Refilled, Escrow::Recalled];

fn plan(escrow: Escrow, seed: u64) -> Plan {
    Plan { escrow, shares: 8, stock: 500, every: 150_000, customers: 800, step: 1_000_000, hop: 250_000, forgets: false, seed }
}

#[test]
fn every_customer_is_answered_and_nothing_is_oversold() {
    for escrow in ALL {
        for seed in 0..50 {
            let outcome = run(&plan(escrow, seed)).unwrap();
            assert_eq!(outcome.sold + outcome.refused, 800, "seed {seed}");
            assert_eq!(outcome.sold + outcome.stranded, 500, "seed {seed}");
        }
    }
}

#[test]
fn with_a_recall_nobody_is_refused_while_there_is_stock() {
    for seed in 0..50 {
        let outcome = run(&plan(Escrow::Recalled, seed)).unwrap();
        assert_eq!((outcome.sold, outcome.refused_early, outcome.stranded), (500, 0, 0), "seed {seed}");
    }
}

#[test]
fn a_fixed_split_refuses_early_and_a_refill_less_often() {
    let early = |escrow| (0..50).map(|seed| run(&plan(escrow, seed)).unwrap().refused_early).sum::<u64>();
    let (split, refilled) = (early(Escrow::Split), early(Escrow::Refilled));
    assert!(split > 0 && refilled < split, "{split} and {refilled}");
}

#[test]
fn one_row_sells_one_unit_for_each_commit() {
    let outcome = run(&plan(Escrow::Central, 1)).unwrap();
    // 500 commits of a millisecond, one after another.
    assert!((500_000_000..=501_000_000).contains(&outcome.last_sold), "{}", outcome.last_sold);
    assert_eq!(outcome.central_steps, 500);
}

#[test]
fn a_central_row_that_forgets_what_it_gave_is_noticed() {
    for escrow in [Escrow::Refilled, Escrow::Recalled] {
        let error = run(&Plan { forgets: true, ..plan(escrow, 1) }).unwrap_err();
        assert!(error.contains("of 500"), "{error}");
    }
}
