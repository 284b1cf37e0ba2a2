//! Audit: who did what, and what was refused (rule P7). The rows are in `crate::log`.

mod list;

pub use list::{AuditPage, List, Outcome};

use schemars::JsonSchema;

use crate::error::Error;
use crate::id::{CustomerId, Id, Line};
use crate::json::Json;
use crate::log::{LogRow, RefusedCommand};
use crate::time::Timestamp;

/// A command.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
pub struct AuditRow {
    /// When.
    pub at: Timestamp,
    /// The operation.
    pub operation: String,
    /// The actor's id.
    pub actor: String,
    /// Agent, customer or system; absent when erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<crate::context::ActorKind>,
    /// The page, device or channel through which it came, or the agent who acted as the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Line>,
    /// The customer it was about; absent for the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// The number of the gift card it was about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gift_card: Option<Id>,
    /// The batch of adjustments of which it began, noted or reversed a piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<Id>,
    /// Done: its number in the customer's or gift card's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// Refused: the error code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl AuditRow {
    /// A command that was done.
    ///
    /// # Errors
    /// `internal` when its row cannot be read.
    pub fn done(row: &LogRow) -> Result<AuditRow, Error> {
        let who = row.read_body()?.map(|body| body.actor);
        Ok(AuditRow {
            at: row.recorded_at,
            operation: row.operation.clone(),
            actor: row.actor.clone(),
            kind: who.as_ref().map(|who| who.kind),
            through: who.and_then(|who| who.through),
            customer: row.root.customer_id(),
            gift_card: row.root.gift_card_number(),
            batch: row.root.batch_id(),
            number: Some(row.number),
            code: None,
        })
    }

    /// A command that was refused.
    pub fn refused(row: &RefusedCommand) -> AuditRow {
        AuditRow {
            at: row.at,
            operation: row.operation.clone(),
            actor: row.actor.clone(),
            kind: row.who.as_ref().map(|who| who.kind),
            through: row.who.as_ref().and_then(|who| who.through.clone()),
            customer: row.root.customer_id(),
            gift_card: row.root.gift_card_number(),
            batch: row.root.batch_id(),
            number: None,
            code: Some(row.code.clone()),
        }
    }
}
