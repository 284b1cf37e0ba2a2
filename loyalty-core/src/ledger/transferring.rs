//! Transferring: an amount goes from one customer to another by a pair of entries, and its lots keep their dates (rule L13).
//!
//! What leaves is a debit like any other: the lots that end first go first, and nothing that is not there. What comes bears the number of the entry that
//! took it in, as after a merge, so that a reversal finds what is left of it. But two people stay two: no account's date moves, and a lot that followed
//! the giver's date keeps the date that this was.

use super::merging::lot_of;
use super::{LOTS_AT_A_TIME, Ledger, Origin};
use crate::account::Account;
use crate::amount::Amount;
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind, Facts, Part, Texts, entry_ref, ref_number, ref_owner};
use crate::error::Error;
use crate::expiry::Lapse;
use crate::lot::Lot;
use crate::record::Root;
use crate::repository::Value;
use crate::time::Timestamp;
use crate::unit::Unit;

impl Ledger<'_, '_> {
    /// Takes an amount out for another account, as it stands now, in spending order and never on debt.
    ///
    /// # Errors
    /// `insufficient_balance`.
    pub fn transfer_out(&mut self, amount: Amount, to: &Account, origin: Origin) -> Result<Entry, Error> {
        let counterpart = Some(entry_ref(&to.root.name(), &to.point_type, to.entries + 1)?);
        self.debit(EntryKind::TransferOut, amount, Origin { counterpart, ..origin })
    }

    /// Takes in what an entry has taken out of another account, whose lots followed that date. What is owed here is repaid first, by the lots that end first
    /// (rule L7).
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn transfer_in(&mut self, out: &Entry, date: Option<Timestamp>, texts: Texts) -> Result<Entry, Error> {
        let (number, mut owed) = (self.account.entries + 1, self.account.debt);
        let counterpart = Some(entry_ref(&out.root.name(), &out.point_type, out.number)?);
        let mut facts = Facts { counterpart, ..Facts::default() };
        for part in &out.facts.parts {
            let amount = part.amount.negated();
            let repaid = amount.min(owed);
            owed = owed.minus(repaid)?;
            facts.debt = facts.debt.minus(repaid)?;
            let lapse = date.filter(|_| part.lapse == Lapse::AccountDate).map_or(part.lapse, Lapse::At);
            let part = Part { lot: number, amount: amount.minus(repaid)?, lapse, ..part.clone() };
            if !part.amount.is_positive() {
                continue;
            }
            // What had two numbers there and has one here is one lot.
            let alike = |last: &&mut Part| (last.since, last.from, last.lapse) == (part.since, part.from, part.lapse);
            match facts.parts.last_mut().filter(alike) {
                Some(last) => last.amount = last.amount.plus(part.amount)?,
                None => facts.parts.push(part),
            }
        }
        for part in &facts.parts {
            self.add(lot_of(&self.account, part, Lot::free_place(part.lapse, part.from, self.clock())))?;
        }
        self.post(EntryKind::TransferIn, EntryKind::TransferIn.total(), self.unit.now(), facts, texts)
    }
}

/// The other half of a transfer, by the entry of who gave: the entry of who received it, and the customer who has that account now, whom they were merged
/// into since (rule G8); nothing where nobody has it. The command rests on both.
///
/// # Errors
/// Whatever the storage says.
pub fn received(unit: &mut Unit<'_>, out: &Entry) -> Result<Option<(Customer, Entry)>, Error> {
    let there = out.facts.counterpart.as_ref();
    let found = there.and_then(|there| ref_owner(there).zip(ref_number(there)));
    let (root, number) = found.ok_or_else(|| Error::internal("a transfer without its other half"))?;
    unit.rest_on(&root)?;
    let entry = unit.get::<Entry>(Entry::key(&root, &out.point_type, number))?;
    let entry = entry.ok_or_else(|| Error::internal("a transfer was not received"))?;
    let mut holder = load(unit, &root)?;
    if entry.log_seq <= holder.fresh_after {
        // Merged once and enrolled afresh: what was theirs stayed where the last merge before that took it.
        if let Some(survivor) = left_for(unit, &entry, holder.fresh_after)? {
            holder = load(unit, &survivor)?;
        }
    }
    if let Some(survivor) = holder.membership.merged_into.clone() {
        holder = load(unit, &Root::customer(&survivor))?;
    }
    Ok(Some((holder, entry)).filter(|(holder, entry)| holder.owns(&root, entry.log_seq)))
}

fn load(unit: &mut Unit<'_>, root: &Root) -> Result<Customer, Error> {
    unit.rest_on(root)?;
    let id = root.customer_id().ok_or_else(|| Error::internal("a transfer to somebody who is no customer"))?;
    Customer::load(unit, &id)
}

/// Where the last merge up to a command of the log took what was in the account of an entry.
fn left_for(unit: &mut Unit<'_>, entry: &Entry, upto: u64) -> Result<Option<Root>, Error> {
    let mut scan = Entry::scan(&entry.root, &entry.point_type).reversed().limit(LOTS_AT_A_TIME);
    loop {
        let page = unit.scan::<Entry>(&scan)?;
        let left = page.iter().find(|other| other.kind == EntryKind::MergeOut && other.log_seq <= upto);
        if let Some(left) = left {
            return Ok(left.facts.counterpart.as_ref().and_then(ref_owner));
        }
        let Some(last) = page.last().filter(|last| last.number > entry.number && page.len() == LOTS_AT_A_TIME) else { return Ok(None) };
        scan.after = Some(vec![Value::from(last.number)]);
    }
}
