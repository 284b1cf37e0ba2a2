//! What is given once to a person: on becoming a member, on a first order, on a birthday; to them, or to who has referred them (rule O8).

use super::allocation::share_among_lines;
use super::giving::credit;
use super::{Gift, Tally};
use crate::amount::Amount;
use crate::birthday::{Birthday, next};
use crate::customer::Customer;
use crate::entry::EntryKind;
use crate::error::Error;
use crate::expiry::Given;
use crate::ledger::{Ledger, Origin, find_type};
use crate::order::{Earned, Order};
use crate::program::{Bonus, BonusOn, BonusTo};
use crate::time::Date;
use crate::unit::Unit;

/// Grants what the program gives for a new member, to them and to who has referred them, unless they had it before.
///
/// # Errors
/// `limit_exceeded` beyond the bounds of amounts; whatever the storage says.
pub fn grant_enrolled(unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
    let day = today(unit);
    grant(unit, customer, BonusOn::Enrolled, day)
}

/// Notes what the program gives for a new member as given, without giving it: who is brought over from another system had theirs there, and leaving
/// and joining again must not bring it.
///
/// # Errors
/// `limit_exceeded` beyond the bounds of amounts; whatever the storage says.
pub fn pass_over_enrolled(unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
    let (program, day) = (unit.program(), today(unit));
    for bonus in program.earning.bonuses.iter().filter(|bonus| bonus.on == BonusOn::Enrolled) {
        let mut tally = Tally::load(unit, &customer.root(), &bonus.id)?;
        if !tally.has_given() {
            tally.add(day, Amount::ZERO, None)?;
            unit.put(&tally);
        }
    }
    Ok(())
}

/// Grants what the program gives for the birthdays that have come, each at most once in its calendar year, and notes when the next one is.
///
/// # Errors
/// `limit_exceeded` beyond the bounds of amounts; whatever the storage says.
pub fn grant_birthdays(unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
    let day = today(unit);
    let Some(mut birthday) = Birthday::load(unit, &customer.root())?.filter(|birthday| birthday.due_on <= day) else { return Ok(()) };
    let Some(born) = customer.profile.birth_date else { return Ok(()) };
    while birthday.due_on <= day {
        grant(unit, customer, BonusOn::Birthday, birthday.due_on)?;
        birthday.due_on = next(born, birthday.due_on.plus_days(1));
    }
    unit.put(&birthday);
    Ok(())
}

/// Whether an order is the first of a customer that earns, where the program gives anything for that. The command then rests on who has
/// referred the customer, before anything is posted.
pub(super) fn is_first_order(unit: &mut Unit<'_>, customer: &Customer, order: &Order) -> Result<bool, Error> {
    let program = unit.program();
    let mut bonuses = program.earning.bonuses.iter().filter(|bonus| bonus.on == BonusOn::FirstOrder);
    if bonuses.clone().next().is_none() || !is_first(unit, order)? {
        return Ok(false);
    }
    if let Some(referrer) = customer.referred_by.as_ref().filter(|_| bonuses.any(|bonus| bonus.to == BonusTo::Referrer)) {
        Customer::load_referrer(unit, referrer)?;
    }
    Ok(true)
}

