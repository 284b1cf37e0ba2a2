//! `membership.deactivate`

use schemars::JsonSchema;

use crate::account::Account;
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Line, Text};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::membership::Change;
use crate::membership_change::{Changed, change};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// The account is suspended: no sign-in, nothing accrues or is spent, and nothing is lost: no lot lapses until reactivation.
///
/// Errors: `invalid_transition` unless registered or enrolled.
///
/// Rules M1, M3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deactivate {
    /// The customer.
    pub customer: CustomerId,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

impl Deactivate {
    /// The change without reason and comment.
    pub fn new(customer: CustomerId) -> Self {
        Deactivate { customer, reason: None, comment: None }
    }
}

impl Operation for Deactivate {
    const NAME: &'static str = "membership.deactivate";
    const KIND: Kind = Kind::Command;
    type Output = Changed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Changed, Error> {
        let mut customer = Customer::load(unit, &self.customer)?;
        let changed = change(unit, &mut customer, Change::Deactivate, self.reason.as_ref(), self.comment.as_ref())?;
        for account in Account::all(unit, &customer.root())? {
            // Settled up to the hold's begin; from then on nothing falls due by time.
            Ledger::open(unit, &customer, &account.point_type)?.close();
        }
        unit.put(&customer);
        Ok(changed)
    }
}
