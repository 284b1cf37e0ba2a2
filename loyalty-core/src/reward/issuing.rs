//! Issuing a reward, and taking it back: stock, limits, code, and gift credit, which is used at once (rules R1, R5).

use super::{CODE, Cause, IssuedReward, RewardCount, RewardFacts, RewardState};
use crate::amount::Amount;
use crate::code::Code;
use crate::customer::Customer;
use crate::entry::{EntryKind, Texts, entry_ref};
use crate::error::{Error, Reason};
use crate::expiry::Given;
use crate::id::{Line, Ref, Slug};
use crate::ledger::{Ledger, Origin, find_type};
use crate::membership::Capability;
use crate::program::{PointType, Program, Reward, RewardKind};
use crate::record::Root;
use crate::unit::Unit;

/// What somebody gives who grants a reward: its gift credit, or else what others pay for it.
///
/// # Errors
/// `invalid_request` for a point type that the program does not have.
pub fn worth<'p>(program: &'p Program, reward: &Reward) -> Result<Option<(&'p PointType, Amount)>, Error> {
    let (point_type, amount) = match (&reward.gives, &reward.cost) {
        (RewardKind::GiftCredit { point_type, amount }, _) => (point_type, *amount),
        (_, Some(cost)) => (&cost.point_type, cost.amount),
        _ => return Ok(None),
    };
    let point_type = find_type(program, point_type.as_str())?;
    Ok(Some((point_type, amount.amount(point_type.places, "program")?)))
}

/// Issues a reward to a customer: takes a piece of the stock and a place in the customer's limit, and gives it a code. Gift credit is credited at
/// once and is used with that.
///
/// Whether the reward is for this customer, and what it costs, is the affair of whoever asks.
///
/// # Errors
/// `not_eligible` where the membership state does not allow it; `limit_exceeded` when the customer has had as many as one can have; `out_of_stock`,
/// with how many are left.
pub fn issue(unit: &mut Unit<'_>, customer: &Customer, reward: &Reward, cause: Cause) -> Result<IssuedReward, Error> {
    let root = customer.root();
    let mut count = check(unit, customer, reward)?;
    count.issued += 1;
    unit.put(&count);
    if let Some(stock) = reward.stock {
        unit.step(&counter(&reward.id), 1, i64::from(stock))?;
    }
    let last = unit.scan::<IssuedReward>(&IssuedReward::scan(&root).reversed().limit(1))?;
    let zone = unit.program().time_zone;
    let mut issued = IssuedReward {
        number: last.first().map_or(0, |last| last.number) + 1,
        root,
        state: RewardState::Outstanding,
        reward: reward.id.clone(),
        issued_at: unit.now(),
        ends_at: reward.life_days.map(|days| zone.first_instant(zone.date(unit.now()).plus_days(days))),
        used_at: None,
        code: None,
        facts: RewardFacts {
            name: Line::new(reward.title()).map_err(Error::internal)?,
            gives: reward.gives.clone(),
            cause,
            stocked: reward.stock.is_some(),
            paid: None,
            credited: None,
            order: None,
            came_from: Vec::new(),
            removed_at: None,
            reason: None,
            comment: None,
            note: None,
        },
    };
    if let Some(entry) = credit(unit, customer, reward)? {
        issued.state = RewardState::Used;
        issued.used_at = Some(unit.now());
        issued.facts.credited = Some(entry);
    } else {
        issued.code = code(unit, &issued)?;
    }
    unit.insert(&issued);
    if !matches!(cause, Cause::Redeemed | Cause::Granted) {
        unit.notes.issued.push((issued.root.clone(), issued.number));
    }
    Ok(issued)
}

/// Refuses what the customer's state, limit or the stock does not allow; answers how many the customer has had.
///
/// # Errors
/// Those of [`issue`].
pub fn check(unit: &mut Unit<'_>, customer: &Customer, reward: &Reward) -> Result<RewardCount, Error> {
    let is_money = matches!(reward.gives, RewardKind::GiftCredit { .. });
    customer.require(if is_money { Capability::Money } else { Capability::Points })?;
    let count = count(unit, &customer.root(), &reward.id)?;
    if let Some(allowed) = reward.per_customer.filter(|allowed| count.issued >= u64::from(*allowed)) {
        return Err(Error::limit_exceeded(format_args!("'{}' of one customer", reward.id), allowed, count.issued + 1));
    }
    if left(unit, reward)? == Some(0) {
        return Err(Reason::OutOfStock { what: reward.title().to_owned(), left: 0 }.into());
    }
    Ok(count)
}

/// How many of a reward are left; none where its stock has no end. A stock that was made smaller than what was taken is empty.
///
/// # Errors
/// When the storage fails.
pub(super) fn left(unit: &mut Unit<'_>, reward: &Reward) -> Result<Option<u64>, Error> {
    let Some(stock) = reward.stock else { return Ok(None) };
    let taken = unit.counter(&counter(&reward.id))?;
    Ok(Some(u64::try_from(i64::from(stock) - taken).unwrap_or(0)))
}

/// Gives the piece of the stock and the place in the customer's limit back.
///
/// # Errors
/// When the storage fails.
pub fn take_back(unit: &mut Unit<'_>, issued: &IssuedReward) -> Result<(), Error> {
    for root in issued.counted_at(unit)? {
        let mut count = count(unit, &root, &issued.reward)?;
        count.issued = count.issued.saturating_sub(1);
        unit.put(&count);
    }
    // What was issued while nobody counted the stock has taken none of it.
    if issued.facts.stocked {
        unit.step(&counter(&issued.reward), -1, i64::MAX)?;
    }
    Ok(())
}