/// Grants what the program gives for a first order. Like all that the order earned, it is taken back with the order, and it never comes again.
pub(super) fn grant_first_order(unit: &mut Unit<'_>, customer: &Customer, order: &mut Order) -> Result<(), Error> {
    let day = today(unit);
    for (bonus, referrer) in due(unit, customer, BonusOn::FirstOrder, day)? {
        let places = find_type(&unit.program(), bonus.point_type.as_str())?.places;
        let amount = bonus.points.amount(places, "program")?;
        let shares = share_among_lines(order, amount, places)?;
        let receiver = referrer.as_ref().unwrap_or(customer);
        let earned = credit(unit, receiver, order, (&bonus.point_type, &bonus.id), Gift { amount, shares })?;
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

fn today(unit: &Unit<'_>) -> Date {
    unit.program().time_zone.date(unit.now())
}

/// Credits what is due on an occasion of a day.
fn grant(unit: &mut Unit<'_>, customer: &Customer, on: BonusOn, day: Date) -> Result<(), Error> {
    for (bonus, referrer) in due(unit, customer, on, day)? {
        let mut ledger = Ledger::open(unit, referrer.as_ref().unwrap_or(customer), bonus.point_type.as_str())?;
        let amount = bonus.points.amount(ledger.point_type.places, "program")?;
        ledger.credit(EntryKind::Earn, amount, Given::default(), Origin { rule: Some(bonus.id), ..Origin::default() })?;
        ledger.close();
    }
    Ok(())
}

/// The bonuses of an occasion that were not given for the customer yet, and that whom they are for may have now, each with the referrer who gets
/// it; they are noted as given.
fn due(unit: &mut Unit<'_>, customer: &Customer, on: BonusOn, day: Date) -> Result<Vec<(Bonus, Option<Customer>)>, Error> {
    let program = unit.program();
    let mut due = Vec::new();
    for bonus in program.earning.bonuses.iter().filter(|bonus| bonus.on == on && bonus.from.is_none_or(|from| from <= day)) {
        let referrer = match (bonus.to, &customer.referred_by) {
            (BonusTo::Customer, _) | (BonusTo::Referred, Some(_)) => None,
            (BonusTo::Referrer, Some(referrer)) => Some(Customer::load_referrer(unit, referrer)?),
            (BonusTo::Referred | BonusTo::Referrer, None) => continue,
        };
        let point_type = find_type(&program, bonus.point_type.as_str())?;
        let mut tally = Tally::load(unit, &customer.root(), &bonus.id)?;
        let had = if on == BonusOn::Birthday { tally.has_given_in(day.year()) } else { tally.has_given() };
        if had || referrer.as_ref().unwrap_or(customer).require_for(point_type).is_err() {
            continue;
        }
        tally.add(day, bonus.points.amount(point_type.places, "program")?, None)?;
        unit.put(&tally);
        due.push((bonus.clone(), referrer));
    }
    Ok(due)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::customer::{Create, Edit};
    use crate::maintenance::Settle;
    use crate::membership::{Deactivate, Enroll, Unenroll};
    use crate::order::{Get, Record, Refund};
    use crate::points::{Balance, History};
    use crate::unit::tests::Stage;

    /// A shop with bonuses, in which nothing else earns; `ann` is a member, the others have an account.
    fn shop(bonuses: Value) -> Stage {
        let mut stage = Stage::new();
        stage.program(|program| program["earning"] = json!({ "rules": [], "bonuses": bonuses }));
        for id in ["ann", "ben", "cid"] {
            stage.run::<Create>(json!({ "id": id, "birth_date": "1990-12-24" })).unwrap();
        }
        stage.run::<Enroll>(json!({ "customer": "ann" })).unwrap();
        stage
    }

    fn total(stage: &Stage, customer: &str) -> String {
        stage.run::<Balance>(json!({ "customer": customer, "type": "points" })).unwrap().balances.remove(0).total.to_string()
    }

    fn order(customer: &str, number: &str) -> Value {
        json!({ "customer": customer, "number": number, "placed_at": "2026-11-22T10:00:00Z", "currency": "USD",
            "lines": [{ "unit_price": "30" }, { "unit_price": "10" }], "payments": [{ "id": "p", "amount": "40", "status": "paid" }] })
    }

    // rule O8
    #[test]
    fn who_refers_and_who_is_referred_get_theirs_once() {
        let stage = shop(json!([
            { "id": "thanks", "type": "points", "points": "50", "on": "enrolled", "to": "referrer" },
            { "id": "gift", "type": "points", "points": "20", "on": "enrolled", "to": "referred" },
        ]));
        let enroll = |id: &str, by: &str| stage.refusal::<Enroll>(json!({ "customer": id, "referred_by": by }));
        assert_eq!(enroll("ben", "ben"), "invalid_request args.referred_by");
        assert_eq!(enroll("ben", "dan"), "not_found");
        assert_eq!(enroll("ben", "cid"), "not_eligible", "cid is no member");
        assert_eq!(enroll("ben", "ann"), "done");
        assert_eq!((total(&stage, "ann"), total(&stage, "ben")), ("50".into(), "20".into()));
        stage.run::<Unenroll>(json!({ "customer": "ben" })).unwrap();
        assert_eq!(enroll("ben", "ann"), "not_eligible", "ben was a member before");
        stage.run::<Enroll>(json!({ "customer": "ben" })).unwrap();
        assert_eq!((total(&stage, "ann"), total(&stage, "ben")), ("50".into(), "20".into()), "not again");
        assert_eq!(enroll("cid", "ann"), "done");
        assert_eq!((total(&stage, "ann"), total(&stage, "cid")), ("100".into(), "20".into()), "once for each who is referred");
    }

    // rules O8, O4, W3
    #[test]
    fn a_friends_first_order_earns_for_who_referred_them_and_is_taken_back_with_it() {
        let mut stage = shop(json!([
            { "id": "thanks", "type": "points", "points": "40", "on": "first_order", "to": "referrer" },
            { "id": "gift", "type": "points", "points": "20", "on": "first_order", "to": "referred", "keep_on_refund": true },
        ]));
        stage.run::<Enroll>(json!({ "customer": "ben", "referred_by": "ann" })).unwrap();
        stage.run::<Record>(order("ben", "o-1")).unwrap();
        stage.run::<Record>(order("ben", "o-2")).unwrap();
        stage.run::<Record>(order("ann", "o-3")).unwrap();
        assert_eq!((total(&stage, "ann"), total(&stage, "ben")), ("40".into(), "20".into()), "once, and nobody has referred ann");
        let entry = stage.run::<History>(json!({ "customer": "ann" })).unwrap().entries.remove(0);
        assert_eq!(entry.order, None, "whose order it was is their own affair");
        let refund = json!({ "customer": "ben", "number": "o-1", "refund": "r-1", "lines": [{ "line": "2" }] });
        let taken = stage.run::<Refund>(refund).unwrap().taken;
        assert_eq!(taken.iter().map(|taken| taken.entry.as_str()).collect::<Vec<_>>(), ["ann/points/2"]);
        assert_eq!((total(&stage, "ann"), total(&stage, "ben")), ("30".into(), "20".into()));
        stage.customer_asks("ben");
        let seen = stage.run::<Get>(json!({ "customer": "ben", "number": "o-1" })).unwrap().facts.earned;
        assert_eq!(seen.iter().map(|earned| earned.rule.as_str()).collect::<Vec<_>>(), ["gift"]);
    }

    // rules O8, L6
    #[test]
    fn a_birthday_is_given_once_a_year_however_it_is_corrected() {
        let cake = json!([{ "id": "cake", "type": "points", "points": "10", "on": "birthday", "from": "2026-12-24" }]);
        let mut stage = shop(cake);
        let mut sweep = |at: &str| {
            stage.at(at);
            stage.run::<Settle>(json!({ "customer": "ann" })).unwrap();
            total(&stage, "ann")
        };
        assert_eq!(sweep("2026-12-23T23:59:59Z"), "0");
        assert_eq!(sweep("2026-12-26T03:00:00Z"), "10", "the sweep comes late");
        assert_eq!(sweep("2026-12-26T03:00:01Z"), "10");
        stage.run::<Edit>(json!({ "customer": "ann", "birth_date": "1990-12-31" })).unwrap();
        let mut sweep = |at: &str| {
            stage.at(at);
            stage.run::<Settle>(json!({ "customer": "ann" })).unwrap();
            total(&stage, "ann")
        };
        assert_eq!(sweep("2026-12-31T12:00:00Z"), "10", "2026 was given");
        assert_eq!(sweep("2027-12-31T00:00:00Z"), "20");
        stage.run::<Edit>(json!({ "customer": "ann", "birth_date": null })).unwrap();
        stage.at("2029-01-01T00:00:00Z");
        stage.run::<Settle>(json!({ "customer": "ann" })).unwrap();
        assert_eq!(total(&stage, "ann"), "20", "nobody knows when");
    }

    // rules O8, M2
    #[test]
    fn birthdays_before_the_bonus_and_of_who_may_not_earn_are_past() {
        let mut stage = shop(json!([{ "id": "cake", "type": "points", "points": "10", "on": "birthday", "from": "2027-01-01" }]));
        stage.at("2027-01-02T00:00:00Z");
        stage.run::<Settle>(json!({ "customer": "ann" })).unwrap();
        assert_eq!(total(&stage, "ann"), "0", "the bonus is for birthdays from 2027");
        stage.run::<Deactivate>(json!({ "customer": "ann" })).unwrap();
        stage.at("2027-12-24T00:00:00Z");
        stage.run::<Settle>(json!({ "customer": "ann" })).unwrap();
        stage.run::<crate::membership::Reactivate>(json!({ "customer": "ann" })).unwrap();
        stage.run::<Settle>(json!({ "customer": "ann" })).unwrap();
        assert_eq!(total(&stage, "ann"), "0");
        stage.run::<Enroll>(json!({ "customer": "ben" })).unwrap();
        stage.at("2027-12-24T18:00:00Z");
        stage.run::<Settle>(json!({ "customer": "ben" })).unwrap();
        assert_eq!(total(&stage, "ben"), "10", "who joins on the day has it");
    }
}
