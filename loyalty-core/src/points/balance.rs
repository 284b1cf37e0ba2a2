//! `points.balance`

use schemars::JsonSchema;

use crate::account::{self, Account};
use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind};
use crate::error::Error;
use crate::gather::Gather;
use crate::hold::{Hold, HoldView};
use crate::id::{CustomerId, Slug};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::operation::{self, Kind, Operation};
use crate::record::Root;
use crate::repository::Value;
use crate::time::Timestamp;
use crate::unit::Unit;

/// How many open holds of a point type are shown.
const HOLDS_MAX: usize = 100;

/// The balances of a customer: what can be spent, what is pending, held and owed, and the lifetime totals.
///
/// What is past its end never counts, whether or not the sweep has run. With `as_of` the answer also has the totals as they were at that moment,
/// by the times at which entries took effect; with `as_recorded_at` beside it, as they stood in the books at that later moment: what was recorded since does not
/// count, even where it was dated back. What time alone had done by then counts, whether or not it was swept.
///
/// Rules L4, L6, L7, L12.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// The customer.
    pub customer: CustomerId,
    /// One point type; all when absent.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub point_type: Option<Slug>,
    /// A moment that has passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Timestamp>,
    /// The totals of `as_of` as the books had them at this moment: not before `as_of`, nor in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_recorded_at: Option<Timestamp>,
}

/// The balances of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Balances {
    /// The customer.
    pub customer: CustomerId,
    /// When this was so.
    pub at: Timestamp,
    /// One per point type.
    pub balances: Vec<account::Balance>,
    /// The open holds, those that end first first, at most 100 per point type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<HoldView>,
    /// The totals at the moment `as_of`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_of: Vec<PastBalance>,
}

/// A total as it was.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct PastBalance {
    /// The point type.
    #[serde(rename = "type")]
    pub point_type: Slug,
    /// The sum of all entries that had taken effect.
    pub total: Quantity,
}

impl Operation for Balance {
    const NAME: &'static str = "points.balance";
    const KIND: Kind = Kind::Query;
    type Output = Balances;

    fn roots(&self) -> Vec<Root> {
        operation::customer(&self.customer)
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Balances, Error> {
        if self.as_of.is_some_and(|at| at > unit.now()) {
            return Err(Error::invalid("args.as_of", "lies in the future; give a moment that has passed"));
        }
        self.check_recorded(unit.now())?;
        let customer = Customer::load(unit, &self.customer)?;
        let mut answer =
            Balances { customer: customer.id.clone(), at: unit.now(), balances: Vec::new(), holds: Vec::new(), as_of: Vec::new() };
        for point_type in types(unit, self.point_type.as_ref())? {
            let account = Ledger::open(unit, &customer, point_type.as_str())?.close();
            answer.balances.push(account.view()?);
            for hold in unit.scan::<Hold>(&Hold::scan_open(&account.root, &account.point_type).limit(HOLDS_MAX))? {
                answer.holds.push(hold.view(account.places)?);
            }
            if let Some(at) = self.as_of {
                let total = total_as_of(unit, &account, at, self.as_recorded_at)?.decimal(account.places);
                answer.as_of.push(PastBalance { point_type, total });
            }
        }
        Ok(answer)
    }
}

/// The point types that a query is about: the one named, or all of the program.
///
/// # Errors
/// `invalid_request` for a type that the program does not have.
pub(super) fn types(unit: &Unit<'_>, named: Option<&Slug>) -> Result<Vec<Slug>, Error> {
    let program = unit.program();
    match named {
        Some(id) => crate::ledger::find_type(&program, id.as_str()).map(|point_type| vec![point_type.id.clone()]),
        None => Ok(program.point_types.iter().map(|point_type| point_type.id.clone()).gather()),
    }
}

/// How many entries are read at a time.
const ENTRIES_AT_A_TIME: usize = 32;

/// The sum of all entries that had taken effect at a moment, of those alone that stood in the books at another (rule L12), without reading the journal.
///
/// Entries recorded in the order of their effect form, up to the moment, a beginning of the journal, whose sum the last of them bears. Late ones
/// (dated back) recorded behind it are added one by one; there are few.
fn total_as_of(unit: &mut Unit<'_>, account: &Account, at: Timestamp, as_recorded_at: Option<Timestamp>) -> Result<Amount, Error> {
    let known = as_recorded_at.map_or(Ok(account.entries), |by| known_by(unit, account, by))?;
    let in_order = Entry::scan_effective(&account.root, &account.point_type, false, at).limit(1);
    let last = unit.scan::<Entry>(&in_order)?.into_iter().next();
    let (number, sum) = last.map_or((0, Amount::ZERO), |entry| (entry.number, entry.balance));
    if number >= known {
        // What was known had all taken effect: late ones lie before what is in order.
        return Ok(entry(unit, account, known)?.map_or(Amount::ZERO, |entry| entry.balance));
    }
    let late = unit.scan::<Entry>(&Entry::scan_effective(&account.root, &account.point_type, true, at))?;
    late.iter().filter(|entry| entry.number > number && entry.number <= known).try_fold(sum, |sum, entry| sum.plus(entry.amount))
}

/// How many entries the books had at a moment: those recorded by then, which are found by halves, and what time alone had done by then. That was
/// posted in front of whatever was recorded next.
fn known_by(unit: &mut Unit<'_>, account: &Account, by: Timestamp) -> Result<u64, Error> {
    let (mut known, mut later) = (0, account.entries + 1);
    while later - known > 1 {
        let middle = known + (later - known) / 2;
        let is_known = entry(unit, account, middle)?.is_some_and(|entry| entry.recorded_at <= by);
        (known, later) = if is_known { (middle, later) } else { (known, middle) };
    }
    let is_due = |entry: &Entry| matches!(entry.kind, EntryKind::Expire | EntryKind::Repay) && entry.effective_at <= by;
    loop {
        let scan = Entry::scan(&account.root, &account.point_type).after(Some(vec![Value::from(known)])).limit(ENTRIES_AT_A_TIME);
        let next = unit.scan::<Entry>(&scan)?;
        let due = next.iter().take_while(|entry| is_due(entry)).count();
        known = next.get(due.saturating_sub(1)).filter(|_| due > 0).map_or(known, |entry| entry.number);
        if due < ENTRIES_AT_A_TIME {
            return Ok(known);
        }
    }
}

fn entry(unit: &mut Unit<'_>, account: &Account, number: u64) -> Result<Option<Entry>, Error> {
    unit.get::<Entry>(Entry::key(&account.root, &account.point_type, number))
}

impl Balance {
    fn check_recorded(&self, now: Timestamp) -> Result<(), Error> {
        let Some(by) = self.as_recorded_at else { return Ok(()) };
        let problem = match self.as_of {
            None => "stands without 'as_of'; give the moment of which the books are asked",
            Some(_) if by > now => "lies in the future; give a moment that has passed",
            Some(as_of) if by < as_of => "lies before 'as_of', of which nobody knew then; give that moment or a later one",
            Some(_) => return Ok(()),
        };
        Err(Error::invalid("args.as_recorded_at", problem))
    }
}
