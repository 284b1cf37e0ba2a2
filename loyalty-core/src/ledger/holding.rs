//! Holds: set aside, capture, release (rule L8).

use super::posting::Total;
use super::{Ledger, Origin};
use crate::amount::Amount;
use crate::entry::{Entry, EntryKind, Facts};
use crate::error::Error;
use crate::hold::{Hold, HoldRest};
use crate::id::{CustomerId, Id};
use crate::lot::{self, Lot, Place};
use crate::program::Moves;
use crate::time::Timestamp;

impl Ledger<'_, '_> {
    /// Sets an amount aside, of a gift card for a customer. The lots are earmarked and do not lapse while held.
    ///
    /// # Errors
    /// `insufficient_balance`.
    pub fn hold(&mut self, amount: Amount, until: Timestamp, order: Option<Id>, customer: Option<CustomerId>) -> Result<Hold, Error> {
        if amount > self.account.active()? {
            return Err(self.insufficient(amount)?);
        }
        let (taken, missing) = lot::take(self.spendable(amount, self.unit.now())?, amount)?;
        if missing.is_positive() {
            return Err(self.insufficient(amount)?);
        }
        self.account.holds += 1;
        let number = self.account.holds;
        for (lot, part) in &taken {
            self.move_to(lot, *part, Place::Held(number))?;
        }
        self.account.due_by(until);
        let hold = Hold {
            root: self.account.root.clone(),
            point_type: self.account.point_type.clone(),
            number,
            due_at: Some(until),
            authorized: amount,
            captured: Amount::ZERO,
            released: Amount::ZERO,
            rest: HoldRest { order, customer, ..HoldRest::default() },
        };
        self.unit.insert(&hold);
        Ok(hold)
    }

    /// Spends an amount of what a hold has set aside.
    ///
    /// # Errors
    /// `already_used` when less is left; `not_found`.
    pub fn capture(&mut self, number: u64, amount: Option<Amount>, origin: Origin) -> Result<(Hold, Entry), Error> {
        let mut hold = self.open_hold(number)?;
        let amount = amount.map_or_else(|| hold.remaining(), Ok)?;
        self.check_left(&hold, amount)?;
        let (taken, missing) = lot::take(self.held_lots(number)?, amount)?;
        if missing.is_positive() {
            return Err(Error::internal(format_args!("hold {number} has lost lots")));
        }
        let parts = self.take_all(&taken)?;
        hold.captured = hold.captured.plus(amount)?;
        hold.rest.captures.push(self.account.entries + 1);
        hold.settle()?;
        self.unit.put(&hold);
        self.active_at(self.unit.now(), Moves::EarningOrSpending);
        let order = origin.order.or_else(|| hold.rest.order.clone());
        let facts = Facts { parts, order, hold: Some(number), ..Facts::default() };
        let entry = self.post(EntryKind::Capture, Total::Spent, self.unit.now(), facts, origin.texts)?;
        Ok((hold, entry))
    }

    /// Gives back an amount of what a hold has set aside; a lot past its end lapses at this instant.
    ///
    /// # Errors
    /// `already_used` when less is left; `not_found`.
    pub fn release(&mut self, number: u64, amount: Option<Amount>) -> Result<Hold, Error> {
        let mut hold = self.open_hold(number)?;
        let amount = amount.map_or_else(|| hold.remaining(), Ok)?;
        self.check_left(&hold, amount)?;
        self.let_go(&mut hold, amount)?;
        // An account on hold lapses by the time at which the hold began, but nothing takes effect before it happens.
        let (clock, now) = (self.clock(), self.unit.now());
        self.lapse_by(clock, now)?;
        self.repay(clock, now)?;
        Ok(hold)
    }

    /// Moves held lots back to where they came from, those that are spent last first: what stays held is what is spent first.
    pub(super) fn let_go(&mut self, hold: &mut Hold, amount: Amount) -> Result<(), Error> {
        let mut lots = self.held_lots(hold.number)?;
        lots.reverse();
        let (taken, missing) = lot::take(lots, amount)?;
        if missing.is_positive() {
            return Err(Error::internal(format_args!("hold {} has lost lots", hold.number)));
        }
        let clock = self.clock();
        for (lot, part) in &taken {
            self.move_to(lot, *part, Lot::free_place(lot.lapse, lot.available_from, clock))?;
        }
        hold.released = hold.released.plus(amount)?;
        hold.settle()?;
        self.unit.put(hold);
        Ok(())
    }

    fn open_hold(&mut self, number: u64) -> Result<Hold, Error> {
        let key = Hold::key(&self.account.root, &self.account.point_type, number);
        self.unit.get::<Hold>(key)?.ok_or_else(|| Error::not_found("hold", self.id_of(format_args!("h{number}"))))
    }

    fn check_left(&self, hold: &Hold, amount: Amount) -> Result<(), Error> {
        let left = hold.remaining()?;
        if amount > left || left.is_zero() {
            return Err(Error::already_used(format_args!("hold h{}", hold.number), left.decimal(self.point_type.places)));
        }
        Ok(())
    }

    fn held_lots(&mut self, number: u64) -> Result<Vec<Lot>, Error> {
        let scan = Lot::scan_held(&self.account.root, &self.account.point_type, number);
        Ok(lot::in_spending_order(self.unit.scan::<Lot>(&scan)?, self.account.account_date))
    }
}
