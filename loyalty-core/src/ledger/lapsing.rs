//! What time alone does: lots lapse, pending lots become active, holds time out, debts are repaid (rules L4, L6, L8).

use super::Ledger;
use super::posting::Total;
use crate::amount::Amount;
use crate::entry::{Entry, EntryKind, Facts, Part, Texts};
use crate::error::Error;
use crate::expiry::Lapse;
use crate::hold::Hold;
use crate::lot::{self, Lot, Place};
use crate::repository::Value;
use crate::time::Timestamp;

impl Ledger<'_, '_> {
    /// Posts what has fallen due by now, instant by instant, as if the sweep had run at each of them.
    pub(super) fn settle(&mut self) -> Result<(), Error> {
        let until = self.clock();
        if self.account.due_at.is_none_or(|due| due > until) {
            return Ok(());
        }
        while self.account.due_at.is_some_and(|due| due <= until) {
            let next = self.next_due()?;
            if let Some(at) = next.filter(|at| *at <= until) {
                self.activate(at)?;
                self.time_out(at)?;
                self.lapse_by(at, at)?;
                self.repay(at, at)?;
            } else {
                self.account.due_at = next;
            }
        }
        self.unit.put(&self.account);
        Ok(())
    }

    /// The next instant at which something happens by time alone.
    pub(super) fn next_due(&mut self) -> Result<Option<Timestamp>, Error> {
        let pending = self.first(Place::Pending)?.map(|lot| lot.available_from);
        let ending = self.first(Place::Active)?.and_then(|lot| lot.ends_at(None));
        let date = self.account.account_date;
        let following = if date.is_some() { self.first(Place::Following)?.and(date) } else { None };
        let open = Hold::scan_open(&self.account.root, &self.account.point_type).limit(1);
        let hold = self.unit.scan::<Hold>(&open)?.first().and_then(|hold| hold.due_at);
        Ok([pending, ending, following, hold].into_iter().flatten().min())
    }

    fn first(&mut self, place: Place) -> Result<Option<Lot>, Error> {
        let scan = Lot::scan(&self.account.root, &self.account.point_type, place).limit(1);
        Ok(self.unit.scan::<Lot>(&scan)?.into_iter().next())
    }

    /// Pending lots that have become active by an instant.
    fn activate(&mut self, at: Timestamp) -> Result<(), Error> {
        let scan = Lot::scan(&self.account.root, &self.account.point_type, Place::Pending).until(vec![Value::from(at)]);
        for lot in self.unit.scan::<Lot>(&scan)? {
            self.move_to(&lot, lot.amount, Lot::free_place(lot.lapse, lot.available_from, at))?;
        }
        Ok(())
    }

    /// Holds that end by themselves by an instant.
    fn time_out(&mut self, at: Timestamp) -> Result<(), Error> {
        let scan = Hold::scan_open(&self.account.root, &self.account.point_type).until(vec![Value::from(at)]);
        for mut hold in self.unit.scan::<Hold>(&scan)? {
            let remaining = hold.remaining()?;
            self.let_go(&mut hold, remaining)?;
        }
        Ok(())
    }

    /// Lots whose end has come by a time lapse; the entry takes effect at `at`.
    pub(super) fn lapse_by(&mut self, until: Timestamp, at: Timestamp) -> Result<(), Error> {
        let scan = Lot::scan(&self.account.root, &self.account.point_type, Place::Active).until(vec![Value::from(until)]);
        let mut lots = self.unit.scan::<Lot>(&scan)?;
        if self.account.account_date.is_some_and(|date| date <= until) {
            lots.extend(self.unit.scan::<Lot>(&Lot::scan(&self.account.root, &self.account.point_type, Place::Following))?);
        }
        if lots.is_empty() {
            return Ok(());
        }
        let parts = self.set_lapsed(&lots, at)?;
        self.post(EntryKind::Expire, Total::Expired, at, Facts { parts, ..Facts::default() }, Texts::default())?;
        Ok(())
    }

