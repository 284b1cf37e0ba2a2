//! Changes of membership: how one is made, and the record of it (rules M1, M3).

use schemars::JsonSchema;

use crate::account::Account;
use crate::customer::{Customer, take_email};
use crate::error::Error;
use crate::id::{CustomerId, Line, Text};
use crate::json;
use crate::json::Json;
use crate::ledger::{Ledger, extend_after_hold};
use crate::membership::{Change, Membership, State};
use crate::record::{Columns, Record, Root};
use crate::repository::{Column, Erasure, Row, Scan, Table, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// The history of membership: one row per change, numbered by the version it led to.
pub static MEMBERSHIP_CHANGE: Table = Table {
    name: "membership_change",
    columns: &[Column::bytes("root", 260), Column::int("number"), Column::int("at")],
    key: 2,
    indexes: &[],
    search: None,
    erasure: Erasure::Cleared(|unit, row| unit.clear(row, MembershipChange::forget)),
};

/// One change of a customer's membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembershipChange {
    /// The customer's root.
    pub root: Root,
    /// The version of the membership to which it led.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// What changed, by whom and why.
    pub facts: ChangeFacts,
}

/// What changed, by whom and why.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct ChangeFacts {
    /// The change.
    pub change: Change,
    /// The state before.
    pub from: State,
    /// The state after.
    pub to: State,
    /// Who asked for it; a customer sees only themselves, not the shop's people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

impl MembershipChange {
    /// The changes of a customer, oldest first.
    pub fn scan(root: &Root) -> Scan {
        Scan::prefix(&MEMBERSHIP_CHANGE, vec![Value::from(root)])
    }

    /// Forgets what people wrote about it; but why the account was erased is kept.
    pub fn forget(&mut self) {
        self.facts.comment = None;
        self.facts.reason = self.facts.reason.take().filter(|_| self.facts.change == Change::Delete);
    }
}

impl Record for MembershipChange {
    const TABLE: &'static Table = &MEMBERSHIP_CHANGE;

    fn to_row(&self) -> Row {
        let values = vec![Value::from(&self.root), Value::from(self.number), Value::from(self.at)];
        Row { table: &MEMBERSHIP_CHANGE, values, body: json::text(&self.facts) }
    }

    fn from_row(row: Row) -> Result<Self, Error> {
        let mut columns = Columns::from(row);
        let record = MembershipChange { root: columns.root(), number: columns.count(), at: columns.time(), facts: columns.body() };
        columns.end(record)
    }
}

/// The result of a change of membership.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Changed {
    /// The customer.
    pub customer: CustomerId,
    /// The state before.
    pub from: State,
    /// The state now.
    pub state: State,
    /// The version of the membership, for `if_version`.
    pub version: u64,
}

/// Makes a change: checks the table and the caller's version, notes who and why, keeps the email unique. The caller stages the customer.
///
/// # Errors
/// `invalid_transition` (rule M1), `version_conflict`, `already_exists` for an email that another has taken meanwhile (rule M0).
pub fn change(
    unit: &mut Unit<'_>,
    customer: &mut Customer,
    change: Change,
    reason: Option<&Line>,
    comment: Option<&Text>,
) -> Result<Changed, Error> {
    let from = customer.membership.state;
    let held_email = customer.holds_email();
    let after = customer.membership.after(change, unit.now())?;
    unit.check_version("membership", customer.membership.version)?;
    customer.membership = after;
    if customer.holds_email() && !held_email {
        take_email(unit, customer)?;
    }
    let facts = ChangeFacts {
        change,
        from,
        to: customer.membership.state,
        actor: Some(unit.context().actor.id.as_str().to_owned()),
        reason: reason.cloned(),
        comment: comment.cloned(),
    };
    let version = customer.membership.version;
    unit.insert(&MembershipChange { root: customer.root(), number: version, at: unit.now(), facts });
    Ok(Changed { customer: customer.id.clone(), from, state: customer.membership.state, version })
}

/// Ends a suspension: the state before comes back, and lots and holds that fell due meanwhile regain the time they had left. The caller stages the
/// customer.
///
/// # Errors
/// Those of [`change`].
pub fn reactivate(unit: &mut Unit<'_>, customer: &mut Customer, reason: Option<&Line>, comment: Option<&Text>) -> Result<Changed, Error> {
    let suspended = customer.clone();
    let changed = change(unit, customer, Change::Reactivate, reason, comment)?;
    for account in Account::all(unit, &customer.root())? {
        let mut ledger = Ledger::open(unit, &suspended, &account.point_type)?;
        extend_after_hold(&mut ledger, suspended.membership.since)?;
        ledger.close();
    }
    Ok(changed)
}

/// Deletes an account that was merged into one that is erased: no command does that to it alone (rule M1), and its id goes on leading there. The caller
/// stages the customer.
pub fn delete_merged(unit: &mut Unit<'_>, customer: &mut Customer, reason: Option<&Line>) {
    let before = customer.membership.clone();
    let (since, version) = (unit.now(), before.version + 1);
    let facts = ChangeFacts {
        change: Change::Delete,
        from: before.state,
        to: State::Deleted,
        actor: Some(unit.context().actor.id.as_str().to_owned()),
        reason: reason.cloned(),
        comment: None,
    };
    unit.insert(&MembershipChange { root: customer.root(), number: version, at: since, facts });
    customer.membership = Membership { state: State::Deleted, since, version, before: None, ..before };
}
