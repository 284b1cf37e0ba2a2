//! Reports over all customers and gift cards: the walk from account to account that they share, and its cursor (rules L6, L7).
//!
//! A report takes as many requests as there are stretches. The sums so far travel in the cursor, so that neither the library nor the host keeps
//! anything in between, and what is kept does not grow with the shop.

mod activity;
mod expiring;
mod liability;
#[cfg(test)]
mod tests;

pub use activity::{Activity, ActivityPage, ActivityRow};
pub use expiring::{Ending, Expiring, ExpiringReport, Month};
pub use liability::{Aged, Liability, LiabilityReport, Outstanding};

use schemars::JsonSchema;

use crate::account::{ACCOUNT, Account};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::gift_card::GiftCard;
use crate::hex::{hex, unhex};
use crate::id::Slug;
use crate::json::{self, Json, Raw};
use crate::ledger::{Ledger, Owner};
use crate::limits::{REPORT_ACCOUNTS_DEFAULT, REPORT_ACCOUNTS_MAX};
use crate::lot::Lot;
use crate::page;
use crate::record::{Record, Root};
use crate::repository::{ROOT, Scan, Value};
use crate::time::Timestamp;
use crate::unit::Unit;

/// Accounts whose lots are read in one round trip.
const TOGETHER: usize = 100;

/// The root and point type of an account.
type AccountKey = (Root, String);

/// Whose the value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// On accounts of customers.
    Customers,
    /// On gift cards.
    GiftCards,
}

impl Holder {
    /// Whose account it is that lies below a root.
    fn of(root: &Root) -> Self {
        if root.gift_card_number().is_some() { Holder::GiftCards } else { Holder::Customers }
    }
}

/// How many accounts one request walks over. They are counted at one moment, or again if a commit comes in between: so there are not too many.
///
/// # Errors
/// `invalid_request` at `args.limit`.
fn stretch(limit: Option<usize>) -> Result<usize, Error> {
    within(limit.unwrap_or(REPORT_ACCOUNTS_DEFAULT), REPORT_ACCOUNTS_MAX)
}

/// A length that is not beyond its bound.
fn within(size: usize, most: usize) -> Result<usize, Error> {
    if (1..=most).contains(&size) { Ok(size) } else { Err(Error::invalid("args.limit", format_args!("must be 1 to {most}"))) }
}

/// Where the stretch before ended, and what was found up to there: the report's own rows, as JSON.
#[derive(Json)]
#[serde(deny_unknown_fields)]
struct Cursor {
    /// What was asked, which has to stay the same.
    asked: String,
    root: String,
    point_type: String,
    rows: Raw,
}

/// The walk over all accounts in the order of their keys, which nothing moves: each is met once, whatever happens meanwhile.
struct Walk {
    /// The accounts of this stretch.
    accounts: Vec<AccountKey>,
    has_more: bool,
}

impl Walk {
    /// The stretch behind an account.
    fn behind(unit: &mut Unit<'_>, after: Option<AccountKey>, size: usize) -> Result<Self, Error> {
        let after = after.map(|(root, point_type)| Account::key(&root, &point_type));
        let mut found = unit.scan::<Account>(&Scan::prefix(&ACCOUNT, Vec::new()).after(after).limit(size + 1))?;
        let has_more = page::cut(&mut found, size).is_some();
        Ok(Walk { accounts: found.into_iter().map(|account| (account.root, account.point_type)).gather(), has_more })
    }

    /// Goes through the stretch: gives each account, settled up to now (rule L6), with its lots that have not lapsed, to `count`. Where `skips`
    /// says so of an account, its lots are not read.
    fn each(
        &self,
        unit: &mut Unit<'_>,
        skips: impl Fn(&Account) -> bool,
        mut count: impl FnMut(&Account, Vec<Lot>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for together in self.accounts.chunks(TOGETHER) {
            // Versions and accounts in one round trip: should another commit come in between, the door notices, and asks again.
            let keys =
                |(root, point_type): &(Root, String)| [(&ROOT, vec![Value::from(root)]), (Account::TABLE, Account::key(root, point_type))];
            unit.prefetch(together.iter().flat_map(keys).gather())?;
            let mut accounts = Vec::with_capacity(together.len());
            for (root, point_type) in together {
                accounts.extend(settled(unit, root, point_type)?.filter(|account| !skips(account)));
            }
            let scans: Vec<Scan> = accounts.iter().map(|account| Lot::scan_live(&account.root, &account.point_type)).gather();
            for (account, lots) in accounts.iter().zip(unit.scan_each::<Lot>(&scans)?) {
                count(account, lots)?;
            }
        }
        Ok(())
    }

    /// The cursor behind this stretch; none behind the last.
    fn next(&self, asked: &str, rows: Raw) -> Option<String> {
        let (root, point_type) = self.accounts.last().filter(|_| self.has_more)?;
        let cursor = Cursor { asked: asked.to_owned(), root: hex(root.bytes()), point_type: point_type.clone(), rows };
        Some(hex(json::text(&cursor).as_bytes()))
    }
}

/// What a cursor says: the account behind which to go on, and the rows so far.
///
/// # Errors
/// `invalid_request` when it is none, or that of another question.
fn resume(cursor: Option<&str>, asked: &str) -> Result<Option<(AccountKey, Raw)>, Error> {
    let Some(text) = cursor else { return Ok(None) };
    let read: Option<Cursor> = unhex(text).and_then(|bytes| json::stored(std::str::from_utf8(&bytes).ok()?).ok());
    let cursor = read.filter(|cursor| cursor.asked == asked).ok_or_else(page::unknown_cursor)?;
    let root = unhex(&cursor.root).ok_or_else(page::unknown_cursor)?;
    Ok(Some(((Root::from_bytes(&root), cursor.point_type), cursor.rows)))
}

/// An account as it is now, whether or not the sweep has run.
fn settled(unit: &mut Unit<'_>, root: &Root, point_type: &str) -> Result<Option<Account>, Error> {
    unit.rest_on(root)?;
    let found = unit.get::<Account>(Account::key(root, point_type))?;
    let due_at = found.as_ref().and_then(|account| account.due_at);
    if due_at.is_none_or(|due| due > unit.now()) {
        return Ok(found);
    }
    let owner: Box<dyn Owner> = match root.customer_id() {
        Some(id) => Box::new(Customer::load(unit, &id)?),
        None => Box::new(GiftCard::load(unit, root)?),
    };
    Ledger::open(unit, owner.as_ref(), point_type).map(|ledger| Some(ledger.close()))
}

/// The point type of an account as rows name it.
fn slug(point_type: &str) -> Result<Slug, Error> {
    Slug::new(point_type).map_err(Error::internal)
}

/// Adds to a sum.
fn add(sum: &mut Quantity, amount: Quantity) -> Result<(), Error> {
    *sum = sum.plus(amount)?;
    Ok(())
}

/// The place of the row that is for this, made where there is none; rows stay in the order of what they are for.
fn row_for<'r, T, K: Ord>(rows: &'r mut Vec<T>, key: &K, key_of: impl Fn(&T) -> K, new: impl FnOnce() -> T) -> Option<&'r mut T> {
    let place = match rows.binary_search_by(|row| key_of(row).cmp(key)) {
        Ok(place) => place,
        Err(place) => {
            rows.insert(place, new());
            place
        }
    };
    rows.get_mut(place)
}

/// When the first account of a report was counted (rule L6).
fn no_earlier(since: Option<Timestamp>, now: Timestamp) -> Timestamp {
    since.map_or(now, |since| since.min(now))
}
