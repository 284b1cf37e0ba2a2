//! Taking an entry back (rule L9): a debit puts back the very lots it took; a credit takes its own lot first.

use super::finding::take_own;
use super::merging::lot_of;
use super::posting::Total;
use super::{Back, Ledger, Origin};
use crate::account::Account;
use crate::amount::Amount;
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind, Facts, Part, entry_ref};
use crate::error::Error;
use crate::expiry::{self, Lapse};
use crate::gather::Gather;
use crate::lot::{self, Lot, Place};
use crate::merge::Merge;
use crate::program::Shortfall;
use crate::record::Root;

/// What a reversal did besides its entry.
pub struct Reversal {
    /// The entry that reverses.
    pub entry: Entry,
    /// Of a credit: what had lapsed and so counts as taken.
    pub lapsed: Amount,
    /// Of a credit: what was spent and is forgiven.
    pub forgiven: Amount,
    /// Of what only re-dated lots: what of them is not there any more, and so stays.
    pub stayed: Amount,
}

impl Ledger<'_, '_> {
    /// Reverses an entry, whole or in part.
    ///
    /// # Errors
    /// `not_found`, `not_eligible` for a kind that cannot be reversed, `already_used` when less is left of it, `insufficient_balance` when a spent
    /// credit is reversed and the point type says `refuse`.
    pub fn reverse(&mut self, number: u64, amount: Option<Amount>, origin: Origin) -> Result<Reversal, Error> {
        let root = self.account.root.clone();
        self.reverse_of(&root, number, amount, origin)
    }

    /// Reverses an entry of this account, or of one that was merged into it: then the value moves here, and the other journal notes how much of its
    /// entry is reversed by now (rule G8).
    ///
    /// # Errors
    /// Those of [`Ledger::reverse`].
    pub fn reverse_of(&mut self, root: &Root, number: u64, amount: Option<Amount>, origin: Origin) -> Result<Reversal, Error> {
        let key = Entry::key(root, &self.account.point_type, number);
        let found = self.unit.get::<Entry>(key)?;
        let mut entry = found.ok_or_else(|| Error::not_found("entry", self.id_of(number)))?;
        if !entry.kind.is_reversible() {
            let instead = if entry.kind == EntryKind::Reinstate { "; take what came back with points.adjust" } else { "" };
            return Err(Error::not_eligible(format_args!("an entry of the kind '{}' cannot be reversed{instead}", entry.kind.name())));
        }
        if entry.kind == EntryKind::Earn {
            // For whom it counted it counts less.
            for before in Merge::entry_owners_before(self.unit, &self.account.root, &entry)? {
                self.unit.rest_on(&before)?;
            }
        }
        let used = |left: Amount| Error::already_used(format_args!("entry {number}"), left.decimal(self.point_type.places));
        let left = entry.reversible()?.minus(entry.reversed)?;
        let (reversal, amount) = if entry.kind.is_reversed_whole() {
            if !entry.reversed.is_zero() {
                return Err(used(Amount::ZERO));
            }
            let reversal = self.undo(&entry, amount, origin)?;
            let undone = reversal.entry.facts.undone;
            (reversal, undone)
        } else {
            let amount = amount.unwrap_or(left);
            if amount > left || left.is_zero() {
                return Err(used(left));
            }
            let is_debit = entry.amount.is_negative();
            (if is_debit { self.give_back(&entry, amount, origin) } else { self.take_back(&entry, amount, origin) }?, amount)
        };
        entry.reversed = entry.reversed.plus(amount)?;
        self.unit.put(&entry);
        // An account on hold lapses by the time at which the hold began, but nothing takes effect before it happens.
        let (clock, now) = (self.clock(), self.unit.now());
        self.lapse_by(clock, now)?;
        self.repay(clock, now)?;
        Ok(reversal)
    }

