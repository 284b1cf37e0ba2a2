//! Taking back what an order earned, and giving back the points that paid for it, when it is refunded: from what was stored when it earned, never
//! from today's rules (rule O4).

use schemars::JsonSchema;

use super::Tally;
use super::allocation::share_among_lines;
use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::entry::{Entry, Texts, entry_ref};
use crate::error::Error;
use crate::hold::Hold;
use crate::id::{Ref, Slug};
use crate::json::Json;
use crate::ledger::{Back, Ledger, Origin, Reversal};
use crate::order::{Earned, GivenBack, Order, PaymentStatus, Share};
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
/// # Errors
/// `insufficient_balance` when the points are spent and the point type says `refuse`; whatever the storage says.
pub fn take_back(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order, reason: Option<&str>) -> Result<Vec<Taken>, Error> {
    let mut taken = Vec::new();
    for index in 0..order.facts.earned.len() {
        let Some(earned) = order.facts.earned.get(index).filter(|earned| !earned.kept_on_refund).cloned() else { continue };
        let Some((root, name, number)) = customer.own_ref(&earned.entry, "") else { continue };
        let Some(entry) = unit.get::<Entry>(Entry::key(&root, name, number))? else { continue };
        let mut ledger = Ledger::open(unit, customer, name)?;
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
                ..report(customer, &earned.point_type, Some(earned.rule.clone()), step.decimal(places), &reversal)?
            });
        }
        ledger.close();
        if let Some(day) = earned.counted_on.filter(|_| step.is_positive()) {
            let mut tally = Tally::load(unit, &order.root, &earned.rule)?;
            tally.take(day, step)?;
            unit.put(&tally);
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

/// Gives back of the points that paid for the order what is due by now, as the program says.
///
/// # Errors
/// Whatever the storage says.
pub fn give_back(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order, reason: Option<&str>) -> Result<Vec<Taken>, Error> {
    let program = unit.program();
    let back = match program.earning.spent_points {
        SpentPoints::None => return Ok(Vec::new()),
        SpentPoints::OwnLots => Back::AsTypeSays,
        SpentPoints::OwnLotsWithGrace => Back::WithGrace(program.earning.spent_points_grace_days.unwrap_or_default()),
        SpentPoints::NewLot => Back::AsNewLot,
    };
    let mut given = Vec::new();
    let paid = order.facts.payments.iter().filter(|payment| payment.status != PaymentStatus::Failed);
    let mut sources: Vec<Ref> = Vec::new();
    for source in paid.filter_map(|payment| payment.points.as_ref()) {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    for source in sources {
        let Some((name, entries)) = entries_of(unit, customer, &source)? else { continue };
        let spent = entries.iter().try_fold(Amount::ZERO, |sum, entry| sum.plus(entry.amount.magnitude()))?;
        let mut ledger = Ledger::open(unit, customer, &name)?;
        let places = ledger.point_type.places;
        let done = order.facts.given_back.iter().find(|back| back.source == source).map_or(Quantity::default(), |back| back.amount);
        let due = spent.decimal(places).times(order.returned_of_all()?)?.nearest(places);
        let mut step = due.minus(done)?.amount(places, "order")?;
        let point_type = ledger.point_type.id.clone();
        for entry in entries {
            let part = step.min(entry.amount.magnitude().minus(entry.reversed)?);
            if part.is_positive() {
                let reversal = ledger.reverse_of(&entry.root, entry.number, Some(part), origin(reason, back))?;
                step = step.minus(part)?;
                given.push(report(customer, &point_type, None, part.decimal(places), &reversal)?);
            }
        }
        ledger.close();
        order.facts.given_back.retain(|back| back.source != source);
        order.facts.given_back.push(GivenBack { source, amount: due });
    }
    Ok(given)
}

/// The entries that spent the points which an entry or hold names; of a hold that moved with a merge, on both sides.
fn entries_of(unit: &mut Unit<'_>, customer: &Customer, source: &Ref) -> Result<Option<(String, Vec<Entry>)>, Error> {
    let (mut keys, mut named) = (Vec::new(), None);
    if let Some((root, name, number)) = customer.own_ref(source, "") {
        named = Some(name.to_owned());
        keys.push(Entry::key(&root, name, number));
    }
    let mut next = Some(source.clone());
    while let Some((root, name, number)) = next.as_ref().and_then(|id| customer.own_ref(id, "h")) {
        let Some(hold) = unit.get::<Hold>(Hold::key(&root, name, number))? else { break };
        keys.extend(hold.rest.captures.iter().map(|number| Entry::key(&root, name, *number)));
        named = Some(name.to_owned());
        next = hold.rest.moved_to.filter(|_| hold.due_at.is_none());
    }
    let Some(name) = named else { return Ok(None) };
    let mut entries = Vec::new();
    for key in keys {
        entries.extend(unit.get::<Entry>(key)?.filter(|entry| entry.amount.is_negative()));
    }
    Ok(Some((name, entries)))
}

fn origin(reason: Option<&str>, back: Back) -> Origin {
    Origin { texts: Texts { reason: reason.map(str::to_owned), ..Texts::default() }, back, ..Origin::default() }
}

fn some(amount: Amount, places: u32) -> Option<Quantity> {
    amount.is_positive().then(|| amount.decimal(places))
}

fn report(customer: &Customer, point_type: &Slug, rule: Option<Slug>, amount: Quantity, reversal: &Reversal) -> Result<Taken, Error> {
    let entry = entry_ref(&customer.id, point_type.as_str(), reversal.entry.number)?;
    Ok(Taken { point_type: point_type.clone(), rule, amount, entry, lapsed: None, forgiven: None })
}
