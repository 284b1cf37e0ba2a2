//! Why a part of a change set was refused, in the words of the in-memory repository.

use loyalty_core::repository::{CLAIM, COUNTER, Changes, Claim, Read, Refusal, Row, Step, Value};

use super::parts::Part;
use super::{Driver, ServerError, Session, query};
use crate::statement::Statements;

/// The reason, looked up as things stand now; `None` when it has gone in the meantime, so that another try may pass.
pub(super) fn refusal<D: Driver>(
    session: &mut dyn Session,
    statements: &Statements,
    changes: &Changes,
    part: &Part<'_>,
) -> Result<Option<Refusal>, ServerError> {
    match part {
        Part::Take(_) => taken::<D>(session, statements, changes),
        Part::Count(_) => exhausted::<D>(session, statements, changes),
        _ => Ok(Some(Refusal::Conflict)),
    }
}

/// The first claim that another root holds, or will hold by this very change set.
fn taken<D: Driver>(session: &mut dyn Session, statements: &Statements, changes: &Changes) -> Result<Option<Refusal>, ServerError> {
    let key = |claim: &Claim| -> Vec<Value> {
        let (Claim::Take { scope, value, .. } | Claim::Release { scope, value, .. }) = claim;
        vec![(*scope).into(), value.clone().into()]
    };
    let mut holders: Vec<(Vec<Value>, Option<Vec<u8>>)> = Vec::new();
    for claim in changes.claims.iter().filter(|claim| matches!(claim, Claim::Take { .. })) {
        let Claim::Take { scope, value, owner } = claim else { continue };
        let key = key(claim);
        if !holders.iter().any(|(known, _)| *known == key) {
            let released =
                |holder: &Vec<u8>| changes.claims.contains(&Claim::Release { scope, value: value.clone(), owner: holder.clone() });
            let row = one::<D>(session, statements, Read::Get(&CLAIM, key.clone()))?;
            let holder = match row.map(|row| row.value(2).clone()) {
                Some(Value::Bytes(holder)) if !released(&holder) => Some(holder),
                _ => None,
            };
            holders.push((key.clone(), holder));
        }
        let Some((_, holder)) = holders.iter_mut().find(|(known, _)| *known == key) else { continue };
        match holder {
            Some(holder) if holder != owner => {
                return Ok(Some(Refusal::Taken { scope, value: value.clone(), owner: holder.clone() }));
            }
            holder => *holder = Some(owner.clone()),
        }
    }
    Ok(None)
}

/// The first step that leaves its bounds, after those before it.
fn exhausted<D: Driver>(session: &mut dyn Session, statements: &Statements, changes: &Changes) -> Result<Option<Refusal>, ServerError> {
    let mut values: Vec<(&[u8], i64)> = Vec::new();
    for step in &changes.steps {
        if !values.iter().any(|(name, _)| *name == step.name) {
            let row = one::<D>(session, statements, Read::Get(&COUNTER, vec![step.name.clone().into()]))?;
            let value = match row.map(|row| row.value(1).clone()) {
                Some(Value::Int(value)) => value,
                _ => 0,
            };
            values.push((&step.name, value));
        }
        let Some((_, value)) = values.iter_mut().find(|(name, _)| *name == step.name) else { continue };
        match stepped(step, *value) {
            Some(stepped) => *value = stepped,
            None => return Ok(Some(Refusal::Exhausted { name: step.name.clone(), value: *value })),
        }
    }
    Ok(None)
}

fn stepped(step: &Step, value: i64) -> Option<i64> {
    value.checked_add(step.by).filter(|stepped| (step.min..=step.max).contains(stepped))
}

/// The values from which a step stays within its bounds; none when the first is larger than the second.
pub(crate) fn from_where(step: &Step) -> [i64; 2] {
    let near = |bound: i64| i128::from(bound) - i128::from(step.by);
    let clamp = |value: i128, beyond: i64| i64::try_from(value).unwrap_or(beyond);
    let (lowest, highest) = (near(step.min), near(step.max));
    // Beyond all numbers on the wrong side, nothing is within.
    if lowest > i128::from(i64::MAX) || highest < i128::from(i64::MIN) {
        return [1, 0];
    }
    [clamp(lowest, i64::MIN), clamp(highest, i64::MAX)]
}

fn one<D: Driver>(session: &mut dyn Session, statements: &Statements, read: Read) -> Result<Option<Row>, ServerError> {
    Ok(query::read::<D>(session, &[], statements, &[read])?.concat().pop())
}
