//! `points.reverse`

use schemars::JsonSchema;

use super::{open, require_live};
use crate::access::check_limits;
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind, Texts, entry_ref};
use crate::error::Error;
use crate::id::{CustomerId, Line, Ref, Text};
use crate::json::Json;
use crate::ledger::{Ledger, Origin, received};
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Takes an earning, adjustment, redemption, capture or transfer back, once, or in parts up to its amount; or a re-dating, once and as a whole.
///
/// A reversed debit puts back the very lots it took, with their ends; a lot whose end has passed gets the point type's days of grace or lapses at
/// once. A reversed credit takes its own lot first (what of it has lapsed counts as taken), then others, then as the point type's
/// `reversal_shortfall` says. A reversed re-dating gives what is still there of its lots their old ends back, passed ones as for a debit; what is not
/// there any more stays as it is, and the answer says how much.
///
/// A transfer is named by the entry of who gave. It is taken from who received it, as a credit is, and its lots go back to the giver, as those of a debit do; in
/// one commit, whoever has the two accounts by now.
///
/// Errors: `already_used` when less is left to reverse; `not_eligible` for an entry that cannot be reversed; `insufficient_balance` when a spent credit
/// is reversed and the point type says `refuse`; `not_found`.
///
/// Rules L5, L9, L13, M2, P1.
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
    /// Of a transfer: the entry that takes it from who received it. What has lapsed and what is forgiven are theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_entry: Option<Ref>,
}

/// An entry of a customer's, where it is named by one.
struct Named<'e> {
    root: Root,
    point_type: &'e str,
    number: u64,
    /// The entry, where it stands there already: what time has done by now may come to stand there only when the ledger is opened.
    entry: Option<Entry>,
}

impl Named<'_> {
    /// The entry, if it gave something to another customer.
    fn given(self) -> Option<Entry> {
        self.entry.filter(|entry| entry.kind == EntryKind::TransferOut)
    }
}

impl Reverse {
    fn find(&self, unit: &mut Unit<'_>, customer: &Customer) -> Result<Option<Named<'_>>, Error> {
        let found = customer.own_ref(&self.entry, "").filter(|(_, name, _)| unit.program().point_type(name).is_some());
        let Some((root, point_type, number)) = found else { return Ok(None) };
        let entry = unit.get::<Entry>(Entry::key(&root, point_type, number))?;
        let is_strange = entry.as_ref().is_some_and(|entry| !customer.owns(&root, entry.log_seq));
        Ok(if is_strange { None } else { Some(Named { root, point_type, number, entry }) })
    }
}

/// Refuses the half of a transfer that came, and names the other.
fn require_given(entry: &Entry) -> Result<(), Error> {
    match &entry.facts.counterpart {
        Some(given) if entry.kind == EntryKind::TransferIn => {
            Err(Error::not_eligible(format_args!("what came by a transfer is taken back by the entry of who gave it; reverse '{given}'")))
        }
        _ => Ok(()),
    }
}

impl Operation for Reverse {
    const NAME: &'static str = "points.reverse";
    const KIND: Kind = Kind::Command;
    type Output = Reversed;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    /// Who received what is taken back.
    fn find_root(&self, unit: &mut Unit<'_>) -> Result<Option<Root>, Error> {
        let Some(customer) = unit.get::<Customer>(Customer::key(&self.customer))? else { return Ok(None) };
        let Some(out) = self.find(unit, &customer)?.and_then(Named::given) else { return Ok(None) };
        Ok(received(unit, &out)?.map(|(holder, _)| holder.root()))
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Reversed, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        require_live(&customer)?;
        let named = self.find(unit, &customer)?.ok_or_else(|| Error::not_found("entry", &self.entry))?;
        named.entry.iter().try_for_each(require_given)?;
        let mut ledger = open(unit, &customer, named.point_type)?;
        let amount = self.amount.map(|amount| amount.positive(ledger.point_type.places)).transpose()?;
        let texts = Texts::new(self.reason.as_ref(), self.comment.as_ref(), self.note.as_ref());
        let origin = Origin { texts, ..Origin::default() };
        let mut reversal = ledger.reverse_of(&named.root, named.number, amount, origin.clone())?;
        let point_type = ledger.point_type.clone();
        let account = ledger.close();
        // What moves ends moves no value, and decides how long it lives.
        let of_ends = named.entry.as_ref().is_some_and(|entry| entry.kind.is_reversed_whole());
        let counted = if of_ends { reversal.entry.facts.undone } else { reversal.entry.amount };
        check_limits(unit, Self::NAME, &point_type, counted)?;
        let entry_of = |entry: &Entry| entry_ref(&entry.root.name(), &entry.point_type, entry.number);
        let (by, mut recipient_entry) = (entry_of(&reversal.entry)?, None);
        if let Some(out) = named.given() {
            let gone = || Error::not_eligible("nobody has the account any more into which it went; adjust the balance instead");
            let (holder, received) = received(unit, &out)?.ok_or_else(gone)?;
            let mut ledger = Ledger::open(unit, &holder, point_type.id.as_str())?;
            reversal = ledger.reverse_of(&received.root, received.number, amount, origin)?;
            ledger.close();
            recipient_entry = Some(entry_of(&reversal.entry)?);
        }
        Ok(Reversed {
            customer: customer.id.clone(),
            entry: by,
            lapsed: reversal.lapsed.decimal(account.places),
            forgiven: reversal.forgiven.decimal(account.places),
            stayed: Some(reversal.stayed).filter(|stayed| !stayed.is_zero()).map(|stayed| stayed.decimal(account.places)),
            recipient_entry,
        })
    }
}
