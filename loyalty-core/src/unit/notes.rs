//! What an operation tells the door besides its answer.

use std::any::Any;

use super::Unit;
use crate::amount::{Amount, Quantity};
use crate::error::Error;
use crate::id::{Ref, Slug};
use crate::json::{Json, Raw};
use crate::pairs::Pairs;
use crate::record::Root;
use crate::repository::Key;
use crate::time::Timestamp;

/// What an operation reports besides its own answer, in the order in which it happened.
#[derive(Debug, Default)]
pub struct Notes {
    /// Entries written.
    pub entries: Vec<Noted>,
    /// Accounts touched: root and point type.
    pub accounts: Vec<(Root, String)>,
    /// Rewards that were issued without anybody asking for them: root and number.
    pub issued: Vec<(Root, u64)>,
    /// What counts for a customer besides entries.
    pub counted: Vec<Counted>,
    /// Third parties: whom a rule of the program concerns, and for whom nobody has asked, such as who has referred a customer.
    pub third_parties: Vec<Root>,
    /// What is kept of the command says nothing about a person, on however many roots it rests: it outlives their erasures, and does not note where
    /// else it stands.
    pub impersonal: bool,
    /// Who rises by this command gets no rewards of the status for it; who is set to one by hand does, if asked for (rule Y6).
    pub withholds_rewards: bool,
    /// Messages queued, in order.
    pub messages: Vec<Ref>,
    /// The limit of the actor's roles above which the command is, where somebody else may approve it: then the door commits nothing.
    pub above: Option<Above>,
    /// By point type, the largest value that was held against limits.
    pub measured: Pairs<Slug, Amount>,
    /// Rewards that somebody asked for beside what the command is about: their worth by the right that it takes and the point type.
    pub given: Pairs<(&'static str, Slug), Amount>,
    /// What leaves the engine once: a field of the answer and its value, put in when everything that is kept was written without it.
    pub revealed: Option<(&'static str, Raw)>,
}

impl Unit<'_> {
    /// Makes the operation rest on a third party: a customer's command may reach them, and its answer says nothing of them. Before anything is
    /// posted, as for all roots.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn rest_on_third(&mut self, root: Root) -> Result<(), Error> {
        self.rest_on(&root)?;
        self.notes.third_parties.push(root);
        Ok(())
    }
}

/// A limit, and what is above it (rule P2).
#[derive(Debug, Clone, PartialEq, Eq, Json)]
pub struct Above {
    /// What is limited.
    pub limit: String,
    /// The bound.
    pub allowed: String,
    /// What was asked for, where the bound is of a day with what was done before.
    pub requested: String,
    /// The point type of the value.
    pub point_type: Slug,
    /// The value that the command itself moves, without a sign: no more may be granted.
    pub value: Amount,
    /// What it moves of other point types.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub beside: Pairs<Slug, Amount>,
}

impl Above {
    /// The value of a point type that was asked for.
    pub fn value_of(&self, point_type: &Slug) -> Amount {
        let beside = self.beside.get(point_type).copied().unwrap_or_default();
        if self.point_type == *point_type { self.value } else { beside }
    }

    /// Whether this asks for as much as another.
    pub fn covers(&self, other: &Above) -> bool {
        let is_enough = |point_type: &Slug, value: Amount| self.value_of(point_type) >= value;
        self.point_type == other.point_type
            && is_enough(&other.point_type, other.value)
            && other.beside.iter().all(|(point_type, value)| is_enough(point_type, *value))
    }
}

/// Something that happened and counts for customers' statuses (rule Y1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Whose it is, and whose it was before merges brought it, each from the next.
    pub owners: Vec<Root>,
    /// What happened.
    pub what: Happened,
    /// When it took effect: an order when it was placed, a visit when it was made.
    pub at: Timestamp,
}

/// What counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened {
    /// An order was paid: how many, minus one when it was given back as a whole.
    Orders(i64),
    /// Money was spent on goods, or given back: how much.
    Spend(Quantity),
    /// The customer signed in.
    Visit,
}

/// An entry written, with what the operation log's digests cover of its row.
#[derive(Debug)]
pub struct Noted {
    /// The root to whose journal it belongs.
    pub root: Root,
    /// The key of its row.
    pub key: Key,
    /// What never changes and holds no personal data.
    pub plain: String,
    /// What people wrote.
    pub written: String,
    /// The entry itself, whose type the unit need not know.
    pub entry: Box<dyn Any>,
}
