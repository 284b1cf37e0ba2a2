//! Adjusting a balance by hand: the one rule for one customer and for a row of a file (rules L2, L3, L4, B1, P1).

use crate::access::check_limits;
use crate::amount::{Amount, Quantity};
use crate::customer::Customer;
use crate::entry::{Entry, EntryKind};
use crate::error::Error;
use crate::expiry::Given;
use crate::id::Line;
use crate::ledger::{Ledger, Origin, find_type};
use crate::unit::Unit;

/// What the customer reads when the agent says nothing.
pub const COMMENT: &str = "Manual adjustments";

/// What is wanted of a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A signed amount more, not zero.
    Add {
        /// How much.
        amount: Quantity,
    },
    /// A balance, where it is what was expected.
    Set {
        /// What shall be spendable.
        amount: Quantity,
        /// What is spendable now, less what is owed.
        expected: Quantity,
    },
}

/// Refuses an adjustment without a reason where the program requires one.
///
/// # Errors
/// `invalid_request` at `args.reason`.
pub fn require_reason(unit: &Unit<'_>, reason: Option<&Line>) -> Result<(), Error> {
    if unit.program().adjustment_needs_reason && reason.is_none() {
        return Err(Error::invalid("args.reason", "is missing; this program requires a reason for every adjustment"));
    }
    Ok(())
}

/// Gives or takes by hand, under the limits of an actor who has a right. Nothing is written where a balance is set to what it is.
///
/// # Errors
/// `invalid_request` for an amount or an expiry that does not fit; `not_eligible` where the
/// membership state does not allow it; `insufficient_balance`; `limit_exceeded`.
pub fn adjust(
    unit: &mut Unit<'_>,
    customer: &Customer,
    right: &str,
    point_type: &str,
    wanted: Wanted,
    given: Given,
    origin: Origin,
) -> Result<Option<Entry>, Error> {
    let point_type = find_type(&unit.program(), point_type)?.clone();
    customer.require_for(&point_type)?;
    let known = match wanted {
        Wanted::Add { amount } => {
            let amount = amount.amount(point_type.places, "args.amount")?;
            check_limits(unit, right, &point_type, amount)?;
            Some(amount)
        }
        Wanted::Set { .. } => None,
    };
    let ledger = Ledger::open(unit, customer, point_type.id.as_str())?;
    let entries = ledger.account.entries;
    let mut ledger = ledger.check_version(entries)?;
    let amount = match (known, wanted) {
        (Some(amount), _) => amount,
        (None, Wanted::Add { amount }) => amount.amount(point_type.places, "args.amount")?,
        (None, Wanted::Set { amount, expected }) => missing(&ledger, amount, expected)?,
    };
    let is_set = known.is_none();
    let entry = if amount.is_positive() {
        Some(ledger.credit(EntryKind::Adjust, amount, given, origin)?)
    } else if amount.is_negative() && (given == Given::default() || is_set) {
        Some(ledger.debit(EntryKind::Adjust, amount.magnitude(), origin)?)
    } else if amount.is_negative() {
        return Err(Error::invalid("args.amount", "is a debit; only a credit has an expiry"));
    } else if is_set {
        None
    } else {
        return Err(Error::invalid("args.amount", "must not be zero"));
    };
    ledger.close();
    if is_set {
        check_limits(unit, right, &point_type, amount)?;
    }
    Ok(entry)
}

/// What is missing to a balance that is to be set.
fn missing(ledger: &Ledger<'_, '_>, to: Quantity, expected: Quantity) -> Result<Amount, Error> {
    let places = ledger.point_type.places;
    let (to, expected) = (to.amount(places, "args.amount")?, expected.amount(places, "args.expected")?);
    let now = ledger.account.active()?.minus(ledger.account.debt)?;
    if now != expected {
        let (now, expected) = (now.decimal(places), expected.decimal(places));
        let problem = format!("is {expected}, but the balance is {now} now; look what has happened and give the balance of now");
        return Err(Error::invalid("args.expected", problem));
    }
    to.minus(now)
}
