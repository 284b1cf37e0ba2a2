//! Access: what an actor may do, and how much value they may move (rules P1, P2).

use crate::amount::Amount;
use crate::context::ActorKind;
use crate::error::Error;
use crate::gather::Gather;
use crate::program::{PointType, RoleLimit};
use crate::unit::Unit;

/// Refuses a value above what the actor's roles may give or take in one operation or in one day, and counts it.
///
/// Of several roles that give the right, the most generous decides; the sum of a day is kept by a guarded counter in the same commit, so that
/// two calls at once cannot pass it together.
///
/// # Errors
/// `limit_exceeded`, naming the limit.
pub fn check_limits(unit: &mut Unit<'_>, right: &str, point_type: &PointType, amount: Amount) -> Result<(), Error> {
    let (program, actor) = (unit.program(), &unit.context().actor);
    if actor.kind == ActorKind::Customer {
        return Ok(());
    }
    let roles =
        program.roles.iter().filter(|role| actor.roles.contains(&role.id) && role.rights.iter().any(|own| own.covers(right, false)));
    let limits: Vec<Option<&RoleLimit>> = roles.map(|role| role.limits.iter().find(|limit| limit.point_type == point_type.id)).gather();
    let most = |of: fn(&RoleLimit) -> Option<crate::amount::Quantity>| -> Result<Option<Amount>, Error> {
        let bounds: Option<Vec<_>> = limits.iter().map(|limit| limit.and_then(of)).gather();
        bounds.and_then(|bounds| bounds.into_iter().max()).map(|bound| bound.amount(point_type.places, "program")).transpose()
    };
    let magnitude = amount.magnitude();
    let exceeded = |limit: std::fmt::Arguments<'_>, allowed: Amount, requested: Amount| {
        Error::limit_exceeded(limit, allowed.decimal(point_type.places), requested.decimal(point_type.places))
    };
    if let Some(allowed) = most(|limit| limit.per_operation)?.filter(|allowed| magnitude > *allowed) {
        return Err(exceeded(format_args!("one '{right}' of '{}'", point_type.id), allowed, magnitude));
    }
    if let Some(allowed) = most(|limit| limit.per_day)? {
        let day = program.time_zone.date(unit.now());
        let counter = format!("day/{day}/{}/{}", point_type.id, actor.id);
        let sum = magnitude.plus(Amount::new(unit.counter(&counter)?)?)?;
        if sum > allowed {
            return Err(exceeded(format_args!("'{}' of one day", point_type.id), allowed, sum));
        }
        unit.step(&counter, magnitude.units(), allowed.units())?;
    }
    Ok(())
}
