//! The ledger of one customer, or one gift card, in one point type: every way in which value moves, on top of one posting rule.
//!
//! Opening a ledger settles it first: what time alone has done by now (lots lapsed, pending lots active, holds timed out) is posted as if the
//! sweep had run at that instant. So answers never depend on when the sweep ran (rule L6); a query does the same and throws the entries away.
//!
//! INVARIANT: after every posting, `lots = balance + debt`, `balance = earned + adjusted − spent − expired`, and the entry's amount is what its
//! lots and debt say (rule L1). Posting checks it in release builds too and refuses the commit.

mod finding;
mod holding;
mod lapsing;
mod merging;
mod owner;
mod posting;
mod redating;
mod reinstating;
mod reversing;
#[cfg(test)]
mod tests;
mod transferring;

pub use lapsing::extend_after_hold;
pub use merging::{Moved, MovedHold};
pub use owner::Owner;
pub(crate) use posting::Total;
pub use redating::{Chosen, NewEnd};
pub use reinstating::Lapsed;
pub use reversing::Reversal;
pub use transferring::received;

use crate::account::Account;
use crate::amount::Amount;
use crate::entry::{Entry, EntryKind, Facts, Part, Texts};
use crate::error::{Error, Reason};
use crate::expiry::{self, Given, Lapse};
use crate::gather::Gather;
use crate::id::{Id, Ref, Slug};
use crate::lot::{self, Lot, Place};
use crate::program::{Expiry, Moves, PointType, Program};
use crate::time::{Timestamp, Zone};
use crate::unit::Unit;

/// How many lots a debit reads at a time.
const LOTS_AT_A_TIME: usize = 32;

/// One account, opened and settled up to now.
pub struct Ledger<'u, 'r> {
    unit: &'u mut Unit<'r>,
    /// The point type and its policies.
    pub point_type: PointType,
    zone: Zone,
    /// The totals, settled.
    pub account: Account,
    frozen_since: Option<Timestamp>,
    /// What was put into lots, less what was taken, since the last posting.
    moved: Amount,
    log_seq: u64,
    keeps_texts: bool,
}

/// Where an entry comes from and what people wrote about it.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// When it takes effect; now when absent.
    pub effective_at: Option<Timestamp>,
    /// The order it came from.
    pub order: Option<Id>,
    /// The earning rule it came from.
    pub rule: Option<Slug>,
    /// The batch of adjustments it came from.
    pub batch: Option<Id>,
    /// Of a transfer: the entry in the other account.
    pub counterpart: Option<Ref>,
    /// What people wrote.
    pub texts: Texts,
    /// Of a reversed debit: where what was spent goes.
    pub back: Back,
    /// Of a reversed credit: what is missing is owed where the point type would refuse, for what has happened outside cannot be refused.
    pub owes: bool,
}

/// Where what was spent goes when the debit is reversed (rules L9, O4).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Back {
    /// Into its lots; a lot whose end has passed gets the point type's days of grace.
    #[default]
    AsTypeSays,
    /// Into its lots; a lot whose end has passed gets at least so many days of grace.
    WithGrace(u32),
    /// Into a new lot, which ends as the point type says.
    AsNewLot,
}

impl<'u, 'r> Ledger<'u, 'r> {
    /// Opens and settles the account of a customer or gift card in a point type.
    ///
    /// # Errors
    /// `invalid_request` when the program has no such point type; whatever the storage says.
    pub fn open(unit: &'u mut Unit<'r>, owner: &dyn Owner, point_type: &str) -> Result<Self, Error> {
        let program = unit.program();
        let point_type = find_type(&program, point_type)?.clone();
        let root = owner.root();
        let stored = unit.get::<Account>(Account::key(&root, point_type.id.as_str()))?;
        let account = stored.unwrap_or_else(|| Account::new(root.clone(), point_type.id.as_str(), point_type.places));
        let frozen_since = owner.frozen_since();
        let log_seq = unit.rest_on(&root)?.log_seq + 1;
        let (zone, keeps_texts) = (program.time_zone, owner.keeps_texts());
        let mut ledger = Ledger { unit, point_type, zone, account, frozen_since, moved: Amount::ZERO, log_seq, keeps_texts };
        ledger.settle()?;
        Ok(ledger)
    }

