//! `program.set`

use schemars::JsonSchema;

use super::{Current, Program};
use crate::account::{ACCOUNT, Account};
use crate::error::Error;
use crate::json::{Json, Tree};
use crate::operation::{Kind, Operation};
use crate::record::Root;
use crate::repository::Scan;
use crate::status::{STATUS, Standing};
use crate::stored_program::StoredProgram;
use crate::unit::Unit;

/// Sets the program: the whole document. Every command that begins later runs under it.
///
/// Once there are books, point types stay: none may go away or change its kind, places or currency, those of the starter program included. A status
/// or status system that goes away must be mapped to another in `status_mapping`, and what a system counts, and over which window, stays.
/// What is on the books stays as it is: lots keep the ends they were given.
///
/// Errors: `invalid_program` with every mistake and its path; `version_conflict` when `if_version` is not the current version.
///
/// Rules L5, W9, Y7.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// The document; see the reference of the program.
    pub program: Tree,
}

impl Operation for Set {
    const NAME: &'static str = "program.set";
    const KIND: Kind = Kind::Command;
    type Output = Current;

    fn roots(&self) -> Vec<Root> {
        vec![Root::program()]
    }

    fn run(&self, unit: &mut Unit<'_>) -> Result<Current, Error> {
        let program = Program::from_tree(self.program.clone())?;
        let stored = unit.get::<StoredProgram>(StoredProgram::key())?;
        let version = stored.as_ref().map_or(0, |stored| stored.version);
        unit.check_version("program", version)?;
        // As long as there are no books at all, anything may change.
        let has_accounts = !unit.scan::<Account>(&Scan::prefix(&ACCOUNT, Vec::new()).limit(1))?.is_empty();
        if has_accounts || !unit.scan::<Standing>(&Scan::prefix(&STATUS, Vec::new()).limit(1))?.is_empty() {
            stored.map_or_else(Program::starter, |stored| stored.program).check_successor(&program)?;
        }
        let next = StoredProgram { version: version + 1, set_at: unit.now(), program };
        unit.put(&next);
        Ok(Current { version: next.version, set_at: Some(next.set_at), program: next.program })
    }
}
