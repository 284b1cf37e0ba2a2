//! `gift_card.list`

use schemars::JsonSchema;

use super::{GiftCard, GiftCardView};
use crate::customer::Customer;
use crate::error::Error;
use crate::id::{CustomerId, Id};
use crate::json::Json;
use crate::operation::{self, Kind, Operation};
use crate::page;
use crate::record::Root;
use crate::repository::Value;
use crate::unit::Unit;

/// The cards that were issued to a customer, newest first, each with its state and what can be spent of it.
///
/// Errors: `not_found`.
///
/// Rules R7, W3.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The customer.
    pub customer: CustomerId,
    /// Cards on the page, 1 to 500; 50 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// Where the page before ended: its `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Id>,
}

/// A page of gift cards.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct CardPage {
    /// The cards, newest first.
    pub gift_cards: Vec<GiftCardView>,
    /// Where to go on; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Id>,
}

impl Operation for List {
    const NAME: &'static str = "gift_card.list";
    const KIND: Kind = Kind::Query;
    type Output = CardPage;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<CardPage, Error> {
        let limit = page::size(self.limit)?;
        Customer::load(unit, &self.customer)?;
        let after = match &self.cursor {
            None => None,
            Some(number) => {
                let root = Root::gift_card(number);
                let last = unit.get::<GiftCard>(GiftCard::key(&root))?.filter(|card| card.customer.as_ref() == Some(&self.customer));
                let last = last.ok_or_else(page::unknown_cursor)?;
                Some(vec![Value::from(last.issued_at), Value::from(&root)])
            }
        };
        let mut cards = GiftCard::views(unit, &GiftCard::scan(&self.customer).reversed().after(after).limit(limit + 1))?;
        Ok(CardPage { next: page::cut(&mut cards, limit).map(|card| card.gift_card.clone()), gift_cards: cards })
    }
}