    /// Takes everything, when a member leaves and the program says so (rules of section M). Holds stay: they are settled later.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn forfeit(&mut self) -> Result<Option<Entry>, Error> {
        let root = self.account.root.clone();
        let mut lots = Vec::new();
        for place in [Place::Pending, Place::Active, Place::Following] {
            lots.extend(self.unit.scan::<Lot>(&Lot::scan(&root, &self.account.point_type, place))?);
        }
        if lots.is_empty() {
            return Ok(None);
        }
        let parts = self.set_lapsed(&lots, self.unit.now())?;
        let facts = Facts { parts, ..Facts::default() };
        self.post(EntryKind::Forfeit, Total::Expired, self.unit.now(), facts, Texts::default()).map(Some)
    }

    /// Takes whole lots, as an entry names them. The rows stay, out of the balance: a reversal counts them as taken.
    pub(super) fn set_lapsed(&mut self, lots: &[Lot], at: Timestamp) -> Result<Vec<Part>, Error> {
        let mut parts = Vec::with_capacity(lots.len());
        for lot in lots {
            self.remove(lot, lot.amount)?;
            self.store(Lot { place: Place::Lapsed(at), ..lot.clone() })?;
            parts.push(Part::of(lot, lot.amount.negated()));
        }
        Ok(parts)
    }

    /// Lots that are active by a time pay off debt; the balance stays, the entry takes effect at `at` (rule L7).
    pub(super) fn repay(&mut self, until: Timestamp, at: Timestamp) -> Result<(), Error> {
        let due = self.account.debt.min(self.account.active()?);
        if !due.is_positive() {
            return Ok(());
        }
        let (taken, missing) = lot::take(self.spendable(due, until)?, due)?;
        let parts = self.take_all(&taken)?;
        let due = due.minus(missing)?;
        let facts = Facts { parts, debt: due.negated(), ..Facts::default() };
        self.post(EntryKind::Repay, Total::Adjusted, at, facts, Texts::default())?;
        Ok(())
    }

    /// Moves a part of a lot to another place; the balance stays.
    pub(super) fn move_to(&mut self, lot: &Lot, amount: Amount, place: Place) -> Result<(), Error> {
        self.remove(lot, amount)?;
        self.add(Lot { place, amount, ..lot.clone() })
    }
}

/// Ends the hold on an account: gives lots, the account's date and holds that fell due while the account was on hold the time back that they had left when it began.
///
/// # Errors
/// Whatever the storage says.
pub fn extend_after_hold(ledger: &mut Ledger<'_, '_>, began_at: Timestamp) -> Result<(), Error> {
    let now = ledger.unit.now();
    let fell_due = |at: Timestamp| at > began_at && at <= now;
    let later = |at: Timestamp| Timestamp::from_micros(now.micros().saturating_add(at.micros() - began_at.micros()));
    let mut lots = Vec::new();
    for place in [Place::Pending, Place::Active, Place::Held(0)] {
        let scan = Lot::scan(&ledger.account.root, &ledger.account.point_type, place);
        // Active lots are ranked by their end: those that end later need not be read.
        let scan = if place == Place::Active { scan.until(vec![Value::from(now)]) } else { scan };
        lots.extend(ledger.unit.scan::<Lot>(&scan)?);
    }
    let mut parts = Vec::new();
    for lot in lots {
        let Lapse::At(end) = lot.lapse else { continue };
        if fell_due(end) {
            let longer = Lot { lapse: Lapse::At(later(end)), ..lot.clone() };
            ledger.remove(&lot, lot.amount)?;
            parts.extend([Part::of(&lot, lot.amount.negated()), Part::of(&longer, longer.amount)]);
            ledger.add(longer)?;
        }
    }
    if !parts.is_empty() {
        ledger.post(EntryKind::Extend, Total::Adjusted, now, Facts { parts, ..Facts::default() }, Texts::default())?;
    }
    if let Some(date) = ledger.account.account_date.filter(|date| fell_due(*date)) {
        ledger.account.account_date = Some(later(date));
    }
    let holds = Hold::scan_open(&ledger.account.root, &ledger.account.point_type).until(vec![Value::from(now)]);
    for mut hold in ledger.unit.scan::<Hold>(&holds)? {
        hold.due_at = hold.due_at.map(later);
        ledger.unit.put(&hold);
    }
    ledger.frozen_since = None;
    ledger.account.due_at = ledger.next_due()?;
    ledger.settle()
}
