//! `points.explain`

use schemars::JsonSchema;

use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind, EntryView, entry_ref};
use crate::error::Error;
use crate::expiry::Lapse;
use crate::gather::Gather;
use crate::id::{CustomerId, Id, Ref, Slug};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::limits::PAGE_MAX;
use crate::lot::{Lot, Place};
use crate::operation::{self, Kind, Operation};
use crate::order::{NUMBER, Order, PartName, Share};
use crate::record::Root;
use crate::unit::Unit;

/// Where a balance, an entry or a lot came from.
///
/// Name a point type for its balance, or an entry (a lot bears the id of the entry that made it). A balance is explained by its lots, at most 500,
/// in spending order; an entry by itself, by the entries that made the lots it drew on, and by what is left of its own lot. What an order earned is
/// explained by its lines, down to the unit. What came by a merge or from another customer is explained by the entry that brought it, whose `counterpart`
/// leads on; a customer is not led to another.
///
/// Errors: `invalid_request` unless exactly one of `type` and `entry` is given; `not_found`.
///
/// Rule L13.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Explain {
    /// The customer.
    pub customer: CustomerId,
    /// The point type whose balance is explained.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub point_type: Option<Slug>,
    /// The entry or lot that is explained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Ref>,
}

/// An explanation.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Explained {
    /// The entry itself, when one is explained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryView>,
    /// The parts of the order for which the entry was earned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<OrderPart>,
    /// The lots behind it, each with the entry that made it.
    pub lots: Vec<Origins>,
    /// Whether there are more lots than are shown.
    pub more: bool,
}

/// A lot and where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Origins {
    /// The lot: the id of the entry that made it.
    pub lot: Ref,
    /// How much of it: in a balance what is left, in an entry what was taken (negative) or put back.
    pub amount: Quantity,
    /// Where it is now: `pending`, `active`, `held`, `lapsed`; absent for what an entry moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// When it ends.
    pub expires: Lapse,
    /// The entry that made it: order, rule, adjustment.
    pub made_by: EntryView,
    /// The parts of the order for which it was earned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<OrderPart>,
}

/// A part of an order with what it has of what was earned.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct OrderPart {
    /// How much of what was earned.
    pub amount: Quantity,
    /// The article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<Id>,
    /// How many of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// What each unit has, where there are whole ones, 100 at most: what refunds of one after another take while nothing else is given back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Quantity>,
    /// The part.
    #[serde(flatten)]
    pub part: PartName,
}

/// Units of a line that are shown one by one.
const UNITS_SHOWN: i64 = 100;

impl Operation for Explain {
    const NAME: &'static str = "points.explain";
    const KIND: Kind = Kind::Query;
    type Output = Explained;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Explained, Error> {
        let customer = Customer::load(unit, &self.customer)?;
        match (&self.point_type, &self.entry) {
            (Some(point_type), None) => explain_balance(unit, &customer, point_type.as_str()),
            (None, Some(entry)) => {
                let lost = || Error::not_found("entry", entry);
                let (root, point_type, number) = customer.own_ref(entry, "").ok_or_else(lost)?;
                crate::ledger::find_type(&unit.program(), point_type).map_err(|_| lost())?;
                let found = unit.get::<Entry>(Entry::key(&root, point_type, number))?;
                if found.is_some_and(|entry| !customer.owns(&root, entry.log_seq)) {
                    return Err(lost());
                }
                // An entry of an account that was merged into this one is explained where it stands.
                let owner = Customer::load(unit, &root.customer_id().ok_or_else(lost)?)?;
                explain_entry(unit, &owner, point_type, number)
            }
            _ => Err(Error::invalid("args", "names both or neither of `type` and `entry`; name one")),
        }
    }
}

fn explain_balance(unit: &mut Unit<'_>, customer: &Customer, point_type: &str) -> Result<Explained, Error> {
    let account = Ledger::open(unit, customer, point_type)?.close();
    let mut lots = Vec::new();
    for place in [Place::Active, Place::Following, Place::Pending, Place::Held(0)] {
        lots.extend(unit.scan::<Lot>(&Lot::scan(&account.root, &account.point_type, place).limit(PAGE_MAX + 1))?);
    }
    let lots = crate::lot::in_spending_order(lots, account.account_date);
    let more = lots.len() > PAGE_MAX;
    let origins = lots.iter().take(PAGE_MAX).map(|lot| {
        let made_by = find(unit, customer, point_type, lot.number)?;
        let order = parts(unit, customer, &made_by, account.places)?;
        let made_by = made_by.view(account.places, unit.context().is_customer())?;
        origins(customer, lot, lot.amount.decimal(account.places), made_by, order)
    });
    Ok(Explained { entry: None, order: Vec::new(), lots: origins.gather::<Result<_, _>>()?, more })
}