    /// Undoes what is taken back once and as a whole.
    fn undo(&mut self, entry: &Entry, amount: Option<Amount>, origin: Origin) -> Result<Reversal, Error> {
        if amount.is_some() {
            return Err(Error::invalid("args.amount", "stands beside an entry that is taken back as a whole; leave it out"));
        }
        if entry.root != self.account.root {
            let problem = "it stands in the journal of an account that was merged; what came with the merge is re-dated by points.redate";
            return Err(Error::not_eligible(problem));
        }
        self.undo_redate(entry, origin)
    }

    /// Undoes a debit. What was taken last comes back first, so that a part reversed leaves what a smaller debit would have left.
    fn give_back(&mut self, entry: &Entry, amount: Amount, origin: Origin) -> Result<Reversal, Error> {
        let mut facts = self.reversing(entry, amount)?;
        // What does not go back where it came from makes one lot of its own.
        let mut apart = Amount::ZERO;
        for (source, amount) in undone(entry, amount)? {
            match source {
                Source::Lot(_) if origin.back == Back::AsNewLot => apart = apart.plus(amount)?,
                Source::Lot(part) => {
                    let is_own = entry.root == self.account.root;
                    let lot = if is_own { part.lot } else { self.account.entries + 1 };
                    if !is_own && part.lapse == Lapse::AccountDate {
                        self.follow_too(&entry.root)?;
                    }
                    let back = self.put_back(&Part { lot, ..part }, amount, origin.back)?;
                    facts.parts.push(back);
                }
                Source::Debt => {
                    let owed = self.account.debt.plus(facts.debt)?.min(amount);
                    facts.debt = facts.debt.minus(owed)?;
                    apart = apart.plus(amount.minus(owed)?)?;
                }
            }
        }
        if apart.is_positive() {
            facts.credit = Some(self.lot_apart(apart)?);
        }
        let by = self.post(EntryKind::Reverse, self.total_of(entry), self.unit.now(), facts, origin.texts)?;
        if entry.root != self.account.root {
            self.note_there(entry, amount, &by, Vec::new())?;
        }
        Ok(Reversal { entry: by, lapsed: Amount::ZERO, forgiven: Amount::ZERO, stayed: Amount::ZERO })
    }

    /// Puts a part back into its lot, with its own end or, past that, with the days of grace that the point type or the caller gives.
    fn put_back(&mut self, part: &Part, amount: Amount, back: Back) -> Result<Part, Error> {
        let clock = self.clock();
        let grace = match back {
            Back::WithGrace(days) => self.point_type.reversal_grace_days.max(days),
            Back::AsTypeSays | Back::AsNewLot => self.point_type.reversal_grace_days,
        };
        let lapse = self.end_again(part.lapse, grace);
        let back = Part { amount, lapse, ..part.clone() };
        self.add(lot_of(&self.account, &back, Lot::free_place(lapse, part.from, clock)))?;
        Ok(back)
    }

    /// Lets what comes back of a merged account follow the later date of both accounts; where neither has one, as of now.
    fn follow_too(&mut self, root: &Root) -> Result<(), Error> {
        let theirs = self.unit.get::<Account>(Account::key(root, &self.account.point_type))?;
        self.account.account_date = self.account.account_date.max(theirs.and_then(|theirs| theirs.account_date));
        if self.account.account_date.is_none() {
            self.follow_from(self.unit.now());
        }
        Ok(())
    }

    /// What comes back as a lot of its own: debt that a reversed debit had made and that credits have repaid since, and what returns as a new lot.
    fn lot_apart(&mut self, amount: Amount) -> Result<Part, Error> {
        let (now, clock) = (self.unit.now(), self.clock());
        let lapse = expiry::lapse(self.point_type.expiry, self.zone, now);
        if lapse == Lapse::AccountDate {
            // What repaid the debt may have had an end of its own: then the account has no date yet.
            self.follow_from(now);
        }
        let lot = Lot {
            root: self.account.root.clone(),
            point_type: self.account.point_type.clone(),
            place: Lot::free_place(lapse, clock, clock),
            since: now,
            number: self.account.entries + 1,
            lapse,
            amount,
            available_from: clock,
            rest: String::new(),
        };
        let credit = Part::of(&lot, amount);
        self.add(lot)?;
        Ok(credit)
    }

