//! The steps of a random sequence, as proptest makes and shrinks them.

use proptest::prelude::*;

/// A sequence and where it begins.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub start: usize,
    pub steps: Vec<Step>,
}

/// A step.
#[derive(Clone, Debug)]
pub enum Step {
    Wait {
        hours: i64,
    },
    /// To the next instant at which something leaves a window, or just before.
    WaitForEdge {
        micros: i64,
    },
    Earn {
        amount: i64,
        back: i64,
    },
    /// One of the earnings, in part; of the latest first.
    Reverse {
        nth: usize,
        amount: i64,
    },
    Order {
        amount: i64,
        back: i64,
    },
    Visit,
    Assign {
        system: usize,
        status: usize,
        days: Option<u64>,
    },
    Unlock {
        system: usize,
    },
    Member(&'static str),
}

/// Where sequences begin: the zone and the instant.
pub const STARTS: [(&str, &str); 3] =
    [("UTC", "2023-12-20T10:00:00Z"), ("Europe/Berlin", "2026-10-20T22:30:00Z"), ("America/New_York", "2024-01-28T04:59:00Z")];

pub fn scenario(steps_max: usize) -> impl Strategy<Value = Scenario> {
    (0..STARTS.len(), proptest::collection::vec(step(), 1..=steps_max)).prop_map(|(start, steps)| Scenario { start, steps })
}

fn step() -> impl Strategy<Value = Step> {
    let back = || prop_oneof![3 => Just(0), 2 => 0..300_i64, 1 => 0..10_000_i64];
    let system = || 0..crate::systems::SYSTEMS.len();
    let membership = prop_oneof![
        Just("membership.unenroll"),
        Just("membership.enroll"),
        Just("membership.enroll"),
        Just("membership.deactivate"),
        Just("membership.reactivate"),
        Just("membership.reactivate")
    ];
    prop_oneof![
        3 => prop_oneof![0..60_i64, 0..1_500_i64, 0..9_000_i64].prop_map(|hours| Step::Wait { hours }),
        4 => (-1..=0_i64).prop_map(|micros| Step::WaitForEdge { micros }),
        5 => (1..100_i64, back()).prop_map(|(amount, back)| Step::Earn { amount, back }),
        3 => (0..4_usize, 1..120_i64).prop_map(|(nth, amount)| Step::Reverse { nth, amount }),
        2 => (1..100_i64, back()).prop_map(|(amount, back)| Step::Order { amount, back }),
        3 => Just(Step::Visit),
        1 => (system(), 0..3_usize, proptest::option::of(0..60_u64)).prop_map(|(system, status, days)| Step::Assign { system, status, days }),
        1 => system().prop_map(|system| Step::Unlock { system }),
        1 => membership.prop_map(Step::Member),
    ]
}
