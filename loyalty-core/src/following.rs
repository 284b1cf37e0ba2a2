//! What follows from a command by itself, whichever command it was: a rule that waits for value to move looks at what was noted, and no operation has
//! to think of it.

use crate::error::Error;
use crate::unit::Unit;
use crate::{stamp_card, status};

/// A rule that follows.
type Rule = fn(&mut Unit<'_>) -> Result<(), Error>;

/// The rules, in the order in which they follow; a later one sees what an earlier one did.
const RULES: &[Rule] = &[stamp_card::fill, status::follow];

/// Lets every rule follow.
///
/// # Errors
/// Whatever refuses it; then the command is refused.
pub fn follow(unit: &mut Unit<'_>) -> Result<(), Error> {
    RULES.iter().try_for_each(|rule| rule(unit))
}