    /// Undoes a credit: from its own lot, then what of it has lapsed, then from other lots; what of it is set aside or had repaid debt is owed
    /// from then on; the rest is as the point type says.
    fn take_back(&mut self, entry: &Entry, amount: Amount, origin: Origin) -> Result<Reversal, Error> {
        // What is available is told as it was before anything was taken.
        let refusal = self.insufficient(amount)?;
        let mut own = self.lots_of(entry, amount)?;
        let (gone, held) = (|place: &Place| matches!(place, Place::Lapsed(_)), |place: &Place| matches!(place, Place::Held(_)));
        let (taken, missing) = take_own(&mut own, &|place| !gone(place) && !held(place), amount)?;
        let mut parts = self.take_all(&taken)?;
        let (counted, missing) = take_own(&mut own, &gone, missing)?;
        let held: Vec<Lot> = own.into_iter().flat_map(|own| own.lots).filter(|lot| held(&lot.place)).gather();
        let (mut lapsed, mut lapsed_lots) = (Amount::ZERO, Vec::new());
        for (lot, part) in &counted {
            lapsed = lapsed.plus(*part)?;
            self.forget_lapsed(lot, *part)?;
            if lot.root == self.account.root && entry.root != self.account.root {
                lapsed_lots.push(Part::of(lot, part.negated()));
            }
        }
        let (taken, missing) = lot::take(self.spendable(missing, self.unit.now())?, missing)?;
        parts.extend(self.take_all(&taken)?);
        let owed = missing.min(self.owed_again(entry, amount, &held)?);
        let missing = missing.minus(owed)?;
        let (debt, forgiven) = match self.point_type.reversal_shortfall {
            Shortfall::Refuse if missing.is_positive() && !origin.owes => return Err(refusal),
            Shortfall::Forgive => (owed, missing),
            Shortfall::Refuse | Shortfall::Debt => (owed.plus(missing)?, Amount::ZERO),
        };
        let facts = Facts { parts, debt, lapsed, lapsed_lots, ..self.reversing(entry, amount)? };
        let by = self.post(EntryKind::Reverse, self.total_of(entry), self.unit.now(), facts, origin.texts)?;
        if entry.root != self.account.root {
            self.note_there(entry, amount, &by, counted)?;
        }
        Ok(Reversal { entry: by, lapsed, forgiven, stayed: Amount::ZERO })
    }

    /// What an entry says that reverses another: of this account which, of a merged one where it stands.
    pub(super) fn reversing(&self, entry: &Entry, amount: Amount) -> Result<Facts, Error> {
        let facts = Facts { order: entry.facts.order.clone(), batch: entry.facts.batch.clone(), ..Facts::default() };
        if entry.root == self.account.root {
            return Ok(Facts { reverses: Some(entry.number), undone: amount, ..facts });
        }
        Ok(Facts { counterpart: Some(entry_ref(&entry.root.name(), &entry.point_type, entry.number)?), ..facts })
    }

    /// The total that a reversal goes to: the reversed entry's, or that of merges, by which the value came.
    fn total_of(&self, entry: &Entry) -> Total {
        if entry.root == self.account.root { entry.kind.total() } else { EntryKind::Reverse.total() }
    }

