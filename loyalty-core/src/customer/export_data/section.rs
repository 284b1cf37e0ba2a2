// tidy: long because it is one table of sections, each with the few lines that read it.
//! The sections of an export: what each holds, who may see it, and how its rows are read, page by page.

use schemars::JsonSchema;

use super::super::{Customer, View};
use crate::address::Address;
use crate::approval::Approval;
use crate::audit::AuditRow;
use crate::blacklist_change::BlacklistChange;
use crate::entry::Entry;
use crate::error::Error;
use crate::gather::Gather;
use crate::gift_card::GiftCard;
use crate::hold::{HOLD, Hold};
use crate::id::Slug;
use crate::json::{self, Json, Tree, tree};
use crate::ledger::Ledger;
use crate::log::{LogRow, REFUSAL, RefusedCommand};
use crate::membership_change::MembershipChange;
use crate::merge::Merge;
use crate::message::Message;
use crate::order::Order;
use crate::page;
use crate::payment_method::PaymentMethod;
use crate::program::PointType;
use crate::record::{Record, Root};
use crate::repository::{Row, Scan, Value, wire};
use crate::reward::IssuedReward;
use crate::sorting::sort;
use crate::stamp_card::StampCardView;
use crate::statement;
use crate::status::{STATUS_CHANGE, StatusChange, StatusView};
use crate::subscription::{SUBSCRIPTION_CHANGE, Subscription};
use crate::ticket::{Ticket, TicketMessage};
use crate::unit::Unit;
use crate::wishlist::Wishlist;

/// A section of the export of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Who the customer is and where they stand: one row, with the decisions about mail (who, when, through what), the blacklisting and the dates.
    Profile,
    /// The addresses, oldest first.
    Addresses,
    /// The saved payment methods, oldest first.
    PaymentMethods,
    /// How the membership changed, oldest first, also of accounts that were merged in.
    Membership,
    /// How the blacklisting changed, oldest first; the shop's.
    Blacklist,
    /// The balances, one per point type.
    Balances,
    /// The holds, by point type and number.
    Holds,
    /// The entries of all journals with what was written about them, newest first, also of accounts that were merged in.
    Entries,
    /// The orders with lines, payments and refunds, oldest first.
    Orders,
    /// The subscriptions, oldest first.
    Subscriptions,
    /// How they changed.
    SubscriptionChanges,
    /// What the customer would like.
    Wishlist,
    /// The rewards, oldest first.
    Rewards,
    /// The stamp cards.
    StampCards,
    /// The status systems of the program.
    Statuses,
    /// How the statuses changed.
    StatusChanges,
    /// The gift cards that were issued to the customer, oldest first.
    GiftCards,
    /// The tickets, oldest first.
    Tickets,
    /// What was written in them, ticket by ticket.
    TicketMessages,
    /// The merges into this customer, oldest first.
    Merges,
    /// What was asked for above a limit and waited for approval; the shop's.
    Approvals,
    /// The messages that wait for the host; the shop's.
    Messages,
    /// The commands that touched the customer, oldest first, also of accounts that were merged in; the shop's.
    Commands,
    /// The commands that were refused; the shop's.
    RefusedCommands,
}

impl Section {
    /// The name on the wire.
    pub fn name(self) -> &'static str {
        SECTIONS.iter().find(|part| part.section == self).map_or("", |part| part.name)
    }
}

/// Rows of a section, and where it goes on.
pub(super) struct Page {
    pub(super) rows: Vec<Tree>,
    pub(super) next: Option<String>,
}

