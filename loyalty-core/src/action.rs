//! What can be done with a customer, and what each action asks of their membership: the table behind the buttons of a desk (rule K5).

use schemars::JsonSchema;

use crate::context::Actor;
use crate::customer::{Customer, capability_for};
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::json::Json;
use crate::membership::{Capability, Change, State};
use crate::program::{PointType, Program};
use crate::time::Timestamp;

/// Something that can be done with a customer.
pub struct Action {
    /// The operation that does it; also the right that it needs.
    pub operation: &'static str,
    /// What it asks of the customer.
    pub needs: Needs,
}

/// What an action asks of a customer's membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Neither merged nor deleted.
    Live,
    /// Live, and not on hold.
    Free,
    /// Not merged: what was begun is settled, also for who was erased.
    Begun,
    /// Neither merged nor on hold.
    NotOnHold,
    /// A state from which this change is possible (rule M1).
    Change(Change),
    /// A state with this capability (rule M2).
    Capability(Capability),
    /// A state that may earn, have adjusted and spend at least one of the program's point types (rule M2).
    Value,
    /// A state that may give away at least one of the program's point types (rules L13, M2).
    Transfer,
    /// A state that may have adjusted at least one point type of which what has lapsed can be brought back (rules L5, M2).
    Reinstatement,
    /// Free, and another account was merged into it.
    Merged,
    /// A status system, and a state that is evaluated in it (rule M2).
    Status,
}

/// Every action, by noun.
pub const ACTIONS: &[Action] = &[
    action("customer.edit", Needs::Live),
    action("customer.record_login", Needs::Capability(Capability::SignIn)),
    action("customer.assign_group", Needs::Live),
    action("customer.delete", Needs::Change(Change::Delete)),
    action("address.add", Needs::Live),
    action("address.edit", Needs::Live),
    action("address.remove", Needs::Live),
    action("payment_method.save", Needs::Live),
    action("payment_method.remove", Needs::Live),
    action("email.set_preferences", Needs::Live),
    action("email.unsubscribe_all", Needs::Live),
    action("blacklist.set", Needs::Live),
    action("membership.register", Needs::Change(Change::Register)),
    action("membership.enroll", Needs::Change(Change::Enroll)),
    action("membership.unenroll", Needs::Change(Change::Unenroll)),
    action("membership.remove", Needs::Change(Change::Remove)),
    action("membership.deactivate", Needs::Change(Change::Deactivate)),
    action("membership.reactivate", Needs::Change(Change::Reactivate)),
    action("merge.apply", Needs::Change(Change::Merge)),
    action("merge.undo", Needs::Merged),
    action("points.adjust", Needs::Value),
    action("points.redate", Needs::Value),
    action("points.reinstate", Needs::Reinstatement),
    action("points.earn", Needs::Value),
    action("points.spend", Needs::Value),
    action("points.hold", Needs::Value),
    // What was begun is settled, also when the customer was erased: of these, only a capture is not for an account on hold.
    action("points.capture", Needs::NotOnHold),
    action("points.release", Needs::Begun),
    action("points.reverse", Needs::Begun),
    action("points.transfer", Needs::Transfer),
    action("order.record", Needs::Live),
    action("order.refund", Needs::Begun),
    action("order.cancel", Needs::Begun),
    action("order.claim", Needs::Free),
    action("payment.update", Needs::Live),
    action("subscription.record", Needs::Live),
    action("wishlist.set", Needs::Live),
    action("reward.redeem", Needs::Value),
    action("reward.grant", Needs::Value),
    action("reward.consume", Needs::Free),
    action("reward.remove", Needs::Live),
    action("stamp_card.complete", Needs::Capability(Capability::Points)),
    action("status.assign", Needs::Status),
    action("status.unlock", Needs::Status),
    action("status.evaluate", Needs::Status),
    action("ticket.create", Needs::Live),
    action("ticket.reply", Needs::Live),
    action("ticket.receive", Needs::Live),
    action("ticket.close", Needs::Live),
    action("ticket.reopen", Needs::Live),
    action("password.reset", Needs::Capability(Capability::SignIn)),
    action("impersonation.start", Needs::Capability(Capability::SignIn)),
    action("gift_card.issue", Needs::Live),
    action("gift_card.redeem", Needs::Capability(Capability::Money)),
];

const fn action(operation: &'static str, needs: Needs) -> Action {
    Action { operation, needs }
}

