//! `approval.request`: the command by which the door keeps what somebody has asked for above their limits. Nobody asks for it by name, so it is not in the
//! catalogue; in the log and among the events it stands like any other.

use super::Approval;
use crate::customer::Customer;
use crate::error::{Error, Reason};
use crate::json::{self, Raw, Tree};
use crate::membership::State;
use crate::operation::{Job, Kind};
use crate::record::Root;
use crate::repository::{Key, Table};
use crate::unit::Unit;

/// A request that is to be kept.
pub struct Request(pub Approval);

impl Job for Request {
    fn name(&self) -> &'static str {
        "approval.request"
    }

    fn kind(&self) -> Kind {
        Kind::Command
    }

    fn roots(&self) -> Vec<Root> {
        vec![self.0.root.clone()]
    }

    fn find_root(&self, _unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        Ok(None)
    }

    fn is_discreet(&self) -> bool {
        false
    }

    fn redeems(&self) -> bool {
        false
    }

    fn canonical(&self) -> String {
        json::text(&self.0.facts.arguments)
    }

    fn ahead(&self) -> Vec<(&'static Table, Key)> {
        Vec::new()
    }

    /// Keeps it, and answers with what may stand in the log and in an event: who asks for what, without what they wrote.
    ///
    /// # Errors
    /// `approval_required` when the same waits already, with its id; `busy` when the customer was merged or erased meanwhile.
    fn run(&self, unit: &mut Unit<'_>) -> Result<Raw, Error> {
        let now = unit.now();
        if let Some(same) = Approval::same(unit, &self.0)? {
            return Err(same.refusal(now));
        }
        if let Some(id) = self.0.root.customer_id() {
            let customer = Customer::load(unit, &id)?;
            if matches!(customer.membership.state, State::Merged | State::Deleted) {
                return Err(Reason::Busy.into());
            }
        }
        let approval = Approval { asked_at: now, ..self.0.clone() };
        approval.place(unit);
        let facts = &approval.facts;
        let named = |name, value: Option<String>| value.map(|value| (name, Tree::from(value)));
        let fields = [
            named("approval", Some(approval.id.to_string())),
            named("customer", approval.root.customer_id().map(String::from)),
            named("gift_card", approval.root.gift_card_number().map(String::from)),
            named("operation", Some(facts.operation.clone())),
            named("limit", Some(facts.above.limit.clone())),
            named("allowed", Some(facts.above.allowed.clone())),
            named("requested", Some(facts.above.requested.clone())),
            named("valid_until", Some(approval.valid_until().to_string())),
        ];
        Ok(Raw::of(&Tree::sorted(fields.into_iter().flatten())))
    }
}
