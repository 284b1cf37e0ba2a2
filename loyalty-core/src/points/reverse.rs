//! `points.reverse`

use schemars::JsonSchema;

use super::{open, require_live};
use crate::access::check_limits;
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::{Entry, Texts, entry_ref};
use crate::error::Error;
use crate::id::{CustomerId, Line, Ref, Text};
use crate::json::Json;
use crate::ledger::Origin;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Takes an earning, adjustment, redemption or capture back, once, or in parts up to its amount; or a re-dating, once and as a whole.
///
/// A reversed debit puts back the very lots it took, with their ends; a lot whose end has passed gets the point type's days of grace or lapses at
/// once. A reversed credit takes its own lot first (what of it has lapsed counts as taken), then others, then as the point type's
/// `reversal_shortfall` says. A reversed re-dating gives what is still there of its lots their old ends back, passed ones as for a debit; what is not
/// there any more stays as it is, and the answer says how much.
///
/// Errors: `already_used` when less is left to reverse; `not_eligible` for an entry that cannot be reversed; `insufficient_balance` when a spent credit
/// is reversed and the point type says `refuse`; `not_found`.
///
/// Rules L5, L9, M2, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reverse {
    /// The customer.
    pub customer: CustomerId,
    /// The entry's id.
    pub entry: Ref,
    /// How much of it; all that is left when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The result of `points.reverse`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Reversed {
    /// The customer.
    pub customer: CustomerId,
    /// The entry that reverses.
    pub entry: Ref,
    /// Of a credit: what had lapsed and so counts as taken.
    pub lapsed: Quantity,
    /// Of a credit: what was spent already and is forgiven.
    pub forgiven: Quantity,
    /// Of a re-dating: what was spent, has lapsed or was re-dated again since, and so stays as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stayed: Option<Quantity>,
}

impl Operation for Reverse {
    const NAME: &'static str = "points.reverse";
    const KIND: Kind = Kind::Command;
    type Output = Reversed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Reversed, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        require_live(&customer)?;
        let lost = || Error::not_found("entry", &self.entry);
        let found = customer.own_ref(&self.entry, "").filter(|(_, name, _)| unit.program().point_type(name).is_some());
        let (root, point_type, number) = found.ok_or_else(lost)?;
        let entry = unit.get::<Entry>(Entry::key(&root, point_type, number))?;
        if entry.is_some_and(|entry| !customer.owns(&root, entry.log_seq)) {
            return Err(lost());
        }
        let mut ledger = open(unit, &customer, point_type)?;
        let amount = self.amount.map(|amount| amount.positive(ledger.point_type.places)).transpose()?;
        let texts = Texts::new(self.reason.as_ref(), self.comment.as_ref(), self.note.as_ref());
        let reversal = ledger.reverse_of(&root, number, amount, Origin { texts, ..Origin::default() })?;
        let point_type = ledger.point_type.clone();
        let account = ledger.close();
        check_limits(unit, Self::NAME, &point_type, reversal.entry.amount)?;
        Ok(Reversed {
            customer: customer.id.clone(),
            entry: entry_ref(&customer.id, &account.point_type, reversal.entry.number)?,
            lapsed: reversal.lapsed.decimal(account.places),
            forgiven: reversal.forgiven.decimal(account.places),
            stayed: Some(reversal.stayed).filter(|stayed| !stayed.is_zero()).map(|stayed| stayed.decimal(account.places)),
        })
    }
}
