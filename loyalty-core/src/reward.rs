//! Rewards that customers have: issued once, used once (rules R3, R4, R5).

mod consume;
mod grant;
mod issuing;
mod list;
mod offer;
mod options;
mod redeem;
mod remove;
mod view;

pub use consume::Consume;
pub use grant::{Grant, OneReward};
pub use issuing::{check, issue, take_back, worth};
pub use list::{List, RewardPage};
pub use options::{Options, RewardOption, RewardOptions};
pub use redeem::{Redeem, Redeemed};
pub use remove::Remove;
pub use view::RewardView;

use schemars::JsonSchema;

use crate::amount::Quantity;
use crate::code::Code;
use crate::customer::Customer;
use crate::error::{Error, Reason};
use crate::id::{CustomerId, Id, Line, Ref, Slug, Text};
use crate::json::{self, Json};
use crate::membership::State;
use crate::program::RewardKind;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The scope of the claims by which a code leads to its customer (rule R5).
pub const CODE: &str = "reward";

/// The rewards that were issued.
pub static REWARD: Table = Table {
    name: "reward",
    columns: &[
        Column::bytes("root", 260),
        Column::int("number"),
        Column::bytes("state", 16),
        Column::bytes("reward", 32),
        Column::int("issued_at"),
        Column::int("ends_at").or_null(),
        Column::int("used_at").or_null(),
        Column::bytes("code", 28).or_null(),
    ],
    key: 2,
    indexes: &[BY_STATE, BY_CODE],
    search: None,
    erasure: Erasure::Cleared(IssuedReward::forget),
};

/// The order of a customer's rewards by state, then age.
const BY_STATE: Index = Index { name: "state", columns: &[0, 2], unique: false };

/// A customer's rewards by their codes.
const BY_CODE: Index = Index { name: "code", columns: &[0, 7], unique: false };

/// How many of each reward a customer has had.
pub static REWARD_COUNT: Table = Table {
    name: "reward_count",
    columns: &[Column::bytes("root", 260), Column::bytes("reward", 32), Column::int("issued")],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::Kept,
};

/// A reward of a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct IssuedReward {
    /// The customer's root.
    pub root: Root,
    /// Its number, from 1 for each customer.
    pub number: u64,
    /// Where it stands as it was recorded; what time has done since [`IssuedReward::state_at`] knows.
    pub state: RewardState,
    /// The reward of the catalogue.
    pub reward: Slug,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// From when on it can no longer be used; never when none.
    pub ends_at: Option<Timestamp>,
    /// When it was used.
    pub used_at: Option<Timestamp>,
    /// The symbols of its code; none when there is nothing to use it for.
    pub code: Option<String>,
    /// Everything else.
    pub facts: RewardFacts,
}

/// What a reward was when it was issued, and what became of it.
#[derive(Debug, Clone, PartialEq, Json)]
pub struct RewardFacts {
    /// The name that people see.
    pub name: Line,
    /// What it is.
    pub gives: RewardKind,
    /// Why the customer has it.
    pub cause: Cause,
    /// Whether it was taken from a stock that was counted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stocked: bool,
    /// What was paid for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<Paid>,
    /// Of gift credit: the entry that credited it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credited: Option<Ref>,
    /// The order on which it was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// The ids it had before merges, the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub came_from: Vec<Ref>,
    /// When it was canceled or removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_at: Option<Timestamp>,
    /// Why it was granted or removed; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Why a customer has a reward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// They paid for it.
    Redeemed,
    /// It was given by hand.
    Granted,
    /// They rose to a status.
    Status,
    /// They filled a stamp card, or reached a slot of it.
    StampCard,
}

/// Where a reward stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RewardState {
    /// It waits to be used.
    Outstanding,
    /// It was used.
    Used,
    /// Its time is over.
    Expired,
    /// It was taken away, and gave back what it had taken: cost, stock and the customer's limit.
    Canceled,
    /// It was taken away.
    Removed,
}

/// What was paid for a reward.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Paid {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much.
    pub amount: Quantity,
    /// The entry.
    pub entry: Ref,
}

impl RewardState {
    /// Every state.
    pub const ALL: [RewardState; 5] =
        [RewardState::Outstanding, RewardState::Used, RewardState::Expired, RewardState::Canceled, RewardState::Removed];

    /// The word on the wire and in storage.
    pub const fn name(self) -> &'static str {
        match self {
            RewardState::Outstanding => "outstanding",
            RewardState::Used => "used",
            RewardState::Expired => "expired",
            RewardState::Canceled => "canceled",
            RewardState::Removed => "removed",
        }
    }

    /// The state under which it is stored: what time does is not written down.
    pub const fn stored(self) -> Self {
        match self {
            RewardState::Expired => RewardState::Outstanding,
            other => other,
        }
    }
}

impl IssuedReward {
    /// The key of a reward.
    pub fn key(root: &Root, number: u64) -> Vec<Value> {
        vec![Value::from(root), Value::from(number)]
    }

    /// The rewards of a customer, oldest first.
    pub fn scan(root: &Root) -> Scan {
        Scan::prefix(&REWARD, vec![Value::from(root)])
    }

    /// The rewards of a customer that are stored under a state, oldest first.
    pub fn scan_state(root: &Root, stored: RewardState) -> Scan {
        Scan::prefix(&REWARD, vec![Value::from(root), Value::from(stored.name())]).by(&BY_STATE)
    }

    /// The reward of a customer that has a code.
    pub fn scan_code(root: &Root, code: &Code) -> Scan {
        Scan::prefix(&REWARD, vec![Value::from(root), Value::from(code.symbols())]).by(&BY_CODE).limit(1)
    }

