//! A standing as answers show it (rules Y2, Y7).

use schemars::JsonSchema;

use super::{Ladder, Lock, PastStatusChange, Standing, StatusChange};
use crate::amount::Quantity;
use crate::customer::Customer;
use crate::error::Error;
use crate::gather::Gather;
use crate::id::Slug;
use crate::json::Json;
use crate::membership::Capability;
use crate::program::Status;
use crate::time::Timestamp;
use crate::unit::Unit;

/// Where a customer stands in a status system.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct StatusView {
    /// The system.
    pub system: Slug,
    /// Its name.
    pub name: String,
    /// The status; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<StatusChoice>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// What counts now.
    pub counter: Quantity,
    /// The next status above, and what is missing for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextStatus>,
    /// The end of the qualification period: until then the status is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_until: Option<Timestamp>,
    /// The end of the grace: the status falls then, unless it is earned again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub falls_at: Option<Timestamp>,
    /// What an agent decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<Lock>,
    /// The version, for `if_version`.
    pub version: u64,
    /// What the button says to who may set a status here: `assign` where there is none, else `change`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<StatusAction>,
    /// The statuses of the system, the lowest first.
    pub choices: Vec<StatusChoice>,
    /// The changes, newest first; only from `status.list`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<PastStatusChange>,
}

/// What an agent can do to a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusAction {
    /// Give one.
    Assign,
    /// Give another.
    Change,
}

/// A status that there is.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct StatusChoice {
    /// The id.
    pub id: Slug,
    /// The name.
    pub name: String,
    /// The counter from which on a member has it.
    pub threshold: Quantity,
}

/// The next status above.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct NextStatus {
    /// What the counter lacks.
    pub missing: Quantity,
    /// The status.
    #[serde(flatten)]
    pub status: StatusChoice,
}

impl StatusChoice {
    fn of(status: &Status) -> Self {
        StatusChoice { id: status.id.clone(), name: name(status.name.as_ref(), &status.id), threshold: status.threshold.normal() }
    }
}

fn name(name: Option<&crate::id::Line>, id: &Slug) -> String {
    name.map_or_else(|| id.to_string(), ToString::to_string)
}

impl Standing {
    /// The standing of a customer as answers show it.
    ///
    /// # Errors
    /// `limit_exceeded` beyond 28 digits.
    pub(super) fn view(self, unit: &Unit<'_>, ladder: &Ladder<'_>, customer: &Customer) -> Result<StatusView, Error> {
        let may =
            unit.program().allows(&unit.context().actor, "status.assign", false) && customer.membership.state.can(Capability::Evaluated);
        let rank = ladder.rank(self.status.as_ref());
        let status = ladder.at(rank).map(StatusChoice::of);
        let is_given = self.status == self.facts.evaluated;
        let action = if status.is_some() { StatusAction::Change } else { StatusAction::Assign };
        let above = ladder.at(rank.map_or(Some(0), |rank| rank.checked_add(1)));
        let next = match above {
            Some(above) => {
                let missing = above.threshold.minus(self.facts.counter)?.max(Quantity::default()).normal();
                Some(NextStatus { status: StatusChoice::of(above), missing })
            }
            None => None,
        };
        Ok(StatusView {
            system: ladder.system.id.clone(),
            name: name(ladder.system.name.as_ref(), &ladder.system.id),
            since: self.facts.since.filter(|_| status.is_some()),
            status,
            counter: self.facts.counter.normal(),
            next,
            kept_until: self.facts.kept_until.filter(|_| is_given),
            falls_at: self.facts.lapsing.map(|lapsing| lapsing.falls_at).filter(|_| is_given),
            lock: self.facts.lock,
            version: self.facts.version,
            action: Some(action).filter(|_| may),
            choices: ladder.statuses.iter().map(|status| StatusChoice::of(status)).gather(),
            changes: Vec::new(),
        })
    }
}

impl StatusView {
    /// Every system of the program, as a customer stands in it now, each with so many of its changes.
    ///
    /// # Errors
    /// Whatever the storage says.
    pub fn all(unit: &mut Unit<'_>, customer: &Customer, changes: usize) -> Result<Vec<StatusView>, Error> {
        let program = unit.program();
        let mut views = Vec::with_capacity(program.status_systems.len());
        for system in &program.status_systems {
            let ladder = Ladder::new(&program, system);
            let mut standing = Standing::open(unit, customer, &ladder)?;
            // The window of who is not evaluated moves when something counts; who looks sees it as of now.
            standing.advance(unit, &ladder, unit.now())?;
            let mut view = standing.view(unit, &ladder, customer)?;
            if changes > 0 {
                view.changes = StatusChange::latest(unit, &customer.root(), &system.id, changes)?;
            }
            views.push(view);
        }
        Ok(views)
    }
}
