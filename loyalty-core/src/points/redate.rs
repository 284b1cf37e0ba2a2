//! `points.redate`

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
use crate::ledger::{Chosen, NewEnd, find_type};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::time::{Date, Timestamp};
use crate::unit::Unit;

/// Gives points that are there another end: all of a point type, or those of one credit, or those that end in a span of time.
///
/// Nothing but ends changes. A changed program moves no existing date by itself: with `by_policy` an operator lets its policy of now count for what is
/// there, from each credit's own date. Points that are pending stay so, and so do those that a hold has set aside. An end that has passed is refused,
/// since no points are taken by this; choose other lots then. Where points begin to follow the account's date, and it has none to come, its time
/// begins now. At most 500 lots at once. The entry names each lot twice: taken with its old end, put back with its new one. Ask with
/// `preview: true` to see which lots get which ends, and confirm with its `plan`; `points.reverse` gives the old ends back.
///
/// Errors: `invalid_request` unless exactly one new end is given, and for one that has passed or that comes before the points are active;
/// `not_eligible` where no points get another end, or the membership state does not allow it; `limit_exceeded` for more than 500 lots, or beyond what the actor's
/// roles may move; `not_found`;
/// `version_conflict` when `if_version` is not the account's version.
///
/// Rules L4, L5, P1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redate {
    /// The customer.
    pub customer: CustomerId,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// Only points of the credit that this entry made; of a merge, all that came with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Ref>,
    /// Only points that end after this moment, or never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending_after: Option<Timestamp>,
    /// Only points that end before this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending_before: Option<Timestamp>,
    /// They end so many days after the local date of their own credit, 1 to 36,500.
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
    /// They end as the program's policy says now, counted from their own credit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_policy: bool,
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

/// What was given another end.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Redated {
    /// The customer.
    pub customer: CustomerId,
    /// The entry; the receipt's `entries` have it whole.
    pub entry: Ref,
    /// How much has another end now.
    pub amount: Quantity,
    /// In how many lots; what is set aside of a credit counts as one of its own.
    pub lots: usize,
}

impl Redate {
    fn end(&self) -> Result<NewEnd, Error> {
        let given = Given {
            after_days: self.expires_after_days,
            valid_through: self.valid_through,
            at: self.expires_at,
            never: self.never_expires,
        };
        match (self.by_policy, given == Given::default()) {
            (true, true) => Ok(NewEnd::ByPolicy),
            (true, false) => Err(Error::invalid("args.by_policy", "stands beside another expiry; give one of them")),
            (false, _) => Ok(NewEnd::Given(given)),
        }
    }
}

impl Operation for Redate {
    const NAME: &'static str = "points.redate";
    const KIND: Kind = Kind::Command;
    type Output = Redated;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Redated, Error> {
        let end = self.end()?;
        require_reason(unit, self.reason.as_ref())?;
        let customer = Customer::load(unit, &self.customer)?;
        customer.require_for(find_type(&unit.program(), self.point_type.as_str())?)?;
        let chosen = Chosen {
            entry: number_of_own(&customer, &self.point_type, self.entry.as_ref())?,
            ending_after: self.ending_after,
            ending_before: self.ending_before,
        };
        let texts = Texts::new(self.reason.as_ref(), self.comment.as_ref(), self.note.as_ref());
        let mut ledger = open(unit, &customer, self.point_type.as_str())?;
        let (entry, amount, lots) = ledger.redate(chosen, end, texts)?;
        let point_type = ledger.point_type.clone();
        let account = ledger.close();
        // Whoever moves ends decides how long value lives, and so how much of it.
        check_limits(unit, Self::NAME, &point_type, amount)?;
        Ok(Redated {
            customer: customer.id.clone(),
            entry: entry_ref(&customer.id, &account.point_type, entry.number)?,
            amount: amount.decimal(account.places),
            lots,
        })
    }
}