/// Whether an action can be taken now, and why not.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Availability {
    /// The operation.
    pub operation: String,
    /// Whether this actor may take it with this customer now.
    pub available: bool,
    /// The code of the error that taking it would give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Why not, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Needs {
    /// Refuses a customer who does not have what is asked.
    ///
    /// # Errors
    /// `invalid_transition` or `not_eligible`, as the operation itself would.
    pub fn check(self, customer: &Customer, program: &Program) -> Result<(), Error> {
        let state = customer.membership.state;
        let refused = || Error::not_eligible(format_args!("not possible in state '{}'", state.name()));
        let fits = match self {
            Needs::Live => !matches!(state, State::Merged | State::Deleted),
            Needs::Begun => state != State::Merged,
            Needs::NotOnHold => !matches!(state, State::Merged | State::OnHold),
            Needs::Merged if customer.former.is_empty() => return Err(Error::not_eligible("nothing was merged into this account")),
            Needs::Free | Needs::Merged => !matches!(state, State::Merged | State::Deleted | State::OnHold),
            Needs::Change(change) => return customer.membership.after(change, Timestamp::default()).map(drop),
            Needs::Capability(capability) => return customer.require(capability),
            Needs::Status if program.status_systems.is_empty() => return Err(Error::not_eligible("the program has no status systems")),
            Needs::Status => return customer.require(Capability::Evaluated),
            Needs::Transfer if program.point_types.iter().all(|point_type| !point_type.transferable) => {
                return Err(Error::not_eligible("the program has no point type that can be transferred"));
            }
            Needs::Transfer => {
                let gives = |point_type: &PointType| point_type.transferable && state.can(capability_for(point_type.kind));
                program.point_types.iter().any(gives)
            }
            Needs::Reinstatement if program.point_types.iter().all(|point_type| point_type.reinstatement_days == 0) => {
                return Err(Error::not_eligible("the program has no point type with a reinstatement window"));
            }
            Needs::Reinstatement => {
                let comes_back = |point_type: &PointType| point_type.reinstatement_days > 0 && state.can(capability_for(point_type.kind));
                program.point_types.iter().any(comes_back)
            }
            Needs::Value => program.point_types.iter().any(|point_type| state.can(capability_for(point_type.kind))),
        };
        if fits { Ok(()) } else { Err(refused()) }
    }
}

/// Every action with whether this actor may take it with this customer now and, where not, why not: the right first, then the state.
pub fn available(customer: &Customer, program: &Program, actor: &Actor) -> Vec<Availability> {
    let refusal = |action: &Action| {
        if program.allows(actor, action.operation, false) {
            action.needs.check(customer, program).err()
        } else {
            Some(Reason::Forbidden { right: action.operation.to_owned() }.into())
        }
    };
    let row = |action: &Action| {
        let refusal = refusal(action);
        Availability {
            operation: action.operation.to_owned(),
            available: refusal.is_none(),
            code: refusal.as_ref().map(|error| error.code().to_owned()),
            reason: refusal.map(|error| error.to_string()),
        }
    };
    ACTIONS.iter().map(row).gather()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customer::Profile;
    use crate::id::CustomerId;
    use crate::membership::{STATES, TRANSITIONS};

    fn customer(state: State) -> Customer {
        let mut customer = Customer::new(CustomerId::new("c-1").unwrap(), state, Profile::default(), Timestamp::default());
        customer.membership.before = (state == State::OnHold).then_some(State::Enrolled);
        customer
    }

    fn possible(state: State) -> Vec<&'static str> {
        let program = Program::starter();
        ACTIONS.iter().filter(|action| action.needs.check(&customer(state), &program).is_ok()).map(|action| action.operation).collect()
    }

    // rules K5, M1
    #[test]
    fn changes_of_membership_are_those_of_the_table() {
        for state in STATES {
            let changes: Vec<_> = possible(state).into_iter().filter(|operation| operation.starts_with("membership.")).collect();
            let allowed: Vec<_> = state.allowed().into_iter().filter(|operation| operation.starts_with("membership.")).collect();
            assert_eq!(changes, allowed, "{state:?}");
        }
        let changes = TRANSITIONS.iter().filter(|row| row.operation.starts_with("membership."));
        assert!(changes.into_iter().all(|row| ACTIONS.iter().any(|action| action.needs == Needs::Change(row.change))));
    }

    // rules K5, M2
    #[test]
    fn states_decide_what_is_possible() {
        for (state, operation, wanted) in [
            (State::Registered, "points.adjust", false),
            (State::Enrolled, "points.adjust", true),
            (State::OnHold, "points.capture", false),
            (State::OnHold, "points.release", true),
            (State::OnHold, "customer.record_login", false),
            (State::OnHold, "customer.edit", true),
            (State::Removed, "points.capture", true),
        ] {
            assert_eq!(possible(state).contains(&operation), wanted, "{state:?} {operation}");
        }
        assert_eq!(possible(State::Merged), ["membership.enroll"]);
        let settled = ["points.capture", "points.release", "points.reverse", "order.refund", "order.cancel"];
        assert_eq!(possible(State::Deleted), settled, "what was begun");
    }
}
