//! Re-dating: lots that are there get another end, and get their old one back (rule L5). Nothing but ends changes.
//!
//! The entry names each lot twice, as it was and as it is now, so that the lots can be recomputed from entries alone and a reversal knows the old ends.

use super::posting::Total;
use super::reversing::Reversal;
use super::{Ledger, Origin};
use crate::amount::Amount;
use crate::entry::{Entry, EntryKind, Facts, Part, Texts};
use crate::error::Error;
use crate::expiry::{self, Given, Lapse};
use crate::gather::Gather;
use crate::limits::REDATED_LOTS_MAX;
use crate::lot::{self, Lot, Place};
use crate::program::Expiry;
use crate::repository::Value;
use crate::time::Timestamp;

/// Which lots get another end: all that have not lapsed, or those that fit all that is said here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Those of the credit with this number.
    pub entry: Option<u64>,
    /// Those that end after this moment, or never.
    pub ending_after: Option<Timestamp>,
    /// Those that end before this moment.
    pub ending_before: Option<Timestamp>,
}

/// The end that lots get.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewEnd {
    /// As an agent says; days are counted from each lot's own credit.
    Given(Given),
    /// As the point type's policy says now, counted from each lot's own credit.
    ByPolicy,
}

/// A part of a lot's row, and the end that it gets.
type Move = (Lot, Amount, Lapse);

impl Chosen {
    fn fits(&self, lot: &Lot, account_date: Option<Timestamp>) -> bool {
        let end = lot.ends_at(account_date);
        self.ending_after.is_none_or(|after| end.is_none_or(|end| end > after))
            && self.ending_before.is_none_or(|before| end.is_some_and(|end| end < before))
    }
}

impl Ledger<'_, '_> {
    /// Gives lots another end: the entry, how much, and how many lots. Those that end so already are left alone, those that are set aside stay so.
    ///
    /// # Errors
    /// `invalid_request` for an end that does not fit or has passed; `limit_exceeded` for more lots than one command re-dates; `not_eligible` where no
    /// lot gets another end.
    pub fn redate(&mut self, chosen: Chosen, end: NewEnd, texts: Texts) -> Result<(Entry, Amount, usize), Error> {
        self.check_end(end)?;
        let (mut moves, mut amount) = (Vec::new(), Amount::ZERO);
        for lot in self.lots_chosen(chosen)? {
            if let Some(lapse) = self.new_end(end, &lot)? {
                amount = amount.plus(lot.amount)?;
                moves.push((lot.clone(), lot.amount, lapse));
            }
        }
        if moves.is_empty() {
            return Err(Error::not_eligible("there is nothing to re-date; no lot fits, or all that fit end so already"));
        }
        if moves.len() > REDATED_LOTS_MAX {
            let limit = "lots re-dated at once; choose fewer with 'entry', 'ending_after' or 'ending_before'";
            return Err(Error::limit_exceeded(limit, REDATED_LOTS_MAX, moves.len()));
        }
        if moves.iter().any(|(.., lapse)| *lapse == Lapse::AccountDate) {
            // Where the account has no date to come, its time begins now: nothing lapses because the policy has changed.
            self.follow_from(self.unit.now());
        }
        let parts = self.give_ends(&moves)?;
        self.account.due_at = self.next_due()?;
        let facts = Facts { parts, ..Facts::default() };
        let entry = self.post(EntryKind::Redate, Total::Adjusted, self.unit.now(), facts, texts)?;
        Ok((entry, amount, moves.len()))
    }

    /// The lots that are chosen, in spending order.
    fn lots_chosen(&mut self, chosen: Chosen) -> Result<Vec<Lot>, Error> {
        let (root, name) = (self.account.root.clone(), self.account.point_type.clone());
        let mut lots = Vec::new();
        if let Some(number) = chosen.entry {
            // An entry that is not there is no entry without lots.
            self.entry(number)?;
            lots = self.unit.scan::<Lot>(&Lot::scan_number(&root, &name, number))?;
            lots.retain(|lot| !matches!(lot.place, Place::Lapsed(_)));
        } else {
            // Active lots are ranked by their end: others need not be read.
            let mut ending = Lot::scan(&root, &name, Place::Active);
            if let Some(after) = chosen.ending_after {
                ending = ending.after(Some(vec![Value::from(after)]));
            }
            if let Some(before) = chosen.ending_before {
                ending = ending.until(vec![Value::from(before)]);
            }
            lots.extend(self.unit.scan::<Lot>(&ending)?);
            for place in [Place::Pending, Place::Following, Place::Held(0)] {
                lots.extend(self.unit.scan::<Lot>(&Lot::scan(&root, &name, place))?);
            }
        }
        let date = self.account.account_date;
        lots.retain(|lot| chosen.fits(lot, date));
        Ok(lot::in_spending_order(lots, date))
    }

    /// Refuses an end that is none, or that has passed whatever lot gets it.
    fn check_end(&self, end: NewEnd) -> Result<(), Error> {
        let NewEnd::Given(given) = end else { return Ok(()) };
        match given.lapse(self.zone, Timestamp::default())? {
            None => Err(Error::invalid(
                "args",
                "names no new end; give 'expires_after_days', 'valid_through', 'expires_at', 'never_expires' or 'by_policy'",
            )),
            Some(Lapse::At(at)) if given.after_days.is_none() && at <= self.clock() => {
                Err(Error::invalid(given.path(), "has passed, and no points are taken by this; give a later end"))
            }
            Some(_) => Ok(()),
        }
    }