    /// Refuses when the caller saw another version of the account: the number of its entries (rule K2).
    ///
    /// # Errors
    /// `version_conflict`.
    pub fn check_version(self, current: u64) -> Result<Self, Error> {
        self.unit.check_version("account", current)?;
        Ok(self)
    }

    /// The time by which things lapse: now or, on hold, when the hold began.
    pub fn clock(&self) -> Timestamp {
        self.frozen_since.map_or(self.unit.now(), |since| since.min(self.unit.now()))
    }

    /// Credits an amount: debt is repaid first, the rest becomes a lot (rules L5, L7).
    ///
    /// # Errors
    /// `invalid_request` for an expiry that does not fit, `limit_exceeded` beyond the bounds of amounts.
    pub fn credit(&mut self, kind: EntryKind, amount: Amount, given: Given, origin: Origin) -> Result<Entry, Error> {
        let effective_at = self.effective(&origin)?;
        let available_from = if kind == EntryKind::Earn {
            expiry::activation(self.point_type.activation_days, self.zone, effective_at)
        } else {
            effective_at
        };
        let ended = |lapse: &Lapse| matches!(lapse, Lapse::At(at) if *at <= available_from);
        let lapse = match given.lapse(self.zone, effective_at)? {
            Some(lapse) if ended(&lapse) => {
                return Err(Error::invalid(
                    given.path(),
                    format_args!("ends before it becomes active at {available_from}; give a later end"),
                ));
            }
            Some(lapse) => lapse,
            // What the policy would end before it is active is counted from its activation: the customer gets to use it.
            None => Some(expiry::lapse(self.point_type.expiry, self.zone, effective_at))
                .filter(|lapse| !ended(lapse))
                .unwrap_or_else(|| expiry::lapse(self.point_type.expiry, self.zone, available_from)),
        };
        if kind == EntryKind::Earn {
            self.active_at(effective_at, Moves::Earning);
        } else if lapse == Lapse::AccountDate {
            self.follow_from(effective_at);
        }
        // What has ended already lapses as a whole: it was never there to repay what is owed now (rule L12).
        let has_ended = match lapse {
            Lapse::At(at) => at <= self.clock(),
            Lapse::AccountDate => available_from <= self.clock() && self.date_has_passed(),
            Lapse::Never => false,
        };
        let repaid = if has_ended { Amount::ZERO } else { amount.min(self.account.debt) };
        let kept = amount.minus(repaid)?;
        let number = self.account.entries + 1;
        let lot = Lot {
            root: self.account.root.clone(),
            point_type: self.account.point_type.clone(),
            place: Lot::free_place(lapse, available_from, self.clock()),
            since: effective_at,
            number,
            lapse,
            amount: kept,
            available_from,
            rest: String::new(),
        };
        let facts = Facts {
            credit: Some(Part::of(&lot, kept)),
            debt: repaid.negated(),
            order: origin.order,
            rule: origin.rule,
            batch: origin.batch,
            ..Facts::default()
        };
        if kept.is_positive() {
            self.add(lot)?;
        }
        let entry = self.post(kind, kind.total(), effective_at, facts, origin.texts)?;
        // A credit dated back may have lapsed already.
        self.settle()?;
        Ok(entry)
    }

