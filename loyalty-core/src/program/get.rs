//! `program.get`

use schemars::JsonSchema;

use super::Program;
use crate::error::Error;
use crate::json::Json;
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::stored_program::StoredProgram;
use crate::time::Timestamp;
use crate::unit::Unit;

/// The program that is current, with its version.
///
/// Version 0 is the starter program, before any other is set.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Get {}

/// The current program.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
pub struct Current {
    /// The version, for `if_version`.
    pub version: u64,
    /// When it was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_at: Option<Timestamp>,
    /// The document.
    pub program: Program,
}

impl Operation for Get {
    const NAME: &'static str = "program.get";
    const KIND: Kind = Kind::Query;
    type Output = Current;

    fn roots(&self) -> Vec<Root> {
        vec![Root::program()]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Current, Error> {
        let stored = unit.get::<StoredProgram>(StoredProgram::key())?;
        Ok(match stored {
            Some(stored) => Current { version: stored.version, set_at: Some(stored.set_at), program: stored.program },
            None => Current { version: 0, set_at: None, program: Program::starter() },
        })
    }
}
