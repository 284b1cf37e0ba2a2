//! What leaving the program does to the books.

use crate::account::Account;
use crate::customer::Customer;
use crate::error::Error;
use crate::ledger::Ledger;
use crate::program::{OnLeaving, PointKind};
use crate::unit::Unit;

/// Takes points and stamps when the program says so; money stays the customer's.
pub(super) fn forfeit(unit: &mut Unit<'_>, customer: &Customer) -> Result<(), Error> {
    if unit.program().on_leaving == OnLeaving::Freeze {
        return Ok(());
    }
    for account in Account::all(unit, &customer.root())? {
        let mut ledger = Ledger::open(unit, customer, &account.point_type)?;
        if ledger.point_type.kind != PointKind::Money {
            ledger.forfeit()?;
        }
        ledger.close();
    }
    Ok(())
}