/// The shared counter of what was taken of a reward: a program with a larger stock goes on from it.
pub(super) fn counter(reward: &Slug) -> String {
    format!("reward/{reward}")
}

fn count(unit: &mut Unit<'_>, root: &Root, reward: &Slug) -> Result<RewardCount, Error> {
    let found = unit.get::<RewardCount>(RewardCount::key(root, reward))?;
    Ok(found.unwrap_or_else(|| RewardCount { root: root.clone(), reward: reward.as_str().to_owned(), issued: 0 }))
}

/// Credits a reward that is gift credit; the entry.
fn credit(unit: &mut Unit<'_>, customer: &Customer, reward: &Reward) -> Result<Option<Ref>, Error> {
    let RewardKind::GiftCredit { point_type, amount } = &reward.gives else { return Ok(None) };
    let mut ledger = Ledger::open(unit, customer, point_type.as_str())?;
    let amount = amount.amount(ledger.point_type.places, "program")?;
    let texts = Texts { comment: Some(reward.title().to_owned()), ..Texts::default() };
    let entry = ledger.credit(EntryKind::Earn, amount, Given::default(), Origin { texts, ..Origin::default() })?;
    ledger.close();
    entry_ref(&customer.id, &entry.point_type, entry.number).map(Some)
}

/// The code of a reward, by which its customer is found. A preview without entropy has none; what is committed always has.
fn code(unit: &mut Unit<'_>, issued: &IssuedReward) -> Result<Option<String>, Error> {
    // Customer and number are in it: however often a host hands out the same entropy, no two rewards share a code.
    let subject = format!("{}/{}", issued.root.name(), issued.number);
    let Ok(random) = unit.context().random("reward", subject.as_bytes()) else { return Ok(None) };
    let code = Code::of(&random);
    unit.claim(CODE, code.symbols(), &issued.root);
    Ok(Some(code.symbols().to_owned()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::customer::Create;
    use crate::membership::Enroll;
    use crate::unit::tests::Stage;

    fn shop(reward: serde_json::Value) -> Stage {
        let mut stage = Stage::new();
        stage.program(|program| {
            program["point_types"] = json!([{ "id": "points" }, { "id": "credit", "kind": "money", "currency": "USD", "places": 2 }]);
            program["rewards"] = json!([reward]);
        });
        for id in ["c-1", "c-2"] {
            stage.run::<Create>(json!({ "id": id })).unwrap();
            stage.run::<Enroll>(json!({ "customer": id })).unwrap();
        }
        stage
    }

    fn give(stage: &Stage, customer: &str) -> Result<IssuedReward, Error> {
        stage.with(|unit| {
            let customer = Customer::load(unit, &crate::id::CustomerId::new(customer).unwrap())?;
            let reward = unit.program().rewards[0].clone();
            issue(unit, &customer, &reward, Cause::Granted)
        })
    }

    // rules R1, R5
    #[test]
    fn stock_and_limits_are_taken_and_given_back() {
        let mut stage = shop(json!({ "id": "mug", "gives": { "kind": "custom" }, "stock": 2, "per_customer": 2, "life_days": 1 }));
        let first = give(&stage, "c-1").unwrap();
        assert_eq!((first.number, first.ends_at.unwrap().to_string().as_str()), (1, "2026-11-23T00:00:00Z"));
        let second = give(&stage, "c-1").unwrap();
        assert_eq!(second.number, 2);
        assert_ne!(first.code, second.code);
        assert_eq!(give(&stage, "c-1").unwrap_err().code(), "limit_exceeded");
        let out = give(&stage, "c-2").unwrap_err();
        assert_eq!(out.to_string(), "'mug' is out of stock: 0 left; choose another");
        stage.with(|unit| take_back(unit, &first)).unwrap();
        assert_eq!(give(&stage, "c-2").unwrap().number, 1);
        stage.program(|program| program["rewards"][0]["stock"] = json!(1));
        assert_eq!(give(&stage, "c-2").unwrap_err().code(), "out_of_stock", "more were taken than there are now");
        stage.program(|program| program["rewards"][0]["stock"] = json!(3));
        assert_eq!(give(&stage, "c-2").unwrap().number, 2, "what was taken still counts");
        assert_eq!(give(&stage, "c-1").unwrap_err().code(), "out_of_stock");
    }

    // rule R5
    #[test]
    fn what_took_no_stock_gives_none_back() {
        let mut stage = shop(json!({ "id": "mug", "gives": { "kind": "custom" } }));
        let unbounded = give(&stage, "c-1").unwrap();
        stage.program(|program| program["rewards"][0]["stock"] = json!(1));
        stage.with(|unit| take_back(unit, &unbounded)).unwrap();
        give(&stage, "c-1").unwrap();
        assert_eq!(give(&stage, "c-1").unwrap_err().code(), "out_of_stock");
    }

    // rules R1, M2
    #[test]
    fn gift_credit_is_credited_and_used_at_once() {
        let stage =
            shop(json!({ "id": "ten", "name": "Ten dollars", "gives": { "kind": "gift_credit", "type": "credit", "amount": "10" } }));
        let issued = give(&stage, "c-1").unwrap();
        assert_eq!((issued.state, issued.code, issued.facts.credited.unwrap().as_str()), (RewardState::Used, None, "c-1/credit/1"));
        stage.run::<Create>(json!({ "id": "c-3", "state": "guest" })).unwrap();
        assert_eq!(give(&stage, "c-3").unwrap_err().code(), "not_eligible");
    }
}
