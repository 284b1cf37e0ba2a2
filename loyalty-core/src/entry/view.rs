//! Entries as answers show them.

use schemars::JsonSchema;

use super::{Entry, EntryKind, entry_ref};
use crate::amount::Quantity;
use crate::error::Error;
use crate::expiry::Lapse;
use crate::gather::Gather;
use crate::id::{Id, Ref, Slug};
use crate::json::Json;
use crate::time::Timestamp;

/// An entry of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct EntryView {
    /// The id.
    pub id: Ref,
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// Why it stands in the journal.
    pub kind: EntryKind,
    /// The signed amount.
    pub amount: Quantity,
    /// The balance after it.
    pub balance: Quantity,
    /// When it took effect.
    pub effective_at: Timestamp,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// A credit: when its lot ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Lapse>,
    /// A credit that is not active at once: from when on it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available_from: Option<Timestamp>,
    /// The lots from which it took (negative) or to which it gave back, and how much of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lots: Vec<PartView>,
    /// How the debt changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debt: Option<Quantity>,
    /// The entry it reverses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<Ref>,
    /// How much of it has been reversed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reversed: Option<Quantity>,
    /// The order it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Id>,
    /// The earning rule it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Slug>,
    /// The batch of adjustments it came from; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<Id>,
    /// The hold it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<Ref>,
    /// Of a merge, and of what is reversed after it: the entry in the other account. Of a transfer the same, for staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<Ref>,
    /// Who asked for it; a customer sees only themselves, not the shop's people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Why; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the customer reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The internal note; staff only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What an entry took from a lot or put back.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct PartView {
    /// The lot: the id of the entry that made it.
    pub lot: Ref,
    /// How much, signed.
    pub amount: Quantity,
    /// When that lot ends.
    pub expires: Lapse,
}

impl EntryView {
    /// Shows all places of the point type again, which reading takes off.
    pub fn pad(&mut self, places: u32) {
        let amounts = [&mut self.amount, &mut self.balance].into_iter().chain(self.lots.iter_mut().map(|part| &mut part.amount));
        for amount in amounts.chain(&mut self.debt).chain(&mut self.reversed) {
            *amount = amount.padded(places);
        }
    }

    /// Takes out what only staff may read.
    pub fn hide_from_customer(&mut self) {
        (self.reason, self.note, self.actor, self.batch) = (None, None, None, None);
        self.counterpart = self.counterpart.take().filter(|_| !self.kind.is_transfer());
    }
}

impl Entry {
    /// The entry as answers show it. A customer does not see reason and note.
    ///
    /// # Errors
    /// `internal` when an id does not fit.
    pub fn view(&self, places: u32, for_customer: bool) -> Result<EntryView, Error> {
        let owner = self.root.name();
        let id = |number: u64| entry_ref(&owner, &self.point_type, number);
        let credit = self.facts.credit.as_ref();
        let parts = self
            .facts
            .parts
            .iter()
            .map(|part| Ok(PartView { lot: id(part.lot)?, amount: part.amount.decimal(places), expires: part.lapse }));
        let staff = |text: &Option<String>| text.clone().filter(|_| !for_customer);
        Ok(EntryView {
            id: id(self.number)?,
            point_type: Slug::new(&*self.point_type).map_err(Error::internal)?,
            kind: self.kind,
            amount: self.amount.decimal(places),
            balance: self.balance.decimal(places),
            effective_at: self.effective_at,
            recorded_at: self.recorded_at,
            expires: credit.map(|credit| credit.lapse),
            available_from: credit.map(|credit| credit.from).filter(|from| *from > self.effective_at),
            lots: parts.gather::<Result<_, Error>>()?,
            debt: Some(self.facts.debt).filter(|debt| !debt.is_zero()).map(|debt| debt.decimal(places)),
            reverses: self.facts.reverses.map(id).transpose()?,
            reversed: Some(self.reversed).filter(|reversed| !reversed.is_zero()).map(|reversed| reversed.decimal(places)),
            order: self.facts.order.clone(),
            rule: self.facts.rule.clone(),
            batch: self.facts.batch.clone().filter(|_| !for_customer),
            hold: self.facts.hold.map(|hold| crate::hold::hold_ref(&owner, &self.point_type, hold)).transpose()?,
            counterpart: self.facts.counterpart.clone().filter(|_| !(for_customer && self.kind.is_transfer())),
            actor: Some(self.actor.clone()).filter(|actor| !for_customer || *actor == owner),
            reason: staff(&self.texts.reason),
            comment: self.texts.comment.clone(),
            note: staff(&self.texts.note),
        })
    }
}
