//! The accounts, lots and holds of a customer against the entries.

use super::{Difference, Place, Stored};
use crate::account::Account;
use crate::entry::{Entry, EntryKind, Part};
use crate::expiry::Lapse;
use crate::gather::Gather;
use crate::hold::Hold;
use crate::ledger::Total;
use crate::lot::{self, Lot};
use crate::pairs::Pairs;
use crate::record::Record;
use crate::sorting::sort;
use crate::time::Timestamp;

/// All that stands in the books of a customer.
pub(super) struct Books {
    entries: Vec<Entry>,
    accounts: Vec<Account>,
    lots: Vec<Lot>,
    holds: Vec<Hold>,
    on_hold: bool,
}

/// The books of one point type.
struct Book<'b> {
    account: &'b Account,
    entries: Vec<&'b Entry>,
    lots: Vec<&'b Lot>,
    holds: Vec<&'b Hold>,
}

/// What makes parts of a lot one: number, end, and since when it counts. From when on it can be spent may differ among what a merge moved, until
/// all of it can be.
type Same = (u64, Lapse, Timestamp);

/// Sums of smallest units: wide enough for whatever tampering left.
type Sums<K> = Pairs<K, i128>;

impl Books {
    pub(super) fn new(
        entries: Vec<Stored<Entry>>,
        accounts: Vec<Stored<Account>>,
        lots: Vec<Stored<Lot>>,
        holds: Vec<Stored<Hold>>,
        on_hold: bool,
    ) -> Result<Self, Difference> {
        Ok(Books { entries: read(entries)?, accounts: read(accounts)?, lots: read(lots)?, holds: read(holds)?, on_hold })
    }
}

fn read<R: Record>(rows: Vec<Stored<R>>) -> Result<Vec<R>, Difference> {
    rows.into_iter().map(Stored::record).gather()
}

/// Checks the books of every point type of which anything stands there.
///
/// # Errors
/// The first difference.
pub(super) fn check_books(books: &Books) -> Result<(), Difference> {
    let types = books.entries.iter().map(|entry| &entry.point_type).chain(books.lots.iter().map(|lot| &lot.point_type));
    let types =
        types.chain(books.holds.iter().map(|hold| &hold.point_type)).chain(books.accounts.iter().map(|account| &account.point_type));
    let mut types: Vec<&String> = types.gather();
    sort(&mut types, Ord::cmp);
    types.dedup();
    for name in types {
        let Some(account) = books.accounts.iter().find(|account| account.point_type == *name) else {
            return Err(Place(&format!("account {name}"), "").difference("an account", "none"));
        };
        let book = Book {
            account,
            entries: books.entries.iter().filter(|entry| entry.point_type == *name).gather(),
            lots: books.lots.iter().filter(|lot| lot.point_type == *name).gather(),
            holds: books.holds.iter().filter(|hold| hold.point_type == *name).gather(),
        };
        book.check_entries()?;
        book.check_lots()?;
        book.check_lapsed()?;
        book.check_holds()?;
        book.check_account()?;
        if !books.on_hold {
            book.check_due()?;
        }
    }
    Ok(())
}

fn same(part: &Part) -> Same {
    (part.lot, part.lapse, part.since)
}

fn same_lot(lot: &Lot) -> Same {
    (lot.number, lot.lapse, lot.since)
}

fn units(sum: &mut i128, by: i64) {
    *sum += i128::from(by);
}

