//! What the simulation must agree with: the closed forms of queueing, and the engine's own rules.

use super::*;

/// One writer that serves one command at a time in a fixed time, which is what is called M/D/1.
fn single(every: u64) -> Plan {
    Plan {
        partitions: 1,
        customers: 1_000_000,
        skew: Skew::Even,
        every,
        span: 2 * SECOND,
        cores: 1_000,
        run: 0,
        apply: 20_000,
        flush: 0,
        hop: 0,
        group_max: 1,
        crossing: 0,
        is_batched: false,
        seed: 3,
    }
}

fn mean(outcome: &Outcome) -> u64 {
    outcome.waits.iter().sum::<u64>() / outcome.waits.len() as u64
}

/// The mean time in an M/D/1 queue: service, and load · service / (2 · (1 − load)) before it.
fn closed_form(every: u64, service: u64) -> u64 {
    service + service * service / (2 * (every - service))
}

/// Whether the simulation agrees with a closed form to 5 %.
fn agrees(simulated: u64, wanted: u64) -> bool {
    simulated.abs_diff(wanted) * 20 < wanted
}

#[test]
fn a_queue_is_as_long_as_the_closed_form_says() {
    for every in [60_000, 40_000, 28_571, 25_000] {
        let outcome = run(&single(every));
        let (simulated, wanted) = (mean(&outcome), closed_form(every, 20_000));
        assert!(agrees(simulated, wanted), "every {every}: {simulated}, not {wanted}");
    }
}

#[test]
fn a_writer_that_is_a_tenth_slower_than_it_should_be_is_noticed() {
    let outcome = run(&Plan { apply: 22_000, ..single(40_000) });
    assert!(!agrees(mean(&outcome), closed_form(40_000, 20_000)));
}

#[test]
fn littles_law_holds() {
    // How many are inside, over time, is how long each is inside, over commands: two ways to count that share nothing.
    let outcome = run(&Plan { crossing: 300, hop: 100_000, partitions: 4, cores: 2, run: 5_000, ..single(15_000) });
    assert_eq!(outcome.area, outcome.waits.iter().map(|wait| u128::from(*wait)).sum::<u128>());
    assert_eq!(outcome.busy, 0);
}

#[test]
fn a_full_writer_makes_as_many_durable_as_a_group_holds() {
    let plan = Plan { every: 10_000, flush: 1_000_000, group_max: 32, span: SECOND, ..single(0) };
    // 32 commands take 1,000 + 32 · 20 microseconds.
    let wanted = 32 * SECOND / (1_000_000 + 32 * 20_000);
    let outcome = run(&plan);
    assert!(agrees(outcome.within, wanted), "{} not {wanted}", outcome.within);
}

#[test]
fn one_root_commits_once_for_each_group_or_once_for_each_batch() {
    let one = Plan { customers: 1, cores: 4, run: 50_000, flush: 1_000_000, group_max: 256, every: 200_000, span: SECOND, ..single(0) };
    let alone = run(&one);
    assert!(alone.conflicts > 0 && alone.busy > 0);
    assert!(alone.within < 1_000, "{}", alone.within);
    let batched = run(&Plan { is_batched: true, ..one });
    assert_eq!((batched.conflicts, batched.busy), (0, 0));
    assert!(batched.within > 4_500, "{}", batched.within);
}

#[test]
fn nothing_is_lost_and_the_same_seed_gives_the_same() {
    let plan = Plan {
        customers: 50,
        cores: 2,
        run: 50_000,
        flush: 500_000,
        group_max: 8,
        crossing: 200,
        partitions: 3,
        hop: 1_000,
        ..single(90_000)
    };
    let (one, two) = (run(&plan), run(&plan));
    assert_eq!((one.waits == two.waits, one.conflicts, one.busy), (true, two.conflicts, two.busy));
    let other = run(&Plan { seed: 4, ..plan });
    assert!(one.waits != other.waits);
}
