//! Who may: the rights of roles, and what a customer reaches (rules P1, W3).

use crate::context::Context;
use crate::error::{Error, Reason};
use crate::operation::Kind;
use crate::program::Program;
use crate::record::Root;
use crate::unit::Unit;

/// Refuses what the actor's roles do not give, and a customer who aims at anything but their own account (rule P1).
pub(super) fn allow(program: &Program, context: &Context, name: &str, kind: Kind, roots: &[Root]) -> Result<(), Error> {
    let own =
        || !roots.is_empty() && roots.iter().all(|root| root.customer_id().is_some_and(|id| id.as_str() == context.actor.id.as_str()));
    if !program.allows(&context.actor, name, kind == Kind::Query) {
        return Err(Reason::Forbidden { right: name.to_owned() }.into());
    }
    if context.is_customer() && !own() {
        return Err(Reason::NotOwnAccount { right: name.to_owned() }.into());
    }
    Ok(())
}

/// Refuses a customer whose command has come to rest on somebody else, however it found them (rule P1); but for third parties whom a rule of the
/// program concerns. A merged id that they named is theirs.
pub(super) fn require_own(unit: &Unit<'_>, name: &str, named: &[Root]) -> Result<(), Error> {
    let own = &unit.context().actor.id;
    let is_strange = |root: &Root| {
        !named.contains(root)
            && root.customer_id().is_some_and(|id| id.as_str() != own.as_str())
            && !unit.notes.third_parties.contains(root)
    };
    if unit.context().is_customer() && unit.roots().any(|(root, _)| is_strange(root)) {
        return Err(Reason::NotOwnAccount { right: name.to_owned() }.into());
    }
    Ok(())
}
