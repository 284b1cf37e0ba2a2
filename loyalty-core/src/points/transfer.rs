//! `points.transfer`

#[cfg(test)]
mod tests;

use schemars::JsonSchema;

use super::open;
use crate::access::check_limits;
use crate::account::{ACCOUNT, Account};
use crate::adjustment::require_reason;
use crate::amount::Quantity;
use crate::customer::{CUSTOMER, Customer};
use crate::entry::{Texts, entry_ref};
use crate::error::Error;
use crate::id::{CustomerId, Id, Line, Ref, Slug, Text};
use crate::json::Json;
use crate::ledger::{Ledger, Origin, find_type};
use crate::operation::{self, Kind, Operation};
use crate::program::PointType;
use crate::record::Root;
use crate::repository::{Key, ROOT, Table, Value};
use crate::unit::Unit;

/// Gives points of one customer to another, where the program lets the point type be transferred: its `transferable`.
///
/// The lots that end first go first, and keep their dates: one that follows the giver's account keeps the date that the account has now. What the recipient
/// owes is repaid first. Both journals have an entry, in one commit; neither counts as earned or spent. `points.reverse` takes it back, by the entry of who
/// gave.
///
/// Agents and systems need a reason where the program requires one for adjustments, and reason, note and comment stand in both journals. A customer who may
/// transfer (the program's `customer_rights`) gives no reason and no note; their comment stands in their own journal alone, and neither of the two sees who
/// the other is, or what they have: whoever cannot receive it is refused in the same words. An agent who acts as a customer cannot: their own limits count.
///
/// Errors: `insufficient_balance`, with what is available, pending and held; `not_eligible` where the point type cannot be transferred, or the membership
/// state of either does not allow it; `not_found`; `invalid_request` for oneself; `limit_exceeded` beyond what the actor's roles may move;
/// `version_conflict` when `if_version` is not the version of the giver's account.
///
/// Rules L13, L3, L7, M2, P1, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The customer who gives.
    pub customer: CustomerId,
    /// The customer who receives.
    pub recipient: CustomerId,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// How much, more than zero.
    pub amount: Quantity,
    /// The order of the giver that it is about; only their own entry names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// Why; staff only. The program may require it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Line>,
    /// An internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What the customers read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

/// The result of `points.transfer`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Transferred {
    /// The customer who gave.
    pub customer: CustomerId,
    /// The entry in their journal.
    pub entry: Ref,
    /// The customer who received it: the survivor, where the one who was named is merged; for a customer, as they named them.
    pub recipient: CustomerId,
    /// The entry in the recipient's journal; not for customers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_entry: Option<Ref>,
}

impl Transfer {
    /// A transfer with a reason.
    pub fn new(customer: CustomerId, recipient: CustomerId, point_type: Slug, amount: Quantity, reason: Option<Line>) -> Self {
        Transfer { customer, recipient, point_type, amount, order: None, reason, note: None, comment: None }
    }

    /// What is read of the recipient first.
    fn keys(&self) -> Vec<(&'static Table, Key)> {
        let root = Root::customer(&self.recipient);
        let own = || vec![Value::from(&root)];
        vec![(&ROOT, own()), (&CUSTOMER, own()), (&ACCOUNT, Account::key(&root, self.point_type.as_str()))]
    }

    /// Who receives it, or who took their account over (rule G8): third parties, who are found and not named, for a customer names nobody but themselves.
    fn find(&self, unit: &mut Unit<'_>) -> Result<Option<Customer>, Error> {
        unit.rest_on_third(Root::customer(&self.recipient))?;
        let found = unit.get::<Customer>(Customer::key(&self.recipient))?;
        let Some(survivor) = found.as_ref().and_then(|found| found.membership.merged_into.clone()) else { return Ok(found) };
        unit.rest_on_third(Root::customer(&survivor))?;
        unit.get::<Customer>(Customer::key(&survivor))
    }

    /// The recipient, if they may receive it. A customer is not told why not, nor whether there is such a customer.
    fn recipient(&self, unit: &mut Unit<'_>, point_type: &PointType) -> Result<Customer, Error> {
        let found = self.find(unit)?;
        match found {
            Some(recipient) if recipient.require_for(point_type).is_ok() => Ok(recipient),
            _ if unit.context().is_customer() => Err(Error::not_eligible("the recipient cannot receive it")),
            None => Err(Error::not_found("customer", &self.recipient)),
            Some(recipient) => {
                let state = recipient.membership.state.name();
                Err(Error::not_eligible(format_args!("the recipient cannot receive '{}' in state '{state}'", point_type.id)))
            }
        }
    }

    /// What stands in the giver's journal, and what in the recipient's: what a customer writes does not go to a stranger.
    fn texts(&self, unit: &Unit<'_>) -> Result<(Texts, Texts), Error> {
        let texts = Texts::new(self.reason.as_ref(), self.comment.as_ref(), self.note.as_ref());
        if !unit.context().is_customer() {
            require_reason(unit, self.reason.as_ref())?;
            return Ok((texts.clone(), texts));
        }
        for (path, given) in [("args.reason", self.reason.is_some()), ("args.note", self.note.is_some())] {
            if given {
                return Err(Error::invalid(path, "is for the shop's people; leave it out, or say it in `comment`"));
            }
        }
        Ok((texts, Texts::default()))
    }
}

impl Operation for Transfer {
    const NAME: &'static str = "points.transfer";
    const KIND: Kind = Kind::Command;
    type Output = Transferred;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        unit.prefetch(self.keys())?;
        Ok(self.find(unit)?.map(|recipient| recipient.root()))
    }

    fn ahead(&self) -> Vec<(&'static Table, Key)> {
        self.keys()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Transferred, Error> {
        if unit.context().is_customer() && unit.context().actor.is_impersonating() {
            return Err(Error::not_eligible("an agent who acts as a customer gives nothing of theirs away; transfer it as the agent"));
        }
        let (texts, told) = self.texts(unit)?;
        let point_type = find_type(&unit.program(), self.point_type.as_str())?.clone();
        point_type.require_transferable()?;
        let amount = self.amount.positive(point_type.places)?;
        let customer = Customer::load(unit, &self.customer)?;
        customer.require_for(&point_type)?;
        if self.find(unit)?.is_some_and(|recipient| recipient.id == customer.id) {
            return Err(Error::invalid("args.recipient", "is the customer themselves; name another"));
        }
        let name = point_type.id.as_str();
        if unit.context().is_customer() {
            // Who has nothing to give learns nothing of who could receive it.
            let ledger = open(unit, &customer, name)?;
            if amount > ledger.account.active()? {
                return Err(ledger.insufficient(amount)?);
            }
        }
        let recipient = self.recipient(unit, &point_type)?;
        check_limits(unit, Self::NAME, &point_type, amount)?;
        let to = Ledger::open(unit, &recipient, name)?.account;
        let mut ledger = open(unit, &customer, name)?;
        let out = ledger.transfer_out(amount, &to, Origin { order: self.order.clone(), texts, ..Origin::default() })?;
        let date = ledger.close().account_date;
        let mut ledger = Ledger::open(unit, &recipient, name)?;
        let into = ledger.transfer_in(&out, date, told)?;
        ledger.close();
        let entry = entry_ref(&customer.id, name, out.number)?;
        if unit.context().is_customer() {
            return Ok(Transferred { customer: customer.id, entry, recipient: self.recipient.clone(), recipient_entry: None });
        }
        let recipient_entry = Some(entry_ref(&recipient.id, name, into.number)?);
        Ok(Transferred { customer: customer.id, entry, recipient: recipient.id, recipient_entry })
    }
}