fn explain_entry(unit: &mut Unit<'_>, customer: &Customer, point_type: &str, number: u64) -> Result<Explained, Error> {
    let account = Ledger::open(unit, customer, point_type)?.close();
    let (places, for_customer) = (account.places, unit.context().is_customer());
    let entry = find(unit, customer, point_type, number)?;
    let mut lots = Vec::new();
    for part in entry.facts.parts.iter().take(PAGE_MAX) {
        let made_by = find(unit, customer, point_type, part.lot)?;
        let order = parts(unit, customer, &made_by, places)?;
        let (made_by, lot) = (made_by.view(places, for_customer)?, entry_ref(&customer.id, point_type, part.lot)?);
        lots.push(Origins { lot, amount: part.amount.decimal(places), place: None, expires: part.lapse, made_by, order });
    }
    for lot in unit.scan::<Lot>(&Lot::scan_number(&account.root, point_type, number))? {
        lots.push(origins(customer, &lot, lot.amount.decimal(places), entry.view(places, for_customer)?, Vec::new())?);
    }
    let order = parts(unit, customer, &entry, places)?;
    Ok(Explained { entry: Some(entry.view(places, for_customer)?), order, lots, more: entry.facts.parts.len() > PAGE_MAX })
}

fn find(unit: &mut Unit<'_>, customer: &Customer, point_type: &str, number: u64) -> Result<Entry, Error> {
    let found = unit.get::<Entry>(Entry::key(&customer.root(), point_type, number))?;
    found.ok_or_else(|| Error::not_found("entry", format_args!("{}/{point_type}/{number}", customer.id)))
}

fn origins(customer: &Customer, lot: &Lot, amount: Quantity, made_by: EntryView, order: Vec<OrderPart>) -> Result<Origins, Error> {
    let id = entry_ref(&customer.id, &lot.point_type, lot.number)?;
    Ok(Origins { lot: id, amount, place: Some(lot.place.name().to_owned()), expires: lot.lapse, made_by, order })
}

/// The parts of the order for which an entry was earned, down to the unit (rule L13).
fn parts(unit: &mut Unit<'_>, customer: &Customer, entry: &Entry, places: u32) -> Result<Vec<OrderPart>, Error> {
    let (EntryKind::Earn, Some(number)) = (entry.kind, &entry.facts.order) else { return Ok(Vec::new()) };
    let mut found = unit.get::<Order>(Order::key(&entry.root, number))?;
    if found.is_none() {
        // After a merge the order is elsewhere than the entry.
        let root = unit.holder(NUMBER, number.as_str())?.unwrap_or_else(|| entry.root.clone());
        found = unit.get::<Order>(Order::key(&root, number))?;
    }
    let Some(order) = found else { return Ok(Vec::new()) };
    let id = entry_ref(&customer.id, &entry.point_type, entry.number)?;
    let shares = order.facts.earned.iter().filter(|earned| earned.entry == id).flat_map(|earned| &earned.shares);
    let part = |share: &Share| {
        let line = order.facts.lines.iter().find(|line| Some(&line.id) == share.part.line.as_ref());
        let quantity = line.map(|line| line.quantity);
        let units = quantity.map_or(Ok(Vec::new()), |quantity| units(share.amount, quantity, places))?;
        Ok(OrderPart { amount: share.amount, sku: line.and_then(|line| line.sku.clone()), quantity, units, part: share.part.clone() })
    };
    shares.map(part).gather()
}

/// What each unit of a line has of its share.
fn units(share: Quantity, quantity: Quantity, places: u32) -> Result<Vec<Quantity>, Error> {
    let Some(count) = quantity.amount(0, "").ok().map(Amount::units).filter(|count| (1..=UNITS_SHOWN).contains(count)) else {
        return Ok(Vec::new());
    };
    let (mut units, mut before) = (Vec::new(), Quantity::default());
    for number in 1..=count {
        let after = share.times(Quantity::from(number))?.over(quantity)?.nearest(places);
        units.push(after.minus(before)?);
        before = after;
    }
    Ok(units)
}