    /// Debits an amount from the lots in spending order and, as far as the type's floor allows, on debt (rules L3, L7).
    ///
    /// # Errors
    /// `insufficient_balance`; `invalid_request` when dated back too far (rule L12).
    pub fn debit(&mut self, kind: EntryKind, amount: Amount, origin: Origin) -> Result<Entry, Error> {
        let effective_at = self.effective(&origin)?;
        if self.account.last_debit_at.is_some_and(|last| effective_at < last) {
            return Err(Error::invalid(
                "args.effective_at",
                "lies before the last debit, lapse, reinstatement, transfer or reversal of a debit; give a later time",
            ));
        }
        let floor = self.point_type.debt_floor.amount(self.point_type.places, "program")?.negated();
        let lacking = amount.minus(self.account.active()?)?;
        // Refused before a lot is read: a refusal costs the same for any number of lots.
        if lacking.is_positive() && (kind != EntryKind::Adjust || self.account.debt.plus(lacking)? > floor) {
            return Err(self.insufficient(amount)?);
        }
        let (taken, missing) = lot::take(self.spendable(amount, effective_at)?, amount)?;
        if missing.is_positive() && (kind != EntryKind::Adjust || self.account.debt.plus(missing)? > floor) {
            return Err(self.insufficient(amount)?);
        }
        // What is given away is not spent: else it would keep an account alive for ever to pass points to and fro.
        if !matches!(kind, EntryKind::Adjust | EntryKind::TransferOut) {
            self.active_at(effective_at, Moves::EarningOrSpending);
        }
        let parts = self.take_all(&taken)?;
        let Origin { order, rule, batch, counterpart, .. } = origin;
        let facts = Facts { parts, debt: missing, order, rule, batch, counterpart, ..Facts::default() };
        let entry = self.post(kind, kind.total(), effective_at, facts, origin.texts)?;
        // One dated back may have made debt beside lots that became active later.
        let clock = self.clock();
        self.repay(clock, clock)?;
        Ok(entry)
    }

    /// Stages the totals: the last thing a command does with a ledger.
    pub fn close(mut self) -> Account {
        if self.frozen_since.is_some() {
            // Nothing falls due by time on an account that is on hold: the sweep must not find it.
            self.account.due_at = None;
        }
        self.unit.put(&self.account);
        let touched = (self.account.root.clone(), self.account.point_type.clone());
        if !self.unit.notes.accounts.contains(&touched) {
            self.unit.notes.accounts.push(touched);
        }
        self.account
    }

    /// The id of an entry or hold of this account, as answers show it.
    fn id_of(&self, number: impl std::fmt::Display) -> String {
        format!("{}/{}/{number}", self.account.root.name(), self.account.point_type)
    }

    /// The refusal of a debit that the balance does not cover.
    ///
    /// # Errors
    /// `limit_exceeded` beyond the bounds of amounts.
    pub fn insufficient(&self, requested: Amount) -> Result<Error, Error> {
        let places = self.point_type.places;
        Ok(Reason::InsufficientBalance {
            point_type: self.account.point_type.clone(),
            requested: requested.decimal(places).decimal(),
            available: self.account.active()?.decimal(places).decimal(),
            pending: self.account.pending.decimal(places).decimal(),
            held: self.account.held.decimal(places).decimal(),
        }
        .into())
    }

    /// When an entry takes effect: as said, never in the future.
    fn effective(&self, origin: &Origin) -> Result<Timestamp, Error> {
        match origin.effective_at {
            Some(at) if at > self.unit.now() => Err(Error::invalid("args.effective_at", "lies in the future; give a time that has passed")),
            Some(at) => Ok(at),
            None => Ok(self.unit.now()),
        }
    }

    /// The active lots that come first, enough for an amount where there are enough, in spending order (rule L3).
    fn spendable(&mut self, amount: Amount, effective_at: Timestamp) -> Result<Vec<Lot>, Error> {
        let mut lots = self.first_lots(Place::Active, amount, effective_at)?;
        if self.account.account_date.is_some() {
            lots.extend(self.first_lots(Place::Following, amount, effective_at)?);
        }
        Ok(lot::in_spending_order(lots, self.account.account_date))
    }

    fn first_lots(&mut self, place: Place, amount: Amount, effective_at: Timestamp) -> Result<Vec<Lot>, Error> {
        let mut scan = Lot::scan(&self.account.root, &self.account.point_type, place).limit(LOTS_AT_A_TIME);
        let (mut lots, mut covered) = (Vec::new(), Amount::ZERO);
        loop {
            let page = self.unit.scan::<Lot>(&scan)?;
            let is_last = page.len() < LOTS_AT_A_TIME;
            scan.after = page.last().map(|lot| lot.key().into_iter().skip(scan.prefix.len()).gather());
            for lot in page.into_iter().filter(|lot| lot.available_from <= effective_at) {
                covered = covered.plus(lot.amount)?;
                lots.push(lot);
            }
            if is_last || covered >= amount {
                return Ok(lots);
            }
        }
    }

