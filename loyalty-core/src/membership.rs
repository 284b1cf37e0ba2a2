//! Membership: the states a customer can be in, the changes between them, and what each state may do. The tables stand here once,
//! as data; the page `docs/membership.md` is made from them (rules M1, M2, M4).

mod capabilities;
mod deactivate;
mod enroll;
mod history;
mod leaving;
mod reactivate;
mod register;
mod remove;
mod unenroll;

pub use capabilities::{Capabilities, CapabilityList};
pub use deactivate::Deactivate;
pub use enroll::Enroll;
pub use history::{History, MembershipHistory, PastChange};
pub use reactivate::Reactivate;
pub use register::Register;
pub use remove::Remove;
pub use unenroll::Unenroll;

use schemars::JsonSchema;

use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::CustomerId;
use crate::json::Json;
use crate::time::Timestamp;

/// Where a customer stands. `inactive` is three states, told apart by their cause.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Bought without an account.
    Guest,
    /// Has an account with the shop.
    #[default]
    Registered,
    /// Is a member of the program.
    Enrolled,
    /// Inactive: left the program and the shop's mailings.
    Unenrolled,
    /// Inactive: taken out of the program, stays a customer of the shop.
    Removed,
    /// Inactive: suspended; nothing is lost.
    OnHold,
    /// Merged into another customer.
    Merged,
    /// Erased.
    Deleted,
}

/// Every state, in the order of the tables.
pub const STATES: [State; 8] =
    [State::Guest, State::Registered, State::Enrolled, State::Unenrolled, State::Removed, State::OnHold, State::Merged, State::Deleted];

impl State {
    /// The name in messages and documents.
    pub const fn name(self) -> &'static str {
        match self {
            State::Guest => "guest",
            State::Registered => "registered",
            State::Enrolled => "enrolled",
            State::Unenrolled => "inactive(unenrolled)",
            State::Removed => "inactive(removed)",
            State::OnHold => "inactive(on_hold)",
            State::Merged => "merged",
            State::Deleted => "deleted",
        }
    }

    /// The word in storage and on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            State::Unenrolled => "unenrolled",
            State::Removed => "removed",
            State::OnHold => "on_hold",
            other => other.name(),
        }
    }
}

/// A change of membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A guest opens an account.
    Register,
    /// A customer joins the program.
    Enroll,
    /// A member leaves.
    Unenroll,
    /// A member is taken out of the program.
    Remove,
    /// The account is suspended.
    Deactivate,
    /// The suspension ends.
    Reactivate,
    /// The account becomes part of another.
    Merge,
    /// The account is its own again.
    Unmerge,
    /// The account is erased.
    Delete,
}

/// One row of the table of changes: the change, the states it starts from, and the state it leads to (`None`: the state before the hold or merge).
pub struct Transition {
    /// The change.
    pub change: Change,
    /// The operation that makes it.
    pub operation: &'static str,
    /// From where it is possible.
    pub from: &'static [State],
    /// To where it leads; `None`: back to the state before.
    pub to: Option<State>,
}

/// The table of changes (rule M1). Any pair not in it is refused.
pub const TRANSITIONS: &[Transition] = &[
    Transition { change: Change::Register, operation: "membership.register", from: &[State::Guest], to: Some(State::Registered) },
    Transition {
        change: Change::Enroll,
        operation: "membership.enroll",
        from: &[State::Guest, State::Registered, State::Unenrolled, State::Removed, State::Merged],
        to: Some(State::Enrolled),
    },
    Transition { change: Change::Unenroll, operation: "membership.unenroll", from: &[State::Enrolled], to: Some(State::Unenrolled) },
    Transition { change: Change::Remove, operation: "membership.remove", from: &[State::Enrolled], to: Some(State::Removed) },
    Transition {
        change: Change::Deactivate,
        operation: "membership.deactivate",
        from: &[State::Registered, State::Enrolled],
        to: Some(State::OnHold),
    },
    Transition { change: Change::Reactivate, operation: "membership.reactivate", from: &[State::OnHold], to: None },
    Transition {
        change: Change::Merge,
        operation: "merge.apply",
        from: &[State::Guest, State::Registered, State::Enrolled, State::Unenrolled, State::Removed],
        to: Some(State::Merged),
    },
    Transition { change: Change::Unmerge, operation: "merge.undo", from: &[State::Merged], to: None },
    Transition {
        change: Change::Delete,
        operation: "customer.delete",
        from: &[State::Guest, State::Registered, State::Enrolled, State::Unenrolled, State::Removed],
        to: Some(State::Deleted),
    },
];

/// Something that a membership state allows or not (rule M2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// Sign in to the shop.
    SignIn,
    /// Earn, have adjusted and spend points and stamps.
    Points,
    /// Receive, have adjusted and spend money.
    Money,
    /// Receive offers.
    Offers,
    /// See the program's pages.
    SeesProgram,
    /// Be merged into another.
    MergeFrom,
    /// Have another merged in.
    MergeInto,
    /// Be evaluated for a status.
    Evaluated,
}

/// Every capability, in the order of [`CAPABILITIES`].
pub const CAPABILITY_LIST: [Capability; 8] = [
    Capability::SignIn,
    Capability::Points,
    Capability::Money,
    Capability::Offers,
    Capability::SeesProgram,
    Capability::MergeFrom,
    Capability::MergeInto,
    Capability::Evaluated,
];

