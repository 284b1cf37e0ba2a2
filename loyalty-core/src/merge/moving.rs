//! Records that a merge moves: orders, subscriptions, rewards, gift cards, tickets and requests for approval are the survivor's from then on, and say where they came from; what is
//! counted for limits is counted for both together (rules G6, O5, O8, R1).

use schemars::JsonSchema;

use super::{MergeFacts, MergedSlots};
use crate::account::Account;
use crate::approval::Approval;
use crate::customer::Customer;
use crate::earning::{Given, Tally};
use crate::error::Error;
use crate::gather::Gather;
use crate::gift_card::GiftCard;
use crate::id::{CustomerId, Id, Ref};
use crate::json::Json;
use crate::limits::{MERGED_CARDS_MAX, MERGED_ROWS_MAX};
use crate::order::{Earned, NUMBER, Order};
use crate::pairs::Pairs;
use crate::record::{Record, Root};
use crate::repository::{Scan, Table, Value};
use crate::reward::{CODE, IssuedReward, RewardCount};
use crate::stamp_card::{Card, CardRest};
use crate::subscription::Subscription;
use crate::ticket::{Ticket, TicketMessage};
use crate::time::Date;
use crate::unit::Unit;

/// The records that moved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Json, JsonSchema)]
pub struct Records {
    /// Orders, by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orders: Vec<Id>,
    /// Subscriptions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subscriptions: Vec<Id>,
    /// Rewards, by the ids they had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewards: Vec<Ref>,
    /// Gift cards, by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gift_cards: Vec<Id>,
    /// Tickets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tickets: Vec<Ref>,
    /// Requests for approval.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Id>,
}

/// What moved, and what an undo must know of it that the source's own rows do not say.
#[derive(Debug, Default)]
pub struct Moved {
    /// The records that moved.
    pub records: Records,
    /// Those of the orders that have not earned yet.
    pub uncounted: Vec<Id>,
    /// The slots of cards in hand whose rewards count as given to the survivor now.
    pub slots: Vec<MergedSlots>,
    /// The days that a rule or bonus had noted for both.
    pub shared: Pairs<String, Vec<Date>>,
}

/// Moves the source's records to the survivor.
///
/// # Errors
/// `limit_exceeded` for more than can move at once; whatever the storage says.
pub fn move_records(unit: &mut Unit<'_>, survivor: &Customer, source: &Customer) -> Result<Moved, Error> {
    let (from, to) = (source.root(), survivor.root());
    let mut moved = Moved::default();
    let Moved { records, uncounted, .. } = &mut moved;
    for order in bounded(unit.scan::<Order>(&all(&from, Order::TABLE))?, "orders", MERGED_ROWS_MAX)? {
        records.orders.push(order.number.clone());
        if order.earned_at.is_none() {
            uncounted.push(order.number.clone());
        }
        move_order(unit, order, &to, &|came| came.or(Some(source.id.clone())));
    }
    for subscription in bounded(unit.scan::<Subscription>(&all(&from, Subscription::TABLE))?, "subscriptions", MERGED_ROWS_MAX)? {
        // One that the survivor has too stays where it is.
        if unit.get::<Subscription>(Subscription::key(&to, &subscription.id))?.is_none() {
            records.subscriptions.push(subscription.id.clone());
            subscription.move_to(unit, &survivor.id, &|came| came.or(Some(source.id.clone())))?;
        }
    }
    let mut number = last_reward(unit, &to)?;
    for reward in bounded(unit.scan::<IssuedReward>(&all(&from, IssuedReward::TABLE))?, "rewards", MERGED_ROWS_MAX)? {
        number += 1;
        let id = reward.id()?;
        let mut theirs = reward.clone();
        (theirs.root, theirs.number) = (to.clone(), number);
        theirs.facts.came_from.push(id.clone());
        records.rewards.push(id);
        move_reward(unit, &reward, &theirs);
    }
    for mut card in bounded(unit.scan::<GiftCard>(&GiftCard::scan(&source.id))?, "gift cards", MERGED_CARDS_MAX)? {
        records.gift_cards.push(card.number.clone());
        unit.rest_on(&Root::gift_card(&card.number))?;
        card.customer = Some(survivor.id.clone());
        card.facts.came_from = card.facts.came_from.or(Some(source.id.clone()));
        unit.put(&card);
    }
    move_tickets(unit, &source.id, &to, records)?;
    for approval in bounded(unit.scan::<Approval>(&all(&from, Approval::TABLE))?, "requests for approval", MERGED_ROWS_MAX)? {
        records.approvals.push(approval.id.clone());
        approval.move_to(unit, &to, &|came| came.or(Some(source.id.clone())));
    }
    count_together(unit, &from, &to, &mut moved)?;
    Ok(moved)
}