    /// Takes parts of lots, as entries name them.
    fn take_all(&mut self, taken: &[(Lot, Amount)]) -> Result<Vec<Part>, Error> {
        taken
            .iter()
            .map(|(lot, amount)| {
                self.remove(lot, *amount)?;
                Ok(Part::of(lot, amount.negated()))
            })
            .gather()
    }

    /// Puts value into a lot's row; the row's place decides what it counts as.
    fn add(&mut self, lot: Lot) -> Result<(), Error> {
        self.moved = self.moved.plus(lot.amount)?;
        match lot.place {
            Place::Pending => self.account.pending = self.account.pending.plus(lot.amount)?,
            Place::Held(_) => self.account.held = self.account.held.plus(lot.amount)?,
            Place::Active | Place::Following | Place::Lapsed(_) => {}
        }
        match (lot.place, lot.lapse) {
            (Place::Pending, _) => self.account.due_by(lot.available_from),
            (Place::Active, Lapse::At(at)) => self.account.due_by(at),
            (Place::Following, _) => {
                if let Some(date) = self.account.account_date {
                    self.account.due_by(date);
                }
            }
            _ => {}
        }
        self.store(lot)
    }

    /// Writes a lot's row, on top of what stands there.
    fn store(&mut self, mut lot: Lot) -> Result<(), Error> {
        // The first lot of an entry that is still to be posted stands nowhere yet: no need to look. A second may be like the first.
        let is_new = lot.number > self.account.entries && self.moved == lot.amount;
        if let Some(stored) = if is_new { None } else { self.unit.get::<Lot>(lot.key())? } {
            lot.amount = lot.amount.plus(stored.amount)?;
        }
        self.unit.put(&lot);
        Ok(())
    }

    /// Takes value out of a lot's row; an empty row goes away.
    fn remove(&mut self, lot: &Lot, amount: Amount) -> Result<(), Error> {
        self.moved = self.moved.minus(amount)?;
        match lot.place {
            Place::Pending => self.account.pending = self.account.pending.minus(amount)?,
            Place::Held(_) => self.account.held = self.account.held.minus(amount)?,
            Place::Active | Place::Following | Place::Lapsed(_) => {}
        }
        let left = lot.amount.minus(amount)?;
        if left.is_negative() {
            return Err(Error::internal(format_args!("lot {} of {} would fall below zero", lot.number, self.account.point_type)));
        }
        let left = Lot { amount: left, ..lot.clone() };
        if left.amount.is_zero() {
            self.unit.delete(&left)
        } else {
            self.unit.put(&left)
        }
        Ok(())
    }

    /// Moves the date of an account whose lots follow it, after activity (rule L5).
    fn active_at(&mut self, at: Timestamp, by: Moves) {
        let Expiry::Inactivity(rule) = self.point_type.expiry else { return };
        if by == Moves::Earning || rule.moved_by == Moves::EarningOrSpending {
            let date = expiry::account_date(rule, self.zone, at);
            self.account.account_date = Some(self.account.account_date.map_or(date, |old| old.max(date)));
        }
    }

    /// Gives an account a date for a lot that follows it, where it has none that is still to come: such a lot alone is no activity.
    fn follow_from(&mut self, at: Timestamp) {
        if self.account.account_date.is_none() || self.date_has_passed() {
            self.active_at(at, Moves::Earning);
        }
    }

    /// Whether the date of the account has come.
    fn date_has_passed(&self) -> bool {
        self.account.account_date.is_some_and(|date| date <= self.clock())
    }
}

/// The point type of a request.
///
/// # Errors
/// `invalid_request` naming the types there are.
pub fn find_type<'p>(program: &'p Program, id: &str) -> Result<&'p PointType, Error> {
    program.point_type(id).ok_or_else(|| {
        let known = program.point_types.iter().map(|point_type| point_type.id.as_str()).joined(", ");
        Error::invalid("args.type", format_args!("is not a point type of this program; give one of {known}"))
    })
}
