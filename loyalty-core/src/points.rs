//! Points: what hosts do with a customer's ledgers. The rules are in `crate::ledger`; here are the operations and what they share.

mod adjust;
mod balance;
mod capture;
mod earn;
mod expiring;
mod explain;
mod history;
mod hold;
mod redate;
mod reinstate;
mod release;
mod reverse;
mod spend;
mod transfer;

pub use adjust::Adjust;
pub use balance::{Balance, Balances, PastBalance};
pub use capture::{Capture, Captured, CapturedPart};
pub use earn::Earn;
pub use expiring::{Due, Expiring, Schedule};
pub use explain::{Explain, Explained, Origins};
pub use history::{History, HistoryPage};
pub use hold::{Hold, HoldPart};
pub use redate::{Redate, Redated};
pub use reinstate::{Reinstate, Reinstated};
pub use release::Release;
pub use reverse::{Reverse, Reversed};
pub use spend::Spend;
pub use transfer::{Transfer, Transferred};

use schemars::JsonSchema;

use crate::amount::Quantity;
use crate::customer::Customer;
use crate::entry::{Entry, entry_ref, parse_ref, ref_root};
use crate::error::Error;
use crate::gift_card::GiftCard;
use crate::hold::{Hold as StoredHold, HoldView};
use crate::id::{CustomerId, Ref, Slug};
use crate::json::Json;
use crate::ledger::Ledger;
use crate::limits::HOLD_PARTS_MAX;
use crate::membership::State;
use crate::record::Root;
use crate::unit::Unit;

/// The result of an operation that writes one entry.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Posted {
    /// The customer.
    pub customer: CustomerId,
    /// The entry; the receipt's `entries` have it whole.
    pub entry: Ref,
}

/// The result of `points.hold` and `points.release`.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct Held {
    /// Of several holds: each of them, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<HoldView>,
    /// The hold, or the first.
    #[serde(flatten)]
    pub first: HoldView,
}

impl Held {
    fn of(mut parts: Vec<HoldView>) -> Result<Self, Error> {
        let first = parts.first().cloned().ok_or_else(|| Error::internal("no hold was touched"))?;
        if parts.len() == 1 {
            parts.clear();
        }
        Ok(Held { parts, first })
    }
}

impl Posted {
    fn new(customer: &Customer, entry: &Entry) -> Result<Self, Error> {
        Ok(Posted { customer: customer.id.clone(), entry: entry_ref(&customer.id, &entry.point_type, entry.number)? })
    }
}

/// Opens a ledger for a command and checks the version of the account that the caller saw.
fn open<'u, 'r>(unit: &'u mut Unit<'r>, customer: &Customer, point_type: &str) -> Result<Ledger<'u, 'r>, Error> {
    let ledger = Ledger::open(unit, customer, point_type)?;
    let entries = ledger.account.entries;
    ledger.check_version(entries)
}

/// The point type and number that an id of this customer names.
fn resolve<'i>(unit: &Unit<'_>, id: &'i Ref, customer: &CustomerId, prefix: &str, what: &'static str) -> Result<(&'i str, u64), Error> {
    let found = parse_ref(id, customer, prefix).filter(|(point_type, _)| unit.program().point_type(point_type).is_some());
    found.ok_or_else(|| Error::not_found(what, id))
}

/// The number of the entry whose points are meant, of a point type in the customer's own journal.
///
/// # Errors
/// `not_found`; `invalid_request` for an entry of an account that was merged: its points are others' by now.
fn number_of_own(customer: &Customer, point_type: &Slug, entry: Option<&Ref>) -> Result<Option<u64>, Error> {
    let Some(id) = entry else { return Ok(None) };
    let lost = || Error::not_found("entry", id);
    let (root, name, number) = customer.own_ref(id, "").ok_or_else(lost)?;
    if root != customer.root() {
        let problem = "stands in the journal of an account that was merged; name the entry by which its points came here";
        return Err(Error::invalid("args.entry", problem));
    }
    if name == point_type.as_str() { Ok(Some(number)) } else { Err(lost()) }
}

/// The holds that a request names: one, of which a part may be meant, or several.
fn wanted(hold: Option<&Ref>, holds: &[Ref], amount: Option<Quantity>) -> Result<Vec<Ref>, Error> {
    match (hold, holds) {
        (Some(hold), []) => Ok(vec![hold.clone()]),
        (None, []) => Err(Error::invalid("args.hold", "is missing; name the hold, or several in `holds`")),
        (None, holds) if holds.len() > HOLD_PARTS_MAX => {
            Err(Error::invalid("args.holds", format_args!("has more than {HOLD_PARTS_MAX} items")))
        }
        (None, holds) if amount.is_none() => Ok(holds.to_vec()),
        _ => Err(Error::invalid("args.holds", "stands beside `hold` or `amount`; give the one or the other")),
    }
}

/// The roots of a request that settles holds.
fn roots_of<'h>(customer: &CustomerId, holds: impl Iterator<Item = &'h Ref>) -> Vec<Root> {
    let mut roots = vec![Root::customer(customer)];
    for hold in holds {
        let root = ref_root(customer, hold);
        if !roots.contains(&root) {
            roots.push(root);
        }
    }
    roots
}

/// The hold that took over what was left of one, where that was a merged account's.
fn followed(unit: &mut Unit<'_>, customer: &Customer, id: &Ref) -> Result<Option<Ref>, Error> {
    let mut found = None;
    while let Some((root, name, number)) = customer.former_ref(found.as_ref().unwrap_or(id), "h") {
        let stored = unit.get::<StoredHold>(StoredHold::key(&root, name, number))?;
        let Some(to) = stored.and_then(|hold| hold.rest.moved_to) else { break };
        found = Some(to);
    }
    Ok(found)
}

/// Opens the ledger in which a hold lies, for a command that its owner's state allows; with it comes the hold's number.
///
/// A gift card's hold is settled by the customer for whose checkout it was made.
fn holder<'u, 'r>(unit: &'u mut Unit<'r>, customer: &Customer, id: &Ref, command: &'static str) -> Result<(Ledger<'u, 'r>, u64), Error> {
    let moved = followed(unit, customer, id)?;
    let id = moved.as_ref().unwrap_or(id);
    let root = ref_root(&customer.id, id);
    if root == customer.root() {
        let (point_type, number) = resolve(unit, id, &customer.id, "h", "hold")?;
        return Ok((open(unit, customer, point_type)?, number));
    }
    let missing = || Error::not_found("hold", id);
    let (point_type, number) = parse_ref(id, &root.name(), "h").ok_or_else(missing)?;
    let stored = unit.get::<StoredHold>(StoredHold::key(&root, point_type, number))?;
    let payer = stored.and_then(|hold| hold.rest.customer).ok_or_else(missing)?;
    if !customer.has_taken_in(unit, &payer)? {
        return Err(missing());
    }
    Ok((GiftCard::open(unit, &root, command)?.1, number))
}

/// Refuses while the account is on hold: then nothing is paid.
fn require_free(customer: &Customer) -> Result<(), Error> {
    match customer.membership.state {
        State::OnHold => Err(Error::not_eligible("the account is on hold; reactivate it or release the hold")),
        _ => require_live(customer),
    }
}

/// What was begun is settled in every live state, on a hold of the account too; of an erased customer it touches the ledger alone (rule M2).
fn require_live(customer: &Customer) -> Result<(), Error> {
    match customer.membership.state {
        State::Merged => Err(Error::not_eligible("the account is merged")),
        _ => Ok(()),
    }
}
