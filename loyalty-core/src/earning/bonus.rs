//! What is given once to a person: on becoming a member, on a first order (rule O8).

use super::allocation::share_among_lines;
use super::giving::credit;
use super::{Gift, Tally};
use crate::customer::Customer;
use crate::entry::EntryKind;
use crate::error::Error;
use crate::expiry::Given;
use crate::ledger::{Ledger, Origin, find_type};
use crate::order::{Earned, Order};
use crate::program::{Bonus, BonusOn};
use crate::unit::Unit;

/// Grants what the program gives to a new member, unless they had it before.
///
/// # Errors
/// `limit_exceeded` beyond the bounds of amounts; whatever the storage says.
pub fn grant_enrolled(unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
    for bonus in due(unit, customer, BonusOn::Enrolled)? {
        let mut ledger = Ledger::open(unit, customer, bonus.point_type.as_str())?;
        let amount = bonus.points.amount(ledger.point_type.places, "program")?;
        ledger.credit(EntryKind::Earn, amount, Given::default(), Origin { rule: Some(bonus.id), ..Origin::default() })?;
        ledger.close();
    }
    Ok(())
}

/// Grants what the program gives for a first order. Like all that the order earned, it is taken back with the order, and it never comes again.
pub(super) fn grant_first_order(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order) -> Result<(), Error> {
    if unit.program().earning.bonuses.iter().all(|bonus| bonus.on != BonusOn::FirstOrder) || !is_first(unit, order)? {
        return Ok(());
    }
    for bonus in due(unit, customer, BonusOn::FirstOrder)? {
        let places = find_type(&unit.program(), bonus.point_type.as_str())?.places;
        let amount = bonus.points.amount(places, "program")?;
        let shares = share_among_lines(order, amount, places)?;
        let earned = credit(unit, customer, order, (&bonus.point_type, &bonus.id), Gift { amount, shares })?;
        order.facts.earned.push(Earned { kept_on_refund: bonus.keep_on_refund, ..earned });
    }
    Ok(())
}

/// Whether none of the customer's first orders but this one has earned. A few suffice: who has placed more has bought before.
fn is_first(unit: &mut Unit<'_>, order: &Order) -> Result<bool, Error> {
    let first = unit.scan::<Order>(&Order::scan(&order.root).limit(FIRST_ORDERS))?;
    Ok(first.len() < FIRST_ORDERS && first.iter().all(|other| other.number == order.number || other.earned_at.is_none()))
}

/// So many orders of a customer are looked at to find out whether one is the first that earns.
const FIRST_ORDERS: usize = 20;

/// The bonuses of an occasion that the customer has not had and may have now; they are noted as given.
fn due(unit: &mut Unit<'_>, customer: &Customer, on: BonusOn) -> Result<Vec<Bonus>, Error> {
    let program = unit.program();
    let day = program.time_zone.date(unit.now());
    let mut due = Vec::new();
    for bonus in program.earning.bonuses.iter().filter(|bonus| bonus.on == on) {
        let point_type = find_type(&program, bonus.point_type.as_str())?;
        let mut tally = Tally::load(unit, &customer.root(), &bonus.id)?;
        if tally.has_given() || customer.require_for(point_type).is_err() {
            continue;
        }
        tally.add(day, bonus.points.amount(point_type.places, "program")?, None)?;
        unit.put(&tally);
        due.push(bonus.clone());
    }
    Ok(due)
}