    /// The end that a lot gets, unless it has that already.
    fn new_end(&self, end: NewEnd, lot: &Lot) -> Result<Option<Lapse>, Error> {
        let by_policy = |at: Timestamp| expiry::lapse(self.point_type.expiry, self.zone, at);
        let (lapse, path) = match end {
            // What the policy would end before it is active is counted from its activation, as for a credit.
            NewEnd::ByPolicy => match by_policy(lot.since) {
                Lapse::At(at) if at <= lot.available_from => (by_policy(lot.available_from), "args.by_policy"),
                lapse => (lapse, "args.by_policy"),
            },
            NewEnd::Given(given) => (given.lapse(self.zone, lot.since)?.unwrap_or(lot.lapse), given.path()),
        };
        if lapse == lot.lapse {
            return Ok(None);
        }
        let refused = |problem: &str, at: Timestamp| {
            let id = self.id_of(lot.number);
            Err(Error::invalid(path, format_args!("would end points of {id} at {at}, {problem}; give a later end, or choose other lots")))
        };
        match lapse {
            Lapse::At(at) if at <= self.clock() => refused("which has passed", at),
            Lapse::At(at) if at <= lot.available_from => refused("before they become active", at),
            _ => Ok(Some(lapse)),
        }
    }

    /// Gives parts of rows other ends, as an entry names them: each as it was and as it is.
    fn give_ends(&mut self, moves: &[Move]) -> Result<Vec<Part>, Error> {
        // First all are taken: what one of them becomes may be what another one was.
        for (lot, amount, _) in moves {
            self.remove(lot, *amount)?;
        }
        let (clock, mut parts) = (self.clock(), Vec::with_capacity(2 * moves.len()));
        for (lot, amount, lapse) in moves {
            let place = if let Place::Held(_) = lot.place { lot.place } else { Lot::free_place(*lapse, lot.available_from, clock) };
            let dated = Lot { place, lapse: *lapse, amount: *amount, ..lot.clone() };
            parts.extend([Part::of(lot, amount.negated()), Part::of(&dated, *amount)]);
            self.add(dated)?;
        }
        Ok(parts)
    }

    /// Gives what is still there of re-dated lots its old end back; one that has passed gets the point type's days of grace, or lapses at once.
    pub(super) fn undo_redate(&mut self, entry: &Entry, origin: Origin) -> Result<Reversal, Error> {
        let pairs: Vec<(&Part, &Part)> = entry.facts.parts.chunks(2).filter_map(|pair| pair.first().zip(pair.get(1))).gather();
        let found = self.still_there(pairs.iter().map(|(_, after)| *after).gather())?;
        let (mut moves, mut back) = (Vec::new(), Amount::ZERO);
        for (place, lot, amount) in found {
            let Some((before, _)) = pairs.get(place) else { continue };
            back = back.plus(amount)?;
            moves.push((lot, amount, self.end_again(before.lapse, self.point_type.reversal_grace_days)));
        }
        let stayed = entry.reversible()?.minus(back)?;
        if moves.is_empty() {
            return Err(Error::not_eligible("nothing is left with the end that it gave; take back first what has re-dated it since"));
        }
        let parts = self.give_ends(&moves)?;
        self.account.due_at = self.next_due()?;
        let facts = Facts { parts, ..self.reversing(entry, back)? };
        let by = self.post(EntryKind::Reverse, Total::Adjusted, self.unit.now(), facts, origin.texts)?;
        Ok(Reversal { entry: by, lapsed: Amount::ZERO, forgiven: Amount::ZERO, stayed })
    }

    /// What is left of lots as an entry made them: the place of each part among them, the row, and how much. From behind: of those that are alike by now
    /// what came first was spent first.
    pub(super) fn still_there(&mut self, parts: Vec<&Part>) -> Result<Vec<(usize, Lot, Amount)>, Error> {
        let (root, name) = (self.account.root.clone(), self.account.point_type.clone());
        let (mut rows, mut read): (Vec<Lot>, Vec<u64>) = (Vec::new(), Vec::new());
        let mut found = Vec::new();
        for (place, part) in parts.into_iter().enumerate().rev() {
            if !read.contains(&part.lot) {
                read.push(part.lot);
                rows.extend(self.unit.scan::<Lot>(&Lot::scan_number(&root, &name, part.lot))?);
            }
            let mut wanted = part.amount;
            let is_it = |row: &&mut Lot| {
                !matches!(row.place, Place::Lapsed(_)) && (row.number, row.since, row.lapse) == (part.lot, part.since, part.lapse)
            };
            for row in rows.iter_mut().filter(is_it) {
                let amount = row.amount.min(wanted);
                if amount.is_positive() {
                    found.push((place, row.clone(), amount));
                    row.amount = row.amount.minus(amount)?;
                    wanted = wanted.minus(amount)?;
                }
            }
        }
        Ok(found)
    }

    /// The end of what gets its own back: past that, so many days of grace.
    pub(super) fn end_again(&self, lapse: Lapse, grace: u32) -> Lapse {
        if self.has_ended(lapse) && grace > 0 { expiry::lapse(Expiry::Days { days: grace }, self.zone, self.clock()) } else { lapse }
    }
}