/// Gives the records that moved back, and names those that stay: an order that has earned with the survivor is the survivor's.
///
/// # Errors
/// Whatever the storage says.
pub fn move_records_back(unit: &mut Unit<'_>, survivor: &Customer, source: &Customer, merge: &MergeFacts) -> Result<Vec<String>, Error> {
    let records = &merge.records;
    let (to, from) = (source.root(), survivor.root());
    let came = |came: Option<CustomerId>| came.filter(|came| *came != source.id);
    let mut kept = Vec::new();
    for number in &records.orders {
        let Some(order) = unit.get::<Order>(Order::key(&from, number))? else { continue };
        // What the referrer was given is taken back there, whoever has the order.
        let stays = |earned: &Earned| earned.customer.is_none() && source.own_ref(&earned.entry, "").is_none();
        let has_counted = order.earned_at.is_some() && merge.uncounted.contains(number);
        if has_counted || order.facts.earned.iter().any(stays) {
            kept.push(format!("orders.{number}"));
        } else {
            move_order(unit, order, &to, &came);
        }
    }
    for id in &records.subscriptions {
        if let Some(subscription) = unit.get::<Subscription>(Subscription::key(&from, id))? {
            subscription.move_to(unit, &source.id, &came)?;
        }
    }
    for reward in unit.scan::<IssuedReward>(&all(&from, IssuedReward::TABLE))? {
        let mut home = reward.clone();
        let Some(id) = home.facts.came_from.pop().filter(|id| records.rewards.contains(id)) else { continue };
        let number = IssuedReward::number_of(&id, &to).ok_or_else(|| Error::internal("a reward came from nowhere"))?;
        (home.root, home.number) = (to.clone(), number);
        move_reward(unit, &reward, &home);
    }
    for number in &records.gift_cards {
        let root = Root::gift_card(number);
        let mut card = GiftCard::load(unit, &root)?;
        if card.customer.as_ref() == Some(&survivor.id) {
            unit.rest_on(&root)?;
            card.customer = Some(source.id.clone());
            card.facts.came_from = came(card.facts.came_from);
            unit.put(&card);
        }
    }
    for id in &records.tickets {
        if let Some(ticket) = unit.get::<Ticket>(Ticket::key(&from, id))? {
            ticket.move_to(unit, &to, &came)?;
        }
    }
    for id in &records.approvals {
        if let Some(approval) = unit.get::<Approval>(Approval::key(&from, id))? {
            approval.move_to(unit, &to, &came);
        }
    }
    count_apart(unit, &to, &from, merge)?;
    Ok(kept)
}

fn all(root: &Root, table: &'static Table) -> Scan {
    Scan::prefix(table, vec![Value::from(root)]).limit(MERGED_ROWS_MAX + 1)
}

fn bounded<R>(records: Vec<R>, what: &str, most: usize) -> Result<Vec<R>, Error> {
    if records.len() > most {
        Err(Error::limit_exceeded(format_args!("{what} that move at once"), most, records.len()))
    } else {
        Ok(records)
    }
}

type Came<'c> = dyn Fn(Option<CustomerId>) -> Option<CustomerId> + 'c;

fn move_order(unit: &mut Unit<'_>, mut order: Order, to: &Root, came: &Came<'_>) {
    unit.delete(&order);
    unit.release(NUMBER, order.number.as_str(), &order.root);
    order.root = to.clone();
    order.facts.came_from = came(order.facts.came_from);
    unit.claim(NUMBER, order.number.as_str(), to);
    unit.put(&order);
}

/// Moves the source's tickets, each with all that was written in it.
fn move_tickets(unit: &mut Unit<'_>, source: &CustomerId, to: &Root, records: &mut Records) -> Result<(), Error> {
    let from = Root::customer(source);
    bounded(unit.scan::<TicketMessage>(&all(&from, TicketMessage::TABLE))?, "messages of tickets", MERGED_ROWS_MAX)?;
    for ticket in bounded(unit.scan::<Ticket>(&all(&from, Ticket::TABLE))?, "tickets", MERGED_ROWS_MAX)? {
        records.tickets.push(ticket.id.clone());
        ticket.move_to(unit, to, &|came| came.or(Some(source.clone())))?;
    }
    Ok(())
}

fn move_reward(unit: &mut Unit<'_>, from: &IssuedReward, to: &IssuedReward) {
    unit.delete(from);
    unit.put(to);
    if let Some(code) = &from.code {
        unit.release(CODE, code, &from.root);
        unit.claim(CODE, code, &to.root);
    }
}

fn last_reward(unit: &mut Unit<'_>, root: &Root) -> Result<u64, Error> {
    let last = unit.scan::<IssuedReward>(&IssuedReward::scan(root).reversed().limit(1))?;
    Ok(last.first().map_or(0, |last| last.number))
}