impl Book<'_> {
    fn place(&self, what: &str, number: u64) -> String {
        format!("{what} {}/{number}", self.account.point_type)
    }

    /// Numbers without gaps, amounts, running balances, and how much of each entry later ones have reversed.
    fn check_entries(&self) -> Result<(), Difference> {
        let (mut balance, mut undone) = (0, Sums::new());
        for (number, entry) in (1_u64..).zip(&self.entries) {
            let place = self.place("entry", entry.number);
            let moved: i128 = parts(entry).map(|part| i128::from(part.amount.units())).sum();
            units(&mut balance, entry.amount.units());
            Place(&place, "number").numbers(number.into(), entry.number)?;
            Place(&place, "amount").numbers(moved - i128::from(entry.facts.debt.units()), entry.amount.units())?;
            Place(&place, "balance").numbers(balance, entry.balance.units())?;
            if let Some(target) = entry.facts.reverses {
                undone.change(target, |sum| units(sum, entry.facts.undone.units()));
            }
        }
        for entry in &self.entries {
            let place = self.place("entry", entry.number);
            let reversed = undone.remove(&entry.number).unwrap_or_default();
            Place(&place, "reversed").numbers(reversed, entry.reversed.units())?;
            let within = !entry.reversed.is_negative() && entry.reversible().is_ok_and(|most| entry.reversed <= most);
            Place(&place, "reversed no more than its amount").holds(within)?;
        }
        let stray = undone.keys().next();
        stray.map_or(Ok(()), |number| Err(Place(&self.place("entry", *number), "").difference("an entry that was reversed", "none")))
    }

    /// What the entries leave of each lot stands in its rows, with the same times.
    fn check_lots(&self) -> Result<(), Difference> {
        let mut left = Sums::<Same>::new();
        for part in self.entries.iter().flat_map(|entry| parts(entry)) {
            left.change(same(part), |sum| units(sum, part.amount.units()));
        }
        for lot in &self.lots {
            let place = self.place("lot", lot.number);
            Place(&place, "an amount above zero").holds(lot.amount.is_positive())?;
            let follows = lot.lapse == Lapse::AccountDate;
            let fits = match lot.place {
                lot::Place::Active => !follows,
                lot::Place::Following => follows,
                lot::Place::Pending | lot::Place::Held(_) | lot::Place::Lapsed(_) => true,
            };
            Place(&place, "a place that fits its end").holds(fits)?;
            let is_dated = |part: &Part| same(part) == same_lot(lot) && part.from == lot.available_from;
            let dated = self.entries.iter().flat_map(|entry| parts(entry).chain(&entry.facts.lapsed_lots)).any(is_dated);
            if !dated {
                return Err(Place(&place, "").difference("what its entries leave", "it with another date"));
            }
            if !matches!(lot.place, lot::Place::Lapsed(_)) {
                left.change(same_lot(lot), |sum| units(sum, -lot.amount.units()));
            }
        }
        match left.iter().find(|(_, off)| **off != 0) {
            Some(((number, ..), off)) => {
                Err(Place(&self.place("lot", *number), "").difference("what its entries leave", format!("{off} smallest units less")))
            }
            None => Ok(()),
        }
    }

    /// What lapsed or was forfeited of each lot, less what reversals counted as taken, stands in its lapsed rows.
    fn check_lapsed(&self) -> Result<(), Difference> {
        let (mut lapsed, mut at_a_time) = (Sums::<u64>::new(), Sums::<(Same, Timestamp)>::new());
        for entry in &self.entries {
            if matches!(entry.kind, EntryKind::Expire | EntryKind::Forfeit) {
                for part in &entry.facts.parts {
                    lapsed.change(part.lot, |sum| units(sum, -part.amount.units()));
                    at_a_time.change((same(part), entry.effective_at), |sum| units(sum, -part.amount.units()));
                }
            } else if let Some(target) = entry.facts.reverses {
                lapsed.change(target, |sum| units(sum, -entry.facts.lapsed.units()));
            }
            for part in &entry.facts.lapsed_lots {
                lapsed.change(part.lot, |sum| units(sum, part.amount.units()));
                if part.amount.is_positive() {
                    // What had lapsed in the account into which this one was merged came home.
                    at_a_time.change((same(part), entry.effective_at), |sum| units(sum, part.amount.units()));
                }
            }
        }
        for lot in &self.lots {
            if let lot::Place::Lapsed(at) = lot.place {
                let most = at_a_time.get(&(same_lot(lot), at)).copied().unwrap_or_default();
                let within = i128::from(lot.amount.units()) <= most;
                Place(&self.place("lot", lot.number), &format!("no more than lapsed at {at}")).holds(within)?;
                lapsed.change(lot.number, |sum| units(sum, -lot.amount.units()));
            }
        }
        match lapsed.iter().find(|(_, off)| **off != 0) {
            Some((number, off)) => {
                Err(Place(&self.place("lapsed lot", *number), "").difference("what its entries say", format!("{off} smallest units less")))
            }
            None => Ok(()),
        }
    }

    /// What holds have set aside stands in lots, and what they have captured in entries.
    fn check_holds(&self) -> Result<(), Difference> {
        let (mut held, mut captured) = (Sums::<u64>::new(), Sums::<u64>::new());
        for lot in &self.lots {
            if let lot::Place::Held(hold) = lot.place {
                held.change(hold, |sum| units(sum, lot.amount.units()));
            }
        }
        for entry in self.entries.iter().filter(|entry| entry.kind == EntryKind::Capture) {
            captured.change(entry.facts.hold.unwrap_or_default(), |sum| units(sum, -entry.amount.units()));
        }
        for (number, hold) in (1_u64..).zip(&self.holds) {
            let place = self.place("hold", hold.number);
            let [authorized, taken, released] = [hold.authorized, hold.captured, hold.released].map(|amount| i128::from(amount.units()));
            let left = authorized - taken - released;
            Place(&place, "number").numbers(number.into(), hold.number)?;
            Place(&place, "captured").numbers(captured.remove(&number).unwrap_or_default(), taken)?;
            Place(&place, "set aside").numbers(held.remove(&number).unwrap_or_default(), left)?;
            Place(&place, "open").texts(truth(left != 0), truth(hold.due_at.is_some()))?;
        }
        Place(&format!("account {}", self.account.point_type), "holds").numbers(count(self.holds.len()), self.account.holds)?;
        let stray = held.keys().chain(captured.keys()).next();
        stray.map_or(Ok(()), |number| Err(Place(&self.place("hold", *number), "").difference("a hold for its lots and entries", "none")))
    }

    /// The totals of the account.
    fn check_account(&self) -> Result<(), Difference> {
        let account = self.account;
        let name = format!("account {}", account.point_type);
        let of = |value| Place(&name, value);
        let in_place = |wanted: fn(&lot::Place) -> bool| -> i128 {
            self.lots.iter().filter(|lot| wanted(&lot.place)).map(|lot| i128::from(lot.amount.units())).sum()
        };
        let debt: i128 = self.entries.iter().map(|entry| i128::from(entry.facts.debt.units())).sum();
        let balance: i128 = self.entries.iter().map(|entry| i128::from(entry.amount.units())).sum();
        of("entries").numbers(count(self.entries.len()), account.entries)?;
        of("balance").numbers(balance, account.balance.units())?;
        of("debt").numbers(debt, account.debt.units())?;
        of("debt below zero").texts("false", truth(account.debt.is_negative()))?;
        of("pending").numbers(in_place(|place| matches!(place, lot::Place::Pending)), account.pending.units())?;
        of("held").numbers(in_place(|place| matches!(place, lot::Place::Held(_))), account.held.units())?;
        of("lots less debt").numbers(balance, in_place(|place| !matches!(place, lot::Place::Lapsed(_))) - debt)?;
        of("earned").numbers(self.total(Total::Earned), account.earned.units())?;
        of("adjusted").numbers(self.total(Total::Adjusted), account.adjusted.units())?;
        of("spent").numbers(-self.total(Total::Spent), account.spent.units())?;
        of("expired").numbers(-self.total(Total::Expired), account.expired.units())?;
        let latest = self.entries.iter().map(|entry| entry.effective_at).max();
        let last_debit = self.entries.iter().filter(|entry| entry.bounds_debits()).map(|entry| entry.effective_at).max();
        of("latest entry").texts(&when(latest), &when(account.latest_at))?;
        of("last debit").texts(&when(last_debit), &when(account.last_debit_at))
    }

    /// What the entries of a total add up to; a reversal goes where its target went.
    fn total(&self, total: Total) -> i128 {
        let mut kinds: Vec<(u64, EntryKind)> = self.entries.iter().map(|entry| (entry.number, entry.kind)).gather();
        sort(&mut kinds, |a, b| a.0.cmp(&b.0));
        let kind = |number: u64| kinds.get(kinds.binary_search_by_key(&number, |kind| kind.0).ok()?).map(|kind| kind.1);
        let belongs = |entry: &Entry| entry.facts.reverses.and_then(kind).unwrap_or(entry.kind).total();
        self.entries.iter().filter(|entry| belongs(entry) == total).map(|entry| i128::from(entry.amount.units())).sum()
    }

    /// The sweep finds the account no later than the next thing that happens by time alone.
    fn check_due(&self) -> Result<(), Difference> {
        let lots = self.lots.iter().filter_map(|lot| match lot.place {
            lot::Place::Pending => Some(lot.available_from),
            lot::Place::Active | lot::Place::Following => lot.ends_at(self.account.account_date),
            lot::Place::Held(_) | lot::Place::Lapsed(_) => None,
        });
        let Some(next) = lots.chain(self.holds.iter().filter_map(|hold| hold.due_at)).min() else { return Ok(()) };
        let found = self.account.due_at;
        if found.is_some_and(|due| due <= next) {
            return Ok(());
        }
        Place(&format!("account {}", self.account.point_type), "due").texts(&format!("not later than {next}"), &when(found))
    }
}

/// The parts of lots that an entry moved.
fn parts(entry: &Entry) -> impl Iterator<Item = &Part> {
    entry.facts.credit.iter().chain(&entry.facts.parts)
}

fn count(items: usize) -> i128 {
    i128::try_from(items).unwrap_or(i128::MAX)
}

fn truth(holds: bool) -> &'static str {
    if holds { "true" } else { "false" }
}

fn when(at: Option<Timestamp>) -> String {
    at.map_or_else(|| "none".into(), |at| at.to_string())
}
