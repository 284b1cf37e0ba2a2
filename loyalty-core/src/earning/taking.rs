//! Taking back what an order earned, and giving back the points that paid for it, when it is refunded: from what was stored when it earned, never
//! from today's rules (rule O4).

use std::fmt::Display;

use schemars::JsonSchema;

use super::Tally;
use super::allocation::share_among_lines;
use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::entry::{Entry, Texts, entry_ref};
use crate::error::Error;
use crate::gift_card::GiftCard;
use crate::id::{Ref, Slug};
use crate::json::Json;
use crate::ledger::{Back, Ledger, Origin, Owner, Reversal};
use crate::merge::Merge;
use crate::order::{Earned, GivenBack, Order, Share, Source};
use crate::program::SpentPoints;
use crate::unit::Unit;

/// What a refund took back of what one rule gave, or gave back of what had been spent.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Taken {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// The rule that gave it; absent for points that were spent on the order and return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Slug>,
    /// How much.
    pub amount: Quantity,
    /// The entry that reverses.
    pub entry: Ref,
    /// Of what was earned: what had lapsed and so counts as taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapsed: Option<Quantity>,
    /// Of what was earned: what was spent already and is forgiven.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forgiven: Option<Quantity>,
}

/// Takes back of every rule's part what is due by now: of each share as much as was given back of its part of the order.
///
/// What is due is worked out from the beginning each time and only the difference is taken. So it does not matter in which steps an order is
/// refunded, and the last step leaves nothing.
///
/// What is spent already is owed or forgiven, as the point type says. It never refuses: where the type says `refuse` it is owed, beyond the floor too.
///
/// # Errors
/// Whatever the storage says.
pub fn take_back(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order, reason: Option<&str>) -> Result<Vec<Taken>, Error> {
    let mut taken = Vec::new();
    for index in 0..order.facts.earned.len() {
        let Some(earned) = order.facts.earned.get(index).filter(|earned| !earned.kept_on_refund).cloned() else { continue };
        // What was given to who referred the customer is theirs, and taken back there.
        let referrer = earned.customer.as_ref().map(|id| Customer::load_referrer(unit, id)).transpose()?;
        let owner = referrer.as_ref().unwrap_or(customer);
        let Some((root, name, number)) = owner.own_ref(&earned.entry, "") else { continue };
        let Some(entry) = unit.get::<Entry>(Entry::key(&root, name, number))? else { continue };
        let mut ledger = Ledger::open(unit, owner, name)?;
        let places = ledger.point_type.places;
        let due = due(order, &earned, places)?;
        let step = due.minus(earned.taken.amount(places, "order")?)?;
        // What an agent reversed by hand is not taken twice.
        let step = step.min(entry.amount.minus(entry.reversed)?);
        if step.is_positive() {
            let reversal = ledger.reverse_of(&root, number, Some(step), Origin { owes: true, ..origin(reason, Back::AsTypeSays) })?;
            taken.push(Taken {
                lapsed: some(reversal.lapsed, places),
                forgiven: some(reversal.forgiven, places),
                ..report(&owner.id, &earned.point_type, Some(earned.rule.clone()), step.decimal(places), &reversal)?
            });
        }
        ledger.close();
        if let Some(day) = earned.counted_on.filter(|_| step.is_positive()) {
            // Whose it was before merges brought it count it no longer either: an undo takes out what they count.
            let mut owners = vec![order.root.clone()];
            if earned.customer.is_none() {
                owners.extend(Merge::entry_owners_before(unit, &order.root, &entry)?);
                owners.extend(Some(root).filter(|root| !owners.contains(root)));
            }
            for root in owners {
                let mut tally = Tally::load(unit, &root, &earned.rule)?;
                tally.take(day, step)?;
                unit.put(&tally);
            }
        }
        if let Some(earned) = order.facts.earned.get_mut(index) {
            earned.taken = due.decimal(places);
        }
    }
    Ok(taken)
}