    /// Where it stands at an instant: one that waits has expired once its time is over, whoever looks (rule L6).
    pub fn state_at(&self, now: Timestamp) -> RewardState {
        match self.state {
            RewardState::Outstanding if self.ends_at.is_some_and(|ends_at| ends_at <= now) => RewardState::Expired,
            state => state,
        }
    }

    /// Takes away its code, with which nobody shall use it any more, and what was written about it (rule K11).
    fn forget(unit: &mut Unit<'_>, row: Row) -> Result<(), Error> {
        let mut issued = IssuedReward::from_row(row)?;
        if let Some(code) = issued.code.take() {
            unit.release(CODE, &code, &issued.root);
        }
        if issued.state == RewardState::Outstanding {
            (issued.state, issued.facts.removed_at) = (RewardState::Removed, Some(unit.now()));
        }
        (issued.facts.reason, issued.facts.comment, issued.facts.note) = (None, None, None);
        unit.put(&issued);
        Ok(())
    }

    /// The id in answers: `<customer>/r<number>`.
    ///
    /// # Errors
    /// `internal` when it does not fit.
    pub fn id(&self) -> Result<Ref, Error> {
        Ref::new(format!("{}/r{}", self.root.name(), self.number)).map_err(Error::internal)
    }

    /// The reward of a customer with this id, or that had it before it came with a merge.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn find(unit: &mut Unit<'_>, root: &Root, id: &Ref) -> Result<Option<Self>, Error> {
        if let Some(number) = Self::number_of(id, root) {
            return unit.get::<Self>(Self::key(root, number));
        }
        Ok(unit.scan::<Self>(&Self::scan(root))?.into_iter().find(|issued| issued.facts.came_from.contains(id)))
    }

    /// Where it counts for limits: where it is, and in the accounts with which it came, for the undo of a merge takes out what those count. Who was
    /// enrolled afresh counts for themselves.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn counted_at(&self, unit: &mut Unit<'_>) -> Result<Vec<Root>, Error> {
        let mut roots = vec![self.root.clone()];
        for id in &self.facts.came_from {
            let owner = id.as_str().rsplit_once('/').and_then(|(owner, _)| CustomerId::new(owner).ok());
            let owner = Customer::load(unit, &owner.ok_or_else(|| Error::internal("a reward came from nowhere"))?)?;
            if owner.membership.state == State::Merged {
                unit.rest_on(&owner.root())?;
                roots.push(owner.root());
            }
        }
        Ok(roots)
    }

    /// The number in the id of a reward of this customer.
    pub fn number_of(id: &Ref, root: &Root) -> Option<u64> {
        let digits = id.as_str().strip_prefix(root.name().as_str())?.strip_prefix("/r")?;
        digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Refuses a reward that stands elsewhere than an operation asks for.
    ///
    /// # Errors
    /// `already_used`, with when; `expired`; `not_eligible` for one that was canceled or removed.
    pub fn require(&self, wanted: &[RewardState], now: Timestamp) -> Result<(), Error> {
        let state = self.state_at(now);
        if wanted.contains(&state) {
            return Ok(());
        }
        let (what, at) = (format!("reward {}", self.id()?), |at: Option<Timestamp>| at.map_or_else(String::new, |at| at.to_string()));
        Err(match state {
            RewardState::Expired => Reason::Expired { what, at: at(self.ends_at) }.into(),
            RewardState::Canceled | RewardState::Removed => {
                Error::not_eligible(format_args!("{what} was {} at {}", state.name(), at(self.facts.removed_at)))
            }
            RewardState::Used | RewardState::Outstanding => Error::already_used(format_args!("{what}, used at {},", at(self.used_at)), 0),
        })
    }
}

impl Record for IssuedReward {
    const TABLE: &'static Table = &REWARD;

    fn to_row(&self) -> Row {
        let mut values = IssuedReward::key(&self.root, self.number);
        values.extend([
            Value::from(self.state.name()),
            Value::from(self.reward.as_str()),
            Value::from(self.issued_at),
            Value::from(self.ends_at),
            Value::from(self.used_at),
            Value::from(self.code.as_deref()),
        ]);
        Row { table: &REWARD, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, number, state, reward) = (columns.root(), columns.count(), columns.word(), columns.word());
        let state = RewardState::ALL.into_iter().find(|known| known.name() == state).unwrap_or_else(|| {
            columns.refuse(&format_args!("a reward in the unknown state '{state}'"));
            RewardState::Removed
        });
        let record = IssuedReward {
            root,
            number,
            state,
            reward: Slug::new(reward).map_err(Error::internal)?,
            issued_at: columns.time(),
            ends_at: columns.time_or_null(),
            used_at: columns.time_or_null(),
            code: columns.bytes_or_null().and_then(|code| String::from_utf8(code).ok()),
            facts: columns.body(),
        };
        columns.end(record)
    }
}

/// How many of a reward a customer has had, those given back left out: what the limit for each customer looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RewardCount {
    /// The customer's root.
    pub root: Root,
    /// The reward of the catalogue.
    pub reward: String,
    /// How many.
    pub issued: u64,
}

impl RewardCount {
    /// The key of a count.
    pub fn key(root: &Root, reward: &Slug) -> Vec<Value> {
        vec![Value::from(root), Value::from(reward.as_str())]
    }
}

impl Record for RewardCount {
    const TABLE: &'static Table = &REWARD_COUNT;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.reward.as_str()), Value::from(self.issued)];
        Row { table: &REWARD_COUNT, values, body: String::new() }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = RewardCount { root: columns.root(), reward: columns.word(), issued: columns.count() };
        columns.end(record)
    }
}

#[cfg(test)]
mod tests;
