//! `bulk.get`

use rust_decimal::Decimal;
use schemars::JsonSchema;

use super::{Bulk, Count, Policy, State, Sum, rows_done};
use crate::amount::Quantity;
use crate::context::ActorKind;
use crate::error::Error;
use crate::id::Id;
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::time::Timestamp;
use crate::unit::Unit;

/// A batch: how far it has come, who began it and when, what it gave and took.
///
/// What is counted is counted with each row: it is right after a crash, too, and while the batch runs.
///
/// Errors: `not_found`.
///
/// Rule B1.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Get {
    /// The batch.
    pub batch: Id,
}

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct BatchView {
    /// Its id.
    pub batch: Id,
    /// How far it has come.
    pub state: State,
    /// What becomes of the others when a row is refused.
    pub policy: Policy,
    /// The plan of its file.
    pub file_plan: String,
    /// The id of the actor who began it.
    pub started_by: Id,
    /// Agent or system.
    pub kind: ActorKind,
    /// When it began.
    pub started_at: Timestamp,
    /// When its last piece was done.
    pub changed_at: Timestamp,
    /// The row that was looked at last.
    pub row: u64,
    /// Rows done, whether reversed or not.
    pub done: u64,
    /// Rows refused when they were looked at last.
    pub refused: u64,
    /// Rows reversed.
    pub reversed: u64,
    /// What the rows gave and took, whether reversed or not.
    pub totals: Vec<Sum>,
}

impl Operation for Get {
    const NAME: &'static str = "bulk.get";
    const KIND: Kind = Kind::Query;
    type Output = BatchView;

    fn roots(&self) -> Vec<Root> {
        vec![Root::batch(&self.batch)]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<BatchView, Error> {
        let (bulk, program) = (Bulk::load(unit, &self.batch)?, unit.program());
        let keys = Count::keys(unit, &self.batch);
        unit.prefetch(keys)?;
        let (done, _) = rows_done(unit, &self.batch)?;
        let mut count = |count: &Count<'_>| unit.counter(&count.name(&self.batch));
        let whole = |count: i64| u64::try_from(count).unwrap_or_default();
        let mut totals = Vec::new();
        for point_type in &program.point_types {
            let id = point_type.id.as_str();
            let (given, taken) = (count(&Count::Given(id))?, count(&Count::Taken(id))?);
            if given != 0 || taken != 0 {
                // Of many rows it can be more than one amount may be.
                let decimal = |units: i64| Quantity::new(Decimal::new(units, point_type.places));
                totals.push(Sum { point_type: point_type.id.clone(), given: decimal(given), taken: decimal(taken) });
            }
        }
        Ok(BatchView {
            batch: self.batch.clone(),
            state: bulk.state,
            policy: bulk.facts.policy,
            file_plan: bulk.facts.plan,
            started_by: bulk.facts.started_by.id,
            kind: bulk.facts.started_by.kind,
            started_at: bulk.facts.started_at,
            changed_at: bulk.facts.changed_at,
            row: bulk.facts.row,
            done,
            refused: bulk.facts.refused,
            reversed: whole(count(&Count::Reversed)?),
            totals,
        })
    }
}