/// Adds what limits look at to what the survivor has. The source's own rows stay: they say what to take out again.
fn count_together(unit: &mut Unit<'_>, from: &Root, to: &Root, moved: &mut Moved) -> Result<(), Error> {
    for theirs in unit.scan::<RewardCount>(&Scan::prefix(RewardCount::TABLE, vec![Value::from(from)]))? {
        let issued = own_count(unit, to, &theirs)?.issued + theirs.issued;
        unit.put(&RewardCount { root: to.clone(), issued, ..theirs });
    }
    for theirs in unit.scan::<Tally>(&Scan::prefix(Tally::TABLE, vec![Value::from(from)]))? {
        let mut own = own_tally(unit, to, &theirs)?;
        let shared = own.unite(&theirs)?;
        if !shared.is_empty() {
            moved.shared.insert(theirs.rule, shared);
        }
        unit.put(&own);
    }
    for theirs in unit.scan::<Card>(&Scan::prefix(Card::TABLE, vec![Value::from(from)]))? {
        let own = unit.get::<Card>(Card::key(to, &theirs.point_type))?;
        let mut own =
            own.unwrap_or_else(|| Card { root: to.clone(), size: None, completed: 0, rest: CardRest::default(), ..theirs.clone() });
        own.completed += theirs.completed;
        // What was begun under a size is finished under it.
        own.size = own.size.or(theirs.size);
        let slots: Vec<u32> = theirs.rest.rewarded.into_iter().filter(|slot| !own.rest.rewarded.contains(slot)).gather();
        if !slots.is_empty() {
            own.rest.rewarded.extend(&slots);
            moved.slots.push(MergedSlots { point_type: theirs.point_type, slots, completed: own.completed });
        }
        unit.put(&own);
    }
    Ok(())
}

/// Takes it out again.
fn count_apart(unit: &mut Unit<'_>, from: &Root, to: &Root, merge: &MergeFacts) -> Result<(), Error> {
    for theirs in unit.scan::<RewardCount>(&Scan::prefix(RewardCount::TABLE, vec![Value::from(from)]))? {
        let mut own = own_count(unit, to, &theirs)?;
        own.issued = own.issued.saturating_sub(theirs.issued);
        unit.put(&own);
    }
    for theirs in unit.scan::<Tally>(&Scan::prefix(Tally::TABLE, vec![Value::from(from)]))? {
        let mut own = own_tally(unit, to, &theirs)?;
        own.part(&theirs, merge.shared.get(&theirs.rule).map_or(&[], Vec::as_slice))?;
        unit.put(&own);
    }
    for theirs in unit.scan::<Card>(&Scan::prefix(Card::TABLE, vec![Value::from(from)]))? {
        if let Some(mut own) = unit.get::<Card>(Card::key(to, &theirs.point_type))? {
            let is_in_hand = |merged: &&MergedSlots| merged.point_type == theirs.point_type && own.completed <= merged.completed;
            if let Some(merged) = merge.slots.iter().find(is_in_hand) {
                own.rest.rewarded.retain(|slot| !merged.slots.contains(slot));
            }
            own.completed = own.completed.saturating_sub(theirs.completed);
            unit.put(&own);
        }
    }
    Ok(())
}

/// The point types of stamps in which the source has a card in hand and the survivor none: a merge gives them that.
///
/// # Errors
/// When the storage fails.
pub fn cards_to_begin(unit: &mut Unit<'_>, survivor: &Customer, source: &Customer) -> Result<Vec<String>, Error> {
    let mut begun = Vec::new();
    for theirs in unit.scan::<Card>(&Scan::prefix(Card::TABLE, vec![Value::from(&source.root())]))? {
        let own = unit.get::<Card>(Card::key(&survivor.root(), &theirs.point_type))?;
        if theirs.size.is_some() && own.is_none_or(|own| own.size.is_none()) {
            begun.push(theirs.point_type);
        }
    }
    Ok(begun)
}

/// Takes a card that only a merge began out of the survivor's hand again, unless there are stamps on it by now, or it is not the same.
///
/// # Errors
/// When the storage fails.
pub fn put_cards_down(unit: &mut Unit<'_>, survivor: &Customer, source: &Customer, begun: &[String]) -> Result<(), Error> {
    for point_type in begun {
        let theirs = unit.get::<Card>(Card::key(&source.root(), point_type))?;
        let account = unit.get::<Account>(Account::key(&survivor.root(), point_type))?;
        let is_empty = account.is_none_or(|account| account.balance.is_zero());
        if let Some(mut own) = unit.get::<Card>(Card::key(&survivor.root(), point_type))? {
            let is_same = theirs.is_some_and(|theirs| (theirs.size, &theirs.rest) == (own.size, &own.rest));
            if is_same && is_empty {
                (own.size, own.rest) = (None, CardRest::default());
                unit.put(&own);
            }
        }
    }
    Ok(())
}

fn own_count(unit: &mut Unit<'_>, root: &Root, theirs: &RewardCount) -> Result<RewardCount, Error> {
    let key = vec![Value::from(root), Value::from(theirs.reward.as_str())];
    Ok(unit.get::<RewardCount>(key)?.unwrap_or_else(|| RewardCount { root: root.clone(), issued: 0, ..theirs.clone() }))
}

fn own_tally(unit: &mut Unit<'_>, root: &Root, theirs: &Tally) -> Result<Tally, Error> {
    let key = vec![Value::from(root), Value::from(theirs.rule.as_str())];
    let own = unit.get::<Tally>(key)?;
    Ok(own.unwrap_or_else(|| Tally { root: root.clone(), given: Given::default(), ..theirs.clone() }))
}
