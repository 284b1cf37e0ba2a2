//! The purchase log lived through, day by day.
//!
//! What happens on one day happens at noon: first what comes back, then what is bought. The orders of a day go in rounds, in which no customer comes twice: each round is one durable
//! commit, and the redemptions that follow from its receipts are the next. So a redemption comes right after its order, and before the
//! next order of that customer.

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};

use loyalty_core::time::{Date, Timestamp};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::progress::Progress;
use super::purchases::{Purchase, noon};
use super::shop::{Request, Shop};

/// From how many points on a customer may redeem, and in what steps.
const REDEEM_STEP: i64 = 100;

/// How many days after an order it comes back, if it does.
const COMES_BACK_AFTER: u32 = 14;

/// Lives through the log up to a closing, and says where it stopped: nowhere, or where it was told to.
pub fn replay(
    shop: &mut Shop,
    purchases: &[Purchase],
    closing: Date,
    stop: &AtomicBool,
    progress: &Progress,
) -> Result<Option<Date>, String> {
    let mut members = HashSet::new();
    let mut days: BTreeMap<Date, Day<'_>> = BTreeMap::new();
    for purchase in purchases {
        days.entry(purchase.date).or_default().orders.push(purchase);
        if chance(purchase)[1] < 4 {
            days.entry(purchase.date.plus_days(COMES_BACK_AFTER)).or_default().returns.push(purchase);
        }
    }
    let mut month = purchases.first().map(|purchase| purchase.date.month());
    for (date, day) in days.into_iter().filter(|(date, _)| *date < closing) {
        if month != Some(date.month()) {
            month = Some(date.month());
            if let Some(first) = Date::new(date.year(), date.month(), 1) {
                shop.sweep(shop.zone.first_instant(first))?;
            }
        }
        let at = noon(shop.zone, date);
        let returns = day.returns.iter().map(|purchase| shop.take_back(purchase, at)).collect::<Result<Vec<_>, _>>()?;
        if !returns.is_empty() {
            shop.send(&returns)?;
        }
        for round in rounds(&day.orders) {
            if stop.load(Ordering::Relaxed) {
                return Ok(Some(date));
            }
            go(shop, &round, at, &mut members)?;
            progress.step(round.len(), &date.to_string());
        }
    }
    Ok(None)
}

/// What happens on a day: orders come back, then others are placed.
#[derive(Default)]
struct Day<'p> {
    returns: Vec<&'p Purchase>,
    orders: Vec<&'p Purchase>,
}

/// Splits the orders of a day so that no customer comes twice in a round, and theirs stay in order.
fn rounds<'p>(orders: &[&'p Purchase]) -> Vec<Vec<&'p Purchase>> {
    let mut rounds: Vec<Vec<&Purchase>> = Vec::new();
    let mut seen = std::collections::HashMap::new();
    for purchase in orders {
        let round = seen.entry(purchase.customer.as_str()).and_modify(|round| *round += 1).or_insert(0_usize);
        if rounds.len() <= *round {
            rounds.push(Vec::new());
        }
        rounds[*round].push(purchase);
    }
    rounds
}

/// One round: who is new joins, all order, and those who take the chance redeem.
fn go<'p>(shop: &mut Shop, round: &[&'p Purchase], at: Timestamp, members: &mut HashSet<&'p str>) -> Result<(), String> {
    let mut requests = Vec::with_capacity(3 * round.len());
    let mut places = Vec::with_capacity(round.len());
    for purchase in round {
        if members.insert(purchase.customer.as_str()) {
            requests.extend(shop.join(&purchase.customer, at)?);
        }
        places.push(requests.len());
        requests.push(shop.record(purchase, at)?);
    }
    let receipts = shop.send(&requests)?;
    let mut redemptions: Vec<Request> = Vec::new();
    for (purchase, place) in round.iter().zip(places) {
        let active = match active(&receipts[place]) {
            Some(active) => active,
            None => shop.active(&purchase.customer, at)?,
        };
        if active >= REDEEM_STEP && chance(purchase)[0] < 64 {
            redemptions.push(shop.spend(purchase, active / REDEEM_STEP * REDEEM_STEP, at)?);
        }
    }
    if redemptions.is_empty() { Ok(()) } else { shop.send(&redemptions).map(|_| ()) }
}

/// What can be spent after an order, by its receipt; one that earned nothing names no balance.
fn active(receipt: &Value) -> Option<i64> {
    let balances = receipt["balances"].as_array()?;
    balances.iter().find(|balance| balance["type"] == "points")?["active"].as_str()?.parse().ok()
}

/// What decides whether this customer redeems after this order, as one in four does, and whether the order comes back: bytes that are always the same.
fn chance(purchase: &Purchase) -> [u8; 32] {
    Sha256::digest(format!("{}/{}", purchase.customer, purchase.order)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_customer_comes_twice_in_a_round() {
        let purchase = |order: &str, customer: &str| Purchase {
            order: order.to_owned(),
            customer: customer.to_owned(),
            date: Date::new(1997, 1, 1).unwrap(),
            cds: 1,
            cents: 100,
        };
        let day = [purchase("1", "a"), purchase("2", "b"), purchase("3", "a"), purchase("4", "a"), purchase("5", "b")];
        let day: Vec<&Purchase> = day.iter().collect();
        let orders: Vec<Vec<&str>> = rounds(&day).iter().map(|round| round.iter().map(|one| one.order.as_str()).collect()).collect();
        assert_eq!(orders, [vec!["1", "2"], vec!["3", "5"], vec!["4"]]);
    }
}
