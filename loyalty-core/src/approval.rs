//! Requests for approval: what somebody asked for above a limit of their roles, until somebody else grants or rejects it (rule P2).
//!
//! A request belongs to the customer or the gift card that its command is about: a merge moves it, an erasure takes it away.

mod facts;
mod grant;
mod list;
mod reject;
mod request;
#[cfg(test)]
mod tests;
mod view;

pub use facts::{ApprovalFacts, ApprovalState, Decided, Decision};
pub use grant::{Grant, Granted};
pub use list::{ApprovalPage, List};
pub use reject::{Reject, Rejected};
pub use request::Request;
pub use view::ApprovalView;

use crate::access::GRANT;
use crate::context::Actor;
use crate::customer::Customer;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Line, Text, fold_email};
use crate::json::{self, Tree};
use crate::limits::APPROVAL_DAYS;
use crate::log::UsedKey;
use crate::membership::State;
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Index, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The scope of the claims that lead from the id of a request to the root it belongs to.
const APPROVAL_ID: &str = "approval";

/// The requests for approval.
pub static APPROVAL: Table = Table {
    name: "approval",
    columns: &[
        Column::bytes("root", 260),
        Column::bytes("approval_id", 260),
        Column::bytes("state", 16),
        Column::int("asked_at"),
        Column::bytes("request", 32),
        Column::bytes("recipient_email", 320).or_null(),
    ],
    key: 2,
    indexes: &[BY_STATE, OF_SHOP, BY_REQUEST, TO_EMAIL],
    search: None,
    erasure: Erasure::Cleared(Approval::erase),
};

/// The order of a root's requests by state, then time.
const BY_STATE: Index = Index { name: "state", columns: &[0, 2, 3], unique: false };

/// The order of all requests by state, then time: what waits in the shop.
const OF_SHOP: Index = Index { name: "shop", columns: &[2, 3], unique: false };

/// A root's requests by what was asked for.
const BY_REQUEST: Index = Index { name: "request", columns: &[0, 4], unique: false };

/// The requests that name somebody's email, by time, whoever they are about: an erasure finds them by it.
const TO_EMAIL: Index = Index { name: "recipient_time", columns: &[5, 3], unique: false };

/// A request for approval.
#[derive(Debug, Clone, PartialEq)]
pub struct Approval {
    /// The root of the customer or gift card.
    pub root: Root,
    /// Its id, unique in the shop and the same for ever.
    pub id: Id,
    /// What was decided.
    pub decided: Decided,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// The digest of the command and its arguments, as an idempotency key stands for them.
    pub request: [u8; 32],
    /// Everything else.
    pub facts: ApprovalFacts,
}

/// The time for which a request waits, in seconds.
const WAITS: i64 = APPROVAL_DAYS * 86_400;

impl Approval {
    /// The key of a request.
    pub fn key(root: &Root, id: &Id) -> Vec<Value> {
        vec![Value::from(root), Value::from(id.as_str())]
    }

    /// The requests in a state, oldest first: of a root, or of the whole shop.
    pub fn scan(root: Option<&Root>, state: ApprovalState, now: Timestamp) -> Scan {
        let stored = match state {
            ApprovalState::Open | ApprovalState::Expired => Decided::Open,
            ApprovalState::Granted => Decided::Granted,
            ApprovalState::Rejected => Decided::Rejected,
        };
        let mut prefix: Vec<Value> = root.map(Value::from).into_iter().gather();
        prefix.push(Value::from(stored.name()));
        let scan = Scan::prefix(&APPROVAL, prefix).by(if root.is_some() { &BY_STATE } else { &OF_SHOP });
        // Time alone tells those that wait from those that nobody decided about.
        let first_that_waits = Value::from(Timestamp::from_micros(now.plus_seconds(-WAITS).micros() + 1));
        match state {
            ApprovalState::Open => scan.reversed().until(vec![first_that_waits]),
            ApprovalState::Expired => {
                let mut before = vec![first_that_waits];
                before.resize(if root.is_some() { 2 } else { 3 }, Value::Bytes(Vec::new()));
                scan.reversed().after(Some(before))
            }
            _ => scan.reversed(),
        }
    }

    /// Where it stands in that order.
    pub fn position(&self, in_root: bool) -> Vec<Value> {
        let root = (!in_root).then(|| Value::from(&self.root));
        [Some(Value::from(self.asked_at)), root, Some(Value::from(self.id.as_str()))].into_iter().flatten().gather()
    }

