//! For whom a reward of the catalogue is, and when (rules R1, R2).

use crate::customer::Customer;
use crate::error::{Error, Reason};
use crate::gather::Gather;
use crate::id::Slug;
use crate::program::{InStatus, Program, Reward};
use crate::unit::Unit;

/// The reward of a request.
///
/// # Errors
/// `not_found`.
pub(super) fn find<'p>(program: &'p Program, id: &Slug) -> Result<&'p Reward, Error> {
    program.reward(id.as_str()).ok_or_else(|| Error::not_found("reward", id))
}

/// Refuses a customer to whom a reward is not offered now: not yet, no longer, to other groups or statuses, or to nobody for a price.
///
/// # Errors
/// `not_eligible`; `expired` when its time is over.
pub(super) fn check_offer(unit: &Unit<'_>, customer: &Customer, standing: &[InStatus], reward: &Reward) -> Result<(), Error> {
    let (now, zone) = (unit.now(), unit.program().time_zone);
    if reward.cost.is_none() {
        return Err(Error::not_eligible(format_args!("'{}' has no price, it is only granted", reward.title())));
    }
    if let Some(from) = reward.from.filter(|from| now < from.begins(zone)) {
        return Err(Error::not_eligible(format_args!("'{}' begins on {from}", reward.title())));
    }
    if let Some(end) = reward.until.map(|until| until.ends(zone)).filter(|end| *end <= now) {
        return Err(Reason::Expired { what: format!("'{}'", reward.title()), at: end.to_string() }.into());
    }
    let in_group = customer.profile.group.as_ref().is_some_and(|group| reward.groups.contains(group));
    if !reward.groups.is_empty() && !in_group {
        return Err(not_for("the groups", reward, reward.groups.iter().map(Slug::as_str)));
    }
    let stands = |wanted: &InStatus| standing.contains(wanted);
    if !reward.statuses.is_empty() && !reward.statuses.iter().any(stands) {
        return Err(not_for("the statuses", reward, reward.statuses.iter().map(|in_status| in_status.status.as_str())));
    }
    Ok(())
}

fn not_for<'s>(whom: &str, reward: &Reward, names: impl Iterator<Item = &'s str>) -> Error {
    Error::not_eligible(format_args!("'{}' is for {whom} {}", reward.title(), names.joined(", ")))
}
