//! `points.reinstate`

use schemars::JsonSchema;

use super::{number_of_own, open};
use crate::access::check_limits;
use crate::adjustment::require_reason;
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::{Texts, entry_ref};
use crate::error::Error;
use crate::expiry::Given;
use crate::id::{CustomerId, Line, Ref, Slug, Text};
use crate::json::Json;
use crate::ledger::{Ledger, Origin, find_type};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::{Date, Timestamp};
use crate::unit::Unit;

/// Brings back points that have lapsed not long ago: within the `reinstatement_days` of the point type.
///
/// All of them, or those of one credit, or an amount: what lapsed last comes back first. They get a new end, given here or as the point type says, counted
/// from now; at most one of the four expiry arguments may stand. What is owed is repaid first. The days of the window are local days, counted as those of an
/// expiry: what lapsed on day D can be brought back until the first instant of day D + N. At most 500 lots at once.
///
/// Only what lapsed by itself comes back, not what a member who left has forfeited, nor what a reversal has counted as taken. After a merge, what had lapsed
/// before it in the account that was merged stays there; after the undo of one, what lapsed between.
///
/// It counts for the actor's limits. Less has expired by it, so that the balance is what the totals say; no debit may be dated back to before it. It
/// cannot be reversed: ask with `preview: true` first and confirm with its `plan`, and take what came back by mistake with `points.adjust`.
///
/// Errors: `not_eligible` where the point type has no window, nothing lapsed in it, or the membership state does not allow it; `already_used`, with what
/// there is, for an amount beyond that; `invalid_request` for more than one end, or one that has passed; `limit_exceeded` beyond what the actor's roles may
/// give, or for more than 500 lots; `not_found`; `version_conflict` when `if_version` is not the account's version.
///
/// Rules L5, L7, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reinstate {
    /// The customer.
    pub customer: CustomerId,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// Only points of the credit that this entry made; of a merge, all that came with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Ref>,
    /// How much, more than zero; all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// They end so many days after the local date of now, 1 to 36,500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_after_days: Option<u32>,
    /// The last local day on which they count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_through: Option<Date>,
    /// The instant at which they end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// They never end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub never_expires: bool,
    /// Why; staff only. The program may require it, as for an adjustment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What was brought back.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Reinstated {
    /// The customer.
    pub customer: CustomerId,
    /// The entry; the receipt's `entries` have it whole.
    pub entry: Ref,
    /// How much came back, with what of it repaid debt.
    pub amount: Quantity,
    /// Of how many lots.
    pub lots: usize,
}

impl Reinstate {
    fn given(&self) -> Given {
        Given { after_days: self.expires_after_days, valid_through: self.valid_through, at: self.expires_at, never: self.never_expires }
    }
}

impl Operation for Reinstate {
    const NAME: &'static str = "points.reinstate";
    const KIND: Kind = Kind::Command;
    type Output = Reinstated;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Reinstated, Error> {
        require_reason(unit, self.reason.as_ref())?;
        let customer = Customer::load(unit, &self.customer)?;
        let point_type = find_type(&unit.program(), self.point_type.as_str())?.clone();
        customer.require_for(&point_type)?;
        point_type.require_reinstatement()?;
        let amount = self.amount.map(|amount| amount.positive(point_type.places)).transpose()?;
        let (name, number) = (point_type.id.as_str(), number_of_own(&customer, &self.point_type, self.entry.as_ref())?);
        let lapsed = Ledger::open(unit, &customer, name)?.lapsed_lately(customer.fresh_after, number, amount, self.given())?;
        let (amount, lots) = (lapsed.amount, lapsed.lots());
        check_limits(unit, Self::NAME, &point_type, amount)?;
        let texts = Texts::new(self.reason.as_ref(), self.comment.as_ref(), self.note.as_ref());
        let mut ledger = open(unit, &customer, name)?;
        let entry = ledger.reinstate(lapsed, Origin { texts, ..Origin::default() })?;
        let account = ledger.close();
        Ok(Reinstated {
            customer: customer.id.clone(),
            entry: entry_ref(&customer.id, &account.point_type, entry.number)?,
            amount: amount.decimal(account.places),
            lots,
        })
    }
}
