//! `membership.enroll`

use schemars::JsonSchema;

use crate::birthday::Birthday;
use crate::customer::Customer;
use crate::earning::grant_enrolled;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Line, Text};
use crate::json::Json;
use crate::membership::{Change, State};
use crate::membership_change::{Changed, change};
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::stamp_card;
use crate::status;
use crate::unit::Unit;

/// A customer joins the program: all member functions work from now on.
///
/// Possible for guests, registered customers, those who left or were removed, and (as a fresh member with empty ledgers) for merged ones.
///
/// The first time, say who has referred them: the program may give a bonus to the one or the other, now or with their first order. The shop says it,
/// not the customer.
///
/// Errors: `invalid_transition`; `already_exists` when another customer has taken the email meanwhile; `invalid_request` for who would refer themselves;
/// `not_eligible` for a referrer who is no member, and when the customer was a member before; `not_found`.
///
/// Rules M0, M1, M3, O8.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enroll {
    /// The customer.
    pub customer: CustomerId,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// A comment; the customer reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
    /// Who has referred them, a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred_by: Option<CustomerId>,
}

impl Enroll {
    /// The change without reason and comment.
    pub fn new(customer: CustomerId) -> Self {
        Enroll { customer, reason: None, comment: None, referred_by: None }
    }

    /// Notes who has referred the customer.
    fn refer(&self, unit: &mut Unit<'_>, customer: &mut Customer) -> Result<(), Error> {
        let Some(id) = &self.referred_by else {
            // Who referred them when they joined before may be due what the program gives only now.
            return customer.referred_by.iter().try_for_each(|id| Customer::load_referrer(unit, id).map(drop));
        };
        if *id == customer.id {
            return Err(Error::invalid("args.referred_by", "is the customer; nobody refers themselves"));
        }
        if customer.membership.enrolled_at.is_some() {
            return Err(Error::not_eligible("the customer was a member before; only who joins for the first time was referred"));
        }
        if Customer::load(unit, id)?.membership.state != State::Enrolled {
            return Err(Error::not_eligible("the referrer is no member; name one who is, or leave `referred_by` out"));
        }
        customer.referred_by = Some(id.clone());
        Ok(())
    }
}

impl Operation for Enroll {
    const NAME: &'static str = "membership.enroll";
    const KIND: Kind = Kind::Command;
    type Output = Changed;

    fn roots(&self) -> Vec<Root> {
        [&self.customer].into_iter().chain(&self.referred_by).map(Root::customer).gather()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Changed, Error> {
        let mut customer = Customer::load(unit, &self.customer)?;
        if customer.membership.state == State::Merged {
            afresh(unit, &mut customer)?;
        }
        self.refer(unit, &mut customer)?;
        let changed = change(unit, &mut customer, Change::Enroll, self.reason.as_ref(), self.comment.as_ref())?;
        unit.put(&customer);
        // A birthday before counts for nothing.
        if customer.profile.birth_date.is_some() {
            Birthday::schedule(unit, &customer);
        }
        grant_enrolled(unit, &customer)?;
        Ok(changed)
    }
}

/// A merged customer begins as a fresh member: what was recorded so far went to the survivor, for good. A blacklisting stays on both (rule G9).
fn afresh(unit: &mut Unit<'_>, customer: &mut Customer) -> Result<(), Error> {
    customer.fresh_after = unit.rest_on(&customer.root())?.log_seq;
    customer.former.clear();
    status::forget(unit, customer)?;
    stamp_card::forget(unit, &customer.root())?;
    if let Some(blacklisting) = &customer.blacklisting {
        blacklisting.block(unit, &customer.root());
    }
    Ok(())
}