type Read = fn(&mut Unit<'_>, &Customer, Option<&str>, usize) -> Result<Page, Error>;

/// A section: the right that shows it, whether it is the shop's alone, and how it is read.
pub(super) struct Part {
    pub(super) section: Section,
    name: &'static str,
    pub(super) right: &'static str,
    pub(super) is_shops: bool,
    pub(super) read: Read,
}

const OWN: &str = "customer.export_data";

/// Every section, in the order of the document.
pub(super) const SECTIONS: &[Part] = &[
    part(Section::Profile, "profile", OWN, profile),
    part(Section::Addresses, "addresses", OWN, addresses),
    part(Section::PaymentMethods, "payment_methods", OWN, payment_methods),
    part(Section::Membership, "membership", "membership.history", membership),
    shops(Section::Blacklist, "blacklist", "blacklist.check", blacklist),
    part(Section::Balances, "balances", "points.balance", balances),
    part(Section::Holds, "holds", "points.balance", holds),
    part(Section::Entries, "entries", "points.history", entries),
    part(Section::Orders, "orders", "order.list", orders),
    part(Section::Subscriptions, "subscriptions", "subscription.list", subscriptions),
    part(Section::SubscriptionChanges, "subscription_changes", "subscription.list", subscription_changes),
    part(Section::Wishlist, "wishlist", OWN, wishlist),
    part(Section::Rewards, "rewards", "reward.list", rewards),
    part(Section::StampCards, "stamp_cards", "stamp_card.progress", stamp_cards),
    part(Section::Statuses, "statuses", "status.list", statuses),
    part(Section::StatusChanges, "status_changes", "status.list", status_changes),
    part(Section::GiftCards, "gift_cards", "gift_card.list", gift_cards),
    part(Section::Tickets, "tickets", "ticket.list", tickets),
    part(Section::TicketMessages, "ticket_messages", "ticket.get", ticket_messages),
    part(Section::Merges, "merges", "merge.history", merges),
    shops(Section::Approvals, "approvals", "approval.list", approvals),
    shops(Section::Messages, "messages", "audit.list", messages),
    shops(Section::Commands, "commands", "audit.list", commands),
    shops(Section::RefusedCommands, "refused_commands", "audit.list", refused_commands),
];

const fn part(section: Section, name: &'static str, right: &'static str, read: Read) -> Part {
    Part { section, name, right, is_shops: false, read }
}

const fn shops(section: Section, name: &'static str, right: &'static str, read: Read) -> Part {
    Part { section, name, right, is_shops: true, read }
}

/// A section that is short by its own bounds.
fn short(rows: Vec<Tree>) -> Result<Page, Error> {
    Ok(Page { rows, next: None })
}

/// The rows of a section below a root.
type Scans<'s> = dyn Fn(&Root) -> Scan + 's;

type Show<'s> = dyn FnMut(&mut Unit<'_>, Row) -> Result<Tree, Error> + 's;

