//! The purchase log lived through, day by day.
//!
//! What happens on one day happens at noon. The orders of a day go in rounds, in which no customer comes twice: each round is one durable
//! commit, and the redemptions that follow from its receipts are the next. So a redemption comes right after its order, and before the
//! next order of that customer.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use loyalty_core::time::{Date, Timestamp};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::progress::Progress;
use super::purchases::{Purchase, noon};
use super::shop::{Request, Shop};

/// From how many points on a customer may redeem, and in what steps.
const REDEEM_STEP: i64 = 100;

/// Lives through the log, and says where it stopped: behind the last order, or where it was told to.
pub fn replay(shop: &mut Shop, purchases: &[Purchase], stop: &AtomicBool, progress: &Progress) -> Result<Option<Date>, String> {
    let mut members = HashSet::new();
    let mut month = purchases.first().map(|purchase| purchase.date.month());
    for day in purchases.chunk_by(|one, next| one.date == next.date) {
        let Some(date) = day.first().map(|purchase| purchase.date) else { continue };
        if month != Some(date.month()) {
            month = Some(date.month());
            if let Some(first) = Date::new(date.year(), date.month(), 1) {
                shop.sweep(shop.zone.first_instant(first))?;
            }
        }
        let at = noon(shop.zone, date);
        for round in rounds(day) {
            if stop.load(Ordering::Relaxed) {
                return Ok(Some(date));
            }
            go(shop, &round, at, &mut members)?;
            progress.step(round.len(), &date.to_string());
        }
    }
    Ok(None)
}

/// Splits the orders of a day so that no customer comes twice in a round, and theirs stay in order.
fn rounds(day: &[Purchase]) -> Vec<Vec<&Purchase>> {
    let mut rounds: Vec<Vec<&Purchase>> = Vec::new();
    let mut seen = std::collections::HashMap::new();
    for purchase in day {
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
        if active >= REDEEM_STEP && takes_the_chance(purchase) {
            redemptions.push(shop.spend(purchase, active / REDEEM_STEP * REDEEM_STEP, at)?);
        }
    }
    if redemptions.is_empty() { Ok(()) } else { shop.send(&redemptions).map(|_| ()) }
}

/// What can be spent after an order, by its receipt; one that earned nothing names no balance.
fn active(receipt: &Value) -> Option<i64> {
    receipt["balances"][0]["active"].as_str().and_then(|points| points.parse().ok())
}

/// Whether this customer redeems after this order: one in four does, always the same.
fn takes_the_chance(purchase: &Purchase) -> bool {
    Sha256::digest(format!("{}/{}", purchase.customer, purchase.order))[0] < 64
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
            dollars: "1.00".to_owned(),
        };
        let day = [purchase("1", "a"), purchase("2", "b"), purchase("3", "a"), purchase("4", "a"), purchase("5", "b")];
        let orders: Vec<Vec<&str>> = rounds(&day).iter().map(|round| round.iter().map(|one| one.order.as_str()).collect()).collect();
        assert_eq!(orders, [vec!["1", "2"], vec!["3", "5"], vec!["4"]]);
    }
}
