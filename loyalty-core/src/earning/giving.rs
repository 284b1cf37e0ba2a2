//! Letting an order earn: once, when its time has come (rules O1, O2, O3, O5).

use super::{Case, Gift, Outcome, Tally, assess, bonus, take_back};
use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::entry::{EntryKind, entry_ref};
use crate::error::Error;
use crate::expiry::Given;
use crate::gather::Gather;
use crate::id::Slug;
use crate::ledger::{Ledger, Origin, find_type};
use crate::order::{Earned, Order};
use crate::pairs::Pairs;
use crate::program::{EarningRule, EarnsWhen, Gives, InStatus, Program};
use crate::status;
use crate::unit::{Counted, Happened, Unit};

/// Lets an order earn, if it is time and the customer may; else says why not. The caller stages the order.
///
/// # Errors
/// `limit_exceeded` beyond the bounds of amounts; whatever the storage says.
pub fn settle(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order) -> Result<Option<String>, Error> {
    if order.earned_at.is_some() {
        return Ok(None);
    }
    let program = unit.program();
    if let Some(obstacle) = obstacle(&program, order)? {
        return Ok(Some(obstacle));
    }
    let may_earn = |rule: &EarningRule| {
        program.point_type(rule.point_type.as_str()).is_some_and(|point_type| customer.require_for(point_type).is_ok())
    };
    // A rule that has given its part, before the customer could earn by the others, does not give again.
    let due = |rule: &EarningRule, order: &Order| !order.facts.earned.iter().any(|earned| earned.rule == rule.id);
    let giving = program.earning.rules.iter().filter(|rule| rule.gives != Gives::Times && due(rule, order));
    let may_not: Vec<&str> = giving.filter(|rule| !may_earn(rule)).map(|rule| rule.id.as_str()).gather();
    let gifts: Vec<(&EarningRule, Gift)> = {
        let room = room(unit, customer, &program)?;
        let statuses = status::standing(unit, &customer.root())?;
        let case = case_of(&program, order, Some(customer), &statuses, room);
        let verdicts = assess(&case)?.into_iter().filter(|verdict| due(verdict.rule, order) && may_earn(verdict.rule));
        verdicts.filter_map(|verdict| if let Outcome::Gives(gift) = verdict.outcome { Some((verdict.rule, gift)) } else { None }).gather()
    };
    // Whoever else gets something is found before anything is posted.
    let is_first = may_not.is_empty() && bonus::is_first_order(unit, customer, order)?;
    for (rule, gift) in gifts {
        give(unit, customer, order, rule, gift)?;
    }
    if may_not.is_empty() {
        order.earned_at = Some(unit.now());
        count(unit, order)?;
        if is_first {
            bonus::grant_first_order(unit, customer, order)?;
        }
    }
    if !order.facts.returned.is_empty() {
        take_back(unit, customer, order, None)?;
    }
    let reason = || format!("state '{}' does not earn by {}", customer.membership.state.name(), may_not.iter().joined(", "));
    Ok((!may_not.is_empty()).then(reason))
}

/// Why an order does not earn yet, or at all.
fn obstacle(program: &Program, order: &Order) -> Result<Option<String>, Error> {
    let (ready, when) = match program.earning.when {
        EarnsWhen::Placed => (true, "placed"),
        EarnsWhen::Paid => (order.is_paid()?, "paid"),
        EarnsWhen::Fulfilled => (order.facts.fulfilled, "fulfilled"),
    };
    Ok(if order.facts.returned_all || order.goods_are_back()? {
        Some("it was given back".into())
    } else if !ready {
        Some(format!("it earns when it is {when}"))
    } else if !program.currencies.contains_key(&order.facts.currency) {
        Some(format!("the program does not list the currency {}", order.facts.currency))
    } else {
        None
    })
}

/// What rules look at: for a basket without a customer, nobody in particular.
pub fn case_of<'p, 'a>(
    program: &'p Program,
    order: &'a Order,
    customer: Option<&'a Customer>,
    statuses: &'a [InStatus],
    room: Pairs<String, Amount>,
) -> Case<'p, 'a> {
    Case { program, order, group: customer.and_then(|customer| customer.profile.group.as_ref()), statuses, room }
}

/// What is left of the caps for a period.
///
/// # Errors
/// When the storage fails.
pub fn room(unit: &mut Unit<'_>, customer: &Customer, program: &Program) -> Result<Pairs<String, Amount>, Error> {
    let day = program.time_zone.date(unit.now());
    let mut room = Pairs::new();
    for rule in &program.earning.rules {
        if let Some(cap) = &rule.cap_per_period {
            let places = find_type(program, rule.point_type.as_str())?.places;
            let left = Tally::load(unit, &customer.root(), &rule.id)?.room(cap, places, day)?;
            room.insert(rule.id.as_str().to_owned(), left);
        }
    }
    Ok(room)
}

fn give(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order, rule: &EarningRule, gift: Gift) -> Result<(), Error> {
    let day = unit.program().time_zone.date(unit.now());
    let counted_on = rule.cap_per_period.as_ref().map(|_| day);
    if rule.cap_per_period.is_some() {
        let mut tally = Tally::load(unit, &customer.root(), &rule.id)?;
        tally.add(day, gift.amount, rule.cap_per_period.as_ref())?;
        unit.put(&tally);
    }
    let earned = credit(unit, customer, order, (&rule.point_type, &rule.id), gift)?;
    order.facts.earned.push(Earned { kept_on_refund: rule.keep_on_refund, counted_on, ..earned });
    Ok(())
}

/// Credits what a rule or bonus gives for an order, to its owner or to who has referred them; whose order it was is then not told.
pub(super) fn credit(
    unit: &mut Unit<'_>,
    customer: &Customer,
    order: &Order,
    (point_type, rule): (&Slug, &Slug),
    gift: Gift,
) -> Result<Earned, Error> {
    let is_own = order.root == customer.root();
    let origin = Origin { order: is_own.then(|| order.number.clone()), rule: Some(rule.clone()), ..Origin::default() };
    let mut ledger = Ledger::open(unit, customer, point_type.as_str())?;
    let entry = ledger.credit(EntryKind::Earn, gift.amount, Given::default(), origin)?;
    let places = ledger.close().places;
    Ok(Earned {
        point_type: point_type.clone(),
        rule: rule.clone(),
        amount: gift.amount.decimal(places),
        entry: entry_ref(&customer.id, &entry.point_type, entry.number)?,
        customer: (!is_own).then(|| customer.id.clone()),
        shares: gift.shares,
        taken: Quantity::default(),
        kept_on_refund: false,
        counted_on: None,
    })
}

/// Counts an order that has earned for the customer's statuses: once, dated as it was placed.
fn count(unit: &mut Unit<'_>, order: &Order) -> Result<(), Error> {
    let spend = order.goods()?.minus(order.returned_goods()?)?;
    for what in [Happened::Orders(1), Happened::Spend(spend)] {
        unit.notes.counted.push(Counted { owners: vec![order.root.clone()], what, at: order.placed_at });
    }
    Ok(())
}
