//! Merging: what is in one account goes into another as it is, by a pair of entries, and what is left of it comes back (rules G4, G9).
//!
//! The lots that an account takes in bear the number of the entry that took them in, with the dates they had. So what is left of a merge is a
//! range of rows, and where each lot came from stands in the entry of the other account.

use super::Ledger;
use super::posting::Total;
use crate::account::Account;
use crate::amount::Amount;
use crate::entry::{Entry, EntryKind, Facts, Part, Texts, entry_ref};
use crate::error::Error;
use crate::expiry::Lapse;
use crate::gather::Gather;
use crate::hold::{Hold, HoldRest, hold_ref};
use crate::id::Ref;
use crate::json::Json;
use crate::lot::{Lot, Place};
use crate::sorting::sort;
use crate::time::Timestamp;

/// What has left an account and is on its way into another.
pub struct Moved {
    /// The number of the entry by which it left.
    pub number: u64,
    /// The id of that entry.
    entry: Ref,
    lots: Vec<Lot>,
    debt: Amount,
    holds: Vec<(MovedHold, Hold)>,
    /// Of what comes home: what has lapsed meanwhile. A reversal counts it as taken.
    lapsed: Vec<Part>,
    /// The date that lots which follow the account have.
    date: Option<Timestamp>,
}

/// A hold that moved with its lots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json)]
pub struct MovedHold {
    /// Its number in the account that was merged.
    pub from: u64,
    /// Its number in the survivor's.
    pub to: u64,
}

impl Moved {
    /// The holds that move.
    pub fn holds(&self) -> Vec<MovedHold> {
        self.holds.iter().map(|(pair, _)| *pair).gather()
    }
}

