//! Reinstating: what has lapsed not long ago comes back, with a new end (rule L5).
//!
//! The lapsed rows go, and lots with the same numbers come: a reversal of their credit finds what came back as what is there, and the rest as lapsed. Only
//! what time alone took comes back. An entry of the moment at which a row lapsed says who took it; a row of which none says so stays where it is.

use super::posting::Total;
use super::{Ledger, Origin};
use crate::amount::Amount;
use crate::entry::{Entry, EntryKind, Facts, Part};
use crate::error::Error;
use crate::expiry::{self, Given, Lapse};
use crate::limits::REINSTATED_LOTS_MAX;
use crate::lot::{self, Lot, Place};
use crate::program::Expiry;
use crate::repository::Value;
use crate::sorting::sort;
use crate::time::Timestamp;

/// What can be brought back, and the end that it gets.
pub struct Lapsed {
    /// How much it is.
    pub amount: Amount,
    lots: Vec<(Lot, Amount)>,
    lapse: Lapse,
}

impl Lapsed {
    /// In how many rows it lapsed.
    pub fn lots(&self) -> usize {
        self.lots.len()
    }
}

/// The microseconds of a day in which clocks are not changed.
const DAY: i64 = 86_400_000_000;

impl Ledger<'_, '_> {
    /// What lapsed within the window of the point type, of all credits or of one: all of it or an amount, what lapsed last first. What lapsed up to a command
    /// of the log, by which its owner began afresh, is somebody else's.
    ///
    /// # Errors
    /// `not_found` for an entry that there is not; `invalid_request` for an end that does not fit; `not_eligible` where there is nothing; `already_used` where
    /// there is less; `limit_exceeded` for more lots than one command brings back.
    pub fn lapsed_lately(&mut self, after: u64, entry: Option<u64>, amount: Option<Amount>, given: Given) -> Result<Lapsed, Error> {
        let now = self.unit.now();
        let lapse = given.lapse(self.zone, now)?.unwrap_or_else(|| expiry::lapse(self.point_type.expiry, self.zone, now));
        let mut found = Lapsed { amount: Amount::ZERO, lots: Vec::new(), lapse };
        let mut moment: Option<(Timestamp, Vec<Entry>)> = None;
        for (at, lot) in self.lapsed_rows(entry)? {
            let left = amount.map_or(Ok(lot.amount), |amount| amount.minus(found.amount))?;
            if left.is_zero() {
                break;
            }
            let taken_then = match moment.take() {
                Some((then, entries)) if then == at => entries,
                _ => self.entries_at(at, after)?,
            };
            if has_expired(&lot, &taken_then) {
                let part = lot.amount.min(left);
                found.amount = found.amount.plus(part)?;
                found.lots.push((lot, part));
            }
            moment = Some((at, taken_then));
        }
        if found.lots.is_empty() {
            let days = self.point_type.reinstatement_days;
            return Err(Error::not_eligible(format_args!("nothing that lapsed by itself in the last {days} days is there to bring back")));
        }
        if amount.is_some_and(|amount| amount > found.amount) {
            return Err(Error::already_used("what can be brought back", found.amount.decimal(self.point_type.places)));
        }
        if found.lots.len() > REINSTATED_LOTS_MAX {
            let limit = "lots brought back at once; choose fewer with 'entry' or 'amount'";
            return Err(Error::limit_exceeded(limit, REINSTATED_LOTS_MAX, found.lots.len()));
        }
        Ok(found)
    }

    /// Brings back what lapsed. What is owed is repaid first, by what would be spent first (rule L7).
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn reinstate(&mut self, lapsed: Lapsed, origin: Origin) -> Result<Entry, Error> {
        let (now, clock) = (self.unit.now(), self.clock());
        if lapsed.lapse == Lapse::AccountDate {
            // To come back is no activity: only an account without a date to come gets one.
            self.follow_from(now);
        }
        let (mut facts, mut back) = (Facts::default(), Vec::with_capacity(lapsed.lots.len()));
        for (lot, amount) in lapsed.lots {
            self.forget_lapsed(&lot, amount)?;
            facts.lapsed_lots.push(Part::of(&lot, amount.negated()));
            let place = Lot::free_place(lapsed.lapse, lot.available_from, clock);
            back.push(Lot { place, lapse: lapsed.lapse, amount, ..lot });
        }
        let mut owed = self.account.debt;
        for lot in lot::in_spending_order(back, self.account.account_date) {
            let repaid = lot.amount.min(owed);
            owed = owed.minus(repaid)?;
            facts.debt = facts.debt.minus(repaid)?;
            let kept = Lot { amount: lot.amount.minus(repaid)?, ..lot };
            if kept.amount.is_positive() {
                facts.parts.push(Part::of(&kept, kept.amount));
                self.add(kept)?;
            }
        }
        self.post(EntryKind::Reinstate, Total::Expired, now, facts, origin.texts)
    }

