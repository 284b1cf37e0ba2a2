//! `gift_card.get`

use schemars::JsonSchema;

use super::{GiftCard, GiftCardView};
use crate::entry::{Entry, EntryView};
use crate::error::Error;
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Line};
use crate::json::Json;
use crate::ledger::{Ledger, Owner};
use crate::operation::{Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::repository::Value;
use crate::unit::Unit;

/// Answers a card with what can be spent of it, and what was done with it, newest first, each with the balance after it. It is named by its number or
/// found by its code.
///
/// Customers name themselves too, and see their own cards without notes. Nobody sees a code.
///
/// Errors: `not_found`; `invalid_request` for a code with a typing error.
///
/// Rules R7, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// The card's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// Its code, instead of the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Line>,
    /// Only if it was issued to this customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Activities on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<u64>,
}

/// A card with a page of what was done with it.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Activities {
    /// The card.
    pub card: GiftCardView,
    /// The entries of its journal, newest first.
    pub activities: Vec<EntryView>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

impl Operation for Get {
    const NAME: &'static str = "gift_card.get";
    const KIND: Kind = Kind::Query;
    type Output = Activities;

    fn roots(&self) -> Vec<Root> {
        // A customer reaches no other root than their own; that the card is theirs is looked at below.
        let own = self.customer.as_ref().map(Root::customer);
        own.or_else(|| self.gift_card.as_ref().map(Root::gift_card)).into_iter().gather()
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Activities, Error> {
        let limit = page::size(self.limit)?;
        let root = GiftCard::find(unit, self.gift_card.as_ref(), self.code.as_ref())?;
        let card = GiftCard::load(unit, &root)?;
        if self.customer.is_some() && card.customer != self.customer {
            return Err(Error::not_found("gift_card", &card.number));
        }
        let account = Ledger::open(unit, &card, &card.point_type)?.close();
        let after = self.cursor.map(|number| vec![Value::from(number)]);
        let mut entries = unit.scan::<Entry>(&Entry::scan(&card.root(), &card.point_type).reversed().after(after).limit(limit + 1))?;
        let next = page::cut(&mut entries, limit).map(|entry| entry.number);
        let for_customer = unit.context().is_customer();
        Ok(Activities {
            card: card.view(&account, unit)?,
            next,
            activities: entries.iter().map(|entry| entry.view(account.places, for_customer)).gather::<Result<_, _>>()?,
        })
    }
}