impl Ledger<'_, '_> {
    /// Takes everything out of the account, for another one; nothing where there is nothing.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn move_out(&mut self, to: &Account, texts: &Texts) -> Result<Option<Moved>, Error> {
        let (root, name) = (self.account.root.clone(), self.account.point_type.clone());
        let mut lots = Vec::new();
        for place in [Place::Pending, Place::Active, Place::Following, Place::Held(0)] {
            lots.extend(self.unit.scan::<Lot>(&Lot::scan(&root, &name, place))?);
        }
        let mut holds = Vec::new();
        let mut open = self.unit.scan::<Hold>(&Hold::scan_open(&root, &name))?;
        // In the order of their numbers, so that what they hold stands in the same order there: an undo tells alike lots apart by that.
        sort(&mut open, |a, b| a.number.cmp(&b.number));
        for (hold, number) in open.into_iter().zip(to.holds + 1..) {
            let rest = HoldRest { moved_to: Some(hold_ref(&to.root.name(), &name, number)?), ..hold.rest.clone() };
            let mut left = Hold { released: hold.released.plus(hold.remaining()?)?, rest, ..hold.clone() };
            left.settle()?;
            self.unit.put(&left);
            holds.push((MovedHold { from: hold.number, to: number }, hold));
        }
        let debt = self.account.debt;
        self.leave(lots, holds, debt, Facts::default(), to, texts)
    }

    /// Takes in what has left another account. Debt is settled against the sum (rule L7).
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn take_in(&mut self, moved: &Moved, texts: &Texts) -> Result<Entry, Error> {
        let number = self.account.entries + 1;
        let to = |from: u64| moved.holds.iter().find(|(pair, _)| pair.from == from).map_or(from, |(pair, _)| pair.to);
        let lots = moved.lots.iter().map(|lot| Lot { number, place: held_by(lot.place, &to), ..lot.clone() }).gather();
        for (pair, hold) in &moved.holds {
            let hold = Hold {
                root: self.account.root.clone(),
                number: pair.to,
                authorized: hold.remaining()?,
                captured: Amount::ZERO,
                released: Amount::ZERO,
                rest: HoldRest { captures: Vec::new(), moved_to: None, ..hold.rest.clone() },
                ..hold.clone()
            };
            self.account.holds = pair.to;
            hold.due_at.into_iter().for_each(|at| self.account.due_by(at));
            self.unit.insert(&hold);
        }
        self.account.account_date = self.account.account_date.max(moved.date);
        self.enter(lots, moved, texts)
    }

    /// Takes out again what is left of what an entry of a merge took in, its holds, its debt, and what was repaid by it; nothing where nothing is left.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn move_back(&mut self, into: u64, moved: &[MovedHold], to: &Account, texts: &Texts) -> Result<Option<Moved>, Error> {
        let (root, name) = (self.account.root.clone(), self.account.point_type.clone());
        let taken_in = self.entry(into)?;
        let mut facts = Facts::default();
        let repaid = self.unit.get::<Entry>(Entry::key(&root, &name, into + 1))?;
        if let Some(repaid) = repaid.filter(|entry| entry.kind == EntryKind::Repay && entry.log_seq == taken_in.log_seq) {
            for part in &repaid.facts.parts {
                if self.has_ended(part.lapse) {
                    continue;
                }
                let back = Part { amount: part.amount.negated(), ..part.clone() };
                let place = Lot::free_place(part.lapse, part.from, self.clock());
                self.add(lot_of(&self.account, &back, place))?;
                facts.debt = facts.debt.plus(back.amount)?;
                facts.parts.push(back);
            }
        }
        let mut holds = Vec::new();
        for pair in moved {
            let Some(hold) = self.unit.get::<Hold>(Hold::key(&root, &name, pair.to))?.filter(|hold| hold.due_at.is_some()) else {
                continue;
            };
            let rest = HoldRest { moved_to: Some(hold_ref(&to.root.name(), &name, pair.from)?), ..hold.rest.clone() };
            let mut left = Hold { released: hold.released.plus(hold.remaining()?)?, rest, ..hold.clone() };
            left.settle()?;
            self.unit.put(&left);
            holds.push((*pair, hold));
        }
        let goes = |lot: &Lot| match lot.place {
            Place::Held(number) => holds.iter().any(|(pair, _)| pair.to == number),
            Place::Lapsed(_) => false,
            Place::Pending | Place::Active | Place::Following => true,
        };
        let rows = self.unit.scan::<Lot>(&Lot::scan_number(&root, &name, into))?;
        // What has lapsed of what came goes home too, by whatever end: there a reversal of the credit looks for it.
        let as_it_came = |lot: &&Lot| {
            let dates = (lot.since, lot.available_from);
            matches!(lot.place, Place::Lapsed(_)) && taken_in.facts.parts.iter().any(|part| (part.since, part.from) == dates)
        };
        for lot in rows.iter().filter(as_it_came) {
            self.unit.delete(lot);
            facts.lapsed_lots.push(Part::of(lot, lot.amount.negated()));
        }
        let lots = rows.into_iter().filter(goes).gather();
        let owed = self.account.debt.plus(facts.debt)?;
        self.leave(lots, holds, taken_in.facts.debt.min(owed), facts, to, texts)
    }

    /// Gives the account the date that it had before a merge, unless it has moved since or has passed.
    pub fn restore_date(&mut self, before: Option<Timestamp>, after: Option<Timestamp>) {
        let now = self.unit.now();
        if self.account.account_date == after && before.is_none_or(|date| date > now) {
            self.account.account_date = before;
            before.into_iter().for_each(|date| self.account.due_by(date));
        }
    }

    /// Takes back what comes home from a survivor, into the lots and holds from which it had left with an entry.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn take_home(&mut self, moved: &Moved, out: u64, texts: &Texts) -> Result<Entry, Error> {
        let left = self.entry(out)?.facts.parts;
        let from = |to: u64| moved.holds.iter().find(|(pair, _)| pair.to == to).map_or(to, |(pair, _)| pair.from);
        let mut lots: Vec<Lot> = moved.lots.iter().map(|lot| Lot { place: held_by(lot.place, &from), ..lot.clone() }).gather();
        for part in &moved.lapsed {
            let back = Part { amount: part.amount.negated(), ..part.clone() };
            lots.push(lot_of(&self.account, &back, Place::Lapsed(self.unit.now())));
        }
        for (pair, hold) in &moved.holds {
            let key = Hold::key(&self.account.root, &self.account.point_type, pair.from);
            let mut own = self.unit.get::<Hold>(key)?.ok_or_else(|| Error::internal("a hold that moved has no origin"))?;
            own.released = own.released.minus(hold.remaining()?)?;
            (own.due_at, own.rest.moved_to) = (hold.due_at, None);
            hold.due_at.into_iter().for_each(|at| self.account.due_by(at));
            self.unit.put(&own);
        }
        if self.date_has_passed() {
            // Its lots have followed the survivor's date meanwhile.
            self.account.account_date = self.account.account_date.max(moved.date);
        }
        let number = self.account.entries + 1;
        self.enter(home(lots, &left, number)?, moved, texts)
    }

    /// Posts what leaves: lots, and debt.
    fn leave(
        &mut self,
        lots: Vec<Lot>,
        holds: Vec<(MovedHold, Hold)>,
        debt: Amount,
        mut facts: Facts,
        to: &Account,
        texts: &Texts,
    ) -> Result<Option<Moved>, Error> {
        if lots.is_empty() && debt.is_zero() && facts.parts.is_empty() && facts.lapsed_lots.is_empty() {
            return Ok(None);
        }
        for lot in &lots {
            self.remove(lot, lot.amount)?;
            facts.parts.push(Part::of(lot, lot.amount.negated()));
        }
        facts.debt = facts.debt.minus(debt)?;
        facts.counterpart = Some(entry_ref(&to.root.name(), &to.point_type, to.entries + 1)?);
        self.account.due_at = self.next_due()?;
        let entry = self.post(EntryKind::MergeOut, Total::Adjusted, self.unit.now(), facts, texts.clone())?;
        let clock = self.clock();
        self.repay(clock, clock)?;
        let date = self.account.account_date.filter(|_| lots.iter().any(|lot| lot.lapse == Lapse::AccountDate));
        let id = entry_ref(&entry.root.name(), &entry.point_type, entry.number)?;
        Ok(Some(Moved { number: entry.number, entry: id, lots, debt, holds, lapsed: entry.facts.lapsed_lots, date }))
    }

    /// Posts what comes: lots with their numbers here, and debt.
    fn enter(&mut self, lots: Vec<Lot>, moved: &Moved, texts: &Texts) -> Result<Entry, Error> {
        let root = self.account.root.clone();
        let mut lots: Vec<Lot> = lots.into_iter().map(|lot| Lot { root: root.clone(), ..lot }).gather();
        sort(&mut lots, |a, b| a.key().cmp(&b.key()));
        let mut facts = Facts { debt: moved.debt, counterpart: Some(moved.entry.clone()), ..Facts::default() };
        let mut lots = lots.into_iter().peekable();
        while let Some(mut lot) = lots.next() {
            // What had two numbers there and has one here may be one lot.
            while let Some(same) = lots.next_if(|next| next.key() == lot.key()) {
                lot.amount = lot.amount.plus(same.amount)?;
            }
            if let Place::Lapsed(_) = lot.place {
                facts.lapsed_lots.push(Part::of(&lot, lot.amount));
                self.store(lot)?;
                continue;
            }
            facts.parts.push(Part::of(&lot, lot.amount));
            self.add(lot)?;
        }
        let entry = self.post(EntryKind::MergeIn, Total::Adjusted, self.unit.now(), facts, texts.clone())?;
        let clock = self.clock();
        self.repay(clock, clock)?;
        Ok(entry)
    }

    pub(super) fn entry(&mut self, number: u64) -> Result<Entry, Error> {
        let key = Entry::key(&self.account.root, &self.account.point_type, number);
        self.unit.get::<Entry>(key)?.ok_or_else(|| Error::not_found("entry", self.id_of(number)))
    }

    /// Whether what ends so has ended.
    pub(super) fn has_ended(&self, lapse: Lapse) -> bool {
        match lapse {
            Lapse::At(at) => at <= self.clock(),
            Lapse::AccountDate => self.date_has_passed(),
            Lapse::Never => false,
        }
    }
}

