//! Access: what an actor may do, and how much value they may move (rules P1, P2).

use crate::amount::{Amount, Quantity};
use crate::context::ActorKind;
use crate::error::Error;
use crate::gather::Gather;
use crate::pairs::Pairs;
use crate::program::{PointType, Role, RoleLimit};
use crate::unit::{Above, Unit};

/// The right to grant what somebody else has asked for above their limits.
pub const GRANT: &str = "approval.grant";

/// Refuses a value above what the actor's roles may give or take in one operation or in one day, and counts it.
///
/// Of several roles that give the right, the most generous decides; the sum of a day is kept by a guarded counter in the same commit, so that
/// two calls at once cannot pass it together. Where one of these roles asks for approval, what is above is noted instead: the command is tried to
/// its end, for nobody need approve what would be refused anyway, and the door then commits nothing of it (rule P2).
///
/// Of what is granted, the limits are those of whoever grants it, and it counts for their day: those of their roles that give the right, or else that
/// give the right to grant. Never more is moved than was asked for, whatever there is by now.
///
/// # Errors
/// `limit_exceeded`, naming the limit.
pub fn check_limits(unit: &mut Unit<'_>, right: &str, point_type: &PointType, amount: Amount) -> Result<(), Error> {
    let (program, granter) = (unit.program(), unit.granter());
    let actor = granter.unwrap_or(&unit.context().actor);
    if actor.kind == ActorKind::Customer {
        return Ok(());
    }
    let magnitude = amount.magnitude();
    let largest = unit.notes.measured.get(&point_type.id).map_or(magnitude, |before| magnitude.max(*before));
    unit.notes.measured.insert(point_type.id.clone(), largest);
    let covering = |right: &str| -> Vec<&Role> {
        let covers = |role: &&Role| actor.roles.contains(&role.id) && role.rights.iter().any(|own| own.covers(right, false));
        program.roles.iter().filter(covers).gather()
    };
    let mut roles = covering(right);
    if roles.is_empty() && granter.is_some() {
        roles = covering(GRANT);
    }
    let limits: Vec<Option<&RoleLimit>> =
        roles.iter().map(|role| role.limits.iter().find(|limit| limit.point_type == point_type.id)).gather();
    let most = |of: fn(&RoleLimit) -> Option<Quantity>| -> Result<Option<Amount>, Error> {
        let bounds: Option<Vec<_>> = limits.iter().map(|limit| limit.and_then(of)).gather();
        bounds.and_then(|bounds| bounds.into_iter().max()).map(|bound| bound.amount(point_type.places, "program")).transpose()
    };
    let asks = granter.is_none() && limits.iter().flatten().any(|limit| limit.asks_approval);
    let exceeded = |unit: &mut Unit<'_>, limit: std::fmt::Arguments<'_>, allowed: Amount, requested: Amount| {
        let (allowed, requested) = (allowed.decimal(point_type.places), requested.decimal(point_type.places));
        if !asks {
            return Err(Error::limit_exceeded(limit, allowed, requested));
        }
        let (limit, allowed, requested) = (limit.to_string(), allowed.to_string(), requested.to_string());
        let point_type = point_type.id.clone();
        unit.notes.above.get_or_insert(Above { limit, allowed, requested, point_type, value: magnitude, beside: Pairs::new() });
        Ok(())
    };
    if let Some(asked) = unit.granted() {
        let allowed = asked.value_of(&point_type.id);
        if magnitude > allowed {
            let (allowed, requested) = (allowed.decimal(point_type.places), magnitude.decimal(point_type.places));
            let limit = format_args!("the '{right}' of '{}' that was asked for (reject the request, and let them ask anew)", point_type.id);
            return Err(Error::limit_exceeded(limit, allowed, requested));
        }
    }
    if let Some(allowed) = most(|limit| limit.per_operation)?.filter(|allowed| magnitude > *allowed) {
        return exceeded(unit, format_args!("one '{right}' of '{}'", point_type.id), allowed, magnitude);
    }
    if let Some(allowed) = most(|limit| limit.per_day)? {
        let day = program.time_zone.date(unit.now());
        let counter = format!("day/{day}/{}/{}", point_type.id, actor.id);
        let sum = magnitude.plus(Amount::new(unit.counter(&counter)?)?)?;
        if sum > allowed {
            return exceeded(unit, format_args!("'{}' of one day", point_type.id), allowed, sum);
        }
        unit.step(&counter, magnitude.units(), allowed.units())?;
    }
    Ok(())
}