/// The matrix of capabilities: one row per state, one mark per capability (rule M2).
pub const CAPABILITIES: [(State, [bool; 8]); 8] = {
    const Y: bool = true;
    const N: bool = false;
    [
        //                  sign in, points, money, offers, sees, from, into, evaluated
        (State::Guest, [N, N, N, N, N, Y, N, N]),
        (State::Registered, [Y, N, Y, N, Y, Y, N, N]),
        (State::Enrolled, [Y, Y, Y, Y, Y, Y, Y, Y]),
        (State::Unenrolled, [N, N, N, N, N, Y, N, N]),
        (State::Removed, [Y, N, Y, N, N, Y, N, N]),
        (State::OnHold, [N, N, N, N, N, N, N, N]),
        (State::Merged, [N, N, N, N, N, N, N, N]),
        (State::Deleted, [N, N, N, N, N, N, N, N]),
    ]
};

impl Capability {
    /// The word on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Capability::SignIn => "sign_in",
            Capability::Points => "points",
            Capability::Money => "money",
            Capability::Offers => "offers",
            Capability::SeesProgram => "sees_program",
            Capability::MergeFrom => "merge_from",
            Capability::MergeInto => "merge_into",
            Capability::Evaluated => "evaluated",
        }
    }
}

impl State {
    /// Whether this state has a capability.
    pub fn can(self, capability: Capability) -> bool {
        let column = CAPABILITY_LIST.iter().position(|other| *other == capability);
        let row = CAPABILITIES.iter().find(|(state, _)| *state == self);
        row.zip(column).is_some_and(|((_, marks), column)| marks.get(column).copied().unwrap_or(false))
    }

    /// Whether a person in this state may buy at all; a blacklisted email is another matter (rule M2).
    pub fn may_buy(self) -> bool {
        !matches!(self, State::OnHold | State::Merged | State::Deleted)
    }

    /// The operations that can change this state.
    pub fn allowed(self) -> Vec<&'static str> {
        TRANSITIONS.iter().filter(|row| row.from.contains(&self)).map(|row| row.operation).gather()
    }
}

/// A customer's membership.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
pub struct Membership {
    /// Where the customer stands.
    pub state: State,
    /// Since when.
    pub since: Timestamp,
    /// The version of the membership, for `if_version`.
    pub version: u64,
    /// On hold or merged: the state to which the account returns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<State>,
    /// Enrolled at least once: when first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolled_at: Option<Timestamp>,
    /// Merged: into whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<CustomerId>,
}

impl Membership {
    /// The membership after a change.
    ///
    /// # Errors
    /// `invalid_transition`, naming the state and the changes possible now (rule M1).
    pub fn after(&self, change: Change, at: Timestamp) -> Result<Membership, Error> {
        let row = TRANSITIONS.iter().find(|row| row.change == change);
        let Some(row) = row.filter(|row| row.from.contains(&self.state)) else {
            let command = row.map_or("", |row| row.operation);
            return Err(Reason::InvalidTransition { state: self.state.word().into(), command, allowed: self.state.allowed() }.into());
        };
        let state = row.to.or(self.before).unwrap_or(State::Registered);
        let enrolled_at = self.enrolled_at.or_else(|| (state == State::Enrolled).then_some(at));
        let before = matches!(state, State::OnHold | State::Merged).then_some(self.state);
        Ok(Membership { state, since: at, version: self.version + 1, before, enrolled_at, merged_into: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // rules M1, M4
    #[test]
    fn every_pair_of_state_and_change_is_decided_by_the_table() {
        for state in STATES {
            for row in TRANSITIONS {
                let before = matches!(state, State::OnHold | State::Merged).then_some(State::Enrolled);
                let membership = Membership { state, before, ..Membership::default() };
                match membership.after(row.change, Timestamp::default()).map_err(Error::into_reason) {
                    Ok(after) => {
                        assert!(row.from.contains(&state));
                        assert_eq!(after.state, row.to.unwrap_or(State::Enrolled));
                    }
                    Err(Reason::InvalidTransition { state: named, allowed, .. }) => {
                        assert!(!row.from.contains(&state));
                        assert_eq!(named, state.word());
                        assert_eq!(allowed, state.allowed());
                    }
                    Err(other) => panic!("{other}"),
                }
            }
        }
    }

    // rule M1
    #[test]
    fn on_hold_only_reactivation_is_possible() {
        assert_eq!(State::OnHold.allowed(), ["membership.reactivate"]);
        assert_eq!(State::Unenrolled.allowed(), ["membership.enroll", "merge.apply", "customer.delete"]);
        assert!(State::Deleted.allowed().is_empty());
        assert_eq!(State::Merged.allowed(), ["membership.enroll", "merge.undo"]);
    }

    // rule M2
    #[test]
    fn every_state_has_its_row_and_every_capability_its_column() {
        assert_eq!(CAPABILITIES.map(|(state, _)| state), STATES);
        let counts = STATES.map(|state| CAPABILITY_LIST.iter().filter(|capability| state.can(**capability)).count());
        assert_eq!(counts, [1, 4, 8, 1, 3, 0, 0, 0]);
        assert!(State::Registered.can(Capability::Money) && !State::Registered.can(Capability::Points));
        assert!(State::Removed.can(Capability::SignIn) && !State::Removed.can(Capability::SeesProgram));
        assert!(State::Guest.may_buy() && State::Unenrolled.may_buy() && !State::OnHold.may_buy());
    }
}