/// A lot from the part of one that an entry names.
pub(super) fn lot_of(account: &Account, part: &Part, place: Place) -> Lot {
    Lot {
        root: account.root.clone(),
        point_type: account.point_type.clone(),
        place,
        since: part.since,
        number: part.lot,
        lapse: part.lapse,
        amount: part.amount,
        available_from: part.from,
        rest: String::new(),
    }
}

/// The place of a lot in the other account, whose holds have other numbers.
fn held_by(place: Place, number: &dyn Fn(u64) -> u64) -> Place {
    if let Place::Held(hold) = place { Place::Held(number(hold)) } else { place }
}

/// Whether a lot that comes home may be one that had left.
type Alike = fn(&Part, &Lot) -> bool;

/// Gives lots that come home the numbers under which they left. From behind: of those that were alike the older was spent first, so what is left is the
/// younger. Lots that differ in nothing but from when on they counted may have become one meanwhile: what finds no room under its own dates finds it
/// there; and last, what was given another end meanwhile finds room under the time since when it counts. What never left here bears the number of the
/// entry that brings it.
fn home(mut lots: Vec<Lot>, left: &[Part], number: u64) -> Result<Vec<Lot>, Error> {
    let mut room: Vec<Part> = left.iter().rev().cloned().gather();
    let mut found = Vec::new();
    lots.reverse();
    let (exactly, once_active, redated): (Alike, Alike, Alike) = (
        |part, lot| (part.since, part.lapse, part.from) == (lot.since, lot.lapse, lot.available_from),
        |part, lot| (part.since, part.lapse) == (lot.since, lot.lapse),
        |part, lot| (part.since, part.from) == (lot.since, lot.available_from),
    );
    for is_alike in [exactly, once_active, redated] {
        let mut over = Vec::new();
        for lot in lots {
            let mut rest = lot.amount;
            for part in room.iter_mut().filter(|part| is_alike(part, &lot)) {
                let amount = rest.min(part.amount.negated());
                if amount.is_positive() {
                    part.amount = part.amount.plus(amount)?;
                    rest = rest.minus(amount)?;
                    found.push(Lot { number: part.lot, available_from: part.from, amount, ..lot.clone() });
                }
            }
            if rest.is_positive() {
                over.push(Lot { amount: rest, ..lot });
            }
        }
        lots = over;
    }
    found.extend(lots.into_iter().map(|lot| Lot { number, ..lot }));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::CustomerId;
    use crate::record::Root;

    fn lot(number: u64, since: i64, amount: i64) -> Lot {
        Lot {
            root: Root::customer(&CustomerId::new("c").unwrap()),
            point_type: "points".into(),
            place: Place::Active,
            since: Timestamp::from_micros(since),
            number,
            lapse: Lapse::Never,
            amount: Amount::new(amount).unwrap(),
            available_from: Timestamp::default(),
            rest: String::new(),
        }
    }

    fn brought_home(lots: Vec<Lot>, left: &[Lot]) -> Vec<(u64, i64)> {
        let left: Vec<Part> = left.iter().map(|lot| Part::of(lot, lot.amount.negated())).collect();
        home(lots, &left, 9).unwrap().iter().map(|lot| (lot.number, lot.amount.units())).collect()
    }

    // rule G9
    #[test]
    fn lots_come_home_under_their_numbers() {
        let left = [lot(1, 1, 30), lot(2, 2, 20), lot(3, 2, 10)];
        assert_eq!(brought_home(vec![lot(7, 1, 30), lot(7, 2, 30)], &left), [(3, 10), (2, 20), (1, 30)]);
        assert_eq!(brought_home(vec![lot(7, 2, 15)], &left), [(3, 10), (2, 5)], "the older of two that are alike was spent first");
        let redated = Lot { lapse: Lapse::At(Timestamp::from_micros(9)), ..lot(7, 1, 12) };
        assert_eq!(brought_home(vec![redated], &left), [(1, 12)], "what was given another end is known by when it counts since");
        assert_eq!(brought_home(vec![lot(7, 5, 4)], &left), [(9, 4)], "what never left here");
    }
}
