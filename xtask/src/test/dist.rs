//! The step `dist`.

use super::End;
use super::log::Log;

/// Packs.
pub(super) fn run(_log: &mut Log) -> Result<End, String> {
    Ok(End::Skipped("not here".to_owned()))
}
