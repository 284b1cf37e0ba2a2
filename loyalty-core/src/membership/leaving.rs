//! What leaving the program does besides the change of state.

use crate::customer::Customer;
use crate::email::OptIn;
use crate::error::Error;
use crate::ledger::{Ledger, accounts};
use crate::program::{OnLeaving, PointKind};
use crate::unit::Unit;

/// Every marketing opt-in becomes false (rules E1, M1).
pub(super) fn unsubscribe(unit: &Unit<'_>, customer: &mut Customer) {
    let actor = &unit.context().actor;
    let declined = OptIn { opted_in: false, changed_at: unit.now(), by: actor.id.as_str().to_owned(), through: actor.through.clone() };
    for choice in customer.preferences.lists.values_mut().chain(customer.preferences.newsletter.as_mut()) {
        if choice.opted_in {
            *choice = declined.clone();
        }
    }
    customer.preferences.version += 1;
}

/// Takes points and stamps when the program says so; money stays the customer's.
pub(super) fn forfeit(unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
    if unit.program().on_leaving == OnLeaving::Freeze {
        return Ok(());
    }
    for account in accounts(unit, &customer.root())? {
        let mut ledger = Ledger::open(unit, customer, &account.point_type)?;
        if ledger.point_type.kind != PointKind::Money {
            ledger.forfeit()?;
        }
        ledger.close();
    }
    Ok(())
}
