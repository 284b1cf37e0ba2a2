//! What an answer says, in plain numbers: the model foretells it, and the engine's receipt is read into it.

use loyalty_core::amount::Quantity;
use loyalty_core::entry::EntryView;
use loyalty_core::expiry::Lapse;
use loyalty_core::hold::{HoldState, HoldView};
use loyalty_core::id::Ref;
use loyalty_core::receipt::Receipt;

use crate::program::KINDS;

/// When a point ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    At(i64),
    /// On the date of the account.
    Date,
    Never,
}

/// A line of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: &'static str,
    pub number: u64,
    pub amount: i64,
    pub balance: i64,
    pub at: i64,
    /// Of a credit: when it ends.
    pub expires: Option<End>,
    /// Of a credit that is not active at once: from when on it is.
    pub available: Option<i64>,
    /// What was taken from lots or put back, sorted: lot, end, amount.
    pub parts: Vec<(u64, End, i64)>,
    pub debt: i64,
    pub reverses: Option<u64>,
    pub hold: Option<u64>,
}

/// A balance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    pub active: i64,
    pub pending: i64,
    pub held: i64,
    pub debt: i64,
    pub total: i64,
    pub earned: i64,
    pub adjusted: i64,
    pub spent: i64,
    pub expired: i64,
    pub version: u64,
}

/// The operation's own answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Posted(u64),
    Hold { number: u64, authorized: i64, captured: i64, released: i64, remaining: i64, until: Option<i64>, entry: Option<u64> },
    Reversed { entry: u64, lapsed: i64, forgiven: i64, stayed: i64 },
    Redated { entry: u64, amount: i64, lots: usize },
    Reinstated { entry: u64, amount: i64, lots: usize },
    Changed { from: &'static str, to: &'static str, version: u64 },
}

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub answer: Answer,
    /// The point type of each line, and the line.
    pub lines: Vec<(usize, Line)>,
    pub balances: Vec<(usize, Balance)>,
    /// The token of a preview; the model gives none.
    pub plan: Option<String>,
}

impl Told {
    /// Without the times that a plan does not promise.
    pub fn promise(&self) -> Told {
        let mut told = Told { plan: None, ..self.clone() };
        if let Answer::Hold { until, .. } = &mut told.answer {
            *until = None;
        }
        for (_, line) in &mut told.lines {
            line.at = 0;
        }
        told
    }

    /// A receipt of the engine, its own answer read already.
    pub fn read<T>(receipt: &Receipt<T>, answer: Answer) -> Told {
        let lines = receipt.entries.iter().map(read_line).collect();
        let balances = receipt.balances.iter().map(|balance| (kind_of(balance.point_type.as_str()), read_balance(balance))).collect();
        Told { answer, lines, balances, plan: None }
    }
}

/// The position of a point type.
pub fn kind_of(id: &str) -> usize {
    KINDS.iter().position(|kind| kind.id == id).expect("a point type of the program")
}

/// So many smallest units of a type.
pub fn units(quantity: Quantity, kind: usize) -> i64 {
    quantity.amount(KINDS[kind].places, "").expect("an amount of the type").units()
}

/// The number at the end of an id.
pub fn number(id: &Ref) -> u64 {
    id.as_str().rsplit('/').next().unwrap().trim_start_matches('h').parse().expect("a number")
}

/// A balance of the engine.
pub fn read_balance(balance: &loyalty_core::account::Balance) -> Balance {
    let kind = kind_of(balance.point_type.as_str());
    Balance {
        active: units(balance.active, kind),
        pending: units(balance.pending, kind),
        held: units(balance.held, kind),
        debt: units(balance.debt, kind),
        total: units(balance.total, kind),
        earned: units(balance.earned, kind),
        adjusted: units(balance.adjusted, kind),
        spent: units(balance.spent, kind),
        expired: units(balance.expired, kind),
        version: balance.version,
    }
}

/// A line of the engine's journal.
pub fn read_line(entry: &EntryView) -> (usize, Line) {
    let kind = kind_of(entry.point_type.as_str());
    let mut parts: Vec<_> = entry.lots.iter().map(|part| (number(&part.lot), read_end(part.expires), units(part.amount, kind))).collect();
    parts.sort_unstable();
    // What stands in several rows of one lot, such as in part under a hold, is one to the model.
    parts.dedup_by(|next, last| {
        let same = (next.0, next.1, next.2 < 0) == (last.0, last.1, last.2 < 0);
        last.2 += if same { next.2 } else { 0 };
        same
    });
    let line = Line {
        kind: entry.kind.name(),
        number: number(&entry.id),
        amount: units(entry.amount, kind),
        balance: units(entry.balance, kind),
        at: entry.effective_at.micros(),
        expires: entry.expires.map(read_end),
        available: entry.available_from.map(|from| from.micros()),
        parts,
        debt: entry.debt.map_or(0, |debt| units(debt, kind)),
        reverses: entry.reverses.as_ref().map(number),
        hold: entry.hold.as_ref().map(number),
    };
    (kind, line)
}

/// The engine's answer about a hold.
pub fn read_hold(hold: &HoldView, entry: Option<u64>) -> Answer {
    let kind = kind_of(hold.point_type.as_str());
    assert_eq!(hold.state == HoldState::Open, hold.held_until.is_some(), "an open hold ends at some time");
    Answer::Hold {
        number: number(&hold.id),
        authorized: units(hold.authorized, kind),
        captured: units(hold.captured, kind),
        released: units(hold.released, kind),
        remaining: units(hold.remaining, kind),
        until: hold.held_until.map(|at| at.micros()),
        entry,
    }
}

fn read_end(lapse: Lapse) -> End {
    match lapse {
        Lapse::At(at) => End::At(at.micros()),
        Lapse::AccountDate => End::Date,
        Lapse::Never => End::Never,
    }
}