/// How much of what a rule gave is due back by now. Rounded once for all parts: a half of each of many small shares is a half of them all.
fn due(order: &Order, earned: &Earned, places: u32) -> Result<Amount, Error> {
    let parts = order.parts()?;
    let mut due = Quantity::default();
    for share in shares_of(order, earned, places)? {
        if let Some(part) = parts.iter().find(|part| part.name == share.part) {
            due = due.plus(order.returned_of(part, share.amount)?)?;
        }
    }
    due.nearest(places).amount(places, "order")
}

/// The shares as stored; of an order that earned before they were, in proportion to the values of its lines.
fn shares_of(order: &Order, earned: &Earned, places: u32) -> Result<Vec<Share>, Error> {
    if !earned.shares.is_empty() {
        return Ok(earned.shares.clone());
    }
    share_among_lines(order, earned.amount.amount(places, "order")?, places)
}

/// Gives back of the points and gift cards that paid for the order what is due by now, as the program says. What it does not give back stays spent,
/// whatever the program says later.
///
/// # Errors
/// Whatever the storage says.
pub fn give_back(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order, reason: Option<&str>) -> Result<Vec<Taken>, Error> {
    let program = unit.program();
    let back = match program.earning.spent_points {
        SpentPoints::None => None,
        SpentPoints::OwnLots => Some(Back::AsTypeSays),
        SpentPoints::OwnLotsWithGrace => Some(Back::WithGrace(program.earning.spent_points_grace_days.unwrap_or_default())),
        SpentPoints::NewLot => Some(Back::AsNewLot),
    };
    let mut given = Vec::new();
    for id in order.sources() {
        let Some(source) = Source::find(unit, customer, &id)? else { continue };
        let mut card = if source.root == customer.root() { None } else { Some(GiftCard::load(unit, &source.root)?) };
        let owner = card.as_ref().map_or(customer as &dyn Owner, |card| card);
        let mut ledger = Ledger::open(unit, owner, &source.point_type)?;
        // A card that is gone for good takes nothing: what is due stays with the shop, which sees that nothing was given back.
        let takes = card.as_ref().is_none_or(|card| card.require("gift_card.refund", ledger.clock(), &ledger.account).is_ok());
        let (places, point_type) = (ledger.point_type.places, ledger.point_type.id.clone());
        let spent = source.entries.iter().try_fold(Amount::ZERO, |sum, entry| sum.plus(entry.amount.magnitude()))?;
        let due = spent.decimal(places).times(order.returned_of_all()?)?.nearest(places);
        let known = order.facts.given_back.iter().find(|back| back.source == id).cloned();
        let mut done = known.unwrap_or(GivenBack { source: id, amount: Quantity::default(), kept: Quantity::default() });
        match back.filter(|_| takes) {
            None => done.kept = due.minus(done.amount)?,
            Some(back) => {
                let mut step = due.minus(done.kept)?.minus(done.amount)?.amount(places, "order")?;
                done.amount = due.minus(done.kept)?;
                for entry in source.entries {
                    let part = step.min(entry.amount.magnitude().minus(entry.reversed)?);
                    if part.is_positive() {
                        let reversal = ledger.reverse_of(&entry.root, entry.number, Some(part), origin(reason, back))?;
                        step = step.minus(part)?;
                        given.push(report(&source.root.name(), &point_type, None, part.decimal(places), &reversal)?);
                        if let Some(card) = &mut card {
                            card.prolong(&reversal.entry);
                        }
                    }
                }
            }
        }
        ledger.close();
        card.iter().for_each(|card| unit.put(card));
        order.facts.given_back.retain(|back| back.source != done.source);
        order.facts.given_back.push(done);
    }
    Ok(given)
}

fn origin(reason: Option<&str>, back: Back) -> Origin {
    Origin { texts: Texts { reason: reason.map(str::to_owned), ..Texts::default() }, back, ..Origin::default() }
}

fn some(amount: Amount, places: u32) -> Option<Quantity> {
    amount.is_positive().then(|| amount.decimal(places))
}

fn report(owner: &dyn Display, point_type: &Slug, rule: Option<Slug>, amount: Quantity, reversal: &Reversal) -> Result<Taken, Error> {
    let entry = entry_ref(owner, point_type.as_str(), reversal.entry.number)?;
    Ok(Taken { point_type: point_type.clone(), rule, amount, entry, lapsed: None, forgiven: None })
}
