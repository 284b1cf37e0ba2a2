//! Where a customer stands on the program's ladders: one record per customer and status system (rules Y1, Y5).
//!
//! Opening a standing settles it first, like a ledger: periods that ended, days of grace that passed and locks that ran out are carried out instant by
//! instant, as if somebody had looked then. So answers never depend on when the sweep ran (rule L6); a query does the same and drops it.

mod assign;
mod assignment;
mod change;
mod counter;
mod evaluate;
mod evaluation;
mod following;
mod granting;
mod list;
mod merging;
mod record;
#[cfg(test)]
mod tests;
mod unlock;
mod view;

pub use assign::Assign;
pub use assignment::Assignment;
pub use change::{PastStatusChange, STATUS_CHANGE, StatusChange, StatusChangeFacts, StatusChangeKind};
pub use counter::STATUS_EVENT;
pub use evaluate::Evaluate;
pub use evaluation::Ladder;
pub use following::follow;
pub use list::{List, StatusList};
pub use merging::{MergedStanding, PlannedStatus, StatusLevel, forget, merge, unmerge};
pub use record::{DUE, Granted, Lapsing, Lock, LockKind, STATUS, Standing, StandingFacts};
pub use unlock::Unlock;
pub use view::{NextStatus, StatusChoice, StatusView};

use crate::customer::Customer;
use crate::error::Error;
use crate::membership::Capability;
use crate::program::{InStatus, Program};
use crate::record::Root;
use crate::repository::{Key, Table};
use crate::unit::Unit;

/// The statuses of a customer as of now, by system; none for who is not evaluated.
///
/// # Errors
/// Whatever the storage says.
pub fn standing(unit: &mut Unit<'_>, root: &Root) -> Result<Vec<InStatus>, Error> {
    let program = unit.program();
    let Some(id) = root.customer_id().filter(|_| !program.status_systems.is_empty()) else { return Ok(Vec::new()) };
    let customer = Customer::load(unit, &id)?;
    if !customer.membership.state.can(Capability::Evaluated) {
        return Ok(Vec::new());
    }
    let mut standings = Vec::new();
    for system in &program.status_systems {
        let standing = Standing::open(unit, &customer, &Ladder::new(&program, system))?;
        standings.extend(standing.status.map(|status| InStatus { system: system.id.clone(), status }));
    }
    Ok(standings)
}

/// The rows that a command on a customer's root reads for this.
pub fn keys<'p>(program: &'p Program, root: &'p Root) -> impl Iterator<Item = (&'static Table, Key)> + 'p {
    let gone = program.status_mapping.iter().map(|row| &row.system).filter(|system| program.status_system(system.as_str()).is_none());
    let systems = program.status_systems.iter().map(|system| &system.id).chain(gone);
    systems.map(|system| (&STATUS, Standing::key(root, system.as_str())))
}
