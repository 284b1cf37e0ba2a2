//! The journal as evidence: balances, lots and the hash chain recomputed from the entries (rule L14). Pure.

mod verify;

pub use verify::{Verified, Verify};

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::amount::Amount;
use crate::entry::{Entry, EntryKind};
use crate::error::Error;
use crate::expiry::Lapse;
use crate::log::{self, LogRow, hex};
use crate::lot::{Lot, Place};
use crate::record::Record;
use crate::repository::Row;
use crate::unit::RootState;

/// The first place where the books are not what they should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Difference {
    /// Where: a row of the operation log, an entry, an account or a lot.
    pub place: String,
    /// What must stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

fn differ(place: String, expected: impl ToString, found: impl ToString) -> Result<(), Difference> {
    let (expected, found) = (expected.to_string(), found.to_string());
    if expected == found { Ok(()) } else { Err(Difference { place, expected, found }) }
}

/// Checks the hash chain of a root: every row links to the one before it, and covers the entries and texts that stand there now.
///
/// # Errors
/// The first difference.
pub fn check_chain(rows: &[LogRow], entries: &[Row], state: &RootState) -> Result<(), Difference> {
    let mut of_row: BTreeMap<i64, Vec<&Row>> = BTreeMap::new();
    for entry in entries {
        let number = if let crate::repository::Value::Int(number) = entry.value(9) { *number } else { 0 };
        of_row.entry(number).or_default().push(entry);
    }
    let mut head = [0; 32];
    for (number, row) in (1_u64..).zip(rows) {
        let place = format!("command {}", row.number);
        differ(format!("{place}, number"), number, row.number)?;
        let mine = of_row.remove(&i64::try_from(number).unwrap_or(0)).unwrap_or_default();
        differ(format!("{place}, entries"), hex(&row.entries_digest), hex(&log::entries_digest(mine.iter().copied())))?;
        match &row.salt {
            Some(salt) => {
                let digest = log::rest_digest(salt, &row.body, mine.iter().copied());
                differ(format!("{place}, texts"), hex(&row.rest_digest), hex(&digest))?;
            }
            // Erased: nothing may stand where the texts were (rule K11).
            None => differ(format!("{place}, erased texts"), "", &row.body)?,
        }
        head = log::link(&head, row);
        differ(format!("{place}, link"), hex(&head), hex(&row.link))?;
    }
    if let Some((number, _)) = of_row.into_iter().next() {
        return Err(Difference { place: format!("command {number}"), expected: "a command for its entries".into(), found: "none".into() });
    }
    differ("the number of commands".into(), state.log_seq, rows.len())?;
    differ("the head of the chain".into(), hex(&state.log_head), hex(&head))
}

/// Recomputes an account and its lots from its entries.
///
/// # Errors
/// The first difference, or an entry that cannot be read.
pub fn check_account(account: &Account, entries: &[Row], lots: &[Lot]) -> Result<Result<(), Difference>, Error> {
    let entries: Vec<Entry> = entries.iter().cloned().map(Entry::from_row).collect::<Result<_, _>>()?;
    let name = &account.point_type;
    let (mut balance, mut debt) = (Amount::ZERO, Amount::ZERO);
    let mut left: BTreeMap<(u64, Lapse), Amount> = BTreeMap::new();
    let mut reversed: BTreeMap<u64, Amount> = BTreeMap::new();
    for (number, entry) in (1_u64..).zip(&entries) {
        let place = format!("entry {name}/{}", entry.number);
        balance = balance.plus(entry.amount)?;
        debt = debt.plus(entry.facts.debt)?;
        let checks = differ(format!("{place}, number"), number, entry.number)
            .and_then(|()| differ(format!("{place}, balance"), balance.units(), entry.balance.units()));
        if let Err(difference) = checks.and(differ(format!("{place}, amount"), entry.facts.sum()?.units(), entry.amount.units())) {
            return Ok(Err(difference));
        }
        for part in entry.facts.credit.iter().chain(&entry.facts.parts) {
            let slot = left.entry((part.lot, part.lapse)).or_default();
            *slot = slot.plus(part.amount)?;
        }
        if let Some(target) = entry.facts.reverses {
            let sum = reversed.entry(target).or_default();
            *sum = sum.plus(entry.facts.undone)?;
        }
    }
    for lot in lots.iter().filter(|lot| !matches!(lot.place, Place::Lapsed(_))) {
        let slot = left.entry((lot.number, lot.lapse)).or_default();
        *slot = slot.minus(lot.amount)?;
    }
    if let Some((number, off)) = lapsed_off(&entries, lots)?.into_iter().find(|(_, off)| !off.is_zero()) {
        return Ok(Err(off_by(format!("lot {name}/{number}, lapsed"), off)));
    }
    Ok(check_rest(account, balance, debt, &left, &reversed, &entries, lots))
}