    /// The rows that lapsed within the window with the moment at which each did, what lapsed last first.
    fn lapsed_rows(&mut self, entry: Option<u64>) -> Result<Vec<(Timestamp, Lot)>, Error> {
        let (root, name, now) = (self.account.root.clone(), self.account.point_type.clone(), self.unit.now());
        let days = self.point_type.reinstatement_days;
        let scan = match entry {
            Some(number) => {
                // An entry that is not there is no entry without lots.
                self.entry(number)?;
                Lot::scan_number(&root, &name, number)
            }
            None => {
                // Lapsed rows are ranked by when they lapsed. No local day is two days longer than others.
                let before = Timestamp::from_micros(now.micros().saturating_sub((i64::from(days) + 2).saturating_mul(DAY)));
                Lot::scan(&root, &name, Place::Lapsed(now)).after(Some(vec![Value::from(before)]))
            }
        };
        let mut rows = Vec::new();
        for lot in self.unit.scan::<Lot>(&scan)? {
            let Place::Lapsed(at) = lot.place else { continue };
            // Counted as points' own days are: to the first instant of a local day.
            if matches!(expiry::lapse(Expiry::Days { days }, self.zone, at), Lapse::At(closes) if closes > now) {
                rows.push((at, lot));
            }
        }
        sort(&mut rows, |(_, a), (_, b)| b.key().cmp(&a.key()));
        Ok(rows)
    }

    /// The entries that took effect at a moment and were recorded after a command of the log.
    fn entries_at(&mut self, at: Timestamp, after: u64) -> Result<Vec<Entry>, Error> {
        let (root, name) = (self.account.root.clone(), self.account.point_type.clone());
        let mut entries = self.unit.scan::<Entry>(&Entry::scan_at(&root, &name, false, at))?;
        entries.extend(self.unit.scan::<Entry>(&Entry::scan_at(&root, &name, true, at))?);
        entries.retain(|entry| entry.log_seq > after);
        Ok(entries)
    }
}

/// Whether a lapsed row is what time alone took, by the entries of that moment, and nothing of it was forfeited then.
fn has_expired(lot: &Lot, then: &[Entry]) -> bool {
    let names = |entry: &&Entry| {
        let is_it = |part: &Part| (part.lot, part.since, part.lapse) == (lot.number, lot.since, lot.lapse);
        entry.facts.parts.iter().any(is_it)
    };
    let took = |kind: EntryKind| then.iter().filter(names).any(|entry| entry.kind == kind);
    took(EntryKind::Expire) && !took(EntryKind::Forfeit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Texts;
    use crate::id::CustomerId;
    use crate::record::Root;

    fn lot(number: u64) -> Lot {
        Lot {
            root: Root::customer(&CustomerId::new("c").unwrap()),
            point_type: "points".into(),
            place: Place::Lapsed(Timestamp::from_micros(7)),
            since: Timestamp::from_micros(1),
            number,
            lapse: Lapse::AccountDate,
            amount: Amount::new(5).unwrap(),
            available_from: Timestamp::default(),
            rest: String::new(),
        }
    }

    fn took(kind: EntryKind, lots: &[u64]) -> Entry {
        let parts = lots.iter().map(|number| Part::of(&lot(*number), Amount::new(-5).unwrap())).collect();
        Entry {
            root: lot(1).root,
            point_type: "points".into(),
            number: 9,
            kind,
            amount: Amount::ZERO,
            balance: Amount::ZERO,
            effective_at: Timestamp::from_micros(7),
            recorded_at: Timestamp::from_micros(7),
            late: false,
            log_seq: 1,
            actor: "system".into(),
            reversed: Amount::ZERO,
            texts: Texts::default(),
            facts: Facts { parts, ..Facts::default() },
        }
    }

    // rule L5
    #[test]
    fn only_what_an_entry_says_lapsed_by_itself_comes_back() {
        let (expired, forfeited) = (took(EntryKind::Expire, &[1, 2]), took(EntryKind::Forfeit, &[2, 3]));
        let then = [expired, forfeited];
        let comes_back: Vec<u64> = (1..=4).filter(|number| has_expired(&lot(*number), &then)).collect();
        assert_eq!(comes_back, [1], "2 is in doubt, 3 was forfeited, of 4 nobody says who took it");
    }
}