    /// Notes in the journal of a merged account how much of its entry was reversed, by which entry here, and where on the way here what of it had
    /// lapsed counts as taken.
    fn note_there(&mut self, entry: &Entry, amount: Amount, by: &Entry, lapsed: Vec<(Lot, Amount)>) -> Result<(), Error> {
        let counterpart = Some(entry_ref(&by.root.name(), &by.point_type, by.number)?);
        let mut there = Facts { reverses: Some(entry.number), undone: amount, counterpart: counterpart.clone(), ..Facts::default() };
        let mut between: Vec<(Root, Facts)> = Vec::new();
        for (lot, part) in lapsed {
            if lot.root == entry.root {
                there.lapsed = there.lapsed.plus(part)?;
            } else if lot.root != self.account.root {
                let part = Part::of(&lot, part.negated());
                match between.iter_mut().find(|(root, _)| *root == lot.root) {
                    Some((_, facts)) => facts.lapsed_lots.push(part),
                    None => {
                        between.push((lot.root, Facts { counterpart: counterpart.clone(), lapsed_lots: vec![part], ..Facts::default() }))
                    }
                }
            }
        }
        self.note_in(&entry.root, entry.kind.total(), there, by)?;
        between.into_iter().try_for_each(|(root, facts)| self.note_in(&root, EntryKind::Reverse.total(), facts, by))
    }

    /// Posts in the journal of a merged account what moves no value.
    fn note_in(&mut self, root: &Root, total: Total, facts: Facts, by: &Entry) -> Result<(), Error> {
        let lost = || Error::internal("an entry of a merged account that is no customer's");
        let owner = Customer::load(self.unit, &root.customer_id().ok_or_else(lost)?)?;
        let mut there = Ledger::open(&mut *self.unit, &owner, &by.point_type)?;
        let now = there.unit.now();
        there.post(EntryKind::Reverse, total, now, facts, by.texts.clone()).map(drop)
    }

    /// How much of a reversed credit is owed whatever the point type says of shortfalls: it was not spent.
    ///
    /// What of it is set aside repays the debt when it is released; what earlier reversals made of that into debt is not owed twice. What repaid
    /// debt is the last part of the credit to be reversed, so that reversals in parts add up to the one of the whole.
    fn owed_again(&self, entry: &Entry, amount: Amount, held: &[Lot]) -> Result<Amount, Error> {
        let held = held.iter().try_fold(Amount::ZERO, |sum, lot| sum.plus(lot.amount))?;
        let held = held.minus(held.min(self.account.debt).min(entry.reversed))?;
        let kept = entry.amount.plus(entry.facts.debt)?;
        let behind = |reversed: Amount| reversed.minus(reversed.min(kept));
        held.plus(behind(entry.reversed.plus(amount)?)?)?.minus(behind(entry.reversed)?)
    }

    /// Takes a part out of what has lapsed: it is reversed now and can never come back, or comes back now. The balance does not know of it.
    pub(super) fn forget_lapsed(&mut self, lot: &Lot, amount: Amount) -> Result<(), Error> {
        let left = Lot { amount: lot.amount.minus(amount)?, ..lot.clone() };
        if left.amount.is_zero() {
            self.unit.delete(&left)
        } else {
            self.unit.put(&left)
        }
        Ok(())
    }
}

/// What a debit drew on.
enum Source {
    Lot(Part),
    Debt,
}

/// What the next `amount` of a debit's reversal gives back: its sources from the last to the first, less what was reversed before.
fn undone(entry: &Entry, amount: Amount) -> Result<Vec<(Source, Amount)>, Error> {
    let debt = std::iter::once((Source::Debt, entry.facts.debt));
    let parts = entry.facts.parts.iter().rev().map(|part| (Source::Lot(part.clone()), part.amount.negated()));
    let (mut skip, mut wanted) = (entry.reversed, amount);
    let mut slices = Vec::new();
    for (source, size) in debt.chain(parts) {
        let skipped = size.min(skip);
        skip = skip.minus(skipped)?;
        let slice = size.minus(skipped)?.min(wanted);
        wanted = wanted.minus(slice)?;
        if slice.is_positive() {
            slices.push((source, slice));
        }
    }
    Ok(slices)
}
