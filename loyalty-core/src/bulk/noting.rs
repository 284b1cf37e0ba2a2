//! The commands before and behind the rows of a file: they note that a batch has begun, and how far it has come.

use schemars::JsonSchema;

use super::{Bulk, BulkFacts, Policy, State, close};
use crate::error::Error;
use crate::id::Id;
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::unit::Unit;

/// Begins a batch; a piece of `bulk.adjust`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub(super) struct Begin {
    pub(super) batch: Id,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) plan: Option<Id>,
    pub(super) policy: Policy,
}

impl Operation for Begin {
    const NAME: &'static str = "bulk.adjust";
    const KIND: Kind = Kind::Command;
    type Output = ();

    fn roots(&self) -> Vec<Root> {
        vec![Root::batch(&self.batch)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<(), Error> {
        let plan = self.plan.as_ref();
        let plan =
            plan.ok_or_else(|| Error::invalid("args.file_plan", "is missing; make a dry run of the whole file first, with `preview`"))?;
        if let Some(bulk) = Bulk::find(unit, &self.batch)? {
            bulk.require_plan(&self.batch, plan)?;
            bulk.require_open(&self.batch)?;
            return bulk.require_policy(unit, &self.batch, self.policy);
        }
        let (now, started_by) = (unit.now(), unit.context().actor.clone());
        let facts =
            BulkFacts { plan: plan.to_string(), policy: self.policy, started_by, started_at: now, changed_at: now, row: 1, refused: 0 };
        unit.put(&Bulk { root: Root::batch(&self.batch), state: State::Running, facts });
        Ok(())
    }
}

/// Notes how far a batch has come; a piece of `bulk.adjust`.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub(super) struct End {
    pub(super) batch: Id,
    pub(super) row: u64,
    pub(super) refused: u64,
    pub(super) state: State,
}

impl Operation for End {
    const NAME: &'static str = "bulk.adjust";
    const KIND: Kind = Kind::Command;
    type Output = ();

    fn roots(&self) -> Vec<Root> {
        vec![Root::batch(&self.batch)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<(), Error> {
        let bulk = Bulk::load(unit, &self.batch)?;
        bulk.require_open(&self.batch)?;
        if (self.state, bulk.state) == (State::Failed, State::Done) {
            return Err(Bulk::other_file(&self.batch));
        }
        if self.state == State::Failed {
            close(unit, &self.batch)?;
        }
        let mut bulk = self.noted(&bulk);
        bulk.facts.changed_at = unit.now();
        unit.put(&bulk);
        Ok(())
    }
}

impl End {
    /// The batch with what has become of it. Sent again, it is done as far as it was.
    pub(super) fn noted(&self, bulk: &Bulk) -> Bulk {
        let mut bulk = bulk.clone();
        if self.row >= bulk.facts.row {
            (bulk.facts.row, bulk.facts.refused) = (self.row, self.refused);
        }
        if self.state != State::Running {
            bulk.state = self.state;
        }
        bulk
    }
}
