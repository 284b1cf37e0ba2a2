//! Posting: the only place where a balance changes (rule L1).

use super::Ledger;
use crate::amount::Amount;
use crate::context::Context;
use crate::entry::{Entry, EntryKind, Facts, Texts};
use crate::error::Error;
use crate::record::Record;
use crate::time::Timestamp;
use crate::unit::Noted;

/// The totals of an account that an entry's amount goes to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Total {
    Earned,
    Adjusted,
    Spent,
    Expired,
}

impl EntryKind {
    /// The total to which entries of this kind go; a reversal goes where the reversed entry went.
    pub(crate) const fn total(self) -> Total {
        match self {
            EntryKind::Earn | EntryKind::Load => Total::Earned,
            EntryKind::Spend | EntryKind::Capture => Total::Spent,
            EntryKind::Expire | EntryKind::Forfeit | EntryKind::Reinstate => Total::Expired,
            EntryKind::Adjust
            | EntryKind::Redeem
            | EntryKind::Extend
            | EntryKind::Redate
            | EntryKind::Repay
            | EntryKind::Reverse
            | EntryKind::MergeOut
            | EntryKind::MergeIn
            | EntryKind::TransferOut
            | EntryKind::TransferIn => Total::Adjusted,
        }
    }
}

/// Who is said to have asked for what time alone did.
const TIME: &str = "system";

impl EntryKind {
    /// Who asked for an entry. What has lapsed and what a debt was repaid with nobody asked for: who happened to look first is no actor, and
    /// no answer depends on it (rule L6).
    fn actor(self, context: &Context) -> &str {
        match self {
            EntryKind::Expire | EntryKind::Repay => TIME,
            _ => context.actor.id.as_str(),
        }
    }
}

impl Ledger<'_, '_> {
    /// Writes one entry and keeps the totals: the only place where a balance changes.
    pub(super) fn post(
        &mut self,
        kind: EntryKind,
        total: Total,
        effective_at: Timestamp,
        facts: Facts,
        texts: Texts,
    ) -> Result<Entry, Error> {
        let amount = facts.sum()?;
        let account = &mut self.account;
        account.balance = account.balance.plus(amount)?;
        account.debt = account.debt.plus(facts.debt)?;
        match total {
            Total::Earned => account.earned = account.earned.plus(amount)?,
            Total::Adjusted => account.adjusted = account.adjusted.plus(amount)?,
            Total::Spent => account.spent = account.spent.minus(amount)?,
            Total::Expired => account.expired = account.expired.minus(amount)?,
        }
        let totals = account.earned.plus(account.adjusted)?.minus(account.spent)?.minus(account.expired)?;
        let active = account.active()?;
        let sound = self.moved == amount.plus(facts.debt)? && totals == account.balance;
        if !sound || [active, account.debt, account.pending, account.held].iter().any(|part| part.is_negative()) {
            return Err(Error::internal(format_args!("the books of {} in {} do not balance", account.root.name(), account.point_type)));
        }
        self.moved = Amount::ZERO;
        account.entries += 1;
        let late = account.latest_at.is_some_and(|latest| effective_at < latest);
        account.latest_at = account.latest_at.max(Some(effective_at));
        let actor = kind.actor(self.unit.context());
        let is_own = account.root.customer_id().is_some_and(|id| id.as_str() == actor);
        let by_customer = self.unit.context().is_customer() && actor != TIME && !is_own;
        let entry = Entry {
            root: account.root.clone(),
            point_type: account.point_type.clone(),
            number: account.entries,
            kind,
            amount,
            balance: account.balance,
            effective_at,
            recorded_at: self.unit.now(),
            late,
            log_seq: self.log_seq,
            actor: actor.to_owned(),
            reversed: Amount::ZERO,
            texts: if self.keeps_texts { texts } else { Texts::default() },
            facts: Facts { by_customer, ..facts },
        };
        if entry.bounds_debits() {
            account.last_debit_at = account.last_debit_at.max(Some(effective_at));
        }
        let row = entry.to_row();
        self.unit.notes.entries.push(Noted {
            root: entry.root.clone(),
            key: row.key().to_vec(),
            plain: Entry::plain(&row),
            written: Entry::written(&row),
            entry: Box::new(entry.clone()),
        });
        self.unit.insert_row(row);
        // With the entry go the totals: a ledger that is opened, settled and dropped must not tear them apart.
        self.unit.put(&self.account);
        Ok(entry)
    }
}
