//! The rewards of a status: granted on rising to it, never twice for the same status and period (rule Y6).

use super::record::Granted;
use super::{Ladder, Standing, StatusChange, StatusChangeKind};
use crate::access::check_limits;
use crate::customer::Customer;
use crate::error::{Error, Reason};
use crate::ledger::find_type;
use crate::program::Status;
use crate::reward::{self, Cause};
use crate::time::Timestamp;
use crate::unit::Unit;

impl Standing {
    /// Grants the rewards of the changes for which a command owes them, and names them in the history. One that is out of stock, or of which the
    /// customer has had as many as one can have, is left out: it must not stand in the way of the order that raised the customer.
    pub(super) fn grant(&mut self, unit: &mut Unit<'_>, ladder: &Ladder<'_>, customer: &Customer) -> Result<(), Error> {
        let program = unit.program();
        for number in std::mem::take(&mut self.facts.owed) {
            let key = StatusChange::key(&self.root, &self.system, number);
            let Some(mut change) = unit.get::<StatusChange>(key)? else { continue };
            // Those of a change by hand are owed only where they were asked for.
            if unit.notes.withholds_rewards && change.facts.change != StatusChangeKind::Assigned {
                continue;
            }
            let Some(status) = ladder.at(ladder.rank(change.facts.to.as_ref())).filter(|status| !status.rewards.is_empty()) else {
                continue;
            };
            self.facts.granted.retain(|granted| granted.lasts(change.at));
            if !self.lacks_rewards(status, change.at) {
                continue;
            }
            let (system, zone) = (ladder.system, ladder.zone);
            let until = system.keep.until(zone, change.at).or_else(|| system.window.leaves(zone, change.at));
            self.facts.granted.push(Granted { status: status.id.clone(), until });
            for reward in status.rewards.iter().filter_map(|reward| program.reward(reward.as_str())) {
                match reward::issue(unit, customer, reward, Cause::Status) {
                    Ok(issued) => change.facts.rewards.push(issued.id()?),
                    Err(error) if is_denied(&error) => continue,
                    Err(error) => return Err(error),
                }
                if let (Some(right), Some((point_type, amount))) = (right_for(change.facts.change), reward::worth(&program, reward)?) {
                    let key = (right, point_type.id.clone());
                    let before = unit.notes.given.get(&key).copied().unwrap_or_default();
                    unit.notes.given.insert(key, before.plus(amount)?);
                }
            }
            unit.put(&change);
        }
        Ok(())
    }

    /// Whether a status has rewards that were not granted in the period in which an instant lies.
    pub(super) fn lacks_rewards(&self, status: &Status, at: Timestamp) -> bool {
        let has_had = |granted: &Granted| granted.status == status.id && granted.lasts(at);
        !status.rewards.is_empty() && !self.facts.granted.iter().any(has_had)
    }
}

/// Refuses rewards that somebody asked for above what their roles may give, all those of a command together (rule P1).
pub(super) fn check_given(unit: &mut Unit<'_>) -> Result<(), Error> {
    let program = unit.program();
    for ((right, point_type), amount) in std::mem::take(&mut unit.notes.given) {
        check_limits(unit, right, find_type(&program, point_type.as_str())?, amount)?;
    }
    Ok(())
}

/// The right of whoever asked for the rewards of a change, and under whose limits they are given (rule P1). Rewards for what has counted nobody asked for.
fn right_for(change: StatusChangeKind) -> Option<&'static str> {
    match change {
        StatusChangeKind::Assigned => Some("status.assign"),
        StatusChangeKind::Merged => Some("merge.apply"),
        _ => None,
    }
}

/// Whether a reward cannot be had, for reasons of its own.
fn is_denied(error: &Error) -> bool {
    matches!(error.reason(), Reason::OutOfStock { .. } | Reason::LimitExceeded { .. } | Reason::NotEligible { .. })
}
