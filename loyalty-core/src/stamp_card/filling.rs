//! Filling cards: what follows from new stamps, and turning a full card into its reward (rule R6).

use super::Card;
use crate::account::Account;
use crate::amount::Amount;
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind, Texts, entry_ref};
use crate::error::{Error, Reason};
use crate::id::Slug;
use crate::ledger::{Ledger, Origin};
use crate::limits::CARDS_AT_ONCE_MAX;
use crate::program::{Completes, Program, Reward, StampCard};
use crate::record::Root;
use crate::reward::{Cause, Paid, check, issue};
use crate::unit::Unit;

/// What follows from stamps that were given: cards are begun, slots give their rewards, full cards turn into theirs.
///
/// Only new stamps do that. What comes back by a reversal or from a hold fills a card and no more: otherwise whoever cancels the reward of a card
/// would get it again with the stamps. So do stamps that a merge moves: its undo must find them.
///
/// # Errors
/// When the storage fails, or the books are not as they must be.
pub fn fill(unit: &mut Unit<'_>) -> Result<(), Error> {
    let program = unit.program();
    if program.stamp_cards.is_empty() {
        return Ok(());
    }
    let mut stamped: Vec<(Root, &StampCard)> = Vec::new();
    for noted in &unit.notes.entries {
        let entry = noted
            .entry
            .downcast_ref::<Entry>()
            .filter(|entry| entry.amount.is_positive() && !matches!(entry.kind, EntryKind::Reverse | EntryKind::MergeIn));
        let card = entry.and_then(|entry| program.stamp_card_of(&entry.point_type));
        if let Some(found) = card.map(|card| (noted.root.clone(), card)).filter(|found| !stamped.contains(found)) {
            stamped.push(found);
        }
    }
    for (root, card) in stamped {
        let id = root.customer_id().ok_or_else(|| Error::internal("stamps without a customer"))?;
        let customer = Customer::load(unit, &id)?;
        for _ in 0..CARDS_AT_ONCE_MAX {
            if !advance(unit, &customer, card)? {
                break;
            }
        }
    }
    Ok(())
}

/// Brings the card in hand as far as its stamps reach; says whether it was completed, so that the next one may go on.
fn advance(unit: &mut Unit<'_>, customer: &Customer, card: &StampCard) -> Result<bool, Error> {
    land(unit, customer, card)?;
    let (_, size) = begin(unit, customer, card)?;
    let by_itself = card.completes == Completes::Automatically && stamps(unit, customer, card)? >= size;
    if !by_itself || !can_have(unit, customer, reward(&unit.program(), &card.reward)?)? {
        return Ok(false);
    }
    complete(unit, customer, card)?;
    Ok(true)
}

/// Begins the card in hand, if there are stamps on it, and gives the rewards of the slots that they reach.
fn land(unit: &mut Unit<'_>, customer: &Customer, card: &StampCard) -> Result<(), Error> {
    let stamps = stamps(unit, customer, card)?;
    if stamps == 0 {
        return Ok(());
    }
    let program = unit.program();
    let (mut own, size) = begin(unit, customer, card)?;
    for slot in card.slots.iter().filter(|slot| u64::from(slot.stamp) <= stamps && u64::from(slot.stamp) < size) {
        let reward = reward(&program, &slot.reward)?;
        if !own.rest.rewarded.contains(&slot.stamp) && can_have(unit, customer, reward)? {
            issue(unit, customer, reward, Cause::StampCard)?;
            own.rest.rewarded.push(slot.stamp);
        }
    }
    unit.put(&own);
    Ok(())
}

/// Turns a full card into its reward. Stamps beyond it begin the next.
///
/// # Errors
/// `insufficient_balance` when the card is not full; those of [`issue`].
pub fn complete(unit: &mut Unit<'_>, customer: &Customer, card: &StampCard) -> Result<(), Error> {
    let program = unit.program();
    let reward = reward(&program, &card.reward)?;
    let (mut own, size) = begin(unit, customer, card)?;
    let texts = Texts { comment: Some(card.title().to_owned()), ..Texts::default() };
    let mut ledger = Ledger::open(unit, customer, card.point_type.as_str())?;
    customer.require_for(&ledger.point_type)?;
    let amount = Amount::new(i64::try_from(size).map_err(Error::internal)?)?;
    let entry = ledger.debit(EntryKind::Spend, amount, Origin { texts, ..Origin::default() })?;
    ledger.close();
    let mut issued = issue(unit, customer, reward, Cause::StampCard)?;
    issued.facts.paid = Some(Paid {
        point_type: card.point_type.clone(),
        amount: amount.decimal(0),
        entry: entry_ref(&customer.id, &entry.point_type, entry.number)?,
    });
    unit.put(&issued);
    own.completed += 1;
    own.size = None;
    own.rest.rewarded.clear();
    unit.put(&own);
    land(unit, customer, card)
}

/// Takes a completed card out of the count, when its reward was canceled and its stamps came back.
///
/// # Errors
/// When the storage fails.
pub fn uncount(unit: &mut Unit<'_>, root: &Root, point_type: &Slug) -> Result<(), Error> {
    if let Some(mut own) = unit.get::<Card>(Card::key(root, point_type.as_str()))? {
        own.completed = own.completed.saturating_sub(1);
        unit.put(&own);
    }
    Ok(())
}

/// The card in hand and its size: the one under which it was begun, or that of the program, under which it begins now.
fn begin(unit: &mut Unit<'_>, customer: &Customer, card: &StampCard) -> Result<(Card, u64), Error> {
    let root = customer.root();
    let found = unit.get::<Card>(Card::key(&root, card.point_type.as_str()))?;
    let mut own = found.unwrap_or_else(|| Card {
        root,
        point_type: card.point_type.as_str().to_owned(),
        size: None,
        completed: 0,
        rest: super::CardRest::default(),
    });
    let size = own.size.unwrap_or(u64::from(card.size));
    own.size = Some(size);
    Ok((own, size))
}

/// The stamps that a customer has.
fn stamps(unit: &mut Unit<'_>, customer: &Customer, card: &StampCard) -> Result<u64, Error> {
    let account = unit.get::<Account>(Account::key(&customer.root(), card.point_type.as_str()))?;
    let active = account.map(|account| account.active()).transpose()?.unwrap_or_default();
    Ok(u64::try_from(active.units()).unwrap_or(0))
}

fn reward<'p>(program: &'p Program, id: &Slug) -> Result<&'p Reward, Error> {
    program.reward(id.as_str()).ok_or_else(|| Error::internal("a stamp card names a reward that the program does not have"))
}

/// Whether a customer can have a reward now. Where not, the stamps are given all the same, and the card stays as full as it is.
fn can_have(unit: &mut Unit<'_>, customer: &Customer, reward: &Reward) -> Result<bool, Error> {
    match check(unit, customer, reward) {
        Ok(_) => Ok(true),
        Err(error) => match error.reason() {
            Reason::OutOfStock { .. } | Reason::LimitExceeded { .. } | Reason::NotEligible { .. } => Ok(false),
            _ => Err(error),
        },
    }
}