/// By lot: what has lapsed or was forfeited, less what reversals have counted as taken, less what stands there. It can still be counted.
fn lapsed_off(entries: &[Entry], lots: &[Lot]) -> Result<BTreeMap<u64, Amount>, Error> {
    let mut off: BTreeMap<u64, Amount> = BTreeMap::new();
    let gone = entries.iter().filter(|entry| matches!(entry.kind, EntryKind::Expire | EntryKind::Forfeit));
    let gone = gone.flat_map(|entry| &entry.facts.parts).map(|part| (part.lot, part.amount.negated()));
    let counted = entries.iter().filter_map(|entry| Some((entry.facts.reverses?, entry.facts.lapsed.negated())));
    let there = lots.iter().filter(|lot| matches!(lot.place, Place::Lapsed(_))).map(|lot| (lot.number, lot.amount.negated()));
    for (number, amount) in gone.chain(counted).chain(there) {
        let slot = off.entry(number).or_default();
        *slot = slot.plus(amount)?;
    }
    Ok(off)
}

fn off_by(place: String, off: Amount) -> Difference {
    Difference { place, expected: "what its entries leave".into(), found: format!("{} smallest units less", off.units()) }
}

fn check_rest(
    account: &Account,
    balance: Amount,
    debt: Amount,
    left: &BTreeMap<(u64, Lapse), Amount>,
    reversed: &BTreeMap<u64, Amount>,
    entries: &[Entry],
    lots: &[Lot],
) -> Result<(), Difference> {
    let name = &account.point_type;
    if let Some(((number, _), off)) = left.iter().find(|(_, off)| !off.is_zero()) {
        return Err(off_by(format!("lot {name}/{number}"), *off));
    }
    for entry in entries {
        let undone = reversed.get(&entry.number).copied().unwrap_or_default();
        differ(format!("entry {name}/{}, reversed", entry.number), undone.units(), entry.reversed.units())?;
    }
    let in_place = |wanted: fn(&Place) -> bool| lots.iter().filter(|lot| wanted(&lot.place)).map(|lot| lot.amount.units()).sum::<i64>();
    let account_of = |what: &str| format!("account {name}, {what}");
    differ(account_of("entries"), entries.len(), account.entries)?;
    differ(account_of("balance"), balance.units(), account.balance.units())?;
    differ(account_of("debt"), debt.units(), account.debt.units())?;
    differ(account_of("pending"), in_place(|place| matches!(place, Place::Pending)), account.pending.units())?;
    differ(account_of("held"), in_place(|place| matches!(place, Place::Held(_))), account.held.units())?;
    let all = in_place(|place| !matches!(place, Place::Lapsed(_)));
    differ(account_of("lots less debt"), balance.units(), all - debt.units())?;
    let totals = account.earned.units() + account.adjusted.units() - account.spent.units() - account.expired.units();
    differ(account_of("lifetime totals"), balance.units(), totals)
}