/// A page of rows of some roots, one after another; the position is the root and where its rows go on.
fn long(
    unit: &mut Unit<'_>,
    (roots, scan): (&[Root], &Scans<'_>),
    cursor: Option<&str>,
    limit: usize,
    show: &mut Show<'_>,
) -> Result<Page, Error> {
    let mut position = cursor.map(read_cursor).transpose()?;
    let mut rows = Vec::new();
    for root in roots {
        // Those before it are done.
        if position.as_ref().is_some_and(|position| position.first() != Some(&Value::from(root))) {
            continue;
        }
        // A cursor that names the root alone stands before its rows.
        let after = position.take().map(|position| position.into_iter().skip(1).gather()).filter(|after: &Vec<Value>| !after.is_empty());
        let mut scan = scan(root).after(after);
        scan.limit = limit - rows.len() + 1;
        for row in unit.rows_of(&scan)? {
            if rows.len() == limit {
                let last = position.take().unwrap_or_else(|| vec![Value::from(root)]);
                return Ok(Page { rows, next: Some(json::text(&wire::values(&last))) });
            }
            let place = scan.position(&row).into_iter().skip(scan.prefix.len());
            position = Some(std::iter::once(Value::from(root)).chain(place).gather());
            rows.push(show(unit, row)?);
        }
        position = None;
    }
    // What it names is of another account by now, or of another section.
    if position.is_some() { Err(page::unknown_cursor()) } else { Ok(Page { rows, next: None }) }
}

fn read_cursor(text: &str) -> Result<Vec<Value>, Error> {
    let trees: Vec<Tree> = json::stored(text).map_err(|_| page::unknown_cursor())?;
    trees.iter().map(wire::value_of).gather::<Result<_, _>>().map_err(|_| page::unknown_cursor())
}

/// The customer's root, and those of the accounts that are merged in. One that was enrolled afresh is somebody's own again.
fn with_former(unit: &mut Unit<'_>, customer: &Customer) -> Result<Vec<Root>, Error> {
    let mut roots = Vec::with_capacity(customer.former.len() + 1);
    for former in &customer.former {
        if customer.has_taken_in(unit, &former.customer)? {
            roots.push(Root::customer(&former.customer));
        }
    }
    sort(&mut roots, Ord::cmp);
    roots.dedup();
    roots.retain(|root| *root != customer.root());
    roots.insert(0, customer.root());
    Ok(roots)
}

/// An object with one more field in front.
fn named(name: &str, value: impl Into<Tree>, row: Tree) -> Tree {
    let Tree::Object(mut fields) = row else { return row };
    fields.insert(0, (name.to_owned(), value.into()));
    Tree::Object(fields)
}

/// An actor as an export shows them: a customer sees only themselves.
fn shown(unit: &Unit<'_>, actor: Option<String>) -> Option<String> {
    let context = unit.context();
    actor.filter(|actor| !context.is_customer() || actor == context.actor.id.as_str())
}

fn profile(unit: &mut Unit<'_>, customer: &Customer, _: Option<&str>, _: usize) -> Result<Page, Error> {
    short(vec![tree(&View::new(customer.clone(), unit.context()))])
}

fn addresses(unit: &mut Unit<'_>, customer: &Customer, _: Option<&str>, _: usize) -> Result<Page, Error> {
    short(Address::all(unit, &customer.id)?.iter().map(tree).gather())
}

fn payment_methods(unit: &mut Unit<'_>, customer: &Customer, _: Option<&str>, _: usize) -> Result<Page, Error> {
    short(PaymentMethod::all(unit, &customer.id)?.iter().map(tree).gather())
}

fn membership(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let roots = with_former(unit, customer)?;
    long(unit, (&roots, &MembershipChange::scan), cursor, limit, &mut |unit, row| {
        let mut change = MembershipChange::from_row(row)?;
        change.facts.reason = change.facts.reason.filter(|_| !unit.context().is_customer());
        change.facts.actor = shown(unit, change.facts.actor);
        Ok(named("customer", change.root.name(), named("at", change.at.to_string(), tree(&change.facts))))
    })
}

fn blacklist(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let roots = with_former(unit, customer)?;
    long(unit, (&roots, &BlacklistChange::scan), cursor, limit, &mut |_, row| {
        let change = BlacklistChange::from_row(row)?;
        Ok(named("customer", change.root.name(), named("at", change.at.to_string(), tree(&change.facts))))
    })
}

fn balances(unit: &mut Unit<'_>, customer: &Customer, _: Option<&str>, _: usize) -> Result<Page, Error> {
    let program = unit.program();
    let one = |point_type: &PointType| Ledger::open(unit, customer, point_type.id.as_str())?.close().view().map(|balance| tree(&balance));
    short(program.point_types.iter().map(one).gather::<Result<_, _>>()?)
}

fn holds(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let program = unit.program();
    let scan = |root: &Root| Scan::prefix(&HOLD, vec![Value::from(root)]);
    let roots = with_former(unit, customer)?;
    long(unit, (&roots, &scan), cursor, limit, &mut |_, row| {
        let hold = Hold::from_row(row)?;
        let places = program.point_type(&hold.point_type).map_or(0, |point_type| point_type.places);
        hold.view(places).map(|hold| tree(&hold))
    })
}

fn entries(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let (program, for_customer) = (unit.program(), unit.context().is_customer());
    let types: Vec<Slug> = program.point_types.iter().map(|point_type| point_type.id.clone()).gather();
    for point_type in &types {
        Ledger::open(unit, customer, point_type.as_str())?;
    }
    let position = cursor.map(json::stored::<statement::Position>).transpose().map_err(|_| page::unknown_cursor())?;
    let mut position = position.unwrap_or_default();
    let mut found = statement::older(unit, customer, &types, &position, limit + 1)?;
    let has_more = found.len() > limit;
    found.truncate(limit);
    let mut rows = Vec::with_capacity(found.len());
    for (place, entry) in found {
        let places = program.point_type(&entry.point_type).map_or(0, |point_type| point_type.places);
        position.insert(place, entry.number);
        rows.push(tree(&Entry::view(&entry, places, for_customer)?));
    }
    Ok(Page { rows, next: has_more.then(|| json::text(&position)) })
}

fn orders(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    long(unit, (&[customer.root()], &Order::scan), cursor, limit, &mut |unit, row| {
        let for_customer = unit.context().is_customer();
        Order::from_row(row)?.view(for_customer).map(|order| tree(&order))
    })
}

fn subscriptions(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    long(unit, (&[customer.root()], &Subscription::scan), cursor, limit, &mut |unit, row| {
        let mut subscription = Subscription::from_row(row)?;
        subscription.link = subscription.link.filter(|_| !unit.context().is_customer());
        Ok(tree(&subscription))
    })
}

fn subscription_changes(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let scan = |root: &Root| Scan::prefix(&SUBSCRIPTION_CHANGE, vec![Value::from(root)]);
    long(unit, (&[customer.root()], &scan), cursor, limit, &mut |_, row| {
        let id = if let Value::Bytes(id) = row.value(1) { String::from_utf8_lossy(id).into_owned() } else { String::new() };
        Ok(named("subscription", id, json::stored(&row.body).map_err(Error::internal)?))
    })
}

fn wishlist(unit: &mut Unit<'_>, customer: &Customer, _: Option<&str>, _: usize) -> Result<Page, Error> {
    let found = unit.get::<Wishlist>(Wishlist::key(&customer.root()))?;
    short(found.iter().flat_map(|list| &list.items).map(tree).gather())
}

fn rewards(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    long(unit, (&[customer.root()], &IssuedReward::scan), cursor, limit, &mut |unit, row| {
        let for_customer = unit.context().is_customer();
        IssuedReward::from_row(row)?.view(unit.now(), for_customer).map(|reward| tree(&reward))
    })
}

fn stamp_cards(unit: &mut Unit<'_>, customer: &Customer, _: Option<&str>, _: usize) -> Result<Page, Error> {
    short(StampCardView::all(unit, customer)?.iter().map(tree).gather())
}

fn statuses(unit: &mut Unit<'_>, customer: &Customer, _: Option<&str>, _: usize) -> Result<Page, Error> {
    short(StatusView::all(unit, customer, 0)?.iter().map(tree).gather())
}

fn status_changes(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let scan = |root: &Root| Scan::prefix(&STATUS_CHANGE, vec![Value::from(root)]);
    let roots = with_former(unit, customer)?;
    long(unit, (&roots, &scan), cursor, limit, &mut |unit, row| {
        let mut change = StatusChange::from_row(row)?;
        change.facts.note = change.facts.note.filter(|_| !unit.context().is_customer());
        change.facts.actor = shown(unit, change.facts.actor);
        Ok(named("system", change.system, named("at", change.at.to_string(), tree(&change.facts))))
    })
}

fn gift_cards(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let scan = |_: &Root| GiftCard::scan(&customer.id);
    long(unit, (&[customer.root()], &scan), cursor, limit, &mut |unit, row| {
        let card = GiftCard::from_row(row)?;
        let account = Ledger::open(unit, &card, &card.point_type)?.close();
        card.view(&account, unit).map(|card| tree(&card))
    })
}

fn tickets(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    long(unit, (&[customer.root()], &|root| Ticket::scan(root, None)), cursor, limit, &mut |unit, row| {
        let for_customer = unit.context().is_customer();
        Ticket::from_row(row)?.view(for_customer).map(|ticket| tree(&ticket))
    })
}

fn ticket_messages(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let own = unit.context().is_customer().then(|| unit.context().actor.id.to_string());
    let mut page = long(unit, (&[customer.root()], &TicketMessage::scan_all), cursor, limit, &mut |_, row| {
        let message = TicketMessage::from_row(row)?;
        if message.internal && own.is_some() {
            return Ok(Tree::Null);
        }
        let ticket = message.ticket.to_string();
        Ok(named("ticket", ticket, tree(&message.view(own.as_deref()))))
    })?;
    page.rows.retain(|row| *row != Tree::Null);
    Ok(page)
}

fn merges(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    long(unit, (&[customer.root()], &Merge::scan), cursor, limit, &mut |unit, row| {
        let is_staff = !unit.context().is_customer();
        Ok(tree(&Merge::from_row(row)?.view(&customer.id, is_staff)))
    })
}

fn approvals(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    long(unit, (&[customer.root()], &Approval::scan_all), cursor, limit, &mut |unit, row| {
        Ok(tree(&Approval::from_row(row)?.view(unit.now())))
    })
}

fn messages(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let roots = with_former(unit, customer)?;
    long(unit, (&roots, &Message::scan), cursor, limit, &mut |_, row| {
        let mut message = Message::from_row(row)?;
        // A mail may hold a password or a token: it is for whoever it is sent to.
        message.content.email = None;
        Ok(named("id", message.id()?.as_str(), tree(&message.content)))
    })
}

fn commands(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let roots = with_former(unit, customer)?;
    long(unit, (&roots, &LogRow::scan), cursor, limit, &mut |_, row| Ok(tree(&AuditRow::done(&LogRow::from_row(row)?)?)))
}

fn refused_commands(unit: &mut Unit<'_>, customer: &Customer, cursor: Option<&str>, limit: usize) -> Result<Page, Error> {
    let scan = |root: &Root| Scan::prefix(&REFUSAL, vec![Value::from(root)]);
    let roots = with_former(unit, customer)?;
    long(unit, (&roots, &scan), cursor, limit, &mut |_, row| Ok(tree(&AuditRow::refused(&RefusedCommand::from_row(row)?))))
}
