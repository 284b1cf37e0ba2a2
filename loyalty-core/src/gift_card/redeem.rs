//! `gift_card.redeem`

use schemars::JsonSchema;

use super::GiftCard;
use crate::access::check_limits;
use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind, Texts, entry_ref};
use crate::error::Error;
use crate::expiry::{Given, Lapse};
use crate::id::{CustomerId, Id, Line, Ref, Text};
use crate::json::Json;
use crate::ledger::{Ledger, Origin};
use crate::operation::{self, Kind, Operation};
use crate::pairs::Pairs;
use crate::record::Root;
use crate::unit::Unit;

/// Moves what is on a card, or a part of it, to the credit of a customer's account, in the same point type and with the ends it had. The card is named by its
/// number or found by its code; customers redeem by code, where the program lets them.
///
/// Errors: `already_used` when nothing is left, `insufficient_balance` when less is; `blocked`, `expired`; `invalid_transition` for a card that is blank or
/// deactivated; `not_eligible` where the membership state does not allow it; `not_found`; `invalid_request` for a code with a typing error.
///
/// Rules R7, R8, M2.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redeem {
    /// The customer.
    pub customer: CustomerId,
    /// The card's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// Its code, instead of the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Line>,
    /// How much, more than zero; all that can be spent when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Text>,
}

/// The result of `gift_card.redeem`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Redeemed {
    /// The customer.
    pub customer: CustomerId,
    /// The card's number.
    pub gift_card: Id,
    /// How much was moved.
    pub amount: Quantity,
    /// The entry in the card's journal.
    pub entry: Ref,
    /// The entries in the customer's journal: one for each end.
    pub credits: Vec<Ref>,
    /// What can be spent of the card now.
    pub balance: Quantity,
}

impl Operation for Redeem {
    const NAME: &'static str = "gift_card.redeem";
    const KIND: Kind = Kind::Command;
    type Output = Redeemed;

    fn roots(&self) -> Vec<Root> {
        let mut roots = operation::customer(&self.customer);
        roots.extend(self.gift_card.iter().map(Root::gift_card));
        roots
    }

    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        GiftCard::find_root(unit, self.gift_card.as_ref(), self.code.as_ref())
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Redeemed, Error> {
        let root = GiftCard::find(unit, self.gift_card.as_ref(), self.code.as_ref())?;
        let customer = Customer::load(unit, &self.customer)?;
        let (card, mut ledger) = GiftCard::open(unit, &root, Self::NAME)?;
        customer.require_for(&ledger.point_type)?;
        let amount = match self.amount {
            Some(amount) => amount.positive(ledger.point_type.places)?,
            None => ledger.account.active()?,
        };
        if amount.is_zero() {
            return Err(Error::already_used(format_args!("gift card {}", card.number), amount.decimal(ledger.point_type.places)));
        }
        let texts = Texts::new(None, self.comment.as_ref(), None);
        let entry = ledger.debit(EntryKind::Redeem, amount, Origin { texts: texts.clone(), ..Origin::default() })?;
        let point_type = ledger.point_type.clone();
        let account = ledger.close();
        check_limits(unit, Self::NAME, &point_type, amount)?;
        let mut ledger = Ledger::open(unit, &customer, &card.point_type)?;
        let mut credits = Vec::new();
        for (lapse, amount) in by_end(&entry)? {
            let credit = ledger.credit(EntryKind::Redeem, amount, given(lapse), Origin { texts: texts.clone(), ..Origin::default() })?;
            credits.push(entry_ref(&customer.id, &credit.point_type, credit.number)?);
        }
        ledger.close();
        let moved = card.moved(&entry, &account)?;
        Ok(Redeemed {
            customer: customer.id,
            gift_card: card.number,
            amount: amount.decimal(account.places),
            entry: moved.entry,
            credits,
            balance: moved.balance,
        })
    }
}

/// How much of what a debit took ends when.
fn by_end(entry: &Entry) -> Result<Pairs<Lapse, Amount>, Error> {
    let mut sums: Pairs<Lapse, Amount> = Pairs::new();
    for part in &entry.facts.parts {
        let sum = sums.get(&part.lapse).copied().unwrap_or_default().minus(part.amount)?;
        sums.insert(part.lapse, sum);
    }
    Ok(sums)
}

/// The end of a credit that goes on with an end that it had. What followed the card's date follows the account's from now on.
fn given(lapse: Lapse) -> Given {
    match lapse {
        Lapse::At(at) => Given { at: Some(at), ..Given::default() },
        Lapse::AccountDate => Given::default(),
        Lapse::Never => Given { never: true, ..Given::default() },
    }
}
