//! The steps of a random sequence, as proptest makes and shrinks them. They pick by small numbers; what is picked depends on what is there
//! when the step is taken.

use proptest::prelude::*;

use crate::program::{KINDS, STARTS};

/// A sequence and where it begins.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub start: usize,
    /// Whether points are taken from members who leave.
    pub forfeit: bool,
    /// The point type with which most steps deal.
    pub focus: usize,
    pub steps: Vec<Step>,
}

/// A step.
#[derive(Clone, Debug)]
pub struct Step {
    pub who: usize,
    /// The point type; beyond the list the scenario's own.
    pub kind: usize,
    pub deed: Deed,
    pub way: Way,
}

/// What a step does.
#[derive(Clone, Debug)]
pub enum Deed {
    Wait(i64),
    /// To the next instant at which something falls due, or shortly before.
    WaitForDue {
        micros: i64,
    },
    Member(&'static str),
    Adjust {
        amount: Much,
        back: u32,
        given: Ends,
    },
    Earn {
        amount: i64,
        back: u32,
        given: Ends,
    },
    Spend(Much),
    Hold(Much, Option<u32>),
    Capture(Pick),
    Release(Pick),
    Reverse(Pick),
    /// Which entry's points (none: all), within so many hours, and the end (none: the policy's).
    Redate {
        entry: Option<usize>,
        after: Option<i64>,
        before: Option<i64>,
        given: Option<Ends>,
    },
    /// What lapsed of which entry (none: all), and how much of it (none: all).
    Reinstate {
        entry: Option<usize>,
        amount: Option<i64>,
        given: Ends,
    },
    Maintain {
        limit: Option<usize>,
    },
    /// An earlier command with a key, again: with the same content or with other.
    Again {
        nth: usize,
        other: bool,
    },
    /// An earlier preview, confirmed.
    Confirm {
        nth: usize,
    },
}

/// How much, signed for adjustments.
#[derive(Clone, Copy, Debug)]
pub enum Much {
    Units(i64),
    /// All that is active, and so much more.
    All(i64),
}

/// Which hold or entry, counted from the newest, and which part of what is left of it (0: what is left, beyond 9: too much).
#[derive(Clone, Copy, Debug)]
pub struct Pick {
    pub nth: usize,
    pub tenths: i64,
}

/// The expiry given with a credit.
#[derive(Clone, Copy, Debug)]
pub enum Ends {
    AsTheTypeSays,
    Days(u32),
    /// So many days from now.
    Through(i64),
    /// So many hours from now.
    At(i64),
    Never,
    Two,
}

/// How a command is sent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    Plain,
    Keyed,
    /// Only shown; a later step may confirm it.
    Preview,
    /// Shown and confirmed at once.
    Confirmed,
    /// With the version of the account, right or stale.
    Version {
        stale: bool,
    },
    /// With a time that lies so many seconds back.
    Late(i64),
}

const HOUR: i64 = 3_600;

fn much() -> impl Strategy<Value = Much> {
    prop_oneof![4 => (1..=60_i64).prop_map(Much::Units), 1 => (-1..=1_i64).prop_map(Much::All)]
}

fn signed() -> impl Strategy<Value = Much> {
    prop_oneof![
        6 => (1..=60_i64).prop_map(Much::Units),
        3 => (-30..=0_i64).prop_map(Much::Units),
        1 => (-1..=12_i64).prop_map(Much::All),
    ]
}

fn back() -> impl Strategy<Value = u32> {
    prop_oneof![6 => Just(0), 1 => 1..48_u32, 1 => 1..2_000_u32]
}

fn ends() -> impl Strategy<Value = Ends> {
    prop_oneof![
        8 => Just(Ends::AsTheTypeSays),
        2 => (0..60_u32).prop_map(Ends::Days),
        1 => (-2..60_i64).prop_map(Ends::Through),
        2 => (-5..1_000_i64).prop_map(Ends::At),
        1 => Just(Ends::Never),
        1 => Just(Ends::Two),
    ]
}