    /// All requests of a root, in no order that means something.
    pub fn scan_all(root: &Root) -> Scan {
        Scan::prefix(&APPROVAL, vec![Value::from(root)])
    }

    /// The requests that name an email, folded, until a moment.
    pub fn scan_sent_to(email: &str, until: Timestamp) -> Scan {
        Scan::prefix(&APPROVAL, vec![Value::from(email)]).by(&TO_EMAIL).until(vec![Value::from(until)])
    }

    /// The root to which the request with this id belongs.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn find_root(unit: &mut Unit<'_>, id: &Id) -> Result<Option<Root>, Error> {
        unit.holder(APPROVAL_ID, id.as_str())
    }

    /// The request with this id.
    ///
    /// # Errors
    /// `not_found`.
    pub fn load(unit: &mut Unit<'_>, id: &Id) -> Result<Self, Error> {
        let missing = || Error::not_found("request for approval", id);
        let root = Self::find_root(unit, id)?.ok_or_else(missing)?;
        unit.get::<Approval>(Self::key(&root, id))?.ok_or_else(missing)
    }

    /// The request that the same actor has made for the same command: with an idempotency key the one of that key, whatever became of it; without one,
    /// one that still waits and could be granted as it is now, since who clicks twice means one.
    ///
    /// # Errors
    /// When the storage fails.
    pub fn same(unit: &mut Unit<'_>, new: &Approval) -> Result<Option<Self>, Error> {
        let prefix = vec![Value::from(&new.root), Value::from(new.request.as_slice())];
        let now = unit.now();
        let above = &new.facts.above;
        let is_same = |other: &Approval| {
            other.facts.asker.id == new.facts.asker.id
                && other.facts.key == new.facts.key
                && (new.facts.key.is_some() || other.state(now) == ApprovalState::Open && other.facts.above.covers(above))
        };
        Ok(unit.scan::<Approval>(&Scan::prefix(&APPROVAL, prefix).by(&BY_REQUEST))?.into_iter().find(is_same))
    }

    /// Stages a new request, with its id.
    pub fn place(&self, unit: &mut Unit<'_>) {
        unit.claim(APPROVAL_ID, self.id.as_str(), &self.root);
        unit.insert(self);
    }

    /// From when on it is too late to decide.
    pub fn valid_until(&self) -> Timestamp {
        self.asked_at.plus_seconds(WAITS)
    }

    /// Where it stands at a time.
    pub fn state(&self, now: Timestamp) -> ApprovalState {
        match self.decided {
            Decided::Open if now < self.valid_until() => ApprovalState::Open,
            Decided::Open => ApprovalState::Expired,
            Decided::Granted => ApprovalState::Granted,
            Decided::Rejected => ApprovalState::Rejected,
        }
    }

    /// The refusal of the command that has become this request.
    pub fn refusal(&self, now: Timestamp) -> Error {
        let above = &self.facts.above;
        Reason::ApprovalRequired {
            limit: above.limit.clone(),
            allowed: above.allowed.clone(),
            requested: above.requested.clone(),
            approval: Some(self.id.to_string()),
            state: self.state(now).name(),
        }
        .into()
    }

    /// Refuses a request about which nobody can decide any more.
    ///
    /// # Errors
    /// `already_used` when it was decided; `expired`.
    pub fn require_open(&self, now: Timestamp) -> Result<(), Error> {
        let state = self.state(now);
        match state {
            ApprovalState::Open => Ok(()),
            ApprovalState::Expired => {
                let what = format!("request for approval '{}'", self.id);
                Err(Reason::Expired { what, at: self.valid_until().to_string() }.into())
            }
            _ => Err(Error::already_used(format_args!("request for approval '{}' ({})", self.id, state.name()), "nothing")),
        }
    }

    /// Refuses whoever has asked themselves: under the same id, or one through the other.
    ///
    /// # Errors
    /// `forbidden`.
    pub fn require_other(&self, actor: &Actor) -> Result<(), Error> {
        if self.facts.asker.is_same_person(actor) { Err(Reason::OwnRequest { right: GRANT }.into()) } else { Ok(()) }
    }

    /// Decides, and stages that.
    pub fn decide(&mut self, unit: &mut Unit<'_>, decided: Decided, reason: Option<&Line>, note: Option<&Text>) {
        let by = unit.context().actor.id.clone();
        self.decided = decided;
        self.facts.decision = Some(Decision { by, at: unit.now(), reason: reason.cloned(), note: note.cloned() });
        unit.put(self);
    }

    /// Uses the idempotency key of the command that is granted: its receipt is what whoever asks again gets, from the log row of this grant.
    ///
    /// # Errors
    /// `already_used` when the command was done under its key meanwhile, by somebody who may; `idempotency_conflict` when something else was.
    pub fn use_key(&self, unit: &mut Unit<'_>) -> Result<(), Error> {
        let (Some(given), Some((root, key))) = (&self.facts.key, self.used_key()) else { return Ok(()) };
        if let Some(used) = unit.get::<UsedKey>(UsedKey::key(&root, &key))? {
            return Err(if used.request == self.request {
                Error::already_used(
                    format_args!("request for approval '{}' (the command was done under its key '{given}')", self.id),
                    "nothing",
                )
            } else {
                Reason::IdempotencyConflict { key: given.to_string() }.into()
            });
        }
        let log_number = unit.rest_on(&root)?.log_seq + 1;
        unit.insert(&UsedKey { root, key, request: self.request, log_number, receipt: None });
        Ok(())
    }

    /// The idempotency key, where and as it is kept.
    fn used_key(&self) -> Option<(Root, String)> {
        let key = self.facts.key.as_ref()?;
        Some((Root::from_bytes(self.facts.scope.as_bytes()), UsedKey::own(&self.facts.asker, key.as_str())))
    }

    /// Gives it to another customer. While it waits, its command names them from then on: the id that was named can become somebody else's.
    pub fn move_to(mut self, unit: &mut Unit<'_>, to: &Root, came: &dyn Fn(Option<CustomerId>) -> Option<CustomerId>) {
        unit.delete(&self);
        unit.release(APPROVAL_ID, self.id.as_str(), &self.root);
        self.root = to.clone();
        self.facts.came_from = came(self.facts.came_from);
        if let (Decided::Open, Tree::Object(fields), Some(id)) = (self.decided, &mut self.facts.arguments, to.customer_id()) {
            fields.iter_mut().filter(|(name, _)| name == "customer").for_each(|(_, value)| *value = Tree::from(id.as_str()));
        }
        unit.claim(APPROVAL_ID, self.id.as_str(), to);
        unit.put(&self);
    }

    /// Takes a request away, with its id and what its key stood for, when the customer is erased (rule K11).
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn erase(unit: &mut Unit<'_>, row: Row) -> Result<(), Error> {
        Approval::from_row(row)?.forget(unit, true)
    }

    /// Takes a request away that names an email of somebody who is erased. Whoever it is about goes on finding their key.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn withdraw(&self, unit: &mut Unit<'_>) -> Result<(), Error> {
        self.forget(unit, false)
    }

    fn forget(&self, unit: &mut Unit<'_>, with_key: bool) -> Result<(), Error> {
        unit.release(APPROVAL_ID, self.id.as_str(), &self.root);
        unit.delete(self);
        let Some((root, key)) = self.used_key().filter(|_| self.decided == Decided::Granted) else { return Ok(()) };
        if let Some(used) = unit.get::<UsedKey>(UsedKey::key(&root, &key))? {
            // Whoever is not erased, such as an account that was parted again, goes on finding theirs.
            let is_gone = match root.customer_id() {
                Some(_) if root == self.root => true,
                Some(id) => matches!(Customer::load(unit, &id)?.membership.state, State::Merged | State::Deleted),
                None => false,
            };
            unit.delete(&used);
            unit.put(&used.erased(with_key && is_gone));
        }
        Ok(())
    }
}

impl Record for Approval {
    const TABLE: &'static Table = &APPROVAL;

    fn to_row(&self) -> Row {
        let mut values = Approval::key(&self.root, &self.id);
        let email = self.facts.arguments.get("recipient_email").and_then(Tree::as_text).map(fold_email);
        values.extend([Value::from(self.decided.name()), Value::from(self.asked_at), Value::from(self.request.as_slice())]);
        values.push(Value::from(email.as_deref()));
        Row { table: &APPROVAL, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let (root, id, state, asked_at, request) = (columns.root(), columns.word(), columns.word(), columns.time(), columns.digest());
        let _email = columns.bytes_or_null();
        let decided = Decided::ALL.into_iter().find(|decided| decided.name() == state);
        if decided.is_none() {
            columns.refuse(&format_args!("a request for approval is in the state '{state}', which there is not"));
        }
        let decided = decided.unwrap_or(Decided::Rejected);
        let record = Approval { root, id: Id::new(id).map_err(Error::internal)?, decided, asked_at, request, facts: columns.body() };
        columns.end(record)
    }
}