fn pick() -> impl Strategy<Value = Pick> {
    let tenths = prop_oneof![3 => Just(0), 3 => 1..=9_i64, 1 => Just(10)];
    (prop_oneof![3 => 0..3_usize, 2 => 0..9_usize], tenths).prop_map(|(nth, tenths)| Pick { nth, tenths })
}

fn deed() -> impl Strategy<Value = Deed> {
    let seconds = prop_oneof![Just(None), (1..60_u32).prop_map(Some), (1..2_000_000_u32).prop_map(Some)];
    let wait = prop_oneof![1..100_i64, HOUR..48 * HOUR, 24 * HOUR..500 * HOUR, 700 * HOUR..2_400 * HOUR];
    let change = prop_oneof![
        3 => Just("enroll"), 1 => Just("register"), 1 => Just("unenroll"), 1 => Just("remove"), 2 => Just("deactivate"), 3 => Just("reactivate"),
    ];
    prop_oneof![
        3 => wait.prop_map(Deed::Wait),
        2 => prop_oneof![Just(0), Just(-1), 0..10_000_000_i64].prop_map(|micros| Deed::WaitForDue { micros }),
        3 => change.prop_map(Deed::Member),
        5 => (signed(), back(), ends()).prop_map(|(amount, back, given)| Deed::Adjust { amount, back, given }),
        5 => (1..=60_i64, back(), ends()).prop_map(|(amount, back, given)| Deed::Earn { amount, back, given }),
        4 => much().prop_map(Deed::Spend),
        3 => (much(), seconds).prop_map(|(amount, seconds)| Deed::Hold(amount, seconds)),
        2 => pick().prop_map(Deed::Capture),
        2 => pick().prop_map(Deed::Release),
        6 => pick().prop_map(Deed::Reverse),
        3 => (prop::option::of(0..6_usize), prop::option::weighted(0.2, -9..900_i64), prop::option::weighted(0.2, -9..900_i64), prop::option::weighted(0.7, ends()))
            .prop_map(|(entry, after, before, given)| Deed::Redate { entry, after, before, given }),
        3 => (prop::option::weighted(0.4, 0..9_usize), prop::option::weighted(0.5, 1..=40_i64), ends())
            .prop_map(|(entry, amount, given)| Deed::Reinstate { entry, amount, given }),
        1 => prop_oneof![Just(None), (1..3_usize).prop_map(Some)].prop_map(|limit| Deed::Maintain { limit }),
        2 => (0..3_usize, prop::bool::weighted(0.3)).prop_map(|(nth, other)| Deed::Again { nth, other }),
        1 => (0..2_usize).prop_map(|nth| Deed::Confirm { nth }),
    ]
}

fn way() -> impl Strategy<Value = Way> {
    prop_oneof![
        8 => Just(Way::Plain),
        4 => Just(Way::Keyed),
        1 => Just(Way::Preview),
        1 => Just(Way::Confirmed),
        1 => prop::bool::ANY.prop_map(|stale| Way::Version { stale }),
        1 => (1..100_000_i64).prop_map(Way::Late),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let who = prop_oneof![6 => Just(0), 2 => Just(1), 1 => Just(2)];
    let kind = prop_oneof![4 => Just(usize::MAX), 1 => 0..KINDS.len()];
    (who, kind, deed(), way()).prop_map(|(who, kind, deed, way)| Step { who, kind, deed, way })
}

/// Sequences of up to so many steps.
pub fn scenario(steps_max: usize) -> impl Strategy<Value = Scenario> {
    let steps = prop::collection::vec(step(), 1..=steps_max);
    (0..STARTS.len(), prop::bool::weighted(0.3), 0..KINDS.len(), steps).prop_map(|(start, forfeit, focus, steps)| Scenario {
        start,
        forfeit,
        focus,
        steps,
    })
}
